"""Which mentions tell of one event, and what to call it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reader.core.types import Cluster, Event, EventType, Span

_LABEL = 70  # code points
_DATED = frozenset({"CONSULT", "VOTE", "AGREE"})


@dataclass(frozen=True, slots=True)
class Told:
    """One mention of an event, with what tells it from others.

    Attributes:
        key: what its words name: the lemma, «اجتماع» for «اجتمع».
        which: ordinals and words such as «السابقة» that say which one it is.
        days: first and last day (ordinals) of its time, if it bounds any.
        name: entity of the named event that the trigger heads.
    """

    event: Event
    key: str
    which: frozenset[str]
    days: tuple[int, int] | None
    actors: frozenset[str]
    targets: frozenset[str]
    places: frozenset[str]
    name: str | None
    label: Span
    prefix: Span | None
    casualty: bool


def cluster(
    told: Sequence[Told], same: Mapping[str, str], text: str
) -> tuple[list[Event], list[Cluster]]:
    """Return the events with their clusters, and the clusters in text order.

    `same` gives the common name of words that mean one kind of event («محادثات» and
    «جولة»).
    """
    groups: list[list[Told]] = []
    for each in told:
        group = next((g for g in groups if _joins(each, g, same)), None)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    events: list[Event] = []
    clusters: list[Cluster] = []
    for number, group in enumerate(groups, start=1):
        name = f"c{number}"
        events += [_with_cluster(t.event, name) for t in group]
        clusters.append(_cluster(name, group, text))
    return sorted(events, key=lambda e: e.trigger.start), clusters


def _with_cluster(event: Event, name: str) -> Event:
    return replace(event, cluster=name)


def _cluster(name: str, group: list[Told], text: str) -> Cluster:
    best = max(group, key=lambda t: t.event.confidence + 0.01 * min(len(t.label), _LABEL))
    sentences = tuple(dict.fromkeys(t.event.sentence for t in group))
    return Cluster(
        id=name,
        type=_main_type(group),
        label=label(best, text),
        events=tuple(t.event.id for t in group),
        sentences=sentences,
    )


def _main_type(group: list[Told]) -> EventType:
    return next((t.event.type for t in group if not t.casualty), group[0].event.type)


def label(told: Told, text: str) -> str:
    """Return the author's words for the event, cut at a word's end."""
    words = " ".join(told.label.of(text).split())
    if told.prefix is not None:
        words = f"{' '.join(told.prefix.of(text).split())} {words}"
    if len(words) <= _LABEL:
        return words
    return words[:_LABEL].rsplit(" ", 1)[0] + "…"


def _joins(each: Told, group: Sequence[Told], same: Mapping[str, str]) -> bool:
    return all(_compatible(each, other) for other in group) and any(
        _alike(each, other, same) for other in group
    )


def _compatible(a: Told, b: Told) -> bool:
    """Tell whether nothing keeps two mentions apart."""
    if a.event.polarity != b.event.polarity:
        return False
    if a.event.type != b.event.type and not (a.casualty or b.casualty):
        return False
    if a.which and b.which and a.which != b.which:
        return False
    if a.days and b.days and (a.days[1] < b.days[0] or b.days[1] < a.days[0]):
        return False
    if a.places and b.places and not a.places & b.places:
        return False
    return not (_clash(a.actors, b.actors) or _clash(a.targets, b.targets))


def _clash(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b and not a & b)


def _alike(a: Told, b: Told, same: Mapping[str, str]) -> bool:
    """Tell whether something says that two compatible mentions are of one event."""
    if (a.casualty or b.casualty) and a.event.sentence == b.event.sentence:
        return True
    if same.get(a.key, a.key) != same.get(b.key, b.key):
        return _same_dated(a, b)
    if a.event.sentence == b.event.sentence:
        return bool(a.which & b.which) or a.name is not None and a.name == b.name
    return True


def _same_dated(a: Told, b: Told) -> bool:
    """Tell whether two meetings or votes share place and day, whatever they are called."""
    dated = a.event.type in _DATED and a.days is not None and a.days == b.days
    return bool(dated and a.places & b.places)
