"""What can be corrected at a place of the article, and corrections of it as values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.core.corrections.places import shown
from reader.core.corrections.types import (
    Anchor,
    Anchors,
    ChangeType,
    MergeEntities,
    MergeEvents,
    SplitEntity,
    SplitEvents,
)
from reader.core.normalize import find_folded, fold
from reader.core.types import Cluster, Entity, EntityType, Event, Mention, Span, TimeExpression
from reader.gui.models.index import AnalysisIndex

_PROCLITICS = frozenset("وفبلك")
_WORD_BEFORE = re.compile(r"\w*\Z")
_LONGEST = 8  # letters before a name in its word that are looked at


@dataclass(frozen=True, slots=True)
class Targets:
    """The findings that hold a letter, the innermost first."""

    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    events: tuple[Event, ...]


def targets_at(index: AnalysisIndex, offset: int) -> Targets:
    """Return all that was found at a letter of the article."""
    here = Span(offset, offset + 1)
    analysis = index.analysis
    mentions = [m for m in analysis.mentions if m.span.contains(here)]
    return Targets(
        mentions=tuple(sorted(mentions, key=lambda m: len(m.span))),
        times=tuple(t for t in analysis.times if t.span.contains(here)),
        events=tuple(e for e in analysis.events if e.trigger.contains(here)),
    )


def anchor(index: AnalysisIndex, span: Span, kind: str) -> Anchor:
    """Return the name by which a correction knows a place."""
    return Anchor(span, index.words(span), kind)


def mention_anchors(index: AnalysisIndex, mentions: Iterable[Mention]) -> Anchors:
    """Return the anchors of mentions."""
    return tuple(anchor(index, m.span, m.type) for m in mentions)


def alike(index: AnalysisIndex, mention: Mention) -> tuple[Mention, ...]:
    """Return all mentions of the mention's entity, itself where it has none."""
    return index.mentions_of.get(mention.entity or "", (mention,))


def forms(index: AnalysisIndex, mentions: Iterable[Mention]) -> dict[str, tuple[Mention, ...]]:
    """Return mentions by the form that the text writes them in."""
    found: dict[str, tuple[Mention, ...]] = {}
    for mention in mentions:
        words = shown(index.text, mention.span)
        found[words] = (*found.get(words, ()), mention)
    return found


def split(index: AnalysisIndex, off: Sequence[Mention]) -> SplitEntity | None:
    """Return the correction that splits mentions off their entity; None where they are all."""
    gone = {m.id for m in off}
    rest = [m for m in alike(index, off[0]) if m.id not in gone]
    if not rest:
        return None
    return SplitEntity(mention_anchors(index, off), mention_anchors(index, rest))


def merge(index: AnalysisIndex, entity: str, into: str) -> MergeEntities:
    """Return the correction that makes one entity of two, under the name of the second."""
    return MergeEntities(
        into=mention_anchors(index, index.mentions_of[into]),
        others=mention_anchors(index, index.mentions_of[entity]),
        name=index.entities[into].name,
    )


def retype(index: AnalysisIndex, mentions: Sequence[Mention], kind: EntityType) -> ChangeType:
    """Return the correction that gives mentions another type."""
    return ChangeType(mention_anchors(index, mentions), kind)


def mergeable(index: AnalysisIndex, entity: str) -> tuple[Entity, ...]:
    """Return the other entities of an entity's type, the likeliest first: of a common word."""
    kind = index.entities[entity].type
    words = set(fold(index.entities[entity].name).split())
    others = (
        e
        for e in index.analysis.entities
        if e.type == kind and e.id != entity and e.id in index.mentions_of
    )
    return tuple(sorted(others, key=lambda e: not words & set(fold(e.name).split())))


def event_anchors(index: AnalysisIndex, events: Iterable[str]) -> Anchors:
    """Return the anchors of the words that tell events."""
    told = (index.events[name] for name in events if name in index.events)
    return tuple(anchor(index, e.trigger, e.type) for e in told)


def merge_events(index: AnalysisIndex, cluster: str, into: str) -> MergeEvents:
    """Return the correction that makes one event of two."""
    one, other = (event_anchors(index, index.clusters[c].events) for c in (into, cluster))
    return MergeEvents(into=one, others=other)


def split_event(index: AnalysisIndex, event: Event) -> SplitEvents | None:
    """Return the correction that makes a telling another event; None where it is the only one."""
    others = [name for name in index.clusters[event.cluster].events if name != event.id]
    rest = event_anchors(index, others)
    return SplitEvents(event_anchors(index, (event.id,)), rest) if rest else None


def like_events(index: AnalysisIndex, cluster: str) -> tuple[Cluster, ...]:
    """Return the other events, the likeliest first: of its type, then of a common word."""
    this = index.clusters[cluster]
    words = set(fold(this.label).split())
    others = (c for c in index.analysis.clusters if c.id != cluster)
    return tuple(
        sorted(others, key=lambda c: (c.type != this.type, not words & set(fold(c.label).split())))
    )


def places_of(index: AnalysisIndex, span: Span) -> tuple[Span, ...]:
    """Return where the text has the words of a span as a name, folded copies left out.

    Before them may stand a proclitic in the same word, after them no letter: «فيروس» is in
    «وفيروس», but not in «الفيروسات».
    """
    text, copies = index.text, [r.span for r in index.analysis.repetitions]
    return tuple(
        found
        for found in find_folded(text, index.words(span))
        if _is_word(text, found) and not any(copy.overlaps(found) for copy in copies)
    )


def _is_word(text: str, span: Span) -> bool:
    before = _WORD_BEFORE.search(text, max(0, span.start - _LONGEST), span.start)
    letters = before[0] if before else ""
    after = text[span.end : span.end + 1]
    return all(letter in _PROCLITICS for letter in letters) and not after.isalpha()


def trimmed(text: str, span: Span) -> Span:
    """Return a selection without the blanks at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
