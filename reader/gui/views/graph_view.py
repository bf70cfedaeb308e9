"""Who deals with whom: the parties of the article's events as boxes, what they do as arrows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from reader.gui.models.index import AnalysisIndex
from reader.gui.models.links import (
    Choice,
    Link,
    Party,
    Web,
    chosen,
    left_out_text,
    link_text,
    party_text,
    web_of,
    web_text,
)
from reader.gui.models.mercator import Point
from reader.gui.models.web_layout import arranged
from reader.gui.tasks import Task
from reader.gui.views.blocks import sized
from reader.gui.views.graph_marks import (
    draw_line,
    draw_link_words,
    draw_party,
    party_outline,
)
from reader.gui.views.painted import ZOOM_STEP, PaintedView
from reader.gui.views.walking import ARROWS, nearest
from reader.gui.views.web_arrangement import WebArrangement

_MANY = 30  # parties; more are laid out on another thread
_MANY_EVENTS = 1500  # more are gathered on another thread
_MARGIN, _REACH = 26.0, 7.0  # pixels
_LEAST, _MOST, _READABLE = 0.25, 3.0, 0.72  # scales
_FAINT = 0.16  # opacity of what does not touch what is pointed at


class GraphView(PaintedView):
    """Boxes and arrows that are moved, brought closer, dragged and clicked.

    Attributes:
        web: what is shown: parties and links.
        choice: what of all is shown.
        arrangement: where it stands.

    Signals:
        party_chosen: the Party that was clicked.
        link_chosen: the Link that was clicked.
        gathered: it is known who deals with whom.
        arranged: the parties stand where they shall.
    """

    party_chosen = Signal(object)
    link_chosen = Signal(object)
    gathered = Signal()
    arranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.index: AnalysisIndex | None = None
        self.all, self.web = Web(), Web()
        self.choice = Choice()
        self.arrangement = WebArrangement(self.web, self.font())
        self._scale, self._offset = 1.0, QPointF()
        self._moved = False
        self._aspect = 1.0
        self._task: Task | None = None
        self._selected: frozenset[str] = frozenset()
        self._current: str | tuple[str, ...] = ""
        self._hovered: str | tuple[str, ...] = ""
        self._pressed: QPointF | None = None
        self._held: int | None = None
        self._dragged = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # -- what is shown -----------------------------------------------------------------------

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show who deals with whom in another analysis, once the view is seen."""
        self.when_seen("index", lambda: self._show_index(index))

    def _show_index(self, index: AnalysisIndex | None) -> None:
        self.index = index
        self._stop()
        if index is None or len(index.analysis.events) <= _MANY_EVENTS:
            self._take(web_of(index) if index else Web())
            return
        self._run(lambda: web_of(index), self._take)

    def _take(self, web: Web) -> None:
        """Show who deals with whom, as far as it is chosen."""
        self._task = None
        self.all = web
        self.gathered.emit()
        self._choose_web()

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do long work on another thread; what was under way is dropped."""
        self._stop()
        task = Task(lambda _report: work(), self)
        self._task = task
        task.finished.connect(done)
        task.start()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def set_choice(self, choice: Choice) -> None:
        """Show another part of the web."""
        if choice != self.choice:
            self.choice = choice
            self._choose_web()

    def show_chosen(self, ids: Sequence[str]) -> None:
        """Mark the parties and events that are chosen in the window."""
        self._selected = frozenset(ids)
        self.viewport().update()

    def description(self) -> str:
        """Return the web in words, link by link."""
        return web_text(self.web, self.index) if self.index else ""

    def _choose_web(self) -> None:
        web = chosen(self.all, self.choice)
        if web == self.web:
            self.viewport().update()
            return
        self.web = web
        self._current = self._hovered = ""
        self.arrangement = WebArrangement(web, self.font())
        self._arrange()
        self.shown_anew.emit()
        self.viewport().update()

    def _view_aspect(self) -> float:
        view = self.viewport().size()
        return min(4.0, max(0.7, view.width() / max(1, view.height())))

    def _arrange(self) -> None:
        sizes, ties = self.arrangement.sizes, self.arrangement.ties
        self._aspect = aspect = self._view_aspect()
        if len(sizes) <= _MANY:
            self._stop()
            self._place(arranged(sizes, ties, aspect))
        else:
            self._run(lambda: arranged(sizes, ties, aspect), self._place)

    def _place(self, places: list[Point]) -> None:
        self._task = None
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.arrangement.set_places([Point(-p.x, p.y) for p in places] if rtl else places)
        self._start()
        self.viewport().update()
        self.arranged.emit()

    # -- moving ------------------------------------------------------------------------------

    def fit(self) -> None:
        """Bring all of it into sight."""
        self._moved = False
        self._look(self._fitting(), self.arrangement.bounds().center())

    def _fitting(self) -> float:
        view, whole = self.viewport().size(), self.arrangement.bounds()
        across = (view.width() - 2 * _MARGIN) / max(1.0, whole.width())
        down = (view.height() - 2 * _MARGIN) / max(1.0, whole.height())
        return min(max(min(across, down), _LEAST), 1.25)

    def _start(self) -> None:
        """Show all where it can be read so; else as much as can be read, from the middle."""
        fitting = self._fitting()
        if fitting >= _READABLE or not self.arrangement.places:
            self._look(fitting, self.arrangement.bounds().center())
            return
        weights = [len(party.spans) + party.mentions for party in self.web.parties]
        most = weights.index(max(weights))
        self._look(_READABLE, self._filling(QPointF(*self.arrangement.places[most])))

    def _filling(self, middle: QPointF) -> QPointF:
        """Return the middle that leaves no ground bare while there is more to see beside it."""
        view, whole = QSizeF(self.viewport().size()) / _READABLE, self.arrangement.bounds()
        margin = _MARGIN / _READABLE
        x = _within(middle.x(), whole.left() - margin, whole.right() + margin, view.width())
        y = _within(middle.y(), whole.top() - margin, whole.bottom() + margin, view.height())
        return QPointF(x, y)

    def _look(self, scale: float, middle: QPointF) -> None:
        view = self.viewport().size()
        self._scale = scale
        self._offset = QPointF(view.width() / 2, view.height() / 2) - middle * scale
        self.viewport().update()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Show it larger around a pixel, the middle if None."""
        point = at or QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        scale = min(_MOST, max(_LEAST, self._scale * factor))
        self._offset = point - (point - self._offset) * (scale / self._scale)
        self._scale, self._moved = scale, True
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all of it in sight, arranged for the view's new shape, unless it was moved."""
        super().resizeEvent(event)
        if self._moved:
            return
        if 0.7 < self._view_aspect() / self._aspect < 1.4:
            self._start()
        elif self.web.parties:
            self._arrange()

    def pixel_of(self, name: str | tuple[str, ...]) -> QPoint | None:
        """Return where a party (by its id) or a link (by its key) is seen."""
        at = self.arrangement.point_of(name)
        return self._to_pixel(at) if at is not None else None

    def _to_pixel(self, place: Point) -> QPoint:
        return (QPointF(*place) * self._scale + self._offset).toPoint()

    def _to_place(self, pixel: QPointF) -> QPointF:
        return (pixel - self._offset) / self._scale

    # -- painting ----------------------------------------------------------------------------

    def paint(self, painter: QPainter, _exposed: QRect) -> None:
        """Paint what is in sight, and how much is not shown."""
        painter.save()
        painter.translate(self._offset)
        painter.scale(self._scale, self._scale)
        self._paint_web(painter)
        painter.restore()
        self._paint_left_out(painter, QRectF(self.viewport().rect()))

    def picture_size(self) -> QSizeF:
        """Return the size of all of it, with a margin and the line on what is not shown."""
        whole = self.arrangement.bounds().size()
        return QSizeF(max(320.0, whole.width() + 2 * _MARGIN), whole.height() + 3 * _MARGIN)

    def paint_whole(self, painter: QPainter) -> None:
        """Paint all of it."""
        size = self.picture_size()
        painter.save()
        painter.translate(QPointF(_MARGIN, _MARGIN) - self.arrangement.bounds().topLeft())
        self._paint_web(painter)
        painter.restore()
        self._paint_left_out(painter, QRectF(QPointF(), size))

    def _paint_left_out(self, painter: QPainter, rect: QRectF) -> None:
        words = left_out_text(self.web)
        if self.index and not self.web.links:
            words = web_text(self.web, self.index)
        painter.setPen(self.theme.color("axis"))
        painter.setFont(sized(self.font(), 0.86))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        where = side | Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignAbsolute
        inner = rect.adjusted(10, 6, -10, -6)
        box = painter.boundingRect(inner, where, words).adjusted(-5, -2, 5, 2)
        if words:
            painter.fillRect(box, self.theme.color("base"))
        painter.drawText(inner, where, words)

    def _paint_web(self, painter: QPainter) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        font, near = self.font(), self._near()
        pairs = list(zip(self.web.links, self.arrangement.routes, strict=False))
        for link, route in pairs:
            painter.setOpacity(1.0 if near is None or link.key in near else _FAINT)
            strong = self._is_marked(link) or link.key in (self._current, self._hovered)
            width = min(4.0, 1.3 + 0.5 * (link.count - 1)) + (1.2 if strong else 0.0)
            draw_line(painter, link, route, self.theme, width)
        for link, route in pairs:
            if route.words is None:
                continue
            painter.setOpacity(1.0 if near is None or link.key in near else _FAINT)
            box = QRectF(*route.words)
            draw_link_words(painter, link, box, font, self.theme, rtl=rtl)
            if link.key == self._current:
                self._paint_ring(painter, None, box)
        for number, party in enumerate(self.web.parties[: len(self.arrangement.places)]):
            painter.setOpacity(1.0 if near is None or party.id in near else 0.3)
            box = self.arrangement.box(number)
            draw_party(painter, party, box, font, self.theme, rtl=rtl)
            if party.id == self._current or party.id in self._selected:
                self._paint_ring(painter, party, box)
        painter.setOpacity(1.0)

    def _paint_ring(self, painter: QPainter, party: Party | None, box: QRectF) -> None:
        """Paint the ring of what the keyboard is on, or is chosen in the window."""
        is_current = party is None or party.id == self._current
        line = Qt.PenStyle.SolidLine if is_current else Qt.PenStyle.DotLine
        painter.setPen(QPen(self.theme.color("focus"), 2.2, line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = box.adjusted(-4, -4, 4, 4)
        painter.drawPath(party_outline(party.type if party else "PER", around))

    def _is_marked(self, link: Link) -> bool:
        return any(event in self._selected for event in link.events)

    def _near(self) -> frozenset[str | tuple[str, ...]] | None:
        """Return what touches what is pointed at, None where nothing is."""
        at = self._hovered
        if not at or self._held is not None:
            return None
        links = [k for k in self.web.links if at in (k.key, k.source, k.target)]
        ends = {name for link in links for name in (link.source, link.target)}
        return frozenset({at, *ends, *(link.key for link in links)})

    # -- pointing ----------------------------------------------------------------------------

    def _party_at(self, point: QPointF) -> int | None:
        return self.arrangement.party_at(self._to_place(point))

    def _link_at(self, point: QPointF) -> Link | None:
        return self.arrangement.link_at(self._to_place(point), _REACH / self._scale)

    def tip_at(self, point: QPoint) -> str:
        """Tell of the party or the link under the pointer."""
        number, link = self._party_at(QPointF(point)), self._link_at(QPointF(point))
        if number is not None:
            return party_text(self.web.parties[number], self.web)
        return link_text(link, self.web, self.index) if link and self.index else ""

    def item_for_menu(self, point: QPoint | None) -> str:
        """Return the id of the party, or of the first event of the link, at a point."""
        name = self._current
        if point is not None:
            number, link = self._party_at(QPointF(point)), self._link_at(QPointF(point))
            name = link.key if link else ""
            name = self.web.parties[number].id if number is not None else name
        events = (link.events[0] for link in self.web.links if link.key == name)
        return name if isinstance(name, str) else next(events, "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a party, or of the whole."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False
            self._held = self._party_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held; else bring out what is pointed at."""
        point = event.position()
        if self._pressed is None:
            self._hover(point)
            return
        by = point - self._pressed
        if not self._dragged and by.manhattanLength() <= 4:
            return
        self._dragged = self._moved = True
        self._pressed = point
        if self._held is None:
            self._offset += by
        else:
            self.arrangement.move(self._held, by / self._scale)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what is clicked."""
        pressed, held, self._pressed, self._held = self._pressed, self._held, None, None
        if pressed is None or self._dragged:
            return
        link = self._link_at(event.position())
        if held is not None:
            self._choose(self.web.parties[held].id)
        elif link is not None:
            self._choose(link.key)

    def leaveEvent(self, event: object) -> None:
        """Show all alike again."""
        self._hovered = ""
        self.viewport().update()
        super().leaveEvent(event)  # type: ignore[arg-type]

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Show it larger, as maps do."""
        turned = event.angleDelta().y()
        if turned:
            self.zoom(ZOOM_STEP ** (turned / 120), event.position())
        event.accept()

    def _hover(self, point: QPointF) -> None:
        number, link = self._party_at(point), self._link_at(point)
        before = self._hovered
        self._hovered = link.key if link else ""
        if number is not None:
            self._hovered = self.web.parties[number].id
        if self._hovered != before:
            shape = (
                Qt.CursorShape.PointingHandCursor if self._hovered else Qt.CursorShape.ArrowCursor
            )
            self.viewport().setCursor(shape)
            self.viewport().update()

    def _choose(self, name: str | tuple[str, ...]) -> None:
        self._current = name
        self.viewport().update()
        party = next((p for p in self.web.parties if p.id == name), None)
        link = next((k for k in self.web.links if k.key == name), None)
        if party is not None:
            self.party_chosen.emit(party)
        elif link is not None:
            self.link_chosen.emit(link)

    # -- keys --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over the parties with the arrows and their links with Page Up and Down."""
        key = Qt.Key(event.key())
        if key in ARROWS:
            self._walk(*ARROWS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._walk_links(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def _walk(self, x: int, y: int) -> None:
        known = {p.id: at for p, at in zip(self.web.parties, self.arrangement.places, strict=False)}
        link = next((k for k in self.web.links if k.key == self._current), None)
        start = link.source if link else str(self._current)
        if start in known:
            following = nearest(known, known[start], x, y) or start
        else:
            following = next(iter(known), "")
        self._stand_on(following)

    def _walk_links(self, by: int) -> None:
        """Go to the next link of the party that the keyboard is on, of all where it is on none."""
        current = self._current
        at_link = next((k for k in self.web.links if k.key == current), None)
        party = at_link.source if at_link else current
        links = [k for k in self.web.links if not party or party in (k.source, k.target)]
        if not links:
            return
        keys = [link.key for link in links]
        start = keys.index(at_link.key) if at_link else (-1 if by > 0 else 0)
        self._stand_on(keys[(start + by) % len(keys)])

    def _stand_on(self, name: str | tuple[str, ...]) -> None:
        """Put the ring on a party or a link, bring it into sight and tell of it."""
        at = self.pixel_of(name)
        if at is None or self.index is None:
            return
        self._current = name
        if not self.viewport().rect().adjusted(20, 20, -20, -20).contains(at):
            self._moved = True
            self._offset += QPointF(self.viewport().rect().center() - at)
        party = next((p for p in self.web.parties if p.id == name), None)
        link = next((k for k in self.web.links if k.key == name), None)
        if party is not None:
            self.tell(party_text(party, self.web))
        elif link is not None:
            self.tell(link_text(link, self.web, self.index))
        self.viewport().update()


def _within(middle: float, first: float, last: float, room: float) -> float:
    """Return the middle of a room as near as it may be, so that it stays between two ends."""
    if last - first <= room:
        return (first + last) / 2
    return min(max(middle, first + room / 2), last - room / 2)
