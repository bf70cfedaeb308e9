"""The pane below the article: other ways to see it, each made when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.icons import icon
from reader.gui.theme import Theme
from reader.gui.views.tab_bar import TabWidget


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

    It stands in a splitter below the article, and can take all of its height.

    Signals:
        view_opened: the name of the view that has come into sight.
        whole_changed: whether it has all the height.
        closed: the user has no more use for it.
    """

    view_opened = Signal(str)
    whole_changed = Signal(bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = TabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.is_whole = False
        self.whole_button, self.close_button = _button(), _button()
        self.whole_button.setCheckable(True)
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        row.addWidget(self.whole_button)
        row.addWidget(self.close_button)
        self.tabs.setCornerWidget(corner, Qt.Corner.TopRightCorner)
        self.whole_button.toggled.connect(self.set_whole)
        self.close_button.clicked.connect(self.closed)
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
        self.tabs.setCurrentWidget(self._places[name].page)  # before the one in its place is made
        self.setVisible(True)
        self._fill()

    def names(self) -> tuple[str, ...]:
        """Return the names of the views, in the order of the tabs."""
        return tuple(self._places)

    def set_whole(self, is_whole: bool) -> None:  # noqa: FBT001 - a slot
        """Take all the height, or give the article its own again."""
        if is_whole == self.is_whole:
            return
        self.is_whole = is_whole
        splitter = self.parentWidget()
        if isinstance(splitter, QSplitter):
            for number in range(splitter.count()):
                other = splitter.widget(number)
                if other is not None and other is not self:
                    other.setVisible(not is_whole)
        self.whole_button.setChecked(is_whole)
        self.whole_changed.emit(is_whole)

    def current(self) -> str:
        """Return the name of the view in sight, "" where the desk is hidden or empty."""
        page = self.tabs.currentWidget()
        return page.objectName() if page is not None and not self.isHidden() else ""

    def set_theme(self, theme: Theme) -> None:
        """Draw the buttons in other colors."""
        self.whole_button.setIcon(icon("expand", theme, self.layoutDirection()))
        self.close_button.setIcon(icon("cancel", theme, self.layoutDirection()))

    def retranslate(self) -> None:
        """Name the tabs in the language of the interface."""
        for place in self._places.values():
            self.tabs.setTabText(self.tabs.indexOf(place.page), place.title())
        self.tabs.tabBar().setAccessibleName(self.tr("Views of the article"))
        names = {
            self.whole_button: self.tr("Give the desk all the height, or the article its own"),
            self.close_button: self.tr("Close the desk"),
        }
        for button, name in names.items():
            button.setToolTip(name)
            button.setAccessibleName(name)

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


def _button() -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setIconSize(QSize(16, 16))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
