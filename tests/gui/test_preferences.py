"""Choosing in the preferences: it shows at once, is kept, and can be taken back."""

import pytest
from panel_article import type_in
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox

from reader import settings as stored
from reader.gui.fonts import reading_families
from reader.gui.main_window import MainWindow
from reader.gui.shell import system_theme
from reader.gui.theme import load_theme


@pytest.fixture
def dialog(seed_window):
    QTest.keyClick(seed_window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    feature = next(f for f in seed_window.features if type(f).__name__ == "Preferences")
    assert feature.dialog.isVisible()
    yield feature.dialog
    feature.dialog.close()


def pick(field, data):
    """Choose in a combo box as a person does: with the keyboard."""
    field.setFocus()
    wanted = field.findData(data)
    while field.currentIndex() != wanted:
        step = Qt.Key.Key_Down if field.currentIndex() < wanted else Qt.Key.Key_Up
        QTest.keyClick(field, step)


def put(field, value):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, str(value))
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_article_follows_each_choice_at_once(seed_window, dialog):
    pick(dialog.fields["font_family"], "Amiri")
    put(dialog.fields["font_size"], 22)
    put(dialog.fields["line_height"], 200)
    put(dialog.fields["column"], 40)
    pick(dialog.fields["diacritics"], "hidden")
    pick(dialog.fields["numbers"], "sentences")
    dialog.fields["highlights"].click()
    style = seed_window.article.reading_style()
    assert (style.family, style.points, style.line_height, style.column) == ("Amiri", 22, 200, 40)
    assert (style.diacritics, style.numbers, style.highlights) == ("hidden", "sentences", False)
    assert seed_window.article.font().families()[0] == "Amiri"
    dialog.close()
    kept = stored.load()
    assert (kept.font_family, kept.font_size, kept.numbers) == ("Amiri", 22, "sentences")


def test_the_window_follows_each_choice_at_once(qtbot, seed_window, dialog):
    dialog.tabs.setCurrentIndex(1)
    pick(dialog.fields["theme"], "contrast")
    assert seed_window.theme().name == "contrast"
    pick(dialog.fields["language"], "en")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "Preferences")
    assert dialog.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert seed_window.menus["file"].title() == "&File"
    dialog.fields["reduced_motion"].click()
    pick(dialog.fields["timeline"], "left_to_right")
    dialog.close()
    kept = stored.load()
    assert kept.theme == "contrast"
    assert kept.reduced_motion
    assert kept.timeline == "left_to_right"


def test_a_page_can_be_as_it_was_at_first(seed_window, dialog):
    put(dialog.fields["font_size"], 30)
    pick(dialog.fields["diacritics"], "dimmed")
    seed_window.set_theme("dark")
    dialog.reset_button.click()
    assert seed_window.article.font_size() == 16
    assert dialog.fields["diacritics"].currentData() == "shown"
    assert seed_window.theme().name == "dark"


def test_what_is_chosen_elsewhere_shows_in_the_preferences(seed_window, dialog):
    seed_window.actions_by_name["larger"].trigger()
    assert dialog.fields["font_size"].value() == 17
    seed_window.actions_by_name["highlights"].trigger()
    assert not dialog.fields["highlights"].isChecked()


def test_the_fonts_of_the_program_come_first(dialog):
    field = dialog.fields["font_family"]
    assert isinstance(field, QComboBox)
    names = [field.itemText(i).strip("\u2068\u2069") for i in range(field.count())]
    assert names[:4] == ["Noto Naskh Arabic", "Amiri", "Vazirmatn", "IBM Plex Sans Arabic"]
    assert tuple(names) == reading_families()


def choose_row(page, name):
    index = page.model.index(page.model.row_of(name), 0)
    page.table.scrollTo(index)
    point = page.table.visualRect(index).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert page.current().name == name


def type_keys(page, keys):
    page.keys.setFocus()
    page.keys.setKeySequence(QKeySequence(keys))


