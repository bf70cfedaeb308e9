"""Days, months and years of the two calendars, as inclusive ranges of days."""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache
from typing import NamedTuple

from hijridate import Gregorian, Hijri

HIJRI = "hijri"
HIJRI_NAME = "islamic-umalqura"
_HIJRI_YEARS = range(1343, 1501)
_ONE = timedelta(days=1)


class Days(NamedTuple):
    """A range of days, both ends included."""

    first: date
    last: date


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day, or None where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> Days:
    """Return the days of a Gregorian month, those of the nearest year that a date can have."""
    year = min(max(year, MINYEAR), MAXYEAR)
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Return the (year, month) that lies `by` months later."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def part_of_month(days: Days, part: str) -> Days:
    """Return the days of START (1-10), MID (11-20) or END (21-last)."""
    first = days.first
    if part == "START":
        return Days(first, first + 9 * _ONE)
    if part == "MID":
        return Days(first + 10 * _ONE, first + 19 * _ONE)
    return Days(first + 20 * _ONE, days.last)


def half_of_month(days: Days, half: int) -> Days:
    """Return the days 1-15 or 16-last."""
    middle = days.first + 14 * _ONE
    return Days(days.first, middle) if half == 1 else Days(middle + _ONE, days.last)


def week_of(day: date) -> Days:
    """Return the ISO week of `day`, Monday to Sunday."""
    monday = day - _ONE * day.weekday()
    return Days(monday, monday + 6 * _ONE)


def week_value(day: date) -> str:
    """Return the TIMEX3 value of the ISO week of `day`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def months_of_year(year: int, first: int, last: int) -> Days:
    """Return the days from the first to the last of the given months."""
    return Days(month_days(year, first).first, month_days(year, last).last)


def hijri_day(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day of an Umm al-Qura date, or None outside its tables."""
    if year not in _HIJRI_YEARS:
        return None
    try:
        return date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


def hijri_month_days(year: int, month: int) -> Days | None:
    """Return the Gregorian days of an Umm al-Qura month, or None outside its tables."""
    first = hijri_day(year, month, 1)
    if first is None:
        return None
    return Days(first, first + _ONE * (Hijri(year, month, 1).month_length() - 1))


def hijri_year_days(year: int) -> Days | None:
    """Return the Gregorian days of an Umm al-Qura year, or None outside its tables."""
    first, last = hijri_month_days(year, 1), hijri_month_days(year, 12)
    return Days(first.first, last.last) if first and last else None


@cache
def _months_named(month: int) -> tuple[Days, ...]:
    found = (hijri_month_days(year, month) for year in _HIJRI_YEARS)
    return tuple(days for days in found if days)


def day_in_hijri_month(day: date, month: int) -> int | None:
    """Return which day of the Umm al-Qura month `day` is, None where it lies in another."""
    months = _months_named(month)
    at = bisect_right(months, day, key=lambda days: days.first) - 1
    if at < 0 or day > months[at].last:
        return None
    return (day - months[at].first).days + 1


def hijri_year_of(day: date) -> int | None:
    """Return the Umm al-Qura year that holds `day`, or None outside the tables."""
    try:
        return Gregorian(day.year, day.month, day.day).to_hijri().year
    except OverflowError:
        return None


def hijri_value(day: date) -> str | None:
    """Return `day` in the Umm al-Qura calendar as year-month-day, None outside its tables."""
    try:
        return Gregorian(day.year, day.month, day.day).to_hijri().isoformat()
    except OverflowError:
        return None
