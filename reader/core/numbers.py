"""Numbers in digits and in words, cardinal and ordinal.

A number in words is a sum of groups; a group is what stands before a scale word,
times the scale: «مئة وخمسة وعشرون ألفا وثلاثة» is (100 + 5 + 20) × 1000 + 3. The
parts of a sum are joined by و, which is written onto the next word, so a part
after the first counts only where it carries that و or is a scale.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reader.core.clitics import Reading, readings
from reader.core.lexicon.numbers import NumberLexicon
from reader.core.types import Span, Token

_Kind = Literal[
    "unit", "teen", "ten", "hundred", "scale", "dual", "ordinal", "fraction", "shares", "digits"
]  # fmt: skip
_TEN = frozenset({"عشر", "عشره"})
# «أحد» and «إحدى» count only before a ten: elsewhere they are one of many.
_ONE_OF = frozenset({"احد", "احدي"})
# «الحادي» and «حادية» count only before ten or twenty.
_ELEVEN_ONLY = frozenset({"حادي", "حاديه"})
# What follows a number without و.
_MULTIPLIERS = frozenset({"scale", "hundred", "shares"})
# What may still be added to a group after a part of each kind must be smaller.
# What «ونصف» may follow; after a ten it is a number of its own.
_HALVED = frozenset({"unit", "scale", "dual"})
_ROOM = {"hundred": 100, "unit": 10}


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the words that say it.

    Attributes:
        first, end: half-open range of indices into the tokens that were given.
        span: of the number without leading proclitics; the article stays.
        words: whether it is written in words, at least in part.
    """

    first: int
    end: int
    value: int | float
    ordinal: bool
    span: Span
    words: bool


@dataclass(frozen=True, slots=True)
class _Part:
    kind: _Kind
    value: int | float
    reading: Reading
    tokens: int = 1

    @property
    def joined(self) -> bool:
        return self.reading.proclitics.startswith("و")


_LONGEST = 30  # letters


def parse_digits(folded: str) -> int | float | None:
    """Return the value of digits with separators, or None where they are not a number.

    A comma, or the Arabic thousands mark, before each three digits groups them;
    a full stop or the Arabic decimal mark starts the fraction. What is longer than any
    quantity is a number of an account, a telephone or a book.
    """
    if len(folded) > _LONGEST:
        return None
    plain = folded.replace("٬", ",").replace("٫", ".")
    groups = plain.split(",")
    if len(groups) > 1:
        whole = groups[-1].split(".")[0]
        if not all(len(g) == 3 for g in [*groups[1:-1], whole]) or len(groups[0]) > 3:
            return float(plain.replace(",", ".")) if len(groups) == 2 and "." not in plain else None
        plain = "".join(groups)
    if plain.count(".") > 1:
        return None
    return float(plain) if "." in plain else int(plain)


