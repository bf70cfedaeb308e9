"""Taking many articles in: files one after the other, by a job that goes on where it was left.

What was taken in and how far a job is are written together, so that a job that is cut short
(closed, killed, out of power) has lost nothing and goes on with the next file. The same article
taken in again is the same article.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from time import monotonic

from reader.core.notebook import Notebook
from reader.core.types import Document
from reader.errors import InputError, ReaderError
from reader.library.articles import plain, save_in
from reader.library.clock import now
from reader.library.database import Database
from reader.library.notes import Notes

BATCH = 64  # articles written at once
_AHEAD = 500  # sources asked for at once
SECONDS = 0.5  # after which fewer are: what is read slowly is seen soon, and kept

Read = Callable[[str], Iterable[Document | InputError]]
"""Gives the articles of a file or address, and what of it was refused; may raise ReaderError."""
NotebookOf = Callable[[Document], Notebook]


@dataclass(frozen=True, slots=True)
class Job:
    """An import.

    Attributes:
        words: what it was started with, for a list.
        state: running, done, or cancelled; a job that is running and that nobody runs was cut
            short, and can go on.
        files, done: how many there are, and how many are through.
        articles: how many articles they had; new: how many the library did not have.
        refused: how many files or parts of them were refused.
    """

    id: int
    words: str
    started: str
    state: str
    files: int
    done: int
    articles: int
    new: int
    refused: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file, or a part of one, that was not taken in."""

    source: str
    reason: str


def _silent(_job: Job) -> None:
    """Report nothing."""


def _never() -> bool:
    """Cancel nothing."""
    return False


