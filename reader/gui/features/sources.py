"""Where new articles of the library come from, and a file that they can all go into."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QFileDialog

from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.features.library import LibraryFeature
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate, say_count
from reader.gui.shelf import shelf_of
from reader.gui.shelf_work import Imported, Progress
from reader.gui.watching import FolderWatch

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.shelf import Shelf
    from reader.gui.views.sources_dialog import SourcesDialog
    from reader.libraries import Feed, Folder, Library, Moved

_MESSAGE = 6000  # milliseconds
_Sources = tuple[tuple["Feed", ...], tuple["Folder", ...]]


class SourcesFeature(Feature):
    """Follows feeds, watches folders, and writes the library into a file.

    Attributes:
        dialog: None where it is closed.
    """

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "library_sources",
            QT_TRANSLATE_NOOP("Actions", "Fee&ds and watched folders…"),
            QT_TRANSLATE_NOOP("Actions", "Follow feeds, and take in what comes into folders"),
        ),
        Command(
            "ask_feeds",
            QT_TRANSLATE_NOOP("Actions", "Ask the feeds for &news"),
            QT_TRANSLATE_NOOP("Actions", "Fetch what is new from the feeds that you follow"),
        ),
        Command(
            "export_library",
            QT_TRANSLATE_NOOP("Actions", "E&xport the articles listed…"),
            QT_TRANSLATE_NOOP(
                "Actions", "Write them with all that you keep of them into a JSON Lines file"
            ),
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.shelf = shelf_of(window.choices)
        self.dialog: SourcesDialog | None = None
        self.shelf.opened.connect(self._renew)
        self.shelf.watched.connect(self._renew)
        self.shelf.imported.connect(self._on_imported)
        self.shelf.exported.connect(self._on_exported)
        self.shelf.progressed.connect(self._on_progress)
        _watch(self.shelf)
        self._enable()

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {
            "library_sources": lambda: self.shelf.ensure(self.open_dialog, create=True),
            "ask_feeds": self.shelf.ask_feeds,
            "export_library": self._export,
        }

    # -- feeds and folders -------------------------------------------------------------------

    def open_dialog(self) -> None:
        """List the feeds and folders."""
        from reader.gui.views.sources_dialog import SourcesDialog  # noqa: PLC0415 - now

        self.dialog = dialog = SourcesDialog(self.window)
        dialog.follow_wanted.connect(lambda address: self.shelf.ask_feeds([address]))
        dialog.folder_wanted.connect(self._choose_folder)
        dialog.ask_wanted.connect(self.shelf.ask_feeds)
        dialog.leave_wanted.connect(self._leave)
        dialog.finished.connect(self._forget)
        self._renew()
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _renew(self) -> None:
        self._enable()
        if self.dialog is not None:
            self.shelf.read(_sources, self._show)

    def _show(self, sources: _Sources) -> None:
        if self.dialog is not None:
            self.dialog.show_sources(*sources)

    def _choose_folder(self) -> None:
        title = self.tr("Watch a folder")
        name = QFileDialog.getExistingDirectory(self.dialog or self.window, title)
        if name:
            self._change(lambda library: library.folders.add(name))

    def _leave(self, kind: str, name: str) -> None:
        if kind == "feed":
            self._change(lambda library: library.feeds.remove(name))
        else:
            self._change(lambda library: library.folders.remove(name))

    def _change(self, work: Callable[[Library], object]) -> None:
        self.shelf.write(work, lambda _result: self.shelf.watched.emit())

    def _on_imported(self, _imported: Imported) -> None:
        self._renew()

    def _on_progress(self, _progress: Progress | None) -> None:
        self._enable()

    def _enable(self) -> None:
        library, progress = self.shelf.library, self.shelf.progress
        is_quiet = progress is None or progress.kind == "analyze"
        writes = library is None or not library.read_only
        can = {
            "library_sources": writes,
            "ask_feeds": library is not None and writes and is_quiet,
            "export_library": library is not None and is_quiet,
        }
        for name, enabled in can.items():
            self.window.actions_by_name[name].setEnabled(enabled)

    # -- a file of all -----------------------------------------------------------------------

    def _export(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self.window,
            self.tr("Export the articles listed"),
            "library.jsonl",
            self.tr("JSON Lines (*.jsonl)"),
        )
        if name:
            self.shelf.export(Path(name), self._question())

    def _question(self) -> str:
        """Return what the list of the library shows."""
        found = (f for f in self.window.features if isinstance(f, LibraryFeature))
        panel = next(found).panel
        return panel.question() if panel is not None else ""

    def _on_exported(self, moved: Moved, path: Path) -> None:
        if not self.window.isVisible():
            return
        words = say_count(QT_TRANSLATE_NOOP("Wording", "%n article(s)"), moved.articles)
        told = self.tr("Written into {name}: {articles}")
        told = told.format(name=isolate(path.name), articles=words)
        self.window.statusBar().showMessage(told, _MESSAGE)
        if moved.refused:
            from reader.gui.views.refusals_dialog import RefusalsDialog  # noqa: PLC0415 - now

            RefusalsDialog(moved.refused, told, self.window).open()


def _watch(shelf: Shelf) -> None:
    """Watch the folders of a shelf, which all windows share, once."""
    if shelf.findChild(FolderWatch) is None:
        FolderWatch(shelf)


def _sources(library: Library) -> _Sources:
    return library.feeds.list(), library.folders.list()
