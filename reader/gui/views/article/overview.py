"""A strip beside the scroll bar that shows where in the article things lie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reader.core.types import Span
from reader.gui.views.article.marks import SpanIndex

LANE, GAP = 5, 2  # pixels
_HEIGHT = 3.0  # of a mark, pixels
_LATER = 200  # milliseconds
_REACH = 4  # pixels around the pointer in which a mark is found


@dataclass(frozen=True)
class Lane:
    """One kind of thing, from top to bottom.

    Attributes:
        words: given the number of things, tells what they are.
    """

    spans: SpanIndex[Span]
    color: QColor
    words: Callable[[int], str]


class OverviewStrip(QWidget):
    """Marks in a lane for each kind, over the whole height of the article.

    Attributes:
        offsets: given a number of rows, returns the offset at which each of so many equal
            parts of the article's height begins, and after them the end of the last.

    Signals:
        chosen: the span of the mark that was clicked, or an empty one between marks.
    """

    chosen = Signal(Span)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.offsets: Callable[[int], list[int]] = lambda rows: [0] * (rows + 1)
        self._lanes: tuple[Lane, ...] = ()
        self._rows: list[int] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self.lay_out)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Return room for four lanes."""
        return QSize(4 * (LANE + GAP) + GAP, 100)

    def set_lanes(self, lanes: Sequence[Lane]) -> None:
        """Show other marks."""
        self._lanes = tuple(lanes)
        self.update()

    def lay_out(self) -> None:
        """Ask anew where each row of pixels is in the article."""
        self._rows = []
        self.update()

    def lay_out_later(self) -> None:
        """Do so when the article has come to rest: its estimated height was mended."""
        self._later.start()

    def _offsets(self) -> list[int]:
        """Return the offset at which each row of pixels begins, and the end of the last."""
        if len(self._rows) != self.height() + 1:
            self._rows = self.offsets(self.height())
        return self._rows

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a mark in each row in which something begins."""
        rows = self._offsets()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for number, lane in enumerate(self._lanes):
                painter.setBrush(lane.color)
                left = self._left(number)
                for row in range(event.rect().top(), event.rect().bottom() + 1):
                    if lane.spans.first_between(rows[row], rows[row + 1]) is not None:
                        top = min(float(row), self.height() - _HEIGHT)
                        painter.drawRoundedRect(QRectF(left, top, LANE, _HEIGHT), 1, 1)

    def _left(self, number: int) -> int:
        """Return the left edge of a lane; the first stands beside the text."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return self.width() - (number + 1) * (LANE + GAP)
        return GAP + number * (LANE + GAP)

    def mark_at(self, x: float, y: float) -> tuple[Lane, Span] | None:
        """Return the mark nearest to a point, its own lane's first."""
        rows = self._offsets()
        lanes = sorted(
            enumerate(self._lanes), key=lambda pair: abs(self._left(pair[0]) + LANE / 2 - x)
        )
        for _, lane in lanes:
            for away in sorted(range(-_REACH, _REACH + 1), key=abs):
                row = round(y) + away
                if 0 <= row < self.height():
                    span = lane.spans.first_between(rows[row], rows[row + 1])
                    if span is not None:
                        return lane, span
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask to go to the mark, or to the place beside none."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position()
        found = self.mark_at(place.x(), place.y())
        offset = self._offsets()[min(max(0, int(place.y())), self.height())]
        self.chosen.emit(found[1] if found else Span(offset, offset))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the end of a click as well."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a mark, and tell what the marks of its lane are."""
        place = event.position()
        found = self.mark_at(place.x(), place.y())
        shape = Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.setToolTip(found[0].words(len(found[0].spans.items)) if found else "")
