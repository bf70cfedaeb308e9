"""One entity for all the ways that a text writes it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import OSA

from reader.core.entities.words import Candidate, Words
from reader.core.lexicon.entities import Place
from reader.core.normalize import fold
from reader.core.types import (
    Entity,
    EntityType,
    Mention,
    Segmentation,
    Variant,
    VariantKind,
)

_IDENTIFIED: frozenset[EntityType] = frozenset({"PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT"})
_TRANSLIT_LENGTH = 5  # letters; shorter names differ in one and are two names
_DOMINANT = 5  # times as populous as the next place of that name
_ROUND = frozenset("0123456789")


@dataclass(slots=True)
class _Group:
    """Mentions of one entity in the making."""

    type: EntityType
    keys: set[str]
    members: list[Candidate] = field(default_factory=list)
    stem: str = ""
    state: str = ""
    places: tuple[Place, ...] = ()


def resolve(
    words: Words, segmentation: Segmentation, candidates: Sequence[Candidate]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Return the entities, in the order of their first mention, and all mentions."""
    groups = _Grouping(words).group(candidates)
    entity_of = {id(m): f"e{n}" for n, g in enumerate(groups, 1) for m in g.members}
    countries = {_iso(g) for g in groups if g.type == "GPE" and g.places and g.places[0].state}
    entities = tuple(
        _entity(words, f"e{number}", group, countries)
        for number, group in enumerate(groups, start=1)
    )
    entities = _related(entities, groups)
    mentions = tuple(
        Mention(
            id=f"m{number}",
            span=c.span,
            type=c.type,
            sentence=segmentation.sentences[words.tokens[c.first].sentence].id,
            entity=entity_of.get(id(c)),
            confidence=c.confidence,
            rule=c.rule,
        )
        for number, c in enumerate(candidates, start=1)
    )
    mentions = _holders(mentions, candidates)
    return entities, _stand_ins(words, candidates, mentions, entities)


class _Grouping:
    """Gathers candidates into groups: by key, then by spelling, surname and acronym."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._groups: list[_Group] = []
        self._by_key: dict[tuple[EntityType, str], _Group] = {}

    def group(self, candidates: Iterable[Candidate]) -> list[_Group]:
        ordered = [c for c in candidates if c.type in _IDENTIFIED]
        # Full names come before the short forms that are read by them.
        for candidate in sorted(ordered, key=lambda c: c.rule == "surname of a person"):
            self._place(candidate)
        for group in self._groups:
            group.members.sort(key=lambda c: c.span)
        return sorted(self._groups, key=lambda g: g.members[0].span)

    def _place(self, candidate: Candidate) -> None:
        key = _key(self._words, candidate)
        group = self._by_key.get((candidate.type, key)) or self._kin(candidate, key)
        if group is None:
            group = self._new(candidate, key)
        self._by_key[candidate.type, key] = group
        group.keys.add(key)
        group.members.append(candidate)

    def _new(self, candidate: Candidate, key: str) -> _Group:
        group = _Group(candidate.type, {key})
        if candidate.name is not None:
            group.places = candidate.name.places
        if candidate.type == "NORP":
            nation = self._words.lexicon.nations[_nation_stem(self._words, candidate)]
            group.stem, group.state = nation.stem, nation.state
        self._groups.append(group)
        return group

    def _kin(self, candidate: Candidate, key: str) -> _Group | None:
        """Return the one group of this type that the key is another form of."""
        same = [g for g in self._groups if g.type == candidate.type]
        if candidate.type == "PER":
            found = [g for g in same if any(_short_for(key, k) for k in g.keys)]
            if found:
                return found[0] if len(found) == 1 else None
        if candidate.type in {"ORG", "EVENT", "FAC"}:
            found = [g for g in same if any(_same_phrase(key, k) for k in g.keys)]
            if found:
                return found[0]
        if candidate.name is None and candidate.type != "NORP":
            found = [g for g in same if any(_transliterated(key, k) for k in g.keys)]
            return found[0] if found else None
        return None


def _key(words: Words, candidate: Candidate) -> str:
    if candidate.name is not None:
        return candidate.name.key
    if candidate.type == "NORP":
        return words.lexicon.nations[_nation_stem(words, candidate)].stem
    text = _restored(words, candidate)
    if candidate.type == "EVENT" and candidate.rule != "numbered round":
        return _event_key(text)
    return text


def _restored(words: Words, candidate: Candidate) -> str:
    """Return the folded words, ال restored after «لل»."""
    folded = fold(candidate.span.of(words.text))
    whole = words.folded(candidate.first)
    if folded.startswith("ل") and whole.endswith("ل" + folded.split()[0]):
        folded = "ال" + folded[1:]
    return " ".join(folded.split())


def _event_key(text: str) -> str:
    """Return the key of a named event: «مؤتمر حوار» and «مؤتمر الحوار» share it."""
    return " ".join(word.removeprefix("ال") for word in text.split())


def _nation_stem(words: Words, candidate: Candidate) -> str:
    for reading in words.readings(candidate.first):
        if reading.stem in words.lexicon.nations:
            return reading.stem
    return ""


def _short_for(short: str, full: str) -> bool:
    """Tell whether one name is the last part or parts of the other, or first and last."""
    a, b = short.split(), full.split()
    if len(a) > len(b):
        a, b = b, a
    if len(a) == len(b):
        return _transliterated(short, full)
    return b[-len(a) :] == a or (len(a) == 2 and a == [b[0], b[-1]])


def _same_phrase(a: str, b: str) -> bool:
    """Tell whether one institution's name is the other less its last adjectives."""
    short, long = sorted((a.split(), b.split()), key=len)
    return len(short) >= 2 and long[: len(short)] == short


