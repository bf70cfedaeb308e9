"""The folders whose new files a library takes in, on the machine that it is used on."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from reader.library.database import Database

_NAME = "folders"  # of the setting


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder.

    Attributes:
        looked: when its files were taken in last, in seconds since 1970; 0.0 where never.
    """

    path: str
    looked: float = 0.0


class Folders:
    """Keeps the folders of one library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> tuple[Folder, ...]:
        """Return the folders by path."""
        with self._database.reading() as connection:
            return _read(connection)

    def add(self, path: str) -> None:
        """Watch a folder from now on; one that is watched stays as it is."""
        with self._database.writing() as connection:
            found = {folder.path: folder for folder in _read(connection)}
            _write(connection, {path: Folder(path), **found})

    def remove(self, path: str) -> None:
        """Watch a folder no more; its articles stay."""
        with self._database.writing() as connection:
            _write(connection, {f.path: f for f in _read(connection) if f.path != path})

    def looked(self, path: str, at: float) -> None:
        """Note until when what has come into a folder is taken in."""
        with self._database.writing() as connection:
            found = {folder.path: folder for folder in _read(connection)}
            if path in found:
                _write(connection, {**found, path: Folder(path, at)})


def _read(connection: sqlite3.Connection) -> tuple[Folder, ...]:
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (_NAME,)).fetchone()
    told = json.loads(row[0]) if row else {}
    return tuple(Folder(path, looked) for path, looked in sorted(told.items()))


def _write(connection: sqlite3.Connection, folders: dict[str, Folder]) -> None:
    told = json.dumps({folder.path: folder.looked for folder in folders.values()})
    connection.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (_NAME, told))
