"""Where everything of the timeline is on the screen: its rows, lanes, words and shelf."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from reader.core.types import ReferenceDate
from reader.gui.models import timeline_layout as layout
from reader.gui.models import wording
from reader.gui.models.cards import EventCard, event_cards
from reader.gui.models.extents import Extent, extent_of, reference_extent
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.time_scale import TimeScale
from reader.gui.models.timeline_layout import Box, Cell
from reader.gui.models.timeline_words import earlier_text, later_text
from reader.gui.views.blocks import sized
from reader.gui.views.event_marks import KeySign, key_signs

PAD = 4.0
KEY_SIGN = 22.0  # pixels of a sign in the key
_LABEL = 210.0  # pixels of the longest label; the rest is in the tool tip
_USUAL = 17.0  # pixels of the height of a line in the usual font
_SMALL = 0.86  # of the window's font: ticks, the key


class Told:
    """What the timeline shows of an article: its events with their places in time.

    Attributes:
        cards: by id of the Cluster, in text order.
        extents: of those whose date is known.
        shelved: ids of the others, in text order.
        order: ids of all, by time, then those of the shelf.
    """

    def __init__(self, index: AnalysisIndex | None) -> None:
        self.reference = index.analysis.reference_date if index else ReferenceDate("unknown")
        self.cards: dict[str, EventCard] = {c.id: c for c in event_cards(index)} if index else {}
        found = {
            card.id: extent_of(card.time, card.relation, self.reference)
            for card in self.cards.values()
        }
        self.extents = {name: extent for name, extent in found.items() if extent}
        self.shelved = tuple(name for name, extent in found.items() if extent is None)
        dated = sorted(self.extents, key=lambda n: (self.extents[n].start, self.extents[n].end))
        self.order = (*dated, *self.shelved)
        self.starts = sorted(extent.start for extent in self.extents.values())
        self.ends = sorted(extent.end for extent in self.extents.values())

    def out_of(self, first: float, last: float) -> tuple[int, int]:
        """Return how many events are before and after these days."""
        return bisect_left(self.ends, first), len(self.starts) - bisect_right(self.starts, last)

    @cached_property
    def written(self) -> Extent | None:
        """The days that the article may have been written on."""
        return reference_extent(self.reference)

    @cached_property
    def all_days(self) -> tuple[Extent, ...]:
        """Every extent, the reference date's with them."""
        return (*self.extents.values(), *([self.written] if self.written else []))


@dataclass(frozen=True, slots=True)
class Frame:
    """What the geometry depends on besides the events.

    Attributes:
        size: of the viewport.
        leftward: whether later is on the left.
        mirrored: whether the interface reads from the right.
        hijri: whether a row names Hijri months.
    """

    size: QSizeF
    leftward: bool = True
    mirrored: bool = True
    hijri: bool = False


