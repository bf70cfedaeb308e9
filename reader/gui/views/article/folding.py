"""Which repeats of the article are folded away now, and what their markers say."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRect, Signal

from reader.core.types import Analysis, Repetition, Span
from reader.gui.models.phrases import isolate
from reader.gui.views.article.column import Column
from reader.gui.views.article.folds import Fold, find_folds
from reader.gui.views.article.marks import SPAN, SpanIndex


class Folding(QObject):
    """Opens and closes the folds of one article.

    Attributes:
        folds: in text order; they are named by their numbers.

    Signals:
        changed: other parts of the text are hidden.
    """

    changed = Signal()

    def __init__(self, column: Column, parent: QObject) -> None:
        super().__init__(parent)
        self._column = column
        self.folds: tuple[Fold, ...] = ()
        self._open: set[int] = set()
        self._analysis: Analysis | None = None
        self._repetitions: SpanIndex[Repetition] = SpanIndex((), SPAN)

    def set_analysis(self, analysis: Analysis | None) -> None:
        """Fold the repeats of an analysis; what was open stays open."""
        self._analysis = analysis
        self.folds = tuple(find_folds(analysis, self._column.paragraphs)) if analysis else ()
        self._open &= set(range(len(self.folds)))
        self._repetitions = SpanIndex(analysis.repetitions if analysis else (), SPAN)
        self._fold()

    def close_all(self) -> None:
        """Let every fold of the next analysis be closed."""
        self._open.clear()

    def _fold(self) -> None:
        self._column.set_folds(self.folds, frozenset(self._open))
        self.changed.emit()

    def is_open(self, fold: int) -> bool:
        """Tell whether a fold shows its copies."""
        return fold in self._open

    def set_open(self, index: int, *, is_open: bool) -> None:
        """Open or close the fold that holds a repetition, by its index in the analysis."""
        for number, fold in enumerate(self.folds):
            if index in fold.repetitions and (number in self._open) != is_open:
                (self._open.add if is_open else self._open.discard)(number)
                self._fold()

    def set_all_open(self, is_open: bool) -> None:  # noqa: FBT001 - as a slot
        """Open or close every fold."""
        for fold in self.folds:
            self.set_open(fold.repetitions[0], is_open=is_open)

    def turn(self, fold: int) -> None:
        """Open a closed fold, or close an open one."""
        self.set_open(self.folds[fold].repetitions[0], is_open=fold not in self._open)

    def unfold(self, span: Span) -> None:
        """Open the folds that a span lies in."""
        for repetition in self._repetitions.touching(span):
            if self._analysis is not None:
                self.set_open(self._analysis.repetitions.index(repetition), is_open=True)

    def hidden(self) -> list[Span]:
        """Return what is folded away."""
        return [fold.span for n, fold in enumerate(self.folds) if n not in self._open]

    def at(self, place: QPointF) -> int | None:
        """Return the fold whose marker is at a place of the viewport."""
        column = self._column
        return next((f for f in column.markers() if column.marker(f).contains(place)), None)

    def copy_at(self, place: QPointF) -> Repetition | None:
        """Return the repetition whose copy is shown at a place of the viewport."""
        offset = self._column.letter_at(place)
        if offset is None:
            return None
        return next(iter(self._repetitions.touching(Span(offset, offset + 1))), None)

    def marker(self, fold: int) -> QRect:
        """Return where the marker of a fold is, in the viewport."""
        return self._column.marker(fold).toAlignedRect()

    def marker_text(self, fold: int) -> str:
        """Return the words on a fold's marker."""
        count = len(self.folds[fold].repetitions)
        told = self.tr("%n repeated paragraph(s)", "", count)
        conflicts = self._conflicts(fold)
        return f"{told}  ·  {conflicts}" if conflicts else told

    def _conflicts(self, fold: int) -> str:
        if self._analysis is None:
            return ""
        text = self._column.paragraphs.text
        pairs = [
            f"{isolate(c.of.of(text))} / {isolate(c.span.of(text))}"
            for index in self.folds[fold].repetitions
            for c in self._analysis.repetitions[index].conflicts
        ]
        return self.tr("differs: {words}").format(words="، ".join(pairs)) if pairs else ""
