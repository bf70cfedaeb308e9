"""Notebooks of articles that a library keeps are kept there, those of others beside their files."""

from __future__ import annotations

from reader.core.notebook import Notebook
from reader.core.types import Document
from reader.errors import LibraryError, NotebookError
from reader.libraries import Library
from reader.notebooks import Kept
from reader.service import Workspace


class LibraryBooks:
    """Reads and writes the notebooks of articles, be they in the library or not."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._read: dict[str, Notebook] = {}

    def notebook(self, document: Document) -> Notebook:
        """Return what the reader keeps of an article.

        Raises:
            NotebookError: it cannot be read.
        """
        try:
            article = self._library.articles.find(document.id)
            if article is None:
                return Workspace().notebook(document)
            kept = self._library.notes.load(article)
        except LibraryError as error:
            raise NotebookError(error.path, error.reason) from error
        self._read[document.id] = kept.notebook
        return kept.notebook

    def keep_notebook(self, document: Document, notebook: Notebook) -> Kept:
        """Write what the reader keeps of an article.

        Raises:
            NotebookError: it cannot be written; the reader still has it.
        """
        try:
            article = self._library.articles.find(document.id)
            if article is None:
                return Workspace().keep_notebook(document, notebook)
            base = self._read.get(document.id, Notebook(document.id))
            self._read[document.id] = self._library.notes.keep(article, notebook, base=base)
        except LibraryError as error:
            raise NotebookError(error.path, error.reason) from error
        return Kept(self._library.path)
