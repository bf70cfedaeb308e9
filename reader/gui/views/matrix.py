"""Which entity is mentioned in which paragraph, as a table of shades and numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from reader.gui.models import matrix as table
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.matrix import Matrix, Row
from reader.gui.theme import blend
from reader.gui.views.blocks import sized
from reader.gui.views.painted import PaintedView

# Mentions in one cell and the share of the color that shows them; the number is written too.
_SHADES = ((1, 0.14), (2, 0.24), (3, 0.34), (4, 0.42), (6, 1.0))
_CELL_WIDTH, _CELL_HEIGHT = 27.0, 25.0
_LEAST, _MOST = 5.0, 80.0  # pixels of a cell's width
_NUMBERS_FROM = 15.0  # pixels of a cell's width that hold a number
_USUAL = 17.0  # pixels of the height of a line in the usual font
_NAMES = 200.0  # pixels of the widest column of names


def shade_of(count: int) -> float:
    """Return how much of the color shows so many mentions, 0 to 1."""
    return next((share for least, share in reversed(_SHADES) if count >= least), 0.0)


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
        found = (index.mentions[i].entity for i in ids if index and i in index.mentions)
        self._chosen = frozenset(str(entity) for entity in found if entity)
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
        self._head_width = math.ceil(min(widest, _NAMES * size))
        self._head_height = math.ceil(metrics.height()) + 10.0

    def _body(self) -> QSizeF:
        return QSizeF(len(self.matrix.columns) * self._width, len(self.matrix.rows) * self._height)

    def _set_scroll_ranges(self) -> None:
        port, body = self.viewport().size(), self._body()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        wide, high = port.width() - self._head_width, port.height() - self._head_height
        across.setPageStep(max(1, int(wide)))
        across.setSingleStep(int(self._width))
        across.setRange(0, max(0, math.ceil(body.width() - wide)))
        down.setPageStep(max(1, int(high)))
        down.setSingleStep(int(self._height))
        down.setRange(0, max(0, math.ceil(body.height() - high)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll as far as there is."""
        super().resizeEvent(event)
        self._set_scroll_ranges()

    def _is_leftward(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _mirrored(self, rect: QRectF, width: float) -> QRectF:
        """Return a rectangle of a left-to-right table where this table has it."""
        if not self._is_leftward():
            return rect
        return QRectF(width - rect.right(), rect.top(), rect.width(), rect.height())

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Return where a cell is in the viewport; maybe out of sight."""
        left = self._head_width + column * self._width - self.horizontalScrollBar().value()
        top = self._head_height + row * self._height - self.verticalScrollBar().value()
        rect = QRectF(left, top, self._width, self._height)
        return self._mirrored(rect, self.viewport().width())

    def name_rect(self, row: int) -> QRectF:
        """Return where the name of a row is in the viewport."""
        top = self._head_height + row * self._height - self.verticalScrollBar().value()
        rect = QRectF(0, top, self._head_width, self._height)
        return self._mirrored(rect, self.viewport().width())

    def number_rect(self, column: int) -> QRectF:
        """Return where the number of a column is in the viewport."""
        rect = self.cell_rect(0, column)
        return QRectF(rect.left(), 0, rect.width(), self._head_height)

    def place_at(self, point: QPoint | QPointF) -> tuple[int, int] | None:
        """Return the row and column at a point; -1 where it is on the names or numbers."""
        at = QPointF(point)
        x = self.viewport().width() - at.x() if self._is_leftward() else at.x()
        row = column = -1
        if at.y() >= self._head_height:
            down = at.y() - self._head_height + self.verticalScrollBar().value()
            row = int(down // self._height)
        if x >= self._head_width:
            across = x - self._head_width + self.horizontalScrollBar().value()
            column = int(across // self._width)
        inside = row < len(self.matrix.rows) and column < len(self.matrix.columns)
        return (row, column) if inside and (row, column) != (-1, -1) else None

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
        room = self.viewport().width() - self._head_width
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
        onward = Qt.Key.Key_Left if self._is_leftward() else Qt.Key.Key_Right
        backward = Qt.Key.Key_Right if self._is_leftward() else Qt.Key.Key_Left
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
        rows, columns = self._rows_in(exposed), self._columns_in(exposed)
        self._paint_table(painter, QSizeF(self.viewport().size()), rows, columns)

    def picture_size(self) -> QSizeF:
        """Return the size of the whole table."""
        body = self._body()
        return QSizeF(self._head_width + body.width() + 1, self._head_height + body.height() + 1)

    def paint_whole(self, painter: QPainter) -> None:
        """Paint every cell."""
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        before = down.value(), across.value()
        for bar in (down, across):
            bar.blockSignals(True)
            bar.setValue(0)
        size = self.picture_size()
        if self._is_leftward():
            painter.translate(size.width() - self.viewport().width(), 0)
        rows, columns = range(len(self.matrix.rows)), range(len(self.matrix.columns))
        self._paint_table(painter, size, rows, columns)
        for bar, value in zip((down, across), before, strict=True):
            bar.setValue(value)
            bar.blockSignals(False)

    def _rows_in(self, exposed: QRect) -> range:
        top = exposed.top() - self._head_height + self.verticalScrollBar().value()
        first = max(0, int(top // self._height))
        last = int((top + exposed.height()) // self._height) + 1
        return range(first, min(last, len(self.matrix.rows)))

    def _columns_in(self, exposed: QRect) -> range:
        width = self.viewport().width()
        left = width - exposed.right() - 1 if self._is_leftward() else exposed.left()
        begin = left - self._head_width + self.horizontalScrollBar().value()
        first = max(0, int(begin // self._width))
        last = int((begin + exposed.width()) // self._width) + 1
        return range(first, min(last, len(self.matrix.columns)))

    def _paint_table(self, painter: QPainter, size: QSizeF, rows: range, columns: range) -> None:
        if not self.matrix.rows:
            painter.setPen(self.theme.color("axis"))
            rect = QRectF(QPointF(), size)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.tr("No names are known yet."))
            return
        painter.setFont(self.font())
        self._paint_columns(painter, rows, columns)
        for row in rows:
            self._paint_row(painter, row, columns)
        self._paint_names(painter, rows)
        self._paint_numbers(painter, columns)
        self._paint_corner(painter)

    def _bottom(self, rows: range) -> float:
        return self.cell_rect(rows.stop - 1, 0).bottom() if rows else self._head_height

    def _paint_columns(self, painter: QPainter, rows: range, columns: range) -> None:
        bottom = self._bottom(rows)
        hatch = QBrush(self.theme.color("hatch"), Qt.BrushStyle.BDiagPattern)
        for column in columns:
            rect = self.cell_rect(0, column)
            whole = QRectF(rect.left(), self._head_height, rect.width(), bottom - self._head_height)
            if self.matrix.columns[column].is_copy:
                painter.fillRect(whole, hatch)
            if self._hovered and column == self._hovered[1]:
                painter.fillRect(whole, self._tint(0.07))

    def _tint(self, share: float) -> QColor:
        return blend(self.theme.color("highlight"), self.theme.color("base"), share)

    def _paint_row(self, painter: QPainter, row: int, columns: range) -> None:
        line = self.matrix.rows[row]
        first, last = self.cell_rect(row, columns.start), self.cell_rect(row, columns.stop - 1)
        whole = first.united(last) if columns else first
        if self._hovered and row == self._hovered[0]:
            painter.fillRect(whole, self._tint(0.07))
        painter.setPen(QPen(self.theme.color("grid"), 1))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        for column in self._filled(line, columns):
            self._paint_cell(painter, self.cell_rect(row, column), len(line.cells[column]), column)
        if self._current and self._current[0] == row and self._current[1] in columns:
            self._paint_ring(painter, self.cell_rect(row, self._current[1]))

    def _filled(self, line: Row, columns: range) -> Iterator[int]:
        """Yield the columns in sight that have mentions, by whichever is the shorter way."""
        if len(line.cells) < len(columns):
            return (column for column in line.cells if column in columns)
        return (column for column in columns if column in line.cells)

    def _paint_cell(self, painter: QPainter, rect: QRectF, count: int, column: int) -> None:
        share = shade_of(count)
        color = blend(self.theme.color("cell"), self.theme.color("base"), share)
        gap = 1.5 if self._width > 9 else 0.5
        box = rect.adjusted(gap, 2, -gap, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(box, 3, 3)
        if self.matrix.columns[column].is_copy:
            painter.setBrush(QBrush(self.theme.color("hatch"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(box, 3, 3)
        if self._width >= _NUMBERS_FROM * self._size:
            painter.setPen(self.theme.color("cell_text" if share == 1.0 else "text"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(count))

    def _paint_ring(self, painter: QPainter, rect: QRectF) -> None:
        style = Qt.PenStyle.SolidLine if self.hasFocus() else Qt.PenStyle.DotLine
        painter.setPen(QPen(self.theme.color("focus"), 2, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)

    def _paint_names(self, painter: QPainter, rows: range) -> None:
        for row in rows:
            self._paint_name(painter, row, self.name_rect(row))

    def _paint_name(self, painter: QPainter, row: int, rect: QRectF) -> None:
        line = self.matrix.rows[row]
        chosen = line.entity.id in self._chosen
        hovered = self._hovered is not None and self._hovered[0] == row
        share = 0.18 if chosen else 0.07 if hovered else 0.0
        ground = blend(self.theme.color("highlight"), self.theme.color("window"), share)
        painter.fillRect(rect, ground)
        painter.setPen(QPen(self.theme.color("grid"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        leftward = self._is_leftward()
        width = rect.width()
        swatch = self._inner(rect, 8, 11).adjusted(0, (rect.height() - 11) / 2, 0, 0)
        swatch.setHeight(11)
        painter.setPen(QPen(blend(self.theme.color("text"), self.theme.color("window"), 0.3), 1))
        painter.setBrush(self.theme.highlight(line.entity.type))
        painter.drawRoundedRect(swatch, 3, 3)
        painter.setPen(self.theme.color("text"))
        painter.setFont(sized(self.font(), 1.0, bold=chosen))
        painter.drawText(
            self._inner(rect, 25, width - 25 - 36 * self._size),
            _side(leftward=leftward),
            self._names[row],
        )
        painter.setFont(sized(self.font(), 0.86))
        painter.setPen(self.theme.color("axis"))
        total = self._inner(rect, width - 6 - 28 * self._size, 28 * self._size)
        painter.drawText(total, _side(leftward=not leftward), str(line.total))
        painter.setFont(self.font())

    def _inner(self, rect: QRectF, begin: float, width: float) -> QRectF:
        """Return a part of a name's rectangle, counted from the side that reading begins on."""
        left = rect.right() - begin - width if self._is_leftward() else rect.left() + begin
        return QRectF(left, rect.top(), width, rect.height())

    def _paint_numbers(self, painter: QPainter, columns: range) -> None:
        if not columns:
            return
        ends = self.number_rect(columns.start).united(self.number_rect(columns.stop - 1))
        painter.fillRect(ends, self.theme.color("window"))
        painter.setFont(sized(self.font(), 0.86))
        metrics = QFontMetricsF(painter.font())
        widest = metrics.horizontalAdvance(str(len(self.matrix.columns))) + 6
        every = next((n for n in (1, 2, 5, 10, 20, 50) if n * self._width >= widest), 100)
        for column in columns:
            rect = self.number_rect(column)
            if self.matrix.columns[column].is_copy:
                hatch = QBrush(self.theme.color("hatch"), Qt.BrushStyle.BDiagPattern)
                painter.fillRect(rect, hatch)
            if self._hovered and column == self._hovered[1]:
                painter.fillRect(rect, self._tint(0.16))
            if every == 1 or (column + 1) % every == 0:
                painter.setPen(self.theme.color("axis"))
                wide = rect.adjusted(-widest, 0, widest, 0)
                painter.drawText(wide, Qt.AlignmentFlag.AlignCenter, str(column + 1))
        painter.setPen(QPen(self.theme.color("border"), 1))
        painter.drawLine(ends.bottomLeft(), ends.bottomRight())
        painter.setFont(self.font())

    def _paint_corner(self, painter: QPainter) -> None:
        corner = self._mirrored(
            QRectF(0, 0, self._head_width, self._head_height), self.viewport().width()
        )
        painter.fillRect(corner, self.theme.color("window"))
        painter.setPen(QPen(self.theme.color("border"), 1))
        painter.drawLine(corner.bottomLeft(), corner.bottomRight())
        painter.setFont(sized(self.font(), 0.86))
        painter.setPen(self.theme.color("axis"))
        text = self.tr("name / paragraph")
        painter.drawText(
            self._inner(corner, 8, corner.width() - 16), _side(leftward=self._is_leftward()), text
        )
        painter.setFont(self.font())


def _side(*, leftward: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
