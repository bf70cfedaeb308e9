"""The words of an article as screen readers are told them: near the caret, as they are shown.

PySide6 6.11 leaves out of `QAccessibleTextInterface` what Python would need to answer for a
selection, a line or a format, and Qt answers in its place: by chance numbers, and from the
whole text each time. Qt's own text widget answers all of it. So one that is never shown holds
the part of the article around the caret, in the lines that are painted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Slot
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from reader.core.types import Mention, Span
from reader.gui.views.article.marks import TIME, TRIGGER, Mark
from reader.gui.views.article.selection import Selection
from reader.gui.views.article.shown import ShownText

if TYPE_CHECKING:
    from reader.gui.views.article_view import ArticleView

PART = 20_000  # code points that are told at once, about
_ENDS = re.compile("[\r\u2029\ufdd0\ufdd1]")  # what QTextDocument takes for a paragraph's end


@dataclass(frozen=True)
class _Told:
    """A paragraph, or the marker of a fold in place of those that are folded away.

    Attributes:
        number: of the paragraph; of the first that a marker stands for.
        span: what it is of the article.
        shown: its words; None for a marker.
        words: as Qt takes them, of the same length.
    """

    number: int
    span: Span
    shown: ShownText | None
    words: str

    def position(self, offset: int) -> int:
        """Return the UTF-16 position in it of an offset of the article."""
        inside = min(max(offset, self.span.start), self.span.end) - self.span.start
        return self.shown.position(inside) if self.shown else 0

    def offset(self, position: int) -> int:
        """Return the offset of the article of a UTF-16 position in it."""
        return self.span.start + (self.shown.offset(position) if self.shown else 0)


class ToldText(QTextEdit):
    """The part of the article around the caret; what is selected here, the view selects."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._paragraphs: list[_Told] = []
        self._starts: list[int] = []
        self._filled: QTextDocument | None = None
        self._made_from: object = None
        self._placed_at: object = None
        self._follows = False
        self._name: Mention | None = None
        self._caret = 0
        self.hide()
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.cursorPositionChanged.connect(self._lead)
        self.selectionChanged.connect(self._lead)

    def follow(self) -> None:
        """Take over what the view shows and has selected now."""
        self._follows = True
        self._fill()
        self._place()
        self._select()
        self._follows = False

    def _lead(self) -> None:
        """Select in the view what a screen reader has selected here."""
        if self._follows:
            return
        cursor = self.textCursor()
        anchor, caret = self._offset(cursor.anchor()), self._offset(cursor.position())
        self._view.caret.set_selection(Selection(anchor, caret))
        self._view.caret.reveal()

    def entered(self) -> Mention | None:
        """Return the shortest name that the caret has come into since this was last asked."""
        marks, caret = self._view.ink().marks, self._view.caret.offset
        names = marks.mentions.touching(Span(caret, caret + 1))
        shown = [name for name in names if name.type in marks.types]
        before, self._name = self._name, min(shown, key=lambda name: len(name.span), default=None)
        return None if self._name == before else self._name

    def passed(self) -> str:
        """Return the marker of copies that the caret has gone over since this was last asked."""
        column, caret = self._view.column, self._view.caret.offset
        low, high = sorted((self._caret, caret))
        self._caret = caret
        above, below = column.paragraphs.at(low), column.paragraphs.at(high)
        if below < above + 2 or column.next_shown(above) != below:
            return ""
        fold = column.closed_fold(above + 1)
        return "" if fold is None else self._view.folding.marker_text(fold)

    # -- the words ---------------------------------------------------------------------------

    def _fill(self) -> None:
        ink, column, caret = self._view.ink(), self._view.column, self._view.caret.offset
        made_from = (column.version, ink.marks, ink.marks.types, ink.theme)
        if made_from == self._made_from and self._holds(caret):
            return
        self._made_from, self._placed_at = made_from, None
        self._paragraphs = list(self._around(caret))
        self._starts = [told.span.start for told in self._paragraphs]
        # Another document, filled before it is taken: of changes in one Qt would tell in its name.
        before, document = self._filled, QTextDocument(self)
        document.setDocumentLayout(_Lines(self, document))
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(column.setting.font)
        document.setPlainText("\n".join(told.words for told in self._paragraphs))
        self._set_apart(document)
        self.setDocument(document)
        self._filled = document
        if before is not None:
            before.deleteLater()

    def _holds(self, caret: int) -> bool:
        """Tell whether the caret is among them, and at an end only where nothing is beyond."""
        first, last = self._paragraphs[0].span, self._paragraphs[-1].span
        after = first.start == 0 or caret > first.end
        return after and (last.end >= len(self._view.document_text()) or caret < last.start)

    def _around(self, caret: int) -> Iterator[_Told]:
        """Yield paragraphs of about `PART` code points with the caret in the middle."""
        column = self._view.column
        paragraphs = column.paragraphs
        start = max(0, min(caret - PART // 2, len(paragraphs.text) - PART))
        for number in column.numbers(paragraphs.at(start), paragraphs.at(start + PART)):
            span = paragraphs.span(number)
            fold = column.closed_fold(number)
            if fold is not None:
                folded = self._view.folding.folds[fold].span
                yield _Told(number, folded, None, self._view.folding.marker_text(fold))
                continue
            shown = ShownText(span.of(paragraphs.text), tashkil=column.setting.tashkil)
            yield _Told(number, span, shown, _ENDS.sub(" ", shown.text))

    def _set_apart(self, document: QTextDocument) -> None:
        """Give words the looks that tell them apart: titles, headings and what was found."""
        column, ink = self._view.column, self._view.ink()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for told in self._paragraphs:
            font = column.setting_of(told.number, column.setting).font
            if font != column.setting.font:
                look = QTextCharFormat()
                look.setFont(font)
                self._format(cursor, told.span, look)
        whole = Span(self._paragraphs[0].span.start, self._paragraphs[-1].span.end)
        for mark in ink.marks.touching(whole):
            self._format(cursor, mark.span, self._look(mark))
        cursor.endEditBlock()

    def _look(self, mark: Mark) -> QTextCharFormat:
        look, color = QTextCharFormat(), self._view.ink().theme.highlight(mark.type)
        if mark.type in {TIME, TRIGGER}:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(color)
        else:
            look.setBackground(color)
        return look

    def _format(self, cursor: QTextCursor, span: Span, look: QTextCharFormat) -> None:
        document = cursor.document()
        cursor.setPosition(self._position(span.start, document))
        cursor.setPosition(self._position(span.end, document), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)

    # -- the lines ---------------------------------------------------------------------------

    def _place(self) -> None:
        """Put the paragraphs in sight where they are painted; no other has a place."""
        column = self._view.column
        if self._placed_at == (column.y, column.left):
            return
        self._placed_at = (column.y, column.left)
        block = self.document().begin()
        while block.isValid():
            block.layout().clearLayout()
            block = block.next()
        markers = [self._view.folding.folds[fold].span.start for fold in column.markers()]
        for start in [*(placed.span.start for placed in column.placed()), *markers]:
            number = bisect_right(self._starts, start) - 1
            if number >= 0 and self._starts[number] == start:
                self.lay_out(self.document().findBlockByNumber(number))

    def lay_out(self, block: QTextBlock) -> None:
        """Set a paragraph in the lines that are painted."""
        column, layout = self._view.column, block.layout()
        told = self._paragraphs[block.blockNumber()]
        fold = column.closed_fold(told.number)
        option = QTextOption(Qt.AlignmentFlag.AlignRight)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        layout.setTextOption(option)
        layout.beginLayout()
        if fold is not None:
            marker = column.marker(fold)
            layout.createLine().setNumColumns(block.length(), marker.width())
            layout.setPosition(marker.topLeft())
        else:
            placed = column.place_of(told.number)
            _copy(layout, placed.layout.lines())
            layout.setPosition(placed.at)
        layout.endLayout()

    def position_at(self, place: QPointF) -> int:
        """Return the position of the letter at a place of the viewport, -1 for none."""
        offset = self._view.column.letter_at(place)
        return -1 if offset is None else self._position(offset)

    @Slot(QRectF)
    def _q_ensureVisible(self, place: QRectF) -> None:
        """Bring a place of the viewport in sight: Qt calls it by this name for a screen reader."""
        height = self._view.column.view
        if place.top() < 0 or place.bottom() > height:
            self._view.scroll_by(place.top() - height / 3)

    # -- the selection -----------------------------------------------------------------------

    def _select(self) -> None:
        selection, cursor = self._view.caret.selection, self.textCursor()
        anchor, caret = self._position(selection.anchor), self._position(selection.caret)
        if (cursor.anchor(), cursor.position()) != (anchor, caret):
            cursor.setPosition(anchor)
            cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def _position(self, offset: int, document: QTextDocument | None = None) -> int:
        """Return where an offset of the article is here, the nearest for one that is not."""
        number = max(0, bisect_right(self._starts, offset) - 1)
        block = (document or self.document()).findBlockByNumber(number)
        return block.position() + self._paragraphs[number].position(offset)

    def _offset(self, position: int) -> int:
        block = self.document().findBlock(position)
        return self._paragraphs[block.blockNumber()].offset(position - block.position())


def _copy(layout: QTextLayout, lines: Iterator[QTextLine]) -> None:
    """Set the same words in the same lines, by their length: in their looks they are wider."""
    for line in lines:
        copy = layout.createLine()
        copy.setNumColumns(line.textLength(), line.width())
        copy.setPosition(line.position())


class _Lines(QAbstractTextDocumentLayout):
    """The painted lines, asked for by Qt where a line begins or what is under a point."""

    def __init__(self, text: ToldText, document: QTextDocument) -> None:
        super().__init__(document)
        self._text = text

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Set a paragraph in lines, which is what Qt asks for."""
        self._text.lay_out(block)
        return block.layout().boundingRect().translated(block.layout().position())

    def hitTest(self, point: Any, accuracy: Qt.HitTestAccuracy) -> int:  # noqa: ANN401, ARG002 - the stub
        """Return the position of the letter at a point, -1 for none."""
        return self._text.position_at(point)

    def documentChanged(self, from_: int, chars_removed: int, chars_added: int) -> None:
        """Do nothing: lines are made when they are asked for."""

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Do nothing: the text is not shown."""

    def pageCount(self) -> int:
        """Return 1: there are no pages."""
        return 1

    def documentSize(self) -> QSizeF:
        """Return nothing, so that nothing is scrolled."""
        return QSizeF()

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:  # noqa: ARG002
        """Return nothing: there is one frame."""
        return QRectF()
