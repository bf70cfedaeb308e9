"""The window as a picture, without a display."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Literal

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QSize,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from reader.errors import InputError, ReaderError
from reader.gui.app import make_application
from reader.gui.fonts import register_fonts
from reader.gui.language import apply_language
from reader.gui.main_window import MainWindow
from reader.settings import Settings, ThemeName


def render(
    path: Path,
    out: Path,
    *,
    reference_date: date | None = None,
    size: QSize = QSize(1600, 1000),  # noqa: B008 - never changed
    theme: ThemeName = "light",
    language: Literal["ar", "en"] = "ar",
    opens: Callable[[MainWindow], QWidget] | None = None,
) -> None:
    """Open an article in a window that nobody sees, and save it as a PNG.

    `size` is in pixels; `opens` opens something in the window and returns what to draw then.
    The user's settings are neither read nor changed.

    Raises:
        ReaderError: the article cannot be read, or the picture not be written.
    """
    qInstallMessageHandler(_tell)
    application = make_application()
    register_fonts()
    apply_language(language)
    window = MainWindow(Settings(language=language, theme=theme), keeps=False)
    window.resize(size)
    window.show()
    loop, reasons = QEventLoop(), list[str]()
    window.analysis_ready.connect(loop.quit)
    window.failed.connect(reasons.append)
    window.failed.connect(loop.quit)
    window.open_path(path, reference_date)
    loop.exec()
    _settle(application)
    shown = opens(window) if opens else window
    _settle(application)
    picture: QPixmap = shown.grab()
    window.close()
    if reasons:
        raise ReaderError(reasons[0])
    if not picture.save(str(out), "PNG"):
        raise InputError(str(out), "the picture could not be written; is the folder there?")


def _tell(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """Print what Qt says, but for what the offscreen platform says of every window."""
    if "propagateSizeHints" not in words:
        sys.stderr.write(f"{kind.name}: {words}\n")


def _settle(application: QApplication) -> None:
    """Let views that lay themselves out later do so."""
    for _ in range(5):
        application.processEvents()
