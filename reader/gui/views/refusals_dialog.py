"""What an import refused, and why, to be read and copied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from reader.errors import InputError
from reader.gui.models.phrases import isolate
from reader.gui.models.refusal_words import reason_text
from reader.gui.views.first_size import set_first_size

if TYPE_CHECKING:
    from reader.libraries import Refusal

_SIZE = QSize(560, 380)
_MOST = 2_000  # rows


class RefusalsDialog(QDialog):
    """Lists refusals."""

    def __init__(
        self, refusals: Sequence[Refusal], words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What was not taken in"))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("What was not taken in"))
        self.list.addItems([_line(refusal) for refusal in refusals[:_MOST]])
        told = QLabel(words)
        told.setTextFormat(Qt.TextFormat.PlainText)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close)
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        set_first_size(self, _SIZE)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)

    def _copy(self) -> None:
        rows = (self.list.item(row) for row in range(self.list.count()))
        QGuiApplication.clipboard().setText("\n".join(row.text() for row in rows))


def _line(refusal: Refusal) -> str:
    reason = reason_text(InputError(refusal.source, refusal.reason))
    return f"{isolate(refusal.source)}: {reason}"
