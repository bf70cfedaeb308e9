"""The events of an article as a table."""

from __future__ import annotations

from collections.abc import Iterator

from reader.core.types import Analysis, Event
from reader.export.cells import Cell, cut, joined, table
from reader.export.facts import Facts, days

COLUMNS = (
    "id", "cluster", "type", "phase", "polarity", "modality", "trigger", "start", "end",
    "actors", "targets", "others", "places", "time", "relation", "days", "condition",
    "speakers", "direct", "dead", "injured", "confidence", "rule", "sentence",
)  # fmt: skip


def write(analysis: Analysis) -> bytes:
    """Return the whole file."""
    return table(COLUMNS, rows(Facts(analysis)))


def rows(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each event."""
    return (_row(facts, event) for event in facts.analysis.events)


def _row(facts: Facts, event: Event) -> tuple[Cell, ...]:
    return (
        event.id,
        event.cluster,
        event.type,
        event.phase,
        event.polarity,
        event.modality,
        cut(event.trigger.of(facts.text)),
        event.trigger.start,
        event.trigger.end,
        *(joined(facts.actors(event, role)) for role in ("actor", "target", "other")),
        joined(facts.called(event.places)),
        *_when(facts, event),
        cut(event.condition.of(facts.text)) if event.condition else None,
        joined(facts.speakers(event)),
        int(event.attribution.direct) if event.attribution else None,
        *(joined(_counts(event, kind)) for kind in ("dead", "injured")),
        event.confidence,
        event.rule,
        cut(facts.sentence(event.sentence)),
    )


def _when(facts: Facts, event: Event) -> tuple[Cell, Cell, Cell]:
    time = facts.time(event)
    if time is None or event.time is None:
        return None, None, None
    return time.value, event.time.relation, days(time)


def _counts(event: Event, kind: str) -> Iterator[str]:
    return (str(c.count) for c in event.casualties if c.kind == kind)
