"""Measured text and chips: what the panels' delegates put their rows together from.

Every block knows its height for a width before it is drawn, so that a row is
as tall as its words and nothing is cut. Positions are for a left-to-right
row; `Frame` mirrors them for the other direction.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPen,
    QPolygonF,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from reader.gui.models.wording import Status
from reader.gui.offsets import Offsets
from reader.gui.theme import blend
from reader.gui.views.text_runs import layout_runs
from reader.resources import rows

Direction = Qt.LayoutDirection
MAX_LINES = 14


def dim(palette: QPalette) -> QColor:
    """Return the color of secondary words; still 4.5:1 on the base of both our palettes."""
    return blend(palette.text().color(), palette.base().color(), 0.72)


@dataclass(frozen=True, slots=True)
class ChipColors:
    """The fill of a chip and the words on it."""

    fill: QColor
    text: QColor


def chip_colors(name: str, *, dark: bool) -> ChipColors:
    """Return the colors of a quad's or a status's chip."""
    shade = "dark" if dark else "light"
    row = _chips()[name]
    return ChipColors(QColor(row[f"{shade}_fill"]), QColor(row[f"{shade}_text"]))


_CHIPS: dict[str, dict[str, str]] = {}


def _chips() -> dict[str, dict[str, str]]:
    if not _CHIPS:
        _CHIPS.update({row["name"]: row for row in rows("panels", "chips.tsv")})
    return _CHIPS


def sized(font: QFont, by: float, *, bold: bool = False) -> QFont:
    """Return `font` larger or smaller by `by` of its own size, bold if asked."""
    other = QFont(font)
    if font.pointSizeF() > 0:
        other.setPointSizeF(font.pointSizeF() * by)
    else:
        other.setPixelSize(max(1, round(font.pixelSize() * by)))
    other.setBold(bold)
    return other


class TextBlock:
    """Words broken into lines of a width; elided only past `MAX_LINES`."""

    def __init__(
        self, text: str, font: QFont, width: float, direction: Direction, *, lines: int = MAX_LINES
    ) -> None:
        # QTextLayout takes the side as it is named; it mirrors nothing.
        rtl = direction == Direction.RightToLeft
        option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(text, font)
        self._layout.setTextOption(option)
        self.height = self._break(width, lines)
        self.width = max((line.naturalTextWidth() for line in self._lines()), default=0.0)

    def _break(self, width: float, most: int) -> float:
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0, height))
            height += line.height()
            if line.lineNumber() + 1 == most:
                break
        self._layout.endLayout()
        return height

    def _lines(self) -> Iterator[QTextLine]:
        return (self._layout.lineAt(i) for i in range(self._layout.lineCount()))

    @property
    def cut(self) -> bool:
        """Tell whether the text has more words than its lines show."""
        if not self._layout.lineCount():
            return False
        last = self._layout.lineAt(self._layout.lineCount() - 1)
        text = self._layout.text()
        return last.textStart() + last.textLength() < Offsets(text).to_utf16(len(text))

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """Return the visual runs of the UTF-16 range, from the edges of each character."""
        return layout_runs(self._layout, self._layout.text(), start, end)

    def position_at(self, point: QPointF) -> int | None:
        """Return the UTF-16 position of the character at `point`, None beside the words."""
        for line in self._lines():
            if line.y() <= point.y() < line.y() + line.height():
                inside = (
                    line.naturalTextRect().left() <= point.x() <= line.naturalTextRect().right()
                )
                on = QTextLine.CursorPosition.CursorOnCharacter
                return line.xToCursor(point.x(), on) if inside else None
        return None

    def draw(self, painter: QPainter, at: QPointF, color: QColor) -> None:
        """Draw the words with their top left corner at `at`."""
        painter.setPen(color)
        self._layout.draw(painter, at)
        if self.cut:
            self._draw_ellipsis(painter, at)

    def _draw_ellipsis(self, painter: QPainter, at: QPointF) -> None:
        last = self._layout.lineAt(self._layout.lineCount() - 1)
        rect = last.naturalTextRect().translated(at)
        rtl = self._layout.textOption().textDirection() == Direction.RightToLeft
        edge = rect.left() - 12 if rtl else rect.right() + 2
        painter.setFont(self._layout.font())
        painter.drawText(QPointF(edge, rect.top() + last.ascent()), "…")


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle and the direction in which rows run inside it."""

    rect: QRectF
    direction: Direction

    def place(self, x: float, y: float, width: float, height: float = 0.0) -> QRectF:
        """Return the rectangle `x` from the leading edge, mirrored right to left."""
        left = self.rect.left() + x
        if self.direction == Direction.RightToLeft:
            left = self.rect.right() - x - width
        return QRectF(left, self.rect.top() + y, width, height)


