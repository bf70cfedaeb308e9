"""An analysis as W3C Web Annotations: a collection of what is tagged, and where.

Each name, time expression and event word is an annotation of the article. It is found twice over:
by its position in code points (TextPositionSelector), and by its words with what is before and
after them (TextQuoteSelector), which finds it even where the text has moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reader.core.types import Analysis, Event, Mention, Span, TimeExpression
from reader.export.encoding import json_bytes
from reader.export.lookup import Lookup, links

Json = dict[str, Any]
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # code points before and after, as much as other programs keep
_SOURCES = ("http://", "https://")


def write(analysis: Analysis) -> bytes:
    """Return the whole file."""
    return json_bytes(_Writer(analysis).collection(), indent=1)


class _Writer:
    def __init__(self, analysis: Analysis) -> None:
        document = analysis.document
        self._analysis = analysis
        self._lookup = Lookup(analysis)
        self._id = f"qari://{document.id}"
        address = document.source or ""
        is_address = address.startswith(_SOURCES) and address.isascii() and address.isprintable()
        self._source = address if is_address and " " not in address else self._id

    def collection(self) -> Json:
        analysis = self._analysis
        items = [
            *map(self._mention, analysis.mentions),
            *map(self._time, analysis.times),
            *map(self._event, analysis.events),
        ]
        found: Json = {
            "@context": _CONTEXT,
            "id": f"{self._id}#annotations",
            "type": "AnnotationCollection",
            "total": len(items),
        }
        if analysis.document.title:
            found["label"] = analysis.document.title
        if items:
            page = {"id": f"{self._id}#page", "type": "AnnotationPage", "startIndex": 0}
            found["first"] = {**page, "items": items}
        return found

    def _mention(self, mention: Mention) -> Json:
        bodies = [_tag(mention.type)]
        entity = self._lookup.entities.get(mention.entity or "")
        if entity:
            bodies.append(_words("identifying", entity.name))
            bodies += [{"source": address, "purpose": "identifying"} for address in links(entity)]
        return self._annotation(mention.id, mention.span, bodies)

    def _time(self, time: TimeExpression) -> Json:
        bodies = [_tag(time.type), _words("identifying", time.value)]
        return self._annotation(time.id, time.span, bodies)

    def _event(self, event: Event) -> Json:
        bodies = [_tag(value) for value in (event.type, event.polarity, event.modality)]
        name = self._lookup.name
        bodies += [_words("describing", f"{p.role}: {name(p)}") for p in event.participants]
        bodies += [_words("describing", f"place: {name(p)}") for p in event.places]
        return self._annotation(event.id, event.trigger, bodies)

    def _annotation(self, name: str, span: Span, bodies: list[Json]) -> Json:
        return {
            "id": f"{self._id}#{name}",
            "type": "Annotation",
            "motivation": "tagging",
            "body": bodies,
            "target": {"source": self._source, "selector": list(self._selectors(span))},
        }

    def _selectors(self, span: Span) -> Iterator[Json]:
        text = self._lookup.text
        yield {"type": "TextPositionSelector", "start": span.start, "end": span.end}
        yield {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        }


def _tag(value: str) -> Json:
    return {"type": "TextualBody", "purpose": "tagging", "value": value}


def _words(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
