"""What must be true of a hand-made annotation: of its words, days, references and copies."""

from __future__ import annotations

import itertools
import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from hijridate import Hijri

from reader.core.normalize import fold

WEEKDAYS = {
    fold(name): number
    for number, name in enumerate(
        ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
    )
}
ENTITY_TYPES = {
    "PER",
    "ORG",
    "GPE",
    "LOC",
    "FAC",
    "NORP",
    "EVENT",
    "TITLE",
    "MONEY",
    "PERCENT",
    "COUNT",
}
TIME_TYPES = {"DATE", "TIME", "DURATION", "SET"}
MODS = {
    "START",
    "MID",
    "END",
    "APPROX",
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
}
EVENT_TYPES = {
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "VOTE",
    "ECON",
    "PERSONNEL",
    "INCIDENT",
    "OTHER",
}
CHOICES: dict[str, set[str | None]] = {
    "kind": {"exact", "near", "embedded"},
    "role": {"actor", "target", "other"},
    "polarity": {"POS", "NEG"},
    "modality": {"happened", "ongoing", "planned", "called_for", "hypothetical"},
    "phase": {None, "START", "END"},
    "rel": {"AT", "BEFORE", "AFTER", "WITHIN"},
    "part": {None, "H1", "H2"},
    "mod": {None, *MODS},
}
KEYS = {
    "file": {
        "reference_date",
        "country",
        "duplicate",
        "not_duplicate",
        "entities",
        "mentions",
        "times",
        "time",
        "clusters",
        "event",
    },
    "duplicate": {"kind", "copy", "of", "words", "conflicts"},
    "not_duplicate": {"lines", "why"},
    "time": {
        "id",
        "words",
        "type",
        "value",
        "mod",
        "part",
        "days",
        "undated",
        "hijri",
        "conflict",
        "alt_values",
        "optional",
    },
    "event": {
        "trigger",
        "type",
        "alt_types",
        "polarity",
        "modality",
        "alt_modality",
        "phase",
        "participants",
        "places",
        "time",
        "time_optional",
        "rel",
        "cue",
        "speakers",
        "direct",
        "condition",
        "cluster",
        "optional",
    },
}
# A month's days by the word before it: the first, last and middle ten, or a half.
MONTH_PARTS = {
    "START": (1, 10),
    "MID": (11, 20),
    "END": (21, 31),
    "H1": (1, 15),
    "H2": (16, 31),
}
SHARED_WORDS = 0.6  # of a copy's words, the least part that its first copy has too

_PROCLITICS = re.compile("[وفبلكـ]*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TIMEX = re.compile(
    r"PRESENT_REF|PAST_REF|FUTURE_REF"
    r"|P(?:\d+|X)[YMWD]|PT(?:\d+|X)[HMS]"
    r"|[\dX]{4}(?:-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-(?:[1-7X]|WE))?|Q[1-4X]|H[12X]|SP|SU|FA|WI))?"
    r"(?:T(?:[\dX]{2}(?::[\dX]{2})?|MO|MI|AF|EV|NI|DT))?"
)


class GoldError(ValueError):
    """An annotation that does not fit its article."""


def _require(true: object, complaint: str) -> None:
    if not true:
        raise GoldError(complaint)


def _choice(value: str | None, of: str, where: str) -> None:
    _require(value in CHOICES[of], f"{where}: {value} is no {of}")


def check(answers: dict[str, Any], text: str) -> None:
    """Raise GoldError where the gold JSON `answers` does not fit the article `text` or itself."""
    _check_copies(answers, text)
    _check_spans(answers, text)
    _check_mentions(answers)
    _check_times(answers)
    _check_events(answers)


# -- words ------------------------------------------------------------------------------------


