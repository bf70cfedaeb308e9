"""The pane below the article: other ways to see it, each made when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget


@dataclass(slots=True)
class _Place:
    """A tab.

    Attributes:
        title: gives its words in the language of the interface.
        make: makes what is in it; None once that is made.
    """

    title: Callable[[], str]
    make: Callable[[], QWidget] | None
    page: QWidget


class Desk(QWidget):
    """Tabs of views by name; a view is made when its tab is first opened.

    Signals:
        view_opened: the name of the view that has come into sight.
    """

    view_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self._places: dict[str, _Place] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.tabs.currentChanged.connect(lambda _index: self._fill())

    def add(self, name: str, title: Callable[[], str], make: Callable[[], QWidget]) -> None:
        """Add a tab; `make` is called once, when it is first seen."""
        page = QWidget()
        page.setObjectName(name)
        QVBoxLayout(page).setContentsMargins(0, 0, 0, 0)
        self._places[name] = _Place(title, make, page)
        self.tabs.addTab(page, title())

    def show_view(self, name: str) -> None:
        """Bring the view of that name into sight, the desk with it."""
        self.setVisible(True)
        self.tabs.setCurrentWidget(self._places[name].page)
        self._fill()

    def current(self) -> str:
        """Return the name of the view in sight, "" where the desk is hidden or empty."""
        page = self.tabs.currentWidget()
        return page.objectName() if page is not None and not self.isHidden() else ""

    def retranslate(self) -> None:
        """Name the tabs in the language of the interface."""
        for place in self._places.values():
            self.tabs.setTabText(self.tabs.indexOf(place.page), place.title())

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is in the tab that comes into sight."""
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        name = self.current()
        if not name:
            return
        place = self._places[name]
        if place.make is not None:
            layout = place.page.layout()
            view = place.make()
            place.make = None
            if layout is not None:
                layout.addWidget(view)
                view.show()
        self.view_opened.emit(name)
