"""Find the time expressions of a text, unresolved: spans without prepositions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.core.lexicon.times import Features, TimeLexicon
from reader.core.numbers import Number
from reader.core.times.clause import lean_of
from reader.core.times.matcher import Match, Matcher
from reader.core.times.resolve import Lean, exists, is_hijri, number
from reader.core.types import Span, Token

_NOT_AFTER_AGO = frozenset({"من", "ان", "علي"})
_FOR_ONE = frozenset({"اسبوعا", "شهرا"})  # «عاما» is «public» too, «يوما» «ever»
_JOINED = (" و", "، و")
_YEAR_SAID = frozenset({"year", "dir", "shift", "dir_of"})
_MONTH_SAID = ("part", "half", "dir", "year", "day")
_RECALLED = 5  # words between an anniversary and what it is of
_PUT_OFF = 8  # words between what is put off and until when
_COUNTED_THINGS = frozenset({"%", "دولار", "دولارا", "شخص", "كلم", "متر"})
_NO_ACCUSATIVE = ("ها", "ما", "نا", "وا", "ضا")  # «قتلها», «فيما», «أيضا»
_COUNTED = frozenset({"unit_one", "unit_many", "the_unit_many"})


@dataclass(frozen=True, slots=True)
class Found:
    """One expression of the text and what its surroundings say of it.

    Attributes:
        first, end: half-open range of token indices.
        ago: -1 after «قبل», 1 after «بعد» in a planned clause, else 0.
        since, until: whether «منذ», «حتى» stands before it.
        recalled: whether it only tells of what year a war or an anniversary is.
    """

    match: Match
    span: Span
    first: int
    end: int
    lean: Lean = None
    ago: int = 0
    since: bool = False
    until: bool = False
    recalled: bool = False


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
        prepositions = [cues[kind] for kind in ("in", "since", "ago", "after")]
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

    def recalled(self, at: int) -> bool:
        """Tell whether a few words before say that something of that day is remembered."""
        return self.near(at, "recalled", _RECALLED)

    def near(self, at: int, kind: str, reach: int) -> bool:
        """Tell whether a cue of a kind stands a few words before, in the same sentence."""
        sentence = self.tokens[at].sentence
        near = (t.folded for t in self.tokens[max(0, at - reach) : at] if t.sentence == sentence)
        words = self.lexicon.cues[kind]
        return any(word in words or word[1:] in words for word in near)


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
    if context.after(match.end) in _COUNTED_THINGS:
        return False
    if year % 100 == 0 and not _ends_phrase(context, match.end):
        return False
    tied = context.strictly_cued(match, at) or context.headed(at) or context.proclitic(match, at)
    compared = context.before(at) in context.lexicon.cues["compared"]
    tied |= compared and _ends_phrase(context, match.end)
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
    if "dir" in match.features and _counts_things(match, context):
        return False
    if "year" in match.features or "weak" not in match.features:
        return True
    return not context.before(at).startswith("ال")


def _counts_things(match: Match, context: _Context) -> bool:
    """Tell «غادره العام الماضي 1570 شخصا» from «العام الماضي 2023»."""
    year = number(match.features, "year")
    if year is None or context.tokens[match.end - 1].kind != "number":
        return False
    after = context.after(match.end)
    accusative = len(after) > 3 and after.endswith("ا") and not after.endswith(_NO_ACCUSATIVE)
    counted = after in _COUNTED_THINGS or (accusative and after.isalpha())
    return counted or not (1900 <= year < 2100 or is_hijri(match.features))


def _range_stands(match: Match, context: _Context, at: int) -> bool:
    if "between" in match.features:
        before = context.before(at)
        return before in {"بين", "وبين", "ما"}
    if "open" in match.features:
        return context.strictly_cued(match, at) or context.matcher.has(at, "monthsword")
    if "years" in match.features:
        first, last = (number(part.features, "year") or 0 for part in match.parts)
        hijri = is_hijri(match.parts[-1].features) and 1300 <= first < last < 1500
        return hijri or 1900 <= first < last < 2100
    return all(exists(part.features) for part in match.parts)


def _date_stands(match: Match, context: _Context, at: int) -> bool:
    """Tell dates that exist, and «اليوم» from «مرتين في اليوم»."""
    features = match.features
    if _may_be_score(features) and not context.strictly_cued(match, at):
        return context.matcher.has(at, "dayword")
    if "month_of" in features and context.matcher.has(match.end - 2, "weekday"):
        return False  # «يوم الاثنين المقبل» is no second of next month
    daily = match.end == at + 1 and features.get("shift") == 0 and context.before(at) == "في"
    return exists(features) and not daily


def _may_be_score(features: Features) -> bool:
    """Tell whether «3 صفر» may be three to nothing, and no day of the month Safar."""
    nothing = is_hijri(features) and features.get("month") == 2
    return nothing and not features.keys() & {"year", "dir", "weekday", "dir_of"}


def _time_stands(match: Match, context: _Context, at: int) -> bool:
    features = match.features
    if "spare" in features and not context.cued(match, at):
        return False
    if features.get("shift") == 0 and context.after(match.end) in context.lexicon.cues["same"]:
        return False
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
    if context.tokens[at].folded in _FOR_ONE and context.tokens[at - 1].kind != "number":
        return True  # «أوقف أسبوعا»
    if not lasting and not any(word in context.lexicon.cues["length"] for word in words):
        return False
    return not context.after(match.end).startswith("ال")


def _falling_stands(match: Match, context: _Context, at: int) -> bool:
    """Tell «حلول الليل» from the other uses of the word."""
    del match
    return context.before(at) in context.lexicon.cues["fall"]


def _is_percent(context: _Context, at: int) -> bool:
    """Tell «36 في المئة عام 2016» from a hundred years."""
    word = context.tokens[at].folded
    hundreds = context.lexicon.cues["hundred"]
    return word[1:] in hundreds or (word in hundreds and context.before(at) == "في")


def _counts_the_minute(match: Match, context: _Context, at: int) -> bool:
    """Tell «سجل في الدقائق 22 و73» from a length."""
    minutes = match.features.get("unit") == "TM" and context.tokens[at].kind == "word"
    return minutes and match.end == at + 2 and context.tokens[at + 1].kind == "number"


def _ends_in_year(match: Match, context: _Context, at: int) -> bool:
    """Tell «مقابل 1100 سنة 2021», where another thing is counted, from a length."""
    after = context.after(match.end)
    year = len(after) == 4 and after.isdecimal() and 1900 <= int(after) < 2100
    return year and match.end > at + 1 and context.matcher.has(match.end - 1, "yearword")


def _duration_stands(match: Match, context: _Context, at: int) -> bool:
    """Three to ten of a thing are counted in the plural: «آيفون 3 ساعة» counts no hours."""
    if "between" in match.features and context.before(at) not in {"بين", "وبين"}:
        return False
    token = context.tokens[at]
    if _is_percent(context, at) or _counts_the_minute(match, context, at):
        return False
    if _ends_in_year(match, context, at):
        return False
    if at and token.kind == "number" and context.tokens[at - 1].span.end == token.span.start:
        return not context.tokens[at - 1].folded.isascii()
    amount = match.features.get("amount")
    if match.features.get("unit") == "Y" and isinstance(amount, int) and 1900 <= amount < 2100:
        return False  # «الأعوام 2015، 2016»
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


def _tells_year(match: Match) -> bool:
    """Tell whether a list of years may go on after it."""
    if match.features.get("listed") == "year":
        return True
    return match.kind in {"year", "year_alone", "month"} and "year" in match.features


def _lies_ahead(match: Match, context: _Context, at: int, lean: Lean) -> bool:
    """Tell whether a deadline, or for a weekday a noun of what is put off or stopped, is near."""
    cues = context.lexicon.cues
    before = context.before(at)
    sides = (match.features, *(part.features for part in match.parts))
    weekday = any("weekday" in side and "month" not in side for side in sides)
    if weekday and before == "من" and context.before(at - 1) in cues["starting"]:
        return True
    put_off = weekday and context.near(at, "ahead", _PUT_OFF)
    return lean is None and (before in cues["due"] or put_off)


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
    if _lies_ahead(match, context, at, lean):
        lean = "future"
    recalled = context.headed(at) or context.recalled(at)
    if match.kind == "year" and context.proclitic(match, at):
        lean = None  # «أقر قانون المالية لسنة 2026»
    past = "past" if since else lean
    return Found(match, span, at, match.end, past, ago, since, until, recalled)


def _apart(match: Match, context: _Context, at: int) -> Iterator[tuple[int, Match]]:
    """Yield, with their first tokens, the days or years of «10 و20 مارس», which are no range.

    Those that follow one another, and those after «بين», are one.
    """
    listed = match.features.get("listed")
    numbers = [number(part.features, str(listed)) or 0 for part in match.parts]
    following = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
    if listed is None or following or context.before(at).endswith("بين"):
        yield at, match
        return
    last = match.parts[-1].features
    shared = {k: v for k, v in last.items() if k not in {"weekday", "shift", "daypart", listed}}
    kind = {"day": "date", "month": "month"}.get(str(listed), "year")
    first = at
    for part in match.parts:
        while context.tokens[first].span.end <= part.start:
            first += 1
        features = {**shared, **part.features}
        yield first, Match(kind, part.start, part.end, features, rule=match.rule)
        first = part.end


def _within_told_year(found: Iterable[Found], tokens: Sequence[Token]) -> Iterator[Found]:
    """Give «في 14 تموز» the year that its sentence told just before: «شهد عام 2015 …»."""
    told: Found | None = None
    for one in found:
        if told and tokens[told.first].sentence != tokens[one.first].sentence:
            told = None
        if told and _goes_on_telling(one, told):
            year = {k: v for k, v in told.match.features.items() if k in {"year", "dir", "dir_of"}}
            match = one.match._replace(features={**one.match.features, **year})
            yield replace(one, match=match)
        else:
            yield one
        told = one if _tells_of_year(one) else told


def _beside_tomorrow(found: Iterable[Found], text: str) -> Iterator[Found]:
    """Let «غدا والأربعاء» both lie ahead."""
    last: Found | None = None
    for one in found:
        if last and _is_weekday(one) and text[last.span.end : one.span.start] == " و":
            ahead = (number(last.match.features, "shift") or 0) > 0
            yield replace(one, lean="future") if ahead else one
        else:
            yield one
        last = one


def _with_year_of_next(found: Sequence[Found], text: str) -> list[Found]:
    """Give the first of «15 يناير و20 مارس 2024» the year that the list ends with."""
    shared: list[Found] = []
    for one in reversed(found):
        told = shared[-1] if shared else None
        joined = told and text[one.span.end : told.span.start] in _JOINED
        year = _year_for(one, told) if told and joined else None
        shared.append(replace(one, match=_in_year(one.match, year)) if year else one)
    return shared[::-1]


def _year_for(one: Found, told: Found) -> int | None:
    """Return the year of `told` where `one` is of a month up to its own and says no year."""
    side = _sides(told)[-1]
    month = number(side, "month")
    if month is None or is_hijri(side) or not _lacks_year(one, month):
        return None
    return number(side, "year")


def _sides(one: Found) -> list[Features]:
    return [part.features for part in one.match.parts] or [one.match.features]


def _lacks_year(one: Found, until: int) -> bool:
    """Tell whether it is of months up to `until` and nothing says of what year."""
    if one.match.kind not in {"date", "month", "range"}:
        return False
    sides = _sides(one)
    last = number(sides[-1], "month")
    said = any(side.keys() & _YEAR_SAID or is_hijri(side) for side in sides)
    return last is not None and last <= until and not said


def _in_year(match: Match, year: int) -> Match:
    if match.parts:
        last = match.parts[-1]
        last = last._replace(features={**last.features, "year": year})
        return match._replace(parts=(*match.parts[:-1], last))
    return match._replace(features={**match.features, "year": year})


def _is_weekday(one: Found) -> bool:
    features = one.match.features
    return "weekday" in features and not features.keys() & {"month", "shift", "dir", "week_of"}


def _tells_of_year(one: Found) -> bool:
    features = one.match.features
    named = "year" in features or features.get("dir_of") == "Y"
    kinds = {"date", "month", "year", "year_alone"}
    told = one.match.kind in kinds and not is_hijri(features) and not one.recalled
    return told and named and not one.until and one.lean != "future"


def _goes_on_telling(one: Found, told: Found) -> bool:
    features = one.match.features
    if one.match.kind not in {"date", "month"} or "month" not in features or is_hijri(features):
        return False
    if features.keys() & {"year", "dir", "shift", "weekday"} or one.lean == "future":
        return False
    return (number(features, "month") or 0) >= (number(told.match.features, "month") or 0)


def find(
    text: str, tokens: Sequence[Token], lexicon: TimeLexicon, numbers: Sequence[Number]
) -> Iterator[Found]:
    """Yield the expressions of `text` from left to right, the longest at each place."""
    found = _with_year_of_next(list(_longest_found(text, tokens, lexicon, numbers)), text)
    yield from _beside_tomorrow(_within_told_year(found, tokens), text)


def _longest_found(
    text: str, tokens: Sequence[Token], lexicon: TimeLexicon, numbers: Sequence[Number]
) -> Iterator[Found]:
    context = _Context(tokens, Matcher(text, tokens, numbers, lexicon), lexicon, set())
    at = 0
    while at < len(tokens):
        match = _longest(context, at) if context.matcher.starts(at) else None
        if match is None:
            at += 1
            continue
        if match.kind != "idiom" and not _names_a_place(match, context, at):
            for first, one in _apart(match, context, at):
                yield _described(one, context, first)
                if _tells_year(one):
                    context.years.add(one.end)
        at = match.end
