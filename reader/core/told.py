"""What the analysis says of a finding and why, line by line: for a terminal and for a card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.core.explain import Read
from reader.core.types import (
    Analysis,
    Entity,
    Event,
    Mention,
    ReferenceDate,
    Repetition,
    Span,
    TimeExpression,
)

_READINGS = 6  # of one word
_DAYS = 12  # that are named one by one
Line = tuple[str, str]  # what it is, and its words


@dataclass(frozen=True, slots=True)
class Section:
    """One finding: what kind it is and which, the words that it is about, and its lines."""

    kind: str
    words: str
    lines: tuple[Line, ...]


class Teller:
    """Words for the findings of one analysis; what they point at is looked up by id."""

    def __init__(self, analysis: Analysis) -> None:
        self._reference = analysis.reference_date
        self._text = analysis.document.text
        self._entities = {entity.id: entity for entity in analysis.entities}
        self._times = {time.id: time for time in analysis.times}
        self._clusters = {cluster.id: cluster for cluster in analysis.clusters}

    def repeat(self, repetition: Repetition) -> Section:
        """Tell of which passage another is a copy, and where they differ."""
        return _section(f"repeat {place(repetition.span)}", "", self._repeat(repetition))

    def name(self, mention: Mention) -> Section:
        """Tell what found a name, and why other forms are taken for the same."""
        return _section(f"name {mention.id}", self.at(mention.span), self._name(mention))

    def time(self, time: TimeExpression) -> Section:
        """Tell what a time expression means, and by which rule."""
        return _section(f"time {time.id}", self.at(time.span), _time(time))

    def reference(self) -> Section:
        """Tell what is known of the day that the article was written."""
        return _section("reference date", "", _reference(self._reference))

    def event(self, event: Event, parts: tuple[str, ...] = ()) -> Section:
        """Tell what found an event and its parts; `parts` are what some words are to it."""
        return _section(f"event {event.id}", self.at(event.trigger), self._event(event, parts))

    def words(self, words: tuple[Read, ...]) -> Section:
        """Tell how words may be read."""
        return _section("words", "", self._words(words))

    def at(self, span: Span) -> str:
        """Return the words of a span, and its offsets."""
        return f"«{one_line(span.of(self._text))}» {place(span)}"

    def _called(self, identifier: str | None) -> str:
        """Return the name of an entity, or the name itself."""
        entity = self._entities.get(identifier or "")
        return entity.name if entity else identifier or ""

    def _named(self, span: Span, entity: str | None) -> str:
        name = self._called(entity)
        return f"{self.at(span)}, {name}" if name else self.at(span)

    def _repeat(self, repetition: Repetition) -> Iterator[Line]:
        yield "kind", f"{repetition.kind}, {repetition.similarity:.0%} alike"
        yield "first copy", self.at(repetition.of)
        for conflict in repetition.conflicts:
            yield "differs", f"{self.at(conflict.span)}, first {self.at(conflict.of)}"

    def _name(self, mention: Mention) -> Iterator[Line]:
        yield "type", mention.type
        yield "found by", mention.rule
        yield "confidence", _sure(mention.confidence)
        yield "stands for", self._called(mention.stands_for)
        yield "held by", self._called(mention.holder)
        if mention.entity in self._entities:
            yield from self._entity(self._entities[str(mention.entity)])

    def _entity(self, entity: Entity) -> Iterator[Line]:
        yield "names", f"{entity.name} ({entity.type}, {entity.id})"
        for variant in entity.variants:
            why = f": {variant.basis}" if variant.basis else ""
            yield "written", f"«{variant.text}» ×{variant.count}, {variant.kind}{why}"
        yield "known as", ", ".join(f"{scheme} {name}" for scheme, name in entity.links)
        if entity.latitude is not None and entity.longitude is not None:
            yield "lies at", f"{entity.latitude:.3f}, {entity.longitude:.3f}"
        for candidate in entity.candidates:
            yield "may be", f"{candidate.id} in {candidate.country}".strip()
        yield "of", self._called(entity.related)
        yield "part of", self._called(entity.part_of)

    def _event(self, event: Event, parts: tuple[str, ...]) -> Iterator[Line]:
        negated = "not negated" if event.polarity == "POS" else "negated"
        yield "here", ", ".join(parts)
        yield "type", f"{event.type} {event.phase or ''}".strip()
        yield "found by", event.rule
        yield "confidence", _sure(event.confidence)
        yield "status", f"{event.modality}, {negated}"
        for part in event.participants:
            yield part.role, self._named(part.span, part.entity) + _why(part.rule)
        for filler in event.places:
            yield "place", self._named(filler.span, filler.entity) + _why(filler.rule)
        yield from self._when(event)
        if event.condition:
            yield "if", self.at(event.condition)
        yield from self._said(event)
        for count in event.casualties:
            by = f", {self._called(count.speaker)}" if count.speaker else ""
            yield count.kind, f"{count.count}{by}"
        cluster = self._clusters.get(event.cluster)
        if cluster:
            yield "told also in", ", ".join(v for v in cluster.events if v != event.id)

    def _when(self, event: Event) -> Iterator[Line]:
        if event.time and event.time.id in self._times:
            time = self._times[event.time.id]
            how = ", by context" if event.time.implicit else ""
            when = f"{event.time.relation} {time.value} {self.at(time.span)}{how}"
            yield "time", when + _why(event.time.rule)

    def _said(self, event: Event) -> Iterator[Line]:
        said = event.attribution
        if said is None:
            return
        yield "said by cue", f"{self.at(said.cue)}{', quoted' if said.direct else ''}"
        for speaker in said.speakers:
            yield "speaker", self._named(speaker.span, speaker.entity) + _why(speaker.rule)

    def _words(self, words: tuple[Read, ...]) -> Iterator[Line]:
        for read in words:
            forms = ["+".join(filter(None, each)) for each in read.readings[:_READINGS]]
            may = f", may be read as {'، '.join(forms)}" if len(forms) > 1 else ""
            yield read.token.kind, f"{self.at(read.token.span)}{may}"


def _section(kind: str, words: str, lines: Iterator[Line]) -> Section:
    return Section(kind, words, tuple(line for line in lines if line[1]))


def place(span: Span) -> str:
    """Return the offsets of a span as they are asked for."""
    return f"[{span.start}:{span.end}]"


def one_line(words: str) -> str:
    """Return words with single spaces between them."""
    return " ".join(words.split())


def _why(rule: str) -> str:
    return f": {rule}" if rule else ""


def _sure(confidence: float) -> str:
    return f"{confidence:.0%} of such findings are right"


def _time(time: TimeExpression) -> Iterator[Line]:
    yield "type", time.type
    yield "value", " ".join(part for part in (time.value, time.mod, time.part) if part)
    if time.first_day and time.last_day:
        yield "days", f"{time.first_day} to {time.last_day}"
    if time.original_value:
        yield "written as", f"{time.original_value} ({time.calendar})"
    yield "found by", time.basis
    yield "conflict", time.conflict or ""
    yield "confidence", _sure(time.confidence)


def _reference(reference: ReferenceDate) -> Iterator[Line]:
    yield "status", reference.status
    yield "value", reference.value or ""
    yield "from", reference.basis or ""
    yield "because", "؛ ".join(one_line(words) for words in reference.explanation)
    days = reference.candidates
    if reference.status == "ambiguous" and len(days) > _DAYS:
        yield "may be", f"one of {len(days)} days from {days[0]} to {days[-1]}"
    elif reference.status == "ambiguous":
        yield "may be", ", ".join(day.isoformat() for day in days)
