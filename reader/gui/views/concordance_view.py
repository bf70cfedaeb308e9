"""The concordance on the desk: what to look for, and every place of it on a line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.fonts import reading_font
from reader.gui.models import wording
from reader.gui.models.concordance import Concordance, Line, Scope, table
from reader.gui.models.concordance_model import Column, ConcordanceModel, Role, head
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say_count
from reader.gui.theme import Theme
from reader.gui.views.concordance_delegate import ConcordanceDelegate
from reader.gui.views.copy_keys import CopyKeys
from reader.gui.views.panel_parts import EmptyStack, apply_theme, is_enter

_POINTS = 13
_TYPING = 200  # milliseconds without a key before words are looked for


class LinesTable(QTableView):
    """Lines in the direction of the article, whatever that of the interface.

    Signals:
        enter_pressed: Enter or Return on the current line.
    """

    enter_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self.setFont(reading_font(_POINTS))
        self.horizontalHeader().setFont(QApplication.font())
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 4)

    def fit_columns(self) -> None:
        """Share the width out; the contexts take what is left."""
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setHighlightSections(False)
        words = self.model()
        shown = [
            str(words.index(row, Column.WORD).data()) for row in range(min(200, words.rowCount()))
        ]
        widest = max((self.fontMetrics().horizontalAdvance(word) for word in shown), default=80)
        fixed, stretch = QHeaderView.ResizeMode.Interactive, QHeaderView.ResizeMode.Stretch
        captions = header.fontMetrics()
        for column in (Column.NUMBER, Column.REPEATS):
            name = str(words.headerData(column, Qt.Orientation.Horizontal))
            header.setSectionResizeMode(column, fixed)
            header.resizeSection(column, captions.horizontalAdvance(name) + 22)
        for column in (Column.BEFORE, Column.AFTER):
            header.setSectionResizeMode(column, stretch)
        header.setSectionResizeMode(Column.WORD, fixed)
        header.resizeSection(Column.WORD, max(80, min(widest + 24, self.width() // 3)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Report Enter; leave the rest to Qt."""
        if is_enter(event):
            self.enter_pressed.emit()
        else:
            super().keyPressEvent(event)


