"""usage: python tests/durability/writes.py LIBRARY NUMBER

Save, note, tag, export and back up a library, and say what is done and what was refused, by a
call of the system that no fault is put into.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import sample

from reader.errors import ReaderError
from reader.library.exporting import export
from reader.library.store import Library


def work(path: Path, number: int, said: Callable[[str], None]) -> None:
    """Do all, and say after each step that it is done or refused."""

    def step(name: str, do: Callable[[], object]) -> None:
        try:
            do()
        except ReaderError:
            said(f"refused {name}")
        else:
            said(f"done {name}")

    try:
        library = Library.open(path)
    except ReaderError:
        said("refused open")
        return
    with library:
        step("save", lambda: library.articles.save(sample.document(number)))
        article = library.articles.find(sample.document(0).id) or 0
        base = library.notes.load(article).notebook
        note = sample.noted(base, number)
        step("note", lambda: library.notes.keep(article, note, base=base))
        step("tag", lambda: library.articles.tag([article], f"وسم {number}"))
        step("export", lambda: export(library, path.with_name("all.jsonl")))
        step("backup", library.backups.make)


if __name__ == "__main__":
    work(
        Path(sys.argv[1]),
        int(sys.argv[2]),
        lambda words: os.writev(1, [f"{words}\n".encode()]),  # type: ignore[func-returns-value]
    )
