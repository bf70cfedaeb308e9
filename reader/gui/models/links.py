"""Who deals with whom: the parties of an article's events, and what goes from one to another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from reader.core.normalize import fold
from reader.core.types import EntityType, Event, EventType, Filler, Role, Span
from reader.gui.models import wording
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say_count

# "to" goes from who does it to whom it is done; "with" ties those who do it together, or what
# else takes part; "says" goes from who tells of it to who does it.
LinkKind = Literal["to", "with", "says"]
_MOST_OF_A_ROLE = 8  # of one event; a list of a hundred names would tie each with each


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what takes part in events.

    Attributes:
        id: of the Entity, or `words:` and the folded words where they name none.
        type: None where they name none.
        mentions: how often the article names it.
        spans: where it takes part in events.
    """

    id: str
    name: str
    type: EntityType | None
    mentions: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """All that goes from one party to another in one way.

    Attributes:
        source, target: ids of parties.
        events: ids, in text order.
        types: of its clusters, the most frequent first, with their numbers.
        count: how many clusters, an event that is told twice counted once.
    """

    source: str
    target: str
    kind: LinkKind
    events: tuple[str, ...]
    types: tuple[tuple[EventType, int], ...]
    count: int
    status: wording.Status

    @property
    def key(self) -> tuple[str, str, LinkKind]:
        """What tells it from all others."""
        return self.source, self.target, self.kind


