"""The brief on the desk: one page that can be pasted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.brief import Brief, line_text, markdown, plain
from reader.core.types import Span
from reader.gui.models.brief_model import BriefModel, Role
from reader.gui.theme import Theme
from reader.gui.views.brief_delegate import BriefDelegate
from reader.gui.views.copy_keys import CopyKeys
from reader.gui.views.panel_parts import EmptyStack, RowList, apply_theme


class BriefView(QWidget):
    """Shows the brief; a click or Enter on a line goes to where the article tells it.

    Signals:
        place_wanted: the Span to go to.
        copied: text for the clipboard.
    """

    place_wanted = Signal(Span)
    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brief: Brief | None = None
        self.model = BriefModel(self)
        self.list = RowList()
        self.list.setModel(self.model)
        self.delegate = BriefDelegate(self)
        self.list.setItemDelegate(self.delegate)
        self.stack = EmptyStack(self.list)
        self.copy_button, self.markdown_button = QPushButton(), QPushButton()
        self.keys = CopyKeys(self.list)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.copy_button)
        foot.addWidget(self.markdown_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(4)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        self.list.clicked.connect(self._go)
        self.list.enter_pressed.connect(lambda: self._go(self.list.currentIndex()))
        self.keys.pressed.connect(self._copy_line)
        self.copy_button.clicked.connect(lambda: self._copy(plain))
        self.markdown_button.clicked.connect(lambda: self._copy(markdown))
        self.retranslate()
        self.show_brief(None)

    def show_brief(self, brief: Brief | None) -> None:
        """Show a brief, or that there is none yet."""
        self._brief = brief
        self.delegate.forget()
        self.model.show_brief(brief)
        self.stack.show_words("" if brief else self.tr("Open an article to see a page on it."))
        for button in (self.copy_button, self.markdown_button):
            button.setEnabled(brief is not None)

    def set_theme(self, theme: Theme) -> None:
        """Show the brief in other colors."""
        apply_theme(self, theme)
        self.delegate.forget()
        self.list.scheduleDelayedItemsLayout()

    def retranslate(self) -> None:
        """Name the actions in the language of the interface."""
        self.list.setAccessibleName(self.tr("Brief"))
        self.copy_button.setText(self.tr("Copy"))
        self.copy_button.setToolTip(self.tr("Copy the brief as plain text"))
        self.markdown_button.setText(self.tr("Copy as Markdown"))
        self.markdown_button.setToolTip(self.tr("Copy the brief with its headings as Markdown"))

    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows anew when the font or the direction changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self.delegate.forget()
            self.list.scheduleDelayedItemsLayout()

    def _go(self, index: QModelIndex) -> None:
        row = index.data(Role.ROW) if index.isValid() else None
        if row is not None and row.line.span is not None:
            self.place_wanted.emit(row.line.span)

    def _copy(self, write: Callable[[Brief], str]) -> None:
        if self._brief is not None:
            self.copied.emit(write(self._brief))

    def _copy_line(self) -> None:
        row = self.list.currentIndex().data(Role.ROW)
        if row is not None:
            self.copied.emit(line_text(row.line))
