"""What tables and pages tell of an analysis, looked up once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reader.core.types import Analysis, Argument, Entity, Event, Filler, Mention, TimeExpression


class Facts:
    """An analysis with its parts by id.

    Attributes:
        mentions: of each entity, by its id, in text order.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.document.text
        self.entities = {e.id: e for e in analysis.entities}
        self.mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in analysis.mentions:
            if mention.entity is not None:
                self.mentions[mention.entity].append(mention)
        self._times = {t.id: t for t in analysis.times}
        self._sentences = {s.id: s.span for s in analysis.sentences}

    def name(self, reference: str | None) -> str:
        """Return the name of an entity by its id; what is no id is a name already."""
        found = self.entities.get(reference or "")
        return found.name if found else reference or ""

    def sentence(self, number: str) -> str:
        """Return the words of a sentence, "" where it is not known."""
        span = self._sentences.get(number)
        return span.of(self.text) if span else ""

    def time(self, event: Event) -> TimeExpression | None:
        """Return the time expression of an event."""
        return self._times.get(event.time.id) if event.time else None

    def actors(self, event: Event, role: str) -> Iterator[str]:
        """Yield who takes part in an event in one role."""
        return self.called(p for p in event.participants if p.role == role)

    def called(self, parts: Iterable[Argument | Filler]) -> Iterator[str]:
        """Yield the names of parts, or their words where they have none."""
        for part in parts:
            known = part.entity in self.entities
            yield self.name(part.entity) if known else part.span.of(self.text)

    def speakers(self, event: Event) -> Iterator[str]:
        """Yield who says that an event happened."""
        return self.called(event.attribution.speakers if event.attribution else ())

    def other_forms(self, entity: Entity) -> Iterator[str]:
        """Yield how else the text writes an entity."""
        return (v.text for v in entity.variants if v.text != entity.name)


def status(event: Event) -> str:
    """Return the one word for an event's polarity and modality; negation goes first."""
    return "denied" if event.polarity == "NEG" else event.modality


def days(time: TimeExpression) -> str:
    """Return the days of a time, the first and the last."""
    return "/".join(d.isoformat() for d in dict.fromkeys((time.first_day, time.last_day)) if d)
