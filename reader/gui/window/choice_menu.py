"""Values in a menu, of which one is the user's choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu


class ChoiceMenu(QObject):
    """Offers values in a menu; "system", before them, stands for the system's own.

    Signals:
        chosen: the value.
    """

    chosen = Signal(str)

    def __init__(self, menu: QMenu, values: Sequence[str]) -> None:
        super().__init__(menu)
        self._menu = menu
        group = QActionGroup(menu)
        for value in ("system", *values):
            action = menu.addAction("")
            action.setCheckable(True)
            action.setData(value)
            action.triggered.connect(lambda _checked=False, value=value: self.chosen.emit(value))
            group.addAction(action)

    def check(self, value: str) -> None:
        """Check the value that is the user's now."""
        for action in self._menu.actions():
            action.setChecked(action.data() == value)

    def retranslate(self, title: str, name_of: Callable[[Any], str]) -> None:
        """Name the menu and its values in the language of the interface."""
        self._menu.setTitle(title)
        for action in self._menu.actions():
            value = action.data()
            action.setText(self.tr("As the system") if value == "system" else name_of(value))
