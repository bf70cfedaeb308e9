"""The library in the real window: keeping, listing, searching, opening again, backups."""

from datetime import date

import pytest
from panel_article import type_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QMessageBox

from reader import libraries, notebooks
from reader.core.notebook import Bookmark, Notebook
from reader.core.types import Document, Span
from reader.formats.base import digest
from reader.gui.features.libraries import Libraries
from reader.gui.features.library import LibraryFeature
from reader.gui.main_window import MainWindow
from reader.gui.models.articles_model import ArticlesModel, Role
from reader.gui.views.articles_delegate import direction_of, shown_snippet
from reader.gui.views.backups_dialog import BackupsDialog
from reader.gui.views.refusals_dialog import RefusalsDialog
from reader.libraries import Library, default_path
from reader.settings import Settings

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
TITLES = ("القمة العربية في تونس", "الأسعار ترتفع في بغداد", "زيارة الوزير إلى القاهرة")


def make(number, text):
    title = TITLES[number]
    day = date(2024, 3, number + 1)
    return Document(digest(text), f"https://site{number}.example/a", title, text, day)


@pytest.fixture(autouse=True)
def own_data(monkeypatch, tmp_path):
    monkeypatch.setenv("QARI_DATA", str(tmp_path / "data"))


@pytest.fixture
def shelved():
    """The user's own library with three articles."""
    with Library.open(default_path()) as library:
        for number, title in enumerate(TITLES):
            text = f"{title}\n" + "\n".join(f"قال الرئيس في الفقرة {n}." for n in range(60))
            library.articles.save(make(number, text))
    return default_path()


@pytest.fixture
def shown(qtbot, shelved, window):
    """The window with the library in sight."""
    assert shelved.exists()
    return listed(qtbot, window, 3)


def listed(qtbot, window, count):
    window.set_language("en")
    feature(window).toggle()
    qtbot.waitUntil(lambda: len(panel(window).model.ids) == count)
    return window


def feature(window, kind=LibraryFeature):
    return next(f for f in window.features if isinstance(f, kind))


def panel(window):
    return feature(window).panel


def settle(qtbot, window):
    """Let what is to be written be written."""
    shelf = feature(window).shelf
    qtbot.waitUntil(lambda: shelf.writes.is_done)


def row_of(window, title):
    model = panel(window).model
    return next(r for r in range(model.rowCount()) if model.index(r).data() == title)


def entry(window, title):
    return panel(window).model.index(row_of(window, title)).data(Role.ENTRY)


def click(window, title, button=LEFT):
    view = panel(window).view
    index = panel(window).model.index(row_of(window, title))
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), button, pos=view.visualRect(index).center())


def open_article(qtbot, window, title):
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        click(window, title)
    settle(qtbot, window)


def choose(menu, words):
    action = next(a for a in menu.actions() if words in a.text())
    if action.menu() is None:
        action.trigger()
    return action.menu()


def filter_by(qtbot, window, *path, count):
    qtbot.waitUntil(lambda: bool(panel(window).filters.groups))
    button = panel(window).filter_button
    button.menu().aboutToShow.emit()
    menu = button.menu()
    for words in path:
        menu = choose(menu, words)
    qtbot.waitUntil(lambda: len(panel(window).model.ids) == count)


def test_a_key_shows_the_library_and_the_names_again(qtbot, shown):
    assert shown.side.current() == "library"
    assert panel(shown).search.hasFocus()
    QTest.keyClick(panel(shown).search, Qt.Key.Key_R, CTRL | ALT)
    assert shown.side.current() == "names"
    QTest.keyClick(shown, Qt.Key.Key_R, CTRL | ALT)
    assert shown.side.current() == "library"
    open_article(qtbot, shown, TITLES[0])
    QTest.keyClick(shown, Qt.Key.Key_E, CTRL)
    assert shown.side.current() == "names"
    assert shown.entities.search.hasFocus()


def test_articles_are_listed_with_day_source_and_unread(shown):
    model = panel(shown).model
    QAbstractItemModelTester(model)
    assert [model.index(row).data() for row in range(3)] == list(reversed(TITLES))
    row = entry(shown, TITLES[0]).row
    assert (row.day, row.site, row.unread) == (date(2024, 3, 1), "site0.example", True)
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "unread" in spoken
    assert "2024" in spoken
    assert "3 articles" in panel(shown).count.text()


