"""Words that may lead elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QLabel,
    QSizePolicy,
)

_LRM, _RLM = "\u200e", "\u200f"


class Words(QLabel):
    """Words that may be a link: it has the focus like a button, and looks like a link.

    They run in the direction of the interface, whatever their first letter is.

    Attributes:
        words: what is written.
        told_as: what a screen reader calls it.

    Signals:
        activated: a click, Enter or Space.
    """

    activated = Signal()

    def __init__(self, text: str, *, link: bool = False) -> None:
        super().__init__()
        self.words = ""
        self._link = link
        self.told_as = QAccessible.Role.Link if link else QAccessible.Role.StaticText
        self.show_words(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if link:
            self.setForegroundRole(QPalette.ColorRole.Link)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            font = QFont(self.font())
            font.setUnderline(True)
            self.setFont(font)

    def show_words(self, words: str) -> None:
        """Write other words."""
        self.words = words
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        # Qt takes the direction of a label from its text, isolates not counted.
        self.setText((_RLM if rtl else _LRM) + words)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Ask for one line; the layout breaks what is longer."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 4, metrics.height() + 2)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link."""
        if self._link and self.rect().contains(event.position().toPoint()):
            self.activated.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the link."""
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if self._link and event.key() in keys:
            self.activated.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show where the focus is."""
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self) as painter:
                painter.setPen(QPen(self.palette().highlight().color(), 1.4))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
