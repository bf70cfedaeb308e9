"""The backups of a library: to make one, and to go back to one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal
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

from reader.gui.models.phrases import isolate, ltr
from reader.gui.views.first_size import set_first_size

if TYPE_CHECKING:
    from reader.libraries import Backup

_SIZE = QSize(480, 360)
_BACKUP = Qt.ItemDataRole.UserRole


class BackupsDialog(QDialog):
    """Lists the backups of one library, the last first.

    Signals:
        make_wanted: one shall be made now.
        restore_wanted: the Backup that shall take the library's place.
    """

    make_wanted = Signal()
    restore_wanted = Signal(object)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Backups of the library"))
        words = QLabel(ltr(str(path)))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups, the last first"))
        self.none = QLabel(self.tr("There is no backup yet."))
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close)
        self.make_button = QPushButton(self.tr("Back up now"))
        self.restore_button = QPushButton(self.tr("Restore…"))
        for button in (self.make_button, self.restore_button):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.make_button.clicked.connect(self._make)
        self.restore_button.clicked.connect(self._restore)
        self.list.itemSelectionChanged.connect(self._enable)
        column = QVBoxLayout(self)
        for widget in (words, self.none):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        set_first_size(self, _SIZE)
        self._enable()

    def show_backups(self, backups: Sequence[Backup], *, can_make: bool) -> None:
        """List backups."""
        self.list.clear()
        for backup in backups:
            item = QListWidgetItem(self._line(backup))
            item.setData(_BACKUP, backup)
            self.list.addItem(item)
        self.none.setVisible(not backups)
        self.make_button.setEnabled(can_make)
        self._enable()

    def _line(self, backup: Backup) -> str:
        made = datetime.fromisoformat(backup.made)
        size = QLocale().formattedDataSize(backup.size)
        parts = [ltr(f"{made:%Y-%m-%d %H:%M}"), isolate(size)]
        if not backup.verified:
            parts.append(self.tr("damaged"))
        return "  ·  ".join(parts)

    def _make(self) -> None:
        self.make_button.setEnabled(False)
        self.make_wanted.emit()

    def _restore(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.restore_wanted.emit(item.data(_BACKUP))
            self.accept()

    def _enable(self) -> None:
        self.restore_button.setEnabled(bool(self.list.selectedItems()))
