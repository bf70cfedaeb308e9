"""The analysis in other forms: chosen, seen and saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QFileDialog

from reader.errors import UnreadableError
from reader.files import safe_name
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate
from reader.gui.models.reasons import error_text

if TYPE_CHECKING:
    from reader.export import Format
    from reader.gui.main_window import MainWindow
    from reader.gui.views.export_dialog import ExportDialog

_MESSAGE = 6000  # milliseconds


class ExportFeature(Feature):
    """Lets a reader choose a form of the analysis and save it."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "export",
            QT_TRANSLATE_NOOP("Actions", "E&xport…"),
            QT_TRANSLATE_NOOP("Actions", "Save what was found in another form, seen before"),
            "Ctrl+Shift+S",
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.dialog: ExportDialog | None = None
        window.actions_by_name["export"].setEnabled(False)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {"export": self.open_dialog}

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Let an analysis be exported; one that is gone is not."""
        self.window.actions_by_name["export"].setEnabled(index is not None)
        if index is None and self.dialog is not None:
            self.dialog.close()

    def open_dialog(self) -> None:
        """Show the forms of the whole analysis, as the reader corrected it."""
        if self.window.analysis is None:
            return
        if self.dialog is None:
            from reader.gui.views.export_dialog import (  # noqa: PLC0415 - at its first use
                ExportDialog,
            )

            self.dialog = ExportDialog(self.window)
            self.dialog.save_wanted.connect(self._save)
            self.dialog.crashed.connect(self.window.warnings.tell)
        self.dialog.open_with(self.window.analysis)

    def _save(self, form: Format, data: bytes) -> None:
        """Ask for a file and write it."""
        from reader.gui.models.export_words import title  # noqa: PLC0415 - see above
        from reader.service import Workspace  # noqa: PLC0415 - see above

        document = self.window.document
        if document is None or self.dialog is None:
            return
        first = safe_name(Path(document.source or "").stem, form.ending)
        kind = f"{title(form)} (*{form.ending})"
        name, _kind = QFileDialog.getSaveFileName(self.dialog, self.tr("Export"), first, kind)
        if not name:
            return
        try:
            Workspace().write(Path(name), data)
        except UnreadableError as error:
            self.window.warnings.tell(error_text(error))
            return
        self.dialog.close()
        words = self.tr("Saved: {name}").format(name=isolate(name))
        self.window.statusBar().showMessage(words, _MESSAGE)
