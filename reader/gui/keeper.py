"""What the reader keeps of the article in the window, changed by steps that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from reader.core.corrections.types import Correction, Corrections
from reader.core.notebook import Notebook, merged
from reader.core.types import Document
from reader.errors import NotebookError

if TYPE_CHECKING:
    from reader.notebooks import Kept


class Books(Protocol):
    """Where notebooks are read and written; both raise NotebookError."""

    def notebook(self, document: Document) -> Notebook:
        """Return what the reader keeps of an article."""

    def keep_notebook(self, document: Document, notebook: Notebook) -> Kept:
        """Write it down."""


class Keeper(QObject):
    """Holds the notebook of one article, and writes it down after each change.

    Attributes:
        books: where notebooks are written; beside the articles' files until another is set.
        notebook: as it is now.
        stack: the changes of this sitting.

    Signals:
        opened: the notebook of another article.
        changed: the notebook after a change, undone ones too.
        failed: the NotebookError of a notebook that could not be read or written.
        stepped: after a change, once the stack knows of it.
        kept_elsewhere: the Kept of a notebook that could not be written beside its article.
    """

    opened = Signal(object)
    changed = Signal(object)
    failed = Signal(object)
    kept_elsewhere = Signal(object)
    stepped = Signal()
    _changing = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.books: Books | None = None
        self.notebook = self._written = Notebook("")
        self.stack = QUndoStack(self)
        # The stack knows what is undone next only after a step; and it takes steps as it goes,
        # when the window is half gone.
        self._changing.connect(self.stepped, Qt.ConnectionType.QueuedConnection)
        self._document: Document | None = None
        self._told = ""

    def open(self, document: Document) -> None:
        """Read the notebook of an article; the same article's changes can still be undone."""
        before = self._document
        self._document = document
        try:
            notebook = self._books().notebook(document)
        except NotebookError as error:
            notebook = Notebook(document.id)
            self.failed.emit(error)
        same = before is not None and (before.id, before.source) == (document.id, document.source)
        if not same or notebook != self.notebook:
            self.stack.clear()
        self.notebook = self._written = notebook
        self.opened.emit(notebook)
        self._changing.emit()

    def correct(self, words: str, *corrections: Correction) -> None:
        """Add corrections as one step, which `words` name."""
        self.set_corrections(words, (*self.notebook.corrections, *corrections))

    def set_corrections(self, words: str, corrections: Corrections) -> None:
        """Have these corrections and no others."""
        self.change(words, replace(self.notebook, corrections=corrections))

    def change(self, words: str, notebook: Notebook) -> None:
        """Have another notebook, as one step, which `words` name."""
        if notebook != self.notebook and self._document is not None:
            self.stack.push(_Change(words, self.notebook, notebook, self._set))

    def _set(self, before: Notebook, after: Notebook) -> None:
        """Change what was changed from one notebook to another, whatever else has changed."""
        if self._document is None:
            return
        made = merged(before, after, self._current(self._document))
        self.notebook = replace(made, document=self._document.id)
        self._keep(self._document)
        self.changed.emit(self.notebook)
        self._changing.emit()

    def _current(self, document: Document) -> Notebook:
        """Return the notebook with what another window may have written meanwhile."""
        try:
            written = self._books().notebook(document)
        except NotebookError as error:
            self.failed.emit(error)
            return self.notebook
        return self.notebook if written == self._written else written

    def _books(self) -> Books:
        from reader.service import Workspace  # noqa: PLC0415 - the window is up before

        return self.books or Workspace()

    def _keep(self, document: Document) -> None:
        try:
            kept = self._books().keep_notebook(document, self.notebook)
        except NotebookError as error:
            self.failed.emit(error)
            return
        self._written = self.notebook
        if kept.problem and self._told != document.id:
            self._told = document.id
            self.kept_elsewhere.emit(kept)


class _Change(QUndoCommand):
    """From one notebook to another, and back."""

    def __init__(
        self,
        words: str,
        before: Notebook,
        after: Notebook,
        put: Callable[[Notebook, Notebook], None],
    ) -> None:
        super().__init__(words)
        self._before, self._after, self._put = before, after, put

    def redo(self) -> None:
        """Have the notebook after the change."""
        self._put(self._before, self._after)

    def undo(self) -> None:
        """Have the notebook before it."""
        self._put(self._after, self._before)
