"""The help, and the list of keys: windows of their own that stay open beside the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QPixmap, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader.core.normalize import fold
from reader.gui.actions import Command
from reader.gui.language import language_of
from reader.gui.models.shortcuts_model import ShortcutsModel
from reader.gui.views.first_size import set_first_size
from reader.gui.views.shortcuts_page import ShortcutsTable
from reader.resources import resource

_SIZE = QSize(920, 640)
_PICTURE = 560  # pixels of width


class HelpPage(QTextBrowser):
    """Shows a page of the help; it reads nothing but the program's own pictures."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture of the help's own folder, and nothing else."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        path = resource("help", "pictures").joinpath(Path(QUrl(name).path()).name)
        picture = QPixmap(str(path))
        width = min(picture.width(), _PICTURE)
        return picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)


def topics(language: str) -> list[Path]:
    """Return the pages of the help in a language, in order; English where it has none."""
    folder = resource("help").joinpath(language)
    return sorted((folder if folder.is_dir() else resource("help", "en")).glob("*.md"))


class HelpWindow(QDialog):
    """The pages of the help, with a list of them that can be searched."""

    def __init__(self, choice: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self.search, self.list, self.page = QLineEdit(), QListWidget(), HelpPage()
        self.search.setClearButtonEnabled(True)
        self.page.setOpenLinks(False)
        self.page.document().setDefaultStyleSheet("p, li { margin-bottom: 8px; }")
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.list)
        split = QSplitter()
        split.addWidget(side)
        split.addWidget(self.page)
        split.setSizes([220, 700])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(split)
        self.search.textChanged.connect(lambda _words: self._list())
        self.list.currentItemChanged.connect(lambda _item, _before: self._show())
        set_first_size(self, _SIZE)
        self._retranslate()

    def set_choice(self, choice: str) -> None:
        """Show the pages of another language."""
        self._choice = choice
        self._retranslate()

    def _list(self) -> None:
        wanted = fold(self.search.text()).split()
        self.list.clear()
        for path in topics(language_of(self._choice)):
            words = path.read_text(encoding="utf-8")
            if all(word in fold(words) for word in wanted):
                item = QListWidgetItem(words.split("\n", 1)[0].removeprefix("# "))
                item.setData(Qt.ItemDataRole.UserRole, str(path))
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _show(self) -> None:
        item = self.list.currentItem()
        if item is None:
            self.page.clear()
            return
        path = Path(item.data(Qt.ItemDataRole.UserRole))
        option = self.page.document().defaultTextOption()
        option.setTextDirection(self.layoutDirection())
        self.page.document().setDefaultTextOption(option)
        self.page.setMarkdown(path.read_text(encoding="utf-8"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Help"))
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.tr("Search the help"))
        self.list.setAccessibleName(self.tr("Pages of the help"))
        self.page.setAccessibleName(self.tr("Page of the help"))
        self._list()


class ShortcutsWindow(QDialog):
    """Every action with its keys; typing words or keys finds it."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ShortcutsModel(commands, self)
        self.search, self.table = QLineEdit(), ShortcutsTable(self.model)
        self.search.setClearButtonEnabled(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        column = QVBoxLayout(self)
        for widget in (self.search, self.table, self.buttons):
            column.addWidget(widget)
        self.search.textChanged.connect(self.model.set_query)
        self.buttons.rejected.connect(self.close)
        set_first_size(self, QSize(_SIZE.width() * 2 // 3, _SIZE.height()))
        self._retranslate()

    def open_with(self, chosen: Mapping[str, str]) -> None:
        """Show the keys that are in use now."""
        self.model.set_keys(chosen)
        self.search.clear()
        self.show()
        self.search.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Shortcuts"))
        self.search.setPlaceholderText(self.tr("Search actions and keys"))
        self.search.setAccessibleName(self.tr("Search actions and keys"))
        self.table.setAccessibleName(self.tr("Actions and their keys"))
        self.model.retranslate()