def _spans(answers: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every span that names words of the article."""
    found = [*answers["mentions"], *answers["timex"]]
    for event in answers["events"]:
        found += [event["trigger"], *event["participants"], *event["place"]]
        if event["attribution"]:
            found += [event["attribution"]["cue"], *event["attribution"]["speaker"]]
        if event["condition"]:
            found.append(event["condition"])
    return found


def _check_spans(answers: dict[str, Any], text: str) -> None:
    copies = [copy["copy"] for copy in answers["duplicates"]]
    for span in _spans(answers):
        where = f"line {span['line']}: «{span['text']}»"
        start, end = span["start"], span["end"]
        _require(text[start:end] == span["text"], f"{where} is not at its offsets")
        before = re.split(r"[^\w\u064b-\u0652]", text[:start][-30:])[-1]
        _require(_PROCLITICS.fullmatch(before), f"{where} begins within a word")
        _require(
            not re.match(r"[\w\u064b-\u0652]", text[end : end + 1]), f"{where} ends within a word"
        )
        _require(
            not any(copy["start"] <= start < copy["end"] for copy in copies),
            f"{where} is in a copy",
        )


# -- copies -----------------------------------------------------------------------------------


def _check_copies(answers: dict[str, Any], text: str) -> None:
    whole = {line["line"]: text[line["start"] : line["end"]] for line in answers["lines"]}
    folded: set[int] = set()
    pairs = set()
    for row in answers["duplicates"]:
        copy, of = row["copy"]["line"], row["of"]["line"]
        where = f"copy in line {copy}"
        _choice(row["kind"], "kind", where)
        _require(of < copy, f"{where}: its first copy comes later")
        words = text[row["copy"]["start"] : row["copy"]["end"]]
        part = words != whole[copy]
        _require(part == (row["kind"] == "embedded"), f"{where}: only a part is embedded")
        _require(row["kind"] != "exact" or words == whole[of], f"{where} is not exact")
        _require(row["kind"] != "near" or words != whole[of], f"{where} is exact")
        _require(
            row["kind"] != "exact" or not row["conflicts"], f"{where}: no conflict in equal text"
        )
        _require(_shared(words, whole[of]) >= SHARED_WORDS, f"{where} has little of line {of}")
        pairs.add(frozenset((copy, of)))
        if not part:
            folded.add(copy)
    _check_firsts(answers, folded, pairs)
    for one, other in itertools.combinations(whole, 2):
        equal = whole[one] == whole[other] and other not in folded
        _require(not equal, f"line {other} is an undeclared copy of line {one}")


def _check_firsts(answers: dict[str, Any], folded: set[int], pairs: set[frozenset[int]]) -> None:
    for row in answers["duplicates"]:
        _require(row["of"]["line"] not in folded, f"line {row['of']['line']} is itself a copy")
    for row in answers["not_duplicates"]:
        lines = set(row["lines"])
        _require(len(lines) == 2, f"lines {row['lines']} are no pair")
        _require(not lines & folded, f"lines {row['lines']}: one is folded")
        _require(lines not in pairs, f"lines {row['lines']} are declared a copy")


def _shared(words: str, first: str) -> float:
    """Return the part of the words of a copy that its first copy has too."""
    mine, its = (set(re.findall(r"\w+", fold(side))) for side in (words, first))
    return len(mine & its) / max(len(mine), 1)


# -- mentions ---------------------------------------------------------------------------------


def _check_mentions(answers: dict[str, Any]) -> None:
    types = {entity["id"]: entity["type"] for entity in answers["entities"]}
    for name, kind in types.items():
        _require(kind in ENTITY_TYPES, f"entity {name}: {kind} is no type")
    seen = set()
    used = set()
    for mention in answers["mentions"]:
        where = f"line {mention['line']}: «{mention['text']}»"
        for kind in (mention["type"], *mention["alt_types"]):
            _require(kind in ENTITY_TYPES, f"{where}: {kind} is no type")
        for name in filter(None, (mention["entity"], mention["stands_for"])):
            _require(name in types, f"{where}: entity {name} is not declared")
            used.add(name)
        if mention["entity"]:
            same = types[mention["entity"]] == mention["type"]
            _require(same, f"{where} is {mention['type']}, its entity is not")
        key = mention["start"], mention["end"], mention["type"]
        _require(key not in seen, f"{where} stands there twice")
        seen.add(key)
    _require(types.keys() <= used, f"without a mention: {', '.join(sorted(types.keys() - used))}")


# -- times ------------------------------------------------------------------------------------


def _check_times(answers: dict[str, Any]) -> None:
    date.fromisoformat(answers["reference_date"]["value"])
    names = [time["id"] for time in answers["timex"]]
    _require(len(names) == len(set(names)), "two times have one name")
    for time in answers["timex"]:
        where = f"line {time['line']}: «{time['text']}»"
        _require(time["type"] in TIME_TYPES, f"{where}: {time['type']} is no type of time")
        _choice(time["mod"], "mod", where)
        _choice(time["part"], "part", where)
        for value in (time["value"], time["value_no_dct"], *time["alt_values"]):
            sides = value.split("/")
            form = len(sides) <= 2 and all(_TIMEX.fullmatch(side) for side in sides)
            _require(form, f"{where}: {value} is no value")
        agrees = _agrees(time["value"], time["value_no_dct"])
        _require(agrees, f"{where}: {time['value_no_dct']} does not allow {time['value']}")
        _check_days(time, where)


def _check_days(time: dict[str, Any], where: str) -> None:
    must = days(time["value"], time["mod"], time["part"])
    if not (time["begin"] or time["end_date"]):
        _require(must is None or time["hijri_value"] is None, f"{where}: its days are missing")
        _require(must is None or time["type"] == "SET", f"{where}: its days are missing")
        return
    first, last = date.fromisoformat(time["begin"]), date.fromisoformat(time["end_date"])
    _require(first <= last, f"{where}: its last day comes first")
    _require(must in {None, (first, last)}, f"{where}: {first}..{last} are not its days")
    if first == last:
        for word in re.findall(r"\w+", fold(time["text"])):
            weekday = WEEKDAYS.get(word, first.weekday())
            _require(weekday == first.weekday(), f"{where}: {first} is not that weekday")
    if time["hijri_value"]:
        off = _hijri_off(time["hijri_value"], first, last)
        _require((off > 1) == time["conflict"], f"{where}: {time['hijri_value']} is {off} days off")
    else:
        _require(not time["conflict"], f"{where}: a conflict of one date")


def _hijri_off(value: str, first: date, last: date) -> int:
    """Return by how many days the Umm al-Qura day or month `value` misses its Gregorian days."""
    year, month, *day = map(int, value.split("-"))
    begin = Hijri(year, month, day[0] if day else 1)
    length = 1 if day else begin.month_length()
    start = begin.to_gregorian()
    begins = date(start.year, start.month, start.day)
    ends = begins + timedelta(days=length - 1)
    return max(abs((begins - first).days), abs((ends - last).days))


def days(value: str, mod: str | None, part: str | None) -> tuple[date, date] | None:
    """Return the first and last day that a TIMEX3 value names; None where it leaves them open."""
    if "/" in value:
        first, last = (days(side, None, None) for side in value.split("/"))
        return (first[0], last[1]) if first and last else None
    if _DAY.match(value):
        day = date.fromisoformat(value[:10])
        return day, day
    if found := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return None if mod else (monday, monday + timedelta(days=6))
    if found := re.fullmatch(r"(\d{4})-(?:(\d\d)|Q([1-4])|H([12]))", value):
        return _months(found, mod, part)
    if re.fullmatch(r"\d{4}", value) and not mod:
        return date(int(value), 1, 1), date(int(value), 12, 31)
    return None


def _months(found: re.Match[str], mod: str | None, part: str | None) -> tuple[date, date] | None:
    year, month, quarter, half = (int(group or 0) for group in found.groups())
    if not month:
        length = 3 if quarter else 6
        last = length * (quarter or half)
        ends = date(year, last, monthrange(year, last)[1])
        return None if mod else (date(year, last - length + 1, 1), ends)
    begin, end = MONTH_PARTS.get(part or mod or "", (1, 31))
    return date(year, month, begin), date(year, month, min(end, monthrange(year, month)[1]))


def _agrees(value: str, undated: str) -> bool:
    """Tell whether a value could be what an undated reading with X leaves open."""
    if value == undated:
        return True
    if "/" in undated:
        sides = list(zip(value.split("/"), undated.split("/"), strict=False))
        return "/" in value and all(_agrees(*pair) for pair in sides)
    if found := re.fullmatch(r"([\dX]{4})-WXX-([1-7])(.*)", undated):
        day = days(value, None, None)
        return (
            day is not None
            and day[0].isoweekday() == int(found[2])
            and _fits(str(day[0].isocalendar().year), found[1])
            and value[10:] == found[3]
        )
    return _fits(value, undated)


def _fits(value: str, pattern: str) -> bool:
    return len(value) == len(pattern) and all(
        theirs in {mine, "X"} for mine, theirs in zip(value, pattern, strict=True)
    )


# -- events -----------------------------------------------------------------------------------


def _check_events(answers: dict[str, Any]) -> None:
    times = {time["id"] for time in answers["timex"]}
    declared = {cluster["id"] for cluster in answers["clusters"]}
    seen = set()
    for event in answers["events"]:
        where = f"line {event['trigger']['line']}: event «{event['trigger']['text']}»"
        for kind in (event["type"], *event["alt_types"]):
            _require(kind in EVENT_TYPES, f"{where}: {kind} is no type of event")
        _choice(event["polarity"], "polarity", where)
        _choice(event["phase"], "phase", where)
        for modality in (event["modality"], *event["alt_modality"]):
            _choice(modality, "modality", where)
        for participant in event["participants"]:
            _choice(participant["role"], "role", where)
        if event["time"]:
            known = event["time"]["timex"] in times
            _require(known, f"{where}: time {event['time']['timex']} is not declared")
            _choice(event["time"]["rel"], "rel", where)
        _require(not declared or event["cluster"] in declared, f"{where}: unknown cluster")
        _require(event["trigger"]["start"] not in seen, f"{where}: two events at one word")
        seen.add(event["trigger"]["start"])
    used = {event["cluster"] for event in answers["events"]}
    _check_clusters(answers["events"])
    _require(declared <= used, f"without an event: {', '.join(sorted(declared - used))}")


def _check_clusters(events: list[dict[str, Any]]) -> None:
    """One cluster is one event: its mentions agree in polarity and may agree in type."""
    for one, other in itertools.combinations(events, 2):
        if one["cluster"] != other["cluster"]:
            continue
        where = (
            f"cluster {one['cluster']}: «{one['trigger']['text']}», «{other['trigger']['text']}»"
        )
        _require(one["polarity"] == other["polarity"], f"{where} differ in polarity")
        types = [{event["type"], *event["alt_types"]} for event in (one, other)]
        _require(types[0] & types[1], f"{where} differ in type")
