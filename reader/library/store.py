"""A library: articles, what was found in them, and what the user keeps of them, in one file."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import Self

from reader.errors import LibraryError
from reader.library import schema
from reader.library.analyses import Analyses
from reader.library.articles import Articles
from reader.library.backup import Backups
from reader.library.checking import check, own_damage
from reader.library.database import (
    BUSY_SECONDS,
    ERRORS,
    Database,
    connect,
    connect_for_reading,
    told,
)
from reader.library.feeds import Feeds
from reader.library.folders import Folders
from reader.library.importing import Imports
from reader.library.notes import Notes
from reader.library.repair import index_anew, is_index_known, repair
from reader.library.rulebook import Rulebook
from reader.library.search import Search
from reader.library.types import Check, Damage


class Library:
    """An open library. Its parts may be used from any thread, and several at once.

    Two windows, or a window and a command, may have one library open: each sees what the other
    has written, and waits for its turn to write.

    Attributes:
        path: its file.
        read_only: nothing can be written; `notice` says why.
        notice: for the user, "" where there is nothing to say.
        damaged: what of the user's own was found damaged when it was opened; offer
            `backups.list()` then.
        articles, search, analyses, notes, rules, imports, feeds, backups:
            what it does.
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
        self.feeds = Feeds(database)
        self.folders = Folders(database)
        self.imports = Imports(database, self.notes)
        self.backups = Backups(database.path)
        self.damaged: tuple[Damage, ...] = ()

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = True,
        read_only: bool = False,
        patience: float = BUSY_SECONDS,
    ) -> Self:
        """Open a library, or make one where there is no file and `create` says so.

        One of an earlier version is brought to the present one. One that cannot be written,
        because of its place or because another program keeps it, is opened for reading. Another
        window that writes is waited for `patience` seconds, by each change anew.

        Raises:
            LibraryError: there is none, it is of a later version, or the file is no library;
                the file is left as it is. Or it is damaged or cannot be made.
        """
        version = schema.header_version(path)
        if version is None and (read_only or not create):
            raise LibraryError(path, "missing", "there is no such library")
        schema.refuse_newer(path, version or 0)
        library = cls(*_database(path, version, patience, read_only=read_only))
        _examine(library)
        return library

    def check(self) -> Check:
        """Look at everything for damage; a hundred thousand articles take about a minute."""
        with self.database.alone() as connection:
            return check(connection)

    def repair(self) -> Check:
        """Make the index anew, forget damaged analyses, set aside what is damaged of the rest.

        A backup is made before. What remains damaged (texts) is told.

        Raises:
            LibraryError: nothing was changed.
        """
        self.backups.make()
        with self.database.writing() as connection:
            repair(connection)
        return self.check()

    def close(self) -> None:
        """Close the file; what is under way in other threads ends first."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _database(
    path: Path, version: int | None, patience: float, *, read_only: bool
) -> tuple[Database, str]:
    """Return the file for writing, or else for reading and why."""
    if read_only:
        return _for_reading(path), "it was opened for reading only"
    try:
        _prepare(path, patience)
    except LibraryError as error:
        if version is None or error.fault in {"damaged", "foreign", "newer"}:
            raise
        return _for_reading(path), f"{error.reason}; it was opened for reading only"
    return Database(path, "rw", patience), ""


def _examine(library: Library) -> None:
    """Look after what the user keeps, and after the index; an error closes the library."""
    try:
        with library.database.reading() as connection:
            library.damaged = own_damage(connection)
            known = is_index_known(connection)
        if not known and not library.read_only:
            with library.database.writing() as connection:
                index_anew(connection)
    except BaseException:
        library.close()
        raise


def _prepare(path: Path, patience: float) -> None:
    """Make the file a library of the present version, in WAL mode."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"its folder cannot be made: {error.strerror}"
        raise LibraryError(path, "unreachable", reason) from error
    try:
        with closing(connect(path, mode="rwc", busy_seconds=patience)) as connection:
            schema.refuse_newer(path, schema.version_of(connection))
            schema.make(connection)
            schema.migrate(connection, Backups(path).make)
            connection.execute("PRAGMA journal_mode = WAL")
    except ERRORS as error:
        problem = told(path, error)
        if problem.fault == "unreachable" and not os.access(path.parent, os.W_OK):
            reason = "nothing can be written where it lies; copy it elsewhere to change it"
            raise LibraryError(path, "read_only", reason) from error
        raise problem from error


def _for_reading(path: Path) -> Database:
    """Return the file for reading, be it on a medium where nothing can be written beside it."""
    try:
        connection, mode = connect_for_reading(path)
        with closing(connection):
            version = schema.version_of(connection)
    except ERRORS as error:
        raise told(path, error) from error
    schema.refuse_newer(path, version)
    if version < schema.VERSION:
        reason = "it is of an earlier version, and can only be opened where it can be written"
        raise LibraryError(path, "read_only", reason)
    return Database(path, mode)
