"""The rules of a library: what its user said once, and every article hears."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.models.rule_words import rule_text
from reader.gui.views.first_size import set_first_size

if TYPE_CHECKING:
    from reader.libraries import Rule

_SIZE = QSize(560, 400)
_RULE = Qt.ItemDataRole.UserRole


class RulesDialog(QDialog):
    """Lists the rules in the order in which they are heard.

    Signals:
        remove_wanted: a Rule.
        undo_wanted, redo_wanted, export_wanted, import_wanted: by their buttons.
    """

    remove_wanted = Signal(object)
    undo_wanted = Signal()
    redo_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, *, can_write: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Rules of the library"))
        self._can_write = can_write
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Rules of the library"))
        self.none = QLabel(
            self.tr("There is no rule yet. The menu of a name or an event makes one.")
        )
        self.none.setWordWrap(True)
        self.remove_button = QPushButton(self.tr("Remove"))
        self.undo_button = QPushButton(self.tr("Undo"))
        self.redo_button = QPushButton(self.tr("Redo"))
        self.export_button = QPushButton(self.tr("Export…"))
        self.import_button = QPushButton(self.tr("Take in…"))
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close)
        for button, wanted in (
            (self.undo_button, self.undo_wanted),
            (self.redo_button, self.redo_wanted),
            (self.export_button, self.export_wanted),
            (self.import_button, self.import_wanted),
        ):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(lambda _checked=False, wanted=wanted: wanted.emit())
        buttons.addButton(self.remove_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.remove_button.clicked.connect(self._remove)
        self.list.itemSelectionChanged.connect(self._enable)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        set_first_size(self, _SIZE)

    def show_rules(self, rules: Sequence[Rule]) -> None:
        """List these rules."""
        self.list.clear()
        for rule in rules:
            item = QListWidgetItem(rule_text(rule))
            item.setData(_RULE, rule)
            self.list.addItem(item)
        self.none.setVisible(not rules)
        self.export_button.setEnabled(bool(rules))
        self._enable()

    def _remove(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.remove_wanted.emit(item.data(_RULE))

    def _enable(self) -> None:
        self.remove_button.setEnabled(self._can_write and bool(self.list.selectedItems()))
        self.undo_button.setEnabled(self._can_write)
        self.redo_button.setEnabled(self._can_write)
        self.import_button.setEnabled(self._can_write)