class Chip:
    """A rounded label; a status also has a shape, so that its color is never alone."""

    PADDING = 7.0
    SHAPE = 9.0

    def __init__(self, text: str, font: QFont, colors: ChipColors, status: Status | None) -> None:
        metrics = QFontMetricsF(font)
        self._text, self._font, self._colors, self._status = text, font, colors, status
        self._shape = self.SHAPE + 5 if status else 0.0
        self.width = metrics.horizontalAdvance(text) + 2 * self.PADDING + self._shape
        self.height = math.ceil(metrics.height()) + 2.0

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw the chip so that it fills `frame`."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, frame.rect)
        solid = self._status in (None, "happened")
        ink = self._colors.text if solid else self._colors.fill
        if self._status:
            middle = (self.height - self.SHAPE) / 2
            box = frame.place(self.PADDING, middle, self.SHAPE, self.SHAPE)
            draw_status_shape(painter, box, self._status, ink)
        width = self.width - 2 * self.PADDING - self._shape
        painter.setPen(ink)
        painter.setFont(self._font)
        words = frame.place(self.PADDING + self._shape, 0, width + 1, self.height)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._text)

    def _draw_ground(self, painter: QPainter, rect: QRectF) -> None:
        radius = rect.height() / 2
        if self._status in (None, "happened"):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colors.fill)
            painter.drawRoundedRect(rect, radius, radius)
            return
        painter.setPen(QPen(self._colors.fill, 1.2, _line(self._status)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.6, 0.6, -0.6, -0.6), radius, radius)


def _line(status: Status | None) -> Qt.PenStyle:
    dashes = {"called_for": Qt.PenStyle.DashLine, "hypothetical": Qt.PenStyle.DotLine}
    return dashes.get(status or "", Qt.PenStyle.SolidLine)


def draw_status_shape(painter: QPainter, box: QRectF, status: Status, ink: QColor) -> None:
    """Draw a status's own shape.

    A disc for what happened, half of one for what goes on, a ring for a plan, a
    triangle for a call, a diamond for what is only possible, a struck ring for no.
    """
    painter.setBrush(ink if status == "happened" else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1.5))
    middle = box.center()
    if status == "called_for":
        top = QPointF(middle.x(), box.top())
        painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
        return
    if status == "hypothetical":
        top, bottom = QPointF(middle.x(), box.top()), QPointF(middle.x(), box.bottom())
        left, right = QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y())
        painter.drawPolygon(QPolygonF([top, right, bottom, left]))
        return
    painter.drawEllipse(box)
    if status == "ongoing":
        painter.setBrush(ink)
        painter.drawChord(box, 90 * 16, 180 * 16)
    if status == "denied":
        painter.drawLine(box.topRight(), box.bottomLeft())


class ChipRow:
    """Chips side by side, going on to a further line where the width ends."""

    GAP = 6.0

    def __init__(self, chips: Sequence[Chip], width: float) -> None:
        self._places: list[tuple[Chip, float, float]] = []
        x = y = 0.0
        for chip in chips:
            if x and x + chip.width > width:
                x, y = 0.0, y + chip.height + self.GAP / 2
            self._places.append((chip, x, y))
            x += chip.width + self.GAP
        self.height = y + chips[-1].height if chips else 0.0

    def draw(self, painter: QPainter, frame: Frame) -> None:
        """Draw the chips from the leading edge of `frame`."""
        for chip, x, y in self._places:
            chip.draw(painter, Frame(frame.place(x, y, chip.width, chip.height), frame.direction))
