"""One SQLite file: connections, transactions, and what its errors mean to the user.

The file is in WAL mode, so that readers never wait, and fully synchronous: what a writing
transaction put down is on the disk when it ends. A writer takes the lock at its beginning
(BEGIN IMMEDIATE), since a reader that turns writer is refused as soon as another has written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from reader.errors import LibraryError, LibraryFault

BUSY_SECONDS = 30.0  # another writer is waited for; each of ours writes for well under one
_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -16384",  # KiB
    "PRAGMA journal_size_limit = 67108864",
)
_FAULTS: dict[int, tuple[LibraryFault, str]] = {
    sqlite3.SQLITE_BUSY: ("busy", "another program keeps it; close that one, or try again"),
    sqlite3.SQLITE_LOCKED: ("busy", "another window is writing; try again"),
    sqlite3.SQLITE_FULL: ("full", "the disk is full; make room and try again"),
    sqlite3.SQLITE_READONLY: ("read_only", "it cannot be written here; copy it elsewhere"),
    sqlite3.SQLITE_CORRUPT: ("damaged", "it is damaged; restore a backup"),
    sqlite3.SQLITE_NOTADB: ("foreign", "it is no library"),
    sqlite3.SQLITE_CANTOPEN: ("unreachable", "it cannot be opened; is its folder still there?"),
    sqlite3.SQLITE_PERM: ("unreachable", "it may not be opened"),
    sqlite3.SQLITE_IOERR: ("unreachable", "the disk refuses to read or write"),
}


# Where a damaged schema is quoted in an error, its words may be no text.
ERRORS = (sqlite3.Error, UnicodeDecodeError)


def told(path: Path, error: Exception) -> LibraryError:
    """Return one of the ERRORS in the user's words."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # what cannot be decoded has no code
        return LibraryError(path, "damaged", f"it is damaged; restore a backup ({error})")
    fault, reason = _FAULTS.get(code & 0xFF, ("damaged", "it cannot be read"))
    return LibraryError(path, fault, f"{reason} ({error})")


def _text(raw: bytes) -> str:
    """Return stored text; damage in it shows as U+FFFD, and in its row's digest."""
    return raw.decode("utf-8", "replace")


def connect(path: Path, *, mode: str, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Return a connection; `mode` is "rwc", "rw", "ro", or "ro&immutable=1".

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=busy_seconds,
    )
    connection.text_factory = _text
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except ERRORS:
        connection.close()
        raise
    return connection


def connect_for_reading(path: Path) -> tuple[sqlite3.Connection, str]:
    """Return a connection for reading, and its mode.

    Where nothing can be written beside the file (a medium for reading only), it is taken to be
    as it lies there.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    try:
        return _tried(path, "ro"), "ro"
    except sqlite3.OperationalError:
        return _tried(path, "ro&immutable=1"), "ro&immutable=1"


def _tried(path: Path, mode: str) -> sqlite3.Connection:
    """Return a connection that has read something."""
    connection = connect(path, mode=mode)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except ERRORS:
        connection.close()
        raise
    return connection


class Database:
    """The connections to one file, for any thread.

    Attributes:
        path: the file.
        read_only: nothing can be written; `writing` refuses.
    """

    def __init__(self, path: Path, mode: str, patience: float = BUSY_SECONDS) -> None:
        self.path = path
        self._patience = patience
        self.read_only = mode != "rw"
        self._mode = mode
        self._idle: list[sqlite3.Connection] = []
        self._lock = Lock()
        self._open = True

    def close(self) -> None:
        """Close all connections that are not in use; the others close after their use."""
        with self._lock:
            self._open = False
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give a connection that sees the file as it is at the first question asked of it.

        Raises:
            LibraryError: the file cannot be read.
        """
        with self._connection() as connection:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a connection whose changes are on the disk, all of them, when this ends.

        Where this ends by an error, none of them is made.

        Raises:
            LibraryError: the file cannot be written.
        """
        if self.read_only:
            raise LibraryError(self.path, "read_only", "it is open for reading only")
        with self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    with suppress(sqlite3.Error):
                        connection.execute("ROLLBACK")
                raise

    @contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """Give a connection outside of transactions, for what SQLite does in none."""
        with self._connection() as connection:
            yield connection

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        try:
            connection = self._take()
            try:
                yield connection
            finally:
                self._give(connection)
        except ERRORS as error:
            raise told(self.path, error) from error

    def _take(self) -> sqlite3.Connection:
        with self._lock:
            if not self._open:
                raise LibraryError(self.path, "missing", "it was closed")
            if self._idle:
                return self._idle.pop()
        return connect(self.path, mode=self._mode, busy_seconds=self._patience)

    def _give(self, connection: sqlite3.Connection) -> None:
        with self._lock:
            if self._open and not connection.in_transaction:
                self._idle.append(connection)
                return
        connection.close()