class _Sum:
    """A number in the making: finished groups, and the group that still grows."""

    def __init__(self) -> None:
        self._total: int | float = 0
        self._group: int | float = 0
        self._room = math.inf  # what is added next to the group must be smaller
        self._scale = math.inf  # and the next scale smaller than this
        self._last: _Kind | None = None
        self._unit: int | float = 1  # what «ونصف» is a half of

    @property
    def value(self) -> int | float:
        return self._total + self._group

    def take(self, part: _Part) -> bool:
        """Add `part` if Arabic goes on with it here; tell whether it did."""
        taken = self._take(part)
        if taken:
            self._last = part.kind
        return taken

    def _take(self, part: _Part) -> bool:
        if self._last is not None and not part.joined:
            return self._multiply(part)
        if part.kind == "fraction" and self._last in _HALVED:
            self._total += part.value * self._unit
            self._room = self._scale = 0
            return True
        if part.kind in {"scale", "dual"}:
            return self._add_scale(part)
        if part.kind == "digits" and self._last in {"scale", "dual"}:
            return part.value < self._scale and self._add(part.value, 0)
        if part.kind in {"digits", "fraction"}:
            return self._last is None and self._add(part.value, 0)
        if self._last == "unit":
            return part.kind == "ten" and self._room == 10 and self._add(part.value, 0)
        if part.value >= self._room:
            return False
        return self._add(part.value, _ROOM.get(part.kind, 0))

    def _multiply(self, part: _Part) -> bool:
        if part.kind == "hundred" and part.value == 100 and self._last == "unit":
            self._group += (self._group % 10) * 99
            self._room = 100
            return True
        if part.kind == "shares" and self._last == "unit" and not self._total:
            self._group *= part.value
            return True
        if part.kind == "scale" and self._last == "fraction" and part.reading.definite:
            return part.value == self._unit  # «مليون ونصف المليون»
        if part.kind != "scale" or part.value >= self._scale or not self._group:
            return False
        self._total += self._group * part.value
        self._group, self._room, self._scale = 0, math.inf, part.value
        self._unit = part.value
        return True

    def _add_scale(self, part: _Part) -> bool:
        if part.value >= self._scale or self._group:
            return False
        self._total += part.value
        self._room, self._scale = math.inf, part.value / (2 if part.kind == "dual" else 1)
        self._unit = self._scale
        return True

    def _add(self, value: float, room: float) -> bool:
        self._group += value
        self._room = room
        self._unit = 1
        return True


