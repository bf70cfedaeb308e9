"""Why the analysis says what it says, as words for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from reader.core.explain import Explanation
from reader.core.shown import printable
from reader.core.told import Section, Teller, one_line, place


def show(told: Explanation, console: Console) -> None:
    """Print all that was found at the words, each finding with its reason."""
    console.print(Group(*_parts(told)))


def _parts(told: Explanation) -> Iterator[RenderableType]:
    """Yield a heading, a table for each finding, and how the words were read."""
    teller = Teller(told.analysis)
    yield Text(printable(teller.at(told.span)), style="bold")
    if told.sentence:
        yield Text(f"sentence {told.sentence.id} {place(told.sentence.span)}:")
        words = told.sentence.span.of(told.analysis.document.text)
        yield Text(printable(one_line(words)))
    if told.is_empty:
        yield Text("nothing was found here")
    yield from (_table(section) for section in _sections(teller, told))


def _sections(teller: Teller, told: Explanation) -> Iterator[Section]:
    yield from map(teller.repeat, told.repetitions)
    yield from map(teller.name, told.mentions)
    yield from map(teller.time, told.times)
    if told.times:
        yield teller.reference()
    yield from (teller.event(event, parts) for event, parts in told.events)
    if told.words:
        yield teller.words(told.words)


def _table(section: Section) -> Table:
    title = printable(f"{section.kind}: {section.words}" if section.words else section.kind)
    table = Table(
        title=Text(title),
        title_justify="left",
        title_style="bold",
        box=None,
        show_header=False,
    )
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, words in section.lines:
        table.add_row(name, Text(printable(words)))
    return table
