"""What a screen reader is told of the article: lines, names, the caret, a part of a long text."""

import pytest
from documents import BLOCKS, composed
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFont, QTextCursor
from PySide6.QtTest import QTest

from reader.core.types import Analysis, Document, Mention, Repetition, Span
from reader.gui.reading_style import ReadingStyle
from reader.gui.theme import load_theme
from reader.gui.views.article import selection as moves
from reader.gui.views.article.accessible import tell_selection, told_text
from reader.gui.views.article.told import PART
from reader.gui.views.article_view import ArticleView

LINE = "قال الوزير 😀 إن فرنسا ستعود لإسرائيل غدًا، ووصل إلى باريس مع NATO و3 دول. "
COPY = "هذه فقرة تُروى في الخبر مرتين كما هي، كلمةً كلمة."


@pytest.fixture
def make(qtbot):
    def show(document, *, mentions=(), repetitions=(), style=None):
        view = ArticleView()
        qtbot.addWidget(view)
        view.resize(700, 500)
        if style is not None:
            view.set_style(style)
        view.set_document(document)
        view.set_analysis(Analysis(document, mentions=mentions, repetitions=repetitions))
        view.show()
        qtbot.waitExposed(view)
        view.setFocus()
        return view

    return show


def plain(text):
    return Document(id="x", source=None, title=None, text=text)


def names(text, word, kind):
    """Return every place of a word as a name of a type."""
    spans, at = [], text.find(word)
    while at >= 0:
        spans.append(Span(at, at + len(word)))
        at = text.find(word, at + 1)
    return tuple(Mention(f"{kind}{n}", span, kind, "s0") for n, span in enumerate(spans))


def article(paragraphs):
    text = "\n".join(f"{n} {LINE * (1 + n % 3)}".strip() for n in range(paragraphs))
    return plain(text), (*names(text, "باريس", "GPE"), *names(text, "إسرائيل", "GPE"))


def told(view):
    """Return what Qt asks, by Qt's own way to it."""
    interface = QAccessible.queryAccessibleInterface(view)
    return QAccessibleInterface.textInterface(interface)


def read(view):
    text = told(view)
    return text.text(0, text.characterCount())


def word(view, found, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = view.document_text().index(found, start + 1)
    return Span(start, start + len(found))


def units(words):
    return len(words.encode("utf-16-le")) // 2


def line_of(view):
    """Return the line of the caret, between the same two positions that Qt tells."""
    cursor = told_text(view).textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
    start = cursor.position()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfLine)
    return told(view).text(start, cursor.position())


@pytest.mark.parametrize(
    "style",
    [ReadingStyle(), ReadingStyle(points=28, column=30), ReadingStyle(diacritics="hidden")],
)
def test_a_line_is_told_as_it_is_painted(make, style):
    document, mentions = article(9)
    view = make(document, mentions=mentions, style=style)
    column, text = view.column, document.text
    lines, at = [], 0
    while at < len(text):
        end = moves.line_edge(column, at, end=True)
        view.select(Span(at, at))
        shown = text[at:end] if style.diacritics != "hidden" else text[at:end].replace("ً", "")
        assert line_of(view).rstrip() == shown.rstrip()
        lines.append(shown)
        at = max(end, at) + 1
    assert len(lines) > 20


def test_what_is_selected_here_and_there_is_the_same_past_an_emoji(make):
    view = make(*article(3)[:1])
    place = word(view, "فرنسا", 2)
    view.select(place)
    cursor = told_text(view).textCursor()
    before = units(view.document_text()[: place.start])
    assert (cursor.selectionStart(), cursor.selectionEnd()) == (before, before + 5)
    assert told(view).text(before, before + 5) == cursor.selectedText() == "فرنسا"
    assert told(view).selectionCount() == 1
    told(view).removeSelection(0)
    assert view.selected_span() == Span(place.end, place.end)
    told(view).addSelection(before, before + 5)
    assert view.selected_span() == place
    told(view).setCursorPosition(before + 2)
    assert view.caret.selection.span == Span(place.start + 2, place.start + 2)
    assert told(view).cursorPosition() == before + 2


def test_a_letter_is_told_where_it_is_painted(make):
    document, mentions = article(40)
    view = make(document, mentions=mentions)
    for nth in (0, 4, 60):
        place = word(view, "الوزير", nth)
        view.reveal(place, flash=False)
        letter = Span(place.start + 2, place.start + 3)
        painted = view.rectangles(letter)[0]
        painted.moveTopLeft(view.viewport().mapToGlobal(painted.topLeft()))
        start = units(document.text[: letter.start])
        given = told(view).characterRect(start)
        # Qt takes every letter for one that goes to the right: this one ends where that begins.
        assert abs(given.left() - painted.right()) <= 3
        assert (
            QRect(painted)
            .adjusted(0, -4, 0, 4)
            .contains(QPoint(painted.left(), given.center().y()))
        )
        assert told(view).offsetAtPoint(painted.center()) == start
    assert told(view).offsetAtPoint(view.mapToGlobal(QPoint(3, 3))) == -1
    assert told(view).characterRect(5) == QRect()


def test_a_screen_reader_brings_words_in_sight(make):
    document, mentions = article(40)
    view = make(document, mentions=mentions)
    place = word(view, "الوزير", 60)
    start = units(document.text[: place.start])
    told(view).scrollToSubstring(start, start + 6)
    assert view.rect().contains(view.rectangles(place)[0])


