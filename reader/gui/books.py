"""Notebooks of articles that a library keeps are kept there, those of others beside their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.core.notebook import Notebook
from reader.core.types import Document
from reader.errors import LibraryError, NotebookError, ReaderError
from reader.gui.shelf import Shelf
from reader.notebooks import Kept
from reader.service import Workspace

if TYPE_CHECKING:
    from reader.gui.keeper import Keeper, Past, Turn
    from reader.libraries import Library


class LibraryBooks:
    """Reads and writes the notebooks of articles, be they in the library or not.

    What goes into the library is written on another thread. What could not be written stays in
    the window, and is written with the next change.
    """

    def __init__(self, shelf: Shelf, library: Library, keeper: Keeper) -> None:
        self._shelf, self._library, self._keeper = shelf, library, keeper
        self._articles: dict[str, int] = {}
        self._written: dict[str, Notebook] = {}
        self._unwritten: dict[str, Notebook] = {}

    def notebook(self, document: Document) -> Notebook:
        """Return what the reader keeps of an article.

        Raises:
            NotebookError: it cannot be read.
        """
        if document.id in self._unwritten:
            return self._unwritten[document.id]
        try:
            article = self._library.articles.find(document.id)
            if article is None:
                return Workspace().notebook(document)
            self._articles[document.id] = article
            kept = self._library.notes.load(article).notebook
        except LibraryError as error:
            raise NotebookError(error.path, error.reason) from error
        self._written[document.id] = kept
        return kept

    def past(self, document: Document) -> Past:
        """Return what was changed in earlier sittings, if the library has the article.

        Raises:
            NotebookError: it cannot be read.
        """
        article = self._articles.get(document.id)
        if article is None:
            return (), ()
        try:
            return self._library.notes.history(article)
        except LibraryError as error:
            raise NotebookError(error.path, error.reason) from error

    def keep_notebook(self, document: Document, notebook: Notebook, words: str, turn: Turn) -> Kept:
        """Have what the reader keeps of an article written.

        Raises:
            NotebookError: it cannot be written; the reader still has it.
        """
        article = self._articles.get(document.id)
        if article is None:
            return Workspace().keep_notebook(document, notebook)
        self._unwritten[document.id] = notebook

        def work(library: Library) -> Notebook:
            base = self._written.get(document.id, Notebook(document.id))
            made = _turned(library, article, notebook, turn)
            made = made or library.notes.keep(article, notebook, base=base, words=words)
            self._written[document.id] = notebook
            return made

        def done(made: Notebook) -> None:
            if self._unwritten.get(document.id) is notebook:
                del self._unwritten[document.id]
                self._written[document.id] = made

        def failed(error: ReaderError) -> None:
            self._keeper.failed.emit(error)
            if self._shelf.is_closing:  # the window will not have it any longer
                kept = Workspace().keep_notebook(document, notebook)
                self._keeper.kept_elsewhere.emit(Kept(kept.path, str(error)))

        self._shelf.write(work, done, failed)
        return Kept(self._library.path)


def _turned(library: Library, article: int, notebook: Notebook, turn: Turn) -> Notebook | None:
    """Take the library's last step back, or do it again, where that gives this notebook.

    None where it does not: another window has changed something since.
    """
    if turn == "do":
        return None
    go, back = library.notes.undo, library.notes.redo
    if turn == "redo":
        go, back = back, go
    made = go(article)
    if made is not None and made != notebook:
        back(article)
        return None
    return made
