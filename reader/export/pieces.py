"""What was found, cut so that nothing overlaps and no letters are torn apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from reader.core.types import Span

T = TypeVar("T")
_LAM, _ALEFS = "\u0644", frozenset("\u0622\u0623\u0625\u0627\u0671")
_WORD_LEFT = re.compile("[\\w\u0610-\u061a\u064b-\u065f\u0670\u200d]{0,40}")


def unbroken(span: Span, text: str) -> Span:
    """Return a span whose ends cut no lam from its alef: the two are one sign."""
    return Span(_whole(span.start, text), _whole(span.end, text))


def _whole(place: int, text: str) -> int:
    cuts = 0 < place < len(text) and text[place - 1] == _LAM and text[place] in _ALEFS
    return place - 1 if cuts else place


def word_end(place: int, text: str) -> int:
    """Return where the word that a place is in ends, or goes on too far to matter."""
    found = _WORD_LEFT.match(text, place)
    return found.end() if found else place


class Layer(Generic[T]):
    """Findings of one kind; where several are at a letter, the innermost is."""

    def __init__(self, findings: Iterable[tuple[Span, T]]) -> None:
        ordered = sorted(findings, key=lambda f: (f[0].start, -f[0].end))
        self._pieces = [piece for piece in _innermost(ordered) if len(piece[0])]
        self._next = 0

    def edges(self) -> Iterator[int]:
        """Yield where pieces begin and end."""
        for span, _ in self._pieces:
            yield span.start
            yield span.end

    def at(self, place: int) -> T | None:
        """Return what is found at a letter; each letter asked for is after the one before."""
        pieces = self._pieces
        while self._next < len(pieces) and pieces[self._next][0].end <= place:
            self._next += 1
        if self._next == len(pieces) or place < pieces[self._next][0].start:
            return None
        return pieces[self._next][1]


def _innermost(ordered: Iterable[tuple[Span, T]]) -> Iterator[tuple[Span, T]]:
    open_: list[tuple[Span, T]] = []
    place = 0
    for span, found in ordered:
        while open_ and open_[-1][0].end <= span.start:
            before = open_.pop()
            yield Span(place, max(place, before[0].end)), before[1]
            place = max(place, before[0].end)
        if open_:
            yield Span(place, span.start), open_[-1][1]
        place = span.start
        open_.append((span, found))
    for span, found in reversed(open_):
        yield Span(place, max(place, span.end)), found
        place = max(place, span.end)
