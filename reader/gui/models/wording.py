"""What the panels say: names, dates and summaries in the language of the window.

Every function here asks the installed translators anew, so a caller that
repaints after `QEvent.LanguageChange` shows the new language. Words taken
from the article are wrapped in first-strong isolates (U+2068, U+2069): an
Arabic name inside an English line, or the reverse, keeps its own order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from PySide6.QtCore import QCoreApplication

from reader.core.types import (
    Casualties,
    EntityType,
    Event,
    EventType,
    ReferenceDate,
    TimeExpression,
    VariantKind,
)

Status = Literal["happened", "ongoing", "planned", "called_for", "hypothetical", "denied"]
Quad = Literal[
    "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict", "others"
]

FSI, PDI = "\u2068", "\u2069"
_CONTEXT = "Wording"


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:
    """Mark a string for lupdate, which knows it by this name; Qt's own is typed as object."""
    return source


_ENTITY_TYPES: dict[str, str] = {
    "PER": QT_TRANSLATE_NOOP("Wording", "People"),
    "ORG": QT_TRANSLATE_NOOP("Wording", "Organizations"),
    "GPE": QT_TRANSLATE_NOOP("Wording", "Countries and cities"),
    "LOC": QT_TRANSLATE_NOOP("Wording", "Regions"),
    "FAC": QT_TRANSLATE_NOOP("Wording", "Facilities"),
    "NORP": QT_TRANSLATE_NOOP("Wording", "Nationalities and groups"),
    "EVENT": QT_TRANSLATE_NOOP("Wording", "Named events"),
    "TITLE": QT_TRANSLATE_NOOP("Wording", "Positions"),
    "MONEY": QT_TRANSLATE_NOOP("Wording", "Amounts of money"),
    "PERCENT": QT_TRANSLATE_NOOP("Wording", "Percentages"),
    "COUNT": QT_TRANSLATE_NOOP("Wording", "Counts"),
    "TIME": QT_TRANSLATE_NOOP("Wording", "Dates and times"),
    "TRIGGER": QT_TRANSLATE_NOOP("Wording", "Event words"),
}
_ENTITY_TYPE_OF_ONE: dict[str, str] = {
    "PER": QT_TRANSLATE_NOOP("Wording", "person"),
    "ORG": QT_TRANSLATE_NOOP("Wording", "organization"),
    "GPE": QT_TRANSLATE_NOOP("Wording", "country or city"),
    "LOC": QT_TRANSLATE_NOOP("Wording", "region"),
    "FAC": QT_TRANSLATE_NOOP("Wording", "facility"),
    "NORP": QT_TRANSLATE_NOOP("Wording", "nationality or group"),
    "EVENT": QT_TRANSLATE_NOOP("Wording", "named event"),
    "TITLE": QT_TRANSLATE_NOOP("Wording", "position"),
    "MONEY": QT_TRANSLATE_NOOP("Wording", "amount of money"),
    "PERCENT": QT_TRANSLATE_NOOP("Wording", "percentage"),
    "COUNT": QT_TRANSLATE_NOOP("Wording", "count"),
}
_EVENT_TYPES: dict[EventType, str] = {
    "AGREE": QT_TRANSLATE_NOOP("Wording", "Agreement"),
    "CONSULT": QT_TRANSLATE_NOOP("Wording", "Talks and meetings"),
    "SUPPORT": QT_TRANSLATE_NOOP("Wording", "Support"),
    "CONCEDE": QT_TRANSLATE_NOOP("Wording", "Concession"),
    "COOPERATE": QT_TRANSLATE_NOOP("Wording", "Cooperation"),
    "AID": QT_TRANSLATE_NOOP("Wording", "Aid"),
    "RETREAT": QT_TRANSLATE_NOOP("Wording", "Withdrawal or release"),
    "REQUEST": QT_TRANSLATE_NOOP("Wording", "Call or demand"),
    "ACCUSE": QT_TRANSLATE_NOOP("Wording", "Accusation or criticism"),
    "REJECT": QT_TRANSLATE_NOOP("Wording", "Rejection"),
    "THREATEN": QT_TRANSLATE_NOOP("Wording", "Threat or warning"),
    "PROTEST": QT_TRANSLATE_NOOP("Wording", "Protest or strike"),
    "SANCTION": QT_TRANSLATE_NOOP("Wording", "Sanction or cut-off"),
    "MOBILIZE": QT_TRANSLATE_NOOP("Wording", "Mobilization"),
    "COERCE": QT_TRANSLATE_NOOP("Wording", "Coercion or arrest"),
    "ASSAULT": QT_TRANSLATE_NOOP("Wording", "Attack or fighting"),
    "VOTE": QT_TRANSLATE_NOOP("Wording", "Vote or election"),
    "ECON": QT_TRANSLATE_NOOP("Wording", "Economy"),
    "PERSONNEL": QT_TRANSLATE_NOOP("Wording", "Appointment or resignation"),
    "INCIDENT": QT_TRANSLATE_NOOP("Wording", "Accident or disaster"),
    "OTHER": QT_TRANSLATE_NOOP("Wording", "Other event"),
}
_QUADS: dict[Quad, str] = {
    "verbal_cooperation": QT_TRANSLATE_NOOP("Wording", "Verbal cooperation"),
    "material_cooperation": QT_TRANSLATE_NOOP("Wording", "Material cooperation"),
    "verbal_conflict": QT_TRANSLATE_NOOP("Wording", "Verbal conflict"),
    "material_conflict": QT_TRANSLATE_NOOP("Wording", "Material conflict"),
    "others": QT_TRANSLATE_NOOP("Wording", "Others"),
}
# PLOVER's quad classes; its manual lists the sixteen types in this order.
_QUAD_TYPES: dict[Quad, str] = {
    "verbal_cooperation": "AGREE CONSULT SUPPORT CONCEDE",
    "material_cooperation": "COOPERATE AID RETREAT",
    "verbal_conflict": "REQUEST ACCUSE REJECT THREATEN",
    "material_conflict": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
    "others": "VOTE ECON PERSONNEL INCIDENT OTHER",
}
_QUAD_OF: dict[str, Quad] = {t: quad for quad, types in _QUAD_TYPES.items() for t in types.split()}
_STATUSES: dict[Status, str] = {
    "happened": QT_TRANSLATE_NOOP("Wording", "Happened"),
    "ongoing": QT_TRANSLATE_NOOP("Wording", "Ongoing"),
    "planned": QT_TRANSLATE_NOOP("Wording", "Planned"),
    "called_for": QT_TRANSLATE_NOOP("Wording", "Called for"),
    "hypothetical": QT_TRANSLATE_NOOP("Wording", "Possible"),
    "denied": QT_TRANSLATE_NOOP("Wording", "Negated"),
}
_VARIANT_KINDS: dict[VariantKind, str] = {
    "spelling": QT_TRANSLATE_NOOP("Wording", "spelling"),
    "translit": QT_TRANSLATE_NOOP("Wording", "transliteration"),
    "alias": QT_TRANSLATE_NOOP("Wording", "other name"),
}
_LINKS: dict[str, str] = {
    "iso3166": QT_TRANSLATE_NOOP("Wording", "country code"),
    "geonames": QT_TRANSLATE_NOOP("Wording", "GeoNames"),
    "wikidata": QT_TRANSLATE_NOOP("Wording", "Wikidata"),
}
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
_RELATIONS: dict[str, str] = {
    "BEFORE": QT_TRANSLATE_NOOP("Wording", "before {of}"),
    "AFTER": QT_TRANSLATE_NOOP("Wording", "after {of}"),
    "WITHIN": QT_TRANSLATE_NOOP("Wording", "within {of}"),
}

