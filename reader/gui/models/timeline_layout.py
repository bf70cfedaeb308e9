"""Where events lie on a time axis: pure computations in days and pixels.

Days are counted as in `extents`, pixels as in `time_scale`.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.gui.models.extents import Extent
from reader.gui.models.time_scale import TimeScale


@dataclass(frozen=True, slots=True)
class Item:
    """One event on the axis; `label_width` in pixels, its sign included."""

    id: str
    extent: Extent
    label_width: float


@dataclass(frozen=True, slots=True)
class Box:
    """An item in its lane, in pixels of the axis.

    Attributes:
        left, right: of the item with its words.
        start, end: of its bar.
    """

    item: Item
    lane: int
    left: float
    right: float
    start: float
    end: float

    @property
    def holds_words(self) -> bool:
        """Tell whether the bar is long enough for its words; else they stand after it."""
        return self.end - self.start >= self.item.label_width

    def sign_at(self, begin: float) -> float:
        """Return where its sign goes while pixels before `begin` are out of sight."""
        if not self.holds_words:
            return self.start
        return min(max(self.start, begin), self.end - self.item.label_width)

    def words_at(self, begin: float) -> float:
        """Return where its words go, after the sign or after the bar."""
        return self.sign_at(begin) + GLYPH if self.holds_words else self.end


GLYPH = 14.0  # pixels of the sign of an event, the least width of a bar
TAIL = 46.0  # pixels that fade where an event lies somewhere before or after
_GAP = 8.0


def place(items: Iterable[Item], scale: TimeScale) -> tuple[Box, ...]:
    """Put items in lanes, the earliest first, so that none covers another or its words."""
    spans = sorted((_span(item, scale) for item in items), key=lambda s: (s[1], s[2], s[0].id))
    lanes = pack([(left, right + _GAP) for _item, left, right, _start, _end in spans])
    return tuple(Box(s[0], lane, *s[1:]) for s, lane in zip(spans, lanes, strict=True))


def _span(item: Item, scale: TimeScale) -> tuple[Item, float, float, float, float]:
    extent = item.extent
    start, end = scale.pixel(extent.start), scale.pixel(extent.end)
    if end - start < GLYPH:
        middle = (start + end) / 2
        start, end = middle - GLYPH / 2, middle + GLYPH / 2
    left = start - (TAIL if extent.open_start else 0)
    tail = TAIL if extent.open_end else 0
    words = 0.0 if end - start >= item.label_width else item.label_width - GLYPH
    return item, left, end + words + tail, start, end


def pack(spans: Sequence[tuple[float, float]]) -> list[int]:
    """Return a lane for each of the spans, which are sorted by where they begin.

    No two of a lane overlap, and there are no more lanes than spans at one place.
    """
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    lanes, count = [], 0
    for left, right in spans:
        while busy and busy[0][0] <= left:
            heapq.heappush(free, heapq.heappop(busy)[1])
        if free:
            lane = heapq.heappop(free)
        else:
            lane, count = count, count + 1
        heapq.heappush(busy, (right, lane))
        lanes.append(lane)
    return lanes


@dataclass(frozen=True, slots=True)
class Cell:
    """A thing in the rows of the shelf, in pixels."""

    row: int
    left: float
    width: float


def flow(widths: Iterable[float], width: float, gap: float = 8.0) -> tuple[Cell, ...]:
    """Put things side by side, on a further row where `width` ends; none is left out."""
    cells, row, left = [], 0, 0.0
    for wanted in widths:
        own = min(wanted, width)
        if left and left + own > width:
            row, left = row + 1, 0.0
        cells.append(Cell(row, left, own))
        left += own + gap
    return tuple(cells)


def whole(extents: Sequence[Extent]) -> tuple[float, float] | None:
    """Return the first and the last day of all; None where there are none."""
    if not extents:
        return None
    return min(e.start for e in extents), max(e.end for e in extents)


def focus(extents: Sequence[Extent]) -> tuple[float, float] | None:
    """Return the days in which most of it lies: what an article tells of its own time.

    What is far off is left out while at least two thirds stay: a war of the past century would
    press the week of the news into one pixel.
    """
    kept = sorted(extents, key=lambda e: e.middle)
    low, high = 0, len(kept) - 1
    least = max(2, -(-2 * len(kept) // 3))
    while high - low + 1 > least:
        without_first = kept[high].middle - kept[low + 1].middle
        without_last = kept[high - 1].middle - kept[low].middle
        rest = max(min(without_first, without_last), 21.0)
        if kept[high].middle - kept[low].middle < 8 * rest:
            break
        low, high = (low + 1, high) if without_first < without_last else (low, high - 1)
    return whole(kept[low : high + 1])
