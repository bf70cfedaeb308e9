"""Why the analysis says what it says, as words for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from reader.core.explain import Explanation
from reader.core.types import (
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


def show(told: Explanation, console: Console) -> None:
    """Print all that was found at the words, each finding with its reason."""
    console.print(Group(*_Teller(told).parts()))


class _Teller:
    """Words for one explanation; what findings point at is looked up by id."""

    def __init__(self, told: Explanation) -> None:
        analysis = told.analysis
        self.told = told
        self.text = analysis.document.text
        self.entities = {entity.id: entity for entity in told.entities}
        self.names = {entity.id: entity.name for entity in analysis.entities}
        self.times = {time.id: time for time in analysis.times}
        self.clusters = {cluster.id: cluster for cluster in analysis.clusters}

    def parts(self) -> Iterator[RenderableType]:
        """Yield a heading, a table for each finding, and how the words were read."""
        told = self.told
        yield Text(self._at(told.span), style="bold")
        if told.sentence:
            yield Text(f"sentence {told.sentence.id} {_place(told.sentence.span)}:")
            yield Text(_line(told.sentence.span.of(self.text)))
        if told.is_empty:
            yield Text("nothing was found here")
        for repetition in told.repetitions:
            yield _table(f"repeat {_place(repetition.span)}", self._repeat(repetition))
        for mention in told.mentions:
            yield _table(f"name {mention.id}: {self._at(mention.span)}", self._name(mention))
        for time in told.times:
            yield _table(f"time {time.id}: {self._at(time.span)}", _time(time))
        if told.times:
            yield _table("reference date", _reference(told.analysis.reference_date))
        for event, parts in told.events:
            title = f"event {event.id}: {self._at(event.trigger)}"
            yield _table(title, self._event(event, parts))
        if told.words:
            yield _table("words", self._words())

    def _at(self, span: Span) -> str:
        return f"«{_line(span.of(self.text))}» {_place(span)}"

    def _named(self, span: Span, entity: str | None) -> str:
        name = self.names.get(entity, entity) if entity else ""
        return f"{self._at(span)}, {name}" if name else self._at(span)

    def _repeat(self, repetition: Repetition) -> Iterator[Line]:
        yield "kind", f"{repetition.kind}, {repetition.similarity:.0%} alike"
        yield "first copy", self._at(repetition.of)
        for conflict in repetition.conflicts:
            yield "differs", f"{self._at(conflict.span)}, first {self._at(conflict.of)}"

    def _name(self, mention: Mention) -> Iterator[Line]:
        yield "type", mention.type
        yield "found by", mention.rule
        yield "confidence", _sure(mention.confidence)
        yield "stands for", self.names.get(mention.stands_for or "", mention.stands_for or "")
        yield "held by", self.names.get(mention.holder or "", "")
        if mention.entity in self.entities:
            yield from self._entity(self.entities[str(mention.entity)])

    def _entity(self, entity: Entity) -> Iterator[Line]:
        yield "names", f"{entity.name} ({entity.type}, {entity.id})"
        for variant in entity.variants:
            why = f": {variant.basis}" if variant.basis else ""
            yield "written", f"«{variant.text}» ×{variant.count}, {variant.kind}{why}"
        yield "known as", ", ".join(f"{scheme} {name}" for scheme, name in entity.links)
        if entity.latitude is not None and entity.longitude is not None:
            yield "lies at", f"{entity.latitude:.3f}, {entity.longitude:.3f}"
        for place in entity.candidates:
            yield "may be", f"{place.id} in {place.country}".strip()
        yield "of", self.names.get(entity.related or "", entity.related or "")
        yield "part of", self.names.get(entity.part_of or "", "")

    def _event(self, event: Event, parts: tuple[str, ...]) -> Iterator[Line]:
        negated = "not negated" if event.polarity == "POS" else "negated"
        yield "here", ", ".join(parts)
        yield "type", f"{event.type} {event.phase or ''}".strip()
        yield "found by", event.rule
        yield "confidence", _sure(event.confidence)
        yield "status", f"{event.modality}, {negated}"
        for part in event.participants:
            yield part.role, self._named(part.span, part.entity)
        for place in event.places:
            yield "place", self._named(place.span, place.entity)
        yield from self._when(event)
        if event.condition:
            yield "if", self._at(event.condition)
        yield from self._said(event)
        for count in event.casualties:
            by = f", {self.names.get(count.speaker, count.speaker)}" if count.speaker else ""
            yield count.kind, f"{count.count}{by}"
        cluster = self.clusters.get(event.cluster)
        if cluster:
            yield "told also in", ", ".join(v for v in cluster.events if v != event.id)

    def _when(self, event: Event) -> Iterator[Line]:
        if event.time and event.time.id in self.times:
            time = self.times[event.time.id]
            how = ", by context" if event.time.implicit else ""
            yield "time", f"{event.time.relation} {time.value} {self._at(time.span)}{how}"

    def _said(self, event: Event) -> Iterator[Line]:
        said = event.attribution
        if said is None:
            return
        yield "said by cue", f"{self._at(said.cue)}{', quoted' if said.direct else ''}"
        for speaker in said.speakers:
            yield "speaker", self._named(speaker.span, speaker.entity)

    def _words(self) -> Iterator[Line]:
        for read in self.told.words:
            forms = ["+".join(filter(None, each)) for each in read.readings[:_READINGS]]
            may = f", may be read as {'، '.join(forms)}" if len(forms) > 1 else ""
            yield read.token.kind, f"{self._at(read.token.span)}{may}"


def _place(span: Span) -> str:
    return f"[{span.start}:{span.end}]"


def _line(words: str) -> str:
    return " ".join(words.split())


def _table(title: str, lines: Iterator[Line]) -> Table:
    table = Table(
        title=Text(title), title_justify="left", title_style="bold", box=None, show_header=False
    )
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, words in lines:
        if words:
            table.add_row(name, Text(words))
    return table


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
    yield "because", "؛ ".join(_line(words) for words in reference.explanation)
    days = reference.candidates
    if reference.status == "ambiguous" and len(days) > _DAYS:
        yield "may be", f"one of {len(days)} days from {days[0]} to {days[-1]}"
    elif reference.status == "ambiguous":
        yield "may be", ", ".join(day.isoformat() for day in days)
