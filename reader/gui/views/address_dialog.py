"""Asks for an address on the web, and says what will be contacted before anything is."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.gui.models.phrases import ltr
from reader.gui.models.web_address import doubts, host_of

_LONGEST = 2_000  # letters of an address
_SCHEMES = frozenset({"http", "https"})


class AddressDialog(QDialog):
    """Takes an http or https address; only its button fetches it.

    Signals:
        fetch_wanted: the address, and whether it may be of the user's own network.
    """

    fetch_wanted = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Open an address"))
        label = QLabel(self.tr("Address of a web page, a feed or a file:"))
        self.field = QLineEdit()
        self.field.setMaxLength(_LONGEST)
        self.field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.field.setPlaceholderText("https://")
        self.field.setAccessibleName(self.tr("Address"))
        label.setBuddy(self.field)
        self.told = QLabel()
        self.told.setWordWrap(True)
        for plain in (label, self.told):
            plain.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.private_box = QCheckBox(self.tr("Allow addresses of my own network"))
        self.private_box.setToolTip(
            self.tr("Such as this machine, a printer or a router; a page can mislead you there.")
        )
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Cancel)
        self.fetch_button = self.buttons.addButton(
            self.tr("Fetch it"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.accepted.connect(self._fetch)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (label, self.field, self.told, self.private_box, self.buttons):
            column.addWidget(widget)
        self.resize(560, self.sizeHint().height())
        self.field.textChanged.connect(lambda _words: self._tell())
        self._offer()
        self._tell()

    def address(self) -> QUrl:
        """Return the address as it would be fetched; one that is not valid where it cannot be."""
        words = self.field.text().strip()
        if words and "://" not in words:
            words = f"https://{words}"
        found = QUrl(words, QUrl.ParsingMode.StrictMode)
        return found if found.scheme() in _SCHEMES and found.host() else QUrl()

    def _offer(self) -> None:
        """Put an address that is on the clipboard into the field; nothing is fetched by it."""
        copied = QGuiApplication.clipboard().text()[:_LONGEST].strip()
        if QUrl(copied).scheme() in _SCHEMES and " " not in copied and "\n" not in copied:
            self.field.setText(copied)
            self.field.selectAll()

    def _tell(self) -> None:
        """Say what is contacted, or what is missing."""
        address = self.address()
        self.fetch_button.setEnabled(address.isValid())
        if address.isValid():
            words = self.tr(
                "Qari will contact {host}, which learns your network address and what you read."
                " Nothing else on the page is fetched."
            )
            told = [words.format(host=ltr(host_of(address))), *doubts(address)]
        elif self.field.text().strip():
            told = [self.tr("Only addresses that begin with http:// or https:// are fetched.")]
        else:
            told = [self.tr("Nothing is contacted before you choose “Fetch it”.")]
        self.told.setText("\n".join(told))

    def _fetch(self) -> None:
        address = self.address()
        if address.isValid():
            words = bytes(address.toEncoded().data()).decode("ascii")
            self.fetch_wanted.emit(words, self.private_box.isChecked())
            self.accept()