_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d|XX)-(\d\d|XX)")
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d\d|XX)")
_WEEK = re.compile(r"(\d{4}|XXXX)-W(\d\d|XX)(?:-(\d|WE))?")
_QUARTER = re.compile(r"(\d{4}|XXXX)-Q([1-4])")
_HALF = re.compile(r"(\d{4}|XXXX)-(H[12])")
_SEASON = re.compile(r"(\d{4}|XXXX)-(SP|SU|FA|WI)")
_CLOCK = re.compile(r"(?P<day>[^T]*)T(?:(?P<clock>\d\d(?::\d\d)*)|(?P<part>MO|MI|AF|EV|NI|DT))Z?")
_DURATION = re.compile(r"P(?=.)(?P<date>(?:[\dX.]+(?:Y|M|W|DE|CE|D))*)(?:T(?P<clock>[\dX.HMS]+))?")
_AMOUNT = re.compile(r"([\dX.]+)(DE|CE|[YMWDHS])")


def _t(source: str) -> str:
    return QCoreApplication.translate(_CONTEXT, source)


def _n(source: str, count: int) -> str:
    written = QCoreApplication.translate(_CONTEXT, source, None, count)
    return written.replace("(s)", "" if count == 1 else "s")


def isolate(text: str) -> str:
    """Wrap words of the article so that the line around them keeps its own order."""
    return f"{FSI}{text}{PDI}" if text else ""


def join(parts: Iterable[str]) -> str:
    """Join names with the comma of the language."""
    return QCoreApplication.translate("Wording", ", ").join(parts)


def quoted(words: str) -> str:
    """Return words of the article in the quotation marks that Arabic print uses."""
    return isolate(f"«{words}»")


def entity_type_name(kind: EntityType | str) -> str:
    """Return the plural name of an entity type, TIME or TRIGGER, for headings."""
    return _t(_ENTITY_TYPES[kind])


def entity_type_of_one(kind: EntityType) -> str:
    """Return the name of an entity type for one entity."""
    return _t(_ENTITY_TYPE_OF_ONE[kind])


