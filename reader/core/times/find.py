"""Find the time expressions of a text, unresolved: spans without prepositions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.core.lexicon.times import TimeLexicon
from reader.core.numbers import Number
from reader.core.times.clause import lean_of
from reader.core.times.matcher import Match, Matcher
from reader.core.times.resolve import Lean, exists, is_hijri, number
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
        since, until: whether «منذ», «حتى» stands before it.
    """

    match: Match
    span: Span
    first: int
    end: int
    lean: Lean = None
    ago: int = 0
    since: bool = False
    until: bool = False


@dataclass(frozen=True, slots=True)
class _Context:
    tokens: Sequence[Token]
    matcher: Matcher
    lexicon: TimeLexicon
    years: set[int]

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
        prepositions = (cues[kind] for kind in ("in", "since", "ago", "after"))
        return self.proclitic(match, at) or any(w in kind for w in words for kind in prepositions)

    def strictly_cued(self, match: Match, at: int) -> bool:
        """Tell whether a preposition that hardly takes a person stands alone before it."""
        before = self.before(at)
        strict = self.lexicon.cues["strict"]
        return not self.proclitic(match, at) and (before in strict or before[1:] in strict)

    def headed(self, at: int) -> bool:
        """Tell whether «انتخابات» or «كأس العالم» stands before: years tell them apart."""
        heads = self.lexicon.cues["headed"]
        near = (self.before(at), self.before(at - 1) if at else "")
        return any(word in heads or word[1:] in heads for word in near)


def _month_stands(match: Match, context: _Context, at: int) -> bool:
    """Tell whether a bare month name is a month and not another word."""
    features = match.features
    if "numeric_month" in features:
        decree = context.before(at).removeprefix("ال") in context.lexicon.cues["decree"]
        return 1900 <= (number(features, "year") or 0) < 2100 and not decree
    if any(name in features for name in _MONTH_SAID):
        return True
    tokens = context.tokens[at : match.end]
    if len(tokens) > 1 and context.matcher.has(at, "monthword"):
        return True
    if any(token.folded == "(" for token in tokens):
        return True
    alone = features.get("alone")
    if tokens[0].folded.endswith("اب") and context.matcher.text[match.start] != "آ":
        return False  # «بآب» is hardly ever written, «باب» often
    if alone == "strict":
        return context.strictly_cued(match, at)
    return alone == "yes" or (alone == "cue" and (context.cued(match, at) or context.headed(at)))


def _year_stands(match: Match, context: _Context, at: int) -> bool:
    """Tell whether a bare number is a year: four digits after a preposition of time."""
    token = context.tokens[at]
    year = number(match.features, "year") or 0
    digits = context.tokens[match.end - 1].folded
    plain = len(digits) == 4 and digits.isdigit() and match.end == at + 1
    unit = any(context.matcher.bare(match.end, category) for category in _COUNTED)
    inside = context.matcher.number_end(at) > match.end
    if not plain or unit or inside or not 1900 <= year < 2100 or token.kind != "number":
        return False
    if context.after(match.end) in {"%", "دولار", "دولارا", "شخص", "كلم", "متر"}:
        return False
    if year % 100 == 0 and not _ends_phrase(context, match.end):
        return False
    tied = context.strictly_cued(match, at) or context.headed(at) or context.proclitic(match, at)
    return tied or _goes_on(context, at) or _begins_line(context, at, match.end)


def _ends_phrase(context: _Context, end: int) -> bool:
    """Tell «في 2000، وصل» from «في 2000 مدرسة»: nothing counted follows."""
    after = context.after(end)
    cues = context.lexicon.cues
    return not after.isalpha() or after[:1] == "و" or after[:2] == "ال" or after in cues["in"]


def _goes_on(context: _Context, at: int) -> bool:
    """Tell whether the number goes on with a list of years: «عام 1990 و1991»."""
    return context.before(at) in {"و", "،", "او", ","} and at - 1 in context.years


def _begins_line(context: _Context, at: int, end: int) -> bool:
    """Tell «1954 - منع الحزب» from other numbers."""
    return not context.before(at) and context.after(end) in {"-", "–", "—"}


def _year_phrase_stands(match: Match, context: _Context, at: int) -> bool:
    """Tell «العام السابق» from «المنسق العام السابق»."""
    if "bare" in match.features:
        after = context.after(match.end)
        return context.strictly_cued(match, at) and after not in {"من", "علي", "التوالي"}
    if "year" in match.features or "weak" not in match.features:
        return True
    return not context.before(at).startswith("ال")


