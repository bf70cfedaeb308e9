"""The article on paper, seen before, and as a PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QMarginsF
from PySide6.QtWidgets import QCheckBox, QFileDialog

from reader.core.types import Document
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

_MESSAGE = 6000  # milliseconds
_MARGIN = 18.0  # millimetres


class Printing(Feature):
    """Prints what is in sight: with what was found where that is painted, else the bare text."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "print",
            QT_TRANSLATE_NOOP("Actions", "&Print…"),
            QT_TRANSLATE_NOOP("Actions", "Print the article as it is painted"),
            "Ctrl+P",
        ),
        Command(
            "print_preview",
            QT_TRANSLATE_NOOP("Actions", "Print pre&view…"),
            QT_TRANSLATE_NOOP("Actions", "See the pages before they are printed"),
            "Ctrl+Shift+P",
        ),
        Command(
            "save_pdf",
            QT_TRANSLATE_NOOP("Actions", "Save as P&DF…"),
            QT_TRANSLATE_NOOP("Actions", "Save the article as a PDF as it is painted"),
            "Ctrl+Alt+S",
        ),
    )
    preview: QPrintPreviewDialog | None = None
    _paper: QPrinter | None = None

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {"print": self.print, "print_preview": self.show_preview, "save_pdf": self.ask_pdf}

    def show_document(self, document: Document) -> None:
        """Let an article be printed."""
        for command in self.COMMANDS:
            self.window.actions_by_name[command.name].setEnabled(bool(document.text))

    def print(self) -> None:
        """Ask for a printer and print."""
        if self.window.document is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog  # noqa: PLC0415 - at its first use

        printer = self._printer()
        if QPrintDialog(printer, self.window).exec():
            self._print_to(printer, highlights=self.window.settings.highlights)

    def show_preview(self) -> None:
        """Show the pages; a box says whether what was found is painted."""
        if self.window.document is None:
            return
        from PySide6.QtPrintSupport import (  # noqa: PLC0415 - see above
            QPrintPreviewDialog,
            QPrintPreviewWidget,
        )

        self._paper = self._printer()  # the dialog keeps no printer alive
        preview = QPrintPreviewDialog(self._paper, self.window)
        box = QCheckBox(self.tr("Paint what was found"))
        box.setObjectName("highlights")
        box.setChecked(self.window.settings.highlights)
        preview.paintRequested.connect(lambda p: self._print_to(p, highlights=box.isChecked()))
        layout = preview.layout()
        if layout is not None:
            layout.addWidget(box)
        pages = preview.findChild(QPrintPreviewWidget)
        if isinstance(pages, QPrintPreviewWidget):
            box.toggled.connect(pages.updatePreview)
        self.preview = preview
        preview.open()

    def ask_pdf(self) -> None:
        """Ask for a file and write the PDF."""
        if self.window.document is None:
            return
        words = self.tr("Save as PDF")
        name, _kind = QFileDialog.getSaveFileName(self.window, words, "", "PDF (*.pdf)")
        if name:
            self.save_pdf(name)

    def save_pdf(self, name: str) -> None:
        """Write the article as a PDF."""
        from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - see above

        printer = self._printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(name)
        self._print_to(printer, highlights=self.window.settings.highlights)
        words = self.tr("Saved: {name}").format(name=isolate(name))
        self.window.statusBar().showMessage(words, _MESSAGE)

    def _printer(self) -> QPrinter:
        from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - see above

        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setDocName(self.window.windowTitle())
        printer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN))
        return printer

    def _print_to(self, printer: QPrinter, *, highlights: bool) -> None:
        self.window.article.print_to(printer, highlights)
