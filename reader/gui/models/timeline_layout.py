"""Where events lie on a time axis: pure computations in days and pixels.

A day is a float: the ordinal of a date (`date.toordinal`) plus the part of the day that is gone,
so that noon of 1 January of the year 1 is 1.5. A pixel is counted from the axis' own beginning,
whichever side that is on.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from reader.core.times.calendar import hijri_day, hijri_year_of
from reader.core.types import ReferenceDate, TimeExpression

FIRST_DAY, LAST_DAY = float(date.min.toordinal()), float(date.max.toordinal() + 1)
LEAST_DAYS = 1 / 24  # the shortest time that an axis can show
Unit = Literal["hour", "day", "week", "month", "year"]

_DAY_VALUE = r"\d{4}-(?:\d\d-\d\d|W\d\d-[1-7])"
_EXACT = re.compile(rf"{_DAY_VALUE}(?:/{_DAY_VALUE})?")
_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT(\d\d)(?::(\d\d))?.*")
_DAY_PART = re.compile(r"\d{4}-\d\d-\d\dT(MO|MI|AF|EV|NI|DT)")
_YEARS = re.compile(r"(\d{2,4})X{0,2}")
# Hours of the parts of a day, from midnight; a night goes into the next day.
_HOURS = {"MO": (5, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 22), "NI": (20, 29)}
_THIRDS = {"START": (0.0, 1 / 3), "MID": (1 / 3, 2 / 3), "END": (2 / 3, 1.0)}
_BEFORE = frozenset({"BEFORE", "ON_OR_BEFORE"})
_AFTER = frozenset({"AFTER", "ON_OR_AFTER"})


@dataclass(frozen=True, slots=True)
class Extent:
    """When something was, or between when and when it may have been.

    Attributes:
        start, end: days; the same for a moment.
        soft_start, soft_end: the edge is not known exactly.
        open_start, open_end: it lies somewhere beyond that edge.
    """

    start: float
    end: float
    soft_start: bool = False
    soft_end: bool = False
    open_start: bool = False
    open_end: bool = False

    @property
    def middle(self) -> float:
        """The day in the middle."""
        return (self.start + self.end) / 2

    def overlaps(self, first: float, last: float) -> bool:
        """Tell whether it may have been between two days."""
        return self.start <= last and first <= self.end


def extent_of(
    time: TimeExpression | None, relation: str, reference: ReferenceDate
) -> Extent | None:
    """Return where on the axis an event of this time lies; None where that is not known."""
    if time is None:
        return None
    extent = _now(reference) if time.value == "PRESENT_REF" else _bounds(time)
    if extent is None:
        return None
    if relation == "BEFORE" or time.mod in _BEFORE:
        edge = extent.end if time.mod == "ON_OR_BEFORE" else extent.start
        return Extent(edge, edge, open_start=True)
    if relation == "AFTER" or time.mod in _AFTER:
        edge = extent.start if time.mod == "ON_OR_AFTER" else extent.end
        return Extent(edge, edge, open_end=True)
    if relation == "WITHIN" or time.mod == "APPROX":
        return replace(extent, soft_start=True, soft_end=True)
    return extent


def reference_extent(reference: ReferenceDate) -> Extent | None:
    """Return the days that the article may have been written on; None where unknown."""
    return _now(reference)


def _now(reference: ReferenceDate) -> Extent | None:
    first, last = reference.first_day, reference.last_day or reference.first_day
    if first is None or last is None:
        return None
    soft = reference.status == "ambiguous"
    return Extent(first.toordinal(), last.toordinal() + 1, soft, soft)


def _bounds(time: TimeExpression) -> Extent | None:
    if time.first_day is None or time.last_day is None:
        return _years(time.value, time.mod)
    start, end = float(time.first_day.toordinal()), float(time.last_day.toordinal() + 1)
    if match := _CLOCK.fullmatch(time.value):
        moment = start + min(int(match[1]), 24) / 24 + min(int(match[2] or 0), 59) / 1440
        return Extent(moment, moment)
    if match := _DAY_PART.fullmatch(time.value):
        first, last = _HOURS.get(match[1], (6, 18))
        return Extent(start + first / 24, start + last / 24, soft_start=True, soft_end=True)
    if _EXACT.fullmatch(time.value) and time.mod is None:
        return Extent(start, end)
    if _YEARS.fullmatch(time.value) and time.mod in _THIRDS:
        return _part(start, end, time.mod)
    return Extent(start, end, soft_start=time.mod != "START", soft_end=time.mod != "END")


def _years(value: str, mod: str | None) -> Extent | None:
    """Return the bounds of a year, decade or century that the core gives no days for."""
    match = _YEARS.fullmatch(value)
    if not match or len(value) > 4:
        return None
    known = match[1]
    first = int(known.ljust(4, "0"))
    last = int(known.ljust(4, "9"))
    if first < 1:
        return None
    start, end = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1
    if mod in _THIRDS:
        return _part(start, end, mod)
    return Extent(start, end, soft_start=True, soft_end=True)


def _part(start: float, end: float, mod: str) -> Extent:
    low, high = _THIRDS[mod]
    return Extent(
        start + low * (end - start),
        start + high * (end - start),
        soft_start=mod != "START",
        soft_end=mod != "END",
    )


# -- the scale ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days to pixels and back; linear, so that one is later than the other on both sides.

    Attributes:
        start: the day at pixel 0.
        width: of the axis, in pixels.
        days: how many of them it shows.
    """

    start: float
    days: float
    width: float

    @classmethod
    def showing(cls, first: float, last: float, width: float, margin: float = 0.0) -> TimeScale:
        """Return the scale that shows these days with `margin` pixels on both sides."""
        inner = max(1.0, width - 2 * margin)
        days = max(last - first, LEAST_DAYS)
        per_pixel = days / inner
        middle = (first + last) / 2
        span = per_pixel * max(1.0, width)
        return cls(middle - span / 2, span, max(1.0, width)).bounded()

    @property
    def end(self) -> float:
        """The day at the last pixel."""
        return self.start + self.days

    @property
    def pixels_per_day(self) -> float:
        """How wide a day is."""
        return self.width / self.days

    def pixel(self, day: float) -> float:
        """Return where a day begins; outside 0 to `width` where it is out of sight."""
        return (day - self.start) * self.pixels_per_day

    def day(self, pixel: float) -> float:
        """Return the day at a pixel."""
        return self.start + pixel / self.pixels_per_day

    def zoomed(self, factor: float, pixel: float) -> TimeScale:
        """Return it larger by `factor`; the day at `pixel` stays there."""
        days = min(max(self.days / factor, LEAST_DAYS), LAST_DAY - FIRST_DAY)
        start = self.day(pixel) - pixel * days / self.width
        return TimeScale(start, days, self.width).bounded()

    def panned(self, pixels: float) -> TimeScale:
        """Return it moved so that what was at `pixels` is at 0."""
        return replace(self, start=self.day(pixels)).bounded()

    def resized(self, width: float) -> TimeScale:
        """Return the same days on another width."""
        return replace(self, width=max(1.0, width))

    def bounded(self) -> TimeScale:
        """Return it within the days that a calendar has."""
        days = min(self.days, LAST_DAY - FIRST_DAY)
        start = min(max(self.start, FIRST_DAY), LAST_DAY - days)
        return TimeScale(start, days, self.width)


