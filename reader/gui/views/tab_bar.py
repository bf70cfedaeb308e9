"""Tabs whose words are not cut below."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabBar, QTabWidget

_MORE = 6  # pixels: what the style gives a line of Latin letters cuts the tails of Arabic ones


class TabBar(QTabBar):
    """A tab bar with room for the letters below the line."""

    def tabSizeHint(self, index: int) -> QSize:
        """Return the style's size and the room."""
        size = super().tabSizeHint(index)
        return QSize(size.width(), size.height() + _MORE)


class TabWidget(QTabWidget):
    """A tab widget with such a bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabBar(TabBar())
