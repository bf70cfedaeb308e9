"""The events of an article as a reader is told of them, a row each."""

from __future__ import annotations

from collections.abc import Iterator

from reader.core.types import Event
from reader.export.cells import joined
from reader.export.facts import Facts, days, status
from reader.resources.export import terms

EVENTS = ("what", "type", "status", "who", "to", "where", "when", "said")
"""The keys of what the columns are called (`reader.resources.export.terms`)."""


def told_events(facts: Facts) -> Iterator[tuple[str, ...]]:
    """Yield a row for each event."""
    return (_row(facts, event) for event in facts.analysis.events)


def _row(facts: Facts, event: Event) -> tuple[str, ...]:
    time, term = facts.time(event), terms()[status(event)]
    return (
        event.trigger.of(facts.text),
        terms()[event.type].arabic,
        f"{term.sign} {term.arabic}".strip(),
        joined(facts.actors(event, "actor")),
        joined(facts.actors(event, "target")),
        joined(facts.called(event.places)),
        days(time) or time.value if time else "",
        joined(facts.speakers(event)),
    )
