"""Dates, TIMEX3 values and the reference date in the language of the window."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication

from reader.core.types import ReferenceDate, TimeExpression
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate, join, say, say_count

_MONTHS = (
    QT_TRANSLATE_NOOP("Wording", "January"),
    QT_TRANSLATE_NOOP("Wording", "February"),
    QT_TRANSLATE_NOOP("Wording", "March"),
    QT_TRANSLATE_NOOP("Wording", "April"),
    QT_TRANSLATE_NOOP("Wording", "May"),
    QT_TRANSLATE_NOOP("Wording", "June"),
    QT_TRANSLATE_NOOP("Wording", "July"),
    QT_TRANSLATE_NOOP("Wording", "August"),
    QT_TRANSLATE_NOOP("Wording", "September"),
    QT_TRANSLATE_NOOP("Wording", "October"),
    QT_TRANSLATE_NOOP("Wording", "November"),
    QT_TRANSLATE_NOOP("Wording", "December"),
)
_HIJRI_MONTHS = (
    QT_TRANSLATE_NOOP("Wording", "Muharram"),
    QT_TRANSLATE_NOOP("Wording", "Safar"),
    QT_TRANSLATE_NOOP("Wording", "Rabi I"),
    QT_TRANSLATE_NOOP("Wording", "Rabi II"),
    QT_TRANSLATE_NOOP("Wording", "Jumada I"),
    QT_TRANSLATE_NOOP("Wording", "Jumada II"),
    QT_TRANSLATE_NOOP("Wording", "Rajab"),
    QT_TRANSLATE_NOOP("Wording", "Shaban"),
    QT_TRANSLATE_NOOP("Wording", "Ramadan"),
    QT_TRANSLATE_NOOP("Wording", "Shawwal"),
    QT_TRANSLATE_NOOP("Wording", "Dhu al-Qada"),
    QT_TRANSLATE_NOOP("Wording", "Dhu al-Hijja"),
)
_WEEKDAYS = (
    QT_TRANSLATE_NOOP("Wording", "Monday"),
    QT_TRANSLATE_NOOP("Wording", "Tuesday"),
    QT_TRANSLATE_NOOP("Wording", "Wednesday"),
    QT_TRANSLATE_NOOP("Wording", "Thursday"),
    QT_TRANSLATE_NOOP("Wording", "Friday"),
    QT_TRANSLATE_NOOP("Wording", "Saturday"),
    QT_TRANSLATE_NOOP("Wording", "Sunday"),
)
_SEASONS: dict[str, str] = {
    "SP": QT_TRANSLATE_NOOP("Wording", "spring"),
    "SU": QT_TRANSLATE_NOOP("Wording", "summer"),
    "FA": QT_TRANSLATE_NOOP("Wording", "autumn"),
    "WI": QT_TRANSLATE_NOOP("Wording", "winter"),
}
_QUARTERS = (
    QT_TRANSLATE_NOOP("Wording", "first quarter of {of}"),
    QT_TRANSLATE_NOOP("Wording", "second quarter of {of}"),
    QT_TRANSLATE_NOOP("Wording", "third quarter of {of}"),
    QT_TRANSLATE_NOOP("Wording", "fourth quarter of {of}"),
)
_HALVES: dict[str, str] = {
    "H1": QT_TRANSLATE_NOOP("Wording", "first half of {of}"),
    "H2": QT_TRANSLATE_NOOP("Wording", "second half of {of}"),
}
_MODS: dict[str, str] = {
    "START": QT_TRANSLATE_NOOP("Wording", "beginning of {of}"),
    "MID": QT_TRANSLATE_NOOP("Wording", "middle of {of}"),
    "END": QT_TRANSLATE_NOOP("Wording", "end of {of}"),
    "APPROX": QT_TRANSLATE_NOOP("Wording", "about {of}"),
    "BEFORE": QT_TRANSLATE_NOOP("Wording", "before {of}"),
    "AFTER": QT_TRANSLATE_NOOP("Wording", "after {of}"),
    "ON_OR_BEFORE": QT_TRANSLATE_NOOP("Wording", "up to {of}"),
    "ON_OR_AFTER": QT_TRANSLATE_NOOP("Wording", "from {of} on"),
    "MORE_THAN": QT_TRANSLATE_NOOP("Wording", "more than {of}"),
    "LESS_THAN": QT_TRANSLATE_NOOP("Wording", "less than {of}"),
    "EQUAL_OR_MORE": QT_TRANSLATE_NOOP("Wording", "at least {of}"),
    "EQUAL_OR_LESS": QT_TRANSLATE_NOOP("Wording", "at most {of}"),
}
_REFERENCES: dict[str, str] = {
    "PRESENT_REF": QT_TRANSLATE_NOOP("Wording", "now"),
    "PAST_REF": QT_TRANSLATE_NOOP("Wording", "in the past"),
    "FUTURE_REF": QT_TRANSLATE_NOOP("Wording", "in the future"),
}
_DAY_PARTS: dict[str, str] = {
    "MO": QT_TRANSLATE_NOOP("Wording", "{day}, morning"),
    "MI": QT_TRANSLATE_NOOP("Wording", "{day}, noon"),
    "AF": QT_TRANSLATE_NOOP("Wording", "{day}, afternoon"),
    "EV": QT_TRANSLATE_NOOP("Wording", "{day}, evening"),
    "NI": QT_TRANSLATE_NOOP("Wording", "{day}, night"),
    "DT": QT_TRANSLATE_NOOP("Wording", "{day}, by day"),
}
_UNITS: dict[str, str] = {
    "Y": QT_TRANSLATE_NOOP("Wording", "%n year(s)"),
    "M": QT_TRANSLATE_NOOP("Wording", "%n month(s)"),
    "W": QT_TRANSLATE_NOOP("Wording", "%n week(s)"),
    "D": QT_TRANSLATE_NOOP("Wording", "%n day(s)"),
    "H": QT_TRANSLATE_NOOP("Wording", "%n hour(s)"),
    "TM": QT_TRANSLATE_NOOP("Wording", "%n minute(s)"),
    "S": QT_TRANSLATE_NOOP("Wording", "%n second(s)"),
    "DE": QT_TRANSLATE_NOOP("Wording", "%n decade(s)"),
    "CE": QT_TRANSLATE_NOOP("Wording", "%n hundred year(s)"),
}
_EVERY: dict[str, str] = {
    "P1Y": QT_TRANSLATE_NOOP("Wording", "every year"),
    "P1M": QT_TRANSLATE_NOOP("Wording", "every month"),
    "P1W": QT_TRANSLATE_NOOP("Wording", "every week"),
    "P1D": QT_TRANSLATE_NOOP("Wording", "every day"),
    "PT1H": QT_TRANSLATE_NOOP("Wording", "every hour"),
}
_RELATIONS: dict[str, str] = {
    "BEFORE": QT_TRANSLATE_NOOP("Wording", "before {of}"),
    "AFTER": QT_TRANSLATE_NOOP("Wording", "after {of}"),
    "WITHIN": QT_TRANSLATE_NOOP("Wording", "within {of}"),
}

_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d|XX)-(\d\d|XX)")
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d\d|XX)")
_WEEK = re.compile(r"(\d{4}|XXXX)-W(\d\d|XX)(?:-([1-7]|WE))?")
_QUARTER = re.compile(r"(\d{4}|XXXX)-Q([1-4])")
_HALF = re.compile(r"(\d{4}|XXXX)-(H[12])")
_SEASON = re.compile(r"(\d{4}|XXXX)-(SP|SU|FA|WI)")
_CLOCK = re.compile(r"(?P<day>[^T]*)T(?:(?P<clock>\d\d(?::\d\d)*)|(?P<part>MO|MI|AF|EV|NI|DT))Z?")
_DURATION = re.compile(r"P(?=.)(?P<date>(?:[\dX.]+(?:Y|M|W|DE|CE|D))*)(?:T(?P<clock>[\dX.HMS]+))?")
_AMOUNT = re.compile(r"(?<![\dX.])([\dX.]+)(DE|CE|[YMWDHS])")


def month_name(month: int) -> str:
    """Return the name of a Gregorian month, 1 to 12; Arabic gives both of its names."""
    return say(_MONTHS[month - 1])


def weekday_name(day: int) -> str:
    """Return the name of an ISO weekday, 1 (Monday) to 7."""
    return say(_WEEKDAYS[day - 1])


def day_text(day: date, *, weekday: bool = False) -> str:
    """Write a day out: «31 تشرين الأول/أكتوبر 2017», the year without a separator."""
    written = _ymd(str(day.year), month_name(day.month), str(day.day))
    if not weekday:
        return written
    pattern = QCoreApplication.translate("Wording", "{weekday} {date}")
    return pattern.format(weekday=weekday_name(day.isoweekday()), date=written)


def days_text(first: date, last: date) -> str:
    """Write an inclusive range of days, naming what the two share only once."""
    if first == last:
        return day_text(first)
    if (first.year, first.month) == (last.year, last.month):
        return _ymd(str(first.year), month_name(first.month), f"{first.day}–{last.day}")
    if first.year == last.year:
        head = QCoreApplication.translate("Wording", "{day} {month}").format(
            day=first.day, month=month_name(first.month)
        )
        return _from_to(head, day_text(last))
    return _from_to(day_text(first), day_text(last))


def _from_to(first: str, last: str) -> str:
    pattern = QCoreApplication.translate("Wording", "from {first} to {last}")
    return pattern.format(first=first, last=last)


def _ymd(year: str, month: str, day: str) -> str:
    pattern = QCoreApplication.translate("Wording", "{day} {month} {year}")
    return pattern.format(day=day, month=month, year=year)


def _month_of(year: str, month: str) -> str:
    name = month_name(int(month))
    if year == "XXXX":
        return name
    return QCoreApplication.translate("Wording", "{month} {year}").format(month=name, year=year)


def value_text(value: str, mod: str | None = None, part: str | None = None) -> str:
    """Write a TIMEX3 value in words; a value of no known shape comes back as it is.

    `2017-12`, END, H2 is «النصف الثاني من كانون الأول/ديسمبر 2017».
    """
    written = _plain(value)
    if part in _HALVES:
        return say(_HALVES[part]).format(of=written)
    if mod in _MODS and written != value:
        return say(_MODS[mod]).format(of=written)
    return written


def _plain(value: str) -> str:
    if value in _REFERENCES:
        return say(_REFERENCES[value])
    if "/" in value:
        first, _, last = value.partition("/")
        return _range(first, last)
    try:
        shapes = (_day, _week, _part_of_year, _year, _clock, _duration)
        return next(filter(None, (shape(value) for shape in shapes)), value)
    except ValueError:  # a week or day that the calendar does not have
        return value


def _range(first: str, last: str) -> str:
    begin, end = _date(first), _date(last)
    return days_text(begin, end) if begin and end else _from_to(_plain(first), _plain(last))


def _date(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        return None


def _day(value: str) -> str | None:
    if day := _date(value):
        return day_text(day)
    match = _DAY.fullmatch(value)
    if not match:
        return None
    year, month, number = match.groups()
    if month == "XX" or not 1 <= int(month) <= 12:
        return _unknown_month(year, number)
    if number == "XX":
        pattern = QCoreApplication.translate("Wording", "a day in {of}")
        return pattern.format(of=_month_of(year, month))
    pattern = QCoreApplication.translate("Wording", "{day} {month}")
    return pattern.format(day=int(number), month=month_name(int(month)))


def _unknown_month(year: str, number: str) -> str | None:
    if number != "XX":
        pattern = QCoreApplication.translate("Wording", "day {day} of a month")
        return pattern.format(day=int(number))
    if year == "XXXX":
        return QCoreApplication.translate("Wording", "a day not yet known")
    return QCoreApplication.translate("Wording", "a day in {of}").format(of=year)


def _week(value: str) -> str | None:
    match = _WEEK.fullmatch(value)
    if not match:
        return None
    year, week, day = match.groups()
    if day == "WE":
        return QCoreApplication.translate("Wording", "a weekend")
    if day and week == "XX":
        return _some_weekday(year, int(day))
    if "XX" in (week, year[:2]):
        return QCoreApplication.translate("Wording", "a week not yet known")
    if day:
        return day_text(date.fromisocalendar(int(year), int(week), int(day)), weekday=True)
    return days_text(
        date.fromisocalendar(int(year), int(week), 1), date.fromisocalendar(int(year), int(week), 7)
    )


def _some_weekday(year: str, day: int) -> str:
    if year == "XXXX":
        return weekday_name(day)
    pattern = QCoreApplication.translate("Wording", "a {weekday} in {of}")
    return pattern.format(weekday=weekday_name(day), of=year)


def _part_of_year(value: str) -> str | None:
    if (match := _MONTH.fullmatch(value)) and match[2] != "XX" and 1 <= int(match[2]) <= 12:
        return _month_of(match[1], match[2])
    if match := _QUARTER.fullmatch(value):
        return say(_QUARTERS[int(match[2]) - 1]).format(of=_year_name(match[1]))
    if match := _HALF.fullmatch(value):
        return say(_HALVES[match[2]]).format(of=_year_name(match[1]))
    if match := _SEASON.fullmatch(value):
        pattern = QCoreApplication.translate("Wording", "{season} {year}")
        return pattern.format(season=say(_SEASONS[match[2]]), year=_year_name(match[1]))
    if (match := _MONTH.fullmatch(value)) and match[1] != "XXXX":
        return QCoreApplication.translate("Wording", "a month in {of}").format(of=match[1])
    return None


def _year_name(year: str) -> str:
    return QCoreApplication.translate("Wording", "a year") if year == "XXXX" else year


def _year(value: str) -> str | None:
    if re.fullmatch(r"\d{4}", value):
        return value
    if re.fullmatch(r"\d{3}X?", value):
        return QCoreApplication.translate("Wording", "the {decade}s").format(decade=value[:3] + "0")
    if re.fullmatch(r"\d\d(?:XX)?", value):
        century = int(value[:2]) + 1
        return QCoreApplication.translate("Wording", "century {number}").format(number=century)
    return None


def _clock(value: str) -> str | None:
    match = _CLOCK.fullmatch(value)
    if not match:
        return None
    day = _plain(match["day"]) if match["day"] else ""
    if match["part"]:
        return say(_DAY_PARTS[match["part"]]).format(day=day).lstrip("،, ")
    clock = match["clock"] if ":" in match["clock"] else f"{match['clock']}:00"
    if not day:
        return clock
    pattern = QCoreApplication.translate("Wording", "{day} at {clock}")
    return pattern.format(day=day, clock=isolate(clock))


def _duration(value: str) -> str | None:
    match = _DURATION.fullmatch(value)
    if not match:
        return None
    amounts = [(n, unit) for n, unit in _AMOUNT.findall(match["date"] or "")]
    amounts += [(n, "TM" if u == "M" else u) for n, u in _AMOUNT.findall(match["clock"] or "")]
    return join(_amount(number, unit) for number, unit in amounts) or None


def _amount(number: str, unit: str) -> str:
    if number.isdigit():
        return say_count(_UNITS[unit], int(number))
    some = QCoreApplication.translate("Wording", "several") if "X" in number else number
    return say_count(_UNITS[unit], 3).replace("3", some)


def hijri_text(value: str) -> str:
    """Write a day or month of the Hijri calendar: «10 ذو الحجة 1438 هـ»."""
    parts = value.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return value
    year = QCoreApplication.translate("Wording", "{year} AH").format(year=parts[0])
    if len(parts) == 1 or not 1 <= int(parts[1]) <= 12:
        return year
    month = say(_HIJRI_MONTHS[int(parts[1]) - 1])
    if len(parts) == 3:
        return _ymd(year, month, str(int(parts[2])))
    return QCoreApplication.translate("Wording", "{month} {year}").format(month=month, year=year)


def time_text(time: TimeExpression, relation: str = "AT") -> str:
    """Write what a time expression resolves to, with the Hijri date where the text gives one."""
    written = value_text(time.value, time.mod, time.part)
    if time.type == "SET":
        return _every(time.value, written)
    if time.calendar and time.original_value:
        pattern = QCoreApplication.translate("Wording", "{hijri} ({date})")
        written = pattern.format(hijri=hijri_text(time.original_value), date=written)
    return say(_RELATIONS[relation]).format(of=written) if relation in _RELATIONS else written


def _every(value: str, written: str) -> str:
    if value in _EVERY:
        return say(_EVERY[value])
    if re.fullmatch(r"XXXX-WXX-[1-7]", value):
        return QCoreApplication.translate("Wording", "every {weekday}").format(weekday=written)
    return QCoreApplication.translate("Wording", "every {of}").format(of=written)


def reference_text(reference: ReferenceDate) -> str:
    """Tell what is known of the day the article was written, in one line."""
    if reference.status == "given" and reference.first_day:
        return day_text(reference.first_day, weekday=True)
    if reference.status == "inferred" and reference.first_day:
        pattern = QCoreApplication.translate("Wording", "{date} (worked out from the text)")
        return pattern.format(date=day_text(reference.first_day, weekday=True))
    if reference.status == "ambiguous":
        return _ambiguous(reference)
    return QCoreApplication.translate("Wording", "date of the article unknown")


def _ambiguous(reference: ReferenceDate) -> str:
    weekdays = {day.isoweekday() for day in reference.candidates}
    months = {(day.year, day.month) for day in reference.candidates}
    count = len(reference.candidates)
    if len(months) == 1:
        year, month = next(iter(months))
        where = _month_of(str(year), str(month))
    elif reference.candidates:
        where = days_text(reference.candidates[0], reference.candidates[-1])
    else:
        where = _plain(reference.value or "XXXX-XX-XX")
    if len(weekdays) != 1:
        pattern = say_count(QT_TRANSLATE_NOOP("Wording", "one of %n day(s): {of}"), count)
        return pattern.format(of=where)
    pattern = QCoreApplication.translate("Wording", "a {weekday} in {of}")
    return pattern.format(weekday=weekday_name(next(iter(weekdays))), of=where)


def reference_status_name(status: str) -> str:
    """Return the name of how the reference date is known."""
    names = {
        "given": QCoreApplication.translate("Wording", "given"),
        "inferred": QCoreApplication.translate("Wording", "worked out"),
        "ambiguous": QCoreApplication.translate("Wording", "several days possible"),
        "unknown": QCoreApplication.translate("Wording", "unknown"),
    }
    return names[status]