def test_a_click_opens_an_article_and_marks_it_as_read(qtbot, shown):
    open_article(qtbot, shown, TITLES[1])
    assert shown.document.title == TITLES[1]
    qtbot.waitUntil(lambda: not entry(shown, TITLES[1]).row.unread)
    assert entry(shown, TITLES[0]).row.unread


def test_the_keyboard_goes_from_the_search_to_an_article(qtbot, shown):
    field = panel(shown).search
    type_in(field, "بغداد")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(panel(shown).model.ids) == 1)
    assert panel(shown).view.hasFocus()
    with qtbot.waitSignal(shown.analysis_ready, timeout=30_000):
        QTest.keyClick(panel(shown).view, Qt.Key.Key_Return)
    assert shown.document.title == TITLES[1]


def test_what_is_searched_for_is_marked_in_the_words(qtbot, shown):
    type_in(panel(shown).search, "الوزير")
    qtbot.waitUntil(lambda: len(panel(shown).model.ids) == 1)
    panel(shown).grab()
    qtbot.waitUntil(lambda: entry(shown, TITLES[2]).hit is not None)
    hit = entry(shown, TITLES[2]).hit
    assert [span.of(hit.snippet.words) for span in hit.snippet.hits] == ["الوزير"]
    marks = panel(shown).view.grab().toImage()
    color = shown.theme().color("found").rgb()
    pixels = (marks.pixel(x, y) for y in range(0, marks.height(), 2) for x in range(marks.width()))
    assert color in pixels


def test_any_spelling_finds_an_article(qtbot, shown):
    QTest.keyClick(shown, Qt.Key.Key_K, CTRL | Qt.KeyboardModifier.ShiftModifier)
    type_in(panel(shown).search, "للقاهره")
    qtbot.waitUntil(lambda: len(panel(shown).model.ids) == 1)
    assert panel(shown).model.index(0).data() == TITLES[2]


def test_any_question_has_an_answer_or_none(qtbot, shown):
    type_in(panel(shown).search, "لا_شيء")
    qtbot.waitUntil(lambda: "No article" in panel(shown).stack.words())
    panel(shown).stack.button.click()
    qtbot.waitUntil(lambda: len(panel(shown).model.ids) == 3)
    assert panel(shown).search.text() == ""
    type_in(panel(shown).search, 'color:red "')
    qtbot.waitUntil(lambda: "color:red" in panel(shown).notice.text())


def test_the_order_is_by_day_or_title(qtbot, shown):
    order = panel(shown).order
    order.setCurrentIndex(order.findData("title"))
    qtbot.waitUntil(lambda: panel(shown).model.index(0).data() == TITLES[1])
    assert panel(shown).model.index(1).data() == TITLES[0]


def test_filters_narrow_the_list_and_add_to_the_search(qtbot, shown):
    open_article(qtbot, shown, TITLES[0])
    filter_by(qtbot, shown, "Unread only", count=2)
    assert "1" in panel(shown).filter_button.text()
    filter_by(qtbot, shown, "Source", "site1", count=1)
    assert panel(shown).model.index(0).data() == TITLES[1]
    filter_by(qtbot, shown, "Show all", count=3)


def test_articles_get_tags_and_go_by_the_menu(qtbot, shown):
    view = panel(shown).view
    view.setCurrentIndex(panel(shown).model.index(row_of(shown, TITLES[2])))
    menu = QMenu(shown)
    panel(shown).fill_menu(menu, panel(shown).chosen())
    choose(menu, "Tag")
    box = feature(shown).box
    assert isinstance(box, QInputDialog)
    box.setTextValue("مهم")
    box.accept()
    qtbot.waitUntil(lambda: entry(shown, TITLES[2]).row.tags == ("مهم",))
    filter_by(qtbot, shown, "Tag", "مهم", count=1)
    wanted = []
    feature(shown).menu_wanted.connect(lambda _menu, ids: wanted.append(ids))
    menu = QMenu(shown)
    panel(shown).fill_menu(menu, panel(shown).chosen())
    assert wanted == [feature(shown).selected()]
    assert any("Take the tag" in action.text() for action in menu.actions())
    QTest.keyClick(view, Qt.Key.Key_Delete)
    box = feature(shown).box
    assert isinstance(box, QMessageBox)
    next(b for b in box.buttons() if "Take out" in b.text()).click()
    qtbot.waitUntil(lambda: not panel(shown).model.ids)


