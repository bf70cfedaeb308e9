"""What is written into the library that is open, one thing after the other."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.libraries import Library

Work = Callable[["Library"], Any]
Done = Callable[[Any], object]
Run = Callable[[Callable[[], Any], Done, Done], None]


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


class Writes:
    """Lets each wait its turn.

    `library` tells which one is open; `run` does work on another thread, and takes what then
    takes its result or its ReaderError.
    """

    def __init__(self, library: Callable[[], Library | None], run: Run) -> None:
        self._library, self._run = library, run
        self._waiting: deque[_Write] = deque()
        self._now: _Write | None = None

    @property
    def is_done(self) -> bool:
        """Tell whether nothing is written and nothing waits."""
        return self._now is None and not self._waiting

    def add(self, work: Work, done: Done, failed: Done) -> None:
        """Write after what was to be written before."""
        self._waiting.append(_Write(work, done, failed))
        self._write_next()

    def _write_next(self) -> None:
        library = self._library()
        if self._now is not None or not self._waiting or library is None:
            return
        one = self._now = self._waiting.popleft()

        def end(call: Done) -> Done:
            def ended(result: object) -> None:
                if self._now is one:
                    self._now = None
                call(result)
                self._write_next()

            return ended

        self._run(lambda: one.run(library), end(one.done), end(one.failed))

    def flush(self) -> None:
        """Write what waits, here and now."""
        library, now, waiting = self._library(), self._now, list(self._waiting)
        self._now = None
        self._waiting.clear()
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
