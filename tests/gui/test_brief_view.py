import re

import pytest
from panel_article import ANALYSIS
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest

from reader.brief import brief, plain
from reader.gui.features.brief import BriefFeature
from reader.gui.models.brief_model import BriefModel
from reader.gui.origin import Origin
from reader.resources import brief as brief_words


@pytest.fixture
def page(qtbot, seed_window):
    seed_window.actions_by_name["brief"].trigger()
    feature = next(f for f in seed_window.features if isinstance(f, BriefFeature))
    qtbot.waitUntil(lambda: feature.view.copy_button.height() > 0)
    return feature.view


def rows(page, kind):
    return [n for n, row in enumerate(page.model.rows) if row.kind == kind]


def click(page, row):
    index = page.model.index(row, 0)
    page.list.scrollTo(index)
    at = page.list.visualRect(index).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_on_each_line_goes_to_its_sentence(seed_window, page):
    numbers = seed_window.index.sentence_numbers
    gone = []
    page.place_wanted.connect(gone.append)
    lines = [n for n in rows(page, "line") if page.model.rows[n].line.span is not None]
    assert len(lines) > 15
    for row in lines:
        click(page, row)
        span = gone[-1]
        line = page.model.rows[row].line
        assert span == line.span
        assert seed_window.article.rectangles(span)
        if line.sentences:
            told = {seed_window.index.sentences[s].span for s, n in numbers.items()
                    if n in line.sentences}  # fmt: skip
            assert any(sentence.contains(span) for sentence in told)


def test_the_keyboard_goes_to_a_line(page):
    gone = []
    page.place_wanted.connect(gone.append)
    assert page.list.hasFocus()
    page.list.setCurrentIndex(page.model.index(rows(page, "fact")[-1], 0))
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.currentIndex().row() == rows(page, "line")[0]
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert len(gone) == 1


def test_the_copy_is_the_page_as_text_or_markdown(seed_window, page):
    QTest.mouseClick(page.copy_button, Qt.MouseButton.LeftButton)
    words = brief_words.load("ar")
    assert QGuiApplication.clipboard().text() == plain(brief(seed_window.index.analysis, words))
    QTest.mouseClick(page.markdown_button, Qt.MouseButton.LeftButton)
    assert "## ما حدث" in QGuiApplication.clipboard().text()


def test_the_keys_of_copying_take_the_line_that_is_chosen(page):
    row = rows(page, "line")[3]
    page.list.setCurrentIndex(page.model.index(row, 0))
    QTest.keySequence(page.list, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == page.model.index(row, 0).data()


def test_the_page_follows_the_language_of_the_interface(seed_window, page):
    assert "ما حدث" in [page.model.index(row, 0).data() for row in rows(page, "heading")]
    seed_window.set_language("en")
    assert "What happened" in [page.model.index(row, 0).data() for row in rows(page, "heading")]


def test_what_is_not_sure_enough_is_not_in_the_page(seed_window, page):
    before = len(rows(page, "line"))
    seed_window.legend.threshold.set_percent(90)
    seed_window.legend.threshold.percent_changed.emit(90)
    assert len(rows(page, "line")) < before


@pytest.mark.parametrize("width", [600, 900, 1500])
def test_no_row_is_cut_off(seed_window, page, width):
    seed_window.resize(width, 800)
    page.list.doItemsLayout()
    bottom = 0
    for row in range(page.model.rowCount()):
        rect = page.list.visualRect(page.model.index(row, 0))
        assert rect.top() >= bottom
        assert rect.width() <= page.list.viewport().width()
        bottom = rect.bottom()


def test_another_article_has_another_page(qtbot, seed_window, page):
    with qtbot.waitSignal(seed_window.analysis_ready, timeout=30_000):
        seed_window.opening.open(Origin(words="وصل وفد تونس إلى بنزرت."))
    told = "\n".join(page.model.index(row, 0).data() for row in range(page.model.rowCount()))
    assert "بنزرت" in told
    assert "أستانا" not in re.sub("[\u2068\u2069]", "", told)


@pytest.mark.usefixtures("qapp")
def test_the_model_keeps_qts_rules():
    model = BriefModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_brief(brief(ANALYSIS, brief_words.load("en")))
    model.show_brief(None)
    assert tester is not None
