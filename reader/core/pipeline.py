"""The fixed order of the stages; the only file that knows them all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from reader.core.confidence import ConfidenceTable, calibrate
from reader.core.corrections.apply import apply
from reader.core.corrections.mentions import correct_mentions
from reader.core.corrections.times import correct_times
from reader.core.corrections.types import Corrections, reference_day
from reader.core.dedupe import find_repetitions
from reader.core.entities import find_entities
from reader.core.entities.tagger import Tagger
from reader.core.events import find_events
from reader.core.figures import find_discrepancies
from reader.core.lexicon.dedupe import DedupeLexicon
from reader.core.lexicon.entities import EntityLexicon
from reader.core.lexicon.events import EventLexicon
from reader.core.lexicon.figures import FigureWords
from reader.core.lexicon.numbers import NumberLexicon
from reader.core.lexicon.times import TimeLexicon
from reader.core.numbers import find_numbers
from reader.core.segment import first_copies, segment
from reader.core.times import find_times
from reader.core.types import Analysis, Document, Repetition

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All the data that the stages read."""

    numbers: NumberLexicon
    dedupe: DedupeLexicon
    times: TimeLexicon
    entities: EntityLexicon
    events: EventLexicon
    confidence: ConfidenceTable = field(default_factory=ConfidenceTable)
    figures: FigureWords = field(default_factory=FigureWords)


def _silent(_stage: str) -> None:
    """Report nothing."""


def analyze(
    document: Document,
    lexicon: Lexicon,
    reference_date: date | None = None,
    *,
    tagger: Tagger | None = None,
    keep_repeats: bool = False,
    corrections: Corrections = (),
    progress: Progress = _silent,
) -> Analysis:
    """Analyze one article.

    Args:
        document: the article.
        lexicon: the data that the stages read.
        reference_date: the day that the article was written, where the user knows it.
        tagger: finds names beside the gazetteers and rules; None for these alone.
        keep_repeats: find no repeats, and read copies like first copies.
        corrections: what a reader corrected. What later stages read is corrected before
            them: the day of writing before the times (`reference_date` goes before it), times
            before names, names before events; events at the end.
        progress: told the name of each stage as it starts ("repeats", "times",
            "entities", "events"); an exception that it raises ends the analysis.
    """
    text = document.text
    whole = segment(text)
    progress("repeats")
    repetitions: tuple[Repetition, ...] = ()
    numbers = find_numbers(whole.tokens, lexicon.numbers)
    if not keep_repeats:
        repetitions = find_repetitions(text, whole, numbers, lexicon.dedupe)
    read = first_copies(whole, tuple(r.span for r in repetitions))
    if read is not whole:
        numbers = find_numbers(read.tokens, lexicon.numbers)
    progress("times")
    given = reference_date or reference_day(corrections)
    reference, times = find_times(text, read, lexicon.times, numbers, document.published, given)
    times = correct_times(text, whole.sentences, times, corrections).times
    progress("entities")
    entities, mentions = find_entities(text, read, lexicon.entities, numbers, times, tagger)
    named = correct_mentions(text, whole.sentences, mentions, entities, corrections)
    entities, mentions = named.entities, named.mentions
    progress("events")
    today = reference.first_day if reference.first_day == reference.last_day else None
    events, clusters = find_events(text, read, lexicon.events, mentions, times, numbers, today)
    found = Analysis(
        document=document,
        reference_date=reference,
        paragraphs=whole.paragraphs,
        sentences=whole.sentences,
        repetitions=repetitions,
        entities=entities,
        mentions=mentions,
        times=times,
        events=events,
        clusters=clusters,
        engine=tagger.name if tagger is not None else "rules",
    )
    corrected = apply(calibrate(found, lexicon.confidence), corrections).analysis
    discrepancies = find_discrepancies(corrected, lexicon.numbers, lexicon.figures)
    return replace(corrected, discrepancies=discrepancies)
