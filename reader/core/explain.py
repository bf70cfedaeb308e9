"""Why the analysis says what it says of some words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reader.core.clitics import readings
from reader.core.codec import to_json
from reader.core.segment import segment
from reader.core.types import (
    Analysis,
    Entity,
    Event,
    Mention,
    Repetition,
    Sentence,
    Span,
    TimeExpression,
    Token,
)

FORMAT, VERSION = "qari-explanation", 1


@dataclass(frozen=True, slots=True)
class Read:
    """A word and the ways to take letters off its front, as (proclitics, word) pairs."""

    token: Token
    readings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that was found at some words of an analysis.

    Attributes:
        span: the words that were asked for.
        sentence: the sentence of their first letter; None between sentences.
        entities: of `mentions`, each once.
        events: with what the words are to each: trigger, actor, place, cue and so on.
    """

    analysis: Analysis
    span: Span
    sentence: Sentence | None
    words: tuple[Read, ...]
    repetitions: tuple[Repetition, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    times: tuple[TimeExpression, ...]
    events: tuple[tuple[Event, tuple[str, ...]], ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was found there."""
        return not (self.repetitions or self.mentions or self.times or self.events)


def explain(analysis: Analysis, span: Span) -> Explanation:
    """Gather what was found at `span`, which must lie in the text and not be empty."""
    text = analysis.document.text
    mentions = tuple(m for m in analysis.mentions if m.span.overlaps(span))
    named = {m.entity for m in mentions}
    tokens = (t for t in segment(text).tokens if t.span.overlaps(span))
    times = tuple(t for t in analysis.times if t.span.overlaps(span))
    here = frozenset(t.id for t in times)
    parts = ((event, tuple(dict.fromkeys(_parts(event, span, here)))) for event in analysis.events)
    return Explanation(
        analysis=analysis,
        span=span,
        sentence=next((s for s in analysis.sentences if s.span.overlaps(span)), None),
        words=tuple(_read(token) for token in tokens),
        repetitions=tuple(r for r in analysis.repetitions if r.span.overlaps(span)),
        mentions=mentions,
        entities=tuple(e for e in analysis.entities if e.id in named),
        times=times,
        events=tuple((event, told) for event, told in parts if told),
    )


def _read(token: Token) -> Read:
    offers = readings(token.folded) if token.kind == "word" else ()
    return Read(token, tuple((r.proclitics, r.form) for r in offers))


def _parts(event: Event, span: Span, times: frozenset[str]) -> Iterator[str]:
    """Yield what the words at `span` are to an event; `times` are the ids of those there."""
    if event.trigger.overlaps(span):
        yield "trigger"
    yield from (p.role for p in event.participants if p.span.overlaps(span))
    yield from ("place" for p in event.places if p.span.overlaps(span))
    if event.time and event.time.id in times:
        yield "time"
    if event.condition and event.condition.overlaps(span):
        yield "condition"
    if event.attribution:
        if event.attribution.cue.overlaps(span):
            yield "cue"
        yield from ("speaker" for s in event.attribution.speakers if s.span.overlaps(span))


def explanation_json(explanation: Explanation) -> dict[str, Any]:
    """Return the explanation as JSON values: the findings as in the analysis' own contract."""
    data = to_json(explanation.analysis)
    roles = {event.id: list(parts) for event, parts in explanation.events}
    span = explanation.span
    return {
        "format": FORMAT,
        "version": VERSION,
        "engine": explanation.analysis.engine,
        "start": span.start,
        "end": span.end,
        "text": span.of(explanation.analysis.document.text),
        "sentence": explanation.sentence and explanation.sentence.id,
        "words": [_word_json(explanation, read) for read in explanation.words],
        "repetitions": [
            r for r in data["repetitions"] if r["start"] < span.end and span.start < r["end"]
        ],
        "mentions": _of(data["mentions"], {m.id for m in explanation.mentions}),
        "entities": _of(data["entities"], {e.id for e in explanation.entities}),
        "times": _of(data["times"], {t.id for t in explanation.times}),
        "events": [e | {"here": roles[e["id"]]} for e in _of(data["events"], set(roles))],
        "reference_date": data["reference_date"],
    }


def _of(items: list[dict[str, Any]], ids: set[str]) -> list[dict[str, Any]]:
    return [item for item in items if item["id"] in ids]


def _word_json(explanation: Explanation, read: Read) -> dict[str, Any]:
    span = read.token.span
    return {
        "start": span.start,
        "end": span.end,
        "text": span.of(explanation.analysis.document.text),
        "kind": read.token.kind,
        "folded": read.token.folded,
        "readings": [{"proclitics": letters, "form": form} for letters, form in read.readings],
    }
