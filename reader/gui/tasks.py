"""The one way to run long work: a plain function on another thread, its result back on this one."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from reader.errors import CancelledError, ReaderError

Report = Callable[[str], None]


# Tasks that run: what owns one may be gone before the other thread is done with it.
_RUNNING: dict[int, Task] = {}


class _CancelledError(Exception):
    """Raised inside the work where the user has had enough."""


class Task(QObject):
    """One run of a function, and what becomes of it.

    Attributes:
        has_ended: whether the other thread is done with it, so that it may be deleted.

    Signals:
        progressed: the word for what is being done.
        finished: the result.
        failed: the ReaderError that the world is to blame for.
        crashed: a traceback, for a fault of ours.
    """

    progressed = Signal(str)
    finished = Signal(object)
    failed = Signal(object)
    crashed = Signal(str)
    _ended = Signal(object, object)

    def __init__(self, work: Callable[[Report], Any], owner: QObject | None = None) -> None:
        """Take the work; what owns the task cancels it when it goes."""
        super().__init__()
        self._work = work
        self._cancelled = threading.Event()
        self.has_ended = False
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        if owner is not None:
            owner.destroyed.connect(self.cancel)

    def start(self) -> None:
        """Begin; the signals come on the thread that made the task."""
        _RUNNING[id(self)] = self
        self.destroyed.connect(partial(_RUNNING.pop, id(self), None))
        QThreadPool.globalInstance().start(_Run(self._run_to_end))

    def cancel(self) -> None:
        """Stop at the next report; whatever comes after this is dropped."""
        self._cancelled.set()

    def _run_to_end(self) -> None:
        try:
            self._run()
        finally:
            self.has_ended = True

    def _run(self) -> None:
        try:
            result = self._work(self._report)
        except (_CancelledError, CancelledError):
            self._ended.emit("", None)
        except ReaderError as error:
            self._ended.emit("failed", error)
        except Exception:  # noqa: BLE001 - a fault of ours must reach the window, not vanish
            self._ended.emit("crashed", traceback.format_exc())
        else:
            self._ended.emit("finished", result)

    def _report(self, stage: str) -> None:
        if self._cancelled.is_set():
            raise _CancelledError
        self.progressed.emit(stage)

    def _deliver(self, outcome: str, value: object) -> None:
        _RUNNING.pop(id(self), None)
        if outcome and not self._cancelled.is_set():
            getattr(self, outcome).emit(value)


class _Run(QRunnable):
    """A bound function for the pool."""

    def __init__(self, function: Callable[[], None]) -> None:
        super().__init__()
        self._function = function

    def run(self) -> None:
        self._function()
