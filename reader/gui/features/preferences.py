"""The window of choices, and following the system's colors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QGuiApplication

from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.phrases import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.views.preferences_dialog import PreferencesDialog


class Preferences(Feature):
    """Opens the preferences; while the colors are the system's, follows them."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "preferences",
            QT_TRANSLATE_NOOP("Actions", "Pre&ferences…"),
            QT_TRANSLATE_NOOP("Actions", "Choose font, colors, language, keys and more"),
            "Ctrl+,",
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.dialog: PreferencesDialog | None = None
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {"preferences": self.open}

    def open(self) -> None:
        """Show the preferences beside the article, which follows them."""
        if self.dialog is None:
            from reader.gui.views.preferences_dialog import PreferencesDialog  # noqa: PLC0415 - late

            window = self.window
            self.dialog = PreferencesDialog(window.choices, window.commands, window)
        self.dialog.show()
        self.dialog.activateWindow()

    def _follow_system(self) -> None:
        if self.window.settings.theme == "system":
            self.window.apply_theme()

    def close(self) -> None:
        """Write down what was chosen."""
        if self.dialog is not None:
            self.dialog.close()
