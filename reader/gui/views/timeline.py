"""The events of the article on a time axis."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from reader.core.types import ReferenceDate
from reader.gui.models import timeline_layout as layout
from reader.gui.models import timeline_words as words
from reader.gui.models import wording
from reader.gui.models.cards import EventCard, event_cards, event_summary
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.timeline_layout import Box, Cell, Extent, TimeScale
from reader.gui.views.blocks import Frame, blend, sized
from reader.gui.views.event_marks import (
    draw_bar,
    draw_key_sign,
    draw_sign,
    draw_tail,
    key_signs,
)
from reader.gui.views.painted import PaintedView

_MARGIN = 28.0  # pixels beside the first and the last event where all are shown
_LABEL = 210.0  # pixels of the longest label; the rest is in the tool tip
_SIGN = 4.6  # radius in pixels
_DRAG = 5  # pixels that the pointer goes before it drags
_PAD = 4.0
_KEY_SIGN = 22.0  # pixels of a sign in the key


@dataclass(slots=True)
class _Label:
    """What is written beside a sign: elided to `_LABEL`; its width in pixels."""

    text: str
    width: float


@dataclass(slots=True)
class _Press:
    """A button that is down: where it went down, where it was last, and what it drags."""

    at: QPointF
    last: QPointF
    drags: str = ""


class TimelineView(PaintedView):
    """Events in lanes along time, which runs to the left or to the right.

    Events whose date is not known stand on a shelf below. Arrow keys go from event to event,
    with Ctrl they move the axis; with Shift a drag chooses a stretch of time.

    Attributes:
        is_leftward: whether later is on the left.
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
        self.is_leftward = True
        self.brushes = False
        self._shows_hijri = False
        self._reference = ReferenceDate("unknown")
        self._cards: dict[str, EventCard] = {}
        self._extents: dict[str, Extent] = {}
        self._shelved: tuple[str, ...] = ()
        self._chosen: frozenset[str] = frozenset()
        self._current = ""
        self._hovered = self._anchor = ""
        self._brush: tuple[float, float] | None = None
        self._press: _Press | None = None
        self._scale = TimeScale.showing(730000, 730031, 600)
        self._is_fresh = True
        self._forget_layout()
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # -- what is shown -----------------------------------------------------------------------

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show the events of an article; None where nothing is known of it."""
        cards = event_cards(index) if index else ()
        self._reference = index.analysis.reference_date if index else ReferenceDate("unknown")
        self._cards = {card.id: card for card in cards}
        found = {c.id: layout.extent_of(c.time, c.relation, self._reference) for c in cards}
        self._extents = {name: extent for name, extent in found.items() if extent}
        self._shelved = tuple(name for name, extent in found.items() if extent is None)
        self._chosen = frozenset()
        self._current = self._hovered = self._anchor = ""
        self._is_fresh = True
        self.set_brush(None)
        self._forget_layout()
        self._show_first()
        self.shown_anew.emit()

    def show_chosen(self, ids: Sequence[str]) -> None:
        """Show which events are chosen in the window, by the ids of their mentions."""
        wanted = set(ids)
        found = [c.id for c in self._cards.values() if wanted.intersection(c.events)]
        self._chosen = frozenset(found)
        if len(found) == 1 and found[0] != self._current:
            self._current = found[0]
            self.reveal(found[0])
        self.viewport().update()

    def set_leftward(self, is_leftward: bool) -> None:  # noqa: FBT001 - one of two ways
        """Let time run to the left or to the right."""
        self.is_leftward = is_leftward
        self.viewport().update()

    def set_hijri(self, is_shown: bool) -> None:  # noqa: FBT001 - a switch
        """Show the months of the Hijri calendar too, or not."""
        self._shows_hijri = is_shown
        self._set_scroll_range_later()

    def order(self) -> tuple[str, ...]:
        """Return the ids of all events: by time, then those of the shelf in text order."""
        dated = sorted(self._extents, key=lambda n: (self._extents[n].start, self._extents[n].end))
        return (*dated, *self._shelved)

    def description(self) -> str:
        """Tell every event in words, the earliest first."""
        names = self.order()
        dated = [self._cards[n] for n in names if n in self._extents]
        undated = [self._cards[n] for n in self._shelved]
        return words.describe(self._reference, dated, undated)

    def retranslate(self) -> None:
        """Write everything in the language of the interface."""
        self._forget_layout()
        self.viewport().update()
        self.shown_anew.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_labels"):
            self._forget_layout()

    # -- measures ----------------------------------------------------------------------------

    def _forget_layout(self) -> None:
        self._labels: dict[str, _Label] = {}
        self._boxes: dict[str, Box] = {}
        self._lanes: list[list[Box]] = []
        self._lefts: list[list[float]] = []
        self._base: TimeScale | None = None
        self._cells: dict[str, Cell] = {}
        self._cells_width = -1.0
        self._metrics = QFontMetricsF(self.font())
        self._small = QFontMetricsF(sized(self.font(), 0.86))

    @property
    def _line(self) -> float:
        return math.ceil(self._small.height()) + 2.0

    @property
    def _axis(self) -> float:
        """Height of the ticks, their names, and the row that names the reference date."""
        return self._rows + (self._line + 4 if self._has_flag else 0.0)

    @property
    def _rows(self) -> float:
        return (3 if self._shows_hijri else 2) * self._line + 6

    @property
    def _has_flag(self) -> bool:
        return bool(self._extents) and layout.reference_extent(self._reference) is not None

    @property
    def _lane(self) -> float:
        return math.ceil(self._metrics.height()) + 9.0

    @property
    def _strip(self) -> float:
        return self._line + 6 if self._extents else 0.0

    def _label(self, name: str) -> _Label:
        if name not in self._labels:
            flat = " ".join(self._cards[name].label.split())
            text = self._metrics.elidedText(flat, Qt.TextElideMode.ElideRight, _LABEL)
            self._labels[name] = _Label(text, self._metrics.horizontalAdvance(text) + 2)
        return self._labels[name]

    def _item_width(self, name: str) -> float:
        return layout.GLYPH + self._label(name).width + 8

    def _lay_out(self) -> None:
        """Put events in lanes; only another zoom or other words do that anew."""
        scale = self._scale
        base = self._base
        if base is None or abs(base.pixels_per_day / scale.pixels_per_day - 1) > 1e-9:
            items = [
                layout.Item(name, extent, self._item_width(name))
                for name, extent in self._extents.items()
            ]
            boxes = layout.place(items, scale)
            self._base = scale
            self._boxes = {box.item.id: box for box in boxes}
            self._lanes = [[] for _ in range(1 + max((b.lane for b in boxes), default=-1))]
            for box in boxes:
                self._lanes[box.lane].append(box)
            self._lefts = [[box.left for box in lane] for lane in self._lanes]
        width = float(self.viewport().width()) - 2 * _PAD - 8
        if width != self._cells_width:
            self._cells_width = width
            widths = [self._item_width(name) for name in self._shelved]
            cells = layout.flow(widths, max(60.0, width))
            self._cells = dict(zip(self._shelved, cells, strict=True))
        self._set_scroll_range()

    def _set_scroll_range(self) -> None:
        bar = self.verticalScrollBar()
        seen = self.viewport().height() - self._axis - self._strip
        bar.setPageStep(max(1, int(seen)))
        bar.setRange(0, max(0, int(self._content_height() - seen)))

    def _shelf_top(self) -> float:
        """Return where the shelf begins below the axis, unscrolled."""
        return max(1, len(self._lanes)) * self._lane + 12

    def _content_height(self) -> float:
        height = self._shelf_top()
        if self._shelved:
            rows = 1 + max((cell.row for cell in self._cells.values()), default=0)
            height += self._line + 10 + rows * self._lane + 6
        return height + self._key_height()

    def _key_cells(self) -> tuple[Cell, ...]:
        widths = (_KEY_SIGN + 6 + self._small.horizontalAdvance(s.name) for s in key_signs())
        return layout.flow(widths, max(60.0, self._scale.width - 16), 16)

    def _key_height(self) -> float:
        """Return the height of the key below all events; nothing where there are none."""
        cells = self._key_cells() if self._cards else ()
        return (cells[-1].row + 1) * (self._line + 2) + 12 if cells else 0.0

    def _shift(self) -> float:
        """Return how far the axis was moved since events were put in lanes, in pixels."""
        base = self._base or self._scale
        return (self._scale.start - base.start) * self._scale.pixels_per_day

    def _x(self, pixel: float) -> float:
        """Return the viewport's x of a pixel of the axis."""
        return self._scale.width - pixel if self.is_leftward else pixel

    def _span(self, first: float, last: float, top: float, height: float) -> QRectF:
        """Return the rectangle between two pixels of the axis."""
        one, other = self._x(first), self._x(last)
        return QRectF(min(one, other), top, abs(other - one), height)

    def item_rect(self, name: str) -> QRectF:
        """Return where an event with its words is, in the viewport; maybe out of sight."""
        self._lay_out()
        top = self._axis - self.verticalScrollBar().value()
        if name in self._boxes:
            box, shift = self._boxes[name], self._shift()
            y = top + box.lane * self._lane
            return self._span(box.left - shift, box.right - shift, y, self._lane)
        cell = self._cells[name]
        y = top + self._shelf_top() + self._line + 10 + cell.row * self._lane
        left = _PAD + cell.left
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = self._scale.width - left - cell.width
        return QRectF(left, y, cell.width, self._lane)

    def item_at(self, point: QPoint | QPointF) -> str:
        """Return the id of the event at a point of the viewport, "" for none."""
        self._lay_out()
        at = QPointF(point)
        if not self._axis <= at.y() < self.viewport().height() - self._strip:
            return ""
        y = at.y() - self._axis + self.verticalScrollBar().value()
        lane = int(y // self._lane)
        if lane < len(self._lanes):
            pixel = self._x(at.x()) + self._shift()
            number = bisect_left(self._lefts[lane], pixel) - 1
            box = self._lanes[lane][number] if number >= 0 else None
            return box.item.id if box and box.left <= pixel <= box.right else ""
        return next((n for n in self._shelved if self.item_rect(n).contains(at)), "")

    # -- moving ------------------------------------------------------------------------------

    def fit(self) -> None:
        """Bring every dated event into sight."""
        self._show_days(layout.whole([*self._extents.values(), *self._reference_days()]))

    def _reference_days(self) -> list[Extent]:
        extent = layout.reference_extent(self._reference)
        return [extent] if extent else []

    def _show_first(self) -> None:
        """Bring into sight what most of the article is about."""
        found = [*self._extents.values(), *self._reference_days()]
        self._show_days(layout.focus(found))
        self.verticalScrollBar().setValue(0)

    def _show_days(self, days: tuple[float, float] | None) -> None:
        width = float(max(1, self.viewport().width()))
        if days is None:
            self._scale = self._scale.resized(width)
        else:
            first, last = days
            spare = max(0.0, 2.0 - (last - first)) / 2
            # The words of the last event stand after it.
            room = TimeScale.showing(first - spare, last + spare, width, _MARGIN)
            self._scale = self._with_room(room, last)
        self._set_scroll_range_later()

    def _with_room(self, scale: TimeScale, last: float) -> TimeScale:
        """Return a scale in which the words of what is in sight end in sight."""
        share = 1.0
        for name, extent in self._extents.items():
            begin = scale.pixel(extent.start)
            if begin > 0 and extent.start <= last:
                share = min(share, (scale.width - self._item_width(name) - 8) / begin)
        return TimeScale(scale.start, scale.days / max(share, 0.66), scale.width).bounded()

    def _set_scroll_range_later(self) -> None:
        self._lay_out()
        self.viewport().update()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Show less time, larger; the day under `at` stays."""
        self._is_fresh = False
        pixel = self._x(at.x()) if at is not None else self._zoom_center()
        self._scale = self._scale.zoomed(factor, pixel)
        self._set_scroll_range_later()

    def _zoom_center(self) -> float:
        """Return the pixel of the event that the keyboard is on, else the middle."""
        extent = self._extents.get(self._current)
        pixel = self._scale.pixel(extent.middle) if extent else -1.0
        return pixel if 0 <= pixel <= self._scale.width else self._scale.width / 2

    def pan(self, pixels: float) -> None:
        """Move the axis; positive shows what is later."""
        self._is_fresh = False
        self._scale = self._scale.panned(pixels)
        self.viewport().update()

    def reveal(self, name: str) -> None:
        """Bring an event into sight."""
        rect = self.item_rect(name)
        if name in self._extents:
            seen, wide = self._scale.width, 12.0
            if rect.right() < wide or rect.left() > seen - wide or not self._shows_start(name):
                target = self._scale.pixel(self._extents[name].start) - seen * 0.3
                self.pan(target)
        bar = self.verticalScrollBar()
        top = rect.top() - self._axis
        bottom = rect.bottom() - (self.viewport().height() - self._strip)
        if top < 0:
            bar.setValue(int(bar.value() + top))
        elif bottom > 0:
            bar.setValue(int(bar.value() + bottom + 1))

    def _shows_start(self, name: str) -> bool:
        extent = self._extents[name]
        first, last = self._scale.pixel(extent.start), self._scale.pixel(extent.end)
        return last > 0 and first < self._scale.width - 24

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the same days in another width; all of them at first."""
        super().resizeEvent(event)
        if self._is_fresh:
            self._show_first()
            return
        self._scale = self._scale.resized(float(max(1, self.viewport().width())))
        self._base = None
        self._set_scroll_range_later()

    # -- a stretch of time -------------------------------------------------------------------

    def set_brush(self, days: tuple[float, float] | None) -> None:
        """Choose a stretch of time, or none."""
        if days is None and self._brush is None:
            return
        self._brush = (min(days), max(days)) if days else None
        self.viewport().update()
        if self._brush is None:
            self.range_chosen.emit(None, "")
            return
        first, last = self._brush
        found = (n for n, extent in self._extents.items() if extent.overlaps(first, last))
        self.range_chosen.emit(frozenset(found), words.range_text(first, last))

    def brush(self) -> tuple[float, float] | None:
        """Return the chosen stretch in days, None where there is none."""
        return self._brush

    # -- pointer and keys --------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        self._press = _Press(at, at)
        if self._overview_rect().contains(at):
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
            first, last = (self._scale.day(self._x(x)) for x in (press.at.x(), at.x()))
            self._brush = (min(first, last), max(first, last))
            self.viewport().update()
        elif press.drags == "overview":
            self._go_in_overview(at)
        press.last = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or click."""
        press, self._press = self._press, None
        if press is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if press.drags == "brush":
            self.set_brush(self._brush)
        elif press.drags in ("", "brush?"):
            self._click(event.position())

    def _click(self, at: QPointF) -> None:
        name = self.item_at(at)
        if name:
            self._make_current(name)
            self.event_chosen.emit(name)
        elif self._footer_rect().contains(at):
            self.verticalScrollBar().setValue(int(self._shelf_top()))
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
        if name != self._hovered:
            self._hovered = name
            shape = Qt.CursorShape.PointingHandCursor if name else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def tip_at(self, point: QPoint) -> str:
        """Return the words of the card of the event at a point."""
        name = self.item_at(point)
        return event_summary(self._cards[name]) if name else ""

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
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self.event_opened.emit(self._current)
        elif key == Qt.Key.Key_Space and self._current:
            self.event_chosen.emit(self._current)
        elif key == Qt.Key.Key_Escape and self._brush is not None:
            self.set_brush(None)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int, *, extends: bool) -> None:
        names = self.order()
        if not names:
            return
        at = names.index(self._current) + by if self._current in names else 0
        if not extends or not self._anchor:
            self._anchor = self._current
        self._make_current(names[min(max(at, 0), len(names) - 1)])
        one, other = (self._extents.get(name) for name in (self._anchor, self._current))
        if extends and one and other:
            self.set_brush((min(one.start, other.start), max(one.end, other.end)))

    def _make_current(self, name: str) -> None:
        self._current = name
        self.reveal(name)
        names = self.order()
        place = words.place_text(names.index(name) + 1, len(names))
        self.tell(f"{event_summary(self._cards[name])} {place}")
        self.viewport().update()

    def current(self) -> str:
        """Return the id of the event that the keyboard is on, "" for none."""
        return self._current

    # -- painting ----------------------------------------------------------------------------

    def paint(self, painter: QPainter, exposed: QRect) -> None:
        """Paint the axis, what lies on it, the shelf and the overview."""
        self._lay_out()
        size = QSizeF(self.viewport().size())
        self._paint_all(painter, size, self._names_in(exposed))
        self._paint_footer(painter)

    def picture_size(self) -> QSizeF:
        """Return the size with every lane and the whole shelf."""
        self._lay_out()
        height = self._axis + self._content_height() + self._strip
        return QSizeF(self.viewport().width(), max(float(self.viewport().height()), height))

    def paint_whole(self, painter: QPainter) -> None:
        """Paint every lane of the time in sight, and the whole shelf."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.blockSignals(True)
        bar.setValue(0)
        size = self.picture_size()
        self._paint_all(painter, size, iter(self.order()))
        bar.setValue(before)
        bar.blockSignals(False)

    def _names_in(self, exposed: QRect) -> Iterator[str]:
        """Yield the events that may be seen: of the lanes and rows in sight only."""
        scrolled = self.verticalScrollBar().value()
        first = int((exposed.top() - self._axis + scrolled) // self._lane)
        last = int((exposed.bottom() - self._axis + scrolled) // self._lane)
        low, high = self._shift(), self._shift() + self._scale.width
        for lane in range(max(0, first), min(last + 1, len(self._lanes))):
            begin = max(0, bisect_left(self._lefts[lane], low) - 1)
            for box in self._lanes[lane][begin:]:
                if box.left > high:
                    break
                yield box.item.id
        top = self._axis + self._shelf_top() + self._line + 10 - scrolled
        rows = ((exposed.top() - top) / self._lane - 1, (exposed.bottom() - top) / self._lane + 1)
        yield from (n for n, cell in self._cells.items() if rows[0] <= cell.row <= rows[1])

    def _paint_all(self, painter: QPainter, size: QSizeF, names: Iterator[str]) -> None:
        painter.setFont(self.font())
        self._paint_grid(painter, size)
        inner = QRectF(0, self._axis, size.width(), size.height() - self._axis - self._strip)
        painter.save()
        painter.setClipRect(inner)
        self._paint_shelf(painter, size)
        for name in names:
            self._paint_item(painter, name)
        self._paint_key(painter, size)
        painter.restore()
        self._paint_axis(painter, size)
        self._paint_overview(painter, size)

    def _paint_grid(self, painter: QPainter, size: QSizeF) -> None:
        if self._brush:
            first, last = (self._scale.pixel(day) for day in self._brush)
            rect = self._span(first, last, 0, size.height() - self._strip)
            painter.fillRect(rect, self.theme.color("brush"))
        if not self._extents:
            return
        painter.setPen(QPen(self.theme.color("grid"), 1))
        for tick in layout.ticks(self._scale, layout.step_of(self._scale)):
            x = round(self._x(self._scale.pixel(tick.day))) + 0.5
            painter.drawLine(QPointF(x, self._rows), QPointF(x, size.height() - self._strip))
        self._paint_reference(painter, size)

    def _paint_reference(self, painter: QPainter, size: QSizeF) -> None:
        extent = layout.reference_extent(self._reference)
        if extent is None:
            return
        color = self.theme.color("reference")
        first, last = self._scale.pixel(extent.start), self._scale.pixel(extent.end)
        top, end = self._rows + 3, self._axis + self._shelf_top()
        bottom = min(end - self.verticalScrollBar().value(), size.height() - self._strip)
        if bottom <= top:
            return
        band = self._span(first, last, top, bottom - top)
        shade = QColor(color)
        shade.setAlphaF(0.10)
        painter.fillRect(band, shade)
        solid = self._reference.status != "ambiguous"
        painter.setPen(QPen(color, 2))
        if not solid:
            painter.setPen(QPen(blend(color, self.theme.color("base"), 0.4), 1.2))
        days = self._reference.candidates if not solid else ()
        starts = [day.toordinal() + 0.5 for day in days] or [extent.middle]
        for day in starts:
            x = round(self._x(self._scale.pixel(day)))
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def _paint_item(self, painter: QPainter, name: str) -> None:
        card, rect = self._cards[name], self.item_rect(name)
        color = self.theme.color(wording.quad_of(card.type))
        self._paint_ground(painter, name, rect.adjusted(0, 1, 0, -1))
        if name in self._boxes:
            leftward = self.is_leftward
            begin, after = self._paint_time(painter, name, color, rect)
        else:
            leftward = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            begin = rect.right() if leftward else rect.left()
            after = begin + (-layout.GLYPH if leftward else layout.GLYPH)
        way = -1 if leftward else 1
        center = QPointF(begin + way * layout.GLYPH / 2, rect.center().y())
        draw_sign(painter, center, _SIGN, wording.quad_of(card.type), card.status, color)
        left = after + way * 3
        room = left if leftward else self._scale.width - left
        text, width = self._words_in(name, room - 2)
        box = QRectF(left - width if leftward else left, rect.top(), width, self._lane)
        painter.setPen(self.theme.color("text"))
        painter.drawText(box, _side(leftward=leftward), text)

    def _words_in(self, name: str, room: float) -> tuple[str, float]:
        """Return an event's words and their width, shorter where the view ends before them."""
        label = self._label(name)
        if room >= label.width or room < 40:
            return label.text, label.width
        flat = " ".join(self._cards[name].label.split())
        return self._metrics.elidedText(flat, Qt.TextElideMode.ElideRight, room), room

    def _paint_ground(self, painter: QPainter, name: str, rect: QRectF) -> None:
        accent, base = self.theme.color("highlight"), self.theme.color("base")
        chosen = name in self._chosen
        focused = name == self._current and self.hasFocus()
        if chosen or name == self._hovered:
            painter.setBrush(blend(accent, base, 0.16 if chosen else 0.07))
            painter.setPen(QPen(accent, 1.4) if chosen else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, 6, 6)
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.color("focus"), 2))
            painter.drawRoundedRect(QRectF(rect.toAlignedRect()).adjusted(-1, -1, 1, 1), 7, 7)

    def _paint_time(
        self, painter: QPainter, name: str, color: QColor, rect: QRectF
    ) -> tuple[float, float]:
        """Paint an event's bar or tail; return the x where its sign and its words begin."""
        box, shift, card = self._boxes[name], self._shift(), self._cards[name]
        extent = box.item.extent
        start, end = box.start - shift, box.end - shift
        if extent.open_start:
            draw_tail(
                painter,
                QPointF(self._x(start), rect.center().y()),
                color,
                to_left=not self.is_leftward,
            )
        if extent.open_end:
            tail = box.right - shift - layout.TAIL
            draw_tail(
                painter, QPointF(self._x(tail), rect.center().y()), color, to_left=self.is_leftward
            )
        if end - start > layout.GLYPH:
            # What is far out of sight would be too large to draw.
            low, high = max(start, -2000.0), min(end, self._scale.width + 2000.0)
            bar = self._span(low, high, rect.top() + 3, rect.height() - 6)
            draw_bar(painter, bar, extent, card.status, color, leftward=self.is_leftward)
        begin = shift + 4
        return self._x(box.sign_at(begin) - shift), self._x(box.words_at(begin) - shift)

    def _paint_shelf(self, painter: QPainter, size: QSizeF) -> None:
        if not self._shelved:
            return
        top = self._axis + self._shelf_top() - self.verticalScrollBar().value()
        painter.fillRect(
            QRectF(0, top, size.width(), size.height() - top), self.theme.color("shelf")
        )
        painter.setPen(QPen(self.theme.color("border"), 1))
        painter.drawLine(QPointF(0, top), QPointF(size.width(), top))
        self._write_title(painter, QRectF(_PAD + 4, top + 4, size.width() - 16, self._line + 4))

    def _paint_key(self, painter: QPainter, size: QSizeF) -> None:
        if not self._cards:
            return
        bottom = self._content_height() + self._axis - self.verticalScrollBar().value()
        top = max(bottom, size.height() - self._strip) - self._key_height()
        painter.setPen(QPen(self.theme.color("border"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(8, top), QPointF(size.width() - 8, top))
        painter.setFont(sized(self.font(), 0.86))
        leftward = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for sign, cell in zip(key_signs(), self._key_cells(), strict=True):
            y = top + 6 + cell.row * (self._line + 2)
            frame = Frame(QRectF(8, y, size.width() - 16, self._line), self.layoutDirection())
            place = frame.place(cell.left, 0, _KEY_SIGN, self._line)
            draw_key_sign(painter, sign, place, self.theme)
            painter.setPen(self.theme.color("axis"))
            room = frame.place(cell.left + _KEY_SIGN + 4, 0, cell.width - _KEY_SIGN - 4, self._line)
            painter.drawText(room, _side(leftward=leftward), sign.name)
        painter.setFont(self.font())

    def _write_title(self, painter: QPainter, rect: QRectF) -> None:
        leftward = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setFont(sized(self.font(), 0.92, bold=True))
        painter.setPen(self.theme.color("axis"))
        painter.drawText(rect, _side(leftward=leftward), words.shelf_title(len(self._shelved)))
        painter.setFont(self.font())

    def _footer_rect(self) -> QRectF:
        """Return where the shelf is announced while it is out of sight; empty otherwise."""
        height = self.viewport().height() - self._strip
        top = self._axis + self._shelf_top() - self.verticalScrollBar().value()
        if not self._shelved or top < height - self._line:
            return QRectF()
        return QRectF(0, height - self._line - 6, self.viewport().width(), self._line + 6)

    def _paint_footer(self, painter: QPainter) -> None:
        rect = self._footer_rect()
        if rect.isEmpty():
            return
        painter.fillRect(rect, self.theme.color("shelf"))
        painter.setPen(QPen(self.theme.color("border"), 1))
        painter.drawLine(rect.topLeft(), rect.topRight())
        self._write_title(painter, rect.adjusted(_PAD + 4, 0, -8, 0))

    def _paint_axis(self, painter: QPainter, size: QSizeF) -> None:
        painter.fillRect(QRectF(0, 0, size.width(), self._axis), self.theme.color("base"))
        painter.fillRect(QRectF(0, 0, size.width(), self._rows), self.theme.color("window"))
        if not self._extents:
            painter.setPen(self.theme.color("axis"))
            rect = QRectF(8, 0, size.width() - 16, self._axis)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._empty_words())
            return
        if self._brush:
            first, last = (self._scale.pixel(day) for day in self._brush)
            painter.fillRect(self._span(first, last, 0, self._axis), self.theme.color("brush"))
        painter.setPen(QPen(self.theme.color("border"), 1))
        painter.drawLine(QPointF(0, self._rows), QPointF(size.width(), self._rows))
        painter.setFont(sized(self.font(), 0.86))
        step = layout.step_of(self._scale)
        self._paint_ticks(painter, step)
        self._paint_names_above(painter, step)
        if self._shows_hijri:
            self._paint_hijri(painter)
        if self._has_flag:
            self._paint_flag(painter)
        painter.setFont(self.font())

    def _empty_words(self) -> str:
        if self._shelved:
            return self.tr("No event has a date that is known.")
        if self._cards or not self._is_fresh:
            return ""
        return self.tr("No events are known yet.")

    def _paint_ticks(self, painter: QPainter, step: layout.Step) -> None:
        marks = layout.ticks(self._scale, step)
        top = self._line + 3
        for number, tick in enumerate(marks):
            pixel = self._scale.pixel(tick.day)
            following = marks[number + 1] if number + 1 < len(marks) else None
            room = (
                self._scale.pixel(following.day) - pixel
                if following
                else step.days * self._scale.pixels_per_day
            )
            x = self._x(pixel)
            painter.setPen(QPen(self.theme.color("axis"), 1))
            bottom = 2 * self._line + 6
            painter.drawLine(QPointF(x, bottom - 5), QPointF(x, bottom))
            name = self._fitting(words.tick_names(tick), room - 6)
            centered = step.unit in ("day", "month") and step.count == 1
            self._write(painter, name, pixel, room if centered else None, top)

    def _fitting(self, names: Sequence[str], room: float) -> str:
        fits = (n for n in names if self._small.horizontalAdvance(n) <= room)
        return next(fits, names[-1])

    def _write(
        self, painter: QPainter, name: str, pixel: float, room: float | None, top: float
    ) -> None:
        """Write the name of a tick: in the middle of its stretch, or beside it."""
        width = self._small.horizontalAdvance(name) + 4
        begin = pixel + (room - width) / 2 if room is not None else pixel + 3
        if begin < 0 or begin + width > self._scale.width:
            return
        rect = self._span(begin, begin + width, top, self._line)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_names_above(self, painter: QPainter, step: layout.Step) -> None:
        """Write what the ticks lie in; what began out of sight is written at the edge."""
        above = layout.step_above(step)
        painter.setPen(self.theme.color("text"))
        if above is None:
            name = words.years_text(self._scale.start, self._scale.end)
            self._write(painter, name, 1, None, 3)
            return
        marks = layout.ticks(self._scale, above)
        for number, tick in enumerate(marks):
            begin = max(self._scale.pixel(tick.day), 0.0) + 4
            end = self._scale.width
            if number + 1 < len(marks):
                end = min(end, self._scale.pixel(marks[number + 1].day))
            name = words.name_above(tick)
            width = self._small.horizontalAdvance(name) + 4
            if begin + width <= end:
                rect = self._span(begin, begin + width, 3, self._line)
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, name)
                continue
            short = name.split("/")[-1] if "/" in name else ""
            width = self._small.horizontalAdvance(short) + 4
            if short and begin + width <= end:
                rect = self._span(begin, begin + width, 3, self._line)
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, short)

    def _paint_hijri(self, painter: QPainter) -> None:
        """Write the Hijri months or years between the ticks and the events."""
        marks = layout.hijri_ticks(self._scale)
        top = 2 * self._line + 6
        painter.setPen(self.theme.color("axis"))
        for number, tick in enumerate(marks):
            pixel = self._scale.pixel(tick.day)
            x = round(self._x(pixel)) + 0.5
            painter.drawLine(QPointF(x, top + 2), QPointF(x, top + self._line - 2))
            end = self._scale.width
            if number + 1 < len(marks):
                end = min(end, self._scale.pixel(marks[number + 1].day))
            name = wording.hijri_text(tick.value)
            if max(pixel, 0.0) + 7 + self._small.horizontalAdvance(name) <= end:
                self._write(painter, name, max(pixel, 0.0), None, top)

    def _paint_flag(self, painter: QPainter) -> None:
        """Write beside the reference date's line what it is."""
        extent = layout.reference_extent(self._reference)
        if extent is None:
            return
        pixel = self._scale.pixel(extent.middle)
        if not 0 <= pixel <= self._scale.width:
            return
        text = words.reference_label(self._reference)
        width = min(self._small.horizontalAdvance(text) + 12, self._scale.width - 8)
        x = self._x(pixel)
        left = min(max(4.0, x - width / 2), self._scale.width - width - 4)
        rect = QRectF(left, self._rows + 3, width, self._line)
        color = self.theme.color("reference")
        painter.setPen(QPen(color, 1.2))
        painter.setBrush(self.theme.color("base"))
        painter.drawRoundedRect(rect, 4, 4)
        elided = self._small.elidedText(text, Qt.TextElideMode.ElideRight, width - 8)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, elided)

    # -- the overview ------------------------------------------------------------------------

    def _overview(self, width: float) -> TimeScale | None:
        """Return the scale of the strip that shows all days."""
        days = layout.whole([*self._extents.values(), *self._reference_days()])
        if days is None:
            return None
        return TimeScale.showing(days[0] - 1, days[1] + 1, width, 24)

    def _overview_rect(self) -> QRectF:
        height = self.viewport().height()
        return QRectF(0, height - self._strip, self.viewport().width(), self._strip)

    def _go_in_overview(self, at: QPointF) -> None:
        scale = self._overview(float(self.viewport().width()))
        if scale is not None:
            day = scale.day(self._x(at.x()))
            self.pan(self._scale.pixel(day) - self._scale.width / 2)

    def _paint_overview(self, painter: QPainter, size: QSizeF) -> None:
        scale = self._overview(size.width())
        if scale is None:
            return
        top, height = size.height() - self._strip, self._strip
        painter.fillRect(QRectF(0, top, size.width(), height), self.theme.color("window"))
        painter.setPen(QPen(self.theme.color("border"), 1))
        painter.drawLine(QPointF(0, top), QPointF(size.width(), top))
        seen = self._span(
            scale.pixel(self._scale.start), scale.pixel(self._scale.end), top + 2, height - 4
        ).intersected(QRectF(1, top + 2, size.width() - 2, height - 4))
        accent = self.theme.color("highlight")
        painter.setBrush(blend(accent, self.theme.color("window"), 0.14))
        painter.setPen(QPen(accent, 1.2))
        painter.drawRoundedRect(seen, 4, 4)
        for name, extent in self._extents.items():
            color = self.theme.color(wording.quad_of(self._cards[name].type))
            painter.setPen(QPen(color, 2))
            x = self._x(scale.pixel(extent.middle))
            painter.drawLine(QPointF(x, top + 6), QPointF(x, top + height - 6))
        self._write_out_of_sight(painter, top)

    def _write_out_of_sight(self, painter: QPainter, top: float) -> None:
        """Tell how many events are before and after what is in sight."""
        first, last = self._scale.start, self._scale.end
        before = sum(e.end < first for e in self._extents.values())
        after = sum(e.start > last for e in self._extents.values())
        painter.setFont(sized(self.font(), 0.86))
        painter.setPen(self.theme.color("text"))
        told = ((before, words.earlier_text(before), 0.0), (after, words.later_text(after), 1.0))
        for count, text, side in told:
            if count:
                width = self._small.horizontalAdvance(text) + 8
                begin = side * (self._scale.width - width)
                rect = self._span(begin, begin + width, top + 3, self._strip - 6)
                painter.fillRect(rect, self.theme.color("window"))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.setFont(self.font())


def _side(*, leftward: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
