"""Time expressions and the reference date as the reader corrected them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.core.corrections.places import SentenceFinder
from reader.core.corrections.timex import days_of, is_timex
from reader.core.corrections.types import (
    USER,
    Correction,
    Corrections,
    RemoveTime,
    SetTime,
)
from reader.core.types import Sentence, Span, TimeExpression


@dataclass(frozen=True, slots=True)
class Timed:
    """The time expressions of an analysis, and the corrections that found no place."""

    times: tuple[TimeExpression, ...]
    lost: Corrections


def correct_times(
    text: str,
    sentences: Sequence[Sentence],
    times: tuple[TimeExpression, ...],
    corrections: Corrections,
) -> Timed:
    """Return the time expressions as corrected, in text order."""
    wanted: dict[Span, SetTime | None] = {}
    lost: list[Correction] = []
    finder = SentenceFinder(sentences)
    for correction in corrections:
        if not isinstance(correction, SetTime | RemoveTime):
            continue
        claim = correction if isinstance(correction, SetTime) else None
        if not correction.at.is_in(text) or (claim and not is_timex(claim.type, claim.value)):
            lost.append(correction)
        else:
            wanted[correction.at.span] = claim
    if not wanted:
        return Timed(times, tuple(lost))
    found = {t.span: t for t in times}
    kept = [t for t in times if t.span not in wanted]
    made = [_made(found.get(s), c, finder) for s, c in wanted.items() if c is not None]
    return Timed(tuple(sorted([*kept, *made], key=lambda t: t.span)), tuple(lost))


def _made(base: TimeExpression | None, claim: SetTime, finder: SentenceFinder) -> TimeExpression:
    days = days_of(claim.value, claim.mod)
    span = claim.at.span
    if base is None:
        name = f"t{span.start}-{span.end}"
        base = TimeExpression(name, span, claim.type, claim.value, finder.at(span))
    return replace(
        base,
        type=claim.type,
        value=claim.value,
        mod=claim.mod,
        part=None,
        first_day=days.first if days else None,
        last_day=days.last if days else None,
        calendar=None,
        original_value=None,
        basis=USER,
        conflict=None,
        confidence=1.0,
    )
