"""What the events sidebar tells of one event, gathered from every sentence that tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from reader.core.corrections.types import USER
from reader.core.normalize import fold
from reader.core.types import (
    Casualties,
    Cluster,
    Event,
    EventType,
    Figure,
    Filler,
    Role,
    TimeExpression,
)
from reader.gui.models import wording
from reader.gui.models.index import AnalysisIndex


@dataclass(frozen=True, slots=True)
class EventCard:
    """One event of the article; names are canonical, without repeats, in text order.

    Attributes:
        events: ids of its mentions, in text order.
        time_words: the words of the article that `time` stands for.
        offset: where the text first tells it, for the text order.
        folded: all that a search looks in.
        by_user: whether the reader decided on one of its mentions, or which they are.
    """

    id: str
    label: str
    type: EventType
    status: wording.Status
    events: tuple[str, ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    others: tuple[str, ...]
    places: tuple[str, ...]
    time: TimeExpression | None
    relation: str
    time_words: str
    speakers: tuple[str, ...]
    direct: bool
    casualties: tuple[Casualties, ...]
    differing: tuple[tuple[tuple[Figure, str], ...], ...]
    condition: str
    offset: int
    folded: str
    by_user: bool = False

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone who takes part or speaks."""
        return tuple(dict.fromkeys(self.actors + self.targets + self.others + self.speakers))

    @property
    def first_day(self) -> date | None:
        """The first day that it may fall on."""
        return self.time.first_day if self.time else None


def event_cards(index: AnalysisIndex) -> tuple[EventCard, ...]:
    """Return one card for each cluster that has a known event, in text order; made once."""
    return index.once(_event_cards)


def _event_cards(index: AnalysisIndex) -> tuple[EventCard, ...]:
    gathered = (
        (cluster, [index.events[v] for v in cluster.events if v in index.events])
        for cluster in index.analysis.clusters
    )
    cards = (_card(index, cluster, told) for cluster, told in gathered if told)
    return tuple(sorted(cards, key=lambda card: card.offset))


def _card(index: AnalysisIndex, cluster: Cluster, told: list[Event]) -> EventCard:
    events = sorted(told, key=lambda event: event.trigger)
    time, relation = _time(index, events)
    said = [event.attribution for event in events if event.attribution]
    condition = next((index.words(e.condition) for e in events if e.condition), "")
    return EventCard(
        id=cluster.id,
        label=cluster.label or index.words(events[0].trigger),
        type=cluster.type,
        status=wording.status_of_all(events),
        events=tuple(event.id for event in events),
        actors=_participants(index, events, "actor"),
        targets=_participants(index, events, "target"),
        others=_participants(index, events, "other"),
        places=_names(index, (place for event in events for place in event.places)),
        time=time,
        relation=relation,
        time_words=index.words(time.span) if time else "",
        speakers=_names(index, (speaker for saying in said for speaker in saying.speakers)),
        direct=any(saying.direct for saying in said),
        casualties=_casualties(index, events),
        differing=_differing(index, cluster.id),
        condition=condition,
        offset=events[0].trigger.start,
        folded=_folded(index, cluster.label, events),
        by_user=USER in {cluster.rule, *(event.rule for event in events)},
    )


def _differing(index: AnalysisIndex, cluster: str) -> tuple[tuple[tuple[Figure, str], ...], ...]:
    """Return each set of figures that differ over a cluster, with their words."""
    return tuple(
        tuple((figure, index.words(figure.span)) for figure in found.figures)
        for found in index.discrepancies_of.get(cluster, ())
    )


def _participants(index: AnalysisIndex, events: Iterable[Event], role: Role) -> tuple[str, ...]:
    return _names(
        index,
        (
            Filler(part.span, part.entity)
            for event in events
            for part in event.participants
            if part.role == role
        ),
    )


def _names(index: AnalysisIndex, fillers: Iterable[Filler]) -> tuple[str, ...]:
    names: dict[str, str] = {}
    for filler in fillers:
        name = index.name(filler.entity, index.words(filler.span))
        names.setdefault(fold(name), name)
    return tuple(names.values())


def _time(index: AnalysisIndex, events: list[Event]) -> tuple[TimeExpression | None, str]:
    """Choose stated over implied, resolved over open, then what the text says last."""
    known = [e.time for e in events if e.time and e.time.id in index.times]
    if not known:
        return None, "AT"
    ranked = [
        (not link.implicit, index.times[link.id].first_day is not None, place, link)
        for place, link in enumerate(known)
    ]
    best = max(ranked, key=lambda rank: rank[:3])[3]
    return index.times[best.id], best.relation


