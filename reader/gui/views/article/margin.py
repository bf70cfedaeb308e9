"""What stands beside and between the paragraphs: numbers, bookmarks, the markers of folds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from reader.core.types import Analysis, Paragraph, Sentence
from reader.gui.theme import Theme
from reader.gui.views.article.column import Column, Placed
from reader.gui.views.article.folding import Folding
from reader.gui.views.article.marks import SPAN, SpanIndex
from reader.gui.views.article.structure import paint_block, paint_page
from reader.gui.views.blocks import sized

NUMBERED = 56.0  # least width of a margin that has numbers, pixels
PLAIN = 28.0  # and of one that has none
_GAP = 10.0  # between the text and what stands beside it, pixels
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


class _Numbers:
    """Numbers of the paragraphs or the sentences, at the line where each begins."""

    def __init__(self, things: Sequence[Paragraph] | Sequence[Sentence]) -> None:
        self._index: SpanIndex[Paragraph | Sentence] = SpanIndex(things, SPAN)

    def paint(self, painter: QPainter, placed: Placed, right: float) -> None:
        """Write the numbers of a paragraph to the right of `right`."""
        number = self._index.first(placed.span.start)
        by_line: dict[int, list[int]] = {}
        while number < len(self._index.items):
            start = self._index.items[number].span.start
            if start >= placed.span.end:
                break
            line = placed.layout.line_of(start - placed.span.start).lineNumber()
            by_line.setdefault(line, []).append(number + 1)
            number += 1
        for line, numbers in by_line.items():
            rect = placed.layout.layout.lineAt(line).rect().translated(placed.at)
            words = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}\u2013{numbers[-1]}"
            place = QRectF(right + _GAP, rect.top(), NUMBERED - _GAP, rect.height())
            painter.drawText(place, int(_LEFT | Qt.AlignmentFlag.AlignVCenter), words)


class Margin:
    """What stands beside the text on both sides, as the user wants it.

    Attributes:
        bookmarks: the offsets that have a ribbon.
    """

    def __init__(self, column: Column) -> None:
        self._column = column
        self._is_numbered = False
        self._numbers = _Numbers(())
        self.bookmarks: tuple[int, ...] = ()

    def number(self, analysis: Analysis | None, kind: str) -> None:
        """Number the "paragraphs" or the "sentences" of an article, or nothing: "none"."""
        self._is_numbered = kind != "none"
        if analysis is None or kind == "none":
            self._numbers = _Numbers(())
        else:
            self._numbers = _Numbers(
                analysis.paragraphs if kind == "paragraphs" else analysis.sentences
            )

    def paint(self, painter: QPainter, placed: Sequence[Placed], theme: Theme) -> None:
        """Paint what stands beside the paragraphs in sight."""
        if self._is_numbered:
            _paint_pages(painter, self._column, placed, theme)
            self._paint_numbers(painter, placed, theme)
        _paint_bookmarks(painter, self._column, self.bookmarks, theme)

    def _paint_numbers(self, painter: QPainter, placed: Sequence[Placed], theme: Theme) -> None:
        """Write the numbers of the paragraphs into the margin where lines begin."""
        painter.setFont(sized(self._column.setting.font, 0.62))
        painter.setPen(theme.color("placeholder"))
        for one in placed:
            self._numbers.paint(painter, one, self._column.left + self._column.setting.width)


def paint_blocks(painter: QPainter, column: Column, placed: Sequence[Placed], theme: Theme) -> None:
    """Draw what tells list items, quotes and cells in sight from paragraphs."""
    for one in placed:
        block = column.structure.block(one.span.start)
        if block is not None:
            height = one.layout.height - column.setting.after
            box = QRectF(one.at, QSizeF(column.setting.width, height))
            paint_block(painter, block, box, column.setting, theme)


def _paint_pages(painter: QPainter, column: Column, placed: Sequence[Placed], theme: Theme) -> None:
    """Write the numbers of the pages that begin in sight into the margin where lines end."""
    for one in placed:
        page = column.structure.page(one.span.start)
        if page is not None:
            line = one.layout.layout.lineAt(0).rect().translated(one.at)
            paint_page(painter, page, line, column.left, column.setting, theme)


def _paint_bookmarks(
    painter: QPainter, column: Column, bookmarks: Sequence[int], theme: Theme
) -> None:
    """Draw a ribbon in the margin where lines end, for each bookmark in sight."""
    seen = column.seen()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("marked"))
    for offset in bookmarks:
        if not seen.start <= offset <= seen.end or column.is_hidden(offset):
            continue
        line = column.caret(offset)
        left, middle = column.left - _GAP - 10, line.center().y()
        corners = [(0, -9), (10, -9), (10, 9), (5, 4), (0, 9)]
        painter.drawPolygon(QPolygonF([QPointF(left + x, middle + y) for x, y in corners]))


def paint_markers(painter: QPainter, column: Column, theme: Theme, folding: Folding) -> None:
    """Draw the markers of the folds in sight."""
    font = QFont(column.setting.font)
    font.setPointSizeF(max(9.0, round(column.setting.points * 0.8)))
    painter.setFont(font)
    for fold in column.markers():
        rect = column.marker(fold)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(theme.color("marker"))
        painter.drawRoundedRect(rect, 8, 8)
        painter.setPen(theme.color("marker_text"))
        inside = rect.adjusted(14, 0, -14, 0)
        shown = painter.fontMetrics().elidedText(
            f"{'▾' if folding.is_open(fold) else '◂'}  {folding.marker_text(fold)}",
            Qt.TextElideMode.ElideLeft,
            int(inside.width()),
        )
        painter.drawText(inside, int(_RIGHT | Qt.AlignmentFlag.AlignVCenter), shown)
