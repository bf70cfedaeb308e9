"""The time axis: days to pixels and back, with its ticks.

A day is counted as in `extents`; a pixel from the axis' own beginning, whichever side that is on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from reader.core.times.calendar import hijri_day, hijri_year_of
from reader.gui.models.extents import FIRST_DAY, LAST_DAY

LEAST_DAYS = 1 / 24  # the shortest time that an axis can show
Unit = Literal["hour", "day", "week", "month", "year"]


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


def days_between(first: float, last: float) -> tuple[date, date]:
    """Return the first and the last whole day of a stretch of the axis."""
    end = _date(max(first, last - 1e-6))
    return _date(first), max(_date(first), end)
