"""Folders that are watched: what comes into them goes into the library that is open."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

if TYPE_CHECKING:
    from reader.gui.shelf import Shelf
    from reader.libraries import Library

_QUIET = 1500  # milliseconds without a change until a folder is looked at
_MOST = 2000  # folders, with those in them; what is deeper is looked at with the rest, later


class FolderWatch(QObject):
    """Has a shelf take in what has come, at once and while the program runs."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf)
        self._shelf = shelf
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=_QUIET)
        self._timer.timeout.connect(self._look)
        self._watcher.directoryChanged.connect(lambda _path: self._timer.start())
        shelf.opened.connect(self.renew)
        shelf.watched.connect(self.renew)
        shelf.came_late.connect(self._timer.start)
        self.renew()

    def renew(self) -> None:
        """Watch the folders of the library that is open, and look at them."""
        self._watch(())
        library = self._shelf.library
        if library is not None and not library.read_only:
            self._shelf.read(_folders, self._begin)

    def _begin(self, folders: tuple[str, ...]) -> None:
        self._watch(folders)
        if folders:
            self._shelf.take_new()

    def _watch(self, folders: tuple[str, ...]) -> None:
        if known := self._watcher.directories():
            self._watcher.removePaths(known)
        if folders:
            self._watcher.addPaths(list(folders))

    def _look(self) -> None:
        """Look again; a folder that was made in one of them is watched from now on."""
        self._shelf.read(_folders, self._begin)


def _folders(library: Library) -> tuple[str, ...]:
    """Return the folders that are watched, with those in them."""
    found: list[str] = []
    for folder in library.folders.list():
        if not Path(folder.path).is_dir():
            continue
        for path, _folders_in, _files in os.walk(folder.path):
            found.append(path)
            if len(found) == _MOST:
                return tuple(found)
    return tuple(found)
