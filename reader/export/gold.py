"""An analysis as gold, by the annotation standard: what a scorer holds others against."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from reader.core.types import (
    Analysis,
    Argument,
    Attribution,
    Cluster,
    Entity,
    Event,
    Filler,
    Mention,
    Repetition,
    Span,
    TimeExpression,
)
from reader.export.encoding import json_bytes

Json = dict[str, Any]
STANDARD = "STANDARD.md v1"


def write(analysis: Analysis) -> bytes:
    """Return the whole file."""
    return json_bytes(gold(analysis), indent=1)


def gold(analysis: Analysis) -> Json:
    """Return the analysis as JSON values in the form of the standard's gold files."""
    return _Writer(analysis).document()


class _Writer:
    """Writes annotations with their words and lines."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._text = analysis.document.text
        self._names = {e.id: e.name for e in analysis.entities}
        self._sentences = {s.id: s.span for s in analysis.sentences}
        self._events = {e.id: e for e in analysis.events}
        self._times = {t.id: t for t in analysis.times}
        self._paragraphs = {p.span for p in analysis.paragraphs}
        self._lines: list[Span] = []
        start = 0
        for line in self._text.removesuffix("\n").split("\n"):
            self._lines.append(Span(start, start + len(line)))
            start += len(line) + 1
        self._starts = [line.start for line in self._lines]

    def document(self) -> Json:
        analysis, document = self._analysis, self._analysis.document
        name = Path(document.source or document.id)
        reference = analysis.reference_date
        return {
            "doc_id": name.stem,
            "text_file": name.name,
            "sha256": document.id,
            "n_codepoints": len(self._text),
            "standard": STANDARD,
            "reference_date": {"value": reference.value, "basis": reference.basis},
            "lines": [{"line": n, **_range(s)} for n, s in enumerate(self._lines, 1)],
            "duplicates": [self._duplicate(r) for r in analysis.repetitions],
            "not_duplicates": [],
            "entities": [self._entity(e) for e in analysis.entities],
            "mentions": [self._mention(m) for m in analysis.mentions],
            "timex": [self._time(t) for t in analysis.times],
            "events": [self._event(e) for e in analysis.events],
            "clusters": [self._cluster(c) for c in analysis.clusters],
        }

    def _line(self, span: Span) -> int:
        return bisect_right(self._starts, span.start)

    def _at(self, span: Span) -> Json:
        return {"line": self._line(span), **_range(span)}

    def _words(self, span: Span) -> Json:
        return {**_range(span), "text": span.of(self._text), "line": self._line(span)}

    def _duplicate(self, repetition: Repetition) -> Json:
        whole = repetition.span in self._paragraphs
        found = {
            "kind": repetition.kind,
            "unit": "paragraph" if whole else "sentence",
            "copy": self._at(repetition.span),
            "of": self._at(repetition.of),
        }
        conflicts = [[c.span.of(self._text), c.of.of(self._text)] for c in repetition.conflicts]
        return {**found, "conflicts": conflicts} if conflicts else found

    def _entity(self, entity: Entity) -> Json:
        found: Json = {
            "id": entity.id,
            "type": entity.type,
            "canonical": entity.name,
            "variants": sorted(v.text for v in entity.variants),
        }
        ties = {"related": entity.related, "part_of": entity.part_of}
        return found | {name: tie for name, tie in ties.items() if tie}

    def _mention(self, mention: Mention) -> Json:
        found: Json = {
            "id": mention.id,
            **self._words(mention.span),
            "type": mention.type,
            "entity": mention.entity,
        }
        if mention.entity in self._names:
            found["canonical"] = self._names[str(mention.entity)]
        return found | ({"stands_for": mention.stands_for} if mention.stands_for else {})

    def _time(self, time: TimeExpression) -> Json:
        found: Json = {
            "id": time.id,
            **self._words(time.span),
            "type": time.type,
            "value": time.value,
            "mod": time.mod,
            "begin": _iso(time.first_day),
            "end_date": _iso(time.last_day),
        }
        more = {
            "part": time.part,
            "calendar": time.calendar,
            "hijri_value": time.original_value,
        }
        return found | {name: value for name, value in more.items() if value}

    def _filler(self, filler: Filler | Argument) -> Json:
        return {**self._words(filler.span), "entity": filler.entity}

    def _event(self, event: Event) -> Json:
        sentence = self._sentences.get(event.sentence, event.trigger)
        found: Json = {
            "id": event.id,
            "trigger": self._words(event.trigger),
            "type": event.type,
            "polarity": event.polarity,
            "modality": event.modality,
            "participants": [{"role": p.role, **self._filler(p)} for p in event.participants],
            "place": [self._filler(p) for p in event.places],
            "time": self._event_time(event),
            "attribution": event.attribution and self._attribution(event.attribution),
            "cluster": event.cluster,
            "sentence": self._at(sentence),
            "gloss_en": None,
        }
        if event.condition:
            found["condition"] = self._words(event.condition)
        if event.casualties:
            found["casualties"] = [
                {"kind": c.kind, "n": c.count, "source": c.speaker} for c in event.casualties
            ]
        return found | ({"phase": event.phase} if event.phase else {})

    def _event_time(self, event: Event) -> Json | None:
        if event.time is None:
            return None
        time = self._times[event.time.id]
        found: Json = {
            "timex": time.id,
            "value": time.value,
            "mod": time.mod,
            "rel": event.time.relation,
        }
        return found | ({"implicit": True} if event.time.implicit else {})

    def _attribution(self, said: Attribution) -> Json:
        return {
            "cue": self._words(said.cue),
            "speaker": [self._filler(s) for s in said.speakers],
            "direct": said.direct,
            "content": self._words(said.content) if said.content else None,
        }

    def _cluster(self, cluster: Cluster) -> Json:
        triggers = (self._events[e].trigger for e in cluster.events)
        return {
            "id": cluster.id,
            "type": cluster.type,
            "gloss": cluster.label,
            "events": list(cluster.events),
            "lines": _sorted(map(self._line, triggers)),
        }


def _sorted(lines: Iterable[int]) -> list[int]:
    return sorted(set(lines))


def _range(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
