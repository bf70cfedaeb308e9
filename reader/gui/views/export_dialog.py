"""The formats of an export, with the file as it would be written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reader.core.types import Analysis
from reader.export import FORMATS, Format
from reader.gui.models.export_words import preview, title
from reader.gui.models.phrases import ltr
from reader.gui.tasks import Task
from reader.gui.views.first_size import set_first_size
from reader.service import Workspace

_SIZE = QSize(940, 620)


class ExportDialog(QDialog):
    """Lists the formats; the one that is chosen is made beside it.

    Signals:
        save_wanted: the format and the whole file.
        crashed: a traceback, for a fault of ours.
    """

    save_wanted = Signal(object, object)
    crashed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._analysis: Analysis | None = None
        self._task: Task | None = None
        self._data: bytes | None = None
        self.list, self.text, self.told = QListWidget(), QPlainTextEdit(), QLabel()
        self.list.setSpacing(3)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        option = self.text.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.text.document().setDefaultTextOption(option)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Close)
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.close)
        split = QSplitter()
        split.addWidget(self.list)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        for widget in (self.told, split, self.buttons):
            column.addWidget(widget)
        column.setStretch(1, 1)
        set_first_size(self, _SIZE)
        for form in FORMATS:
            item = QListWidgetItem(self.list)
            item.setData(Qt.ItemDataRole.UserRole, form)
        self._retranslate()
        self.list.setCurrentRow(0)
        self.list.currentItemChanged.connect(lambda _item, _before: self._make())
        self.list.itemActivated.connect(lambda _item: self._save())

    def open_with(self, analysis: Analysis) -> None:
        """Show the forms of an analysis."""
        self._analysis = analysis
        self._make()
        self.list.setFocus()
        self.open()

    def form(self) -> Format:
        """Return the format that is chosen."""
        found: Format = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        return found

    def choose(self, name: str) -> None:
        """Choose the format of that name."""
        self.list.setCurrentRow([form.name for form in FORMATS].index(name))

    def done(self, result: int) -> None:
        """Leave off what is being made."""
        self._stop()
        self._analysis = None
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _stop(self) -> None:
        self._data = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _make(self) -> None:
        """Make the file of the chosen format, on another thread."""
        self._stop()
        self.text.setPlainText(self.tr("Being made…"))
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(False)
        form, analysis = self.form(), self._analysis
        if analysis is None:
            return
        task = Task(lambda _report: _made(form, analysis), self)
        task.finished.connect(self._show)
        task.crashed.connect(self.crashed)
        self._task = task
        task.start()

    def _show(self, made: tuple[bytes, str]) -> None:
        self._task = None
        self._data, words = made
        self.text.setPlainText(words)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(True)

    def _save(self) -> None:
        if self._data is not None:
            self.save_wanted.emit(self.form(), self._data)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Export"))
        self.told.setText(self.tr("Choose a form; the file is shown as it will be written."))
        self.list.setAccessibleName(self.tr("Forms"))
        self.text.setAccessibleName(self.tr("Beginning of the file"))
        kinds = QDialogButtonBox.StandardButton
        self.buttons.button(kinds.Save).setText(self.tr("Save…"))
        for row in range(self.list.count()):
            item = self.list.item(row)
            form: Format = item.data(Qt.ItemDataRole.UserRole)
            item.setText(title(form))
            item.setToolTip(ltr(f"*{form.ending}"))
        bar = self.list.verticalScrollBar().sizeHint().width()
        self.list.setMinimumWidth(self.list.sizeHintForColumn(0) + 3 * self.list.spacing() + bar)


def _made(form: Format, analysis: Analysis) -> tuple[bytes, str]:
    data = Workspace().export(analysis, form.name)
    return data, preview(form, data)
