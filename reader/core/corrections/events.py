"""Events as the reader corrected them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reader.core.corrections.clusters import Clusters, Identities
from reader.core.corrections.places import SentenceFinder
from reader.core.corrections.types import (
    USER,
    Anchor,
    Correction,
    Corrections,
    MergeEvents,
    RemoveEvent,
    SetEvent,
    SplitEvents,
    When,
)
from reader.core.types import (
    Argument,
    Cluster,
    Event,
    EventTime,
    EventType,
    Filler,
    Mention,
    Sentence,
    Span,
    TimeExpression,
)


@dataclass(frozen=True, slots=True)
class Told:
    """The events and clusters of an analysis, and the corrections that found no place."""

    events: tuple[Event, ...]
    clusters: tuple[Cluster, ...]
    lost: Corrections


def _start(mention: Mention) -> int:
    return mention.span.start


@dataclass(slots=True)
class Findings:
    """What events are tied to: the corrected mentions and times, both in text order.

    Attributes:
        named: the entity of the mention at a span.
        timed: the id of the time expression at a span.
    """

    mentions: Sequence[Mention]
    times: Sequence[TimeExpression]
    named: dict[Span, str | None] = field(init=False)
    timed: dict[Span, str] = field(init=False)

    def __post_init__(self) -> None:
        self.named = {m.span: m.entity for m in self.mentions}
        self.timed = {t.span: t.id for t in self.times}

    def entity(self, span: Span) -> str | None:
        """Return the entity that words name: their own, or that of the longest name in them."""
        if span in self.named:
            return self.named[span]
        first, end = (bisect_left(self.mentions, at, key=_start) for at in (span.start, span.end))
        inside = [m for m in self.mentions[first:end] if m.entity and span.contains(m.span)]
        return max(inside, key=lambda m: len(m.span)).entity if inside else None


def correct_events(
    text: str,
    sentences: Sequence[Sentence],
    events: tuple[Event, ...],
    clusters: tuple[Cluster, ...],
    findings: Findings,
    corrections: Corrections,
) -> Told:
    """Return the events as corrected, in text order, and the clusters of those that are left."""
    claims = _Claims(text, SentenceFinder(sentences), findings)
    for correction in corrections:
        claims.read(correction)
    known = set(findings.timed.values())
    timed = tuple(e if e.time is None or e.time.id in known else _timeless(e) for e in events)
    if not (claims.wanted or claims.identities) and timed == events:
        return Told(events, clusters, tuple(claims.lost))
    made = claims.corrected(timed)
    one = Identities(text, made, claims.identities)
    lost = (*claims.lost, *one.lost)
    return Told(made, Clusters(text, events, clusters).of(made, one), lost)


def _timeless(event: Event) -> Event:
    return replace(event, time=None)


class _Claims:
    """What the corrections amount to.

    Attributes:
        wanted: by the trigger's place; None where no event is to be.
        identities: what bears on which events are one, in order.
    """

    def __init__(self, text: str, finder: SentenceFinder, findings: Findings) -> None:
        self._text = text
        self._finder = finder
        self._findings = findings
        self.wanted: dict[Span, SetEvent | None] = {}
        self.identities: list[MergeEvents | SplitEvents | SetEvent] = []
        self.lost: list[Correction] = []

    def read(self, correction: Correction) -> None:
        """Take in one more correction."""
        if isinstance(correction, MergeEvents | SplitEvents | SetEvent):
            self.identities.append(correction)
        if not isinstance(correction, SetEvent | RemoveEvent):
            return
        if not correction.at.is_in(self._text):
            self.lost.append(correction)
        elif isinstance(correction, RemoveEvent):
            self.wanted[correction.at.span] = None
        else:
            if not self._all_here(correction):
                self.lost.append(correction)
            before = self.wanted.get(correction.at.span)
            self.wanted[correction.at.span] = _over(correction, before)

    def _all_here(self, claim: SetEvent) -> bool:
        """Tell whether all words that an event is tied to are still there."""
        tied = [p.at for p in claim.participants or ()] + list(claim.places or ())
        there = all(anchor.is_in(self._text) for anchor in tied)
        when = claim.time.at if claim.time else None
        return there and (when is None or when.span in self._findings.timed)

    def corrected(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """Return the events in text order; what is new has no cluster yet."""
        found = {e.trigger: e for e in events}
        kept = [e for e in events if e.trigger not in self.wanted]
        made = [self._made(found.get(s), c) for s, c in self.wanted.items() if c is not None]
        return tuple(sorted([*kept, *made], key=lambda e: e.trigger.start))

    def _made(self, base: Event | None, claim: SetEvent) -> Event:
        span = claim.at.span
        if base is None:
            name = f"v{span.start}-{span.end}"
            base = Event(name, _event_type(claim.at), span, self._finder.at(span), "")
        return replace(
            base,
            type=claim.type or base.type,
            polarity=claim.polarity or base.polarity,
            modality=claim.modality or base.modality,
            participants=base.participants
            if claim.participants is None
            else tuple(
                Argument(p.at.span, p.role, self._findings.entity(p.at.span), USER)
                for p in claim.participants
                if p.at.is_in(self._text)
            ),
            places=base.places if claim.places is None else tuple(self._places(claim.places)),
            time=base.time if claim.time is None else self._time(claim.time, base.time),
            confidence=1.0,
            rule=USER,
        )

    def _places(self, places: Iterable[Anchor]) -> Iterator[Filler]:
        for place in places:
            if place.is_in(self._text):
                yield Filler(place.span, self._findings.entity(place.span), USER)

    def _time(self, when: When, before: EventTime | None) -> EventTime | None:
        if when.at is None:
            return None
        name = self._findings.timed.get(when.at.span)
        return EventTime(name, when.relation, rule=USER) if name else before


def _event_type(anchor: Anchor) -> EventType:
    kind: EventType = anchor.type  # type: ignore[assignment]  # of an event's anchor
    return kind


def _over(claim: SetEvent, before: SetEvent | None) -> SetEvent:
    """Return both claims as one; the later one is heard where they differ."""
    if before is None:
        return claim
    return SetEvent(
        before.at,
        type=claim.type or before.type,
        polarity=claim.polarity or before.polarity,
        modality=claim.modality or before.modality,
        participants=before.participants if claim.participants is None else claim.participants,
        places=before.places if claim.places is None else claim.places,
        time=claim.time or before.time,
    )


def placed(events: Iterable[Event], clusters: Iterable[Cluster]) -> tuple[Event, ...]:
    """Return the events with the cluster that each is in."""
    of = {event: c.id for c in clusters for event in c.events}
    return tuple(e if e.cluster == of[e.id] else replace(e, cluster=of[e.id]) for e in events)
