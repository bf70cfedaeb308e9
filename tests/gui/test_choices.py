"""One value of choices, followed by every window."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from reader import settings as stored
from reader.gui.choices import Choices
from reader.gui.main_window import MainWindow
from reader.settings import Settings


def two_windows(qtbot):
    choices = Choices(Settings(language="en", theme="light"))
    windows = [MainWindow(choices), MainWindow(choices)]
    for window in windows:
        qtbot.addWidget(window)
        window.show()
    return choices, windows


def test_what_is_chosen_in_one_window_shows_in_all(qtbot):
    _choices, (one, other) = two_windows(qtbot)
    one.actions_by_name["larger"].trigger()
    one.legend.switches["PER"].click()
    one.set_theme("sepia")
    assert other.article.font_size() == one.article.font_size() == 17
    assert "PER" not in other.legend.visible_types()
    assert other.theme().name == "sepia"
    checked = [a.data() for a in other.menus["theme"].actions() if a.isChecked()]
    assert checked == ["sepia"]


def test_what_is_tried_on_is_not_written_down(qtbot):
    choices, (one, _other) = two_windows(qtbot)
    choices.show(replace(choices.settings, font_size=30, line_height=200))
    assert one.article.font_size() == 30
    assert one.article.reading_style().line_height == 200
    assert not stored.settings_path().exists()
    choices.keep(choices.settings)
    assert stored.load().font_size == 30


def test_the_interfaces_words_grow_and_come_back(qtbot):
    choices, _windows = two_windows(qtbot)
    before = QApplication.font().pointSizeF()
    choices.show(replace(choices.settings, interface_size=200))
    assert QApplication.font().pointSizeF() == 2 * before
    choices.show(replace(choices.settings, interface_size=100))
    assert QApplication.font().pointSizeF() == before
