"""What the mouse does in the reading view: clicks, selections, dragged edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication

from reader.core.types import Span
from reader.gui.views.article.selection import Selection, word_at

if TYPE_CHECKING:
    from reader.gui.views.article_view import ArticleView

_TICK = 30  # milliseconds between two steps of scrolling by dragging
_STILL = 4  # pixels that the pointer may move in a click
_NEAR_EDGE = 5.0  # pixels around the edge of a mention in which it can be taken


class Pointer(QObject):
    """Follows the left button over one view."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPointF | None = None
        self._place = QPointF()
        self._origin = Span(0, 0)
        self._unit = 1  # 1 for letters, 2 for words, 3 for paragraphs
        self._last_double: tuple[QPointF, float] | None = None
        self._edge: tuple[str, Span, bool] | None = None  # mention, its span, is it the end?
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._scroll_on)

    def press(self, event: QMouseEvent) -> None:
        """Begin a click, a selection, or the moving of an edge."""
        place = event.position()
        self._pressed, self._place = place, place
        self._edge = self.edge_at(place)
        if self._edge is not None:
            return
        if self._is_third(event):
            self._begin(3)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._unit, self._origin = (
                1,
                Span(self._view.selection.anchor, self._view.selection.anchor),
            )
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
        self._view.set_selection(Selection(self._origin.start, self._origin.end))

    def _part(self, place: QPointF) -> Span:
        """Return the gap, word or paragraph at a place."""
        column = self._view.column
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
            self._view.set_dragged(self._moved_edge())
            return
        moved = self._pressed is not None and not self._is_still(self._place)
        if moved or self._unit > 1 or self._pressed == self._place:
            selection = self._view.selection.over(self._origin, self._part(self._place))
            self._view.set_selection(selection)

    def _is_still(self, place: QPointF) -> bool:
        return self._pressed is not None and (place - self._pressed).manhattanLength() < _STILL

    def _beyond(self) -> float:
        """Return how far the pointer is above (negative) or below the view, pixels."""
        y, height = self._place.y(), self._view.viewport().height()
        return min(0.0, y) + max(0.0, y - height)

    def _scroll_on(self) -> None:
        step = self._beyond()
        if not step or self._pressed is None:
            self._timer.stop()
            return
        self._view.scroll_by(max(-80.0, min(80.0, step)))
        self._extend()

    def release(self, event: QMouseEvent) -> None:
        """End a selection or act on a click; on an edge too, where that was not moved."""
        place, still, edge = event.position(), self._is_still(event.position()), self._edge
        moved = self._moved_edge() if edge is not None else None
        began, unit = self._pressed is not None, self._unit
        self._stop()
        if edge is not None and not still:
            if moved != edge[1]:
                self._view.edges_dragged.emit(edge[0], moved)
            return
        if edge is not None:
            self._begin(1)
        if not began:
            return
        if still and unit == 1 and not len(self._view.selected_span()):
            self._view.click(place)
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and len(self._view.selected_span()):
            clipboard.setText(self._view.selected_text(), clipboard.Mode.Selection)

    def _stop(self) -> None:
        self._timer.stop()
        self._pressed = self._edge = None
        self._view.set_dragged(None)

    # -- edges -------------------------------------------------------------------------------

    def edge_at(self, place: QPointF) -> tuple[str, Span, bool] | None:
        """Return the chosen mention whose edge is at a place, and whether it is its end."""
        for mention, span, start, end in self._view.edges():
            for edge, is_end in ((start, False), (end, True)):
                near = edge.adjusted(-_NEAR_EDGE, 0, _NEAR_EDGE, 0)
                if near.contains(place):
                    return mention, span, is_end
        return None

    def _moved_edge(self) -> Span:
        """Return the chosen mention with its edge where the pointer is; never empty."""
        if self._edge is None:
            return Span(0, 0)
        _, span, is_end = self._edge
        column = self._view.column
        paragraph = column.paragraphs.span(column.paragraphs.at(span.start))
        offset = min(max(column.nearest(self._place), paragraph.start), paragraph.end)
        if is_end:
            return Span(span.start, max(offset, span.start + 1))
        return Span(min(offset, span.end - 1), span.end)
