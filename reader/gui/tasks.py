"""The one way to run long work: a plain function on another thread, its result back on this one.

A QObject must end on its own thread, where Qt may still be busy with it. So the other thread
knows none: work takes, reports and returns plain objects, which one QObject that outlives
every task brings back.
"""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable
from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal

from reader.errors import CancelledError, ReaderError

Report = Callable[[Any], None]
Work = Callable[[Report], Any]

_PROGRESSED = "progressed"
_CANCELLED = "cancelled"


class _CancelledError(Exception):
    """Raised inside the work where the user has had enough."""


class _Job:
    """What the other thread knows of a task."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.cancelled = threading.Event()

    def run(self, say: _Say) -> None:
        """Do the work and say what became of it, in the words of the signals of Task."""
        try:
            outcome: tuple[str, object] = ("finished", self.work(self._reporter(say)))
        except (_CancelledError, CancelledError):
            outcome = (_CANCELLED, None)
        except ReaderError as error:
            # Its frames hold what the work knew, which must be let go of on the window's thread.
            outcome = ("failed", error.with_traceback(None))
        except Exception:  # noqa: BLE001 - a fault of ours must reach the window, not vanish
            outcome = ("crashed", traceback.format_exc())
        say(self, *outcome)

    def _reporter(self, say: _Say) -> Report:
        def report(news: object) -> None:
            if self.cancelled.is_set():
                raise _CancelledError
            say(self, _PROGRESSED, news)

        return report


_Say = Callable[[_Job, str, object], None]


class Task(QObject):
    """One run of a function, and what becomes of it.

    It is kept until the work is done, whoever lets go of it before, and deleted after that.

    Signals:
        progressed: what the work reports, each time.
        finished: the result.
        failed: the ReaderError that the world is to blame for.
        crashed: a traceback, for a fault of ours.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    crashed = Signal(str)

    def __init__(self, work: Work, owner: QObject | None = None) -> None:
        """Take the work; what owns the task cancels it when it goes."""
        super().__init__()
        self._job = _Job(work)
        if owner is not None:
            owner.destroyed.connect(self.cancel)

    def start(self) -> None:
        """Begin; the signals come on the thread that made the task, which is the window's."""
        _post().begin(self, self._job)

    def cancel(self) -> None:
        """Stop at the next report; whatever comes after this is dropped."""
        self._job.cancelled.set()


class _Post(QObject):
    """Brings what the other threads say to the tasks, on the thread of the window."""

    _said = Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._tasks: dict[_Job, Task] = {}
        self._said.connect(self._on_said, Qt.ConnectionType.QueuedConnection)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._end)

    def begin(self, task: Task, job: _Job) -> None:
        """Give the work to another thread."""
        self._tasks[job] = task
        QThreadPool.globalInstance().start(_Run(job, self._said.emit))

    def _on_said(self, job: _Job, what: str, value: object) -> None:
        task = self._tasks[job]
        if what != _PROGRESSED:
            del self._tasks[job]
            job.work = _nothing
            task.deleteLater()
        if what != _CANCELLED and not job.cancelled.is_set():
            getattr(task, what).emit(value)

    def _end(self) -> None:
        """Stop all work with the program, while there is someone to say it to."""
        for job in self._tasks:
            job.cancelled.set()
        QThreadPool.globalInstance().waitForDone()


@cache
def _post() -> _Post:
    return _Post()


def _nothing(_report: Report) -> None:
    """Stand for work that is done, so that what it knew is let go of on the window's thread."""


class _Run(QRunnable):
    """A job for the pool."""

    def __init__(self, job: _Job, say: _Say) -> None:
        super().__init__()
        self._job, self._say = job, say

    def run(self) -> None:
        self._job.run(self._say)
