"""The graph of who deals with whom: one of the views below the article."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.features.choosing import choose_entity
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.theme import Theme

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.models.links import Link, Party
    from reader.gui.views.graph_panel import GraphPanel

_NAME = "graph"


class GraphFeature(Feature):
    """Shows who deals with whom in the article, and goes to where it says so."""

    COMMANDS = (
        Command(
            _NAME,
            "view",
            QT_TRANSLATE_NOOP("Actions", "Who deals &with whom"),
            QT_TRANSLATE_NOOP("Actions", "Show who does what to whom as a graph"),
            "Ctrl+Alt+G",
            _NAME,
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.panel: GraphPanel | None = None
        self._last: tuple[object, int] = (None, 0)
        window.desk.add(_NAME, self._title, self._make)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what its command does."""
        return {_NAME: self._open}

    def _title(self) -> str:
        return QCoreApplication.translate("Desk", "Who with whom")

    def _open(self) -> None:
        self.window.desk.show_view(_NAME)
        if self.panel is not None:
            self.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make(self) -> QWidget:
        from reader.gui.views.graph_panel import GraphPanel  # noqa: PLC0415 - at first sight

        panel = GraphPanel()
        self.panel = panel
        panel.set_theme(self.window.theme())
        panel.graph.party_chosen.connect(self._choose_party)
        panel.graph.link_chosen.connect(self._choose_link)
        panel.failed.connect(self.window.warn)
        panel.told.connect(self.window.statusBar().showMessage)
        self.show_index(self.window.index)
        return panel

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show another analysis."""
        if self.panel is not None:
            self.panel.show_index(index)

    def show_chosen(self, ids: Sequence[str]) -> None:
        """Mark the parties and the links that are chosen."""
        index = self.window.index
        if self.panel is None or index is None:
            return
        entities = (str(index.mentions[i].entity) for i in ids if i in index.mentions)
        self.panel.graph.show_chosen([*ids, *entities])

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colors."""
        if self.panel is not None:
            self.panel.set_theme(theme)

    def _choose_party(self, party: Party) -> None:
        """Select an entity; of words that name none, go from place to place."""
        if party.type is not None:
            choose_entity(self.window, party.id)
        else:
            self.window.jump(party.spans[self._turn(party.id, len(party.spans))])

    def _choose_link(self, link: Link) -> None:
        """List the events of a link and go to the first; chosen again, to the next."""
        event = link.events[self._turn(link.key, len(link.events))]
        self.window.events.select_event(event)
        self.window.mark(link.events)
        self.window.go_to(event)

    def _turn(self, name: object, count: int) -> int:
        """Return the next of `count` where the same thing is chosen again, else the first."""
        before, number = self._last
        self._last = name, (number + 1) % count if before == name else 0
        return self._last[1]
