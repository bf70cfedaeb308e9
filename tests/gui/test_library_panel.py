"""The library in the window: kept articles, the list, the search, what is taken in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMessageBox

from reader.core.notebook import Highlight
from reader.core.types import Span
from reader.gui.models.articles_model import ArticlesModel, Role
from reader.libraries import Library, default_path

STORM = "عاصفة في طرابلس\nضربت عاصفة قوية مدينة طرابلس اللبنانية أمس وقتل شخصان.\n"
VOTE = "انتخابات في تونس\nفاز الحزب في انتخابات تونس أمس.\n"


@pytest.fixture
def feature(window):
    return next(f for f in window.features if type(f).__name__ == "LibraryFeature")


def titles(feature):
    model = feature.panel.model
    return [model.index(row).data(Role.ROW).title for row in range(model.rowCount())]


def show(window, qtbot, text):
    with qtbot.waitSignal(window.analysis_ready, timeout=20000):
        window.open_text(text)


def keep(window, feature, qtbot, text):
    show(window, qtbot, text)
    before = feature.panel.model.rowCount()
    window.actions_by_name["keep_article"].trigger()
    qtbot.waitUntil(lambda: feature.panel.model.rowCount() == before + 1, timeout=20000)


def test_an_article_is_kept_with_what_was_found_and_shown_again(window, feature, qtbot):
    keep(window, feature, qtbot, STORM)
    found = window.analysis
    keep(window, feature, qtbot, VOTE)
    window.actions_by_name["show_library"].trigger()
    assert sorted(titles(feature)) == ["انتخابات في تونس", "عاصفة في طرابلس"]
    row = titles(feature).index("عاصفة في طرابلس")
    view = feature.panel.view
    with qtbot.waitSignal(window.analysis_ready, timeout=20000):
        at = view.visualRect(feature.panel.model.index(row)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.analysis == found
    assert window.document.text == STORM


def test_notes_on_a_kept_article_are_in_the_library(window, feature, qtbot):
    keep(window, feature, qtbot, STORM)
    mark = Highlight(Span(0, 5), STORM[:5], "yellow", "مهم", "2026-01-01T10:00:00")
    notebook = window.keeper.notebook
    window.keeper.change("note", type(notebook)(notebook.document, highlights=(mark,)))
    feature.close()
    with Library.open(default_path()) as library:
        (article,) = library.search.ids("").ids
        assert library.notes.load(article).notebook.highlights == (mark,)


def test_the_search_finds_any_spelling_and_says_where_nothing_answers(window, feature, qtbot):
    keep(window, feature, qtbot, STORM)
    keep(window, feature, qtbot, VOTE)
    window.actions_by_name["search_library"].trigger()
    feature.panel.search.setText("وبالعاصفه")
    qtbot.waitUntil(lambda: titles(feature) == ["عاصفة في طرابلس"])
    snippet = feature.panel.model.index(0).data(Role.SNIPPET)
    assert [hit.of(snippet.words) for hit in snippet.hits][:1] == ["عاصفة"]
    feature.panel.ask_for("زلزال")
    assert titles(feature) == []
    assert feature.panel.stack.currentIndex() == 1
    feature.panel.stack.button.click()
    qtbot.waitUntil(lambda: len(titles(feature)) == 2)


def test_a_hit_is_painted_in_the_list(window, feature, qtbot):
    keep(window, feature, qtbot, STORM)
    window.actions_by_name["show_library"].trigger()
    feature.panel.ask_for("قوية")
    found = feature.panel.delegate.theme.color("found")
    picture = feature.panel.view.viewport().grab().toImage()
    colors = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(min(120, picture.height()))
    }
    assert found.name() in colors


def test_files_are_taken_in_analyzed_and_what_is_refused_is_told(window, feature, qtbot, tmp_path):
    (tmp_path / "a.txt").write_text(STORM, encoding="utf-8")
    (tmp_path / "b.txt").write_text(VOTE, encoding="utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.4 broken")
    feature.take_in([tmp_path])
    qtbot.waitUntil(
        lambda: feature.library is not None and len(titles(feature)) == 2, timeout=30000
    )
    model = feature.panel.model

    def is_done():
        return all(model.index(row).data(Role.ROW).analyzed for row in range(2))

    qtbot.waitUntil(is_done, timeout=30000)
    (told,) = window.findChildren(QMessageBox)
    assert "c.pdf" in told.detailedText()
    told.close()


def test_removing_asks_first(window, feature, qtbot, monkeypatch):
    keep(window, feature, qtbot, STORM)
    window.actions_by_name["show_library"].trigger()
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: answers.pop(0))
    feature.panel.view.setCurrentIndex(feature.panel.model.index(0))
    qtbot.keyClick(feature.panel.view, Qt.Key.Key_Delete)
    assert len(titles(feature)) == 1
    qtbot.keyClick(feature.panel.view, Qt.Key.Key_Delete)
    assert titles(feature) == []


@pytest.mark.usefixtures("qapp")
def test_the_model_keeps_qts_rules():
    model = ArticlesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(tuple(range(1, 100_001)), lambda _ids: ())
    assert model.index(99_999).data() is None
    model.refresh([5])
    model.retranslate()
    assert tester.model() is model
