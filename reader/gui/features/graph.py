"""The graph of who deals with whom: one of the views below the article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.gui.actions import Command
from reader.gui.features.choosing import choose_entity
from reader.gui.features.painted import PaintedFeature
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.models.links import Link, Party
    from reader.gui.views.graph_panel import GraphPanel

_NAME = "graph"


class GraphFeature(PaintedFeature["GraphPanel"]):
    """Shows who deals with whom in the article, and goes to where it says so."""

    NAME = _NAME
    COMMANDS = (
        Command(
            _NAME,
            QT_TRANSLATE_NOOP("Actions", "Who deals &with whom"),
            QT_TRANSLATE_NOOP("Actions", "Show who does what to whom as a graph"),
            "Ctrl+Alt+G",
            _NAME,
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._last: tuple[object, int] = (None, 0)

    def title(self) -> str:
        """Return the words of its tab."""
        return QCoreApplication.translate("Desk", "Who with whom")

    def make_panel(self) -> GraphPanel:
        """Return the view, connected to the window."""
        from reader.gui.views.graph_panel import GraphPanel  # noqa: PLC0415 - at first sight

        panel = GraphPanel()
        panel.graph.party_chosen.connect(self._choose_party)
        panel.graph.link_chosen.connect(self._choose_link)
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
        self.panel.graph.show_chosen([*ids, *index.entities_of(ids)])

    def _choose_party(self, party: Party) -> None:
        """Select an entity; of words that name none, go from place to place."""
        if party.type is not None:
            choose_entity(self.window, party.id)
        else:
            self.window.jumps.to(party.spans[self._turn(party.id, len(party.spans))])

    def _choose_link(self, link: Link) -> None:
        """List the events of a link and go to the first; chosen again, to the next."""
        event = link.events[self._turn(link.key, len(link.events))]
        self.window.events.select_event(event)
        self.window.findings.mark(link.events)
        self.window.findings.go_to(event)

    def _turn(self, name: object, count: int) -> int:
        """Return the next of `count` where the same thing is chosen again, else the first."""
        before, number = self._last
        self._last = name, (number + 1) % count if before == name else 0
        return self._last[1]
