"""An analysis as a reader corrected it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from reader.core.corrections.arguments import retarget
from reader.core.corrections.events import Findings, correct_events, placed
from reader.core.corrections.mentions import correct_mentions
from reader.core.corrections.times import correct_times
from reader.core.corrections.types import Corrections, reference_day
from reader.core.times.reference import known
from reader.core.types import Analysis, Discrepancy, ReferenceDate


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corrected analysis.

    Attributes:
        lost: the corrections whose place is gone, in their order; they change nothing.
    """

    analysis: Analysis
    lost: Corrections


def apply(analysis: Analysis, corrections: Corrections) -> Corrected:
    """Correct an analysis; a corrected one is changed no further by the same corrections.

    Where corrections disagree, the last is heard. The values of relative times do not follow
    a day of writing that is set here: that takes a new analysis.
    """
    if not corrections:
        return Corrected(analysis, ())
    text = analysis.document.text
    timed = correct_times(text, analysis.sentences, analysis.times, corrections)
    named = correct_mentions(
        text, analysis.sentences, analysis.mentions, analysis.entities, corrections
    )
    told = correct_events(
        text,
        analysis.sentences,
        retarget(analysis.events, analysis.mentions, named),
        analysis.clusters,
        Findings(named.mentions, timed.times),
        corrections,
    )
    gone = {id(c) for c in (*timed.lost, *named.lost, *told.lost)}
    corrected = replace(
        analysis,
        reference_date=_reference(analysis.reference_date, corrections),
        times=timed.times,
        mentions=named.mentions,
        entities=named.entities,
        events=placed(told.events, told.clusters),
        clusters=told.clusters,
        discrepancies=_kept(analysis.discrepancies, {event.id for event in told.events}),
    )
    return Corrected(corrected, tuple(c for c in corrections if id(c) in gone))


def _kept(found: Iterable[Discrepancy], events: Collection[str]) -> tuple[Discrepancy, ...]:
    """Return the discrepancies between events that are all still told."""
    return tuple(d for d in found if all(figure.event in events for figure in d.figures))


def _reference(found: ReferenceDate, corrections: Corrections) -> ReferenceDate:
    """Return the reader's day of writing, unless one was given for the analysis itself."""
    day = reference_day(corrections)
    return found if day is None or found.basis == "user" else known(day, "user")
