"""Build the lexicon of time expressions from resources/times."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from reader.core.lexicon.times import (
    Element,
    Entry,
    Feature,
    Features,
    Node,
    Rule,
    Step,
    Tense,
    TimeLexicon,
)
from reader.core.normalize import fold
from reader.resources import rows

_ADJECTIVES = frozenset({"direction", "recent"})
_ADJECTIVE_ENDINGS = ("", "ة", "ين", "ان", "تين", "تان")
_ELEMENT = re.compile(
    r"(?P<link>[+~]?)(?:(?P<role>\w+)=)?(?P<part><)?(?P<name>\w+)>?(?P<optional>\??)"
)
_WORD = re.compile(r"\w+|[^\w\s]")
_LINKS = {"": "", "+": "و", "~": "?"}
_Meaning = tuple[str, Entry]


def _value(text: str) -> Feature:
    try:
        return int(text)
    except ValueError:
        return text


def _features(text: str) -> Features:
    return {name: _value(value) for name, value in (pair.split("=") for pair in text.split())}


def _months() -> Iterator[_Meaning]:
    for row in rows("times", "months.tsv"):
        features: Features = {
            "calendar": row["calendar"],
            "month": int(row["number"]),
            "alone": row["alone"],
        }
        for form in row["forms"].split("|"):
            yield form, Entry("month", features)


def _weekdays() -> Iterator[_Meaning]:
    for row in rows("times", "weekdays.tsv"):
        number = int(row["number"])
        for form in row["forms"].split("|"):
            definite = form.startswith("ال")
            category = "weekday" if definite else "bare_weekday"
            yield form, Entry(category, {"weekday": number})


def _units() -> Iterator[_Meaning]:
    for row in rows("times", "units.tsv"):
        unit: Features = {"unit": row["code"]}
        stem = row["dual_stem"]
        groups = {
            "unit_one": (row["singular"],),
            "unit_two": (f"{stem}ين", f"{stem}ان"),
            "unit_many": tuple(row["plurals"].split("|")),
        }
        accusative = "" if row["singular"].endswith("ة") else f"{row['singular']}ا"
        for category, forms in groups.items():
            features = {**unit, "amount": 2} if category == "unit_two" else unit
            for form in forms:
                yield form, Entry(category, features)
                yield f"ال{form}", Entry(f"the_{category}", features)
        if accusative:
            yield accusative, Entry("unit_one", unit)


def _words() -> Iterator[_Meaning]:
    for row in rows("times", "words.tsv"):
        entry = Entry(row["category"], _features(row["features"]))
        endings = _ADJECTIVE_ENDINGS if row["category"] in _ADJECTIVES else ("",)
        for form in row["forms"].split("|"):
            for ending in endings:
                yield form + ending, entry


def _feasts() -> Iterator[_Meaning]:
    for row in rows("times", "feasts.tsv"):
        features: Features = {k: _value(row[k]) for k in ("calendar", "month", "day")}
        for form in row["forms"].split("|"):
            yield form, Entry("feast", features)


def _idioms() -> Iterator[_Meaning]:
    for row in rows("times", "idioms.tsv"):
        yield row["phrase"], Entry("idiom", {})


def _entries() -> dict[tuple[str, ...], tuple[Entry, ...]]:
    found: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for source in (_months, _weekdays, _units, _words, _feasts, _idioms):
        for form, entry in source():
            key = tuple(_WORD.findall(fold(form)))
            if entry not in found[key]:
                found[key].append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


def _element(text: str) -> Element:
    match = _ELEMENT.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return Element(
        match["name"],
        match["role"] or "",
        _LINKS[match["link"]],
        optional=bool(match["optional"]),
        part=bool(match["part"]),
    )


class _Starts:
    """The categories that each rule of the grammar can begin with."""

    def __init__(self, patterns: Mapping[str, Sequence[tuple[Element, ...]]]) -> None:
        self._patterns = patterns
        self._names: dict[str, frozenset[str]] = {}

    def of_name(self, name: str) -> frozenset[str]:
        if name not in self._patterns:
            return frozenset({name})
        if name not in self._names:
            found = (self.of_pattern(pattern) for pattern in self._patterns[name])
            self._names[name] = frozenset().union(*found)
        return self._names[name]

    def of_pattern(self, elements: tuple[Element, ...]) -> frozenset[str]:
        starts: frozenset[str] = frozenset()
        for element in elements:
            starts |= self.of_name(element.name)
            if not element.optional:
                break
        return starts


def _rules() -> dict[str, list[Rule]]:
    table = list(rows("times", "grammar.tsv"))
    patterns: dict[str, list[tuple[Element, ...]]] = defaultdict(list)
    for row in table:
        patterns[row["name"]].append(tuple(map(_element, row["pattern"].split())))
    starts = _Starts(patterns)
    found: dict[str, list[Rule]] = defaultdict(list)
    for row in table:
        name = row["name"]
        elements = tuple(
            replace(element, starts=starts.of_name(element.name))
            for element in patterns[name][len(found[name])]
        )
        features = _features(row["features"] or "")
        begins = starts.of_pattern(elements)
        rule = Rule(name, row["kind"], row["pattern"], elements, features, begins, len(found[name]))
        found[name].append(rule)
    return found


def _written_out(elements: tuple[Element, ...]) -> list[tuple[Element, ...]]:
    """Return the ways to take a pattern's optional elements, the shortest first."""
    found: list[tuple[Element, ...]] = [()]
    for element in elements:
        taken = replace(element, optional=False)
        ways = ((), (taken,)) if element.optional else ((taken,),)
        found = [(*before, *way) for before in found for way in ways]
    return found


