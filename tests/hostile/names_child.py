"""Run under strace: articles of hostile names and titles through everything that writes."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from show_child import open_marker
from traced import MARKER

import seeds
from reader.core.notebook import Bookmark, Notebook
from reader.core.types import Document, Span
from reader.export import FORMATS
from reader.files import safe_name
from reader.formats.text import from_text
from reader.service import Workspace

STEMS = (
    "../../../evil", "..", ".", "...", "/etc/passwd", "/var/evil", "//host/share/evil",
    "..\\..\\evil", "C:\\Windows\\evil", "C:evil", "\\\\host\\share\\evil", "a/b/../../../evil",
    "a\0b", "evil\n.txt", "evil\r\nX: y", "\x1b[31mred", "\u202egnp.exe", "\u2066x\u2069", "CON",
    "con.txt", "AUX", "COM1", "NUL.html", "LPT9.md", "evil.", "evil ", " evil", "-rf", "--help", "~",
    "~/evil", "$HOME", "$(touch evil)", "`touch evil`", "; touch evil", "| touch evil", "%2e%2e%2fevil",
    "..%c0%afevil", "．．／evil", "‥/evil", "a" * 300, "م" * 300, "\u064e" * 300, "", " ", "\t", "evil:ads",
    "*", "?", "<evil>", '"evil"', ".bashrc", ".ssh/authorized_keys", "evil/", "evil//", "\ud800", "evil\ufeff",
    "http://host/evil", "file:///evil", "qari-evil.html.lnk", "evil.desktop", "خبر/../../شر",
)  # fmt: skip
ENDS = ("", ".html", ".txt", "/x.html", "/../x", "\u200f", ".qari.json")


def names(count: int) -> list[str]:
    """Return so many names, each stem with some ends."""
    return [stem + end for end in ENDS for stem in STEMS][:count]


def main() -> int:
    """Open, analyze, note and export under each name; return how much was wrong."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    os.chdir(folder)
    (folder / "out").mkdir()
    workspace = Workspace()
    analysis = workspace.analyze(workspace.open_text(f"{seeds.TITLE}\n\n{seeds.WORDS}"))
    for form in FORMATS:
        form.write(analysis)
    open_marker(MARKER)
    wrong, written = [], 0
    for number, name in enumerate(names(count)):
        document = replace(from_text(f"{name}\n{seeds.WORDS}{number}\n"), title=name, source=name)
        for form in FORMATS:
            made = form.write(
                replace(analysis, document=replace(document, text=analysis.document.text))
            )
            path = folder / "out" / safe_name(Path(name.replace("\0", "_")).stem, form.ending)
            wrong += [f"{name!r}: {path}"] if path.parent != folder / "out" else []
            workspace.write(path, made)
            written += 1
        wrong += _keep(workspace, replace(document, source=f"a.zip#{name}"))
    articles, refused = _members(workspace, folder, names(count))
    saved = _dialogs(folder / "out", names(count), wrong)
    for line in wrong[:10]:
        print("WRONG", ascii(line))
    print(
        f"{count} names x {len(FORMATS)} writers: {written} files; {count} notebooks;"
        f" {articles} of {count} members of a zip file read, {refused} refused;"
        f" {saved} names proposed by the window's dialogs of saving"
    )
    return min(len(wrong), 100)


def _dialogs(out: Path, found: list[str], wrong: list[str]) -> int:
    """Save out of the window under the name that it proposes; return how many it did."""
    from PySide6.QtWidgets import QApplication, QFileDialog
    from show_child import window_of

    from reader.gui.features.export import ExportFeature
    from reader.gui.features.notes import NotesFeature
    from reader.gui.origin import Origin

    proposed: list[str] = []

    def ask(_parent: object, _title: str, first: str, _kinds: str = "") -> tuple[str, str]:
        proposed.append(first)
        return str(out / first), ""

    QFileDialog.getSaveFileName = ask
    window = window_of()
    exports = next(f for f in window.features if isinstance(f, ExportFeature))
    notes = next(f for f in window.features if isinstance(f, NotesFeature))
    for number, name in enumerate(found):
        document = from_text(f"{seeds.WORDS}{number}\n")
        document = replace(document, title=name, source=f"a.zip#{name}.html")
        wait(window, Origin(document=document))
        exports.open_dialog()
        exports._save(FORMATS[number % len(FORMATS)], b"x")
        notes._export()
        QApplication.processEvents()
    wrong += [f"proposed {name!r}" for name in proposed if Path(name).name != name or not name]
    return len(proposed)


def wait(window, origin) -> None:
    """Open an article and wait until it is analyzed."""
    from PySide6.QtCore import QEventLoop

    loop = QEventLoop()
    window.analysis_ready.connect(loop.quit)
    window.opening.open(origin)
    loop.exec()
    window.analysis_ready.disconnect(loop.quit)


def _keep(workspace: Workspace, document: Document) -> list[str]:
    """Keep a note of an article, which must lie in the user's own folder."""
    mark = Bookmark(Span(0, 1), document.text[:1], "2026-01-01")
    kept = workspace.keep_notebook(document, Notebook(document.id, bookmarks=(mark,)))
    own = Path(os.environ["QARI_DATA"])
    return [] if own in kept.path.parents else [f"{document.source!r}: {kept.path}"]


def _members(workspace: Workspace, folder: Path, found: list[str]) -> tuple[int, int]:
    """Read a zip file whose members are called so; return what was read, and what was not."""
    path = folder / "out" / "names.zip"
    members = {n.encode("utf-8", "replace").decode(): seeds.PAGE for n in found if n}
    path.write_bytes(seeds.zipped(dict(members)))
    items = list(workspace.open_all(path))
    articles = [item for item in items if isinstance(item, Document)]
    for article in articles:
        workspace.keep_notebook(article, Notebook(article.id))
    return len(articles), len(items) - len(articles)


if __name__ == "__main__":
    sys.exit(main())
