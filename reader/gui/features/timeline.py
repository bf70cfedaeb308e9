"""The timeline: one of the views below the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from reader.gui.actions import Command
from reader.gui.features.painted import PaintedFeature
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.settings import Settings, TimelineDirection

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.views.timeline_panel import TimelinePanel

_NAME = "timeline"


class TimelineFeature(PaintedFeature["TimelinePanel"]):
    """Shows the events of the article in time, and goes to them."""

    NAME = _NAME
    COMMANDS = (
        Command(
            _NAME,
            QT_TRANSLATE_NOOP("Actions", "&Timeline"),
            QT_TRANSLATE_NOOP("Actions", "Show the events on a time axis"),
            "Ctrl+Alt+T",
            _NAME,
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._last = ("", 0)  # the event gone to, and to which of its mentions
        window.events.widened.connect(self._on_widened)

    def title(self) -> str:
        """Return the words of its tab."""
        return QCoreApplication.translate("Desk", "Timeline")

    def make_panel(self) -> TimelinePanel:
        """Return the view, connected to the window."""
        from reader.gui.views.timeline_panel import TimelinePanel  # noqa: PLC0415 - at first sight

        panel = TimelinePanel()
        panel.timeline.event_chosen.connect(self._choose)
        panel.timeline.event_opened.connect(self._go_to)
        panel.timeline.range_chosen.connect(self._narrow)
        panel.leftward_chosen.connect(self._keep_direction)
        panel.hijri_chosen.connect(self._keep_hijri)
        panel.show_hijri(self.window.settings.timeline_hijri)
        panel.timeline.menu_wanted.connect(self._add_to_menu)
        return panel

    # -- from the window ---------------------------------------------------------------------

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show the events of another analysis."""
        self._last = ("", 0)
        if self.panel is not None:
            self.panel.timeline.show_index(index)

    def show_chosen(self, ids: Sequence[str]) -> None:
        """Show which events are chosen."""
        if self.panel is not None:
            self.panel.timeline.show_chosen(ids)

    def follow(self, before: Settings, after: Settings) -> None:
        """Let time run as the user wants it, with the months that the user wants."""
        if self.panel is not None and (before.timeline, before.timeline_hijri) != (
            after.timeline,
            after.timeline_hijri,
        ):
            self._set_direction()
            self.panel.show_hijri(after.timeline_hijri)

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

    def _keep_hijri(self, is_shown: bool) -> None:  # noqa: FBT001 - a slot
        self.window.keep(replace(self.window.settings, timeline_hijri=is_shown))

    def _next_event(self, cluster: str) -> str:
        """Return the first mention of an event; when it is asked for again, the next."""
        index = self.window.index
        told = index.clusters[cluster].events if index and cluster in index.clusters else ()
        known = [name for name in told if index and name in index.events]
        if not known:
            return ""
        number = self._last[1] + 1 if self._last[0] == cluster else 0
        self._last = (cluster, number)
        return known[number % len(known)]

    def _choose(self, cluster: str) -> None:
        """Select an event in the sidebar and mark it; go there while the article is in sight."""
        self._show(cluster, goes=not self.window.desk.is_whole)

    def _go_to(self, cluster: str) -> None:
        self._show(cluster, goes=True)

    def _show(self, cluster: str, *, goes: bool) -> None:
        index, event = self.window.index, self._next_event(cluster)
        if index is None or not event:
            return
        self.window.events.select_event(event)
        self.window.findings.mark(index.clusters[cluster].events)
        if goes:
            self.window.findings.go_to(index.events[event].sentence)

    def _add_to_menu(self, menu: QMenu, cluster: str) -> None:
        if cluster:
            words = QCoreApplication.translate("Desk", "Go to the event")
            action = QAction(words, menu)
            action.triggered.connect(lambda: self._go_to(cluster))
            menu.insertAction(menu.actions()[0], action)

    def _narrow(self, clusters: frozenset[str] | None, words: str) -> None:
        if clusters is None:
            self.window.events.widen()
        else:
            self.window.events.narrow(clusters, words)

    def _on_widened(self) -> None:
        if self.panel is not None:
            self.panel.timeline.set_brush(None)
