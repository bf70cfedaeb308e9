"""The library that the windows have open, and the work on it: off the window's own thread.

Reads never wait in a library, so that those of a screenful are made at once. What is written
waits its turn here, one after the other.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import LibraryError, ReaderError
from reader.gui import shelf_work
from reader.gui.choices import Choices
from reader.gui.shelf_work import Arrival, Imported, Kind, Progress
from reader.gui.tasks import Task
from reader.gui.writes import Done, Work, Writes

if TYPE_CHECKING:
    from reader.libraries import Backup, Library, Moved

_LOOK = 5 * 60_000  # milliseconds between two looks whether a backup is due


class Shelf(QObject):
    """One library for all windows of the program.

    Attributes:
        path: of the library; the user's own until another one is opened.
        library: None until it is opened, or where there is none yet.
        error: why it could not be opened.
        writes: what is written into it, and what waits to be.
        progress: of the long work that is under way, None where none is.
        unfinished: how many imports were cut short.
        is_paused: the user stopped the analysis of what is new.
        is_closing: it writes what waits for the last time.

    Signals:
        opened: another library, or the same anew, or none.
        changed: what is in it.
        marked: what the user marked on articles.
        failed: the ReaderError of what was not read or written.
        crashed: a traceback, for a fault of ours.
        progressed: the Progress, or None at the end.
        imported: the Imported.
        exported: the Moved of what was written into a file, and its path.
        watched: the folders that are watched, and those in them, have changed.
        came_late: files are still being written into a folder that is watched.
        ruled: the rules as they are now, and how many changes they have seen.
    """

    opened = Signal()
    changed = Signal()
    marked = Signal()
    failed = Signal(object)
    crashed = Signal(str)
    progressed = Signal(object)
    imported = Signal(object)
    exported = Signal(object, object)
    watched = Signal()
    came_late = Signal()
    ruled = Signal(object, int)
    _went = Signal(object, object)

    def __init__(self, choices: Choices | None = None) -> None:
        super().__init__(choices)
        self._choices = choices
        chosen = choices.settings.library if choices is not None else ""
        self.path: Path | None = Path(chosen) if chosen else None
        self.library: Library | None = None
        self.error: LibraryError | None = None
        self.progress: Progress | None = None
        self.unfinished = 0
        self.is_paused = False
        self._opening: object = None  # a token of what is being opened
        self.is_closing = False
        self._users: set[QObject] = set()
        self._after: list[Callable[[], object]] = []
        self.writes = Writes(lambda: self.library, self._run)
        self._tasks: list[Task] = []
        self._cancelled = threading.Event()
        self._went.connect(self._on_went)
        self.ruled.connect(lambda _rules, _revision: self.analyze(anew=True))
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._look_after)

    # -- who uses it -------------------------------------------------------------------------

    def join(self, window: QObject) -> None:
        """Let one window more use it."""
        self._users.add(window)

    def leave(self, window: QObject) -> None:
        """Close it with the last window."""
        self._users.discard(window)
        if not self._users:
            self.close()

    def close(self) -> None:
        """Write what waits, stop the rest, and close the library."""
        self.is_closing = True
        self._cancelled.set()
        self._timer.stop()
        self.writes.flush()
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()
        if self.library is not None:
            self.library.close()
            self.library = None
        self.is_closing = False

    # -- opening -----------------------------------------------------------------------------

    @property
    def is_opening(self) -> bool:
        """Tell whether a library is being opened."""
        return self._opening is not None

    def ensure(self, then: Callable[[], object] = lambda: None, *, create: bool = False) -> None:
        """Have the library open, and do something then; `create` makes one where there is none."""
        if self.library is not None:
            then()
            return
        self._after.append(then)
        if create or not self.is_opening:
            self.open(self.path, create=create)

    def open(self, path: Path | None, *, create: bool = False) -> None:
        """Open a library, the user's own for None, in the place of the one that is open."""
        before, self.library = self._let_go(), None
        self.error, self.path = None, path
        self._opening = opening = object()

        def work() -> tuple[Library | None, int]:
            from reader.libraries import Library, default_path  # noqa: PLC0415 - at first use

            if before is not None:
                before.close()
            try:
                library = Library.open(path or default_path(), create=create)
            except LibraryError as error:
                if error.fault == "missing" and path is None:
                    return None, 0
                raise
            return library, len(library.imports.unfinished())

        if before is not None:
            self.opened.emit()
        self._run(work, partial(self._on_opened, opening), partial(self._on_unopened, opening))

    def _let_go(self) -> Library | None:
        """Stop all work on the library that is open, and return it."""
        self._cancelled.set()
        self._end_work(self._cancelled)
        self.writes.flush()
        return self.library

    def _on_opened(self, opening: object, result: tuple[Library | None, int]) -> None:
        library, unfinished = result
        if opening is not self._opening:
            if library is not None:
                library.close()
            return
        self._opening = None
        self.library, self.unfinished, self.is_paused = library, unfinished, False
        self._keep_choice()
        after, self._after = self._after, []
        self._timer.start()
        self.opened.emit()
        if library is not None:
            for then in after:
                then()

    def _keep_choice(self) -> None:
        """Have the same library the next time."""
        choices, path = self._choices, str(self.path or "")
        if choices is not None and choices.settings.library != path:
            choices.keep(replace(choices.settings, library=path))

    def _on_unopened(self, opening: object, error: LibraryError) -> None:
        if opening is not self._opening:
            return
        self._opening = None
        if error.fault == "missing" and self._choices and self._choices.settings.library:
            self.failed.emit(error)  # that of the last time is gone: the user's own is there
            self.open(None)
            return
        self._after.clear()
        self.error = error
        self.opened.emit()

    # -- reading and writing -----------------------------------------------------------------

    def read(self, work: Work, done: Done, failed: Done | None = None) -> None:
        """Read on another thread; `done` takes the result if the library is still open."""
        library = self.library
        if library is None:
            return

        def take(result: object) -> None:
            if library is self.library:
                done(result)

        def fail(error: ReaderError) -> None:
            if library is self.library:
                (failed or self.failed.emit)(error)

        self._run(lambda: work(library), take, fail)

    def write(self, work: Work, done: Done | None = None, failed: Done | None = None) -> None:
        """Write on another thread, after what was to be written before."""
        fail = failed or self.failed.emit
        if self.library is None:  # another one is being opened, which knows other articles
            fail(LibraryError(self.path or Path(), "missing", "it was closed"))
            return
        self.writes.add(work, done or _nothing, fail)

    def mark(self, work: Work) -> None:
        """Write what the user marks on articles, and tell of it."""
        self.write(work, lambda _result: self.marked.emit())

    def _run(self, work: Callable[[], Any], done: Done, failed: Done) -> None:
        task = Task(lambda _report: work(), self)
        self._tasks.append(task)
        for end, call in (
            (task.finished, done),
            (task.failed, failed),
            (task.crashed, self.crashed.emit),
        ):
            end.connect(lambda result, call=call: self._end(task, call, result))
        task.start()

    def _end(self, task: Task, call: Done, result: object) -> None:
        if task in self._tasks:
            self._tasks.remove(task)
            call(result)

    # -- long work ---------------------------------------------------------------------------

    def cancel(self) -> None:
        """Stop the long work; what it has done stays, and an analysis waits to be gone on with."""
        self.is_paused = self.progress is not None and self.progress.kind == "analyze"
        self._cancelled.set()

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take in files and folders, with what was cut short before, and analyze what is new."""
        self.ensure(
            lambda: self._import("import", partial(shelf_work.take_in, paths=paths)), create=True
        )

    def _import(self, kind: Kind, take: Callable[..., Imported]) -> None:
        """Take articles in, of the library that `take` is given."""
        cancelled = self._begin(kind)
        tell = self._teller(cancelled)
        self.read(
            lambda library: take(library, tell=tell, cancelled=cancelled),
            partial(self._on_imported, cancelled),
            partial(self._on_stopped, cancelled),
        )

    def _teller(self, work: threading.Event) -> shelf_work.Tell:
        """Return what tells from another thread how far a work is."""
        return lambda progress: self._went.emit(work, progress)

    def _on_imported(self, cancelled: threading.Event, result: Imported) -> None:
        self.unfinished = result.unfinished
        self._end_work(cancelled)
        self.changed.emit()
        self.imported.emit(result)
        if not cancelled.is_set() and result.new and not self.is_paused:
            self.analyze()

    def take_new(self) -> None:
        """Take in what has come into the folders that are watched, once nothing else goes on."""
        if self.library is None or self.library.read_only:
            return

        def take(come: Arrival) -> None:
            busy = self.progress is not None and self.progress.kind != "analyze"
            if come.files and not busy:
                self._import("import", partial(shelf_work.take_arrival, come=come))
            if come.is_coming or (come.files and busy):
                self.came_late.emit()

        self.read(shelf_work.arrived, take)

    def ask_feeds(self, addresses: Sequence[str] = ()) -> None:
        """Ask feeds for what is new, all that are followed by default; follow them from now on."""
        asked = partial(shelf_work.ask_feeds, addresses=tuple(addresses))
        self.ensure(lambda: self._import("feeds", asked), create=bool(addresses))

    def export(self, path: Path, question: str) -> None:
        """Write the articles that a question is about, with all that is kept of them."""
        cancelled = self._begin("export")
        tell = self._teller(cancelled)

        def work(library: Library) -> Moved:
            from reader.libraries import export  # noqa: PLC0415 - it is open

            return export(
                library,
                path,
                question=question,
                progress=lambda done: tell(Progress("export", done, 0)),
            )

        def done(moved: Moved) -> None:
            self._end_work(cancelled)
            self.exported.emit(moved, path)

        self.read(work, done, partial(self._on_stopped, cancelled))

    def analyze(self, *, anew: bool = False) -> None:
        """Analyze what has no analysis yet, or one that is out of date.

        An analysis that goes on is let go on, or begun anew where the rules have changed.
        """
        busy = self.progress is not None and not (anew and self.progress.kind == "analyze")
        if self.library is None or self.library.read_only or busy:
            return
        self.is_paused = False
        cancelled = self._begin("analyze")
        tell = self._teller(cancelled)

        def done(_count: int) -> None:
            self._end_work(cancelled)
            self.changed.emit()

        self.read(
            lambda library: shelf_work.analyze(library, tell, cancelled),
            done,
            partial(self._on_stopped, cancelled),
        )

    def back_up(self, done: Done) -> None:
        """Copy the library now; `done` takes the Backup."""
        cancelled = self._begin("backup")

        def end(backup: object) -> None:
            self._end_work(cancelled)
            done(backup)

        stopped = partial(self._on_stopped, cancelled)
        self.read(lambda library: library.backups.make(), end, stopped)

    def restore(self, backup: Backup, done: Done) -> None:
        """Put a backup in the place of the library; `done` takes where that is now."""
        library = self._let_go()
        self.library = None
        if library is None:
            return
        self.opened.emit()
        token = self._begin("restore")
        path = library.path

        def work() -> Path | None:
            from reader.libraries import Backups  # noqa: PLC0415 - it was open

            library.close()
            return Backups(path).restore(backup)

        def end(call: Done) -> Done:
            def ended(result: object) -> None:
                self._end_work(token)
                self.open(path, create=False)
                call(result)

            return ended

        self._run(work, end(done), end(self.failed.emit))

    def _look_after(self) -> None:
        """Make a backup where one is due."""
        if self.library is not None and not self.library.read_only and self.progress is None:
            self.read(
                lambda library: library.backups.make() if library.backups.is_due() else None,
                _nothing,
            )

    def _begin(self, kind: Kind) -> threading.Event:
        """Begin long work in the place of what goes on; return what cancels it."""
        self._cancelled.set()
        self._cancelled = threading.Event()
        self._on_went(self._cancelled, Progress(kind, 0, 0))
        return self._cancelled

    def _on_went(self, work: threading.Event, progress: Progress | None) -> None:
        if work is self._cancelled:
            self.progress = progress
            self.progressed.emit(progress)

    def _end_work(self, work: threading.Event) -> None:
        self._on_went(work, None)

    def _on_stopped(self, work: threading.Event, error: ReaderError) -> None:
        self._end_work(work)
        self.failed.emit(error)
        self.changed.emit()


def shelf_of(choices: Choices) -> Shelf:
    """Return the one library of all windows that follow these choices."""
    found = choices.findChild(Shelf)
    return found if isinstance(found, Shelf) else Shelf(choices)


def _nothing(_result: object) -> None:
    """Want nothing of a result."""
