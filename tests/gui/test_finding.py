"""Finding words in an article of any size, in the real window and by itself."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from panel_article import type_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.core.normalize import find_folded
from reader.formats.text import from_text
from reader.gui.views.article.finding import hits_in, search

LINES = 4000
LONG = "\n".join(f"زار الوفد مدينة أستانا للمرة {n} أمس." for n in range(LINES)) + "\nالخاتمة."


@pytest.fixture
def long_window(window):
    """The window with an article that is long enough to be searched in the background."""
    window.article.set_document(from_text(LONG))
    window.show_page(window.reading)
    window.actions_by_name["find"].trigger()
    return window


def count(window):
    return window.find_bar.count.text().strip("\u2066\u2069")


def test_a_long_article_is_searched_in_the_background(qtbot, long_window):
    type_in(long_window.find_bar.field, "استانا")
    qtbot.waitUntil(lambda: count(long_window) == f"1 / {LINES}", timeout=10_000)
    QTest.keyClick(long_window.find_bar.field, Qt.Key.Key_Return)
    assert count(long_window) == f"2 / {LINES}"
    QTest.keyClick(long_window.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(long_window.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert count(long_window) == f"{LINES} / {LINES}"


def test_the_search_begins_in_sight_and_goes_there(qtbot, long_window):
    bar = long_window.article.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top = long_window.article.first_visible_offset()
    type_in(long_window.find_bar.field, "للمرة")
    qtbot.waitUntil(lambda: count(long_window).endswith(f"/ {LINES}"), timeout=10_000)
    number = int(count(long_window).split()[0])
    hits = find_folded(LONG, "للمرة")
    assert hits[number - 2].start < top <= hits[number - 1].start
    assert long_window.article.rectangles(hits[number - 1])


def test_only_the_last_words_that_were_typed_are_found(qtbot, long_window):
    type_in(long_window.find_bar.field, "الوفد")
    long_window.find_bar.field.clear()
    type_in(long_window.find_bar.field, "الخاتمة")
    qtbot.waitUntil(lambda: count(long_window) == "1 / 1", timeout=10_000)
    type_in(long_window.find_bar.field, "لا شيء")
    qtbot.waitUntil(lambda: count(long_window) == "لا نتائج", timeout=10_000)


def test_closing_the_bar_stops_the_search(qtbot, long_window):
    type_in(long_window.find_bar.field, "استانا")
    QTest.keyClick(long_window.find_bar.field, Qt.Key.Key_Escape)
    long_window.find_bar.field.clear()
    long_window.actions_by_name["find"].trigger()
    type_in(long_window.find_bar.field, "الخاتمة")
    qtbot.waitUntil(lambda: count(long_window) == "1 / 1", timeout=10_000)


@settings(max_examples=300, deadline=None)
@given(
    st.text("ابأ \n\u064e", max_size=60),
    st.text("اب ", min_size=1, max_size=3),
    st.integers(0, 60),
    st.integers(1, 9),
)
def test_pieces_find_what_the_whole_has(text, query, begin, piece):
    begin = min(begin, len(text))
    reported = []
    found = search(text, query, begin, reported.append, piece=piece)
    firsts = [hits for hits in reported if hits]
    spans = list(found.index.items)
    assert found.are_all
    assert all(a.end <= b.start for a, b in pairwise(spans))
    whole = hits_in(text, query)
    if begin == 0:
        assert spans == list(whole.index.items)
    assert bool(spans) == bool(len(whole)) == (len(firsts) == 1)
