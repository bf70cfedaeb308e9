"""What the card of a name, a time or an event tells, as rows of words and links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from reader.core.normalize import fold
from reader.core.told import Teller
from reader.core.types import (
    Casualties,
    Cluster,
    Entity,
    Event,
    Filler,
    Mention,
    Span,
    TimeExpression,
)
from reader.gui.models import wording
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.peek_parts import Part, Peek, Row, Target
from reader.gui.models.peek_words import (
    candidate_words,
    coordinates,
    days,
    form_words,
    hijri,
    lookup_of,
    months,
    place_of,
    sentence_words,
    sure,
)
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say, say_count

LISTED = 8  # links of one row; the rest is in the panels and the concordance
_TIME_TYPES = {
    "DATE": QT_TRANSLATE_NOOP("Wording", "date"),
    "TIME": QT_TRANSLATE_NOOP("Wording", "time of day"),
    "DURATION": QT_TRANSLATE_NOOP("Wording", "duration"),
    "SET": QT_TRANSLATE_NOOP("Wording", "repeated time"),
}


class Peeker:
    """Makes the cards of one analysis; what is looked up by id is gathered once."""

    def __init__(self, index: AnalysisIndex) -> None:
        self._index = index

    def peek(self, target: Target) -> Peek | None:
        """Return the card of a mention, time or event; None where there is no such thing."""
        kind, identifier = target
        index = self._index
        if kind == "mention" and identifier in index.mentions:
            return self._mention(index.mentions[identifier])
        if kind == "time" and identifier in index.times:
            return self._time(index.times[identifier])
        if kind == "event" and identifier in index.events:
            return self._event(index.events[identifier])
        return None

    def targets(self) -> tuple[tuple[Span, Target], ...]:
        """Return every finding that has a card, in text order."""
        return self._targets

    @cached_property
    def _targets(self) -> tuple[tuple[Span, Target], ...]:
        analysis = self._index.analysis
        found: list[tuple[Span, Target]] = [(m.span, ("mention", m.id)) for m in analysis.mentions]
        found += [(t.span, ("time", t.id)) for t in analysis.times]
        found += [(v.trigger, ("event", v.id)) for v in analysis.events]
        return tuple(sorted(found))

    @cached_property
    def _teller(self) -> Teller:
        return Teller(self._index.analysis)

    @cached_property
    def _events_of(self) -> dict[str, list[Event]]:
        """The events of each entity id, one of each cluster."""
        grouped: defaultdict[str, dict[str, Event]] = defaultdict(dict)
        for event in self._index.analysis.events:
            said = event.attribution.speakers if event.attribution else ()
            named = [part.entity for part in event.participants]
            named += [filler.entity for filler in (*event.places, *said)]
            for entity in filter(None, dict.fromkeys(named)):
                grouped[entity].setdefault(event.cluster, event)
        return {entity: list(found.values()) for entity, found in grouped.items()}

    @cached_property
    def _events_at(self) -> dict[str, list[Event]]:
        """The events of each time id."""
        grouped: defaultdict[str, list[Event]] = defaultdict(list)
        for event in self._index.analysis.events:
            if event.time:
                grouped[event.time.id].append(event)
        return dict(grouped)

    @cached_property
    def _roles_of(self) -> dict[str, list[Mention]]:
        """The titles that each person bears."""
        grouped: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in self._index.analysis.mentions:
            if mention.holder:
                grouped[mention.holder].append(mention)
        return dict(grouped)

    # -- names -------------------------------------------------------------------------------

    def _mention(self, mention: Mention) -> Peek:
        index = self._index
        entity = index.entities.get(mention.entity or "")
        mentions = index.mentions_of.get(mention.entity or "", (mention,))
        words = index.words(mention.span)
        return Peek(
            target=("mention", mention.id),
            span=mention.span,
            title=entity.name if entity else words,
            subtitle=wording.entity_type_of_one(mention.type),
            type=mention.type,
            rows=_rows(self._mention_rows(mention, entity, mentions)),
            place=place_of(entity),
            why=(self._teller.name(mention),),
            same=tuple(("mention", m.id) for m in mentions),
            lookup=lookup_of(mention, entity),
        )

    def _mention_rows(
        self, mention: Mention, entity: Entity | None, mentions: tuple[Mention, ...]
    ) -> Iterator[tuple[str, Iterable[Part]]]:
        index = self._index
        words = index.words(mention.span)
        if entity and words != entity.name:
            yield QCoreApplication.translate("Peek", "Here"), [Part(wording.quoted(words))]
        yield QCoreApplication.translate("Peek", "Role"), self._roles(mention, entity)
        yield QCoreApplication.translate("Peek", "Stands for"), self._names(mention.stands_for)
        yield QCoreApplication.translate("Peek", "Held by"), self._names(mention.holder)
        if entity:
            yield from self._entity_rows(entity)
        yield QCoreApplication.translate("Peek", "Mentions"), self._mentions(mentions)
        events = self._events_of.get(mention.entity or "", [])
        yield QCoreApplication.translate("Peek", "Events"), self._event_links(events)
        yield QCoreApplication.translate("Peek", "Confidence"), [Part(sure(mention.confidence))]

    def _entity_rows(self, entity: Entity) -> Iterator[tuple[str, Iterable[Part]]]:
        yield QCoreApplication.translate("Peek", "From"), self._names(entity.related)
        yield QCoreApplication.translate("Peek", "Part of"), self._names(entity.part_of)
        forms = [v for v in entity.variants if len(entity.variants) > 1 or v.text != entity.name]
        yield (
            QCoreApplication.translate("Peek", "Forms"),
            [Part(form_words(v.text, v.count, v.basis)) for v in forms],
        )
        yield QCoreApplication.translate("Peek", "Place"), coordinates(entity)
        yield (
            QCoreApplication.translate("Peek", "May be"),
            [Part(candidate_words(place)) for place in entity.candidates],
        )
        yield (
            QCoreApplication.translate("Peek", "Known as"),
            [Part(wording.link_text(*link)) for link in entity.links if link[0] != "iso3166"],
        )

    def _roles(self, mention: Mention, entity: Entity | None) -> list[Part]:
        titles = self._roles_of.get(entity.id, []) if entity and mention.type == "PER" else []
        found = {fold(self._index.words(t.span)): t for t in reversed(titles)}
        return [
            Part(wording.isolate(self._index.words(t.span)), ("mention", t.id))
            for t in reversed(found.values())
        ]

    def _names(self, entity: str | None) -> list[Part]:
        """Return the name of an entity as a link to its first mention, or the name itself."""
        if not entity:
            return []
        mentions = self._index.mentions_of.get(entity)
        target = ("mention", mentions[0].id) if mentions else None
        return [Part(wording.isolate(self._index.name(entity)), target)]

    def _mentions(self, mentions: tuple[Mention, ...]) -> list[Part]:
        index = self._index
        seen = {m.sentence: m for m in reversed(mentions) if m.sentence in index.sentences}
        links = [
            Part(sentence_words(index.sentence_numbers[s]), ("mention", m.id))
            for s, m in list(reversed(seen.items()))[:LISTED]
        ]
        if len(mentions) < 2:
            return links
        return [Part(say_count(QT_TRANSLATE_NOOP("Wording", "%n time(s)"), len(mentions))), *links]

    def _event_links(self, events: list[Event]) -> list[Part]:
        index = self._index
        links = []
        for event in events[:LISTED]:
            cluster = index.clusters.get(event.cluster)
            label = cluster.label if cluster and cluster.label else index.words(event.trigger)
            links.append(Part(wording.isolate(label), ("event", event.id)))
        if len(events) > LISTED:
            more = len(events) - LISTED
            links.append(Part(say_count(QT_TRANSLATE_NOOP("Wording", "and %n more"), more)))
        return links

    # -- times -------------------------------------------------------------------------------

    def _time(self, time: TimeExpression) -> Peek:
        return Peek(
            target=("time", time.id),
            span=time.span,
            title=self._index.words(time.span),
            subtitle=say(_TIME_TYPES[time.type]),
            type="TIME",
            rows=_rows(self._time_rows(time)),
            why=(self._teller.time(time), self._teller.reference()),
            same=(("time", time.id),),
        )

    def _time_rows(self, time: TimeExpression) -> Iterator[tuple[str, Iterable[Part]]]:
        index = self._index
        value = " ".join(filter(None, (time.value, time.mod, time.part)))
        yield QCoreApplication.translate("Peek", "Means"), [Part(wording.time_text(time))]
        yield QCoreApplication.translate("Peek", "Days"), days(time)
        yield QCoreApplication.translate("Peek", "Months"), months(time)
        yield QCoreApplication.translate("Peek", "Hijri"), hijri(time)
        yield QCoreApplication.translate("Peek", "Value"), [Part(wording.isolate(value))]
        basis = time.basis.partition(" [")[0]  # the grammar's row is on the second page
        if basis:
            yield QCoreApplication.translate("Peek", "Because"), [Part(wording.isolate(basis))]
        if time.conflict:
            yield (
                QCoreApplication.translate("Peek", "The text disagrees"),
                [Part(wording.isolate(time.conflict))],
            )
        yield (
            QCoreApplication.translate("Peek", "Article written"),
            [Part(wording.reference_text(index.analysis.reference_date))],
        )
        events = self._events_at.get(time.id, [])
        yield QCoreApplication.translate("Peek", "Events"), self._event_links(events)
        yield QCoreApplication.translate("Peek", "Confidence"), [Part(sure(time.confidence))]

    # -- events ------------------------------------------------------------------------------

    def _event(self, event: Event) -> Peek:
        index = self._index
        cluster = index.clusters.get(event.cluster)
        told = [index.events[v] for v in cluster.events if v in index.events] if cluster else []
        told = sorted(told or [event], key=lambda v: v.trigger)
        label = cluster.label if cluster and cluster.label else index.words(event.trigger)
        kinds = (wording.event_type_name(event.type), wording.status_name(wording.status_of(event)))
        return Peek(
            target=("event", event.id),
            span=event.trigger,
            title=label,
            subtitle=wording.join(kinds),
            type="TRIGGER",
            rows=_rows(self._event_rows(event, told, cluster)),
            why=(self._teller.event(event),),
            same=tuple(("event", v.id) for v in told),
        )

    def _event_rows(
        self, event: Event, told: list[Event], cluster: Cluster | None
    ) -> Iterator[tuple[str, Iterable[Part]]]:
        index = self._index
        words = index.words(event.trigger)
        if cluster and words != cluster.label:
            yield QCoreApplication.translate("Peek", "Here"), [Part(wording.quoted(words))]
        for role, caption in (
            ("actor", QCoreApplication.translate("Peek", "Who")),
            ("target", QCoreApplication.translate("Peek", "To whom")),
            ("other", QCoreApplication.translate("Peek", "Also")),
        ):
            yield (
                caption,
                self._fillers(
                    Filler(p.span, p.entity) for v in told for p in v.participants if p.role == role
                ),
            )
        places = (place for v in told for place in v.places)
        yield QCoreApplication.translate("Peek", "Where"), self._fillers(places)
        yield QCoreApplication.translate("Peek", "When"), self._when(told)
        yield QCoreApplication.translate("Peek", "Source"), self._speakers(told)
        toll = dict.fromkeys(c for v in told for c in v.casualties)
        yield (
            QCoreApplication.translate("Peek", "Toll"),
            [Part(wording.casualties_text(c)) for c in self._named(toll)],
        )
        yield QCoreApplication.translate("Peek", "Figures differ"), self._differing(event.cluster)
        conditions = dict.fromkeys(index.words(v.condition) for v in told if v.condition)
        yield (
            QCoreApplication.translate("Peek", "If"),
            [Part(wording.quoted(words)) for words in conditions],
        )
        yield QCoreApplication.translate("Peek", "Told"), self._told(told)
        yield QCoreApplication.translate("Peek", "Confidence"), [Part(sure(event.confidence))]

    def _named(self, toll: Iterable[Casualties]) -> Iterator[Casualties]:
        for count in toll:
            name = self._index.name(count.speaker) or None
            yield Casualties(count.kind, count.count, name)

    def _differing(self, cluster: str) -> list[Part]:
        """Return each figure that differs over an event, as a link to its words."""
        return [
            Part(wording.figure_text(figure, self._index.words(figure.span)), self._at(figure.span))
            for found in self._index.discrepancies_of.get(cluster, ())
            for figure in found.figures
        ]

    def _fillers(self, fillers: Iterable[Filler]) -> list[Part]:
        """Return each name once, as a link to where the words are."""
        found: dict[str, Part] = {}
        for filler in fillers:
            name = self._index.name(filler.entity, self._index.words(filler.span))
            target = self._at(filler.span)
            found.setdefault(fold(name), Part(wording.isolate(name), target))
        return list(found.values())

    def _at(self, span: Span) -> Target:
        """Return the mention at a span, or else the span as a target of its own."""
        mention = self._by_span.get(span)
        return ("mention", mention) if mention else ("words", f"{span.start}:{span.end}")

    @cached_property
    def _by_span(self) -> dict[Span, str]:
        return {m.span: m.id for m in reversed(self._index.analysis.mentions)}

    def _when(self, told: list[Event]) -> list[Part]:
        links = dict.fromkeys(v.time for v in told if v.time and v.time.id in self._index.times)
        found: dict[str, Part] = {}
        for link in links:
            if link is None:
                continue
            time = self._index.times[link.id]
            text = wording.time_text(time, link.relation)
            if link.implicit:
                pattern = QCoreApplication.translate("Peek", "{time} (from the context)")
                text = pattern.format(time=text)
            found.setdefault(text, Part(text, ("time", time.id)))
        return list(found.values())

    def _speakers(self, told: list[Event]) -> list[Part]:
        said = [v.attribution for v in told if v.attribution]
        links = self._fillers(speaker for saying in said for speaker in saying.speakers)
        if any(saying.direct for saying in said):
            links.append(Part(QCoreApplication.translate("Wording", "direct quote")))
        return links

    def _told(self, told: list[Event]) -> list[Part]:
        index = self._index
        links = [
            Part(sentence_words(index.sentence_numbers[v.sentence]), ("event", v.id))
            for v in told[:LISTED]
            if v.sentence in index.sentence_numbers
        ]
        if len(told) < 2:
            return links
        return [Part(say_count(QT_TRANSLATE_NOOP("Wording", "%n time(s)"), len(told))), *links]


def _rows(told: Iterator[tuple[str, Iterable[Part]]]) -> tuple[Row, ...]:
    found = ((caption, tuple(parts)) for caption, parts in told)
    return tuple(Row(caption, parts) for caption, parts in found if any(p.text for p in parts))
