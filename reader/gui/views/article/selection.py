"""The selected part of the article, and how keys move its end."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QTextBoundaryFinder

from reader.core.types import Span
from reader.gui.offsets import Offsets
from reader.gui.views.article.column import Column


@dataclass(frozen=True, slots=True)
class Selection:
    """From where it was begun to where the caret is; both are offsets, in any order."""

    anchor: int = 0
    caret: int = 0

    @property
    def span(self) -> Span:
        """The selected part of the text, empty where nothing is selected."""
        return Span(min(self.anchor, self.caret), max(self.anchor, self.caret))

    def to(self, offset: int, *, extend: bool) -> Selection:
        """Move the caret, taking the anchor along unless the selection is extended."""
        return Selection(self.anchor if extend else offset, offset)

    def over(self, origin: Span, part: Span) -> Selection:
        """Return the selection of two parts and all between, the caret at the second's far end."""
        if part.start < origin.start:
            return Selection(origin.end, part.start)
        return Selection(origin.start, max(part.end, origin.end))


def word_at(column: Column, offset: int) -> Span:
    """Return the word that an offset falls in, or the blanks between words."""
    paragraph, text, units, finder = _finder(column, offset)
    if not text:
        return paragraph
    position = min(units.to_utf16(offset - paragraph.start), units.to_utf16(len(text)) - 1)
    finder.setPosition(position + 1)
    start = finder.toPreviousBoundary()
    end = finder.toNextBoundary()
    return Span(
        paragraph.start + units.to_code_point(max(start, 0)),
        paragraph.start + (units.to_code_point(end) if end >= 0 else len(text)),
    )


def next_word(column: Column, offset: int) -> int:
    """Return the start of the next word, in the next paragraph after the last."""
    paragraph, text, units, finder = _finder(column, offset)
    finder.setPosition(units.to_utf16(offset - paragraph.start))
    while (position := finder.toNextBoundary()) >= 0:
        at = units.to_code_point(position)
        if at < len(text) and not text[at].isspace():
            return paragraph.start + at
    if offset < paragraph.end:
        return paragraph.end
    number = column.next_shown(column.paragraphs.at(offset))
    return column.paragraphs.start(number) if number < len(column.paragraphs) else offset


def previous_word(column: Column, offset: int) -> int:
    """Return the start of this word or the one before, in the paragraph before from the first."""
    paragraph, text, units, finder = _finder(column, offset)
    finder.setPosition(units.to_utf16(offset - paragraph.start))
    while (position := finder.toPreviousBoundary()) >= 0:
        at = units.to_code_point(position)
        if at < len(text) and not text[at].isspace():
            return paragraph.start + at
    if offset > paragraph.start:
        return paragraph.start
    number = column.previous_shown(column.paragraphs.at(offset))
    return column.paragraphs.span(number).end if number >= 0 else offset


def _finder(column: Column, offset: int) -> tuple[Span, str, Offsets, QTextBoundaryFinder]:
    paragraph = column.paragraphs.span(column.paragraphs.at(offset))
    text = paragraph.of(column.paragraphs.text)
    word = QTextBoundaryFinder.BoundaryType.Word
    return paragraph, text, Offsets(text), QTextBoundaryFinder(word, text)


def beside(column: Column, offset: int, *, to_left: bool) -> int:
    """Return the next gap to the left or right as it is drawn; past an edge, the next paragraph."""
    number = column.paragraphs.at(offset)
    placed = column.place_of(number)
    found = placed.layout.beside(offset - placed.span.start, to_left=to_left)
    if found is not None:
        return placed.span.start + found
    if to_left:  # the text runs to the left
        number = column.next_shown(number)
        return column.paragraphs.start(number) if number < len(column.paragraphs) else offset
    number = column.previous_shown(number)
    return column.paragraphs.span(number).end if number >= 0 else offset


def above_or_below(column: Column, offset: int, x: float, lines: int) -> int:
    """Return the gap nearest to `x` that many lines further down; up, where it is negative."""
    at = offset
    for _ in range(abs(lines)):
        moved = _next_line(column, at, x, 1 if lines > 0 else -1)
        if moved == at:
            break
        at = moved
    return at


def _next_line(column: Column, offset: int, x: float, step: int) -> int:
    number = column.paragraphs.at(offset)
    placed = column.place_of(number)
    line = placed.layout.line_of(offset - placed.span.start).lineNumber() + step
    if not 0 <= line < placed.layout.layout.lineCount():
        number = column.next_shown(number) if step > 0 else column.previous_shown(number)
        if not 0 <= number < len(column.paragraphs):
            return placed.span.end if step > 0 else placed.span.start
        placed = column.place_of(number)
        line = 0 if step > 0 else placed.layout.layout.lineCount() - 1
    found = placed.layout.layout.lineAt(line)
    middle = QPointF(x - placed.at.x(), found.y() + found.height() / 2)
    return placed.span.start + placed.layout.gap_at(middle)


def line_edge(column: Column, offset: int, *, end: bool) -> int:
    """Return the first or the last gap of a line."""
    placed = column.place_of(column.paragraphs.at(offset))
    first, last = placed.layout.line_range(offset - placed.span.start)
    return placed.span.start + (last if end else first)


def paragraph_edge(column: Column, offset: int, *, down: bool) -> int:
    """Return the start of the next paragraph, or of this one or the one before it."""
    number = column.paragraphs.at(offset)
    if not down and offset > column.paragraphs.start(number):
        return column.paragraphs.start(number)
    number = column.next_shown(number) if down else column.previous_shown(number)
    if number < 0:
        return 0
    if number >= len(column.paragraphs):
        return column.paragraphs.span(len(column.paragraphs) - 1).end
    return column.paragraphs.start(number)
