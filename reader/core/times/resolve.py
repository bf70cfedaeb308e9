"""From the features of a match to a TIMEX3 value and days, seen from a reference day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from reader.core.lexicon.times import Feature, Features
from reader.core.times import calendar as cal
from reader.core.times.calendar import Days
from reader.core.times.matcher import Match
from reader.core.times.resolution import Resolution
from reader.core.types import TimeType

Lean = Literal["past", "future"] | None
_PARTS = frozenset({"START", "MID", "END"})
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_YEAR = 366  # days
_LONG_AHEAD = 11  # months: a month so far ahead has just gone by
_LUNAR_YEAR = 0.970229  # of a Gregorian year
_HIJRA = 622.03  # half a year after the first day of 1 AH
_NEAR = timedelta(days=20)
_DAY_UNITS = {"D": 1, "W": 7}
_MONTH_UNITS = {"M": 1, "Y": 12, "E": 120, "C": 1200}


@dataclass(frozen=True, slots=True)
class View:
    """Where an expression is seen from.

    Attributes:
        day: the reference day, None where it is unknown.
        lean: whether its clause tells of the past or of the future.
        anchor: for a clock time without a day, the day that it belongs to.
        ago: -1 after «قبل», 1 after «بعد» in a planned clause, else 0.
        since: whether «منذ» stands before it.
    """

    day: date | None
    lean: Lean = None
    anchor: Resolution | None = None
    ago: int = 0
    since: bool = False


def number(features: Features, name: str) -> int | None:
    """Return an integer feature, or None where it is not set."""
    value = features.get(name)
    return int(value) if isinstance(value, int | float) else None


def _direction(features: Features) -> int | None:
    """Return -1 for the past, 0 for the present, 1 for the future, None where nothing tells."""
    said = number(features, "dir")
    if said is not None and "dir_of" not in features and "week_of" not in features:
        return said
    return None


def _choose(days: Iterable[date | None], features: Features, view: View) -> date | None:
    """Choose among the yearly occurrences of a day the one that the words mean."""
    ref = view.day
    if ref is None:
        return None
    found = sorted(day for day in days if day is not None)
    said = _direction(features)
    past = [day for day in found if day < ref or (day == ref and said is None)]
    ahead = [day for day in found if day > ref or (day == ref and said is None)]
    if said:
        side = past[::-1] if said < 0 else ahead
        return side[abs(said) - 1] if len(side) >= abs(said) else None
    if said is None and view.lean == "past" and past:
        return past[-1]
    if said is None and view.lean == "future" and ahead and not _just_gone(past, ref):
        return ahead[0]
    return min(found, key=lambda day: abs(day - ref), default=None)


def _just_gone(past: list[date], ref: date) -> bool:
    """Tell whether the last occurrence is so near that a planned clause must mean it too."""
    return bool(past) and (ref - past[-1]) < _NEAR


def said_year(features: Features, view: View) -> int | None:
    """Return the year that the words give, as a number or from the reference day."""
    year = number(features, "year")
    if year is not None:
        return year
    step = number(features, "dir")
    if features.get("dir_of") != "Y" or step is None or view.day is None:
        return None
    return view.day.year + step


def is_hijri(features: Features) -> bool:
    """Tell whether the day or month is counted by the Hijri calendar."""
    year = number(features, "year")
    numeric = "numeric" in features and year is not None and 1300 <= year <= 1500
    return features.get("calendar") == cal.HIJRI or numeric


def _yearly(features: Features, view: View, year: int | None) -> list[date | None]:
    month, day = number(features, "month") or 1, number(features, "day") or 1
    make: Callable[[int, int, int], date | None] = (
        cal.hijri_day if is_hijri(features) else cal.safe_date
    )
    if year is not None:
        return [make(year, month, day)]
    if view.day is None:
        return []
    center = cal.hijri_year_of(view.day) if is_hijri(features) else view.day.year
    return [make(y, month, day) for y in range(center - 2, center + 3)] if center else []


def _on_weekday(days: list[date | None], features: Features, view: View) -> Sequence[date | None]:
    """Keep, of the years about the reference day, those in which the weekday named is right."""
    weekday = number(features, "weekday")
    if weekday is None or view.day is None or is_hijri(features):
        return days
    near = [day for day in days if day and abs((day - view.day).days) <= _YEAR]
    return [day for day in near if day.isoweekday() == weekday] or days


def _original(features: Features, year: int | None) -> str | None:
    if not is_hijri(features):
        return None
    text = f"{year:04d}" if year is not None else "XXXX"
    for name in ("month", "day"):
        value = number(features, name)
        if value is not None:
            text += f"-{value:02d}"
    return text


def _unknown_day(features: Features, year: int | None) -> str:
    if is_hijri(features):
        return "XXXX-XX-XX"
    start = f"{year:04d}" if year is not None else "XXXX"
    return f"{start}-{number(features, 'month'):02d}-{number(features, 'day'):02d}"


def exists(features: Features) -> bool:
    """Tell whether the day of the month can exist: 31 February cannot."""
    day, month = number(features, "day"), number(features, "month")
    if day is None or month is None:
        return True
    if is_hijri(features):
        return day <= 30
    return cal.safe_date(number(features, "year") or 2000, month, day) is not None


def _calendar_day(features: Features, view: View) -> Resolution:
    year = said_year(features, view)
    if year is not None:
        made = _yearly(features, view, year)[0]
    else:
        made = _choose(_on_weekday(_yearly(features, view, None), features, view), features, view)
    weekday = number(features, "weekday")
    original = _original(features, year)
    if made is None:
        value = _unknown_day(features, year)
        if is_hijri(features) and weekday:
            value = f"XXXX-WXX-{weekday}"
        return Resolution("DATE", value, original=original, weekday=weekday)
    if is_hijri(features) and year is None:
        original = _original(features, cal.hijri_year_of(made))
    made, conflict = _by_weekday(made, weekday, hijri=is_hijri(features))
    return Resolution(
        "DATE", made.isoformat(), Days(made, made), original=original, weekday=weekday,
        conflict=conflict, fixed="year" in features,
    )  # fmt: skip


def _by_weekday(day: date, weekday: int | None, *, hijri: bool) -> tuple[date, str | None]:
    """Hold a day against the weekday named with it; a Hijri day may move by one."""
    if weekday is None or day.isoweekday() == weekday:
        return day, None
    for step in (-1, 1) if hijri else ():
        moved = day + timedelta(days=step)
        if moved.isoweekday() == weekday:
            return moved, None
    return day, "weekday"


def _relative_day(features: Features, view: View) -> Resolution:
    weekday = number(features, "weekday")
    if view.day is None:
        value = f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX"
        return Resolution("DATE", value, weekday=weekday)
    made = view.day + timedelta(days=number(features, "shift") or 0)
    conflict = "weekday" if weekday and made.isoweekday() != weekday else None
    if weekday and conflict:  # the paper's day may lag behind the agency's: the name is sure
        made += timedelta(days=(weekday - made.isoweekday() + 3) % 7 - 3)
    return Resolution(
        "DATE", made.isoformat(), Days(made, made), weekday=weekday, conflict=conflict
    )


def _week_day(features: Features, view: View) -> Resolution:
    weekday = number(features, "weekday") or 1
    if view.day is None:
        return Resolution("DATE", f"XXXX-WXX-{weekday}", weekday=weekday)
    if "week_of" in features:
        monday = cal.week_of(view.day).first + timedelta(weeks=number(features, "dir") or 0)
        made = monday + timedelta(days=weekday - 1)
    else:
        made = _nearby_weekday(weekday, features, view, view.day)
    return Resolution("DATE", made.isoformat(), Days(made, made), weekday=weekday)


def _nearby_weekday(weekday: int, features: Features, view: View, ref: date) -> date:
    said = _direction(features) or None  # «هذا الخميس» is the nearest
    back = (ref.isoweekday() - weekday) % 7
    if (said or 0) > 0 or (said is None and view.lean == "future"):
        ahead = (weekday - ref.isoweekday()) % 7
        return ref + timedelta(days=ahead or (7 if said else 0), weeks=max(0, (said or 0) - 1))
    return ref - timedelta(days=back or (7 if said else 0), weeks=max(0, -(said or 0) - 1))


def _day_of_month(features: Features, view: View) -> Resolution:
    """Resolve «العاشر من الشهر الجاري»."""
    day, weekday = number(features, "day") or 1, number(features, "weekday")
    if view.day is None:
        return Resolution("DATE", f"XXXX-XX-{day:02d}", weekday=weekday)
    step = number(features, "dir") or 0
    year, month = cal.shift_month(view.day.year, view.day.month, step)
    made = cal.safe_date(year, month, day)
    if made is None:
        return Resolution("DATE", f"{year:04d}-{month:02d}-{day:02d}", conflict="calendar")
    made, conflict = _by_weekday(made, weekday, hijri=False)
    days = Days(made, made)
    return Resolution("DATE", made.isoformat(), days, weekday=weekday, conflict=conflict)


def resolve_day(features: Features, view: View) -> Resolution:
    """Resolve the features of one day."""
    if "month_of" in features:
        return _day_of_month(features, view)
    if "month" in features:
        found = _calendar_day(features, view)
        if "shift" in features and view.day and found.days:
            due = view.day + timedelta(days=number(features, "shift") or 0)
            tolerance = 1 if is_hijri(features) else 0
            if is_hijri(features) and abs((due - found.days.first).days) == 1:
                return replace(found, value=due.isoformat(), days=Days(due, due))
            if abs((due - found.days.first).days) > tolerance:
                return replace(found, conflict=found.conflict or "reference")
        return found
    if "shift" in features:
        return _relative_day(features, view)
    return _week_day(features, view)


def _month_choice(features: Features, view: View) -> tuple[int, int] | None:
    """Return the (year, month) of a Gregorian month named without its year."""
    month = number(features, "month") or 1
    year = said_year(features, view)
    if year is not None:
        return year, month
    if view.day is None:
        return None
    ahead = (month - view.day.month) % 12
    said = _direction(features)
    if said and said > 0:
        step = (ahead or 12) + 12 * (said - 1)
    elif said and said < 0:
        step = ahead - 12 + 12 * (said + 1)
    elif said is None and view.lean == "future" and ahead < _LONG_AHEAD:
        step = ahead
    elif said is None and view.lean == "past":
        step = ahead - 12 if ahead else 0
    else:
        step = ahead if ahead < 6 else ahead - 12
    return cal.shift_month(view.day.year, view.day.month, step)


def _refine(days: Days | None, features: Features) -> Days | None:
    if days is None:
        return None
    if "part" in features:
        return cal.part_of_month(days, str(features["part"]))
    half = number(features, "half")
    return cal.half_of_month(days, half) if half else days


def _mod(features: Features) -> tuple[str | None, str | None]:
    """Return (mod, part) of a month."""
    half = number(features, "half")
    if half:
        return ("START", "H1") if half == 1 else ("END", "H2")
    part = features.get("part")
    return (str(part) if part in _PARTS else None), None


def resolve_month(features: Features, view: View) -> Resolution:
    """Resolve a month, a part of one or half of one."""
    mod, part = _mod(features)
    if is_hijri(features):
        return _hijri_month(features, view, mod, part)
    chosen = _month_choice(features, view)
    if chosen is None:
        year = number(features, "year")
        start = f"{year:04d}" if year else "XXXX"
        return Resolution("DATE", f"{start}-{number(features, 'month'):02d}", mod=mod, part=part)
    days = _refine(cal.month_days(*chosen), features)
    value = f"{chosen[0]:04d}-{chosen[1]:02d}"
    return Resolution("DATE", value, days, mod=mod, part=part, fixed="year" in features)


def _hijri_month(features: Features, view: View, mod: str | None, part: str | None) -> Resolution:
    year = said_year({k: v for k, v in features.items() if k != "dir_of"}, view)
    if year is None:
        first = _choose(_yearly({**features, "day": 1}, view, None), features, view)
        year = cal.hijri_year_of(first) if first else None
    days = cal.hijri_month_days(year, number(features, "month") or 1) if year else None
    if days is None:
        return Resolution("DATE", "XXXX-XX", mod=mod, part=part, original=_original(features, year))
    refined = _refine(days, features) or days
    value = f"{days.first.isoformat()}/{days.last.isoformat()}"
    return Resolution(
        "DATE", value, refined, mod=mod, part=part, original=_original(features, year),
        fixed="year" in features,
    )  # fmt: skip


def _year_span(features: Features, year: int) -> tuple[str, Days]:
    months = number(features, "first_months")
    if months:
        return f"{year:04d}-01/{year:04d}-{months:02d}", cal.months_of_year(year, 1, months)
    half, quarter = number(features, "half"), number(features, "quarter")
    if half:
        return f"{year:04d}-H{half}", cal.months_of_year(year, half * 6 - 5, half * 6)
    if quarter:
        return f"{year:04d}-Q{quarter}", cal.months_of_year(year, quarter * 3 - 2, quarter * 3)
    return f"{year:04d}", cal.months_of_year(year, 1, 12)


def _old_year(year: int) -> str:
    """Return the Gregorian year in which a Hijri year outside the tables mostly lies."""
    return f"{int(year * _LUNAR_YEAR + _HIJRA):04d}"


def resolve_year(features: Features, view: View) -> Resolution:
    """Resolve a year, or a part, half or quarter of one."""
    mod = str(features["part"]) if "part" in features else None
    year = said_year(features, view)
    if year is None and "bare" in features and view.day:
        year = _quarter_year(number(features, "quarter") or 1, view, view.day)
    if year is None:
        half, quarter = features.get("half"), features.get("quarter")
        tail = f"-H{half}" if half else f"-Q{quarter}" if quarter else ""
        return Resolution("DATE", f"XXXX{tail}", mod=mod)
    if features.get("calendar") == cal.HIJRI:
        days = cal.hijri_year_days(year)
        value = f"{days.first.isoformat()}/{days.last.isoformat()}" if days else _old_year(year)
        return Resolution("DATE", value, days, mod=mod, original=f"{year:04d}", fixed=True)
    value, days = _year_span(features, year)
    return Resolution("DATE", value, days, mod=mod, fixed="year" in features)


def _quarter_year(quarter: int, view: View, ref: date) -> int:
    """Return the year of «الربع الثالث» alone: this one, or the last where it has not begun."""
    ahead = quarter * 3 - 2 > ref.month
    return ref.year - (ahead and view.lean != "future")


def resolve_week(features: Features, view: View) -> Resolution:
    """Resolve «الأسبوع الثالث من الشهر الجاري», counted in sevens from the first day."""
    whole = {k: v for k, v in features.items() if k not in {"week", "last"}}
    outer = resolve_month(whole, view) if "month" in features else _outer(whole, view)
    count = number(features, "week") or 1
    if outer.days is None and count <= 4 and "last" not in features and outer.value[4:]:
        first, last = count * 7 - 6, count * 7
        return replace(outer, value=f"{outer.value}-{first:02d}/{outer.value}-{last:02d}")
    if outer.days is None:
        return replace(outer, value=f"{outer.value}-WXX")
    start = outer.days.first + timedelta(weeks=count - 1)
    if "last" in features or start > outer.days.last:
        start = outer.days.last - timedelta(days=6)
    days = Days(start, start + timedelta(days=6))
    return replace(outer, value=f"{days.first.isoformat()}/{days.last.isoformat()}", days=days)


def _outer(features: Features, view: View) -> Resolution:
    return resolve_unit(features, view) if "unit" in features else resolve_year(features, view)


def _unit_week(step: int, ref: date) -> tuple[str, Days]:
    day = ref + timedelta(weeks=step)
    return cal.week_value(day), cal.week_of(day)


def _unit_month(step: int, ref: date) -> tuple[str, Days]:
    year, month = cal.shift_month(ref.year, ref.month, step)
    return f"{year:04d}-{month:02d}", cal.month_days(year, month)


def _unit_quarter(step: int, ref: date) -> tuple[str, Days]:
    index = ref.year * 4 + (ref.month - 1) // 3 + step
    return _year_span({"quarter": index % 4 + 1}, index // 4)


def _unit_half(step: int, ref: date) -> tuple[str, Days]:
    index = ref.year * 2 + (ref.month - 1) // 6 + step
    return _year_span({"half": index % 2 + 1}, index // 2)


def _years(first: int, count: int) -> tuple[str, Days]:
    value = f"{first // 10:03d}" if count == 10 else f"{first // 100:02d}"
    return value, Days(date(first, 1, 1), date(first + count - 1, 12, 31))


def _unit_decade(step: int, ref: date) -> tuple[str, Days]:
    return _years((ref.year // 10 + step) * 10, 10)


def _unit_century(step: int, ref: date) -> tuple[str, Days]:
    return _years((ref.year // 100 + step) * 100, 100)


_UNITS: dict[str, tuple[Callable[[int, date], tuple[str, Days]], str]] = {
    "W": (_unit_week, "XXXX-WXX"),
    "M": (_unit_month, "XXXX-XX"),
    "Q": (_unit_quarter, "XXXX-QX"),
    "H": (_unit_half, "XXXX-HX"),
    "E": (_unit_decade, "XXX"),
    "C": (_unit_century, "XX"),
}


def resolve_unit(features: Features, view: View) -> Resolution:
    """Resolve the week, month, quarter or decade that lies beside the reference day."""
    make, unknown = _UNITS[str(features["unit"])]
    mod, part = _mod(features) if features["unit"] == "M" else (None, None)
    if "part" in features:
        mod = str(features["part"])
    tail = "-WE" if "weekend" in features else ""
    if view.day is None:
        return Resolution("DATE", unknown + tail, mod=mod, part=part)
    value, days = make(number(features, "dir") or 0, view.day)
    if tail:
        return Resolution("DATE", value + tail, Days(days.first + timedelta(days=5), days.last))
    refined = _refine(days, features) if features["unit"] == "M" else days
    return Resolution("DATE", value, refined, mod=mod, part=part)


def resolve_season(features: Features, view: View) -> Resolution:
    """Resolve a season; it begins with March, June, September or December."""
    name = str(features["season"])
    mod = str(features["part"]) if "part" in features else None
    year = said_year(features, view)
    if year is None and view.day is not None:
        year = _season_year(name, features, view, view.day)
    if year is None:
        return Resolution("DATE", f"XXXX-{name}", mod=mod)
    first_month = date(year, _SEASONS[name], 1)
    last = cal.month_days(*cal.shift_month(year, _SEASONS[name], 2)).last
    return Resolution("DATE", f"{year:04d}-{name}", Days(first_month, last), mod=mod)


def _season_year(name: str, features: Features, view: View, ref: date) -> int | None:
    """Return the year in which the season begins that lies nearest as the words say."""
    said = _direction(features)
    if said == 0:
        return ref.year
    years = range(ref.year - 2, ref.year + 3)
    edges = {y: date(y, _SEASONS[name], 1) for y in years}
    if said and said < 0:  # a season has passed when its last month has
        edges = {y: cal.month_days(*cal.shift_month(y, _SEASONS[name], 2)).last for y in years}
    chosen = _choose(edges.values(), features, view)
    return next((year for year, edge in edges.items() if edge == chosen), None)


def resolve_decade(features: Features, view: View) -> Resolution:
    """Resolve «التسعينيات»: of the twentieth century unless another is named."""
    base = number(features, "decade") or 1900
    century = number(features, "century")
    step = number(features, "dir")
    if century is not None:
        base += (century - 20) * 100
    elif step is not None and view.day is not None:
        base += (view.day.year // 100 - 19 + step) * 100
    value, days = _years(base, 10)
    mod = str(features["part"]) if "part" in features else None
    half = number(features, "half")
    if half:
        mod = "START" if half == 1 else "END"
    return Resolution("DATE", value, days, mod=mod)


def resolve_century(features: Features, _view: View) -> Resolution:
    """Resolve a numbered century."""
    value, days = _years(((number(features, "century") or 1) - 1) * 100 or 1, 100)
    half = number(features, "half")
    mod = str(features["part"]) if "part" in features else None
    if half:
        mod = "START" if half == 1 else "END"
    return Resolution("DATE", value, days, mod=mod, fixed=True)


def resolve_feast(features: Features, view: View) -> Resolution:
    """Resolve a feast to its first day, or to the one of its days that is named."""
    nth = number(features, "nth")
    if nth or "eve" in features:
        plain = {k: v for k, v in features.items() if k not in {"nth", "eve"}}
        return _later(resolve_feast(plain, view), nth - 1 if nth else -1)
    year = said_year(features, view)
    if year is None or not is_hijri(features):
        return _calendar_day(features, view)
    plain = {k: v for k, v in features.items() if k != "year"}
    inside = [d for d in _yearly(plain, View(date(year, 7, 1)), None) if d and d.year == year]
    if not inside:
        return Resolution("DATE", f"{year:04d}-XX-XX")
    return Resolution("DATE", inside[0].isoformat(), Days(inside[0], inside[0]))


def _later(first: Resolution, by: int) -> Resolution:
    if first.days is None:
        return replace(first, value="XXXX-XX-XX", original=None)
    day = first.days.first + timedelta(days=by)
    return replace(first, value=day.isoformat(), days=Days(day, day), original=None)


def resolve_named(_features: Features, _view: View) -> Resolution:
    """Leave «يوم الأرض» open: no calendar that the program has knows it."""
    return Resolution("DATE", "XXXX-XX-XX", fixed=True)


def clock_of(features: Features) -> str | None:
    """Return hours and minutes of a clock time, None where only a part of the day is named."""
    hour = features.get("hour")
    if not isinstance(hour, int | float):
        return None
    after = (number(features, "minute") or 0) + (number(features, "extra") or 0)
    minutes = round(hour * 60) + (-after if "less" in features else after)
    if features.get("daypart") in {"AF", "EV", "NI", "NO"} and 60 <= minutes < 720:
        night = features["daypart"] == "NI" and minutes < 300
        noon = features["daypart"] == "NO" and minutes >= 660
        minutes += 0 if night or noon else 720
    elif features.get("daypart") in {"NI", "MO", "DW"} and minutes >= 720:
        minutes -= 720
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def resolve_time(features: Features, view: View) -> Resolution:
    """Resolve a part of a day or a clock time."""
    names_day = features.keys() & {"shift", "month", "weekday", "month_of"}
    day = resolve_day(features, view) if names_day else view.anchor or _relative_day({}, view)
    clock = clock_of(features)
    tail = clock or str(features.get("daypart", "")).replace("DW", "MO").replace("NO", "MI")
    greenwich = features.get("zone") == "GMT" and "hour2" not in features
    zone = "Z" if clock and greenwich else ""  # in «19:30 (17:30 ت غ)» it is the other's
    mod = str(features["part"]) if "part" in features and not clock else None
    return replace(day, type="TIME", value=f"{day.value}T{tail}{zone}", mod=mod)


def _duration_value(features: Features) -> str:
    code = str(features.get("unit", "D"))
    clock, letter = ("T", code[1]) if code.startswith("T") else ("", code)
    amount = features.get("amount", "X")
    fraction = number(features, "fraction")
    if fraction:
        return _fraction_value(fraction / 100, letter, clock)
    if isinstance(amount, int | float):
        amount += (number(features, "extra") or 0) / 100
    upper = _amount(amount, letter)
    letter = "Y" if letter in {"E", "C"} else letter
    low = number(features, "low")
    least = f"P{clock}{_amount(low, code)}{letter}/" if low is not None else ""
    return f"{least}P{clock}{upper}{letter}"


def _amount(amount: Feature, letter: str) -> str:
    if not isinstance(amount, int | float):
        return str(amount)
    whole = amount * {"E": 10, "C": 100}.get(letter, 1)
    return str(int(whole) if whole == int(whole) else whole)


def _fraction_value(fraction: float, letter: str, clock: str) -> str:
    """Return the value of «نصف ساعة», «ربع قرن»: in whole smaller units where there are any."""
    smaller = {"TH": ("T", 60, "M"), "Y": ("", 12, "M"), "E": ("", 10, "Y"), "C": ("", 100, "Y")}
    mark, many, name = smaller.get(clock + letter, (clock, 1, letter))
    return f"P{mark}{_amount(round(fraction * many, 2), name)}{name}"


def resolve_lengths(match: Match, view: View) -> Resolution:
    """Resolve a length told in two units or more: «سنة وثلاثة أشهر»."""
    values = [_duration_value({"amount": 1, **part.features}) for part in match.parts]
    clock = [value.removeprefix("PT") for value in values if value.startswith("PT")]
    dates = [value.removeprefix("P") for value in values if not value.startswith("PT")]
    tail = f"T{''.join(clock)}" if clock else ""
    first = resolve_duration({"amount": 1, **match.parts[0].features}, view)
    return replace(first, type="DURATION", value=f"P{''.join(dates)}{tail}", days=None)


_LAST_DAY = date(9998, 12, 31).toordinal()


def _shifted(day: date, features: Features, sign: int) -> date | None:
    amount, unit = features.get("amount"), str(features.get("unit"))
    if not isinstance(amount, int | float) or amount != int(amount):
        return None
    if unit in _DAY_UNITS:
        number = day.toordinal() + sign * int(amount) * _DAY_UNITS[unit]
        return date.fromordinal(number) if 1 <= number <= _LAST_DAY else None
    if unit not in _MONTH_UNITS:
        return None
    year, month = cal.shift_month(day.year, day.month, sign * int(amount) * _MONTH_UNITS[unit])
    if not 1 <= year <= 9998:
        return None
    return cal.safe_date(year, month, min(day.day, cal.month_days(year, month).last.day))


def _point(target: date, unit: str) -> Resolution:
    """Return the day, week, month or year that a shift leads to, as coarse as its unit."""
    if unit == "W":
        return Resolution("DATE", cal.week_value(target), cal.week_of(target))
    if unit == "M":
        return Resolution("DATE", f"{target:%Y-%m}", cal.month_days(target.year, target.month))
    if unit in {"Y", "E", "C"}:
        return Resolution("DATE", f"{target.year:04d}", cal.months_of_year(target.year, 1, 12))
    return Resolution("DATE", target.isoformat(), Days(target, target))


def resolve_duration(features: Features, view: View) -> Resolution:
    """Resolve a length of time, or the day that «قبل» and «بعد» count it to."""
    mod = str(features["mod"]) if "mod" in features else None
    value = _duration_value(features)
    if "from_now" in features:
        view = replace(view, ago=view.ago or 1)
    some = not isinstance(features.get("amount"), int | float)
    if view.ago and not some and features.get("unit") in {*_DAY_UNITS, *_MONTH_UNITS}:
        return replace(_ago(features, view), mod=mod)
    days = None
    step = number(features, "dir") or (-1 if view.since else 0)
    other = _shifted(view.day, features, step) if view.day and step else None
    if other and view.day:
        days = Days(min(other, view.day), max(other, view.day))
    return Resolution("DURATION", value, days, mod=mod)


def _ago(features: Features, view: View) -> Resolution:
    unit = str(features["unit"])
    target = _shifted(view.day, features, view.ago) if view.day else None
    if target is None:
        unknown = {"W": "XXXX-WXX", "M": "XXXX-XX", "D": "XXXX-XX-XX"}.get(unit, "XXXX")
        return Resolution("DATE", unknown)
    return _point(target, unit)


def resolve_set(features: Features, _view: View) -> Resolution:
    """Resolve a repeated time."""
    weekday = number(features, "weekday")
    tail = f"T{features['daypart']}" if "daypart" in features else ""
    if "each" in features and not weekday:
        named = [number(features, name) for name in ("month", "day")]
        parts = [f"{one:02d}" if one else "XX" for one in named]
        return Resolution("SET", "-".join(["XXXX", *parts]).removesuffix("-XX"), fixed=True)
    if weekday and tail:
        return Resolution("SET", f"XXXX-WXX-{weekday}{tail}", fixed=True)
    if tail and features.get("unit") == "D":
        return Resolution("SET", f"XXXX-XX-XX{tail}", fixed=True)
    if weekday:
        return Resolution("SET", f"XXXX-WXX-{weekday}", fixed=True)
    value = str(features["value"]) if "value" in features else _duration_value(features)
    return Resolution("SET", value, fixed=True)


def resolve_present(_features: Features, _view: View) -> Resolution:
    """Resolve «الآن»."""
    return Resolution("DATE", "PRESENT_REF", fixed=True)


def resolve_vague(features: Features, _view: View) -> Resolution:
    """Resolve «الفترة المقبلة», which has no bounds."""
    value = {-1: "PAST_REF", 1: "FUTURE_REF"}.get(number(features, "dir") or 0, "PRESENT_REF")
    return Resolution("DATE", value, fixed=True)


_KINDS: dict[str, Callable[[Features, View], Resolution]] = {
    "date": resolve_day,
    "month": resolve_month,
    "year": resolve_year,
    "year_alone": resolve_year,
    "unit": resolve_unit,
    "season": resolve_season,
    "decade": resolve_decade,
    "century": resolve_century,
    "feast": resolve_feast,
    "time": resolve_time,
    "duration": resolve_duration,
    "bare_unit": resolve_duration,
    "falling": resolve_time,
    "week": resolve_week,
    "named": resolve_named,
    "set": resolve_set,
    "present": resolve_present,
    "vague": resolve_vague,
}


def _pair(match: Match, view: View) -> Resolution:
    """Resolve a day told by two calendars: the Gregorian one gives the value."""
    one, other = (resolve_day(part.features, view) for part in match.parts[:2])
    hijri_first = is_hijri(match.parts[0].features)
    if hijri_first and "month" in match.parts[1].features:
        one, other = other, replace(one, weekday=one.weekday)
    original = one.original or other.original
    conflict = one.conflict
    if one.days and other.days and abs((one.days.first - other.days.first).days) > 1:
        conflict = "calendars"
    return replace(one, original=original, conflict=conflict)


def _filled(match: Match) -> list[Features]:
    """Return the features of a range's two ends, the first completed from the second."""
    first, last = match.parts[0].features, match.parts[-1].features
    last = (
        {**match.features, **last} if "dir" in match.features or "year" in match.features else last
    )
    named = {k: v for k, v in last.items() if k not in {"weekday", "shift", "day", "daypart"}}
    if "month" in first:
        named = {k: v for k, v in named.items() if k in {"year", "dir", "dir_of"}}
    if "shift" in first or ("weekday" in first and "day" not in first):
        named = {}
    return [{**named, **first}, last]


