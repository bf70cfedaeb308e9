"""The long work on a library: plain functions for another thread, which tell how far they are."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Literal

from reader.errors import CancelledError, InputError

if TYPE_CHECKING:
    from reader.libraries import Library, Refusal

Kind = Literal["import", "analyze", "backup", "restore", "feeds", "export"]
_WRITTEN = 1.0  # seconds after which a file is taken for written


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the long work on a library is; of 0 where that is not known."""

    kind: Kind
    done: int
    of: int


Tell = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of an import, or of asking feeds.

    Attributes:
        new: articles that the library did not have.
        unfinished: imports that were cut short.
        is_unasked: it came by itself, of a folder that is watched.
    """

    new: int
    refused: tuple[Refusal, ...]
    unfinished: int = 0
    is_unasked: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """What has come into the folders that are watched.

    Attributes:
        looked: when each folder was looked at, in seconds since 1970.
        is_coming: some files may still be written; they are taken in later.
    """

    files: tuple[str, ...]
    looked: dict[str, float]
    is_coming: bool


def take_in(library: Library, paths: Sequence[Path], tell: Tell, cancelled: Event) -> Imported:
    """Take in files and folders, after what was cut short before."""
    from reader import libraries  # noqa: PLC0415 - it is open

    files, refused = libraries.sources_of(paths)
    jobs = [job.id for job in library.imports.unfinished()]
    if files:
        jobs.append(library.imports.start(files, " ".join(p.name for p in paths)))
    new, more = _gather(library, jobs, tell, cancelled)
    return Imported(new, (*refused, *more), len(library.imports.unfinished()))


def take_arrival(library: Library, come: Arrival, tell: Tell, cancelled: Event) -> Imported:
    """Take in what has come into the folders that are watched."""
    jobs = [library.imports.start(come.files, "")] if come.files else []
    new, refused = _gather(library, jobs, tell, cancelled)
    if not cancelled.is_set():
        for folder, looked in come.looked.items():
            library.folders.looked(folder, looked)
    return Imported(new, refused, len(library.imports.unfinished()), is_unasked=True)


def _gather(
    library: Library, jobs: Sequence[int], tell: Tell, cancelled: Event
) -> tuple[int, tuple[Refusal, ...]]:
    """Do imports one after the other; return how many articles are new, and what was refused."""
    from reader import libraries  # noqa: PLC0415 - it is open

    new, refused = 0, tuple[libraries.Refusal, ...]()
    for job in jobs:
        last = libraries.gather(
            library,
            job,
            progress=lambda j: tell(Progress("import", j.done, j.files)),
            cancelled=cancelled,
        )
        new += last.new
        refused += library.imports.refusals(job)
        if cancelled.is_set():
            break
    return new, refused


def ask_feeds(library: Library, addresses: Sequence[str], tell: Tell, cancelled: Event) -> Imported:
    """Ask feeds for what is new, all that are followed where none is named."""
    from reader import libraries  # noqa: PLC0415 - it is open

    asked = addresses or [feed.address for feed in library.feeds.list()]
    new, refused = 0, []
    for number, address in enumerate(asked):
        tell(Progress("feeds", number, len(asked)))
        try:
            found = libraries.refresh(library, address, allow_private=True, cancelled=cancelled)
        except CancelledError:
            break
        except InputError as error:
            refused.append(libraries.Refusal(address, error.reason))
            continue
        new += found.new
        refused += found.refused
    return Imported(new, tuple(refused), len(library.imports.unfinished()))


def analyze(library: Library, tell: Tell, cancelled: Event) -> int:
    """Analyze what has no analysis yet, or one that is out of date; return how many."""
    from reader.libraries import analyze_stale  # noqa: PLC0415 - it is open

    return analyze_stale(
        library,
        progress=lambda done, left: tell(Progress("analyze", done, done + left)),
        cancelled=cancelled,
    )


def arrived(library: Library) -> Arrival:
    """Look what has come into the folders that a library watches."""
    from reader.libraries import newer  # noqa: PLC0415 - it is open

    began = time.time()
    files: list[str] = []
    waits = False
    looked: dict[str, float] = {}
    for folder in library.folders.list():
        found = newer(folder)
        ready = [name for name in found if _age(name, began) > _WRITTEN]
        waits = waits or len(ready) < len(found)
        files += ready
        # What is not ready is found again the next time.
        looked[folder.path] = began if len(ready) == len(found) else folder.looked
    return Arrival(tuple(files), looked, waits)


def _age(name: str, now: float) -> float:
    """Return how many seconds ago a file was written last; 0.0 where it is gone."""
    try:
        return now - Path(name).stat().st_mtime
    except OSError:
        return 0.0
