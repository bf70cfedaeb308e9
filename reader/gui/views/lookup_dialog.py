"""Asks before the browser opens, and shows to which address."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.gui.models.lookup import shown_address
from reader.gui.models.wording import isolate


class LookupDialog(QDialog):
    """Shows the whole address of a page; only «Open» opens it, and only over https."""

    def __init__(self, name: str, address: QUrl, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Look up in a web encyclopedia"))
        words = self.tr(
            "Your browser will open this address and tell the site that you look for {name}."
        )
        question = QLabel(words.format(name=isolate(name)))
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWordWrap(True)
        self.field = QPlainTextEdit(shown_address(address))
        self.field.setReadOnly(True)
        self.field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.field.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(self.fontMetrics().height() * 5)
        self.field.setAccessibleName(self.tr("Address"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.open_button = self.buttons.addButton(
            self.tr("Open in the browser"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        column = QVBoxLayout(self)
        for widget in (question, self.field, self.buttons):
            column.addWidget(widget)
        self.resize(460, self.sizeHint().height())
        self.buttons.accepted.connect(self._open)
        self.buttons.rejected.connect(self.reject)

    def _open(self) -> None:
        if self._address.scheme() == "https":
            QDesktopServices.openUrl(self._address)
        self.accept()