class ConcordanceView(QWidget):
    """Looks for words, a name or a kind of event, and shows every place in its context.

    Signals:
        line_activated: the Line to go to.
        copied, save_wanted: tab-separated text.
    """

    line_activated = Signal(object)
    copied = Signal(str)
    save_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._concordance: Concordance | None = None
        self._index: AnalysisIndex | None = None
        self._scope: Scope | None = None
        self._make()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make(self) -> None:
        self.search, self.names, self.types = QLineEdit(), QComboBox(), QComboBox()
        self.search.setClearButtonEnabled(True)
        for box in (self.names, self.types):
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.copy_button, self.save_button = QToolButton(), QToolButton()
        self.model = ConcordanceModel(self)
        self.table = LinesTable()
        self.table.setModel(self.model)
        self.delegate = ConcordanceDelegate(self)
        self.table.setItemDelegate(self.delegate)
        self.keys = CopyKeys(self.table)
        self.stack = EmptyStack(self.table)
        self.typing = QTimer(self)
        self.typing.setSingleShot(True)
        self.typing.setInterval(_TYPING)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(6)
        for widget, stretch in ((self.search, 4), (self.names, 3), (self.types, 2)):
            bar.addWidget(widget, stretch)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        for small in (self.copy_button, self.save_button):
            foot.addWidget(small)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 4)
        column.setSpacing(4)
        column.addLayout(bar)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.search.textEdited.connect(lambda _text: self.typing.start())
        self.search.returnPressed.connect(self._look_for_words)
        self.typing.timeout.connect(self._look_for_words)
        self.names.activated.connect(lambda _row: self._choose(self.names, "entity"))
        self.types.activated.connect(lambda _row: self._choose(self.types, "type"))
        self.table.clicked.connect(self._go)
        self.table.enter_pressed.connect(lambda: self._go(self.table.currentIndex()))
        self.keys.pressed.connect(self._copy)
        self.copy_button.clicked.connect(self._copy)
        self.save_button.clicked.connect(lambda: self.save_wanted.emit(self.text()))

    # -- what it shows -----------------------------------------------------------------------

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Look in another analysis for the same; in another article for nothing yet."""
        before = self._index
        scope = self._scope if before and index and before.text == index.text else None
        kept = _same(scope, before, index) if scope and before and index else None
        self._index = index
        self._concordance = Concordance(index) if index else None
        self._offer()
        self.show_scope(kept)

    def show_scope(self, scope: Scope | None) -> None:
        """Show every place of what is looked for."""
        self._scope = scope
        concordance = self._concordance
        found = concordance.lines(scope) if concordance and scope and scope[1] else ()
        self.table.setSortingEnabled(False)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.model.show_lines(concordance, found)
        self.table.setSortingEnabled(True)
        self.table.fit_columns()
        self._show_choice()
        self._show_count()

    @property
    def scope(self) -> Scope | None:
        """Return what is looked for."""
        return self._scope

    def text(self) -> str:
        """Return the selected lines, or all where none is, as tab-separated values."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        lines = [self.model.lines[row] for row in rows] or self.model.lines
        return table(self._concordance, lines, head()) if self._concordance else ""

    def _offer(self) -> None:
        index = self._index
        self.names.clear()
        self.types.clear()
        self.names.addItem(self.tr("Name…"), "")
        self.types.addItem(self.tr("Events…"), "")
        if index is None:
            return
        for entity, mentions in sorted(index.mentions_of.items(), key=lambda kv: -len(kv[1])):
            self.names.addItem(f"{wording.isolate(index.name(entity))} ({len(mentions)})", entity)
        for kind in wording.event_types():
            count = sum(event.type == kind for event in index.analysis.events)
            if count:
                self.types.addItem(f"{wording.event_type_name(kind)} ({count})", kind)

    def _show_choice(self) -> None:
        """Show in the fields what is looked for, and in the others that they are not used."""
        kind, key = self._scope or ("", "")
        self.names.setCurrentIndex(max(0, self.names.findData(key)) if kind == "entity" else 0)
        self.types.setCurrentIndex(max(0, self.types.findData(key)) if kind == "type" else 0)
        if kind != "words" or self.search.text() != key:
            self.search.setText(key if kind == "words" else "")

    def _show_count(self) -> None:
        lines = self.model.lines
        places = say_count(QT_TRANSLATE_NOOP("Wording", "%n place(s)"), len(lines))
        copies = sum(line.repeats for line in lines)
        more = say_count(QT_TRANSLATE_NOOP("Wording", "%n in folded copies"), copies)
        words = wording.join((places, more)) if copies else places
        if self._concordance and self._scope and self._scope[0] == "cluster":
            words = f"{wording.isolate(self._concordance.name(self._scope))}: {words}"
        self.count.setText(words if lines else "")
        for button in (self.copy_button, self.save_button):
            button.setEnabled(bool(lines))
        self.stack.show_words("" if lines else self._empty_words())

    def _empty_words(self) -> str:
        if self._scope is None or not self._scope[1]:
            return self.tr("Type words, or choose a name or a kind of event, to see every place.")
        return self.tr("The article does not have this.")

    # -- events ------------------------------------------------------------------------------

    def _look_for_words(self) -> None:
        self.typing.stop()
        words = self.search.text().strip()
        if self._scope != ("words", words):
            self.show_scope(("words", words) if words else None)

    def _choose(self, box: QComboBox, kind: str) -> None:
        key = str(box.currentData() or "")
        if kind == "entity":
            self.show_scope(("entity", key) if key else None)
        else:
            self.show_scope(("type", key) if key else None)

    def _go(self, index: QModelIndex) -> None:
        line = index.data(Role.LINE) if index.isValid() else None
        if isinstance(line, Line):
            self.line_activated.emit(line)

    def _copy(self) -> None:
        self.copied.emit(self.text())

    # -- words and colors --------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Show the concordance in other colors."""
        apply_theme(self, theme)
        self.delegate.set_theme(theme)
        self.table.viewport().update()

    def retranslate(self) -> None:
        """Write everything in the language of the interface."""
        self.search.setPlaceholderText(self.tr("Words; hamza and diacritics do not matter"))
        for widget, name in (
            (self.search, self.tr("Words to look for")),
            (self.names, self.tr("Name to look for")),
            (self.types, self.tr("Kind of event to look for")),
            (self.table, self.tr("Places in their context")),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(name if widget is not self.table else "")
        self.copy_button.setText(self.tr("Copy"))
        self.copy_button.setToolTip(self.tr("Copy the selected lines, or all, as a table"))
        self.save_button.setText(self.tr("Save…"))
        self.save_button.setToolTip(self.tr("Save the selected lines, or all, as a table"))
        self._offer()
        self._show_choice()
        self.model.retranslate()
        self._show_count()


def _same(scope: Scope, before: AnalysisIndex, now: AnalysisIndex) -> Scope | None:
    """Return what is looked for in another analysis of the text; ids are found by their names."""
    kind, key = scope
    if kind == "entity":
        names = {entity.name: entity.id for entity in reversed(now.analysis.entities)}
        name = before.name(key)
        return ("entity", names[name]) if name in names else None
    if kind == "cluster":
        labels = {cluster.label: cluster.id for cluster in reversed(now.analysis.clusters)}
        label = before.clusters[key].label if key in before.clusters else ""
        return ("cluster", labels[label]) if label in labels else None
    return scope
