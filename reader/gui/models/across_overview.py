"""Many articles as one, for the views that paint the events and places of an article.

Its text is empty: what stands in it is found by the ids of events and places alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reader.core.types import (
    Analysis,
    Cluster,
    Document,
    Entity,
    Event,
    EventTime,
    Filler,
    Mention,
    ReferenceDate,
    Span,
    TimeExpression,
)
from reader.gui.models.index import AnalysisIndex
from reader.stories import Stories
from reader.stories.values import Citation, Dated, Located

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Overview:
    """An index for the timeline and the map.

    Attributes:
        events: where the article tells each event, by the id of its chain.
    """

    index: AnalysisIndex
    events: Mapping[str, Citation]


def overview(stories: Stories) -> Overview:
    """Return all events and places of the articles as those of one."""
    dated, located = stories.dated(), stories.located()
    places: defaultdict[str, list[str]] = defaultdict(list)
    for place in located:
        for chain in place.events:
            places[chain].append(place.id)
    analysis = Analysis(
        document=Document("", None, None, ""),
        reference_date=ReferenceDate("unknown"),
        entities=tuple(map(_entity, located)),
        mentions=tuple(_mentions(located)),
        times=tuple(time for each in dated if (time := _time(each))),
        events=tuple(_event(each, places.get(each.chain, ())) for each in dated),
        clusters=tuple(Cluster(d.chain, d.type, d.label, (d.chain,), ()) for d in dated),
    )
    return Overview(AnalysisIndex(analysis), {each.chain: each.citation for each in dated})


def _time(told: Dated) -> TimeExpression | None:
    """Return the time of an event; «now» as the days that its article was written on."""
    time = told.time
    if time is None:
        return None
    if time.value == "PRESENT_REF" and told.reference.first_day is not None:
        first, last = told.reference.first_day, told.reference.last_day
        last = last or first
        value = first.isoformat() if first == last else f"{first}/{last}"
        time = replace(time, value=value, first_day=first, last_day=last)
    return replace(time, id=told.chain, span=_NOWHERE)


def _event(told: Dated, places: Iterable[str]) -> Event:
    return Event(
        id=told.chain,
        type=told.type,
        trigger=_NOWHERE,
        sentence="",
        cluster=told.chain,
        places=tuple(Filler(_NOWHERE, place) for place in places),
        time=EventTime(told.chain, told.relation) if told.time else None,
        polarity=told.polarity,
        modality=told.modality,
        confidence=told.confidence,
    )


def _entity(place: Located) -> Entity:
    ids = (("wikidata", place.wikidata), ("iso3166", place.iso))
    return Entity(
        id=place.id,
        type=place.type,
        name=place.name,
        variants=(),
        links=tuple(link for link in ids if link[1]),
        latitude=place.latitude,
        longitude=place.longitude,
        candidates=place.candidates,
    )


def _mentions(located: Iterable[Located]) -> Iterator[Mention]:
    for place in located:
        for number in range(len(place.mentions)):
            yield Mention(f"{place.id}.{number}", _NOWHERE, place.type, "", place.id)
