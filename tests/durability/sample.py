"""What the durability runs write, and what they expect to read."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from reader.core.notebook import Highlight, Notebook
from reader.core.types import Document, Span
from reader.errors import LibraryError
from reader.formats.base import digest
from reader.library.rules import NoName
from reader.library.store import Library

_WORDS = "محادثات صنعاء الوفد رئيس الوزراء إنّ هدنة ٢٠١٧ المتحدة قال وصل جنيف الأمم أمس"
WORDS = _WORDS.split(" ")
NOTES = 8  # places of an article that are written to in turn


def text(number: int, length: int = 60) -> str:
    """Return the text of a numbered article."""
    chosen = random.Random(number)
    return f"خبر {number} " + " ".join(chosen.choices(WORDS, k=length))


def document(number: int, length: int = 60) -> Document:
    """Return a numbered article."""
    words = text(number, length)
    return Document(digest(words), f"news/{number}.txt", f"عنوان {number}", words, format="text")


def noted(notebook: Notebook, step: int) -> Notebook:
    """Return a notebook after the numbered change."""
    at = step % NOTES
    note = f"ملاحظة {step}"
    mark = Highlight(Span(at, at + 1), "خ", "yellow", note, "2026-01-01T00:00:00+00:00")
    return notebook.with_highlight(mark)


def expected(hash_: str, steps: int) -> Notebook:
    """Return the notebook that so many changes make."""
    notebook = Notebook(hash_)
    for step in range(max(0, steps - NOTES), steps):
        notebook = noted(notebook, step)
    return notebook


def fill(path: Path, articles: int = 12) -> None:
    """Make a library with something in all its parts."""
    with Library.open(path) as library:
        saved = library.articles.save_all([document(n) for n in range(articles)])
        library.articles.save(replace(document(0), source="https://example.org/0"))
        for one in saved[: articles // 2]:
            for step in range(3):
                base = library.notes.load(one.id).notebook
                library.notes.keep(one.id, noted(base, step), base=base, words=f"خطوة {step}")
            library.articles.mark([one.id], read=True)
            library.articles.leave_at(one.id, one.id)
        library.articles.tag([one.id for one in saved[::2]], "وسم")
        library.rules.add(NoName("كلمة"))
        library.feeds.add("https://example.org/feed")


def state(library: Library) -> dict[str, object]:
    """Return all that a library holds that cannot be made again, as its user would read it."""
    ids = sorted(library.search.ids().ids)
    rows = library.articles.rows(ids)
    if any(row.damaged for row in rows):
        raise LibraryError(library.path, "damaged", "a row says so")
    found: dict[str, object] = {"rows": rows, "rules": library.rules.load()}
    if library.rules.damaged():
        raise LibraryError(library.path, "damaged", "a rule says so")
    found["feeds"] = library.feeds.list()
    for number in ids:
        kept = library.notes.load(number)
        if kept.damaged:
            raise LibraryError(library.path, "damaged", "a note says so")
        steps = library.notes.steps(number)
        found[f"article {number}"] = (
            library.articles.document(number),
            library.articles.sources(number),
            kept.notebook,
            steps,
        )
    return found


def remove(path: Path) -> None:
    """Take a library's files away."""
    for side in ("", "-wal", "-shm", "-journal"):
        Path(f"{path}{side}").unlink(missing_ok=True)
