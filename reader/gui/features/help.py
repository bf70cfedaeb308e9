"""The help inside the program, the list of keys, and what the program is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QMessageBox

import reader
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.gui.views.help_window import HelpWindow, ShortcutsWindow


class Help(Feature):
    """Opens them beside the article."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "help",
            QT_TRANSLATE_NOOP("Actions", "&Help"),
            QT_TRANSLATE_NOOP("Actions", "Read how the program is used"),
            "Shift+F1",
        ),
        Command(
            "shortcuts",
            QT_TRANSLATE_NOOP("Actions", "&Shortcuts"),
            QT_TRANSLATE_NOOP("Actions", "List the keys"),
            "F1",
        ),
    )
    help_window: HelpWindow | None = None
    shortcuts_window: ShortcutsWindow | None = None

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {
            "help": self.show_help,
            "shortcuts": self.show_shortcuts,
            "about": self._show_about,
        }

    def show_help(self) -> None:
        """Show the help."""
        if self.help_window is None:
            from reader.gui.views.help_window import HelpWindow  # noqa: PLC0415 - at its first use

            self.help_window = HelpWindow(self.window.settings.language, self.window)
        self.help_window.show()
        self.help_window.activateWindow()

    def show_shortcuts(self) -> None:
        """Show every action with its keys."""
        if self.shortcuts_window is None:
            from reader.gui.views.help_window import ShortcutsWindow  # noqa: PLC0415 - see above

            self.shortcuts_window = ShortcutsWindow(self.window.commands, self.window)
        self.shortcuts_window.open_with(self.window.settings.shortcuts)

    def _show_about(self) -> None:
        words = self.tr(
            "A reader for Arabic news. Everything stays on this machine.\n\n"
            "Apache-2.0. The fonts are under the SIL Open Font License."
        )
        name = self.tr("Qari")
        told = f"{name} {reader.__version__}\n\n{words}"
        QMessageBox.about(self.window, self.tr("About Qari"), told)

    def follow(self, before: Settings, after: Settings) -> None:
        """Show the pages of the interface's language."""
        if self.help_window is not None and before.language != after.language:
            self.help_window.set_choice(after.language)
