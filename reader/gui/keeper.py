"""What the reader keeps of the article in the window, changed by steps that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from reader.core.corrections.types import Correction, Corrections
from reader.core.notebook import Notebook, merged
from reader.core.types import Document
from reader.errors import NotebookError

if TYPE_CHECKING:
    from reader.libraries import Change
    from reader.notebooks import Kept
    from reader.service import Workspace


Turn = Literal["do", "undo", "redo"]
Past = tuple[Sequence["Change"], Sequence["Change"]]


class Books(Protocol):
    """Where notebooks are read and written; all raise NotebookError."""

    def notebook(self, document: Document) -> Notebook:
        """Return what the reader keeps of an article."""

    def keep_notebook(self, document: Document, notebook: Notebook, words: str, turn: Turn) -> Kept:
        """Write it down after a step that `words` name, or that was taken back or done again."""

    def past(self, document: Document) -> Past:
        """Return what was changed in earlier sittings and can be undone, and what redone."""


class Keeper(QObject):
    """Holds the notebook of one article, and writes it down after each change.

    Attributes:
        books: where notebooks are written; beside the articles' files until another is set.
        notebook: as it is now.
        stack: the changes of this sitting, after those of earlier ones that `books` know.

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
        self._recalling = False  # the steps that come were taken long ago

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
            self._recall(document)
        self.notebook = self._written = notebook
        self.opened.emit(notebook)
        self._changing.emit()

    def _recall(self, document: Document) -> None:
        """Have the steps of earlier sittings on the stack, where they are known."""
        if self.books is None:
            return
        try:
            done, undone = self.books.past(document)
        except NotebookError as error:
            self.failed.emit(error)
            return
        self._recalling = True
        for change in (*done, *undone):
            self.stack.push(_Change(change.words, change.before, change.after, self._set))
        self.stack.setIndex(len(done))
        self._recalling = False

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

    def _set(self, before: Notebook, after: Notebook, words: str, turn: Turn) -> None:
        """Change what was changed from one notebook to another, whatever else has changed."""
        if self._document is None or self._recalling:
            return
        made = merged(before, after, self._current(self._document))
        self.notebook = replace(made, document=self._document.id)
        self._keep(self._document, words, turn)
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

    def _books(self) -> Workspace | Books:
        from reader.service import Workspace  # noqa: PLC0415 - the window is up before

        return self.books or Workspace()

    def _keep(self, document: Document, words: str, turn: Turn) -> None:
        from reader.service import Workspace  # noqa: PLC0415 - the window is up before

        try:
            if self.books is None:
                kept = Workspace().keep_notebook(document, self.notebook)
            else:
                kept = self.books.keep_notebook(document, self.notebook, words, turn)
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
        put: Callable[[Notebook, Notebook, str, Turn], None],
    ) -> None:
        super().__init__(words)
        self._before, self._after, self._put = before, after, put
        self._turn: Turn = "do"

    def redo(self) -> None:
        """Have the notebook after the change."""
        self._put(self._before, self._after, self.text(), self._turn)
        self._turn = "redo"

    def undo(self) -> None:
        """Have the notebook before it."""
        self._put(self._after, self._before, self.text(), "undo")
