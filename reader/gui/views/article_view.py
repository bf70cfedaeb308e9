"""The article, of any size: its own text with what is known of it painted under it.

Only the paragraphs in sight are laid out (see `article.column`), so that an article of
20 MB is shown as soon as one of 5 KB. Highlights are painted under the words from the
edges of each letter (see `article.painting`). All offsets are code points of the text.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QMetaMethod,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from reader.core.types import Analysis, Document, Mention, Sentence, Span
from reader.gui.fonts import reading_font
from reader.gui.models.phrases import isolate
from reader.gui.reading_style import MAX_POINTS, MIN_POINTS, ReadingStyle
from reader.gui.theme import Theme, load_theme
from reader.gui.views.article import accessible
from reader.gui.views.article.column import column_width
from reader.gui.views.article.copying import marked_up_text, plain_text
from reader.gui.views.article.hits import hit_at, hit_targets
from reader.gui.views.article.keys import Keys
from reader.gui.views.article.layouts import Setting
from reader.gui.views.article.margin import (
    NUMBERED,
    PLAIN,
    Numbers,
    paint_blocks,
    paint_bookmarks,
    paint_markers,
    paint_numbers,
    paint_pages,
)
from reader.gui.views.article.marks import (
    SPAN,
    Hit,
    Marks,
    SpanIndex,
    spans_index,
)
from reader.gui.views.article.overview import Lane
from reader.gui.views.article.painting import Ink, ink_for, user_index
from reader.gui.views.article.pointing import Pointer
from reader.gui.views.article.scrolled import ScrolledColumn
from reader.gui.views.article.selection import Selection
from reader.gui.views.article_folds import Fold, find_folds

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

__all__ = ["ArticleView", "Hit"]

FLASH = 1100  # milliseconds
_CARET = 2.0  # width, pixels


class ArticleView(ScrolledColumn):
    """Shows one article and what the analysis found in it.

    Attributes:
        caret_browsing: whether the caret is shown and moved by the keys.
        selection: the selected part; for the view's own parts.

    Signals:
        mention_clicked, time_clicked, event_clicked: the id of what was clicked.
        mention_hovered: the id of the mention under the pointer, "" for none.
        repetition_toggled: index of the first repetition of a fold, and whether it is open.
        font_size_changed: the size in points.
        sentence_changed: the id of the sentence that is read now, "" for none.
        selection_changed: another part is selected, or none.
        caret_browsing_changed: whether the caret is shown.
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
    selection_changed = Signal()
    caret_browsing_changed = Signal(bool)
    edges_dragged = Signal(str, Span)
    menu_wanted = Signal(QMenu, object, Span, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caret_browsing = False
        self.selection = Selection()
        self._document_text = ""
        self._analysis: Analysis | None = None
        self._theme = load_theme("light")
        self._types: frozenset[str] = frozenset(self._theme.highlights)
        self._style = ReadingStyle()
        self._ink = ink_for(None, self._theme, self._types)
        self._triggers = self._copies = spans_index(())
        self._bookmarks: tuple[int, ...] = ()
        self._numbers = Numbers(())
        self._sentences: SpanIndex[Sentence] = SpanIndex((), SPAN)
        self._sentence: Sentence | None = None
        self._reading: int | None = None  # where the reader went last, while in sight
        self._folds: list[Fold] = []
        self._open: set[int] = set()
        self._chosen: Mention | None = None
        self._dragged: Span | None = None
        self._pointer = Pointer(self)
        self._keys = Keys(self)
        self._flash = QVariantAnimation(self)
        self._set_up()

    def _set_up(self) -> None:
        accessible.install(ArticleView)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.strip.chosen.connect(self._on_strip)
        self._flash.setDuration(FLASH)
        self._flash.setStartValue(1.0)
        self._flash.setEndValue(0.0)
        self._flash.valueChanged.connect(self._on_flash)
        self._flash.finished.connect(self._end_flash)
        self.set_style(self._style)
        self.set_theme(self._theme)
        self.setAccessibleName(self.tr("Article"))

    # -- what is shown -----------------------------------------------------------------------

    def set_document(self, document: Document | None) -> None:
        """Show another article; what was known of the one before is dropped."""
        text = self._document_text = document.text if document else ""
        title = document.title if document else None
        title_end = len(title) if title and text.startswith(title) else 0
        self._open.clear()
        self._flash.stop()
        self._glide.stop()
        self._bookmarks, self._chosen, self._reading = (), None, None
        self._ink.marked, self._ink.found, self._ink.current_found = (
            spans_index(()),
            spans_index(()),
            None,
        )
        self._ink.user, self._ink.flashed = user_index(()), None
        self.column.set_text(text, title_end, document.blocks if document else ())
        self.set_selection(Selection())
        self.set_analysis(None)

    def document_text(self) -> str:
        """Return the author's text."""
        return self._document_text

    def toPlainText(self) -> str:
        """Return the author's text, as Qt's text views name it."""
        return self._document_text

    def set_analysis(self, analysis: Analysis | None) -> None:
        """Show what was found in the article; None shows the bare text."""
        self._analysis = analysis
        self._folds = find_folds(analysis, self.column.paragraphs) if analysis else []
        self._open &= set(range(len(self._folds)))
        self._sentences = SpanIndex(analysis.sentences if analysis else (), SPAN)
        found = ink_for(analysis, self._theme, self._types)
        self._ink.repetitions = found.repetitions
        self._ink.marks = found.marks if self._style.highlights else Marks(None, self._types)
        self._triggers = spans_index([e.trigger for e in analysis.events] if analysis else ())
        self._copies = spans_index([r.span for r in analysis.repetitions] if analysis else ())
        self._chosen = self._same_mention(self._chosen)
        self._count()
        self._fold()

    def _same_mention(self, mention: Mention | None) -> Mention | None:
        """Return the mention of that place in the analysis of now, or else of that id."""
        found = self._analysis.mentions if mention and self._analysis else ()
        here = (m for m in found if mention and m.span == mention.span)
        named = (m for m in found if mention and m.id == mention.id)
        return next(here, None) or next(named, None)

    def set_theme(self, theme: Theme) -> None:
        """Show the article in other colors."""
        self._theme = self._ink.theme = theme
        palette = theme.palette()
        palette.setColor(palette.ColorRole.Window, theme.color("base"))
        self.setPalette(palette)
        self._show_lanes()
        self.viewport().update()

    def ink(self) -> Ink:
        """Return what is known of the article that shows in it; for the view's own parts."""
        return self._ink

    def set_visible_types(self, types: frozenset[str]) -> None:
        """Show the highlights of these types only: entity types, TIME and TRIGGER."""
        self._types = self._ink.marks.types = types
        self.viewport().update()

    def set_marked(self, spans: Sequence[Span]) -> None:
        """Outline these spans and show them in the overview."""
        self._ink.marked = spans_index(tuple(spans))
        self._show_lanes()
        self.viewport().update()

    def set_hits(self, hits: SpanIndex[Span], current: Span | None) -> None:
        """Show search hits; `current` is the one that is gone to."""
        self._ink.found, self._ink.current_found = hits, current
        self._show_lanes()
        self.viewport().update()

    def set_user_highlights(
        self, highlights: Sequence[tuple[Span, str]], noted: Sequence[Span] = ()
    ) -> None:
        """Show highlights of the reader's own, each in a color by its name in the theme.

        Those at the spans `noted` have a note, and look so.
        """
        self._ink.user = user_index(tuple(highlights))
        self._ink.noted = spans_index(tuple(noted))
        self.viewport().update()

    def set_bookmarks(self, offsets: Sequence[int]) -> None:
        """Show a ribbon beside the lines of these offsets."""
        self._bookmarks = tuple(offsets)
        self.viewport().update()

    # -- how it is set -----------------------------------------------------------------------

    def set_font_size(self, points: int) -> None:
        """Set the article's size in points, within what is readable."""
        points = max(MIN_POINTS, min(MAX_POINTS, points))
        if points != self._style.points:
            self.set_style(replace(self._style, points=points))
            self.font_size_changed.emit(points)

    def font_size(self) -> int:
        """Return the article's size in points."""
        return self._style.points

    def set_style(self, style: ReadingStyle) -> None:
        """Set the article in another font, size, column and so on."""
        before, self._style = self._style, style
        self.setFont(reading_font(style.points, style.family))
        self._ink.pale_tashkil = style.diacritics == "dimmed"
        if style.highlights != before.highlights:
            shown = self._analysis if style.highlights else None
            self._ink.marks = Marks(shown, self._types)
        self._count()
        self.set_lines()
        self.settled()

    def set_motion(self, on: bool) -> None:  # noqa: FBT001 - as a slot
        """Let things glide and fade, or stand still: what was gone to is lit, then not."""
        self.has_motion = on
        self._flash.setEndValue(0.0 if on else 1.0)

    def reading_style(self) -> ReadingStyle:
        """Return how the article is set."""
        return self._style

    def _count(self) -> None:
        analysis, numbers = self._analysis, self._style.numbers
        if analysis is None or numbers == "none":
            self._numbers = Numbers(())
        elif numbers == "paragraphs":
            self._numbers = Numbers(analysis.paragraphs)
        else:
            self._numbers = Numbers(analysis.sentences)

    def set_lines(self) -> None:
        """Set the text anew in the width that there is."""
        style = self._style
        font = reading_font(style.points, style.family)
        side = PLAIN if style.numbers == "none" else NUMBERED
        left, width = column_width(font, style.column, self.viewport().width(), side)
        setting = Setting(font, width, style.line_height, style.diacritics != "hidden")
        self.column.left, self.column.view = left, float(self.viewport().height())
        if setting == self.column.setting:
            self.column.settle()
        else:
            self.column.set_setting(setting)
            self.strip.lay_out()
        self._sync()

    def _fold(self) -> None:
        self.column.set_folds(self._folds, frozenset(self._open))
        self.strip.lay_out()
        self._show_lanes()
        self._sync()

    def print_to(self, printer: QPrinter, highlights: bool) -> None:  # noqa: FBT001 - a plain choice
        """Lay the article out on the printer's pages, with or without what was found in it."""
        marks = Marks(self._analysis if highlights else None, self._types)
        ink = Ink(load_theme("light"), marks, SpanIndex((), SPAN))
        from reader.gui.views.article.printing import print_article  # noqa: PLC0415 - at its first use

        print_article(printer, self.column, self._style, ink)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl change the size of the text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_font_size(self._style.points + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
        else:
            super().wheelEvent(event)

    # -- the overview ------------------------------------------------------------------------

    def _show_lanes(self) -> None:
        theme, ink = self._theme, self._ink
        self.strip.set_lanes(
            (
                Lane(ink.marked, theme.color("marked"), self._marked_words),
                Lane(
                    self._triggers,
                    theme.highlight("TRIGGER"),
                    self._event_words,
                ),
                Lane(self._copies, theme.color("copy"), self._copy_words),
                Lane(ink.found, theme.color("found_current"), self._found_words),
            )
        )

    def _marked_words(self, count: int) -> str:
        return self.tr("%n mention(s) of what is chosen", "", count)

    def _event_words(self, count: int) -> str:
        return self.tr("%n event word(s)", "", count)

    def _copy_words(self, count: int) -> str:
        return self.tr("%n repeated passage(s)", "", count)

    def _found_words(self, count: int) -> str:
        return self.tr("%n search hit(s)", "", count)

    def _on_strip(self, span: Span) -> None:
        if len(span):
            self.reveal(span)
        else:
            self.column.go_to(self.column.y_of(span.start) - self.column.view / 2)
            self._sync()

    # -- painting ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paragraphs in sight, and what stands beside and between them."""
        del event  # all is painted anew: little is in sight
        placed = list(self.column.placed())
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_blocks(painter, self.column, placed, self._theme)
            for one in placed:
                self._ink.paint(painter, one, one.lines_span(0.0, self.column.view))
            if self._style.numbers != "none":
                paint_pages(painter, self.column, placed, self._theme)
                paint_numbers(painter, self.column, placed, self._numbers, self._theme)
            paint_bookmarks(painter, self.column, self._seen(), self._bookmarks, self._theme)
            paint_markers(painter, self.column, self._theme, self.marker_text, self.is_open)
            self._paint_edges(painter)
            self._paint_caret(painter)

    def _paint_caret(self, painter: QPainter) -> None:
        if not self.caret_browsing or self.column.is_hidden(self.selection.caret):
            return
        line = self.column.caret(self.selection.caret)
        # Painted by hand: Qt's own has a flag that tells the direction.
        caret = QRectF(line.left() - _CARET / 2, line.top(), _CARET, line.height())
        painter.fillRect(caret, self._theme.color("text"))

    def _paint_edges(self, painter: QPainter) -> None:
        """Draw handles at the ends of the chosen mention, and where they are dragged to."""
        color = self._theme.color("highlight")
        if self._dragged is not None:
            painter.setPen(QPen(color, 1.6, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for rect in self.column.rectangles(self._dragged):
                painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for _mention, _span, start, end in self.edges():
            for edge in (start, end):
                painter.drawRoundedRect(
                    QRectF(edge.left() - 1.2, edge.top(), 2.4, edge.height()), 1, 1
                )
                painter.drawEllipse(QPointF(edge.left(), edge.top()), 3.2, 3.2)

    def _seen(self) -> Span:
        """Return the part of the text whose lines are in sight."""
        placed = list(self.column.placed())
        if not placed:
            return Span(0, 0)
        first = placed[0].lines_span(0.0, self.column.view)
        return Span(first.start, placed[-1].lines_span(0.0, self.column.view).end)

    def first_visible_offset(self) -> int:
        """Return the offset of the first line in sight."""
        return self._seen().start

    def show_at_top(self, offset: int) -> None:
        """Scroll until the line of a letter is the first in sight."""
        self.column.show(Span(offset, offset + 1), margin=math.inf, fraction=0.0)
        self._sync()

    def rectangles(self, span: Span) -> list[QRect]:
        """Return where the span is painted, in the viewport; none where it is folded away."""
        return [rect.toAlignedRect() for rect in self.column.rectangles(span)]

    # -- folds -------------------------------------------------------------------------------

    def folds(self) -> tuple[Fold, ...]:
        """Return the folds, in text order."""
        return tuple(self._folds)

    def marker_rectangle(self, fold: int) -> QRect:
        """Return where the marker of a fold is, in the viewport."""
        return self.column.marker(fold).toAlignedRect()

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
            f"{isolate(c.of.of(text))} / {isolate(c.span.of(text))}"
            for index in self._folds[fold].repetitions
            for c in self._analysis.repetitions[index].conflicts
        ]
        return self.tr("differs: {words}").format(words="، ".join(pairs)) if pairs else ""

    def set_repetition_open(self, index: int, is_open: bool) -> None:  # noqa: FBT001 - as a slot
        """Open or close the fold that holds a repetition, by its index in the analysis."""
        for number, fold in enumerate(self._folds):
            if index in fold.repetitions and (number in self._open) != is_open:
                (self._open.add if is_open else self._open.discard)(number)
                self._fold()
                self.repetition_toggled.emit(fold.repetitions[0], is_open)

    def is_open(self, fold: int) -> bool:
        """Tell whether a fold shows its copies."""
        return fold in self._open

    def _fold_at(self, place: QPointF) -> int | None:
        return next(
            (f for f in self.column.markers() if self.column.marker(f).contains(place)), None
        )

    def repetition_at(self, point: QPoint) -> int | None:
        """Return the index of the repetition whose copy is shown at a point, or None."""
        offset = self.offset_at(point)
        if offset is None or self._analysis is None:
            return None
        found = next(iter(self._ink.repetitions.touching(Span(offset, offset + 1))), None)
        return None if found is None else self._analysis.repetitions.index(found)

    # -- going places ------------------------------------------------------------------------

    def reveal(self, span: Span, *, flash: bool = True) -> None:
        """Scroll to the span, opening the fold that it lies in, and flash it."""
        self._unfold(span)
        self.column.show(span, margin=24.0, fraction=1 / 3)
        self._reading = span.start
        self._sync()
        if flash:
            self._ink.flashed = span
            self._flash.stop()
            self._flash.start()

    def _unfold(self, span: Span) -> None:
        for repetition in self._ink.repetitions.touching(span):
            if self._analysis is not None:
                self.set_repetition_open(self._analysis.repetitions.index(repetition), True)

    def _on_flash(self, value: float) -> None:
        self._ink.flash = value
        self.viewport().update()

    def _end_flash(self) -> None:
        self._ink.flashed = None
        self.viewport().update()

    def offset_at(self, point: QPoint) -> int | None:
        """Return the offset of the letter under a point of the viewport, or None."""
        return self.column.letter_at(QPointF(point))

    def hit_at(self, point: QPoint) -> Hit | None:
        """Return what a click at a point of the viewport means: the innermost name first."""
        return hit_at(self.column, self._ink.marks, QPointF(point))

    def hit_targets(self) -> list[tuple[Hit, QRect]]:
        """Return what can be clicked in sight, each with a part of it that a click hits."""
        found = hit_targets(self.column, self._ink.marks, QRectF(self.viewport().rect()))
        return [(hit, rect.toAlignedRect()) for hit, rect in found]

    # -- the sentence that is read -----------------------------------------------------------

    def current_sentence(self) -> Sentence | None:
        """Return the sentence that is read: where the reader went last, else by the scrolling."""
        return self._sentence

    def settled(self) -> None:
        """Find the sentence that is read now."""
        self._sentence, before = self._find_sentence(), self._sentence
        self._ink.focus = None
        if self._style.focus:
            self._ink.focus = self._sentence.span if self._sentence else None
        if self._sentence != before:
            self.sentence_changed.emit(self._sentence.id if self._sentence else "")
            if self._style.focus:
                self.viewport().update()

    def _find_sentence(self) -> Sentence | None:
        if not self._sentences.items:
            return None
        seen = self._seen()
        if self._reading is not None and not seen.start <= self._reading <= seen.end:
            self._reading = None
        offset = self._reading if self._reading is not None else self._read_offset()
        number = self._sentences.first(offset + 1) - 1
        return self._sentences.items[max(number, 0)]

    def _read_offset(self) -> int:
        """Return the letter that is read: from the top at the start to the bottom at the end."""
        share = self.column.y / self.column.bottom if self.column.bottom else 0.0
        line = self.column.setting.line
        y = line + min(1.0, share) * max(0.0, self.column.view - 2 * line)
        right = self.column.left + self.column.setting.width
        return self.column.nearest(QPointF(right, y))

    def set_spoken(self, sentence: Span | None, word: Span | None = None) -> None:
        """Show which sentence is read aloud, and which word; None where none is.

        The view follows what it shows, and stays where the reader scrolled it away from that.
        """
        ink = self._ink
        before, here = ink.spoken_word or ink.spoken, word or sentence
        follows = here is not None and (before is None or before.overlaps(self._seen()))
        if sentence is not None and sentence != ink.spoken:
            self._reading = sentence.start
        ink.spoken, ink.spoken_word = sentence, word
        if here is not None and follows:
            self.column.show(here, margin=24.0, fraction=1 / 3)
        self._sync()

    # -- the selection -----------------------------------------------------------------------

    def set_selection(self, selection: Selection) -> None:
        """Select another part, or put the caret elsewhere."""
        if selection == self.selection:
            return
        self.selection = selection
        self._reading = selection.caret
        self.selection_changed.emit()
        self._ink.selected = selection.span
        accessible.tell_selection(self)
        self.settled()
        self.viewport().update()

    def select(self, span: Span) -> None:
        """Select a part of the text; an empty one only puts the caret there."""
        self.set_selection(Selection(span.start, span.end))

    def selectAll(self) -> None:
        """Select the whole text."""
        self.select(Span(0, len(self._document_text)))

    def caret_offset(self) -> int:
        """Return where the caret is, shown or not."""
        return self.selection.caret

    def set_caret_browsing(self, on: bool) -> None:  # noqa: FBT001 - as a slot
        """Show a caret that the keys move, beginning in sight, or hide it."""
        if on == self.caret_browsing:
            return
        self.caret_browsing = on
        seen = self._seen()
        if on and not seen.start <= self.selection.caret <= seen.end:
            self.select(Span(seen.start, seen.start))
        self.caret_browsing_changed.emit(on)
        self.viewport().update()

    def show_caret(self) -> None:
        """Scroll as little as brings the caret in sight."""
        self._unfold(Span(self.selection.caret, self.selection.caret + 1))
        line = self.column.caret(self.selection.caret)
        if line.bottom() < -self.column.view or line.top() > 2 * self.column.view:
            caret = Span(self.selection.caret, self.selection.caret)
            self.column.show(caret, margin=0.0, fraction=0.5)
            self._sync()
        elif line.top() < 0:
            self.scroll_by(line.top() - 4)
        elif line.bottom() > self.column.view:
            self.scroll_by(line.bottom() - self.column.view + 4)

    def selected_span(self) -> Span:
        """Return the selected part of the text, empty where nothing is selected."""
        return self.selection.span

    def selected_text(self) -> str:
        """Return the selected words as the author wrote them, folded copies left out."""
        hidden = [f.span for n, f in enumerate(self._folds) if n not in self._open]
        return plain_text(self._document_text, self.selected_span(), hidden)

    def marked_up_text(self) -> str:
        """Return the selected words with each outermost name as [words](TYPE)."""
        mentions = self._analysis.mentions if self._analysis else ()
        return marked_up_text(self._document_text, self.selected_span(), mentions)

    def copy(self) -> None:
        """Copy the selected words as plain text, line breaks as in the source."""
        if len(self.selected_span()):
            QGuiApplication.clipboard().setText(self.selected_text())

    def copy_marked_up(self) -> None:
        """Copy the selected words with each outermost name as [words](TYPE)."""
        words = self.marked_up_text()
        if words:
            QGuiApplication.clipboard().setText(words)

    # -- edges of the chosen mention ---------------------------------------------------------

    def edges(self) -> list[tuple[str, Span, QRectF, QRectF]]:
        """Return the chosen mention with the places of its two edges, while someone asks for it.

        Edges can be taken only where `edges_dragged` is connected.
        """
        chosen = self._chosen
        if chosen is None or not self.isSignalConnected(QMetaMethod.fromSignal(self.edges_dragged)):
            return []
        rects = self.column.rectangles(chosen.span)
        if not rects:
            return []
        start = self.column.caret(chosen.span.start)
        end_letter = self.column.rectangles(Span(chosen.span.end - 1, chosen.span.end))
        last = end_letter[0] if end_letter else rects[-1]
        end = QRectF(last.left(), last.top(), 0.0, last.height())
        return [(chosen.id, chosen.span, start, end)]

    def set_dragged(self, span: Span | None) -> None:
        """Show where the edges of the chosen mention would be."""
        if span != self._dragged:
            self._dragged = span
            self.viewport().update()

    # -- events ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a selection."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.double_click(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act on a click; a drag selects."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.release(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on selecting; show a hand over what can be clicked."""
        self._pointer.move(event)
        if event.buttons():
            return
        point = event.position().toPoint()
        hit = self.hit_at(point)
        live = hit or self._fold_at(QPointF(point)) is not None
        shape = Qt.CursorShape.IBeamCursor
        if self._pointer.edge_at(event.position()) is not None:
            shape = Qt.CursorShape.SizeHorCursor
        elif live or self.repetition_at(point) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        self.mention_hovered.emit(hit.id if hit and hit.kind == "mention" else "")

    def click(self, place: QPointF) -> None:
        """Act on a click at a place of the viewport."""
        point, fold = place.toPoint(), self._fold_at(place)
        if fold is not None:
            self.set_repetition_open(self._folds[fold].repetitions[0], fold not in self._open)
            return
        repetition = self.repetition_at(point)
        if repetition is not None and self._analysis is not None:
            self.reveal(self._analysis.repetitions[repetition].of)
            return
        hit = self.hit_at(point)
        self._choose(hit)
        if hit is not None:
            signals = {
                "mention": self.mention_clicked,
                "time": self.time_clicked,
                "event": self.event_clicked,
            }
            signals[hit.kind].emit(hit.id)

    def click_caret(self) -> None:
        """Act on a click on the letter that the caret stands before."""
        letter = self.column.rectangles(Span(self.selection.caret, self.selection.caret + 1))
        if letter:
            self.click(letter[0].center())

    def _choose(self, hit: Hit | None) -> None:
        mentions = self._analysis.mentions if self._analysis and hit else ()
        self._chosen = next((m for m in mentions if hit and m.id == hit.id), None)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a click on a copy does; of what was found, the cards tell."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = "" if self.hit_at(event.pos()) else self._copy_tooltip(event.pos())
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def _copy_tooltip(self, point: QPoint) -> str:
        if self.repetition_at(point) is None:
            return ""
        return self.tr("A copy. Click to go to the first copy.")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show a menu to which others have added what they can do here."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place, at = QPointF(event.pos()), event.globalPos()
        if by_key:
            place = self.column.caret(self.selection.caret).center()
            at = self.viewport().mapToGlobal(place.toPoint())
        menu = self.context_menu(place)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def context_menu(self, place: QPointF) -> QMenu:
        """Return the menu for a place of the viewport."""
        menu = QMenu(self)
        copy = menu.addAction(self.tr("&Copy"), self.copy)
        copy.setEnabled(len(self.selected_span()) > 0)
        menu.addAction(self.tr("Select &all"), self.selectAll)
        offset = self.column.letter_at(place)
        under = self.column.nearest(place) if offset is None else offset
        self.menu_wanted.emit(menu, self.hit_at(place.toPoint()), self.selected_span(), under)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, select or move the caret; leave other keys to the window."""
        if not self._keys.press(event):
            event.ignore()
