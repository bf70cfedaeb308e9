"""The list of what was corrected, with a way back from each."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from reader.core.corrections.types import Correction, Corrections
from reader.gui.models.correction_words import lost_text
from reader.gui.models.corrections_model import CorrectionsModel, Role
from reader.gui.views.panel_parts import EmptyStack, RowList


class CorrectionsList(QWidget):
    """Shows the corrections, the last first.

    Signals:
        correction_activated: the Correction whose place to go to.
        revert_wanted: the Correction to take back.
    """

    correction_activated = Signal(object)
    revert_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CorrectionsModel()
        self.view = RowList()
        self.view.setModel(self.model)
        self.view.setWordWrap(True)
        self.view.setSpacing(2)
        self.view.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.stack = EmptyStack(self.view)
        self.lost = QLabel()
        self.lost.setTextFormat(Qt.TextFormat.PlainText)
        self.lost.setWordWrap(True)
        self.revert_button, self.go_button = QPushButton(), QPushButton()
        self._lost = 0
        self._lay_out()
        self.view.activated.connect(self._activate)
        self.view.clicked.connect(self._activate)
        self.view.enter_pressed.connect(lambda: self._activate(self.view.currentIndex()))
        self.go_button.clicked.connect(lambda: self._activate(self.view.currentIndex()))
        self.revert_button.clicked.connect(self._revert)
        self.view.selectionModel().currentChanged.connect(self._enable)
        self.show_corrections((), ())
        self._retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.lost, 1)
        row.addWidget(self.go_button)
        row.addWidget(self.revert_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addWidget(self.stack, 1)
        column.addLayout(row)

    def show_corrections(self, corrections: Corrections, lost: Collection[Correction]) -> None:
        """Show the corrections of an article; `lost` are those whose place is gone."""
        self._lost = len(lost)
        self.model.show(corrections, lost)
        self._show_words()
        self._enable()

    def _activate(self, index: QModelIndex) -> None:
        if index.isValid():
            self.correction_activated.emit(index.data(Role.CORRECTION))

    def _revert(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self.revert_wanted.emit(index.data(Role.CORRECTION))

    def _enable(self) -> None:
        chosen = self.view.currentIndex().isValid()
        self.revert_button.setEnabled(chosen)
        self.go_button.setEnabled(chosen)

    def _show_words(self) -> None:
        words = self.tr("Nothing was corrected yet. Right-click a name, a date or an event word.")
        self.stack.show_words("" if self.model.rowCount() else words)
        self.lost.setText(lost_text(self._lost))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Corrections"))
        self.revert_button.setText(self.tr("Revert"))
        self.revert_button.setToolTip(self.tr("Take this correction back"))
        self.go_button.setText(self.tr("Go to"))
        self.model.retranslate()
        self._show_words()
