"""Match the rules of the lexicon's grammar against tokens.

A match is a set of features, unified from what its words say: two words that
disagree (two different months) do not match one rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reader.core.clitics import Reading, readings
from reader.core.lexicon.times import Element, Feature, Features, Rule, TimeLexicon
from reader.core.normalize import fold, letter_start
from reader.core.numbers import Number
from reader.core.types import Span, Token

ANY = "*"
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


@dataclass(frozen=True, slots=True)
class Item:
    """A word sequence with one of its meanings; `start` is a code-point offset."""

    category: str
    features: Features
    end: int
    proclitics: str
    start: int


@dataclass(frozen=True, slots=True)
class Match:
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


@dataclass(frozen=True, slots=True)
class _State:
    at: int
    start: int
    features: Features
    parts: tuple[Match, ...]
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
    _memo: dict[tuple[str, int, str], tuple[Match, ...]] = field(init=False)
    _known: dict[str, list[tuple[Reading, int]]] = field(init=False)

    def __post_init__(self) -> None:
        self._memo = {}
        self._known = {}
        self._items = {}
        for at, token in enumerate(self.tokens):
            found = list(self._worded(at, token))
            if token.kind == "number" and token.folded.isdigit():
                value = int(token.folded)
                found.append(Item("number", {"n": value}, at + 1, "", token.span.start))
            if found:
                self._items[at] = found
        for number in self.numbers:
            self._items.setdefault(number.first, []).append(self._counted(number))
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

    def _rule_matches(self, name: str, at: int, link: str) -> tuple[Match, ...]:
        key = (name, at, link)
        if key not in self._memo:
            rules = self._rules_at(name, at, link)
            self._memo[key] = tuple(m for rule in rules for m in self._match(rule, at, link))
        return self._memo[key]

    def _rules_at(self, name: str, at: int, link: str) -> Iterable[Rule]:
        """Return the rules of a name that the word at `at`, or after its lone clitic, allows."""
        starts = self._categories.get(at, _NOTHING)
        if link in _LONE and at < len(self.tokens) and self.tokens[at].folded in _LONE[link]:
            starts |= self._categories.get(at + 1, _NOTHING)
        by_start = self.lexicon.rules[name]
        if len(starts) == 1:
            return by_start.get(next(iter(starts)), ())
        return dict.fromkeys(rule for start in sorted(starts) for rule in by_start.get(start, ()))

    def _match(self, rule: Rule, at: int, link: str) -> Iterator[Match]:
        states = [_State(at, -1, rule.features, ())]
        for element in rule.elements:
            states = [s for state in states for s in self._step(element, state, link)]
            if not states:
                return
        for state in states:
            yield Match(
                rule.kind, state.start, state.at, state.features, state.parts, rule, state.within
            )

    def _step(self, element: Element, state: _State, link: str) -> Iterator[_State]:
        if element.optional:
            yield state
        wanted = link if state.start < 0 else element.link
        for found in self._element(element, state.at, wanted):
            start = found.start if state.start < 0 else state.start
            within = state.within or (found if found.rule else None)
            if element.part:
                yield _State(found.end, start, state.features, (*state.parts, found), within)
                continue
            features = _unify(state.features, found.features)
            if features is not None:
                yield _State(found.end, start, features, (*state.parts, *found.parts), within)

    def _element(self, element: Element, at: int, link: str) -> Iterator[Match]:
        if self._may_begin(element, at):
            yield from self._at(element, at, link)
        if link not in _LONE or at >= len(self.tokens):
            return
        if self.tokens[at].folded in _LONE[link] and self._may_begin(element, at + 1):
            yield from self._at(element, at + 1, "")

    def _may_begin(self, element: Element, at: int) -> bool:
        found = self._categories.get(at, _NOTHING)
        return element.name == "any" or not element.starts.isdisjoint(found)

    def _at(self, element: Element, at: int, link: str) -> Iterator[Match]:
        if element.name in self.lexicon.rules:
            yield from self._rule_matches(element.name, at, link)
        if element.name == "any":
            yield from self._any_word(at)
        for item in self._items.get(at, ()):
            if item.category != element.name or not _fits(link, item.proclitics):
                continue
            features = _take_number(element.role, item) if element.role else item.features
            if features is not None:
                yield Match("", item.start, item.end, features)

    def _any_word(self, at: int) -> Iterator[Match]:
        if at < len(self.tokens) and self.tokens[at].kind == "word":
            yield Match("", self.tokens[at].span.start, at + 1, {})

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
    if role == "hour" and value != int(value) and not item.features.get("words"):
        minute = round(value % 1 * 100)  # «8.30»
        return {"hour": int(value), "minute": minute} if minute < 60 else None
    name = "hour" if role == "oclock" else role
    return {name: int(value) if value == int(value) else value}
