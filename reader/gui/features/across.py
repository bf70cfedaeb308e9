"""What the library's articles tell together, on the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from reader.core.normalize import fold
from reader.core.types import Analysis, Document, Span
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.features.library import LibraryFeature
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.models.reasons import error_text
from reader.gui.origin import Origin
from reader.gui.tasks import Report, Task
from reader.gui.theme import Theme
from reader.gui.views.article.marks import Hit

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.models.across import Across
    from reader.gui.models.across_difference import Sides
    from reader.gui.models.across_overview import Overview
    from reader.gui.views.across.stories_view import StoriesView
    from reader.stories import Stories
    from reader.stories.values import Citation

_NAME = "stories"
MOST = 300  # articles that are put together unless others are chosen


@dataclass(frozen=True, slots=True)
class Found:
    """Articles that were put together; `total` is of how many they were chosen."""

    across: Across
    overview: Overview
    total: int


class AcrossFeature(Feature):
    """Puts articles of the library together, and goes from what they tell to their sentences.

    Attributes:
        library: the file of the library; None for the one that the window has open.
        ids: numbers of the articles to put together; () for those that are chosen in the list
            of the library, and the newest where fewer than two are.
    """

    COMMANDS = (
        Command(
            _NAME,
            QT_TRANSLATE_NOOP("Actions", "&Stories across the library"),
            QT_TRANSLATE_NOOP("Actions", "Show what the articles of the library tell together"),
            "Ctrl+Alt+V",
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.view: StoriesView | None = None
        self.library: Path | None = None
        self.ids: tuple[int, ...] = ()
        self._stories: Stories | None = None
        self._documents: Mapping[str, Document] = {}
        self._task: Task | None = None
        self._wanted: Citation | None = None
        self._asked = ("", "")  # id and name of an entity to show once the articles are read
        window.entities.menu_wanted.connect(self._add_to_names)
        window.article.menu_wanted.connect(self._add_to_article)
        QTimer.singleShot(0, self, self._join_library)  # all features are there by then
        window.desk.add(_NAME, lambda: self.tr("Stories"), self._make)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {_NAME: self.open_view}

    def open_view(self) -> None:
        """Bring the stories into sight, and read the articles where that was not done."""
        self._show_desk()
        if self.view is not None:
            self.view.setFocus()

    def show_articles(self, library: Path | None = None, ids: Sequence[int] = ()) -> None:
        """Put articles of a library together and show it; the newest of all without `ids`."""
        self.library = library
        self.ids = tuple(ids)
        is_made = self.view is not None
        self._show_desk()
        if is_made:
            self.load()

    def _show_desk(self) -> None:
        """Show the desk, all over the window where no article is open."""
        if self.window.document is None:
            self.window.show_page(self.window.reading)
            self.window.desk.set_whole(True)
        self.window.desk.show_view(_NAME)

    # -- reading the articles ----------------------------------------------------------------

    def load(self) -> None:
        """Read the articles and put them together, on another thread."""
        if self.view is None:
            return
        path, ids = self.library, self.ids
        shelf = self._shelf()
        if path is None and shelf is not None and (known := shelf.library) is not None:
            path = known.path
            chosen = shelf.selected()
            ids = ids or (chosen if len(chosen) > 1 else ())
        if path is None:
            self.view.show_nothing(self.tr("Nothing is kept in the library yet."))
            return
        self.view.show_progress(0, 1)
        self._run(partial(_put_together, path, ids), self._show)

    def cancel(self) -> None:
        """Leave off what is under way; what is shown stays."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if self.view is not None:
            self.view.show_nothing(self.tr("The articles were not read."))

    def _run(self, work: Callable[[Report], object], done: Callable[[Any], None]) -> None:
        if self._task is not None:
            self._task.cancel()
        task = Task(work, self)
        self._task = task
        task.progressed.connect(self._on_progress)
        task.finished.connect(done)
        task.failed.connect(lambda error: self._on_failed(error_text(error)))
        task.crashed.connect(self._on_crashed)
        for end in (task.finished, task.failed, task.crashed):
            end.connect(partial(self._forget, task))
        task.start()

    def _forget(self, task: Task, _result: object) -> None:
        if task is self._task:
            self._task = None

    def _on_progress(self, parts: tuple[int, int]) -> None:
        if self.view is not None:
            self.view.show_progress(*parts)

    def _on_failed(self, words: str) -> None:
        if self.view is not None:
            self.view.show_nothing(words)

    def _on_crashed(self, trace: str) -> None:
        self._on_failed(self.tr("The articles were not read."))
        self.window.show_fault(trace)

    def _show(self, found: Found) -> None:
        across = found.across
        self._stories = across.stories
        articles = across.stories.articles.values()
        self._documents = {article.id: article.analysis.document for article in articles}
        if self.view is None:
            return
        if not across.stories.articles:
            words = self.tr("The library has no article that was analyzed.")
            self.view.show_nothing(words)
            return
        self.view.show_across(across, found.overview, found.total)
        if self._asked[1]:
            self._show_entity()

    def _compare(self, before: str, after: str) -> None:
        if self._stories is not None:
            work = partial(_sides, self._stories, before, after)
            self._run(work, lambda sides: self._show_sides(before, after, sides))

    def _show_sides(self, before: str, after: str, sides: Sides) -> None:
        if self.view is not None:
            self.view.show_sides(before, after, sides)

    # -- going to an article -----------------------------------------------------------------

    def go_to(self, citation: Citation) -> None:
        """Show an article above the desk, at the words of a citation."""
        document = self._documents.get(citation.article)
        if document is None:
            return
        shown = self.window.document
        if shown is not None and shown.id == document.id:
            self._reveal(citation.span)
            return
        self._wanted = citation
        shelf = self._shelf()
        library = shelf.library if shelf is not None else None
        number = library.articles.find(document.id) if library is not None else None
        if shelf is not None and number is not None:
            shelf.open_article(number)
        else:
            self.window.opening.open(Origin(document=document, analysis=self._analysis(document)))

    def _analysis(self, document: Document) -> Analysis | None:
        return self._stories.articles[document.id].analysis if self._stories else None

    def show_document(self, document: Document) -> None:
        """Go to the words that were wanted, once their article is in sight."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted.article == document.id:
            QTimer.singleShot(0, self, lambda: self._reveal(wanted.span))

    def _reveal(self, span: Span) -> None:
        self.window.jumps.to(span)
        self.window.desk.show_view(_NAME)

    # -- from the library and from names -----------------------------------------------------

    def _shelf(self) -> LibraryFeature | None:
        """Return the window's library."""
        found = (f for f in self.window.features if isinstance(f, LibraryFeature))
        return next(found, None)

    def _join_library(self) -> None:
        shelf = self._shelf()
        if shelf is not None:
            shelf.menu_wanted.connect(self._add_to_library)

    def _add_to_library(self, menu: QMenu, ids: tuple[int, ...]) -> None:
        if len(ids) > 1:
            words = self.tr("What these tell together")
            menu.addAction(words, lambda: self.show_articles(ids=ids))

    def _add_to_names(self, menu: QMenu, mentions: tuple[str, ...]) -> None:
        index = self.window.index
        known = index.mentions.get(mentions[0]) if index is not None and mentions else None
        entity = known.entity if known is not None else None
        if index is not None and entity in index.entities:
            name = str(entity)
            menu.addAction(self.tr("Across the library"), lambda: self.show_entity(name))

    def _add_to_article(self, menu: QMenu, hit: Hit | None, _selected: Span, _at: int) -> None:
        if hit is not None and hit.kind == "mention":
            self._add_to_names(menu, (hit.id,))

    def show_entity(self, entity: str) -> None:
        """Show what the library's articles tell of an entity of the article in sight."""
        index = self.window.index
        if index is None:
            return
        self._asked = entity, index.name(entity)
        is_made = self.view is not None
        self._show_desk()
        if self._stories is not None:
            self._show_entity()
        elif is_made and self._task is None:
            self.load()

    def _show_entity(self) -> None:
        """Open the page of the entity that was asked for, or list what is named like it."""
        (entity, name), self._asked = self._asked, ("", "")
        document, stories = self.window.document, self._stories
        if stories is None or self.view is None:
            return
        profile = stories.merged.of(document.id, entity) if document is not None else None
        if profile is None:
            named = stories.merged.names.items()
            profile = next((p for p, known in named if fold(known) == fold(name)), None)
        if profile is not None:
            self.view.show_page("entities", profile)
        else:
            self.view.look_for(name)

    # -- from the window ---------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colors."""
        if self.view is not None:
            self.view.set_theme(theme)

    def retranslate(self) -> None:
        """Show it in the language of the interface."""
        if self.view is not None:
            self.view.retranslate()
            self._set_direction()

    def close(self) -> None:
        """Leave off what is under way."""
        if self._task is not None:
            self._task.cancel()

    def _set_direction(self) -> None:
        if self.view is not None:
            leftward = QGuiApplication.layoutDirection().name == "RightToLeft"
            self.view.timeline.timeline.set_leftward(leftward)

    def _make(self) -> QWidget:
        from reader.gui.views.across.stories_view import (  # noqa: PLC0415 - at first sight
            StoriesView,
        )

        view = StoriesView(date.today())  # noqa: DTZ011 - the user's own day
        self.view = view
        view.set_theme(self.window.theme())
        view.place_wanted.connect(self.go_to)
        view.pair_wanted.connect(self._compare)
        view.load_wanted.connect(self.load)
        view.cancel_wanted.connect(self.cancel)
        view.timeline.leftward_chosen.connect(view.timeline.timeline.set_leftward)
        view.timeline.hijri_chosen.connect(view.timeline.show_hijri)
        for panel in (view.timeline, view.map):
            panel.failed.connect(self.window.warnings.tell)
            panel.told.connect(self.window.statusBar().showMessage)
        self._set_direction()
        self.load()
        return view


