"""What the library's articles tell together: one tab of the desk with a page for each question."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reader.gui.models import wording
from reader.gui.models.across import Across
from reader.gui.models.across_difference import Sides
from reader.gui.models.across_lines import Line
from reader.gui.models.across_overview import Overview
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say_count
from reader.gui.theme import Theme
from reader.gui.views.across.pages import AheadPage, StoryPage
from reader.gui.views.across.versions_page import VersionsPage
from reader.gui.views.map_panel import MapPanel
from reader.gui.views.panel_parts import EmptyStack, apply_theme
from reader.gui.views.tab_bar import TabWidget
from reader.gui.views.timeline_panel import TimelinePanel
from reader.stories.values import Ahead


class StoriesView(QWidget):
    """Pages on several articles, and how far they are read while they are.

    Signals:
        place_wanted: the Citation to go to.
        pair_wanted: ids of two articles to compare.
        load_wanted: read the articles, again where they were.
        cancel_wanted: leave off reading.
    """

    place_wanted = Signal(object)
    pair_wanted = Signal(str, str)
    load_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._across: Across | None = None
        self._overview: Overview | None = None
        self._ahead: dict[str, Ahead] = {}
        self._counts = 0, 0
        self._words = ""
        self.versions = VersionsPage()
        self.entities, self.events = StoryPage("entities"), StoryPage("events")
        self.ahead = AheadPage()
        self.ahead.set_day(QDate(today.year, today.month, today.day))
        self.timeline, self.map = TimelinePanel(), MapPanel()
        self.tabs = TabWidget()
        self.tabs.setDocumentMode(True)
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setMaximumWidth(220)
        self.cancel_button, self.load_button = QPushButton(), QPushButton()
        self.stack = EmptyStack(self.tabs)
        self._lay_out()
        self._connect()
        self._show_busy(busy=False)
        self.retranslate()

    def _lay_out(self) -> None:
        for page in (
            self.versions,
            self.entities,
            self.events,
            self.ahead,
            self.timeline,
            self.map,
        ):
            self.tabs.addTab(page, "")
        head = QHBoxLayout()
        head.setContentsMargins(8, 4, 8, 0)
        head.addWidget(self.told, 1)
        for part in (self.progress, self.cancel_button, self.load_button):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        self.setFocusProxy(self.tabs.tabBar())

    def _connect(self) -> None:
        self.versions.place_wanted.connect(self.place_wanted)
        self.versions.pair_wanted.connect(self.pair_wanted)
        for page in (self.entities, self.events, self.ahead):
            page.place_wanted.connect(self.place_wanted)
            page.page_wanted.connect(self.show_page)
        self.ahead.day_changed.connect(self._show_ahead)
        self.timeline.timeline.event_opened.connect(lambda name: self.show_page("events", name))
        self.map.place_chosen.connect(lambda name: self.show_page("entities", name))
        self.load_button.clicked.connect(self.load_wanted)
        self.cancel_button.clicked.connect(self.cancel_wanted)
        self.stack.button.clicked.connect(self.load_wanted)

    # -- what it shows -----------------------------------------------------------------------

    def show_across(self, across: Across, overview: Overview, total: int) -> None:
        """Show what articles tell together; `total` is of how many they were chosen."""
        self._across, self._overview = across, overview
        self._counts = len(across.stories.articles), total
        self._words = ""
        self._show_busy(busy=False)
        self.stack.show_words("")
        self.versions.show_across(across)
        self._show_lines()
        self.timeline.timeline.show_index(overview.index)
        self.map.show_index(overview.index)

    def _show_lines(self) -> None:
        across = self._across
        if across is None:
            return
        self.entities.show_lines(across.entity_lines(), across.profile_lines)
        self.events.show_lines(across.event_lines(), across.chain_lines)
        self._show_ahead()

    def _show_ahead(self, _day: object = None) -> None:
        across = self._across
        if across is None:
            return
        day = self.ahead.day.date().toPython()
        assert isinstance(day, date)  # noqa: S101 - Qt's stub says object
        found = across.stories.ahead(day)
        self._ahead = {event.id: event for event in found}
        self.ahead.show_lines(across.ahead_lines(found, day), self._announcements)

    def _announcements(self, name: str) -> tuple[Line, ...]:
        event = self._ahead.get(name)
        if event is None or self._across is None:
            return ()
        return self._across.announcement_lines(event)

    def show_sides(self, before: str, after: str, sides: Sides) -> None:
        """Show two versions side by side."""
        self.versions.show_sides(before, after, sides)

    def show_page(self, page: str, name: str) -> None:
        """Open a page at what has that id."""
        pages = {"entities": self.entities, "events": self.events, "ahead": self.ahead}
        shown = pages[page]
        self.tabs.setCurrentWidget(shown)
        shown.show_one(name)
        shown.detail.setFocus()

    def look_for(self, words: str) -> None:
        """List the people and places that have these words."""
        self.tabs.setCurrentWidget(self.entities)
        self.entities.filter.setText(words)
        self.entities.apply_filter()
        self.entities.master.setFocus()

    def show_progress(self, done: int, total: int) -> None:
        """Tell how many articles were read; all of them are put together then."""
        self._show_busy(busy=True)
        self.progress.setRange(0, 0 if done >= total else total)
        self.progress.setValue(done)
        reading = self.tr("Reading the articles: {done} of {total}")
        joining = self.tr("Putting {total} articles together…")
        pattern = joining if done >= total else reading
        counts = [wording.isolate(str(number)) for number in (done, total)]
        self.told.setText(pattern.format(done=counts[0], total=counts[1]))

    def show_nothing(self, words: str) -> None:
        """Say why there is nothing, or that reading was left off."""
        self._words = words
        self._show_busy(busy=False)
        if self._across is None:
            self.stack.show_words(words, self.tr("Read the articles"))

    def _show_busy(self, *, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.cancel_button.setVisible(busy)
        self.load_button.setVisible(not busy and self._across is not None)
        if not busy:
            self._show_counts()

    def _show_counts(self) -> None:
        shown, total = self._counts
        words = say_count(QT_TRANSLATE_NOOP("Wording", "%n article(s)"), shown)
        if total > shown:
            of = self.tr("{articles} of {total}, the newest first")
            words = of.format(articles=words, total=wording.isolate(str(total)))
        self.told.setText(words if self._across is not None else "")

    # -- words and colors --------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colors."""
        apply_theme(self, theme)
        for page in (self.versions, self.entities, self.events, self.ahead):
            page.set_theme(theme)
        self.timeline.set_theme(theme)
        self.map.set_theme(theme)

    def retranslate(self) -> None:
        """Write everything in the language of the interface."""
        titles = (
            self.tr("Versions"),
            self.tr("People and places"),
            self.tr("Events"),
            self.tr("Ahead"),
            self.tr("Timeline"),
            self.tr("Map"),
        )
        for number, title in enumerate(titles):
            self.tabs.setTabText(number, title)
        self.tabs.tabBar().setAccessibleName(self.tr("Pages on the articles"))
        self.entities.set_names(self.tr("People and places"), self.tr("About it"))
        self.events.set_names(self.tr("Events in several articles"), self.tr("Who tells what"))
        self.ahead.set_names(self.tr("Announced events"), self.tr("Who announces it"))
        self.load_button.setText(self.tr("Read anew"))
        self.cancel_button.setText(self.tr("Stop"))
        self.progress.setAccessibleName(self.tr("How many articles were read"))
        self.versions.retranslate()
        if self._across is not None:
            self.versions.show_across(self._across)
            self._show_lines()
        elif self._words:
            self.show_nothing(self._words)
        if self.progress.isHidden():
            self._show_counts()
