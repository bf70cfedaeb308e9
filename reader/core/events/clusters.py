"""Which mentions tell of one event, and what to call it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.core.types import Cluster, Event, EventType, Span

_LABEL = 70  # code points
# Clusters of one word, and mentions of one cluster, that a mention is held against: the
# last ones, so that the work grows with the text and no faster.
_NEAR = 40
_HARMS = frozenset({"ASSAULT", "INCIDENT", "PROTEST", "COERCE"})
_DATED = frozenset({"CONSULT", "VOTE", "AGREE"})


@dataclass(frozen=True, slots=True)
class Told:
    """One mention of an event, with what tells it from others.

    Attributes:
        key: what its words name: the lemma, «اجتماع» for «اجتمع».
        which: ordinals and words such as «السابقة» that say which one it is.
        days: first and last day (ordinals) of its time, if it bounds any.
        name: entity of the named event that the trigger heads.
        actors, targets, places: ids of entities, folded words where there is none.
        label, prefix: words that tell the event; a subject that stands before them.
        casualty: whether it tells of the dead or injured of another event.
        bare: whether it is a noun that says nothing of its event, «الزلزال».
        same_as: id of the event whose noun is this verb's subject.
        moves: whether it tells that the event `same_as` is put off.
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
    bare: bool = False
    same_as: str | None = None
    moves: bool = False


def cluster(told: Sequence[Told], text: str) -> tuple[list[Event], list[Cluster]]:
    """Return the events with their clusters, and the clusters in text order."""
    groups: list[list[Told]] = []
    known: defaultdict[object, list[int]] = defaultdict(list)
    for each in _causes_first(told):
        marks = list(_marks(each))
        near = sorted({number for mark in marks for number in known[mark][-_NEAR:]})
        joined = next((number for number in near if _joins(each, groups[number])), len(groups))
        if joined == len(groups):
            groups.append([])
        groups[joined].append(each)
        for mark in marks:
            if joined not in known[mark][-_NEAR:]:
                known[mark].append(joined)
    events: list[Event] = []
    clusters: list[Cluster] = []
    for number, group in enumerate(groups, start=1):
        name = f"c{number}"
        events += [_with_cluster(t.event, name) for t in group]
        clusters.append(_cluster(name, group, text))
    return sorted(events, key=lambda e: e.trigger.start), clusters


def _marks(told: Told) -> Iterator[object]:
    """Yield what a mention must share one of with another to tell of its event."""
    yield told.key
    yield told.event.sentence
    if told.event.type in _DATED and told.days is not None:
        yield from ((told.days, place) for place in told.places)


def _causes_first(told: Sequence[Told]) -> list[Told]:
    """Return the mentions in text order, each sentence's dead and injured after its causes."""
    sentences = {t.event.sentence: number for number, t in enumerate(reversed(told))}
    return sorted(told, key=lambda t: (-sentences[t.event.sentence], t.casualty))


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


def _tells(told: Told) -> tuple[bool, int, float]:
    """Rank a mention by how well its words name the event."""
    event = told.event
    return not told.casualty, len(event.participants) + len(event.places), event.confidence


def _main_type(group: list[Told]) -> EventType:
    return next((t.event.type for t in group if not t.casualty), group[0].event.type)


def label(told: Told, text: str) -> str:
    """Return the author's words for the event, cut at a word's end."""
    words = _closed(" ".join(told.label.of(text).split()))
    if told.prefix is not None:
        words = f"{' '.join(told.prefix.of(text).split())} {words}"
    if len(words) <= _LABEL:
        return words
    return words[:_LABEL].rsplit(" ", 1)[0] + "…"


def _closed(words: str) -> str:
    """Drop quotation marks that the label cut apart from their partners."""
    if words.count('"') % 2:
        words = words.replace('"', "")
    if words.count("«") != words.count("»"):
        words = words.replace("«", "").replace("»", "")
    return words


def _joins(each: Told, group: Sequence[Told]) -> bool:
    near = group[-_NEAR:]
    lately = [other for other in near if other.moves == each.moves]
    moving = each.moves or len(lately) < len(near)
    if moving and any(_puts_off(each, other) or _puts_off(other, each) for other in near):
        return True
    if not all(_compatible(each, other) for other in lately):
        return False
    return any(_alike(each, other) for other in lately)


def _puts_off(a: Told, b: Told) -> bool:
    """Tell whether `a` says that `b` is put off: it stays one event, whatever its new day."""
    return a.moves and a.same_as == b.event.id


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
    if a.name and b.name and a.name != b.name:
        return False
    if a.places and b.places and a.places.isdisjoint(b.places):
        return False
    if a.casualty or b.casualty:
        return True
    if a.actors and b.actors and a.actors.isdisjoint(b.actors):
        return False
    return not (a.targets and b.targets and a.targets.isdisjoint(b.targets))


def _alike(a: Told, b: Told) -> bool:
    """Tell whether something says that two compatible mentions are of one event."""
    near = a.event.sentence == b.event.sentence
    if near and (
        _befell(a, b) or _befell(b, a) or b.event.id == a.same_as or a.event.id == b.same_as
    ):
        return True
    if a.key != b.key:
        return _same_dated(a, b)
    if a.which & b.which or (a.name is not None and a.name == b.name and not near):
        return True
    if near:
        return False
    shared = a.actors & b.actors or a.targets & b.targets or a.places & b.places
    return bool(shared) or (a.days is not None and a.days == b.days) or a.bare or b.bare


def _befell(a: Told, b: Told) -> bool:
    """Tell whether `a` tells of the dead or injured of what `b` tells."""
    return a.casualty and (b.casualty or b.event.type in _HARMS)


def _same_dated(a: Told, b: Told) -> bool:
    """Tell whether two meetings or votes share place and day, whatever they are called."""
    dated = a.event.type in _DATED and a.days is not None and a.days == b.days
    return bool(dated and a.places & b.places)
