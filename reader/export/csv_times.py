"""The time expressions of an article as a table."""

from __future__ import annotations

from collections.abc import Iterator

from reader.core.types import Analysis, TimeExpression
from reader.export.cells import Cell, cut, table
from reader.export.facts import Facts

COLUMNS = (
    "id", "words", "start", "end", "type", "value", "mod", "part", "first_day", "last_day",
    "calendar", "original_value", "conflict", "basis", "confidence", "sentence",
)  # fmt: skip


def write(analysis: Analysis) -> bytes:
    """Return the whole file."""
    return table(COLUMNS, rows(Facts(analysis)))


def rows(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each time expression."""
    return (_row(facts, time) for time in facts.analysis.times)


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
