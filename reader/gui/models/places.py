"""The places that an article names, for its map: where they lie and what happens there."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reader.core.types import EntityType, PossiblePlace
from reader.gui.models import wording
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.mercator import Camera, Point, project
from reader.gui.models.peek_words import degrees
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say_count

PLACE_TYPES: tuple[EntityType, ...] = ("GPE", "LOC", "FAC")
MOST_RADIUS = 15.0


@dataclass(frozen=True, slots=True)
class Place:
    """A place that the article names.

    Attributes:
        id: of its Entity.
        mentions: ids, in text order.
        events: ids of the events that happen there, in text order.
        latitude, longitude: None where it is not known where it lies.
        iso: code of its state, or empty.
        state: Wikidata id of the state that it is, or empty.
        candidates: the places that it may be, those with coordinates only.
    """

    id: str
    name: str
    type: EntityType
    mentions: tuple[str, ...]
    events: tuple[str, ...]
    latitude: float | None
    longitude: float | None
    iso: str
    state: str
    candidates: tuple[PossiblePlace, ...]

    @property
    def at(self) -> Point | None:
        """Where it lies on the plane of the map."""
        if self.latitude is None or self.longitude is None:
            return None
        return project(self.latitude, self.longitude)

    @property
    def is_doubtful(self) -> bool:
        """Tell whether it is one of several places, the article does not say which."""
        return self.at is None and bool(self.candidates)


@dataclass(frozen=True, slots=True)
class Spot:
    """A dot: a place where it lies, or a place where it may lie."""

    place: Place
    at: Point
    doubtful: bool = False


def places(index: AnalysisIndex, states: Collection[str]) -> tuple[Place, ...]:
    """Return the places of the article, the most mentioned first.

    `states` are the Wikidata ids of what the map can show as a state.
    """
    happening: defaultdict[str, list[str]] = defaultdict(list)
    for event in sorted(index.analysis.events, key=lambda e: e.trigger):
        for where in dict.fromkeys(filler.entity for filler in event.places if filler.entity):
            happening[where].append(event.id)
    found = []
    for name, mentions in index.mentions_of.items():
        entity = index.entities[name]
        if entity.type not in PLACE_TYPES:
            continue
        links = dict(entity.links)
        state = links.get("wikidata", "")
        known = (c for c in entity.candidates if c.latitude is not None and c.longitude is not None)
        place = Place(
            id=entity.id,
            name=entity.name,
            type=entity.type,
            mentions=tuple(m.id for m in mentions),
            events=tuple(happening.get(entity.id, ())),
            latitude=entity.latitude,
            longitude=entity.longitude,
            iso=links.get("iso3166", ""),
            state=state if state in states and entity.type == "GPE" else "",
            candidates=tuple(known),
        )
        found.append(place)
    return tuple(sorted(found, key=lambda p: -len(p.mentions)))


def spots(found: Iterable[Place]) -> tuple[Spot, ...]:
    """Return the dots of the places that lie anywhere; states are no dots."""
    dots = []
    for place in found:
        if place.state:
            continue
        if place.at is not None:
            dots.append(Spot(place, place.at))
        for other in place.candidates if place.is_doubtful else ():
            at = project(other.latitude or 0.0, other.longitude or 0.0)
            dots.append(Spot(place, at, doubtful=True))
    return tuple(dots)


def nowhere(found: Iterable[Place]) -> tuple[Place, ...]:
    """Return the places that the map cannot show."""
    return tuple(p for p in found if not p.state and p.at is None and not p.candidates)


def radius(mentions: int) -> float:
    """Return the radius of a dot in pixels; its area grows with the mentions."""
    return min(MOST_RADIUS, 3.2 * math.sqrt(mentions) + 1.5)


@dataclass(frozen=True, slots=True)
class Group:
    """Dots that would lie on one another, drawn as one.

    Attributes:
        spots: the most mentioned first.
        x, y: the middle of the dot, in pixels.
        radius: in pixels.
    """

    spots: tuple[Spot, ...]
    x: float
    y: float
    radius: float

    @property
    def is_doubtful(self) -> bool:
        """Tell whether no place of it is known to lie there."""
        return all(spot.doubtful for spot in self.spots)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its places, each once."""
        return tuple(dict.fromkeys(spot.place.id for spot in self.spots))


