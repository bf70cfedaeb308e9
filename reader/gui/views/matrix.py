"""Which entity is mentioned in which paragraph, as a table of shades and numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from reader.gui.models import matrix as table
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.matrix import Matrix
from reader.gui.views.matrix_geometry import MatrixGeometry
from reader.gui.views.matrix_paint import MatrixLook, MatrixPainter, MatrixState
from reader.gui.views.painted import PaintedView

_CELL_WIDTH, _CELL_HEIGHT = 27.0, 25.0
_LEAST, _MOST = 5.0, 80.0  # pixels of a cell's width
_USUAL = 17.0  # pixels of the height of a line in the usual font
_NAMES = 200.0  # pixels of the widest column of names


class MatrixView(PaintedView):
    """Entities down, paragraphs across, from the side that reading begins on.

    Signals:
        cell_opened: ids of an entity and of its first mention in a paragraph.
        row_opened: id of the entity whose name was clicked.
        column_opened: index of the paragraph whose number was clicked.
    """

    cell_opened = Signal(str, str)
    row_opened = Signal(str)
    column_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index: AnalysisIndex | None = None
        self.matrix = Matrix()
        self._width = _CELL_WIDTH
        self._size = 1.0  # how many times as large as usual words are
        self._current: tuple[int, int] | None = None
        self._hovered: tuple[int, int] | None = None
        self._chosen: frozenset[str] = frozenset()
        self._names: list[str] = []
        self._measure()

    # -- what is shown -----------------------------------------------------------------------

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show the entities of an article; None where nothing is known of it."""
        self.when_seen("index", lambda: self._show_index(index))

    def _show_index(self, index: AnalysisIndex | None) -> None:
        self._index = index
        self.matrix = table.matrix_of(index)
        self._current = self._hovered = None
        self._chosen = frozenset()
        self._measure()
        self._set_scroll_ranges()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        self.viewport().update()
        self.shown_anew.emit()

    def show_chosen(self, ids: Sequence[str]) -> None:
        """Show whose mentions are chosen in the window."""
        self.when_seen("chosen", lambda: self._show_chosen(ids))

    def _show_chosen(self, ids: Sequence[str]) -> None:
        index = self._index
        self._chosen = frozenset(index.entities_of(ids) if index else ())
        rows = [n for n, row in enumerate(self.matrix.rows) if row.entity.id in self._chosen]
        if len(rows) == 1 and not self.hasFocus():
            self._reveal(rows[0], None)
        self.viewport().update()

    def description(self) -> str:
        """Tell every entity with its paragraphs."""
        return table.describe(self.matrix)

    def retranslate(self) -> None:
        """Write everything in the language of the interface, from its side."""
        self.viewport().update()
        self.shown_anew.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_names"):
            self._measure()
            self._set_scroll_ranges()

    # -- measures ----------------------------------------------------------------------------

    def _measure(self) -> None:
        metrics = QFontMetricsF(self.font())
        size = max(1.0, metrics.height() / _USUAL)
        self._width *= size / self._size
        self._size = size
        self._height = max(_CELL_HEIGHT, math.ceil(metrics.height()) + 7.0)
        widest, self._names = 60.0 * size, []
        for row in self.matrix.rows:
            flat = " ".join(row.entity.name.split())
            text = metrics.elidedText(flat, Qt.TextElideMode.ElideRight, (_NAMES - 62) * size)
            widest = max(widest, metrics.horizontalAdvance(text) + 62 * size)
            self._names.append(text)
        width = math.ceil(min(widest, _NAMES * size))
        self._head = QSizeF(width, math.ceil(metrics.height()) + 10.0)

    def _set_scroll_ranges(self) -> None:
        port = self.viewport().size()
        wide, high = port.width() - self._head.width(), port.height() - self._head.height()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setPageStep(max(1, int(wide)))
        across.setSingleStep(int(self._width))
        across.setRange(0, max(0, math.ceil(len(self.matrix.columns) * self._width - wide)))
        down.setPageStep(max(1, int(high)))
        down.setSingleStep(int(self._height))
        down.setRange(0, max(0, math.ceil(len(self.matrix.rows) * self._height - high)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll as far as there is."""
        super().resizeEvent(event)
        self._set_scroll_ranges()

    def geometry_now(self) -> MatrixGeometry:
        """Return where everything is, scrolled as it is."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        return MatrixGeometry(
            len(self.matrix.rows),
            len(self.matrix.columns),
            QSizeF(self._width, self._height),
            self._head,
            self.viewport().width(),
            QPointF(across.value(), down.value()),
            self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Return where a cell is in the viewport; maybe out of sight."""
        return self.geometry_now().cell_rect(row, column)

    def name_rect(self, row: int) -> QRectF:
        """Return where the name of a row is in the viewport."""
        return self.geometry_now().name_rect(row)

    def number_rect(self, column: int) -> QRectF:
        """Return where the number of a column is in the viewport."""
        return self.geometry_now().number_rect(column)

    def place_at(self, point: QPoint | QPointF) -> tuple[int, int] | None:
        """Return the row and column at a point; -1 where it is on the names or numbers."""
        return self.geometry_now().place_at(QPointF(point))

    # -- moving ------------------------------------------------------------------------------

    def zoom(self, factor: float, at: QPointF | None = None) -> None:  # noqa: ARG002 - as PaintedView
        """Show wider or narrower columns."""
        middle = self._first_column() + 0.5
        self._width = min(max(self._width * factor, _LEAST), _MOST * self._size)
        self._set_scroll_ranges()
        self.horizontalScrollBar().setValue(int((middle - 0.5) * self._width))
        self.viewport().update()

    def _first_column(self) -> float:
        return self.horizontalScrollBar().value() / self._width

    def fit(self) -> None:
        """Bring every column into sight, where they can be that narrow."""
        room = self.viewport().width() - self._head.width()
        self._width = min(
            max(room / max(1, len(self.matrix.columns)), _LEAST), _CELL_WIDTH * self._size
        )
        self._set_scroll_ranges()
        self.viewport().update()

    def _reveal(self, row: int, column: int | None) -> None:
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        top = row * self._height
        if top < down.value():
            down.setValue(int(top))
        elif top + self._height > down.value() + down.pageStep():
            down.setValue(math.ceil(top + self._height - down.pageStep()))
        if column is None:
            return
        left = column * self._width
        if left < across.value():
            across.setValue(int(left))
        elif left + self._width > across.value() + across.pageStep():
            across.setValue(math.ceil(left + self._width - across.pageStep()))

    # -- pointer and keys --------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open what is clicked: a cell's first mention, an entity, a paragraph."""
        place = self.place_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            return
        row, column = place
        if row >= 0 and column >= 0:
            self._make_current(row, column)
        self._open(row, column)

    def _open(self, row: int, column: int) -> None:
        if row < 0:
            self.column_opened.emit(column)
            return
        line = self.matrix.rows[row]
        if column < 0:
            self.row_opened.emit(line.entity.id)
        elif column in line.cells:
            self.cell_opened.emit(line.entity.id, line.cells[column][0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which row and column the pointer is on."""
        place = self.place_at(event.position())
        if place != self._hovered:
            self._hovered = place
            hand = place is not None and (-1 in place or self._count(*place) > 0)
            shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is on nothing."""
        self._hovered = None
        self.viewport().update()
        super().leaveEvent(event)

    def _count(self, row: int, column: int) -> int:
        return len(self.matrix.rows[row].cells.get(column, ()))

    def tip_at(self, point: QPoint) -> str:
        """Tell of the cell, the entity or the paragraph at a point."""
        place = self.place_at(point)
        return self._tip(*place) if place is not None else ""

    def item_for_menu(self, point: QPoint | None) -> str:
        """Return the entity of the row at a point, or of the row that the keyboard is on."""
        place = self._current if point is None else self.place_at(point)
        return self.matrix.rows[place[0]].entity.id if place and place[0] >= 0 else ""

    def _tip(self, row: int, column: int) -> str:
        if row < 0:
            return table.column_tip(self.matrix, column)
        if column < 0 or self._index is None:
            return table.row_tip(self.matrix.rows[row])
        return table.cell_tip(self.matrix.rows[row], column, self._index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from cell to cell, with Ctrl to the next that is not empty; Enter opens it."""
        key = Qt.Key(event.key())
        onward, backward = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.geometry_now().is_leftward:
            onward, backward = backward, onward
        page = max(1, int(self.verticalScrollBar().pageStep() // self._height))
        steps = {
            onward: (0, 1),
            backward: (0, -1),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_PageDown: (page, 0),
            Qt.Key.Key_PageUp: (-page, 0),
            Qt.Key.Key_Home: (0, -len(self.matrix.columns)),
            Qt.Key.Key_End: (0, len(self.matrix.columns)),
        }
        if key in steps:
            leaps = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._step(*steps[key], leaps=leaps)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self._open(*self._current)
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, across: int, *, leaps: bool) -> None:
        if not self.matrix.rows or not self.matrix.columns:
            return
        if self._current is None:
            self._make_current(0, 0)
            return
        row, column = self._moved(*self._current, down, across)
        while leaps and not self._count(row, column):
            following = self._moved(row, column, down, across)
            if following == (row, column):
                return
            row, column = following
        self._make_current(row, column)

    def _moved(self, row: int, column: int, down: int, across: int) -> tuple[int, int]:
        return (
            min(max(row + down, 0), len(self.matrix.rows) - 1),
            min(max(column + across, 0), len(self.matrix.columns) - 1),
        )

    def _make_current(self, row: int, column: int) -> None:
        self._current = (row, column)
        self._reveal(row, column)
        self.tell(self._tip(row, column).replace("\n", " · "))
        self.viewport().update()

    def current(self) -> tuple[int, int] | None:
        """Return the row and the column that the keyboard is on."""
        return self._current

    # -- painting ----------------------------------------------------------------------------

    def paint(self, painter: QPainter, exposed: QRect) -> None:
        """Paint the cells in sight and the names and numbers beside them."""
        now = self.geometry_now()
        if now.rows:
            self._painter(painter, now).paint(now.rows_in(exposed), now.columns_in(exposed))
        else:
            self._painter(painter, now).paint_nothing(QRectF(self.viewport().rect()))

    def picture_size(self) -> QSizeF:
        """Return the size of the whole table."""
        return self.geometry_now().whole

    def paint_whole(self, painter: QPainter) -> None:
        """Paint every cell."""
        size = self.picture_size()
        whole = replace(self.geometry_now(), scrolled=QPointF(), room=size.width())
        if whole.rows:
            self._painter(painter, whole).paint(range(whole.rows), range(whole.columns))
        else:
            self._painter(painter, whole).paint_nothing(QRectF(QPointF(), size))

    def _painter(self, painter: QPainter, geometry: MatrixGeometry) -> MatrixPainter:
        state = MatrixState(self._current, self._hovered, self._chosen, has_focus=self.hasFocus())
        painter.setFont(self.font())
        look = MatrixLook(self.theme, self.font(), self._size)
        return MatrixPainter(painter, self.matrix, self._names, geometry, look, state)