class TimelineGeometry:
    """Rectangles of all that the timeline paints, in pixels of the viewport.

    Attributes:
        told: the events.
        scale: the part of time in sight.
        frame: the room that there is.
        scrolled: pixels that the lanes are moved up.
        metrics, small: of the labels, and of ticks and the key.
        size: how many times as large as usual words are.
    """

    def __init__(self, told: Told, font: QFont, frame: Frame, scale: TimeScale) -> None:
        self.told = told
        self.frame = frame
        self.scale = scale
        self.scrolled = 0
        self.font, self.small_font = QFont(font), sized(font, _SMALL)
        self.metrics, self.small = QFontMetricsF(self.font), QFontMetricsF(self.small_font)
        self.size = max(1.0, self.metrics.height() / _USUAL)
        self.line = math.ceil(self.small.height()) + 2.0
        self.lane = math.ceil(self.metrics.height()) + 9.0
        self._labels: dict[str, tuple[str, float]] = {}
        self._base = scale
        self._place()
        self._fill_shelf()

    # -- heights -----------------------------------------------------------------------------

    @property
    def ticks(self) -> float:
        """Height of the ticks and of what they lie in."""
        return 2 * self.line + 6

    @property
    def rows(self) -> float:
        """The same, with the Hijri months."""
        return self.ticks + (self.line if self.frame.hijri else 0.0)

    @property
    def has_flag(self) -> bool:
        """Tell whether a row names the reference date."""
        return bool(self.told.extents) and self.told.written is not None

    @property
    def axis(self) -> float:
        """Height of all that stays above the lanes."""
        return self.rows + (self.line + 4 if self.has_flag else 0.0)

    @property
    def strip(self) -> float:
        """Height of the overview at the bottom."""
        return self.line + 6 if self.told.extents else 0.0

    @property
    def bottom(self) -> float:
        """Where the lanes in sight end."""
        return self.frame.size.height() - self.strip

    @property
    def shelf_top(self) -> float:
        """Where the shelf begins, from the top of the lanes."""
        return max(1, len(self.lanes)) * self.lane + 12

    @property
    def shelf_rows(self) -> float:
        """Where the first row of the shelf begins, from the top of the lanes."""
        return self.shelf_top + self.line + 10

    @property
    def content(self) -> float:
        """Height of the lanes, the shelf and the key."""
        height = self.shelf_top
        if self._shelf:
            height = self.shelf_rows + len(self._shelf) * self.lane + 6
        return height + self.key_height

    @property
    def key_height(self) -> float:
        """Height of the key below all events; nothing where there are none."""
        cells = self.key[-1][1].row + 1 if self.told.cards else 0
        return cells * (self.line + 2) + 12 if cells else 0.0

    # -- words -------------------------------------------------------------------------------

    def label(self, name: str) -> tuple[str, float]:
        """Return what is written beside an event's sign, and its width."""
        if name not in self._labels:
            text = self._elided(name, _LABEL * self.size)
            self._labels[name] = (text, self.metrics.horizontalAdvance(text) + 2)
        return self._labels[name]

    def label_in(self, name: str, room: float) -> tuple[str, float]:
        """Return an event's words and their width, shorter where there is less room."""
        text, width = self.label(name)
        return (text, width) if room >= width or room < 40 else (self._elided(name, room), room)

    def _elided(self, name: str, room: float) -> str:
        flat = " ".join(self.told.cards[name].label.split())
        return self.metrics.elidedText(flat, Qt.TextElideMode.ElideRight, room)

    def item_width(self, name: str) -> float:
        """Return the width of an event's sign with its words."""
        return layout.GLYPH + self.label(name)[1] + 8

    # -- lanes and the shelf -----------------------------------------------------------------

    def _place(self) -> None:
        items = (
            layout.Item(name, extent, self.item_width(name))
            for name, extent in self.told.extents.items()
        )
        boxes = layout.place(items, self.scale)
        self._base = self.scale
        self.boxes = {box.item.id: box for box in boxes}
        self.lanes: list[list[Box]] = [
            [] for _ in range(1 + max((b.lane for b in boxes), default=-1))
        ]
        for box in boxes:
            self.lanes[box.lane].append(box)
        self._lefts = [[box.left for box in lane] for lane in self.lanes]

    def _fill_shelf(self) -> None:
        width = max(60.0, self.frame.size.width() - 2 * PAD - 8)
        names = self.told.shelved
        cells = layout.flow((self.item_width(name) for name in names), width)
        self._cells = dict(zip(names, cells, strict=True))
        self._shelf: list[list[str]] = []
        for name, cell in self._cells.items():
            if cell.row == len(self._shelf):
                self._shelf.append([])
            self._shelf[cell.row].append(name)

    def show(self, scale: TimeScale) -> None:
        """Show another part of time; only another zoom moves events to other lanes."""
        self.scale = scale
        if abs(self._base.pixels_per_day / scale.pixels_per_day - 1) > 1e-9:
            self._place()

    @cached_property
    def key(self) -> Sequence[tuple[KeySign, Cell]]:
        """Every sign of the key with its place in the rows of the key."""
        signs = key_signs()
        widths = (KEY_SIGN + 6 + self.small.horizontalAdvance(sign.name) for sign in signs)
        cells = layout.flow(widths, max(60.0, self.frame.size.width() - 16), 16)
        return tuple(zip(signs, cells, strict=True))

    # -- places ------------------------------------------------------------------------------

    def x(self, pixel: float) -> float:
        """Return the viewport's x of a pixel of the axis, and the other way round."""
        return self.scale.width - pixel if self.frame.leftward else pixel

    def span(self, first: float, last: float, top: float, height: float) -> QRectF:
        """Return the rectangle between two pixels of the axis."""
        one, other = self.x(first), self.x(last)
        return QRectF(min(one, other), top, abs(other - one), height)

    @property
    def shift(self) -> float:
        """How far the axis was moved since events were put in lanes, in pixels."""
        return (self.scale.start - self._base.start) * self.scale.pixels_per_day

    def item(self, name: str) -> QRectF:
        """Return where an event with its words is; maybe out of sight."""
        top = self.axis - self.scrolled
        if name in self.boxes:
            box, shift = self.boxes[name], self.shift
            return self.span(
                box.left - shift, box.right - shift, top + box.lane * self.lane, self.lane
            )
        cell = self._cells[name]
        left = 2 * PAD + cell.left
        if self.frame.mirrored:
            left = self.frame.size.width() - left - cell.width
        return QRectF(left, top + self.shelf_rows + cell.row * self.lane, cell.width, self.lane)

    def item_at(self, at: QPointF) -> str:
        """Return the id of the event at a point, "" for none."""
        if not self.axis <= at.y() < self.bottom:
            return ""
        y = at.y() - self.axis + self.scrolled
        lane = int(y // self.lane)
        if lane < len(self.lanes):
            pixel = self.x(at.x()) + self.shift
            number = bisect_left(self._lefts[lane], pixel) - 1
            box = self.lanes[lane][number] if number >= 0 else None
            return box.item.id if box and pixel <= box.right else ""
        row = int((y - self.shelf_rows) // self.lane)
        names = self._shelf[row] if 0 <= row < len(self._shelf) else []
        return next((name for name in names if self.item(name).contains(at)), "")

    def items_in(self, top: float, bottom: float) -> Iterator[str]:
        """Yield the events between two heights of the viewport, and within its sides."""
        first, last = (int((y - self.axis + self.scrolled) // self.lane) for y in (top, bottom))
        low = self.shift
        high = low + self.scale.width
        for lane in range(max(0, first), min(last + 1, len(self.lanes))):
            for box in self.lanes[lane][max(0, bisect_left(self._lefts[lane], low) - 1) :]:
                if box.left > high:
                    break
                yield box.item.id
        begin = self.axis + self.shelf_rows - self.scrolled
        first, last = (int((y - begin) // self.lane) for y in (top, bottom))
        for row in range(max(0, first), min(last + 1, len(self._shelf))):
            yield from self._shelf[row]

    def footer(self) -> QRectF:
        """Return where the shelf is announced while it is out of sight; empty otherwise."""
        top = self.axis + self.shelf_top - self.scrolled
        if not self._shelf or top < self.bottom - self.line:
            return QRectF()
        return QRectF(0, self.bottom - self.line - 6, self.frame.size.width(), self.line + 6)

    def overview(self) -> QRectF:
        """Return where the strip is that shows all days."""
        return QRectF(0, self.bottom, self.frame.size.width(), self.strip)

    @cached_property
    def overview_scale(self) -> TimeScale | None:
        """The scale of that strip; None where nothing has a date."""
        days = layout.whole(self.told.all_days)
        if days is None:
            return None
        width = self.frame.size.width()
        # What is out of sight is counted beside the marks.
        told = max(map(self.small.horizontalAdvance, (earlier_text(99), later_text(99))))
        margin = min(told + 16, width / 4)
        return TimeScale.showing(days[0] - 1, days[1] + 1, width, margin)

    @cached_property
    def overview_marks(self) -> Mapping[wording.Quad, frozenset[int]]:
        """At which pixels of the strip each class has events; many share few pixels."""
        xs: defaultdict[wording.Quad, set[int]] = defaultdict(set)
        scale = self.overview_scale
        if scale is None:
            return {}
        for name, extent in self.told.extents.items():
            quad = wording.quad_of(self.told.cards[name].type)
            xs[quad].add(round(self.x(scale.pixel(extent.middle))))
        return {quad: frozenset(found) for quad, found in xs.items()}
