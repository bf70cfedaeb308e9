"""What a click in the article does, and what tells of it before."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt, Signal

from reader.core.types import Span
from reader.gui.views.article.column import Column
from reader.gui.views.article.edges import Edges
from reader.gui.views.article.folding import Folding
from reader.gui.views.article.hits import hit_at
from reader.gui.views.article.marks import Hit
from reader.gui.views.article.painting import Ink


class Clicks(QObject):
    """Knows the markers of folds, the copies, the edges and the findings at a place.

    All places are those of the viewport.

    Signals:
        first_copy_wanted: the span that a copy repeats.
        hit: the Hit of what was found, None beside all.
    """

    first_copy_wanted = Signal(Span)
    hit = Signal(object)

    def __init__(self, column: Column, ink: Ink, folding: Folding, edges: Edges) -> None:
        super().__init__(folding)
        self._column, self._ink, self._folding, self._edges = column, ink, folding, edges

    def act(self, place: QPointF) -> None:
        """Do what a click at a place means: on a marker first, then on a copy."""
        fold, copy = self._folding.at(place), self._folding.copy_at(place)
        if fold is not None:
            self._folding.turn(fold)
        elif copy is not None:
            self.first_copy_wanted.emit(copy.of)
        else:
            self.hit.emit(self.hit_at(place))

    def hit_at(self, place: QPointF) -> Hit | None:
        """Return what was found at a place, the innermost name first."""
        return hit_at(self._column, self._ink.marks, place)

    def shape_at(self, place: QPointF) -> Qt.CursorShape:
        """Return the shape of the pointer over a place: a hand over what can be clicked."""
        if self._edges.at(place) is not None:
            return Qt.CursorShape.SizeHorCursor
        fold, copy = self._folding.at(place), self._folding.copy_at(place)
        if fold is not None or copy is not None or self.hit_at(place) is not None:
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.IBeamCursor

    def tip_at(self, place: QPointF) -> str:
        """Return what a click on a copy does; of what was found, the cards tell."""
        if self.hit_at(place) is not None or self._folding.copy_at(place) is None:
            return ""
        return self.tr("A copy. Click to go to the first copy.")
