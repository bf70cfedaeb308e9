"""What differs between a repeated passage and its first copy, word by word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from reader.core.clitics import readings
from reader.core.normalize import fold
from reader.core.types import Repetition, Span
from reader.gui.models.index import AnalysisIndex

Kind = Literal[
    "number", "name", "attribution", "date", "negation", "title", "words", "spelling", "signs"
]
KINDS: tuple[Kind, ...] = (
    "number",
    "name",
    "attribution",
    "date",
    "negation",
    "title",
    "words",
    "spelling",
    "signs",
)
WEIGHTY: frozenset[Kind] = frozenset({"number", "name", "attribution", "date", "negation"})
_TOKEN = re.compile(r"\d[\d.,٫٬/:]*\d|\w[\w\u064b-\u0652\u0670\u0640]*|[^\w\s]")
_MOST = 3000  # words of a passage that are compared one by one; the work grows with their square


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of one copy in the place of others; one of the two may be empty."""

    kind: Kind
    first: Span
    copy: Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two passages; differences are in text order."""

    repetition: Repetition
    differences: tuple[Difference, ...]

    @property
    def by_weight(self) -> tuple[Difference, ...]:
        """The differences, those that change what is said first."""
        return tuple(sorted(self.differences, key=lambda d: (KINDS.index(d.kind), d.first)))


class Comparer:
    """Compares the repeats of one analysis with their first copies."""

    def __init__(self, index: AnalysisIndex, negations: frozenset[str]) -> None:
        self._text = index.text
        self._negations = negations
        names = (m for m in index.analysis.mentions if m.type not in {"TITLE", "COUNT"})
        self._names = sorted(m.span for m in names)
        self._conflicts = frozenset(
            (c.of, c.span) for r in index.analysis.repetitions for c in r.conflicts
        )

    def compare(self, repetition: Repetition) -> Comparison:
        """Return where a repeat differs from its first copy."""
        first, copy = self._words(repetition.of), self._words(repetition.span)
        found = []
        for i, j, k, m in _changes(self._keys(first), self._keys(copy)):
            old, now = first[i:j], copy[k:m]
            spans = _cover(old, first, i), _cover(now, copy, k)
            found.append(Difference(self._kind(old, now), *spans))
        return Comparison(repetition, tuple(found))

    def _words(self, passage: Span) -> list[Span]:
        matches = _TOKEN.finditer(self._text, passage.start, passage.end)
        return [Span(match.start(), match.end()) for match in matches]

    def _keys(self, words: Iterable[Span]) -> list[str]:
        return [word.of(self._text) for word in words]

    def _kind(self, old: Sequence[Span], now: Sequence[Span]) -> Kind:
        before, after = self._folded(old), self._folded(now)
        if not any(_has_letters(word) for word in before + after):
            return "signs"
        if before == after:
            return "spelling"
        if _numbers(before) != _numbers(after):
            return "number"
        if self._negative(before) != self._negative(after):
            return "negation"
        return "name" if any(self._is_name(word) for word in old) else "words"

    def _folded(self, words: Iterable[Span]) -> list[str]:
        return [fold(word.of(self._text)) for word in words]

    def _negative(self, words: Iterable[str]) -> bool:
        return any(r.form in self._negations for word in words for r in readings(word))

    def _is_name(self, word: Span) -> bool:
        at = bisect_right(self._names, word.start, key=lambda name: name.start)
        return any(name.overlaps(word) for name in self._names[max(0, at - 4) : at + 1])


def _has_letters(word: str) -> bool:
    return any(char.isalnum() for char in word)


def _numbers(words: Iterable[str]) -> list[str]:
    return [word for word in words if any(char.isdigit() for char in word)]


def _changes(first: list[str], copy: list[str]) -> list[tuple[int, int, int, int]]:
    """Return (i, j, k, m) where words i to j of the first stand as words k to m in the copy."""
    shorter = min(len(first), len(copy))
    head = next((n for n in range(shorter) if first[n] != copy[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if first[-1 - n] != copy[-1 - n]), rest)
    a, b = first[head : len(first) - tail], copy[head : len(copy) - tail]
    if not a and not b:
        return []
    if max(len(a), len(b)) > _MOST:
        return [(head, head + len(a), head, head + len(b))]
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return [
        (head + i, head + j, head + k, head + m) for tag, i, j, k, m in blocks if tag != "equal"
    ]


def _cover(words: Sequence[Span], passage: Sequence[Span], at: int) -> Span:
    """Return the span of the words; of none, the empty one after the word before."""
    if words:
        return Span(words[0].start, words[-1].end)
    if not passage:
        return Span(0, 0)
    place = passage[at - 1].end if at else passage[0].start
    return Span(place, place)
