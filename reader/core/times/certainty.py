"""Why an expression means what it means, and how often such an expression is right."""

from __future__ import annotations

from reader.core.confidence import BY_INFERENCE, BY_ITSELF
from reader.core.lexicon.times import Rule
from reader.core.times.find import Found
from reader.core.times.matcher import Match
from reader.core.times.resolution import Resolution
from reader.core.times.resolve import View, resolve
from reader.core.types import ReferenceStatus

_NAMES = {
    "date": "يوم",
    "pair": "يوم بتقويمين",
    "month": "شهر",
    "year": "سنة",
    "year_alone": "سنة",
    "unit": "فترة قياسا إلى تاريخ المقال",
    "week": "أسبوع من شهر أو سنة",
    "season": "فصل من السنة",
    "decade": "عقد",
    "century": "قرن",
    "feast": "عيد",
    "named": "يوم له اسم",
    "time": "وقت من اليوم",
    "duration": "مدة",
    "bare_unit": "مدة",
    "falling": "وقت من اليوم",
    "set": "تكرار",
    "present": "وقت كتابة المقال",
    "vague": "فترة بلا حدود",
    "range": "من يوم إلى يوم",
}
CONFLICTS = {
    "weekday": "اسم اليوم يخالف التاريخ",
    "calendars": "التاريخ الهجري يخالف الميلادي",
    "reference": "يخالف تاريخ المقال",
    "order": "البداية بعد النهاية",
    "calendar": "لا وجود لهذا اليوم في الشهر",
}
_LEANS = {"past": "، والجملة ماضية", "future": "، والجملة مستقبلية"}

# How often expressions of a kind were right on articles that were read by eye.
_SURE = {
    "year_alone": 0.9,
    "season": 0.85,
    "feast": 0.85,
    "named": 0.6,
    "bare_unit": 0.85,
    "falling": 0.75,
    "vague": 0.8,
    "week": 0.85,
    "present": 0.95,
}
_USUAL = 0.97
_GUESSED_PAST = 0.92  # a day or month whose year or week the tense of its clause gives
_GUESSED = 0.85
_CONTRADICTED = 0.6
_ONE_OF_SEVERAL = 0.9
_DIRECTED = frozenset({"dir", "shift", "year"})


def _row(match: Match) -> str:
    """Return the row of the grammar that says most of a match: the longest of its chain."""
    at: Match | None = match.parts[0] if match.parts and match.within is None else match
    rules: list[Rule] = []
    while at is not None and at.rule is not None:
        rules.append(at.rule)
        at = at.within
    longest = max(rules, key=lambda rule: len(rule.elements), default=None)
    return f"{longest.name}: {longest.pattern}" if longest else match.kind


def basis_of(one: Found, resolution: Resolution, status: ReferenceStatus) -> str:
    """Return the kind of expression, what fixed its value and the grammar's row behind it."""
    name = _NAMES[one.match.kind]
    why = f"، {BY_ITSELF}" if resolution.fixed else _LEANS.get(one.lean or "", "")
    if status != "given" and resolution.value != _open_value(one):
        why += f"، {BY_INFERENCE}"
    return f"{name}{why} [{_row(one.match)}]"


def _open_value(one: Found) -> str:
    """Return the value of an expression of which nothing but its own words is known."""
    return resolve(one.match, View(None, one.lean, None, one.ago, one.since)).value


def _is_guessed(one: Found) -> bool:
    """Tell whether nothing but the tense says which year or week is meant."""
    features = one.match.features
    if one.match.kind in {"month", "season", "feast"}:
        return not features.keys() & _DIRECTED
    dated = features.keys() & {"month", "weekday"}
    return one.match.kind in {"date", "time"} and bool(dated) and not features.keys() & _DIRECTED


def confidence_of(one: Found, resolution: Resolution, status: ReferenceStatus) -> float:
    """Return how likely span and value are right, 0 to 1."""
    sure = _SURE.get(one.match.kind, _USUAL)
    if not resolution.fixed and _is_guessed(one):
        sure = min(sure, _GUESSED_PAST if one.lean == "past" else _GUESSED)
    if resolution.conflict:
        sure = min(sure, _CONTRADICTED)
    if status == "ambiguous" and not resolution.fixed:
        sure *= _ONE_OF_SEVERAL
    return round(sure, 3)
