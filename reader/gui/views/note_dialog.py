"""A small dialog for a note and the color of its words."""

from __future__ import annotations

from unicodedata import bidirectional

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.notebook import COLORS, Color
from reader.gui.models import wording
from reader.gui.models.note_words import color_name
from reader.gui.theme import Theme


class NoteDialog(QDialog):
    """Asks for a note and a color; a note without words is a highlight alone.

    Signals:
        chosen: the note and the color.
    """

    chosen = Signal(str, str)

    def __init__(
        self, words: str, note: str, color: Color, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Note"))
        shown = QLabel(wording.quoted(words))
        shown.setTextFormat(Qt.TextFormat.PlainText)
        shown.setWordWrap(True)
        self.field = QPlainTextEdit(note)
        self.field.setAccessibleName(self.tr("Note"))
        self.field.setPlaceholderText(self.tr("Write what you want to keep of these words"))
        self.field.setTabChangesFocus(True)
        self.field.setMinimumSize(420, 140)
        self._colors = QButtonGroup(self)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(self.tr("Keep"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(shown)
        column.addWidget(self.field)
        column.addLayout(self._color_row(color, theme))
        column.addWidget(self.buttons)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        self.accepted.connect(lambda: self.chosen.emit(self.note(), self.color()))
        self.field.textChanged.connect(self._turn)
        self._turn()
        self.field.setFocus()

    def _color_row(self, color: Color, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        for number, name in enumerate(COLORS):
            button = QRadioButton(color_name(name))
            button.setIcon(swatch(theme.color(f"user_{name}"), theme.color("text")))
            button.setChecked(name == color)
            self._colors.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _turn(self) -> None:
        """Set the note from the side that its words begin on."""
        option = self.field.document().defaultTextOption()
        side = _direction(self.field.toPlainText()) or self.layoutDirection()
        if option.textDirection() != side:
            option.setTextDirection(side)
            self.field.document().setDefaultTextOption(option)

    def note(self) -> str:
        """Return what is written."""
        return self.field.toPlainText().strip()

    def color(self) -> Color:
        """Return the chosen color."""
        return COLORS[max(0, self._colors.checkedId())]

    def choose(self, color: Color) -> None:
        """Choose a color."""
        self._colors.button(COLORS.index(color)).setChecked(True)


def _direction(words: str) -> Qt.LayoutDirection | None:
    """Return the direction of the first letter that has one; None where none has."""
    kinds = (bidirectional(char) for char in words)
    strong = next((kind for kind in kinds if kind in {"L", "R", "AL"}), None)
    if strong is None:
        return None
    left = strong == "L"
    return Qt.LayoutDirection.LeftToRight if left else Qt.LayoutDirection.RightToLeft


def swatch(color: QColor, edge: QColor) -> QIcon:
    """Return a square of a color, with an edge that is seen on any ground."""
    pixmap = QPixmap(16, 16)
    pixmap.fill(edge)
    inner = QPixmap(14, 14)
    inner.fill(color)
    with QPainter(pixmap) as painter:
        painter.drawPixmap(1, 1, inner)
    return QIcon(pixmap)