@dataclass(frozen=True, slots=True)
class Web:
    """Parties, the most mentioned first, and their links.

    Attributes:
        alone: how many parties deal with no other and are left out.
        fewer: how many have too few mentions, are no entities where these are asked for, or
            have no room.
    """

    parties: tuple[Party, ...] = ()
    links: tuple[Link, ...] = ()
    alone: int = 0
    fewer: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a web is shown.

    Attributes:
        types: None for all.
        mentions: the least that a party has.
        says: whether who tells of an event is tied to it.
        words: whether parties that are no entities are shown.
        most: how many parties, those with the most mentions and events.
    """

    types: frozenset[str] | None = None
    mentions: int = 1
    says: bool = False
    words: bool = True
    most: int = 60


class _Builder:
    """Gathers parties and links, event by event."""

    def __init__(self, index: AnalysisIndex) -> None:
        self._index = index
        self._names: dict[str, str] = {}
        self._spans: defaultdict[str, list[Span]] = defaultdict(list)
        self._events: defaultdict[tuple[str, str, LinkKind], list[Event]] = defaultdict(list)

    def add(self, event: Event) -> None:
        """Add what an event says of who deals with whom."""
        roles = {role: self._parties(event, role) for role in _ROLES}
        actors, targets, others = roles["actor"], roles["target"], roles["other"]
        for actor in actors:
            for target in targets:
                self._tie(actor, target, "to", event)
        if not targets:
            # Each with each would be a thicket; more than three meet in the first.
            hubs = actors[:1] if len(actors) > 3 else actors
            for number, actor in enumerate(hubs):
                for partner in (*actors[number + 1 :], *others):
                    self._tie(actor, partner, "with", event)
        if event.attribution:
            for speaker in self._known(event.attribution.speakers):
                for told in actors or targets:
                    self._tie(speaker, told, "says", event)

    def web(self) -> Web:
        """Return all that was gathered."""
        links = tuple(self._link(key, events) for key, events in self._events.items())
        tied = {party for link in links for party in (link.source, link.target)}
        parties = [self._party(name) for name in self._names if name in tied]
        parties.sort(key=lambda p: -p.mentions)
        return Web(tuple(parties), links, alone=len(self._names) - len(parties))

    def _parties(self, event: Event, role: Role) -> list[str]:
        fillers = (Filler(p.span, p.entity) for p in event.participants if p.role == role)
        return self._known(fillers)

    def _known(self, fillers: Iterable[Filler]) -> list[str]:
        found: dict[str, None] = {}
        for filler in fillers:
            name = self._index.name(filler.entity, self._index.words(filler.span))
            known = filler.entity in self._index.entities
            party = str(filler.entity) if known else f"words:{fold(name)}"
            self._names.setdefault(party, name)
            self._spans[party].append(filler.span)
            found[party] = None
        return list(found)[:_MOST_OF_A_ROLE]

    def _tie(self, source: str, target: str, kind: LinkKind, event: Event) -> None:
        if source == target:
            return
        if kind == "with" and (target, source, kind) in self._events:
            source, target = target, source
        self._events[source, target, kind].append(event)

    def _link(self, key: tuple[str, str, LinkKind], events: Sequence[Event]) -> Link:
        clusters = {event.cluster: event for event in events}
        types = Counter(event.type for event in clusters.values())
        return Link(
            *key,
            events=tuple(dict.fromkeys(event.id for event in events)),
            types=tuple(types.most_common()),
            count=len(clusters),
            status=wording.status_of_all(events),
        )

    def _party(self, name: str) -> Party:
        spans = tuple(dict.fromkeys(sorted(self._spans[name])))
        entity = self._index.entities.get(name)
        if entity is None:
            return Party(name, self._names[name], None, len(spans), spans)
        mentions = len(self._index.mentions_of.get(name, ())) or len(spans)
        return Party(name, self._names[name], entity.type, mentions, spans)


_ROLES: tuple[Role, ...] = ("actor", "target", "other")


def web_of(index: AnalysisIndex) -> Web:
    """Return who deals with whom in an article."""
    builder = _Builder(index)
    for event in sorted(index.analysis.events, key=lambda e: e.trigger):
        builder.add(event)
    return builder.web()


def chosen(web: Web, choice: Choice) -> Web:
    """Return what of a web meets the choice; who is left alone by it is left out."""
    links = [link for link in web.links if _is_wanted(link, choice)]
    often = [party for party in web.parties if _is_often(party, choice)]
    weight = Counter(name for link in links for name in (link.source, link.target))
    often.sort(key=lambda p: (-(weight[p.id] + p.mentions), p.spans[0]))
    tied = [party for party in often if weight[party.id]]
    names = {party.id for party in tied[: choice.most]}
    links = [link for link in links if link.source in names and link.target in names]
    ends = {name for link in links for name in (link.source, link.target)}
    shown = sorted((p for p in tied if p.id in ends), key=lambda p: (-p.mentions, p.spans[0]))
    fewer = len(web.parties) - len(often) + max(0, len(tied) - choice.most)
    alone = web.alone + len(web.parties) - len(shown) - fewer
    return Web(tuple(shown), tuple(links), alone=alone, fewer=fewer)


def _is_often(party: Party, choice: Choice) -> bool:
    return party.mentions >= choice.mentions and (choice.words or party.type is not None)


def _is_wanted(link: Link, choice: Choice) -> bool:
    if link.kind == "says" and not choice.says:
        return False
    return choice.types is None or any(kind in choice.types for kind, _ in link.types)


def types_of(web: Web) -> tuple[EventType, ...]:
    """Return the event types that a web has, in the order of all."""
    found: Collection[EventType] = {kind for link in web.links for kind, _ in link.types}
    return tuple(kind for kind in wording.event_types() if kind in found)


def link_label(link: Link) -> str:
    """Write what a link stands for, in a few words."""
    if link.kind == "says":
        label = QCoreApplication.translate("Graph", "tells of it")
    else:
        label = wording.event_type_name(link.types[0][0])
    more = len(link.types) - 1 if link.kind != "says" else 0
    if more:
        label += f" {wording.isolate(f'+{more}')}"
    return f"{label} {wording.isolate(f'×{link.count}')}" if link.count > 1 else label


def link_text(link: Link, web: Web, index: AnalysisIndex) -> str:
    """Tell all of a link in a few lines: who, whom and in which events."""
    names = {party.id: wording.isolate(party.name) for party in web.parties}
    patterns: dict[LinkKind, str] = {
        "to": QCoreApplication.translate("Wording", "{actors} → {targets}"),
        "with": QCoreApplication.translate("Graph", "{actors} with {targets}"),
        "says": QCoreApplication.translate("Graph", "{actors} tells of {targets}"),
    }
    head = patterns[link.kind].format(actors=names[link.source], targets=names[link.target])
    lines = []
    for cluster in dict.fromkeys(index.events[e].cluster for e in link.events if e in index.events):
        told = index.clusters[cluster]
        events = [index.events[e] for e in told.events if e in index.events]
        status = wording.status_name(wording.status_of_all(events))
        kind = wording.event_type_name(told.type)
        lines.append(f"• {wording.isolate(told.label)} — {wording.join((kind, status))}")
    if len(lines) > 6:
        rest = QT_TRANSLATE_NOOP("Wording", "and %n more event(s)")
        lines = [*lines[:5], say_count(rest, len(lines) - 5)]
    return "\n".join((head, *lines))


def party_text(party: Party, web: Web) -> str:
    """Tell of a party: what it is, how often it is named, with whom it deals."""
    kind = wording.entity_type_of_one(party.type) if party.type else ""
    head = wording.isolate(party.name) + (f" — {kind}" if kind else "")
    links = [link for link in web.links if party.id in (link.source, link.target)]
    names = {p.id: wording.isolate(p.name) for p in web.parties}
    others = dict.fromkeys(
        names[link.target if link.source == party.id else link.source] for link in links
    )
    deals = QCoreApplication.translate("Graph", "deals with: {names}")
    lines = [head, wording.mention_count(party.mentions)]
    return "\n".join((*lines, deals.format(names=wording.join(others)))) if others else head


def web_text(web: Web, index: AnalysisIndex) -> str:
    """Tell a web in words: each link with its events, then who is left out."""
    if not web.links:
        empty = QCoreApplication.translate("Graph", "Nobody deals with anybody in this article.")
        return "\n".join(filter(None, (empty, left_out_text(web))))
    parts = [link_text(link, web, index) for link in web.links]
    return "\n\n".join(filter(None, (*parts, left_out_text(web))))


def left_out_text(web: Web) -> str:
    """Say how many parties are not shown, and why; "" where all are."""
    parts = []
    if web.alone:
        parts.append(say_count(QT_TRANSLATE_NOOP("Wording", "dealing with nobody: %n"), web.alone))
    if web.fewer:
        parts.append(say_count(QT_TRANSLATE_NOOP("Wording", "filtered out: %n"), web.fewer))
    if not parts:
        return ""
    pattern = QCoreApplication.translate("Graph", "Not shown — {counts}")
    return pattern.format(counts=wording.join(parts))
