"""A pool of our own processes that is looked after.

A process may die, hang or be killed: its shard is given to another, and an article at which
processes ended too often is left out and named. `multiprocessing.Pool` waits for ever for what a
dead process had, and `ProcessPoolExecutor` gives up altogether.
"""

from __future__ import annotations

import os
import signal
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any

from reader.batch.plan import Shard
from reader.batch.shard import Outcome, Place
from reader.errors import BatchError, ReaderError

# A process computes on one thread: more get in each other's way, and add up in another order.
_LIBRARIES = ("OMP", "OPENBLAS", "MKL", "RAYON")
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in _LIBRARIES}

Work = Callable[[Shard, dict[Place, str], Callable[[Place], None]], Outcome]

_TICK = 1.0  # seconds between two looks at the clock
_FALSE_STARTS = 3  # processes in a row that end before they are ready
_END = 5.0  # seconds that a process may take to end when asked


@dataclass(frozen=True, slots=True)
class Limits:
    """What the processes may cost.

    Attributes:
        workers: processes at a time.
        silence: seconds that one article may take.
        memory: bytes of one process; None for no limit. Kept on Linux alone.
        deaths: processes that may end at one article before it is left out.
    """

    workers: int = 1
    silence: float = 120.0
    memory: int | None = None
    deaths: int = 2


def run(work: Work, shards: Iterable[Shard], limits: Limits) -> Iterator[Outcome]:
    """Do the work for each shard; yield the outcomes as they come.

    Closing the iterator ends the processes; what they had begun is lost.

    Raises:
        ReaderError: what a shard raised.
        BatchError: no process comes up.
    """
    pool = _Pool(work, iter(shards), limits)
    try:
        yield from pool.outcomes()
    finally:
        pool.close()


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, and what it was last heard of."""

    process: SpawnProcess
    connection: Connection
    ready: bool = False
    shard: Shard | None = None
    place: Place = (0, 0)
    heard: float = field(default_factory=time.monotonic)


class _Pool:
    """Gives shards to processes, and starts others for those that end."""

    def __init__(self, work: Work, shards: Iterator[Shard], limits: Limits) -> None:
        self._work = work
        self._shards = shards
        self._limits = limits
        self._context = get_context("spawn")
        self._again: deque[Shard] = deque()
        self._skip: dict[int, dict[Place, str]] = {}
        self._deaths: Counter[tuple[int, Place]] = Counter()
        self._false_starts = 0
        self._workers: list[_Worker] = []

    def outcomes(self) -> Iterator[Outcome]:
        upcoming = self._next()
        while upcoming or any(worker.shard for worker in self._workers):
            if upcoming and len(self._workers) < self._limits.workers:
                self._workers.append(self._start())
            for worker in self._workers:
                if upcoming and worker.ready and worker.shard is None:
                    self._give(worker, upcoming)
                    upcoming = self._next()
            yield from self._listen()
            upcoming = upcoming or self._next()

    def close(self) -> None:
        """End the processes: those that work at once, the others when they have heard of it."""
        for worker in self._workers:
            worker.connection.close()
            if worker.shard is not None or not worker.ready:
                worker.process.kill()
        for worker in self._workers:
            worker.process.join(_END)
            self._bury(worker)
        self._workers = []

    def _next(self) -> Shard | None:
        return self._again.popleft() if self._again else next(self._shards, None)

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=_serve, args=(self._work, theirs, self._limits.memory), daemon=True
        )
        with environment(ONE_THREAD):
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _give(self, worker: _Worker, shard: Shard) -> None:
        worker.shard, worker.place, worker.heard = shard, (0, 0), time.monotonic()
        try:
            worker.connection.send((shard, self._skip.get(shard.number, {})))
        except OSError:
            return  # it has just died, as will be seen

    def _listen(self) -> Iterator[Outcome]:
        """Hear what the processes say, and see which have died or hang."""
        wait([worker.connection for worker in self._workers], _TICK)
        now = time.monotonic()
        for worker in list(self._workers):
            try:
                while worker.connection.poll():
                    yield from self._heard(worker, worker.connection.recv())
            except (EOFError, OSError):
                worker.process.join(_END)
                self._lost(worker, _why(worker.process.exitcode))
                continue
            if worker.shard and now - worker.heard > self._limits.silence:
                self._lost(worker, f"it takes longer than {self._limits.silence:g} seconds")

    def _heard(self, worker: _Worker, message: Any) -> Iterator[Outcome]:  # noqa: ANN401 - pickled
        worker.heard = time.monotonic()
        if isinstance(message, ReaderError):
            raise message
        if isinstance(message, Outcome):
            worker.shard = None
            yield message
        elif message is None:
            worker.ready = True
            self._false_starts = 0
        else:
            worker.place = message

    def _lost(self, worker: _Worker, why: str) -> None:
        """Take leave of a process, and see that its shard is done by another."""
        self._workers.remove(worker)
        self._bury(worker)
        if not worker.ready:
            self._false_starts += 1
            if self._false_starts >= _FALSE_STARTS:
                raise BatchError(f"the processes that analyze do not come up: {why}")
        if worker.shard is not None:
            self._blame(worker.shard, worker.place, why)
            self._again.append(worker.shard)

    def _blame(self, shard: Shard, place: Place, why: str) -> None:
        """Count a death at an article; leave it out after so many, its whole file if need be."""
        skip = self._skip.setdefault(shard.number, {})
        if place in skip:
            place = (place[0], 0)
        if place in skip:
            raise BatchError(f"shard {shard.number} cannot be done: {why}")
        self._deaths[shard.number, place] += 1
        if self._deaths[shard.number, place] >= self._limits.deaths:
            skip[place] = why

    @staticmethod
    def _bury(worker: _Worker) -> None:
        worker.connection.close()
        if worker.process.is_alive():
            worker.process.kill()
        worker.process.join()
        worker.process.close()


@contextmanager
def environment(variables: Mapping[str, str]) -> Iterator[None]:
    """Set variables for what is started meanwhile."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _why(code: int | None) -> str:
    if code is not None and code < 0:
        return f"the process that analyzed it ended by {signal.Signals(-code).name}"
    return f"the process that analyzed it ended with status {code}"


def _serve(work: Work, connection: Connection, memory: int | None) -> None:
    """Do the work for each shard that comes; the life of a process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who started us is asked, and ends us
    if memory is not None:
        _limit_memory(memory)
    try:
        connection.send(None)
        while True:
            shard, skip = connection.recv()
            connection.send(_done(work, shard, skip, connection.send))
    except (EOFError, OSError):
        return  # who started us is gone


def _done(
    work: Work, shard: Shard, skip: dict[Place, str], started: Callable[[Place], None]
) -> Outcome | ReaderError:
    try:
        return work(shard, skip, started)
    except ReaderError as error:
        return BatchError(str(error))  # of one argument: it goes through a pipe


def _limit_memory(memory: int) -> None:
    """Hold this process to so many bytes where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
