"""The address of a place, to be kept or sent, and the way back to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog

from reader.address import Address, address_of, parse
from reader.core.types import Span
from reader.errors import ReaderError
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow

_MESSAGE = 6000  # milliseconds
_WIDTH = 480  # pixels, for an address of usual length


class Addresses(Feature):
    """Copies the address of the sentence that is read, and goes to addresses."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "copy_address",
            QT_TRANSLATE_NOOP("Actions", "Copy the &address of this place"),
            QT_TRANSLATE_NOOP("Actions", "Copy an address that opens the article at this place"),
            "Ctrl+Shift+L",
        ),
        Command(
            "go_address",
            QT_TRANSLATE_NOOP("Actions", "To an a&ddress…"),
            QT_TRANSLATE_NOOP("Actions", "Go to a place by its address or its sentence's number"),
            "Ctrl+Alt+L",
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._wanted: Address | None = None
        self.dialog: QInputDialog | None = None

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {"copy_address": self.copy, "go_address": self.ask}

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Go where the reader wanted to, now that the sentences are known."""
        if index is not None and self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self._go(wanted)

    def address(self) -> Address | None:
        """Return the address of what is selected, or of the sentence that is read."""
        window, document = self.window, self.window.document
        if document is None:
            return None
        path, selected = window.path(), window.article.selected_span()
        sentence = window.article.current_sentence()
        if not selected and sentence is not None and window.index is not None:
            number = window.index.sentence_numbers[sentence.id]
            return address_of(path, document.id, sentence=number)
        offset = selected.start if selected else window.article.first_visible_offset()
        return address_of(path, document.id, offset=offset)

    def copy(self) -> None:
        """Put the address on the clipboard."""
        address = self.address()
        if address is not None:
            QGuiApplication.clipboard().setText(str(address))
            words = self.tr("Copied: {address}").format(address=f"\u2066{address}\u2069")
            self.window.statusBar().showMessage(words, _MESSAGE)

    def ask(self) -> None:
        """Ask for an address."""
        if self.dialog is None:
            self.dialog = QInputDialog(self.window)
            self.dialog.resize(_WIDTH, 0)
            self.dialog.textValueSelected.connect(self.go_to_text)
        self.dialog.setWindowTitle(self.tr("To an address"))
        self.dialog.setLabelText(self.tr("An address, or the number of a sentence, such as s12:"))
        self.dialog.setTextValue("")
        self.dialog.open()

    def go_to_text(self, text: str) -> None:
        """Go to the address that `text` is, or say that it is none."""
        address = parse(text)
        if address is None:
            words = self.tr("This is no address: {text}").format(text=isolate(text[:60]))
            self.window.statusBar().showMessage(words, _MESSAGE)
        else:
            self.go(address)

    def go(self, address: Address) -> None:
        """Go to an address, opening its article where another one is in sight."""
        if self._is_here(address):
            self._go(address)
            return
        path = self._file_of(address)
        if path is None:
            words = self.tr("No article that was opened here has this address.")
            self.window.statusBar().showMessage(words, _MESSAGE)
            return
        self._wanted = address
        self.window.open_path(path)

    def go_when_known(self, address: Address) -> None:
        """Go to a place in the article that is being read now, or in one that has its id."""
        if address.is_id:
            self.go(address)
        else:
            self._wanted = address

    def _is_here(self, address: Address) -> bool:
        document, path = self.window.document, self.window.path()
        if document is None:
            return False
        if address.is_id:
            return document.id.startswith(address.article)
        return not address.article or (path is not None and path.resolve() == Path(address.article))

    def _file_of(self, address: Address) -> Path | None:
        """Return the file of an address; for an id, the one among the last that has it."""
        if not address.is_id:
            return Path(address.article) if address.article else None
        from reader.service import Workspace  # noqa: PLC0415 - the window is up before

        for name in self.window.settings.recent:
            try:
                document = Workspace().open(Path(name))
            except ReaderError:
                continue
            if document.id.startswith(address.article):
                return Path(name)
        return None

    def _go(self, address: Address) -> None:
        document, index = self.window.document, self.window.index
        if document is None:
            return
        if address.sentence and index is None:
            self._wanted = address
            return
        span = Span(address.offset, address.offset + 1)
        if address.sentence and index is not None:
            ordered = sorted(index.analysis.sentences, key=lambda s: s.span)
            place = min(address.sentence, len(ordered)) - 1
            span = ordered[place].span if ordered else Span(0, 1)
        if span.end > len(document.text):
            words = self.tr("The article ends before this place.")
            self.window.statusBar().showMessage(words, _MESSAGE)
            return
        self.window.jumps.to(span)