class Imports:
    """The imports of one library."""

    def __init__(self, database: Database, notes: Notes) -> None:
        self._database = database
        self._notes = notes

    def start(self, sources: Sequence[str], words: str = "") -> int:
        """Write down what shall be taken in; `run` does it."""
        with self._database.writing() as connection:
            job = connection.execute(
                "INSERT INTO job (words, started, state) VALUES (?, ?, 'running')",
                (plain(words), now()),
            ).lastrowid
            assert job is not None  # noqa: S101 - an INSERT gives a number
            connection.executemany(
                "INSERT INTO job_item (job, place, source, state, done, new)"
                " VALUES (?, ?, ?, 'waiting', 0, 0)",
                ((job, place, plain(source)) for place, source in enumerate(sources)),
            )
        return job

    def unfinished(self) -> tuple[Job, ...]:
        """Return the jobs that were cut short, the last first."""
        with self._database.reading() as connection:
            found = connection.execute(
                "SELECT id FROM job WHERE state = 'running' ORDER BY id DESC"
            ).fetchall()
            return tuple(_job(connection, job) for (job,) in found)

    def job(self, job: int) -> Job:
        """Return how far a job is."""
        with self._database.reading() as connection:
            return _job(connection, job)

    def refusals(self, job: int) -> tuple[Refusal, ...]:
        """Return what a job refused and why, in its order."""
        with self._database.reading() as connection:
            found = connection.execute(
                "SELECT source, reason FROM refusal WHERE job = ? ORDER BY id", (job,)
            ).fetchall()
        return tuple(Refusal(*row) for row in found)

    def cancel(self, job: int) -> None:
        """Give a job up; what it has taken in stays."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE job SET state = 'cancelled' WHERE id = ? AND state = 'running'", (job,)
            )

    def run(
        self,
        job: int,
        read: Read,
        *,
        notebook: NotebookOf | None = None,
        progress: Callable[[Job], None] = _silent,
        cancelled: Callable[[], bool] = _never,
    ) -> Job:
        """Take in what a job has left, and return how far it is.

        `read` opens a source; `notebook` gives what the user kept of an article outside of
        libraries. `progress` hears of every batch. Where `cancelled` says so, it ends within a
        batch, and the job can go on later.

        Raises:
            LibraryError: the library cannot be written; the job can go on later.
        """
        state = self.job(job)
        batch = _Batch()
        for place, source in self._waiting(job):
            file = _File(place)
            for found in _read(read, source):
                if cancelled():
                    return state
                batch.add(file, found)
                if batch.is_full():
                    state = self._write(state, batch, notebook)
                    progress(state)
                    batch = _Batch()
            batch.ended.append(file)
        if cancelled():
            return state
        progress(self._write(state, batch, notebook))
        return self._finish(job)

    def _waiting(self, job: int) -> Iterator[tuple[int, str]]:
        """Yield the sources that a job has left, some at a time."""
        place = -1
        while True:
            with self._database.reading() as connection:
                rows = connection.execute(
                    "SELECT i.place, i.source FROM job_item i JOIN job j ON j.id = i.job"
                    " WHERE i.job = ? AND i.state = 'waiting' AND j.state = 'running'"
                    " AND i.place > ? ORDER BY i.place LIMIT ?",
                    (job, place, _AHEAD),
                ).fetchall()
            if not rows:
                return
            yield from rows
            place = rows[-1][0]

    def _write(self, state: Job, batch: _Batch, notebook: NotebookOf | None) -> Job:
        """Write a batch and how far the job is with it, all or nothing."""
        kept = _notebooks(batch, notebook)
        refusals = [r for file in batch.ended for r in file.refusals]
        with self._database.writing() as connection:
            saved = save_in(connection, [document for _, document in batch.found])
            for at, of_it in kept.items():
                self._notes.take_in(connection, saved[at].id, of_it)
            for (file, _), one in zip(batch.found, saved, strict=True):
                file.new += one.new
            touched = {file.place: file for file, _ in batch.found}
            touched |= {file.place: file for file in batch.ended}
            ended = {file.place for file in batch.ended}
            connection.executemany(
                "UPDATE job_item SET done = ?, new = ?, state = ? WHERE job = ? AND place = ?",
                [
                    (f.done, f.new, "done" if f.place in ended else "waiting", state.id, f.place)
                    for f in touched.values()
                ],
            )
            connection.executemany(
                "INSERT INTO refusal (job, source, reason) VALUES (?, ?, ?)",
                [(state.id, plain(r.source), plain(r.reason)) for r in refusals],
            )
        return replace(
            state,
            done=state.done + len(ended),
            articles=state.articles + len(saved),
            new=state.new + sum(one.new for one in saved),
            refused=state.refused + len(refusals),
        )

    def _finish(self, job: int) -> Job:
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE job SET state = 'done' WHERE id = ? AND state = 'running'", (job,)
            )
            return _job(connection, job)


class _File:
    """A source that is being read, and what came of it in this run."""

    def __init__(self, place: int) -> None:
        self.place = place
        self.done = self.new = 0
        self.refusals: list[Refusal] = []


class _Batch:
    """What is written at once: articles, and the sources that ended with them."""

    def __init__(self) -> None:
        self.found: list[tuple[_File, Document]] = []
        self.ended: list[_File] = []
        self._since = monotonic()

    def add(self, file: _File, found: Document | ReaderError) -> None:
        if isinstance(found, Document):
            self.found.append((file, found))
            file.done += 1
        elif isinstance(found, InputError):
            file.refusals.append(Refusal(found.source, found.reason))
        else:
            file.refusals.append(Refusal("", str(found)))

    def is_full(self) -> bool:
        return len(self.found) >= BATCH or monotonic() - self._since > SECONDS


def _read(read: Read, source: str) -> Iterator[Document | ReaderError]:
    """Yield what a source gives, and its end by an error as one more thing refused."""
    try:
        yield from read(source)
    except ReaderError as error:
        yield error


def _notebooks(batch: _Batch, notebook: NotebookOf | None) -> dict[int, Notebook]:
    """Return what the user kept of articles of a batch; what cannot be read is refused."""
    found: dict[int, Notebook] = {}
    if notebook is None:
        return found
    for at, (file, document) in enumerate(batch.found):
        try:
            kept = notebook(document)
        except ReaderError as error:
            file.refusals.append(Refusal(document.source or "", str(error)))
            continue
        if not kept.is_empty:
            found[at] = kept
    return found


def _job(connection: sqlite3.Connection, job: int) -> Job:
    row = connection.execute(
        "SELECT j.id, j.words, j.started, j.state, count(i.place),"
        " coalesce(sum(i.state = 'done'), 0), coalesce(sum(i.done), 0), coalesce(sum(i.new), 0),"
        " (SELECT count(*) FROM refusal WHERE job = j.id)"
        " FROM job j LEFT JOIN job_item i ON i.job = j.id WHERE j.id = ? GROUP BY j.id",
        (job,),
    ).fetchone()
    return Job(*row) if row else Job(job, "", "", "cancelled", 0, 0, 0, 0, 0)
