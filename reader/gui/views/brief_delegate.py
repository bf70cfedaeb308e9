"""Draws a row of the brief: what skims well in bold, what is quoted as it is written."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPalette,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.brief import line_text
from reader.brief.text import piece_text
from reader.gui.models.brief_model import BriefRow, Role
from reader.gui.offsets import Offsets
from reader.gui.theme import blend
from reader.gui.views.blocks import dim, sized

_SIDE, _INDENT = 12.0, 18.0
_SPACE = {"title": 8.0, "fact": 2.0, "heading": 12.0, "line": 3.0, "note": 12.0}
_SIZES = {"title": 1.35, "fact": 1.0, "heading": 1.15, "line": 1.05, "note": 0.9}
_WIDEST = 900.0  # pixels; longer lines are hard to read


class BriefDelegate(QStyledItemDelegate):
    """Measures and draws the rows; `forget` makes it measure them anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[int, int], int] = {}

    def forget(self) -> None:
        """Measure every row anew: its words, font or width changed."""
        self._heights.clear()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that the words need in the width of the view."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 400
        key = (index.row(), width)
        if key not in self._heights:
            row = index.data(Role.ROW)
            layout = _layout(row, option, width)
            self._heights[key] = round(layout.boundingRect().height() + 2 * _SPACE[row.kind])
        return QSize(width, self._heights[key])

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row, its ground first."""
        painter.save()
        row, rect = index.data(Role.ROW), QRectF(option.rect)
        palette = option.palette
        if row.line.span is not None:
            _draw_ground(painter, rect, option)
        faint = row.kind in {"fact", "note"}
        painter.setPen(dim(palette) if faint else palette.color(QPalette.ColorRole.Text))
        layout = _layout(row, option, option.rect.width())
        at = QPointF(_left(row, option, rect), rect.top() + _SPACE[row.kind])
        layout.draw(painter, at)
        if row.kind == "line":
            _draw_bullet(painter, option, rect, at, layout)
        painter.restore()


def _width(row: BriefRow, width: float) -> float:
    indent = _INDENT if row.kind == "line" else 0.0
    return min(_WIDEST, width - 2 * _SIDE) - indent


def _left(row: BriefRow, option: QStyleOptionViewItem, rect: QRectF) -> float:
    """Return where the words begin; right to left, where their lines end."""
    if option.direction == Qt.LayoutDirection.RightToLeft:
        indent = _INDENT if row.kind == "line" else 0.0
        return rect.right() - _SIDE - indent - _width(row, rect.width())
    return rect.left() + _SIDE + (_INDENT if row.kind == "line" else 0.0)


def _layout(row: BriefRow, option: QStyleOptionViewItem, width: float) -> QTextLayout:
    text = line_text(row.line)
    bold = row.kind in {"title", "heading"}
    layout = QTextLayout(text, sized(option.font, _SIZES[row.kind], bold=bold))
    rtl = option.direction == Qt.LayoutDirection.RightToLeft
    written = QTextOption()
    written.setTextDirection(option.direction)
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    written.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    written.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(written)
    layout.setFormats(_strong(row, text))
    y = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40.0, _width(row, width)))
        line.setPosition(QPointF(0, y))
        y += line.height() * 1.08
    layout.endLayout()
    return layout


def _strong(row: BriefRow, text: str) -> list[QTextLayout.FormatRange]:
    """Return the ranges of what is to be bold; pieces begin and end at words."""
    offsets, at, found = Offsets(text), 0, []
    for piece in row.line.pieces:
        end = at + len(piece_text(piece))
        if piece.strong:
            part = QTextLayout.FormatRange()
            part.start = offsets.to_utf16(at)
            part.length = offsets.to_utf16(end) - part.start
            part.format = QTextCharFormat()
            part.format.setFontWeight(QFont.Weight.Bold)
            found.append(part)
        at = end
    return found


def _draw_ground(painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
    palette = option.palette
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if not (selected or hovered):
        return
    accent = palette.highlight().color()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(accent, 1.2) if selected else Qt.PenStyle.NoPen)
    painter.setBrush(blend(accent, palette.base().color(), 0.12 if selected else 0.06))
    painter.drawRoundedRect(rect.adjusted(3, 0.5, -3, -0.5), 5, 5)


def _draw_bullet(
    painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, at: QPointF, layout: QTextLayout
) -> None:
    first = layout.lineAt(0)
    y = at.y() + first.ascent() * 0.68
    rtl = option.direction == Qt.LayoutDirection.RightToLeft
    x = rect.right() - _SIDE - 6 if rtl else rect.left() + _SIDE + 6
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(dim(option.palette))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawEllipse(QPointF(x, y), 2.4, 2.4)
