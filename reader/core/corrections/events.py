"""Events and their clusters as the reader corrected them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reader.core.corrections.places import SentenceFinder
from reader.core.corrections.types import (
    USER,
    Anchor,
    Correction,
    Corrections,
    RemoveEvent,
    SetEvent,
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
    Polarity,
    Sentence,
    Span,
    TimeExpression,
)

_LABEL = 60  # code points
_CLAUSE = re.compile(r"[^\n،؛.:!؟?»\"]*")


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
    if not claims.wanted and timed == events:
        return Told(events, clusters, tuple(claims.lost))
    made = claims.corrected(timed)
    return Told(made, _Clusters(text, events, clusters).of(made), tuple(claims.lost))


def _timeless(event: Event) -> Event:
    return replace(event, time=None)


class _Claims:
    """What the corrections amount to, by the trigger's place; None where no event is to be."""

    def __init__(self, text: str, finder: SentenceFinder, findings: Findings) -> None:
        self._text = text
        self._finder = finder
        self._findings = findings
        self.wanted: dict[Span, SetEvent | None] = {}
        self.lost: list[Correction] = []

    def read(self, correction: Correction) -> None:
        """Take in one more correction."""
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
                Argument(p.at.span, p.role, self._findings.entity(p.at.span))
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
                yield Filler(place.span, self._findings.entity(place.span))

    def _time(self, when: When, before: EventTime | None) -> EventTime | None:
        if when.at is None:
            return None
        name = self._findings.timed.get(when.at.span)
        return EventTime(name, when.relation) if name else before


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


_Kind = tuple[EventType, Polarity]


class _Clusters:
    """Clusters of corrected events: what is told anew leaves the event that it was told of."""

    def __init__(self, text: str, before: Sequence[Event], clusters: Sequence[Cluster]) -> None:
        self._text = text
        self._before = {e.id: e for e in before}
        self._clusters = clusters

    def of(self, events: tuple[Event, ...]) -> tuple[Cluster, ...]:
        """Return the clusters in the order of their first events."""
        now = {e.id: e for e in events}
        found = [part for c in self._clusters for part in self._parts(c, now)]
        found += [self._new((e,)) for e in events if e.id not in self._before]
        return tuple(sorted(found, key=lambda c: min(now[e].trigger for e in c.events)))

    def _parts(self, cluster: Cluster, now: Mapping[str, Event]) -> Iterator[Cluster]:
        left = [now[e] for e in cluster.events if e in now]
        groups: defaultdict[_Kind | None, list[Event]] = defaultdict(list)
        for event in left:
            groups[self._change(event)].append(event)
        keeper = None if None in groups else next(iter(groups), None)
        for kind, members in groups.items():
            if kind != keeper:
                yield self._new(tuple(members))
            elif kind is None and len(members) == len(cluster.events):
                yield cluster
            else:
                yield replace(
                    cluster,
                    type=kind[0] if kind else cluster.type,
                    events=tuple(e.id for e in members),
                    sentences=_sentences(members),
                )

    def _change(self, event: Event) -> _Kind | None:
        """Return the type and polarity that an event was given; None where both are as before."""
        before = self._before[event.id]
        same = (before.type, before.polarity) == (event.type, event.polarity)
        return None if same else (event.type, event.polarity)

    def _new(self, events: tuple[Event, ...]) -> Cluster:
        first = events[0]
        return Cluster(
            id=f"c{first.trigger.start}-{first.trigger.end}",
            type=first.type,
            label=self._label(first),
            events=tuple(e.id for e in events),
            sentences=_sentences(events),
        )

    def _label(self, event: Event) -> str:
        """Return the author's words from the trigger on, cut at a word's end."""
        clause = _CLAUSE.match(self._text, event.trigger.end, event.trigger.end + 2 * _LABEL)
        words = event.trigger.of(self._text) + (clause[0] if clause else "")
        words = " ".join(words.split())
        return words if len(words) <= _LABEL else words[:_LABEL].rsplit(" ", 1)[0] + "…"


def _sentences(events: Iterable[Event]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(e.sentence for e in events))


def placed(events: Iterable[Event], clusters: Iterable[Cluster]) -> tuple[Event, ...]:
    """Return the events with the cluster that each is in."""
    of = {event: c.id for c in clusters for event in c.events}
    return tuple(e if e.cluster == of[e.id] else replace(e, cluster=of[e.id]) for e in events)