def _range_end(features: Features, view: View) -> Resolution:
    if "day" in features or "shift" in features or "weekday" in features:
        return resolve_day(features, view)
    return resolve_month(features, view) if "month" in features else resolve_year(features, view)


def _crosses(ends: list[Features]) -> bool:
    """Tell whether «ديسمبر إلى فبراير 2020» runs over the end of a year."""
    months = [number(end, "month") or 0 for end in ends]
    years = [number(end, "year") for end in ends]
    return months[0] > months[1] and years[0] == years[1] and years[0] is not None


def _range(match: Match, view: View) -> Resolution:
    ends = _filled(match)
    if _crosses(ends):
        ends[0] = {**ends[0], "year": (number(ends[0], "year") or 0) - 1}
    first, last = (_range_end(end, view) for end in ends)
    if first.days and last.days and first.days.first > last.days.last and "weekday" in ends[0]:
        moved = first.days.first - timedelta(weeks=1)
        first = replace(first, value=moved.isoformat(), days=Days(moved, moved))
    if first.days and last.days and first.days.first > last.days.last:
        last = _range_end(ends[1], View(first.days.first, "future"))
    days = Days(first.days.first, last.days.last) if first.days and last.days else None
    if days and days.first > days.last:
        return replace(first, value=f"{first.value}/{last.value}", days=None, conflict="order")
    value = f"{first.value}/{last.value}"
    if days and value.count("/") > 1:  # a Hijri month or year is an interval itself
        value = f"{days.first.isoformat()}/{days.last.isoformat()}"
    return Resolution("DATE", value, days, fixed=last.fixed)


def resolve(match: Match, view: View) -> Resolution:
    """Resolve a match of any kind but an idiom."""
    if match.kind == "pair":
        return _pair(match, view)
    if match.kind == "range":
        return _range(match, view)
    if match.kind == "duration" and match.parts:
        return resolve_lengths(match, view)
    return _KINDS[match.kind](match.features, view)


def type_of(match: Match) -> TimeType:
    """Return the TIMEX3 type that a match has whatever the reference day."""
    return resolve(match, View(None)).type
