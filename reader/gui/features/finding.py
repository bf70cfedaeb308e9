"""Finding words in the article: at once in a short one, in the background in a long one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from reader.core.types import Document
from reader.gui.features import Feature
from reader.gui.tasks import Task
from reader.gui.views.article.finding import NO_HITS, Hits, hits_in, search

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow

_AT_ONCE = 100_000  # code points that are gone through without a task


class Finding(Feature):
    """Shows the hits of the words in the find bar, and goes from one to the next.

    Attributes:
        hits: those that are known so far.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.hits = NO_HITS
        self._at = -1
        self._task: Task | None = None
        bar = window.find_bar
        bar.query_changed.connect(self._find)
        bar.moved.connect(self._move)
        bar.closed.connect(self._close_bar)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of the window's commands for finding does."""
        return {
            "find": self.open_bar,
            "find_next": lambda: self._move(1),
            "find_previous": lambda: self._move(-1),
        }

    @property
    def is_running(self) -> bool:
        """Tell whether a long article is still gone through."""
        return self._task is not None

    def show_document(self, document: Document) -> None:  # noqa: ARG002 - the article has it
        """Find the words of an open bar in another article; it stays where it is opened."""
        self._forget()
        if self.window.find_bar.isVisible():
            self._find(self.window.find_bar.field.text(), goes=False)

    def close(self) -> None:
        """Stop what runs."""
        self._stop()

    def open_bar(self) -> None:
        """Open the bar with the selected words."""
        window = self.window
        selected = window.article.selected_text()
        window.desk.set_whole(False)
        before = window.find_bar.field.text()
        window.find_bar.open_bar(selected if "\n" not in selected else "")
        window.actions_by_name["cancel"].setEnabled(True)
        if window.find_bar.field.text() == before:
            self._find(before)

    def _close_bar(self) -> None:
        self._forget()
        self.window.actions_by_name["cancel"].setEnabled(self.window.is_busy())
        self.window.article.setFocus()

    def _forget(self) -> None:
        self._stop()
        self._show(NO_HITS, -1)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _find(self, query: str, *, goes: bool = True) -> None:
        """Find other words, from what is in sight on."""
        self._stop()
        text, top = self.window.article.document_text(), self.window.article.first_visible_offset()
        if len(text) <= _AT_ONCE or not query.strip():
            self._show_from(top, hits_in(text, query), goes=goes)
            return
        task = self._task = Task(partial(search, text, query, top), self)
        task.progressed.connect(lambda hits: self._on_first(task, hits))
        task.finished.connect(lambda hits: self._on_all(task, top, hits, goes=goes))
        task.crashed.connect(self.window.show_fault)
        self._show(NO_HITS, -1)
        task.start()

    def _on_first(self, task: Task, hits: Hits) -> None:
        if task is self._task and hits:
            self._show(hits, 0)
            self._go()

    def _on_all(self, task: Task, top: int, hits: Hits, *, goes: bool) -> None:
        if task is not self._task:
            return
        self._stop()
        if len(self.hits):
            self._show(hits, hits.next(self.hits.at(self._at).start))
        else:
            self._show_from(top, hits, goes=goes)

    def _show_from(self, top: int, hits: Hits, *, goes: bool) -> None:
        self._show(hits, hits.next(top) if len(hits) else -1)
        if goes:
            self._go()

    def _show(self, hits: Hits, at: int) -> None:
        self.hits, self._at = hits, at
        current = hits.at(at) if at >= 0 else None
        self.window.article.set_hits(hits.index, current)
        self.window.find_bar.show_count(at, len(hits), is_all=hits.are_all, runs=self.is_running)

    def _go(self) -> None:
        if self._at >= 0:
            self.window.article.reveal(self.hits.at(self._at), flash=False)

    def _move(self, by: int) -> None:
        """Go to another hit; without any, open the bar."""
        if len(self.hits):
            self._show(self.hits, (self._at + by) % len(self.hits))
            self._go()
        elif not self.window.find_bar.isVisible():
            self.open_bar()
