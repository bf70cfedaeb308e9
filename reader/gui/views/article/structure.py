"""What the file of an article says of its paragraphs: how each is set, and its page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reader.core.types import Block
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say
from reader.gui.theme import Theme, blend
from reader.gui.views.article.layouts import Setting
from reader.gui.views.blocks import sized

_RIBBON = 24.0  # of the margin, that a bookmark may take, pixels
_BULLET = 0.16  # radius of a bullet, of the size of the font
_AWAY = 0.75  # of the right edge of a set-in paragraph to its mark, of the size of the font


class Structure:
    """The blocks of a document, found by the offset of a paragraph."""

    def __init__(self, blocks: Sequence[Block] = ()) -> None:
        self._blocks = blocks
        self._starts = [block.span.start for block in blocks]

    def block(self, offset: int) -> Block | None:
        """Return the block that holds an offset, None where the file says nothing of it."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return None
        block = self._blocks[number]
        return block if offset <= block.span.end else None

    def setting(self, offset: int, setting: Setting) -> Setting:
        """Return how the paragraph at an offset is set."""
        block = self.block(offset)
        return setting if block is None else setting.of_kind(block.kind, block.level)

    def page(self, offset: int) -> int | None:
        """Return the page that begins with the paragraph at an offset, None where none does."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or self._starts[number] != offset:
            return None
        page = self._blocks[number].page
        before = self._blocks[number - 1].page if number else None
        return page if page != before else None


def paint_block(
    painter: QPainter, block: Block, box: QRectF, setting: Setting, theme: Theme
) -> None:
    """Draw what tells a list item, a quote or a cell from a paragraph.

    `box` has the lines of the paragraph, as wide as the column.
    """
    faint = blend(theme.color("text"), theme.color("base"), 0.3)
    size = setting.points
    if block.kind == "list_item":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("copy"))
        place = QPointF(box.right() - _AWAY * size, box.top() + setting.line / 2)
        painter.drawEllipse(place, _BULLET * size, _BULLET * size)
    elif block.kind == "quote":
        bar = QRectF(box.right() - _AWAY * size, box.top(), 3.0, box.height())
        painter.fillRect(bar, faint)
    elif block.kind == "cell":
        painter.setPen(QPen(faint, 1.0))
        painter.drawLine(box.bottomLeft(), box.bottomRight())


def paint_page(
    painter: QPainter, page: int, line: QRectF, left: float, setting: Setting, theme: Theme
) -> None:
    """Write the number of a page into the margin where lines end."""
    painter.setFont(sized(setting.font, 0.58))
    painter.setPen(theme.color("placeholder"))
    words = say(QT_TRANSLATE_NOOP("Wording", "p. {page}")).format(page=page)
    place = QRectF(0.0, line.top(), max(0.0, left - _RIBBON), line.height())
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(place, int(right | Qt.AlignmentFlag.AlignVCenter), words)
