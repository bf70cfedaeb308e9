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
from reader.core.types import ReferenceBasis, ReferenceDate, ReferenceStatus, Token

_LONGEST_WINDOW = timedelta(days=4000)
_DATELINE_MARKS = frozenset({"-", "–", "—", ":"})
_PLACE = 4  # words of a place and «في»
_AGENCY = 5  # words of an agency's name between slashes
_LEAP_YEAR = 2000
_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_STRIDE = timedelta(weeks=59)  # each of the samples has another year, month and day
_SAMPLES = 14
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
        yearly: the month and day of the day of writing, its year open.
        weekday: the ISO weekday of the day of writing.
        says: what `allows` tests, for the user who asks why.
    """

    words: str
    first: date | None = None
    last: date | None = None
    allows: _Test | None = None
    yearly: tuple[int, int] | None = None
    says: str = ""
    weekday: int | None = None

    def told(self) -> str:
        """Return a line that names the expression and what follows from it."""
        return f"«{self.words}»: {self.says or _between(self.first, self.last)}"


def _between(first: date | None, last: date | None) -> str:
    if first == last or not (first or last):
        return f"كُتب في {first}"
    if last is None:
        return f"كُتب في {first} أو بعده"
    return f"كُتب بين {first} و{last}" if first else f"كُتب في {last} أو قبله"


def _told(constraints: Sequence[_Constraint], days: Sequence[date]) -> tuple[str, ...]:
    """Return a line for each expression that ties the day, and what they say together."""
    lines = tuple(dict.fromkeys(constraint.told() for constraint in constraints))
    if not days:
        return lines
    words = " + ".join(dict.fromkeys(f"«{constraint.words}»" for constraint in constraints))
    named = {day.isoweekday() for day in days}
    weekday = f" يوم {_WEEKDAYS[named.pop() - 1]}" if len(named) == 1 else ""
    return (*lines, f"{words}:{weekday} {_between(days[0], days[-1])}")


def known(day: date, basis: ReferenceBasis, words: tuple[str, ...] = ()) -> ReferenceDate:
    """Return the reference date that someone or something states outright."""
    return ReferenceDate("given", day.isoformat(), day, day, (day,), basis, words)


def _explicit_days(found: Found) -> Days | None:
    """Return the days of an expression that hangs on no reference date."""
    if found.match.kind not in {"date", "pair", "month", "year", "year_alone", "range"}:
        return None
    resolution = resolve(found.match, View(None))
    return resolution.days


def dateline(found: Sequence[Found], tokens: Sequence[Token], cues: frozenset[str]) -> Found | None:
    """Return the date of a dateline: «القاهرة - 12 مارس 2021 -», in the first three sentences."""
    for one in found:
        if tokens[one.first].sentence > 2:
            return None
        dated = one.match.kind in {"date", "pair"} and "shift" not in one.match.features
        if dated and _in_dateline(one, tokens, cues):
            return one
    return None


def _in_dateline(one: Found, tokens: Sequence[Token], cues: frozenset[str]) -> bool:
    """Tell whether a few words without a preposition precede, and a dash or the end follows."""
    sentence = tokens[one.first].sentence
    near = tokens[max(0, one.first - 9) : one.first]
    before = [token.folded for token in near if token.sentence == sentence]
    following = tokens[one.end : one.end + 8]
    after = [token.folded for token in following if token.sentence == sentence]
    placed = len(before) <= _PLACE and before[-1:] == ["في"]  # «وهران في 12 سبتمبر 2024 -»
    if len(before) > 7 or (before and before[-1] in cues and not placed):
        return False
    if after and after[0] == "(" and ")" in after:
        after = after[after.index(")") + 1 :]
    elif after and after[0] == "/" and "/" in after[1:_AGENCY]:
        return len(before) <= _PLACE + 1  # «المنامة في 5 ديسمبر 2023 /بنا/»
    elif after and after[0] in {")", "/"}:
        after = after[1:]
    if not after:
        return len(before) <= 4 and one.lean is None
    return after[0] in _DATELINE_MARKS


def stated(one: Found, text: str) -> ReferenceDate | None:
    """Return the reference date of a dateline with its year, else None."""
    days = _explicit_days(one)
    return known(days.first, "dateline", (one.span.of(text),)) if days else None


def _named_day(features: Features) -> tuple[int | None, int | None]:
    return number(features, "month"), number(features, "day")


def _anchors(found: Sequence[Found]) -> _Anchors:
    """Return the years of the Gregorian months, with or without a day, that the text dates once.

    «كانون الأول المقبل» and «ديسمبر 2017» of one text are one month.
    """
    years: dict[tuple[int | None, int | None], set[int]] = {}
    for one in found:
        features = one.match.features
        month, year = number(features, "month"), number(features, "year")
        if month and year and not is_hijri(features):
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
    """«M الماضي», «M الجاري», «M المقبل» without a year."""
    month, step = number(features, "month"), number(features, "dir")
    if month is None or step is None or "year" in features or "dir_of" in features:
        return None
    if is_hijri(features) or step not in _WINDOWS:
        return None
    year = anchors.get(_named_day(features))
    if year is not None:
        return _WINDOWS[step](words, year, month)
    if step == 0:
        says = f"كُتب في الشهر {month}"
        return _Constraint(words, allows=lambda day: day.month == month, says=says)
    says = f"لم يُكتب في الشهر {month}"
    return _Constraint(words, allows=lambda day: day.month != month, says=says)


def _relative_year(features: Features, words: str) -> _Constraint | None:
    """«العام الجاري 2015»."""
    year, step = number(features, "year"), number(features, "dir")
    if year is None or step is None or is_hijri(features):
        return None
    days = cal.months_of_year(year - step, 1, 12)
    return _Constraint(words, days.first, days.last)


def _shifted(features: Features, words: str) -> _Constraint | None:
    """«أمس الاثنين», «اليوم 5 مارس»."""
    shift = number(features, "shift")
    if shift is None:
        return None
    step = timedelta(days=shift)
    if "month" in features:
        return _shifted_date(features, words, step)
    weekday = number(features, "weekday")
    if weekday is None:
        return None
    own = (weekday - 1 - shift) % 7 + 1
    says = f"كُتب يوم {_WEEKDAYS[own - 1]}"
    return _Constraint(words, allows=lambda day: day.isoweekday() == own, says=says, weekday=own)


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
    says = f"كُتب في اليوم {due.day} من الشهر {due.month}"
    return _Constraint(words, allows=allows, yearly=(due.month, due.day), says=says)


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

    return _Constraint(words, allows=allows, says="لا يوافق اليوم التاريخ إلا في بعض السنين")


def _dated_clause(found: Found, words: str) -> _Constraint | None:
    """Bound the day by a dated clause that is told as past or as planned."""
    days = _explicit_days(found) if found.lean else None
    if days is None or "shift" in found.match.features:
        return None
    if found.lean == "past":
        return _Constraint(words, first=days.first)
    return _Constraint(words, last=days.last)


def _yearless_clause(found: Found, words: str) -> _Constraint | None:
    """A day and month without a year that is told as past or planned lies within 11 months."""
    features = found.match.features
    month, day = number(features, "month"), number(features, "day")
    if month is None or day is None or features.keys() & {"year", "dir", "shift"}:
        return None
    if is_hijri(features) or found.lean is None:
        return None
    if found.lean == "past":
        says = "كُتب بعده بأقل من سنة"
        return _Constraint(words, allows=lambda d: d.month != month or d.day >= day, says=says)
    says = "كُتب قبله بأقل من سنة"
    return _Constraint(words, allows=lambda d: d.month != month or d.day <= day, says=says)


def _fresh(
    found: Sequence[Found], constraints: Sequence[_Constraint], text: str
) -> _Constraint | None:
    """Bound a day that nothing bounds from above by «الخميس 12 كانون الأول 2024».

    News names the weekday beside a full date of the week that it tells of. It must be the
    last day of the text that has passed, and the text must name its own weekday too.
    """
    if any(c.last for c in constraints) or not any(c.says and c.allows for c in constraints):
        return None
    latest = max((c.first for c in constraints if c.first), default=None)
    for one in found:
        days = _explicit_days(one) if one.match.kind in {"date", "pair"} else None
        plain = one.lean != "future" and "shift" not in one.match.features
        if days and plain and days.first == latest and _names_weekday(one):
            return _Constraint(one.span.of(text), days.first, days.first + _SAME_WEEK)
    return None


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
        if one.match.kind in {"month", "date"}:
            yield _relative_month(features, words, anchors)
        if one.match.kind in {"year", "month"}:
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
    tests = [c.allows for c in constraints if c.allows]
    return [day for day in days if all(test(day) for test in tests)]


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
    """Return the days of a whole cycle of years where the month and day are known."""
    yearly = {c.yearly for c in constraints if c.yearly}
    if len(yearly) != 1:
        return []
    month, day = yearly.pop()
    days = [made for year in _CYCLE if (made := cal.safe_date(year, month, day))]
    tests = [c.allows for c in constraints if c.allows]
    return [day for day in days if all(test(day) for test in tests)]


def _dated_like(one: Found, text: str) -> _Constraint | None:
    """Return what a dateline without a year says."""
    return _shifted_date({**one.match.features, "shift": 0}, one.span.of(text), timedelta())


def infer(
    found: Sequence[Found], text: str, line: Found | None = None
) -> tuple[ReferenceDate, tuple[date, ...]]:
    """Infer the day of writing from the expressions of the text and a yearless dateline.

    Returns it with the days to resolve by: its candidates or, where the year alone is
    unknown, that day in every year of a cycle.
    """
    said = [*_all_constraints(found, text), _dated_like(line, text) if line else None]
    constraints = [c for c in said if c is not None]
    fresh = _fresh(found, constraints, text)
    if fresh:
        constraints.append(fresh)
    days = _window(constraints)
    if not days:
        return _yearless(constraints)
    days = _not_in_named_month(_nearest(days, found), [f for f in found if f is not line])
    value = common_value([day.isoformat() for day in days])
    status: ReferenceStatus = "inferred" if len(days) == 1 else "ambiguous"
    told = _told(constraints, days)
    reference = ReferenceDate(status, value, days[0], days[-1], tuple(days), "text", told)
    return reference, tuple(days)


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
    constraints: Sequence[_Constraint],
) -> tuple[ReferenceDate, tuple[date, ...]]:
    days = _cycle(constraints)
    if not days:
        return _weekday_alone(constraints)
    value = f"XXXX-{days[0]:%m-%d}"
    told = _told(constraints, ())
    return ReferenceDate("unknown", value, basis="text", explanation=told), tuple(days)
