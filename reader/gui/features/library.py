"""The library: keeping articles, listing them, and opening them again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMenu, QWidget

from reader.core.notebook import Notebook
from reader.core.types import Analysis, Document
from reader.errors import ReaderError
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.format_words import file_kinds
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say_count
from reader.gui.models.reasons import error_text
from reader.gui.origin import Origin, Shelved
from reader.gui.shelf import shelf_of
from reader.gui.shelf_work import Imported, Progress
from reader.gui.theme import Theme
from reader.gui.views.question_box import QuestionBox

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.views.library_panel import LibraryPanel
    from reader.libraries import Library

_MESSAGE = 6000  # milliseconds


class LibraryFeature(Feature):
    """One window's part in the library that all windows share.

    Attributes:
        panel: None until it is first seen.
        box: the question or the list that is open, None where none is.

    Signals:
        menu_wanted: the menu of articles before it is shown, and their numbers (tuple).
    """

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "show_library",
            QT_TRANSLATE_NOOP("Actions", "List of the &library"),
            QT_TRANSLATE_NOOP("Actions", "List the articles that you keep"),
            "Ctrl+Alt+R",
        ),
        Command(
            "search_library",
            QT_TRANSLATE_NOOP("Actions", "Search the lib&rary"),
            QT_TRANSLATE_NOOP("Actions", "Type to search the articles that you keep"),
            "Ctrl+Shift+K",
        ),
        Command(
            "keep_article",
            QT_TRANSLATE_NOOP("Actions", "&Keep in the library"),
            QT_TRANSLATE_NOOP("Actions", "Keep the article, what was found in it and your notes"),
            "Ctrl+Alt+K",
        ),
        Command(
            "import_files",
            QT_TRANSLATE_NOOP("Actions", "Take &files into the library…"),
            QT_TRANSLATE_NOOP("Actions", "Keep the articles of many files"),
        ),
        Command(
            "import_folder",
            QT_TRANSLATE_NOOP("Actions", "Take a f&older into the library…"),
            QT_TRANSLATE_NOOP("Actions", "Keep the articles of all files in a folder"),
        ),
        Command(
            "analyze_library",
            QT_TRANSLATE_NOOP("Actions", "&Analyze what is new in the library"),
            QT_TRANSLATE_NOOP("Actions", "Find names and events in all that is not analyzed yet"),
        ),
    )
    menu_wanted = Signal(QMenu, object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.shelf = shelf_of(window.choices)
        self.shelf.join(window)
        self.panel: LibraryPanel | None = None
        self.box: QWidget | None = None
        self._kept: Analysis | None = None
        self._is_from_before = False
        window.side.add("library", lambda: self.tr("Library"), self._make)
        window.actions_by_name["go_names"].triggered.connect(lambda: window.side.show_tab("names"))
        self.shelf.opened.connect(self._on_opened)
        self.shelf.progressed.connect(self._on_progress)
        self.shelf.failed.connect(self._on_failed)
        self.shelf.crashed.connect(self._on_crashed)
        self.shelf.imported.connect(self._on_imported)
        self._on_opened()

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {
            "keep_article": self.keep_article,
            "import_files": self._import_files,
            "import_folder": self._import_folder,
            "analyze_library": self.shelf.analyze,
            "show_library": self.toggle,
            "search_library": self.search,
        }

    @property
    def library(self) -> Library | None:
        """The library that is open."""
        return self.shelf.library

    def selected(self) -> tuple[int, ...]:
        """Return the numbers of the articles that are chosen in the list."""
        return self.panel.chosen() if self.panel is not None else ()

    # -- the panel ---------------------------------------------------------------------------

    def toggle(self) -> None:
        """Show the library and give it the keyboard; where it has that, show the names."""
        window, side = self.window, self.window.side
        if side.current() == "library" and self.panel and self.panel.isAncestorOf(_focused(window)):
            side.show_tab("names")
            window.article.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.search()

    def search(self) -> None:
        """Show the library, and give its search the keyboard."""
        self.window.actions_by_name["show_entities"].setChecked(True)
        self.window.side.show_tab("library")
        if self.panel is not None:
            self.panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.panel.search.selectAll()

    def _make(self) -> QWidget:
        from reader.gui.views.library_panel import LibraryPanel  # noqa: PLC0415 - at first sight

        self.panel = panel = LibraryPanel(self.shelf, self.window.menus["library"])
        panel.set_theme(self.window.theme())
        panel.open_wanted.connect(self.open_article)
        panel.menu_wanted.connect(self.menu_wanted)
        panel.tab_wanted.connect(lambda article: self._open(article, self.window.more_wanted.emit))
        panel.read_wanted.connect(self._mark_read)
        panel.tag_wanted.connect(self._ask_tag)
        panel.untag_wanted.connect(self._untag)
        panel.remove_wanted.connect(self._ask_remove)
        panel.failed.connect(self._tell)
        panel.dropped.connect(self._take_in)
        self.shelf.ensure()
        return panel

    def set_theme(self, theme: Theme) -> None:
        """Show the colors of another theme."""
        if self.panel is not None:
            self.panel.set_theme(theme)

    def _on_opened(self) -> None:
        """Keep notes of the library's articles in it, where one is open."""
        keeper, library = self.window.keeper, self.shelf.library
        keeper.books = None
        if library is not None:
            from reader.gui.books import LibraryBooks  # noqa: PLC0415 - start-up is light

            keeper.books = LibraryBooks(self.shelf, library, keeper)
        self._find_again()
        self._enable()

    def _find_again(self) -> None:
        """Know an article of the library that was open before by its number in this one."""
        window, library = self.window, self.library
        shown, document = window.opening.shown, window.document
        if shown is None or document is None:
            return
        if library is None:
            self._is_from_before = self._is_from_before or shown.shelved is not None
            window.opening.shown = replace(shown, shelved=None)
        elif self._is_from_before:
            self._is_from_before = False
            self.shelf.read(partial(_shelved, document), partial(self._on_found, document))

    def _on_found(self, document: Document, shelved: Shelved | None) -> None:
        window, shown = self.window, self.window.opening.shown
        if shelved is not None and shown is not None and window.document is document:
            window.opening.shown = replace(shown, shelved=shelved)
            window.keeper.open(document)

    def _on_progress(self, _progress: Progress | None) -> None:
        self._enable()

    def _enable(self) -> None:
        library, progress = self.shelf.library, self.shelf.progress
        writes = library is None or not library.read_only
        is_quiet = progress is None or progress.kind == "analyze"
        can = {
            "keep_article": writes and self.window.document is not None,
            "import_files": writes and is_quiet,
            "import_folder": writes and is_quiet,
            "analyze_library": library is not None and writes and progress is None,
            "backups": is_quiet,
            "open_library": is_quiet,
            "own_library": is_quiet and self.shelf.path is not None,
        }
        for name, enabled in can.items():
            self.window.actions_by_name[name].setEnabled(enabled)

    # -- opening -----------------------------------------------------------------------------

    def open_article(self, article: int) -> None:
        """Show an article of the library in this window."""
        self._open(article, self.window.opening.open)

    def _open(self, article: int, show: Callable[[Origin], object]) -> None:
        """Show an article of the library with what is known of it."""
        self.shelf.read(partial(_origin, article), show, self._tell)

    def _shelved(self) -> Shelved | None:
        shown = self.window.opening.shown
        return shown.shelved if shown is not None else None

    def leave_document(self, document: Document) -> None:
        """Keep where the article was left, and what was found in it after corrections."""
        del document
        shelved, library = self._shelved(), self.shelf.library
        if shelved is None or library is None or library.read_only:
            return
        article, at = shelved.article, self.window.article.first_visible_offset()
        self.shelf.write(lambda library: library.articles.leave_at(article, at))
        self._keep_analysis(shelved)

    def show_document(self, document: Document) -> None:
        """Mark an article of the library as read, and go to where it was left."""
        self._enable()
        shelved, library = self._shelved(), self.shelf.library
        shown = self.window.opening.shown
        self._kept = shown.analysis if shown is not None else None
        if shelved is None or library is None:
            return
        if 0 < shelved.position < len(document.text):
            self.window.article.show_at_top(shelved.position)
        if not library.read_only:
            article = shelved.article
            self.shelf.mark(lambda library: library.articles.mark([article], read=True))

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Know what may be kept."""
        del index
        self._enable()

    def _keep_analysis(self, shelved: Shelved) -> None:
        analysis = self.window.analysis
        if analysis is None or analysis is self._kept:
            return
        self._kept = analysis
        article, rules = shelved.article, shelved.revision
        self.shelf.write(lambda library: library.analyses.keep(article, analysis, rules=rules))

    # -- keeping -----------------------------------------------------------------------------

    def keep_article(self) -> None:
        """Keep the article in sight, what was found in it and what its reader noted."""
        self.shelf.ensure(self._keep_article, create=True)

    def _keep_article(self) -> None:
        window = self.window
        document, analysis, notebook = window.document, window.analysis, window.keeper.notebook
        if document is None:
            return

        def work(library: Library) -> tuple[Shelved, bool]:
            saved = library.articles.save(document)
            base = Notebook(notebook.document)
            library.notes.keep(saved.id, notebook, base=base)
            library.articles.mark([saved.id], read=True)
            rules, revision = library.rules.load(), library.rules.revision()
            if analysis is not None:
                library.analyses.keep(saved.id, analysis, rules=0 if rules else revision)
            return Shelved(saved.id, rules, revision), saved.new

        def done(result: tuple[Shelved, bool]) -> None:
            shelved, new = result
            self._on_kept(document, shelved)
            words = self.tr("Kept in the library.") if new else self.tr("The library has it.")
            window.statusBar().showMessage(words, _MESSAGE)

        self.shelf.write(work, done, self._tell)

    def _on_kept(self, document: Document, shelved: Shelved) -> None:
        """Keep the notebook in the library from now on; list the article."""
        window, opening = self.window, self.window.opening
        if window.document is document and opening.shown is not None:
            opening.shown = replace(opening.shown, shelved=shelved)
            self._kept = window.analysis
            window.keeper.open(document)
            if shelved.rules:
                window.analyze_again()
        self.shelf.changed.emit()

    # -- marking -----------------------------------------------------------------------------

    def _mark_read(self, ids: Sequence[int], read: bool) -> None:  # noqa: FBT001 - a slot
        self.shelf.mark(lambda library: library.articles.mark(ids, read=read))

    def _ask_tag(self, ids: Sequence[int]) -> None:
        dialog = QInputDialog(self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Tag"))
        dialog.setLabelText(self.tr("A tag for the articles that are chosen:"))
        dialog.setOkButtonText(self.tr("Tag"))
        dialog.textValueSelected.connect(
            lambda name: self._change(lambda library: library.articles.tag(ids, name))
        )
        self._open_box(dialog)

    def _untag(self, ids: Sequence[int], tag: str) -> None:
        self._change(lambda library: library.articles.untag(ids, tag))

    def _ask_remove(self, ids: Sequence[int]) -> None:
        if not ids:
            return
        words = self.tr("Take the chosen articles out of the library, with their notes?")
        box = QuestionBox(self.tr("Library"), words, self.tr("Take out"), self.window)
        box.agreed.connect(lambda: self._change(lambda library: library.articles.remove(ids)))
        self._open_box(box)

    def _change(self, work: Callable[[Library], object]) -> None:
        self.shelf.write(work, lambda _result: self.shelf.changed.emit())

    def _open_box(self, box: QDialog) -> None:
        self.box = box
        box.finished.connect(lambda _result: self._forget_box(box))
        box.open()

    def _forget_box(self, box: QWidget) -> None:
        if self.box is box:
            self.box = None

    # -- taking in ---------------------------------------------------------------------------

    def _import_files(self) -> None:
        title = self.tr("Take files into the library")
        names, _kind = QFileDialog.getOpenFileNames(self.window, title, "", file_kinds())
        self._take_in([Path(name) for name in names])

    def _import_folder(self) -> None:
        title = self.tr("Take a folder into the library")
        name = QFileDialog.getExistingDirectory(self.window, title)
        self._take_in([Path(name)] if name else [])

    def _take_in(self, paths: Sequence[Path]) -> None:
        if paths:
            self.window.side.show_tab("library")
            self.shelf.take_in(paths)

    def _on_imported(self, imported: Imported) -> None:
        """Tell what has come, and what was refused."""
        if not self._is_in_sight():
            return
        words = say_count(QT_TRANSLATE_NOOP("Wording", "%n new article(s)"), imported.new)
        self.window.statusBar().showMessage(words, _MESSAGE)
        if imported.refused and not imported.is_unasked:
            from reader.gui.views.refusals_dialog import RefusalsDialog  # noqa: PLC0415 - now

            self._open_box(RefusalsDialog(imported.refused, words, self.window))

    # -- telling -----------------------------------------------------------------------------

    def _is_in_sight(self) -> bool:
        return self.window.isVisible()

    def _on_failed(self, error: ReaderError) -> None:
        if self._is_in_sight():
            self._tell(error)

    def _on_crashed(self, trace: str) -> None:
        if self._is_in_sight():
            self.window.show_fault(trace)

    def _tell(self, error: ReaderError) -> None:
        self.window.warnings.tell(error_text(error))

    def close(self) -> None:
        """Keep where the article was left; the last window closes the library."""
        if self.window.document is not None:
            self.leave_document(self.window.document)
        self.shelf.leave(self.window)


def _focused(window: MainWindow) -> QWidget:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the window is up

    return QApplication.focusWidget() or window


def _shelved(document: Document, library: Library) -> Shelved | None:
    """Return what a library has of an article that is in sight, None where it has none."""
    article = library.articles.find(document.id)
    if article is None:
        return None
    return Shelved(article, library.rules.load(), library.rules.revision())


def _origin(article: int, library: Library) -> Origin:
    """Return an article with what the library knows of it."""
    document = library.articles.document(article)
    rows = library.articles.rows([article])
    rules, revision = library.rules.load(), library.rules.revision()
    made = library.analyses.made(article)
    steps, _redone = library.notes.steps(article)
    is_fresh = made is not None and made.rules >= revision
    is_fresh = is_fresh and not (steps and made and steps[0].made > made.made)
    analysis = library.analyses.load(article) if is_fresh else None
    position = rows[0].position if rows else 0
    shelved = Shelved(article, rules, revision, position)
    return Origin(document=document, analysis=analysis, shelved=shelved)
