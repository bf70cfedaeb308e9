"""The panel beside the article: its names, and other lists in tabs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reader.gui.views.tab_bar import TabWidget


class SidePanel(TabWidget):
    """Holds the names with their sentences; what else is in it is made when first seen.

    Attributes:
        names: the names above their sentences.

    Signals:
        filled: the name of a tab whose content was made.
    """

    filled = Signal(str)

    def __init__(self, entities: QWidget, sentences: QWidget) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setTabBarAutoHide(True)
        self.names = QSplitter(Qt.Orientation.Vertical)
        self.names.setObjectName("names")
        self.names.addWidget(entities)
        self.names.addWidget(sentences)
        self.names.setSizes([500, 300])
        self._titles: dict[str, Callable[[], str]] = {"names": lambda: self.tr("Names")}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self.addTab(self.names, "")
        self.currentChanged.connect(lambda _index: self._fill())

    def add(self, name: str, title: Callable[[], str], make: Callable[[], QWidget]) -> None:
        """Add a tab; `make` is called once, when it is first seen."""
        page = QWidget()
        page.setObjectName(name)
        QVBoxLayout(page).setContentsMargins(0, 0, 0, 0)
        self._titles[name], self._makers[name] = title, make
        self.addTab(page, title())

    def show_tab(self, name: str) -> None:
        """Bring a tab into sight."""
        self.setCurrentIndex(list(self._titles).index(name))

    def current(self) -> str:
        """Return the name of the tab in sight, "" where the panel is hidden."""
        return "" if self.isHidden() else self.currentWidget().objectName()

    def retranslate(self) -> None:
        """Name the tabs in the language of the interface."""
        for index, title in enumerate(self._titles.values()):
            self.setTabText(index, title())
        self.tabBar().setAccessibleName(self.tr("Lists beside the article"))

    def showEvent(self, event: QShowEvent) -> None:
        """Make what is in the tab that comes into sight."""
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        page = self.currentWidget()
        make = self._makers.get(page.objectName())
        layout = page.layout()
        if make is None or layout is None or not self.isVisible():
            return
        del self._makers[page.objectName()]
        view = make()
        layout.addWidget(view)
        view.show()
        self.filled.emit(page.objectName())
