"""Find the time expressions of a text, unresolved: spans without prepositions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.core.lexicon.times import TimeLexicon
from reader.core.numbers import Number
from reader.core.times.clause import lean_of
from reader.core.times.matcher import Match, Matcher
from reader.core.times.resolve import Lean, exists, number
from reader.core.types import Span, Token

_NOT_AFTER_AGO = frozenset({"من", "ان", "علي"})
_MONTH_SAID = ("part", "half", "dir", "year", "day")
_COUNTED = frozenset({"unit_one", "unit_many", "the_unit_many"})


@dataclass(frozen=True, slots=True)
class Found:
    """One expression of the text and what its surroundings say of it.

    Attributes:
        first, end: half-open range of token indices.
        ago: -1 after «قبل», 1 after «بعد» in a planned clause, else 0.
    """

    match: Match
    span: Span
    first: int
    end: int
    lean: Lean = None
    ago: int = 0
    since: bool = False


@dataclass(frozen=True, slots=True)
class _Context:
    tokens: Sequence[Token]
    matcher: Matcher
    lexicon: TimeLexicon

    def before(self, at: int) -> str:
        """Return the folded word before the token `at` in its sentence, or ""."""
        if not at or self.tokens[at - 1].sentence != self.tokens[at].sentence:
            return ""
        return self.tokens[at - 1].folded

    def after(self, end: int) -> str:
        """Return the folded word that follows in the same sentence, or ""."""
        if end >= len(self.tokens) or self.tokens[end].sentence != self.tokens[end - 1].sentence:
            return ""
        return self.tokens[end].folded

    def proclitic(self, match: Match, at: int) -> bool:
        """Tell whether a preposition is written onto the first word."""
        token = self.tokens[at]
        taken = token.folded[: max(0, match.start - token.span.start)]
        return taken[-1:] in {"ب", "ل"}

    def cued(self, match: Match, at: int) -> bool:
        """Tell whether a preposition of time stands before the expression."""
        before = self.before(at)
        cues = self.lexicon.cues
        words = (before, before[1:]) if before[:1] in {"و", "ف"} else (before,)
        return self.proclitic(match, at) or any(w in kind for w in words for kind in cues.values())


def _month_stands(match: Match, context: _Context, at: int) -> bool:
    """Tell whether a bare month name is a month and not another word."""
    features = match.features
    if any(name in features for name in _MONTH_SAID):
        return True
    tokens = context.tokens[at : match.end]
    if len(tokens) > 1 and context.matcher.has(at, "monthword"):
        return True
    if any(token.folded == "(" for token in tokens):
        return True
    alone = features.get("alone")
    return alone == "yes" or (alone == "cue" and context.cued(match, at))


def _year_stands(match: Match, context: _Context, at: int) -> bool:
    """Tell whether a bare number is a year: four digits after a preposition of time."""
    token = context.tokens[at]
    year = number(match.features, "year") or 0
    digits = context.tokens[match.end - 1].folded
    plain = len(digits) == 4 and digits.isdigit() and match.end == at + 1
    unit = match.end < len(context.tokens) and any(
        context.matcher.has(match.end, category) for category in _COUNTED
    )
    inside = any(n.first <= at < n.end and n.end > match.end for n in context.matcher.numbers)
    if not plain or unit or inside or not 1900 <= year < 2100 or token.kind != "number":
        return False
    return context.cued(match, at) and context.after(match.end) != "%"


def _year_phrase_stands(match: Match, context: _Context, at: int) -> bool:
    """Tell «العام السابق» from «المنسق العام السابق»."""
    if "year" in match.features or "weak" not in match.features:
        return True
    return not context.before(at).startswith("ال")


def _range_stands(match: Match, context: _Context, at: int) -> bool:
    if "between" in match.features:
        before = context.before(at)
        return before in {"بين", "وبين", "ما"}
    if "years" in match.features:
        first, last = (number(part.features, "year") or 0 for part in match.parts)
        return 1900 <= first < last < 2100
    return all(exists(part.features) for part in match.parts)


def _date_stands(match: Match, _context: _Context, _at: int) -> bool:
    return exists(match.features)


def _time_stands(match: Match, _context: _Context, _at: int) -> bool:
    features = match.features
    return exists(features) and (bool(features.keys() & {"hour", "shift", "month", "weekday"}))


def _bare_unit_stands(match: Match, context: _Context, at: int) -> bool:
    """Tell «منذ شهر» from the other uses of the word."""
    before = context.before(at)
    words = (before, before[1:]) if before[:1] in {"و", "ف"} else (before,)
    if not any(word in context.lexicon.cues["length"] for word in words):
        return False
    return not context.after(match.end).startswith("ال")


def _falling_stands(match: Match, context: _Context, at: int) -> bool:
    """Tell «حلول الليل» from the other uses of the word."""
    del match
    return context.before(at) in context.lexicon.cues["fall"]


def _duration_stands(match: Match, _context: _Context, _at: int) -> bool:
    """Three to ten of a thing are counted in the plural: «آيفون 3 ساعة» counts no hours."""
    amount = match.features.get("amount")
    few = isinstance(amount, int | float) and 3 <= amount <= 10 and amount == int(amount)
    return not (few and "singular" in match.features)


def _present_stands(match: Match, context: _Context, _at: int) -> bool:
    """Tell «الآن» from the name «ألان», which the key makes one."""
    return not context.matcher.text[match.start].startswith(("أ", "إ"))


_CHECKS = {
    "duration": _duration_stands,
    "present": _present_stands,
    "falling": _falling_stands,
    "bare_unit": _bare_unit_stands,
    "month": _month_stands,
    "year_alone": _year_stands,
    "year": _year_phrase_stands,
    "range": _range_stands,
    "date": _date_stands,
    "time": _time_stands,
}


def _stands(match: Match, context: _Context, at: int) -> bool:
    tokens = context.tokens
    if tokens[match.end - 1].sentence != tokens[at].sentence:
        return False
    check = _CHECKS.get(match.kind)
    return check is None or check(match, context, at)


def _longest(context: _Context, at: int) -> Match | None:
    found = [m for m in context.matcher.matches(at) if _stands(m, context, at)]
    return max(
        found, key=lambda m: (m.end, m.kind == "idiom", -m.start, len(m.features)), default=None
    )


def _names_a_place(match: Match, context: _Context, at: int) -> bool:
    """Tell «قصر 22 مايو» and «حي الجمعة» from times: a date without a year after such a head."""
    if match.kind not in {"date", "month"} or "year" in match.features:
        return False
    direction = "dir" in match.features or "shift" in match.features
    before = context.before(at)
    heads = context.lexicon.name_heads
    headed = before in heads or before[1:] in heads or before.removeprefix("ال") in heads
    return headed and not direction and not context.matcher.has(at, "dayword")


def _described(match: Match, context: _Context, at: int) -> Found:
    lexicon = context.lexicon
    lean = lean_of(context.tokens, at, match.end, lexicon.tense)
    before = context.before(at)
    before = before[1:] if before[:1] in {"و", "ف"} and len(before) > 3 else before
    since = before in lexicon.cues["since"]
    ago = 0
    if context.after(match.end) not in _NOT_AFTER_AGO:
        planned = before in lexicon.cues["after"] and lean == "future"
        ago = -1 if before in lexicon.cues["ago"] else int(planned)
    span = context.matcher.span(match)
    return Found(match, span, at, match.end, "past" if since else lean, ago, since)


def find(
    text: str, tokens: Sequence[Token], lexicon: TimeLexicon, numbers: Sequence[Number]
) -> Iterator[Found]:
    """Yield the expressions of `text` from left to right, the longest at each place."""
    context = _Context(tokens, Matcher(text, tokens, numbers, lexicon), lexicon)
    at = 0
    while at < len(tokens):
        match = _longest(context, at) if context.matcher.starts(at) else None
        if match is None:
            at += 1
            continue
        if match.kind != "idiom" and not _names_a_place(match, context, at):
            yield _described(match, context, at)
        at = match.end
