"""Which events are one, as the reader corrected it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from reader.core.corrections.types import (
    USER,
    Anchor,
    Corrections,
    MergeEvents,
    SetEvent,
    SplitEvents,
)
from reader.core.types import Cluster, Event, EventType, Polarity, Span

_LABEL = 60  # code points
_CLAUSE = re.compile(r"[^\n،؛.:!؟?»\"]*")

_Kind = tuple[EventType, Polarity]


class Identities:
    """What the corrections say in the end of which events are one, the last heard first.

    Attributes:
        lost: the corrections that name no two events that are there.
        pinned: the number of the group that an event is in, by its id.
        order: the ids of each group, the first of which has the say in what it goes on as.
    """

    def __init__(
        self,
        text: str,
        events: Iterable[Event],
        corrections: Iterable[MergeEvents | SplitEvents | SetEvent],
    ) -> None:
        self._text = text
        self._at: defaultdict[Span, list[str]] = defaultdict(list)
        for event in events:
            self._at[event.trigger].append(event.id)
        self.lost: Corrections = ()
        self.pinned: dict[str, int] = {}
        self.order: list[tuple[str, ...]] = []
        for correction in corrections:
            self._read(correction)

    def _read(self, correction: MergeEvents | SplitEvents | SetEvent) -> None:
        match correction:
            case MergeEvents(into=into, others=others):
                both = self._ids(into), self._ids(others)
                self._group(correction, both, ((*both[0], *both[1]),))
            case SplitEvents(off=off, rest=rest):
                both = self._ids(rest), self._ids(off)
                self._group(correction, both, both)
            case SetEvent(at=at, type=kind, polarity=polarity) if kind or polarity:
                for name in self._ids((at,)):  # of another kind now, thus another event
                    self.pinned.pop(name, None)

    def _ids(self, anchors: Iterable[Anchor]) -> tuple[str, ...]:
        here = (self._at.get(a.span, ()) for a in anchors if a.is_in(self._text))
        return tuple(dict.fromkeys(name for names in here for name in names))

    def _group(
        self,
        correction: MergeEvents | SplitEvents,
        named: tuple[tuple[str, ...], tuple[str, ...]],
        groups: Iterable[tuple[str, ...]],
    ) -> None:
        if not all(named):
            self.lost += (correction,)
            return
        for group in groups:
            self.pinned |= dict.fromkeys(group, len(self.order))
            self.order.append(group)


class Clusters:
    """Clusters of corrected events: what is told anew leaves the event that it was told of."""

    def __init__(self, text: str, before: Sequence[Event], clusters: Sequence[Cluster]) -> None:
        self._text = text
        self._before = {e.id: e for e in before}
        self._clusters = clusters

    def of(self, events: tuple[Event, ...], identities: Identities) -> tuple[Cluster, ...]:
        """Return the clusters in the order of their first events."""
        now = {e.id: e for e in events}
        found = [part for c in self._clusters for part in self._parts(c, now)]
        found += [self._new((e,)) for e in events if e.id not in self._before]
        if identities.pinned:
            found = list(self._grouped(found, now, identities))
        return tuple(sorted(found, key=lambda c: min(now[e].trigger for e in c.events)))

    def _grouped(
        self, found: Sequence[Cluster], now: Mapping[str, Event], identities: Identities
    ) -> Iterator[Cluster]:
        """Return the clusters with the events together that the reader put together, or apart."""
        groups: defaultdict[int, list[str]] = defaultdict(list)
        kept = {c.id: c for c in found}
        home = {e: c.id for c in found for e in c.events}
        for cluster in found:
            numbers = [identities.pinned[e] for e in cluster.events if e in identities.pinned]
            if not numbers:
                yield cluster
                continue
            ((most, _count),) = Counter(numbers).most_common(1)
            for event in cluster.events:  # what nobody spoke of follows its like
                groups[identities.pinned.get(event, most)].append(event)
        taken: set[str] = set()
        for number, members in sorted(groups.items()):
            ranked = [e for e in identities.order[number] if identities.pinned.get(e) == number]
            told = sorted((now[e] for e in members), key=lambda e: e.trigger)
            base = next((home[e] for e in ranked if home[e] not in taken), None)
            made = self._new(tuple(told)) if base is None else self._going_on(kept[base], told)
            if base is None:
                made = replace(made, id=_free_id(made.id, taken | kept.keys()))
            taken.add(made.id)
            yield replace(made, type=now[ranked[0]].type, rule=USER)

    def _going_on(self, base: Cluster, told: Sequence[Event]) -> Cluster:
        """Return a cluster with other events; its words change with the event they are of."""
        names = tuple(e.id for e in told)
        label = base.label if base.events[0] in names else self._label(told[0])
        return replace(base, label=label, events=names, sentences=_sentences(told))

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


def _free_id(name: str, taken: AbstractSet[str]) -> str:
    while name in taken:
        name += "+"
    return name
