"""Asks before another program opens an address, and shows to which it leads."""

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

from reader.gui.models.phrases import ltr
from reader.gui.models.web_address import doubts, host_of, may_leave, shown_address


class LinkDialog(QDialog):
    """Shows the whole address and its host; only «Open» opens it, and only web or mail.

    It is the one place of the program that asks another program to open anything.
    """

    def __init__(self, question: str, address: QUrl, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Open a web address"))
        host = host_of(address)
        told = [question, *([self.tr("Site: {host}").format(host=ltr(host))] if host else [])]
        self.question = _plain("\n".join(told))
        self.doubts = _plain("\n".join(f"⚠ {doubt}" for doubt in doubts(address)))
        self.doubts.setVisible(bool(self.doubts.text()))
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
        self.open_button.setEnabled(may_leave(address))
        column = QVBoxLayout(self)
        for widget in (self.question, self.field, self.doubts, self.buttons):
            column.addWidget(widget)
        self.resize(460, self.sizeHint().height())
        self.buttons.accepted.connect(self._open)
        self.buttons.rejected.connect(self.reject)

    def _open(self) -> None:
        if may_leave(self._address):
            QDesktopServices.openUrl(self._address)
        self.accept()


def _plain(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
