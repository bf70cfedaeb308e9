"""What the card of a name, a time or an event tells, as rows of words and links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from reader.core.confidence import DOUBTFUL
from reader.core.normalize import fold
from reader.core.times.calendar import hijri_value
from reader.core.told import Section, Teller
from reader.core.types import (
    Casualties,
    Cluster,
    Entity,
    Event,
    Filler,
    Mention,
    PossiblePlace,
    Span,
    TimeExpression,
)
from reader.gui.models import wording
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say, say_count
from reader.gui.models.reason_words import form_reason
from reader.resources import rows

Target = tuple[str, str]  # mention, time, event or sentence, and its id
LISTED = 8  # links of one row; the rest is in the panels and the concordance
_SURE, _ALMOST = 0.85, 0.95
_TIME_TYPES = {
    "DATE": QT_TRANSLATE_NOOP("Wording", "date"),
    "TIME": QT_TRANSLATE_NOOP("Wording", "time of day"),
    "DURATION": QT_TRANSLATE_NOOP("Wording", "duration"),
    "SET": QT_TRANSLATE_NOOP("Wording", "repeated time"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a row, and where a click on them goes, if anywhere."""

    text: str
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a card."""

    caption: str
    parts: tuple[Part, ...]

    def text(self) -> str:
        """Return the line as plain words."""
        return f"{self.caption}: {wording.join(part.text for part in self.parts)}"


@dataclass(frozen=True, slots=True)
class Peek:
    """A card.

    Attributes:
        target: what it is about.
        span: the words that it is about.
        subtitle: what kind of thing it is, in words.
        type: entity type, TIME or TRIGGER, which its highlight has its color by.
        place: latitude and longitude, for the map.
        why: the explanation.
        same: the other places of the same name or event in the text, itself among them.
        lookup: the name to look up elsewhere, and its Wikidata id; empty where there is none.
    """

    target: Target
    span: Span
    title: str
    subtitle: str
    type: str
    rows: tuple[Row, ...]
    place: tuple[float, float] | None = None
    why: tuple[Section, ...] = ()
    same: tuple[Target, ...] = ()
    lookup: tuple[str, str] = ("", "")

    def text(self) -> str:
        """Return the card as plain lines, words of the article isolated, to be pasted."""
        head = f"{wording.isolate(self.title)} — {self.subtitle}"
        return "\n".join((head, *(row.text() for row in self.rows)))


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
            place=_place(entity),
            why=(self._teller.name(mention),),
            same=tuple(("mention", m.id) for m in mentions),
            lookup=_lookup(mention, entity),
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
            [Part(_form(v.text, v.count, v.basis)) for v in forms],
        )
        yield QCoreApplication.translate("Peek", "Place"), _coordinates(entity)
        yield (
            QCoreApplication.translate("Peek", "May be"),
            [Part(_candidate(place)) for place in entity.candidates],
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
            Part(_sentence(index.sentence_numbers[s]), ("mention", m.id))
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
        yield QCoreApplication.translate("Peek", "Days"), _days(time)
        yield QCoreApplication.translate("Peek", "Months"), _months(time)
        yield QCoreApplication.translate("Peek", "Hijri"), _hijri(time)
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
            Part(_sentence(index.sentence_numbers[v.sentence]), ("event", v.id))
            for v in told[:LISTED]
            if v.sentence in index.sentence_numbers
        ]
        if len(told) < 2:
            return links
        return [Part(say_count(QT_TRANSLATE_NOOP("Wording", "%n time(s)"), len(told))), *links]


def sure(confidence: float) -> str:
    """Say in words how often such a finding is right, and the share."""
    if confidence >= _ALMOST:
        words = QCoreApplication.translate("Peek", "almost always right")
    elif confidence >= _SURE:
        words = QCoreApplication.translate("Peek", "right in most cases")
    elif confidence >= DOUBTFUL:
        words = QCoreApplication.translate("Peek", "often right")
    else:
        words = QCoreApplication.translate("Peek", "may well be wrong")
    return f"{words} ({wording.isolate(f'{confidence:.0%}')})"


def _rows(told: Iterator[tuple[str, Iterable[Part]]]) -> tuple[Row, ...]:
    found = ((caption, tuple(parts)) for caption, parts in told)
    return tuple(Row(caption, parts) for caption, parts in found if any(p.text for p in parts))


def _sentence(number: int) -> str:
    return QCoreApplication.translate("Wording", "sentence {number}").format(number=number)


def _form(text: str, count: int, basis: str) -> str:
    written = f"{wording.quoted(text)} ×{count}"
    if not basis:
        return written
    pattern = QCoreApplication.translate("Peek", "{form}: {reason}")
    return pattern.format(form=written, reason=form_reason(basis))


def _place(entity: Entity | None) -> tuple[float, float] | None:
    if entity is None or entity.latitude is None or entity.longitude is None:
        return None
    return entity.latitude, entity.longitude


def _coordinates(entity: Entity) -> list[Part]:
    code = next((name for scheme, name in entity.links if scheme == "iso3166"), "")
    place = _place(entity)
    written = [wording.isolate(code)] if code else []
    if place:
        written.append(wording.isolate(degrees(*place)))
    return [Part(text) for text in written]


def degrees(latitude: float, longitude: float) -> str:
    """Write coordinates: «51.18° N, 71.45° E»."""
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):.2f}° {north}, {abs(longitude):.2f}° {east}"


def _candidate(place: PossiblePlace) -> str:
    parts = [place.country, place.id and f"GeoNames {place.id}"]
    if place.latitude is not None and place.longitude is not None:
        parts.append(degrees(place.latitude, place.longitude))
    return wording.isolate(" · ".join(filter(None, parts)))


def _lookup(mention: Mention, entity: Entity | None) -> tuple[str, str]:
    if entity is None or mention.type in {"MONEY", "PERCENT", "COUNT", "TITLE"}:
        return "", ""
    return entity.name, next((name for scheme, name in entity.links if scheme == "wikidata"), "")


def _days(time: TimeExpression) -> list[Part]:
    first, last = time.first_day, time.last_day
    if first is None or last is None:
        return []
    written = wording.days_text(first, last) if last > first else _weekday(first)
    if last == first:
        return [Part(written)]
    count = say_count(QT_TRANSLATE_NOOP("Wording", "%n day(s)"), (last - first).days + 1)
    return [Part(f"{written} ({count})")]


def _weekday(day: date) -> str:
    return wording.day_text(day, weekday=True)


def _months(time: TimeExpression) -> list[Part]:
    """Return what the month is called elsewhere, where the time lies in one month."""
    first, last = time.first_day, time.last_day
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return []
    row = next(row for row in rows("panels", "months.tsv") if int(row["number"]) == first.month)
    names: dict[str, str] = {}
    for where, caption in _WHERE.items():
        name = row[where]
        names[name] = (
            f"{names[name]}، {say(caption, 'Peek')}" if name in names else say(caption, "Peek")
        )
    pattern = QCoreApplication.translate("Peek", "{name} ({where})")
    return [
        Part(pattern.format(name=wording.isolate(name), where=where))
        for name, where in names.items()
    ]


_WHERE: dict[str, str] = {
    "egypt": QT_TRANSLATE_NOOP("Peek", "Egypt and the Gulf"),
    "levant": QT_TRANSLATE_NOOP("Peek", "Levant and Iraq"),
    "tunisia": QT_TRANSLATE_NOOP("Peek", "Tunisia and Algeria"),
    "morocco": QT_TRANSLATE_NOOP("Peek", "Morocco"),
}


def _hijri(time: TimeExpression) -> list[Part]:
    """Return the days in the Umm al-Qura calendar; sightings of the moon may differ by a day."""
    if time.first_day is None or time.last_day is None:
        return []
    values = [hijri_value(day) for day in (time.first_day, time.last_day)]
    written = list(dict.fromkeys(wording.hijri_text(v) for v in values if v))
    if len(written) == 2:
        pattern = QCoreApplication.translate("Wording", "from {first} to {last}")
        written = [pattern.format(first=written[0], last=written[1])]
    return [Part(text) for text in written]
