"""The library that the windows have open, and the work on it: off the window's own thread.

Reads never wait in a library, so that those of a screenful are made at once. What is written
waits its turn here, one after the other.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import CancelledError, InputError, LibraryError, ReaderError
from reader.gui.choices import Choices
from reader.gui.tasks import Task

if TYPE_CHECKING:
    from reader.libraries import Backup, Library, Moved, Refusal

Work = Callable[["Library"], Any]
Done = Callable[[Any], object]
Kind = Literal["import", "analyze", "backup", "restore", "feeds", "export"]
_LOOK = 5 * 60_000  # milliseconds between two looks whether a backup is due
_WRITTEN = 1.0  # seconds after which a file is taken for written


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the long work on a library is; of 0 where that is not known."""

    kind: Kind
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of an import, or of asking feeds.

    Attributes:
        new: articles that the library did not have.
        unfinished: imports that were cut short.
        is_unasked: it came by itself, of a folder that is watched.
    """

    new: int
    refused: tuple[Refusal, ...]
    unfinished: int = 0
    is_unasked: bool = False


@dataclass(frozen=True, slots=True)
class _Arrival:
    """What has come into the folders that are watched.

    Attributes:
        looked: when each folder was looked at, in seconds since 1970.
        is_coming: some files may still be written; they are taken in later.
    """

    files: tuple[str, ...]
    looked: dict[str, float]
    is_coming: bool


class _Write:
    """One thing to write, and what became of it."""

    def __init__(self, work: Work, done: Done, failed: Done) -> None:
        self.work, self.done, self.failed = work, done, failed
        self.ended = threading.Event()
        self.error: ReaderError | None = None

    def run(self, library: Library) -> Any:  # noqa: ANN401 - what the work gives
        try:
            return self.work(library)
        except ReaderError as error:
            self.error = error
            raise
        finally:
            self.ended.set()


class Shelf(QObject):
    """One library for all windows of the program.

    Attributes:
        path: of the library; the user's own until another one is opened.
        library: None until it is opened, or where there is none yet.
        error: why it could not be opened.
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
        self._writes: deque[_Write] = deque()
        self._writing: _Write | None = None
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
        self._flush()
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()
        if self.library is not None:
            self.library.close()
            self.library = None
        self.is_closing = False

    def _flush(self) -> None:
        """Write what waits, here and now."""
        library, now, waiting = self.library, self._writing, list(self._writes)
        self._writing = None
        self._writes.clear()
        if library is None:
            return
        if now is not None:
            now.ended.wait()
            if now.error is not None:
                now.failed(now.error)
        for one in waiting:
            try:
                one.run(library)
            except ReaderError as error:
                one.failed(error)

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
        self._flush()
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
        self._writes.append(_Write(work, done or _nothing, fail))
        self._write_next()

    def mark(self, work: Work) -> None:
        """Write what the user marks on articles, and tell of it."""
        self.write(work, lambda _result: self.marked.emit())

    def _write_next(self) -> None:
        library = self.library
        if self._writing is not None or not self._writes or library is None:
            return
        one = self._writing = self._writes.popleft()

        def end(call: Done) -> Done:
            def ended(result: object) -> None:
                if self._writing is one:
                    self._writing = None
                call(result)
                self._write_next()

            return ended

        self._run(lambda: one.run(library), end(one.done), end(one.failed))

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
        self.ensure(lambda: self._take_in(paths), create=True)

    def _take_in(self, paths: Sequence[Path], come: _Arrival | None = None) -> None:
        cancelled = self._begin("import")

        def work(library: Library) -> Imported:
            from reader import libraries  # noqa: PLC0415 - it is open

            files, refused = libraries.sources_of(paths)
            jobs = [job.id for job in library.imports.unfinished()] if come is None else []
            files += come.files if come is not None else ()
            if files:
                jobs.append(library.imports.start(files, " ".join(p.name for p in paths)))
            new = 0
            for job in jobs:
                last = libraries.gather(
                    library,
                    job,
                    progress=lambda j: self._went.emit(
                        cancelled, Progress("import", j.done, j.files)
                    ),
                    cancelled=cancelled,
                )
                new += last.new
                refused += library.imports.refusals(job)
                if cancelled.is_set():
                    break
            for folder, looked in come.looked.items() if come and not cancelled.is_set() else ():
                library.folders.looked(folder, looked)
            unfinished = len(library.imports.unfinished())
            return Imported(new, refused, unfinished, is_unasked=come is not None)

        done = partial(self._on_imported, cancelled)
        self.read(work, done, partial(self._on_stopped, cancelled))

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

        def take(come: _Arrival) -> None:
            busy = self.progress is not None and self.progress.kind != "analyze"
            if come.files and not busy:
                self._take_in((), come)
            if come.is_coming or (come.files and busy):
                self.came_late.emit()

        self.read(_arrived, take)

    def ask_feeds(self, addresses: Sequence[str] = ()) -> None:
        """Ask feeds for what is new, all that are followed by default; follow them from now on."""
        self.ensure(lambda: self._ask_feeds(tuple(addresses)), create=bool(addresses))

    def _ask_feeds(self, addresses: Sequence[str]) -> None:
        cancelled = self._begin("feeds")

        def work(library: Library) -> Imported:
            from reader import libraries  # noqa: PLC0415 - it is open

            asked = addresses or [feed.address for feed in library.feeds.list()]
            new, refused = 0, []
            for number, address in enumerate(asked):
                self._went.emit(cancelled, Progress("feeds", number, len(asked)))
                try:
                    found = libraries.refresh(
                        library, address, allow_private=True, cancelled=cancelled
                    )
                except CancelledError:
                    break
                except InputError as error:
                    refused.append(libraries.Refusal(address, error.reason))
                    continue
                new += found.new
                refused += found.refused
            return Imported(new, tuple(refused), self.unfinished)

        done = partial(self._on_imported, cancelled)
        self.read(work, done, partial(self._on_stopped, cancelled))

    def export(self, path: Path, question: str) -> None:
        """Write the articles that a question is about, with all that is kept of them."""
        cancelled = self._begin("export")

        def work(library: Library) -> Moved:
            from reader.libraries import export  # noqa: PLC0415 - it is open

            told = lambda done: self._went.emit(cancelled, Progress("export", done, 0))  # noqa: E731
            return export(library, path, question=question, progress=told)

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

        def work(library: Library) -> int:
            from reader.libraries import analyze_stale  # noqa: PLC0415 - it is open

            return analyze_stale(
                library,
                progress=lambda done, left: self._went.emit(
                    cancelled, Progress("analyze", done, done + left)
                ),
                cancelled=cancelled,
            )

        def done(_count: int) -> None:
            self._end_work(cancelled)
            self.changed.emit()

        self.read(work, done, partial(self._on_stopped, cancelled))

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


def _arrived(library: Library) -> _Arrival:
    """Look what has come into the folders that a library watches."""
    from reader.libraries import newer  # noqa: PLC0415 - it is open

    began = time.time()
    files: list[str] = []
    waits = False
    looked: dict[str, float] = {}
    for folder in library.folders.list():
        found = newer(folder)
        ready = [name for name in found if _age(name, began) > _WRITTEN]
        waits = waits or len(ready) < len(found)
        files += ready
        # What is not ready is found again the next time.
        looked[folder.path] = began if len(ready) == len(found) else folder.looked
    return _Arrival(tuple(files), looked, waits)


def _age(name: str, now: float) -> float:
    """Return how many seconds ago a file was written last; 0.0 where it is gone."""
    try:
        return now - Path(name).stat().st_mtime
    except OSError:
        return 0.0


def _nothing(_result: object) -> None:
    """Want nothing of a result."""
