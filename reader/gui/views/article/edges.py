"""The edges of the mention that was clicked last, which can be dragged to other letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reader.core.types import Analysis, Mention, Span
from reader.gui.theme import Theme
from reader.gui.views.article.scrolled import ScrolledColumn

_NEAR = 5.0  # pixels around an edge in which it can be taken


@dataclass(frozen=True, slots=True)
class Edge:
    """One end of a mention, at a place."""

    mention: str
    span: Span
    is_end: bool


class Edges:
    """Where a mention can be taken hold of, while there is someone who wants it changed."""

    def __init__(self, area: ScrolledColumn, is_wanted: Callable[[], bool]) -> None:
        self._area, self._is_wanted = area, is_wanted
        self._chosen: Mention | None = None
        self._dragged: Span | None = None

    def choose(self, mention: Mention | None) -> None:
        """Show the edges of this mention, or none."""
        self._chosen = mention
        self._area.viewport().update()

    def set_analysis(self, analysis: Analysis | None) -> None:
        """Keep to the mention of that place in another analysis, or else to that of its id."""
        before = self._chosen
        found = analysis.mentions if before and analysis else ()
        here = (m for m in found if before and m.span == before.span)
        named = (m for m in found if before and m.id == before.id)
        self._chosen = next(here, None) or next(named, None)

    def drag(self, span: Span | None) -> None:
        """Show where the edges would be; None for where they are."""
        if span != self._dragged:
            self._dragged = span
            self._area.viewport().update()

    def places(self) -> list[tuple[str, Span, QRectF, QRectF]]:
        """Return the chosen mention with the places of its two edges, if they can be taken."""
        chosen, column = self._chosen, self._area.column
        if chosen is None or not self._is_wanted():
            return []
        rects = column.rectangles(chosen.span)
        if not rects:
            return []
        start = column.caret(chosen.span.start)
        end_letter = column.rectangles(Span(chosen.span.end - 1, chosen.span.end))
        last = end_letter[0] if end_letter else rects[-1]
        end = QRectF(last.left(), last.top(), 0.0, last.height())
        return [(chosen.id, chosen.span, start, end)]

    def at(self, place: QPointF) -> Edge | None:
        """Return the edge that can be taken at a place of the viewport."""
        for mention, span, start, end in self.places():
            for edge, is_end in ((start, False), (end, True)):
                if edge.adjusted(-_NEAR, 0, _NEAR, 0).contains(place):
                    return Edge(mention, span, is_end)
        return None

    def moved(self, edge: Edge, place: QPointF) -> Span:
        """Return a mention with its edge at a place, in its paragraph; never empty."""
        span, column = edge.span, self._area.column
        paragraph = column.paragraphs.span(column.paragraphs.at(span.start))
        offset = min(max(column.nearest(place), paragraph.start), paragraph.end)
        if edge.is_end:
            return Span(span.start, max(offset, span.start + 1))
        return Span(min(offset, span.end - 1), span.end)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw handles at the ends of the chosen mention, and where they are dragged to."""
        color = theme.color("highlight")
        if self._dragged is not None:
            painter.setPen(QPen(color, 1.6, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for rect in self._area.column.rectangles(self._dragged):
                painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for _mention, _span, start, end in self.places():
            for edge in (start, end):
                handle = QRectF(edge.left() - 1.2, edge.top(), 2.4, edge.height())
                painter.drawRoundedRect(handle, 1, 1)
                painter.drawEllipse(QPointF(edge.left(), edge.top()), 3.2, 3.2)
