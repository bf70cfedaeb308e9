"""Where the parties and links of one web stand, in pixels at the scale of 1."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from reader.gui.models.links import Link, Web
from reader.gui.models.mercator import Point
from reader.gui.models.web_layout import Route, Tie, routed
from reader.gui.views.graph_marks import link_size, party_size


class WebArrangement:
    """Boxes and the curves between them, as far as it is known where they shall be.

    Attributes:
        web: what stands there.
        sizes, ties: of its parties and links, for what works out the places.
        places, routes: of the same, empty before `set_places`.
    """

    def __init__(self, web: Web, font: QFont) -> None:
        self.web = web
        numbers = {party.id: number for number, party in enumerate(web.parties)}
        self.sizes = tuple(party_size(party, font) for party in web.parties)
        self.ties = tuple(
            Tie(numbers[link.source], numbers[link.target], link_size(link, font))
            for link in web.links
        )
        self.places: list[Point] = []
        self.routes: list[Route] = []

    def set_places(self, places: Sequence[Point]) -> None:
        """Put the middles of the parties there."""
        self.places = list(places)
        self.routes = routed(self.places, self.sizes, self.ties)

    def move(self, number: int, by: QPointF) -> None:
        """Move a party, and its links with it."""
        moved = QPointF(*self.places[number]) + by
        self.places[number] = Point(moved.x(), moved.y())
        self.routes = routed(self.places, self.sizes, self.ties)

    def box(self, number: int) -> QRectF:
        """Return where a party is."""
        place, (width, height) = self.places[number], self.sizes[number]
        return QRectF(place.x - width / 2, place.y - height / 2, width, height)

    def bounds(self) -> QRectF:
        """Return the rectangle that everything is in."""
        boxes = [self.box(number) for number in range(len(self.places))]
        boxes += [QRectF(*route.words) for route in self.routes if route.words]
        whole = QRectF()
        for box in boxes:
            whole = whole.united(box)
        for route in self.routes:
            middle = QPointF(*route.at(0.5))
            whole = whole.united(QRectF(middle, middle).adjusted(-1, -1, 1, 1))
        return whole

    def point_of(self, name: str | tuple[str, ...]) -> Point | None:
        """Return where a party (by its id) or a link (by its key) is."""
        for number, party in enumerate(self.web.parties[: len(self.places)]):
            if party.id == name:
                return self.places[number]
        for link, route in zip(self.web.links, self.routes, strict=False):
            if link.key == name:
                words = route.words
                middle = (words.x + words.width / 2, words.y + words.height / 2) if words else None
                return Point(*middle) if middle else route.at(0.5)
        return None

    def party_at(self, place: QPointF) -> int | None:
        """Return the number of the party at a place, of the upper one of two."""
        last_first = range(len(self.places) - 1, -1, -1)
        return next((n for n in last_first if self.box(n).contains(place)), None)

    def link_at(self, place: QPointF, reach: float) -> Link | None:
        """Return the link whose words are at a place, else the one nearest within reach."""
        pairs = list(zip(self.web.links, self.routes, strict=False))
        for link, route in pairs:
            if route.words and QRectF(*route.words).contains(place):
                return link
        away = [(_away(place, route), number) for number, (_, route) in enumerate(pairs)]
        least, number = min(away, default=(reach + 1, 0))
        return pairs[number][0] if least <= reach else None


def _away(place: QPointF, route: Route) -> float:
    """Return how far a point is from a curve, by points along it."""
    near = (route.at(step / 24) for step in range(25))
    return min(math.hypot(p.x - place.x(), p.y - place.y()) for p in near)
