"""What is drawn for a paragraph: highlights under the words, the words, their dimming.

Colors are never given to Qt as character formats: one that begins inside a word breaks
lam-alef, and one that is drawn over the words clips marks. Words in another color are
drawn from their glyphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGlyphRun,
    QPainter,
    QPen,
    QPolygonF,
    QTextLayout,
    QTextLine,
)

from reader.core.types import Analysis, Repetition, Span
from reader.gui.theme import Theme, blend
from reader.gui.views.article.column import Placed
from reader.gui.views.article.marks import (
    SPAN,
    TIME,
    TRIGGER,
    Mark,
    Marks,
    SpanIndex,
    spans_index,
    without,
)

_SELECTED = 0.28  # share of the selection's color under selected words
_SPOKEN = 0.14  # the same under the sentence that is read aloud
_AWAY = 0.68  # share of the words' color outside the current sentence: 4.5:1 in all themes
_PALE = 0.45  # share of the words' color that dimmed vowel signs keep
_OUT_OF_FOCUS = 0.35  # opacity of highlights outside the current sentence
_VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0652\u0670"
_SHADDA = "\u0651"


@dataclass
class Ink:
    """What is known of an article that shows in its paragraphs.

    Attributes:
        marked: spans that are outlined.
        found, current_found: search hits, and the one that is gone to.
        user, noted: highlights of the reader's own, with the names of their colors; and those
            of them that have a note.
        flashed, flash: a span that is lit up, and how much (0 to 1).
        focus: the sentence that is not dimmed while all else is.
        spoken, spoken_word: the sentence that is read aloud, and the word in it.
        pale_tashkil: whether vowel signs are dimmed.
    """

    theme: Theme
    marks: Marks
    repetitions: SpanIndex[Repetition]
    marked: SpanIndex[Span] = field(default_factory=lambda: spans_index(()))
    found: SpanIndex[Span] = field(default_factory=lambda: spans_index(()))
    user: SpanIndex[tuple[Span, str]] = field(default_factory=lambda: user_index(()))
    noted: SpanIndex[Span] = field(default_factory=lambda: spans_index(()))
    current_found: Span | None = None
    selected: Span = field(default_factory=lambda: Span(0, 0))
    flashed: Span | None = None
    flash: float = 0.0
    focus: Span | None = None
    spoken: Span | None = None
    spoken_word: Span | None = None
    pale_tashkil: bool = False

    def forget(self) -> None:
        """Show nothing of what was chosen, searched for or marked in an article."""
        self.marked = self.found = self.noted = spans_index(())
        self.user, self.current_found = user_index(()), None

    def paint(self, painter: QPainter, placed: Placed, seen: Span) -> None:
        """Paint a paragraph; highlights only where they touch `seen`."""
        self._paint_grounds(painter, placed, seen)
        self._paint_marks(painter, placed, seen)
        self._paint_selection(painter, placed, seen)
        self._paint_outlines(painter, placed, seen)
        self.paint_words(painter, placed)

    def paint_words(self, painter: QPainter, placed: Placed) -> None:
        """Paint the words of a paragraph, copies and what is out of focus in dimmer ones."""
        painter.setPen(self.theme.color("text"))
        dimmed = [
            part for span in self._dimmed(placed.span) for part in without(span, [self.selected])
        ]
        if not dimmed and not self.pale_tashkil:
            placed.layout.layout.draw(painter, placed.at)
            return
        pale = self._mixed(_PALE) if self.pale_tashkil else None
        for start, end, color in self._colored(placed.span, dimmed):
            painter.setPen(color)
            _draw_letters(painter, placed, (start, end), pale)

    def _colored(
        self, paragraph: Span, dimmed: Sequence[Span]
    ) -> Iterator[tuple[int, int, QColor]]:
        """Yield the parts of a paragraph with their colors, offsets from its start."""
        at, end = paragraph.start, paragraph.end
        text = self.theme.color("text")
        dim = self.theme.color("copy") if self.focus is None else self._mixed(_AWAY)
        for span in dimmed:
            if span.end <= at:
                continue
            first = max(span.start, at)
            if at < first:
                yield at - paragraph.start, first - paragraph.start, text
            yield first - paragraph.start, min(span.end, end) - paragraph.start, dim
            at = span.end
        if at < end:
            yield at - paragraph.start, end - paragraph.start, text

    def _mixed(self, share: float) -> QColor:
        return blend(self.theme.color("text"), self.theme.color("base"), share)

    def _dimmed(self, paragraph: Span) -> Iterator[Span]:
        """Yield the dimmed parts that touch a paragraph, in text order."""
        if self.focus is None:
            yield from (r.span for r in self.repetitions.touching(paragraph))
            return
        for part in (
            Span(paragraph.start, min(self.focus.start, paragraph.end)),
            Span(max(self.focus.end, paragraph.start), paragraph.end),
        ):
            if part.start < part.end:
                yield part

    def _paint_grounds(self, painter: QPainter, placed: Placed, seen: Span) -> None:
        if self.spoken is not None and self.spoken.overlaps(seen):
            ground = blend(self.theme.color("highlight"), self.theme.color("base"), _SPOKEN)
            _fill(painter, placed.rectangles(self.spoken), ground, inset=-2)
        for span, name in self.user.touching(seen):
            _fill(painter, placed.rectangles(span), self.theme.color(name), inset=-2)
        for span in self.noted.touching(seen):
            _draw_noted(painter, placed.rectangles(span), self.theme)

    def _paint_marks(self, painter: QPainter, placed: Placed, seen: Span) -> None:
        for mark in self.marks.touching(seen):
            away = self.focus is not None and not self.focus.overlaps(mark.span)
            painter.setOpacity(_OUT_OF_FOCUS if away else 1.0)
            self._paint_mark(painter, placed.rectangles(mark.span), mark)
        painter.setOpacity(1.0)

    def _paint_mark(self, painter: QPainter, rects: Sequence[QRectF], mark: Mark) -> None:
        color = self.theme.highlight(mark.type)
        if mark.type in {TIME, TRIGGER}:
            _underline(painter, rects, color, mark)
        elif mark.doubtful:
            self._broken_edge(painter, rects, color, inset=2.5 * mark.depth)
        else:
            _fill(painter, rects, color, inset=2.5 * mark.depth)
        if mark.by_user and rects:
            _draw_corner(painter, rects[0], blend(self.theme.color("text"), color, 0.75))

    def _paint_selection(self, painter: QPainter, placed: Placed, seen: Span) -> None:
        for span in self.found.touching(seen):
            name = "found_current" if span == self.current_found else "found"
            _fill(painter, placed.rectangles(span), self.theme.color(name), inset=1)
        if self.flashed is not None and self.flashed.overlaps(seen):
            color = self.theme.color("flash")
            color.setAlphaF(self.flash)
            _fill(painter, placed.rectangles(self.flashed), color, inset=-1)
        if self.spoken_word is not None and self.spoken_word.overlaps(seen):
            color = self.theme.color("flash")
            _fill(painter, placed.rectangles(self.spoken_word), color, inset=-1)
        if self.selected.overlaps(seen):
            part = Span(max(self.selected.start, seen.start), min(self.selected.end, seen.end))
            color = self.theme.color("highlight")
            color.setAlphaF(_SELECTED)
            for rect in placed.rectangles(part):
                painter.fillRect(rect, color)

    def _paint_outlines(self, painter: QPainter, placed: Placed, seen: Span) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.color("marked"), 1.6))
        for span in self.marked.touching(seen):
            for rect in placed.rectangles(span):
                painter.drawRoundedRect(_band(rect, 0).adjusted(-1, -1, 1, 1), 4, 4)

    def _broken_edge(
        self, painter: QPainter, rects: Sequence[QRectF], color: QColor, *, inset: float
    ) -> None:
        """Draw a highlight that may well be wrong: pale, with a broken edge."""
        base, text = self.theme.color("base"), self.theme.color("text")
        painter.setPen(QPen(blend(text, color, 0.35), 1.0, Qt.PenStyle.DashLine))
        painter.setBrush(blend(color, base, 0.35))
        for rect in rects:
            painter.drawRoundedRect(_band(rect, inset).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def _draw_corner(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """Draw the sign of what the reader decided on: a small triangle below the first letter.

    Above it, the sign would look like a hamza.
    """
    at = _band(rect, 0).bottomRight()
    corner = [at, at + QPointF(-8, 0), at + QPointF(0, 6)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF(corner))


def _draw_noted(painter: QPainter, rects: Sequence[QRectF], theme: Theme) -> None:
    """Draw the sign of a highlight with a note: a line below, and a leaf where it ends."""
    pen = QPen(theme.color("text"), 1.2, Qt.PenStyle.DashDotLine)
    painter.setPen(pen)
    for rect in rects:
        y = _band(rect, -2).bottom() - 0.5
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
    if rects:
        band = _band(rects[-1], -2)
        leaf = QRectF(band.left() - 2, band.top() - 3, 6, 7)
        painter.setPen(QPen(theme.color("text"), 1.0))
        painter.setBrush(theme.color("base"))
        painter.drawRect(leaf)
        for line in (2.2, 4.4):
            y = leaf.top() + line
            painter.drawLine(QPointF(leaf.left() + 1.5, y), QPointF(leaf.right() - 1.5, y))


def user_index(highlights: Sequence[tuple[Span, str]]) -> SpanIndex[tuple[Span, str]]:
    """Return highlights of the reader's own, found by place."""
    return SpanIndex(highlights, itemgetter(0))


