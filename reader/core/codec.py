"""Analysis to JSON and back, by contract version 1.

Properties beyond the contract are added and never change the meaning of its own:
document.published, encoding, format, author, address, blocks and notices,
reference_date.explanation and reasons, mention.holder and rule,
entity.candidates, rule and the variants' basis, time.basis, conflict and confidence, event.rule
and the rule of its participants, places, time and speakers, discrepancies, engine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from reader.core.types import (
    Analysis,
    Argument,
    Attribution,
    Block,
    Casualties,
    Cluster,
    Conflict,
    Discrepancy,
    Document,
    Entity,
    Event,
    EventTime,
    Figure,
    Filler,
    Mention,
    Notice,
    Paragraph,
    PossiblePlace,
    Reason,
    ReferenceDate,
    Repetition,
    Sentence,
    Span,
    TimeExpression,
    Variant,
)
from reader.errors import ContractError

FORMAT = "reader-analysis"
VERSION = 1

Json = dict[str, Any]
T = TypeVar("T")


def to_json(analysis: Analysis) -> Json:
    """Return the analysis as JSON values, in the contract's order."""
    return _Writer(analysis.document.text).analysis(analysis)


class _Writer:
    """Writes annotations with the words of one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def analysis(self, a: Analysis) -> Json:
        return {
            "format": FORMAT,
            "version": VERSION,
            "document": document_json(a.document),
            "reference_date": _reference_date(a.reference_date),
            "paragraphs": [_range(p.span) for p in a.paragraphs],
            "sentences": [
                {"id": s.id, **_range(s.span), "paragraph": s.paragraph} for s in a.sentences
            ],
            "repetitions": [self._repetition(r) for r in a.repetitions],
            "entities": [_entity(e) for e in a.entities],
            "mentions": [self._mention(m) for m in a.mentions],
            "times": [self._time(t) for t in a.times],
            "events": [self._event(e) for e in a.events],
            "clusters": [_cluster(c) for c in a.clusters],
            "discrepancies": [self._discrepancy(d) for d in a.discrepancies],
            "engine": a.engine,
        }

    def _span(self, span: Span) -> Json:
        return {"start": span.start, "end": span.end, "text": span.of(self._text)}

    def _maybe_span(self, span: Span | None) -> Json | None:
        # An empty span is false, but it is there.
        return None if span is None else self._span(span)

    def _repetition(self, r: Repetition) -> Json:
        return {
            **_range(r.span),
            "kind": r.kind,
            "of": _range(r.of),
            "similarity": r.similarity,
            "conflicts": [{**self._span(c.span), "of": self._span(c.of)} for c in r.conflicts],
        }

    def _mention(self, m: Mention) -> Json:
        return {
            "id": m.id,
            **self._span(m.span),
            "type": m.type,
            "entity": m.entity,
            "sentence": m.sentence,
            "stands_for": m.stands_for,
            "holder": m.holder,
            "confidence": m.confidence,
            "rule": m.rule,
        }

    def _time(self, t: TimeExpression) -> Json:
        return {
            "id": t.id,
            **self._span(t.span),
            "type": t.type,
            "value": t.value,
            "mod": t.mod,
            "part": t.part,
            "first_day": _iso(t.first_day),
            "last_day": _iso(t.last_day),
            "calendar": t.calendar,
            "original_value": t.original_value,
            "sentence": t.sentence,
            "basis": t.basis,
            "conflict": t.conflict,
            "confidence": t.confidence,
        }

    def _filler(self, f: Filler | Argument) -> Json:
        return {**self._span(f.span), "entity": f.entity, "rule": f.rule}

    def _event(self, e: Event) -> Json:
        return {
            "id": e.id,
            "type": e.type,
            "trigger": self._span(e.trigger),
            "phase": e.phase,
            "participants": [{"role": p.role, **self._filler(p)} for p in e.participants],
            "places": [self._filler(p) for p in e.places],
            "time": e.time
            and {
                "id": e.time.id,
                "relation": e.time.relation,
                "implicit": e.time.implicit,
                "rule": e.time.rule,
            },
            "polarity": e.polarity,
            "modality": e.modality,
            "condition": self._maybe_span(e.condition),
            "attribution": e.attribution and self._attribution(e.attribution),
            "casualties": [
                {"kind": c.kind, "count": c.count, "speaker": c.speaker} for c in e.casualties
            ],
            "sentence": e.sentence,
            "cluster": e.cluster,
            "confidence": e.confidence,
            "rule": e.rule,
        }

    def _discrepancy(self, d: Discrepancy) -> Json:
        return {
            "kind": d.kind,
            "of": d.of,
            "figures": [
                {
                    "value": f.value,
                    "bound": f.bound,
                    "speaker": f.speaker,
                    **self._span(f.span),
                    "sentence": f.sentence,
                    "event": f.event,
                }
                for f in d.figures
            ],
            "confidence": d.confidence,
        }

    def _attribution(self, a: Attribution) -> Json:
        return {
            "cue": self._span(a.cue),
            "speakers": [self._filler(s) for s in a.speakers],
            "direct": a.direct,
            "content": self._maybe_span(a.content),
        }


def _range(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def document_json(d: Document) -> Json:
    """Return a document as it stands in its analysis."""
    return {
        "id": d.id,
        "source": d.source,
        "title": d.title,
        "text": d.text,
        "published": _iso(d.published),
        "encoding": d.encoding,
        "format": d.format,
        "author": d.author,
        "address": d.address,
        "blocks": [_block(b) for b in d.blocks],
        "notices": [{"code": n.code, "words": n.words, "page": n.page} for n in d.notices],
    }


def _block(b: Block) -> Json:
    return {
        **_range(b.span),
        "kind": b.kind,
        "level": b.level,
        "page": b.page,
        "part": b.part,
    }


def _reference_date(r: ReferenceDate) -> Json:
    return {
        "status": r.status,
        "value": r.value,
        "first_day": _iso(r.first_day),
        "last_day": _iso(r.last_day),
        "candidates": [day.isoformat() for day in r.candidates],
        "basis": r.basis,
        "explanation": list(r.explanation),
        "reasons": [_reason(reason) for reason in r.reasons],
    }


def _reason(r: Reason) -> Json:
    return {
        "kind": r.kind,
        "words": list(r.words),
        "first": _iso(r.first),
        "last": _iso(r.last),
        "weekday": r.weekday,
        "month": r.month,
        "day": r.day,
    }


def _entity(e: Entity) -> Json:
    return {
        "id": e.id,
        "type": e.type,
        "name": e.name,
        "variants": [
            {"text": v.text, "kind": v.kind, "count": v.count, "basis": v.basis} for v in e.variants
        ],
        "links": dict(e.links),
        "latitude": e.latitude,
        "longitude": e.longitude,
        "related": e.related,
        "part_of": e.part_of,
        "candidates": [
            {
                "id": c.id,
                "country": c.country,
                "latitude": c.latitude,
                "longitude": c.longitude,
            }
            for c in e.candidates
        ],
        "rule": e.rule,
    }


def _cluster(c: Cluster) -> Json:
    return {
        "id": c.id,
        "type": c.type,
        "label": c.label,
        "events": list(c.events),
        "sentences": list(c.sentences),
        "rule": c.rule,
    }


def from_json(data: Mapping[str, Any]) -> Analysis:
    """Read an analysis of contract version 1.

    Raises:
        ContractError: it is of another format or version, or a property that the
            contract requires is missing or of another type; the message names it.
    """
    if data.get("format") != FORMAT or data.get("version") != VERSION:
        raise ContractError(f"not {FORMAT} version {VERSION}: {data.get('format')!r}")
    return Analysis(
        document=_read_one("document", data, _read_document),
        reference_date=_read_one("reference_date", data, _read_reference_date),
        paragraphs=_read("paragraphs", data, lambda p: Paragraph(_read_span(p))),
        sentences=_read(
            "sentences", data, lambda s: Sentence(s["id"], _read_span(s), s["paragraph"])
        ),
        repetitions=_read("repetitions", data, _read_repetition),
        entities=_read("entities", data, _read_entity),
        mentions=_read("mentions", data, _read_mention),
        times=_read("times", data, _read_time),
        events=_read("events", data, _read_event),
        clusters=_read("clusters", data, _read_cluster),
        discrepancies=_read("discrepancies", data, _read_discrepancy)
        if "discrepancies" in data
        else (),
        engine=str(data.get("engine", "rules")),
    )


def _read_one(name: str, data: Mapping[str, Any], make: Callable[[Json], T]) -> T:
    try:
        return make(data[name])
    except KeyError as error:
        raise ContractError(f"{name}: {error} is missing") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise ContractError(f"{name}: {error}") from error


def _read(name: str, data: Mapping[str, Any], make: Callable[[Json], T]) -> tuple[T, ...]:
    items = data.get(name)
    if not isinstance(items, list):
        raise ContractError(f"{name}: a list is missing")
    return tuple(
        _read_one(f"{name}[{i}]", {f"{name}[{i}]": item}, make) for i, item in enumerate(items)
    )


def _read_span(d: Json) -> Span:
    start, end = int(d["start"]), int(d["end"])
    if not 0 <= start <= end:
        raise ValueError(f"offsets {start} to {end} are no span")
    return Span(start, end)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def read_document(data: Json) -> Document:
    """Return the document that `document_json` gave.

    Raises:
        ContractError: a property is missing or of another type; the message names it.
    """
    return _read_one("document", {"document": data}, _read_document)


def _read_document(d: Json) -> Document:
    return Document(
        id=d["id"],
        source=d["source"],
        title=d["title"],
        text=d["text"],
        published=_day(d.get("published")),
        encoding=d.get("encoding"),
        format=d.get("format"),
        author=d.get("author"),
        address=d.get("address"),
        blocks=tuple(map(_read_block, d.get("blocks", ()))),
        notices=tuple(Notice(n["code"], n["words"], n["page"]) for n in d.get("notices", ())),
    )


def _read_block(d: Json) -> Block:
    return Block(_read_span(d), d["kind"], d["level"], d["page"], d["part"])


def _read_reference_date(d: Json) -> ReferenceDate:
    return ReferenceDate(
        status=d["status"],
        value=d["value"],
        first_day=_day(d["first_day"]),
        last_day=_day(d["last_day"]),
        candidates=tuple(date.fromisoformat(day) for day in d["candidates"]),
        basis=d["basis"],
        explanation=tuple(d.get("explanation", ())),
        reasons=tuple(map(_read_reason, d.get("reasons", ()))),
    )


def _read_reason(d: Json) -> Reason:
    return Reason(
        kind=d["kind"],
        words=tuple(d["words"]),
        first=_day(d["first"]),
        last=_day(d["last"]),
        weekday=d["weekday"],
        month=d["month"],
        day=d["day"],
    )


def _read_repetition(d: Json) -> Repetition:
    return Repetition(
        span=_read_span(d),
        kind=d["kind"],
        of=_read_span(d["of"]),
        similarity=d["similarity"],
        conflicts=tuple(Conflict(_read_span(c), _read_span(c["of"])) for c in d["conflicts"]),
    )


def _read_entity(d: Json) -> Entity:
    return Entity(
        id=d["id"],
        type=d["type"],
        name=d["name"],
        variants=tuple(
            Variant(v["text"], v["kind"], v["count"], v.get("basis", "")) for v in d["variants"]
        ),
        links=tuple(d.get("links", {}).items()),
        latitude=d.get("latitude"),
        longitude=d.get("longitude"),
        related=d.get("related"),
        part_of=d.get("part_of"),
        candidates=tuple(
            PossiblePlace(c["id"], c["country"], c["latitude"], c["longitude"])
            for c in d.get("candidates", ())
        ),
        rule=d.get("rule", ""),
    )


def _read_mention(d: Json) -> Mention:
    return Mention(
        id=d["id"],
        span=_read_span(d),
        type=d["type"],
        sentence=d["sentence"],
        entity=d["entity"],
        stands_for=d.get("stands_for"),
        holder=d.get("holder"),
        confidence=d.get("confidence", 1.0),
        rule=d.get("rule", ""),
    )


def _read_time(d: Json) -> TimeExpression:
    return TimeExpression(
        id=d["id"],
        span=_read_span(d),
        type=d["type"],
        value=d["value"],
        sentence=d["sentence"],
        mod=d["mod"],
        part=d.get("part"),
        first_day=_day(d["first_day"]),
        last_day=_day(d["last_day"]),
        calendar=d.get("calendar"),
        original_value=d.get("original_value"),
        basis=d.get("basis", ""),
        conflict=d.get("conflict"),
        confidence=d.get("confidence", 1.0),
    )


def _read_filler(d: Json) -> Filler:
    return Filler(_read_span(d), d["entity"], d.get("rule", ""))


def _read_event(d: Json) -> Event:
    time, said = d["time"], d["attribution"]
    return Event(
        id=d["id"],
        type=d["type"],
        trigger=_read_span(d["trigger"]),
        sentence=d["sentence"],
        cluster=d["cluster"],
        phase=d.get("phase"),
        participants=tuple(
            Argument(_read_span(p), p["role"], p["entity"], p.get("rule", ""))
            for p in d["participants"]
        ),
        places=tuple(_read_filler(p) for p in d["places"]),
        time=time
        and EventTime(time["id"], time["relation"], time["implicit"], time.get("rule", "")),
        polarity=d["polarity"],
        modality=d["modality"],
        condition=_read_span(d["condition"]) if d.get("condition") else None,
        attribution=said and _read_attribution(said),
        casualties=tuple(
            Casualties(c["kind"], c["count"], c.get("speaker")) for c in d.get("casualties", ())
        ),
        confidence=d.get("confidence", 1.0),
        rule=d.get("rule", ""),
    )


def _read_attribution(d: Json) -> Attribution:
    return Attribution(
        cue=_read_span(d["cue"]),
        speakers=tuple(_read_filler(s) for s in d["speakers"]),
        direct=d["direct"],
        content=_read_span(d["content"]) if d["content"] else None,
    )


def _read_cluster(d: Json) -> Cluster:
    return Cluster(
        d["id"],
        d["type"],
        d["label"],
        tuple(d["events"]),
        tuple(d["sentences"]),
        d.get("rule", ""),
    )


def _read_discrepancy(d: Json) -> Discrepancy:
    figures = tuple(
        Figure(
            d["kind"],
            d["of"],
            f["value"],
            f["bound"],
            f["speaker"],
            _read_span(f),
            f["sentence"],
            f["event"],
        )
        for f in d["figures"]
    )
    return Discrepancy(d["kind"], d["of"], figures, d["confidence"])
