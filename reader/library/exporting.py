"""A whole library as JSON Lines, and back: to read it elsewhere, or to join two libraries.

The first line names the format and holds the rules; each other line is one article with its
sources, tags, notebook and, where it has one, its analysis.
"""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reader.core.codec import document_json, from_json, read_document, to_json
from reader.core.notebook import notebook_from_json, notebook_to_json
from reader.core.types import Document
from reader.errors import ContractError, LibraryError, LibraryFault
from reader.files import replacing
from reader.library.importing import Refusal
from reader.library.store import Library
from reader.library.types import Row, Source

FORMAT, VERSION = "qari-library", 1
_AT_ONCE = 50  # articles


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of an export or import; `refused` are the articles that were left out."""

    articles: int
    refused: tuple[Refusal, ...] = ()


def _silent(_done: int) -> None:
    """Report nothing."""


def export(
    library: Library,
    path: Path,
    *,
    question: str = "",
    progress: Callable[[int], None] = _silent,
) -> Moved:
    """Write the articles that a question is about, all by default, whole or not at all.

    Raises:
        LibraryError: the file cannot be written; what was there before still is.
    """
    ids = library.search.ids(question, "added", ascending=True).ids
    refused: list[Refusal] = []
    done = 0
    try:
        with replacing(path) as file:
            head = {"format": FORMAT, "version": VERSION, "rules": library.rules.told()}
            file.write(_line(head))
            for at in range(0, len(ids), _AT_ONCE):
                for row in library.articles.rows(ids[at : at + _AT_ONCE]):
                    try:
                        told, damaged = _told(library, row)
                    except LibraryError as error:
                        refused.append(Refusal(row.title, error.reason))
                        continue
                    file.write(_line(told))
                    done += 1
                    if damaged:
                        refused.append(Refusal(row.title, f"{damaged} damaged notes"))
                progress(done)
    except OSError as error:
        fault: LibraryFault = "full" if error.errno == errno.ENOSPC else "unreachable"
        reason = f"it cannot be written: {error.strerror}"
        raise LibraryError(path, fault, reason) from error
    return Moved(done, tuple(refused))


def _line(told: dict[str, Any]) -> bytes:
    return (json.dumps(told, ensure_ascii=True) + "\n").encode()


def _told(library: Library, row: Row) -> tuple[dict[str, Any], int]:
    """Return an article with all that is kept of it, and how much of that is damaged."""
    document = library.articles.document(row.id)
    analysis = library.analyses.load(row.id)
    kept = library.notes.load(row.id)
    told = {
        "document": document_json(document),
        "sources": [_source(source) for source in library.articles.sources(row.id)[1:]],
        "added": row.added,
        "unread": row.unread,
        "position": row.position,
        "tags": list(row.tags),
        "notebook": None if kept.notebook.is_empty else notebook_to_json(kept.notebook),
        "analysis": analysis and {**to_json(analysis), "document": None},
    }
    return told, len(kept.damaged)


def _source(source: Source) -> dict[str, Any]:
    return {
        "source": source.source,
        "title": source.title,
        "published": source.published.isoformat() if source.published else None,
        "author": source.author,
        "address": source.address,
    }


def take(library: Library, path: Path, *, progress: Callable[[int], None] = _silent) -> Moved:
    """Take the articles of an export into a library, beside those that it has.

    Raises:
        LibraryError: the file is no export or cannot be read, or the library cannot be written.
    """
    refused: list[Refusal] = []
    done = 0
    for number, told in _lines(path):
        try:
            if number == 1:
                library.rules.take(told["rules"])
                continue
            _take(library, told)
            done += 1
        except (ContractError, KeyError, TypeError, ValueError, AttributeError) as error:
            refused.append(Refusal(f"{path}#{number}", f"it is no article of a library: {error}"))
        progress(done)
    return Moved(done, tuple(refused))


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                told = _parsed(line)
                if number == 1 and (told.get("format"), told.get("version")) != (FORMAT, VERSION):
                    raise LibraryError(path, "foreign", f"it is no {FORMAT} of version {VERSION}")
                yield number, told
    except OSError as error:
        reason = f"it cannot be read: {error.strerror}"
        raise LibraryError(path, "unreachable", reason) from error


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _take(library: Library, told: dict[str, Any]) -> None:
    document = read_document(told["document"])
    kept = notebook_from_json(told["notebook"]) if told["notebook"] else None
    analysis = told["analysis"] and from_json({**told["analysis"], "document": told["document"]})
    others = [_other(document, source) for source in told["sources"]]
    number = library.articles.save_all([document, *others])[0].id
    for tag in told["tags"]:
        library.articles.tag([number], str(tag))
    if not told["unread"]:
        library.articles.mark([number], read=True)
    if told["position"]:
        library.articles.leave_at(number, int(told["position"]))
    if kept is not None:
        library.notes.keep(
            number, kept, base=replace(kept, corrections=(), highlights=(), bookmarks=())
        )
    if analysis:
        library.analyses.keep(number, analysis)


def _other(document: Document, told: dict[str, Any]) -> Document:
    """Return the same article from another source."""
    blank = document_json(document) | {"blocks": [], "notices": []}
    return read_document(blank | {k: told[k] or None for k in told})
