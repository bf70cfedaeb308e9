"""Match the rules of the lexicon's grammar against tokens.

A match is a set of features, unified from what its words say: two words that
disagree (two different months) do not match one rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.core.clitics import Reading, readings
from reader.core.lexicon.times import Element, Feature, Features, Node, Rule, Step, TimeLexicon
from reader.core.normalize import fold, letter_start
from reader.core.numbers import Number, parse_digits
from reader.core.types import Span, Token

ANY = "*"
_DOTTED = re.compile(
    r"(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>(?:1[3-9]|20)\d\d)"
)
_CARDINAL = frozenset({"amount", "low", "first_months"})
_ORDINAL = frozenset({"oclock", "week", "nth"})
# What a proclitic that stands alone, before digits or a bracket, may be for each kind of link.
_LONE = {"و": frozenset("و"), "?": frozenset("لب")}
_CLITICS = frozenset("ولب")
_NOTHING: frozenset[str] = frozenset()
_RANGES: dict[str, tuple[int, int]] = {
    "day": (1, 31),
    "month": (1, 12),
    "year": (1000, 2200),
    "other": (1000, 2200),
    "hour": (0, 24),
    "hm": (100, 2359),
    "hour2": (0, 24),
    "minute": (0, 59),
    "minute2": (0, 59),
    "half": (1, 2),
    "quarter": (1, 4),
    "century": (1, 30),
    "week": (1, 53),
    "nth": (1, 5),
    "first_months": (2, 11),
    "oclock": (1, 12),
}


class Item(NamedTuple):
    """A word sequence with one of its meanings; `start` is a code-point offset."""

    category: str
    features: Features
    end: int
    proclitics: str
    start: int


class Match(NamedTuple):
    """What a rule found: tokens up to `end` (exclusive), from the offset `start`.

    Attributes:
        parts: the matches that the rule keeps apart, in text order.
        rule: what made it, None for a single word.
        within: the first match of another rule inside it, for the user who asks why.
    """

    kind: str
    start: int
    end: int
    features: Features
    parts: tuple[Match, ...] = ()
    rule: Rule | None = None
    within: Match | None = None


def _unify(one: Features, other: Features) -> Features | None:
    for name in one.keys() & other.keys():
        if one[name] != other[name] and name != "alone":
            return None
    return {**one, **other}


def _fits(link: str, proclitics: str) -> bool:
    if link == ANY:
        return True
    if link == "?":
        return proclitics in {"", "ل", "ب"}
    return proclitics == link


def _word_start(text: str, token: Token, offset: int) -> int:
    if not offset:
        return token.span.start
    return token.span.start + letter_start(token.span.of(text), offset)


@dataclass(slots=True)
class Matcher:
    """The grammar over the tokens of one sentence (indices are of that sequence)."""

    text: str
    tokens: Sequence[Token]
    numbers: Sequence[Number]
    lexicon: TimeLexicon
    _items: dict[int, list[Item]] = field(init=False)
    _categories: dict[int, frozenset[str]] = field(init=False)
    _memo: dict[tuple[str, int, str], Sequence[Match]] = field(init=False)
    _known: dict[str, list[tuple[Reading, int]]] = field(init=False)
    _number_ends: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self._memo = {}
        self._known = {}
        self._items = {}
        for at, token in enumerate(self.tokens):
            found = list(self._worded(at, token))
            value = parse_digits(token.folded) if token.folded.isdecimal() else None
            if token.kind == "number" and value is not None:
                found.append(Item("number", {"n": value}, at + 1, "", token.span.start))
            elif dotted := _DOTTED.fullmatch(token.folded):
                day = {name: int(value) for name, value in dotted.groupdict().items()}
                found.append(Item("dotted", day, at + 1, "", token.span.start))
            if found:
                self._items[at] = found
        self._number_ends = {}
        for number in self.numbers:
            self._items.setdefault(number.first, []).append(self._counted(number))
            self._number_ends.update(dict.fromkeys(range(number.first, number.end), number.end))
        self._categories = {
            at: frozenset(item.category for item in items) for at, items in self._items.items()
        }

    def _worded(self, at: int, token: Token) -> Iterator[Item]:
        known = self._known.get(token.folded)
        if known is None:
            longest = self.lexicon.longest
            known = [(r, longest[r.form]) for r in readings(token.folded) if r.form in longest]
            self._known[token.folded] = known
        for reading, most in known:
            for length in range(1, min(most, len(self.tokens) - at) + 1):
                rest = (t.folded for t in self.tokens[at + 1 : at + length])
                for entry in self.lexicon.entries.get((reading.form, *rest), ()):
                    start = _word_start(self.text, token, reading.offset)
                    yield Item(
                        entry.category, entry.features, at + length, reading.proclitics, start
                    )

    def _counted(self, number: Number) -> Item:
        token = self.tokens[number.first]
        taken = fold(self.text[token.span.start : number.span.start])
        features: dict[str, Feature] = {
            "n": number.value, "ordinal": int(number.ordinal), "words": int(number.words)
        }  # fmt: skip
        return Item("number", features, number.end, taken, number.span.start)

    def starts(self, at: int) -> bool:
        """Tell whether any word with a meaning for the grammar stands at `at`."""
        return at in self._items

    def has(self, at: int, category: str) -> bool:
        """Tell whether a word of `category` stands at `at`."""
        return any(item.category == category for item in self._items.get(at, ()))

    def bare(self, at: int, category: str) -> bool:
        """Tell whether a word of `category` without a proclitic stands at `at`."""
        items = self._items.get(at, ())
        return any(item.category == category and not item.proclitics for item in items)

    def number_end(self, at: int) -> int:
        """Return where the number that holds the token `at` ends; 0 where none does."""
        return self._number_ends.get(at, 0)

    def matches(self, at: int) -> Iterator[Match]:
        """Yield every whole time expression, and idiom, that starts at the token `at`."""
        goes_on = any(self._means(item.end) for item in self._items[at])
        openers = self.lexicon.openers if goes_on else self.lexicon.lone
        starts = sorted(self._categories[at])
        names = (name for start in starts for name in openers.get(start, ()))
        for name in dict.fromkeys(names):
            yield from self._rule_matches(name, at, ANY)

    def _means(self, at: int) -> bool:
        """Tell whether the grammar may go on with the word at `at`."""
        return at < len(self.tokens) and (at in self._items or self.tokens[at].folded in _CLITICS)

    def _rule_matches(self, name: str, at: int, link: str) -> Sequence[Match]:
        key = (name, at, link)
        if key not in self._memo:
            found: list[Match] = []
            for element, after in self._first_steps(name, at, link):
                for first in self._element(element, at, link):
                    self._go_on(after, element, first, Match("", first.start, at, {}), found)
            found.sort(key=lambda match: match.rule.order if match.rule else 0)
            self._memo[key] = found
        return self._memo[key]

    def _first_steps(self, name: str, at: int, link: str) -> Iterable[Step]:
        """Return how the rules of a name begin that the word at `at`, or after a lone و, allows."""
        starts = self._categories.get(at, _NOTHING)
        if link in _LONE and at < len(self.tokens) and self.tokens[at].folded in _LONE[link]:
            starts |= self._categories.get(at + 1, _NOTHING)
        by_start = self.lexicon.rules[name]
        if len(starts) == 1:
            return by_start.get(next(iter(starts)), ())
        return dict.fromkeys(step for start in sorted(starts) for step in by_start.get(start, ()))

    def _go_on(
        self, node: Node, element: Element, last: Match, before: Match, found: list[Match]
    ) -> None:
        """Add to `found` what the rules make of `before` and `last`, read as `element`."""
        features: Features | None = before.features
        parts = (*before.parts, last) if element.part else (*before.parts, *last.parts)
        if not element.part:
            features = _unify(before.features, last.features)
        if features is None:
            return
        within = before.within or (last if last.rule else None)
        start, end = before.start, last.end
        for rule in node.ends:
            told = _unify(rule.features, features)
            if told is not None:
                found.append(Match(rule.kind, start, end, told, parts, rule, within))
        if not node.onward:
            return
        so_far = Match("", start, end, features, parts, None, within)
        for following, after in node.onward:
            for one in self._element(following, end, following.link):
                self._go_on(after, following, one, so_far, found)

    def _element(self, element: Element, at: int, link: str) -> Sequence[Match]:
        found = self._at(element, at, link) if self._may_begin(element, at) else ()
        if link not in _LONE or at >= len(self.tokens):
            return found
        if self.tokens[at].folded in _LONE[link] and self._may_begin(element, at + 1):
            return [*found, *self._at(element, at + 1, "")]
        return found

    def _may_begin(self, element: Element, at: int) -> bool:
        found = self._categories.get(at, _NOTHING)
        return element.name == "any" or not element.starts.isdisjoint(found)

    def _at(self, element: Element, at: int, link: str) -> Sequence[Match]:
        if element.name in self.lexicon.rules:
            return self._rule_matches(element.name, at, link)
        if element.name == "any":
            return self._any_word(at)
        found: list[Match] = []
        for item in self._items.get(at, ()):
            if item.category != element.name or not _fits(link, item.proclitics):
                continue
            features = _take_number(element.role, item) if element.role else item.features
            if features is not None:
                found.append(Match("", item.start, item.end, features))
        return found

    def _any_word(self, at: int) -> Sequence[Match]:
        if at < len(self.tokens) and self.tokens[at].kind == "word":
            return (Match("", self.tokens[at].span.start, at + 1, {}),)
        return ()

    def span(self, match: Match) -> Span:
        """Return the span of a match in the text."""
        return Span(match.start, self.tokens[match.end - 1].span.end)


def _take_number(role: str, item: Item) -> Features | None:
    value = item.features["n"]
    if not isinstance(value, int | float):
        return None
    ordinal = bool(item.features.get("ordinal"))
    if (role in _CARDINAL and ordinal) or (role in _ORDINAL and not ordinal):
        return None
    low, high = _RANGES.get(role, (0, 10**9))
    if not low <= value <= high:
        return None
    if role not in {"hour", "amount"} and value != int(value):
        return None
    if role == "hm":
        hour, minute = divmod(int(value), 100)  # «1430 بتوقيت غرينتش»
        return {"hour": hour, "minute": minute} if minute < 60 else None
    if role == "hour" and value != int(value) and not item.features.get("words"):
        minute = round(value % 1 * 100)  # «8.30»
        return {"hour": int(value), "minute": minute} if minute < 60 else None
    name = "hour" if role == "oclock" else role
    return {name: int(value) if value == int(value) else value}
