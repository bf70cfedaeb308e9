"""How the matrix is painted: shades and numbers in its cells, names and numbers beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from reader.gui.models.matrix import Matrix, Row
from reader.gui.theme import Theme, blend
from reader.gui.views.blocks import sized
from reader.gui.views.matrix_geometry import MatrixGeometry

# Mentions in one cell and the share of the color that shows them; the number is written too.
_SHADES = ((1, 0.14), (2, 0.24), (3, 0.34), (4, 0.42), (6, 1.0))
_NUMBERS_FROM = 15.0  # pixels of a cell's width that hold a number


def shade_of(count: int) -> float:
    """Return how much of the color shows so many mentions, 0 to 1."""
    return next((share for least, share in reversed(_SHADES) if count >= least), 0.0)


@dataclass(frozen=True, slots=True)
class MatrixLook:
    """The colors and letters; `size` is how many times as large as usual ones they are."""

    theme: Theme
    font: QFont
    size: float


@dataclass(frozen=True, slots=True)
class MatrixState:
    """What is lit.

    Attributes:
        current, hovered: the row and column of a cell; -1 for a head.
        chosen: ids of entities.
    """

    current: tuple[int, int] | None
    hovered: tuple[int, int] | None
    chosen: frozenset[str]
    has_focus: bool


class MatrixPainter:
    """Paints one matrix once; `names` are those of its rows, cut to the room that they have."""

    def __init__(
        self,
        painter: QPainter,
        matrix: Matrix,
        names: Sequence[str],
        geometry: MatrixGeometry,
        look: MatrixLook,
        state: MatrixState,
    ) -> None:
        self._painter, self._matrix, self._names = painter, matrix, names
        self._g, self._state = geometry, state
        self._theme, self._font, self._size = look.theme, look.font, look.size

    def paint_nothing(self, rect: QRectF) -> None:
        """Say that there are no rows."""
        self._painter.setPen(self._theme.color("axis"))
        words = QCoreApplication.translate("MatrixView", "No names are known yet.")
        self._painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def paint(self, rows: range, columns: range) -> None:
        """Paint the cells of these rows and columns, and the heads over them."""
        self._paint_columns(rows, columns)
        for row in rows:
            self._paint_row(row, columns)
        for row in rows:
            self._paint_name(row, self._g.name_rect(row))
        self._paint_numbers(columns)
        self._paint_corner()

    def _paint_columns(self, rows: range, columns: range) -> None:
        top, bottom = self._g.head.height(), self._g.bottom(rows)
        hatch = QBrush(self._theme.color("hatch"), Qt.BrushStyle.BDiagPattern)
        for column in columns:
            rect = self._g.cell_rect(0, column)
            whole = QRectF(rect.left(), top, rect.width(), bottom - top)
            if self._matrix.columns[column].is_copy:
                self._painter.fillRect(whole, hatch)
            if self._state.hovered and column == self._state.hovered[1]:
                self._painter.fillRect(whole, self._tint(0.07))

    def _tint(self, share: float) -> QColor:
        return blend(self._theme.color("highlight"), self._theme.color("base"), share)

    def _paint_row(self, row: int, columns: range) -> None:
        g, line, current = self._g, self._matrix.rows[row], self._state.current
        first, last = g.cell_rect(row, columns.start), g.cell_rect(row, columns.stop - 1)
        whole = first.united(last) if columns else first
        if self._state.hovered and row == self._state.hovered[0]:
            self._painter.fillRect(whole, self._tint(0.07))
        self._painter.setPen(QPen(self._theme.color("grid"), 1))
        self._painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        for column in self._filled(line, columns):
            self._paint_cell(self._g.cell_rect(row, column), len(line.cells[column]), column)
        if current and current[0] == row and current[1] in columns:
            self._paint_ring(g.cell_rect(row, current[1]))

    def _filled(self, line: Row, columns: range) -> Iterator[int]:
        """Yield the columns in sight that have mentions, by whichever is the shorter way."""
        if len(line.cells) < len(columns):
            return (column for column in line.cells if column in columns)
        return (column for column in columns if column in line.cells)

    def _paint_cell(self, rect: QRectF, count: int, column: int) -> None:
        share = shade_of(count)
        color = blend(self._theme.color("cell"), self._theme.color("base"), share)
        gap = 1.5 if self._g.cell.width() > 9 else 0.5
        box = rect.adjusted(gap, 2, -gap, -2)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(color)
        self._painter.drawRoundedRect(box, 3, 3)
        if self._matrix.columns[column].is_copy:
            self._painter.setBrush(QBrush(self._theme.color("hatch"), Qt.BrushStyle.BDiagPattern))
            self._painter.drawRoundedRect(box, 3, 3)
        if self._g.cell.width() >= _NUMBERS_FROM * self._size:
            self._painter.setPen(self._theme.color("cell_text" if share == 1.0 else "text"))
            self._painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(count))

    def _paint_ring(self, rect: QRectF) -> None:
        style = Qt.PenStyle.SolidLine if self._state.has_focus else Qt.PenStyle.DotLine
        self._painter.setPen(QPen(self._theme.color("focus"), 2, style))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)

    def _paint_name(self, row: int, rect: QRectF) -> None:
        line = self._matrix.rows[row]
        chosen = line.entity.id in self._state.chosen
        hovered = self._state.hovered is not None and self._state.hovered[0] == row
        share = 0.18 if chosen else 0.07 if hovered else 0.0
        ground = blend(self._theme.color("highlight"), self._theme.color("window"), share)
        self._painter.fillRect(rect, ground)
        self._painter.setPen(QPen(self._theme.color("grid"), 1))
        self._painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        leftward = self._g.is_leftward
        width = rect.width()
        swatch = self._g.inner(rect, 8, 11).adjusted(0, (rect.height() - 11) / 2, 0, 0)
        swatch.setHeight(11)
        edge = blend(self._theme.color("text"), self._theme.color("window"), 0.3)
        self._painter.setPen(QPen(edge, 1))
        self._painter.setBrush(self._theme.highlight(line.entity.type))
        self._painter.drawRoundedRect(swatch, 3, 3)
        self._painter.setPen(self._theme.color("text"))
        self._painter.setFont(sized(self._font, 1.0, bold=chosen))
        self._painter.drawText(
            self._g.inner(rect, 25, width - 25 - 36 * self._size),
            _side(leftward=leftward),
            self._names[row],
        )
        self._painter.setFont(sized(self._font, 0.86))
        self._painter.setPen(self._theme.color("axis"))
        total = self._g.inner(rect, width - 6 - 28 * self._size, 28 * self._size)
        self._painter.drawText(total, _side(leftward=not leftward), str(line.total))
        self._painter.setFont(self._font)

    def _paint_numbers(self, columns: range) -> None:
        if not columns:
            return
        ends = self._g.number_rect(columns.start).united(self._g.number_rect(columns.stop - 1))
        self._painter.fillRect(ends, self._theme.color("window"))
        self._painter.setFont(sized(self._font, 0.86))
        metrics = QFontMetricsF(self._painter.font())
        widest = metrics.horizontalAdvance(str(len(self._matrix.columns))) + 6
        every = next((n for n in (1, 2, 5, 10, 20, 50) if n * self._g.cell.width() >= widest), 100)
        for column in columns:
            rect = self._g.number_rect(column)
            if self._matrix.columns[column].is_copy:
                hatch = QBrush(self._theme.color("hatch"), Qt.BrushStyle.BDiagPattern)
                self._painter.fillRect(rect, hatch)
            if self._state.hovered and column == self._state.hovered[1]:
                self._painter.fillRect(rect, self._tint(0.16))
            if every == 1 or (column + 1) % every == 0:
                self._painter.setPen(self._theme.color("axis"))
                wide = rect.adjusted(-widest, 0, widest, 0)
                self._painter.drawText(wide, Qt.AlignmentFlag.AlignCenter, str(column + 1))
        self._painter.setPen(QPen(self._theme.color("border"), 1))
        self._painter.drawLine(ends.bottomLeft(), ends.bottomRight())
        self._painter.setFont(self._font)

    def _paint_corner(self) -> None:
        corner = self._g.corner()
        self._painter.fillRect(corner, self._theme.color("window"))
        self._painter.setPen(QPen(self._theme.color("border"), 1))
        self._painter.drawLine(corner.bottomLeft(), corner.bottomRight())
        self._painter.setFont(sized(self._font, 0.86))
        self._painter.setPen(self._theme.color("axis"))
        text = QCoreApplication.translate("MatrixView", "name / paragraph")
        self._painter.drawText(
            self._g.inner(corner, 8, corner.width() - 16), _side(leftward=self._g.is_leftward), text
        )
        self._painter.setFont(self._font)


def _side(*, leftward: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
