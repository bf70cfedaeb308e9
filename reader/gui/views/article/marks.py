"""What was found in the article, looked up by place."""

from __future__ import annotations

import gc
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter, le, sub
from typing import Any, Generic, TypeVar

from reader.core.confidence import DOUBTFUL
from reader.core.corrections.types import USER
from reader.core.types import Analysis, Event, Mention, Span, TimeExpression

TIME, TRIGGER = "TIME", "TRIGGER"
SPAN: Callable[[Any], Span] = attrgetter("span")
# So many are no more walked in search of garbage, which would stop the window for 50 ms: they
# are values without cycles, and go as soon as nothing holds them.
_MANY = 20_000
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under the pointer: "mention", "time" or "event", and its id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to paint, and what a click on it means.

    Attributes:
        type: an entity type, TIME or TRIGGER.
        depth: in how many other mentions it lies.
        by_user: whether the reader decided on it.
    """

    span: Span
    type: str
    hit: Hit
    depth: int = 0
    doubtful: bool = False
    by_user: bool = False


class SpanIndex(Generic[T]):
    """Things that each have a span, found by the part of the text that they touch.

    Attributes:
        items: in the order of their starts.
    """

    def __init__(self, items: Sequence[T], span_of: Callable[[T], Span]) -> None:
        spans = list(map(span_of, items))
        starts = [span.start for span in spans]
        if not all(map(le, starts, starts[1:])):
            order = sorted(range(len(starts)), key=starts.__getitem__)
            items, spans = [items[n] for n in order], [spans[n] for n in order]
            starts.sort()
        self.items = items
        self._span_of = span_of
        self._starts = array("q", starts)
        self._longest = max(map(sub, [span.end for span in spans], starts), default=0)

    def touching(self, span: Span) -> list[T]:
        """Return what shares a character with `span`, in text order, the longer first."""
        found: list[tuple[int, int, int]] = []
        for number in range(self.first(span.start - self._longest), len(self.items)):
            start = self._starts[number]
            if start >= span.end:
                break
            end = self._span_of(self.items[number]).end
            if end > span.start:
                found.append((start, -end, number))
        return [self.items[number] for _, _, number in sorted(found)]

    def first(self, offset: int) -> int:
        """Return the number of the first that begins at `offset` or after it."""
        return bisect_left(self._starts, offset)

    def first_between(self, start: int, end: int) -> T | None:
        """Return the first that begins in a half-open range of offsets."""
        number = self.first(start)
        found = number < len(self._starts) and self._starts[number] < end
        return self.items[number] if found else None


def spans_index(spans: Sequence[Span]) -> SpanIndex[Span]:
    """Return bare spans, found by place."""
    return SpanIndex(spans, lambda span: span)


class Marks:
    """The mentions, times and events of an analysis, as what is painted for them.

    Attributes:
        types: the types that are painted: entity types, TIME and TRIGGER.
    """

    def __init__(self, analysis: Analysis | None, types: frozenset[str]) -> None:
        self.types = types
        if analysis and len(analysis.mentions) > _MANY:
            gc.freeze()
        self.mentions: SpanIndex[Mention] = SpanIndex(analysis.mentions if analysis else (), SPAN)
        self.times: SpanIndex[TimeExpression] = SpanIndex(analysis.times if analysis else (), SPAN)
        self.events: SpanIndex[Event] = SpanIndex(
            analysis.events if analysis else (), attrgetter("trigger")
        )

    def touching(self, span: Span) -> list[Mark]:
        """Return what is painted in a part of the text: names, then times, then events."""
        mentions = [m for m in self.mentions.touching(span) if m.type in self.types]
        found = [
            Mark(
                m.span,
                m.type,
                Hit("mention", m.id),
                depth,
                m.confidence < DOUBTFUL,
                m.rule == USER,
            )
            for m, depth in _depths(mentions)
        ]
        if TIME in self.types:
            found += [
                Mark(
                    t.span,
                    TIME,
                    Hit("time", t.id),
                    doubtful=t.confidence < DOUBTFUL,
                    by_user=t.basis == USER,
                )
                for t in self.times.touching(span)
            ]
        if TRIGGER in self.types:
            found += [
                Mark(
                    e.trigger,
                    TRIGGER,
                    Hit("event", e.id),
                    doubtful=e.confidence < DOUBTFUL,
                    by_user=e.rule == USER,
                )
                for e in self.events.touching(span)
            ]
        return found


def innermost(marks: Sequence[Mark]) -> Mark | None:
    """Return what a click on all of them means: the shortest name, else the shortest."""
    named = [m for m in marks if m.hit.kind == "mention"]
    return min(named or marks, key=lambda m: len(m.span), default=None)


def without(span: Span, others: Sequence[Span]) -> list[Span]:
    """Return the parts of a span that lie in none of the others."""
    parts = [span]
    for other in others:
        parts = [
            piece
            for part in parts
            for piece in (
                Span(part.start, min(part.end, other.start)),
                Span(max(part.start, other.end), part.end),
            )
            if piece.start < piece.end
        ]
    return parts


def _depths(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, int]]:
    """Yield each mention with the number of mentions that it lies in."""
    outer: list[Mention] = []
    for mention in mentions:
        outer = [o for o in outer if o.span.end > mention.span.start]
        yield mention, sum(o.span.contains(mention.span) for o in outer)
        outer.append(mention)
