"""What an analysis holds, by id and by sentence, gathered when it is first asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.core.types import Analysis, Entity, Event, Mention, Sentence, TimeExpression


@dataclass(frozen=True, eq=False)
class Lookup:
    """One analysis, looked up by id."""

    analysis: Analysis

    @property
    def text(self) -> str:
        """The text that all its spans point into."""
        return self.analysis.document.text

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Its entities by id."""
        return {entity.id: entity for entity in self.analysis.entities}

    @cached_property
    def times(self) -> Mapping[str, TimeExpression]:
        """Its time expressions by id."""
        return {time.id: time for time in self.analysis.times}

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Its events by id."""
        return {event.id: event for event in self.analysis.events}

    @cached_property
    def sentences(self) -> Mapping[str, Sentence]:
        """Its sentences by id."""
        return {sentence.id: sentence for sentence in self.analysis.sentences}

    @cached_property
    def mentions_of(self) -> Mapping[str, Sequence[Mention]]:
        """The mentions of each entity, in text order."""
        return _grouped((m.entity, m) for m in self.analysis.mentions)

    @cached_property
    def titles_of(self) -> Mapping[str, Sequence[Mention]]:
        """The titles that each person bears, in text order."""
        return _grouped((m.holder, m) for m in self.analysis.mentions)

    @cached_property
    def mentions_in(self) -> Mapping[str, Sequence[Mention]]:
        """The mentions in each sentence, in text order."""
        return _grouped((m.sentence, m) for m in self.analysis.mentions)

    def name(self, entity: str | None) -> str | None:
        """Return the name of an entity; what is no id of one is a name itself."""
        if entity is None:
            return None
        known = self.entities.get(entity)
        return known.name if known else entity


def _grouped(pairs: Iterable[tuple[str | None, Mention]]) -> Mapping[str, Sequence[Mention]]:
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for key, mention in sorted(pairs, key=lambda pair: pair[1].span):
        if key is not None:
            found[key].append(mention)
    return dict(found)
