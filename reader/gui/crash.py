"""A report of a fault of ours: shown first, written only if the user says so.

It holds the versions and where in the program the fault was. Neither the fault's own words
nor any value goes into it, because they may hold words of an article.
"""

from __future__ import annotations

import faulthandler
import platform
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader import __version__
from reader.gui.models.phrases import isolate, ltr
from reader.settings import settings_path

_FAULT = "fault.txt"


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return what a report of a fault holds."""
    frames = (
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    )
    return "\n".join((*_versions(), kind.__name__, *frames, ""))


def _versions() -> tuple[str, ...]:
    return (
        f"qari {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}",
    )


def write_report(report: str, folder: Path | None = None) -> Path:
    """Write a report beside the settings and return its path."""
    folder = folder or settings_path().parent / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    path = folder / f"qari-{now}.txt"
    path.write_text(report, encoding="utf-8")
    return path


class CrashDialog(QDialog):
    """Shows what a report would hold, and writes it if that is wanted."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("The program has a fault"))
        self.report = report
        self.words = QLabel(
            self.tr(
                "Something went wrong that is the program's fault. A report would hold the lines"
                " below and nothing else, and stays on this machine. Write it?"
            )
        )
        self.words.setWordWrap(True)
        self.view = QPlainTextEdit(report)
        self.view.setReadOnly(True)
        self.view.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.view.setAccessibleName(self.tr("What the report would hold"))
        self.buttons = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        self.write_button = self.buttons.addButton(self.tr("Write the report"), roles.AcceptRole)
        self.drop_button = self.buttons.addButton(self.tr("Do not write it"), roles.RejectRole)
        self.done_label = QLabel()
        self.done_label.setWordWrap(True)
        column = QVBoxLayout(self)
        for widget in (self.words, self.view, self.done_label, self.buttons):
            column.addWidget(widget)
        self.buttons.accepted.connect(self._write)
        self.buttons.rejected.connect(self.close)

    def _write(self) -> None:
        try:
            path = write_report(self.report)
        except OSError as error:
            words = self.tr("It could not be written: {reason}")
            self.done_label.setText(words.format(reason=isolate(str(error.strerror))))
            return
        words = self.tr("Written: {path}")
        self.done_label.setText(words.format(path=ltr(str(path))))
        self.write_button.setEnabled(False)
        self.drop_button.setText(self.tr("Close"))


class CrashReporter(QObject):
    """Catches faults of ours wherever they happen and tells of the first of them.

    Signals:
        failed: what a report would hold.
    """

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: Callable[..., object] = sys.excepthook
        self._file: TextIO | None = None
        self.dialog: CrashDialog | None = None
        self.failed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch from now on; tell of what ended the program the last time."""
        sys.excepthook = self._catch
        path = settings_path().parent / _FAULT
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            left = path.read_text(encoding="utf-8") if path.exists() else ""
            self._file = path.open("w", encoding="utf-8")
        except OSError:
            return  # without a file the faults of Python alone are told
        faulthandler.enable(self._file)
        if left.strip():
            self.failed.emit("\n".join((*_versions(), left)))

    def uninstall(self) -> None:
        """Catch no more; a program that ends well leaves nothing behind."""
        sys.excepthook = self._before
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            Path(self._file.name).unlink(missing_ok=True)
            self._file = None

    def _catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._before(kind, error, trace)
        if issubclass(kind, Exception):
            self.failed.emit(report_of(kind, trace))

    def _show(self, report: str) -> None:
        if self.dialog is None:
            self.dialog = CrashDialog(report)
            self.dialog.destroyed.connect(self._forget)
            self.dialog.show()

    def _forget(self) -> None:
        self.dialog = None
