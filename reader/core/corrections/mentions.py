"""Mentions and entities as the reader corrected them.

All corrections are first read as what they amount to in the end: which words are mentions
and of what type (`_Wanted`), and which of them belong together (`_Pinned`). Only then is the
analysis changed, so that the same corrections change a corrected analysis no further.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reader.core.corrections.places import SentenceFinder, shown
from reader.core.corrections.types import (
    USER,
    AddMention,
    Anchor,
    ChangeType,
    Correction,
    Corrections,
    MergeEntities,
    MoveMention,
    RemoveMention,
    RenameEntity,
    SplitEntity,
)
from reader.core.normalize import fold
from reader.core.types import Entity, EntityType, Mention, Sentence, Span, Variant, VariantKind

NAMELESS: frozenset[EntityType] = frozenset({"TITLE", "MONEY", "PERCENT", "COUNT"})
_HAMZAS = frozenset("أإآؤئء")

Key = tuple[str, ...]  # what mentions of one entity share while entities are made anew


@dataclass(frozen=True, slots=True)
class Named:
    """The mentions and entities of an analysis, and the corrections that found no place.

    Attributes:
        heirs: the entity that one which is gone became part of, by its id; "" for none.
    """

    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    heirs: Mapping[str, str]
    lost: Corrections


@dataclass(frozen=True, slots=True)
class _Claim:
    """A mention that the reader decided on; `origin` is where it stood before it was moved."""

    type: EntityType
    origin: Span | None = None


@dataclass(slots=True)
class _Wanted:
    """What the corrections amount to, by place.

    Attributes:
        claims: the mentions that there are to be; absent: the places that are to have none.
        moved: where a mention went from a place.
        identities: what is said of who is who, in order.
    """

    text: str
    claims: dict[Span, _Claim] = field(default_factory=dict)
    absent: set[Span] = field(default_factory=set)
    moved: dict[Span, Span] = field(default_factory=dict)
    lost: list[Correction] = field(default_factory=list)
    identities: list[MergeEntities | SplitEntity | RenameEntity] = field(default_factory=list)

    def read(self, correction: Correction) -> None:
        """Take in one more correction."""
        match correction:
            case AddMention(at=at):
                self._claim(correction, at)
            case RemoveMention(at=at) if at.is_in(self.text):
                self._leave(at.span)
            case MoveMention(at=at, to=to) if at.is_in(self.text) and to.is_in(self.text):
                self._move(at, to)
            case ChangeType(mentions=mentions, type=kind):
                self._change(correction, mentions, kind)
            case MergeEntities() | SplitEntity() | RenameEntity():
                self.identities.append(correction)
            case RemoveMention() | MoveMention():
                self.lost.append(correction)

    def _claim(self, correction: Correction, at: Anchor) -> None:
        if at.is_in(self.text):
            self._set(at.span, _Claim(_entity_type(at)))
        else:
            self.lost.append(correction)

    def _set(self, span: Span, claim: _Claim) -> None:
        self.claims[span] = claim
        self.absent.discard(span)
        self.moved.pop(span, None)

    def _leave(self, span: Span) -> None:
        self.claims.pop(span, None)
        self.absent.add(span)
        self.moved.pop(span, None)

    def _move(self, at: Anchor, to: Anchor) -> None:
        before = self.claims.get(at.span)
        claim = before or _Claim(_entity_type(at))
        self._leave(at.span)
        self._set(to.span, replace(claim, origin=claim.origin or at.span))
        if at.span != to.span:
            self.moved[at.span] = to.span

    def _change(self, correction: Correction, mentions: Sequence[Anchor], kind: EntityType) -> None:
        here = [a.span for a in mentions if a.is_in(self.text)]
        for span in here:
            before = self.claims.get(span)
            self._set(span, replace(before, type=kind) if before else _Claim(kind))
        if not here:
            self.lost.append(correction)

    def place(self, anchor: Anchor) -> Span:
        """Return where the mention that stood at an anchor stands in the end."""
        span, seen = anchor.span, {anchor.span}
        while span not in self.claims and span in self.moved:
            span = self.moved[span]
            if span in seen:
                break
            seen.add(span)
        return span


def _entity_type(anchor: Anchor) -> EntityType:
    kind: EntityType = anchor.type  # type: ignore[assignment]  # of a mention's anchor
    return kind


def correct_mentions(
    text: str,
    sentences: Sequence[Sentence],
    mentions: tuple[Mention, ...],
    entities: tuple[Entity, ...],
    corrections: Corrections,
) -> Named:
    """Return the mentions and entities as corrected, both in text order."""
    wanted = _Wanted(text)
    for correction in corrections:
        wanted.read(correction)
    if not (wanted.claims or wanted.absent or wanted.identities):
        return Named(mentions, entities, {}, tuple(wanted.lost))
    marked = _Mentions(text, sentences, mentions, wanted).corrected()
    gathering = _Gathering(text, mentions, entities, marked, wanted)
    found, owned, heirs = gathering.entities()
    return Named(owned, found, heirs, tuple(wanted.lost))


class _Mentions:
    """Which words are mentions, once the corrections are heard."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        wanted: _Wanted,
    ) -> None:
        self._text = text
        self._wanted = wanted
        self._found = mentions
        self._at = {m.span: m for m in mentions}
        self._sentences = SentenceFinder(sentences)

    def corrected(self) -> tuple[Mention, ...]:
        """Return the mentions in text order, outer ones first; entities are the old ones yet."""
        claims = self._wanted.claims
        edges = _Edges(claims)
        kept = [m for m in self._found if self._stays(m, edges)]
        used: set[str] = set()
        made = []
        moved_first = sorted(claims.items(), key=lambda item: (item[1].origin is None, item[0]))
        for span, claim in moved_first:
            mention = self._made(span, claim, used)
            used.add(mention.id)
            made.append(mention)
        return tuple(sorted([*kept, *made], key=lambda m: (m.span.start, -m.span.end)))

    def _stays(self, mention: Mention, edges: _Edges) -> bool:
        span, wanted = mention.span, self._wanted
        return not (span in wanted.claims or span in wanted.absent or edges.cut(span))

    def _made(self, span: Span, claim: _Claim, used: set[str]) -> Mention:
        sentence = self._sentences.at(span)
        base = self._base(span, claim)
        if base is None or base.id in used:
            name = f"m{span.start}-{span.end}"
            return Mention(name, span, claim.type, sentence, rule=USER)
        same = base.type == claim.type
        return replace(
            base,
            span=span,
            type=claim.type,
            sentence=sentence,
            stands_for=base.stands_for if same else None,
            holder=base.holder if same else None,
            confidence=1.0,
            rule=USER,
        )

    def _base(self, span: Span, claim: _Claim) -> Mention | None:
        """Return the mention that is changed: one that was moved here before, or the one there."""
        here = self._at.get(span)
        if here is not None and here.rule == USER:
            return here
        origin = self._at.get(claim.origin) if claim.origin else None
        return origin or here


