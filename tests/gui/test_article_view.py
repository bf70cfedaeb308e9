"""What is painted under the text, letter by letter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from reader.core.types import Analysis, Document, Mention, Span
from reader.gui.theme import load_theme
from reader.gui.views.article_view import ArticleView

# A name after a proclitic, after لل, with harakat, with lam-alef inside, with digits, in Latin.
LINES = [
    ("وتركيا", "تركيا"),
    ("للأمم المتحدة", "لأمم المتحدة"),
    ("وبِسُورِيَّةَ اليوم", "سُورِيَّةَ"),
    ("والسلام", "السلام"),
    ("بأستانا-7 غدا", "أستانا-7"),
    ("في NATO أمس", "NATO"),
]
TEXT = "\n".join(line for line, _ in LINES)


def spans():
    start = 0
    for line, name in LINES:
        at = start + line.index(name)
        yield Span(at, at + len(name))
        start += len(line) + 1


@pytest.fixture
def view(qtbot):
    document = Document(id="x", source=None, title=None, text=TEXT)
    mentions = tuple(
        Mention(f"m{number}", span, "GPE", "s1") for number, span in enumerate(spans())
    )
    article = ArticleView()
    qtbot.addWidget(article)
    article.resize(700, 700)
    article.set_document(document)
    article.set_analysis(Analysis(document=document, mentions=mentions))
    article.show()
    qtbot.waitExposed(article)
    return article


def painted_columns(view, rect):
    """The x of every column of pixels that has the highlight's own color."""
    image = view.viewport().grab().toImage()
    color = load_theme("light").highlight("GPE").name()
    rows = range(rect.top(), rect.bottom() + 1)
    width = range(image.width())
    return [x for x in width if any(QColor(image.pixel(x, y)).name() == color for y in rows)]


@pytest.mark.parametrize("number", range(len(LINES)))
def test_the_highlight_covers_the_name_and_nothing_else(view, number):
    span = list(spans())[number]
    rects = view.rectangles(span)
    assert len(rects) == 1
    columns = painted_columns(view, rects[0])
    assert abs(columns[0] - rects[0].left()) <= 2
    assert abs(columns[-1] - rects[0].right()) <= 2


def test_a_doubtful_name_has_a_broken_edge_and_no_full_color(view):
    first = next(spans())
    unsure = Mention("m0", first, "GPE", "s1", confidence=0.3)
    document = Document(id="x", source=None, title=None, text=TEXT)
    whole = view.viewport().grab(view.rectangles(first)[0]).toImage()
    view.set_analysis(Analysis(document=document, mentions=(unsure,)))
    assert painted_columns(view, view.rectangles(first)[0]) == []
    assert view.hit_at(view.rectangles(first)[0].center()).id == "m0"
    assert view.viewport().grab(view.rectangles(first)[0]).toImage() != whole


def test_a_proclitic_stays_outside_and_the_words_shape_is_kept(view):
    name = next(spans())
    proclitic = view.rectangles(Span(name.start - 1, name.start))[0]
    assert (
        not view.rectangles(name)[0]
        .adjusted(1, 0, -1, 0)
        .intersects(proclitic.adjusted(1, 0, -1, 0))
    )


def ink(image, lightness):
    """Every point of the picture that is as dark as that."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {(x, y) for x, y in points if image.pixelColor(x, y).lightness() < lightness}


def test_highlights_leave_the_shape_of_every_letter(view):
    with_highlights = view.viewport().grab().toImage()
    view.set_visible_types(frozenset())
    bare = view.viewport().grab().toImage()
    # The color under a letter's soft edge makes the edge a little darker or lighter.
    assert ink(with_highlights, 60) <= ink(bare, 110)
    assert ink(bare, 60) <= ink(with_highlights, 110)


def test_highlights_do_not_move_the_text(view):
    before = [view.rectangles(Span(i, i + 1)) for i in range(len(TEXT))]
    view.set_visible_types(frozenset())
    assert [view.rectangles(Span(i, i + 1)) for i in range(len(TEXT))] == before


def test_the_text_is_the_authors_own(view):
    assert view.document_text() == TEXT


def test_every_paragraph_runs_from_the_right_whatever_it_begins_with(view):
    text = "Microsoft أعلنت أمس\nأعلنت Microsoft أمس"
    view.set_document(Document(id="y", source=None, title=None, text=text))
    first, second = Span(0, 1), Span(text.index("\n") + 1, text.index("\n") + 2)
    assert view.rectangles(first)[0].left() > view.viewport().width() / 2
    assert abs(view.rectangles(Span(0, 9))[0].right() - view.rectangles(second)[0].right()) <= 2


def test_astral_letters_and_marks_before_a_name_move_nothing(qtbot, view):
    text = "😀😀 وسوريا"
    span = Span(text.index("سوريا"), len(text))
    document = Document(id="y", source=None, title=None, text=text)
    view.set_document(document)
    view.set_analysis(Analysis(document=document, mentions=(Mention("m", span, "GPE", "s1"),)))
    with qtbot.waitSignal(view.mention_clicked) as clicked:
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.rectangles(span)[0].center()
        )
    assert clicked.args == ["m"]
