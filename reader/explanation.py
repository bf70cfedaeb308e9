"""Why the analysis says what it says, as words for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from reader.core.explain import Explanation
from reader.core.types import Entity, Event, Mention, Repetition, Span, TimeExpression

_READINGS = 6  # of one word
Line = tuple[str, str]  # what it is, and its words


def show(explanation: Explanation, console: Console) -> None:
    """Print all that was found at the words, each finding with its reason."""
    console.print(Group(*_parts(explanation)))


def _parts(told: Explanation) -> Iterator[RenderableType]:
    text = told.analysis.document.text
    yield Text(f"«{told.span.of(text)}» {_place(told.span)}", style="bold")
    if told.sentence:
        yield Text(f"sentence {told.sentence.id} {_place(told.sentence.span)}:")
        yield Text(_line(told.sentence.span.of(text)))
    if told.is_empty:
        yield Text("nothing was found here")
    for repetition in told.repetitions:
        yield _table(f"repeat {_place(repetition.span)}", _repeat(repetition, text))
    for mention in told.mentions:
        title = f"name {mention.id}: «{mention.span.of(text)}» {_place(mention.span)}"
        yield _table(title, _name(told, mention))
    for time in told.times:
        yield _table(f"time {time.id}: «{time.span.of(text)}» {_place(time.span)}", _time(time))
    if told.times:
        yield _table("reference date", _reference(told))
    for event, parts in told.events:
        words = f"event {event.id}: «{event.trigger.of(text)}» {_place(event.trigger)}"
        yield _table(words, _event(told, event, parts))
    if told.words:
        yield _table("words", _words(told))


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


def _repeat(repetition: Repetition, text: str) -> Iterator[Line]:
    yield "kind", f"{repetition.kind}, {repetition.similarity:.0%} alike"
    yield "first copy", f"{_line(repetition.of.of(text))} {_place(repetition.of)}"
    for conflict in repetition.conflicts:
        here, there = conflict.span.of(text), conflict.of.of(text)
        yield "differs", f"«{here}» {_place(conflict.span)}, first «{there}» {_place(conflict.of)}"


def _name(told: Explanation, mention: Mention) -> Iterator[Line]:
    yield "type", mention.type
    yield "found by", mention.rule
    yield "confidence", _sure(mention.confidence)
    names = {entity.id: entity.name for entity in told.analysis.entities}
    yield "stands for", names.get(mention.stands_for or "", mention.stands_for or "")
    yield "held by", names.get(mention.holder or "", "")
    for entity in told.entities:
        if entity.id == mention.entity:
            yield from _entity(entity, names)


def _entity(entity: Entity, names: dict[str, str]) -> Iterator[Line]:
    yield "names", f"{entity.name} ({entity.type}, {entity.id})"
    for variant in entity.variants:
        why = f": {variant.basis}" if variant.basis else ""
        yield "written", f"«{variant.text}» ×{variant.count}, {variant.kind}{why}"
    yield "known as", ", ".join(f"{scheme} {name}" for scheme, name in entity.links)
    if entity.latitude is not None and entity.longitude is not None:
        yield "lies at", f"{entity.latitude:.3f}, {entity.longitude:.3f}"
    for place in entity.candidates:
        yield "may be", f"{place.id} in {place.country}".strip()
    yield "of", names.get(entity.related or "", entity.related or "")
    yield "part of", names.get(entity.part_of or "", "")


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


def _reference(told: Explanation) -> Iterator[Line]:
    reference = told.analysis.reference_date
    yield "status", reference.status
    yield "value", reference.value or ""
    yield "from", reference.basis or ""
    yield "because", "؛ ".join(_line(words) for words in reference.explanation)
    if reference.status == "ambiguous":
        yield "may be", ", ".join(day.isoformat() for day in reference.candidates)


def _event(told: Explanation, event: Event, parts: tuple[str, ...]) -> Iterator[Line]:
    text = told.analysis.document.text
    cluster = next((c for c in told.analysis.clusters if c.id == event.cluster), None)
    yield "here", ", ".join(parts)
    yield "type", f"{event.type} {event.phase or ''}".strip()
    yield "found by", event.rule
    yield "confidence", _sure(event.confidence)
    yield "status", f"{event.modality}, {'not negated' if event.polarity == 'POS' else 'negated'}"
    for part in event.participants:
        yield part.role, f"«{part.span.of(text)}» {_place(part.span)}{_named(told, part.entity)}"
    for place in event.places:
        yield "place", f"«{place.span.of(text)}» {_place(place.span)}{_named(told, place.entity)}"
    yield from _when(told, event)
    if event.condition:
        yield "if", f"«{_line(event.condition.of(text))}» {_place(event.condition)}"
    yield from _said(told, event)
    for count in event.casualties:
        yield count.kind, f"{count.count}{_named(told, count.speaker)}"
    if cluster and len(cluster.events) > 1:
        yield "told also in", ", ".join(v for v in cluster.events if v != event.id)


def _named(told: Explanation, entity: str | None) -> str:
    names = {each.id: each.name for each in told.analysis.entities}
    return f", {names.get(entity, entity)}" if entity else ""


def _when(told: Explanation, event: Event) -> Iterator[Line]:
    link = event.time
    time = next((t for t in told.analysis.times if link and t.id == link.id), None)
    if link and time:
        words = time.span.of(told.analysis.document.text)
        how = ", by context" if link.implicit else ""
        yield "time", f"{link.relation} {time.value} «{words}» {_place(time.span)}{how}"


def _said(told: Explanation, event: Event) -> Iterator[Line]:
    said, text = event.attribution, told.analysis.document.text
    if said is None:
        return
    yield (
        "said by cue",
        f"«{said.cue.of(text)}» {_place(said.cue)}{', quoted' if said.direct else ''}",
    )
    for speaker in said.speakers:
        words = f"«{speaker.span.of(text)}» {_place(speaker.span)}"
        yield "speaker", f"{words}{_named(told, speaker.entity)}"


def _words(told: Explanation) -> Iterator[Line]:
    text = told.analysis.document.text
    for read in told.words:
        forms = ["+".join(filter(None, each)) for each in read.readings[:_READINGS]]
        may = f", may be read as {'، '.join(forms)}" if len(forms) > 1 else ""
        yield read.token.kind, f"«{read.token.span.of(text)}» {_place(read.token.span)}{may}"