class _Edges:
    """Tells which spans are cut by one of the claimed ones."""

    def __init__(self, claims: Iterable[Span]) -> None:
        self._spans = sorted(claims)
        self._starts = [s.start for s in self._spans]
        self._longest = max((len(s) for s in self._spans), default=0)

    def cut(self, span: Span) -> bool:
        """Tell whether a claimed span and this one overlap, and none holds the other."""
        first = bisect_right(self._starts, span.start - self._longest)
        last = bisect_right(self._starts, span.end)
        return any(
            s.overlaps(span) and not s.contains(span) and not span.contains(s)
            for s in self._spans[max(0, first - 1) : last]
        )


class _Gathering:
    """Makes the entities of the corrected mentions."""

    def __init__(
        self,
        text: str,
        before: Sequence[Mention],
        entities: Sequence[Entity],
        mentions: Sequence[Mention],
        wanted: _Wanted,
    ) -> None:
        self._text = text
        self._before = before
        self._stood: defaultdict[str, set[Span]] = defaultdict(set)  # before, by entity
        for mention in before:
            self._stood[mention.entity or ""].add(mention.span)
        self._entities = {e.id: e for e in entities}
        self._named: dict[tuple[str, str], str] = {}  # entities by type and folded form
        for entity in entities:
            for form in (entity.name, *(v.text for v in entity.variants)):
                self._named.setdefault((entity.type, fold(form)), entity.id)
        self._mentions = mentions
        self._wanted = wanted
        self._at = {m.span: m for m in mentions}
        self._members: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            if mention.entity in self._entities:
                self._members[str(mention.entity)].append(mention)
        self._uniform = {e: len({m.type for m in of}) == 1 for e, of in self._members.items()}
        self._labels: list[tuple[Span, ...]] = []  # the first have the say in its identity
        self._pinned: dict[Span, int] = {}
        self._names: dict[Span, str] = {}
        for correction in wanted.identities:
            self._pin(correction)

    # -- what the corrections say of identity ------------------------------------------------

    def _pin(self, correction: MergeEntities | SplitEntity | RenameEntity) -> None:
        match correction:
            case MergeEntities(into=into, others=others, name=name):
                self._merge(correction, self._spans(into), self._spans(others), name)
            case SplitEntity(off=off, rest=rest):
                self._split(correction, self._spans(off), self._spans(rest))
            case RenameEntity(mentions=anchors, name=name):
                spans = self._spans(anchors)
                self._name(spans, name)
                if not spans:
                    self._wanted.lost.append(correction)

    def _spans(self, anchors: Iterable[Anchor]) -> tuple[Span, ...]:
        """Return where the anchors' mentions are; none of those that are gone or nameless."""
        places = (self._wanted.place(a) for a in anchors if a.is_in(self._text))
        return tuple(
            s for s in dict.fromkeys(places) if s in self._at and self._at[s].type not in NAMELESS
        )

    def _label(self, spans: tuple[Span, ...]) -> None:
        self._labels.append(spans)
        self._pinned |= dict.fromkeys(spans, len(self._labels) - 1)

    def _name(self, spans: Iterable[Span], name: str) -> None:
        self._names |= dict.fromkeys(spans, name)

    def _merge(
        self, correction: Correction, into: tuple[Span, ...], others: tuple[Span, ...], name: str
    ) -> None:
        if not into or not others:
            self._wanted.lost.append(correction)
            return
        self._label((*into, *others))
        self._name((*into, *others), name)

    def _split(self, correction: Correction, off: tuple[Span, ...], rest: tuple[Span, ...]) -> None:
        if not off or not rest:
            self._wanted.lost.append(correction)
            return
        self._label(rest)
        self._label(off)
        self._name(off, "")

    # -- who belongs together ----------------------------------------------------------------

    def entities(self) -> tuple[tuple[Entity, ...], tuple[Mention, ...], Mapping[str, str]]:
        """Return the entities and the mentions with their entities, and the heirs."""
        keys = self._keys()
        groups: defaultdict[Key, list[Mention]] = defaultdict(list)
        for mention, key in zip(self._mentions, keys, strict=True):
            if key is not None:
                groups[key].append(mention)
        ids = self._ids(groups)
        owner = {m.id: ids[key] for key, members in groups.items() for m in members}
        heirs = self._heirs(owner)
        made = [self._described(ids[key], key, members) for key, members in groups.items()]
        known = {entity.id for entity in made}
        unmentioned = {m.entity for m in self._before}
        idle = [e for e in self._entities.values() if e.id not in known | unmentioned]
        found = tuple(self._tied(e, known, heirs) for e in (*made, *idle))
        return found, tuple(self._owned(m, owner, known, heirs) for m in self._mentions), heirs

    def _keys(self) -> list[Key | None]:
        """Return for each mention what it shares with the others of its entity."""
        first = [self._key(m) for m in self._mentions]
        settled: defaultdict[Key, list[Mention]] = defaultdict(list)
        for mention, key in zip(self._mentions, first, strict=True):
            if key is not None and mention.span in self._pinned:
                settled[key].append(mention)
        return [
            key if key is None else self._label_key(m, settled.get(key, ())) or key
            for m, key in zip(self._mentions, first, strict=True)
        ]

    def _label_key(self, mention: Mention, settled: Sequence[Mention]) -> Key | None:
        """Return the key of the label that a mention has, or that it follows its like into."""
        if mention.span in self._pinned:
            return "label", str(self._pinned[mention.span]), mention.type
        like = [m for m in settled if self._folded(m) == self._folded(mention)] or settled
        labels = Counter(self._pinned[m.span] for m in like if m.type == mention.type)
        return ("label", str(labels.most_common(1)[0][0]), mention.type) if labels else None

    def _key(self, mention: Mention) -> Key | None:
        """Return the key of a mention before the corrections of identity are heard."""
        if mention.type in NAMELESS:
            return None
        entity = self._entities.get(mention.entity or "")
        if entity is None:
            return self._joined(mention) if mention.rule == USER else None
        if entity.type == mention.type or self._uniform[entity.id]:
            return "entity", entity.id
        return "retyped", entity.id, mention.type

    def _joined(self, mention: Mention) -> Key:
        """Return the key of an entity of these letters and type, or of a new one."""
        form = mention.type, self._folded(mention)
        known = self._named.get(form)
        return ("entity", known) if known else ("new", *form)

    def _folded(self, mention: Mention) -> str:
        return fold(shown(self._text, mention.span))

    # -- their ids ---------------------------------------------------------------------------

    def _ids(self, groups: Mapping[Key, list[Mention]]) -> dict[Key, str]:
        """Return an id for each group: that of the entity that it goes on as, or a new one."""
        ids = {key: key[1] for key in groups if key[0] == "entity"}
        taken = set(ids.values())
        others = [key for key in groups if key not in ids]
        for key in sorted(others, key=lambda key: self._claim_to(key, groups[key])):
            free = (e for e in self._preferred(key, groups[key]) if e not in taken)
            ids[key] = next(free, "") or _new_id(groups[key][0], taken | self._entities.keys())
            taken.add(ids[key])
        return ids

    def _claim_to(self, key: Key, members: Sequence[Mention]) -> tuple[int, Span]:
        """Rank a group by how many of its mentions the entity has that it asks for first."""
        preferred = self._preferred(key, members)
        shared = sum(m.entity == preferred[0] for m in members) if preferred else 0
        return -shared, members[0].span

    def _preferred(self, key: Key, members: Sequence[Mention]) -> list[str]:
        """Return the ids of entities of its type that a group may go on as, the best first."""
        if key[0] != "label":
            return []
        order = {span: at for at, span in enumerate(self._labels[int(key[1])])}
        last = len(order)
        ranked = sorted(members, key=lambda m: (order.get(m.span, last), m.span))
        old = [m.entity for m in ranked if m.entity]
        same = [e for e in old if e in self._entities and self._entities[e].type == key[2]]
        return list(dict.fromkeys(same))

    def _heirs(self, owner: Mapping[str, str]) -> dict[str, str]:
        """Return for each entity that is gone the one that has most of its mentions now."""
        now: defaultdict[str, Counter[str]] = defaultdict(Counter)
        left = set(owner.values())
        for mention in self._before:
            if mention.entity in self._entities and mention.entity not in left:
                now[str(mention.entity)][owner.get(mention.id, "")] += 1
        return {old: max(heirs, key=lambda h: (bool(h), heirs[h])) for old, heirs in now.items()}

    # -- how they are told of ----------------------------------------------------------------

    def _described(self, name: str, key: Key, members: Sequence[Mention]) -> Entity:
        base = self._entities.get(name)
        given = next((self._names[m.span] for m in members if self._names.get(m.span)), "")
        kind = members[0].type
        old = self._stood.get(name, set()) if base else set()
        unchanged = base is not None and base.type == kind and old == {m.span for m in members}
        by_user = key[0] != "entity" or bool(given) or (base is not None and base.type != kind)
        if base is not None and unchanged and not by_user:
            return base
        if base is None or base.type != kind:
            base = Entity(name, kind, "", ())
        texts = Counter(shown(self._text, m.span) for m in members)
        title = given or _canonical(base.name, texts)
        rule = USER if by_user else base.rule
        variants = base.variants if unchanged else _variants(base, texts, title)
        return replace(base, name=title, variants=variants, rule=rule)

    def _tied(self, entity: Entity, known: set[str], heirs: Mapping[str, str]) -> Entity:
        """Return an entity whose ties to others lead to what those are now."""
        return replace(
            entity,
            related=self._now(entity.related, known, heirs),
            part_of=self._now(entity.part_of, known, heirs),
        )

    def _owned(
        self,
        mention: Mention,
        owner: Mapping[str, str],
        known: set[str],
        heirs: Mapping[str, str],
    ) -> Mention:
        return replace(
            mention,
            entity=owner.get(mention.id),
            stands_for=self._now(mention.stands_for, known, heirs),
            holder=self._now(mention.holder, known, heirs),
        )

    def _now(self, name: str | None, known: set[str], heirs: Mapping[str, str]) -> str | None:
        """Return the id that an entity's id or name leads to now; None where it is gone."""
        if name not in self._entities or name in known:
            return name
        return heirs.get(str(name)) or None


def _new_id(first: Mention, taken: set[str]) -> str:
    name = f"e{first.span.start}-{first.span.end}"
    while name in taken:
        name += "+"
    return name


def _canonical(before: str, texts: Counter[str]) -> str:
    """Return the name that the entity had, if it still has it, or its fullest form."""
    if before and fold(before) in map(fold, texts):
        return before
    return max(texts, key=lambda text: _fullness(text, texts[text]))


def _fullness(text: str, count: int) -> tuple[int, int, int, int, str]:
    """Rank forms of a name as the standard does: words, hamzas, how frequent it is."""
    hamzas = sum(char in _HAMZAS for char in text)
    return len(text.split()), hamzas, count, -len(text), text


def _variants(base: Entity, texts: Counter[str], name: str) -> tuple[Variant, ...]:
    known = {v.text: v for v in base.variants}
    return tuple(
        replace(known[text], count=count)
        if text in known
        else Variant(text, _kind(text, name), count, USER)
        for text, count in texts.most_common()
    )


def _kind(text: str, name: str) -> VariantKind:
    return "spelling" if fold(text) == fold(name) else "alias"