def grouped(dots: Iterable[Spot], camera: Camera) -> tuple[Group, ...]:
    """Return the dots as they are drawn: none lies on another by more than a third.

    A dot joins the first that it would cover, of those that are drawn before it.
    """
    cell = 2 * MOST_RADIUS
    near: defaultdict[tuple[int, int], list[list[Spot]]] = defaultdict(list)
    groups: list[list[Spot]] = []
    for spot in dots:
        x, y = camera.to_pixel(spot.at)
        column, line = int(x // cell), int(y // cell)
        around = (near[column + i, line + j] for i in (-1, 0, 1) for j in (-1, 0, 1))
        met = next((g for cell_ in around for g in cell_ if _covers(g[0], spot, camera)), None)
        if met is not None:
            met.append(spot)
        else:
            groups.append([spot])
            near[column, line].append(groups[-1])
    return tuple(_group(members, camera) for members in groups)


def _covers(one: Spot, other: Spot, camera: Camera) -> bool:
    a, b = camera.to_pixel(one.at), camera.to_pixel(other.at)
    reach = radius(len(one.place.mentions)) + radius(len(other.place.mentions))
    return math.hypot(a.x - b.x, a.y - b.y) < reach * 0.67


def _group(members: Sequence[Spot], camera: Camera) -> Group:
    x, y = camera.to_pixel(members[0].at)
    mentioned = sum({s.place.id: len(s.place.mentions) for s in members}.values())
    return Group(tuple(members), x, y, radius(mentioned))


def place_text(place: Place, index: AnalysisIndex) -> str:
    """Tell all of a place in a few lines."""
    where = [wording.isolate(place.iso)] if place.iso else []
    if place.latitude is not None and place.longitude is not None:
        where.append(wording.isolate(degrees(place.latitude, place.longitude)))
    lines = [
        f"{wording.isolate(place.name)} — {wording.entity_type_of_one(place.type)}",
        " · ".join(where),
        wording.mention_count(len(place.mentions)),
        *_candidate_lines(place),
        *_event_lines(place, index),
    ]
    return "\n".join(line for line in lines if line)


def _candidate_lines(place: Place) -> Iterable[str]:
    if not place.is_doubtful:
        return
    yield QCoreApplication.translate(
        "PlacesMap", "It may be any of these; the article does not say:"
    )
    for other in place.candidates:
        at = wording.isolate(degrees(other.latitude or 0.0, other.longitude or 0.0))
        yield f"  {wording.isolate(other.country)} {at}".rstrip()


def _event_lines(place: Place, index: AnalysisIndex) -> Iterable[str]:
    """Yield a line for each event there, three at most."""
    clusters = dict.fromkeys(index.events[e].cluster for e in place.events if e in index.events)
    labels = [index.clusters[c].label for c in clusters if c in index.clusters]
    for label in labels[:3]:
        yield f"• {wording.isolate(label)}"
    if len(labels) > 3:
        yield say_count(QT_TRANSLATE_NOOP("Wording", "and %n more event(s)"), len(labels) - 3)


def places_text(found: Sequence[Place], index: AnalysisIndex) -> str:
    """Tell all places in words, the most mentioned first; those without a dot last."""
    parts = [place_text(place, index) for place in found if place not in nowhere(found)]
    lost = nowhere(found)
    if lost:
        heading = QCoreApplication.translate("PlacesMap", "Not on the map, for nobody says where:")
        names = wording.join(wording.isolate(place.name) for place in lost)
        parts.append(f"{heading}\n{names}")
    if not found:
        parts.append(QCoreApplication.translate("PlacesMap", "The article names no places."))
    return "\n\n".join(parts)
