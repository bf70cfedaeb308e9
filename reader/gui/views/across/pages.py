"""The pages of what is told across articles: a list, and beside it all of the chosen line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDate, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reader.core.normalize import fold
from reader.gui.models.across_lines import Line, line_text, lines_text
from reader.gui.models.lines_model import LinesModel, Role
from reader.gui.theme import Theme
from reader.gui.views.across.line_delegate import LineDelegate
from reader.gui.views.copy_keys import CopyKeys
from reader.gui.views.panel_parts import EmptyStack, RowList, apply_theme, is_enter

_PAUSE = 150  # milliseconds after the last key before a list is filtered


class LineList(RowList):
    """Lines that go to their sentences.

    Signals:
        place_wanted: the Citation to go to.
        page_wanted: the page to open, and the id of what it shall show.
        line_chosen: the Line that is current now.
    """

    place_wanted = Signal(object)
    page_wanted = Signal(str, str)
    line_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(self))
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.clicked.connect(self.open)
        self.enter_pressed.connect(lambda: self.open(self.currentIndex()))
        self.selectionModel().currentChanged.connect(lambda now, _old: self._tell(now))
        CopyKeys(self).pressed.connect(self.copy_line)

    def show_lines(self, lines: Sequence[Line], chosen: str = "") -> None:
        """Show these lines, with the one of that id current."""
        self.lines.set_rows(lines)
        rows = (number for number, line in enumerate(lines) if chosen and line.id == chosen)
        number = next(rows, -1)
        if number >= 0:
            self.setCurrentIndex(self.lines.index(number))
            self.scrollTo(self.lines.index(number))

    def line(self) -> Line | None:
        """Return the current line."""
        index = self.currentIndex()
        return index.data(Role.LINE) if index.isValid() else None

    def open(self, index: QModelIndex) -> None:
        """Go to the sentence of a line, or to the page that it names."""
        line: Line | None = index.data(Role.LINE) if index.isValid() else None
        if line is not None and line.citation is not None:
            self.place_wanted.emit(line.citation)
        elif line is not None and line.target is not None:
            self.page_wanted.emit(*line.target)

    def open_page(self) -> None:
        """Open the page that the current line names."""
        line = self.line()
        if line is not None and line.target is not None:
            self.page_wanted.emit(*line.target)

    def copy_line(self) -> None:
        """Copy the current line as text."""
        line = self.line()
        if line is not None:
            QGuiApplication.clipboard().setText(line_text(line))

    def copy_lines(self) -> None:
        """Copy all lines as text."""
        QGuiApplication.clipboard().setText(lines_text(self.lines.rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the page of a line with Ctrl and Enter."""
        if is_enter(event) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.open_page()
            return
        super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.line_chosen.emit(index.data(Role.LINE))

    def menu(self) -> QMenu:
        """Return what can be done with the current line."""
        menu, line = QMenu(self), self.line()
        if line is not None and line.citation is not None:
            menu.addAction(self.tr("Go to the sentence"), lambda: self.open(self.currentIndex()))
        if line is not None and line.target is not None:
            menu.addAction(self.tr("Open its page"), self.open_page)
        if line is not None:
            menu.addAction(self.tr("Copy this line"), self.copy_line)
        menu.addAction(self.tr("Copy all lines"), self.copy_lines)
        return menu

    def _show_menu(self, point: QPoint) -> None:
        self.menu().popup(self.viewport().mapToGlobal(point))


