"""The plane of the map: Mercator's, with the world as a square of side 1, north at the top.

Mercator keeps shapes, so that a region looks right wherever the map is brought close. The
world goes on past the date line: x runs round, and what is beside the date line is drawn on
the side that is nearer.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

MOST_LATITUDE = 85.0
EQUATOR = 40_075.017  # kilometers
_NORTH, _SOUTH = 83.8, -58.0  # what is shown: Greenland to Cape Horn
_NICE = (1, 2, 5)
_MOST_SCALE = 400_000.0  # a pixel is then 100 meters, about what the outlines tell


class Point(NamedTuple):
    """A place on the plane, or a pixel of the view."""

    x: float
    y: float


def project(latitude: float, longitude: float) -> Point:
    """Return the place on the plane of degrees north and east."""
    angle = math.radians(min(MOST_LATITUDE, max(-MOST_LATITUDE, latitude)))
    y = 0.5 - math.asinh(math.tan(angle)) / (2 * math.pi)
    return Point((longitude + 180) / 360 % 1.0, y)


def unproject(point: Point) -> tuple[float, float]:
    """Return the latitude and the longitude of a place on the plane."""
    latitude = math.degrees(math.atan(math.sinh((0.5 - point.y) * 2 * math.pi)))
    return latitude, point.x % 1.0 * 360 - 180


TOP, BOTTOM = project(_NORTH, 0).y, project(_SOUTH, 0).y


@dataclass(frozen=True, slots=True)
class Camera:
    """What of the plane is in sight.

    Attributes:
        center: the place in the middle of the view.
        scale: pixels of the whole way round the world.
        width, height: of the view, in pixels.
    """

    center: Point
    scale: float
    width: float
    height: float

    def to_pixel(self, place: Point) -> Point:
        """Return where a place is seen, on the side of the date line that is nearer."""
        away = (place.x - self.center.x + 0.5) % 1.0 - 0.5
        return Point(
            away * self.scale + self.width / 2,
            (place.y - self.center.y) * self.scale + self.height / 2,
        )

    def to_place(self, pixel: Point) -> Point:
        """Return the place that is seen at a pixel."""
        return Point(
            ((pixel.x - self.width / 2) / self.scale + self.center.x) % 1.0,
            (pixel.y - self.height / 2) / self.scale + self.center.y,
        )

    def moved(self, by_x: float, by_y: float) -> Camera:
        """Return the view with the world moved by so many pixels."""
        x, y = self.center.x - by_x / self.scale, self.center.y - by_y / self.scale
        return self._within(x, y, self.scale)

    def zoomed(self, factor: float, at: Point) -> Camera:
        """Return the view with the world larger; what is seen at the pixel `at` stays there."""
        scale = self._bounded(self.scale * factor)
        by = 1 / self.scale - 1 / scale
        x = self.center.x + (at.x - self.width / 2) * by
        y = self.center.y + (at.y - self.height / 2) * by
        return self._within(x, y, scale)

    def resized(self, width: float, height: float) -> Camera:
        """Return the same middle in a view of another size."""
        other = Camera(self.center, self.scale, max(1.0, width), max(1.0, height))
        return other._within(self.center.x, self.center.y, other._bounded(self.scale))

    def fitted(self, places: Sequence[Point], margin: float, least: float) -> Camera:
        """Return the view that has all the places, `margin` pixels from its edges.

        `least` is the share of the way round the world that is shown at least, so that a
        single place has something around it. Without places the whole world is shown.
        """
        if not places:
            middle = Point(project(0, 20).x, (TOP + BOTTOM) / 2)
            return self._within(*middle, self._bounded(self.height / (BOTTOM - TOP)))
        west, width = _narrowest([place.x for place in places])
        ys = [place.y for place in places]
        top, height = min(ys), max(ys) - min(ys)
        across = max(1.0, self.width - 2 * margin) / max(width, least)
        down = max(1.0, self.height - 2 * margin) / max(height, least / 2)
        scale = self._bounded(min(across, down))
        return self._within(west + width / 2, top + height / 2, scale)

    def _bounded(self, scale: float) -> float:
        least = min(self.width, self.height / (BOTTOM - TOP))
        return min(max(scale, least), _MOST_SCALE)

    def _within(self, x: float, y: float, scale: float) -> Camera:
        half, middle = self.height / 2 / scale, (TOP + BOTTOM) / 2
        y = min(max(y, TOP + half), BOTTOM - half) if 2 * half < BOTTOM - TOP else middle
        return Camera(Point(x % 1.0, y), scale, self.width, self.height)


def _narrowest(xs: Sequence[float]) -> tuple[float, float]:
    """Return the start and the width of the shortest way round that has every x."""
    around = sorted(x % 1.0 for x in xs)
    following = [*around[1:], around[0] + 1.0]
    gap, end = max((after - x, after) for x, after in zip(around, following, strict=True))
    return end % 1.0, max(0.0, 1.0 - gap)


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A round length.

    Attributes:
        kilometers: what it stands for, less than 1 never.
        pixels: how long it is drawn.
    """

    kilometers: int
    pixels: float


def scale_bar(camera: Camera, most: float) -> ScaleBar:
    """Return the longest round length of at most `most` pixels, true in the middle of the view."""
    latitude, _ = unproject(camera.center)
    one = EQUATOR * math.cos(math.radians(latitude)) / camera.scale  # kilometers of a pixel
    power = 10 ** max(0, math.floor(math.log10(max(1.0, one * most))))
    fitting = [n * power for n in _NICE if n * power <= one * most]
    kilometers = max(fitting, default=1)
    return ScaleBar(kilometers, kilometers / one)
