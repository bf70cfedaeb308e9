"""The events of the article on a time axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from reader.gui.models import timeline_layout as layout
from reader.gui.models import timeline_words as words
from reader.gui.models.cards import event_lines, event_summary
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.time_scale import TimeScale
from reader.gui.views.painted import PaintedView
from reader.gui.views.timeline_geometry import Frame, TimelineGeometry, Told
from reader.gui.views.timeline_paint import Marked, TimelinePainter

_MARGIN = 28.0  # pixels beside the first and the last event where all are shown
_DRAG = 5  # pixels that the pointer goes before it drags
_LEAST_SHARE = 0.66  # of the axis that stays for time where the last event's words need room


@dataclass(slots=True)
class _Press:
    """A button that is down: where it went down, where it was last, and what it drags."""

    at: QPointF
    last: QPointF
    drags: str = ""


class TimelineView(PaintedView):
    """Events in lanes along time, which runs to the left or to the right.

    Events whose date is not known stand on a shelf below. Arrow keys go from event to event,
    with Ctrl they move the axis; with Shift a drag, or arrows, choose a stretch of time.

    Attributes:
        brushes: whether a drag chooses a stretch of time without Shift too.

    Signals:
        event_chosen: id of the Cluster that was clicked.
        event_opened: the same, by a double click or Enter.
        range_chosen: frozenset of the Clusters' ids in the chosen stretch and its dates in
            words; None and "" where it is given up.
    """

    event_chosen = Signal(str)
    event_opened = Signal(str)
    range_chosen = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.brushes = False
        self._told = Told(None)
        self._marked = Marked()
        self._anchor = ""
        self._press: _Press | None = None
        self._is_untouched = True
        self._frame = Frame(QSizeF(600, 300))
        self._geometry: TimelineGeometry | None = None
        self._scale = TimeScale.showing(730000, 730031, 600)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # -- what is shown -----------------------------------------------------------------------

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show the events of an article; None where nothing is known of it."""
        self.when_seen("index", lambda: self._show_index(index))

    def _show_index(self, index: AnalysisIndex | None) -> None:
        self.set_brush(None)
        self._told = Told(index)
        self._marked = Marked()
        self._anchor = ""
        self._is_untouched = True
        self._forget()
        self._show_first()
        self.shown_anew.emit()

    def show_chosen(self, ids: Sequence[str]) -> None:
        """Show which events are chosen in the window, by the ids of their mentions."""
        self.when_seen("chosen", lambda: self._show_chosen(ids))

    def _show_chosen(self, ids: Sequence[str]) -> None:
        wanted = set(ids)
        found = [c.id for c in self._told.cards.values() if wanted.intersection(c.events)]
        self._mark(replace(self._marked, chosen=frozenset(found)))
        if len(found) == 1 and found[0] != self._marked.current:
            self._mark(replace(self._marked, current=found[0]))
            self.reveal(found[0])

    def _mark(self, marked: Marked) -> None:
        self._marked = marked
        self.viewport().update()

    @property
    def is_leftward(self) -> bool:
        """Whether later is on the left."""
        return self._frame.leftward

    def set_leftward(self, is_leftward: bool) -> None:  # noqa: FBT001 - one of two ways
        """Let time run to the left or to the right."""
        self._frame = replace(self._frame, leftward=is_leftward)
        self._forget()

    def set_hijri(self, is_shown: bool) -> None:  # noqa: FBT001 - a switch
        """Show the months of the Hijri calendar too, or not."""
        self._frame = replace(self._frame, hijri=is_shown)
        self._forget()

    def order(self) -> tuple[str, ...]:
        """Return the ids of all events: by time, then those of the shelf in text order."""
        return self._told.order

    def description(self) -> str:
        """Tell every event in words, the earliest first."""
        told = self._told
        dated = [told.cards[name] for name in told.order if name in told.extents]
        undated = [told.cards[name] for name in told.shelved]
        return words.describe(told.reference, dated, undated)

    def retranslate(self) -> None:
        """Write everything in the language of the interface."""
        self._forget()
        self.shown_anew.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font or from another side."""
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange)
        if event.type() in kinds and hasattr(self, "_geometry"):
            self._forget()

    # -- measures ----------------------------------------------------------------------------

    def _forget(self) -> None:
        self._geometry = None
        self._set_scroll_range()
        self.viewport().update()

    def geometry_now(self) -> TimelineGeometry:
        """Return where everything is; made anew only when the room or the words change."""
        if self._geometry is None:
            port = self.viewport().size()
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._frame = replace(self._frame, size=QSizeF(port), mirrored=mirrored)
            self._scale = self._scale.resized(float(port.width()))
            self._geometry = TimelineGeometry(self._told, self.font(), self._frame, self._scale)
            self._geometry.scrolled = self.verticalScrollBar().value()
        return self._geometry

    def _show_scale(self, scale: TimeScale) -> None:
        self._scale = scale
        self.geometry_now().show(scale)
        self._set_scroll_range()
        self.viewport().update()

    def _set_scroll_range(self) -> None:
        bar, geometry = self.verticalScrollBar(), self.geometry_now()
        seen = geometry.bottom - geometry.axis
        bar.setPageStep(max(1, int(seen)))
        bar.setRange(0, max(0, int(geometry.content - seen)))

    def _on_scrolled(self, value: int) -> None:
        self.geometry_now().scrolled = value

    def item_rect(self, name: str) -> QRectF:
        """Return where an event with its words is, in the viewport; maybe out of sight."""
        return self.geometry_now().item(name)

    def item_at(self, point: QPoint | QPointF) -> str:
        """Return the id of the event at a point of the viewport, "" for none."""
        return self.geometry_now().item_at(QPointF(point))

    # -- moving ------------------------------------------------------------------------------

    def fit(self) -> None:
        """Bring every dated event into sight."""
        self._show_days(layout.whole(self._told.all_days))

    def _show_first(self) -> None:
        """Bring into sight what most of the article is about."""
        self._show_days(layout.focus(self._told.all_days))
        self.verticalScrollBar().setValue(0)

    def _show_days(self, days: tuple[float, float] | None) -> None:
        if days is None:
            return
        first, last = days
        spare = max(0.0, 2.0 - (last - first)) / 2
        width = self.geometry_now().scale.width
        room = TimeScale.showing(first - spare, last + spare, width, _MARGIN)
        self._show_scale(self._with_room(room, last))

    def _with_room(self, scale: TimeScale, last: float) -> TimeScale:
        """Return a scale in which the words of what is in sight end in sight."""
        share = 1.0
        for name, extent in self._told.extents.items():
            begin = scale.pixel(extent.start)
            if begin > 0 and extent.start <= last:
                room = scale.width - self.geometry_now().item_width(name) - 8
                share = min(share, room / begin)
        share = max(share, _LEAST_SHARE)
        return TimeScale(scale.start, scale.days / share, scale.width).bounded()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Show less time, larger; the day under `at` stays."""
        self._is_untouched = False
        pixel = self.geometry_now().x(at.x()) if at is not None else self._zoom_center()
        self._show_scale(self._scale.zoomed(factor, pixel))

    def _zoom_center(self) -> float:
        """Return the pixel of the event that the keyboard is on, else the middle."""
        extent = self._told.extents.get(self._marked.current)
        pixel = self._scale.pixel(extent.middle) if extent else -1.0
        return pixel if 0 <= pixel <= self._scale.width else self._scale.width / 2

    def pan(self, pixels: float) -> None:
        """Move the axis; positive shows what is later."""
        self._is_untouched = False
        self._show_scale(self._scale.panned(pixels))

    def reveal(self, name: str) -> None:
        """Bring an event into sight."""
        extent, geometry = self._told.extents.get(name), self.geometry_now()
        if extent is not None:
            start, end = self._scale.pixel(extent.start), self._scale.pixel(extent.end)
            if end <= 0 or start >= self._scale.width - 24:
                self.pan(start - self._scale.width * 0.3)
        rect, bar = geometry.item(name), self.verticalScrollBar()
        above, below = geometry.axis - rect.top(), rect.bottom() - geometry.bottom
        if above > 0:
            bar.setValue(int(bar.value() - above))
        elif below > 0:
            bar.setValue(int(bar.value() + below + 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the same days in another width; at first what most of it is about."""
        super().resizeEvent(event)
        self._forget()
        if self._is_untouched:
            self._show_first()

    # -- a stretch of time -------------------------------------------------------------------

    def set_brush(self, days: tuple[float, float] | None) -> None:
        """Choose a stretch of time, or none."""
        if days is None and self._marked.brush is None:
            return
        if days is None:
            self._mark(replace(self._marked, brush=None))
            self.range_chosen.emit(None, "")
            return
        first, last = min(days), max(days)
        self._mark(replace(self._marked, brush=(first, last)))
        found = (n for n, extent in self._told.extents.items() if extent.overlaps(first, last))
        self.range_chosen.emit(frozenset(found), words.range_text(first, last))

    def brush(self) -> tuple[float, float] | None:
        """Return the chosen stretch in days, None where there is none."""
        return self._marked.brush

    # -- pointer and keys --------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        self._press = _Press(at, at)
        if self.geometry_now().overview().contains(at):
            self._press.drags = "overview"
            self._go_in_overview(at)
        elif self.brushes or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._press.drags = "brush?"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the axis or the edge of a stretch; else tell what is under the pointer."""
        at, press = event.position(), self._press
        if press is None:
            self._hover(self.item_at(at))
            return
        if (at - press.at).manhattanLength() > _DRAG:
            press.drags = {"": "axis", "brush?": "brush"}.get(press.drags, press.drags)
        if press.drags == "axis":
            moved = at - press.last
            self.pan(moved.x() if self.is_leftward else -moved.x())
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - round(moved.y()))
        elif press.drags == "brush":
            first, last = (self._day_at(x) for x in (press.at.x(), at.x()))
            self._mark(replace(self._marked, brush=(min(first, last), max(first, last))))
        elif press.drags == "overview":
            self._go_in_overview(at)
        press.last = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or click."""
        press, self._press = self._press, None
        if press is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if press.drags == "brush":
            self.set_brush(self._marked.brush)
        elif press.drags in ("", "brush?"):
            self._click(event.position())

    def _click(self, at: QPointF) -> None:
        name = self.item_at(at)
        if name:
            self._make_current(name)
            self.event_chosen.emit(name)
        elif self.geometry_now().footer().contains(at):
            self.verticalScrollBar().setValue(int(self.geometry_now().shelf_top))
        else:
            self.set_brush(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open an event."""
        if name := self.item_at(event.position()):
            self.event_opened.emit(name)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._hover("")
        super().leaveEvent(event)

    def _hover(self, name: str) -> None:
        if name != self._marked.hovered:
            shape = Qt.CursorShape.PointingHandCursor if name else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self._mark(replace(self._marked, hovered=name))

    def tip_at(self, point: QPoint) -> str:
        """Return the words of the card of the event at a point."""
        name = self.item_at(point)
        return event_lines(self._told.cards[name]) if name else ""

    def item_for_menu(self, point: QPoint | None) -> str:
        """Return the event at a point, or the one that the keyboard is on."""
        return self._marked.current if point is None else self.item_at(point)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the lanes; move the axis with Shift, or where all lanes are in sight."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        turned = event.angleDelta()
        sideways = turned.x() or (
            turned.y()
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            or not self.verticalScrollBar().maximum()
            else 0
        )
        if control or not sideways:
            super().wheelEvent(event)
            return
        self.pan(sideways / 2 if self.is_leftward else -sideways / 2)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from event to event; move the axis with Ctrl."""
        key = event.key()
        later = Qt.Key.Key_Left if self.is_leftward else Qt.Key.Key_Right
        earlier = Qt.Key.Key_Right if self.is_leftward else Qt.Key.Key_Left
        steps: dict[int, int] = {later: 1, Qt.Key.Key_Down: 1, earlier: -1, Qt.Key.Key_Up: -1}
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key in (later, earlier):
            self.pan(steps[key] * self._scale.width / 6)
        elif key in steps:
            extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(steps[key], extends=extends)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            names = self.order()
            if names:
                self._make_current(names[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.pan(self._scale.width * (0.8 if key == Qt.Key.Key_PageDown else -0.8))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._marked.current:
            self.event_opened.emit(self._marked.current)
        elif key == Qt.Key.Key_Space and self._marked.current:
            self.event_chosen.emit(self._marked.current)
        elif key == Qt.Key.Key_Escape and self._marked.brush is not None:
            self.set_brush(None)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int, *, extends: bool) -> None:
        names, current = self._told.order, self._marked.current
        if not names:
            return
        at = names.index(current) + by if current in names else 0
        if not extends or not self._anchor:
            self._anchor = current
        name = names[min(max(at, 0), len(names) - 1)]
        self._make_current(name)
        one, other = (self._told.extents.get(n) for n in (self._anchor, name))
        if extends and one and other:
            self.set_brush((min(one.start, other.start), max(one.end, other.end)))

    def _make_current(self, name: str) -> None:
        self._mark(replace(self._marked, current=name))
        self.reveal(name)
        names = self._told.order
        place = words.place_text(names.index(name) + 1, len(names))
        self.tell(f"{event_summary(self._told.cards[name])} {place}")

    def current(self) -> str:
        """Return the id of the event that the keyboard is on, "" for none."""
        return self._marked.current

    def _day_at(self, x: float) -> float:
        return self._scale.day(self.geometry_now().x(x))

    def _go_in_overview(self, at: QPointF) -> None:
        scale = self.geometry_now().overview_scale
        if scale is not None:
            day = scale.day(self.geometry_now().x(at.x()))
            self.pan(self._scale.pixel(day) - self._scale.width / 2)

    # -- painting ----------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the event that the keyboard is on."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paint(self, painter: QPainter, exposed: QRect) -> None:
        """Paint the axis, what lies on it in sight, the shelf and the overview."""
        geometry = self.geometry_now()
        marked = self._marked if self.hasFocus() else replace(self._marked, current="")
        artist = TimelinePainter(painter, geometry, self.theme, marked)
        artist.paint(geometry.items_in(exposed.top(), exposed.bottom()))
        artist.footer()

    def picture_size(self) -> QSizeF:
        """Return the size with every lane and the whole shelf."""
        geometry = self.geometry_now()
        height = geometry.axis + geometry.content + geometry.strip
        return QSizeF(self._frame.size.width(), max(self._frame.size.height(), height))

    def paint_whole(self, painter: QPainter) -> None:
        """Paint every lane of the time in sight, and the whole shelf."""
        frame = replace(self._frame, size=self.picture_size())
        geometry = TimelineGeometry(self._told, self.font(), frame, self._scale)
        marked = Marked(brush=self._marked.brush)
        TimelinePainter(painter, geometry, self.theme, marked).paint(self._told.order)
