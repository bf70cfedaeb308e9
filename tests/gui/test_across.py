"""What several articles of a library tell together: found by clicks, and seen as painted."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu

from reader.core.types import Span
from reader.formats.text import from_text
from reader.gui.features.across import AcrossFeature
from reader.gui.models.across import Across
from reader.gui.models.across_lines import line_text
from reader.gui.models.lines_model import LinesModel
from reader.libraries import Library, analyze_stale
from reader.resources import everything
from reader.resources import stories as words
from reader.service import Workspace
from reader.stories import Stories
from reader.stories.values import Citation

FIRST = """انفجار في مدينة عدن
قتل 12 شخصا في انفجار وقع يوم الاثنين في مدينة عدن، بحسب ما أعلن وزير الداخلية حسين عرب.
وقال وزير الداخلية حسين عرب إن قوات الأمن أغلقت الطرق المؤدية إلى الميناء بعد الانفجار مباشرة.
ونقلت سيارات الإسعاف عشرات الجرحى إلى مستشفى الجمهورية في وسط المدينة لتلقي العلاج.
وسيزور الرئيس عبد ربه منصور هادي مدينة عدن يوم 25 مارس 2017.
"""
SECOND = """انفجار في مدينة عدن
قتل 15 شخصا في انفجار وقع يوم الاثنين في مدينة عدن، بحسب ما أعلن وزير الداخلية حسين عرب.
وقال وزير الداخلية حسين عرب إن قوات الأمن أغلقت الطرق المؤدية إلى الميناء بعد الانفجار مباشرة.
ونقلت سيارات الإسعاف عشرات الجرحى إلى مستشفى الجمهورية في وسط المدينة لتلقي العلاج.
وأضاف شهود عيان أن حريقا كبيرا اندلع في السوق المجاورة للميناء واستمر حتى المساء.
"""
THIRD = """مباحثات في الرياض
التقى الرئيس عبد ربه منصور هادي في الرياض يوم 16 مارس 2017 السفير الأمريكي ماثيو تولر.
وأكد هادي أن حكومته ستعقد مؤتمرا في عدن يوم 2 أبريل 2017.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """A library of three articles, two of them versions of one story."""
    path = tmp_path_factory.mktemp("across") / "library.qari"
    days = (date(2017, 3, 13), date(2017, 3, 14), date(2017, 3, 16))
    made = [
        replace(from_text(text), title=text.split("\n")[0], published=day, source=f"{day}.txt")
        for text, day in zip((FIRST, SECOND, THIRD), days, strict=True)
    ]
    with Library.open(path) as opened:
        opened.articles.save_all(made)
        analyze_stale(opened, engine="fast")
    return path


@pytest.fixture
def feature(window):
    return next(f for f in window.features if isinstance(f, AcrossFeature))


@pytest.fixture
def view(qtbot, feature, library):
    """The pages on all articles of the library, side by side at full height."""
    feature.show_articles(library)
    qtbot.waitUntil(lambda: bool(feature.view.entities.master.lines.rows), timeout=20_000)
    feature.window.desk.set_whole(True)
    return feature.view


def row_of(page_list, words):
    """Return the first row that has the words."""
    rows = enumerate(page_list.lines.rows)
    return next(page_list.lines.index(n) for n, line in rows if words in line_text(line))


