"""The day that an article was written, from what its time expressions allow.

Hard constraints cut a bounded window of days; soft ones then apply in their order,
each only while it leaves a day. A window without both ends is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reader.core.lexicon.times import Features
from reader.core.times import calendar as cal
from reader.core.times.calendar import Days
from reader.core.times.find import Found
from reader.core.times.resolution import common_value
from reader.core.times.resolve import View, is_hijri, number, resolve, resolve_day
from reader.core.types import Reason, ReasonKind, ReferenceBasis, ReferenceDate, ReferenceStatus

_EXPLICIT = frozenset({"date", "pair", "time", "month", "year", "year_alone", "range"})
_LONGEST_WINDOW = timedelta(days=4000)
_LEAP_YEAR = 2000
_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_STRIDE = timedelta(weeks=59)  # each of the samples has another year, month and day
_SAMPLES = 14
_NEAR = (-1, 0, 1)  # days
_ENOUGH = 60  # days of a window that an expression is resolved by
_SAME_WEEK = timedelta(days=6)
_CYCLE = range(2000, 2028)  # in 28 years each date falls on each weekday
_Anchors = dict[tuple[int | None, int | None], int]
_Test = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class _Constraint:
    """What one expression says of the day of writing.

    Attributes:
        words: the expression, for the user who asks why.
        first, last: the bounds that it sets, if any.
        allows: a test of one day, if the bounds do not say all.
        kind: what it says, for the user who asks why.
        by_tense: whether only the tense of a verb says it.
        month, day: the month, and with it the day, of the day of writing, its year open.
        weekday: the ISO weekday of the day of writing.
    """

    words: str
    first: date | None = None
    last: date | None = None
    allows: _Test | None = None
    kind: ReasonKind = "between"
    by_tense: bool = False
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def reason(self) -> Reason:
        """Return what follows from the expression, for the user who asks why."""
        return Reason(
            self.kind, (self.words,), self.first, self.last, self.weekday, self.month, self.day
        )


def _between(reason: Reason) -> str:
    first, last = reason.first, reason.last
    if first == last or not (first or last):
        return f"كُتب في {first}"
    if last is None:
        return f"كُتب في {first} أو بعده"
    return f"كُتب بين {first} و{last}" if first else f"كُتب في {last} أو قبله"


_TOLD: dict[ReasonKind, Callable[[Reason], str]] = {
    "between": _between,
    "weekday": lambda reason: f"كُتب يوم {_WEEKDAYS[(reason.weekday or 1) - 1]}",
    "month": lambda reason: f"كُتب في الشهر {reason.month}",
    "not_month": lambda reason: f"لم يُكتب في الشهر {reason.month}",
    "day_of_year": lambda reason: f"كُتب في اليوم {reason.day} من الشهر {reason.month}",
    "some_years": lambda _reason: "لا يوافق اليوم التاريخ إلا في بعض السنين",
    "year_after": lambda _reason: "كُتب بعده بأقل من سنة",
    "year_before": lambda _reason: "كُتب قبله بأقل من سنة",
}


def _line(reason: Reason) -> str:
    """Return a line that names the expressions and what follows from them."""
    if reason.kind == "dateline":
        return reason.words[0]
    words = " + ".join(f"«{words}»" for words in reason.words)
    whole = reason.kind == "between" and reason.weekday
    weekday = f" يوم {_WEEKDAYS[whole - 1]}" if whole else ""
    return f"{words}:{weekday} {_TOLD[reason.kind](reason)}"


def _reasons(constraints: Sequence[_Constraint], days: Sequence[date]) -> tuple[Reason, ...]:
    """Return what each expression says that ties the day, and what they say together."""
    each = tuple(dict.fromkeys(constraint.reason() for constraint in constraints))
    if not days:
        return each
    words = tuple(dict.fromkeys(constraint.words for constraint in constraints))
    named = {day.isoweekday() for day in days}
    weekday = named.pop() if len(named) == 1 else None
    return (*each, Reason("between", words, days[0], days[-1], weekday))


def known(day: date, basis: ReferenceBasis, reasons: tuple[Reason, ...] = ()) -> ReferenceDate:
    """Return the reference date that someone or something states outright."""
    told = tuple(map(_line, reasons))
    return ReferenceDate("given", day.isoformat(), day, day, (day,), basis, told, reasons)


def _explicit_days(found: Found) -> Days | None:
    """Return the days of an expression that hangs on no reference date."""
    if found.match.kind not in _EXPLICIT:
        return None
    resolution = resolve(found.match, View(None))
    return resolution.days


def stated(one: Found, text: str) -> ReferenceDate | None:
    """Return the reference date of a dateline with its year, else None."""
    days = _explicit_days(one)
    return (
        known(days.first, "dateline", (Reason("dateline", (one.span.of(text),)),)) if days else None
    )


def denied(reference: ReferenceDate, found: Sequence[Found]) -> bool:
    """Tell whether «اليوم الثلاثاء» of the text lies more than a day from a dateline's weekday.

    The paper of the next day bears its own date; a headline may bear that of any event.
    """
    told = (_shifted(one.match.features, "") for one in found)
    own = {constraint.weekday for constraint in told if constraint and constraint.weekday}
    day = reference.first_day
    return day is not None and any(_apart(day.isoweekday(), other) > 1 for other in own)


def _apart(weekday: int, other: int) -> int:
    return min((weekday - other) % 7, (other - weekday) % 7)


def _named_day(features: Features) -> tuple[int | None, int | None]:
    return number(features, "month"), number(features, "day")


def _anchors(found: Sequence[Found]) -> _Anchors:
    """Return the years of the Gregorian months, with or without a day, that the text dates once.

    «كانون الأول المقبل» and «ديسمبر 2017» of one text are one month; a month without a day
    that is told as past is not, since news compares this year's with another's.
    """
    years: dict[tuple[int | None, int | None], set[int]] = {}
    for one in found:
        features = one.match.features
        month, year = number(features, "month"), number(features, "year")
        compared = one.lean == "past" and "day" not in features
        if month and year and not is_hijri(features) and not one.recalled and not compared:
            years.setdefault(_named_day(features), set()).add(year)
    return {named: min(ys) for named, ys in years.items() if len(ys) == 1}


def _after_month(words: str, year: int, month: int) -> _Constraint:
    first, last = cal.shift_month(year, month, 1), cal.shift_month(year, month, 11)
    return _Constraint(words, cal.month_days(*first).first, cal.month_days(*last).last)


def _before_month(words: str, year: int, month: int) -> _Constraint:
    first, last = cal.shift_month(year, month, -11), cal.shift_month(year, month, -1)
    return _Constraint(words, cal.month_days(*first).first, cal.month_days(*last).last)


def _same_month(words: str, year: int, month: int) -> _Constraint:
    days = cal.month_days(year, month)
    return _Constraint(words, days.first, days.last)


_WINDOWS = {-1: _after_month, 0: _same_month, 1: _before_month}


def _relative_month(features: Features, words: str, anchors: _Anchors) -> _Constraint | None:
    """«M الماضي», «M الجاري», «M المقبل», with its year or without."""
    month, step = number(features, "month"), number(features, "dir")
    if month is None or step not in _WINDOWS or "dir_of" in features:
        return None
    if is_hijri(features):
        return _hijri_month(words, month) if step == 0 and "year" not in features else None
    year = number(features, "year") or anchors.get(_named_day(features))
    if year is not None:
        return _WINDOWS[step](words, year, month)
    if step == 0:
        return _Constraint(words, allows=lambda day: day.month == month, kind="month", month=month)
    return _Constraint(words, allows=lambda day: day.month != month, kind="not_month", month=month)


def _hijri_month(words: str, month: int) -> _Constraint:
    """«رمضان الجاري»."""

    def allows(day: date) -> bool:
        return cal.day_in_hijri_month(day, month) is not None

    return _Constraint(words, allows=allows, kind="some_years")


def _relative_year(features: Features, words: str) -> _Constraint | None:
    """«العام الجاري 2015»."""
    year, step = number(features, "year"), number(features, "dir")
    if year is None or step is None or is_hijri(features) or features.get("dir_of") != "Y":
        return None
    days = cal.months_of_year(year - step, 1, 12)
    return _Constraint(words, days.first, days.last)


def _shifted(features: Features, words: str) -> _Constraint | None:
    """«أمس الاثنين», «اليوم 5 مارس»."""
    shift = number(features, "shift")
    if shift is None:
        return None
    step = timedelta(days=shift)
    if "month" in features and not _is_open_hijri(features):
        return _shifted_date(features, words, step)
    weekday = number(features, "weekday")
    if weekday is None:
        return None
    own = (weekday - 1 - shift) % 7 + 1
    return _Constraint(
        words, allows=lambda day: day.isoweekday() == own, kind="weekday", weekday=own
    )


def _is_open_hijri(features: Features) -> bool:
    return is_hijri(features) and "month" in features and "year" not in features


def _shifted_hijri(features: Features, words: str) -> _Constraint | None:
    """«اليوم 26 رمضان»; a sighted month may begin a day sooner or later than a reckoned one."""
    shift, month, day = (number(features, name) for name in ("shift", "month", "day"))
    if shift is None or month is None or day is None or not _is_open_hijri(features):
        return None
    step = timedelta(days=shift)

    def allows(candidate: date) -> bool:
        counted = (
            cal.day_in_hijri_month(candidate + step + timedelta(days=n), month) for n in _NEAR
        )
        return day in counted

    return _Constraint(words, allows=allows, kind="some_years")


def _shifted_date(features: Features, words: str, step: timedelta) -> _Constraint | None:
    named = {k: v for k, v in features.items() if k != "shift"}
    if "year" in features:
        days = resolve_named(named)
        return _Constraint(words, days.first - step, days.first - step) if days else None
    month, day, weekday = (number(features, name) for name in ("month", "day", "weekday"))
    named_day = cal.safe_date(_LEAP_YEAR, month or 0, day or 0)
    if is_hijri(features) or named_day is None:
        return None

    def allows(candidate: date) -> bool:
        meant = candidate + step
        right = weekday is None or meant.isoweekday() == weekday
        return right and (meant.month, meant.day) == (month, day)

    due = named_day - step
    return _Constraint(words, allows=allows, kind="day_of_year", month=due.month, day=due.day)


def resolve_named(features: Features) -> Days | None:
    """Return the day of a full date."""
    return resolve_day(features, View(None)).days


def _weekday_date(found: Found, words: str) -> _Constraint | None:
    """Weekday + day + month without a year: only years in which they agree."""
    features = found.match.features
    if not {"weekday", "month", "day"} <= features.keys() or "year" in features:
        return None
    if "shift" in features or is_hijri(features):
        return None

    plain = {name: value for name, value in features.items() if name != "weekday"}

    def allows(day: date) -> bool:
        meant = resolve_day(plain, View(day, found.lean)).days
        return meant is None or meant.first.isoweekday() == features["weekday"]

    return _Constraint(words, allows=allows, kind="some_years")


def _dated_clause(found: Found, words: str) -> _Constraint | None:
    """Bound the day by a dated clause that is told as past or as planned."""
    days = _explicit_days(found) if found.lean else None
    if days is None or "shift" in found.match.features:
        return None
    if found.lean == "past":
        headed = found.recalled and found.match.kind == "year_alone"  # «تأهل إلى مونديال 2026»
        return None if headed else _Constraint(words, first=days.first, by_tense=True)
    return _Constraint(words, last=days.last, by_tense=True)


def _yearless_clause(found: Found, words: str) -> _Constraint | None:
    """A day and month without a year that is told as past or planned lies within 11 months."""
    features = found.match.features
    month, day = number(features, "month"), number(features, "day")
    this = "month_of" in features  # «28 من الشهر الجاري»
    if day is None or (month is None and not this) or features.keys() & {"year", "shift"}:
        return None
    if is_hijri(features) or found.lean is None or number(features, "dir"):
        return None
    if found.lean == "past":
        return _Constraint(
            words, allows=lambda d: (not this and d.month != month) or d.day >= day,
            kind="year_after", by_tense=True,
        )  # fmt: skip
    return _Constraint(
        words, allows=lambda d: (not this and d.month != month) or d.day <= day,
        kind="year_before", by_tense=True,
    )  # fmt: skip


def _fresh(
    found: Sequence[Found], constraints: Sequence[_Constraint], text: str
) -> _Constraint | None:
    """Bound the day by «الخميس 12 كانون الأول 2024», where the text names its own weekday too.

    News names the weekday beside a full date of the week that it tells of. It must be the
    last day of the text that has passed.
    """
    if not any(c.weekday or c.day for c in constraints):
        return None
    latest = max((c.first for c in constraints if c.first), default=date.min)
    told = [(days.first, one) for one in found if (days := _fresh_days(one))]
    day, one = max(told, key=lambda pair: pair[0], default=(None, None))
    if day is None or one is None or day < latest:
        return None
    return _Constraint(one.span.of(text), day, day + _SAME_WEEK)


def _fresh_days(one: Found) -> Days | None:
    """Return the day of a full date with its weekday that may be of the week told of."""
    plain = one.lean != "future" and not one.since and "shift" not in one.match.features
    if not plain or one.match.kind not in {"date", "pair", "time"} or not _names_weekday(one):
        return None
    return _explicit_days(one)


def _fresh_yearless(
    found: Sequence[Found], constraints: Sequence[_Constraint], text: str
) -> _Constraint | None:
    """Return the day of the year that «الأربعاء 14 أغسطس» and «أمس الثلاثاء» together give.

    As in `_fresh` the weekday stands beside the date of the week that is told of, and the
    text names its own weekday.
    """
    own = {c.weekday for c in constraints if c.weekday}
    this_week = [one for one in found if _tells_this_week(one)]
    named = {_month_and_day(one.match.features): one for one in this_week}
    if len(own) != 1 or not named or any(c.day for c in constraints):
        return None
    (month, day), one = max(named.items())
    since = (own.pop() - (number(one.match.features, "weekday") or 1)) % 7
    told = cal.safe_date(_LEAP_YEAR + 1, month, day)
    if told is None:
        return None
    due = told + timedelta(days=since)
    return _Constraint(
        one.span.of(text),
        allows=lambda d: (d.month, d.day) == (due.month, due.day),
        kind="day_of_year", month=due.month, day=due.day,
    )  # fmt: skip


def _month_and_day(features: Features) -> tuple[int, int]:
    return number(features, "month") or 1, number(features, "day") or 1


def _tells_this_week(one: Found) -> bool:
    """Tell whether a weekday stands beside a past day and month and nothing else.

    With «الجاري» the day is another than that of writing, of any week of the month.
    """
    features = one.match.features
    dated = {"weekday", "month", "day"} <= features.keys() and not is_hijri(features)
    return dated and not features.keys() & {"year", "shift", "dir"} and one.lean != "future"


def _names_weekday(one: Found) -> bool:
    sides = (one.match.features, *(part.features for part in one.match.parts))
    return any("weekday" in features for features in sides)


def _all_constraints(found: Sequence[Found], text: str) -> Iterator[_Constraint | None]:
    anchors = _anchors(found)
    for one in found:
        features, words = one.match.features, one.span.of(text)
        if one.match.parts:
            for part in one.match.parts:
                yield _shifted({**part.features, **_full(one)}, words)
        yield _shifted(features, words)
        yield _shifted_hijri(features, words)
        if one.match.kind in {"month", "date"}:
            yield _relative_month(features, words, anchors)
        if one.match.kind in {"year", "month", "date"}:
            yield _relative_year(features, words)
        yield _weekday_date(one, words)
        yield _dated_clause(one, words)
        yield _yearless_clause(one, words)


def _full(found: Found) -> Features:
    """Return the fully dated side of a paired date."""
    if found.match.kind == "pair":
        for part in found.match.parts:
            if "year" in part.features and "month" in part.features:
                return {k: v for k, v in part.features.items() if k != "alone"}
    return {}


def _window(constraints: Sequence[_Constraint]) -> list[date]:
    first = max((c.first for c in constraints if c.first), default=None)
    last = min((c.last for c in constraints if c.last), default=None)
    if first is None or last is None or last - first > _LONGEST_WINDOW:
        return []
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in days if _allowed(day, constraints)]


def _named_months(found: Sequence[Found], step: int) -> list[int]:
    months = []
    for one in found:
        features = one.match.features
        month = number(features, "month")
        if month and number(features, "dir") == step and not features.keys() & {"year", "dir_of"}:
            months.append(month)
    return [] if any(is_hijri(f.match.features) for f in found) else months


def _nearest(days: list[date], found: Sequence[Found]) -> list[date]:
    """Keep the days at which the past and the next month named lie closest together."""
    past, ahead = _named_months(found, -1), _named_months(found, 1)
    if not past or not ahead:
        return days

    def gap(day: date) -> int:
        behind = max((day.month - month) % 12 or 12 for month in past)
        before = max((month - day.month) % 12 or 12 for month in ahead)
        return behind + before

    least = min(map(gap, days))
    return [day for day in days if gap(day) == least]


def _not_in_named_month(days: list[date], found: Sequence[Found]) -> list[date]:
    """Drop the days in a month that the text names with a day and without «الجاري»."""
    named = set()
    for one in found:
        features = one.match.features
        plain = {"month", "day"} <= features.keys() and not features.keys() & {"year", "shift"}
        if plain and number(features, "dir") != 0 and not is_hijri(features):
            named.add(number(features, "month"))
    return [day for day in days if day.month not in named] or days


def _cycle(constraints: Sequence[_Constraint]) -> list[date]:
    """Return days of a whole cycle of years where the month, or the day of it too, is known."""
    yearly = {(c.month, c.day) for c in constraints if c.month and c.day}
    months = {c.month for c in constraints if c.month and c.kind != "not_month"}
    if len(yearly) > 1 or len(months) != 1:
        return []
    month, day = yearly.pop() if yearly else (months.pop(), None)
    numbers = (day,) if day else range(1, 32)
    days = [
        made for year in _CYCLE for n in numbers if (made := cal.safe_date(year, month or 1, n))
    ]
    return [day for day in days if _allowed(day, constraints)]


def _allowed(day: date, constraints: Sequence[_Constraint]) -> bool:
    return all(c.allows(day) for c in constraints if c.allows)


def _dated_like(one: Found, text: str) -> _Constraint | None:
    """Return what a dateline without a year says."""
    return _shifted_date({**one.match.features, "shift": 0}, one.span.of(text), timedelta())


def _fitting(
    found: Sequence[Found], constraints: list[_Constraint], text: str
) -> tuple[list[_Constraint], list[date]]:
    """Return the most of the constraints that leave a day, and the days that they leave.

    What only a tense says gives way to what is named; where nothing fits, all are returned.
    """
    fresh = _fresh(found, constraints, text)
    named = [c for c in constraints if not c.by_tense]
    for tried in ([*constraints, fresh] if fresh else [], constraints, named):
        days = _window(tried)
        if days:
            return tried, days
    return constraints, []


def infer(
    found: Sequence[Found], text: str, line: Found | None = None
) -> tuple[ReferenceDate, tuple[date, ...]]:
    """Infer the day of writing from the expressions of the text and a yearless dateline.

    Returns it with the days to resolve by: its candidates or, where the year is unknown,
    such days of two years that lie far apart.
    """
    said = [*_all_constraints(found, text), _dated_like(line, text) if line else None]
    constraints = [c for c in said if c is not None]
    constraints, days = _fitting(found, constraints, text)
    week = _fresh_yearless(found, constraints, text)
    if week and (kept := [day for day in days if _allowed(day, [week])]):
        constraints, days = [*constraints, week], kept
    if not days:
        return _yearless(constraints, week)
    days = _not_in_named_month(_nearest(days, found), [f for f in found if f is not line])
    value = common_value([day.isoformat() for day in days])
    status: ReferenceStatus = "inferred" if len(days) == 1 else "ambiguous"
    reasons = _reasons(constraints, days)
    told = tuple(map(_line, reasons))
    reference = ReferenceDate(status, value, days[0], days[-1], tuple(days), "text", told, reasons)
    return reference, _spread(days)


def _spread(days: Sequence[date]) -> tuple[date, ...]:
    """Return days that stand for all of them, the first and the last among them."""
    if len(days) <= _ENOUGH:
        return tuple(days)
    step = (len(days) - 1) / (_ENOUGH - 1)
    return tuple(days[round(number * step)] for number in range(_ENOUGH))


def _weekday_alone(
    constraints: Sequence[_Constraint],
) -> tuple[ReferenceDate, tuple[date, ...]]:
    """Return an unknown day of which the weekday at least is known, with days to stand for it."""
    named = {c.weekday for c in constraints if c.weekday}
    if len(named) != 1:
        return ReferenceDate("unknown"), ()
    first = date(_LEAP_YEAR, 1, 2) + timedelta(days=named.pop())  # the second was a Sunday
    return ReferenceDate("unknown"), tuple(first + _STRIDE * n for n in range(_SAMPLES))


def _yearless(
    constraints: Sequence[_Constraint], week: _Constraint | None
) -> tuple[ReferenceDate, tuple[date, ...]]:
    """Return what is known of a day whose year is not, with days to resolve by."""
    named = [c for c in constraints if not c.by_tense]
    said, days = constraints, []
    for said in ([*constraints, week] if week else [], constraints, named):
        days = _cycle(said)
        if days:
            break
    else:
        return _weekday_alone(constraints)
    value = common_value([day.isoformat() for day in days])
    reasons = _reasons(said, ())
    told = tuple(map(_line, reasons))
    reference = ReferenceDate("unknown", value, basis="text", explanation=told, reasons=reasons)
    return reference, _far_years(days)


def _far_years(days: Sequence[date]) -> tuple[date, ...]:
    """Return of many days those of the first and the last year: what they share, all years do."""
    if len(days) <= _ENOUGH:
        return tuple(days)
    years = {days[0].year, days[-1].year}
    return tuple(day for day in days if day.year in years)
