"""Reads files that others made, each in a process that can do nothing else and may die of it.

A process serves one file at a time and is kept for the next. Once a second file is asked for, a
spare one stands by, so that the next file begins at once when a process had to be ended. What
holds it in is told in `reader.formats.sandbox`; here are the limits of time and output, by the
program's own clock, on every platform.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, BinaryIO, Self, cast

from reader.core.types import Document
from reader.errors import CancelledError, ContractError, RefusedError
from reader.formats.base import Item, Progress, Reading, silent
from reader.formats.checked import checked
from reader.formats.frames import FloodError, Frame, read_item, receive, send

_ROOT = Path(__file__).resolve().parents[2]
_MEGABYTE = 1 << 20
_TICK = 0.05  # seconds between two looks at the clock and the wish to cancel
_START = 60.0  # seconds that a process may take to come up on a machine that is busy
_IDLE = 2  # processes kept for the next file
_KEPT_VARIABLES = (
    "PATH", "HOME", "SYSTEMROOT", "USERPROFILE", "APPDATA", "TEMP", "TMP", "PYTHONHOME",
    "PYTHONUSERBASE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost.

    Attributes:
        refusals: of parts of it, where they are more than its articles.
        cpu: seconds of work between two articles or words of progress; not on Windows.
        cpu_megabyte: as many more for each megabyte of the file.
        silence: seconds, of work or sleep, between two articles or words of progress.
        total: seconds for the whole file; the time that the caller takes is not counted.
        memory: bytes of the process; kept on Linux alone.
        document: bytes of one article as it is handed over.
        output: bytes of all articles of a file.
    """

    refusals: int = 1000
    cpu: int = 4
    cpu_megabyte: int = 2
    silence: float = 30.0
    total: float = 600.0
    memory: int = 448 * _MEGABYTE
    document: int = 32 * _MEGABYTE
    output: int = 512 * _MEGABYTE


class Isolate:
    """Reads files in processes of their own; may be used from any thread, by many at once.

    Args:
        limits: of each file.
        folders: where modules that read formats are looked for, beyond the program's own.
    """

    def __init__(self, limits: Limits | None = None, folders: Sequence[Path] = ()) -> None:
        self._limits = limits or Limits()
        self._folders = tuple(str(folder.resolve()) for folder in folders)
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []
        self._all: set[_Worker] = set()
        self._asked = False
        # Runs when nothing holds this any more, and when the program ends.
        self._end = weakref.finalize(self, _kill_all, self._all)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    def close(self) -> None:
        """End all processes."""
        self._end()

    def warm(self, *modules: str) -> None:
        """Start a spare process, with the modules that the next file is likely to need."""
        with self._lock:
            if not self._idle:
                self._idle.append(self._start(modules))

    @property
    def held(self) -> tuple[str, ...]:
        """What holds the processes in on this machine; known once a file was read.

        It is of limits, network (there is none), privileges (none can be gained), landlock (no
        files), calls (no sockets, programs or processes) and hook (Python's own calls).
        """
        with self._lock:
            return next((worker.held for worker in self._all if worker.held), ())

    def read(
        self,
        module: str,
        data: bytes,
        reading: Reading,
        *,
        progress: Progress = silent,
        cancelled: threading.Event | None = None,
    ) -> Iterator[Item]:
        """Yield the articles and refusals that the module's `read` gives for a file.

        Whatever becomes of the process is told by a last RefusedError of the file. `progress`
        is called at least every tenth of a second, from the caller's own thread, with how much
        is done; what it raises ends the reading, and so does closing this iterator.

        Raises:
            CancelledError: `cancelled` was set.
        """
        worker = self._take(module)
        reusable = False
        try:
            answers = _Answers(worker, self._limits, reading, progress, cancelled)
            yield from answers.items(_order(module, data, reading, self._limits), data)
            reusable = answers.complete
        finally:
            self._give_back(worker, module, reusable=reusable)

    def _start(self, modules: Sequence[str]) -> _Worker:
        worker = _Worker(self._limits, self._folders, modules)
        self._all.add(worker)
        return worker

    def _take(self, module: str) -> _Worker:
        with self._lock:
            worker = None
            while self._idle and worker is None:
                worker = self._idle.pop(0)
                if not worker.alive:
                    self._drop(worker)
                    worker = None
            worker = worker or self._start((module,))
            if self._asked and not self._idle and self._end.alive:
                self._idle.append(self._start((module,)))
            self._asked = True
            return worker

    def _give_back(self, worker: _Worker, module: str, *, reusable: bool) -> None:
        with self._lock:
            if reusable and self._end.alive and len(self._idle) < _IDLE:
                self._idle.insert(0, worker)
                return
            self._drop(worker)
            if not reusable and not self._idle and self._end.alive:
                self._idle.append(self._start((module,)))

    def _drop(self, worker: _Worker) -> None:
        self._all.discard(worker)
        worker.kill()