def test_an_article_is_kept_with_its_analysis_and_notes(qtbot, window, tmp_path):
    path = tmp_path / "خبر.txt"
    path.write_text("وصل الوفد إلى تونس أمس.\nثم غادر الرئيس بغداد.", encoding="utf-8")
    window.set_language("en")
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.open_path(path)
    QTest.keyClick(window, Qt.Key.Key_D, CTRL)
    QTest.keyClick(window, Qt.Key.Key_K, CTRL | ALT)
    qtbot.waitUntil(lambda: "Kept" in window.statusBar().currentMessage())
    QTest.keyClick(window, Qt.Key.Key_H, CTRL | ALT)
    settle(qtbot, window)
    with Library.open(default_path()) as library:
        (article,) = library.search.ids().ids
        kept = library.notes.load(article).notebook
        assert (len(kept.bookmarks), len(kept.highlights)) == (1, 1)
        assert library.analyses.load(article) == window.analysis


def test_a_kept_analysis_is_shown_at_once_with_the_notes(qtbot, shelved, window):
    with Library.open(shelved) as library:
        libraries.analyze_stale(library)
    listed(qtbot, window, 3)
    open_article(qtbot, window, TITLES[0])
    assert window.analysis is not None
    assert not window.is_busy()
    QTest.keyClick(window, Qt.Key.Key_D, CTRL)
    settle(qtbot, window)
    open_article(qtbot, window, TITLES[1])
    assert window.keeper.notebook.is_empty
    open_article(qtbot, window, TITLES[0])
    assert len(window.keeper.notebook.bookmarks) == 1


def test_an_article_is_read_on_where_it_was_left(qtbot, shown):
    shown.resize(1000, 500)
    open_article(qtbot, shown, TITLES[0])
    offset = shown.document.text.index("الفقرة 40")
    shown.article.show_at_top(offset)
    left = shown.article.first_visible_offset()
    open_article(qtbot, shown, TITLES[1])
    with Library.open(default_path()) as library:
        rows = library.articles.rows(library.search.ids().ids)
        positions = {row.title: row.position for row in rows}
    assert positions[TITLES[0]] == left > 0
    open_article(qtbot, shown, TITLES[0])
    assert shown.article.first_visible_offset() == left


def test_a_note_that_cannot_be_written_stays_in_the_window(qtbot, shown):
    open_article(qtbot, shown, TITLES[0])
    library = feature(shown).shelf.library
    library.articles.remove(library.search.ids("القمة").ids)
    QTest.keyClick(shown, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: shown.warnings.box is not None)
    assert "not there" in shown.warnings.box.text()
    assert len(shown.keeper.notebook.bookmarks) == 1


def test_a_library_on_a_medium_that_cannot_be_written_is_read(qtbot, shelved, window):
    listed(qtbot, window, 3)
    shelf = feature(window).shelf
    shelf.library.close()
    shelf.library = Library.open(shelved, read_only=True)
    shelf.opened.emit()
    qtbot.waitUntil(lambda: len(panel(window).model.ids) == 3)
    assert "only be read" in panel(window).notice.text()
    assert not window.actions_by_name["import_files"].isEnabled()
    open_article(qtbot, window, TITLES[0])
    assert window.document.title == TITLES[0]
    assert entry(window, TITLES[0]).row.unread


def test_a_file_that_is_no_library_is_told_of(qtbot, window, tmp_path):
    path = tmp_path / "x.qari"
    path.write_bytes(b"no library at all, but long enough to be looked at" * 40)
    window.set_language("en")
    feature(window).toggle()
    feature(window, Libraries).open_library(str(path))
    qtbot.waitUntil(lambda: "no library" in panel(window).stack.words())
    window.actions_by_name["own_library"].trigger()
    qtbot.waitUntil(lambda: "Nothing is kept" in panel(window).stack.words())
    assert path.read_bytes().startswith(b"no library")


