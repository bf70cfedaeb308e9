"""Paints the world under whatever a map shows: sea, land and borders."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from reader.gui.models.mercator import Camera, Point
from reader.gui.models.outlines import LEVELS, Outlines, State, load_outlines
from reader.gui.theme import Theme

UNIT = 4096.0  # the side of the world in the coordinates of the paths


class World:
    """The outlines as Qt paints them; each is made when it is first in sight."""

    def __init__(self, outlines: Outlines) -> None:
        self.outlines = outlines
        self._fills: dict[tuple[State, int], QPainterPath] = {}
        self._points: dict[tuple[int, int], list[QPointF]] = {}
        self._widths: dict[State, float] = {}
        self._boxes = _boxes(outlines)

    def paint(
        self, painter: QPainter, camera: Camera, theme: Theme, shades: Mapping[str, QColor]
    ) -> None:
        """Paint what the camera sees; `shades` has the colors of states by Wikidata id."""
        painter.save()
        painter.fillRect(QRectF(0, 0, camera.width, camera.height), theme.color("sea"))
        painter.setClipRect(_world_rectangle(camera), Qt.ClipOperation.IntersectClip)
        level, land = _level(camera), theme.color("land")
        pen = QPen(theme.color("coast"), 0.8)
        pen.setCosmetic(True)
        for turn, sight in _sights(camera):
            painter.save()
            self._look(painter, camera, turn)
            seen = [state for state, box in self._boxes if box.intersects(sight)]
            painter.setPen(Qt.PenStyle.NoPen)
            for state in seen:
                painter.setBrush(shades.get(state.wikidata, land))
                painter.drawPath(self.fill(state, level))
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for arc in {arc for state in seen for arc in state.arcs} - self.outlines.arcs.seams:
                painter.drawPolyline(self._line(arc, level))
            painter.restore()
        painter.restore()

    def outline(self, painter: QPainter, camera: Camera, state: State, pen: QPen) -> None:
        """Paint the outline of a state, so that its shade is not told by color alone."""
        level = _level(camera)
        pen.setCosmetic(True)
        for turn, _sight in _sights(camera):
            painter.save()
            self._look(painter, camera, turn)
            painter.setPen(pen)
            for arc in set(state.arcs) - self.outlines.arcs.seams:
                painter.drawPolyline(self._line(arc, level))
            painter.restore()

    def in_sight(self, camera: Camera) -> list[State]:
        """Return the states that are in sight, as far as their rectangles tell."""
        sights = [sight for _, sight in _sights(camera)]
        return [s for s, box in self._boxes if any(box.intersects(sight) for sight in sights)]

    def width(self, state: State) -> float:
        """Return the share of the way round the world that a state's largest part takes."""
        if state not in self._widths:
            ring = self._ring(state.rings[0], len(LEVELS) - 1)
            xs = [point.x() for point in ring]
            self._widths[state] = (max(xs) - min(xs)) / UNIT
        return self._widths[state]

    def _look(self, painter: QPainter, camera: Camera, turn: int) -> None:
        """Let the painter paint in units of the world."""
        painter.translate(camera.width / 2, camera.height / 2)
        painter.scale(camera.scale / UNIT, camera.scale / UNIT)
        painter.translate((turn - camera.center.x) * UNIT, -camera.center.y * UNIT)

    def state_at(self, place: Point) -> State | None:
        """Return the state that a place of the plane lies in, None at sea."""
        point = QPointF(place.x % 1.0 * UNIT, place.y * UNIT)
        inside = (s for s, box in self._boxes if box.contains(point))
        return next((s for s in inside if self.fill(s, 0).contains(point)), None)

    def fill(self, state: State, level: int) -> QPainterPath:
        """Return the outline of a state at a level of detail; its holes are left open."""
        if (state, level) not in self._fills:
            path = QPainterPath()  # odd and even, so that a ring in a ring is a hole
            for ring in state.rings:
                path.addPolygon(QPolygonF(self._ring(ring, level)))
            self._fills[state, level] = path
        return self._fills[state, level]

    def _ring(self, arcs: tuple[int, ...], level: int) -> list[QPointF]:
        points: list[QPointF] = []
        for arc in arcs:
            points += self._line(arc, level) if arc >= 0 else self._line(~arc, level)[::-1]
        return points

    def _line(self, arc: int, level: int) -> list[QPointF]:
        if (arc, level) not in self._points:
            line = (self.outlines.arcs.line(arc, level) * UNIT).tolist()
            self._points[arc, level] = [QPointF(x, y) for x, y in line]
        return self._points[arc, level]


@lru_cache(maxsize=1)
def load_world() -> World:
    """Return the world that all maps paint."""
    return World(load_outlines())


def _boxes(outlines: Outlines) -> list[tuple[State, QRectF]]:
    """Return each state with the rectangle that it lies in."""
    least, most = outlines.arcs.boxes()
    found = []
    for state in outlines.states:
        arcs = list(state.arcs)
        (left, top), (right, bottom) = least[arcs].min(axis=0), most[arcs].max(axis=0)
        found.append((state, QRectF(left, top, right - left, bottom - top)))
    return [(s, QRectF(r.topLeft() * UNIT, r.size() * UNIT)) for s, r in found]


def _level(camera: Camera) -> int:
    """Return the coarsest level whose points are less than a pixel and a half apart."""
    pixel = 360 / camera.scale
    return max(level for level, apart in enumerate(LEVELS) if apart <= 1.5 * pixel)


def _world_rectangle(camera: Camera) -> QRectF:
    """Return where the view shows the world, which goes round once and no more."""
    width = min(camera.width, camera.scale)
    return QRectF((camera.width - width) / 2, 0, width, camera.height)


def _sights(camera: Camera) -> Iterator[tuple[int, QRectF]]:
    """Yield which turns round the world are in sight, and what is seen of each."""
    half = Point(min(0.5, camera.width / camera.scale / 2), camera.height / camera.scale / 2)
    west, top = camera.center.x - half.x, camera.center.y - half.y
    for turn in range(math.floor(west), math.floor(west + 2 * half.x) + 1):
        size = (2 * half.x * UNIT, 2 * half.y * UNIT)
        yield turn, QRectF((west - turn) * UNIT, top * UNIT, *size)
