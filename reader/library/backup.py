"""Copies of a library that are known to be good, and the way back to one.

A copy is made by SQLite's online backup, opened, and all its digests are checked before it counts.
Of the copies those of today, one a day and one a week are kept, and always the last two that are
good. Nothing is ever deleted of the library itself: what is restored over is put aside.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from reader.errors import LibraryError
from reader.library import schema
from reader.library.checking import check
from reader.library.database import ERRORS, connect, connect_for_reading, told
from reader.library.places import data_folder
from reader.library.types import Backup

EVERY = timedelta(minutes=30)
RECENT, DAYS, WEEKS, SOUND = 6, 7, 8, 2  # how many of each are kept
_NAME = re.compile(r"(\d{6})_(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)(\.unsound)?\.qari")
_SIDES = ("", "-wal", "-shm")  # of the files of one database


class Backups:
    """The copies of the library at one path; it need not be open, nor sound, nor there."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def folder(self) -> Path:
        """Return where the copies are: in the user's data folder, by the library's path."""
        place = self.path.resolve()
        name = hashlib.sha256(str(place).encode("utf-8", "surrogateescape")).hexdigest()[:8]
        return data_folder() / "backups" / f"{place.stem}-{name}"

    def list(self) -> tuple[Backup, ...]:
        """Return the copies, the last first."""
        try:
            names = sorted((p.name for p in self.folder().iterdir()), reverse=True)
        except OSError:
            return ()
        return tuple(b for name in names if (b := self._named(name)) is not None)

    def _named(self, name: str) -> Backup | None:
        found = _NAME.fullmatch(name)
        if found is None:
            return None
        path = self.folder() / name
        made = datetime.strptime(found[2], "%Y-%m-%dT%H-%M-%SZ").replace(tzinfo=UTC)
        try:
            size = path.stat().st_size
        except OSError:
            return None
        return Backup(path, made.astimezone().isoformat(), size, verified=not found[3])

    def is_due(self, *, now: datetime | None = None) -> bool:
        """Tell whether something was changed since the last good copy, and that is a while ago.

        A clock that was set back makes none wait.
        """
        last = next((b for b in self.list() if b.verified), None)
        if last is None:
            return True
        since = abs((now or datetime.now(UTC)) - datetime.fromisoformat(last.made))
        return since >= EVERY and _state(self.path) != _state(last.path)

    def make(self) -> Backup:
        """Copy the library as it is now, check the copy, and forget copies that are too many.

        A copy of a damaged library is kept too, and is not among the good ones.

        Raises:
            LibraryError: the copy could not be made; the library is as it was.
        """
        folder = self.folder()
        new = folder / f"new-{os.getpid()}.part"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            new.unlink(missing_ok=True)
            _copy(self.path, new)
            sound = is_sound(new)
            made = new.rename(folder / self._next_name(sound=sound))
            _sync(folder)
            self._thin()
        except OSError as error:
            raise self._failed(error.strerror or str(error)) from error
        except ERRORS as error:
            raise self._failed(told(self.path, error).reason) from error
        finally:
            new.unlink(missing_ok=True)
        backup = self._named(made.name)
        if backup is None:
            raise self._failed("it is gone")
        return backup

    def _failed(self, reason: str) -> LibraryError:
        return LibraryError(self.path, "unreachable", f"no backup was made: {reason}")

    def _next_name(self, *, sound: bool) -> str:
        numbers = [int(b.path.name[:6]) for b in self.list()]
        made = datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")
        return f"{max(numbers, default=0) + 1:06}_{made}{'' if sound else '.unsound'}.qari"

    def _thin(self) -> None:
        copies = self.list()
        kept = kept_of(copies)
        for backup in copies:
            if backup not in kept:
                backup.path.unlink(missing_ok=True)

    def restore(self, backup: Backup) -> Path | None:
        """Put a copy in the place of the library; return where what was there is now.

        The library must not be open in any window.

        Raises:
            LibraryError: another window has it open, or the copy is damaged or cannot be put
                there. What was there still is.
        """
        new = self.path.with_name(f"{self.path.name}.restored")
        try:
            _refuse_open(self.path)
            new.unlink(missing_ok=True)
            _copy(backup.path, new)
            if not is_sound(new):
                reason = f"the backup {backup.path.name} is damaged; choose another"
                raise LibraryError(self.path, "damaged", reason)
            aside = self._put_aside()
            new.replace(self.path)
            _sync(self.path.parent)
        except OSError as error:
            reason = f"nothing was restored: {error.strerror or error}"
            raise LibraryError(self.path, "unreachable", reason) from error
        except ERRORS as error:
            raise told(backup.path, error) from error
        finally:
            new.unlink(missing_ok=True)
        return aside

    def _put_aside(self) -> Path | None:
        """Give the library's files other names; its own stays with it until it is replaced."""
        if not self.path.exists():
            return None
        names = (self.path.with_name(f"{self.path.stem}.before-{n}.qari") for n in count(1))
        aside = next(name for name in names if not name.exists())
        for side in _SIDES[1:]:
            beside = Path(f"{self.path}{side}")
            if beside.exists():
                beside.rename(f"{aside}{side}")
        try:
            aside.hardlink_to(self.path)
        except OSError:  # a medium without links
            self.path.rename(aside)
        return aside


def kept_of(copies: Sequence[Backup]) -> set[Backup]:
    """Return those of the copies, the last first, that are worth keeping."""
    sound = [b for b in copies if b.verified]
    kept = {*copies[:RECENT], *sound[:SOUND]}
    for length, most in ((10, DAYS), (0, WEEKS)):
        spans: dict[str, Backup] = {}
        for backup in sound:
            day = datetime.fromisoformat(backup.made)
            name = backup.made[:length] if length else f"{day:%G-%V}"
            spans.setdefault(name, backup)
        kept |= set(list(spans.values())[:most])
    return kept


def is_sound(path: Path) -> bool:
    """Tell whether a file is a library whose every digest is right."""
    try:
        version = schema.header_version(path)
        if version is None or version > schema.VERSION:
            return False
        with closing(connect(path, mode="ro")) as connection:
            return check(connection, whole=False).is_sound
    except (*ERRORS, LibraryError):
        return False


def _copy(path: Path, new: Path) -> None:
    """Copy a library into one file, onto the disk."""
    source, _ = connect_for_reading(path)
    with closing(source), closing(connect(new, mode="rwc")) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    with new.open("rb+") as file:
        os.fsync(file.fileno())


def _state(path: Path) -> object:
    """Return what changes with every change of what cannot be made again."""
    try:
        connection, _ = connect_for_reading(path)
        with closing(connection):
            return connection.execute("SELECT name, rows, sum FROM seal ORDER BY name").fetchall()
    except ERRORS:
        return None


def _refuse_open(path: Path) -> None:
    """Raise LibraryError where another window has the library open; write its WAL into it."""
    if not (path.exists() and path.stat().st_size):
        return
    try:
        with closing(connect(path, mode="rw", busy_seconds=0.5)) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except ERRORS as error:
        problem = told(path, error)
        if problem.fault == "busy":
            raise problem from error


def _sync(folder: Path) -> None:
    """Write a folder's names onto the disk, where the system knows of that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
