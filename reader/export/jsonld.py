"""An article as linked data: a NewsArticle of schema.org with what it mentions, as JSON-LD.

Entities are its `mentions`, with their addresses at Wikidata and GeoNames. What happened is there
too, once for each event however often it is told: an Event that is also an Action, so that who
did it (`agent`) to whom (`object`) has a name in that vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reader.core.types import Analysis, Argument, Cluster, Entity, Event, Filler
from reader.export.encoding import json_bytes
from reader.export.lookup import Lookup, link, links, position

Json = dict[str, Any]
_TYPES = {
    "PER": "Person",
    "ORG": "Organization",
    "GPE": "AdministrativeArea",
    "LOC": "Place",
    "FAC": "Place",
    "EVENT": "Event",
}
_ROLES = {"actor": "agent", "target": "object", "other": "participant"}
_STATUS = {
    "happened": "CompletedActionStatus",
    "ongoing": "ActiveActionStatus",
    "planned": "PotentialActionStatus",
    "called_for": "PotentialActionStatus",
    "hypothetical": "PotentialActionStatus",
}


def write(analysis: Analysis) -> bytes:
    """Return the whole file."""
    return json_bytes(_Writer(analysis).article(), indent=1)


class _Writer:
    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._lookup = Lookup(analysis)
        self._events = {e.id: e for e in analysis.events}
        self._id = f"qari://{analysis.document.id}"

    def article(self) -> Json:
        document = self._analysis.document
        named = [self._entity(e) for e in self._analysis.entities if e.type in _TYPES]
        return _without_gaps(
            {
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "@id": self._id,
                "identifier": document.id,
                "headline": document.title,
                "inLanguage": "ar",
                "datePublished": self._written(),
                "mentions": [*named, *map(self._cluster, self._analysis.clusters)],
            }
        )

    def _written(self) -> str | None:
        reference = self._analysis.reference_date
        known = reference.first_day if reference.first_day == reference.last_day else None
        day = self._analysis.document.published or known
        return day.isoformat() if day else None

    def _entity(self, entity: Entity) -> Json:
        variants = (v.text for v in entity.variants if v.text != entity.name)
        found: Json = {
            "@type": _TYPES[entity.type],
            "@id": f"{self._id}#{entity.id}",
            "name": entity.name,
            "alternateName": list(variants),
            "sameAs": links(entity),
        }
        point = position(entity)
        if point and _TYPES[entity.type] in {"AdministrativeArea", "Place"}:
            longitude, latitude = point
            found["geo"] = {
                "@type": "GeoCoordinates",
                "longitude": longitude,
                "latitude": latitude,
                "addressCountry": link(entity, "iso3166"),
            }
        return _without_gaps(found)

    def _cluster(self, cluster: Cluster) -> Json:
        told = [self._events[name] for name in cluster.events]
        dated = [e for e in told if self._lookup.days(e)]
        event = (dated or told)[0]
        first, last = self._lookup.days(event) or (None, None)
        found: Json = {
            "@type": ["Event", "Action"],
            "@id": f"{self._id}#{cluster.id}",
            "name": cluster.label,
            "description": self._lookup.sentence(event),
            "keywords": event.type,
            "startDate": first.isoformat() if first else None,
            "endDate": last.isoformat() if last else None,
            "actionStatus": f"https://schema.org/{_status(event)}",
            "location": self._fillers(place for e in told for place in e.places),
        }
        for role, name in _ROLES.items():
            found[name] = self._fillers(p for e in told for p in e.participants if p.role == role)
        return _without_gaps(found)

    def _fillers(self, fillers: Iterable[Argument | Filler]) -> list[Json]:
        """Return who or what fills a slot, each once: a reference where it is described above."""
        found: dict[str, Json] = {}
        for filler in fillers:
            entity, name = self._lookup.entity(filler), self._lookup.name(filler)
            if entity and entity.type in _TYPES:
                found[entity.id] = {"@id": f"{self._id}#{entity.id}"}
            else:
                found[f"words {name}"] = {"@type": "Thing", "name": name}
        return list(found.values())


def _status(event: Event) -> str:
    return "FailedActionStatus" if event.polarity == "NEG" else _STATUS[event.modality]


def _without_gaps(values: Json) -> Json:
    return {name: value for name, value in values.items() if value not in (None, "", [])}
