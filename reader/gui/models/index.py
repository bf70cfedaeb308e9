"""One analysis, looked up by id."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, TypeVar

from reader.core.types import (
    Analysis,
    Cluster,
    Discrepancy,
    Entity,
    Event,
    Mention,
    Sentence,
    Span,
    TimeExpression,
)

T = TypeVar("T")


class AnalysisIndex:
    """The values of one analysis by id, and what follows from them; built once, never changed."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.document.text
        self.entities: dict[str, Entity] = {e.id: e for e in analysis.entities}
        self.mentions: dict[str, Mention] = {m.id: m for m in analysis.mentions}
        self.times: dict[str, TimeExpression] = {t.id: t for t in analysis.times}
        self.events: dict[str, Event] = {v.id: v for v in analysis.events}
        self.clusters: dict[str, Cluster] = {c.id: c for c in analysis.clusters}
        self.sentences: dict[str, Sentence] = {s.id: s for s in analysis.sentences}
        self._made: dict[Callable[[AnalysisIndex], Any], Any] = {}

    def once(self, make: Callable[[AnalysisIndex], T]) -> T:
        """Return what a function makes of this index, worked out when it is first asked for."""
        if make not in self._made:
            self._made[make] = make(self)
        found: T = self._made[make]
        return found

    @cached_property
    def mentions_of(self) -> dict[str, tuple[Mention, ...]]:
        """The mentions of each entity id, in text order."""
        grouped: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in sorted(self.analysis.mentions, key=lambda m: m.span):
            if mention.entity in self.entities:
                grouped[str(mention.entity)].append(mention)
        return {entity: tuple(found) for entity, found in grouped.items()}

    def entities_of(self, ids: Sequence[str]) -> list[str]:
        """Return the entities of those of the ids that are mentions, in their order."""
        found = (self.mentions[name].entity for name in ids if name in self.mentions)
        return [entity for entity in found if entity]

    @cached_property
    def sentence_numbers(self) -> dict[str, int]:
        """The place of each sentence in the text, from 1."""
        ordered = sorted(self.analysis.sentences, key=lambda s: s.span)
        return {sentence.id: number for number, sentence in enumerate(ordered, 1)}

    @cached_property
    def repeats(self) -> dict[str, int]:
        """How many folded copies each sentence has; a sentence without copies is absent."""
        counts: Counter[str] = Counter()
        ordered = sorted(self.analysis.sentences, key=lambda s: s.span)
        starts = [sentence.span.start for sentence in ordered]
        for repetition in self.analysis.repetitions:
            first = repetition.of
            at = max(0, bisect_right(starts, first.start) - 1)
            for sentence in ordered[at : bisect_left(starts, first.end)]:
                if first.contains(sentence.span) or sentence.span.contains(first):
                    counts[sentence.id] += 1
        return dict(counts)

    @cached_property
    def discrepancies_of(self) -> dict[str, tuple[Discrepancy, ...]]:
        """The figures that differ, by the cluster of each event that gives one."""
        grouped: defaultdict[str, list[Discrepancy]] = defaultdict(list)
        for found in self.analysis.discrepancies:
            events = (self.events[f.event] for f in found.figures if f.event in self.events)
            for cluster in dict.fromkeys(event.cluster for event in events):
                grouped[cluster].append(found)
        return {cluster: tuple(found) for cluster, found in grouped.items()}

    def words(self, span: Span) -> str:
        """Return the words of the article at `span`."""
        return span.of(self.text)

    def name(self, entity: str | None, words: str = "") -> str:
        """Return the canonical name of an entity id, or the name itself, or else `words`."""
        if entity in self.entities:
            return self.entities[str(entity)].name
        return words or entity or ""


def same_findings(before: Analysis | None, now: Analysis, ids: Sequence[str]) -> tuple[str, ...]:
    """Return the ids that mentions and events of another analysis of a text have now.

    They are known by their places; what has moved or is gone keeps its id.
    """
    if before is None or before is now or not ids:
        return tuple(ids)
    places = _places(before)
    names = {place: name for name, place in _places(now).items()}
    return tuple(names.get(places[name], name) if name in places else name for name in ids)


def _places(analysis: Analysis) -> dict[str, tuple[str, Span]]:
    mentions = {m.id: ("mention", m.span) for m in analysis.mentions}
    return mentions | {e.id: ("event", e.trigger) for e in analysis.events}