# -- ticks -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis at the beginning of an hour, day, week, month or year."""

    day: float
    unit: Unit

    @property
    def date(self) -> date:
        """The day that it lies on."""
        return date.fromordinal(min(max(int(self.day + 1e-6), 1), date.max.toordinal()))

    @property
    def hour(self) -> int:
        """The hour of the day."""
        return round((self.day + 1e-6 - int(self.day + 1e-6)) * 24)


@dataclass(frozen=True, slots=True)
class Step:
    """How far apart ticks are: `count` of `unit`.

    Attributes:
        days: about how many days that is.
        least: pixels that its names need.
    """

    unit: Unit
    count: int
    days: float
    least: float


_YEAR = 365.2425
STEPS: tuple[Step, ...] = (
    Step("hour", 1, 1 / 24, 48),
    Step("hour", 3, 3 / 24, 48),
    Step("hour", 6, 6 / 24, 48),
    Step("hour", 12, 12 / 24, 48),
    Step("day", 1, 1, 26),
    Step("week", 1, 7, 34),
    Step("month", 1, 30.4, 58),
    Step("month", 3, 91.3, 58),
    *(Step("year", n, n * _YEAR, 44) for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)),
)
# What stands above the ticks of a unit, so that each date can be read whole.
_ABOVE: dict[Unit, Unit] = {"hour": "day", "day": "month", "week": "month", "month": "year"}


