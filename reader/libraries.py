"""The verbs of a library, for the command line and the window alike.

`Library` is the way in: `Library.open(default_path())`, then its parts. Of a list of articles the
window asks `library.search.ids(question, sort)` once, which gives all their numbers, and
`library.articles.rows(ids)` for those in sight.

- `library.articles`: save, remove, open, list; tags, read and unread, reading position; groups
  to filter by
- `library.search`: `ids` for a list, `best` for the best answers, `count`; their hits by
  `library.articles.hits`
- `library.analyses`: keep, load, and which are stale
- `library.notes`: notebooks, undo and redo
- `library.rules`: corrections that travel; `corrected` applies them
- `library.feeds`, `library.folders`: what is followed and watched; `newer` tells what has come
- `library.imports`: files, folders and feeds, by a job that can be cut short; `export` and `take`
  move a whole library as JSON Lines
- `gather` runs an import, `refresh` asks a feed, `analyze_stale` analyzes what is not yet
- `library.backups`, or `Backups(path)` where the library cannot be opened: make, list, restore;
  `library.check`, `library.repair`
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reader import notebooks
from reader.core.types import Document
from reader.errors import InputError, LibraryError
from reader.formats.base import Item
from reader.library.backup import Backups
from reader.library.exporting import Moved, export, take
from reader.library.feeds import Feed, Feeds
from reader.library.folders import Folder, Folders
from reader.library.importing import Imports, Job, Refusal
from reader.library.notes import Notes
from reader.library.places import SUFFIX, default_path
from reader.library.query import parse
from reader.library.rules import (
    IsOfType,
    NameMeans,
    NoEvent,
    NoName,
    Rule,
    SameEntity,
    corrected,
)
from reader.library.search import hits, snippet
from reader.library.store import Library
from reader.library.types import (
    SORTS,
    Backup,
    Change,
    Check,
    Damage,
    Group,
    Hit,
    Kept,
    Results,
    Row,
    Saved,
    Snippet,
    Sort,
    Source,
    Step,
)
from reader.service import GUESS, Choices, Workspace

__all__ = [
    "SORTS",
    "SUFFIX",
    "Backup",
    "Backups",
    "Change",
    "Check",
    "Damage",
    "Feed",
    "Feeds",
    "Folder",
    "Folders",
    "Group",
    "Hit",
    "Imports",
    "IsOfType",
    "Job",
    "Kept",
    "Library",
    "Moved",
    "NameMeans",
    "NoEvent",
    "NoName",
    "Notes",
    "Refreshed",
    "Refusal",
    "Results",
    "Row",
    "Rule",
    "SameEntity",
    "Saved",
    "Snippet",
    "Sort",
    "Source",
    "Step",
    "analyze_stale",
    "corrected",
    "default_path",
    "export",
    "gather",
    "hits",
    "newer",
    "parse",
    "refresh",
    "snippet",
    "sources_of",
    "take",
]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a feed gave.

    Attributes:
        new: articles that the library did not have; refused: parts that could not be read.
        changed: False where the server had nothing newer than what it gave before.
    """

    new: int
    refused: tuple[Refusal, ...] = ()
    changed: bool = True


def _silent(_job: Job) -> None:
    """Report nothing."""


def sources_of(paths: Sequence[Path]) -> tuple[list[str], tuple[Refusal, ...]]:
    """Return the files at paths and below them, and the paths that have none."""
    found: list[str] = []
    refused: list[Refusal] = []
    for path in paths:
        try:
            found += map(str, Workspace().articles(path))
        except InputError as error:
            refused.append(Refusal(error.source, error.reason))
    return found, tuple(refused)


def newer(folder: Folder) -> list[str]:
    """Return the files in a folder and below it that have come or changed since the last look.

    A file that was moved or copied here counts as new, however old its contents are.
    """
    found: list[str] = []
    with suppress(InputError):  # it is not there now, or nothing is in it
        for path in Workspace().articles(Path(folder.path)):
            with suppress(OSError):
                told = path.stat()
                if max(told.st_mtime, told.st_ctime) >= folder.looked:
                    found.append(str(path))
    return found


def gather(
    library: Library,
    job: int,
    *,
    choices: Choices = GUESS,
    progress: Callable[[Job], None] = _silent,
    cancelled: threading.Event | None = None,
) -> Job:
    """Take in what an import has left: files of any format, with the notebooks beside them.

    The import is one of `library.imports`, new or cut short. `cancelled` ends it within a
    second or so; it can go on later.

    Raises:
        LibraryError: the library cannot be written.
    """
    asked = cancelled or threading.Event()

    def read(source: str) -> Iterator[Item]:
        yield from Workspace().open_all(Path(source), choices, cancelled=asked)

    return library.imports.run(
        job, read, notebook=notebooks.load, progress=progress, cancelled=asked.is_set
    )


def refresh(
    library: Library,
    address: str,
    *,
    allow_private: bool = False,
    cancelled: threading.Event | None = None,
) -> Refreshed:
    """Ask a feed for what is new, and follow it from now on.

    Raises:
        FetchError: it cannot be fetched.
        InputError: it is no feed.
        LibraryError: the library cannot be written.
    """
    from reader.fetch import Fetched, Validators, fetch  # noqa: PLC0415 - the net comes last

    known = next((f for f in library.feeds.list() if f.address == address), Feed(address))
    found = fetch(
        address,
        allow_private=allow_private,
        known=Validators(known.etag, known.modified),
        cancelled=cancelled,
    )
    if not isinstance(found, Fetched):
        library.feeds.unchanged(address)
        return Refreshed(0, changed=False)
    items = list(Workspace().open_all_bytes(found.data, address, cancelled=cancelled))
    documents = [item for item in items if isinstance(item, Document)]
    refused = tuple(Refusal(i.source, i.reason) for i in items if isinstance(i, InputError))
    if not documents and refused:
        raise InputError(address, refused[0].reason)
    library.feeds.add(address)
    said = found.validators
    new = library.feeds.keep(address, documents, etag=said.etag, modified=said.last_modified)
    return Refreshed(new, refused)


def analyze_stale(
    library: Library,
    *,
    engine: str | None = None,
    progress: Callable[[int, int], None] = lambda _done, _left: None,
    cancelled: threading.Event | None = None,
) -> int:
    """Analyze what has no analysis, or one that is older than the rules or the program.

    Each article as its user corrected it, after the library's rules. `progress` hears how many
    are done and how many are left of the batch; return how many were analyzed.

    Raises:
        LibraryError: the library cannot be written.
        EngineError: the engine that was asked for cannot run.
    """
    asked = cancelled or threading.Event()
    rules, revision = library.rules.load(), library.rules.revision()
    done = 0
    damaged: set[int] = set()
    while True:
        stale = library.analyses.stale(rules=revision, limit=500 + len(damaged))
        left = [number for number in stale if number not in damaged]
        if not left:
            return done
        for at, number in enumerate(left):
            if asked.is_set():
                return done
            try:
                document = library.articles.document(number)
            except LibraryError as error:
                if error.fault not in {"damaged", "missing"}:
                    raise
                damaged.add(number)
                continue
            own = library.notes.load(number).notebook.corrections
            found = Workspace().analyze(document, engine=engine, corrections=own)
            library.analyses.keep(number, corrected(found, rules, own).analysis, rules=revision)
            done += 1
            progress(done, len(left) - at - 1)