def ink_for(analysis: Analysis | None, theme: Theme, types: frozenset[str]) -> Ink:
    """Return what an analysis puts into the paragraphs of its article."""
    repetitions = analysis.repetitions if analysis else ()
    return Ink(theme, Marks(analysis, types), SpanIndex(repetitions, SPAN))


def _band(rect: QRectF, inset: float) -> QRectF:
    """Return the part of a line's height that a highlight fills."""
    spare = rect.height() * 0.1
    return rect.adjusted(0, spare + inset, 0, -spare * 0.6 - inset)


def _fill(painter: QPainter, rects: Sequence[QRectF], color: QColor, *, inset: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for rect in rects:
        painter.drawRoundedRect(_band(rect, inset), 4, 4)


def _underline(painter: QPainter, rects: Sequence[QRectF], color: QColor, mark: Mark) -> None:
    dotted = mark.type == TIME
    pen = QPen(color, 2.0 if dotted else 1.6, Qt.PenStyle.SolidLine)
    if dotted:
        pen.setStyle(Qt.PenStyle.DotLine)
    if mark.doubtful:
        pen.setDashPattern([1, 4] if dotted else [4, 3])
    painter.setPen(pen)
    for rect in rects:
        y = _band(rect, 0).bottom() - (0 if dotted else 1)
        painter.drawLine(QPointF(rect.left() + 1, y), QPointF(rect.right() - 1, y))


# -- letters in colors of their own --------------------------------------------------------------


def _draw_letters(
    painter: QPainter, placed: Placed, part: tuple[int, int], pale: QColor | None
) -> None:
    """Draw the letters of a range in the pen's color, vowel signs in `pale` if given."""
    shown = placed.layout.shown
    start, end = shown.position(part[0]), shown.position(part[1])
    for line in placed.layout.lines():
        first = max(start, line.textStart())
        length = min(end, line.textStart() + line.textLength()) - first
        if length > 0:
            _draw_runs(painter, placed, line.glyphRuns(first, length), pale)


def _draw_runs(
    painter: QPainter, placed: Placed, runs: Sequence[QGlyphRun], pale: QColor | None
) -> None:
    signs = _signs(placed.layout.layout.font().toString()) if pale else frozenset[int]()
    ink = painter.pen()
    for run in runs:
        if pale is None or signs.isdisjoint(run.glyphIndexes()):
            painter.drawGlyphRun(placed.at, run)
            continue
        painter.drawGlyphRun(placed.at, _only(run, signs, kept=False))
        painter.setPen(pale)
        painter.drawGlyphRun(placed.at, _only(run, signs, kept=True))
        painter.setPen(ink)


def _only(run: QGlyphRun, signs: frozenset[int], *, kept: bool) -> QGlyphRun:
    """Return the glyphs of a run that are signs, or those that are not."""
    pairs = [
        (index, place)
        for index, place in zip(run.glyphIndexes(), run.positions(), strict=True)
        if (index in signs) == kept
    ]
    part = QGlyphRun(run)
    part.setGlyphIndexes([index for index, _ in pairs])
    part.setPositions([place for _, place in pairs])
    return part


@lru_cache(maxsize=16)
def _signs(font: str) -> frozenset[int]:
    """Return the glyphs that a font draws vowel signs with, alone and over a shadda."""
    face = QFont()
    face.fromString(font)
    signs = [*_VOWELS, _SHADDA, *(_SHADDA + vowel for vowel in _VOWELS)]
    bare = _glyphs("\u0628", face) | _glyphs("\u0628\u0628", face)
    marked = {glyph for sign in signs for glyph in _glyphs(f"\u0628{sign}", face)}
    joined = {glyph for sign in signs for glyph in _glyphs(f"\u0628{sign}\u0628", face)}
    return frozenset((marked | joined) - bare)


def _glyphs(text: str, font: QFont) -> set[int]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line: QTextLine = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    return {glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()}
