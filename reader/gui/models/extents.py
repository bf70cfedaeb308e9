"""When things were, in days.

A day is a float: the ordinal of a date (`date.toordinal`) plus the part of the day that is gone,
so that noon of 1 January of the year 1 is 1.5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from reader.core.types import ReferenceDate, TimeExpression

FIRST_DAY, LAST_DAY = float(date.min.toordinal()), float(date.max.toordinal() + 1)
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