def event_type_name(kind: EventType) -> str:
    """Return the name of an event type."""
    return _t(_EVENT_TYPES[kind])


def event_types() -> tuple[EventType, ...]:
    """Return every event type, cooperation before conflict before the others."""
    return tuple(_EVENT_TYPES)


def quad_of(kind: EventType) -> Quad:
    """Return the quad class of an event type; the four types not in PLOVER are `others`."""
    return _QUAD_OF[kind]


def quad_name(quad: Quad) -> str:
    """Return the name of a quad class."""
    return _t(_QUADS[quad])


def status_of(event: Event) -> Status:
    """Return the one word for an event's polarity and modality; negation goes first."""
    return "denied" if event.polarity == "NEG" else event.modality


def status_of_all(events: Sequence[Event]) -> Status:
    """Return the status of an event told several times: what happened outweighs the plan."""
    told = {status_of(event) for event in events}
    order: tuple[Status, ...] = tuple(_STATUSES)
    return next(status for status in order if status in told)


def statuses() -> tuple[Status, ...]:
    """Return every status, the surest first."""
    return tuple(_STATUSES)


def status_name(status: Status) -> str:
    """Return the name of a status."""
    return _t(_STATUSES[status])


def variant_kind_name(kind: VariantKind) -> str:
    """Return what kind of other form a variant is."""
    return _t(_VARIANT_KINDS[kind])


def link_text(scheme: str, identifier: str) -> str:
    """Return an identifier elsewhere as text; nothing here opens the network."""
    name = _t(_LINKS[scheme]) if scheme in _LINKS else scheme
    return isolate(f"{name} {isolate(identifier)}")


def month_name(month: int) -> str:
    """Return the name of a Gregorian month, 1 to 12; Arabic gives both of its names."""
    return _t(_MONTHS[month - 1])


def weekday_name(day: int) -> str:
    """Return the name of an ISO weekday, 1 (Monday) to 7."""
    return _t(_WEEKDAYS[day - 1])


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
        return _t(_HALVES[part]).format(of=written)
    if mod in _MODS and written != value:
        return _t(_MODS[mod]).format(of=written)
    return written


def _plain(value: str) -> str:
    if value in _REFERENCES:
        return _t(_REFERENCES[value])
    if "/" in value:
        first, _, last = value.partition("/")
        return _range(first, last)
    for shape in (_day, _week, _part_of_year, _year, _clock, _duration):
        if written := shape(value):
            return written
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
        return _t(_QUARTERS[int(match[2]) - 1]).format(of=_year_name(match[1]))
    if match := _HALF.fullmatch(value):
        return _t(_HALVES[match[2]]).format(of=_year_name(match[1]))
    if match := _SEASON.fullmatch(value):
        pattern = QCoreApplication.translate("Wording", "{season} {year}")
        return pattern.format(season=_t(_SEASONS[match[2]]), year=_year_name(match[1]))
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
        return _t(_DAY_PARTS[match["part"]]).format(day=day).lstrip("،, ")
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
        return _n(_UNITS[unit], int(number))
    some = QCoreApplication.translate("Wording", "several") if "X" in number else number
    return _n(_UNITS[unit], 3).replace("3", some)


def hijri_text(value: str) -> str:
    """Write a day or month of the Hijri calendar: «10 ذو الحجة 1438 هـ»."""
    parts = value.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return value
    year = QCoreApplication.translate("Wording", "{year} AH").format(year=parts[0])
    if len(parts) == 1 or not 1 <= int(parts[1]) <= 12:
        return year
    month = _t(_HIJRI_MONTHS[int(parts[1]) - 1])
    if len(parts) == 3:
        return _ymd(year, month, str(int(parts[2])))
    return QCoreApplication.translate("Wording", "{month} {year}").format(month=month, year=year)


def time_text(time: TimeExpression, relation: str = "AT") -> str:
    """Write what a time expression resolves to, with the Hijri date where the text gives one."""
    written = value_text(time.value, time.mod, time.part)
    if time.calendar and time.original_value:
        pattern = QCoreApplication.translate("Wording", "{hijri} ({date})")
        written = pattern.format(hijri=hijri_text(time.original_value), date=written)
    return _t(_RELATIONS[relation]).format(of=written) if relation in _RELATIONS else written


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
        pattern = _n("one of %n day(s): {of}", count)
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


def casualties_text(casualties: Casualties) -> str:
    """Write one count of dead or injured, with who gives it."""
    if casualties.kind == "dead":
        written = _n("%n dead", casualties.count)
    else:
        written = _n("%n injured", casualties.count)
    if not casualties.speaker:
        return written
    pattern = QCoreApplication.translate("Wording", "{count} ({speaker})")
    return pattern.format(count=written, speaker=isolate(casualties.speaker))


def mention_count(count: int) -> str:
    """Say how often something is mentioned."""
    return _n("mentions: %n", count)


def repeat_count(count: int) -> str:
    """Say how often a sentence is repeated further on."""
    return _n("repeated: %n", count)
