"""Span algebra: covering, overlap, and search in sorted spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from reader.core.types import Span


def covering(spans: Iterable[Span]) -> Span:
    """Return the smallest span that holds all of `spans`; ValueError if there are none."""
    whole = list(spans)
    return Span(min(s.start for s in whole), max(s.end for s in whole))


class SpanIndex:
    """Disjoint spans in text order, searched by offset in O(log n)."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [s.start for s in self._spans]
        self._ends = [s.end for s in self._spans]

    def at(self, offset: int) -> int | None:
        """Return the index of the span that holds `offset`, or None."""
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset < self._ends[i] else None

    def touching(self, span: Span) -> range:
        """Return the indices of the spans that overlap `span`."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))
