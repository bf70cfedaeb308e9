"""Where the cells, the names and the numbers of the matrix are."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF


@dataclass(frozen=True, slots=True)
class MatrixGeometry:
    """A table of equal cells, with names beside it and numbers above it; all in pixels.

    Attributes:
        rows, columns: how many there are.
        cell: the size of one.
        head: the width of the names and the height of the numbers, which stay in sight.
        room: the width of all that is in sight.
        scrolled: how far the cells are scrolled, across and down.
        is_leftward: the first column is on the right.
    """

    rows: int
    columns: int
    cell: QSizeF
    head: QSizeF
    room: float
    scrolled: QPointF
    is_leftward: bool

    @property
    def whole(self) -> QSizeF:
        """The size of the table with its heads."""
        width, height = self.columns * self.cell.width(), self.rows * self.cell.height()
        return QSizeF(self.head.width() + width + 1, self.head.height() + height + 1)

    def _mirrored(self, rect: QRectF) -> QRectF:
        """Return a rectangle of a left-to-right table where this table has it."""
        if not self.is_leftward:
            return rect
        return QRectF(self.room - rect.right(), rect.top(), rect.width(), rect.height())

    def _top(self, row: int) -> float:
        return self.head.height() + row * self.cell.height() - self.scrolled.y()

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Return where a cell is; maybe out of sight."""
        left = self.head.width() + column * self.cell.width() - self.scrolled.x()
        return self._mirrored(QRectF(QPointF(left, self._top(row)), self.cell))

    def name_rect(self, row: int) -> QRectF:
        """Return where the name of a row is."""
        return self._mirrored(QRectF(0, self._top(row), self.head.width(), self.cell.height()))

    def number_rect(self, column: int) -> QRectF:
        """Return where the number of a column is."""
        rect = self.cell_rect(0, column)
        return QRectF(rect.left(), 0, rect.width(), self.head.height())

    def corner(self) -> QRectF:
        """Return where the names and the numbers meet."""
        return self._mirrored(QRectF(QPointF(), self.head))

    def inner(self, rect: QRectF, begin: float, width: float) -> QRectF:
        """Return a part of a head, counted from the side that reading begins on."""
        left = rect.right() - begin - width if self.is_leftward else rect.left() + begin
        return QRectF(left, rect.top(), width, rect.height())

    def bottom(self, rows: range) -> float:
        """Return where the last of these rows ends."""
        return self.cell_rect(rows.stop - 1, 0).bottom() if rows else self.head.height()

    def place_at(self, at: QPointF) -> tuple[int, int] | None:
        """Return the row and column at a point; -1 where it is on the names or numbers."""
        x = self.room - at.x() if self.is_leftward else at.x()
        row = column = -1
        if at.y() >= self.head.height():
            row = int((at.y() - self._top(0)) // self.cell.height())
        if x >= self.head.width():
            column = int((x - self.head.width() + self.scrolled.x()) // self.cell.width())
        inside = row < self.rows and column < self.columns
        return (row, column) if inside and (row, column) != (-1, -1) else None

    def rows_in(self, exposed: QRect) -> range:
        """Return the rows that touch a part of what is in sight."""
        top = exposed.top() - self._top(0)
        first = max(0, int(top // self.cell.height()))
        last = int((top + exposed.height()) // self.cell.height()) + 1
        return range(first, min(last, self.rows))

    def columns_in(self, exposed: QRect) -> range:
        """Return the columns that touch a part of what is in sight."""
        left = self.room - exposed.right() - 1 if self.is_leftward else exposed.left()
        begin = left - self.head.width() + self.scrolled.x()
        first = max(0, int(begin // self.cell.width()))
        last = int((begin + exposed.width()) // self.cell.width()) + 1
        return range(first, min(last, self.columns))
