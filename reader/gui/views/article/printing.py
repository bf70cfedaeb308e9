"""The article on paper: the same lines and highlights, broken into pages."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPainter
from PySide6.QtPrintSupport import QPrinter

from reader.core.types import Span
from reader.gui.fonts import reading_font
from reader.gui.reading_style import ReadingStyle
from reader.gui.views.article.column import Column, Placed
from reader.gui.views.article.layouts import ParagraphLayout, Setting
from reader.gui.views.article.painting import Ink
from reader.gui.views.article.structure import Structure, paint_block

_FOOT = 24.0  # room for the page's number, pixels


def print_article(printer: QPrinter, column: Column, style: ReadingStyle, ink: Ink) -> None:
    """Print what is not folded away, a number below each page."""
    with QPainter(printer) as painter:
        if not painter.isActive():
            return
        dots = QGuiApplication.primaryScreen().logicalDotsPerInch()
        scale = printer.resolution() / dots  # laid out as on the screen
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        paper = printer.pageLayout().paintRectPixels(round(dots))
        page = QRectF(0, 0, paper.width(), paper.height() - _FOOT)
        setting = _setting(style, page.width())
        _Press(printer, painter, page, column.structure, setting).run(
            _laid_out(column, setting), ink
        )


def _setting(style: ReadingStyle, width: float) -> Setting:
    font = reading_font(style.points, style.family)
    return Setting(font, width, style.line_height, style.diacritics != "hidden")


def _laid_out(column: Column, setting: Setting) -> Iterator[tuple[Span, ParagraphLayout]]:
    """Yield the paragraphs that are not folded away, in lines of the page's width."""
    number = column.next_shown(-1)
    while number < len(column.paragraphs):
        yield column.paragraphs.span(number), column.lay_out(number, setting)
        number = column.next_shown(number)


class _Press:
    """Puts lines on pages, one below another."""

    def __init__(
        self,
        printer: QPrinter,
        painter: QPainter,
        page: QRectF,
        structure: Structure,
        setting: Setting,
    ) -> None:
        self._printer, self._painter, self._page = printer, painter, page
        self._structure, self._setting = structure, setting
        self._y = 0.0
        self._number = 1

    def run(self, paragraphs: Iterator[tuple[Span, ParagraphLayout]], ink: Ink) -> None:
        """Print paragraphs, breaking between lines where a page ends."""
        for span, layout in paragraphs:
            self._print(span, layout, ink)
        self._end_page()

    def _print(self, span: Span, layout: ParagraphLayout, ink: Ink) -> None:
        top = 0.0
        while top < layout.height:
            bottom = self._fitting(layout, top)
            if bottom <= top and self._y:
                self._turn()
                continue
            bottom = max(bottom, top + 1.0) if bottom > top else layout.height
            placed = Placed(0, span, QPointF(0, self._y - top), layout)
            self._painter.save()
            self._painter.setClipRect(QRectF(0, self._y, self._page.width(), bottom - top))
            self._print_block(placed, ink)
            ink.paint(self._painter, placed, placed.lines_span(self._y, self._y + bottom - top))
            self._painter.restore()
            self._y += bottom - top
            top = bottom

    def _print_block(self, placed: Placed, ink: Ink) -> None:
        block = self._structure.block(placed.span.start)
        if block is not None:
            height = placed.layout.height - self._setting.after
            box = QRectF(placed.at, QSizeF(self._page.width(), height))
            paint_block(self._painter, block, box, self._setting, ink.theme)

    def _fitting(self, layout: ParagraphLayout, top: float) -> float:
        """Return how far down the paragraph its lines fit on the page."""
        room = self._page.height() - self._y
        if layout.height - top <= room:
            return layout.height
        ends = [line.y() + line.height() for line in layout.lines()]
        return max((end for end in ends if end > top and end - top <= room), default=top)

    def _turn(self) -> None:
        self._end_page()
        self._printer.newPage()
        self._number += 1
        self._y = 0.0

    def _end_page(self) -> None:
        font = QFont(self._painter.font())
        font.setPixelSize(11)
        self._painter.setFont(font)
        self._painter.setPen(Qt.GlobalColor.black)
        height = QFontMetricsF(font).height()
        foot = QRectF(0, self._page.bottom() + _FOOT - height, self._page.width(), height)
        self._painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter), str(self._number))