def step_of(scale: TimeScale, size: float = 1.0) -> Step:
    """Return the finest step whose names have room, written `size` times as large as usual."""
    pixels = scale.pixels_per_day / size
    fits = (step for step in STEPS if step.days * pixels >= step.least)
    return next(fits, STEPS[-1])


def step_above(step: Step) -> Step | None:
    """Return the step of the names above; None for years, which need none."""
    if step.unit not in _ABOVE:
        return None
    return next(s for s in STEPS if s.unit == _ABOVE[step.unit])


def ticks(scale: TimeScale, step: Step) -> tuple[Tick, ...]:
    """Return the ticks of a step from the one before the first pixel to the last pixel."""
    starts = list(_starts(scale, step))
    return tuple(Tick(day, step.unit) for day in starts)


def _starts(scale: TimeScale, step: Step) -> Iterator[float]:
    if step.unit in ("hour", "day", "week"):
        yield from _even(scale, step)
        return
    first = _date(scale.start)
    month = first.month if step.unit == "month" else 1
    months = step.count if step.unit == "month" else 12 * step.count
    at = (first.year * 12 + month - 1) // months * months
    while True:
        year, month = divmod(at, 12)
        at += months
        if year < 1:
            continue
        if year > 9999:
            return
        day = float(date(year, month + 1, 1).toordinal())
        if day > scale.end:
            return
        yield day


def _even(scale: TimeScale, step: Step) -> Iterator[float]:
    """Yield ticks that are equally far apart; ordinal 1 was a Monday."""
    apart = {"hour": step.count / 24, "day": 1.0, "week": 7.0}[step.unit]
    number = int((scale.start - 1) / apart + 1e-9)
    while (day := 1 + number * apart) <= scale.end:
        yield day
        number += 1


def _date(day: float) -> date:
    return date.fromordinal(min(max(int(day), 1), date.max.toordinal()))


@dataclass(frozen=True, slots=True)
class HijriTick:
    """The beginning of a Hijri month or year; `value` as `hijri_text` reads it."""

    day: float
    value: str


_HIJRI_MONTH, _HIJRI_YEAR = 29.53, 354.37  # days
_HIJRI_NAME, _HIJRI_NUMBER = 92.0, 52.0  # pixels that a month with its year, a year needs


def hijri_ticks(scale: TimeScale, size: float = 1.0) -> tuple[HijriTick, ...]:
    """Return the Hijri months in sight, or years, from the one before the first pixel.

    Nothing where neither has room, and outside the tables of Umm al-Qura. Names are written
    `size` times as large as usual.
    """
    pixels = scale.pixels_per_day / size
    months = pixels * _HIJRI_MONTH >= _HIJRI_NAME
    if not months and pixels * _HIJRI_YEAR < _HIJRI_NUMBER:
        return ()
    first = max(_date(scale.start), _HIJRI_FIRST)
    year = hijri_year_of(first)
    found: list[HijriTick] = []
    while year is not None:
        for month in range(1, 13) if months else (1,):
            day = hijri_day(year, month, 1)
            if day is None or day.toordinal() > scale.end:
                return tuple(found[_last_before(found, scale.start) :])
            value = f"{year}-{month:02}" if months else str(year)
            found.append(HijriTick(float(day.toordinal()), value))
        year += 1
    return tuple(found)


_HIJRI_FIRST = hijri_day(1343, 1, 1) or date(1924, 8, 1)


def _last_before(found: Sequence[HijriTick], start: float) -> int:
    return max(0, sum(tick.day <= start for tick in found) - 1)


# -- lanes -------------------------------------------------------------------------------------


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


# -- what to show first --------------------------------------------------------------------------


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


def days_between(first: float, last: float) -> tuple[date, date]:
    """Return the first and the last whole day of a stretch of the axis."""
    end = _date(max(first, last - 1e-6))
    return _date(first), max(_date(first), end)
