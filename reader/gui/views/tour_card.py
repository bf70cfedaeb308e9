"""The first steps: a card that points at a part of the window, and leaves it usable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_WIDTH, _GAP = 340, 12  # pixels


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it points at, and its words in the language of the interface."""

    target: QWidget
    title: Callable[[], str]
    body: Callable[[], str]


class _Ring(QWidget):
    """A line around what a card points at; clicks go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the line."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().highlight().color(), 3))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 6, 6)


class TourCard(QFrame):
    """Shows the steps one by one, beside what each is about.

    Signals:
        ended: the reader has seen them all, or wants no more.
    """

    ended = Signal()

    def __init__(self, window: QWidget, steps: Sequence[Step]) -> None:
        super().__init__(window)
        self._window, self.steps, self.at = window, tuple(steps), 0
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.ring = _Ring(window)
        self.title, self.body, self.count = QLabel(), QLabel(), QLabel()
        for label in (self.title, self.body, self.count):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.skip_button, self.back_button = QPushButton(), QPushButton()
        self.next_button = QPushButton()
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        for button in (self.skip_button, self.back_button, self.next_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        for label in (self.title, self.body):
            column.addWidget(label)
        column.addLayout(row)
        self.skip_button.clicked.connect(self.end)
        self.back_button.clicked.connect(lambda: self.show_step(self.at - 1))
        self.next_button.clicked.connect(self._on_next)
        window.installEventFilter(self)
        self.show_step(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card with an edge that can be seen over anything."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def show_step(self, at: int) -> None:
        """Show a step by its number, from 0."""
        self.at = max(0, min(at, len(self.steps) - 1))
        self.retranslate()
        self.show()
        self.ring.show()
        self._place()
        self.ring.raise_()
        self.raise_()

    def retranslate(self) -> None:
        """Put the words of the interface's language."""
        step, last = self.steps[self.at], self.at == len(self.steps) - 1
        self.title.setText(step.title())
        self.body.setText(step.body())
        self.count.setText(f"\u2066{self.at + 1} / {len(self.steps)}\u2069")
        self.skip_button.setText(self.tr("Skip"))
        self.back_button.setText(self.tr("Back"))
        self.next_button.setText(self.tr("Done") if last else self.tr("Next"))
        self.back_button.setEnabled(self.at > 0)
        self.skip_button.setVisible(not last)
        self.setAccessibleName(f"{step.title()}. {step.body()}")

    def end(self) -> None:
        """Go away."""
        self.hide()
        self.ring.hide()
        self.ended.emit()

    def _on_next(self) -> None:
        if self.at == len(self.steps) - 1:
            self.end()
        else:
            self.show_step(self.at + 1)

    def _place(self) -> None:
        target = self.steps[self.at].target
        rect = QRect(target.mapTo(self._window, QPoint()), target.size())
        self.ring.setGeometry(rect)
        width = min(max(_WIDTH, self.fontMetrics().height() * 18), self._window.width() - 2 * _GAP)
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        self.setGeometry(self._beside(rect, width, height))

    def _beside(self, rect: QRect, width: int, height: int) -> QRect:
        """Return a place beside what the step is about, below it, or in its middle."""
        room = self._window.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        card = QRect(0, 0, width, height)
        top = max(room.top(), min(rect.center().y() - height // 2, room.bottom() - height))
        for place in (
            QPoint(rect.right() + _GAP, top),
            QPoint(rect.left() - _GAP - width, top),
            QPoint(max(room.left(), rect.center().x() - width // 2), rect.bottom() + _GAP),
        ):
            card.moveTopLeft(place)
            if room.contains(card):
                return card
        card.moveCenter(rect.center())
        return card

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside what the step is about while the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape skips the rest."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "next_button"):
            self.retranslate()
        super().changeEvent(event)
