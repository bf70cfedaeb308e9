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
- `library.imports`: files, folders and feeds, by a job that can be cut short; `export` and `take`
  move a whole library as JSON Lines
- `library.backups`, or `Backups(path)` where the library cannot be opened: make, list, restore;
  `library.check`, `library.repair`
"""

from __future__ import annotations

from reader.library.backup import Backups
from reader.library.exporting import Moved, export, take
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

__all__ = [
    "SORTS",
    "SUFFIX",
    "Backup",
    "Backups",
    "Check",
    "Damage",
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
    "corrected",
    "default_path",
    "export",
    "hits",
    "parse",
    "snippet",
    "take",
]
