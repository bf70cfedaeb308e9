"""The concordance: every place of words, a name or a kind of event, on the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from reader.core.types import Span
from reader.errors import UnreadableError
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.models.reasons import error_text
from reader.gui.theme import Theme
from reader.gui.views.article.marks import Hit

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.models.concordance import Line, Scope
    from reader.gui.views.concordance_view import ConcordanceView

_NAME = "concordance"


class ConcordanceFeature(Feature):
    """Looks for what is selected, chosen or asked for."""

    COMMANDS = (
        Command(
            _NAME,
            QT_TRANSLATE_NOOP("Actions", "C&oncordance"),
            QT_TRANSLATE_NOOP(
                "Actions",
                "List every place of the selected words or the chosen name in its context",
            ),
            "Ctrl+Alt+C",
            "list",
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._index: AnalysisIndex | None = None
        self._chosen: tuple[str, ...] = ()
        self.view: ConcordanceView | None = None
        window.desk.add(_NAME, lambda: self.tr("Concordance"), self._make)
        window.asked.connect(self._on_asked)
        window.article.menu_wanted.connect(self._on_menu)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {_NAME: self.open_view}

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Look in another analysis from now on."""
        self._index = index
        self._chosen = ()
        if self.view is not None:
            self.view.show_index(index)
        self.window.actions_by_name[_NAME].setEnabled(index is not None)

    def show_chosen(self, ids: Sequence[str]) -> None:
        """List the places of the name that was chosen, while the concordance is in sight."""
        self._chosen = tuple(ids)
        scope = self._scope_of_chosen()
        if scope is not None and self.view is not None and self.view.isVisible():
            self.view.show_scope(scope)

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colors."""
        if self.view is not None:
            self.view.set_theme(theme)

    def retranslate(self) -> None:
        """Show it in the language of the interface."""
        if self.view is not None:
            self.view.retranslate()

    def open_view(self) -> None:
        """Show every place of what is selected in the article, or else of what is chosen."""
        selected = " ".join(self.window.article.selected_text().split())
        scope: Scope | None = ("words", selected) if selected else self._scope_of_chosen()
        self._show(scope)
        if self.view is not None:
            (self.view.table if scope else self.view.search).setFocus()

    def _show(self, scope: Scope | None) -> None:
        self.window.desk.show_view(_NAME)
        if self.view is not None and scope is not None:
            self.view.show_scope(scope)

    def _scope_of_chosen(self) -> Scope | None:
        """Return the one name, or the one event, that all that is chosen belongs to."""
        index = self._index
        if index is None or not self._chosen:
            return None
        if all(name in index.mentions for name in self._chosen):
            entities = {index.mentions[name].entity for name in self._chosen}
            entity = entities.pop()
            return ("entity", entity) if entity in index.entities and not entities else None
        if all(name in index.events for name in self._chosen):
            clusters = {index.events[name].cluster for name in self._chosen}
            return ("cluster", clusters.pop()) if len(clusters) == 1 else None
        return None

    def _on_asked(self, verb: str, kind: str, name: str) -> None:
        """List the places of a name or an event that a card is about."""
        index = self._index
        if verb != "list" or index is None:
            return
        if kind == "event" and name in index.events:
            self._show(("cluster", index.events[name].cluster))
        elif kind == "mention" and name in index.mentions:
            mention = index.mentions[name]
            known = mention.entity in index.entities
            scope: Scope = ("words", index.words(mention.span))
            self._show(("entity", str(mention.entity)) if known else scope)

    def _on_menu(self, menu: QMenu, hit: Hit | None, selected: Span, _place: int) -> None:
        """Offer every place of the selected words, or of the name or event under the pointer."""
        words = self.tr("List every place of this")
        if self._index is not None and len(selected):
            menu.addAction(words, self.open_view)
        elif hit is not None and hit.kind != "time":
            menu.addAction(words, lambda: self._on_asked("list", hit.kind, hit.id))

    def _make(self) -> QWidget:
        from reader.gui.views.concordance_view import (  # noqa: PLC0415 - at first sight
            ConcordanceView,
        )

        view = ConcordanceView()
        view.set_theme(self.window.theme())
        view.show_index(self._index)
        view.line_activated.connect(self._go)
        view.copied.connect(lambda text: QGuiApplication.clipboard().setText(text))
        view.save_wanted.connect(self._save)
        self.view = view
        scope = self._scope_of_chosen()
        if scope is not None:
            view.show_scope(scope)
        return view

    def _go(self, line: Line) -> None:
        self.window.jumps.to(Span(line.found.start, line.found.end))

    def _save(self, text: str) -> None:
        """Ask for a file and write the table into it."""
        name, _kind = QFileDialog.getSaveFileName(
            self.window,
            self.tr("Save the concordance"),
            "concordance.tsv",
            self.tr("Tables (*.tsv *.txt);;All files (*)"),
        )
        if not name:
            return
        from reader.service import Workspace  # noqa: PLC0415 - the window is up before

        try:
            # The mark at the beginning tells spreadsheets that it is UTF-8.
            Workspace().write(Path(name), text.encode("utf-8-sig"))
        except UnreadableError as error:
            self.window.warnings.tell(error_text(error))
