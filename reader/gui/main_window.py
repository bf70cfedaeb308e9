"""The window: wires the views, the models and the application's verbs together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from reader.core.types import Analysis, Document
from reader.errors import ReaderError
from reader.gui import actions as commands
from reader.gui.analyzing import Ready
from reader.gui.choices import Choices
from reader.gui.features.registry import FEATURES
from reader.gui.icons import icon
from reader.gui.keeper import Keeper
from reader.gui.language import language_name, languages
from reader.gui.latin_keys import press_latin
from reader.gui.menus import give_letters, make_menus, name_menus
from reader.gui.models import wording
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.reasons import error_text
from reader.gui.origin import Origin
from reader.gui.shell import FIRST_SIZE, chosen_theme
from reader.gui.theme import Theme, theme_name
from reader.gui.views.entities_panel import EntitiesPanel
from reader.gui.views.events_sidebar import EventsSidebar
from reader.gui.views.pages import EmptyPage, ErrorPage, LoadingPage
from reader.gui.views.reference_date import ReferenceDateButton
from reader.gui.views.sentences_list import SentencesList
from reader.gui.views.side_panel import SidePanel
from reader.gui.window.analyzer import Analyzer
from reader.gui.window.article_page import ArticlePage
from reader.gui.window.choice_menu import ChoiceMenu
from reader.gui.window.findings import Findings, FindingsViews
from reader.gui.window.jumps import Jumps
from reader.gui.window.panes import Panes, text_of
from reader.gui.window.reading_choices import ReadingChoices
from reader.gui.window.status_bar import StatusBar
from reader.gui.window.tool_bar import make_tool_bar
from reader.gui.window.warnings import Warnings
from reader.settings import THEMES, Settings, ThemeChoice

if TYPE_CHECKING:
    from reader.gui.features.opening import Opening

_MESSAGE = 6000  # milliseconds that the status bar keeps a line
_PANEL_ACTIONS = ("show_entities", "show_events")


class MainWindow(QMainWindow):
    """All that is in the window: one article with its panels, menus and bars.

    It stands in a tab of the Shell, or by itself. It follows the Choices that it is given, or
    makes its own of settings; where `keeps` is false the user's file is left as it is.

    Attributes:
        findings: what was found in the article, as it is shown.
        jumps: the ways to places in the article.
        analyzer: what finds it.
        warnings: what tells of troubles.

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
        self.document: Document | None = None
        self.commands = (*commands.COMMANDS, *(c for kind in FEATURES for c in kind.COMMANDS))
        self._make_views()
        self._make_bars()
        self.jumps = Jumps(self.article)
        self.analyzer = Analyzer(self.choices, self)
        self.warnings = Warnings(self)
        views = FindingsViews(self.article, self.legend, self.entities, self.sentences, self.events)
        self.findings = Findings(views, self.jumps, self.settings.threshold, self)
        self.keeper = Keeper(self)
        self.opening: Opening  # puts itself there
        self.features = tuple(kind(self) for kind in FEATURES)
        self._connect()
        self.setAcceptDrops(True)
        ReadingChoices(self.choices, self.article, self.legend)
        self.choices.changed.connect(self._follow)
        self.choices.unkept.connect(self.warnings.tell_unkept)
        self._restore()
        self.apply_theme()
        self._retranslate()
        self.show_page(self.empty_page)

    # -- making ------------------------------------------------------------------------------

    def _make_views(self) -> None:
        self.reading = page = ArticlePage()
        self.article, self.legend = page.article, page.legend
        self.find_bar, self.desk = page.find_bar, page.desk
        self.entities, self.sentences = EntitiesPanel(), SentencesList()
        self.side, self.events = SidePanel(self.entities, self.sentences), EventsSidebar()
        self.date_button = ReferenceDateButton()
        self.empty_page, self.loading_page = EmptyPage(), LoadingPage()
        self.error_page = ErrorPage()
        self.pages = QStackedWidget()
        for one in (self.reading, self.empty_page, self.loading_page, self.error_page):
            self.pages.addWidget(one)
        self.panes = Panes(self.side, self.pages, self.events)
        self.setCentralWidget(self.panes)

    def _make_bars(self) -> None:
        self.actions_by_name = commands.make_actions(self, self.commands)
        commands.set_keys(self.actions_by_name, self.commands, self.settings.shortcuts)
        self.addActions(list(self.actions_by_name.values()))
        self.menus = make_menus(self.menuBar(), self.actions_by_name)
        self._theme_menu = ChoiceMenu(self.menus["theme"], THEMES)
        self._language_menu = ChoiceMenu(self.menus["language"], languages())
        self._theme_menu.chosen.connect(self.set_theme)
        self._language_menu.chosen.connect(self.set_language)
        self._check_choices()
        self._tool_bar = make_tool_bar(self.actions_by_name, self.date_button, self)
        self.addToolBar(self._tool_bar)
        self._status = StatusBar(self.actions_by_name["cancel"], self)
        self.setStatusBar(self._status)

    def _check_choices(self) -> None:
        """Check the choices in the menus that are the user's now."""
        self._theme_menu.check(self.settings.theme)
        self._language_menu.check(self.settings.language)

    def _connect(self) -> None:
        calls: dict[str, Callable[[], object]] = {
            "cancel": self.cancel,
            "quit": lambda: self.window().close(),
            "copy": self.article.copy,
            "copy_marked": self.article.copy_marked_up,
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
        self._connect_parts()

    def _connect_parts(self) -> None:
        self.analyzer.changed.connect(self.show_busy)
        self.analyzer.progressed.connect(self._status.show_stage)
        self.analyzer.found.connect(self._show_found)
        self.analyzer.failed.connect(self._on_failed)
        self.analyzer.crashed.connect(self.show_fault)
        self.jumps.going.connect(self._show_article)
        self.jumps.changed.connect(self._enable)
        self.findings.indexed.connect(self._show_index)
        self.findings.marked.connect(self._show_chosen)
        self.findings.changed.connect(self._show_known)

    # -- opening -----------------------------------------------------------------------------

    def open_path(self, path: Path, reference_date: date | None = None) -> None:
        """Read and analyze the article at `path`; the text is shown as soon as it is read."""
        self.opening.open(Origin(reference_date, path))

    def path(self) -> Path | None:
        """Return the file of the article in sight, or of the one that is being read."""
        origin = self.opening.origin()
        return origin.path if origin is not None else None

    def is_busy(self) -> bool:
        """Tell whether an article is being read or analyzed."""
        return self.analyzer.is_running or self.opening.loader.is_running

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
        document, origin = self.document, self.opening.take_shown()
        if document is not None and origin is not None:
            self.analyzer.analyze(document, origin, self.keeper.notebook.corrections)

    @property
    def is_loading(self) -> bool:
        """Tell whether an article is read that is not in sight yet."""
        return self.pages.currentWidget() is self.loading_page

    def set_reference_date(self, day: date | None) -> None:
        """Resolve every date anew from the day that the article was written."""
        self.opening.set_day(day)
        if not self.is_loading:
            self.analyze_again()

    def _on_failed(self, error: ReaderError) -> None:
        self.end_with(error_text(error))

    def show_fault(self, trace: str) -> None:
        """Tell of a fault of ours."""
        words = self.tr("The program has a fault. Please report it with these lines:")
        self.end_with(f"{words}\n\n{trace[-1500:]}")

    def end_with(self, reason: str, *, has_pictures: bool = False) -> None:
        """Show why an article could not be read or analyzed."""
        self.analyzer.stop()
        self.show_busy()
        self.error_page.show_error(
            reason, has_article=self.document is not None, has_pictures=has_pictures
        )
        self.show_page(self.error_page)
        self.failed.emit(reason)

    def cancel(self) -> None:
        """Stop what runs; else close the search."""
        if not self.opening.cancel() and not self.analyzer.is_running:
            self.find_bar.close_bar()
            return
        self.analyzer.stop()
        self.show_busy()
        if self.is_loading:
            self.show_page(self.reading if self.document else self.empty_page)
        self._status.showMessage(self.tr("Stopped. F5 reads the article again."), _MESSAGE)

    # -- showing -----------------------------------------------------------------------------

    @property
    def analysis(self) -> Analysis | None:
        """All that was found in the article in sight; None while nothing is known of it."""
        return self.findings.analysis

    @property
    def index(self) -> AnalysisIndex | None:
        """What is sure enough of it to be shown."""
        return self.findings.index

    def _show_found(self, found: Ready) -> None:
        """Show a new analysis of the article in sight; nothing is chosen in it."""
        self.findings.take(found)
        self.analysis_ready.emit(found.analysis)

    def _show_index(self, index: AnalysisIndex | None) -> None:
        for feature in self.features:
            feature.show_index(index)

    def _show_chosen(self, ids: Sequence[str]) -> None:
        for feature in self.features:
            feature.show_chosen(ids)

    def _show_known(self) -> None:
        """Show in the bars what is known of the article."""
        self.date_button.show_date(self.analysis.reference_date if self.analysis else None)
        self._show_counts()
        self._enable()

    def _show_counts(self) -> None:
        self._status.show_counts(self.index.analysis if self.index else None)

    def _forget(self) -> None:
        """Drop what is known of the article before."""
        self.jumps.history.clear()
        self.findings.clear()
        self.actions_by_name["unfold"].setChecked(False)

    def _show_article(self) -> None:
        """Show the article, though something stands in its place or over it."""
        self.show_page(self.reading)
        self.desk.set_whole(False)

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
        busy = self.is_busy()
        self._status.show_busy(busy=busy)
        self.actions_by_name["cancel"].setEnabled(busy or self.find_bar.isVisible())

    def show_reading(self, done: float) -> None:
        """Show how much of a file is read, 0 to 1, while nothing is analyzed."""
        if not self.analyzer.is_running:
            self._status.show_reading(done)

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
        self.actions_by_name["back"].setEnabled(self.jumps.history.has_back)
        self.actions_by_name["forward"].setEnabled(self.jumps.history.has_forward)

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
        if before.threshold != after.threshold:
            self.findings.set_threshold(after.threshold)
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

    def _restore(self) -> None:
        self.resize(FIRST_SIZE)
        panes, names, hidden = (*self.settings.state.split(","), "", "")[:3]
        self.panes.restore(panes, names)
        for name in _PANEL_ACTIONS:
            self.actions_by_name[name].setChecked(name not in hidden.split("+"))

    def showEvent(self, event: QShowEvent) -> None:
        """Share out the width at the first sight of a window whose state is not kept."""
        super().showEvent(event)
        if not self.settings.state and not event.spontaneous():
            self.panes.share_out(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's place, and stop what runs."""
        self.analyzer.stop()
        for feature in self.features:
            feature.close()
        self.warnings.outlive()
        hidden = [name for name in _PANEL_ACTIONS if not self.actions_by_name[name].isChecked()]
        state = ",".join((*self.panes.kept(), "+".join(hidden)))
        geometry = text_of(self.window().saveGeometry())
        self.keep(replace(self.settings, geometry=geometry, state=state))
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
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_status"):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        commands.retranslate(self.actions_by_name, self.commands)
        name_menus(self.menus)
        self._tool_bar.setWindowTitle(self.tr("Tools"))
        self._theme_menu.retranslate(self.tr("Colors"), theme_name)
        self._language_menu.retranslate(self.tr("Language"), language_name)
        self.desk.retranslate()
        self.side.retranslate()
        for feature in self.features:
            feature.retranslate()
        give_letters(self.menus, self.menuBar())
        self.article.setAccessibleName(self.tr("Article"))
        self._show_title()
        self._show_counts()

    # -- dropping ----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText() or event.mimeData().hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files or the text that was dropped."""
        event.acceptProposedAction()
        self.opening.open_data(event.mimeData())
