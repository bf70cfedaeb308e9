"""Draws a type as a heading that folds, and a name with its forms and ties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
)

from reader.gui.models import wording
from reader.gui.models.entities_model import EntityRow, Role, notes_text, variant_text
from reader.gui.theme import blend
from reader.gui.views.blocks import Direction, Frame, TextBlock, dim, sized
from reader.gui.views.grounds import draw_ground
from reader.gui.views.panel_parts import row_width

PADDING, SWATCH, GAP = 8.0, 10.0, 2.0
BUTTON = 18.0
_COUNTER_WIDTH = 110  # pixels, more than the widest counter takes with all margins
_ARABIC = re.compile(r"[\u0621-\u064A ]+")  # letters of one font, without marks


class NameLayout:
    """A name's blocks, measured for a width."""

    def __init__(
        self, row: EntityRow, counter: str, font: QFont, width: float, direction: Direction
    ) -> None:
        self.inset = PADDING + SWATCH + 8
        inner = width - self.inset - PADDING
        self.counter = TextBlock(counter, sized(font, 0.9), inner, direction, lines=1)
        self.name_width = inner - self.counter.width - 8
        name = wording.signed(wording.isolate(row.name), by_user=row.by_user)
        self.name = TextBlock(name, font, self.name_width, direction)
        small = sized(font, 0.84)
        apart = row.variants if row.entity is not None else ()
        self.forms = [
            (v.text, TextBlock(variant_text(v), small, inner - BUTTON - 4, direction))
            for v in apart
        ]
        notes = notes_text(row)
        self.notes = [TextBlock(notes, small, inner, direction)] if notes else []
        self.inner = inner
        details = [max(block.height, BUTTON) for _, block in self.forms]
        details += [block.height for block in self.notes]
        self.height = self.name.height + 8 + sum(height + GAP for height in details)

    def buttons(self, frame: Frame) -> Iterator[tuple[str, QRectF]]:
        """Yield the forms of the name, and where the button is that splits each off."""
        for form, _block, y in self._form_places():
            yield form, frame.place(self.inset + self.inner - BUTTON, y, BUTTON, BUTTON)

    def _form_places(self) -> Iterator[tuple[str, TextBlock, float]]:
        y = 4 + self.name.height + GAP
        for form, block in self.forms:
            yield form, block, y
            y += max(block.height, BUTTON) + GAP

    def draw(self, painter: QPainter, frame: Frame, palette: QPalette) -> None:
        """Draw the words inside `frame`."""
        faint = dim(palette)
        at = frame.place(self.inset, 4, self.name_width).topLeft()
        self.name.draw(painter, at, palette.text().color())
        counter_x = self.inset + self.inner - self.counter.width
        self.counter.draw(painter, frame.place(counter_x, 5, self.inner).topLeft(), faint)
        y = 4 + self.name.height + GAP
        for _form, block, top in self._form_places():
            width = self.inner - BUTTON - 4
            block.draw(painter, frame.place(self.inset, top, width).topLeft(), faint)
            y = top + max(block.height, BUTTON) + GAP
        for _form, place in self.buttons(frame):
            _draw_fork(painter, place, palette)
        for block in self.notes:
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
        width = row_width(option)
        row = index.data(Role.ROW)
        if not isinstance(row, EntityRow):
            return QSize(width, option.fontMetrics.height() + 10)
        key = "" if _is_one_line(row, option, width) else row.id, width
        if key not in self._heights:
            self._heights[key] = round(self._layout(row, option, width).height + 0.5)
        return QSize(width, self._heights[key])

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a heading or a name."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, option)
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

    def form_at(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        point: QPoint,
    ) -> str:
        """Return the form of a name whose button is at a point of the view, "" where none is."""
        row = index.data(Role.ROW)
        if not isinstance(row, EntityRow):
            return ""
        layout = self._layout(row, option, option.rect.width())
        buttons = layout.buttons(Frame(QRectF(option.rect), option.direction))
        return next((form for form, place in buttons if place.contains(QPointF(point))), "")

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell what the button under the pointer does; else what the row is."""
        form = self.form_at(option, index, event.pos())
        if not form:
            return super().helpEvent(event, view, option, index)
        words = self.tr("Split {name} off: it names another")
        told = wording.plain_tip(words.format(name=wording.quoted(form)))
        QToolTip.showText(event.globalPos(), told, view)
        return True

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


def _is_one_line(row: EntityRow, option: QStyleOptionViewItem, width: float) -> bool:
    """Tell at little cost whether a row is one line of Arabic: all such are of one height."""
    ties = row.stands_for or row.related or row.part_of or row.holders or row.by_user
    if ties or (row.entity is not None and (row.variants or row.entity.links)):
        return False
    if not _ARABIC.fullmatch(row.name):
        return False
    return option.fontMetrics.horizontalAdvance(row.name) < width - _COUNTER_WIDTH


def _plain(index: QModelIndex | QPersistentModelIndex) -> QModelIndex:
    return index.model().index(index.row(), index.column(), index.parent())


def _draw_fork(painter: QPainter, box: QRectF, palette: QPalette) -> None:
    """Draw the button that splits a form off: one line that becomes two."""
    text, base = palette.text().color(), palette.base().color()
    painter.setPen(QPen(blend(text, base, 0.3), 1))
    painter.setBrush(blend(text, base, 0.05))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(QPen(dim(palette), 1.4))
    middle = box.center()
    stem = QPointF(middle.x(), box.bottom() - 4)
    fork = QPointF(middle.x(), middle.y() + 1)
    painter.drawLine(stem, fork)
    for side in (-4, 4):
        tip = QPointF(middle.x() + side, box.top() + 4)
        painter.drawLine(fork, tip)


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
