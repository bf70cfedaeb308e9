"""Draws a type as a heading that folds, and a name with its forms and ties."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from reader.gui.models import wording
from reader.gui.models.entities_model import EntityRow, Role, notes_text, variants_text
from reader.gui.views.blocks import Direction, Frame, TextBlock, blend, dim, sized

PADDING, SWATCH, GAP = 8.0, 10.0, 2.0


class NameLayout:
    """A name's blocks, measured for a width."""

    def __init__(
        self, row: EntityRow, counter: str, font: QFont, width: float, direction: Direction
    ) -> None:
        self.inset = PADDING + SWATCH + 8
        inner = width - self.inset - PADDING
        self.counter = TextBlock(counter, sized(font, 0.9), inner, direction, lines=1)
        self.name_width = inner - self.counter.width - 8
        self.name = TextBlock(wording.isolate(row.name), font, self.name_width, direction)
        self.details = [
            TextBlock(text, sized(font, 0.84), inner, direction)
            for text in (variants_text(row), notes_text(row))
            if text
        ]
        self.inner = inner
        self.height = self.name.height + 8 + sum(d.height + GAP for d in self.details)

    def draw(self, painter: QPainter, frame: Frame, palette: QPalette) -> None:
        """Draw the words inside `frame`."""
        faint = dim(palette)
        at = frame.place(self.inset, 4, self.name_width).topLeft()
        self.name.draw(painter, at, palette.text().color())
        counter_x = self.inset + self.inner - self.counter.width
        self.counter.draw(painter, frame.place(counter_x, 5, self.inner).topLeft(), faint)
        y = 4 + self.name.height + GAP
        for block in self.details:
            block.draw(painter, frame.place(self.inset, y, self.inner).topLeft(), faint)
            y += block.height + GAP


class EntityDelegate(QStyledItemDelegate):
    """Draws the rows of the entities panel.

    Attributes:
        colors: fill of each type's swatch; a type without one has none.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.colors: dict[str, QColor] = {}
        self._position: tuple[str, int] | None = None
        self._heights: dict[tuple[str, int], int] = {}

    def set_position(self, row: str | None, position: int | None = None) -> None:
        """Show on `row` that its mention at `position` (from 0) is the current one."""
        self._position = None if row is None or position is None else (row, position)

    def forget(self) -> None:
        """Measure every row anew: its words, font or width changed."""
        self._heights.clear()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that the row's words need in the width of the view."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QTreeView) else option.rect.width()
        row = index.data(Role.ROW)
        if not isinstance(row, EntityRow):
            return QSize(width, option.fontMetrics.height() + 10)
        if (row.id, width) not in self._heights:
            height = self._layout(row, option, width).height
            self._heights[row.id, width] = round(height + 0.5)
        return QSize(width, self._heights[row.id, width])

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a heading or a name."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_ground(painter, option)
        row = index.data(Role.ROW)
        frame = Frame(QRectF(option.rect), option.direction)
        if isinstance(row, EntityRow):
            self._draw_name(painter, option, frame, row)
        else:
            self._draw_heading(painter, option, frame, index)
        painter.restore()

    def _draw_name(
        self, painter: QPainter, option: QStyleOptionViewItem, frame: Frame, row: EntityRow
    ) -> None:
        layout = self._layout(row, option, option.rect.width())
        layout.draw(painter, frame, option.palette)

    def _draw_heading(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        frame: Frame,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        palette, view = option.palette, option.widget
        height = frame.rect.height()
        is_open = isinstance(view, QTreeView) and view.isExpanded(_plain(index))
        _draw_arrow(painter, frame.place(PADDING, height / 2 - 4, 8, 8), option, is_open=is_open)
        kind = index.data(Role.GROUP)
        swatch = frame.place(PADDING + 14, (height - SWATCH) / 2, SWATCH, SWATCH)
        painter.setPen(QPen(blend(palette.text().color(), palette.base().color(), 0.45), 1))
        painter.setBrush(self.colors.get(kind, palette.base().color()))
        painter.drawRoundedRect(swatch, 3, 3)
        words = f"{index.data()}  {wording.isolate(str(index.model().rowCount(_plain(index))))}"
        inset = PADDING + 14 + SWATCH + 8
        block = TextBlock(
            words, sized(option.font, 0.96, bold=True), frame.rect.width(), option.direction
        )
        place = frame.place(inset, (height - block.height) / 2, frame.rect.width())
        block.draw(painter, place.topLeft(), palette.text().color())

    def _layout(self, row: EntityRow, option: QStyleOptionViewItem, width: float) -> NameLayout:
        return NameLayout(row, self._counter(row), option.font, width, option.direction)

    def _counter(self, row: EntityRow) -> str:
        if self._position and self._position[0] == row.id:
            return wording.isolate(f"{self._position[1] + 1} / {len(row.mentions)}")
        return wording.isolate(f"×{len(row.mentions)}")


def _plain(index: QModelIndex | QPersistentModelIndex) -> QModelIndex:
    return index.model().index(index.row(), index.column(), index.parent())


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    palette, rect = option.palette, QRectF(option.rect)
    accent, base = palette.highlight().color(), palette.base().color()
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if selected or hovered:
        painter.fillRect(rect, blend(accent, base, 0.16 if selected else 0.06))
    if selected:
        bar = Frame(rect, option.direction).place(0, 0, 3, rect.height())
        painter.fillRect(bar, accent)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(palette.text().color(), 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1.5, 1.5, -1.5, -1.5))


def _draw_arrow(
    painter: QPainter, box: QRectF, option: QStyleOptionViewItem, *, is_open: bool
) -> None:
    middle = box.center()
    tip = box.left() if option.direction == Direction.RightToLeft else box.right()
    back = 2 * middle.x() - tip
    points = [QPointF(back, box.top()), QPointF(tip, middle.y()), QPointF(back, box.bottom())]
    if is_open:
        top = box.top() + 2
        points = [
            QPointF(box.left(), top),
            QPointF(middle.x(), box.bottom()),
            QPointF(box.right(), top),
        ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(dim(option.palette))
    painter.drawPolygon(QPolygonF(points))
