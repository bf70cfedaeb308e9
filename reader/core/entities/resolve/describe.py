"""From a group of mentions to the entity that the reader sees."""

from __future__ import annotations

from collections import Counter

from reader.core.entities.resolve.groups import FIRST, Group
from reader.core.entities.resolve.names import bare, name_words, person_name, place_name, shown
from reader.core.entities.resolve.translit import LIMIT, distance
from reader.core.entities.words import Words
from reader.core.lexicon.entities import Place
from reader.core.types import Entity, EntityType, PossiblePlace, Variant, VariantKind

_LISTED = 5  # places that a name may mean, the most populous
_HAMZAS = frozenset("أإآؤئء")


def describe(words: Words, number: int, group: Group) -> Entity:
    """Return the entity of a group."""
    texts = Counter(shown(words, member) for member in group.members)
    name = group.stem or _canonical(words, group, texts)
    place = group.place
    return Entity(
        id=f"e{number}",
        type=group.type,
        name=name,
        variants=_variants(words, group, texts, name),
        links=_links(words, group, place),
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        related=group.state or None,
        candidates=() if place else tuple(map(_possible, group.places[:_LISTED])),
    )


def _canonical(words: Words, group: Group, texts: Counter[str]) -> str:
    """Return the fullest form; of equals the one with more hamzas, then the most frequent.

    «مدينة» and titles make none fuller. At last a form that the gazetteer has comes
    before others, and a plain one before one with tatweel.
    """
    listed = {shown(words, member) for member in group.members if member.name is not None}
    return max(
        texts,
        key=lambda text: (
            len(_form(words, group.type, text).split()),
            sum(char in _HAMZAS for char in text),
            texts[text],
            text in listed,
            -len(text),
            text,
        ),
    )


def _variants(
    words: Words, group: Group, texts: Counter[str], canonical: str
) -> tuple[Variant, ...]:
    return tuple(
        Variant(text, _kind(words, group.type, text, canonical), count, _reason(words, group, text))
        for text, count in texts.most_common()
    )


def _kind(words: Words, kind: EntityType, text: str, canonical: str) -> VariantKind:
    a, b = ([bare(word) for word in name_words(t)] for t in (text, canonical))
    if "".join(a) == "".join(b):
        return "spelling"
    if kind == "NORP":
        return "alias"  # an inflection, or another word for the same people
    if len(a) != len(b):
        return "alias"
    costs = words.lexicon.transliterations
    near = all(distance(x, y, costs) <= LIMIT for x, y in zip(a, b, strict=True))
    return "translit" if near else "alias"


def _reason(words: Words, group: Group, text: str) -> str:
    reason = group.reasons.get(_form(words, group.type, text), "")
    first = shown(words, group.members[0])
    return f"same letters as «{first}»" if reason == FIRST and text != first else reason


def _form(words: Words, kind: EntityType, text: str) -> str:
    """Return the key that a mention's words are filed under in its group's reasons."""
    name = name_words(text)
    if kind == "PER":
        return person_name(words, name).key
    if kind in {"GPE", "LOC"}:
        return " ".join(place_name(words, name))
    return " ".join(map(bare, name))


def _links(words: Words, group: Group, place: Place | None) -> tuple[tuple[str, str], ...]:
    lexicon = words.lexicon
    if place is None:
        known = lexicon.wikidata.get(group.backed, "") if group.backed else ""
        return (("wikidata", known),) if known else ()
    links = (
        ("geonames", place.geonames),
        ("iso3166", place.iso),
        ("wikidata", place.wikidata),
    )
    return tuple((scheme, value) for scheme, value in links if value)


def _possible(place: Place) -> PossiblePlace:
    return PossiblePlace(place.geonames, place.iso, place.latitude, place.longitude)
