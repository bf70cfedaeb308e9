"""What a time axis and a map show of several articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from reader.core.types import Entity, EntityType
from reader.stories.articles import Article
from reader.stories.chains import Chained
from reader.stories.merged import Merged
from reader.stories.values import Citation, Dated, Located

PLACE_TYPES: tuple[EntityType, ...] = ("GPE", "LOC", "FAC")


def dated(chained: Chained, articles: Collection[str]) -> tuple[Dated, ...]:
    """Return one telling of each event of some articles, by chain.

    The telling is the first that has a time, else the first; what its time means hangs on the
    day of writing that comes with it.
    """
    found = []
    for chain in chained.chains:
        tellings = [
            (unit, event)
            for unit in chained.units[chain.id]
            if unit.article.id in articles
            for event in unit.events
        ]
        if not tellings:
            continue
        unit, event = next(((u, e) for u, e in tellings if e.time is not None), tellings[0])
        found.append(
            Dated(
                chain=chain.id,
                type=chain.type,
                label=chain.label,
                polarity=event.polarity,
                modality=event.modality,
                confidence=event.confidence,
                time=unit.article.times.get(event.time.id) if event.time else None,
                relation=event.time.relation if event.time else "AT",
                reference=unit.article.analysis.reference_date,
                citation=unit.article.cite(event.trigger),
            )
        )
    return tuple(found)


def located(
    articles: Mapping[str, Article], merged: Merged, chained: Chained, chosen: Collection[str]
) -> tuple[Located, ...]:
    """Return the places that some articles name, the most mentioned first."""
    events = _events(merged, chained, chosen)
    found = []
    for profile, members in merged.profiles.items():
        own = [m for m in members if m.article in chosen]
        if not own:
            continue
        entities = [articles[m.article].entities[m.entity] for m in own]
        if entities[0].type not in PLACE_TYPES:
            continue
        mentions = tuple(
            articles[m.article].cite(mention.span)
            for m in own
            for mention in articles[m.article].mentions_of.get(m.entity, ())
        )
        found.append(_place(profile, merged.names[profile], entities, mentions, events))
    return tuple(sorted(found, key=lambda place: (-len(place.mentions), place.id)))


def _place(
    profile: str,
    name: str,
    entities: Sequence[Entity],
    mentions: tuple[Citation, ...],
    events: Mapping[str, Sequence[str]],
) -> Located:
    known = next((e for e in entities if e.latitude is not None), entities[0])
    links = dict(known.links)
    return Located(
        id=profile,
        name=name,
        type=known.type,
        mentions=mentions,
        articles=len({citation.article for citation in mentions}),
        events=tuple(events.get(profile, ())),
        latitude=known.latitude,
        longitude=known.longitude,
        iso=links.get("iso3166", ""),
        wikidata=links.get("wikidata", ""),
        candidates=known.candidates,
    )


def _events(
    merged: Merged, chained: Chained, chosen: Collection[str]
) -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for chain, place in _happening(merged, chained, chosen):
        found[place][chain] = None
    return {place: tuple(chains) for place, chains in found.items()}


def _happening(
    merged: Merged, chained: Chained, chosen: Collection[str]
) -> Iterator[tuple[str, str]]:
    for chain in chained.chains:
        for unit in chained.units[chain.id]:
            if unit.article.id not in chosen:
                continue
            for event in unit.events:
                for filler in event.places:
                    place = merged.of(unit.article.id, filler.entity)
                    if place is not None:
                        yield chain.id, place
