"""What a library is told about in: what is wrong with it, and what is known of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.errors import LibraryError, LibraryFault
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate, ltr

if TYPE_CHECKING:
    from reader.gui.shelf_work import Kind, Progress
    from reader.libraries import Row, Sort

translate = QCoreApplication.translate

_FAULTS: dict[LibraryFault, str] = {
    "busy": QT_TRANSLATE_NOOP(
        "Library", "Another program keeps the library. Close that one, or try again."
    ),
    "full": QT_TRANSLATE_NOOP("Library", "The disk is full. Make room and try again."),
    "read_only": QT_TRANSLATE_NOOP(
        "Library", "The library can only be read here. Copy it elsewhere to change it."
    ),
    "damaged": QT_TRANSLATE_NOOP("Library", "The library is damaged. Restore a backup."),
    "newer": QT_TRANSLATE_NOOP(
        "Library", "The library was made by a later version of the program. It was left as it is."
    ),
    "foreign": QT_TRANSLATE_NOOP("Library", "The file is no library."),
    "missing": QT_TRANSLATE_NOOP("Library", "It is not there any more."),
    "unreachable": QT_TRANSLATE_NOOP(
        "Library", "The library cannot be opened or written. Is its folder still there?"
    ),
}
_WORK: dict[Kind, str] = {
    "import": QT_TRANSLATE_NOOP("Library", "Taking in files"),
    "analyze": QT_TRANSLATE_NOOP("Library", "Analyzing articles"),
    "backup": QT_TRANSLATE_NOOP("Library", "Making a backup"),
    "restore": QT_TRANSLATE_NOOP("Library", "Restoring a backup"),
    "feeds": QT_TRANSLATE_NOOP("Library", "Asking the feeds"),
    "export": QT_TRANSLATE_NOOP("Library", "Writing the articles"),
}
_SORTS: dict[Sort, str] = {
    "day": QT_TRANSLATE_NOOP("Library", "By day"),
    "added": QT_TRANSLATE_NOOP("Library", "By when added"),
    "title": QT_TRANSLATE_NOOP("Library", "By title"),
}


def fault_text(error: LibraryError) -> str:
    """Return what is wrong with a library, and the library's own words below."""
    return f"{translate('Library', _FAULTS[error.fault])}\n\n{isolate(str(error))}"


def work_text(progress: Progress) -> str:
    """Return what is done, and how much of it."""
    words = translate("Library", _WORK[progress.kind])
    return f"{words} {ltr(f'{progress.done} / {progress.of}')}" if progress.of else words


def sort_names() -> dict[Sort, str]:
    """Return the names of the orders."""
    return {sort: translate("Library", words) for sort, words in _SORTS.items()}


def row_facts(row: Row) -> str:
    """Return the day, the source and the tags of an article in one line."""
    parts = [ltr(row.day.isoformat()) if row.day else "", isolate(row.site or row.source)]
    if row.damaged:
        parts.insert(0, translate("Library", "damaged"))
    parts += [isolate(f"#{tag}") for tag in row.tags]
    return "  ·  ".join(part for part in parts if part)


def row_spoken(row: Row) -> str:
    """Return an article for who hears the list."""
    unread = translate("Library", "unread") if row.unread else ""
    return ", ".join(part for part in (isolate(row.title), row_facts(row), unread) if part)


def syntax_text() -> str:
    """Return how to ask for articles."""
    return translate(
        "Library",
        "All words must be there, in any spelling.\n"
        '"words in quotes": one after the other\n'
        "begin*: words that begin so\n"
        "one OR other; -word: without it\n"
        "title: text: entity: event: place: person: source: tag: before a word\n"
        "unread:yes\n"
        "from: to: on: before: after: a day, month or year, such as 2024-05",
    )