def test_names_titles_and_headings_have_a_look_of_their_own(make):
    text = composed().text
    view = make(composed(), mentions=names(text, "تونس", "GPE"))
    title, name = word(view, BLOCKS[0][0]), word(view, "تونس")
    assert title.contains(name)

    def look(offset):
        cursor = QTextCursor(told_text(view).document())
        cursor.setPosition(units(text[:offset]) + 1)
        return cursor.charFormat()

    assert look(title.start).fontWeight() == QFont.Weight.Bold
    assert look(word(view, "المواقف").start).fontWeight() == QFont.Weight.Bold
    assert look(word(view, "التقى").start).fontWeight() != QFont.Weight.Bold
    color = load_theme("light").highlight("GPE")
    assert look(name.start).background().color() == color
    assert look(name.start - 3).background().color() != color
    view.set_visible_types(frozenset({"PER"}))
    assert look(name.start).background().color() != color


def test_a_name_that_the_caret_comes_into_is_told_once(make):
    document, mentions = article(2)
    view = make(document, mentions=mentions)
    text, place = told_text(view), word(view, "باريس")

    def entered(offset):
        view.select(Span(offset, offset))
        name = text.entered()
        return name and name.span

    assert entered(place.start - 2) is None
    assert entered(place.start) == place
    assert entered(place.start + 3) is None
    assert entered(place.end) is None
    assert entered(place.start + 1) == place


def test_the_marker_of_folded_copies_is_told_in_their_place(make):
    text = f"{COPY}\nخبر ثانٍ.\n{COPY}\nخاتمة الخبر."
    first, second = Span(0, len(COPY)), Span(text.rindex(COPY), text.rindex(COPY) + len(COPY))
    view = make(plain(text), repetitions=(Repetition(second, first, "exact", 1.0),))
    marker = view.folding.marker_text(0)
    assert read(view) == f"{COPY}\nخبر ثانٍ.\n{marker}\nخاتمة الخبر."
    view.select(word(view, "خاتمة"))
    assert told_text(view).textCursor().selectedText() == "خاتمة"
    told(view).setCursorPosition(read(view).index(marker) + 1)
    assert view.folding.is_open(0)
    assert read(view) == text


def test_a_fold_that_the_caret_goes_over_is_told(make):
    text = f"{COPY}\nخبر ثانٍ.\n{COPY}\nخاتمة الخبر.\nتذييل."
    first, second = Span(0, len(COPY)), Span(text.rindex(COPY), text.rindex(COPY) + len(COPY))
    view = make(plain(text), repetitions=(Repetition(second, first, "exact", 1.0),))
    view.caret.set_browsing(True)
    told = told_text(view)

    def passed(key):
        QTest.keyClick(view, key)
        return told.passed()

    down, up = Qt.Key.Key_Down, Qt.Key.Key_Up
    assert [passed(key) for key in (down, down, down, up, up, up)] == [
        "",
        view.folding.marker_text(0),
        "",
        "",
        view.folding.marker_text(0),
        "",
    ]
    view.folding.set_open(0, is_open=True)
    assert [passed(key) for key in (down, down, down)] == ["", "", ""]


def test_of_a_long_article_the_part_around_the_caret_is_told(make):
    document, mentions = article(4_000)
    view = make(document, mentions=mentions)
    assert document.text.startswith(read(view))
    for number in (2_000, 3_999, 1_000):
        place = word(view, f"\n{number} ")
        view.select(Span(place.start + 1, place.end))
        assert told_text(view).textCursor().selectedText().strip() == str(number)
        assert read(view) in document.text
        assert PART // 2 < told(view).characterCount() < 2 * PART
        assert (
            len(QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Value)) < 2 * PART
        )
    told(view).setCursorPosition(told(view).characterCount())
    assert view.caret_offset() > place.end
    assert line_of(view)
    assert told(view).cursorPosition() < told(view).characterCount()


def test_what_would_end_a_paragraph_for_qt_does_not(make):
    text = "سطر\u2029أول\ufdd0هنا\rنعم\nسطر ثانٍ"
    view = make(plain(text))
    view.select(word(view, "ثانٍ"))
    assert told_text(view).textCursor().selectedText() == "ثانٍ"
    assert told_text(view).document().blockCount() == 2


def test_an_article_without_words_has_no_lines(make):
    view = make(plain(""))
    assert told(view).characterCount() == 0
    assert line_of(view) == ""


def test_the_article_is_one_read_only_text_with_a_name(make):
    view = make(plain("خبر"))
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == view.accessibleName()
    assert interface.role() == QAccessible.Role.EditableText
    assert interface.state().readOnly
    assert interface.childCount() == 0
    assert QAccessibleInterface.selectionInterface(interface) is None


def test_another_article_is_told_when_it_is_shown(make):
    view = make(plain("خبر أول"))
    assert read(view) == "خبر أول"
    view.set_document(plain("خبر ثانٍ"))
    assert read(view) == "خبر ثانٍ"


def test_the_article_says_how_its_caret_is_had(make):
    view = make(plain("خبر"))
    interface = QAccessible.queryAccessibleInterface(view)
    assert "F7" in interface.text(QAccessible.Text.Description)
    view.caret.set_browsing(True)
    assert interface.text(QAccessible.Text.Description) == ""


def test_moves_are_told_while_someone_listens(make):
    document, mentions = article(2)
    view = make(document, mentions=mentions)
    QAccessible.setActive(True)
    try:
        view.select(word(view, "باريس"))
        view.select(Span(4, 4))
        tell_selection(view)
        assert told_text(view).textCursor().position() == 4
    finally:
        QAccessible.setActive(False)
