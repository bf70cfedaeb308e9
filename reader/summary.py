"""An analysis as words for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from reader.core.shown import printable
from reader.core.types import Analysis, Cluster, Document, Entity, Event, TimeExpression

_MOST_NAMES = 12  # of one type
_TYPES = ("PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT")


def show(analysis: Analysis, console: Console) -> None:
    """Print what an article tells: its date, repeats, names, times and events."""
    console.print(Group(*_parts(analysis)))


def _parts(analysis: Analysis) -> Iterator[RenderableType]:
    document = analysis.document
    yield Text(printable(document.source or document.title or "-"), style="bold")
    yield from (Text(line) for line in _origin(document))
    yield Text(_date(analysis))
    kinds = Counter(r.kind for r in analysis.repetitions)
    folded = ", ".join(f"{count} {kind}" for kind, count in kinds.items()) or "none"
    yield Text(f"repeats folded: {folded}")
    yield _names(analysis)
    yield _times(analysis)
    yield _events(analysis)


def _origin(document: Document) -> Iterator[str]:
    """Say what the file itself tells of the article; nothing where it tells nothing."""
    published = document.published.isoformat() if document.published else None
    told = {"title": document.title, "author": document.author, "published": published}
    for name, words in told.items():
        if words and words != document.source:
            yield f"{name}: {printable(' '.join(words.split()))}"


def _date(analysis: Analysis) -> str:
    reference = analysis.reference_date
    status = "the article's own data" if reference.basis == "metadata" else reference.status
    words = f"reference date: {reference.value or '-'} ({status})"
    if reference.status == "ambiguous":
        words += f", {len(reference.candidates)} candidates"
    return words


def _names(analysis: Analysis) -> Table:
    counts = Counter(m.entity for m in analysis.mentions if m.entity)
    table = _table("names", "type", "name (mentions)")
    for kind in _TYPES:
        of_kind = [e for e in analysis.entities if e.type == kind]
        of_kind.sort(key=lambda entity: -counts[entity.id])
        if of_kind:
            names = (_name(e, counts) for e in of_kind[:_MOST_NAMES])
            table.add_row(*_cells(kind, "، ".join(names)))
    return table


def _name(entity: Entity, counts: Counter[str]) -> str:
    return f"{entity.name} ({counts[entity.id]})"


def _times(analysis: Analysis) -> Table:
    table = _table("times", "value", "words")
    for time in analysis.times:
        mod = f" {time.mod}" if time.mod else ""
        table.add_row(*_cells(f"{time.value}{mod}", time.span.of(analysis.document.text)))
    return table


def _events(analysis: Analysis) -> Table:
    table = _table("events", "type", "status", "what", "who", "where", "when", "by")
    events = {event.id: event for event in analysis.events}
    times = {time.id: time for time in analysis.times}
    for cluster in analysis.clusters:
        cells = _row(analysis, cluster, [events[e] for e in cluster.events], times)
        table.add_row(*_cells(*cells))
    return table


def _row(
    analysis: Analysis, cluster: Cluster, events: list[Event], times: dict[str, TimeExpression]
) -> tuple[str, ...]:
    text = analysis.document.text
    status = ("not " if events[0].polarity == "NEG" else "") + events[0].modality
    when = [times[e.time.id].value for e in events if e.time is not None]
    return (
        cluster.type,
        status,
        cluster.label,
        _joined(a.span.of(text) for e in events for a in e.participants),
        _joined(p.span.of(text) for e in events for p in e.places),
        _joined(when),
        _joined(s.span.of(text) for e in events if e.attribution for s in e.attribution.speakers),
    )


def _joined(words: Iterator[str] | list[str]) -> str:
    return "، ".join(dict.fromkeys(" ".join(each.split()) for each in words))


def _cells(*words: str) -> tuple[Text, ...]:
    """Return words as they are: no markup in them is read, no terminal obeys them."""
    return tuple(Text(printable(each)) for each in words)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=None)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
