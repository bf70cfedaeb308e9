"""The sentences of the chosen name or event, one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Signal
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget

from reader.core.types import Analysis
from reader.gui.models import wording
from reader.gui.models.sentences_model import Role, SentenceRow, SentencesModel
from reader.gui.views.panel_parts import EmptyStack, RowList, apply_theme, title_label
from reader.gui.views.sentence_delegate import SentenceDelegate

if TYPE_CHECKING:
    from reader.gui.theme import Theme


class SentencesList(QWidget):
    """Shows each sentence in which some mentions or events stand.

    Signals:
        sentence_activated: id of the Sentence to go to.
        mention_activated: id of the Mention or Event whose words were clicked, or
            the first one of the sentence; sent after `sentence_activated`.
    """

    sentence_activated = Signal(str)
    mention_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SentencesModel(self)
        self.view = RowList()
        self.view.setModel(self.model)
        self.delegate = SentenceDelegate(self)
        self.view.setItemDelegate(self.delegate)
        self.stack, self.title = EmptyStack(self.view), title_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.stack, 1)
        self.view.clicked.connect(self._on_clicked)
        self.view.enter_pressed.connect(self._on_enter)
        self._retranslate()

    def show_mentions(self, analysis: Analysis | None, ids: Sequence[str]) -> None:
        """Show the sentences of mention ids or event ids; unknown ids are passed over."""
        self.model.show_ids(analysis, ids)
        self.view.scrollToTop()
        self._show_count()

    def set_theme(self, theme: Theme) -> None:
        """Show the list in the colors of `theme`."""
        apply_theme(self, theme)
        self.view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language or the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self.view.scheduleDelayedItemsLayout()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._activate(index, self.view.pressed_at)

    def _on_enter(self) -> None:
        self._activate(self.view.currentIndex(), None)

    def _activate(self, index: QModelIndex, at: QPoint | None) -> None:
        if not index.isValid():
            return
        row: SentenceRow = index.data(Role.ROW)
        self.sentence_activated.emit(row.id)
        found = self._found_at(index, row, at) if at else None
        self.mention_activated.emit(found or row.found[0][0])

    def _found_at(self, index: QModelIndex, row: SentenceRow, at: QPoint) -> str | None:
        option = QStyleOptionViewItem()
        self.view.initViewItemOption(option)
        option.rect = self.view.visualRect(index)
        layout = self.delegate.layout(row, option)
        return layout.found_at(QPointF(at - option.rect.topLeft()))

    def _show_count(self) -> None:
        count = self.model.rowCount()
        title = self.tr("Sentences")
        self.title.setText(f"{title} {wording.isolate(str(count))}" if count else title)
        words = self.tr("Choose a name or an event to see its sentences here.")
        self.stack.show_words("" if count else words)

    def _retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Sentences of the chosen name or event"))
        self._show_count()
        self.model.retranslate()
        self.view.scheduleDelayedItemsLayout()
