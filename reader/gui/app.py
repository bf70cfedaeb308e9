"""The application around the window."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from reader import settings as stored
from reader.errors import SettingsError
from reader.gui.shell import Shell
from reader.settings import Settings


def make_application() -> QApplication:
    """Return the one QApplication, with the name and the style of the program."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Qari")
    application.setDesktopFileName("qari")
    application.setStyle("Fusion")
    return application


def main(path: Path, reference_date: date | None = None) -> int:
    """Open the window on an article and return the exit status when it is closed.

    The window's frame is painted first, then the views are loaded, then the article is
    read, and the analyzer comes last.
    """
    application = make_application()
    problem, settings = "", Settings()
    try:
        settings = stored.load()
    except SettingsError as error:
        problem = str(error)
    shell = Shell(settings)
    shell.painted.connect(lambda: _fill(shell, settings, path, reference_date, problem))
    shell.show()
    return application.exec()


def _fill(
    shell: Shell, settings: Settings, path: Path, reference_date: date | None, problem: str
) -> None:
    from reader.gui.fonts import apply_interface_size, register_fonts  # noqa: PLC0415 - after the first paint
    from reader.gui.language import apply_language  # noqa: PLC0415 - the same
    from reader.gui.main_window import MainWindow  # noqa: PLC0415 - the same

    register_fonts()
    apply_interface_size(settings.interface_size)
    apply_language(settings.language)
    # A file that could not be read is for the user to mend, so nothing is written over it.
    content = MainWindow(settings, keeps=not problem)
    shell.fill(content)
    content.open_path(path, reference_date)
    if problem:
        content.warn_unread(problem)
