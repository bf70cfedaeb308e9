"""The date that an article bears: in its dateline, or in a line under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.core.lexicon.times import TimeLexicon
from reader.core.times.find import Found
from reader.core.types import Token

_HEAD = 3  # sentences: a headline, a byline and the first of the text
_REACH = 14  # tokens before and after
_PLACE = 4  # words of a place and «في»
_NAME = 2  # words of a place that neither a source nor a dash follows
_BYLINE = 6  # words before a dash
_AGENCY = 5  # tokens from one bracket or slash to the other
_MARKS = frozenset({"-", "–", "—", ":", "|", "/"})
_CLOSED_BY = {"(": ")", "[": "]", "/": "/"}
_SCRIPT_DASH = "ـ"  # the letter stretcher, typed for a dash; no token
_PREPOSITIONS = ("in", "strict", "since", "ago", "after")
_CLOCK = frozenset({"الساعه", "بتوقيت", "غرينتش", "gmt", "م", "ص"})


def dateline(
    found: Sequence[Found], text: str, tokens: Sequence[Token], lexicon: TimeLexicon
) -> Found | None:
    """Return the date of «القاهرة - 12 مارس 2021 -» over or of «12 مارس 2021» under a text."""
    for one in found:
        if tokens[one.first].sentence >= _HEAD:
            break
        if not _is_dated(one) or not _Line.around(one, text, tokens, lexicon).is_dateline(one):
            continue
        return None if _is_listed(one, found, tokens) else one
    last = found[-1] if found else None
    if last is None or not _is_dated(last) or tokens[last.first].sentence != tokens[-1].sentence:
        return None
    return last if _Line.around(last, text, tokens, lexicon).is_signature() else None


def _is_dated(one: Found) -> bool:
    features = one.match.features
    if one.match.kind == "time" and not {"month", "day"} <= features.keys():
        return False
    return one.match.kind in {"date", "pair", "time"} and "shift" not in features


def _is_listed(one: Found, found: Sequence[Found], tokens: Sequence[Token]) -> bool:
    """Tell whether it is the first of lines that tell what happened when."""
    entries = [other for other in found if _is_dated(other) and _heads_line(other, tokens)]
    return len(entries) > 1 and one in entries


def _heads_line(one: Found, tokens: Sequence[Token]) -> bool:
    """Tell whether a date stands first in its line, with a mark after it."""
    first = one.first
    while first and tokens[first - 1].folded in _MARKS:
        first -= 1
    begins = not first or tokens[first - 1].sentence != tokens[one.first].sentence
    return begins and one.end < len(tokens) and tokens[one.end].folded in _MARKS


@dataclass(frozen=True, slots=True)
class _Side:
    """The folded words on one side of a date, less agencies, clock times and what is in brackets.

    Attributes:
        sourced: whether an agency is named there.
        marked: whether a dash or the like stands first.
    """

    words: tuple[str, ...]
    sourced: bool
    marked: bool

    @classmethod
    def of(cls, tokens: Sequence[str], lexicon: TimeLexicon) -> _Side:
        """Take the sources out of the tokens of one side."""
        agencies = lexicon.cues["agency"]
        words: list[str] = []
        sourced = marked = False
        at = 0
        while at < len(tokens):
            word = tokens[at]
            end = _group_end(tokens, at)
            if end > at:
                sourced |= word == "/" or not agencies.isdisjoint(tokens[at:end])
            elif word in agencies:
                sourced = True
            elif word in _MARKS or word == _SCRIPT_DASH:
                marked |= not words
            elif word[:1].isalpha() and len(word) > 1 and word not in _CLOCK:
                words.append(word)
            at = max(end, at + 1)
        return cls(tuple(words), sourced or _spells(tokens), marked)


def _group_end(tokens: Sequence[str], at: int) -> int:
    """Return the index after the bracket or slash that closes what opens at `at`, else `at`."""
    closer = _CLOSED_BY.get(tokens[at])
    near = tokens[at + 1 : at + 1 + _AGENCY]
    return at + 2 + near.index(closer) if closer in near[1:] else at


def _spells(tokens: Sequence[str]) -> bool:
    """Tell whether letters stand alone one after the other: «أ ف ب»."""
    single = [len(word) == 1 and word.isalpha() for word in tokens]
    return any(a and b for a, b in pairwise(single))


@dataclass(frozen=True, slots=True)
class _Line:
    """The two sides of a date in its sentence."""

    before: _Side
    after: _Side
    lexicon: TimeLexicon

    @classmethod
    def around(cls, one: Found, text: str, tokens: Sequence[Token], lexicon: TimeLexicon) -> _Line:
        """Read the sentence around a date; of a date in brackets, what is in them."""
        sentence = tokens[one.first].sentence
        left = tokens[max(0, one.first - _REACH) : one.first]
        right = tokens[one.end : one.end + _REACH]
        before = [token.folded for token in left if token.sentence == sentence]
        after = [token.folded for token in right if token.sentence == sentence]
        if text[one.span.end : one.span.end + 2].strip() == _SCRIPT_DASH:
            after.insert(0, _SCRIPT_DASH)
        if before[-1:] == ["("] and after[:1] == [")"]:
            before, after = before[:-1], after[1:]
        elif "(" in before[-_AGENCY:] and ")" in after[:_AGENCY]:
            opened = len(before) - 1 - before[::-1].index("(")
            if ")" not in before[opened:]:
                before, after = before[opened + 1 :], after[: after.index(")")]
        return cls(_Side.of(before, lexicon), _Side.of(after, lexicon), lexicon)

    def is_dateline(self, one: Found) -> bool:
        """Tell whether no more than a place, a source and a dash surround the date."""
        words = self.before.words
        if not self._may_bear() or len(words) > _BYLINE:
            return False
        if self.after.marked or self._is_published():
            return self.after.marked or not self.after.words
        if not self.after.words and self._is_sourced():
            return len(words) <= _PLACE
        if not self.after.words:
            return one.lean is None and self._is_place(words)
        return self.after.sourced and len(words) <= _PLACE + 1

    def is_signature(self) -> bool:
        """Tell whether nothing but a source or a word of publishing stands beside the date."""
        words = self.before.words
        alone = not words or self._is_sourced() or self._is_published()
        return self._may_bear() and alone and len(words) < _PLACE and not self.after.words

    def _may_bear(self) -> bool:
        """Tell whether neither a verb nor a preposition that is no dateline's stands before."""
        words, cues = self.before.words, self.lexicon.cues
        if self._is_published():
            return True
        if len(words) > 1 and not self.lexicon.tense.past.isdisjoint(words):
            return False
        placed = words[-1:] == ("في",) and 1 < len(words) <= _PLACE
        tied = bool(words) and any(words[-1] in cues[kind] for kind in _PREPOSITIONS)
        return placed or not tied

    def _is_place(self, words: Sequence[str]) -> bool:
        """Tell «الدار البيضاء 12 مارس 2021» from «انتخابات العراق 11 نوفمبر 2025»."""
        place = words[:-1] if words[-1:] == ("في",) else words
        kinds = ("headed", "recalled", "occasion")
        named = all(self.lexicon.cues[kind].isdisjoint(place) for kind in kinds)
        return named and len(place) <= _NAME

    def _is_sourced(self) -> bool:
        return self.before.sourced or self.after.sourced

    def _is_published(self) -> bool:
        return not self.lexicon.cues["published"].isdisjoint(self.before.words[:2])
