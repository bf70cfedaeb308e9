"""The outlines of the states, from resources/map/, in the plane of the map."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reader.errors import ResourceError
from reader.gui.models.mercator import Point, project
from reader.resources import released, rows

STEP = 0.002  # degrees of a unit of the file
LEVELS = (0.0, 0.05, 0.2)  # degrees that points are apart, from near to far
_HEAD = 3  # numbers that tell of an arc: its length and its first point
_DATE_LINE = round(180 / STEP)
Numbers = NDArray[np.int32]
Places = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)  # one of each: looked up by identity, fast
class State:
    """A state or territory.

    Attributes:
        iso: ISO 3166 code, or empty.
        rank: from 2 for the largest states to 9 for the least.
        at: where its name stands, on the plane.
        rings: the arcs of each of its outlines, the largest first; ~n is arc n backwards.
    """

    iso: str
    wikidata: str
    arabic: str
    english: str
    rank: int
    at: Point
    rings: tuple[tuple[int, ...], ...]

    @property
    def arcs(self) -> tuple[int, ...]:
        """The arcs of all its outlines, each as it lies in the file."""
        return tuple(arc if arc >= 0 else ~arc for ring in self.rings for arc in ring)


class Arcs:
    """The lines that the states share, in as much detail as a view can show.

    x is not wrapped: the date line is at 0 for the west and at 1 for the east.

    Attributes:
        seams: the arcs that are only where the plane ends, no border and no coast.
    """

    def __init__(self, lengths: Numbers, points: Numbers) -> None:
        self._lengths, self._points = lengths, points
        self._levels: dict[int, tuple[Places, NDArray[np.int64]]] = {}
        starts = _starts(lengths)
        on_edge = np.abs(points[:, 0]) == _DATE_LINE
        self.seams = frozenset(np.flatnonzero(np.logical_and.reduceat(on_edge, starts)).tolist())

    def __len__(self) -> int:
        return len(self._lengths)

    def line(self, arc: int, level: int) -> Places:
        """Return the points (x, y) of an arc at a level of LEVELS; its ends are always there."""
        places, starts = self._level(level)
        stop = starts[arc + 1] if arc + 1 < len(starts) else len(places)
        return places[starts[arc] : stop]

    def boxes(self) -> tuple[Places, Places]:
        """Return the least and the largest (x, y) of each arc."""
        places, starts = self._level(len(LEVELS) - 1)
        return np.minimum.reduceat(places, starts), np.maximum.reduceat(places, starts)

    def _level(self, level: int) -> tuple[Places, NDArray[np.int64]]:
        if level not in self._levels:
            kept = self._kept(LEVELS[level])
            lengths = np.add.reduceat(kept.astype(np.int64), _starts(self._lengths))
            self._levels[level] = _projected(self._points[kept]), _starts(lengths)
        return self._levels[level]

    def _kept(self, apart: float) -> NDArray[np.bool_]:
        """Keep the first point of each run in one cell of a grid, and the ends of arcs."""
        cells = self._points // max(1, round(apart / STEP))
        kept = np.ones(len(cells), dtype=np.bool_)
        kept[1:] = (cells[1:] != cells[:-1]).any(axis=1)
        starts = _starts(self._lengths)
        kept[starts] = True
        kept[starts + self._lengths - 1] = True
        return kept


def _starts(lengths: NDArray[np.signedinteger]) -> NDArray[np.int64]:
    starts: NDArray[np.int64] = np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.int64)
    return starts


def _projected(points: Numbers) -> Places:
    """Return the places on the plane of points of the file, as `mercator.project` does."""
    y = 0.5 - np.arcsinh(np.tan(np.radians(points[:, 1] * STEP))) / (2 * np.pi)
    return np.column_stack(((points[:, 0] * STEP + 180) / 360, y))


@dataclass(frozen=True, slots=True)
class Outlines:
    """The states and their arcs."""

    states: tuple[State, ...]
    arcs: Arcs

    def by_wikidata(self) -> dict[str, State]:
        """Return the states by their Wikidata id."""
        return {state.wikidata: state for state in self.states}


@lru_cache(maxsize=1)
def load_outlines() -> Outlines:
    """Return the outlines; ResourceError where the files are damaged."""
    try:
        states = tuple(_state(row) for row in rows("map", "states.tsv"))
        return Outlines(states, _arcs(released("map", "arcs.bin")))
    except (KeyError, ValueError, IndexError) as error:
        raise ResourceError(f"map: {error}; install the program again") from error


def _state(row: dict[str, str]) -> State:
    return State(
        iso=row["iso"],
        wikidata=row["wikidata"],
        arabic=row["arabic"],
        english=row["english"],
        rank=int(row["rank"]),
        at=project(float(row["latitude"]), float(row["longitude"])),
        rings=tuple(tuple(map(_arc_number, r.split(","))) for r in row["rings"].split()),
    )


def _arc_number(written: str) -> int:
    return ~int(written[1:]) if written.startswith("~") else int(written)


def _arcs(data: bytes) -> Arcs:
    """Read arcs.bin, whose form resources/build/outlines.py tells."""
    count = int.from_bytes(data[:4], "little")
    heads = np.frombuffer(data, "<i4", _HEAD * count, 4).reshape(count, _HEAD)
    steps = np.frombuffer(data, "<i2", offset=4 + 4 * _HEAD * count).reshape(-1, 2)
    lengths = heads[:, 0].astype(np.int32)
    starts = _starts(lengths)
    moves = np.zeros((int(lengths.sum()), 2), np.int32)
    inner = np.ones(len(moves), dtype=np.bool_)
    inner[starts] = False
    moves[inner] = steps
    # Each arc begins at its own place, whatever the one before has added up to.
    firsts = heads[:, 1:].astype(np.int32)
    gone = np.cumsum(moves, axis=0, dtype=np.int32)
    return Arcs(lengths, gone + np.repeat(firsts - gone[starts], lengths, axis=0))
