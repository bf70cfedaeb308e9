"""Several articles in one window, by keyboard and by click; all of it comes back."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QTabBar

from reader import settings as stored
from reader.gui.article_tabs import ArticleTabs
from reader.gui.choices import Choices
from reader.gui.shell import Shell
from reader.resources import seed
from reader.settings import Settings

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LONG = "\n".join(f"الفقرة رقم {n} تتحدث عن القاهرة وبغداد." for n in range(200))


@pytest.fixture
def articles(tmp_path):
    """Three articles of two hundred paragraphs."""
    paths = []
    for name in ("واحد", "اثنان", "ثلاثة"):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"{name}\n{LONG}", encoding="utf-8")
        paths.append(path)
    return paths


@pytest.fixture
def make(qtbot, arabic_interface):
    """Return a function that opens the window with tabs, as the program does."""
    assert arabic_interface

    def make(settings=None):
        shell = Shell(Settings())
        qtbot.addWidget(shell)
        tabs = ArticleTabs(Choices(settings or Settings(language="ar", theme="light"), shell))
        shell.fill(tabs)
        shell.resize(1200, 800)
        shell.show()
        qtbot.waitExposed(shell)
        return shell, tabs

    return make


@pytest.fixture
def opened(qtbot, make, articles):
    shell, tabs = make()
    for path in articles:
        open_in(qtbot, tabs, path)
    return shell, tabs


def open_in(qtbot, tabs, path):
    tabs.open(path)
    with qtbot.waitSignal(tabs.current().analysis_ready, timeout=30_000):
        pass


def press(tabs, key, modifiers=CONTROL):
    tabs.current().activateWindow()
    QTest.keyClick(tabs.current(), key, modifiers)


def names(tabs):
    return [tabs.tabs.tabText(i).strip("\u2068\u2069") for i in range(tabs.tabs.count())]


def test_one_article_has_no_tab_and_three_have_three(qtbot, make, articles):
    _shell, tabs = make()
    open_in(qtbot, tabs, articles[0])
    assert not tabs.tabs.tabBar().isVisible()
    open_in(qtbot, tabs, articles[1])
    assert tabs.tabs.tabBar().isVisible()
    assert len(tabs.contents()) == 2
    tabs.open(articles[0])
    assert tabs.tabs.count() == 2
    assert tabs.tabs.currentIndex() == 0


def test_the_keys_go_from_tab_to_tab_and_move_them(opened):
    shell, tabs = opened
    assert "ثلاثة" in shell.windowTitle()
    press(tabs, Qt.Key.Key_Tab)
    assert "واحد" in shell.windowTitle()
    press(tabs, Qt.Key.Key_Backtab, CONTROL | SHIFT)
    assert "ثلاثة" in shell.windowTitle()
    before = names(tabs)
    press(tabs, Qt.Key.Key_PageUp, CONTROL | SHIFT)
    assert names(tabs) == [before[0], before[2], before[1]]
    assert "ثلاثة" in shell.windowTitle()


def test_a_tab_is_closed_by_key_or_click_and_opened_again(opened, articles):
    _shell, tabs = opened
    press(tabs, Qt.Key.Key_W)
    assert tabs.tabs.count() == 2
    bar = tabs.tabs.tabBar()
    side = (QTabBar.ButtonPosition.LeftSide, QTabBar.ButtonPosition.RightSide)
    button = next(b for b in (bar.tabButton(0, s) for s in side) if b)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert tabs.tabs.count() == 1
    press(tabs, Qt.Key.Key_T, CONTROL | SHIFT)
    assert tabs.current().path() == articles[0]
    press(tabs, Qt.Key.Key_T, CONTROL | SHIFT)
    assert tabs.current().path() == articles[2]


def test_the_last_tab_leaves_an_empty_one_and_that_closes_the_window(qtbot, make, articles):
    shell, tabs = make()
    open_in(qtbot, tabs, articles[0])
    press(tabs, Qt.Key.Key_W)
    assert tabs.tabs.count() == 1
    assert tabs.current().document is None
    assert shell.isVisible()
    press(tabs, Qt.Key.Key_W)
    assert not shell.isVisible()


def test_a_new_tab_and_a_file_in_a_tab_of_its_own(qtbot, opened, monkeypatch):
    _shell, tabs = opened
    press(tabs, Qt.Key.Key_N)
    assert tabs.tabs.count() == 4
    assert tabs.current().document is None
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(seed())], ""))
    press(tabs, Qt.Key.Key_O, CONTROL | SHIFT)
    with qtbot.waitSignal(tabs.current().analysis_ready, timeout=30_000):
        pass
    assert tabs.current().path() == seed()
    assert tabs.tabs.count() == 5


def test_the_session_comes_back_and_only_what_is_seen_is_read(qtbot, make, opened, articles):
    shell, tabs = opened
    press(tabs, Qt.Key.Key_Tab)
    shell.close()
    kept = stored.load()
    assert kept.session == tuple(str(p.resolve()) for p in articles)
    assert kept.session_at == 0
    _again, restored = make(kept)
    restored.restore(articles, kept.session_at)
    assert restored.tabs.count() == 3
    assert len(restored.contents()) == 1
    with qtbot.waitSignal(restored.current().analysis_ready, timeout=30_000):
        pass
    press(restored, Qt.Key.Key_Tab)
    assert len(restored.contents()) == 2
    with qtbot.waitSignal(restored.current().analysis_ready, timeout=30_000):
        pass
    assert restored.current().path() == articles[1]


def test_the_place_in_an_article_is_found_again(qtbot, make, articles):
    shell, tabs = make()
    open_in(qtbot, tabs, articles[0])
    article = tabs.current().article
    article.show_at_top(article.document_text().index("رقم 120"))
    place = article.first_visible_offset()
    assert place > 2000
    shell.close()
    for _ in range(2):  # it does not creep
        shell, tabs = make(stored.load())
        open_in(qtbot, tabs, articles[0])
        assert tabs.current().article.first_visible_offset() == place
        shell.close()


def test_a_place_is_kept_when_another_article_takes_the_window(qtbot, make, articles):
    _shell, tabs = make()
    open_in(qtbot, tabs, articles[0])
    window = tabs.current()
    window.article.show_at_top(3000)
    place = window.article.first_visible_offset()
    for path in (articles[1], articles[0]):
        with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
            window.open_path(path)
    assert window.article.first_visible_offset() == place


def test_without_tabs_their_commands_cannot_be_used(window):
    assert not window.actions_by_name["new_tab"].isEnabled()


def test_what_is_chosen_in_a_tab_shows_in_the_others(opened):
    _shell, tabs = opened
    tabs.current().set_theme("sepia")
    assert {content.theme().name for content in tabs.contents()} == {"sepia"}


def test_files_that_are_dropped_together_have_a_tab_each(qtbot, make, articles):
    _shell, tabs = make()
    open_in(qtbot, tabs, seed())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in articles])
    window = tabs.current()
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.dropEvent(QDropEvent(QPointF(9, 9), action, data, button, plain))
    assert tabs.tabs.count() == 3
    assert window.path() == articles[0]
    assert tabs.current() is window
