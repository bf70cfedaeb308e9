"""The article: its own text, byte for byte, with what is known of it painted under it.

The QTextDocument holds the author's text and nothing else, a block for each line, so
that a position in it is an offset in the text. Highlights are painted under the text
from the edges of each character: a char format that begins inside a word breaks
lam-alef, and a format that is drawn over the text clips marks. Folded copies are
hidden blocks; their marker is painted in the space below the block before them.

Made for articles below about 2 MB: above that the first jump far down takes seconds,
because QTextDocument lays out all that lies before it.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QStringListModel,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLayout,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QTextBrowser, QToolTip, QWidget

from reader.core.confidence import DOUBTFUL
from reader.core.types import Analysis, Document, Mention, Span
from reader.gui.fonts import reading_font
from reader.gui.offsets import Offsets
from reader.gui.reading_style import MAX_POINTS, MIN_POINTS, ReadingStyle
from reader.gui.theme import Theme, load_theme
from reader.gui.views.article_folds import Fold, find_folds, line_spans
from reader.gui.views.blocks import blend
from reader.gui.views.marked_scroll_bar import MarkedScrollBar
from reader.gui.views.text_runs import layout_runs

MARKER = 34.0  # height of a fold's marker, pixels
FLASH = 1100  # milliseconds
TIME, TRIGGER = "TIME", "TRIGGER"


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under the pointer: "mention", "time" or "event", and its id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class _Mark:
    """A span to paint, and what a click on it means."""

    span: Span
    type: str
    hit: Hit
    depth: int = 0
    doubtful: bool = False


class ArticleView(QTextBrowser):
    """Shows one article and what the analysis found in it.

    Attributes:
        tooltip: given a hit, returns the plain text to show for it.

    Signals:
        mention_clicked, time_clicked, event_clicked: the id of what was clicked.
        mention_hovered: the id of the mention under the pointer, "" for none.
        repetition_toggled: index of the first repetition of a fold, and whether it is open.
        font_size_changed: the size in points.
        sentence_changed: the id of the sentence that is read now, "" for none.
        edges_dragged: the id of a mention whose edges were dragged, and its new span.
        menu_wanted: the context menu before it is shown, the Hit under it or None, the
            selected span, and the offset of the letter under it: for others to add entries.
    """

    mention_clicked = Signal(str)
    time_clicked = Signal(str)
    event_clicked = Signal(str)
    mention_hovered = Signal(str)
    repetition_toggled = Signal(int, bool)
    font_size_changed = Signal(int)
    sentence_changed = Signal(str)
    edges_dragged = Signal(str, Span)
    menu_wanted = Signal(QMenu, object, Span, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tooltip: Callable[[Hit], str] = lambda _hit: ""
        self._document_text = ""
        self._title_end = 0
        self._offsets = Offsets("")
        self._analysis: Analysis | None = None
        self._theme = load_theme("light")
        self._visible: frozenset[str] = frozenset(self._theme.highlights)
        self._marks: list[_Mark] = []
        self._starts: list[int] = []
        self._longest = 0
        self._marked: tuple[Span, ...] = ()
        self._found: tuple[Span, ...] = ()
        self._current_found = -1
        self._folds: list[Fold] = []
        self._lines: list[Span] = []
        self._open: set[int] = set()
        self._flashed: Span | None = None
        self._style = ReadingStyle()
        self._pressed: QPoint | None = None
        self._bar = MarkedScrollBar(self)
        self._flash = QVariantAnimation(self)
        self._set_up()

    def _set_up(self) -> None:
        self.setVerticalScrollBar(self._bar)
        self.setReadOnly(True)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)  # leading edge: right, in RTL
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.document().setDocumentMargin(0)
        self.setCursorWidth(0)  # the text is read, not written: only a selection shows
        self._flash.setDuration(FLASH)
        self._flash.setStartValue(1.0)
        self._flash.setEndValue(0.0)
        self._flash.valueChanged.connect(lambda _value: self.viewport().update())
        self._flash.finished.connect(self._end_flash)
        self.setFont(reading_font(self._style.points, self._style.family))
        self.set_theme(self._theme)
        self.setAccessibleName(self.tr("Article"))

    # -- what is shown -----------------------------------------------------------------------

    def set_document(self, document: Document | None) -> None:
        """Show another article; what was known of the one before is dropped."""
        self._document_text = document.text if document else ""
        self._offsets = Offsets(self._document_text)
        self._lines = line_spans(self._document_text)
        self._open.clear()
        self._title_end = 0
        if document and document.title and self._document_text.startswith(document.title):
            self._title_end = len(document.title)
        self.setPlainText(self._document_text)
        self.set_analysis(None)
        self.set_marked(())
        self.set_found((), -1)
        self.verticalScrollBar().setValue(0)

    def document_text(self) -> str:
        """Return the author's text."""
        return self._document_text

    def set_analysis(self, analysis: Analysis | None) -> None:
        """Show what was found in the article; None shows the bare text."""
        self._analysis = analysis
        self._folds = find_folds(analysis, self._lines) if analysis else []
        self._open &= set(range(len(self._folds)))
        self._collect()
        self._format()

    def set_theme(self, theme: Theme) -> None:
        """Show the article in other colors."""
        self._theme = theme
        palette = theme.palette()
        palette.setColor(palette.ColorRole.Window, theme.color("base"))
        self.setPalette(palette)
        self._dim_copies()
        self._show_marks()
        self.viewport().update()

    def set_visible_types(self, types: frozenset[str]) -> None:
        """Show the highlights of these types only: entity types, TIME and TRIGGER."""
        self._visible = types
        self._collect()
        self.viewport().update()

    def set_marked(self, spans: Sequence[Span]) -> None:
        """Outline these spans and mark them in the scroll bar."""
        self._marked = tuple(sorted(spans))
        self._show_marks()
        self.viewport().update()

    def set_found(self, spans: Sequence[Span], current: int) -> None:
        """Show search hits; `current` is the index of the one that is gone to, or -1."""
        self._found = tuple(spans)
        self._current_found = current
        self._show_marks()
        self.viewport().update()

    def set_font_size(self, points: int) -> None:
        """Set the article's size in points, within what is readable."""
        points = max(MIN_POINTS, min(MAX_POINTS, points))
        if points != self._style.points:
            self.set_style(replace(self._style, points=points))
            self.font_size_changed.emit(points)

    def set_style(self, style: ReadingStyle) -> None:
        """Set the article in another font, size, column and so on."""
        self._style = style
        self.setFont(reading_font(style.points, style.family))
        self._collect()
        self._format()

    def reading_style(self) -> ReadingStyle:
        """Return how the article is set."""
        return self._style

    def font_size(self) -> int:
        """Return the article's size in points."""
        return self._style.points

    # -- layout ------------------------------------------------------------------------------

    def _format(self) -> None:
        """Give every block its line height and space, and hide the folded ones."""
        hidden = self._hidden_lines()
        before_fold = {f.blocks[0] - 1: n for n, f in enumerate(self._folds) if f.blocks[0]}
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        block = self.document().begin()
        while block.isValid():
            self._format_block(cursor, block, marker=block.blockNumber() in before_fold)
            block.setVisible(block.blockNumber() not in hidden)
            block = block.next()
        cursor.endEditBlock()
        self._dim_copies()
        self._fit_column()
        self.document().markContentsDirty(0, self.document().characterCount())
        self._show_marks()
        self.viewport().update()

    def _format_block(self, cursor: QTextCursor, block: QTextBlock, *, marker: bool) -> None:
        look = QTextBlockFormat()
        look.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        blank = not block.text().strip()
        space = self._style.points * (0.15 if blank else 0.9)
        kind = QTextBlockFormat.LineHeightTypes
        if blank:
            look.setLineHeight(self._style.points * 0.4, kind.FixedHeight.value)
        else:
            look.setLineHeight(self._style.line_height, kind.ProportionalHeight.value)
        look.setBottomMargin(space + (MARKER + self._style.points * 0.5 if marker else 0))
        cursor.setPosition(block.position())
        cursor.setBlockFormat(look)
        title = self._title_end and block.position() < self._offsets.to_utf16(self._title_end)
        if title or block.charFormat().fontPointSize() > 0:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = QTextCharFormat()
            letters.setFontPointSize(self._style.points * (1.45 if title else 1.0))
            letters.setFontWeight(QFont.Weight.Bold if title else QFont.Weight.Normal)
            cursor.setCharFormat(letters)

    def _hidden_lines(self) -> set[int]:
        return {
            line
            for number, fold in enumerate(self._folds)
            if number not in self._open
            for line in range(*fold.blocks)
        }

    def _dim_copies(self) -> None:
        """Draw copies in a dimmer color: whole sentences, so no word is cut."""
        if self._analysis is None:
            return
        dim = QTextCharFormat()
        dim.setForeground(self._theme.color("copy"))
        ranges: dict[int, list[QTextLayout.FormatRange]] = {}
        for repetition in self._analysis.repetitions:
            start, end = self._offsets.range(repetition.span)
            block = self.document().findBlock(start)
            part = QTextLayout.FormatRange()
            part.start = start - block.position()
            part.length = end - start
            part.format = dim
            ranges.setdefault(block.blockNumber(), []).append(part)
        for number, parts in ranges.items():
            self.document().findBlockByNumber(number).layout().setFormats(parts)

    def _fit_column(self) -> None:
        """Keep the column no wider than is comfortable, in the middle of the window."""
        letter = QFontMetricsF(self.font()).horizontalAdvance("م")
        widest = letter * (self._style.column or math.inf)
        side = max(28.0, (self.viewport().width() - widest) / 2)
        look = QTextFrameFormat()
        look.setLeftMargin(side)
        look.setRightMargin(side)
        look.setTopMargin(28)
        look.setBottomMargin(48)
        root = self.document().rootFrame()
        if root.frameFormat() != look:
            root.setFrameFormat(look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._fit_column()
        self._show_marks()

    # -- marks -------------------------------------------------------------------------------

    def _collect(self) -> None:
        """Gather what is painted, sorted, outer spans before those inside."""
        self._marks = sorted(self._all_marks(), key=lambda m: (m.span.start, -m.span.end))
        self._starts = [m.span.start for m in self._marks]
        self._longest = max((len(m.span) for m in self._marks), default=0)

    def _all_marks(self) -> Iterator[_Mark]:
        if self._analysis is None or not self._style.highlights:
            return
        mentions = [m for m in self._analysis.mentions if m.type in self._visible]
        for mention, depth in _depths(mentions):
            hit, doubtful = Hit("mention", mention.id), mention.confidence < DOUBTFUL
            yield _Mark(mention.span, mention.type, hit, depth, doubtful)
        if TIME in self._visible:
            for time in self._analysis.times:
                hit, doubtful = Hit("time", time.id), time.confidence < DOUBTFUL
                yield _Mark(time.span, TIME, hit, doubtful=doubtful)
        if TRIGGER in self._visible:
            for event in self._analysis.events:
                hit, doubtful = Hit("event", event.id), event.confidence < DOUBTFUL
                yield _Mark(event.trigger, TRIGGER, hit, doubtful=doubtful)

    def _marks_in(self, span: Span) -> list[_Mark]:
        first = bisect_left(self._starts, span.start - self._longest)
        found = []
        for mark in self._marks[first:]:
            if mark.span.start >= span.end:
                break
            if mark.span.end > span.start:
                found.append(mark)
        return found

    def rectangles(self, span: Span) -> list[QRect]:
        """Return where the span is painted, in the viewport; none where it is folded away."""
        shift = self._scrolled()
        return [r.translated(shift).toAlignedRect() for r in self._rectangles(span)]

    def _rectangles(self, span: Span) -> list[QRectF]:
        start, end = self._offsets.range(span)
        found: list[QRectF] = []
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            if block.isVisible():
                at = self.document().documentLayout().blockBoundingRect(block).topLeft()
                first, stop = start - block.position(), end - block.position()
                runs = layout_runs(block.layout(), block.text(), first, stop)
                found += [run.translated(at) for run in runs]
            block = block.next()
        return found

    def _scrolled(self) -> QPointF:
        return QPointF(
            -float(self.horizontalScrollBar().value()), -float(self.verticalScrollBar().value())
        )

    def _show_marks(self) -> None:
        """Mark the selected entity and the search hits in the scroll bar."""
        height = self.document().documentLayout().documentSize().height()
        if height <= 0:
            return
        marks = [
            (rect.center().y() / height, self._theme.color(name))
            for name, spans in (("found_current", self._found), ("marked", self._marked))
            for span in spans
            for rect in self._rectangles(span)[:1]
        ]
        self._bar.set_marks(marks)

    # -- painting ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the highlights of what can be seen, then the text, then the markers."""
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(self._scrolled())
            seen = self._seen()
            self._paint_marks(painter, seen)
            self._paint_spans(painter, seen)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(self._scrolled())
            self._paint_markers(painter)

    def first_visible_offset(self) -> int:
        """Return the offset of the first paragraph in sight."""
        return self._seen().start

    def _seen(self) -> Span:
        """Return the part of the text that lies in the viewport."""
        layout = self.document().documentLayout()
        top = float(self.verticalScrollBar().value())
        bottom = top + self.viewport().height()
        middle = self.viewport().width() / 2
        fuzzy = Qt.HitTestAccuracy.FuzzyHit
        first = layout.hitTest(QPointF(middle, top), fuzzy)
        last = layout.hitTest(QPointF(middle, bottom), fuzzy)
        start = self.document().findBlock(max(first, 0)).position()
        block = self.document().findBlock(max(last, 0))
        end = block.position() + block.length()
        text = self._offsets
        return Span(
            text.to_code_point(start), min(text.to_code_point(end), len(self._document_text))
        )

    def _paint_marks(self, painter: QPainter, seen: Span) -> None:
        for mark in self._marks_in(seen):
            rects = self._rectangles(mark.span)
            color = self._theme.highlight(mark.type)
            if mark.type in {TIME, TRIGGER}:
                self._underline(painter, rects, color, mark)
            elif mark.doubtful:
                self._outline(painter, rects, color, inset=2.5 * mark.depth)
            else:
                self._fill(painter, rects, color, inset=2.5 * mark.depth)

    def _paint_spans(self, painter: QPainter, seen: Span) -> None:
        for index, span in enumerate(self._found):
            if span.overlaps(seen):
                name = "found_current" if index == self._current_found else "found"
                self._fill(painter, self._rectangles(span), self._theme.color(name), inset=1)
        if self._flashed is not None and self._flashed.overlaps(seen):
            color = self._theme.color("flash")
            color.setAlphaF(float(self._flash.currentValue() or 0.0))
            self._fill(painter, self._rectangles(self._flashed), color, inset=-1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("marked"), 1.6))
        for span in self._marked:
            if span.overlaps(seen):
                for rect in self._rectangles(span):
                    painter.drawRoundedRect(self._band(rect, 0).adjusted(-1, -1, 1, 1), 4, 4)

    def _band(self, rect: QRectF, inset: float) -> QRectF:
        """Return the part of a line's height that a highlight fills."""
        spare = rect.height() * 0.1
        return rect.adjusted(0, spare + inset, 0, -spare * 0.6 - inset)

    def _fill(
        self, painter: QPainter, rects: Sequence[QRectF], color: QColor, *, inset: float
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for rect in rects:
            painter.drawRoundedRect(self._band(rect, inset), 4, 4)

    def _outline(
        self, painter: QPainter, rects: Sequence[QRectF], color: QColor, *, inset: float
    ) -> None:
        """Draw a highlight that may well be wrong: pale, with a broken edge."""
        base, text = self._theme.color("base"), self._theme.color("text")
        painter.setPen(QPen(blend(text, color, 0.35), 1.0, Qt.PenStyle.DashLine))
        painter.setBrush(blend(color, base, 0.35))
        for rect in rects:
            painter.drawRoundedRect(self._band(rect, inset).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _underline(
        self, painter: QPainter, rects: Sequence[QRectF], color: QColor, mark: _Mark
    ) -> None:
        dotted = mark.type == TIME
        pen = QPen(color, 2.0 if dotted else 1.6, Qt.PenStyle.SolidLine)
        if dotted:
            pen.setStyle(Qt.PenStyle.DotLine)
        if mark.doubtful:
            pen.setDashPattern([1, 4] if dotted else [4, 3])
        painter.setPen(pen)
        for rect in rects:
            y = self._band(rect, 0).bottom() - (0 if dotted else 1)
            painter.drawLine(QPointF(rect.left() + 1, y), QPointF(rect.right() - 1, y))

    # -- folds -------------------------------------------------------------------------------

    def folds(self) -> tuple[Fold, ...]:
        """Return the folds, in text order."""
        return tuple(self._folds)

    def marker_rectangle(self, fold: int) -> QRect:
        """Return where the marker of a fold is, in the viewport."""
        return self._marker(fold).translated(self._scrolled()).toAlignedRect()

    def _marker(self, fold: int) -> QRectF:
        first = self._folds[fold].blocks[0]
        layout = self.document().documentLayout()
        block = self.document().findBlockByNumber(max(first - 1, 0))
        while block.isValid() and not block.isVisible() and block.blockNumber():
            block = block.previous()
        rect = layout.blockBoundingRect(block)
        text = block.layout()
        bottom = rect.top() + (text.boundingRect().height() if text.lineCount() else rect.height())
        side = self.document().rootFrame().frameFormat().leftMargin()
        width = self.viewport().width() - 2 * side
        return QRectF(side, bottom + self._style.points * 0.7, width, MARKER - 4)

    def marker_text(self, fold: int) -> str:
        """Return the words on a fold's marker."""
        count = len(self._folds[fold].repetitions)
        told = self.tr("%n repeated paragraph(s)", "", count)
        conflicts = self._conflicts(fold)
        return f"{told}  ·  {conflicts}" if conflicts else told

    def _conflicts(self, fold: int) -> str:
        if self._analysis is None:
            return ""
        text = self._document_text
        pairs = [
            f"\u2068{c.of.of(text)}\u2069 / \u2068{c.span.of(text)}\u2069"
            for index in self._folds[fold].repetitions
            for c in self._analysis.repetitions[index].conflicts
        ]
        return self.tr("differs: {words}").format(words="، ".join(pairs)) if pairs else ""

    def _paint_markers(self, painter: QPainter) -> None:
        painter.setFont(QFont(self.font().family(), max(9, round(self._style.points * 0.8))))
        for number in range(len(self._folds)):
            rect = self._marker(number)
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.setBrush(self._theme.color("marker"))
            painter.drawRoundedRect(rect, 8, 8)
            arrow = "▾" if number in self._open else "◂"
            painter.setPen(self._theme.color("marker_text"))
            words = f"{arrow}  {self.marker_text(number)}"
            inside = rect.adjusted(14, 0, -14, 0)
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideLeft, int(inside.width())
            )
            painter.drawText(
                inside,
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                | int(Qt.AlignmentFlag.AlignAbsolute),
                shown,
            )

    def set_repetition_open(self, index: int, is_open: bool) -> None:  # noqa: FBT001 - as a slot
        """Open or close the fold that holds a repetition, by its index in the analysis."""
        for number, fold in enumerate(self._folds):
            if index in fold.repetitions and (number in self._open) != is_open:
                (self._open.add if is_open else self._open.discard)(number)
                self._format()
                self.repetition_toggled.emit(fold.repetitions[0], is_open)

    def is_open(self, fold: int) -> bool:
        """Tell whether a fold shows its copies."""
        return fold in self._open

    def _fold_at(self, point: QPoint) -> int | None:
        for number in range(len(self._folds)):
            if self.marker_rectangle(number).contains(point):
                return number
        return None

    def repetition_at(self, point: QPoint) -> int | None:
        """Return the index of the repetition whose copy is shown at a point, or None."""
        offset = self._offset_at(point)
        if offset is None or self._analysis is None:
            return None
        for index, repetition in enumerate(self._analysis.repetitions):
            if repetition.span.start <= offset < repetition.span.end:
                return index
        return None

    # -- going places ------------------------------------------------------------------------

    def reveal(self, span: Span, *, flash: bool = True) -> None:
        """Scroll to the span, opening the fold that it lies in, and flash it."""
        self._unfold(span)
        rects = self._rectangles(span)
        if not rects:
            return
        top, bottom = rects[0].top(), rects[-1].bottom()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + 24 <= top <= bottom <= bar.value() + height - 24:
            bar.setValue(round(top - height / 3))
        if flash:
            self._flashed = span
            self._flash.stop()
            self._flash.start()

    def _unfold(self, span: Span) -> None:
        if self._analysis is None:
            return
        for index, repetition in enumerate(self._analysis.repetitions):
            if repetition.span.overlaps(span):
                self.set_repetition_open(index, True)

    def _end_flash(self) -> None:
        self._flashed = None
        self.viewport().update()

    def _offset_at(self, point: QPoint) -> int | None:
        """Return the offset of the character under a point of the viewport, or None."""
        place = QPointF(point) - self._scrolled()
        position = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
        if position < 0:
            return None
        # The position is the nearest gap between characters; the character is on one side.
        for start in (position - 1, position):
            offset = self._offsets.to_code_point(max(start, 0))
            span = Span(offset, offset + 1)
            if any(rect.contains(place) for rect in self._rectangles(span)):
                return offset
        return None

    def hit_at(self, point: QPoint) -> Hit | None:
        """Return what a click at a point of the viewport means: the innermost name first."""
        offset = self._offset_at(point)
        if offset is None:
            return None
        marks = self._marks_in(Span(offset, offset + 1))
        named = [m for m in marks if m.hit.kind == "mention"]
        best = min(named or marks, key=lambda m: len(m.span), default=None)
        return best.hit if best else None

    # -- events ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click begins."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act on a click; a drag selects."""
        super().mouseReleaseEvent(event)
        point, pressed = event.position().toPoint(), self._pressed
        self._pressed = None
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        if (point - pressed).manhattanLength() < 4 and not self.textCursor().hasSelection():
            self._click(point)

    def _click(self, point: QPoint) -> None:
        fold = self._fold_at(point)
        if fold is not None:
            self.set_repetition_open(self._folds[fold].repetitions[0], fold not in self._open)
            return
        repetition = self.repetition_at(point)
        if repetition is not None and self._analysis is not None:
            self.reveal(self._analysis.repetitions[repetition].of)
            return
        hit = self.hit_at(point)
        if hit is not None:
            signals = {
                "mention": self.mention_clicked,
                "time": self.time_clicked,
                "event": self.event_clicked,
            }
            signals[hit.kind].emit(hit.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        hit = self.hit_at(point)
        live = hit or self._fold_at(point) is not None or self.repetition_at(point) is not None
        shape = Qt.CursorShape.PointingHandCursor if live else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        self.mention_hovered.emit(hit.id if hit and hit.kind == "mention" else "")

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is under the pointer, as plain text."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            hit = self.hit_at(event.pos())
            words = self.tooltip(hit) if hit else self._copy_tooltip(event.pos())
            # A line break keeps Qt from reading the words as rich text.
            QToolTip.showText(event.globalPos(), _plain(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def _copy_tooltip(self, point: QPoint) -> str:
        if self.repetition_at(point) is None:
            return ""
        return self.tr("A copy. Click to go to the first copy.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys of the window to the window."""
        if event.key() in {Qt.Key.Key_F3, Qt.Key.Key_Escape}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the size of the text with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_font_size(self._style.points + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
            return
        super().wheelEvent(event)

    # -- copying -----------------------------------------------------------------------------

    def selected_span(self) -> Span:
        """Return the selected part of the text, empty where nothing is selected."""
        cursor = self.textCursor()
        text = self._offsets
        return Span(
            text.to_code_point(cursor.selectionStart()), text.to_code_point(cursor.selectionEnd())
        )

    def selected_text(self) -> str:
        """Return the selected words as the author wrote them, folded copies left out."""
        selection = self.selected_span()
        hidden = self._hidden_lines()
        parts = [
            Span(max(line.start, selection.start), min(line.end, selection.end))
            for number, line in enumerate(self._lines)
            if number not in hidden and line.start <= selection.end and selection.start <= line.end
        ]
        return "\n".join(part.of(self._document_text) for part in parts)

    def marked_up_text(self) -> str:
        """Return the selected words with each outermost name as [words](TYPE)."""
        selection = self.selected_span()
        text, at, parts = self._document_text, selection.start, []
        mentions = self._analysis.mentions if self._analysis else ()
        for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
            if mention.span.start < at or not selection.contains(mention.span):
                continue
            parts += [text[at : mention.span.start], f"[{mention.span.of(text)}]({mention.type})"]
            at = mention.span.end
        return "".join([*parts, text[at : selection.end]])

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text: the author's words, line breaks as in the source."""
        return _mime_data(self.selected_text())


def _mime_data(text: str) -> QMimeData:
    """Return data of a plain text that Qt itself made.

    The clipboard keeps it until after Python has ended, and freeing a QMimeData that Python
    made ends the program with a fault then; a model's is Qt's own.
    """
    model = QStringListModel([text])
    data = model.mimeData([model.index(0)])
    data.clear()
    data.setText(text)
    return data


def _depths(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, int]]:
    """Yield each mention with the number of mentions that it lies in."""
    outer: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        outer = [o for o in outer if o.span.end > mention.span.start]
        yield mention, sum(o.span.contains(mention.span) for o in outer)
        outer.append(mention)


def _plain(words: str) -> str:
    """Return words that Qt does not take for rich text, whatever they hold."""
    return words.replace("<", "\u2039").replace(">", "\u203a")