def _kill_all(workers: set[_Worker]) -> None:
    for worker in list(workers):
        worker.kill()
    workers.clear()


@lru_cache(maxsize=1)
def shared() -> Isolate:
    """Return the one that the program uses."""
    return Isolate()


class _Worker:
    """A process, and the thread that talks with it.

    The thread does one thing at a time and tells how it went, so that whoever waits for it can
    look at the clock meanwhile; pipes cannot be waited for on every platform.
    """

    def __init__(self, limits: Limits, folders: Sequence[str], modules: Sequence[str]) -> None:
        orders = {"memory": limits.memory, "folders": folders, "warm": modules}
        command = [sys.executable, "-P", "-X", "utf8", "-W", "ignore"]
        self._process = subprocess.Popen(  # noqa: S603 - our own module, by this very Python
            [*command, "-m", "reader.formats.worker", json.dumps(orders)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(folders),
            cwd=_ROOT,
            start_new_session=True,  # what is typed at the terminal is for us
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._limits = limits
        self._tasks: SimpleQueue[Callable[[], Frame | None] | None] = SimpleQueue()
        self._told: SimpleQueue[Frame | None] = SimpleQueue()
        self.held: tuple[str, ...] | None = None  # not known before it is up
        threading.Thread(target=self._talk, daemon=True).start()
        self.ask()

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def status(self) -> int:
        """Return how the process ended, once its output has; a signal is a negative number."""
        try:
            return self._process.wait(1)
        except subprocess.TimeoutExpired:
            return 0

    def ask(self) -> None:
        """Have the next frame read."""
        self._tasks.put(partial(self._receive, self._stream(self._process.stdout)))

    def hand_over(self, order: Frame, data: bytes) -> None:
        """Have a file given to the process, and the first frame read."""
        self._tasks.put(partial(self._begin, order, data))

    def answer(self, seconds: float) -> Frame | None:
        """Return what the last thing asked for gave, None where the process is gone.

        Raises:
            Empty: it has not been done in so many seconds.
        """
        return self._told.get(timeout=seconds)

    def kill(self) -> None:
        """End the process and the thread."""
        self._process.kill()
        self._process.wait()
        self._tasks.put(None)

    def _talk(self) -> None:
        for task in iter(self._tasks.get, None):
            try:
                self._told.put(task())
            except OSError:
                self._told.put(None)
            except FloodError:
                self._told.put({"flood": True})
            except (ValueError, RecursionError):
                self._told.put({"garbled": True})
        for stream in (self._process.stdin, self._process.stdout):
            try:
                self._stream(stream).close()
            except OSError:
                continue  # what was still to be written is lost, as it should be

    def _begin(self, order: Frame, data: bytes) -> Frame | None:
        given = self._stream(self._process.stdin)
        send(given, order)
        given.write(data)
        given.flush()
        return self._receive(self._stream(self._process.stdout))

    def _receive(self, stream: BinaryIO) -> Frame | None:
        return receive(stream, self._limits.document)

    @staticmethod
    def _stream(pipe: IO[bytes] | None) -> BinaryIO:
        return cast("BinaryIO", pipe)


class _Answers:
    """What a process tells of one file, held to the limits.

    Attributes:
        complete: whether the process told all, and is fit for another file.
    """

    def __init__(
        self,
        worker: _Worker,
        limits: Limits,
        reading: Reading,
        progress: Progress,
        cancelled: threading.Event | None,
    ) -> None:
        self._worker = worker
        self._limits = limits
        self._source = reading.source
        self._progress = progress
        self._cancelled = cancelled
        self._done = 0.0
        self._waited = 0.0
        self._output = 0
        self._balance = 0  # refusals less articles
        self.complete = False

    def items(self, order: Frame, data: bytes) -> Iterator[Item]:
        """Yield what comes of a file; the last is a refusal where that was not all."""
        try:
            self._await_start()
            self._worker.hand_over(order, data)
            while "end" not in (frame := self._next(self._limits.silence)):
                if "progress" in frame:
                    self._done = min(max(float(frame["progress"]), 0.0), 1.0)
                else:
                    yield self._counted(self._checked(frame))
                self._worker.ask()
            self.complete = not frame["last"]
        except RefusedError as refused:
            yield refused

    def _await_start(self) -> None:
        if self._worker.held is None:
            frame = self._next(_START)
            self._worker.held = tuple(frame["ready"])

    def _next(self, seconds: float) -> Frame:
        """Return the next frame; RefusedError says why there is none."""
        begun = time.monotonic()
        while True:
            if self._cancelled is not None and self._cancelled.is_set():
                raise CancelledError
            self._progress(self._done)
            waits = time.monotonic() - begun
            if waits > seconds or self._waited + waits > self._limits.total:
                raise self._refused("timeout")
            try:
                frame = self._worker.answer(_TICK)
            except Empty:
                continue
            self._waited += time.monotonic() - begun
            return self._sound(frame)

    def _sound(self, frame: Frame | None) -> Frame:
        if frame is None:
            status = self._worker.status()
            raise self._refused(_STATUS_CODES.get(status, "crashed"), _ended(status))
        self._output += frame.pop("length", 0)
        if "flood" in frame or self._output > self._limits.output:
            raise self._refused("too-large")
        if "garbled" in frame:
            raise self._refused("crashed", "it sent what is no answer")
        return frame

    def _counted(self, item: Item) -> Item:
        self._balance += -1 if isinstance(item, Document) else 1
        if self._balance > self._limits.refusals:
            raise self._refused("damaged")
        return item

    def _checked(self, frame: Frame) -> Item:
        """Return the item of a frame; what a parser that was taken over says must hold together."""
        try:
            item = read_item(frame)
            item = checked(item) if isinstance(item, Document) else item
        except (ContractError, KeyError, TypeError, ValueError, AttributeError) as error:
            raise self._refused("crashed", "it sent what is no answer") from error
        if not self._is_part(item.source):  # notes would be kept beside another file
            raise self._refused("crashed", "it sent what is no answer")
        return item

    def _is_part(self, source: str | None) -> bool:
        """Tell whether an item says to be the file or what lies in it, and not another file."""
        return source == self._source or (source or "").startswith(f"{self._source}#")

    def _refused(self, code: str, particulars: str = "") -> RefusedError:
        reason = _REASONS[code] + (f" ({particulars})" if particulars else "")
        return RefusedError(self._source, code, reason)


_REASONS = {
    "crashed": "reading it made its parser crash; it is damaged, or made to do harm",
    "timeout": "reading it takes too long; it is damaged, or made to do harm",
    "memory": "reading it takes more memory than a file may have",
    "damaged": "most of it is damaged; the rest is not read",
    "too-large": "more comes of it than a file may give",
}
_STATUS_CODES = {
    -getattr(signal, "SIGXCPU", 0): "timeout",
    -getattr(signal, "SIGKILL", 0): "memory",  # we did not: it was the kernel, short of memory
}


def _ended(status: int) -> str:
    if status >= 0:
        return f"exit status {status}"
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"


def _order(module: str, data: bytes, reading: Reading, limits: Limits) -> Frame:
    """Return the frame that tells a process how to read a file."""
    return {
        "module": module,
        "size": len(data),
        "source": reading.source,
        "encoding": reading.encoding,
        "whole": reading.whole,
        "fields": reading.fields,
        "document": limits.document,
        "cpu": limits.cpu,
        "cpu_megabyte": limits.cpu_megabyte,
    }


def _environment(folders: Sequence[str]) -> dict[str, str]:
    """Return the variables of a process: few, so that it knows little of the user."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join((str(_ROOT), *folders)),
        "PYTHONDONTWRITEBYTECODE": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "TZ": "UTC0",  # no day depends on where the program runs
    }
