"""What is to know of an article: what was not read, and a repair of how it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from reader.core.types import Document, Notice
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.features.opening import NEEDS_OCR, can_ocr
from reader.gui.models.notice_words import loud
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.tasks import Task
from reader.gui.theme import Theme
from reader.gui.views.notice_bar import NoticeBar, Offer

if TYPE_CHECKING:
    from reader.core.display import Faults
    from reader.gui.main_window import MainWindow
    from reader.gui.views.repair_dialog import RepairDialog

REPAIRED = "repaired"


class Notices(Feature):
    """Shows the bar over the article, and offers what can be done.

    Attributes:
        bar: over the article.
    """

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "repair",
            QT_TRANSLATE_NOOP("Actions", "Re&pair the display…"),
            QT_TRANSLATE_NOOP(
                "Actions", "Turn reversed lines around and write letters as they are typed"
            ),
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.bar = NoticeBar()
        window.reading.add_bar(self.bar)
        self.dialog: RepairDialog | None = None
        self._task: Task | None = None
        self._faults: Faults | None = None
        window.actions_by_name["repair"].setEnabled(False)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {"repair": self.preview_repair}

    def show_document(self, document: Document) -> None:
        """Tell of an article what is to know, and look for what can be repaired."""
        self._faults = None
        self._show(document)
        if self._task is not None:
            self._task.cancel()
        task = Task(lambda _report: _faults(document.text), self)
        task.finished.connect(lambda faults: self._on_faults(document, faults))
        task.crashed.connect(self.window.warnings.tell)
        self._task = task
        task.start()

    def set_theme(self, theme: Theme) -> None:
        """Show the bar in other colors."""
        self.bar.set_theme(theme)

    def retranslate(self) -> None:
        """Write the offers in the language of the interface."""
        if self.window.document is not None and not self.bar.isHidden():
            self._show(self.window.document)

    def close(self) -> None:
        """Leave off looking."""
        if self._task is not None:
            self._task.cancel()

    def _on_faults(self, document: Document, faults: Faults) -> None:
        self._task = None
        if document is not self.window.document:
            return
        self._faults = faults or None
        self.window.actions_by_name["repair"].setEnabled(bool(faults))
        if faults:
            self._show(document)

    def _show(self, document: Document) -> None:
        offers = []
        original = self.window.opening.original()
        if original is not None:
            words = self.tr("The text was repaired for display; its file is as it was.")
            offers.append(Offer(words, self.tr("Show the original"), self.show_original))
        elif self._faults is not None:
            words = (
                self.tr("Lines of this text stand in reverse order.")
                if self._faults.reversed_lines
                else self.tr("This text is written in drawn shapes of letters.")
            )
            offers.append(Offer(words, self.tr("Repair the display…"), self.preview_repair))
        if any(n.code == NEEDS_OCR for n in document.notices) and can_ocr():
            act = self.window.opening.read_pictures
            offers.append(Offer("", self.tr("Make text of the pictures (OCR)"), act))
        self.bar.show_notices(loud(document), offers)

    # -- repairing ---------------------------------------------------------------------------

    def preview_repair(self) -> None:
        """Show the text before and after, for the user to accept."""
        from reader.gui.views.repair_dialog import RepairDialog  # noqa: PLC0415 - at its first use

        document = self.window.document
        if document is None or self._faults is None:
            return
        self.dialog = RepairDialog(document, self.window)
        self.dialog.accepted.connect(lambda: self._repair(document))
        self.dialog.open()

    def _repair(self, document: Document) -> None:
        dialog = self.dialog
        if dialog is None or document is not self.window.document:
            return
        notice = Notice(REPAIRED, "the text was repaired for display")
        mended = replace(dialog.repaired(), notices=(*document.notices, notice))
        self.window.opening.show_mended(mended, document)

    def show_original(self) -> None:
        """Show the text as its file has it."""
        self.window.opening.show_original()


def _faults(text: str) -> Faults:
    from reader.core.display import faults  # noqa: PLC0415 - the window is up before

    return faults(text)
