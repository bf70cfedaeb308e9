"""What went wrong and the user can mend, told in a box."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.errors import SettingsError
from reader.gui.models.wording import isolate


class Warnings(QObject):
    """Tells of things over one window, without stopping the work.

    Attributes:
        box: the last that was opened.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over: QWidget | None = window
        self._window = window
        self.box: QMessageBox | None = None

    def tell(self, words: str) -> None:
        """Tell of something that the user can mend."""
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Qari"), words, parent=self._over)
        self.box = box
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def outlive(self) -> None:
        """Let what is told from now on stay when the window goes, which would take it unread."""
        self._over = None

    def tell_unread(self, problem: str) -> None:
        """Tell that the settings file could not be read, so that nothing is written into it."""
        words = (
            self.tr("Your choices could not be read:"),
            isolate(problem),
            self.tr("Until then, what you choose is not kept."),
        )
        self.tell("\n\n".join(words))

    def tell_unkept(self, error: SettingsError) -> None:
        """Tell that a choice could not be written down, where the window is the one in sight."""
        if self._window.isVisible():
            words = self.tr("Your choices could not be kept:")
            self.tell(f"{words}\n\n{isolate(str(error))}")