def test_files_are_taken_in_and_refusals_are_told(qtbot, window, tmp_path, monkeypatch):
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(3):
        text = f"خبر رقم {number}\nوصل الرئيس إلى بغداد."
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    (folder / "bad.json").write_text('{"text": ', encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.set_language("en")
    shelf = feature(window).shelf
    kinds = []
    shelf.progressed.connect(lambda p: kinds.append(p.kind if p else None))
    window.actions_by_name["import_folder"].trigger()
    qtbot.waitUntil(lambda: isinstance(feature(window).box, RefusalsDialog), timeout=30_000)
    box = feature(window).box
    assert box.list.count() == 1
    assert "bad.json" in box.list.item(0).text()
    box.reject()
    qtbot.waitUntil(lambda: kinds[-1] is None and "analyze" in kinds, timeout=30_000)
    assert "import" in kinds
    model = panel(window).model
    entries = lambda: [model.index(row).data(Role.ENTRY) for row in range(len(model.ids))]  # noqa: E731
    qtbot.waitUntil(lambda: [e and e.row.analyzed for e in entries()] == [True] * 3)
    assert not panel(window).busy.isVisible()


def test_another_library_knows_nothing_of_an_article_of_the_first(qtbot, shown, tmp_path):
    open_article(qtbot, shown, TITLES[0])
    path = tmp_path / "other.qari"
    with Library.open(path) as other:
        for number in (1, 2):
            other.articles.save(make(number, f"{TITLES[number]}\nنص آخر."))
    feature(shown, Libraries).open_library(str(path))
    qtbot.waitUntil(lambda: len(panel(shown).model.ids) == 2)
    QTest.keyClick(shown, Qt.Key.Key_D, CTRL)
    settle(qtbot, shown)
    open_article(qtbot, shown, TITLES[1])
    with Library.open(path) as other:
        first = other.search.ids().ids
        assert all(other.notes.load(article).notebook.is_empty for article in first)
        assert [row.position for row in other.articles.rows(first)] == [0, 0]
    with Library.open(default_path()) as library:
        assert library.search.count() == 3


def test_rows_are_painted_anew_without_laying_all_out(qtbot, shown):
    view, laid_out = panel(shown).view, []
    layout = view.doItemsLayout
    view.doItemsLayout = lambda: (laid_out.append(True), layout())
    open_article(qtbot, shown, TITLES[0])
    qtbot.waitUntil(lambda: not entry(shown, TITLES[0]).row.unread)
    assert laid_out == []


def test_an_import_that_was_cut_short_goes_on(qtbot, shelved, window, tmp_path):
    path = tmp_path / "خبر.txt"
    path.write_text("خبر جديد\nوصل الرئيس إلى بغداد.", encoding="utf-8")
    with Library.open(shelved) as library:
        library.imports.start([str(path)])
    listed(qtbot, window, 3)
    assert panel(window).go_on_button.isVisible()
    panel(window).go_on_button.click()
    qtbot.waitUntil(lambda: len(panel(window).model.ids) == 4, timeout=30_000)
    assert not panel(window).go_on_button.isVisible()
    qtbot.waitUntil(lambda: feature(window).shelf.progress is None, timeout=30_000)


def test_notes_that_the_library_does_not_take_are_kept_when_the_window_goes(qtbot, shown):
    open_article(qtbot, shown, TITLES[0])
    document, library = shown.document, feature(shown).shelf.library
    told = []
    shown.keeper.kept_elsewhere.connect(told.append)
    library.articles.remove(library.search.ids("القمة").ids)
    QTest.keyClick(shown, Qt.Key.Key_D, CTRL)
    shown.close()
    assert len(notebooks.load(document).bookmarks) == 1
    assert told[0].path.exists()


def test_a_backup_is_made_and_gone_back_to(qtbot, shown):
    shown.actions_by_name["backups"].trigger()
    dialog = feature(shown, Libraries).box
    assert isinstance(dialog, BackupsDialog)
    dialog.make_button.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 1, timeout=30_000)
    dialog.reject()
    shelf = feature(shown).shelf
    shelf.library.articles.remove(shelf.library.search.ids().ids)
    shelf.changed.emit()
    qtbot.waitUntil(lambda: not panel(shown).model.ids)
    shown.actions_by_name["backups"].trigger()
    dialog = feature(shown, Libraries).box
    dialog.list.setCurrentRow(0)
    dialog.restore_button.click()
    box = feature(shown, Libraries).box
    next(b for b in box.buttons() if "Restore" in b.text()).click()
    qtbot.waitUntil(lambda: len(panel(shown).model.ids) == 3, timeout=30_000)
    assert "Restored" in shown.statusBar().currentMessage()


def test_a_middle_click_opens_an_article_beside(qtbot, shown):
    wanted = []
    shown.more_wanted.connect(wanted.append)
    click(shown, TITLES[0], MIDDLE)
    qtbot.waitUntil(lambda: len(wanted) == 1)
    assert wanted[0].document.title == TITLES[0]
    QTest.keyClick(panel(shown).view, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(wanted) == 2)


