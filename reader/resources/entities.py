"""Load resources/gazetteer/ and resources/entities/ into an EntityLexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

import ahocorasick_rs

from reader.core.clitics import ARTICLE
from reader.core.lexicon.entities import EntityLexicon, Name, Nation, Place, PlaceKind
from reader.core.normalize import fold
from reader.core.types import EntityType
from reader.resources import rows

# A word that the training sets hold counts as a name where at least this share of
# its occurrences are one; measured on their development halves.
_NAME_SHARE = 0.5
_PLAIN_STATE = 5  # letters; «مالي» and «قطر» are also other words
_UNSEEN_NAME = 0.6  # a name part that the training sets do not hold
_RARE_NAME = 0.02  # one that they hold only as another word
_CERTAIN_POPULATION = 60_000  # a smaller unseen town needs a cue before it
_METROPOLIS = 500_000  # a capital of this size is a name even where it is a word too
_PROVINCE = 1_000_000  # people of a province, which the sources do not count
_KINDS: dict[str, PlaceKind] = {k: k for k in ("state", "capital", "city", "province", "")}
_BORNE = 5  # people who bear a name, before it is known to be no spelling of another
_TYPES: dict[str, EntityType] = {t: t for t in ("ORG", "FAC", "EVENT", "TITLE", "GPE", "LOC")}
_ENDINGS = ("", "ه", "ين", "ون", "ان", "تين", "تان", "ات", "ا")


@lru_cache(maxsize=1)
def load() -> EntityLexicon:
    """Return the names and cues; read once, about a fifth of a second."""
    common, place_share, person_share = _common()
    names = _names(place_share)
    patterns: list[tuple[Name, bool]] = []
    texts: list[str] = []
    for name in names.values():
        texts.append(name.folded)
        patterns.append((name, False))
        if name.folded.startswith(ARTICLE):
            texts.append("ل" + name.folded[2:])
            patterns.append((name, True))
    heads, alone, titles = _heads()
    words = _words()
    states = _states()
    person_parts, known_parts, known_people = _people(person_share)
    return EntityLexicon(
        matcher=ahocorasick_rs.AhoCorasick(texts),
        patterns=tuple(patterns),
        nations=_nations(states),
        heads=heads,
        alone=alone,
        titles=titles,
        person_parts=person_parts,
        states=states,
        currencies=frozenset(
            word
            for row in rows("entities", "currencies.tsv")
            for word in fold(row["words"]).split()
        ),
        known_parts=known_parts,
        known_people=known_people,
        transliterations=_transliterations(),
        realms=_realms(words["realm"]),
        marked={row["written"]: row["iso"] for row in rows("entities", "marked.tsv")},
        wikidata=_bodies_wikidata(),
        words=words,
        common=common,
        homographs={
            fold(row["word"]): frozenset(fold(row["beside"]).split())
            for row in rows("entities", "homographs.tsv")
        },
        trust={
            (row["finding"], row["standing"]): float(row["right"])
            for row in rows("entities", "trust.tsv")
        },
    )


def _common() -> tuple[frozenset[str], dict[str, float], dict[str, float]]:
    """Return words that are mostly no names, and the share that is a place or a person."""
    common: set[str] = set()
    places: dict[str, float] = {}
    people: dict[str, float] = {}
    for row in rows("gazetteer", "common.tsv"):
        word, count = row["word"], int(row["all"])
        places[word] = int(row["place"]) / count
        people[word] = int(row["person"]) / count
        if places[word] + people[word] < _NAME_SHARE:
            common.add(word)
    return frozenset(common), places, people


def _names(share: dict[str, float]) -> dict[str, Name]:
    """Return the names by folded form; our own rows come before the packages'."""
    found: dict[str, Name] = {}
    geography = _geography()
    for row in rows("entities", "organizations.tsv"):
        spellings = row["names"].split("|")
        for spelling in spellings:
            folded = fold(spelling)
            table = "entities/organizations.tsv"
            name = Name(folded, "ORG", fold(spellings[0]), certain=True, table=table)
            found.setdefault(folded, name)
    for row in rows("entities", "places.tsv"):
        spellings = row["names"].split("|")
        every = [geography[fold(s)] for s in spellings if fold(s) in geography]
        known = every[0] if every else ()
        if row["iso"]:
            # A town elsewhere may have the state's first name: Palestine in Texas.
            states = (p for places in every for p in places if p.state and p.iso == row["iso"])
            known = tuple(dict.fromkeys(states))
        kind = _TYPES[row["type"]]
        for spelling in spellings:
            folded = fold(spelling)
            both = known + tuple(p for p in geography.get(folded, ()) if p not in known)
            key, table = fold(spellings[0]), "entities/places.tsv"
            name = Name(folded, kind, key, certain=True, places=both, table=table)
            found.setdefault(folded, name)
    for folded, places in geography.items():
        if len(folded) > 2 and folded not in found:
            certain = _certain(folded, places, share)
            found[folded] = Name(folded, "GPE", folded, certain, places, "gazetteer/places.tsv")
    return found


