"""Other libraries in the place of the one that is open: backups of it, and files elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate
from reader.gui.shelf import shelf_of
from reader.gui.views.question_box import QuestionBox

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.libraries import Backup

_MESSAGE = 6000  # milliseconds


class Libraries(Feature):
    """Lets the user choose which library all windows have.

    Attributes:
        box: the dialog that was opened last.
    """

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "backups",
            QT_TRANSLATE_NOOP("Actions", "Ba&ckups of the library…"),
            QT_TRANSLATE_NOOP("Actions", "Make a backup, or go back to one"),
        ),
        Command(
            "open_library",
            QT_TRANSLATE_NOOP("Actions", "Open another li&brary…"),
            QT_TRANSLATE_NOOP("Actions", "Use a library in another file, or make one"),
        ),
        Command(
            "own_library",
            QT_TRANSLATE_NOOP("Actions", "Open your o&wn library"),
            QT_TRANSLATE_NOOP("Actions", "Go back to the library that is yours by default"),
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.shelf = shelf_of(window.choices)
        self.box: QDialog | None = None

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {
            "backups": self._show_backups,
            "open_library": self._open_another,
            "own_library": lambda: self.shelf.open(None),
        }

    def _open_box(self, box: QDialog) -> None:
        self.box = box
        box.open()

    def _show_backups(self) -> None:
        from reader.gui.views.backups_dialog import BackupsDialog  # noqa: PLC0415 - now
        from reader.libraries import Backups, default_path  # noqa: PLC0415 - now

        library = self.shelf.library
        path = library.path if library is not None else self.shelf.path or default_path()
        dialog = BackupsDialog(path, self.window)
        dialog.show_backups(Backups(path).list(), can_make=library is not None)
        dialog.make_wanted.connect(
            lambda: self.shelf.back_up(
                lambda _made: dialog.show_backups(Backups(path).list(), can_make=True)
            )
        )
        dialog.restore_wanted.connect(self._ask_restore)
        self._open_box(dialog)

    def _ask_restore(self, backup: Backup) -> None:
        words = self.tr(
            "Put the backup in the place of the library? The library as it is now is kept"
            " beside it under another name."
        )
        box = QuestionBox(self.tr("Library"), words, self.tr("Restore"), self.window)
        box.agreed.connect(lambda: self.shelf.restore(backup, self._on_restored))
        self._open_box(box)

    def _on_restored(self, aside: object) -> None:
        words = self.tr("Restored.")
        if isinstance(aside, Path):
            told = self.tr("What was there is now {name}.")
            words = f"{words} {told.format(name=isolate(aside.name))}"
        self.window.statusBar().showMessage(words, _MESSAGE)

    def _open_another(self) -> None:
        title = self.tr("Open a library, or name a new one")
        kinds = self.tr("Libraries (*.qari)")
        dialog = QFileDialog(self.window, title, "", kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix("qari")
        dialog.fileSelected.connect(self.open_library)
        dialog.open()

    def open_library(self, name: str) -> None:
        """Open the library in a file; where there is no file, make one."""
        self.window.side.show_tab("library")
        self.shelf.open(Path(name), create=True)
