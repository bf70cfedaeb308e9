"""The application around the window."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from reader import settings as stored
from reader.errors import SettingsError
from reader.gui.fonts import register_fonts
from reader.gui.language import apply_language
from reader.gui.main_window import MainWindow
from reader.settings import Settings


def make_application() -> QApplication:
    """Return the one QApplication, with the style, the name and the font of the program."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Qari")
    application.setDesktopFileName("qari")
    application.setStyle("Fusion")
    register_fonts()
    return application


def main(path: Path, reference_date: date | None = None) -> int:
    """Open the window on an article and return the exit status when it is closed.

    The window is painted before the article is read and the analyzer loaded.
    """
    application = make_application()
    problem, settings = "", Settings()
    try:
        settings = stored.load()
    except SettingsError as error:
        problem = str(error)
    apply_language(settings.language)
    window = MainWindow(settings)
    window.show()
    QTimer.singleShot(0, lambda: window.open_path(path, reference_date))
    if problem:
        QTimer.singleShot(0, lambda: QMessageBox.warning(window, window.windowTitle(), problem))
    return application.exec()
