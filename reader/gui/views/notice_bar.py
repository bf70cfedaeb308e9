"""A bar over the article that tells what could not be read, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.types import Notice
from reader.gui.icons import icon
from reader.gui.models.notice_words import notice_text
from reader.gui.theme import Theme, load_theme

_ROWS = 6


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that a bar offers to do.

    Attributes:
        words: what is wrong, "" where the notices say it.
        action: the words of the button.
        act: what it does.
    """

    words: str
    action: str
    act: Callable[[], None]


class NoticeBar(QWidget):
    """Shows a line, a button for each offer, and the whole list on request.

    Signals:
        dismissed: the user has read it.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices: tuple[Notice, ...] = ()
        self._offers: tuple[Offer, ...] = ()
        self._theme = load_theme("light")
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons: list[QPushButton] = []
        self.details_button, self.close_button = QToolButton(), QToolButton()
        self.details_button.setCheckable(True)
        self.close_button.setAutoRaise(True)
        self.close_button.setIconSize(QSize(14, 14))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.hide()
        self._row = QHBoxLayout()
        self._row.addWidget(self.label, 1)
        self._row.addWidget(self.details_button)
        self._row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 10, 6)
        column.addLayout(self._row)
        column.addWidget(self.list)
        self.details_button.toggled.connect(self._show_list)
        self.close_button.clicked.connect(self._dismiss)
        self.hide()
        self.retranslate()

    def show_notices(self, notices: Sequence[Notice], offers: Sequence[Offer] = ()) -> None:
        """Tell of these; nothing is shown where there is nothing to tell or to offer."""
        self._notices, self._offers = tuple(notices), tuple(offers)
        for button in self.buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(offer) for offer in self._offers]
        self.details_button.setChecked(False)
        self.retranslate()
        self.setVisible(bool(self._notices or self._offers))

    def set_theme(self, theme: Theme) -> None:
        """Show itself in other colors."""
        self._theme = theme
        palette = theme.palette()
        palette.setColor(palette.ColorRole.WindowText, theme.color("marker_text"))
        self.label.setPalette(palette)
        self.close_button.setIcon(icon("cancel", theme, self.layoutDirection()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("marker"))
            painter.setPen(self._theme.color("border"))
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Write everything in the language of the interface."""
        told = [offer.words for offer in self._offers if offer.words]
        if len(self._notices) == 1:
            told.append(notice_text(self._notices[0]))
        elif self._notices:
            told.append(self.tr("%n thing(s) to know of this article", "", len(self._notices)))
        self.label.setText(" ".join(told))
        self.details_button.setText(self.tr("Details"))
        self.details_button.setVisible(len(self._notices) > 1)
        for button, name in (
            (self.close_button, self.tr("Close the notice")),
            (self.details_button, self.tr("List all that is to know")),
        ):
            button.setToolTip(name)
            button.setAccessibleName(name)
        self.list.setAccessibleName(self.tr("What is to know of this article"))
        self.list.clear()
        self.list.addItems([notice_text(notice) for notice in self._notices])

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton(offer.action)
        button.clicked.connect(lambda: offer.act())  # noqa: PLW0108 - drops the checked flag
        self._row.insertWidget(self._row.count() - 2, button)
        return button

    def _show_list(self, is_shown: bool) -> None:  # noqa: FBT001 - a slot
        rows = min(_ROWS, max(1, self.list.count()))
        self.list.setFixedHeight(rows * max(22, self.list.sizeHintForRow(0)) + 6)
        self.list.setVisible(is_shown)

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