def test_keys_are_changed_and_work_and_are_shown_everywhere(qtbot, seed_window, dialog):
    page = dialog.shortcuts
    dialog.tabs.setCurrentWidget(page)
    choose_row(page, "find")
    type_keys(page, "Ctrl+Alt+J")
    assert page.conflict.text() == ""
    page.set_button.click()
    dialog.close()
    assert stored.load().shortcuts == {"find": "Ctrl+Alt+J"}
    assert "Ctrl+Alt+J" in seed_window.actions_by_name["find"].toolTip()
    seed_window.activateWindow()
    qtbot.waitUntil(seed_window.isActiveWindow)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(seed_window, Qt.Key.Key_J, both)
    assert seed_window.find_bar.isVisible()
    again = MainWindow(stored.load())
    qtbot.addWidget(again)
    assert again.actions_by_name["find"].shortcut() == QKeySequence("Ctrl+Alt+J")


def test_keys_that_are_taken_are_said_and_can_be_taken_over(seed_window, dialog):
    page = dialog.shortcuts
    dialog.tabs.setCurrentWidget(page)
    choose_row(page, "find")
    type_keys(page, "Ctrl+O")
    assert "فتح" in page.conflict.text()
    page.set_button.click()
    assert seed_window.actions_by_name["open"].shortcut().isEmpty()
    assert seed_window.actions_by_name["find"].shortcut() == QKeySequence("Ctrl+O")
    choose_row(page, "open")
    page.first_button.click()
    assert seed_window.actions_by_name["open"].shortcut() == QKeySequence("Ctrl+O")
    assert seed_window.actions_by_name["find"].shortcut().isEmpty()
    dialog.reset_button.click()
    assert seed_window.actions_by_name["find"].shortcut() == QKeySequence("Ctrl+F")
    assert stored.load().shortcuts == {}


def test_actions_are_searched_by_words_and_by_keys(dialog):
    page = dialog.shortcuts
    dialog.tabs.setCurrentWidget(page)
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    type_in(page.search, "الحركات")
    names = {page.model.command(row).name for row in range(page.model.rowCount())}
    assert "diacritics" in names
    assert "open" not in names
    page.search.setText("ctrl+,")
    assert [page.model.command(0).name] == ["preferences"]
    page.search.setText("zzz")
    assert page.current() is None
    assert not page.set_button.isEnabled()


def test_no_two_actions_have_the_same_keys(seed_window):
    seen = {}
    for name, action in seed_window.actions_by_name.items():
        for keys in action.shortcuts():
            assert keys.toString() not in seen, (name, seen.get(keys.toString()))
            seen[keys.toString()] = name


def test_full_screen_and_back(seed_window):
    action = seed_window.actions_by_name["full_screen"]
    action.trigger()
    assert seed_window.isFullScreen()
    assert action.isChecked()
    action.trigger()
    assert not seed_window.isFullScreen()


def test_focus_numbers_and_diacritics_by_key(seed_window):
    article = seed_window.article
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(seed_window, Qt.Key.Key_F, both)
    assert article.reading_style().focus
    QTest.keyClick(seed_window, Qt.Key.Key_N, both)
    assert article.reading_style().numbers == "paragraphs"
    QTest.keyClick(seed_window, Qt.Key.Key_D, both)
    assert article.reading_style().diacritics == "dimmed"
    assert article.reading_style().focus
    assert "خافتة" in seed_window.statusBar().currentMessage()


def test_the_systems_colors_are_followed_while_that_is_the_choice(seed_window):
    seed_window.set_theme("system")
    assert seed_window.theme().name == system_theme()
    QApplication.setPalette(load_theme("dark").palette())
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert QApplication.palette() == load_theme(system_theme()).palette()


@pytest.mark.parametrize(("language", "right"), [("ar", True), ("en", False)])
def test_a_number_alone_stands_where_lines_begin(seed_window, language, right):
    seed_window.set_language(language)
    seed_window.actions_by_name["preferences"].trigger()
    dialog = next(f for f in seed_window.features if type(f).__name__ == "Preferences").dialog
    line = dialog.fields["line_height"].lineEdit()
    painted = line.grab().toImage()
    ink = [
        x
        for x in range(painted.width())
        if any(painted.pixelColor(x, y).lightness() < 100 for y in range(4, painted.height() - 4))
    ]
    assert (min(ink) > painted.width() / 2) is right
    dialog.close()
