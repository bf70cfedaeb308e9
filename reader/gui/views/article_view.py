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

from PySide6.QtCore import QEvent, QMetaMethod, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from reader.core.types import Analysis, Document, Sentence, Span
from reader.gui.fonts import reading_font
from reader.gui.reading_style import MAX_POINTS, MIN_POINTS, ReadingStyle
from reader.gui.theme import Theme, load_theme
from reader.gui.views.article import accessible
from reader.gui.views.article.caret import Caret
from reader.gui.views.article.clicks import Clicks
from reader.gui.views.article.column import column_width
from reader.gui.views.article.copying import Copying
from reader.gui.views.article.edges import Edges
from reader.gui.views.article.flash import Flash
from reader.gui.views.article.folding import Folding
from reader.gui.views.article.hits import hit_targets
from reader.gui.views.article.keys import Keys
from reader.gui.views.article.lanes import Lanes
from reader.gui.views.article.layouts import Setting
from reader.gui.views.article.margin import NUMBERED, PLAIN, Margin, paint_blocks, paint_markers
from reader.gui.views.article.marks import SPAN, Hit, Marks, SpanIndex, spans_index
from reader.gui.views.article.painting import Ink, ink_for, user_index
from reader.gui.views.article.pointing import Pointer
from reader.gui.views.article.read_sentence import ReadSentence
from reader.gui.views.article.scrolled import ScrolledColumn
from reader.gui.views.article.selection import Selection

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class ArticleView(ScrolledColumn):
    """Shows one article and what the analysis found in it.

    Attributes:
        folding: which repeats are folded away.
        caret: the caret, with what is selected.
        edges: those of the mention that was clicked last.

    Signals:
        mention_clicked, time_clicked, event_clicked: the id of what was clicked.
        font_size_changed: the size in points.
        sentence_changed: the id of the sentence that is read now, "" for none.
        edges_dragged: the id of a mention whose edges were dragged, and its new span.
        menu_wanted: the context menu before it is shown, the Hit under it or None, the
            selected span, and the offset of the letter under it: for others to add entries.
    """

    mention_clicked = Signal(str)
    time_clicked = Signal(str)
    event_clicked = Signal(str)
    font_size_changed = Signal(int)
    sentence_changed = Signal(str)
    edges_dragged = Signal(str, Span)
    menu_wanted = Signal(QMenu, object, Span, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._analysis: Analysis | None = None
        self._theme = load_theme("light")
        self._types: frozenset[str] = frozenset(self._theme.highlights)
        self._style = ReadingStyle()
        self._ink = ink_for(None, self._theme, self._types)
        self._margin = Margin(self.column)
        self.folding = Folding(self.column, self)
        self.caret = Caret(self, self.folding)
        self.edges = Edges(self, self._is_dragging_wanted)
        self._clicks = Clicks(self.column, self._ink, self.folding, self.edges)
        self._copying = Copying(self.column, self.folding, self.caret)
        self._read = ReadSentence(self.column)
        self._lanes = Lanes(self.strip)
        self._pointer = Pointer(self, self.caret, self.edges)
        self._keys = Keys(self, self.caret)
        self._flash = Flash(self._ink, self)
        self._set_up()

    def _set_up(self) -> None:
        accessible.install(ArticleView)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.strip.chosen.connect(self._on_strip)
        self.folding.changed.connect(self._on_folded)
        self.caret.moved.connect(self._on_caret)
        self.caret.pressed.connect(self._clicks.act)
        self._pointer.clicked.connect(self._clicks.act)
        self._clicks.hit.connect(self._on_hit)
        self._clicks.first_copy_wanted.connect(self.reveal)
        self._pointer.dragged.connect(self.edges_dragged)
        self._pointer.released.connect(self._copying.offer)
        self.set_style(self._style)
        self.set_theme(self._theme)
        self.setAccessibleName(self.tr("Article"))

    # -- what is shown -----------------------------------------------------------------------

    def set_document(self, document: Document | None) -> None:
        """Show another article; what was known of the one before is dropped."""
        text = document.text if document else ""
        title = document.title if document else None
        title_end = len(title) if title and text.startswith(title) else 0
        self.folding.close_all()
        self._flash.put_out()
        self._glide.stop()
        self._margin.bookmarks = ()
        self.edges.choose(None)
        self._read.go_to(None)
        self._ink.forget()
        self.column.set_text(text, title_end, document.blocks if document else ())
        self.caret.set_selection(Selection())
        self.set_analysis(None)

    def document_text(self) -> str:
        """Return the author's text."""
        return self.column.paragraphs.text

    def set_analysis(self, analysis: Analysis | None) -> None:
        """Show what was found in the article; None shows the bare text."""
        self._analysis = analysis
        self._read.set_sentences(analysis.sentences if analysis else ())
        found = ink_for(analysis, self._theme, self._types)
        self._ink.repetitions = found.repetitions
        self._ink.marks = found.marks if self._style.highlights else Marks(None, self._types)
        self._lanes.set_analysis(analysis)
        self.edges.set_analysis(analysis)
        self._margin.number(self._analysis, self._style.numbers)
        self.folding.set_analysis(analysis)

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
        self._margin.bookmarks = tuple(offsets)
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
        self._margin.number(self._analysis, self._style.numbers)
        self.set_lines()
        self.settled()

    def set_motion(self, on: bool) -> None:  # noqa: FBT001 - as a slot
        """Let things glide and fade, or stand still: what was gone to is lit, then not."""
        self.has_motion = on
        self._flash.set_motion(on=on)

    def reading_style(self) -> ReadingStyle:
        """Return how the article is set."""
        return self._style

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

    def _on_folded(self) -> None:
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
        self._lanes.show(self._ink.marked, self._ink.found, self._theme)

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
            self._margin.paint(painter, placed, self._theme)
            paint_markers(painter, self.column, self._theme, self.folding)
            self.edges.paint(painter, self._theme)
            self.caret.paint(painter, self._theme)

    def first_visible_offset(self) -> int:
        """Return the offset of the first line in sight."""
        return self.column.seen().start

    def show_at_top(self, offset: int) -> None:
        """Scroll until the line of a letter is the first in sight."""
        self.show_span(Span(offset, offset + 1), margin=math.inf, fraction=0.0)

    def rectangles(self, span: Span) -> list[QRect]:
        """Return where the span is painted, in the viewport; none where it is folded away."""
        return [rect.toAlignedRect() for rect in self.column.rectangles(span)]

    # -- going places ------------------------------------------------------------------------

    def reveal(self, span: Span, *, flash: bool = True) -> None:
        """Scroll to the span, opening the fold that it lies in, and flash it."""
        self.folding.unfold(span)
        self.column.show(span, margin=24.0, fraction=1 / 3)
        self._read.go_to(span.start)
        self._sync()
        if flash:
            self._flash.light(span)

    def offset_at(self, point: QPoint) -> int | None:
        """Return the offset of the letter under a point of the viewport, or None."""
        return self.column.letter_at(QPointF(point))

    def hit_at(self, point: QPoint) -> Hit | None:
        """Return what a click at a point of the viewport means: the innermost name first."""
        return self._clicks.hit_at(QPointF(point))

    def hit_targets(self) -> list[tuple[Hit, QRect]]:
        """Return what can be clicked in sight, each with a part of it that a click hits."""
        found = hit_targets(self.column, self._ink.marks, QRectF(self.viewport().rect()))
        return [(hit, rect.toAlignedRect()) for hit, rect in found]

    # -- the sentence that is read -----------------------------------------------------------

    def current_sentence(self) -> Sentence | None:
        """Return the sentence that is read: where the reader went last, else by the scrolling."""
        return self._read.current

    def settled(self) -> None:
        """Find the sentence that is read now."""
        is_other, sentence = self._read.find(), self._read.current
        self._ink.focus = sentence.span if sentence and self._style.focus else None
        if is_other:
            self.sentence_changed.emit(sentence.id if sentence else "")
            if self._style.focus:
                self.viewport().update()

    def sentences(self) -> SpanIndex[Sentence]:
        """Return the sentences that are known, by place."""
        return self._read.sentences

    def set_spoken(self, sentence: Span | None, word: Span | None = None) -> None:
        """Show which sentence is read aloud, and which word; None where none is.

        The view follows what it shows, and stays where the reader scrolled it away from that.
        """
        ink = self._ink
        before, here = ink.spoken_word or ink.spoken, word or sentence
        follows = here is not None and (before is None or before.overlaps(self.column.seen()))
        if sentence is not None and sentence != ink.spoken:
            self._read.go_to(sentence.start)
        ink.spoken, ink.spoken_word = sentence, word
        if here is not None and follows:
            self.column.show(here, margin=24.0, fraction=1 / 3)
        self._sync()

    # -- the selection -----------------------------------------------------------------------

    def _on_caret(self) -> None:
        selection = self.caret.selection
        self._read.go_to(selection.caret)
        self._ink.selected = selection.span
        accessible.tell_selection(self)
        self.settled()
        self.viewport().update()

    def select(self, span: Span) -> None:
        """Select a part of the text; an empty one only puts the caret there."""
        self.caret.set_selection(Selection(span.start, span.end))

    def selectAll(self) -> None:
        """Select the whole text."""
        self.select(Span(0, len(self.column.paragraphs.text)))

    def caret_offset(self) -> int:
        """Return where the caret is, shown or not."""
        return self.caret.offset

    def selected_span(self) -> Span:
        """Return the selected part of the text, empty where nothing is selected."""
        return self.caret.selection.span

    def selected_text(self) -> str:
        """Return the selected words as the author wrote them, folded copies left out."""
        return self._copying.words()

    def copy(self) -> None:
        """Copy the selected words as plain text, line breaks as in the source."""
        self._copying.copy()

    def copy_marked_up(self) -> None:
        """Copy the selected words with each outermost name as [words](TYPE)."""
        self._copying.copy_marked_up(self._analysis.mentions if self._analysis else ())

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
        if not event.buttons():
            self.viewport().setCursor(self._clicks.shape_at(event.position()))

    def _on_hit(self, hit: Hit | None) -> None:
        mentions = self._analysis.mentions if self._analysis and hit else ()
        self.edges.choose(next((m for m in mentions if hit and m.id == hit.id), None))
        if hit is not None:
            signals = {
                "mention": self.mention_clicked,
                "time": self.time_clicked,
                "event": self.event_clicked,
            }
            signals[hit.kind].emit(hit.id)

    def _is_dragging_wanted(self) -> bool:
        return self.isSignalConnected(QMetaMethod.fromSignal(self.edges_dragged))

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a click on a copy does; of what was found, the cards tell."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._clicks.tip_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show a menu to which others have added what they can do here."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place, at = QPointF(event.pos()), event.globalPos()
        if by_key:
            place = self.column.caret(self.caret.offset).center()
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
        self.menu_wanted.emit(menu, self._clicks.hit_at(place), self.selected_span(), under)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, select or move the caret; leave other keys to the window."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif not self._keys.press(event):
            event.ignore()
