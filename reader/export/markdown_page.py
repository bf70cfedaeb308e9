"""An article as Markdown: its text with names and event words marked, then what was found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reader.core.types import Analysis, Span, TimeExpression
from reader.export.cells import joined
from reader.export.encoding import utf8
from reader.export.facts import Facts, days, status
from reader.export.markup import line, plain
from reader.export.pieces import unbroken
from reader.export.told import EVENTS, told_events
from reader.resources.export import terms

_ENTITIES = ("type", "name", "variants", "mentions")
_TIMES = ("words", "type", "days", "conflict")
_NAME, _TRIGGER, _TIME = "**", "*", "***"


def write(analysis: Analysis) -> bytes:
    """Return the whole file."""
    return utf8("\n\n".join(_Page(analysis).parts()) + "\n")


class _Page:
    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._facts = Facts(analysis)
        self._text = analysis.document.text
        self._marks = list(_apart(self._found()))
        self._starts = [span.start for span, _, _ in self._marks]

    def parts(self) -> Iterator[str]:
        """Yield the blocks of the page."""
        document = self._analysis.document
        name = document.title or Path(document.source or "").stem or document.text.strip()
        yield f"# {line(joined([name]))}"
        key = ((_NAME, "entities"), (_TIME, "times"), (_TRIGGER, "events"))
        yield " · ".join(f"{mark}{terms()[name].arabic}{mark}" for mark, name in key)
        yield from filter(None, self._paragraphs())
        yield from _table("entities", _ENTITIES, self._entities())
        yield from _table("events", EVENTS, told_events(self._facts))
        yield from _table("times", _TIMES, map(self._time, self._analysis.times))

    def _found(self) -> Iterator[tuple[Span, str, str]]:
        """Yield what is marked, with its mark and the sign behind it."""
        for mention in self._analysis.mentions:
            yield mention.span, _NAME, ""
        for time in self._analysis.times:
            yield time.span, _TIME, terms()["conflict"].sign if time.conflict else ""
        for event in self._analysis.events:
            yield unbroken(event.trigger, self._text), _TRIGGER, terms()[status(event)].sign

    def _paragraphs(self) -> Iterator[str]:
        start = 0
        for words in self._text.split("\n"):
            yield "".join(self._pieces(start, start + len(words))).strip()
            start += len(words) + 1

    def _pieces(self, start: int, end: int) -> Iterator[str]:
        first, last = (bisect_left(self._starts, place) for place in (start, end))
        at = start
        for span, mark, sign in self._marks[first:last]:
            if span.end <= end:
                yield plain(self._text[at : span.start])
                yield f"{mark}{plain(span.of(self._text))}{mark}{plain(sign)}"
                at = span.end
        yield plain(self._text[at:end])

    def _entities(self) -> Iterator[Sequence[str]]:
        for entity in self._analysis.entities:
            forms = joined(self._facts.other_forms(entity))
            count = str(len(self._facts.mentions[entity.id]))
            yield terms()[entity.type].arabic, entity.name, forms, count

    def _time(self, time: TimeExpression) -> Sequence[str]:
        conflict = f"{terms()['conflict'].sign} {time.conflict}" if time.conflict else ""
        return time.span.of(self._text), time.type, days(time) or time.value, conflict


def _apart(found: Iterable[tuple[Span, str, str]]) -> Iterator[tuple[Span, str, str]]:
    """Yield the outermost of what is marked, nothing next to another: marks would run together."""
    end = -1
    for span, mark, sign in sorted(found, key=lambda f: (f[0].start, -f[0].end)):
        if span.start > end and len(span):
            yield span, mark, sign
            end = span.end


def _table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    written = [" | ".join(line(joined([cell])) if cell else "" for cell in row) for row in rows]
    if not written:
        return
    yield f"## {terms()[title].arabic}"
    head = " | ".join(terms()[name].arabic for name in columns)
    rule = " | ".join("---" for _ in columns)
    yield "\n".join(f"| {row} |" for row in (head, rule, *written))
