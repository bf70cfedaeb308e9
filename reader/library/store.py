"""A library: articles, what was found in them, and what the user keeps of them, in one file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Self

import platformdirs

from reader.errors import LibraryError
from reader.library import schema
from reader.library.analyses import Analyses
from reader.library.articles import Articles
from reader.library.database import Database, connect, told
from reader.library.notes import Notes
from reader.library.rulebook import Rulebook
from reader.library.search import Search

SUFFIX = ".qari"
BeforeMigration = Callable[[Path, int], None]


def default_path() -> Path:
    """Return where the user's own library is; the variable QARI_DATA overrides its folder."""
    named = os.environ.get("QARI_DATA")
    return (Path(named) if named else platformdirs.user_data_path("qari")) / f"library{SUFFIX}"


class Library:
    """An open library. Its parts may be used from any thread, and several at once.

    Two windows, or a window and a command, may have one library open: each sees what the other
    has written, and waits for its turn to write.

    Attributes:
        path: its file.
        read_only: nothing can be written; `notice` says why.
        notice: for the user, "" where there is nothing to say.
        articles, search, analyses, notes, rules: what it does.
    """

    def __init__(self, database: Database, notice: str = "") -> None:
        self.path = database.path
        self.read_only = database.read_only
        self.notice = notice
        self.database = database
        self.articles = Articles(database)
        self.search = Search(database)
        self.analyses = Analyses(database, self.articles)
        self.notes = Notes(database)
        self.rules = Rulebook(database)

    @classmethod
    def open(cls, path: Path, *, create: bool = True, read_only: bool = False) -> Self:
        """Open a library, or make one where there is no file and `create` says so.

        One of an earlier version is brought to the present one. One that cannot be written,
        because of its place or because another program keeps it, is opened for reading.

        Raises:
            LibraryError: there is none, it is of a later version, or the file is no library;
                the file is left as it is. Or it is damaged or cannot be made.
        """
        version = schema.header_version(path)
        if version is None and (read_only or not create):
            raise LibraryError(path, "missing", "there is no such library")
        schema.refuse_newer(path, version or 0)
        if read_only:
            return cls(_for_reading(path), "it was opened for reading only")
        try:
            _prepare(path)
        except LibraryError as error:
            if version is None or error.fault not in {"read_only", "busy", "full", "unreachable"}:
                raise
            return cls(_for_reading(path), f"{error.reason}; it was opened for reading only")
        return cls(Database(path, "rw"))

    def close(self) -> None:
        """Close the file; what is under way in other threads ends first."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _prepare(path: Path) -> None:
    """Make the file a library of the present version, in WAL mode."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"its folder cannot be made: {error.strerror}"
        raise LibraryError(path, "unreachable", reason) from error
    try:
        connection = connect(path, mode="rwc")
        try:
            schema.refuse_newer(path, schema.version_of(connection))
            schema.make(connection)
            schema.migrate(connection, lambda _: None)
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise told(path, error) from error


def _for_reading(path: Path) -> Database:
    """Return the file for reading, be it on a medium where nothing can be written beside it."""
    problem: sqlite3.Error | None = None
    for mode in ("ro", "ro&immutable=1"):
        try:
            connection = connect(path, mode=mode)
            try:
                version = schema.version_of(connection)
            finally:
                connection.close()
        except sqlite3.Error as error:
            problem = problem or error
            continue
        schema.refuse_newer(path, version)
        if version < schema.VERSION:
            reason = "it is of an earlier version, and can only be opened where it can be written"
            raise LibraryError(path, "read_only", reason)
        return Database(path, mode)
    raise told(path, problem or sqlite3.DatabaseError())
