"""Where new articles of a library come from: the feeds it follows, the folders it watches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.models.phrases import ltr
from reader.gui.views.first_size import set_first_size

if TYPE_CHECKING:
    from reader.libraries import Feed, Folder

Kind = Literal["feed", "folder"]
_SIZE = QSize(560, 380)
_SOURCE = Qt.ItemDataRole.UserRole


class SourcesDialog(QDialog):
    """Lists feeds and folders.

    Signals:
        follow_wanted: the address of a feed.
        folder_wanted: a folder shall be chosen.
        ask_wanted: the feeds shall be asked now.
        leave_wanted: "feed" or "folder", and its address or path.
    """

    follow_wanted = Signal(str)
    folder_wanted = Signal()
    ask_wanted = Signal()
    leave_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Feeds and watched folders"))
        self.address = QLineEdit()
        self.address.setPlaceholderText(self.tr("Address of a feed: https://…"))
        self.address.setAccessibleName(self.tr("Address of a feed"))
        self.address.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.follow_button = QPushButton(self.tr("Follow"))
        self.folder_button = QPushButton(self.tr("Watch a folder…"))
        self.ask_button = QPushButton(self.tr("Ask the feeds now"))
        self.leave_button = QPushButton(self.tr("Leave"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Feeds and watched folders"))
        self.none = QLabel(
            self.tr(
                "No feed is followed and no folder is watched. Feeds are asked only when you say"
                " so; what comes into a watched folder is taken in while the program runs."
            )
        )
        self.none.setTextFormat(Qt.TextFormat.PlainText)
        self.none.setWordWrap(True)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close)
        for button in (self.ask_button, self.leave_button):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.folder_button.setAutoDefault(False)
        self.follow_button.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self.address, 1)
        row.addWidget(self.follow_button)
        row.addWidget(self.folder_button)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        set_first_size(self, _SIZE)
        buttons.rejected.connect(self.reject)
        self.follow_button.clicked.connect(self._follow)
        self.folder_button.clicked.connect(self.folder_wanted)
        self.ask_button.clicked.connect(self.ask_wanted)
        self.leave_button.clicked.connect(self._leave)
        self.list.itemSelectionChanged.connect(self._enable)
        self.address.textChanged.connect(lambda _words: self._enable())
        self._enable()

    def show_sources(self, feeds: Sequence[Feed], folders: Sequence[Folder]) -> None:
        """List them."""
        self.list.clear()
        for feed in feeds:
            self._add("feed", feed.address, feed.checked)
        for folder in folders:
            when = datetime.fromtimestamp(folder.looked).isoformat() if folder.looked else ""  # noqa: DTZ006 - shown as the clock here says
            self._add("folder", folder.path, when)
        self.none.setVisible(not feeds and not folders)
        self.ask_button.setEnabled(bool(feeds))
        self._enable()

    def _add(self, kind: Kind, name: str, when: str) -> None:
        words = self.tr("Feed") if kind == "feed" else self.tr("Folder")
        day = ltr(f"{datetime.fromisoformat(when):%Y-%m-%d %H:%M}") if when else ""
        item = QListWidgetItem("  ·  ".join(filter(None, (words, ltr(name), day))))
        item.setData(_SOURCE, (kind, name))
        self.list.addItem(item)

    def _follow(self) -> None:
        address = self.address.text().strip()
        if address:
            self.address.clear()
            self.follow_wanted.emit(address)

    def _leave(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.leave_wanted.emit(*item.data(_SOURCE))

    def _enable(self) -> None:
        self.follow_button.setEnabled(bool(self.address.text().strip()))
        self.leave_button.setEnabled(bool(self.list.selectedItems()))
