"""The places of an article as GeoJSON (RFC 7946), for maps: a point for each that is known.

A place that the text leaves open between several, and one without coordinates, is left out.
Offsets are code points into the article.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from reader.core.types import Analysis, Entity, Event, Span
from reader.export.encoding import json_bytes
from reader.export.lookup import Lookup, link, position

Json = dict[str, Any]


def write(analysis: Analysis) -> bytes:
    """Return the whole file."""
    return json_bytes(_Writer(analysis).collection(), indent=1)


class _Writer:
    def __init__(self, analysis: Analysis) -> None:
        self._lookup = Lookup(analysis)
        self._analysis = analysis
        self._events: dict[str, list[Event]] = defaultdict(list)
        for event in analysis.events:
            for place in dict.fromkeys(p.entity or "" for p in event.places):
                self._events[place].append(event)

    def collection(self) -> Json:
        found = ((e, position(e)) for e in self._analysis.entities)
        features = [self._feature(e, point) for e, point in found if point]
        return {"type": "FeatureCollection", "features": features}

    def _feature(self, entity: Entity, point: tuple[float, float]) -> Json:
        properties = {
            "name": entity.name,
            "type": entity.type,
            "iso": link(entity, "iso3166") or None,
            "geonames": link(entity, "geonames") or None,
            "wikidata": link(entity, "wikidata") or None,
            "mentions": [self._words(m.span) for m in self._lookup.mentions(entity)],
            "events": [self._event(e) for e in self._events[entity.id]],
        }
        geometry = {"type": "Point", "coordinates": list(point)}
        return {
            "type": "Feature",
            "id": entity.id,
            "geometry": geometry,
            "properties": properties,
        }

    def _words(self, span: Span) -> Json:
        return {"start": span.start, "end": span.end, "text": span.of(self._lookup.text)}

    def _event(self, event: Event) -> Json:
        days = self._lookup.days(event)
        first, last = (day.isoformat() for day in days) if days else (None, None)
        return {
            "id": event.id,
            "type": event.type,
            **self._words(event.trigger),
            "polarity": event.polarity,
            "modality": event.modality,
            "first_day": first,
            "last_day": last,
        }
