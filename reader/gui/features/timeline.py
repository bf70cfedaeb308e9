"""The timeline: one of the views below the article."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.theme import Theme
from reader.settings import TimelineDirection

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.views.timeline_panel import TimelinePanel

_NAME = "timeline"


class TimelineFeature(Feature):
    """Shows the events of the article in time, and goes to them."""

    COMMANDS = (
        Command(
            _NAME,
            "view",
            QT_TRANSLATE_NOOP("Actions", "&Timeline"),
            QT_TRANSLATE_NOOP("Actions", "Show the events on a time axis"),
            "Ctrl+Alt+T",
            _NAME,
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.panel: TimelinePanel | None = None
        window.desk.add(_NAME, self._title, self._make)
        window.events.widened.connect(self._on_widened)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what its command does."""
        return {_NAME: self._open}

    def _title(self) -> str:
        return QCoreApplication.translate("Desk", "Timeline")

    def _open(self) -> None:
        self.window.desk.show_view(_NAME)
        if self.panel is not None:
            self.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make(self) -> QWidget:
        from reader.gui.views.timeline_panel import TimelinePanel  # noqa: PLC0415 - at first sight

        panel = TimelinePanel()
        self.panel = panel
        panel.set_theme(self.window.theme())
        panel.timeline.event_chosen.connect(self._choose)
        panel.timeline.event_opened.connect(self._go_to)
        panel.timeline.range_chosen.connect(self._narrow)
        panel.leftward_chosen.connect(self._keep_direction)
        panel.failed.connect(self.window.warn)
        panel.told.connect(self.window.statusBar().showMessage)
        self.show_index(self.window.index)
        self._set_direction()
        return panel

    # -- from the window ---------------------------------------------------------------------

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show the events of another analysis."""
        if self.panel is not None:
            self.panel.timeline.show_index(index)

    def show_chosen(self, ids: Sequence[str]) -> None:
        """Show which events are chosen."""
        if self.panel is not None:
            self.panel.timeline.show_chosen(ids)

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colors."""
        if self.panel is not None:
            self.panel.set_theme(theme)

    def retranslate(self) -> None:
        """Let time run as the language does, where the user has not chosen."""
        self._set_direction()

    def _set_direction(self) -> None:
        if self.panel is None:
            return
        choice = self.window.settings.timeline
        interface = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.panel.timeline.set_leftward(
            interface if choice == "interface" else choice == "right_to_left"
        )

    # -- to the window -----------------------------------------------------------------------

    def _keep_direction(self, is_leftward: bool) -> None:  # noqa: FBT001 - a slot
        choice: TimelineDirection = "right_to_left" if is_leftward else "left_to_right"
        self.window.keep(replace(self.window.settings, timeline=choice))
        self._set_direction()

    def _first_event(self, cluster: str) -> str:
        index = self.window.index
        told = index.clusters[cluster].events if index and cluster in index.clusters else ()
        return next((name for name in told if index and name in index.events), "")

    def _choose(self, cluster: str) -> None:
        """Select an event in the sidebar and mark it; go there while the article is in sight."""
        if self.window.desk.is_whole:
            self._select(cluster)
        else:
            self._go_to(cluster)

    def _select(self, cluster: str) -> None:
        index, event = self.window.index, self._first_event(cluster)
        if index is not None and event:
            self.window.events.select_event(event)
            self.window.mark(index.clusters[cluster].events)

    def _go_to(self, cluster: str) -> None:
        index, event = self.window.index, self._first_event(cluster)
        if index is not None and event:
            self._select(cluster)
            self.window.desk.set_whole(False)
            self.window.go_to(index.events[event].sentence)

    def _narrow(self, clusters: frozenset[str] | None, words: str) -> None:
        if clusters is None:
            self.window.events.widen()
        else:
            self.window.events.narrow(clusters, words)

    def _on_widened(self) -> None:
        if self.panel is not None:
            self.panel.timeline.set_brush(None)
