"""Opening what the user has: files, words from the clipboard, addresses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from reader.core.types import Document, Notice
from reader.errors import InputError, RefusedError
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.loading import Loader
from reader.gui.models.format_words import file_kinds
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate
from reader.gui.models.reasons import error_text
from reader.gui.origin import Loaded, Origin

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.views.address_dialog import AddressDialog

_MESSAGE = 6000  # milliseconds
NEEDS_OCR = "needs-ocr"  # code of refusals and notices


class Opening(Feature):
    """Reads what is to be opened, and hands it to the window.

    Attributes:
        wanted: where the article that is read now comes from.
        shown: where the one in sight comes from.
        loader: what reads.

    Signals:
        loading: a Loaded that fills up from now on.
        several: a Loaded that has more than one article, while it may still be read.
    """

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "open_address",
            QT_TRANSLATE_NOOP("Actions", "Open an a&ddress…"),
            QT_TRANSLATE_NOOP("Actions", "Fetch a web page, after telling what is contacted"),
            "Ctrl+U",
        ),
    )
    loading = Signal(object)
    several = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        window.opening = self
        self.wanted: Origin | None = None
        self.shown: Origin | None = None
        self.dialog: AddressDialog | None = None
        self.loader = Loader(self)
        self.loader.came.connect(self._on_came)
        self.loader.progressed.connect(self._on_progress)
        self.loader.ended.connect(self._on_ended)
        self.loader.crashed.connect(window.show_fault)
        self.recent_menu = window.menus["recent"]
        self.recent_menu.aboutToShow.connect(self._list_recent)
        for page in (window.empty_page, window.loading_page, window.error_page):
            page.open_wanted.connect(self.choose_files)
            page.paste_wanted.connect(self.paste)
            page.address_wanted.connect(self.ask_for_address)
            page.again_wanted.connect(self.reload)
            page.cancel_wanted.connect(window.cancel)
        window.error_page.ocr_wanted.connect(self.read_pictures)
        window.error_page.article_wanted.connect(lambda: window.show_page(window.reading))

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what the window's own commands of opening do."""
        return {
            "open": self.choose_files,
            "paste": self.paste,
            "reload": self.reload,
            "open_address": self.ask_for_address,
        }

    # -- what is open ------------------------------------------------------------------------

    def origin(self) -> Origin | None:
        """Return where the article in sight comes from, or the one that is not in sight yet."""
        window = self.window
        is_shown = window.pages.currentWidget() is window.reading
        return self.shown if is_shown else self.wanted

    def take(self) -> None:
        """Take what was wanted for what is in sight."""
        self.shown = self.wanted

    def take_shown(self) -> Origin | None:
        """Return where the article in sight comes from; what is known of it only the first time."""
        shown = self.shown
        if shown is not None and shown.analysis is not None:
            self.shown = replace(shown, analysis=None)
        return shown

    def set_day(self, day: date | None) -> None:
        """Keep the day that the user gives for the article in sight, or for the one to come."""
        if self.window.is_loading:
            self.wanted = replace(self.wanted, day=day) if self.wanted else None
        else:
            self.shown = replace(self.shown, day=day) if self.shown else None

    # -- opening -----------------------------------------------------------------------------

    def open(self, origin: Origin) -> None:
        """Show what an origin gives: at once where it is read already."""
        self.window.analyzer.stop()
        self.wanted = origin
        if origin.document is not None:
            self.window.show_document(origin.document)
            return
        self.loader.stop()
        name = origin.name or self.tr("from the clipboard")
        self.window.loading_page.show_name(name, is_ocr=origin.ocr)
        self.window.show_page(self.window.loading_page)
        self.loading.emit(self.loader.start(origin))
        self.window.show_busy()

    def reload(self) -> None:
        """Read the article again from where it came, with the day that was given for it."""
        origin = self.origin()
        if origin is None:
            return
        self.open(replace(origin, document=None, original=None) if origin.is_readable else origin)

    def read_otherwise(self, **changes: object) -> None:
        """Read the article in sight again in another way: its encoding, or the whole page."""
        origin = self.origin()
        if origin is not None:
            self.open(replace(origin, document=None, original=None, **changes))  # type: ignore[arg-type]

    def read_pictures(self) -> None:
        """Read a PDF again, with text that a program makes of its pictures."""
        self.read_otherwise(ocr=True)

    def cancel(self) -> bool:
        """Stop reading; tell whether there was something to stop."""
        return self.loader.stop()

    def _on_progress(self, done: float, count: int) -> None:
        self.window.loading_page.show_progress(done, count)
        self.window.show_reading(done)

    def _on_came(self, loaded: Loaded) -> None:
        """Show the article that was asked for, or let the user choose among several."""
        member = loaded.origin.member
        if member:
            row = loaded.contents.row_of(member)
            if row >= 0 and self.window.is_loading:
                self.show_part(loaded, row)
        elif len(loaded.contents.documents) > 1 and self.window.is_loading:
            self._remember(loaded.origin)
            self.several.emit(loaded)

    def _on_ended(self, loaded: Loaded) -> None:
        self.window.show_busy()
        if not self.window.is_loading:
            return
        contents = loaded.contents
        if len(contents.documents) == 1:
            self.show_part(loaded, 0)
        elif contents.documents or len(contents.refused.errors) > 1:
            self._remember(loaded.origin)
            self.several.emit(loaded)
        else:
            self._refuse(next(iter(contents.refused.errors), None), loaded.origin)

    def show_part(self, loaded: Loaded, row: int) -> None:
        """Show one of the articles of a file."""
        document = loaded.contents.documents[row]
        if not loaded.is_several:
            document = with_refusals(document, loaded.contents.refused.errors)
        # The day is that of the one article that it was given for.
        asked = self.wanted if self.window.is_loading else replace(loaded.origin, day=None)
        self.wanted = replace(asked or loaded.origin, document=document)
        if loaded.is_several:
            self.wanted = replace(self.wanted, member=document.source or "", loaded=loaded)
        self.window.analyzer.stop()
        self.window.show_document(document)
        self._remember(loaded.origin)

    def original(self) -> Document | None:
        """Return the article in sight as its file has it, None where it is not mended."""
        return self.shown.original if self.shown is not None else None

    def show_mended(self, mended: Document, original: Document) -> None:
        """Show a text made of the one in sight in its place."""
        if self.shown is not None:
            self.open(replace(self.shown, document=mended, original=original))

    def show_original(self) -> None:
        """Show the text as its file has it again."""
        if self.shown is not None and self.shown.original is not None:
            self.open(replace(self.shown, document=self.shown.original, original=None))

    def _refuse(self, error: InputError | None, origin: Origin) -> None:
        found = error or InputError(origin.name, "there is no article in it")
        pictures = isinstance(found, RefusedError) and found.code == NEEDS_OCR
        self.window.end_with(error_text(found), has_pictures=pictures and can_ocr())

    def _remember(self, origin: Origin) -> None:
        if origin.path is not None:
            self.window.keep(self.window.settings.opened(str(origin.path.resolve())))

    # -- files -------------------------------------------------------------------------------

    def ask_for_files(self) -> list[Path]:
        """Ask for files; none where the user wants none."""
        recent = self.window.settings.recent
        folder = str(Path(recent[0]).parent) if recent else ""
        title = self.tr("Open articles")
        names, _kind = QFileDialog.getOpenFileNames(self.window, title, folder, file_kinds())
        return [Path(name) for name in names]

    def choose_files(self) -> None:
        """Ask for files and open them."""
        self.open_paths(self.ask_for_files())

    def open_paths(self, paths: list[Path]) -> None:
        """Open the first file here, and the others wherever there is room."""
        for path in reversed(paths[1:]):  # each tab is put before those after it
            self.window.more_wanted.emit(Origin(path=path))
        if paths:
            self.open(Origin(path=paths[0]))

    def _list_recent(self) -> None:
        self.recent_menu.clear()
        for name in self.window.settings.recent:
            path = Path(name)
            action = self.recent_menu.addAction(isolate(path.name.replace("&", "&&")))
            action.setStatusTip(isolate(name))
            action.triggered.connect(lambda _checked=False, path=path: self.open_paths([path]))
        if not self.window.settings.recent:
            self.recent_menu.addAction(self.tr("None yet")).setEnabled(False)

    # -- addresses ---------------------------------------------------------------------------

    def ask_for_address(self) -> None:
        """Ask for an address on the web, and fetch it if the user still wants it."""
        from reader.gui.views.address_dialog import AddressDialog  # noqa: PLC0415 - at first use

        self.dialog = AddressDialog(self.window)
        self.dialog.fetch_wanted.connect(self.open_address)
        self.dialog.open()

    def open_address(self, address: str, private: bool) -> None:  # noqa: FBT001 - a slot
        """Fetch an address and show what is there."""
        self.open(Origin(address=address, private=private))

    # -- words -------------------------------------------------------------------------------

    def paste(self) -> None:
        """Open the article that is on the clipboard; without one, all stays as it is."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if data is not None and (data.hasUrls() or data.text().strip() or data.hasHtml()):
            self.open_data(data)
            return
        words = self.tr("There is no text on the clipboard. Copy an article first.")
        self.window.statusBar().showMessage(words, _MESSAGE)

    def open_data(self, data: QMimeData) -> None:
        """Open what was dropped or copied: files, else the text."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.open_paths(files)
        elif data.hasText():
            self.open(Origin(words=data.text()))
        else:
            self.open(Origin(html=data.html()))

    # -- the window --------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Name the menu in the language of the interface."""
        self.recent_menu.setTitle(self.tr("Recent articles"))

    def close(self) -> None:
        """Stop what is read."""
        self.loader.stop()


def with_refusals(document: Document, errors: Sequence[InputError]) -> Document:
    """Return the one article of a file with what of the file was refused among its notices."""
    refused = tuple(Notice("refused", str(error)) for error in errors)
    return replace(document, notices=document.notices + refused) if refused else document


def can_ocr() -> bool:
    """Tell whether a program is there that makes text of pictures."""
    from reader.service import Workspace  # noqa: PLC0415 - the window is up before

    return Workspace().can_ocr()
