"""A passage with the words marked in which it differs from another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from reader.core.types import Span
from reader.gui.fonts import reading_font
from reader.gui.models.compare import WEIGHTY, Difference
from reader.gui.offsets import Offsets
from reader.gui.theme import Theme, load_theme
from reader.gui.views.text_runs import layout_runs

_MARGIN = 14.0
_POINTS = 14


class PassagePane(QAbstractScrollArea):
    """Shows one of two copies, with a line and a sign where the other has other words.

    The words are struck out in the first copy and underlined in the second.

    Attributes:
        is_first: whether it is the first copy.
        tells_changed: whether words in the place of others have a sign of their own, a broken
            line below them, in both copies.
        told_as: what a screen reader calls it.
    """

    told_as = QAccessible.Role.StaticText

    def __init__(
        self, *, is_first: bool, tells_changed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.is_first = is_first
        self.tells_changed = tells_changed
        self._known: dict[Span, list[QRectF]] = {}
        self._theme = load_theme("light")
        self._passage, self._words = Span(0, 0), ""
        self._marks: tuple[tuple[Span, Difference], ...] = ()
        self._current: Difference | None = None
        self._layout = QTextLayout("", reading_font(_POINTS))
        self._offsets = Offsets("")
        self._height = 0.0
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)

    def show_passage(self, text: str, passage: Span, differences: Sequence[Difference]) -> None:
        """Show a passage of `text` with its marks."""
        words = passage.of(text).replace("\n", "\u2028")
        self._passage, self._words = passage, words
        spans = ((d.first if self.is_first else d.copy, d) for d in differences)
        self._marks = tuple((span, d) for span, d in spans if len(span))
        self._current = None
        self._layout = QTextLayout(words, reading_font(_POINTS))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)  # the leading edge: right
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self._layout.setTextOption(option)
        self._offsets = Offsets(words)
        self.setAccessibleDescription(passage.of(text))
        self._break()
        self.verticalScrollBar().setValue(0)

    def set_theme(self, theme: Theme) -> None:
        """Show the passage in other colors."""
        self._theme = theme
        palette = theme.palette()
        palette.setColor(palette.ColorRole.Window, theme.color("base"))
        self.setPalette(palette)
        self.viewport().update()

    def reveal(self, difference: Difference) -> None:
        """Bring a difference into sight and frame it."""
        self._current = difference
        rects = self._rectangles(self._place(difference))
        if rects:
            middle = rects[0].center().y()
            self.verticalScrollBar().setValue(round(middle - self.viewport().height() / 2))
        self.viewport().update()

    def _place(self, difference: Difference) -> Span:
        """Return the words of a difference, or the letter beside which they are missing."""
        span = difference.first if self.is_first else difference.copy
        if len(span):
            return span
        at = span.start - self._passage.start
        after = self._words[at:]
        known = after.strip()
        at += after.find(known[0]) if known else 0
        at = at if known else max(0, len(self._words.rstrip()) - 1)
        return Span(self._passage.start + at, self._passage.start + at + 1)

    @property
    def height_of_all(self) -> float:
        """How high the whole passage is."""
        return self._height

    def top_of(self, offset: int) -> float:
        """Return how far below the top of the passage a letter of the article stands."""
        rects = self._rectangles(Span(offset, offset + 1))
        return rects[0].top() if rects else 0.0

    def rectangles(self, span: Span) -> list[QRectF]:
        """Return where words of the article stand, in the viewport."""
        shift = QPointF(0, -self.verticalScrollBar().value())
        return [rect.translated(shift) for rect in self._rectangles(span)]

    def _rectangles(self, span: Span) -> list[QRectF]:
        if span not in self._known:
            self._known[span] = self._measured(span)
        return self._known[span]

    def _measured(self, span: Span) -> list[QRectF]:
        start = max(span.start, self._passage.start) - self._passage.start
        end = min(span.end, self._passage.end) - self._passage.start
        if start >= end:
            return []
        at = QPointF(_MARGIN, _MARGIN)
        first, stop = self._offsets.to_utf16(start), self._offsets.to_utf16(end)
        runs = layout_runs(self._layout, self._layout.text(), first, stop)
        return [run.translated(at) for run in runs]

    def _break(self) -> None:
        """Break the passage into lines of the pane's width."""
        width = max(60.0, self.viewport().width() - 2 * _MARGIN)
        y = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height() * 1.35
        self._layout.endLayout()
        self._known.clear()
        self._height = y + 2 * _MARGIN
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(self._height) - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(24)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._break()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the marks under the text, their lines and signs over it."""
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -self.verticalScrollBar().value())
            painter.setPen(Qt.PenStyle.NoPen)
            for span, difference in self._marks:
                kind = "EVENT" if self.is_first else "GPE"
                kind = "ORG" if self._is_changed(difference) else kind
                painter.setBrush(self._theme.highlight(kind))
                for rect in self._rectangles(span):
                    painter.drawRoundedRect(rect.adjusted(-1, 1, 1, -1), 3, 3)
            painter.setPen(self._theme.color("text"))
            self._layout.draw(painter, QPointF(_MARGIN, _MARGIN))
            for span, difference in self._marks:
                self._paint_line(painter, span, difference)
            self._paint_current(painter)

    def _paint_line(self, painter: QPainter, span: Span, difference: Difference) -> None:
        """Strike out or underline the words, heavily where they change what is said."""
        rects = self._rectangles(span)
        changed = self._is_changed(difference)
        style = Qt.PenStyle.DashLine if changed else Qt.PenStyle.SolidLine
        width = 2.4 if difference.kind in WEIGHTY else 1.2
        painter.setPen(QPen(self._theme.color("text"), width, style))
        for rect in rects:
            struck = self.is_first and not changed
            y = rect.center().y() + 2 if struck else rect.bottom() - 2
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        if not rects:
            return
        painter.setPen(self._theme.color("conflict"))
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        head = rects[0]
        sign = QRectF(head.right() - 6, head.top() - 7, 12, 12)
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, self._sign(difference))

    def _is_changed(self, difference: Difference) -> bool:
        return self.tells_changed and bool(len(difference.first) and len(difference.copy))

    def _sign(self, difference: Difference) -> str:
        if self._is_changed(difference):
            return "≠"
        return "−" if self.is_first else "+"

    def _paint_current(self, painter: QPainter) -> None:
        if self._current is None:
            return
        span = self._current.first if self.is_first else self._current.copy
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("marked"), 1.8))
        for rect in self._rectangles(self._place(self._current)):
            if len(span):
                painter.drawRoundedRect(rect.adjusted(-2, 0, 2, 0), 4, 4)
                continue
            is_end = self._place(self._current).start < span.start
            x = round(rect.left() if is_end else rect.right())
            caret = QRect(x - 1, round(rect.top()), 3, round(rect.height()))
            painter.fillRect(caret, self._theme.color("marked"))
