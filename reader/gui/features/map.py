"""The map of the places: one of the views below the article."""

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
    from reader.gui.views.map_panel import MapPanel

_NAME = "map"


class MapFeature(PaintedFeature["MapPanel"]):
    """Shows where the places of the article lie, and goes to their sentences."""

    NAME = _NAME
    COMMANDS = (
        Command(
            _NAME,
            QT_TRANSLATE_NOOP("Actions", "&Map"),
            QT_TRANSLATE_NOOP("Actions", "Show the places on a map"),
            "Ctrl+Alt+P",
            _NAME,
        ),
    )

    def title(self) -> str:
        """Return the words of its tab."""
        return QCoreApplication.translate("Desk", "Map")

    def make_panel(self) -> MapPanel:
        """Return the view, connected to the window."""
        from reader.gui.views.map_panel import MapPanel  # noqa: PLC0415 - at first sight

        panel = MapPanel()
        panel.place_chosen.connect(lambda entity: choose_entity(self.window, entity))
        return panel

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show the places of another analysis."""
        if self.panel is not None:
            self.panel.show_index(index)

    def show_chosen(self, ids: Sequence[str]) -> None:
        """Ring the places that are chosen."""
        index = self.window.index
        if self.panel is None or index is None:
            return
        self.panel.map.show_chosen(index.entities_of(ids))
