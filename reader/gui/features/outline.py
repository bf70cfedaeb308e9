"""The headings of an article, as a list below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QModelIndex
from PySide6.QtWidgets import QListView

from reader.core.types import Document, Span
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.outline_model import OutlineModel, Role
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.views.panel_parts import EmptyStack, RowList

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow

_NAME = "outline"


class Outline(Feature):
    """Lists the headings that the article's file has, and goes to them.

    Attributes:
        view: the list; None until it is first looked at.
    """

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            _NAME,
            QT_TRANSLATE_NOOP("Actions", "&Outline"),
            QT_TRANSLATE_NOOP("Actions", "List the headings of the article, to go to"),
            "Ctrl+Alt+O",
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.model = OutlineModel(self)
        self.view: RowList | None = None
        self._stack: EmptyStack | None = None
        window.desk.add(_NAME, lambda: QCoreApplication.translate("Desk", "Outline"), self._make)
        window.actions_by_name[_NAME].setEnabled(False)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what its command does."""
        return {_NAME: self._show}

    def show_document(self, document: Document) -> None:
        """List the headings of another article."""
        self.model.show_document(document)
        self.window.actions_by_name[_NAME].setEnabled(self.model.rowCount() > 0)
        self.retranslate()

    def retranslate(self) -> None:
        """Show its words in the language of the interface."""
        if self.view is None or self._stack is None:
            return
        self.view.setAccessibleName(QCoreApplication.translate("Desk", "Headings"))
        words = QCoreApplication.translate("Desk", "The file of this article has no headings.")
        self._stack.show_words("" if self.model.rowCount() else words)

    def _show(self) -> None:
        self.window.desk.show_view(_NAME)
        if self.view is not None:
            self.view.setFocus()
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0))

    def _make(self) -> EmptyStack:
        view = RowList()
        view.setModel(self.model)
        view.setWordWrap(True)
        view.setSelectionMode(QListView.SelectionMode.SingleSelection)
        view.clicked.connect(self._go)
        view.enter_pressed.connect(lambda: self._go(view.currentIndex()))
        self.view, self._stack = view, EmptyStack(view)
        self.retranslate()
        return self._stack

    def _go(self, index: QModelIndex) -> None:
        span = index.data(Role.SPAN)
        if isinstance(span, Span):
            self.window.jumps.to(span)
