"""Which paragraphs of the article are folded away, and what stands in their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.types import Analysis, Repetition, Span


@dataclass(frozen=True, slots=True)
class Fold:
    """Neighboring repeats that share one marker.

    Attributes:
        repetitions: indices into `Analysis.repetitions`, in text order.
        blocks: half-open range of line numbers that are hidden while it is closed.
    """

    repetitions: tuple[int, ...]
    blocks: tuple[int, int]


def line_spans(text: str) -> list[Span]:
    """Return the lines of the text, without their newlines, as Qt's blocks hold them."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def find_folds(analysis: Analysis, lines: Sequence[Span]) -> list[Fold]:
    """Group the repeats that are whole paragraphs into folds, in text order.

    Repeats stand together where only blank lines lie between them.
    """
    text = analysis.document.text
    by_line: dict[int, int] = {}
    starts = {line.start: number for number, line in enumerate(lines)}
    for index, repetition in enumerate(analysis.repetitions):
        number = _whole_line(repetition, text, lines, starts)
        if number is not None:
            by_line[number] = index
    folds: list[list[int]] = []
    for number in sorted(by_line):
        if folds and all(not _words(text, lines[n]) for n in range(folds[-1][-1] + 1, number)):
            folds[-1].append(number)
        else:
            folds.append([number])
    return [Fold(tuple(by_line[n] for n in f), (f[0], f[-1] + 1)) for f in folds]


def _words(text: str, line: Span) -> str:
    return line.of(text).strip()


def _whole_line(
    repetition: Repetition, text: str, lines: Sequence[Span], starts: dict[int, int]
) -> int | None:
    """Return the line that the repetition is all of, or None."""
    at = text.rfind("\n", 0, repetition.span.start) + 1
    number = starts.get(at)
    if number is None or lines[number].end < repetition.span.end:
        return None
    same = _words(text, lines[number]) == repetition.span.of(text).strip()
    return number if same else None
