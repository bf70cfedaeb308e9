"""The window: wires the views, the models and the application's verbs together."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QMenu,
    QMessageBox,
    QProgressBar,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

import reader
from reader.core.corrections.types import Corrections, is_dated
from reader.core.types import Analysis, Document, Span
from reader.errors import ReaderError, SettingsError
from reader.gui import actions as commands
from reader.gui.analyzing import Ready, analyzed, found_ready, made_ready
from reader.gui.choices import Choices, style_of
from reader.gui.features.registry import FEATURES
from reader.gui.history import History
from reader.gui.icons import icon
from reader.gui.keeper import Keeper
from reader.gui.language import language_name, languages
from reader.gui.latin_keys import press_latin
from reader.gui.menus import give_letters, make_menus, name_menus
from reader.gui.models import wording
from reader.gui.models.index import AnalysisIndex, same_findings
from reader.gui.models.reasons import error_text
from reader.gui.origin import Origin
from reader.gui.reading_style import DEFAULT_POINTS
from reader.gui.shell import FIRST_SIZE, chosen_theme
from reader.gui.tasks import Report, Task
from reader.gui.theme import Theme, theme_name
from reader.gui.views.article_view import ArticleView
from reader.gui.views.desk import Desk
from reader.gui.views.entities_panel import EntitiesPanel
from reader.gui.views.events_sidebar import EventsSidebar
from reader.gui.views.find_bar import FindBar
from reader.gui.views.legend import KEYS, Legend
from reader.gui.views.pages import EmptyPage, ErrorPage, LoadingPage
from reader.gui.views.panel_parts import staying
from reader.gui.views.reference_date import ReferenceDateButton
from reader.gui.views.sentences_list import SentencesList
from reader.gui.views.side_panel import SidePanel
from reader.settings import THEMES, Settings, ThemeChoice

if TYPE_CHECKING:
    from reader.gui.features.opening import Opening

_SIDE = 320  # pixels of a panel at first; a fifth of a narrow window
_MESSAGE = 6000  # milliseconds that the status bar keeps a line
_PANEL_ACTIONS = ("show_entities", "show_events")


class MainWindow(QMainWindow):
    """All that is in the window: one article with its panels, menus and bars.

    It stands in a tab of the Shell, or by itself. It follows the Choices that it is given, or
    makes its own of settings; where `keeps` is false the user's file is left as it is.

    Signals:
        analysis_ready: the Analysis, once it is shown.
        failed: the reason, once it is shown.
        more_wanted: the Origin of an article that came with another one, for whoever can show
            both.
        asked: what the user asks of a finding, for the feature that does it: the verb (correct,
            list, compare), and the kind of the finding (mention, time, event, entity,
            repetition) and its id.
    """

    analysis_ready = Signal(object)
    failed = Signal(str)
    more_wanted = Signal(object)
    asked = Signal(str, str, str)

    def __init__(
        self, chosen: Settings | Choices, parent: QWidget | None = None, *, keeps: bool = True
    ) -> None:
        super().__init__(parent)
        if isinstance(chosen, Settings):
            chosen = Choices(chosen, self, keeps=keeps)
        self.choices = chosen
        self._box: QMessageBox | None = None
        self._is_closing = False
        self.document: Document | None = None
        self.analysis: Analysis | None = None
        self.index: AnalysisIndex | None = None
        self._chosen: tuple[str, ...] = ()
        self._ready: Ready | None = None
        self._task: Task | None = None
        self._history = History()
        self.commands = (*commands.COMMANDS, *(c for kind in FEATURES for c in kind.COMMANDS))
        self._make_views()
        self._lay_out()
        self._make_menus()
        self._make_tool_bar()
        self._make_status_bar()
        self.keeper = Keeper(self)
        self.heard: Corrections = ()
        self.opening: Opening  # puts itself there
        self.features = tuple(kind(self) for kind in FEATURES)
        self._connect()
        self.setAcceptDrops(True)
        self.choices.changed.connect(self._follow)
        self.choices.unkept.connect(self._warn_unkept)
        self._restore()
        self.apply_theme()
        self._retranslate()
        self.show_page(self.empty_page)

    # -- making ------------------------------------------------------------------------------

    def _make_views(self) -> None:
        self.article, self.legend, self.find_bar = ArticleView(), Legend(), FindBar()
        self.entities, self.sentences = EntitiesPanel(), SentencesList()
        self.events, self.desk = EventsSidebar(), Desk()
        self.date_button = ReferenceDateButton()
        self.empty_page, self.loading_page = EmptyPage(), LoadingPage()
        self.error_page = ErrorPage()
        self.article.setAcceptDrops(False)
        self.article.viewport().setAcceptDrops(False)

    def _lay_out(self) -> None:
        self._article_page = QWidget()
        column = QVBoxLayout(self._article_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._above = QVBoxLayout()
        column.addLayout(self._above)
        column.addWidget(self.legend)
        column.addWidget(self.find_bar)
        column.addWidget(self.article, 1)
        self.reading = QSplitter(Qt.Orientation.Vertical)
        self.reading.addWidget(self._article_page)
        self.reading.addWidget(self.desk)
        self.reading.setSizes([500, 300])
        self.reading.setCollapsible(0, False)
        self.desk.hide()
        self.pages = QStackedWidget()
        for page in (self.reading, self.empty_page, self.loading_page, self.error_page):
            self.pages.addWidget(page)
        self.side = SidePanel(self.entities, self.sentences)
        self.left = self.side.names
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for view in (self.side, self.pages, self.events):
            self.splitter.addWidget(view)
        for index, stretch in enumerate((0, 1, 0)):
            self.splitter.setStretchFactor(index, stretch)
            self.splitter.setCollapsible(index, False)
        self.side.setMinimumWidth(190)
        self.events.setMinimumWidth(200)
        self.pages.setMinimumWidth(320)
        self.setCentralWidget(self.splitter)

    def add_above_article(self, bar: QWidget) -> None:
        """Put a bar over the article, below what is there."""
        self._above.addWidget(bar)

    def _make_menus(self) -> None:
        self.actions_by_name = commands.make_actions(self, self.commands)
        commands.set_keys(self.actions_by_name, self.commands, self.settings.shortcuts)
        self.addActions(list(self.actions_by_name.values()))
        self.menus = make_menus(self.menuBar(), self.actions_by_name)
        self._offer(self.menus["theme"], ("system", *THEMES), self.set_theme)
        self._offer(self.menus["language"], ("system", *languages()), self.set_language)
        self._check_choices()

    def _offer(self, menu: QMenu, values: Sequence[str], chosen: Callable[[Any], None]) -> None:
        group = QActionGroup(menu)
        for value in values:
            action = menu.addAction("")
            action.setCheckable(True)
            action.setData(value)
            action.triggered.connect(lambda _checked=False, value=value: chosen(value))
            group.addAction(action)

    def _check_choices(self) -> None:
        """Check the choices in the menus that are the user's now."""
        for menu, value in (
            (self.menus["theme"], self.settings.theme),
            (self.menus["language"], self.settings.language),
        ):
            for action in menu.actions():
                action.setChecked(action.data() == value)

    def _make_tool_bar(self) -> None:
        self.tool_bar = QToolBar(self)
        self.tool_bar.setObjectName("tools")
        self.tool_bar.setMovable(False)
        self.tool_bar.setIconSize(QSize(20, 20))
        for name in commands.TOOL_BAR:
            if name:
                self.tool_bar.addAction(self.actions_by_name[name])
            else:
                self.tool_bar.addSeparator()
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.tool_bar.addWidget(space)
        self.tool_bar.addWidget(self.date_button)
        self.tool_bar.addSeparator()
        for name in ("show_entities", "show_desk", "show_events"):
            self.tool_bar.addAction(self.actions_by_name[name])
        self.addToolBar(self.tool_bar)

    def _make_status_bar(self) -> None:
        self.stage_label, self.counts_label = QLabel(), QLabel()
        for label in (self.stage_label, self.counts_label):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setRange(0, 5)
        self.progress.setFixedSize(120, 10)
        self.progress.setTextVisible(False)
        self.cancel_button = QToolButton()
        self.cancel_button.setDefaultAction(self.actions_by_name["cancel"])
        self.cancel_button.setAutoRaise(True)
        for widget in (self.counts_label, self.stage_label, self.progress, self.cancel_button):
            self.statusBar().addPermanentWidget(widget)
            widget.setVisible(widget is self.counts_label)

    def _connect(self) -> None:
        calls: dict[str, Callable[[], object]] = {
            "cancel": self.cancel,
            "quit": lambda: self.window().close(),
            "copy": self.article.copy,
            "copy_marked": self._copy_marked,
            "larger": lambda: self.article.set_font_size(self.article.font_size() + 1),
            "smaller": lambda: self.article.set_font_size(self.article.font_size() - 1),
            "normal_size": lambda: self.article.set_font_size(DEFAULT_POINTS),
            "back": self._back,
            "forward": self._forward,
            "next_mention": self.entities.next_mention,
            "previous_mention": self.entities.previous_mention,
            "go_names": lambda: self._focus_filter(self.side, self.entities.search),
            "go_events": lambda: self._focus_filter(self.events, self.events.search),
            "go_threshold": self._focus_threshold,
            "go_article": self.article.setFocus,
            "about": self._show_about,
        }
        for feature in self.features:
            calls |= feature.calls()
        for name, call in calls.items():
            self.actions_by_name[name].triggered.connect(lambda _checked=False, call=call: call())
        for name, view in zip(_PANEL_ACTIONS, (self.side, self.events), strict=True):
            action = self.actions_by_name[name]
            action.setChecked(True)
            action.toggled.connect(view.setVisible)
        self.actions_by_name["show_desk"].toggled.connect(self.desk.setVisible)
        self.desk.view_opened.connect(lambda _n: self.actions_by_name["show_desk"].setChecked(True))
        self.actions_by_name["unfold"].toggled.connect(self._unfold_all)
        self._connect_views()

    def _connect_views(self) -> None:
        self.article.mention_clicked.connect(self.show_mention)
        self.article.event_clicked.connect(self._on_event_clicked)
        self.article.font_size_changed.connect(self._on_font_size)
        self.entities.mentions_selected.connect(self.mark)
        self.entities.mention_activated.connect(self.go_to)
        self.events.event_activated.connect(self._on_event_activated)
        self.sentences.sentence_activated.connect(self.go_to)
        self.sentences.mention_activated.connect(self.go_to)
        self.legend.types_changed.connect(self._on_types_changed)
        self.legend.threshold.percent_changed.connect(self._on_threshold)

    # -- opening -----------------------------------------------------------------------------

    def open_path(self, path: Path, reference_date: date | None = None) -> None:
        """Read and analyze the article at `path`; the text is shown as soon as it is read."""
        self.opening.open(Origin(reference_date, path))

    def open_text(self, text: str, reference_date: date | None = None) -> None:
        """Analyze an article that was pasted or dropped."""
        self.opening.open(Origin(reference_date, words=text))

    def reload(self) -> None:
        """Read the article again from where it came, with the day that was given for it."""
        self.opening.reload()

    def path(self) -> Path | None:
        """Return the file of the article in sight, or of the one that is being read."""
        origin = self.opening.origin()
        return origin.path if origin is not None else None

    def is_busy(self) -> bool:
        """Tell whether an article is being read or analyzed."""
        return self._task is not None or self.opening.loader.is_running

    def show_document(self, document: Document) -> None:
        """Show an article, of which nothing is known yet, and analyze it."""
        if self.document is not None:
            for feature in self.features:
                feature.leave_document(self.document)
        self.document = document
        self.opening.take()
        self._forget()
        self.article.set_document(document)
        self.keeper.open(document)
        for feature in self.features:
            feature.show_document(document)
        self._show_title()
        self.show_page(self.reading)
        self.article.setFocus()
        self.analyze_again()

    def analyze_again(self) -> None:
        """Analyze the article in sight, with what the reader corrected."""
        document, origin = self.document, self.opening.shown
        if document is None or origin is None:
            return
        self.heard = self.keeper.notebook.corrections
        known = self.opening.take_known()
        if known is not None:
            self.show_found(made_ready(known, self.settings.threshold))
            return
        work = self.analysis_of(document, origin, self.heard)
        self.run(partial(found_ready, work, self.settings.threshold), self.show_found)

    def analysis_of(
        self, document: Document, origin: Origin, corrections: Corrections
    ) -> Callable[[Report], Analysis]:
        """Return the work of analyzing an article by the user's choices of now."""
        return partial(
            analyzed,
            document,
            None if is_dated(corrections) else origin.day,
            corrections,
            transliterate=self.settings.transliterate,
            rules=origin.shelved.rules if origin.shelved else (),
        )

    @property
    def is_loading(self) -> bool:
        """Tell whether an article is read that is not in sight yet."""
        return self.pages.currentWidget() is self.loading_page

    def set_reference_date(self, day: date | None) -> None:
        """Resolve every date anew from the day that the article was written."""
        self.opening.set_day(day)
        if not self.is_loading:
            self.analyze_again()

    def run(self, work: Callable[[Report], Any], done: Callable[[Any], None]) -> None:
        """Do the window's one long work, in the place of what runs; `done` takes the result."""
        self.stop()
        task = Task(work, self)
        self._task = task
        task.progressed.connect(self._show_stage)
        task.finished.connect(lambda result: self._on_finished(task, done, result))
        task.failed.connect(self._on_failed)
        task.crashed.connect(self.show_fault)
        self.show_busy()
        task.start()

    def _on_finished(self, task: Task, done: Callable[[Any], None], result: object) -> None:
        if task is not self._task:
            return
        self._task = None
        self.show_busy()
        done(result)

    def _on_failed(self, error: ReaderError) -> None:
        self.end_with(error_text(error))

    def show_fault(self, trace: str) -> None:
        """Tell of a fault of ours."""
        words = self.tr("The program has a fault. Please report it with these lines:")
        self.end_with(f"{words}\n\n{trace[-1500:]}")

    def end_with(self, reason: str, *, has_pictures: bool = False) -> None:
        """Show why an article could not be read or analyzed."""
        self._task = None
        self.show_busy()
        self.error_page.show_error(
            reason, has_article=self.document is not None, has_pictures=has_pictures
        )
        self.show_page(self.error_page)
        self.failed.emit(reason)

    def cancel(self) -> None:
        """Stop what runs; else close the search."""
        if not self.opening.cancel() and self._task is None:
            self.find_bar.close_bar()
            return
        self.stop()
        if self.is_loading:
            self.show_page(self.reading if self.document else self.empty_page)
        self.statusBar().showMessage(self.tr("Stopped. F5 reads the article again."), _MESSAGE)

    def stop(self) -> None:
        """Stop the analysis, if one runs."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.show_busy()

    # -- showing -----------------------------------------------------------------------------

    def show_found(self, found: Ready) -> None:
        """Show a new analysis of the article in sight; nothing is chosen in it."""
        self._chosen = ()
        self._ready = found
        self.show_analysis(found.analysis)
        self.analysis_ready.emit(found.analysis)

    def show_analysis(self, analysis: Analysis) -> None:
        """Show what is known of the article in sight; what is chosen stays chosen."""
        same = partial(same_findings, self.analysis, analysis)
        self.analysis = analysis
        self._show_sure(same)
        self.date_button.show_date(analysis.reference_date)
        self._enable()

    def _show_sure(self, same: Callable[[Sequence[str]], tuple[str, ...]] = tuple) -> None:
        """Show what is sure enough of the analysis, and of what was chosen in it.

        `same` gives the ids now of what was chosen in the analysis before.
        """
        if self.analysis is None:
            return
        selected = same(self.entities.selected_mentions())
        current, chosen = same(self.events.current_event()), same(self._chosen)
        ready, threshold = self._ready, self.settings.threshold
        if ready is None or ready.analysis is not self.analysis or ready.threshold != threshold:
            ready = self._ready = made_ready(self.analysis, threshold)
        index = self.index = ready.index
        with staying(self.entities.view, self.events.view):
            for view in (self.article, self.legend):
                view.set_analysis(index.analysis)
            self._show_index(index)
            still = next((name for name in selected if name in index.mentions), "")
            if still:
                self.entities.select_entity(str(index.mentions[still].entity), still)
            for name in current:
                self.events.keep_event(name)
        with staying(self.sentences.view):
            self.mark(chosen)
        self._show_counts()

    def _show_index(self, index: AnalysisIndex | None) -> None:
        self.entities.show_index(index)
        self.events.show_index(index)
        for feature in self.features:
            feature.show_index(index)

    def _forget(self) -> None:
        """Drop what is known of the article before."""
        self.analysis = self.index = self._ready = None
        self._chosen = ()
        self._history.clear()
        self.legend.set_analysis(None)
        self._show_index(None)
        self.sentences.show_mentions(None, ())
        self.date_button.show_date(None)
        self.actions_by_name["unfold"].setChecked(False)
        self._show_counts()
        self._enable()

    def show_page(self, page: QWidget) -> None:
        """Show the article, or what stands in its place."""
        self.pages.setCurrentWidget(page)
        self._enable()
        self._show_title()

    def _show_title(self) -> None:
        name = ""
        if self.document is not None:
            first = self.document.text.strip().split("\n", 1)[0]
            name = self.document.title or Path(self.document.source or "").name or first[:60]
        elif (origin := self.opening.origin()) is not None:
            name = origin.name
        qari = self.tr("Qari")
        self.setWindowTitle(f"{wording.isolate(name)} — {qari}" if name else qari)

    def show_busy(self) -> None:
        """Show whether something runs."""
        self.progress.setValue(0)
        self.stage_label.setText("")
        busy = self.is_busy()
        for widget in (self.progress, self.cancel_button, self.stage_label):
            widget.setVisible(busy)
        self.actions_by_name["cancel"].setEnabled(busy or self.find_bar.isVisible())

    def show_reading(self, done: float) -> None:
        """Show how much of a file is read, 0 to 1, while nothing is analyzed."""
        if self._task is None:
            self.stage_label.setText(self.tr("Reading"))
            self.progress.setValue(round(5 * done))

    def _show_stage(self, stage: str) -> None:
        names = {
            "reading": self.tr("Preparing"),
            "repeats": self.tr("Folding repeats"),
            "times": self.tr("Reading dates"),
            "entities": self.tr("Finding names"),
            "events": self.tr("Finding events"),
        }
        self.stage_label.setText(names.get(stage, stage))
        self.progress.setValue(1 + list(names).index(stage) if stage in names else 0)

    def _show_counts(self) -> None:
        if self.index is None:
            self.counts_label.setText("")
            return
        shown = self.index.analysis
        counts = (
            (self.tr("Events"), len(shown.clusters)),
            (self.tr("Dates"), len(shown.times)),
            (self.tr("Repeats"), len(shown.repetitions)),
        )
        parts = [f"{name} {wording.isolate(str(count))}" for name, count in counts]
        self.counts_label.setText("  ·  ".join(parts))

    def _enable(self) -> None:
        shown = self.pages.currentWidget() is self.reading
        known = shown and self.analysis is not None
        for name in ("copy", "copy_marked", "find", "find_next", "find_previous", "go_article"):
            self.actions_by_name[name].setEnabled(shown)
        for name in ("next_mention", "previous_mention", "go_names", "go_events", "go_threshold"):
            self.actions_by_name[name].setEnabled(known)
        repeats = bool(self.analysis and self.analysis.repetitions)
        self.actions_by_name["unfold"].setEnabled(known and repeats)
        self.date_button.setEnabled(known)
        self.actions_by_name["reload"].setEnabled(self.opening.origin() is not None)
        self.actions_by_name["back"].setEnabled(self._history.has_back)
        self.actions_by_name["forward"].setEnabled(self._history.has_forward)

    # -- going places ------------------------------------------------------------------------

    def go_to(self, name: str) -> None:
        """Jump to a mention, an event or a sentence by its id."""
        index = self.index
        if index is None:
            return
        if name in index.mentions:
            self.jump(index.mentions[name].span)
        elif name in index.events:
            self.jump(index.events[name].trigger)
        elif name in index.sentences:
            self.jump(index.sentences[name].span)

    def jump(self, span: Span) -> None:
        """Go to a span, which can be come back from."""
        if not self._history.has_back and not self._history.has_forward:
            self._history.visit(self._top())
        self._history.visit(span)
        self.show_page(self.reading)
        self.desk.set_whole(False)
        self.article.reveal(span)
        self._enable()

    def _top(self) -> Span:
        """Return the first character in sight, to come back to."""
        offset = self.article.first_visible_offset()
        return Span(offset, offset + 1)

    def _back(self) -> None:
        self._return_to(self._history.back())

    def _forward(self) -> None:
        self._return_to(self._history.forward())

    def _return_to(self, place: Span | None) -> None:
        if place is not None:
            self.article.reveal(place, flash=len(place) > 1)
        self._enable()

    def mark(self, ids: Sequence[str]) -> None:
        """Mark mentions or event words in the article and list their sentences."""
        index = self.index
        if index is None:
            return
        self._chosen = tuple(ids)
        spans = [index.mentions[i].span for i in ids if i in index.mentions]
        spans += [index.events[i].trigger for i in ids if i in index.events]
        self.article.set_marked(spans)
        self.sentences.show_mentions(index.analysis, ids)
        for feature in self.features:
            feature.show_chosen(ids)

    def show_mention(self, name: str) -> None:
        """Choose the name that a mention belongs to, and mark all its mentions."""
        index = self.index
        mention = index.mentions.get(name) if index else None
        if index is None or mention is None:
            return
        if mention.entity in index.entities:
            self.entities.select_entity(str(mention.entity), name)
            self.mark([m.id for m in index.mentions_of[str(mention.entity)]])
        else:
            self.mark([name])

    def _on_event_clicked(self, name: str) -> None:
        self.events.select_event(name)
        self._show_event(name)

    def _on_event_activated(self, name: str) -> None:
        """Go to an event that was chosen in the sidebar: its whole sentence flashes."""
        index = self.index
        if index is None or name not in index.events:
            return
        self._show_event(name)
        self.jump(index.sentences[index.events[name].sentence].span)

    def _show_event(self, name: str) -> None:
        index = self.index
        if index is None or name not in index.events:
            return
        self.mark(index.clusters[index.events[name].cluster].events)

    def _focus_filter(self, panel: QWidget, field: QWidget) -> None:
        panel.setVisible(True)
        name = "show_events" if panel is self.events else "show_entities"
        self.actions_by_name[name].setChecked(True)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _unfold_all(self, is_open: bool) -> None:  # noqa: FBT001 - a slot
        for number in range(len(self.analysis.repetitions) if self.analysis else 0):
            self.article.set_repetition_open(number, is_open)

    def _copy_marked(self) -> None:
        words = self.article.marked_up_text()
        if words:
            QGuiApplication.clipboard().setText(words)

    # -- choices -----------------------------------------------------------------------------

    @property
    def settings(self) -> Settings:
        """The user's choices."""
        return self.choices.settings

    def keep(self, settings: Settings) -> None:
        """Take the user's choices, and write them down; every window follows them."""
        self.choices.keep(settings)

    def _follow(self, before: Settings, after: Settings) -> None:
        """Show itself by other choices."""
        if before.language != after.language:
            self.setLayoutDirection(QGuiApplication.layoutDirection())
            self.apply_theme()
            self._retranslate()
        if before.theme != after.theme:
            self.apply_theme()
        if before.shortcuts != after.shortcuts:
            commands.set_keys(self.actions_by_name, self.commands, after.shortcuts)
            commands.retranslate(self.actions_by_name, self.commands)
        self._check_choices()
        focus = self.article.reading_style().focus
        if self.article.reading_style() != replace(style_of(after), focus=focus):
            self.article.set_style(replace(style_of(after), focus=focus))
        self.article.set_motion(not after.reduced_motion)
        if before.hidden_types != after.hidden_types:
            self._show_types()
        if before.threshold != after.threshold:
            self.legend.threshold.set_percent(after.threshold)
            self._show_sure()
        for feature in self.features:
            feature.follow(before, after)

    def set_theme(self, choice: ThemeChoice) -> None:
        """Show every window in a theme and keep the choice."""
        self.keep(replace(self.settings, theme=choice))

    def theme(self) -> Theme:
        """Return the theme that the choice means now."""
        return chosen_theme(self.settings.theme)

    def apply_theme(self) -> None:
        """Show everything in the colors that the choice means now."""
        theme = self.theme()
        if QApplication.palette() != theme.palette():
            QApplication.setPalette(theme.palette())
        for view in (self.article, self.legend, self.entities, self.sentences, self.events):
            view.set_theme(theme)
        for feature in self.features:
            feature.set_theme(theme)
        commands.paint(self.actions_by_name, self.commands, theme, self.layoutDirection())
        self.date_button.setIcon(icon("calendar", theme, self.layoutDirection()))

    def set_language(self, choice: str) -> None:
        """Show the interface in a language and keep the choice; nothing is opened anew."""
        self.keep(replace(self.settings, language=choice))

    def _show_types(self) -> None:
        shown = frozenset(KEYS) - frozenset(self.settings.hidden_types)
        self.legend.set_visible_types(shown)
        self.article.set_visible_types(shown)

    def _on_types_changed(self, types: frozenset[str]) -> None:
        self.keep(replace(self.settings, hidden_types=tuple(sorted(set(KEYS) - types))))

    def _on_threshold(self, percent: int) -> None:
        self.keep(replace(self.settings, threshold=percent))

    def _focus_threshold(self) -> None:
        field = self.legend.threshold.field
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def _on_font_size(self, points: int) -> None:
        self.keep(replace(self.settings, font_size=points))

    def _warn_unkept(self, error: SettingsError) -> None:
        if not self.isVisible():
            return  # the window in sight tells of it
        words = self.tr("Your choices could not be kept:")
        self.warn(f"{words}\n\n{wording.isolate(str(error))}")

    def _restore(self) -> None:
        self.resize(FIRST_SIZE)
        splitter, left, hidden = (*self.settings.state.split(","), "", "")[:3]
        self.splitter.restoreState(_bytes(splitter))
        self.left.restoreState(_bytes(left))
        for name in _PANEL_ACTIONS:
            self.actions_by_name[name].setChecked(name not in hidden.split("+"))
        self._show_types()
        self.legend.threshold.set_percent(self.settings.threshold)
        self.article.set_style(style_of(self.settings))
        self.article.set_motion(not self.settings.reduced_motion)

    def warn(self, words: str) -> None:
        """Tell of something that the user can mend, without stopping the work."""
        # A box of a window that closes would go with it unread.
        parent = None if self._is_closing else self
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Qari"), words, parent=parent)
        self._box = box
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def warn_unread(self, problem: str) -> None:
        """Tell that the settings file could not be read, so that nothing is written into it."""
        words = (
            self.tr("Your choices could not be read:"),
            wording.isolate(problem),
            self.tr("Until then, what you choose is not kept."),
        )
        self.warn("\n\n".join(words))

    def showEvent(self, event: QShowEvent) -> None:
        """Share out the width at the first sight of a window whose state is not kept."""
        super().showEvent(event)
        if not self.settings.state and not event.spontaneous():
            side = min(_SIDE, max(200, self.width() // 5))
            self.splitter.setSizes([side, self.width() - 2 * side, side])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's place, and stop what runs."""
        if self._task is not None:
            self._task.cancel()
        for feature in self.features:
            feature.close()
        self._is_closing = True
        hidden = [name for name in _PANEL_ACTIONS if not self.actions_by_name[name].isChecked()]
        states = (_text(self.splitter.saveState()), _text(self.left.saveState()))
        state = ",".join((*states, "+".join(hidden)))
        self.keep(replace(self.settings, geometry=_text(self.window().saveGeometry()), state=state))
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Obey keys that Qt knows no command for, since their keyboard has no Latin letters."""
        if press_latin(event, self.actions_by_name.values()):
            event.accept()
        else:
            super().keyPressEvent(event)

    # -- words -------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "cancel_button"):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        commands.retranslate(self.actions_by_name, self.commands)
        name_menus(self.menus)
        self.tool_bar.setWindowTitle(self.tr("Tools"))
        self._name_choices()
        self.desk.retranslate()
        self.side.retranslate()
        for feature in self.features:
            feature.retranslate()
        give_letters(self.menus, self.menuBar())
        self.article.setAccessibleName(self.tr("Article"))
        self._show_title()
        self._show_counts()

    def _name_choices(self) -> None:
        self.menus["theme"].setTitle(self.tr("Colors"))
        self.menus["language"].setTitle(self.tr("Language"))
        for menu, name_of in (
            (self.menus["theme"], theme_name),
            (self.menus["language"], language_name),
        ):
            for action in menu.actions():
                value = action.data()
                system = value == "system"
                action.setText(self.tr("As the system") if system else name_of(value))

    def _show_about(self) -> None:
        words = self.tr(
            "A reader for Arabic news. Everything stays on this machine.\n\n"
            "Apache-2.0. The fonts are under the SIL Open Font License."
        )
        name = self.tr("Qari")
        QMessageBox.about(self, self.tr("About Qari"), f"{name} {reader.__version__}\n\n{words}")

    # -- dropping ----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText() or event.mimeData().hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files or the text that was dropped."""
        event.acceptProposedAction()
        self.opening.open_data(event.mimeData())


def _bytes(text: str) -> QByteArray:
    """Return a kept state as Qt reads it; nothing where the file was damaged."""
    try:
        return QByteArray(base64.b64decode(text, validate=True))
    except ValueError:
        return QByteArray()


def _text(data: QByteArray) -> str:
    return base64.b64encode(data.data()).decode("ascii")
