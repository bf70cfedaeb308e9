"""The articles of one file: a list to choose from, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from reader.core.types import Document
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.origin import Loaded
from reader.gui.theme import Theme

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.views.chooser import ContentsPage


class Contents(Feature):
    """Lets the user choose among the articles of a file, in the article's place."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "show_contents",
            QT_TRANSLATE_NOOP("Actions", "Ar&ticles of the file"),
            QT_TRANSLATE_NOOP("Actions", "List the articles of the file that this one is from"),
            "Ctrl+Alt+F",
        ),
        Command(
            "next_article",
            QT_TRANSLATE_NOOP("Actions", "Next article of the &file"),
            QT_TRANSLATE_NOOP("Actions", "Show the next article of the same file"),
            "Alt+PgDown",
        ),
        Command(
            "previous_article",
            QT_TRANSLATE_NOOP("Actions", "Previous article of the f&ile"),
            QT_TRANSLATE_NOOP("Actions", "Show the article before of the same file"),
            "Alt+PgUp",
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._page: ContentsPage | None = None
        opening = window.opening
        opening.several.connect(self.show_loaded)
        opening.loader.came.connect(self._on_came)
        opening.loader.progressed.connect(
            lambda done, _count: self._show_progress(done, is_running=True)
        )
        opening.loader.ended.connect(self._on_ended)
        opening.loader.stopped.connect(lambda: self._show_progress(0.0, is_running=False))
        self._enable()

    @property
    def page(self) -> ContentsPage:
        """The list, made when it is first asked for."""
        if self._page is None:
            from reader.gui.views.chooser import ContentsPage  # noqa: PLC0415 - at its first use

            self._page = page = ContentsPage()
            page.set_theme(self.window.theme())
            self.window.pages.addWidget(page)
            page.chosen.connect(self._open)
            page.article_wanted.connect(lambda: self.window.show_page(self.window.reading))
            page.cancel_wanted.connect(self.window.cancel)
        return self._page

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {
            "show_contents": self._show_list,
            "next_article": lambda: self._step(1),
            "previous_article": lambda: self._step(-1),
        }

    def show_loaded(self, loaded: Loaded) -> None:
        """Show what a file gives, in the article's place."""
        window = self.window
        self.page.show_loaded(loaded, has_article=window.document is not None)
        self.page.show_progress(0.0, is_running=window.opening.loader.is_running)
        window.show_page(self.page)
        self.page.view.setFocus()

    def show_document(self, document: Document) -> None:
        """Let its neighbours be gone to."""
        del document
        self._enable()

    def set_theme(self, theme: Theme) -> None:
        """Show the list in other colors."""
        if self._page is not None:
            self._page.set_theme(theme)

    def _loaded(self) -> Loaded | None:
        shown = self.window.opening.shown
        return shown.loaded if shown is not None else None

    def _row(self) -> int:
        """Return the row of the article in sight, -1 where it is not of several."""
        loaded, shown = self._loaded(), self.window.opening.shown
        return loaded.contents.row_of(shown.member) if loaded and shown else -1

    def _enable(self) -> None:
        actions = self.window.actions_by_name
        loaded, row = self._loaded(), self._row()
        actions["show_contents"].setEnabled(loaded is not None)
        last = len(loaded.contents.documents) - 1 if loaded else -1
        actions["next_article"].setEnabled(loaded is not None and row < last)
        actions["previous_article"].setEnabled(row > 0)

    def _show_list(self) -> None:
        loaded = self._loaded()
        if loaded is not None:
            self.show_loaded(loaded)
            self.page.select(self._row())

    def _step(self, by: int) -> None:
        loaded, row = self._loaded(), self._row() + by
        if loaded is not None and 0 <= row < len(loaded.contents.documents):
            self.window.opening.show_part(loaded, row)

    def _open(self, rows: Sequence[int]) -> None:
        """Show the first that was chosen here, and the others in tabs."""
        loaded = self.page.loaded
        if loaded is None:
            return
        for row in reversed(rows[1:]):  # each tab is put before those after it
            document = loaded.contents.documents[row]
            origin = replace(
                loaded.origin, document=document, member=document.source or "", loaded=loaded
            )
            self.window.more_wanted.emit(origin)
        self.window.opening.show_part(loaded, rows[0])

    def _on_came(self, loaded: Loaded) -> None:
        if self._page is not None and loaded is self._page.loaded:
            self._page.refresh()
        self._enable()

    def _show_progress(self, done: float, *, is_running: bool) -> None:
        if self._page is not None:
            self._page.show_progress(done, is_running=is_running)

    def _on_ended(self, loaded: Loaded) -> None:
        self._show_progress(1.0, is_running=False)
        self._on_came(loaded)
