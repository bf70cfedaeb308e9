"""The library in the window: its articles, what is kept in it, and what is taken in."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QMessageBox

from reader.core.types import Analysis, Document
from reader.errors import LibraryError, ReaderError
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models import wording
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.models.reasons import error_text
from reader.gui.origin import Origin
from reader.gui.tasks import Report, Task
from reader.gui.theme import Theme
from reader.gui.views.library_panel import LibraryPanel

if TYPE_CHECKING:
    from reader.core.notebook import Notebook
    from reader.gui.main_window import MainWindow
    from reader.gui.models.articles_model import Told
    from reader.libraries import Library, Row

_MESSAGE = 6000  # milliseconds
_NAMED = 12  # names that the menu of filters offers of a kind
_REFUSED = 200  # refusals that are listed; the rest is counted


class LibraryFeature(Feature):
    """Opens the user's library when it is first wanted, and all that it does.

    Attributes:
        panel: the list, in the column of the names.
        library: None until it is wanted, and where it cannot be opened.
    """

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "show_library",
            "library",
            QT_TRANSLATE_NOOP("Actions", "List of the &library"),
            QT_TRANSLATE_NOOP("Actions", "List the articles that you keep"),
            "Ctrl+Alt+R",
            checkable=True,
        ),
        Command(
            "search_library",
            "library",
            QT_TRANSLATE_NOOP("Actions", "Search the li&brary"),
            QT_TRANSLATE_NOOP("Actions", "Type to search the articles that you keep"),
            "Ctrl+Shift+K",
        ),
        Command(
            "keep_article",
            "library",
            QT_TRANSLATE_NOOP("Actions", "&Keep in the library"),
            QT_TRANSLATE_NOOP("Actions", "Keep the article, what was found in it and your notes"),
            "Ctrl+Alt+K",
        ),
        Command(
            "import_files",
            "library",
            QT_TRANSLATE_NOOP("Actions", "Take &files into the library…"),
            QT_TRANSLATE_NOOP("Actions", "Keep the articles of many files"),
        ),
        Command(
            "import_folder",
            "library",
            QT_TRANSLATE_NOOP("Actions", "Take a f&older into the library…"),
            QT_TRANSLATE_NOOP("Actions", "Keep the articles of all files in a folder"),
        ),
        Command(
            "analyze_library",
            "library",
            QT_TRANSLATE_NOOP("Actions", "&Analyze what is new in the library"),
            QT_TRANSLATE_NOOP("Actions", "Find names and events in all that is not analyzed yet"),
        ),
        Command(
            "open_library",
            "library",
            QT_TRANSLATE_NOOP("Actions", "Open another li&brary…"),
            QT_TRANSLATE_NOOP("Actions", "Use a library in another file, or make one"),
        ),
        Command(
            "back_up_library",
            "library",
            QT_TRANSLATE_NOOP("Actions", "&Back the library up"),
            QT_TRANSLATE_NOOP("Actions", "Copy the library, and check the copy"),
        ),
        Command(
            "restore_library",
            "library",
            QT_TRANSLATE_NOOP("Actions", "&Restore the library…"),
            QT_TRANSLATE_NOOP("Actions", "Put a backup in the place of the library"),
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.panel = LibraryPanel()
        self.library: Library | None = None
        self._path: Path | None = None
        self._question, self._sort = "", "day"
        self._task: Task | None = None
        self._stopped = threading.Event()
        self.panel.hide()
        window.left.insertWidget(0, self.panel)
        action = window.actions_by_name["show_library"]
        action.toggled.connect(self._show_panel)
        self.panel.actions_button.setMenu(window.menus["library"])
        self.panel.asked.connect(self._on_asked)
        self.panel.article_activated.connect(self.open_article)
        self.panel.delete_wanted.connect(self._remove)
        self.panel.menu_wanted.connect(self._fill_menu)
        self.panel.filters_wanted.connect(self._fill_filters)
        self.panel.cancel_wanted.connect(self._stop)
        window.analysis_ready.connect(self._on_analyzed)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does."""
        return {
            "search_library": self._search,
            "keep_article": self.keep,
            "import_files": self._import_files,
            "import_folder": self._import_folder,
            "analyze_library": self._analyze,
            "open_library": self._choose_library,
            "back_up_library": self._back_up,
            "restore_library": self._restore,
        }

    def set_theme(self, theme: Theme) -> None:
        """Show the list in other colors."""
        self.panel.set_theme(theme)

    def close(self) -> None:
        """Stop what runs, and close the file."""
        self._stop()
        self._close()

    # -- the library -------------------------------------------------------------------------

    def opened(self, *, create: bool = False) -> Library | None:
        """Return the library, opened now if it was not; None where there is none, or a fault."""
        if self.library is None:
            from reader.libraries import Library, default_path  # noqa: PLC0415 - start-up is light

            path = self._path or default_path()
            if create or path.exists():
                try:
                    self._take(Library.open(path, create=create))
                except LibraryError as error:
                    self.panel.show_notice(self._told(error))
        return self.library

    def _take(self, library: Library) -> None:
        from reader.gui.books import LibraryBooks  # noqa: PLC0415 - start-up is light

        self.library = library
        self.window.keeper.books = LibraryBooks(library)
        damaged = [d.words or d.table for d in library.damaged]
        notices = [library.notice] if library.notice else []
        if damaged:
            words = self.tr("Something in the library is damaged; a backup can be restored:")
            notices.append(f"{words} {wording.join(map(wording.isolate, damaged[:5]))}")
        self.panel.show_notice("\n".join(notices))

    def _close(self) -> None:
        if self.library is not None:
            self.window.keeper.books = None
            self.library.close()
            self.library = None

    def _told(self, error: LibraryError) -> str:
        return f"{wording.isolate(error.path.name)}: {error.reason}"

    def _try(self, work: Callable[[], object]) -> bool:
        """Do something with the library; tell of what is wrong, and whether it was done."""
        try:
            work()
        except LibraryError as error:
            self.window.warn(self._told(error))
            return False
        return True

    # -- the list ----------------------------------------------------------------------------

    def _show_panel(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.panel.setVisible(shown)
        if shown:
            height = self.window.left.height()
            self.window.left.setSizes([height // 2, height * 3 // 8, height // 8])
            self.list_again()

    def _search(self) -> None:
        self.window.actions_by_name["show_library"].setChecked(True)
        self.window.actions_by_name["show_entities"].setChecked(True)
        self.panel.search.setFocus()
        self.panel.search.selectAll()

    def _on_asked(self, question: str, sort: str) -> None:
        self._question, self._sort = question, sort
        self.list_again()

    def list_again(self) -> None:
        """Ask the library anew what the list shows."""
        library = self.opened()
        if library is None:
            self.panel.model.show((), lambda _ids: ())
            self.panel.show_count(self._empty_words())
            return
        try:
            ascending = self._sort == "title"
            found = library.search.ids(self._question, self._sort, ascending=ascending)  # type: ignore[arg-type]
        except LibraryError as error:
            self.panel.show_notice(self._told(error))
            return
        self.panel.model.show(found.ids, partial(self._tell, library, self._question))
        self.panel.show_count(self._empty_words())
        if found.unknown:
            words = self.tr("means nothing here, and is looked for as words:")
            self.panel.show_notice(f"{wording.join(map(wording.quoted, found.unknown))} {words}")
        elif not library.damaged:
            self.panel.show_notice(library.notice)

    def _tell(self, library: Library, question: str, ids: Sequence[int]) -> Sequence[Told]:
        try:
            if question.strip():
                return [(hit.row, hit.snippet) for hit in library.articles.hits(question, ids)]
            return [(row, None) for row in library.articles.rows(ids)]
        except LibraryError as error:
            self.panel.show_notice(self._told(error))
            return ()

    def _empty_words(self) -> str:
        if self._question.strip():
            return self.tr("No article answers this.")
        return self.tr(
            "Nothing is kept yet. Keep the open article, or take files in, by the button above."
        )

    def _fill_filters(self, menu: QMenu) -> None:
        menu.clear()
        self._offer(menu, self.tr("All articles"), "")
        self._offer(menu, self.tr("Not read yet"), "unread:yes")
        if self.library is None:
            return
        articles = self.library.articles
        kinds = (
            (self.tr("Source"), articles.sites),
            (self.tr("Tag"), articles.tags),
            (self.tr("Person"), lambda: articles.names(("PER",), _NAMED)),
            (self.tr("Organization"), lambda: articles.names(("ORG",), _NAMED)),
            (self.tr("Place"), lambda: articles.names(("GPE", "LOC", "FAC"), _NAMED)),
        )
        for title, groups in kinds:
            found = groups()[:_NAMED]
            if found:
                inner = menu.addMenu(title)
                for group in found:
                    name = wording.isolate(wording.marked(group.name).replace("&", "&&"))
                    self._offer(inner, f"{name} ({group.count})", group.query)
        events = articles.events()[:_NAMED]
        if events:
            inner = menu.addMenu(self.tr("Event"))
            for group in events:
                name = wording.event_type_name(group.name)  # type: ignore[arg-type]
                self._offer(inner, f"{name} ({group.count})", group.query)

    def _offer(self, menu: QMenu, words: str, query: str) -> None:
        menu.addAction(words).triggered.connect(lambda: self.panel.ask_for(query))

    def _fill_menu(self, menu: QMenu, ids: tuple[int, ...]) -> None:
        library = self.library
        if library is None:
            return
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self.open_article(ids[0]))
        menu.addSeparator()
        for words, read in ((self.tr("Mark as read"), True), (self.tr("Mark as not read"), False)):
            mark = partial(library.articles.mark, ids, read=read)
            menu.addAction(words).triggered.connect(partial(self._change, ids, mark))
        menu.addAction(self.tr("Tag…")).triggered.connect(partial(self._tag, ids))
        tags = {tag for row in library.articles.rows(ids) for tag in row.tags}
        for tag in sorted(tags):
            words = self.tr("Take the tag {tag} off").format(tag=wording.isolate(f"#{tag}"))
            untag = partial(library.articles.untag, ids, tag)
            menu.addAction(words).triggered.connect(partial(self._change, ids, untag))
        menu.addSeparator()
        menu.addAction(self.tr("Remove…")).triggered.connect(partial(self._remove, ids))

    def _change(self, ids: Sequence[int], change: Callable[[], object], *_: object) -> None:
        if self._try(change):
            self.panel.model.refresh(ids)

    def _tag(self, ids: Sequence[int], *_: object) -> None:
        title, words = self.tr("Tag"), self.tr("Name of the tag:")
        name, chosen = QInputDialog.getText(self.window, title, words)
        if chosen and name.strip() and self.library is not None:
            self._change(ids, partial(self.library.articles.tag, ids, name.strip()))

    def _remove(self, ids: tuple[int, ...], *_: object) -> None:
        library = self.library
        if library is None or not ids:
            return
        words = self.tr(
            "Remove %n articles from the library, with your notes on them?", "", len(ids)
        )
        if self._agreed(words) and self._try(lambda: library.articles.remove(ids)):
            self.list_again()

    def _agreed(self, words: str) -> bool:
        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        return box.exec() == QMessageBox.StandardButton.Yes

    # -- articles ----------------------------------------------------------------------------

    def open_article(self, article: int) -> None:
        """Show an article of the library with what is known of it."""
        library = self.library
        if library is None:
            return
        try:
            document = library.articles.document(article)
            analysis = library.analyses.load(article)
            if not library.read_only:
                library.articles.mark([article], read=True)
        except LibraryError as error:
            self.window.warn(self._told(error))
            return
        self.panel.model.refresh([article])
        self.window.opening.open(Origin(document=document, analysis=analysis))

    def keep(self) -> None:
        """Keep the article in sight, with what was found in it and the reader's notes."""
        window, document = self.window, self.window.document
        library = self.opened(create=True)
        if document is None or library is None:
            return
        notebook, analysis = window.keeper.notebook, window.analysis
        self._start(
            lambda _report: _kept(library, document, analysis, notebook),
            self.tr("Keeping the article"),
            self._on_kept,
        )

    def _on_kept(self, row: Row) -> None:
        self.list_again()
        self.window.statusBar().showMessage(
            self.tr("Kept in the library: {title}").format(
                title=wording.isolate(wording.marked(row.title))
            ),
            _MESSAGE,
        )

    def _on_analyzed(self, analysis: Analysis) -> None:
        """Keep the newer analysis of an article that is kept."""
        library = self.library
        if library is None or library.read_only or self._task is not None:
            return
        article = library.articles.find(analysis.document.id)
        if article is None or library.analyses.load(article) == analysis:
            return
        self._try(lambda: library.analyses.keep(article, analysis, rules=library.rules.revision()))

    # -- taking in ---------------------------------------------------------------------------

    def _import_files(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(self.window, self.tr("Take files in"))
        self.take_in([Path(name) for name in names])

    def _import_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self.window, self.tr("Take a folder in"))
        self.take_in([Path(name)] if name else [])

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take the articles of files and folders into the library, and analyze them."""
        library = self.opened(create=True) if paths else None
        if library is None:
            return
        self.window.actions_by_name["show_library"].setChecked(True)
        self._stopped = threading.Event()
        stopped = self._stopped
        self._start(
            lambda report: _taken_in(library, paths, report, stopped),
            self.tr("Taking files in"),
            self._on_taken_in,
        )

    def _on_taken_in(self, refused: Sequence[tuple[str, str]]) -> None:
        self.list_again()
        if refused:
            self._show_refused(refused)
        if not self._stopped.is_set():
            self._analyze()

    def _show_refused(self, refused: Sequence[tuple[str, str]]) -> None:
        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("%n files or parts of them could not be read.", "", len(refused)))
        lines = [f"{wording.isolate(source)}: {reason}" for source, reason in refused[:_REFUSED]]
        box.setDetailedText("\n".join(lines))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _analyze(self) -> None:
        library = self.opened()
        if library is None or library.read_only or self._task is not None:
            return
        self._stopped = threading.Event()
        stopped = self._stopped
        self._start(
            lambda report: _analyzed(library, report, stopped),
            self.tr("Analyzing what is new"),
            lambda _done: self.list_again(),
        )

    def _start(
        self, work: Callable[[Report], object], words: str, done: Callable[..., object]
    ) -> None:
        """Do one long work with the library; others wait until it is done or stopped."""
        if self._task is not None:
            self.window.warn(self.tr("The library is at work; wait, or stop it first."))
            return
        task = Task(work, self)
        self._task = task
        self.panel.show_work(words, 0, 0)
        task.progressed.connect(partial(self._on_progress, words))
        task.finished.connect(partial(self._on_done, done))
        task.failed.connect(self._on_failed)
        task.crashed.connect(self._on_crashed)
        for end in (task.finished, task.failed, task.crashed):
            end.connect(task.deleteLater)
        task.start()

    def _on_progress(self, words: str, told: str) -> None:
        done, _, whole = told.partition("/")
        count = wording.isolate(f"{done} / {whole}")
        self.panel.show_work(f"{words} {count}", int(done), max(1, int(whole)))

    def _on_done(self, done: Callable[..., object], result: object) -> None:
        self._task = None
        self.panel.show_work("", 0, 0)
        done(result)

    def _on_failed(self, error: ReaderError) -> None:
        self._on_done(
            lambda _r: self.window.warn(
                self._told(error) if isinstance(error, LibraryError) else error_text(error)
            ),
            None,
        )

    def _on_crashed(self, trace: str) -> None:
        self._on_done(lambda _r: self.window.show_fault(trace), None)

    def _stop(self) -> None:
        self._stopped.set()

    # -- files of libraries ------------------------------------------------------------------

    def _choose_library(self) -> None:
        title, kinds = self.tr("Open or make a library"), self.tr("Libraries (*.qari)")
        name, _kind = QFileDialog.getSaveFileName(
            self.window, title, "", kinds, options=QFileDialog.Option.DontConfirmOverwrite
        )
        if name:
            self.use(Path(name))

    def use(self, path: Path) -> None:
        """Use the library in another file; it is made where there is none."""
        if self._task is not None:
            self.window.warn(self.tr("The library is at work; wait, or stop it first."))
            return
        self._close()
        self._path = path
        self.opened(create=True)
        self.window.actions_by_name["show_library"].setChecked(True)
        self.list_again()

    def _back_up(self) -> None:
        library = self.opened()
        if library is not None:
            self._start(
                lambda _report: library.backups.make(),
                self.tr("Backing the library up"),
                lambda made: self.window.statusBar().showMessage(
                    self.tr("Backed up: {name}").format(name=wording.isolate(made.path.name)),
                    _MESSAGE,
                ),
            )

    def _restore(self) -> None:
        from reader.libraries import Backups, default_path  # noqa: PLC0415 - start-up is light

        path = self._path or default_path()
        backups = Backups(path)
        good = {b.made: b for b in backups.list() if b.verified}
        if not good:
            self.window.warn(self.tr("There is no backup yet."))
            return
        words = self.tr("Which backup takes its place? What is there now is put aside.")
        made, chosen = QInputDialog.getItem(
            self.window, self.tr("Restore the library"), words, list(good), 0, False
        )
        if chosen and self._task is None:
            self._close()
            self._try(lambda: backups.restore(good[made]))
            self.list_again()


def _kept(
    library: Library, document: Document, analysis: Analysis | None, notebook: Notebook
) -> Row:
    """Keep an article and all that belongs to it; return it as a list shows it."""
    from reader.core.notebook import Notebook  # noqa: PLC0415 - a type alone elsewhere

    saved = library.articles.save(document)
    if analysis is not None:
        library.analyses.keep(saved.id, analysis, rules=library.rules.revision())
    library.notes.keep(saved.id, notebook, base=Notebook(document.id))
    library.articles.mark([saved.id], read=True)
    (row,) = library.articles.rows([saved.id])
    return row


def _taken_in(
    library: Library, paths: Sequence[Path], report: Report, stopped: threading.Event
) -> list[tuple[str, str]]:
    """Take files in; return what was refused."""
    from reader import libraries  # noqa: PLC0415 - the window is up before

    files, none = libraries.sources_of(paths)
    refused = [(r.source, r.reason) for r in none]
    jobs = [job.id for job in library.imports.unfinished()]
    if files:
        jobs.append(library.imports.start(files))
    for job in jobs:
        libraries.gather(
            library,
            job,
            progress=lambda state: report(f"{state.done}/{state.files}"),
            cancelled=stopped,
        )
        refused += [(r.source, r.reason) for r in library.imports.refusals(job)]
    return refused


def _analyzed(library: Library, report: Report, stopped: threading.Event) -> int:
    from reader import libraries  # noqa: PLC0415 - the window is up before

    return libraries.analyze_stale(
        library,
        progress=lambda done, left: report(f"{done}/{done + left}"),
        cancelled=stopped,
    )
