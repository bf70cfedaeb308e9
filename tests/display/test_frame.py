"""The window as a whole: its tabs, the whole screen, its start and its end."""

from __future__ import annotations

import sys

import pytest
from hands import LIMIT
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QTabBar

from reader import settings as stored
from reader.resources import seed


@pytest.fixture
def other(qtbot, tabs, tmp_path):
    """Another article, in a second tab."""
    path = tmp_path / "خبر.txt"
    path.write_text("وصل الوفد إلى بغداد أمس.\nوغادر القاهرة.", encoding="utf-8")
    tabs.open(path)
    with qtbot.waitSignal(tabs.current().analysis_ready, timeout=3 * LIMIT):
        pass
    return path


def test_tabs_are_changed_by_click_and_by_keys(hands, tabs, other):
    bar = tabs.tabs.tabBar()
    hands.click(bar, bar.tabRect(0).center())
    hands.see(lambda: tabs.current().path() == seed())
    hands.press("ctrl+Tab")
    hands.see(lambda: tabs.current().path() == other)
    hands.press("ctrl+shift+Tab")
    hands.see(lambda: tabs.current().path() == seed())


def test_tabs_are_closed_by_keys_and_by_click_and_come_back(hands, tabs, other):
    hands.press("ctrl+w")
    hands.see(lambda: tabs.tabs.count() == 1)
    assert tabs.current().path() == seed()
    hands.press("ctrl+shift+t")
    hands.see(lambda: tabs.tabs.count() == 2 and tabs.current().path() == other)
    sides = (QTabBar.ButtonPosition.LeftSide, QTabBar.ButtonPosition.RightSide)
    buttons = (tabs.tabs.tabBar().tabButton(0, side) for side in sides)
    hands.click(next(button for button in buttons if button is not None))
    hands.see(lambda: tabs.tabs.count() == 1)
    assert tabs.current().path() == other


def test_the_whole_screen_is_taken_and_given_back(hands, window):
    shell, action = window.window(), window.actions_by_name["full_screen"]
    hands.press("F11")
    hands.see(shell.isFullScreen)
    hands.see(action.isChecked)
    hands.press("F11")
    hands.see(lambda: not shell.isFullScreen())
    assert not action.isChecked()


@pytest.mark.usefixtures("other")
def test_the_whole_screen_is_checked_in_every_tab(hands, tabs):
    hands.press("F11")
    hands.see(tabs.window().isFullScreen)
    hands.press("ctrl+Tab")
    hands.see(lambda: tabs.current().path() == seed())
    window = tabs.current()
    bar, menu = window.menuBar(), window.menus["view"]
    hands.click(bar, bar.actionGeometry(menu.menuAction()).center())
    hands.see(menu.isVisible)
    assert window.actions_by_name["full_screen"].isChecked()
    hands.press("Escape")
    hands.see(lambda: not menu.isVisible())


def test_the_program_opens_an_article_and_is_closed_by_its_keys(qtbot, hands):
    program = QProcess()
    program.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
    program.start(sys.executable, ["-m", "reader", str(seed())])
    found = hands.run("xdotool", "search", "--sync", "--onlyvisible", "--name", seed().name)
    hands.run("xdotool", "windowfocus", found.split()[0])
    with qtbot.waitSignal(program.finished, timeout=LIMIT):
        hands.press("ctrl+q")
    assert program.exitStatus() == QProcess.ExitStatus.NormalExit
    assert (program.exitCode(), program.readAll().toStdString()) == (0, "")
    assert stored.load().session == (str(seed().resolve()),)
