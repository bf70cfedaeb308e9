"""What lies under the rows of lists."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from reader.gui.theme import blend
from reader.gui.views.blocks import Frame


def draw_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw what lies under a row: whether it is chosen, pointed at, or has the keyboard."""
    palette, rect = option.palette, QRectF(option.rect)
    accent, base = palette.highlight().color(), palette.base().color()
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if selected or hovered:
        painter.fillRect(rect, blend(accent, base, 0.16 if selected else 0.06))
    if selected:
        bar = Frame(rect, option.direction).place(0, 0, 3, rect.height())
        painter.fillRect(bar, accent)
    draw_focus(painter, rect.adjusted(1.5, 1.5, -1.5, -1.5), option)


def draw_rule(painter: QPainter, option: QStyleOptionViewItem, share: float) -> None:
    """Draw the line between a row and the next, with so much of the words' color."""
    palette, rect = option.palette, QRectF(option.rect)
    painter.setPen(QPen(blend(palette.text().color(), palette.base().color(), share), 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def draw_focus(
    painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, radius: float = 0.0
) -> None:
    """Draw a dotted line around a row that has the keyboard."""
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(option.palette.text().color(), 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, radius, radius)
