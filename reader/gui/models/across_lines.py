"""The lines of the pages across articles, and how their words are put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reader.core.types import Span
from reader.gui.models import wording
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say_count
from reader.stories.values import (
    Citation,
)

Kind = Literal["entry", "heading", "quote", "figure", "bars"]
Page = Literal["versions", "entities", "events", "ahead"]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a page.

    Attributes:
        id: what it is about, where the row beside it tells more.
        words: what it says; of a quote, the sentence as written.
        caption: what is said of it in smaller letters.
        found: of a quote, the words in it that count.
        badge: what stands before a figure's words: its number.
        bars: how often on which day.
        citation: the sentence that a click goes to.
        target: a page, and what it shall show.
    """

    kind: Kind
    words: str
    caption: str = ""
    id: str = ""
    found: Span | None = None
    badge: str = ""
    bars: tuple[tuple[date, int], ...] = ()
    citation: Citation | None = None
    target: tuple[Page, str] | None = None


def line_text(line: Line) -> str:
    """Write a line as text, for the clipboard and for who cannot see it."""
    words = f"{line.badge} {line.words}".strip() if line.badge else line.words
    if line.kind == "bars":
        counts = (f"{wording.day_text(day)}: {count}" for day, count in line.bars)
        words = wording.join((line.words, *counts))
    shown = wording.isolate(words) if line.kind == "quote" else words
    return f"{shown} — {line.caption}" if line.caption else shown


def lines_text(lines: Iterable[Line]) -> str:
    """Write lines under one another, the headings apart."""
    return "\n".join(f"\n{line_text(x)}" if x.kind == "heading" else line_text(x) for x in lines)


def dotted(*parts: str) -> str:
    """Return the parts that say something, with dots between them, in the order of the line."""
    leftward = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    mark = "\u200f" if leftward else "\u200e"  # else two names side by side change places
    return f"{mark} · {mark}".join(part for part in parts if part)


def days(first: date | None, last: date | None) -> str:
    """Return a stretch of days in words, "" where none is known."""
    known = first or last
    return wording.days_text(first or known, last or known) if known else ""


def article_count(count: int) -> str:
    """Return how many articles."""
    return say_count(QT_TRANSLATE_NOOP("Wording", "%n article(s)"), count)


def first_of(citations: Sequence[Citation]) -> Citation | None:
    """Return the first, None where there is none."""
    return citations[0] if citations else None


def aimed(line: Line, page: Page, name: str) -> Line:
    """Return a line that leads to a page."""
    return Line(
        line.kind,
        line.words,
        line.caption,
        found=line.found,
        citation=line.citation,
        target=(page, name),
    )


def headed(heads: Iterable[tuple[str, Iterable[Line]]]) -> Iterator[Line]:
    """Yield lines under their headings; none where nothing stands below it."""
    for words, below in heads:
        lines = tuple(below)
        if lines:
            yield Line("heading", words)
            yield from lines
