"""Words found in an article of any size: piece by piece, from what is in sight on.

A piece is small enough that the window gets its turn between two of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.core.normalize import find_folded
from reader.core.types import Span
from reader.gui.views.article.marks import SpanIndex, spans_index

MOST = 100_000  # hits that are gone through
PIECE = 20_000  # code points
_REACH = 200  # code points that a hit may be longer than what is looked for, four times over


@dataclass(frozen=True, slots=True)
class Hits:
    """Where the words are, in text order.

    Attributes:
        are_all: whether there are no more; the text was read to its end.
    """

    index: SpanIndex[Span]
    are_all: bool

    def __len__(self) -> int:
        return len(self.index.items)

    def at(self, number: int) -> Span:
        """Return a hit by its number, from 0."""
        return self.index.items[number]

    def next(self, offset: int) -> int:
        """Return the number of the first hit at an offset or after it, around the end."""
        number = self.index.first(offset)
        return number if number < len(self) else 0


NO_HITS = Hits(spans_index(()), are_all=True)


def hits_in(text: str, query: str) -> Hits:
    """Find words in a text that is short enough for the window's own thread."""
    return _hits(list(find_folded(text, query)), are_all=True)


def search(
    text: str,
    query: str,
    begin: int,
    report: Callable[[Hits], None],
    *,
    piece: int = PIECE,
) -> Hits:
    """Find words in a long text, from an offset on and around the end.

    `report` takes the hits of the first piece that has any, and none at every other piece; it
    may raise to end the work.
    """
    found: list[Span] = []
    for near in _pieces(text, query, begin, piece):
        report(NO_HITS if found or not near else _hits(near, are_all=False))
        found += near
        if len(found) >= MOST:
            return _hits(sorted(found[:MOST]), are_all=False)
    return _hits(sorted(found), are_all=True)


def _hits(spans: list[Span], *, are_all: bool) -> Hits:
    return Hits(spans_index(spans), are_all=are_all)


def _pieces(text: str, query: str, begin: int, piece: int) -> Iterator[list[Span]]:
    edge = len(text)
    for near in _between(text, query, Span(begin, edge), edge, piece):
        edge = min(edge, near[0].start) if near else edge
        yield near
    yield from _between(text, query, Span(0, begin), edge, piece)


def _between(text: str, query: str, part: Span, edge: int, piece: int) -> Iterator[list[Span]]:
    """Return the hits that begin in a part of the text, piece by piece; they end at `edge`."""
    reach = _REACH + 4 * len(query)
    start = part.start
    while start < part.end:
        stop = min(start + piece, part.end)
        near = find_folded(text[start : min(stop + reach, edge)], query)
        hits = [Span(start + s.start, start + s.end) for s in near if start + s.start < stop]
        yield hits
        start = max(stop, hits[-1].end if hits else stop)