def _range_stands(match: Match, context: _Context, at: int) -> bool:
    if "between" in match.features:
        before = context.before(at)
        return before in {"بين", "وبين", "ما"}
    if "years" in match.features:
        first, last = (number(part.features, "year") or 0 for part in match.parts)
        hijri = is_hijri(match.parts[-1].features) and 1300 <= first < last < 1500
        return hijri or 1900 <= first < last < 2100
    days = [number(part.features, "day") or 0 for part in match.parts]
    if "following" in match.features and days != list(range(days[0], days[0] + len(days))):
        return False
    return all(exists(part.features) for part in match.parts)


def _date_stands(match: Match, context: _Context, at: int) -> bool:
    """Tell dates that exist, and «اليوم» from «مرتين في اليوم»."""
    features = match.features
    daily = match.end == at + 1 and features.get("shift") == 0 and context.before(at) == "في"
    return exists(features) and not daily


def _time_stands(match: Match, _context: _Context, _at: int) -> bool:
    features = match.features
    return exists(features) and (bool(features.keys() & {"hour", "shift", "month", "weekday"}))


def _bare_unit_stands(match: Match, context: _Context, at: int) -> bool:
    """Tell «منذ شهر» from the other uses of the word."""
    before = context.before(at)
    words = (before, before[1:]) if before[:1] in {"و", "ف"} else (before,)
    several = "some" in match.features
    lasting = several and context.tokens[at].folded[:1] == "ل" and context.proclitic(match, at)
    if "throughout" in match.features:
        return before in {"طوال", "طيله"}
    if context.before(at) == "ذلك" and context.proclitic(match, at):
        return True  # «قبل ذلك بأسبوع»
    if not lasting and not any(word in context.lexicon.cues["length"] for word in words):
        return False
    return not context.after(match.end).startswith("ال")


def _falling_stands(match: Match, context: _Context, at: int) -> bool:
    """Tell «حلول الليل» from the other uses of the word."""
    del match
    return context.before(at) in context.lexicon.cues["fall"]


def _duration_stands(match: Match, context: _Context, at: int) -> bool:
    """Three to ten of a thing are counted in the plural: «آيفون 3 ساعة» counts no hours."""
    if "between" in match.features and context.before(at) not in {"بين", "وبين"}:
        return False
    token = context.tokens[at]
    if at and token.kind == "number" and context.tokens[at - 1].span.end == token.span.start:
        return not context.tokens[at - 1].folded.isascii()
    amount = match.features.get("amount")
    few = isinstance(amount, int | float) and 3 <= amount <= 10 and amount == int(amount)
    return not (few and "singular" in match.features)


def _present_stands(match: Match, context: _Context, at: int) -> bool:
    """Tell «الآن» from the name «ألان», which the key makes one."""
    del at
    return not context.matcher.text[match.start].startswith(("أ", "إ", "آ"))


def _feast_stands(match: Match, context: _Context, at: int) -> bool:
    """Tell the feast as a time from the feast as a thing: it needs a preposition or a year."""
    return "bare" not in match.features or context.strictly_cued(match, at)


_CHECKS = {
    "duration": _duration_stands,
    "present": _present_stands,
    "falling": _falling_stands,
    "feast": _feast_stands,
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
    headed = before in heads or (before[1:] in heads and not before.startswith("ال"))
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
    until = before in lexicon.cues["deadline"]
    if lean == "past" and until:
        lean = None  # «وقع القانون الذي يمهلهم حتى 17 سبتمبر»
    return Found(match, span, at, match.end, "past" if since else lean, ago, since, until)


def find(
    text: str, tokens: Sequence[Token], lexicon: TimeLexicon, numbers: Sequence[Number]
) -> Iterator[Found]:
    """Yield the expressions of `text` from left to right, the longest at each place."""
    context = _Context(tokens, Matcher(text, tokens, numbers, lexicon), lexicon, set())
    at = 0
    while at < len(tokens):
        match = _longest(context, at) if context.matcher.starts(at) else None
        if match is None:
            at += 1
            continue
        if match.kind != "idiom" and not _names_a_place(match, context, at):
            yield _described(match, context, at)
            if match.kind in {"year", "year_alone", "month"} and "year" in match.features:
                context.years.add(match.end)
        at = match.end