def _node(patterns: Sequence[tuple[tuple[Element, ...], Rule]], depth: int = 0) -> Node:
    """Return the place that the patterns, alike so far, have reached after `depth` elements."""
    ends = tuple(rule for elements, rule in patterns if len(elements) == depth)
    onward: dict[Element, list[tuple[tuple[Element, ...], Rule]]] = defaultdict(list)
    for elements, rule in patterns:
        if len(elements) > depth:
            onward[elements[depth]].append((elements, rule))
    steps = (Step(element, _node(group, depth + 1)) for element, group in onward.items())
    return Node(ends, tuple(steps))


def _by_start(group: Sequence[Rule]) -> dict[str, tuple[Step, ...]]:
    root = _node([(way, rule) for rule in group for way in _written_out(rule.elements)])
    starts = frozenset().union(*(step.element.starts for step in root.onward))
    return {
        start: tuple(step for step in root.onward if start in step.element.starts)
        for start in starts
    }


def _openers(rules: Mapping[str, list[Rule]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, alternatives in rules.items():
        if alternatives[0].kind:
            for start in frozenset().union(*(rule.starts for rule in alternatives)):
                found[start].append(name)
    return {start: tuple(names) for start, names in found.items()}


def _lone_starts(name: str, rules: Mapping[str, list[Rule]]) -> frozenset[str]:
    """Return the categories of the words that alone are a whole match of the rules of a name."""
    found: frozenset[str] = frozenset()
    for rule in rules[name]:
        needed = [element for element in rule.elements if not element.optional]
        if len(needed) > 1 and needed[1].name != "any":
            continue
        first = needed[0].name
        found |= _lone_starts(first, rules) if first in rules else frozenset({first})
    return found


def _lone(rules: Mapping[str, list[Rule]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, alternatives in rules.items():
        if alternatives[0].kind:
            for start in _lone_starts(name, rules):
                found[start].append(name)
    return {start: tuple(names) for start, names in found.items()}


def _past_forms(past: str) -> Iterator[str]:
    stem = past.removesuffix("ى")
    yield from (past, f"{stem}ت", f"{stem}وا", f"{stem}ا", f"{stem}تا")


def _imperfect_forms(imperfect: str) -> Iterator[str]:
    for form in (imperfect, f"ت{imperfect[1:]}"):
        stem = form.removesuffix("ى")
        yield from (form, f"{stem}ان", f"{stem}ون")


def _tense() -> Tense:
    table = {row["kind"]: row["forms"].split("|") for row in rows("times", "tense.tsv")}
    past = set(map(fold, table["past"]))
    imperfect: set[str] = set()
    for verb in table["verb"]:
        before, _, after = verb.partition("/")
        past.update(map(fold, _past_forms(before)))
        if after != "-":
            imperfect.update(map(fold, _imperfect_forms(after)))
    planned = frozenset(map(fold, table["planned"]))
    not_future = tuple(map(fold, table["not_future"]))
    relative = frozenset(map(fold, table["relative"]))
    return Tense(frozenset(past), planned, frozenset(imperfect), relative, not_future)


def _longest(entries: dict[tuple[str, ...], tuple[Entry, ...]]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in entries:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return longest


@lru_cache(maxsize=1)
def load() -> TimeLexicon:
    """Return the lexicon of time expressions; ResourceError where a table is missing."""
    entries = _entries()
    cues = {
        row["kind"]: frozenset(map(fold, row["forms"].split("|")))
        for row in rows("times", "cues.tsv")
    }
    heads = frozenset(fold(row["word"]) for row in rows("times", "name_heads.tsv"))
    rules = _rules()
    return TimeLexicon(
        entries,
        _longest(entries),
        {name: _by_start(group) for name, group in rules.items()},
        _openers(rules),
        _lone(rules),
        heads,
        cues,
        _tense(),
    )
