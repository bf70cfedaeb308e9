"""A scroll bar that shows where in the article things lie."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

_HEIGHT = 3.0  # pixels


class MarkedScrollBar(QScrollBar):
    """A vertical scroll bar with marks along its groove.

    Attributes:
        marks: (place, color); the place is 0 at the top of the article and 1 at its end.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.marks: tuple[tuple[float, QColor], ...] = ()

    def set_marks(self, marks: Sequence[tuple[float, QColor]]) -> None:
        """Show other marks."""
        self.marks = tuple(marks)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar, then the marks over it."""
        super().paintEvent(event)
        if not self.marks:
            return
        groove = self._groove()
        with QPainter(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            for place, color in self.marks:
                top = groove.top() + place * (groove.height() - _HEIGHT)
                painter.setBrush(color)
                painter.drawRoundedRect(
                    QRectF(groove.left() + 2, top, groove.width() - 4, _HEIGHT), 1, 1
                )

    def _groove(self) -> QRectF:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        rect = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarGroove, self
        )
        return QRectF(rect)
