"""Draws a sentence with the chosen words painted under, never restyled."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.gui.models.sentences_model import Role, SentenceRow, sentence_caption
from reader.gui.offsets import Offsets
from reader.gui.theme import blend
from reader.gui.views.blocks import Direction, Frame, TextBlock, dim, sized
from reader.gui.views.grounds import draw_ground, draw_rule
from reader.gui.views.panel_parts import row_width

PADDING, GAP = 9.0, 2.0


class SentenceLayout:
    """A sentence and its caption, measured for a width; the sentence runs right to left."""

    def __init__(self, row: SentenceRow, font: QFont, width: float, direction: Direction) -> None:
        self.row = row
        inner = width - 2 * PADDING
        self.caption = TextBlock(sentence_caption(row), sized(font, 0.84), inner, direction)
        self.sentence = TextBlock(row.text, font, inner, Direction.RightToLeft, lines=60)
        self.top = PADDING / 2 + self.caption.height + GAP
        self.height = self.top + self.sentence.height + PADDING / 2 + 1

    def found_at(self, point: QPointF) -> str | None:
        """Return the id of the mention or event at `point` of the row, None beside them."""
        at = self.sentence.position_at(point - QPointF(PADDING, self.top))
        if at is None:
            return None
        for identifier, span in self.row.found:
            start, end = Offsets(self.row.text).range(span)
            if start <= at < end:
                return identifier
        return None

    def rectangles(self) -> list[QRectF]:
        """Return where the chosen words are drawn in the row."""
        shift = QPointF(PADDING, self.top)
        spans = (Offsets(self.row.text).range(span) for _, span in self.row.found)
        return [r.translated(shift) for s in spans for r in self.sentence.rectangles(*s)]


class SentenceDelegate(QStyledItemDelegate):
    """Draws the rows of the sentences list.

    Attributes:
        mark: the color under the chosen words; the palette's highlight where it is None.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mark: QColor | None = None

    def layout(self, row: SentenceRow, option: QStyleOptionViewItem) -> SentenceLayout:
        """Measure a row for the width of the view."""
        return SentenceLayout(row, option.font, row_width(option), option.direction)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height that the sentence needs in the width of the view."""
        height = self.layout(index.data(Role.ROW), option).height
        return QSize(option.rect.width(), round(height + 0.5))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the ground, the marks, and then the words over them."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self.layout(index.data(Role.ROW), option)
        corner = QPointF(option.rect.topLeft())
        draw_ground(painter, option)
        draw_rule(painter, option, 0.14)
        self._draw_marks(painter, option, layout, corner)
        text = option.palette.text().color()
        frame = Frame(QRectF(option.rect), option.direction)
        caption = frame.place(PADDING, PADDING / 2, option.rect.width() - 2 * PADDING).topLeft()
        layout.caption.draw(painter, caption, dim(option.palette))
        layout.sentence.draw(painter, corner + QPointF(PADDING, layout.top), text)
        painter.restore()

    def _draw_marks(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        layout: SentenceLayout,
        corner: QPointF,
    ) -> None:
        palette = option.palette
        shade = blend(palette.highlight().color(), palette.base().color(), 0.28)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.mark or shade)
        for rect in layout.rectangles():
            painter.drawRoundedRect(rect.translated(corner).adjusted(-1, 1, 1, -1), 3, 3)