class StoryPage(QWidget):
    """A list that can be filtered, and the lines of what is chosen in it.

    Attributes:
        name: of the page.
        master, detail: the two lists.

    Signals:
        place_wanted, page_wanted: see LineList.
    """

    place_wanted = Signal(object)
    page_wanted = Signal(str, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._lines: tuple[Line, ...] = ()
        self._folded: tuple[str, ...] = ()
        self._tell: Callable[[str], Sequence[Line]] = lambda _name: ()
        self.master, self.detail = LineList(), LineList()
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.apply_filter)
        self.filter.textChanged.connect(lambda _text: self._pause.start())
        self.above = QHBoxLayout()
        self.above.addWidget(self.filter, 1)
        self.master_stack, self.detail_stack = EmptyStack(self.master), EmptyStack(self.detail)
        self._lay_out()
        self.master.line_chosen.connect(self._choose)
        self.master.enter_pressed.connect(self.detail.setFocus)
        for part in (self.master, self.detail):
            part.place_wanted.connect(self.place_wanted)
            part.page_wanted.connect(self.page_wanted)
        self.setFocusProxy(self.master)

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.above)
        column.addWidget(self.master_stack, 1)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setChildrenCollapsible(False)
        self.sides.addWidget(side)
        self.sides.addWidget(self.detail_stack)
        for number, share in ((0, 2), (1, 3)):
            self.sides.setStretchFactor(number, share)
        self.sides.setSizes([360, 540])
        row = QVBoxLayout(self)
        row.setContentsMargins(6, 6, 6, 0)
        row.addWidget(self.sides)

    def show_lines(self, lines: Sequence[Line], tell: Callable[[str], Sequence[Line]]) -> None:
        """Show lines; `tell` gives the lines of one by its id."""
        self._lines, self._tell = tuple(lines), tell
        self._folded = tuple(fold(line.words) for line in lines)
        self.apply_filter()

    def apply_filter(self) -> None:
        """List what has the words of the filter; the first of it is chosen."""
        wanted = fold(self.filter.text()).split()
        pairs = zip(self._lines, self._folded, strict=True)
        shown = [line for line, told in pairs if all(word in told for word in wanted)]
        known = self.master.line()
        self.detail.show_lines(())
        names = [line.id for line in shown if line.id]
        chosen = known.id if known is not None and known.id in names else next(iter(names), "")
        self.master.show_lines(shown, chosen)
        self.master_stack.show_words("" if shown else self._nothing())

    def show_one(self, name: str) -> None:
        """Choose a line by its id, though the filter may hide it; tell it though none has it."""
        if all(line.id != name for line in self.master.lines.rows):
            self.filter.clear()
            self._pause.stop()
            self.apply_filter()
        rows = [line.id for line in self.master.lines.rows]
        if name in rows:
            index = self.master.lines.index(rows.index(name))
            self.master.setCurrentIndex(index)
            self.master.scrollTo(index)
        else:
            self.master.setCurrentIndex(QModelIndex())
            self.detail.show_lines(tuple(self._tell(name)))

    def _choose(self, line: Line) -> None:
        if line.id:
            self.detail.show_lines(tuple(self._tell(line.id)))
            self.detail.scrollToTop()

    def _nothing(self) -> str:
        if self._lines:
            return self.tr("Nothing has these words.")
        return self.tr("The articles tell nothing of this kind together.")

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colors."""
        apply_theme(self, theme)

    def set_names(self, master: str, detail: str) -> None:
        """Name the lists for who cannot see them."""
        self.master.setAccessibleName(master)
        self.detail.setAccessibleName(detail)
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter"))
        if not self.master.lines.rows:
            self.master_stack.show_words(self._nothing())


class AheadPage(StoryPage):
    """What is announced after a day that the user chooses.

    Signals:
        day_changed: a date.
    """

    day_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.label = QLabel()
        self.day = QDateEdit()
        super().__init__("ahead", parent)
        self.day.setCalendarPopup(True)
        self.day.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # before the format
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setBuddy(self.day)
        self.above.insertWidget(0, self.label)
        self.above.insertWidget(1, self.day)
        self.day.dateChanged.connect(lambda day: self.day_changed.emit(day.toPython()))

    def _nothing(self) -> str:
        return self.tr("Nothing is announced for this day or a later one.")

    def set_day(self, day: QDate) -> None:
        """Choose a day without telling of it."""
        self.day.blockSignals(True)
        self.day.setDate(day)
        self.day.blockSignals(False)

    def set_names(self, master: str, detail: str) -> None:
        """Name the parts in the language of the interface."""
        super().set_names(master, detail)
        self.label.setText(self.tr("From"))
        self.day.setAccessibleName(self.tr("The day after which events are ahead"))
