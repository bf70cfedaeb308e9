"""The paragraphs of an article below one another, and the part of them that is in sight.

Only what comes in sight is laid out; the rest has an estimated height. What stands at
the top of the view is kept there while estimates above and below it are mended: the
place of the view is a paragraph and a distance in it, and its distance from the top of
the article follows from them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from reader.core.types import Block, Span
from reader.gui.fonts import reading_font
from reader.gui.views.article.folds import Fold
from reader.gui.views.article.layouts import LayoutCache, ParagraphLayout, Setting
from reader.gui.views.article.paragraphs import Heights, Paragraphs
from reader.gui.views.article.structure import Structure

ABOVE, BELOW = 28.0, 48.0  # space before the first paragraph and after the last, pixels
MARKER = 34.0  # height of a fold's marker, pixels
_EXACT = 20_000  # code points: a text no longer is laid out as a whole
_SAMPLE = 500  # code points from which the width of a character is estimated
_PARAGRAPHS = 64  # of a span, at most, whose places are told
_ROUNDS = 12  # laying out mends heights, which may bring more in sight


@dataclass(frozen=True)
class Placed:
    """A paragraph in sight.

    Attributes:
        at: top left of its lines, in the viewport.
    """

    number: int
    span: Span
    at: QPointF
    layout: ParagraphLayout

    def rectangles(self, span: Span) -> list[QRectF]:
        """Return where its part of a span stands in the viewport."""
        start, end = max(span.start, self.span.start), min(span.end, self.span.end)
        if start >= end:
            return []
        runs = self.layout.runs(start - self.span.start, end - self.span.start)
        return [run.translated(self.at) for run in runs]

    def lines_span(self, top: float, bottom: float) -> Span:
        """Return the part of the text on the lines between two heights of the viewport."""
        seen = [
            line
            for line in self.layout.lines()
            if self.at.y() + line.y() < bottom and self.at.y() + line.y() + line.height() > top
        ]
        if not seen:
            return Span(self.span.start, self.span.start)
        to_offset = self.layout.shown.offset
        last = seen[-1].textStart() + seen[-1].textLength()
        start = self.span.start
        return Span(start + to_offset(seen[0].textStart()), start + to_offset(last))


class Column:
    """The text of one article as it is set, of which a part is in sight.

    Attributes:
        left: where the lines begin, pixels from the left of the viewport.
        view: height of the viewport, pixels.
        version: another one when the text, its setting or its folds are others.
    """

    def __init__(self) -> None:
        self.version = 0
        self.paragraphs = Paragraphs("")
        self.left = 0.0
        self.view = 0.0
        self.setting = Setting(reading_font(16), 600.0, 150.0)
        self._title_end = 0
        self.structure = Structure()
        self._folds: Sequence[Fold] = ()
        self._fold_starts: list[int] = []
        self._open: frozenset[int] = frozenset()
        self._cache = LayoutCache(lambda number: self.lay_out(number, self.setting))
        self._heights = Heights([0.0])
        self._anchor = 0
        self._inside = -ABOVE

    # -- what is shown -----------------------------------------------------------------------

    def set_text(self, text: str, title_end: int, blocks: Sequence[Block] = ()) -> None:
        """Show another text from its start.

        `title_end` is the offset where its title ends, `blocks` what its file says of the rest.
        """
        self.paragraphs = Paragraphs(text)
        self.structure = Structure(blocks)
        self._title_end = title_end
        self._folds, self._fold_starts, self._open = (), [], frozenset()
        self._anchor, self._inside = 0, -ABOVE
        self._set_anew()
        self.settle()

    def set_setting(self, setting: Setting) -> None:
        """Set the text in other lines; what is read stays at the top."""
        kept = self._keep()
        self.setting = setting
        self._set_anew()
        self._restore(kept)

    def set_folds(self, folds: Sequence[Fold], is_open: frozenset[int]) -> None:
        """Fold paragraphs away, but for the folds of these numbers."""
        if not folds and not self._folds:
            return
        kept = self._keep()
        self._folds, self._open = folds, is_open
        self._fold_starts = [fold.blocks[0] for fold in folds]
        self._estimate()
        self._restore(kept)

    def _set_anew(self) -> None:
        self._cache.clear()
        self._estimate()

    def _keep(self) -> tuple[int, float]:
        """Return the letter at the top of the view, and how far its line has gone past it."""
        number, inside = self._anchor, self._inside
        if inside < 0 or self._is_hidden(number):
            return self.paragraphs.start(number), inside
        layout = self._cache[number]
        letter = layout.gap_at(QPointF(0, inside - self._gap_above(number)))
        return self.paragraphs.start(number) + letter, inside - layout.start_y(letter)

    def _restore(self, kept: tuple[int, float]) -> None:
        offset, past = kept
        self._anchor = number = self.paragraphs.at(offset)
        self._inside = past
        if past >= 0 and not self._is_hidden(number):
            self._inside += self._cache[number].start_y(offset - self.paragraphs.start(number))
        self.settle()

    # -- heights -----------------------------------------------------------------------------

    def _estimate(self) -> None:
        """Guess how high each paragraph is, from its length and a character's width."""
        self.version += 1
        setting, text = self.setting, self.paragraphs.text
        sample = text[:_SAMPLE].replace("\n", " ")
        wide = QFontMetricsF(setting.font).horizontalAdvance(sample) / max(len(sample), 1)
        letters = max(1.0, setting.width / max(wide, 0.1) * 0.97)  # lines end ragged
        line, blank, after = setting.line, setting.blank, setting.after

        @cache  # few lengths are many paragraphs'
        def guess(length: int) -> float:
            return after + line * (1 + length // letters) if length > 1 else blank

        heights = list(map(guess, self.paragraphs.lengths()))
        for number, fold in enumerate(self._folds):
            if number not in self._open:
                heights[slice(*fold.blocks)] = [0.0] * (fold.blocks[1] - fold.blocks[0])
            heights[fold.blocks[0]] += self._marker_gap
        self._heights = Heights(heights)
        if len(text) <= _EXACT:
            for number in range(len(self.paragraphs)):
                self._measure(number)

    def _measure(self, number: int) -> bool:
        """Lay a paragraph out and mend its height; tell whether it was another."""
        gap = self._gap_above(number)
        height = gap if self._is_hidden(number) else gap + self._cache[number].height
        if self._heights[number] == height:
            return False
        self._heights[number] = height
        return True

    def lay_out(self, number: int, setting: Setting) -> ParagraphLayout:
        """Return a paragraph in lines of another setting: on paper, say."""
        words = self.paragraphs.span(number).of(self.paragraphs.text)
        return ParagraphLayout(words, self.setting_of(number, setting))

    def setting_of(self, number: int, setting: Setting) -> Setting:
        """Return how a paragraph is set where the text is set so."""
        start = self.paragraphs.start(number)
        if start < self._title_end:
            return setting.as_title()
        return self.structure.setting(start, setting)

    @property
    def _marker_gap(self) -> float:
        return MARKER + self.setting.points * 0.5

    def _gap_above(self, number: int) -> float:
        """Return the height of the marker that stands above a paragraph, 0 where none does."""
        fold = self.fold_of(number)
        begins = fold is not None and self._folds[fold].blocks[0] == number
        return self._marker_gap if begins else 0.0

    def fold_of(self, number: int) -> int | None:
        """Return the fold that a paragraph is part of, open or closed."""
        fold = bisect_right(self._fold_starts, number) - 1
        return fold if fold >= 0 and number < self._folds[fold].blocks[1] else None

    def closed_fold(self, number: int) -> int | None:
        """Return the fold that a paragraph is folded away in, None for one that is shown."""
        fold = self.fold_of(number)
        return None if fold in self._open else fold

    def _is_hidden(self, number: int) -> bool:
        return self.closed_fold(number) is not None

    def is_hidden(self, offset: int) -> bool:
        """Tell whether the paragraph of an offset is folded away."""
        return self._is_hidden(self.paragraphs.at(offset))

    def next_shown(self, number: int) -> int:
        """Return the next paragraph that is not folded away; as many as there are past the last."""
        number += 1
        while number < len(self.paragraphs) and self._is_hidden(number):
            fold = self.fold_of(number)
            number = self._folds[fold].blocks[1] if fold is not None else number + 1
        return number

    def numbers(self, first: int, last: int) -> Iterator[int]:
        """Yield the paragraphs from one to another, of each closed fold only one."""
        number = first
        while number <= last:
            yield number
            number = self._step(number)

    def previous_shown(self, number: int) -> int:
        """Return the paragraph before that is not folded away; -1 before the first."""
        number -= 1
        while number >= 0 and self._is_hidden(number):
            fold = self.fold_of(number)
            number = self._folds[fold].blocks[0] - 1 if fold is not None else number - 1
        return number

    # -- the place of the view ---------------------------------------------------------------

    @property
    def height(self) -> float:
        """The height of all that there is, pixels."""
        return ABOVE + self._heights.total + BELOW

    @property
    def y(self) -> float:
        """How far the top of the view is from the top of the article, pixels."""
        return ABOVE + self._heights.top(self._anchor) + self._inside

    @property
    def bottom(self) -> float:
        """The greatest `y`, pixels."""
        return max(0.0, self.height - self.view)

    def go_to(self, y: float) -> None:
        """Show another place; the end of the article where it is near."""
        if y >= self.bottom:
            self._go_to_end()
            return
        self._place(max(0.0, y))
        self.settle()

    def scroll_by(self, pixels: float) -> None:
        """Move the view by as many pixels as the reader will see."""
        self._inside += pixels
        while self._inside < 0 and self._anchor > 0:
            self._anchor -= 1
            self._measure(self._anchor)
            self._inside += self._heights[self._anchor]
        self.settle()

    def _place(self, y: float) -> None:
        self._anchor = self._heights.at(y - ABOVE)
        self._inside = y - ABOVE - self._heights.top(self._anchor)

    def _go_to_end(self) -> None:
        for _ in range(_ROUNDS):
            self._place(self.bottom)
            if not self._measure_view():
                return

    def settle(self) -> None:
        """Lay out what is in sight, keeping what stands at the top; never past the ends."""
        if self._anchor == 0 and self._inside < -ABOVE:
            self._inside = -ABOVE
        for _ in range(_ROUNDS):
            self._pass_over()
            if not self._measure_view():
                break
        if self.y > self.bottom:
            self._go_to_end()

    def _pass_over(self) -> None:
        """Count the place from the paragraph that the top of the view falls in."""
        last = len(self._heights) - 1
        while self._inside >= self._heights[self._anchor] and self._anchor < last:
            self._measure(self._anchor)
            if self._inside < self._heights[self._anchor]:
                return
            self._inside -= self._heights[self._anchor]
            self._anchor += 1

    def _measure_view(self) -> bool:
        """Lay out what is in sight; tell whether a height was mended."""
        y, number, mended = -self._inside, self._anchor, False
        while y < self.view and number < len(self._heights):
            mended |= self._measure(number)
            y += self._heights[number]
            number = self._step(number)
        return mended

    def _step(self, number: int) -> int:
        """Return the next paragraph that has a height: inside a closed fold there is none."""
        fold = self.closed_fold(number)
        return number + 1 if fold is None else self._folds[fold].blocks[1]

    # -- where things stand ------------------------------------------------------------------

    def placed(self) -> Iterator[Placed]:
        """Yield the paragraphs in sight from the top."""
        y, number = -self._inside, self._anchor
        while y < self.view and number < len(self._heights):
            if not self._is_hidden(number):
                yield self._placed(number, y)
            y += self._heights[number]
            number = self._step(number)

    def _placed(self, number: int, y: float) -> Placed:
        at = QPointF(self.left, round(y + self._gap_above(number)))  # sharp on whole pixels
        return Placed(number, self.paragraphs.span(number), at, self._cache[number])

    def seen(self) -> Span:
        """Return the part of the text whose lines are in sight."""
        placed = list(self.placed())
        if not placed:
            return Span(0, 0)
        first = placed[0].lines_span(0.0, self.view)
        return Span(first.start, placed[-1].lines_span(0.0, self.view).end)

    def place_of(self, number: int) -> Placed:
        """Return a paragraph that is not folded away where it stands, in sight or not."""
        return self._placed(number, ABOVE + self._heights.top(number) - self.y)

    def rectangles(self, span: Span) -> list[QRectF]:
        """Return where a span stands in the viewport, of its first paragraphs only.

        What is far out of sight is told by estimate.
        """
        first, last = self.paragraphs.at(span.start), self.paragraphs.at(max(span.end - 1, 0))
        return [
            rect
            for number in range(first, min(last, first + _PARAGRAPHS) + 1)
            if not self._is_hidden(number)
            for rect in self.place_of(number).rectangles(span)
        ]

    def marker(self, fold: int) -> QRectF:
        """Return where the marker of a fold stands in the viewport."""
        number = self._folds[fold].blocks[0]
        top = ABOVE + self._heights.top(number) - self.y
        return QRectF(self.left, top, self.setting.width, MARKER - 4)

    def markers(self) -> list[int]:
        """Return the folds whose markers may be in sight."""
        seen = [-1]
        y, number = -self._inside, self._anchor
        while y < self.view and number < len(self._heights):
            fold = self.fold_of(number)
            if fold is not None and fold != seen[-1]:
                seen.append(fold)
            y += self._heights[number]
            number = self._step(number)
        return seen[1:]

    def nearest(self, point: QPointF) -> int:
        """Return the offset of the gap between letters that is nearest to a point."""
        best: Placed | None = None
        for placed in self.placed():
            if best is not None and placed.at.y() > point.y():
                break
            best = placed
        if best is None:
            return self.paragraphs.start(self._anchor)
        return best.span.start + best.layout.gap_at(point - best.at)

    def placed_at(self, point: QPointF) -> Placed | None:
        """Return the paragraph whose lines are at a point's height, None between them."""
        for placed in self.placed():
            if placed.at.y() <= point.y() < placed.at.y() + placed.layout.height:
                return placed
        return None

    def letter_at(self, point: QPointF) -> int | None:
        """Return the offset of the letter that is drawn at a point, None where there is none."""
        placed = self.placed_at(point)
        letter = placed.layout.letter_at(point - placed.at) if placed else None
        return None if placed is None or letter is None else placed.span.start + letter

    def y_of(self, offset: int) -> float:
        """Return how far a letter is from the top of the article, by estimate, pixels."""
        number = self.paragraphs.at(offset)
        start = self.paragraphs.start(number)
        inside = (offset - start) / max(1, self.paragraphs.start(number + 1) - start)
        return ABOVE + self._heights.top(number) + self._heights[number] * inside

    def offsets(self, parts: int) -> list[int]:
        """Return the offset at which each of so many equal parts of the height begins.

        After them comes the end of the last.
        """
        steps = (self.height * part / max(1, parts) - ABOVE for part in range(parts))
        places = self._heights.places(steps)
        found = []
        for number, inside in places:
            height = self._heights[number]
            share = min(1.0, max(0.0, inside / height)) if height else 1.0
            start, end = self.paragraphs.start(number), self.paragraphs.start(number + 1)
            found.append(start + int(share * (end - start)))
        return [*found, len(self.paragraphs.text) + 1]

    def show(self, span: Span, *, margin: float, fraction: float) -> None:
        """Bring a span in sight: left alone where it is, else `fraction` down the view."""
        rects = self.rectangles(span) or self._line_of(span.start)
        if rects and margin <= rects[0].top() and rects[-1].bottom() <= self.view - margin:
            return
        number = self.paragraphs.at(span.start)
        self._anchor = number
        self._measure(number)
        line = 0.0
        if not self._is_hidden(number):
            layout = self._cache[number]
            line = layout.start_y(span.start - self.paragraphs.start(number)) - layout.start_y(0)
        self._inside = 0.0 if number or line else -ABOVE
        self.scroll_by(self._gap_above(number) + line - self.view * fraction)

    def _line_of(self, offset: int) -> list[QRectF]:
        number = self.paragraphs.at(offset)
        return [] if self._is_hidden(number) else [self.caret(offset)]

    def caret(self, offset: int) -> QRectF:
        """Return where the caret stands before a letter, in the viewport."""
        number = self.paragraphs.at(offset)
        placed = self.place_of(number)
        return placed.layout.caret(offset - placed.span.start).translated(placed.at)


def column_width(font: QFont, letters: float, width: float, side: float) -> tuple[float, float]:
    """Return the left edge and the width of a column in a view of `width` pixels.

    It is at most `letters` times the width of م (0: as wide as there is room), in the
    middle, and at least `side` from both edges.
    """
    widest = QFontMetricsF(font).horizontalAdvance("م") * letters if letters else width
    column = max(1.0, min(widest, width - 2 * side))
    return float(round((width - column) / 2)), column
