"""Versions of one story, and two of them side by side."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.types import Span
from reader.gui.models.across import Across
from reader.gui.models.across_difference import Sides
from reader.gui.models.across_lines import Line
from reader.gui.models.differences_model import DifferencesModel, Role
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say_count
from reader.gui.theme import Theme
from reader.gui.views.across.pages import LineList
from reader.gui.views.copy_keys import CopyKeys
from reader.gui.views.panel_parts import EmptyStack, RowList, apply_theme
from reader.gui.views.passage_pane import PassagePane
from reader.stories.values import Citation, Story

_MOST = 60_000  # letters of a text that are shown; each mark is looked for in all of its lines


class VersionsPage(QWidget):
    """Stories, their versions, what differs between two, and both texts, scrolled together.

    Signals:
        place_wanted: the Citation to go to.
        pair_wanted: ids of the two articles to compare; `show_sides` takes the answer.
    """

    place_wanted = Signal(object)
    pair_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._across: Across | None = None
        self._story: Story | None = None
        self._sides: Sides | None = None
        self._is_scrolling = self._is_cut = False
        self._make()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.stories)

    def _make(self) -> None:
        self.stories, self.versions = LineList(), LineList()
        self.first = PassagePane(is_first=True, tells_changed=True)
        self.second = PassagePane(is_first=False, tells_changed=True)
        self.first_choice, self.second_choice = _choice(), _choice()
        self.first_button, self.second_button = QToolButton(), QToolButton()
        self.told = QLabel()
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.model = DifferencesModel(self)
        self.changes = RowList()
        self.changes.setModel(self.model)
        self.changes.setWordWrap(True)
        self.changes.setSpacing(3)
        self.changes.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.changes_stack = EmptyStack(self.changes)

    def _lay_out(self) -> None:
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)
        column.addWidget(self.changes_stack, 1)
        lists = QSplitter(Qt.Orientation.Vertical)
        lists.setChildrenCollapsible(False)
        for part in (self.stories, self.versions, beside):
            lists.addWidget(part)
        lists.setSizes([160, 160, 300])
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setChildrenCollapsible(False)
        self.sides.addWidget(lists)
        for pane, choice, button in (
            (self.first, self.first_choice, self.first_button),
            (self.second, self.second_choice, self.second_button),
        ):
            self.sides.addWidget(_side(pane, choice, button))
        for number in (1, 2):
            self.sides.setStretchFactor(number, 1)
        self.sides.setSizes([270, 420, 420])
        self.stack = EmptyStack(self.sides)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6, 6, 6, 0)
        whole.addWidget(self.stack)

    def _connect(self) -> None:
        self.stories.line_chosen.connect(self._show_story)
        self.stories.enter_pressed.connect(self.versions.setFocus)
        self.versions.line_chosen.connect(self._compare_version)
        self.first_choice.activated.connect(lambda _at: self._compare_chosen())
        self.second_choice.activated.connect(lambda _at: self._compare_chosen())
        self.first_button.clicked.connect(lambda: self._go(self.first_choice))
        self.second_button.clicked.connect(lambda: self._go(self.second_choice))
        self.changes.clicked.connect(self._reveal)
        self.changes.enter_pressed.connect(lambda: self._reveal(self.changes.currentIndex()))
        self.changes.selectionModel().currentChanged.connect(lambda now, _old: self._reveal(now))
        CopyKeys(self.changes).pressed.connect(self.copy_changes)
        bars = self.first.verticalScrollBar(), self.second.verticalScrollBar()
        bars[0].valueChanged.connect(lambda _value: self._follow(first=True))
        bars[1].valueChanged.connect(lambda _value: self._follow(first=False))

    # -- what it shows -----------------------------------------------------------------------

    def show_across(self, across: Across) -> None:
        """Show the stories of other articles."""
        self._across, self._story = across, None
        lines = across.story_lines()
        self.stories.show_lines(lines, lines[0].id if lines else "")
        self._show_words()

    def show_sides(self, before: str, after: str, sides: Sides) -> None:
        """Show two versions, if they are still those that are chosen."""
        if self._across is None or (before, after) != self.pair():
            return
        texts = self._across.text(before), self._across.text(after)
        self._sides = sides
        self.model.show_differences(*texts, sides.marks)
        for pane, text in zip((self.first, self.second), texts, strict=True):
            pane.show_passage(text, Span(0, min(len(text), _MOST)), sides.marks)
        self._is_cut = max(map(len, texts)) > _MOST
        self._show_words()

    def pair(self) -> tuple[str, str]:
        """Return the ids of the two articles that are chosen."""
        return self.first_choice.currentData() or "", self.second_choice.currentData() or ""

    def _show_story(self, line: Line) -> None:
        across = self._across
        found = [s for s in across.stories.stories if s.id == line.id] if across else []
        if across is None or not found:
            return
        self._story = found[0]
        lines = across.version_lines(found[0])
        for choice in (self.first_choice, self.second_choice):
            choice.clear()
            for version in lines:
                choice.addItem(across.dated(version.id), version.id)
        self.versions.show_lines(lines, lines[1].id)

    def _compare_version(self, line: Line) -> None:
        """Compare a version with the one that it follows, the first with the one after it."""
        versions = self._story.versions if self._story else ()
        version = next((v for v in versions if v.article == line.id), None)
        if version is None:
            return
        before, after = versions[0].article, version.article
        if version.origin is not None:
            before = version.origin.earlier
        elif after == before:
            after = versions[1].article
        self.first_choice.setCurrentIndex(self.first_choice.findData(before))
        self.second_choice.setCurrentIndex(self.second_choice.findData(after))
        self._compare_chosen()

    def _compare_chosen(self) -> None:
        before, after = self.pair()
        if before and after:
            self.pair_wanted.emit(before, after)

    def _show_words(self) -> None:
        stories = bool(self.stories.lines.rows)
        none = self.tr("No article is a version of another one.")
        self.stack.show_words("" if stories else none)
        count = len(self.model.differences)
        words = say_count(QT_TRANSLATE_NOOP("Wording", "%n difference(s)"), count)
        cut = self.tr("The texts are long; their beginnings are shown.") if self._is_cut else ""
        self.told.setText(f"{words}\n{cut}".strip())
        self.changes_stack.show_words("" if count else self.tr("No word differs."))

    # -- events ------------------------------------------------------------------------------

    def _reveal(self, index: QModelIndex) -> None:
        mark = index.data(Role.DIFFERENCE) if index.isValid() else None
        if mark is None:
            return
        self._is_scrolling = True
        self.first.reveal(mark)
        self.second.reveal(mark)
        self._is_scrolling = False

    def copy_changes(self) -> None:
        """Copy what differs as text."""
        rows = range(self.model.rowCount())
        words = (str(self.model.index(row).data()) for row in rows)
        QGuiApplication.clipboard().setText("\n".join(words))

    def _follow(self, *, first: bool) -> None:
        """Scroll the other side to what is level with what is in sight."""
        if self._is_scrolling or self._sides is None:
            return
        pairs = [(self.first.top_of(a), self.second.top_of(b)) for a, b in self._sides.pairs]
        one, other = (self.first, self.second) if first else (self.second, self.first)
        ends = float(self.first.height_of_all), float(self.second.height_of_all)
        levels = [(0.0, 0.0), *pairs, ends]
        if not first:
            levels = [(b, a) for a, b in levels]
        self._is_scrolling = True
        other.verticalScrollBar().setValue(round(_level(levels, one.verticalScrollBar().value())))
        self._is_scrolling = False

    def _go(self, choice: QComboBox) -> None:
        article = choice.currentData()
        if article:
            self.place_wanted.emit(Citation(article, Span(0, 1), Span(0, 1)))

    # -- words and colors --------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colors."""
        apply_theme(self, theme)
        for pane in (self.first, self.second):
            pane.set_theme(theme)

    def retranslate(self) -> None:
        """Write everything in the language of the interface."""
        names = {
            self.stories: self.tr("Stories"),
            self.versions: self.tr("Versions of the story"),
            self.changes: self.tr("Differences"),
            self.first: self.tr("Earlier version"),
            self.second: self.tr("Later version"),
            self.first_choice: self.tr("Earlier version"),
            self.second_choice: self.tr("Later version"),
        }
        for widget, name in names.items():
            widget.setAccessibleName(name)
        for button in (self.first_button, self.second_button):
            button.setText(self.tr("Open"))
            button.setToolTip(self.tr("Open this article above"))
        self.model.retranslate()
        self._show_words()


def _level(levels: list[tuple[float, float]], at: float) -> float:
    """Return what is level with a height, between the two known heights around it."""
    low, high = levels[0], levels[-1]
    for pair in levels:
        if pair[0] <= at and pair[0] >= low[0]:
            low = pair
        elif at < pair[0] < high[0]:
            high = pair
    part = (at - low[0]) / (high[0] - low[0]) if high[0] > low[0] else 0.0
    return low[1] + part * (high[1] - low[1])


def _choice() -> QComboBox:
    choice = QComboBox()
    choice.setMinimumContentsLength(8)
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return choice


def _side(pane: PassagePane, choice: QComboBox, button: QToolButton) -> QWidget:
    button.setAutoRaise(True)
    side = QWidget()
    head = QHBoxLayout()
    head.addWidget(choice, 1)
    head.addWidget(button)
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addLayout(head)
    column.addWidget(pane, 1)
    return side
