"""The keyboard's ways about the window: to the panels, along the mentions, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reader.gui.features import Feature


class Going(Feature):
    """Does what the window's own commands of going do."""

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of them does, by name."""
        window = self.window
        return {
            "back": window.jumps.back,
            "forward": window.jumps.forward,
            "next_mention": window.entities.next_mention,
            "previous_mention": window.entities.previous_mention,
            "go_names": lambda: self._go("show_entities", window.side, window.entities.search),
            "go_events": lambda: self._go("show_events", window.events, window.events.search),
            "go_threshold": window.legend.threshold.take_keyboard,
            "go_article": window.article.setFocus,
        }

    def _go(self, shown_by: str, panel: QWidget, field: QWidget) -> None:
        """Give the keyboard to a field of a panel, which is shown by an action."""
        panel.setVisible(True)
        self.window.actions_by_name[shown_by].setChecked(True)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
