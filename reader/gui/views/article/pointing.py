"""What the mouse does in the reading view: clicks, selections, dragged edges."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from reader.core.types import Span
from reader.gui.views.article.caret import Caret
from reader.gui.views.article.edges import Edge, Edges
from reader.gui.views.article.scrolled import ScrolledColumn
from reader.gui.views.article.selection import Selection, word_at

_TICK = 30  # milliseconds between two steps of scrolling by dragging
_STILL = 4  # pixels that the pointer may move in a click


class Pointer(QObject):
    """Follows the left button over one view.

    Signals:
        clicked: a place of the viewport.
        dragged: the id of a mention whose edges were dragged, and its new span.
        released: after a selection or a click.
    """

    clicked = Signal(QPointF)
    dragged = Signal(str, Span)
    released = Signal()

    def __init__(self, area: ScrolledColumn, caret: Caret, edges: Edges) -> None:
        super().__init__(area)
        self._area, self._caret, self._edges = area, caret, edges
        self._pressed: QPointF | None = None
        self._place = QPointF()
        self._origin = Span(0, 0)
        self._unit = 1  # 1 for letters, 2 for words, 3 for paragraphs
        self._last_double: tuple[QPointF, float] | None = None
        self._edge: Edge | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._scroll_on)

    def press(self, event: QMouseEvent) -> None:
        """Begin a click, a selection, or the moving of an edge."""
        place = event.position()
        self._pressed, self._place = place, place
        self._edge = self._edges.at(place)
        if self._edge is not None:
            return
        if self._is_third(event):
            self._begin(3)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            anchor = self._caret.selection.anchor
            self._unit, self._origin = 1, Span(anchor, anchor)
            self._extend()
        else:
            self._begin(1)

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word; a third click soon after selects the paragraph."""
        self._pressed, self._place = event.position(), event.position()
        self._last_double = (event.position(), float(event.timestamp()))
        self._begin(2)

    def _is_third(self, event: QMouseEvent) -> bool:
        last, self._last_double = self._last_double, None
        if last is None:
            return False
        soon = event.timestamp() - last[1] < QApplication.doubleClickInterval()
        return soon and (event.position() - last[0]).manhattanLength() < _STILL

    def _begin(self, unit: int) -> None:
        self._unit = unit
        self._origin = self._part(self._place)
        self._caret.set_selection(Selection(self._origin.start, self._origin.end))

    def _part(self, place: QPointF) -> Span:
        """Return the gap, word or paragraph at a place."""
        column = self._area.column
        offset = column.nearest(place)
        if self._unit == 1:
            return Span(offset, offset)
        if self._unit == 3:
            return column.paragraphs.span(column.paragraphs.at(offset))
        letter = column.letter_at(place)
        return word_at(column, offset if letter is None else letter)

    def move(self, event: QMouseEvent) -> None:
        """Go on with what the press began; scroll while the pointer is beyond the edges."""
        self._place = event.position()
        if self._pressed is None:
            return
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._stop()
            return
        beyond = self._beyond()
        if beyond and not self._timer.isActive():
            self._timer.start()
        elif not beyond:
            self._timer.stop()
        self._extend()

    def _extend(self) -> None:
        if self._edge is not None:
            self._edges.drag(self._edges.moved(self._edge, self._place))
            return
        moved = self._pressed is not None and not self._is_still(self._place)
        if moved or self._unit > 1 or self._pressed == self._place:
            selection = self._caret.selection.over(self._origin, self._part(self._place))
            self._caret.set_selection(selection)

    def _is_still(self, place: QPointF) -> bool:
        return self._pressed is not None and (place - self._pressed).manhattanLength() < _STILL

    def _beyond(self) -> float:
        """Return how far the pointer is above (negative) or below the view, pixels."""
        y, height = self._place.y(), self._area.viewport().height()
        return min(0.0, y) + max(0.0, y - height)

    def _scroll_on(self) -> None:
        step = self._beyond()
        if not step or self._pressed is None:
            self._timer.stop()
            return
        self._area.scroll_by(max(-80.0, min(80.0, step)))
        self._extend()

    def release(self, event: QMouseEvent) -> None:
        """End a selection or act on a click; on an edge too, where that was not moved."""
        place, still, edge = event.position(), self._is_still(event.position()), self._edge
        moved = self._edges.moved(edge, self._place) if edge is not None else None
        began, unit = self._pressed is not None, self._unit
        self._stop()
        if edge is not None and not still:
            if moved != edge.span:
                self.dragged.emit(edge.mention, moved)
            return
        if edge is not None:
            self._begin(1)
        if not began:
            return
        if still and unit == 1 and not len(self._caret.selection.span):
            self.clicked.emit(place)
        self.released.emit()

    def _stop(self) -> None:
        self._timer.stop()
        self._pressed = self._edge = None
        self._edges.drag(None)
