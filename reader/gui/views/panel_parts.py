"""What the panels share: a list that wraps its rows, a word for when it is empty, a counter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.models.wording import isolate

if TYPE_CHECKING:
    from reader.gui.theme import Theme


def is_enter(event: QEvent) -> bool:
    """Tell whether the event is Enter or Return going down."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.KeyPress
        and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    )


_BATCH = 60  # rows measured at once; thousands would stop the window
_AT_ONCE = 500  # rows measured to stay where one is


class RowList(QListView):
    """A list whose rows are as tall as their words need in its width.

    Attributes:
        pressed_at: where the pointer last went down, in the viewport.

    Signals:
        enter_pressed: Enter or Return on the current row.
    """

    enter_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pressed_at = QPoint()
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.verticalScrollBar().setSingleStep(24)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into sight, though it may not have been measured yet."""
        if self.visualRect(index).isEmpty():
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.doItemsLayout()
            self.setLayoutMode(QListView.LayoutMode.Batched)
        super().scrollTo(index, hint)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep where the pointer went down, for rows that have several targets."""
        self.pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows again for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Report Enter; leave the rest to Qt."""
        if is_enter(event):
            self.enter_pressed.emit()
            return
        super().keyPressEvent(event)


def row_width(option: QStyleOptionViewItem) -> int:
    """Return the width that a row has in its view, which its height depends on."""
    view = option.widget
    return view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()


def title_label() -> QLabel:
    """Return the label of a panel's title, which is bold and plain text."""
    label, font = QLabel(), QFont()
    font.setBold(True)  # alone, so that the size is still that of the interface
    label.setFont(font)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class EmptyStack(QStackedWidget):
    """Shows a view, or words that tell what to do while the view has nothing.

    Attributes:
        button: does what the words tell; hidden where `show_words` names nothing.
    """

    def __init__(self, view: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton()
        self.button.hide()
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._words.setContentsMargins(16, 28, 16, 16)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(self._words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.addWidget(view)
        self.addWidget(page)

    def show_words(self, words: str, action: str = "") -> None:
        """Show `words`, and `action` on the button, in place of the view; the view where empty."""
        self._words.setText(words)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setCurrentIndex(1 if words else 0)

    def words(self) -> str:
        """Return the words shown in place of the view, empty while the view is shown."""
        return self._words.text() if self.currentIndex() == 1 else ""


class Stepper(QWidget):
    """Previous and next buttons with "2 / 7" between them.

    Signals:
        stepped: 1 for next, -1 for previous.
    """

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.previous_button, self.next_button = QToolButton(), QToolButton()
        self.previous_button.setArrowType(Qt.ArrowType.UpArrow)
        self.next_button.setArrowType(Qt.ArrowType.DownArrow)
        self.counter = QLabel()
        self.counter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in (self.previous_button, self.next_button):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self.previous_button)
        row.addWidget(self.counter)
        row.addWidget(self.next_button)
        self.previous_button.clicked.connect(lambda: self.stepped.emit(-1))
        self.next_button.clicked.connect(lambda: self.stepped.emit(1))
        self._keep_room()
        self.show_position(None, 0)

    def changeEvent(self, event: QEvent) -> None:
        """Keep as much room as the font of now needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()

    def _keep_room(self) -> None:
        self.counter.setMinimumWidth(self.fontMetrics().horizontalAdvance("88 / 88"))

    def set_names(self, previous: str, following: str) -> None:
        """Name the buttons for tooltips and screen readers."""
        for button, name in ((self.previous_button, previous), (self.next_button, following)):
            button.setToolTip(name)
            button.setAccessibleName(name)

    def show_position(self, position: int | None, count: int) -> None:
        """Show which of `count` is current, from 0; nothing where none is."""
        known = position is not None and count > 0
        self.counter.setText(isolate(f"{(position or 0) + 1} / {count}") if known else "")
        self.previous_button.setEnabled(count > 0)
        self.next_button.setEnabled(count > 0)


def offer(box: QComboBox, choices: Iterable[tuple[str, object]]) -> None:
    """Name what a box offers anew, each with its value; the one that is chosen stays so."""
    kept = max(0, box.currentIndex())
    box.blockSignals(True)
    box.clear()
    for words, value in choices:
        box.addItem(words, value)
    box.setCurrentIndex(kept)
    box.blockSignals(False)


def apply_theme(widget: QWidget, theme: Theme) -> None:
    """Give `widget` the theme's palette."""
    widget.setPalette(theme.palette())


@contextmanager
def staying(*views: QAbstractItemView) -> Iterator[None]:
    """Keep lists scrolled to where they are, while their rows are made anew."""
    places = [view.verticalScrollBar().value() for view in views]
    yield
    for view, place in zip(views, places, strict=True):
        if place:
            _measure(view)
            view.verticalScrollBar().setValue(place)


def _measure(view: QAbstractItemView) -> None:
    """Lay the rows out now: all of a short list, the first of a long one."""
    if isinstance(view, RowList) and view.model().rowCount() <= _AT_ONCE:
        view.setLayoutMode(QListView.LayoutMode.SinglePass)
        view.doItemsLayout()
        view.setLayoutMode(QListView.LayoutMode.Batched)
    else:
        view.doItemsLayout()
