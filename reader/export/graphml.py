"""Who did what to whom as GraphML, for programs that draw and measure networks.

Entities and events are nodes. An edge leads from an actor to its event, from the event to its
targets, other participants and places, and says the role; those of events that go both ways
(AGREE, CONSULT) so all lead to the event. Words that no entity is known for are a node of
their own. Characters that XML has no place for become U+FFFD.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from reader.core.types import Analysis, Argument, Entity, Event, Filler
from reader.export.encoding import xml_words
from reader.export.lookup import Lookup, link, position

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
# name, of what, type
_KEYS = (
    ("label", "node", "string"),
    ("kind", "node", "string"),
    ("type", "node", "string"),
    ("start", "node", "int"),
    ("end", "node", "int"),
    ("iso", "node", "string"),
    ("wikidata", "node", "string"),
    ("longitude", "node", "double"),
    ("latitude", "node", "double"),
    ("polarity", "node", "string"),
    ("modality", "node", "string"),
    ("first_day", "node", "string"),
    ("last_day", "node", "string"),
    ("cluster", "node", "string"),
    ("confidence", "node", "double"),
    ("sentence", "node", "string"),
    ("role", "edge", "string"),
)

Value = str | int | float | None


def write(analysis: Analysis) -> bytes:
    """Return the whole file."""
    root = _Writer(analysis).graph()
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


class _Writer:
    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._lookup = Lookup(analysis)
        self._root = ET.Element("graphml", {"xmlns": _NAMESPACE})
        for name, of, kind in _KEYS:
            key = {"id": name, "for": of, "attr.name": name, "attr.type": kind}
            ET.SubElement(self._root, "key", key)
        directed = {"id": "article", "edgedefault": "directed"}
        self._graph = ET.SubElement(self._root, "graph", directed)
        self._seen: set[str] = set()

    def graph(self) -> ET.Element:
        for event in self._analysis.events:
            self._event(event)
            for argument in event.participants:
                self._edge(event, argument, argument.role)
            for place in event.places:
                self._edge(event, place, "place")
        return self._root

    def _node(self, name: str, **data: Value) -> None:
        _data(ET.SubElement(self._graph, "node", {"id": name}), **data)

    def _event(self, event: Event) -> None:
        days = self._lookup.days(event)
        first, last = (day.isoformat() for day in days) if days else (None, None)
        self._node(
            f"event-{event.id}",
            label=event.trigger.of(self._lookup.text),
            kind="event",
            type=event.type,
            start=event.trigger.start,
            end=event.trigger.end,
            polarity=event.polarity,
            modality=event.modality,
            first_day=first,
            last_day=last,
            cluster=event.cluster,
            confidence=event.confidence,
            sentence=self._lookup.sentence(event),
        )

    def _edge(self, event: Event, filler: Argument | Filler, role: str) -> None:
        ends = [self._party(filler), f"event-{event.id}"]
        source, target = ends if role == "actor" else reversed(ends)
        edge = ET.SubElement(self._graph, "edge", {"source": source, "target": target})
        _data(edge, role=role)

    def _party(self, filler: Argument | Filler) -> str:
        """Return the id of the node of who or what fills a slot; the node is there after."""
        entity, span = self._lookup.entity(filler), filler.span
        name = f"entity-{entity.id}" if entity else f"words-{span.start}-{span.end}"
        if name not in self._seen:
            self._seen.add(name)
            if entity:
                self._entity(name, entity)
            else:
                words = span.of(self._lookup.text)
                self._node(name, label=words, kind="words", start=span.start, end=span.end)
        return name

    def _entity(self, name: str, entity: Entity) -> None:
        longitude, latitude = position(entity) or (None, None)
        self._node(
            name,
            label=entity.name,
            kind="entity",
            type=entity.type,
            iso=link(entity, "iso3166") or None,
            wikidata=link(entity, "wikidata") or None,
            longitude=longitude,
            latitude=latitude,
        )


def _data(element: ET.Element, **data: Value) -> None:
    for key, value in data.items():
        if value is not None:
            ET.SubElement(element, "data", {"key": key}).text = xml_words(str(value))