class _Reader:
    """Reads the tokens' number words once, then the sums that they make."""

    def __init__(self, tokens: Sequence[Token], lexicon: NumberLexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        kinds: tuple[tuple[_Kind, Mapping[str, int | float]], ...] = (
            ("hundred", lexicon.hundreds),
            ("ten", lexicon.tens),
            ("scale", lexicon.scales),
            ("dual", lexicon.duals),
            ("unit", lexicon.units),
            ("ordinal", lexicon.ordinals),
            ("fraction", lexicon.fractions),
            ("shares", lexicon.shares),
        )
        self._known: dict[str, tuple[_Kind, int | float]] = {}
        for kind, values in kinds:
            for form, value in values.items():
                self._known.setdefault(form, (kind, value))
        self._words = self._known.keys() | lexicon.teens.keys() | _ONE_OF
        self._readings: dict[str, tuple[Reading, ...]] = {}
        self._parts = [self._part(i) for i in range(len(tokens))]

    def _part(self, index: int) -> _Part | None:
        token = self._tokens[index]
        if token.kind == "number":
            value = parse_digits(token.folded)
            bare = Reading("", 0, token.folded, token.folded, definite=False)
            return None if value is None else _Part("digits", value, bare)
        if token.kind != "word":
            return None
        for reading in self._numerals(token.folded):
            part = self._word(index, reading)
            if part is not None:
                return part
        return None

    def _numerals(self, folded: str) -> tuple[Reading, ...]:
        """Return the readings of a word that may be a number; most words have none."""
        found = self._readings.get(folded)
        if found is None:
            found = tuple(
                r for r in readings(folded) if r.form in self._words or r.stem in self._words
            )
            self._readings[folded] = found
        return found

    def _word(self, index: int, reading: Reading) -> _Part | None:
        # «ألفين» only looks as if it bore an article: the whole form is tried first.
        forms = (reading.form, reading.stem) if reading.definite else (reading.form,)
        following = self._tokens[index + 1].folded if index + 1 < len(self._tokens) else ""
        for form in forms:
            if form in self._lexicon.teens and following.removeprefix("ال") in _TEN:
                return _Part("teen", self._lexicon.teens[form], reading, 2)
            if form in _ONE_OF and following[:1] == "و" and following[1:] in self._lexicon.tens:
                return _Part("unit", 1, reading)
            if form in self._known:
                return _Part(*self._known[form], reading)
        return None

    def at(self, index: int) -> Number | None:
        """Return the longest number that starts at token `index`, or None."""
        part = self._parts[index]
        if part is None:
            return None
        if part.kind == "ordinal" or (part.kind == "teen" and self._is_ordinal_teen(index)):
            return self._ordinal(index, part)
        return self._cardinal(index, part)

    def _is_ordinal_teen(self, index: int) -> bool:
        part = self._parts[index]
        return part is not None and (
            part.reading.stem not in self._lexicon.units
            and part.reading.stem not in {"احد", "احدي", "اثنا", "اثني", "اثنتا", "اثنتي"}
        )

    def _ordinal(self, index: int, part: _Part) -> Number | None:
        end, value = index + part.tokens, part.value
        following = self._next(end)
        if part.kind == "ordinal" and following and following.joined and following.kind == "ten":
            end, value = end + following.tokens, value + following.value
        elif part.kind == "ordinal" and part.reading.stem in _ELEVEN_ONLY:
            return None
        return self._number(index, end, value, ordinal=True)

    def _cardinal(self, index: int, part: _Part) -> Number | None:
        amount = _Sum()
        end, current = index, part
        while amount.take(current):
            end += current.tokens
            following = self._next(end)
            if following is None:
                break
            current = following
        if end == index or part.kind == "shares" or (part.kind == "fraction" and end == index + 1):
            return None
        return self._number(index, end, amount.value, ordinal=False)

    def _next(self, end: int) -> _Part | None:
        part = self._parts[end] if end < len(self._parts) else None
        part = part or self._joined_digits(end) or self._joined_word(end)
        return part if part and (part.joined or part.kind in _MULTIPLIERS) else None

    def _joined_word(self, at: int) -> _Part | None:
        """Return the number word that a و of its own joins: «مئة و ستون»."""
        if at + 1 >= len(self._tokens) or self._tokens[at].folded != "و":
            return None
        part = self._parts[at + 1]
        if part is None or part.kind in {"digits", "ordinal"} or part.reading.proclitics:
            return None
        reading = replace(part.reading, proclitics="و")
        return _Part(part.kind, part.value, reading, part.tokens + 1)

    def _joined_digits(self, at: int) -> _Part | None:
        """Return the digits, times their scale, that a و of its own joins: «و200 ألف»."""
        if at + 1 >= len(self._tokens) or self._tokens[at].folded != "و":
            return None
        digits = self._parts[at + 1]
        touching = self._tokens[at].span.end == self._tokens[at + 1].span.start
        if digits is None or digits.kind != "digits" or not touching:
            return None
        joined = Reading("و", 0, digits.reading.form, digits.reading.stem, definite=False)
        scale = self._parts[at + 2] if at + 2 < len(self._parts) else None
        if scale is None or scale.kind != "scale" or scale.joined:
            return _Part("digits", digits.value, joined, 2)
        return _Part("scale", digits.value * scale.value, joined, 3)

    def _number(self, first: int, end: int, value: float, *, ordinal: bool) -> Number:
        part = self._parts[first]
        skipped = part.reading.offset if part else 0
        start = _offset(self._tokens[first], skipped)
        span = Span(start, self._tokens[end - 1].span.end)
        words = any(self._tokens[i].kind == "word" for i in range(first, end))
        whole = int(value) if float(value).is_integer() else value
        return Number(first, end, whole, ordinal, span, words)


def _offset(token: Token, letters: int) -> int:
    # A proclitic is one letter; marks on it would be rare enough to count with it.
    return token.span.start + letters


def find_numbers(tokens: Sequence[Token], lexicon: NumberLexicon) -> tuple[Number, ...]:
    """Return the numbers in `tokens`, in order, none overlapping another.

    >>> # «وقتل ثمانية وعشرين جنديا» gives Number(first=1, end=3, value=28, ...)
    """
    reader = _Reader(tokens, lexicon)
    found: list[Number] = []
    index = 0
    while index < len(tokens):
        number = reader.at(index)
        if number is not None and _same_sentence(tokens, number):
            found.append(number)
            index = number.end
        else:
            index += 1
    return tuple(found)


def _same_sentence(tokens: Sequence[Token], number: Number) -> bool:
    return tokens[number.first].sentence == tokens[number.end - 1].sentence