def _put_together(path: Path, chosen: Sequence[int], report: Report) -> Found:
    """Read articles of a library and work out all that takes long."""
    from reader.gui.models.across import Across  # noqa: PLC0415 - on another thread, when asked
    from reader.gui.models.across_overview import overview  # noqa: PLC0415 - the same
    from reader.libraries import Library, SameEntity  # noqa: PLC0415 - the same
    from reader.resources import everything  # noqa: PLC0415 - the same
    from reader.resources import stories as words  # noqa: PLC0415 - the same
    from reader.stories import Stories  # noqa: PLC0415 - the same
    from reader.stories.values import Named, Ruling  # noqa: PLC0415 - the same

    with Library.open(path, create=False, read_only=True) as library:
        newest = chosen or library.search.ids("", "day").ids
        ids = chosen or newest[:MOST]
        analyses = tuple(_read(library.analyses.each(ids), len(ids), report))
        rules = [rule for rule in library.rules.load() if isinstance(rule, SameEntity)]
    report((len(ids), len(ids)))
    rulings = [
        Ruling(Named(rule.type, rule.name), Named(rule.type, name), same=True)
        for rule in rules
        for name in rule.names
        if name != rule.name
    ]
    stories = Stories(analyses, everything.load(), words.load(), rulings)
    for work in _WORKS:
        work(stories)
        report((len(ids), len(ids)))
    return Found(Across(stories), overview(stories), len(newest))


def _read(found: Iterator[tuple[int, Analysis]], total: int, report: Report) -> Iterator[Analysis]:
    for done, (_number, analysis) in enumerate(found):
        report((done, total))
        yield analysis


_WORKS: tuple[Callable[[Stories], object], ...] = (
    lambda stories: stories.stories,
    lambda stories: stories.merged,
    lambda stories: stories.chains,
    lambda stories: [stories.profile(name) for name in list(stories.merged.profiles)[:1]],
)


def _sides(stories: Stories, before: str, after: str, _report: Report) -> Sides:
    from reader.gui.models.across_difference import sides_of  # noqa: PLC0415 - when asked

    return sides_of(stories.difference(before, after))
