"""Draws a line of a concordance so that the keywords stand below one another."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.gui.models.concordance_model import Column, Role
from reader.gui.offsets import Offsets
from reader.gui.theme import Theme, load_theme
from reader.gui.views.text_runs import layout_runs

_PADDING = 8.0
_WIDE = 10_000.0  # more than a word needs
_ELLIPSIS = "…"


class ConcordanceDelegate(QStyledItemDelegate):
    """Draws the words next to the keyword whole, and leaves off those at the outer end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = load_theme("light")

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colors."""
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole
        if selected:
            painter.fillRect(option.rect, option.palette.color(role.Highlight))
        ink = option.palette.color(role.HighlightedText if selected else role.Text)
        column, words = Column(index.column()), str(index.data())
        box = QRectF(option.rect).adjusted(_PADDING, 0, -_PADDING, 0)
        if column == Column.WORD:
            self._draw_word(painter, box, option.font, ink, index, selected=selected)
        elif column in {Column.BEFORE, Column.AFTER}:
            self._draw_context(painter, box, option.font, ink, words, column)
        else:
            painter.setPen(ink)
            painter.setFont(option.font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def _draw_context(
        self, painter: QPainter, box: QRectF, font: QFont, ink: QColor, words: str, column: Column
    ) -> None:
        """Draw a context up to the keyword: the words before end left, those after begin right."""
        width = QFontMetricsF(font)
        shown = fitted(words, box.width(), width, keeps_end=column == Column.BEFORE)
        side = (
            Qt.AlignmentFlag.AlignLeft if column == Column.BEFORE else Qt.AlignmentFlag.AlignRight
        )
        option = QTextOption(side | Qt.AlignmentFlag.AlignVCenter)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setAlignment(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(box, shown, option)

    def _draw_word(
        self,
        painter: QPainter,
        box: QRectF,
        font: QFont,
        ink: QColor,
        index: QModelIndex | QPersistentModelIndex,
        *,
        selected: bool,
    ) -> None:
        """Draw the keyword in the middle, what was looked for on a ground of its own."""
        line, words = index.data(Role.LINE), str(index.data())
        layout = QTextLayout(words, font)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        layout.setTextOption(option)
        layout.beginLayout()
        row = layout.createLine()
        row.setLineWidth(_WIDE)
        layout.endLayout()
        natural = row.naturalTextRect()
        left = max(box.left(), box.center().x() - natural.width() / 2) - natural.left()
        at = QPointF(left, box.center().y() - natural.center().y())
        painter.setClipRect(box)
        if not selected:
            offsets = Offsets(words)
            start = offsets.to_utf16(line.found.start - line.word.start)
            end = offsets.to_utf16(line.found.end - line.word.start)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("found"))
            for run in layout_runs(layout, words, start, end):
                painter.drawRoundedRect(run.translated(at).adjusted(-1, 2, 1, -2), 3, 3)
        painter.setPen(ink)
        layout.draw(painter, at)


def fitted(words: str, width: float, metrics: QFontMetricsF, *, keeps_end: bool) -> str:
    """Return as many whole words as fit, from the end or from the beginning, with an ellipsis."""
    if metrics.horizontalAdvance(words) <= width:
        return words
    parts = words.split(" ")
    low, high = 0, len(parts)
    while low < high:
        middle = (low + high + 1) // 2
        kept = parts[-middle:] if keeps_end else parts[:middle]
        if metrics.horizontalAdvance(_elided(kept, keeps_end=keeps_end)) <= width:
            low = middle
        else:
            high = middle - 1
    kept = (parts[-low:] if keeps_end else parts[:low]) if low else []
    return _elided(kept, keeps_end=keeps_end)


def _elided(parts: list[str], *, keeps_end: bool) -> str:
    words = " ".join(parts)
    return f"{_ELLIPSIS} {words}" if keeps_end else f"{words} {_ELLIPSIS}"
