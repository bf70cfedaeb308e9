"""Where the user gives actions other keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.gui.actions import Command, plain_words
from reader.gui.models.phrases import isolate
from reader.gui.models.shortcuts_model import ShortcutsModel


class ShortcutsTable(QTableView):
    """A table of actions and keys that is read row by row."""

    def __init__(self, model: ShortcutsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)


class ShortcutsPage(QWidget):
    """A list of actions; the keys of the chosen one are typed below it.

    Signals:
        keys_chosen: every key that the user chose, by the name of its action.
    """

    keys_chosen = Signal(object)

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: dict[str, str] = {}
        self.model = ShortcutsModel(commands, self)
        self.search, self.table = QLineEdit(), ShortcutsTable(self.model)
        self.search.setClearButtonEnabled(True)
        self.label, self.conflict = QLabel(), QLabel()
        for label in (self.label, self.conflict):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        self.keys.setClearButtonEnabled(True)
        self.set_button, self.first_button = QPushButton(), QPushButton()
        row = QHBoxLayout()
        for widget in (self.keys, self.set_button, self.first_button):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        for item in (self.search, self.table, self.label):
            column.addWidget(item)
        column.addLayout(row)
        column.addWidget(self.conflict)
        self.search.textChanged.connect(self._on_query)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.model.modelReset.connect(self._show_current)
        self.keys.keySequenceChanged.connect(lambda _keys: self._show_conflict())
        self.set_button.clicked.connect(self._set)
        self.first_button.clicked.connect(self._set_first)
        self._retranslate()

    def show_keys(self, chosen: Mapping[str, str]) -> None:
        """Show the keys that the user chose."""
        self._chosen = dict(chosen)
        self.model.set_keys(self._chosen)
        self._show_current()

    def current(self) -> Command | None:
        """Return the action that is chosen in the list, or None."""
        row = self.table.currentIndex().row()
        return self.model.command(row) if row >= 0 else None

    def _on_query(self, query: str) -> None:
        self.model.set_query(query)
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _show_current(self) -> None:
        command = self.current()
        for widget in (self.keys, self.set_button, self.first_button):
            widget.setEnabled(command is not None)
        self.label.setText(
            isolate(plain_words(command.tip)) if command else self.tr("Choose an action.")
        )
        self.keys.setKeySequence(QKeySequence(self.model.keys(command) if command else ""))
        self._show_conflict()

    def _typed(self) -> str:
        return self.keys.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _show_conflict(self) -> None:
        command = self.current()
        other = self.model.other_with(self._typed(), command) if command else None
        words = ""
        if other is not None:
            name = isolate(plain_words(other.text))
            words = self.tr("These keys are taken by: {name}").format(name=name)
        self.conflict.setText(words)
        self.set_button.setText(self.tr("Take them") if other else self.tr("Use these keys"))

    def _set(self) -> None:
        command = self.current()
        if command is None:
            return
        keys = self._typed()
        other = self.model.other_with(keys, command)
        if other is not None:
            self._chosen[other.name] = ""
        self._chosen[command.name] = keys
        self._choose(command)

    def _set_first(self) -> None:
        command = self.current()
        if command is None:
            return
        self._chosen.pop(command.name, None)
        other = self.model.other_with(command.keys, command)
        if other is not None:
            self._chosen[other.name] = ""
        self._choose(command)

    def _choose(self, command: Command) -> None:
        if self._chosen.get(command.name) == command.keys:
            del self._chosen[command.name]
        self.keys_chosen.emit(dict(self._chosen))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search the actions"))
        self.search.setAccessibleName(self.tr("Search the actions"))
        self.table.setAccessibleName(self.tr("Actions and their keys"))
        self.keys.setAccessibleName(self.tr("Keys of the chosen action"))
        self.first_button.setText(self.tr("As at first"))
        self.model.retranslate()
        self._show_current()
