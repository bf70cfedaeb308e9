"""The article between its panels, and the widths that the user gives them."""

from __future__ import annotations

import base64

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from reader.gui.views.events_sidebar import EventsSidebar
from reader.gui.views.side_panel import SidePanel

_SIDE = 320  # pixels of a panel at first; a fifth of a narrow window


class Panes(QSplitter):
    """The names, the pages and the events, side by side."""

    def __init__(self, side: SidePanel, pages: QWidget, events: EventsSidebar) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._names = side.names
        pages.setMinimumWidth(320)
        for index, view in enumerate((side, pages, events)):
            self.addWidget(view)
            self.setStretchFactor(index, int(view is pages))
            self.setCollapsible(index, False)

    def share_out(self, width: int) -> None:
        """Give the panels their first widths."""
        side = min(_SIDE, max(200, width // 5))
        self.setSizes([side, width - 2 * side, side])

    def kept(self) -> tuple[str, str]:
        """Return how the room is divided, as `restore` takes it."""
        return text_of(self.saveState()), text_of(self._names.saveState())

    def restore(self, panes: str, names: str) -> None:
        """Divide the room as it was; what cannot be read changes nothing."""
        self.restoreState(_bytes(panes))
        self._names.restoreState(_bytes(names))


def _bytes(text: str) -> QByteArray:
    """Return a kept state as Qt reads it; nothing where the file was damaged."""
    try:
        return QByteArray(base64.b64decode(text, validate=True))
    except ValueError:
        return QByteArray()


def text_of(data: QByteArray) -> str:
    """Return what Qt keeps, as letters for a file."""
    return base64.b64encode(data.data()).decode("ascii")
