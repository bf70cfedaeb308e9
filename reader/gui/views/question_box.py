"""A question before something that is not easily undone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget


class QuestionBox(QMessageBox):
    """Asks; nothing is done unless the user agrees.

    Signals:
        agreed: the user wants it done.
    """

    agreed = Signal()

    def __init__(self, title: str, words: str, yes: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(title)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        button = self.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(self.addButton(QMessageBox.StandardButton.Cancel))
        button.clicked.connect(self.agreed)
