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
from reader.core.times.resolve import View, is_hijri, number, resolve
from reader.core.types import ReferenceBasis, ReferenceDate, Token

_LONGEST_WINDOW = timedelta(days=4000)
_DATELINE_MARKS = frozenset({"-", "–", "—", ":", "("})
_Test = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class _Constraint:
    """What one expression says of the day of writing.

    Attributes:
        words: the expression, for the user who asks why.
        first, last: the bounds that it sets, if any.
        allows: a test of one day, if the bounds do not say all.
    """

    words: str
    first: date | None = None
    last: date | None = None
    allows: _Test | None = None


def known(day: date, basis: ReferenceBasis, words: tuple[str, ...] = ()) -> ReferenceDate:
    """Return the reference date that someone or something states outright."""
    return ReferenceDate("given", day.isoformat(), day, day, (day,), basis, words)


def _explicit_days(found: Found) -> Days | None:
    """Return the days of an expression that hangs on no reference date."""
    if found.match.kind not in {"date", "pair", "month", "year", "year_alone", "range"}:
        return None
    resolution = resolve(found.match, View(None))
    return resolution.days


def dateline(found: Sequence[Found], tokens: Sequence[Token], text: str) -> ReferenceDate | None:
    """Return the day of a dateline: «القاهرة - 12 مارس 2021 -», in the first three sentences."""
    for one in found:
        if tokens[one.first].sentence > 2:
            return None
        if one.match.kind in {"date", "pair"} and _in_dateline(one, tokens):
            days = _explicit_days(one)
            if days and "shift" not in one.match.features:
                return known(days.first, "dateline", (one.span.of(text),))
    return None


def _in_dateline(one: Found, tokens: Sequence[Token]) -> bool:
    sentence = tokens[one.first].sentence
    before = sum(1 for token in tokens[max(0, one.first - 9) : one.first] if token.sentence == sentence)
    after = tokens[one.end].folded if one.end < len(tokens) else "-"
    closed = after == ")" and one.end + 1 < len(tokens)
    after = tokens[one.end + 1].folded if closed else after
    ends = one.end >= len(tokens) or tokens[one.end].sentence != sentence
    marked = after in _DATELINE_MARKS or after == "/" or ends
    return before <= 7 and marked and one.lean is None or (before <= 7 and after in {"-", "–", "—"})


def _anchors(found: Sequence[Found]) -> dict[int, int]:
    """Return the Gregorian months that the text names with one single year."""
    years: dict[int, set[int]] = {}
    for one in found:
        features = one.match.features
        month, year = number(features, "month"), number(features, "year")
        if month and year and not is_hijri(features):
            years.setdefault(month, set()).add(year)
    return {month: min(named) for month, named in years.items() if len(named) == 1}


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


def _relative_month(features: Features, words: str, anchors: dict[int, int]) -> _Constraint | None:
    """«M الماضي», «M الجاري», «M المقبل» without a year."""
    month, step = number(features, "month"), number(features, "dir")
    if month is None or step is None or "year" in features or "dir_of" in features:
        return None
    if is_hijri(features):
        return None
    if month in anchors:
        return _WINDOWS[step](words, anchors[month], month)
    if step == 0:
        return _Constraint(words, allows=lambda day: day.month == month)
    return _Constraint(words, allows=lambda day: day.month != month)


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
    return _Constraint(words, allows=lambda day: (day + step).isoweekday() == weekday)


def _shifted_date(features: Features, words: str, step: timedelta) -> _Constraint | None:
    named = {k: v for k, v in features.items() if k != "shift"}
    if "year" in features:
        days = resolve_named(named)
        return _Constraint(words, days.first - step, days.first - step) if days else None
    month, day, weekday = (number(features, name) for name in ("month", "day", "weekday"))
    if is_hijri(features):
        return None

    def allows(candidate: date) -> bool:
        meant = candidate + step
        right = weekday is None or meant.isoweekday() == weekday
        return right and (meant.month, meant.day) == (month, day)

    return _Constraint(words, allows=allows)


def resolve_named(features: Features) -> Days | None:
    """Return the day of a full date."""
    from reader.core.times.resolve import resolve_day  # noqa: PLC0415

    return resolve_day(features, View(None)).days


def _weekday_date(found: Found, words: str) -> _Constraint | None:
    """Weekday + day + month without a year: only years in which they agree."""
    features = found.match.features
    if not {"weekday", "month", "day"} <= features.keys() or "year" in features:
        return None
    if "shift" in features or is_hijri(features):
        return None

    def allows(day: date) -> bool:
        return resolve(found.match, View(day, found.lean)).conflict is None

    return _Constraint(words, allows=allows)


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
        return _Constraint(words, allows=lambda d: d.month != month or d.day >= day)
    return _Constraint(words, allows=lambda d: d.month != month or d.day <= day)


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


def infer(found: Sequence[Found], text: str) -> ReferenceDate:
    """Infer the day of writing from the expressions of the text."""
    constraints = [c for c in _all_constraints(found, text) if c is not None]
    days = _window(constraints)
    if not days:
        return ReferenceDate("unknown")
    days = _not_in_named_month(_nearest(days, found), found)
    words = tuple(dict.fromkeys(c.words for c in constraints))
    value = common_value([day.isoformat() for day in days])
    status = "inferred" if len(days) == 1 else "ambiguous"
    return ReferenceDate(
        "inferred" if status == "inferred" else "ambiguous",
        value, days[0], days[-1], tuple(days), "text", words,
    )  # fmt: skip
