"""Tabs whose words are not cut below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabBar, QTabWidget

_MORE = 6  # pixels: what the style gives a line of Latin letters cuts the tails of Arabic ones


class TabBar(QTabBar):
    """A tab bar with room for the letters below the line."""

    def tabSizeHint(self, index: int) -> QSize:
        """Return the style's size and the room."""
        size = super().tabSizeHint(index)
        return QSize(size.width(), size.height() + _MORE)


class TabWidget(QTabWidget):
    """A tab widget with such a bar, which the keyboard reaches only where it is in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabBar(TabBar())
        # It stands for its bar among the stops of Tab: while that is hidden, Tab would end there.
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
