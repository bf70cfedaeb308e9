"""Draws a line of a page: its words, what is said of it, the words in it that count."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from reader.gui.models import wording
from reader.gui.models.across_lines import Line
from reader.gui.models.lines_model import Role
from reader.gui.offsets import Offsets
from reader.gui.theme import blend
from reader.gui.views.blocks import Direction, Frame, TextBlock, dim, sized
from reader.gui.views.grounds import draw_ground, draw_rule
from reader.gui.views.panel_parts import row_width

_SIDE, _TOP, _GAP = 10.0, 5.0, 2.0
_BADGE = 92.0  # least width of the column of numbers
_WIDE = 260.0  # from here on two days stand side by side
_BARS = 44.0  # height of the row of bars


class LineLayout:
    """A line measured for a width."""

    def __init__(self, line: Line, font: QFont, width: float, direction: Direction) -> None:
        self.line = line
        self.badge = TextBlock(line.badge, sized(font, 1.25, bold=True), 400, direction)
        self.indent = max(_BADGE, self.badge.width + 12) if line.kind == "figure" else 0.0
        inner = max(40.0, width - 2 * _SIDE - self.indent)
        bold = line.kind in {"heading", "entry"}
        flow = Direction.RightToLeft if line.kind == "quote" else direction
        self.words = TextBlock(
            line.words,
            sized(font, 1.0, bold=bold and line.kind == "heading"),
            inner,
            flow,
            lines=60,
        )
        self.caption = TextBlock(line.caption, sized(font, 0.86), inner, direction)
        self.top = _TOP + (6.0 if line.kind == "heading" else 0.0)
        below = self.caption.height + _GAP if line.caption else 0.0
        bars = _BARS + (18 if inner > _WIDE else 32) if line.kind == "bars" else 0.0
        self.height = self.top + max(self.words.height + below + bars, self.badge.height) + _TOP

    def marks(self) -> list[QRectF]:
        """Return where the words that count are drawn in the row."""
        if self.line.found is None or not len(self.line.found):
            return []
        start, end = Offsets(self.line.words).range(self.line.found)
        at = QPointF(_SIDE, self.top)
        return [rect.translated(at) for rect in self.words.rectangles(start, end)]


class LineDelegate(QStyledItemDelegate):
    """Draws the rows of all pages."""

    def layout(self, line: Line, option: QStyleOptionViewItem) -> LineLayout:
        """Measure a row for the width of the view."""
        return LineLayout(line, option.font, row_width(option), option.direction)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that the words need in the width of the view."""
        height = self.layout(index.data(Role.LINE), option).height
        return QSize(option.rect.width(), round(height + 0.5))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the ground, the marks, and then the words over them."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self.layout(index.data(Role.LINE), option)
        frame = Frame(QRectF(option.rect), option.direction)
        _draw_ground(painter, option, layout.line)
        _draw_marks(painter, option, layout)
        palette, width = option.palette, option.rect.width() - 2 * _SIDE - layout.indent
        text = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)
        place = frame.place(_SIDE + layout.indent, layout.top, width)
        layout.words.draw(painter, place.topLeft(), text)
        if layout.line.badge:
            badge = frame.place(_SIDE, layout.top - 2, 400)
            layout.badge.draw(painter, badge.topLeft(), text)
        caption = place.topLeft() + QPointF(0, layout.words.height + _GAP)
        if layout.line.caption:
            layout.caption.draw(painter, caption, dim(palette))
        if layout.line.kind == "bars":
            box = QRectF(caption, QSize(round(width), round(_BARS)))
            _draw_bars(painter, option, layout.line, box)
        painter.restore()


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
    palette, rect = option.palette, QRectF(option.rect)
    if line.kind == "heading":
        shade = blend(palette.text().color(), palette.base().color(), 0.07)
        painter.fillRect(rect.adjusted(0, 6, 0, 0), shade)
        return
    draw_ground(painter, option)
    draw_rule(painter, option, 0.12)


def _draw_marks(painter: QPainter, option: QStyleOptionViewItem, layout: LineLayout) -> None:
    palette, corner = option.palette, QPointF(option.rect.topLeft())
    accent = palette.highlight().color()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(blend(accent, palette.base().color(), 0.28))
    rects = [rect.translated(corner) for rect in layout.marks()]
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 3, 3)
    painter.setPen(QPen(accent, 1.4))
    for rect in rects:
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _draw_bars(painter: QPainter, option: QStyleOptionViewItem, line: Line, box: QRectF) -> None:
    """Draw a bar for each day, the days to scale, later ones further on in reading direction."""
    first, last = line.bars[0][0], line.bars[-1][0]
    most = max(count for _day, count in line.bars)
    span = max(1, (last - first).days)
    wide = max(3.0, min(26.0, box.width() / (span + 1) - 2))
    frame = Frame(box, option.direction)
    palette = option.palette
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.highlight().color())
    for day, count in line.bars:
        x = (day - first).days / span * (box.width() - wide)
        high = max(3.0, count / most * (box.height() - 4))
        painter.drawRect(frame.place(x, box.height() - high, wide, high))
    painter.setPen(QPen(dim(palette), 1))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    font = sized(option.font, 0.8)
    painter.setFont(font)
    height = QFontMetricsF(font).height()
    for at_end, day in ((False, first), (True, last)):
        words = wording.day_text(day)
        room = min(QFontMetricsF(font).horizontalAdvance(words) + 4, box.width())
        line_number = 1 if at_end and box.width() <= _WIDE else 0
        at = frame.place(
            box.width() - room if at_end else 0.0,
            box.height() + 1 + line_number * height,
            room,
            height,
        )
        leading = at_end == (option.direction == Direction.RightToLeft)
        side = Qt.AlignmentFlag.AlignLeft if leading else Qt.AlignmentFlag.AlignRight
        painter.drawText(at, side | Qt.AlignmentFlag.AlignAbsolute, words)
