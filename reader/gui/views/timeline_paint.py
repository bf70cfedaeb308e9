"""Paints the timeline: the axis, what lies on it, the shelf, the key and the overview."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import get_args

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.gui.models import time_scale, wording
from reader.gui.models import timeline_layout as layout
from reader.gui.models import timeline_words as words
from reader.gui.theme import Theme, blend
from reader.gui.views.blocks import Frame, sized
from reader.gui.views.event_marks import draw_bar, draw_key_sign, draw_sign, draw_tail
from reader.gui.views.timeline_geometry import KEY_SIGN, PAD, TimelineGeometry

_SIGN, _MOST_SIGN = 4.6, 6.2  # radius in pixels, and in the largest words
_LEAST_WINDOW = 7.0  # pixels of the part in sight in the overview
_FAR = 2000.0  # pixels beyond the sides that a bar is drawn to


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands out among the events, by id, and the chosen stretch of time in days."""

    chosen: frozenset[str] = frozenset()
    current: str = ""
    hovered: str = ""
    brush: tuple[float, float] | None = None


class TimelinePainter:
    """Paints one sight of the timeline; made for each."""

    def __init__(
        self, painter: QPainter, geometry: TimelineGeometry, theme: Theme, marked: Marked
    ) -> None:
        self.painter = painter
        self.g = geometry
        self.theme = theme
        self.marked = marked
        self.leftward = geometry.frame.leftward
        self.mirrored = geometry.frame.mirrored
        self.width, self.height = geometry.frame.size.width(), geometry.frame.size.height()
        self.colors: dict[wording.Quad, QColor] = {
            quad: theme.color(quad) for quad in get_args(wording.Quad)
        }

    def paint(self, names: Iterable[str]) -> None:
        """Paint everything, of the events those named."""
        g, painter = self.g, self.painter
        painter.setFont(g.font)
        self._grid()
        painter.save()
        painter.setClipRect(QRectF(0, g.axis, self.width, g.bottom - g.axis))
        self._shelf()
        for name in names:
            self._item(name)
        self._key()
        painter.restore()
        self._axis()
        self._overview()

    # -- behind the events -------------------------------------------------------------------

    def _grid(self) -> None:
        g, painter = self.g, self.painter
        if self.marked.brush:
            painter.fillRect(self._brush_rect(0, g.bottom), self.theme.color("brush"))
        if not g.told.extents:
            return
        marks = time_scale.ticks(g.scale, time_scale.step_of(g.scale, g.size))
        xs = (round(g.x(g.scale.pixel(tick.day))) + 0.5 for tick in marks)
        painter.setPen(QPen(self.theme.color("grid"), 1))
        painter.drawLines([QLineF(x, g.rows, x, g.bottom) for x in xs])
        self._reference()

    def _brush_rect(self, top: float, bottom: float) -> QRectF:
        first, last = (self.g.scale.pixel(day) for day in self.marked.brush or (0, 0))
        return self.g.span(first, last, top, bottom - top)

    def _reference(self) -> None:
        g, extent = self.g, self.g.told.written
        top = g.rows + 3
        bottom = min(g.axis + g.shelf_top - g.scrolled, g.bottom)
        if extent is None or bottom <= top:
            return
        color = self.theme.color("reference")
        first, last = g.scale.pixel(extent.start), g.scale.pixel(extent.end)
        shade = QColor(color)
        shade.setAlphaF(0.10)
        self.painter.fillRect(g.span(first, last, top, bottom - top), shade)
        days = [extent.middle]
        self.painter.setPen(QPen(color, 2))
        if g.told.reference.status == "ambiguous":
            days = [day.toordinal() + 0.5 for day in g.told.reference.candidates]
            self.painter.setPen(QPen(blend(color, self.theme.color("base"), 0.4), 1.2))
        xs = (round(g.x(g.scale.pixel(day))) for day in days)
        self.painter.drawLines([QLineF(x, top, x, bottom) for x in xs])

    # -- events ------------------------------------------------------------------------------

    def _item(self, name: str) -> None:
        g, card, rect = self.g, self.g.told.cards[name], self.g.item(name)
        quad = wording.quad_of(card.type)
        color = self.colors[quad]
        self._ground(name, rect.adjusted(0, 1, 0, -1))
        if name in g.boxes:
            leftward = self.leftward
            begin, after = self._time(name, color, rect)
        else:
            leftward = self.mirrored
            begin = rect.right() if leftward else rect.left()
            after = begin + (-layout.GLYPH if leftward else layout.GLYPH)
        way = -1 if leftward else 1
        center = QPointF(begin + way * layout.GLYPH / 2, rect.center().y())
        draw_sign(self.painter, center, min(_SIGN * g.size, _MOST_SIGN), quad, card.status, color)
        edge = after + way * 3
        text, width = g.label_in(name, (edge if leftward else self.width - edge) - 2)
        box = QRectF(edge - width if leftward else edge, rect.top(), width, g.lane)
        if name in g.boxes and not g.boxes[name].holds_words:
            self._clear(name, box.adjusted(0, 4, 0, -4))
        self.painter.setPen(self.theme.color("text"))
        self.painter.drawText(box, side(leftward=leftward), text)

    def _clear(self, name: str, box: QRectF) -> None:
        """Keep the lines of the axis from the words over them."""
        if not self.marked.brush and name not in self.marked.chosen | {self.marked.hovered}:
            veil = self.theme.color("base")
            veil.setAlphaF(0.72)
            self.painter.fillRect(box, veil)

    def _ground(self, name: str, rect: QRectF) -> None:
        accent, base = self.theme.color("highlight"), self.theme.color("base")
        chosen = name in self.marked.chosen
        if chosen or name == self.marked.hovered:
            self.painter.setBrush(blend(accent, base, 0.16 if chosen else 0.07))
            self.painter.setPen(QPen(accent, 1.4) if chosen else Qt.PenStyle.NoPen)
            self.painter.drawRoundedRect(rect, 6, 6)
        if name == self.marked.current:
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.setPen(QPen(self.theme.color("focus"), 2))
            ring = QRectF(rect.toAlignedRect()).adjusted(-1, -1, 1, 1)
            self.painter.drawRoundedRect(ring, 7, 7)

    def _time(self, name: str, color: QColor, rect: QRectF) -> tuple[float, float]:
        """Paint an event's bar or tail; return the x where its sign and its words begin."""
        g, box, shift = self.g, self.g.boxes[name], self.g.shift
        extent, y = box.item.extent, rect.center().y()
        start, end = box.start - shift, box.end - shift
        if extent.open_start:
            draw_tail(self.painter, QPointF(g.x(start), y), color, to_left=not self.leftward)
        if extent.open_end:
            tail = box.right - shift - layout.TAIL
            draw_tail(self.painter, QPointF(g.x(tail), y), color, to_left=self.leftward)
        if end - start > layout.GLYPH:
            low, high = max(start, -_FAR), min(end, self.width + _FAR)
            bar = g.span(low, high, rect.top() + 3, rect.height() - 6)
            status = g.told.cards[name].status
            draw_bar(self.painter, bar, extent, status, color, leftward=self.leftward)
        begin = shift + 4
        return g.x(box.sign_at(begin) - shift), g.x(box.words_at(begin) - shift)

    # -- the shelf and the key ---------------------------------------------------------------

    def _shelf(self) -> None:
        g = self.g
        if not g.told.shelved:
            return
        top = g.axis + g.shelf_top - g.scrolled
        room = QRectF(0, top, self.width, self.height - top)
        self.painter.fillRect(room, self.theme.color("shelf"))
        self._line(room.topLeft(), room.topRight())
        self._shelf_title(QRectF(2 * PAD, top + 4, self.width - 16, g.line + 4))

    def _shelf_title(self, rect: QRectF) -> None:
        self.painter.setFont(sized(self.g.font, 0.92, bold=True))
        self.painter.setPen(self.theme.color("axis"))
        title = words.shelf_title(len(self.g.told.shelved))
        self.painter.drawText(rect, side(leftward=self.mirrored), title)
        self.painter.setFont(self.g.font)

    def footer(self) -> None:
        """Announce the shelf while it is out of sight."""
        rect = self.g.footer()
        if not rect.isEmpty():
            self.painter.fillRect(rect, self.theme.color("shelf"))
            self._line(rect.topLeft(), rect.topRight())
            self._shelf_title(rect.adjusted(2 * PAD, 0, -8, 0))

    def _line(self, first: QPointF, last: QPointF) -> None:
        self.painter.setPen(QPen(self.theme.color("border"), 1))
        self.painter.drawLine(first, last)

    def _key(self) -> None:
        g, painter = self.g, self.painter
        if not g.told.cards:
            return
        top = max(g.content + g.axis - g.scrolled, g.bottom) - g.key_height
        painter.setPen(QPen(self.theme.color("border"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(8, top), QPointF(self.width - 8, top))
        painter.setFont(g.small_font)
        way = Qt.LayoutDirection.RightToLeft if self.mirrored else Qt.LayoutDirection.LeftToRight
        for sign, cell in g.key:
            y = top + 6 + cell.row * (g.line + 2)
            frame = Frame(QRectF(8, y, self.width - 16, g.line), way)
            draw_key_sign(painter, sign, frame.place(cell.left, 0, KEY_SIGN, g.line), self.theme)
            painter.setPen(self.theme.color("axis"))
            begin = cell.left + KEY_SIGN + 4
            room = frame.place(begin, 0, cell.width - KEY_SIGN - 4, g.line)
            painter.drawText(room, side(leftward=self.mirrored), sign.name)
        painter.setFont(g.font)

    # -- the axis ----------------------------------------------------------------------------

    def _axis(self) -> None:
        g, painter = self.g, self.painter
        painter.fillRect(QRectF(0, 0, self.width, g.axis), self.theme.color("base"))
        painter.fillRect(QRectF(0, 0, self.width, g.rows), self.theme.color("window"))
        if not g.told.extents:
            painter.setPen(self.theme.color("axis"))
            rect = QRectF(8, 0, self.width - 16, g.axis)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._empty_words())
            return
        if self.marked.brush:
            painter.fillRect(self._brush_rect(0, g.axis), self.theme.color("brush"))
        self._line(QPointF(0, g.rows), QPointF(self.width, g.rows))
        painter.setFont(g.small_font)
        step = time_scale.step_of(g.scale, g.size)
        self._ticks(step)
        self._above(step)
        if g.frame.hijri:
            self._hijri()
        if g.has_flag:
            self._flag()
        painter.setFont(g.font)

    def _empty_words(self) -> str:
        if self.g.told.shelved:
            return QCoreApplication.translate("TimelineView", "No event has a date that is known.")
        return QCoreApplication.translate("TimelineView", "No events are known.")

    def _ticks(self, step: time_scale.Step) -> None:
        g = self.g
        marks = time_scale.ticks(g.scale, step)
        pixels = [g.scale.pixel(tick.day) for tick in marks]
        pixels.append(pixels[-1] + step.days * g.scale.pixels_per_day)
        centered = step.unit in ("day", "month") and step.count == 1
        self.painter.setPen(QPen(self.theme.color("axis"), 1))
        names = self._fitting([words.tick_names(tick) for tick in marks], pixels)
        for name, pixel, following in zip(names, pixels, pixels[1:], strict=False):
            x, room = g.x(pixel), following - pixel
            self.painter.drawLine(QPointF(x, g.ticks - 5), QPointF(x, g.ticks))
            self._write(name, pixel, room if centered else None, g.line + 3)

    def _fitting(self, names: Sequence[tuple[str, ...]], pixels: Sequence[float]) -> list[str]:
        """Return the fullest names of a row of ticks that all have room; all of one kind."""
        rooms = [last - first - 6 for first, last in pairwise(pixels)]
        kinds = list(zip(*names, strict=True))
        for kind in kinds[:-1]:
            widths = (self.g.small.horizontalAdvance(name) for name in kind)
            if all(width <= room for width, room in zip(widths, rooms, strict=True)):
                return list(kind)
        return list(kinds[-1]) if kinds else []

    def _write(self, name: str, pixel: float, room: float | None, top: float) -> None:
        """Write a name in the middle of its stretch, or beside its tick; whole or not at all."""
        width = self.g.small.horizontalAdvance(name) + 4
        begin = pixel + (room - width) / 2 if room is not None else pixel + 3
        if begin >= 0 and begin + width <= self.g.scale.width:
            rect = self.g.span(begin, begin + width, top, self.g.line)
            self.painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, name)

    def _above(self, step: time_scale.Step) -> None:
        """Write what the ticks lie in; what began out of sight is written at the edge."""
        g, above = self.g, time_scale.step_above(step)
        self.painter.setPen(self.theme.color("text"))
        if above is None:
            self._write(words.years_text(g.scale.start, g.scale.end), 1, None, 3)
            return
        marks = [(tick.day, words.names_above(tick)) for tick in time_scale.ticks(g.scale, above)]
        self._stretches(marks, 3)

    def _stretches(self, marks: Sequence[tuple[float, tuple[str, ...]]], top: float) -> None:
        """Write each stretch's name where it begins in sight: the fullest that has room."""
        g = self.g
        pixels = [g.scale.pixel(day) for day, _names in marks] + [g.scale.width]
        for number, (_day, names) in enumerate(marks):
            begin, end = max(pixels[number], 0.0), min(pixels[number + 1], g.scale.width)
            room = end - begin - 7
            name = next((n for n in names if g.small.horizontalAdvance(n) <= room), "")
            self._write(name, begin, None, top)

    def _hijri(self) -> None:
        """Write the Hijri months or years between the ticks and the events."""
        g, marks = self.g, time_scale.hijri_ticks(self.g.scale, self.g.size)
        top = g.ticks
        self.painter.setPen(QPen(self.theme.color("axis"), 1))
        xs = (round(g.x(g.scale.pixel(tick.day))) + 0.5 for tick in marks)
        self.painter.drawLines([QLineF(x, top + 2, x, top + g.line - 2) for x in xs])
        self._stretches([(tick.day, (wording.hijri_text(tick.value),)) for tick in marks], top)

    def _flag(self) -> None:
        """Write on the reference date's line what it is."""
        g, extent = self.g, self.g.told.written
        pixel = g.scale.pixel(extent.middle) if extent else -1.0
        if not 0 <= pixel <= g.scale.width:
            return
        text = words.reference_label(g.told.reference)
        width = min(g.small.horizontalAdvance(text) + 12, g.scale.width - 8)
        left = min(max(4.0, g.x(pixel) - width / 2), g.scale.width - width - 4)
        rect = QRectF(left, g.rows + 3, width, g.line)
        self.painter.setPen(QPen(self.theme.color("reference"), 1.2))
        self.painter.setBrush(self.theme.color("base"))
        self.painter.drawRoundedRect(rect, 4, 4)
        elided = g.small.elidedText(text, Qt.TextElideMode.ElideRight, width - 8)
        self.painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, elided)

    # -- the overview ------------------------------------------------------------------------

    def _overview(self) -> None:
        g, scale, strip = self.g, self.g.overview_scale, self.g.overview()
        if scale is None:
            return
        window, accent = self.theme.color("window"), self.theme.color("highlight")
        self.painter.fillRect(strip, window)
        self._line(strip.topLeft(), strip.topRight())
        first, last = scale.pixel(g.scale.start), scale.pixel(g.scale.end)
        seen = g.span(first, last, strip.top() + 2, strip.height() - 4)
        seen = seen.intersected(strip.adjusted(1, 2, -1, -2))
        if seen.width() < _LEAST_WINDOW:
            seen.adjust(-_LEAST_WINDOW / 2, 0, _LEAST_WINDOW / 2, 0)
        self.painter.setBrush(blend(accent, window, 0.14))
        self.painter.setPen(QPen(accent, 1.2))
        self.painter.drawRoundedRect(seen, 4, 4)
        for quad, xs in g.overview_marks.items():
            self.painter.setPen(QPen(self.colors[quad], 2))
            top, bottom = strip.top() + 6, strip.bottom() - 6
            self.painter.drawLines([QLineF(x, top, x, bottom) for x in xs])
        self._out_of_sight(strip)

    def _out_of_sight(self, strip: QRectF) -> None:
        """Tell how many events are before and after what is in sight."""
        g = self.g
        before, after = g.told.out_of(g.scale.start, g.scale.end)
        self.painter.setFont(g.small_font)
        self.painter.setPen(self.theme.color("text"))
        told = ((before, words.earlier_text(before), 0.0), (after, words.later_text(after), 1.0))
        for count, text, end in told:
            if count:
                width = g.small.horizontalAdvance(text) + 8
                begin = end * (g.scale.width - width)
                rect = g.span(begin, begin + width, strip.top() + 3, strip.height() - 6)
                self.painter.fillRect(rect, self.theme.color("window"))
                self.painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        self.painter.setFont(g.font)


def side(*, leftward: bool) -> Qt.AlignmentFlag:
    """Return where words stand that begin on the right, or on the left."""
    edge = Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft
    return edge | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
