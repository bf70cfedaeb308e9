"""The map of the places: one of the views below the article."""

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
    from reader.gui.views.map_panel import MapPanel

_NAME = "map"


class MapFeature(Feature):
    """Shows where the places of the article lie, and goes to their sentences."""

    COMMANDS = (
        Command(
            _NAME,
            "view",
            QT_TRANSLATE_NOOP("Actions", "&Map"),
            QT_TRANSLATE_NOOP("Actions", "Show the places on a map"),
            "Ctrl+Alt+P",
            _NAME,
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.panel: MapPanel | None = None
        window.desk.add(_NAME, self._title, self._make)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what its command does."""
        return {_NAME: self._open}

    def _title(self) -> str:
        return QCoreApplication.translate("Desk", "Map")

    def _open(self) -> None:
        self.window.desk.show_view(_NAME)
        if self.panel is not None:
            self.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make(self) -> QWidget:
        from reader.gui.views.map_panel import MapPanel  # noqa: PLC0415 - at first sight

        panel = MapPanel()
        self.panel = panel
        panel.set_theme(self.window.theme())
        panel.place_chosen.connect(lambda entity: choose_entity(self.window, entity))
        panel.failed.connect(self.window.warn)
        panel.told.connect(self.window.statusBar().showMessage)
        self.show_index(self.window.index)
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
        chosen = (index.mentions[name].entity for name in ids if name in index.mentions)
        self.panel.map.show_chosen([str(entity) for entity in chosen])

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colors."""
        if self.panel is not None:
            self.panel.set_theme(theme)
