"""Find in the text: a field, next and previous, and how many there are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget


class FindBar(QWidget):
    """The bar over the article that Ctrl+F opens.

    Signals:
        query_changed: the words to find.
        moved: 1 for the next hit, -1 for the one before.
        closed: the bar was closed.
    """

    query_changed = Signal(str)
    moved = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.next_button = QToolButton(self)
        self.previous_button = QToolButton(self)
        self.close_button = QToolButton(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        widgets = (self.field, self.count, self.previous_button, self.next_button)
        for widget in (*widgets, self.close_button):
            layout.addWidget(widget)
        self.field.textChanged.connect(self.query_changed)
        self.next_button.clicked.connect(lambda: self.moved.emit(1))
        self.previous_button.clicked.connect(lambda: self.moved.emit(-1))
        self.close_button.clicked.connect(self.close_bar)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Put the words of the interface's language."""
        self.field.setPlaceholderText(self.tr("Find in the article"))
        self.field.setAccessibleName(self.tr("Find in the article"))
        texts = (
            (self.next_button, "↓", self.tr("Next hit")),
            (self.previous_button, "↑", self.tr("Previous hit")),
            (self.close_button, "✕", self.tr("Close the search")),
        )
        for button, sign, words in texts:
            button.setText(sign)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setAutoRaise(True)

    def open_bar(self, words: str = "") -> None:
        """Show the bar and take the keyboard; `words` replace the query where given."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus()

    def close_bar(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()

    def show_count(
        self, current: int, total: int, *, is_all: bool = True, runs: bool = False
    ) -> None:
        """Show "2 / 7", "2 / 7+" where there are more; nothing found is said in words."""
        if total:
            self.count.setText(f"\u2066{current + 1} / {total}{'' if is_all else '+'}\u2069")
        elif runs:
            self.count.setText(self.tr("searching…"))
        else:
            self.count.setText(self.tr("not found") if self.field.text().strip() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Escape closes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.moved.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
