"""Keyword in context: where words, a name or a kind of event stand, and what is around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal
from unicodedata import category

from reader.core.normalize import TATWEEL, find_folded, fold
from reader.core.types import Sentence, Span
from reader.gui.models.index import AnalysisIndex

Scope = tuple[Literal["words", "entity", "type", "cluster"], str]
CONTEXT = 160  # letters on each side; more than a line of a wide window holds
_KEY_WORDS = 4  # words that an order by context compares


@dataclass(frozen=True, slots=True)
class Line:
    """One place.

    Attributes:
        word: the written words, prefixes and endings with them.
        found: what was looked for in them.
        sentence: id of its sentence, "" where it is in none.
        number: of the sentence in the text, from 1; 0 where it is in none.
        repeats: how many folded copies its sentence has.
    """

    word: Span
    found: Span
    sentence: str
    number: int
    repeats: int


class Concordance:
    """The places in one article; folded copies are counted, not listed."""

    def __init__(self, index: AnalysisIndex) -> None:
        self._index = index
        self.text = index.text

    def lines(self, scope: Scope) -> tuple[Line, ...]:
        """Return the places of what is looked for, in text order."""
        return tuple(self._line(span) for span in sorted(self._spans(scope)))

    def name(self, scope: Scope) -> str:
        """Return what is looked for as the article calls it; a type's id for a type."""
        kind, key = scope
        if kind == "entity":
            return self._index.name(key)
        if kind == "cluster" and key in self._index.clusters:
            return self._index.clusters[key].label
        return key

    def _spans(self, scope: Scope) -> Iterable[Span]:
        kind, key = scope
        index = self._index
        if kind == "entity":
            return [m.span for m in index.mentions_of.get(key, ())]
        if kind == "words":
            return [hit for hit in find_folded(self.text, key) if not self._is_copy(hit)]
        wanted = index.analysis.events
        if kind == "cluster":
            return [v.trigger for v in wanted if v.cluster == key]
        return [v.trigger for v in wanted if v.type == key]

    def _line(self, found: Span) -> Line:
        index = self._index
        at = bisect_right(self._starts, found.start) - 1
        sentence = self._sentences[at] if at >= 0 else None
        if sentence is None or not sentence.span.overlaps(found):
            return Line(whole_words(self.text, found), found, "", 0, 0)
        return Line(
            whole_words(self.text, found),
            found,
            sentence.id,
            index.sentence_numbers[sentence.id],
            index.repeats.get(sentence.id, 0),
        )

    @cached_property
    def _sentences(self) -> list[Sentence]:
        return sorted(self._index.analysis.sentences, key=lambda s: s.span)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self._sentences]

    @cached_property
    def _copies(self) -> list[Span]:
        return sorted(repetition.span for repetition in self._index.analysis.repetitions)

    def _is_copy(self, span: Span) -> bool:
        at = bisect_right(self._copies, span.start, key=lambda copy: copy.start) - 1
        return at >= 0 and self._copies[at].overlaps(span)

    def before(self, line: Line) -> str:
        """Return what precedes the words in their paragraph, the last letters of it."""
        start = max(0, line.word.start - CONTEXT)
        return _flat(self.text[start : line.word.start].rpartition("\n")[2])

    def after(self, line: Line) -> str:
        """Return what follows the words in their paragraph, the first letters of it."""
        return _flat(self.text[line.word.end : line.word.end + CONTEXT].partition("\n")[0])

    def following(self, line: Line) -> tuple[str, ...]:
        """Return the next words as they are compared."""
        return tuple(_words(self.after(line))[:_KEY_WORDS])

    def preceding(self, line: Line) -> tuple[str, ...]:
        """Return the words before as they are compared, the nearest first."""
        return tuple(_words(self.before(line))[::-1][:_KEY_WORDS])


def _flat(words: str) -> str:
    return words.replace("\t", " ").replace("\r", " ")


def _words(text: str) -> list[str]:
    letters = "".join(c if c.isalnum() or category(c) == "Mn" else " " for c in text)
    return fold(letters).split()


def whole_words(text: str, span: Span) -> Span:
    """Return the span with the rest of its first and last word: «ل|إسرائيل|» → «لإسرائيل»."""
    start, end = span.start, span.end
    while start > 0 and span.start - start < CONTEXT and _joins(text[start - 1]):
        start -= 1
    while end < len(text) and end - span.end < CONTEXT and _joins(text[end]):
        end += 1
    return Span(start, end)


def _joins(char: str) -> bool:
    return char.isalnum() or char == TATWEEL or category(char) in {"Mn", "Cf"}


def table(concordance: Concordance, lines: Sequence[Line], head: Sequence[str]) -> str:
    """Return lines as tab-separated values under `head`, for a spreadsheet.

    A tab keeps the directions of the cells apart; a cell that a spreadsheet would compute is
    quoted with an apostrophe.
    """
    rows = ["\t".join(head)]
    for line in lines:
        cells = (
            str(line.number or ""),
            concordance.before(line).strip(),
            line.word.of(concordance.text),
            concordance.after(line).strip(),
            str(line.repeats),
        )
        rows.append("\t".join(_inert(" ".join(cell.split())) for cell in cells))
    return "\n".join(rows) + "\n"


def _inert(cell: str) -> str:
    bare = "".join(c for c in cell if category(c) != "Cf").lstrip()
    return f"'{cell}" if bare[:1] in {"=", "+", "-", "@", "＝", "＋", "－", "＠"} else cell
