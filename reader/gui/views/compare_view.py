"""A repeated passage beside its first copy, on the desk."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.types import Repetition, Span
from reader.gui.models import wording
from reader.gui.models.compare import Comparer, Comparison
from reader.gui.models.differences_model import DifferencesModel, Role
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say, say_count
from reader.gui.theme import Theme
from reader.gui.views.panel_parts import EmptyStack, RowList, Stepper, apply_theme
from reader.gui.views.passage_pane import PassagePane
from reader.resources import dedupe

_KINDS: dict[str, str] = {
    "exact": QT_TRANSLATE_NOOP("Compare", "the same words"),
    "near": QT_TRANSLATE_NOOP("Compare", "nearly the same"),
    "embedded": QT_TRANSLATE_NOOP("Compare", "a sentence inside other text"),
}


class CompareView(QWidget):
    """Goes through the repeats; a difference that is chosen comes into sight on both sides.

    Signals:
        place_wanted: the Span in the article to go to.
    """

    place_wanted = Signal(Span)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index: AnalysisIndex | None = None
        self._comparer: Comparer | None = None
        self._comparison: Comparison | None = None
        self._at = 0
        self._make()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make(self) -> None:
        self.stepper = Stepper()
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.first, self.copy = PassagePane(is_first=True), PassagePane(is_first=False)
        self.first_button, self.copy_button = QToolButton(), QToolButton()
        self.model = DifferencesModel(self)
        self.list = RowList()
        self.list.setModel(self.model)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.list_stack = EmptyStack(self.list)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setChildrenCollapsible(False)
        self.stack = EmptyStack(self.sides)

    def _lay_out(self) -> None:
        for button, pane in ((self.first_button, self.first), (self.copy_button, self.copy)):
            button.setAutoRaise(True)
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            column.addWidget(pane, 1)
            self.sides.addWidget(side)
        self.sides.addWidget(self.list_stack)
        self.sides.setSizes([400, 400, 240])
        head = QHBoxLayout()
        head.addWidget(self.stepper)
        head.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.stepper.stepped.connect(lambda by: self.show_repetition(self._at + by))
        self.list.clicked.connect(self._reveal)
        self.list.enter_pressed.connect(lambda: self._reveal(self.list.currentIndex()))
        self.list.selectionModel().currentChanged.connect(lambda now, _old: self._reveal(now))
        self.first_button.clicked.connect(lambda: self._go(first=True))
        self.copy_button.clicked.connect(lambda: self._go(first=False))

    # -- what it shows -----------------------------------------------------------------------

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show the repeats of another analysis, from the first."""
        self._index = index
        self._comparer = Comparer(index, dedupe.load().negations) if index else None
        self.show_repetition(0)

    def show_repetition(self, number: int) -> None:
        """Show a repeat by its place in the analysis; past the last comes the first."""
        repetitions = self._repetitions()
        self._at = number % len(repetitions) if repetitions else 0
        self._comparison = None
        if repetitions and self._comparer is not None:
            self._comparison = self._comparer.compare(repetitions[self._at])
        self._show()

    @property
    def comparison(self) -> Comparison | None:
        """Return what is compared now."""
        return self._comparison

    def _repetitions(self) -> tuple[Repetition, ...]:
        return self._index.analysis.repetitions if self._index else ()

    def _show(self) -> None:
        comparison = self._comparison
        text = self._index.text if self._index else ""
        self.model.show_comparison(text, comparison)
        count = len(self._repetitions())
        self.stepper.show_position(self._at if count else None, count)
        self.told.setText(self._told())
        self.stack.show_words("" if count else self.tr("Nothing in this article is repeated."))
        same = self.tr("No word differs.")
        self.list_stack.show_words("" if self.model.differences else same)
        if comparison is not None:
            found, repetition = comparison.differences, comparison.repetition
            self.first.show_passage(text, repetition.of, found)
            self.copy.show_passage(text, repetition.span, found)

    def _told(self) -> str:
        comparison = self._comparison
        if comparison is None:
            return ""
        repetition = comparison.repetition
        parts = [say(_KINDS[repetition.kind], "Compare")]
        if repetition.kind != "exact":
            share = wording.isolate(f"{repetition.similarity:.0%}")
            parts.append(self.tr("{percent} alike").format(percent=share))
        count = len(comparison.differences)
        parts.append(say_count(QT_TRANSLATE_NOOP("Wording", "%n difference(s)"), count))
        return wording.join(parts)

    # -- events ------------------------------------------------------------------------------

    def _reveal(self, index: QModelIndex) -> None:
        difference = index.data(Role.DIFFERENCE) if index.isValid() else None
        if difference is not None:
            self.first.reveal(difference)
            self.copy.reveal(difference)

    def _go(self, *, first: bool) -> None:
        if self._comparison is not None:
            repetition = self._comparison.repetition
            self.place_wanted.emit(repetition.of if first else repetition.span)

    # -- words and colors --------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Show the copies in other colors."""
        apply_theme(self, theme)
        for pane in (self.first, self.copy):
            pane.set_theme(theme)

    def retranslate(self) -> None:
        """Write everything in the language of the interface."""
        self.stepper.set_names(self.tr("Previous repeat"), self.tr("Next repeat"))
        self.first.setAccessibleName(self.tr("First copy"))
        self.copy.setAccessibleName(self.tr("Repeat"))
        self.first_button.setText(self.tr("First copy"))
        self.first_button.setToolTip(self.tr("Go to the first copy in the article"))
        self.copy_button.setText(self.tr("Repeat"))
        self.copy_button.setToolTip(self.tr("Go to the repeat in the article"))
        self.list.setAccessibleName(self.tr("Differences"))
        self.model.retranslate()
        self._show()
