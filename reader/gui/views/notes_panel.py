"""The reader's notes, highlights and bookmarks, with a search and a way to each."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.notebook import Highlight
from reader.gui.models.notes_model import NoteRow, NotesModel, Role, row_lines
from reader.gui.models.search import FoldedFilter
from reader.gui.theme import Theme, blend, load_theme
from reader.gui.views.blocks import Frame, TextBlock, dim, sized
from reader.gui.views.grounds import draw_ground
from reader.gui.views.panel_parts import EmptyStack, RowList, row_width

_PADDING, _SWATCH, _GAP = 8.0, 14.0, 2.0


class NotesPanel(QWidget):
    """Lists the marks of an article in text order.

    Signals:
        mark_activated: the Highlight or Bookmark to go to.
        edit_wanted, delete_wanted: the Highlight or Bookmark.
        export_wanted: the notes are to be written into a file.
    """

    mark_activated = Signal(object)
    edit_wanted = Signal(object)
    delete_wanted = Signal(object)
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model, self.filter = NotesModel(self), FoldedFilter(Role.FOLDED, self)
        self.filter.setSourceModel(self.model)
        self.view = RowList()
        self.view.setModel(self.filter)
        self.view.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.delegate = _NoteDelegate(self)
        self.view.setItemDelegate(self.delegate)
        self.stack = EmptyStack(self.view)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.edit_button, self.delete_button = QPushButton(), QPushButton()
        self.export_button = QPushButton()
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        for widget in (self.edit_button, self.delete_button, self.export_button):
            head.addWidget(widget)
        head.insertWidget(0, self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.stack.button.clicked.connect(self.search.clear)
        self.view.clicked.connect(self._activate)
        self.view.enter_pressed.connect(lambda: self._activate(self.view.currentIndex()))
        self.view.doubleClicked.connect(lambda _index: self._ask(self.edit_wanted))
        self.view.selectionModel().currentChanged.connect(self._enable)
        self.edit_button.clicked.connect(lambda: self._ask(self.edit_wanted))
        self.delete_button.clicked.connect(lambda: self._ask(self.delete_wanted))
        self.export_button.clicked.connect(self.export_wanted)

    def show_rows(self, rows: tuple[NoteRow, ...]) -> None:
        """Show these marks; the current one stays current where it is still there."""
        before = self.view.currentIndex().data(Role.ROW)
        self.model.set_rows(rows)
        span = before.mark.span if isinstance(before, NoteRow) else None
        for number in range(self.filter.rowCount()):
            index = self.filter.index(number, 0)
            if index.data(Role.ROW).mark.span == span:
                self.view.setCurrentIndex(index)
        self._show_words()
        self._enable()

    def set_theme(self, theme: Theme) -> None:
        """Show the colors of `theme`."""
        self.delegate.theme = theme
        self.view.viewport().update()

    def _activate(self, index: QModelIndex) -> None:
        row = index.data(Role.ROW)
        if isinstance(row, NoteRow):
            self.mark_activated.emit(row.mark)

    def _ask(self, wanted: object) -> None:
        row = self.view.currentIndex().data(Role.ROW)
        if isinstance(row, NoteRow):
            wanted.emit(row.mark)  # type: ignore[attr-defined]  # one of the signals

    def _on_search(self, words: str) -> None:
        self.filter.set_text(words)
        self._show_words()
        self._enable()

    def _enable(self) -> None:
        row = self.view.currentIndex().data(Role.ROW)
        self.delete_button.setEnabled(isinstance(row, NoteRow))
        editable = isinstance(row, NoteRow) and isinstance(row.mark, Highlight)
        self.edit_button.setEnabled(editable)
        self.export_button.setEnabled(self.model.rowCount() > 0)

    def _show_words(self) -> None:
        if self.filter.rowCount():
            self.stack.show_words("")
        elif self.model.rowCount():
            self.stack.show_words(
                self.tr("No note holds these words."), self.tr("Clear the search")
            )
        else:
            self.stack.show_words(
                self.tr(
                    "Select words and press Ctrl+Alt+N to write a note, Ctrl+Alt+H to highlight"
                    " them, Ctrl+D to set a bookmark."
                )
            )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the font of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self.view.scheduleDelayedItemsLayout()

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search notes"))
        self.search.setAccessibleName(self.tr("Search notes"))
        self.view.setAccessibleName(self.tr("Notes and bookmarks"))
        self.edit_button.setText(self.tr("Edit…"))
        self.delete_button.setText(self.tr("Delete"))
        self.export_button.setText(self.tr("Export…"))
        self.export_button.setToolTip(self.tr("Write the notes into a Markdown file"))
        self.model.retranslate()
        self._show_words()
        self._enable()


class _NoteDelegate(QStyledItemDelegate):
    """Draws a mark: a swatch of its color or a ribbon, its words, the note and what is known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = load_theme("light")

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that the row's words need in the width of the view."""
        width = row_width(option)
        blocks = self._blocks(index.data(Role.ROW), option, width)
        return QSize(width, round(10 + sum(b.height + _GAP for b in blocks)))

    def _blocks(self, row: NoteRow, option: QStyleOptionViewItem, width: float) -> list[TextBlock]:
        inner = width - 2 * _PADDING - _SWATCH - 8
        lines = row_lines(row)
        fonts = [option.font] * len(lines)
        fonts[-1] = sized(option.font, 0.86)
        if row.note:
            fonts[1] = sized(option.font, 1.0, bold=True)
        both = zip(lines, fonts, strict=True)
        return [TextBlock(line, font, inner, option.direction, lines=3) for line, font in both]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, option)
        row: NoteRow = index.data(Role.ROW)
        frame = Frame(QRectF(option.rect), option.direction)
        text, faint = option.palette.text().color(), dim(option.palette)
        swatch = frame.place(_PADDING, 8, _SWATCH, _SWATCH)
        if isinstance(row.mark, Highlight):
            self._draw_swatch(painter, swatch, self.theme.color(f"user_{row.mark.color}"), text)
        else:
            _draw_ribbon(painter, swatch, self.theme.color("marked"))
        y = 5.0
        blocks = self._blocks(row, option, option.rect.width())
        for block in blocks:
            inner = option.rect.width() - 2 * _PADDING - _SWATCH - 8
            at = frame.place(_PADDING + _SWATCH + 8, y, inner).topLeft()
            block.draw(painter, at, faint if block is blocks[-1] else text)
            y += block.height + _GAP
        painter.restore()

    def _draw_swatch(self, painter: QPainter, box: QRectF, color: QColor, text: QColor) -> None:
        painter.setPen(QPen(blend(text, color, 0.45), 1))
        painter.setBrush(color)
        painter.drawRoundedRect(box, 3, 3)


def _draw_ribbon(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Draw a bookmark: a ribbon with a notch."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    ribbon = box.adjusted(3, 0, -3, 0)
    notch = ribbon.center()
    notch.setY(ribbon.bottom() - 4)
    points = [ribbon.topLeft(), ribbon.topRight(), ribbon.bottomRight(), notch, ribbon.bottomLeft()]
    painter.drawPolygon(QPolygonF(points))
