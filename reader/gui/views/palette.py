"""The palette: type a few letters, choose with the arrows, go with Enter."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from reader.gui.models.palette_model import Entry, PaletteModel
from reader.gui.views.blocks import dim
from reader.gui.views.roles import announce

_WIDTH, _HEIGHT, _TOP = 620, 420, 60  # pixels
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class EntryDelegate(QStyledItemDelegate):
    """Draws an entry's words at the leading side and what it is at the other."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a line with some air."""
        return QSize(super().sizeHint(option, index).width(), option.fontMetrics.height() + 12)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row; words that are too long end in dots."""
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        if selected:
            painter.fillRect(option.rect, palette.highlight())
        ink = palette.highlightedText().color() if selected else palette.text().color()
        faint = ink if selected else dim(palette)
        inner, metrics = option.rect.adjusted(12, 0, -12, 0), option.fontMetrics
        detail = str(index.data(Qt.ItemDataRole.UserRole))
        width = metrics.horizontalAdvance(detail) + 4
        room = QRect(inner)
        room.setWidth(max(0, inner.width() - width - 12))
        side = QRect(inner)
        side.setLeft(inner.right() - width)
        style, direction = QApplication.style(), option.direction
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        for place, words, color, edge in (
            (room, str(index.data()), ink, Qt.AlignmentFlag.AlignLeft),
            (side, detail, faint, Qt.AlignmentFlag.AlignRight),
        ):
            painter.setPen(color)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(
                style.visualRect(direction, option.rect, place),
                flags
                | int(style.visualAlignment(direction, edge))
                | int(Qt.AlignmentFlag.AlignAbsolute),
                shown,
            )


class Palette(QFrame):
    """Lies over the window while the user chooses.

    Signals:
        chosen: the Entry.
    """

    chosen = Signal(Entry)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self._before: QWidget | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setLineWidth(2)
        self.model = PaletteModel(self)
        self.field, self.view, self.empty = QLineEdit(), QListView(), QLabel()
        self.view.setModel(self.model)
        self.view.setItemDelegate(EntryDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        for widget in (self.field, self.view, self.empty):
            column.addWidget(widget)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.field.textChanged.connect(self._on_query)
        self.field.installEventFilter(self)
        self.view.clicked.connect(lambda index: self._choose(index.row()))
        parent.installEventFilter(self)
        self.retranslate()
        self.hide()

    def open(self) -> None:
        """Show all there is, and take the keyboard."""
        self._before = self.window().focusWidget()
        self.field.clear()
        self._on_query("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self) -> None:
        over = self._owner.rect()
        width = min(max(_WIDTH, self.fontMetrics().height() * 36), over.width() - 40)
        height = min(_HEIGHT, over.height() - _TOP - 20)
        self.setGeometry((over.width() - width) // 2, _TOP, width, height)

    def _on_query(self, query: str) -> None:
        self.model.set_query(query)
        has_rows = self.model.rowCount() > 0
        self.view.setVisible(has_rows)
        self.empty.setVisible(not has_rows)
        if has_rows:
            self.view.setCurrentIndex(self.model.index(0, 0))
        else:
            announce(self.field, self.empty.text())

    def _tell(self, current: QModelIndex) -> None:
        """Say what would be chosen: the keyboard stays in the field."""
        if current.isValid():
            announce(self.field, str(current.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _choose(self, row: int) -> None:
        if row < 0:
            return
        entry = self.model.entry(row)
        self.hide()
        self.chosen.emit(entry)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list and choose while the field has the keyboard; stay in the window."""
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._on_key(event)
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            self.hide()
        if watched is self._owner and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        """Give the keyboard back to what had it."""
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _MOVES:
            QApplication.sendEvent(self.view, event)
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.view.currentIndex().row())
            return True
        if key == Qt.Key.Key_Escape:
            self._leave()
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Put the words of the interface's language."""
        words = self.tr("Type an action, a name, an event or words of a paragraph")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.view.setAccessibleName(self.tr("What was found"))
        self.empty.setText(self.tr("Nothing is called that."))
