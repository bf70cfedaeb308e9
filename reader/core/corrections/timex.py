"""The days that a TIMEX3 value bounds, as far as it says."""

from __future__ import annotations

import re
from datetime import date

from reader.core.times.calendar import (
    Days,
    month_days,
    months_of_year,
    part_of_month,
    safe_date,
)
from reader.core.types import TimeType

_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-([1-7]|WE))?")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_CLOCK = re.compile(r"T(?:\d\d(?::\d\d){0,2}|MO|AF|EV|NI|MI|DT)")
_LENGTH = re.compile(r"P(?=.)(?:[\dX]+(?:\.\d+)?[YMWDEC]|[\dX]+(?:DE|CE))*(?:T(?:[\dX]+[HMS])+)?")
_OPEN = re.compile(
    r"[\dX]{4}(?:-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-[\dX])?|Q[1-4X]|H[12X]|SP|SU|FA|WI))?"
    r"|[\dX]{2,3}"
)
_REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
_MONTHS = {
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11),
}  # fmt: skip
MODS = ("START", "MID", "END", "APPROX", "BEFORE", "AFTER")


def is_timex(kind: TimeType, value: str) -> bool:
    """Tell whether `value` may be the value of a time expression of that type.

    >>> is_timex("DATE", "2017-10-31"), is_timex("DATE", "2017-13"), is_timex("DURATION", "P3D")
    (True, False, True)
    """
    if kind == "DURATION":
        return _LENGTH.fullmatch(value) is not None
    if kind == "SET":
        return _LENGTH.fullmatch(value) is not None or _is_date(value)
    if kind == "TIME":
        day, clock, rest = value.partition("T")
        return bool(clock) and _CLOCK.fullmatch(clock + rest) is not None and _is_date(day)
    return value in _REFERENCES or all(_is_date(side) for side in _sides(value))


def _sides(value: str) -> list[str]:
    """Return both ends of a range, or the value alone."""
    sides = value.split("/")
    return sides if len(sides) <= 2 else [""]


def _is_date(value: str) -> bool:
    if _OPEN.fullmatch(value) is None:
        return False
    return "X" in value or len(value) < 4 or _one(value) is not None


def days_of(value: str, mod: str | None = None) -> Days | None:
    """Return the first and the last day of a value; None where it bounds none."""
    sides = [_one(side.partition("T")[0]) for side in _sides(value)]
    first, last = sides[0], sides[-1]
    if first is None or last is None or last.last < first.first:
        return None
    if mod in {"START", "MID", "END"} and _MONTH.fullmatch(value):
        return part_of_month(first, mod)
    return Days(first.first, last.last)


def _one(value: str) -> Days | None:
    if _YEAR.fullmatch(value):
        return months_of_year(int(value), 1, 12) if int(value) else None
    if found := _DAY.fullmatch(value):
        day = safe_date(*map(int, found.groups()))
        return Days(day, day) if day else None
    if found := _MONTH.fullmatch(value):
        year, month = map(int, found.groups())
        return month_days(year, month) if year and 1 <= month <= 12 else None
    if found := _WEEK.fullmatch(value):
        return _week(int(found[1]), int(found[2]), found[3])
    if found := _PART.fullmatch(value):
        return _part(int(found[1]), found[2])
    return None


def _week(year: int, week: int, day: str | None) -> Days | None:
    first, last = (6, 7) if day == "WE" else (int(day), int(day)) if day else (1, 7)
    try:
        return Days(*(date.fromisocalendar(year, week, each) for each in (first, last)))
    except ValueError:
        return None


def _part(year: int, part: str) -> Days | None:
    if not 0 < year < 9999:
        return None
    if part == "WI":
        return Days(date(year, 12, 1), month_days(year + 1, 2).last)
    return months_of_year(year, *_MONTHS[part])
