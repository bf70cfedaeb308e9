"""Work for processes of the pool: what processes do that die, hang or are killed."""

from __future__ import annotations

import os
import signal
import threading
from dataclasses import dataclass
from pathlib import Path

from reader.batch.shard import Outcome
from reader.errors import BatchError


@dataclass(frozen=True)
class Sums:
    """Counts the units of each shard, but for what is planted at one.

    Attributes:
        at: (shard, unit) where it happens.
        once: a file that says that it has happened, None where it happens each time.
    """

    what: str = ""
    at: tuple[int, int] = (-1, -1)
    once: Path | None = None

    def __call__(self, shard, skip, started):
        done = 0
        for unit in range(shard.count):
            started((unit, 1))
            if (unit, 1) in skip:
                continue
            if (shard.number, unit) == self.at and self._first():
                self._happen()
            done += 1
        return Outcome(shard.number, shard.count, done, shard.count - done)

    def _first(self):
        if self.once is None:
            return True
        first = not self.once.exists()
        self.once.touch()
        return first

    def _happen(self):
        if self.what == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        if self.what == "exits":
            os._exit(3)
        if self.what == "hangs":
            threading.Event().wait()
        if self.what == "complains":
            raise BatchError("the disk is full")