def _casualties(index: AnalysisIndex, events: Iterable[Event]) -> tuple[Casualties, ...]:
    named = (
        Casualties(c.kind, c.count, index.name(c.speaker) or None)
        for event in events
        for c in event.casualties
    )
    return tuple(dict.fromkeys(named))


def _folded(index: AnalysisIndex, label: str, events: Iterable[Event]) -> str:
    words = [label]
    for event in events:
        spans = [event.trigger, *(p.span for p in event.participants)]
        spans += [place.span for place in event.places]
        if event.attribution:
            spans += [event.attribution.cue, *(s.span for s in event.attribution.speakers)]
        words += [index.words(span) for span in spans]
        words += [index.name(part.entity) for part in event.participants]
        words += [index.name(place.entity) for place in event.places]
        if event.time and event.time.id in index.times:
            words.append(index.words(index.times[event.time.id].span))
    return fold("\n".join(words))


def who_text(card: EventCard) -> str:
    """Write who did it, and to whom."""
    actors = wording.join(wording.isolate(name) for name in card.actors)
    targets = wording.join(wording.isolate(name) for name in card.targets)
    others = wording.join(wording.isolate(name) for name in card.others)
    written = actors or targets
    if actors and targets:
        pattern = QCoreApplication.translate("Wording", "{actors} → {targets}")
        written = pattern.format(actors=actors, targets=targets)
    return QCoreApplication.translate("Wording", "; ").join(filter(None, (written, others)))


def where_text(card: EventCard) -> str:
    """Write where it happened."""
    return wording.join(wording.isolate(name) for name in card.places)


def when_text(card: EventCard) -> str:
    """Write when: the resolved date, then the words of the article."""
    if card.time is None:
        return ""
    return f"{wording.time_text(card.time, card.relation)} {wording.quoted(card.time_words)}"


def source_text(card: EventCard) -> str:
    """Write who says so, and whether the words are quoted."""
    speakers = wording.join(wording.isolate(name) for name in card.speakers)
    if not card.direct:
        return speakers
    if not speakers:
        return QCoreApplication.translate("Wording", "direct quote")
    return QCoreApplication.translate("Wording", "{speakers} (direct quote)").format(
        speakers=speakers
    )


def casualties_text(card: EventCard) -> str:
    """Write every count of dead and injured, conflicting ones side by side."""
    return wording.join(wording.casualties_text(count) for count in card.casualties)


def differing_text(card: EventCard) -> str:
    """Write the figures that differ over it, each set side by side."""
    return wording.join(
        "\u2002≠\u2002".join(dict.fromkeys(wording.figure_text(*told) for told in figures))
        for figures in card.differing
    )


def event_summary(card: EventCard) -> str:
    """Tell the event in one sentence, for screen readers, tooltips and the status bar."""
    kind = (wording.event_type_name(card.type), wording.status_name(card.status))
    return wording.join((wording.isolate(card.label), *kind, *_details(card))) + "."


def event_lines(card: EventCard) -> str:
    """Tell the event in lines, what it is first, for a tool tip."""
    kind = (wording.event_type_name(card.type), wording.status_name(card.status))
    return "\n".join((wording.isolate(card.label), " · ".join(kind), *_details(card)))


def _details(card: EventCard) -> tuple[str, ...]:
    patterns = (
        (QCoreApplication.translate("Wording", "who: {text}"), who_text(card)),
        (QCoreApplication.translate("Wording", "where: {text}"), where_text(card)),
        (QCoreApplication.translate("Wording", "when: {text}"), when_text(card)),
        (QCoreApplication.translate("Wording", "according to: {text}"), source_text(card)),
        (QCoreApplication.translate("Wording", "casualties: {text}"), casualties_text(card)),
        (QCoreApplication.translate("Wording", "figures differ: {text}"), differing_text(card)),
        (QCoreApplication.translate("Wording", "if: {text}"), wording.isolate(card.condition)),
    )
    told = tuple(pattern.format(text=text) for pattern, text in patterns if text)
    mine = (wording.by_user_text(),) if card.by_user else ()
    return (*told, wording.mention_count(len(card.events)), *mine)
