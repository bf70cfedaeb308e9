"""Draws an article of the library: its title, where and when, and a piece of its text."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.core.types import Span
from reader.gui.models.articles_model import Entry, Role
from reader.gui.models.library_words import row_facts
from reader.gui.offsets import Offsets
from reader.gui.theme import Theme, blend, load_theme
from reader.gui.views.blocks import Direction, Frame, TextBlock, dim, sized
from reader.gui.views.grounds import draw_ground
from reader.gui.views.panel_parts import row_width

_PADDING, _DOT, _GAP = 8.0, 8.0, 3.0
_BEFORE = 24  # letters before what was found
_TITLE, _TEXT = 2, 4  # lines of the title at most, and with the text's


class ArticlesDelegate(QStyledItemDelegate):
    """All rows are of one height, so that a hundred thousand need not be measured.

    Attributes:
        theme: of what is found in the words.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = load_theme("light")

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - one height for all
    ) -> QSize:
        """Return the height of every row."""
        lines = _TITLE * _line(sized(option.font, 1.0, bold=True))
        lines += (_TEXT - _TITLE) * _line(sized(option.font, 0.92))
        lines += _line(sized(option.font, 0.86))
        return QSize(row_width(option), math.ceil(lines + 2 * _PADDING + 2 * _GAP))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row."""
        entry = index.data(Role.ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        draw_ground(painter, option)
        if isinstance(entry, Entry):
            self._draw(painter, option, entry)
        palette, rect = option.palette, QRectF(option.rect)
        painter.setPen(QPen(blend(palette.text().color(), palette.base().color(), 0.14), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        row, hit = entry.row, entry.hit
        frame = Frame(QRectF(option.rect), option.direction)
        begin = _PADDING + _DOT + 6
        width = option.rect.width() - begin - _PADDING
        ink, faint = option.palette.text().color(), dim(option.palette)
        found = self.theme.color("found")
        if row.unread:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.highlight())
            painter.drawEllipse(frame.place(_PADDING, _PADDING + 6, _DOT, _DOT))
        font = sized(option.font, 1.0, bold=row.unread)
        title = TextBlock(row.title, font, width, direction_of(row.title), lines=_TITLE)
        at = frame.place(begin, _PADDING, width).topLeft()
        _draw_words(painter, title, row.title, hit.title.hits if hit else (), at, ink, found)
        below = _PADDING + title.height + _GAP
        small = sized(option.font, 0.86)
        told = QFontMetricsF(small).elidedText(row_facts(row), Qt.TextElideMode.ElideRight, width)
        facts = TextBlock(told, small, width, option.direction, lines=1)
        facts.draw(painter, frame.place(begin, below, width).topLeft(), faint)
        if hit is None or not hit.snippet.words:
            return
        below += facts.height + _GAP
        words, spans = shown_snippet(
            hit.snippet.words, hit.snippet.hits, cut=hit.snippet.cut_before
        )
        lines = _TEXT - (1 if title.height < 1.5 * _line(font) else _TITLE)
        piece = TextBlock(words, sized(option.font, 0.92), width, direction_of(words), lines=lines)
        place = frame.place(begin, below, width).topLeft()
        _draw_words(painter, piece, words, spans, place, blend(ink, faint, 0.4), found)


def _draw_words(
    painter: QPainter,
    block: TextBlock,
    words: str,
    spans: Sequence[Span],
    at: QPointF,
    ink: QColor,
    found: QColor,
) -> None:
    """Draw words over the ground of what was found in them."""
    offsets = Offsets(words)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(found)
    for span in spans:
        for run in block.rectangles(*offsets.range(span)):
            painter.drawRoundedRect(run.translated(at).adjusted(-1, 1, 1, -1), 3, 3)
    block.draw(painter, at, ink)


def shown_snippet(words: str, hits: Sequence[Span], *, cut: bool) -> tuple[str, tuple[Span, ...]]:
    """Return a piece of a text in one line from a little before its first hit, and the hits."""
    first = hits[0].start if hits else 0
    begin = words.find(" ", first - _BEFORE, first) + 1 if first > _BEFORE else 0
    lead = "… " if cut or begin else ""
    by = len(lead) - begin
    moved = tuple(Span(hit.start + by, hit.end + by) for hit in hits)
    line = "".join(" " if c in "\n\r\u2028\u2029" else c for c in words[begin:])
    return lead + line, moved


def direction_of(words: str) -> Direction:
    """Return the direction of the first letter that has one."""
    kinds = (unicodedata.bidirectional(letter) for letter in words[:200])
    first = next((kind for kind in kinds if kind in {"L", "R", "AL"}), "AL")
    return Direction.LeftToRight if first == "L" else Direction.RightToLeft


def _line(font: QFont) -> float:
    return QFontMetricsF(font).height()
