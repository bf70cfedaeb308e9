"""The places of the article on a map, which is moved, brought closer and clicked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from reader.gui.models import wording
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.labels import Box
from reader.gui.models.mercator import Camera, Point
from reader.gui.models.outlines import State
from reader.gui.models.places import (
    Group,
    Place,
    grouped,
    place_text,
    places,
    places_text,
    spots,
)
from reader.gui.views.blocks import sized
from reader.gui.views.map_labels import MapLabels, Name
from reader.gui.views.painted import ZOOM_STEP, PaintedView
from reader.gui.views.walking import ARROWS, nearest
from reader.gui.views.world import load_world

_LEAST_SHOWN = 0.04  # share of the way round the world: 14 degrees
_MARGIN, _STEP, _REACH = 48.0, 60.0, 6.0  # pixels
_MOST_NAMES = 80
_WHOLE = QSizeF(1600, 1000)


class MapView(PaintedView):
    """States that the article names are shaded, its other places are dots.

    A place that may be one of several has a ring at each. Dots that would lie on one another
    are one with a count; a click brings it closer.

    Attributes:
        places: the most mentioned first.
        shows_events: whether a dot tells how many events happen there.

    Signals:
        place_chosen: id of the Entity that was clicked.
    """

    place_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.index: AnalysisIndex | None = None
        self.places: tuple[Place, ...] = ()
        self.shows_events = True
        self._world = load_world()
        self._by_wikidata = self._world.outlines.by_wikidata()
        self._camera = Camera(Point(0.5, 0.5), 1.0, 900.0, 400.0).fitted([], 0, 1)
        self._moved = False
        self._chosen: frozenset[str] = frozenset()
        self._current = ""
        self._pressed: QPointF | None = None
        self._dragged = False
        self._ground: tuple[object, QPixmap] | None = None
        self._names: dict[str, Box] = {}
        self._gathered: tuple[Camera, tuple[Group, ...]] | None = None
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # -- what is shown -----------------------------------------------------------------------

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show the places of another analysis, all of them in sight."""
        before, self._gathered = {place.id for place in self.places}, None
        self.index = index
        self.places = places(index, self._by_wikidata) if index else ()
        if {place.id for place in self.places} != before:
            self._current = ""
            self.fit()
        self.shown_anew.emit()
        self.viewport().update()

    def show_chosen(self, entities: Sequence[str]) -> None:
        """Ring the places that are chosen in the window."""
        self._chosen = frozenset(entities)
        self.viewport().update()

    def set_shows_events(self, shows: bool) -> None:  # noqa: FBT001 - a slot
        """Tell at each dot how many events happen there, or not."""
        self.shows_events = shows
        self.viewport().update()

    def description(self) -> str:
        """Return the places in words, the most mentioned first."""
        return places_text(self.places, self.index) if self.index else ""

    def camera(self) -> Camera:
        """Return what of the world is in sight."""
        return self._camera

    def pixel_of(self, entity: str) -> QPoint | None:
        """Return where a place is seen, None where the map does not show it."""
        at = self._anchors().get(entity)
        return QPointF(*at).toPoint() if at else None

    def _groups(self) -> tuple[Group, ...]:
        """Return the dots in sight, gathered once for each view of the world."""
        if self._gathered is None or self._gathered[0] != self._camera:
            self._gathered = self._camera, grouped(spots(self.places), self._camera)
        return self._gathered[1]

    def _anchors(self) -> dict[str, Point]:
        """Return where each place is seen that the map shows."""
        groups = self._groups()
        dots = {name: Point(group.x, group.y) for group in groups for name in group.ids}
        states = {place.id: self._middle_of(place) for place in self.places if place.state}
        found = states | dots
        return {place.id: found[place.id] for place in self.places if place.id in found}

    def _middle_of(self, state: Place) -> Point:
        """Return where the name of a state is seen, or would be."""
        box = self._names.get(state.id)
        if box is not None:
            return Point(box.x + box.width / 2, box.y + box.height / 2)
        return self._camera.to_pixel(self._by_wikidata[state.state].at)

    # -- moving ------------------------------------------------------------------------------

    def fit(self) -> None:
        """Bring all places into sight."""
        self._moved = False
        self._look(self._fitted(self._camera))

    def _fitted(self, camera: Camera) -> Camera:
        at = [spot.at for spot in spots(self.places)]
        at += [self._by_wikidata[place.state].at for place in self.places if place.state]
        margin = min(_MARGIN, camera.width / 6, camera.height / 6)
        return camera.fitted(at, margin, _LEAST_SHOWN)

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Bring the world closer around a pixel, the middle if None."""
        point = at or QPointF(self._camera.width / 2, self._camera.height / 2)
        self._moved = True
        self._look(self._camera.zoomed(factor, Point(point.x(), point.y())))

    def _look(self, camera: Camera) -> None:
        self._camera = camera
        self.viewport().update()

    def _spread(self, group: Group) -> None:
        """Bring a group so close that its dots come apart."""
        self._moved = True
        margin = min(self._camera.width, self._camera.height) / 4
        closer = self._camera.fitted([spot.at for spot in group.spots], margin, 1e-4)
        wider = self._camera.zoomed(2, Point(group.x, group.y))
        self._look(max(closer, wider, key=lambda camera: camera.scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all places in sight, or the same middle once the map was moved."""
        super().resizeEvent(event)
        size = self.viewport().size()
        camera = self._camera.resized(size.width(), size.height())
        self._look(camera if self._moved else self._fitted(camera))

    # -- painting ----------------------------------------------------------------------------

    def paint(self, painter: QPainter, _exposed: QRect) -> None:
        """Paint what is in sight; the world is kept until the view changes."""
        camera, ratio = self._camera, self.devicePixelRatioF()
        key = camera, self.theme.name, ratio, tuple(p.id for p in self.places)
        if self._ground is None or self._ground[0] != key:
            ground = QPixmap(QSizeF(camera.width * ratio, camera.height * ratio).toSize())
            ground.setDevicePixelRatio(ratio)
            with QPainter(ground) as below:
                below.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._paint_world(below, camera)
            self._ground = key, ground
        painter.drawPixmap(0, 0, self._ground[1])
        self._paint_places(painter, camera)

    def picture_size(self) -> QSizeF:
        """Return a size that all names find room in."""
        return _WHOLE

    def paint_whole(self, painter: QPainter) -> None:
        """Paint all places, whatever is in sight."""
        camera = self._fitted(self._camera.resized(_WHOLE.width(), _WHOLE.height()))
        painter.setClipRect(QRectF(0, 0, camera.width, camera.height))
        self._paint_world(painter, camera)
        in_sight = self._names
        self._paint_places(painter, camera)
        self._names = in_sight

    def _paint_world(self, painter: QPainter, camera: Camera) -> None:
        shade = self.theme.highlight("GPE")
        named = [place.state for place in self.places if place.state]
        self._world.paint(painter, camera, self.theme, dict.fromkeys(named, shade))
        for state in named:
            line = QPen(self.theme.color("map_text"), 1.4)
            self._world.outline(painter, camera, self._by_wikidata[state], line)

    def _paint_places(self, painter: QPainter, camera: Camera) -> None:
        groups = grouped(spots(self.places), camera)
        labels = MapLabels(painter, camera, self.theme, self.layoutDirection())
        labels.paint_scale(sized(self.font(), 0.8), self.tr("{number} km"))
        for g in groups:
            labels.keep_free(Box(g.x - g.radius, g.y - g.radius, 2 * g.radius, 2 * g.radius))
        for group in reversed(groups):
            self._paint_group(painter, group)
        self._name_places(labels, camera, groups)
        self._name_states(labels, camera)

    def _paint_group(self, painter: QPainter, group: Group) -> None:
        ink, middle = self.theme.color("place"), QPointF(group.x, group.y)
        if self._chosen & set(group.ids) or self._current in group.ids:
            current = self._current in group.ids
            style = Qt.PenStyle.SolidLine if current else Qt.PenStyle.DotLine
            painter.setPen(QPen(self.theme.color("focus"), 2, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, group.radius + 4, group.radius + 4)
        if group.is_doubtful:
            painter.setPen(QPen(ink, 1.8, Qt.PenStyle.DashLine))
            painter.setBrush(self.theme.color("land"))
        else:
            painter.setPen(QPen(self.theme.color("land"), 1.2))
            painter.setBrush(ink)
        painter.drawEllipse(middle, group.radius, group.radius)
        if len(group.ids) > 1:
            painter.setPen(self.theme.color("land"))
            painter.setFont(sized(self.font(), 0.8, bold=True))
            box = QRectF(group.x - 20, group.y - 20, 40, 40)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(len(group.ids)))

    def _name_places(self, labels: MapLabels, camera: Camera, groups: Sequence[Group]) -> None:
        """Name the states of the article, then its dots, as far as there is room."""
        bold, plain = sized(self.font(), 1.0, bold=True), self.font()
        named = []
        owners = [place.id for place in self.places if place.state] + [g.ids[0] for g in groups]
        for place in self.places:
            if place.state:
                at = camera.to_pixel(self._by_wikidata[place.state].at)
                named.append(Name(self._label((place,)), bold, at, -1))
        for group in groups:
            ids = dict.fromkeys(spot.place for spot in group.spots)
            label = self._label(tuple(ids), doubtful=group.is_doubtful)
            named.append(Name(label, plain, Point(group.x, group.y), group.radius))
        boxes = labels.write(named[:_MOST_NAMES], "text")
        self._names = {name: box for name, box in zip(owners, boxes, strict=False) if box}

    def _label(self, named: tuple[Place, ...], *, doubtful: bool = False) -> str:
        words = wording.isolate(named[0].name)
        if doubtful:
            words += " ?" if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else " ؟"
        if len(named) > 1:
            words += f" {wording.isolate(f'+{len(named) - 1}')}"
        happening = self._clusters(named)
        if self.shows_events and happening:
            words += f" {wording.isolate(f'◆{happening}')}"
        return words

    def _clusters(self, named: Sequence[Place]) -> int:
        """Return how many events happen at places, an event that is told twice counted once."""
        index = self.index
        if index is None:
            return 0
        return len({index.events[e].cluster for p in named for e in p.events if e in index.events})

    def _name_states(self, labels: MapLabels, camera: Camera) -> None:
        """Name other states that are large enough in sight, to find one's way by."""
        arabic = QLocale().language() == QLocale.Language.Arabic
        small, shown = sized(self.font(), 0.82), {place.state for place in self.places}
        named = []
        for state in sorted(self._world.in_sight(camera), key=_by_rank):
            name = state.arabic if arabic else state.english
            room = self._world.width(state) * camera.scale
            if state.wikidata not in shown and room > QFontMetricsF(small).horizontalAdvance(name):
                named.append(Name(wording.isolate(name), small, camera.to_pixel(state.at), -1))
        labels.write(named[:_MOST_NAMES], "map_text")

    # -- pointing ----------------------------------------------------------------------------

    def _group_at(self, point: QPointF) -> Group | None:
        """Return the dots at a point or whose name is there, else those just beside it."""
        groups = self._groups()
        away = [(_distance(point, group) - group.radius, group) for group in groups]
        least, found = min(away, key=lambda pair: pair[0], default=(_REACH + 1, None))
        if least > 0 and (name := self._name_at(point)):
            return next((group for group in groups if group.ids[0] == name), None)
        return found if least <= _REACH else None

    def _name_at(self, point: QPointF) -> str:
        at = point.x(), point.y()
        return next((name for name, box in self._names.items() if box.has(*at)), "")

    def _state_at(self, point: QPointF) -> Place | None:
        name = self._name_at(point)
        if name:
            return next((p for p in self.places if p.id == name and p.state), None)
        state = self._world.state_at(self._camera.to_place(Point(point.x(), point.y())))
        found = (p for p in self.places if state is not None and p.state == state.wikidata)
        return next(found, None)

    def tip_at(self, point: QPoint) -> str:
        """Tell of the places under the pointer."""
        if self.index is None:
            return ""
        group, index = self._group_at(QPointF(point)), self.index
        if group is not None:
            named = dict.fromkeys(spot.place for spot in group.spots)
            return "\n\n".join(place_text(place, index) for place in list(named)[:4])
        state = self._state_at(QPointF(point))
        return place_text(state, index) if state else ""

    def item_for_menu(self, point: QPoint | None) -> str:
        """Return the id of the place at a point, or of the one that the keyboard is on."""
        if point is None:
            return self._current
        group, state = self._group_at(QPointF(point)), self._state_at(QPointF(point))
        if group is not None:
            return group.ids[0]
        return state.id if state is not None else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the map."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the map, or show that something can be clicked."""
        point = event.position()
        if self._pressed is None:
            known = self._group_at(point) or self._state_at(point)
            shape = Qt.CursorShape.PointingHandCursor if known else Qt.CursorShape.OpenHandCursor
            self.viewport().setCursor(shape)
            return
        by = point - self._pressed
        if self._dragged or by.manhattanLength() > 4:
            self._dragged = self._moved = True
            self._pressed = point
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._look(self._camera.moved(by.x(), by.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what is clicked, or bring a group closer."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._dragged:
            return
        group = self._group_at(event.position())
        state = self._state_at(event.position())
        if group is not None and len(group.ids) > 1 and _is_spreadable(group, self._camera):
            self._spread(group)
        elif group is not None:
            self._choose(group.ids[0])
        elif state is not None:
            self._choose(state.id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Bring the world closer, as on every map."""
        turned = event.angleDelta().y()
        if turned:
            self.zoom(ZOOM_STEP ** (turned / 120), event.position())
        event.accept()

    def _choose(self, entity: str) -> None:
        self._current = entity
        self.viewport().update()
        self.place_chosen.emit(entity)

    # -- keys --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over the places with the arrows, move the map with Shift, choose with Enter."""
        key = Qt.Key(event.key())
        if key in ARROWS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            x, y = ARROWS[key]
            self._moved = True
            self._look(self._camera.moved(-x * _STEP, -y * _STEP))
        elif key in ARROWS:
            self._walk(*ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def _walk(self, x: int, y: int) -> None:
        """Go to the nearest place in a direction; to the most mentioned at first."""
        known = self._anchors()
        start = known.get(self._current)
        if start is None:
            following = next(iter(known), "")
        else:
            following = nearest(known, start, x, y) or self._current
        if not following or self.index is None:
            return
        self._current = following
        at = known[following]
        if not (0 <= at.x <= self._camera.width and 0 <= at.y <= self._camera.height):
            by = self._camera.width / 2 - at.x, self._camera.height / 2 - at.y
            self._look(self._camera.moved(*by))
        place = next(p for p in self.places if p.id == following)
        self.tell(place_text(place, self.index))
        self.viewport().update()


def _by_rank(state: State) -> tuple[int, str]:
    return state.rank, state.iso


def _distance(point: QPointF, group: Group) -> float:
    return float(((point.x() - group.x) ** 2 + (point.y() - group.y) ** 2) ** 0.5)


def _is_spreadable(group: Group, camera: Camera) -> bool:
    """Tell whether its dots come apart if the map is brought as close as it can be."""
    closest = camera.zoomed(1e9, Point(group.x, group.y))
    return len(grouped(group.spots, closest)) > 1
