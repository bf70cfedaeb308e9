"""What is known of an article's file, and other ways to read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QToolButton

from reader.core.types import Document
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.format_words import ENCODINGS, encoding_name
from reader.gui.models.phrases import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.views.properties_dialog import PropertiesDialog


class Properties(Feature):
    """Shows what is known of the file, and reads it in another encoding or as a whole page.

    Attributes:
        encoding_button: in the status bar; its menu is that of encodings.
    """

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "properties",
            QT_TRANSLATE_NOOP("Actions", "Propert&ies…"),
            QT_TRANSLATE_NOOP("Actions", "Show what is known of the article's file"),
            "Ctrl+I",
            more_keys=("Alt+Return",),
        ),
        Command(
            "whole_page",
            QT_TRANSLATE_NOOP("Actions", "&Whole web page"),
            QT_TRANSLATE_NOOP("Actions", "Read all text of a web page, or its article only"),
            "Ctrl+Alt+W",
            checkable=True,
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.dialog: PropertiesDialog | None = None
        self.menu = window.menus["encoding"]
        self._group = QActionGroup(self.menu)
        for name in ("", *ENCODINGS):
            action = self.menu.addAction("")
            action.setData(name)
            action.setCheckable(True)
            self._group.addAction(action)
        self._group.triggered.connect(lambda action: self.choose_encoding(action.data()))
        self.encoding_button = QToolButton()
        self.encoding_button.setAutoRaise(True)
        self.encoding_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.encoding_button.setMenu(self.menu)
        self.encoding_button.hide()
        window.statusBar().addPermanentWidget(self.encoding_button)
        for command in self.COMMANDS:
            window.actions_by_name[command.name].setEnabled(False)
        self.menu.setEnabled(False)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {"properties": self.open_dialog, "whole_page": self._read_whole}

    def show_document(self, document: Document) -> None:
        """Offer what can be done with the article's file."""
        origin = self.window.opening.shown
        has_bytes = origin is not None and origin.has_bytes
        self.window.actions_by_name["properties"].setEnabled(True)
        whole = self.window.actions_by_name["whole_page"]
        whole.setEnabled(has_bytes and document.format == "html")
        whole.setChecked(origin is not None and origin.whole)
        self.menu.setEnabled(has_bytes and bool(document.encoding))
        self.encoding_button.setVisible(bool(document.encoding))
        self.encoding_button.setEnabled(has_bytes)
        self._show_encoding()

    def open_dialog(self) -> None:
        """Show the properties of the article in sight."""
        from reader.gui.views.properties_dialog import (  # noqa: PLC0415 - at its first use
            PropertiesDialog,
        )

        if self.window.document is not None:
            self.dialog = PropertiesDialog(self.window.document, self.window)
            self.dialog.open()

    def choose_encoding(self, name: str) -> None:
        """Read the file in an encoding, "" for the one that is worked out."""
        self.window.opening.read_otherwise(encoding=name or None)

    def retranslate(self) -> None:
        """Name the encodings in the language of the interface."""
        self.menu.setTitle(self.tr("Encodin&g"))
        for action in self.menu.actions():
            name = action.data()
            action.setText(encoding_name(name) if name else self.tr("Work it out"))
        self.encoding_button.setToolTip(
            self.tr("The encoding of the file. Click to read it in another.")
        )
        self._show_encoding()

    def _show_encoding(self) -> None:
        document, origin = self.window.document, self.window.opening.shown
        found = document.encoding if document is not None else None
        self.encoding_button.setText(encoding_name(found))
        self.encoding_button.setAccessibleName(self.tr("Encoding: {name}").format(name=found or ""))
        chosen = (origin.encoding if origin is not None else None) or ""
        for action in self.menu.actions():
            action.setChecked(action.data() == chosen)

    def _read_whole(self) -> None:
        self.window.opening.read_otherwise(
            whole=self.window.actions_by_name["whole_page"].isChecked()
        )
