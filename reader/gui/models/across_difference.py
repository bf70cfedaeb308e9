"""Two versions of a story as two texts with the words marked in which they differ."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.types import Span
from reader.gui.models.compare import KINDS
from reader.gui.models.compare import Difference as Mark
from reader.stories.values import Change, Difference, Row


@dataclass(frozen=True, slots=True)
class Sides:
    """What is shown side by side.

    Attributes:
        marks: sentences that one side alone has, and the words that differ in the others;
            those that change what is said first, each with its place in both texts; a side
            that lacks the words has an empty span where they would stand.
        pairs: offsets in both texts that are level with one another, ascending in the second.
    """

    marks: tuple[Mark, ...]
    pairs: tuple[tuple[int, int], ...]


def sides_of(difference: Difference) -> Sides:
    """Lay two versions side by side."""
    places: dict[int, tuple[int, int]] = {}
    pairs: list[tuple[int, int]] = []
    sentences: list[Mark] = []
    before = after = 0
    for row in difference.rows:
        if row.before and row.after and not row.moved:
            pairs.append((row.before.start, row.after.start))
        here = _start(row.before, before), _start(row.after, after)
        places.update((id(change), here) for change in row.changes)
        if row.before is None or row.after is None:
            first, copy = row.before or _at(here[0]), row.after or _at(here[1])
            sentences.append(Mark("words", first, copy))
        before, after = _end(row, before, after)
    marks = [_mark(change, places.get(id(change), (0, 0))) for change in difference.changes]
    marks += sentences
    marks.sort(key=lambda mark: KINDS.index(mark.kind))
    return Sides(tuple(marks), tuple(pairs))


def _start(span: Span | None, known: int) -> int:
    return span.start if span else known


def _end(row: Row, before: int, after: int) -> tuple[int, int]:
    """Return where the texts go on after a row; what was moved is out of the way."""
    if row.moved:
        return before, row.after.end if row.after else after
    return (row.before.end if row.before else before), (row.after.end if row.after else after)


def _at(place: int) -> Span:
    return Span(place, place)


def _mark(change: Change, place: tuple[int, int]) -> Mark:
    first = change.before.span if change.before else _at(place[0])
    copy = change.after.span if change.after else _at(place[1])
    return Mark(change.kind, first, copy)
