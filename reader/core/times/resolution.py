"""What a time expression means on one reference day, and on several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from reader.core.times.calendar import Days
from reader.core.types import TimeType

_FIELDS = re.compile(r"[-T/]|[^-T/]+")
_OPEN_INTERVAL = "XXXX-XX-XX/XXXX-XX-XX"
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Resolution:
    """Type, value and days of a time expression.

    Attributes:
        weekday: the ISO number of the weekday that the words themselves name.
        fixed: whether the value hangs on no reference date.
    """

    type: TimeType
    value: str
    days: Days | None = None
    mod: str | None = None
    part: str | None = None
    original: str | None = None
    weekday: int | None = None
    conflict: str | None = None
    fixed: bool = False
    basis: str = ""


def _common_field(fields: Sequence[str]) -> str:
    first = fields[0]
    if all(field == first for field in fields):
        return first
    if first[:1] in {"W", "Q", "H"} and len(first) > 1:
        return first[0] + "X" * (len(first) - 1)
    return "X" * len(first)


def common_value(values: Sequence[str]) -> str:
    """Return the value that all of `values` share, X in the fields where they differ.

    >>> common_value(["2017-10-03", "2017-10-31"])
    '2017-10-XX'
    """
    if len(set(values)) == 1:
        return values[0]
    split = [_FIELDS.findall(value) for value in values]
    if len({len(fields) for fields in split}) > 1:
        return min(values, key=len)
    return "".join(_common_field(column) for column in zip(*split, strict=True))


def _common_weekday(days: Sequence[str]) -> str | None:
    """Return the value of the weekday that days of several weeks share, None where none is."""
    if not all(_DAY.match(day) for day in days):
        return None
    read = [date.fromisoformat(day[:10]) for day in days]
    weekdays, years = {day.isoweekday() for day in read}, {day.year for day in read}
    year = f"{years.pop():04d}" if len(years) == 1 else "XXXX"
    return f"{year}-WXX-{weekdays.pop()}" if len(weekdays) == 1 else None


def _common_end(values: Sequence[str], *, names_day: bool, weekday: int | None) -> str:
    """Return what is common to the values of a day, of a clock time, or of one end of a range."""
    value = common_value(values)
    day, clock, tail = value.partition("T")
    if not names_day or not day.endswith("XX"):
        return value
    common = f"{day[:4]}-WXX-{weekday}" if weekday else _common_weekday(values)
    return common + clock + tail if common else value


def merge(resolutions: Sequence[Resolution], *, names_day: bool) -> Resolution:
    """Merge what an expression means on each candidate day into what is certain.

    Of a weekday that all the days share only an expression that names its day may tell: a
    clock time alone may belong to another day than that of writing.
    """
    first = resolutions[0]
    values = [r.value for r in resolutions]
    if len(set(values)) == 1:
        return first
    ends = [value.split("/") for value in values]
    if len({len(parts) for parts in ends}) > 1:
        value = min(values, key=len)
    else:
        single = len(ends[0]) == 1
        named = names_day and (single or first.original is None)
        weekday = first.weekday if single else None
        columns = zip(*ends, strict=True)
        value = "/".join(_common_end(c, names_day=named, weekday=weekday) for c in columns)
        if first.original and value == _OPEN_INTERVAL:
            value = "XXXX-XX"  # a Hijri month of which nothing is known
    ranges = [r.days for r in resolutions if r.days]
    days = Days(min(d.first for d in ranges), max(d.last for d in ranges)) if ranges else None
    conflicts = {r.conflict for r in resolutions}
    conflict = first.conflict if len(conflicts) == 1 else None
    return replace(first, value=value, days=days, original=None, conflict=conflict)


def day_resolution(day: date, weekday: int | None = None) -> Resolution:
    """Return the resolution of a plain day."""
    return Resolution("DATE", day.isoformat(), Days(day, day), weekday=weekday)