def click(qtbot, page_list, words):
    index = row_of(page_list, words)
    page_list.scrollTo(index)
    middle = page_list.visualRect(index).center()
    qtbot.mouseClick(page_list.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def lines(page_list):
    return [line_text(line) for line in page_list.lines.rows]


def colors(widget, rect):
    """Return the colors that are painted in a rectangle of a widget."""
    image = widget.grab(rect).toImage()
    size = range(image.width()), range(image.height())
    return {image.pixelColor(x, y).name() for x in size[0] for y in size[1]}


def test_a_changed_number_is_told_first_and_marked_in_both_versions(qtbot, view):
    page = view.versions
    qtbot.waitUntil(lambda: bool(page.model.differences), timeout=10_000)
    first = page.model.index(0).data()
    assert "12" in first
    assert "15" in first
    page.changes.setCurrentIndex(page.model.index(0))
    mark = page.model.differences[0]
    for pane, span in ((page.first, mark.first), (page.second, mark.copy)):
        pane.grab()  # lays it out
        rect = pane.rectangles(span)[0].toRect()
        assert pane.viewport().rect().contains(rect)
        assert view.window().theme().highlight("ORG").name() in colors(pane.viewport(), rect)
    assert FIRST[mark.first.start : mark.first.end] in FIRST


def test_sentences_that_one_version_alone_has_are_marked_whole(qtbot, view):
    page = view.versions
    qtbot.waitUntil(lambda: bool(page.model.differences), timeout=10_000)
    added = [m.copy for m in page.model.differences if not len(m.first)]
    dropped = [m.first for m in page.model.differences if not len(m.copy)]
    assert any(span.of(SECOND).startswith("وأضاف شهود") for span in added)
    assert any(span.of(FIRST).startswith("وسيزور الرئيس") for span in dropped)


def test_both_versions_scroll_together(qtbot, view):
    page = view.versions
    qtbot.waitUntil(lambda: bool(page.model.differences), timeout=10_000)
    view.window().resize(900, 420)
    qtbot.waitUntil(lambda: page.first.verticalScrollBar().maximum() > 100)
    page.first.verticalScrollBar().setValue(page.first.verticalScrollBar().maximum())
    assert page.second.verticalScrollBar().value() > 50


def test_the_other_version_shows_where_dropped_words_would_stand(qtbot, view):
    page = view.versions
    qtbot.waitUntil(lambda: bool(page.model.differences), timeout=10_000)
    view.window().resize(900, 420)
    qtbot.waitUntil(lambda: page.second.verticalScrollBar().maximum() > 100)
    dropped = [n for n, m in enumerate(page.model.differences) if not len(m.copy)]
    page.changes.setCurrentIndex(page.model.index(dropped[-1]))
    assert page.second.verticalScrollBar().value() > 50
    marked = view.window().theme().color("marked").name()
    assert marked in colors(page.second.viewport(), page.second.viewport().rect())


def test_a_version_says_whom_it_follows_and_how_sure_that_is(view):
    told = lines(view.versions.versions)
    assert any("%" in line for line in told)
    assert view.versions.pair()[0] != view.versions.pair()[1]


def test_an_entity_has_its_spellings_titles_and_sentences(qtbot, view, window):
    view.tabs.setCurrentWidget(view.entities)
    click(qtbot, view.entities.master, "هادي")
    told = lines(view.entities.detail)
    assert any("صور الكتابة" in line for line in told)
    assert any("السفير" in line for line in told)
    click(qtbot, view.entities.detail, "وسيزور")
    qtbot.waitUntil(lambda: window.document is not None and "وسيزور" in window.document.text)
    span = window.document.text.index("هادي")
    qtbot.waitUntil(lambda: window.article.first_visible_offset() <= span, timeout=5000)


def test_an_event_shows_the_figures_that_conflict_and_who_gives_them(qtbot, view):
    view.tabs.setCurrentWidget(view.events)
    event = next(line for line in view.events.master.lines.rows if "متباينة" in line.caption)
    click(qtbot, view.events.master, event.words)
    badges = [line.badge for line in view.events.detail.lines.rows if line.badge]
    assert any("12" in badge for badge in badges)
    assert any("15" in badge for badge in badges)


def test_what_is_ahead_hangs_on_the_chosen_day(view):
    view.tabs.setCurrentWidget(view.ahead)
    view.ahead.day.setDate(QDate(2017, 3, 20))
    some = lines(view.ahead.master)
    view.ahead.day.setDate(QDate(2017, 3, 28))
    fewer = lines(view.ahead.master)
    assert len(fewer) < len(some)
    assert any("أسبوع" in line for line in some)


def test_the_timeline_and_the_map_hold_all_articles(qtbot, view):
    view.tabs.setCurrentWidget(view.timeline)
    qtbot.waitUntil(lambda: "انفجار" in view.timeline.timeline.description())
    view.tabs.setCurrentWidget(view.map)
    qtbot.waitUntil(lambda: "الرياض" in view.map.map.description())
    assert "عدن" in view.map.map.description()


def test_a_name_of_the_article_opens_its_page_across_the_library(qtbot, view, window):
    view.place_wanted.emit(view.entities.detail.lines.rows[-1].citation)
    qtbot.waitUntil(lambda: window.index is not None, timeout=10_000)
    entity = next(e for e in window.index.analysis.entities if "هادي" in e.name)
    menu = QMenu()
    mentions = tuple(m.id for m in window.index.mentions_of[entity.id])
    window.entities.menu_wanted.emit(menu, mentions)
    next(a for a in menu.actions() if a.text() == "عبر المكتبة").trigger()
    assert view.tabs.currentWidget() is view.entities
    assert "هادي" in lines(view.entities.detail)[0]


def test_the_articles_chosen_in_the_library_are_put_together(qtbot, view, feature, library):
    feature.show_articles(library, (1, 2))
    qtbot.waitUntil(lambda: view.told.text() == "مقالان", timeout=10_000)


def test_lines_are_copied_as_text(qtbot, view):
    view.tabs.setCurrentWidget(view.entities)
    click(qtbot, view.entities.master, "عدن")
    view.entities.detail.copy_lines()
    assert "عدن" in QGuiApplication.clipboard().text()


def test_the_filter_narrows_the_list(view):
    view.entities.filter.setText("الرياض")
    view.entities.apply_filter()
    assert {line.words.strip("\u2068\u2069") for line in view.entities.master.lines.rows} == {
        "الرياض"
    }


def test_of_a_sentence_without_end_only_what_is_around_the_words_is_shown():
    text = f"{'كلمة ' * 4000}هنا{' كلمة' * 4000}"
    found = Stories(
        (Workspace().analyze(from_text(text), engine="fast"),), everything.load(), words.load()
    )
    article = next(iter(found.articles))
    at = text.index("هنا")
    line = Across(found).quote(Citation(article, Span(0, len(text)), Span(at, at + 3)))
    assert len(line.words) < 2000
    assert line.found.of(line.words) == "هنا"


def test_the_rows_are_a_proper_model(view):
    model = LinesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(view.entities.detail.lines.rows)
    model.set_rows(())


def test_a_library_that_is_not_there_is_told(qtbot, feature, tmp_path):
    feature.show_articles(tmp_path / "none.qari")
    qtbot.waitUntil(lambda: bool(feature.view.stack.words()), timeout=10_000)
    assert not feature.view.stack.button.isHidden()