def test_notes_of_an_article_in_a_later_window_are_kept_in_the_library(qtbot, shown):
    wanted = []
    shown.more_wanted.connect(wanted.append)
    click(shown, TITLES[0], MIDDLE)
    qtbot.waitUntil(lambda: len(wanted) == 1)
    second = MainWindow(shown.choices)
    qtbot.addWidget(second)
    second.show()
    with qtbot.waitSignal(second.analysis_ready, timeout=30_000):
        second.opening.open(wanted[0])
    QTest.keyClick(second, Qt.Key.Key_D, CTRL)
    settle(qtbot, second)
    library = feature(second).shelf.library
    kept = library.notes.load(wanted[0].shelved.article).notebook
    assert len(kept.bookmarks) == 1
    second.close()


def test_windows_share_one_library_and_the_last_one_closes_it(qtbot, shown):
    second = MainWindow(shown.choices)
    qtbot.addWidget(second)
    second.show()
    assert feature(second).shelf is feature(shown).shelf
    second.close()
    assert feature(shown).shelf.library is not None
    shown.close()
    assert feature(shown).shelf.library is None


def test_a_hundred_thousand_rows_are_fetched_as_they_come_in_sight(shelved):
    with Library.open(shelved) as library:
        (row,) = library.articles.rows(library.search.ids("القمة").ids)
    asked = []

    def fetch(ids):
        asked.append(len(ids))
        return [row] if row.id in ids else []

    model = ArticlesModel()
    model.show_ids(range(100_000), fetch)
    assert model.rowCount() == 100_000
    assert asked == []
    assert model.index(99_999).data() is None
    assert model.index(row.id).data() == row.title
    assert max(asked) <= 50
    assert len(asked) == 2


def test_words_in_sight_run_as_they_are_written():
    assert direction_of("قال أمس") == Qt.LayoutDirection.RightToLeft
    assert direction_of("12 News قال") == Qt.LayoutDirection.LeftToRight
    words, hits = shown_snippet("سطر\nآخر", [Span(4, 7)], cut=True)
    assert "\n" not in words
    assert hits[0].of(words) == "آخر"
    words, hits = shown_snippet("كلمة " * 20 + "هدف", [Span(100, 103)], cut=False)
    assert hits[0].of(words) == "هدف"
    assert len(words) < 40


def test_settings_are_enough_to_make_a_window(qtbot):
    window = MainWindow(Settings(language="en"))
    qtbot.addWidget(window)
    assert feature(window).panel is None
    assert not default_path().exists()
    window.close()


def test_steps_are_taken_back_and_made_again_after_a_restart(qtbot, shown):
    open_article(qtbot, shown, TITLES[0])
    marks = []
    for line in (1, 5, 9):
        shown.article.show_at_top(shown.document.text.index(f"الفقرة {line}."))
        QTest.keyClick(shown, Qt.Key.Key_D, CTRL)
        marks.append(len(shown.keeper.notebook.bookmarks))
    assert marks == [1, 2, 3]
    shown.actions_by_name["undo"].trigger()
    settle(qtbot, shown)
    shown.close()
    later = MainWindow(Settings(language="ar", theme="light"))
    qtbot.addWidget(later)
    later.show()
    listed(qtbot, later, 3)
    open_article(qtbot, later, TITLES[0])
    undo, redo = later.actions_by_name["undo"], later.actions_by_name["redo"]
    for action, count in ((redo, 3), (undo, 2), (undo, 1), (undo, 0), (redo, 1)):
        qtbot.waitUntil(action.isEnabled)
        action.trigger()
        assert len(later.keeper.notebook.bookmarks) == count
    settle(qtbot, later)
    library = feature(later).shelf.library
    article = library.search.ids("القمة").ids[0]
    assert len(library.notes.load(article).notebook.bookmarks) == 1
    done, undone = library.notes.history(article)
    assert (len(done), len(undone)) == (1, 2)


def test_what_came_with_an_article_is_not_taken_back_by_a_step(qtbot, shelved, window):
    with Library.open(shelved) as library:
        (article,) = library.search.ids("القمة").ids
        document = library.articles.document(article)
        mark = Bookmark(Span(0, 5), document.text[:5], "2026-01-01")
        told = Notebook(document.id, bookmarks=(mark,))
        library.notes.keep(article, told, base=Notebook(document.id))
    listed(qtbot, window, 3)
    open_article(qtbot, window, TITLES[0])
    assert len(window.keeper.notebook.bookmarks) == 1
    assert not window.actions_by_name["undo"].isEnabled()