def _transliterated(a: str, b: str) -> bool:
    if min(len(a), len(b)) < _TRANSLIT_LENGTH or a[0] != b[0] or _ROUND & set(a + b):
        return False
    return OSA.distance(a, b, score_cutoff=1) <= 1 and len(a.split()) == len(b.split())


def _iso(group: _Group) -> str:
    return group.places[0].iso if group.places else ""


def _entity(words: Words, name: str, group: _Group, countries: set[str]) -> Entity:
    texts = Counter(_shown(words, member) for member in group.members)
    canonical = group.stem or _canonical(texts)
    place = _located(group.places, countries)
    return Entity(
        id=name,
        type=group.type,
        name=canonical,
        variants=_variants(texts, canonical),
        links=_links(place),
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        related=group.state or None,
    )


def _shown(words: Words, member: Candidate) -> str:
    """Return the words as a name by itself: ال restored after «لل»."""
    text = member.span.of(words.text)
    restored = _restored(words, member)
    return "ال" + text[1:] if restored.startswith("ال") and text.startswith("ل") else text


def _canonical(texts: Counter[str]) -> str:
    """Return the fullest form; of equals the one with more hamzas, then the most frequent."""
    return max(
        texts, key=lambda t: (len(fold(t).split()), sum(c in "أإآؤئء" for c in t), texts[t], t)
    )


def _variants(texts: Counter[str], canonical: str) -> tuple[Variant, ...]:
    key = fold(canonical)
    return tuple(
        Variant(text, _variant_kind(fold(text), key), count) for text, count in texts.most_common()
    )


def _variant_kind(key: str, canonical: str) -> VariantKind:
    if key == canonical or _event_key(key) == _event_key(canonical):
        return "spelling"
    return "translit" if _transliterated(key, canonical) else "alias"


def _located(places: Sequence[Place], countries: set[str]) -> Place | None:
    """Return the place that the name means, where that is clear; ambiguity gives none."""
    if not places:
        return None
    here = [p for p in places if p.iso in countries and not p.state]
    if places[0].state or len(places) == 1:
        return places[0]
    if len(here) == 1:
        return here[0]
    first, second = places[0], places[1]
    return first if first.population >= _DOMINANT * max(second.population, 1) else None


def _links(place: Place | None) -> tuple[tuple[str, str], ...]:
    if place is None:
        return ()
    links = (("geonames", place.geonames), ("iso3166", place.iso))
    return tuple((scheme, value) for scheme, value in links if value)


def _related(entities: tuple[Entity, ...], groups: Sequence[_Group]) -> tuple[Entity, ...]:
    """Tie demonyms to their states and rounds to their talks, by id where both are named."""
    states = {fold(e.name): e.id for e in entities if e.type == "GPE"}
    states |= {fold(v.text): e.id for e in entities if e.type == "GPE" for v in e.variants}
    found = []
    for entity, group in zip(entities, groups, strict=True):
        if entity.related:
            found.append(replace(entity, related=states.get(fold(entity.related), entity.related)))
        elif group.members[0].rule == "numbered round":
            found.append(replace(entity, part_of=_talks(entity, entities)))
        else:
            found.append(entity)
    return tuple(found)


def _talks(entity: Entity, entities: Sequence[Entity]) -> str | None:
    place = fold(entity.name.rstrip("0123456789٠١٢٣٤٥٦٧٨٩-–"))
    for other in entities:
        if (
            other.type == "EVENT"
            and other.id != entity.id
            and fold(other.name).split()[-1] == place
        ):
            return other.id
    return None


def _holders(mentions: tuple[Mention, ...], candidates: Sequence[Candidate]) -> tuple[Mention, ...]:
    """Tie each title to the person that is named right after it."""
    both = list(zip(candidates, mentions, strict=True))
    people = {c.first: m.entity for c, m in both if c.type == "PER"}
    return tuple(
        replace(m, holder=people.get(c.end) or people.get(c.end + 1)) if m.type == "TITLE" else m
        for c, m in both
    )


def _stand_ins(
    words: Words,
    candidates: Sequence[Candidate],
    mentions: tuple[Mention, ...],
    entities: Sequence[Entity],
) -> tuple[Mention, ...]:
    """Mark capitals and demonyms that act for their state."""
    by_iso: defaultdict[str, str] = defaultdict(str)
    for entity in entities:
        iso = dict(entity.links).get("iso3166")
        if (
            entity.type == "GPE"
            and iso
            and fold(entity.name) == fold(words.lexicon.states.get(iso, ""))
        ):
            by_iso[iso] = entity.id
    related = {e.id: e.related for e in entities}
    found = []
    for candidate, mention in zip(candidates, mentions, strict=True):
        iso = words.lexicon.capitals.get(fold(mention.span.of(words.text)), "")
        if mention.type == "GPE" and iso and _acts(words, candidate):
            acting_for = by_iso[iso] or words.lexicon.states.get(iso)
            found.append(replace(mention, stands_for=acting_for))
        elif mention.type == "NORP" and words.reads_as(candidate.first - 1, "side"):
            found.append(replace(mention, stands_for=related.get(mention.entity or "")))
        else:
            found.append(mention)
    return tuple(found)


def _acts(words: Words, candidate: Candidate) -> bool:
    """Tell whether a capital speaks or acts: next to a verb of speech, with no preposition."""
    first = candidate.first
    if candidate.span.start != words.tokens[first].span.start:
        return words.reads_as(first, "saying")
    before, after = first - 1, candidate.end
    return words.reads_as(before, "saying") or (
        words.reads_as(after, "saying") and not words.has(before, "place_preposition")
    )
