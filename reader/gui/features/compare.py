"""Repeats beside their first copies, on the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from reader.core.types import Span
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.theme import Theme

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.views.compare_view import CompareView

_NAME = "compare"


class CompareFeature(Feature):
    """Opens a folded repeat beside its first copy."""

    COMMANDS = (
        Command(
            _NAME,
            QT_TRANSLATE_NOOP("Actions", "Co&mpare repeats"),
            QT_TRANSLATE_NOOP("Actions", "Show a repeated passage beside its first copy"),
            "Ctrl+Alt+D",
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._index: AnalysisIndex | None = None
        self._clicked: QPoint | None = None
        self.view: CompareView | None = None
        window.desk.add(_NAME, lambda: self.tr("Compare"), self._make)
        window.article.viewport().installEventFilter(self)
        window.article.menu_wanted.connect(self._on_menu)
        window.asked.connect(self._on_asked)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {_NAME: self.open_here}

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Compare the repeats of another analysis from now on."""
        self._index = index
        if self.view is not None:
            self.view.show_index(index)
        repeats = index is not None and bool(index.analysis.repetitions)
        self.window.actions_by_name[_NAME].setEnabled(repeats)

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colors."""
        if self.view is not None:
            self.view.set_theme(theme)

    def retranslate(self) -> None:
        """Show it in the language of the interface."""
        if self.view is not None:
            self.view.retranslate()

    def open_here(self) -> None:
        """Compare the repeat at the caret, or of what is there; else the one seen last."""
        place = self.window.article.selected_span().start
        number = self._at(place)
        self.open_repetition(number)

    def open_repetition(self, number: int | None) -> None:
        """Show a repeat by its place in the analysis; without one, that which was shown."""
        self.window.desk.show_view(_NAME)
        if self.view is not None and number is not None:
            self.view.show_repetition(number)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's
        """Remember where a menu is asked for: a fold's marker has no letters."""
        if isinstance(event, QContextMenuEvent):
            by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            self._clicked = event.pos() if by_mouse else None
        return False

    def _at(self, place: int) -> int | None:
        """Return the repeat that lies at a place of the text, or whose first copy does."""
        repetitions = self._index.analysis.repetitions if self._index else ()
        spans = [r.span for r in repetitions], [r.of for r in repetitions]
        hits = (
            number
            for passages in spans
            for number, span in enumerate(passages)
            if span.start <= place < span.end
        )
        return next(hits, None)

    def _on_menu(self, menu: QMenu, _hit: object, _selected: Span, place: int) -> None:
        """Offer the comparison on a repeat, on a first copy and on the marker of a fold."""
        number = self._of_marker()
        if number is None:
            number = self._at(place)
        if number is not None:
            words = self.tr("Compare with the first copy")
            menu.addAction(words, lambda: self.open_repetition(number))

    def _of_marker(self) -> int | None:
        article = self.window.article
        if self._clicked is None:
            return None
        for number, fold in enumerate(article.folding.folds):
            if article.folding.marker(number).contains(self._clicked):
                return fold.repetitions[0]
        return None

    def _on_asked(self, verb: str, kind: str, name: str) -> None:
        if verb == _NAME and kind == "repetition":
            self.open_repetition(int(name))

    def _make(self) -> QWidget:
        from reader.gui.views.compare_view import CompareView  # noqa: PLC0415 - at first sight

        view = CompareView()
        view.set_theme(self.window.theme())
        view.show_index(self._index)
        view.place_wanted.connect(self.window.jumps.to)
        self.view = view
        return view
