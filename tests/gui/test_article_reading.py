"""What readers do with an article, short and long alike."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.core.types import Analysis, Document, Mention, Sentence, Span
from reader.gui.theme import load_theme
from reader.gui.views.article_view import ArticleView
from reader.resources import seed
from reader.service import Workspace

PARAGRAPH = "زار وزير الخارجية باريس أمس، وقال إن NATO و3 دول اتفقت على هدنة في حلب. "
SIZES = {"short": 12, "long": 12_000}
Left, No, Shift, Control = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def article(paragraphs):
    """Paragraphs of different lengths; each begins with its number."""
    text = "\n".join(f"{n} {PARAGRAPH * (1 + n % 4)}".strip() for n in range(paragraphs))
    document = Document(id="x", source=None, title=None, text=text)
    mentions, sentences, at = [], [], 0
    for number, line in enumerate(text.split("\n")):
        place = at + line.index("باريس")
        mentions.append(Mention(f"m{number}", Span(place, place + 5), "GPE", f"s{number}", "e1"))
        sentences.append(Sentence(f"s{number}", Span(at, at + len(line)), number))
        at += len(line) + 1
    return Analysis(document=document, mentions=tuple(mentions), sentences=tuple(sentences))


@pytest.fixture
def make(qtbot):
    def show(analysis):
        view = ArticleView()
        qtbot.addWidget(view)
        view.resize(700, 500)
        view.set_document(analysis.document)
        view.set_analysis(analysis)
        view.show()
        qtbot.waitExposed(view)
        view.setFocus()
        return view

    return show


@pytest.fixture(params=SIZES)
def view(make, request):
    return make(article(SIZES[request.param]))


@pytest.fixture
def long_view(make):
    return make(article(SIZES["long"]))


@pytest.fixture(scope="module")
def seed_analysis():
    workspace = Workspace()
    return workspace.analyze(workspace.open(seed()))


def letter(view, offset):
    """The middle of a letter in the viewport."""
    return view.rectangles(Span(offset, offset + 1))[0].center()


def line_of(view, offset):
    return view.rectangles(Span(offset, offset + 1))[0].top()


def word(view, number):
    """A word of the paragraph that begins with a number, which is brought in sight."""
    at = view.document_text().index(f"\n{number} ") + 1 if number else 0
    span = Span(*(view.document_text().index("الخارجية", at) + n for n in (0, 8)))
    view.reveal(span, flash=False)
    return span


def middle(view):
    return len(view.document_text().split("\n")) // 2


# -- selecting and copying -----------------------------------------------------------------------


def test_all_is_copied_as_the_source_has_it(view):
    view.selectAll()
    view.copy()
    assert QGuiApplication.clipboard().text() == view.document_text()


@pytest.mark.parametrize("text", ["أ\t\tب\n\n\n ت \n😀 ث\n", "\n", "قَالَ\u200f NATO", ""])
def test_odd_characters_are_copied_as_they_are(make, text):
    view = make(Analysis(document=Document(id="x", source=None, title=None, text=text)))
    view.selectAll()
    assert view.selected_text() == text


def test_a_drag_selects_from_letter_to_letter_over_paragraphs(view):
    first = word(view, middle(view))
    last = view.document_text().index("باريس", view.document_text().index("\n", first.end))
    QTest.mousePress(view.viewport(), Left, No, letter(view, first.start) + QPoint(3, 0))
    QTest.mouseMove(view.viewport(), letter(view, last) + QPoint(3, 0))
    QTest.mouseRelease(view.viewport(), Left, No, letter(view, last) + QPoint(3, 0))
    assert view.selected_text() == view.document_text()[first.start : last]


def test_two_clicks_select_the_word_and_three_the_paragraph(view):
    span = word(view, middle(view))
    point = letter(view, span.start + 2)
    QTest.mouseClick(view.viewport(), Left, No, point)
    QTest.mouseDClick(view.viewport(), Left, No, point)
    assert view.selected_text() == "الخارجية"
    QTest.mouseClick(view.viewport(), Left, No, point)
    text = view.document_text()
    line = text[text.rindex("\n", 0, span.start) + 1 : text.index("\n", span.end)]
    assert view.selected_text() == line


def test_a_click_with_shift_goes_on_from_the_one_before(view):
    span = word(view, middle(view))
    other = view.document_text().index("هدنة", span.end)
    QTest.mouseClick(view.viewport(), Left, No, letter(view, span.start) + QPoint(3, 0))
    QTest.mouseClick(view.viewport(), Left, Shift, letter(view, other) + QPoint(3, 0))
    assert view.selected_span() == Span(span.start, other)


def test_a_drag_beyond_the_edge_scrolls(qtbot, view):
    before = view.first_visible_offset()
    QTest.mousePress(view.viewport(), Left, No, letter(view, 30))
    QTest.mouseMove(view.viewport(), QPoint(200, view.viewport().height() + 60))
    qtbot.waitUntil(lambda: view.first_visible_offset() > before)
    QTest.mouseRelease(view.viewport(), Left, No, QPoint(200, 100))
    assert len(view.selected_span()) > 100


def test_keys_with_shift_select_without_a_caret(view):
    span = word(view, middle(view))
    view.select(Span(span.start, span.start))
    QTest.keyClick(view, Qt.Key.Key_Left, Shift)
    assert view.selected_text() == "ا"
    QTest.keyClick(view, Qt.Key.Key_Left, Shift | Control)
    assert view.selected_text().strip() == "الخارجية"
    QTest.keyClick(view, Qt.Key.Key_End, Shift | Control)
    assert view.selected_span() == Span(span.start, len(view.document_text()))
    QTest.keyClick(view, Qt.Key.Key_Home, Shift | Control)
    assert view.selected_span() == Span(0, span.start)


# -- the caret -----------------------------------------------------------------------------------


def test_the_caret_moves_as_it_is_drawn_over_latin_and_digits(make):
    text = "قال NATO إن 2017 عام"
    view = make(Analysis(document=Document(id="x", source=None, title=None, text=text)))
    QTest.keyClick(view, Qt.Key.Key_F7)
    places, offsets = [], set()
    for _ in text:
        places.append(view.column.caret(view.caret_offset()).x())
        offsets.add(view.caret_offset())
        QTest.keyClick(view, Qt.Key.Key_Left)
    assert all(right >= left - 1 for right, left in pairwise(places))
    assert len(offsets) >= len(text) - 2
    for _ in text:
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.caret_offset() == 0


def test_the_caret_goes_through_lines_and_paragraphs_and_stays_in_sight(view):
    view.caret.set_browsing(True)
    seen = [view.caret_offset()]
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Down)
        seen.append(view.caret_offset())
        assert -2 <= view.column.caret(seen[-1]).top() < view.viewport().height()
    assert seen == sorted(seen)
    assert view.document_text().count("\n", 0, seen[-1]) >= 10
    QTest.keyClick(view, Qt.Key.Key_Home, Control)
    assert view.caret_offset() == 0
    QTest.keyClick(view, Qt.Key.Key_Down, Control)
    assert view.document_text()[view.caret_offset() - 1] == "\n"
    start = view.caret_offset()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.caret_offset() > start
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.caret_offset() == start


def test_no_caret_is_painted_until_it_is_asked_for(view):
    bare = view.viewport().grab().toImage()
    view.select(Span(20, 20))
    assert view.viewport().grab().toImage() == bare
    view.caret.set_browsing(True)
    assert view.viewport().grab().toImage() != bare


def test_enter_on_a_name_is_a_click_on_it(qtbot, view):
    view.caret.set_browsing(True)
    place = view.document_text().index("باريس")
    view.select(Span(place, place))
    with qtbot.waitSignal(view.mention_clicked) as clicked:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert clicked.args == ["m0"]


# -- scrolling -----------------------------------------------------------------------------------


def test_what_is_read_moves_by_what_is_scrolled_while_heights_are_mended(long_view):
    bar = long_view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    for step in (-40, -40, -40, -400, -400, 40, 300, -700) * 6:
        offset = long_view.first_visible_offset()
        before = line_of(long_view, offset)
        bar.setValue(bar.value() + step)
        assert abs(line_of(long_view, offset) - (before - step)) <= 2


def test_the_last_line_stands_at_the_end_of_the_scroll_bar(view):
    bar = view.verticalScrollBar()
    QTest.keyClick(view, Qt.Key.Key_End)
    last = view.rectangles(Span(len(view.document_text()) - 1, len(view.document_text())))[0]
    assert view.viewport().rect().contains(last)
    assert bar.value() == bar.maximum()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.first_visible_offset() == 0
    assert bar.value() == 0


def test_keys_and_wheel_scroll(qtbot, view):
    bar = view.verticalScrollBar()
    QTest.keyClick(view, Qt.Key.Key_Down)
    line = bar.value()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert 0 < line < bar.value()
    QTest.keyClick(view, Qt.Key.Key_Space, Shift)
    assert bar.value() == line
    wheel(view, QPoint(0, -7), QPoint())
    assert bar.value() == line + 7
    wheel(view, QPoint(), QPoint(0, -120))
    qtbot.waitUntil(lambda: bar.value() > line + 40)


def wheel(view, pixels, angle):
    place = QPointF(200, 200)
    event = QWheelEvent(
        place, view.viewport().mapToGlobal(place), pixels, angle, Qt.MouseButton.NoButton, No,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_what_is_read_stays_when_the_window_or_the_letters_change(view):
    word(view, middle(view))
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + 333)
    offset = view.first_visible_offset()
    paragraph = view.document_text().count("\n", 0, offset)
    for change in (lambda: view.resize(520, 500), lambda: view.set_font_size(22)):
        change()
        now = view.document_text().count("\n", 0, view.first_visible_offset())
        assert abs(now - paragraph) <= 1


def test_reading_goes_on_where_it_was_left(view):
    word(view, middle(view))
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 517)
    left = view.first_visible_offset()
    view.verticalScrollBar().setValue(0)
    view.show_at_top(left)
    assert view.first_visible_offset() == left
    view.show_at_top(0)
    assert view.verticalScrollBar().value() == 0


# -- clicking ------------------------------------------------------------------------------------


def test_a_name_far_down_is_shown_and_hit(qtbot, view):
    number = len(view.document_text().split("\n")) - 2
    place = word(view, number)
    name = view.document_text().index("باريس", place.start)
    with qtbot.waitSignal(view.mention_clicked) as clicked:
        QTest.mouseClick(view.viewport(), Left, No, letter(view, name + 2))
    assert clicked.args == [f"m{number}"]


@pytest.mark.parametrize("style", [{}, {"points": 22, "column": 30.0}, {"diacritics": "hidden"}])
@pytest.mark.parametrize("direction", ["LeftToRight", "RightToLeft"])
def test_a_click_on_whatever_is_painted_of_the_seed_hits_it(make, seed_analysis, style, direction):
    view = make(seed_analysis)
    view.setLayoutDirection(Qt.LayoutDirection[direction])
    view.set_style(replace(view.reading_style(), **style))
    clicked = []
    for signal in (view.mention_clicked, view.time_clicked, view.event_clicked):
        signal.connect(clicked.append)
    for number in range(len(view.folding.folds)):
        view.folding.set_open(view.folding.folds[number].repetitions[0], is_open=True)
    seen, bar = set(), view.verticalScrollBar()
    while True:
        for hit, rect in view.hit_targets():
            QTest.mouseClick(view.viewport(), Left, No, rect.center())
            assert clicked[-1] == hit.id
            seen.add(hit.id)
        if bar.value() == bar.maximum():
            break
        bar.setValue(bar.value() + 300)
    everything = (*seed_analysis.mentions, *seed_analysis.times, *seed_analysis.events)
    hidden = {thing.id for thing in everything} - seen
    spans = [m.span for m in seed_analysis.mentions]
    for thing in everything:
        own = thing.trigger if hasattr(thing, "trigger") else thing.span
        under = [s for s in spans if s.overlaps(own) and s != own]
        assert thing.id not in hidden or under or spans.count(own) > 1


def test_the_edges_of_the_chosen_name_are_dragged(qtbot, view):
    view.edges_dragged.connect(lambda *_: None)
    name = Span(*(view.document_text().index("باريس") + n for n in (0, 5)))
    QTest.mouseClick(view.viewport(), Left, No, letter(view, name.start + 2))
    start = view.column.caret(name.start).center().toPoint()
    other = view.document_text().index("الخارجية")
    with qtbot.waitSignal(view.edges_dragged) as dragged:
        QTest.mousePress(view.viewport(), Left, No, start)
        QTest.mouseMove(view.viewport(), letter(view, other) + QPoint(3, 0))
        QTest.mouseRelease(view.viewport(), Left, No, letter(view, other) + QPoint(3, 0))
    assert dragged.args == ["m0", Span(other, name.end)]


def test_edges_are_left_alone_where_nobody_asks_for_them(view):
    name = view.document_text().index("باريس")
    QTest.mouseClick(view.viewport(), Left, No, letter(view, name + 2))
    assert view.edges.places() == []


def test_others_add_to_the_menu_and_learn_what_is_under_it(view):
    told = []
    view.menu_wanted.connect(lambda menu, *rest: (menu.addAction("more"), told.append(rest)))
    name = view.document_text().index("باريس")
    view.select(Span(0, 5))
    menu = view.context_menu(QPointF(letter(view, name + 1)))
    assert [action.text() for action in menu.actions()][-1] == "more"
    hit, selected, offset = told[0]
    assert (hit.id, selected, offset) == ("m0", Span(0, 5), name + 1)


# -- the overview --------------------------------------------------------------------------------


def test_a_click_on_a_mark_of_the_overview_goes_there(view):
    name = Span(*(view.document_text().rindex("باريس") + n for n in (0, 5)))
    view.set_marked([name])
    strip = view.strip
    marks = [
        (x, y)
        for y in range(strip.height())
        for x in range(strip.width())
        if (found := strip.mark_at(x, y)) and found[1] == name
    ]
    assert marks
    x, y = marks[len(marks) // 2]
    QTest.mouseClick(strip, Left, No, QPoint(x, y))
    assert view.viewport().rect().contains(view.rectangles(name)[0])
    QTest.mouseMove(strip, QPoint(x, y))
    assert "1" in strip.toolTip()


# -- how it is set -------------------------------------------------------------------------------


def test_hidden_signs_change_neither_text_nor_offsets(make):
    text = "قالَ المُتَحَدِّثُ إنَّ سُورِيَّةَ وافَقَتْ"
    view = make(Analysis(document=Document(id="x", source=None, title=None, text=text)))
    name = Span(text.index("سُ"), text.index(" وا"))
    shown = view.viewport().grab().toImage()
    pictures = [shown]
    for diacritics in ("dimmed", "hidden"):
        view.set_style(replace(view.reading_style(), diacritics=diacritics))
        pictures.append(view.viewport().grab().toImage())
        assert len(view.rectangles(name)) == 1
        view.selectAll()
        assert view.selected_text() == text
        view.select(Span(0, 0))
    assert pictures[0] != pictures[1] != pictures[2]
    QTest.mouseDClick(view.viewport(), Left, No, view.rectangles(name)[0].center())
    assert view.selected_text() == name.of(text)


def test_the_sentence_that_is_read_is_told_and_the_others_dimmed(view):
    told = []
    view.sentence_changed.connect(told.append)
    view.set_style(replace(view.reading_style(), focus=True))
    assert view.current_sentence().id == "s0"
    bar = view.verticalScrollBar()
    for _ in range(30):
        bar.setValue(bar.value() + 100)
    bar.setValue(bar.maximum())
    assert told[-1] == f"s{len(view.document_text().split(chr(10))) - 1}"
    assert told == sorted(told, key=lambda s: int(s[1:]))
    span = word(view, 3)
    assert view.current_sentence().id == "s3"
    dimmed = view.viewport().grab(view.rectangles(span)[0]).toImage()
    word(view, 4)
    assert view.viewport().grab(view.rectangles(span)[0]).toImage() != dimmed


@pytest.mark.parametrize(
    "style", [{"numbers": "sentences"}, {"highlights": False}, {"line_height": 200.0},
              {"column": 20.0}, {"family": "DejaVu Sans"}],
)  # fmt: skip
def test_each_choice_is_seen(view, style):
    before = view.viewport().grab().toImage()
    view.set_style(replace(view.reading_style(), **style))
    assert view.viewport().grab().toImage() != before
    assert view.reading_style() == replace(view.reading_style(), **style)


def test_the_readers_own_highlights_and_bookmarks_are_painted(view):
    place = view.document_text().index("باريس")
    bare = view.viewport().grab().toImage()
    view.set_user_highlights([(Span(place - 20, place - 3), "found")])
    marked = view.viewport().grab().toImage()
    view.set_bookmarks([place])
    assert bare != marked != view.viewport().grab().toImage()


def test_pages_hold_the_whole_article(make, tmp_path):
    view = make(article(60))
    counts = []
    for highlights in (True, False):
        path = tmp_path / f"{highlights}.pdf"
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        view.print_to(printer, highlights)
        counts.append(path.read_bytes().count(b"/Type /Page\n"))
    assert counts[0] == counts[1] > 3


@pytest.mark.parametrize("name", ["light", "sepia", "dark", "contrast"])
def test_selected_words_can_be_read_in_every_theme(make, name):
    view, theme = make(article(12)), load_theme(name)
    view.set_theme(theme)
    place = view.document_text().index("باريس")
    view.select(Span(0, place + 60))
    for span in (Span(place, place + 5), Span(place + 8, place + 20)):
        picture = view.viewport().grab(view.rectangles(span)[0].adjusted(2, 6, -2, -6)).toImage()
        ground = Counter(
            picture.pixelColor(x, y).name()
            for x in range(picture.width())
            for y in range(picture.height())
        ).most_common(1)[0][0]
        assert ground != theme.color("base").name()
        assert contrast(theme.color("text"), QColor(ground)) >= 4.5


def contrast(a, b):
    lighter, darker = sorted((luminance(a), luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color):
    def channel(value):
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(v) for v in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
