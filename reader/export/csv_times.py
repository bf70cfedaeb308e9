"""The time expressions of an article as a table."""

from __future__ import annotations

from reader.core.types import Analysis, TimeExpression
from reader.export.cells import Cell, cut, table
from reader.export.facts import Facts

_COLUMNS = (
    "id", "words", "start", "end", "type", "value", "mod", "part", "first_day", "last_day",
    "calendar", "original_value", "conflict", "basis", "confidence", "sentence",
)  # fmt: skip


def write(analysis: Analysis) -> bytes:
    """Return the whole file."""
    facts = Facts(analysis)
    return table(_COLUMNS, (_row(facts, time) for time in analysis.times))


def _row(facts: Facts, time: TimeExpression) -> tuple[Cell, ...]:
    return (
        time.id,
        cut(time.span.of(facts.text)),
        time.span.start,
        time.span.end,
        time.type,
        time.value,
        time.mod,
        time.part,
        time.first_day.isoformat() if time.first_day else None,
        time.last_day.isoformat() if time.last_day else None,
        time.calendar,
        time.original_value,
        time.conflict,
        cut(time.basis),
        time.confidence,
        cut(facts.sentence(time.sentence)),
    )
