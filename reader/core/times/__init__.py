"""Time expressions and the day that an article was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from reader.core.lexicon.times import TimeLexicon
from reader.core.numbers import Number
from reader.core.times.calendar import HIJRI_NAME
from reader.core.times.certainty import CONFLICTS, basis_of, confidence_of
from reader.core.times.dateline import dateline
from reader.core.times.find import Found, find
from reader.core.times.reference import denied, infer, known, stated
from reader.core.times.resolution import Resolution, day_resolution, merge
from reader.core.times.resolve import View, clock_of, resolve
from reader.core.types import ReferenceDate, ReferenceStatus, Segmentation, TimeExpression, Token

__all__ = ["find_times"]


def _reference(
    found: Sequence[Found],
    text: str,
    tokens: Sequence[Token],
    lexicon: TimeLexicon,
    given: tuple[date | None, date | None],
) -> tuple[ReferenceDate, tuple[date, ...]]:
    """Return the day of writing and the days to resolve by; `given` is the user's, the source's."""
    user, published = given
    if user is not None:
        return known(user, "user"), (user,)
    if published is not None:
        return known(published, "metadata"), (published,)
    line = dateline(found, text, tokens, lexicon)
    reference = stated(line, text) if line else None
    if reference is None:
        return infer(found, text, line)
    if denied(reference, found):
        return infer(found, text)
    return reference, reference.candidates


def _resolved(one: Found, days: Sequence[date], anchor: Resolution | None) -> Resolution:
    views = [View(day, one.lean, anchor, one.ago, one.since) for day in days or (None,)]
    first = resolve(one.match, views[0])
    if first.fixed:
        return first
    told = one.match.kind == "time" and _names_day(one) and not _is_midnight(one)
    names_day = first.type == "DATE" or told
    others = (resolve(one.match, view) for view in views[1:])
    return merge([first, *others], names_day=names_day)


def _expression(
    number: int, one: Found, resolution: Resolution, sentence: str, status: ReferenceStatus
) -> TimeExpression:
    days = resolution.days
    return TimeExpression(
        f"t{number}",
        one.span,
        resolution.type,
        resolution.value,
        sentence,
        mod=resolution.mod,
        part=resolution.part,
        first_day=days.first if days else None,
        last_day=days.last if days else None,
        calendar=HIJRI_NAME if resolution.original else None,
        original_value=resolution.original,
        basis=basis_of(one, resolution, status),
        conflict=CONFLICTS[resolution.conflict] if resolution.conflict else None,
        confidence=confidence_of(one, resolution, status),
    )


def _names_day(one: Found) -> bool:
    return one.match.kind in {"date", "pair"} or (
        one.match.kind == "time" and bool(one.match.features.keys() & {"month", "weekday", "shift"})
    )


def _is_midnight(one: Found) -> bool:
    """Tell whether it is «منتصف الليل» of a day that no word names."""
    features = one.match.features
    return "part" in features and features.get("shift") == 0 and "weekday" not in features


def _day_for(one: Found, anchor: Resolution | None) -> Resolution | None:
    """Return the day that a clock time belongs to.

    «من الحادية عشرة مساء غد حتى الخامسة فجرا» ends on the day after.
    """
    if anchor is None or anchor.type != "TIME":
        return anchor
    day, _, clock = anchor.value.partition("T")
    plain = replace(anchor, type="DATE", value=day, mod=None)
    early = clock_of(one.match.features)
    if not one.until or anchor.days is None or early is None or clock[:2] <= early[:2]:
        return plain
    return day_resolution(anchor.days.first + timedelta(days=1))


def find_times(
    text: str,
    segmentation: Segmentation,
    lexicon: TimeLexicon,
    numbers: tuple[Number, ...],
    published: date | None,
    reference_date: date | None,
) -> tuple[ReferenceDate, tuple[TimeExpression, ...]]:
    """Find the time expressions of `text`, in text order, and the day of writing.

    `reference_date` is the user's and wins over `published`, the source's own;
    without either, the text's dateline or its expressions give it.
    """
    tokens = segmentation.tokens
    found = list(find(text, tokens, lexicon, numbers))
    reference, days = _reference(found, text, tokens, lexicon, (reference_date, published))
    expressions: list[TimeExpression] = []
    anchor: tuple[int, Resolution] | None = None
    for index, one in enumerate(found, start=1):
        at = tokens[one.first].sentence
        day = anchor[1] if anchor and anchor[0] == at else None
        resolution = _resolved(one, days, _day_for(one, day))
        if reference.status == "unknown" and not resolution.fixed:
            resolution = replace(resolution, days=None)
        if _names_day(one):
            anchor = (at, resolution)
        sentence = segmentation.sentences[at].id
        expressions.append(_expression(index, one, resolution, sentence, reference.status))
    return reference, tuple(expressions)