def _certain(folded: str, places: tuple[Place, ...], share: dict[str, float]) -> bool:
    best = places[0]
    if best.capital and len(folded) > 3 and best.population > _METROPOLIS:
        return True
    if best.state and len(folded) >= _PLAIN_STATE:
        return True
    if folded in share:
        return share[folded] >= _NAME_SHARE
    if " " in folded:
        return True
    counted = best.kind != "province" and best.population >= _CERTAIN_POPULATION
    return best.state or best.capital or counted


def _geography() -> dict[str, tuple[Place, ...]]:
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for row in rows("gazetteer", "places.tsv"):
        found[fold(row["name"])].append(_place(row))
    for places in found.values():
        if len(places) > 1:
            places.sort(key=lambda p: (not p.state, -p.population))
    return {name: tuple(places) for name, places in found.items()}


def _place(row: dict[str, str]) -> Place:
    kind = _KINDS[row["kind"]]
    return Place(
        iso=row["iso"],
        geonames=row["geonames"],
        latitude=float(row["latitude"]) if row["latitude"] else None,
        longitude=float(row["longitude"]) if row["longitude"] else None,
        population=_PROVINCE if kind == "province" else int(row["population"] or 0),
        kind=kind,
        wikidata=row["wikidata"] or "",
    )


def _inflected(stem: str) -> Iterator[str]:
    """Yield the forms of a nisba: سوري, سورية, سوريين, سوريون, سوريات …, folded."""
    folded = fold(stem)
    yield from (folded + ending for ending in _ENDINGS)


def _nations(states: dict[str, str]) -> dict[str, Nation]:
    found: dict[str, Nation] = {}
    isos = {name: iso for iso, name in states.items()}
    for row in rows("gazetteer", "nations.tsv"):
        forms = row["forms"].split("|")
        nation = Nation(forms[0], states.get(row["iso"], row["state"]), row["iso"])
        for form in [*_inflected(forms[0]), *map(fold, forms)]:
            found.setdefault(form, nation)
    for row in rows("entities", "demonyms.tsv"):
        state = row["state"] or ""
        nation = Nation(row["stem"], state, isos.get(state, ""))
        for form in [*_inflected(row["stem"]), *fold(row["plurals"] or "").split()]:
            found[form] = nation
    return found


def _words() -> dict[str, frozenset[str]]:
    """Return the cue words by kind."""
    return {
        row["kind"]: frozenset(fold(row["words"]).split())
        for table in ("words.tsv", "identity.tsv")
        for row in rows("entities", table)
    }


def _transliterations() -> dict[tuple[str, str], float]:
    """Return the costs both ways round."""
    found: dict[tuple[str, str], float] = {}
    for row in rows("entities", "transliteration.tsv"):
        found[row["a"], row["b"]] = found[row["b"], row["a"]] = float(row["cost"])
    return found


def _realms(kinds: frozenset[str]) -> dict[str, frozenset[str]]:
    """Return the words for a state's kind that its long names begin with."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows("entities", "places.tsv"):
        for name in fold(row["names"]).split("|") if row["iso"] else ():
            head = ARTICLE + name.partition(" ")[0].removeprefix(ARTICLE)
            if head in kinds:
                found[row["iso"]].add(head)
    return {iso: frozenset(heads) for iso, heads in found.items()}


def _bodies_wikidata() -> dict[str, str]:
    """Return the Wikidata id of a body by its key."""
    known = {fold(row["name"]): row["wikidata"] for row in rows("gazetteer", "bodies.tsv")}
    found: dict[str, str] = {}
    for row in rows("entities", "organizations.tsv"):
        names = fold(row["names"]).split("|")
        found.update((names[0], known[name]) for name in names if name in known)
    return found


def _heads() -> tuple[dict[str, EntityType], dict[str, EntityType], frozenset[str]]:
    heads: dict[str, EntityType] = {}
    alone: dict[str, EntityType] = {}
    titles: set[str] = set()
    for row in rows("entities", "heads.tsv"):
        kind = _TYPES[row["type"]]
        for word in fold(row["words"]).split():
            if row["alone"] == "alone":
                titles.add(word)
            elif row["alone"] == "yes":
                alone.setdefault(word, kind)
            else:
                heads.setdefault(word, kind)
    return heads, alone, frozenset(titles)


def _people(share: dict[str, float]) -> tuple[dict[str, float], frozenset[str], frozenset[str]]:
    """Return how sure a word is to be part of a person's name, the known parts and people.

    How sure is by its share in the training sets.
    """
    found: dict[str, float] = {}
    parts: set[str] = set()
    people: set[str] = set()
    for row in rows("gazetteer", "people.tsv"):
        whole = row["role"] == "full"
        if whole:
            people.add(row["name"])
        elif int(row["count"]) >= _BORNE:
            parts.add(row["name"])
        for part in row["name"].split() if whole else [row["name"]]:
            if len(part) > 2:
                found[part] = share.get(part, _UNSEEN_NAME) or _RARE_NAME
    found.update((word, part) for word, part in share.items() if part >= _NAME_SHARE)
    return found, frozenset(parts), frozenset(people)


def _states() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("entities", "places.tsv"):
        if row["iso"]:
            found.setdefault(row["iso"], row["names"].split("|")[0])
    for row in rows("gazetteer", "places.tsv"):
        if row["kind"] == "state":
            found.setdefault(row["iso"], row["name"])
    return found
