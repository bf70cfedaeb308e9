"""A text before and after its repair, for the reader to decide."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reader.core.types import Document
from reader.gui.fonts import reading_font
from reader.gui.tasks import Task
from reader.gui.views.first_size import set_first_size

_SIZE = QSize(860, 520)
_POINTS = 14
_LINES, _LETTERS = 60, 400  # that are shown, and of each


class RepairDialog(QDialog):
    """Shows the lines that a repair changes; accepting it takes the repaired text.

    Signals:
        crashed: a traceback, for a fault of ours.
    """

    crashed = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Repair the display"))
        self._repaired = document
        told = QLabel(
            self.tr(
                "The file stays as it is. The repaired text is what you then read, copy and"
                " correct; the original is a click away."
            )
        )
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        self.before, self.after = _pane(), _pane()
        split = QSplitter()
        for pane, name in ((self.before, self.tr("As it is")), (self.after, self.tr("Repaired"))):
            half = QWidget()
            column = QVBoxLayout(half)
            column.setContentsMargins(0, 0, 0, 0)
            label = QLabel(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(pane)
            pane.setAccessibleName(name)
            column.addWidget(label)
            column.addWidget(pane)
            split.addWidget(half)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(self.tr("Show it repaired"))
        self.buttons.button(kinds.Ok).setEnabled(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(split, 1)
        column.addWidget(self.buttons)
        set_first_size(self, _SIZE)
        self._work(document)

    def repaired(self) -> Document:
        """Return the repaired document."""
        return self._repaired

    def done(self, result: int) -> None:
        """Leave off what is being made."""
        self._task.cancel()
        super().done(result)

    def _work(self, document: Document) -> None:
        self._task = Task(lambda _report: _repaired(document), self)
        self._task.finished.connect(self._show)
        self._task.crashed.connect(self.crashed)
        self._task.start()

    def _show(self, made: tuple[Document, str, str]) -> None:
        self._repaired, before, after = made
        self.before.setPlainText(before)
        self.after.setPlainText(after)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(True)


def _pane() -> QPlainTextEdit:
    """Return a field of words that go right to left and are only read."""
    pane = QPlainTextEdit()
    pane.setReadOnly(True)
    pane.setTabChangesFocus(True)
    pane.setFont(reading_font(_POINTS))
    option = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    pane.document().setDefaultTextOption(option)
    return pane


def _repaired(document: Document) -> tuple[Document, str, str]:
    """Return the repaired document, and the lines that differ before and after."""
    from reader.service import Workspace  # noqa: PLC0415 - the window is up before

    made = Workspace().redisplay(document)
    both = zip(document.text.split("\n"), made.text.split("\n"), strict=False)
    changed = [(old, new) for old, new in both if old != new][:_LINES]
    before = "\n".join(old[:_LETTERS] for old, _new in changed)
    after = "\n".join(new[:_LETTERS] for _old, new in changed)
    return made, before, after
