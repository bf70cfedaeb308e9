"""One article's telling of an event, as it is held against those of other articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reader.core.figures import lemma_of
from reader.core.lexicon.stories import StoryWords
from reader.core.types import Cluster, Event, Modality, Polarity
from reader.stories.articles import Article
from reader.stories.merged import Merged
from reader.stories.values import Standing

_FAMILY = {"ASSAULT": "HARM", "INCIDENT": "HARM"}
_LONGEST = 31  # days of a time that tells one event from another
_REACH = 80  # code points between «ألغى» and what it calls off
_AHEAD = frozenset({"planned", "called_for"})
_TOLD: tuple[Modality, ...] = ("happened", "ongoing", "planned", "called_for", "hypothetical")


@dataclass(eq=False)
class Unit:
    """A cluster of an article by what it shares with those of others.

    Attributes:
        family: types that tellings of one event may have.
        lemmas: of its triggers, folded.
        actors, targets: ids of profiles of its participants.
        towns: ids of profiles of its places that are no whole states.
        states: those of its places and participants that are states or provinces.
        days: first and last, as ordinals; None where they are not known.
        window: the same of what is announced or called for, if that is not over when told.
        standing: "postponed" or "cancelled" where the article says so of it.
    """

    article: Article
    cluster: Cluster
    events: tuple[Event, ...]
    family: str
    lemmas: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    towns: frozenset[str]
    states: frozenset[str]
    days: tuple[int, int] | None
    window: tuple[int, int] | None
    standing: Standing | None

    @property
    def key(self) -> tuple[date, str, int, str]:
        """What tellings are ordered by: the article's rank, then as in the article."""
        number = self.cluster.id[1:]
        return *self.article.rank, int(number) if number.isdecimal() else 0, self.cluster.id

    @property
    def people(self) -> frozenset[str]:
        """All who take part, states aside."""
        return (self.actors | self.targets) - self.states

    @property
    def polarity(self) -> Polarity:
        """Whether it is told that it was not, or will not be."""
        return "NEG" if all(event.polarity == "NEG" for event in self.events) else "POS"

    @property
    def modality(self) -> Modality:
        """The most real of what its tellings say."""
        told = {event.modality for event in self.events}
        return next(modality for modality in _TOLD if modality in told)

    @property
    def confidence(self) -> float:
        """How surely it is an event."""
        return max(event.confidence for event in self.events)

    @cached_property
    def sentences(self) -> frozenset[tuple[int, str]]:
        """The words of its sentences as one number each, with the lemma that tells it there."""
        keys = self.article.sentence_keys
        return frozenset(
            (keys[event.sentence], lemma_of(event))
            for event in self.events
            if event.sentence in keys
        )

    @property
    def told(self) -> int | None:
        """The day of its article."""
        return self.article.day.toordinal() if self.article.day else None

    @property
    def is_ahead(self) -> bool:
        """Tell whether it is announced or called for."""
        return self.standing is not None or any(e.modality in _AHEAD for e in self.events)


def units_of(article: Article, merged: Merged, words: StoryWords) -> Iterator[Unit]:
    """Yield the events of an article, in text order."""
    standings = _standings(article, words)
    broad = _broad(article, merged)
    for cluster in article.analysis.clusters:
        events = tuple(article.events[name] for name in cluster.events if name in article.events)
        if events:
            yield _unit(article, cluster, events, merged, words, standings, broad)


def _unit(
    article: Article,
    cluster: Cluster,
    events: tuple[Event, ...],
    merged: Merged,
    words: StoryWords,
    standings: Mapping[str, Standing],
    broad: frozenset[str],
) -> Unit:
    moving = words.postponing | words.cancelling
    main = [event for event in events if lemma_of(event) not in moving] or list(events)
    family = _FAMILY.get(main[0].type, main[0].type)
    places = _ids(article, merged, (p.entity for e in events for p in e.places))
    actors = _ids(article, merged, _parts(main, "actor"))
    targets = _ids(article, merged, _parts(main, "target"))
    standing = next((standings[e.id] for e in events if e.id in standings), None)
    return Unit(
        article=article,
        cluster=cluster,
        events=events,
        family=family,
        lemmas=frozenset(filter(None, (lemma_of(e) for e in main))),
        actors=actors,
        targets=targets,
        towns=places - broad,
        states=frozenset((places | actors | targets) & broad),
        days=_days(article, main),
        window=_window(article, main),
        standing=standing,
    )


def _broad(article: Article, merged: Merged) -> frozenset[str]:
    """Return the places where too much happens to tell one event from another."""
    places = (entity for entity in article.entities.values() if entity.type == "GPE")
    wide = (entity.id for entity in places if any(k == "wikidata" for k, _id in entity.links))
    return _ids(article, merged, wide)


def _parts(events: Iterable[Event], role: str) -> Iterator[str | None]:
    return (part.entity for event in events for part in event.participants if part.role == role)


def _ids(article: Article, merged: Merged, entities: Iterable[str | None]) -> frozenset[str]:
    found = (merged.of(article.id, entity) for entity in entities)
    return frozenset(profile for profile in found if profile is not None)


def _days(article: Article, events: Iterable[Event]) -> tuple[int, int] | None:
    """Return the days that all dated events of a cluster may be on."""
    first, last = 0, date.max.toordinal()
    for event in events:
        time = article.times.get(event.time.id) if event.time else None
        if event.time is None or time is None or event.time.relation not in {"AT", "WITHIN"}:
            continue
        if time.first_day is None or time.last_day is None:
            continue
        if (time.last_day - time.first_day).days > _LONGEST or time.type == "SET":
            continue
        both = max(first, time.first_day.toordinal()), min(last, time.last_day.toordinal())
        first, last = both if both[0] <= both[1] else (first, last)
    return (first, last) if first else None


def _window(article: Article, events: Iterable[Event]) -> tuple[int, int] | None:
    window = _days(article, (event for event in events if event.modality in _AHEAD))
    over = window and article.last_day and window[1] < article.last_day.toordinal()
    return None if over else window


def _standings(article: Article, words: StoryWords) -> Mapping[str, Standing]:
    """Return which events the article says are put off or called off, by id."""
    found: dict[str, Standing] = {}
    told: defaultdict[str, list[Event]] = defaultdict(list)
    for event in article.analysis.events:
        told[event.sentence].append(event)
    for event in article.analysis.events:
        lemma = lemma_of(event)
        if event.polarity == "NEG" or not lemma:
            continue
        if lemma in words.postponing:
            standing: Standing = "postponed"
        elif lemma in words.cancelling:
            standing = "cancelled"
        else:
            continue
        moved = _moved(event, told[event.sentence])
        if moved is not None:
            found[moved.id] = standing
    return found


def _moved(event: Event, others: Iterable[Event]) -> Event | None:
    """Return what an event puts off: what shares its cluster, takes part in it, or follows."""
    others = [other for other in others if other is not event and lemma_of(other)]
    for other in others:
        if any(part.span.overlaps(other.trigger) for part in event.participants):
            return other
    for other in others:
        if other.cluster == event.cluster:
            return other
    after = [other for other in others if 0 <= other.trigger.start - event.trigger.end < _REACH]
    return min(after, key=lambda other: other.trigger, default=None)
