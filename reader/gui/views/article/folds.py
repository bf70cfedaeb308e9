"""Which paragraphs of the article are folded away, and what stands in their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.types import Analysis, Span
from reader.gui.views.article.paragraphs import Paragraphs


@dataclass(frozen=True, slots=True)
class Fold:
    """Neighboring repeats that share one marker.

    Attributes:
        repetitions: indices into `Analysis.repetitions`, in text order.
        blocks: half-open range of the paragraphs that are hidden while it is closed.
        span: those paragraphs, without the last newline.
    """

    repetitions: tuple[int, ...]
    blocks: tuple[int, int]
    span: Span


def find_folds(analysis: Analysis, paragraphs: Paragraphs) -> list[Fold]:
    """Group the repeats that are whole lines into folds, in text order.

    Repeats stand together where only blank lines lie between them.
    """
    text = paragraphs.text
    whole = [
        (line, index)
        for index, repetition in enumerate(analysis.repetitions)
        if (line := _line(text, repetition.span)) is not None
    ]
    groups: list[list[tuple[Span, int]]] = []
    for line, index in sorted(whole):
        if groups and not text[groups[-1][-1][0].end : line.start].strip():
            groups[-1].append((line, index))
        else:
            groups.append([(line, index)])
    return [_fold(group, paragraphs) for group in groups]


def _fold(group: Sequence[tuple[Span, int]], paragraphs: Paragraphs) -> Fold:
    span = Span(group[0][0].start, group[-1][0].end)
    blocks = paragraphs.at(span.start), paragraphs.at(max(span.start, span.end - 1)) + 1
    return Fold(tuple(index for _, index in group), blocks, span)


def _line(text: str, span: Span) -> Span | None:
    """Return the line that a span is all of but for blanks, or None."""
    start, end = span.start, span.end
    while start > 0 and text[start - 1].isspace() and text[start - 1] != "\n":
        start -= 1
    while end < len(text) and text[end].isspace() and text[end] != "\n":
        end += 1
    begins = start == 0 or text[start - 1] == "\n"
    ends = end == len(text) or text[end] == "\n"
    return Span(start, end) if begins and ends else None
