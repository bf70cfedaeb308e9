"""Headings, quotes, lists, cells and pages of a file, as the article shows them."""

import pytest
from documents import BLOCKS, composed
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QAbstractItemModelTester, QTest

from reader.core.types import Span
from reader.formats.text import from_text
from reader.gui.features.outline import Outline
from reader.gui.origin import Origin
from reader.gui.reading_style import ReadingStyle
from reader.gui.theme import load_theme
from reader.gui.views.article_view import ArticleView

WIDTH, HEIGHT = 900, 1100


@pytest.fixture
def view(qtbot):
    made = ArticleView()
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    made.set_style(ReadingStyle(numbers="paragraphs"))
    made.set_document(composed())
    made.show()
    qtbot.waitExposed(made)
    return made


def span_of(view, kind, number=0):
    found = [words for words, known, _level, _page in BLOCKS if known == kind]
    start = view.document_text().index(found[number])
    return Span(start, start + len(found[number]))


def font_of(view, kind, number=0):
    placed = view.column.place_of(view.column.paragraphs.at(span_of(view, kind, number).start))
    return placed.layout.layout.font()


def rectangle(view, kind, number=0):
    found = view.rectangles(span_of(view, kind, number))
    return QRect(found[0]).united(found[-1])


def colors_in(view, area):
    image = view.viewport().grab(area).toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_the_text_is_as_it_was(view):
    assert view.document_text() == "\n".join(words for words, *_ in BLOCKS)


def test_headings_are_bold_and_larger_the_higher_they_are(view):
    plain = font_of(view, "paragraph")
    title, high, low = (
        font_of(view, "title"), font_of(view, "heading"), font_of(view, "heading", 1)
    )  # fmt: skip
    sizes = [font.pointSizeF() for font in (title, high, low, plain)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == len(sizes)
    assert {font.weight() for font in (title, high, low)} == {QFont.Weight.Bold}
    assert plain.weight() == QFont.Weight.Normal


@pytest.mark.parametrize("kind", ["quote", "list_item", "cell", "caption"])
def test_what_is_no_paragraph_is_set_in(view, kind):
    assert rectangle(view, kind).right() < rectangle(view, "paragraph").right()


@pytest.mark.parametrize("kind", ["quote", "list_item"])
def test_a_quote_has_a_bar_and_a_list_item_a_bullet(view, kind):
    words = rectangle(view, kind)
    right = rectangle(view, "paragraph").right()
    beside = QRect(words.right() + 2, words.top(), right - words.right() - 2, words.height())
    assert len(colors_in(view, beside)) > 1
    other = rectangle(view, "caption")
    empty = QRect(other.right() + 2, other.top(), right - other.right() - 2, other.height())
    assert len(colors_in(view, empty)) == 1


def test_pages_are_numbered_in_the_margin_where_they_begin(view):
    margin = int(view.column.left) - 24
    for kind, number, begins in (("title", 0, True), ("quote", 0, True), ("heading", 1, False)):
        line = rectangle(view, kind, number)
        drawn = colors_in(view, QRect(0, line.top(), margin, line.height()))
        assert (len(drawn) > 1) == begins
    view.set_style(ReadingStyle(numbers="none"))
    line = rectangle(view, "quote")
    drawn = colors_in(view, QRect(0, line.top(), int(view.column.left) - 24, line.height()))
    assert len(drawn) == 1


def test_letters_of_a_quote_are_hit_where_they_are_drawn(view):
    span = span_of(view, "quote")
    for offset in range(span.start, span.end):
        if not view.document_text()[offset].isspace():
            center = view.rectangles(Span(offset, offset + 1))[0].center()
            assert view.offset_at(center) == offset


def test_another_theme_and_size_keep_the_structure(view):
    view.set_theme(load_theme("dark"))
    before = font_of(view, "heading").pointSizeF() / font_of(view, "paragraph").pointSizeF()
    view.set_font_size(view.font_size() + 4)
    after = font_of(view, "heading").pointSizeF() / font_of(view, "paragraph").pointSizeF()
    assert after == pytest.approx(before, rel=0.02)


def test_a_document_without_structure_has_a_title_still(view):
    view.set_document(from_text("عنوان الخبر\nقال الوزير إن القمة ستعقد غدًا."))
    placed = view.column.place_of(0)
    assert placed.layout.layout.font().weight() == QFont.Weight.Bold


def test_the_outline_goes_to_a_heading(qtbot, window):
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.opening.open(Origin(document=composed()))
    outline = next(f for f in window.features if isinstance(f, Outline))
    QAbstractItemModelTester(outline.model)
    window.actions_by_name["outline"].trigger()
    headings = [words for words, kind, *_ in BLOCKS if kind in {"title", "heading"}]
    shown = [outline.model.index(n).data() for n in range(outline.model.rowCount())]
    assert [any(h in words for words in shown) for h in headings] == [True] * len(headings)
    assert outline.view.hasFocus()
    QTest.keyClick(outline.view, Qt.Key.Key_Down)
    QTest.keyClick(outline.view, Qt.Key.Key_Return)
    start = window.document.text.index(headings[1])
    line = window.article.rectangles(Span(start, start + 3))
    assert window.article.viewport().rect().intersects(line[0])
    assert window.actions_by_name["back"].isEnabled()


def test_text_without_headings_has_no_outline(qtbot, window):
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.opening.open(Origin(words="قال الوزير إن القمة ستعقد غدًا."))
    assert not window.actions_by_name["outline"].isEnabled()
