"""The matrix of entities and paragraphs: one of the views below the article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reader.gui.actions import Command
from reader.gui.features.painted import PaintedFeature
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.views.matrix import MatrixView
    from reader.gui.views.painted import PaintedPanel

_NAME = "matrix"


class MatrixFeature(PaintedFeature["PaintedPanel"]):
    """Shows who is mentioned where, and goes there."""

    NAME = _NAME
    COMMANDS = (
        Command(
            _NAME,
            QT_TRANSLATE_NOOP("Actions", "&Matrix of names"),
            QT_TRANSLATE_NOOP("Actions", "Show which name is mentioned in which paragraph"),
            "Ctrl+Alt+M",
            _NAME,
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.view: MatrixView | None = None

    def title(self) -> str:
        """Return the words of its tab."""
        return QCoreApplication.translate("Desk", "Matrix")

    def make_panel(self) -> PaintedPanel:
        """Return the view, connected to the window."""
        from reader.gui.views.matrix import MatrixView  # noqa: PLC0415 - at first sight
        from reader.gui.views.painted import PaintedPanel  # noqa: PLC0415 - the same

        view = MatrixView()
        panel = PaintedPanel(view, _NAME)
        self.view = view
        view.cell_opened.connect(self._go_to)
        view.row_opened.connect(self._select)
        view.column_opened.connect(self._go_to_paragraph)
        view.menu_wanted.connect(self._add_to_menu)
        return panel

    # -- from the window ---------------------------------------------------------------------

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show the entities of another analysis."""
        if self.view is not None:
            self.view.show_index(index)

    def show_chosen(self, ids: Sequence[str]) -> None:
        """Show whose mentions are chosen."""
        if self.view is not None:
            self.view.show_chosen(ids)

    def retranslate(self) -> None:
        """Show its words in the language of the interface."""
        if self.view is not None:
            self.view.setAccessibleName(QCoreApplication.translate("Desk", "Names by paragraph"))
            self.view.retranslate()

    # -- to the window -----------------------------------------------------------------------

    def _select(self, entity: str, mention: str = "") -> None:
        index = self.window.index
        told = index.mentions_of.get(entity, ()) if index else ()
        if told:
            self.window.entities.select_entity(entity, mention or told[0].id)
            self.window.findings.mark([m.id for m in told])

    def _go_to(self, entity: str, mention: str) -> None:
        is_whole = self.window.desk.is_whole
        self._select(entity, mention)
        if not is_whole:
            self.window.findings.go_to(mention)

    def _go_to_paragraph(self, number: int) -> None:
        index = self.window.index
        if index is not None:
            self.window.jumps.to(index.analysis.paragraphs[number].span)

    def _add_to_menu(self, menu: QMenu, entity: str) -> None:
        index = self.window.index
        told = index.mentions_of.get(entity, ()) if index else ()
        if told:
            words = QCoreApplication.translate("Desk", "List all sentences of the name")
            action = QAction(words, menu)
            action.triggered.connect(lambda: self.window.asked.emit("list", "mention", told[0].id))
            menu.insertAction(menu.actions()[0], action)
