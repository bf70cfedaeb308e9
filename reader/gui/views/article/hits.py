"""What can be clicked: exactly where its highlight is painted."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF

from reader.core.types import Span
from reader.gui.views.article.column import Column
from reader.gui.views.article.marks import Hit, Mark, Marks, innermost, without


def hit_at(column: Column, marks: Marks, place: QPointF) -> Hit | None:
    """Return what a click at a place of the viewport means: the innermost name first."""
    placed = column.placed_at(place)
    if placed is None:
        return None
    under = [
        mark
        for mark in marks.touching(placed.lines_span(place.y(), place.y()))
        if any(rect.contains(place) for rect in placed.rectangles(mark.span))
    ]
    best = innermost(under)
    return best.hit if best else None


def hit_targets(column: Column, marks: Marks, view: QRectF) -> Iterator[tuple[Hit, QRectF]]:
    """Yield what can be clicked in sight, each with the widest part that is its own."""
    for placed in column.placed():
        seen = marks.touching(placed.lines_span(view.top(), view.bottom()))
        for mark in seen:
            own = [
                rect
                for part in without(mark.span, _inside(mark, seen))
                for rect in placed.rectangles(part)
                if view.contains(rect.center())
            ]
            if own:
                yield mark.hit, max(own, key=QRectF.width)


def _inside(mark: Mark, seen: list[Mark]) -> list[Span]:
    """Return the marks that a click means where they lie over another."""
    return [m.span for m in seen if m is not mark and innermost([mark, m]) is m]
