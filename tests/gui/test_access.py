"""The window for everyone: names for screen readers, keys for all, words at twice their size."""

import pytest
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QStyleOptionMenuItem,
    QTabWidget,
    QWidget,
)

from reader.gui.fonts import apply_interface_size
from reader.gui.menus import MENU_OF, MENUS, lettered
from reader.gui.views.legend import TypeSwitch
from reader.gui.views.link_label import Words
from reader.gui.views.painted import PaintedView
from reader.gui.views.passage_pane import PassagePane
from reader.gui.window.panes import Panes

DESK = ("concordance", "compare", "brief", "timeline", "matrix")
KINDS = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit, QAbstractItemView)


def own(widget):
    """Tell whether a widget is not a part that Qt makes for another."""
    name, parent = widget.objectName(), widget.parentWidget()
    inside = isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit)
    popup = "Container" in parent.metaObject().className()
    return not (name.startswith("qt_") or inside or popup or isinstance(widget, QHeaderView))


def nameless(window):
    """Return what a screen reader would have no word for."""
    return [
        (type(w).__name__, type(w.parentWidget()).__name__, w.objectName())
        for w in window.findChildren(QWidget)
        if isinstance(w, KINDS)
        and own(w)
        and not w.isHidden()
        and not (w.accessibleName() or getattr(w, "text", str)() or w.toolTip())
        and not any(b.buddy() is w for b in window.findChildren(QLabel))
    ]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_widget_has_a_name(seed_window, language):
    seed_window.set_language(language)
    for name in DESK:
        seed_window.desk.show_view(name)
    assert nameless(seed_window) == []


def test_every_widget_of_the_preferences_has_a_name(seed_window):
    seed_window.actions_by_name["preferences"].trigger()
    dialog = next(f for f in seed_window.features if type(f).__name__ == "Preferences").dialog
    assert nameless(dialog) == []
    dialog.close()


def silent(window):
    """Return what Tab stops at without a name, or without a word for what it is."""
    stops, start = [], window.focusWidget()
    for _ in range(400):
        window.focusNextChild()
        stops.append(QApplication.focusWidget())
        if stops[-1] is start:
            break
    told = [(stop, QAccessible.queryAccessibleInterface(stop)) for stop in stops if stop]
    return {
        (type(stop).__name__, type(stop.parentWidget()).__name__)
        for stop, interface in told
        if not interface.text(QAccessible.Text.Name)
        or interface.role() in (QAccessible.Role.Client, QAccessible.Role.NoRole)
    }


@pytest.mark.parametrize("name", [*DESK, "graph", "map"])
def test_tab_stops_at_nothing_that_is_silent(qtbot, seed_window, name):
    seed_window.desk.show_view(name)
    seed_window.article.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is seed_window.article)
    assert silent(seed_window) == set()


@pytest.mark.parametrize("name", [*DESK, "graph", "map", "notes", "outline", "corrections"])
def test_what_has_the_keyboard_in_the_desk_first_has_a_name(qtbot, seed_window, name):
    seed_window.desk.show_view(name)
    seed_window.article.setFocus()
    seed_window.actions_by_name["go_desk"].trigger()
    qtbot.waitUntil(lambda: seed_window.desk.isAncestorOf(QApplication.focusWidget()))
    stop = QAccessible.queryAccessibleInterface(QApplication.focusWidget())
    assert stop.text(QAccessible.Text.Name)
    assert stop.role() not in (QAccessible.Role.Client, QAccessible.Role.NoRole)


def test_tab_stops_at_nothing_that_is_silent_in_the_preferences(qtbot, seed_window):
    seed_window.actions_by_name["preferences"].trigger()
    dialog = next(f for f in seed_window.features if type(f).__name__ == "Preferences").dialog
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    for page in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(page)
        assert silent(dialog) == set()
    dialog.close()


def test_pictures_passages_and_links_are_told_as_such(seed_window):
    seed_window.desk.show_view("map")
    seed_window.desk.show_view("compare")
    roles = {
        type(widget).__name__: QAccessible.queryAccessibleInterface(widget).role()
        for kind in (PaintedView, PassagePane)
        for widget in seed_window.findChildren(kind)
    }
    assert roles["MapView"] == QAccessible.Role.Graphic
    assert roles["PassagePane"] == QAccessible.Role.StaticText
    for link, role in ((True, QAccessible.Role.Link), (False, QAccessible.Role.StaticText)):
        assert QAccessible.queryAccessibleInterface(Words("روسيا", link=link)).role() == role


def test_the_names_have_a_heading_that_is_told(seed_window):
    header = QAccessible.queryAccessibleInterface(seed_window.entities.view).child(0)
    assert header.text(QAccessible.Text.Name) == "الأسماء"


def test_every_action_has_a_menu_a_text_and_two_tips(window):
    for command in window.commands:
        action = window.actions_by_name[command.name]
        assert action in window.menus[MENU_OF[command.name].name].actions(), command.name
        for words in (action.text(), action.toolTip(), action.statusTip()):
            assert words, command.name


def test_the_keyboard_reaches_every_part(seed_window):
    reached, start = set(), QApplication.focusWidget()
    for _ in range(400):
        seed_window.focusNextChild()
        reached.add(QApplication.focusWidget())
        if QApplication.focusWidget() is start:
            break
    for part in (
        seed_window.article,
        seed_window.entities.search,
        seed_window.entities.view,
        seed_window.events.search,
        seed_window.events.view,
        seed_window.legend.switches["PER"],
    ):
        assert part in reached, part


def cut(window):
    """Return what is less than its words need: buttons, labels and choices."""
    buttons = [
        b.text()
        for b in window.findChildren(QAbstractButton)
        if b.isVisible() and b.text() and isinstance(b, TypeSwitch | QPushButton)
        if b.width() < QFontMetrics(b.font()).horizontalAdvance(b.text().replace("&", ""))
    ]
    labels = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.isVisible() and label.text()
        if label.width() < label.minimumSizeHint().width()
        or (label.wordWrap() and label.height() < label.heightForWidth(label.width()))
    ]
    choices = [
        box.itemText(0)
        for box in window.findChildren(QComboBox)
        if box.isVisible()
        if box.width() < QFontMetrics(box.font()).horizontalAdvance(box.itemText(0)) + 24
    ]
    return buttons + labels + choices


@pytest.mark.parametrize("language", ["ar", "en"])
def test_words_at_twice_their_size_are_not_cut(qtbot, seed_window, language):
    seed_window.set_language(language)
    apply_interface_size(200)
    try:
        large, field = QApplication.font(), seed_window.events.actors
        qtbot.waitUntil(lambda: field.font().pointSizeF() == large.pointSizeF())
        panes = seed_window.findChild(Panes)
        for width in (1900, 1280):
            seed_window.resize(width, 760)
            qtbot.waitUntil(lambda size=width: size - 60 < sum(panes.sizes()) <= size)
            panes.share_out(width)
            qtbot.waitUntil(lambda: cut(seed_window) == [])
            assert seed_window.article.width() > 300
    finally:
        apply_interface_size(100)


DIALOGS = ("preferences", "export", "help", "shortcuts", "properties")


def opened():
    """Return the dialogs that are open."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_is_as_large_as_its_words_and_no_larger_than_the_screen(
    qtbot, seed_window, name, size
):
    apply_interface_size(size)
    try:
        seed_window.actions_by_name[name].trigger()
        qtbot.waitUntil(lambda: len(opened()) == 1)
        (dialog,) = opened()
        tabs = dialog.findChildren(QTabWidget)
        for page in range(tabs[0].count() if tabs else 1):
            for tab in tabs:
                tab.setCurrentIndex(page)
            qtbot.waitUntil(lambda: cut(dialog) == [])
            assert dialog.width() <= dialog.screen().size().width()
            assert dialog.height() <= dialog.screen().size().height()
            assert not any(
                listed.horizontalScrollBar().isVisible()
                for listed in dialog.findChildren(QListWidget)
            )
        dialog.close()
    finally:
        apply_interface_size(100)


def test_every_action_stands_in_one_menu(window):
    listed = [line for menu in MENUS for line in menu.lines if line and line[0] != ">"]
    assert sorted(listed) == sorted(command.name for command in window.commands)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_two_lines_of_a_menu_are_chosen_by_one_letter(window, language):
    window.set_language(language)
    menus = [window.menuBar().actions(), *(window.menus[m.name].actions() for m in MENUS)]
    for lines in menus:
        texts = [action.text() for action in lines if action.text()]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert len(set(letters)) == len(letters), texts


def test_a_text_keeps_its_letter_and_one_that_lost_it_gets_another():
    assert lettered(["&Print", "&Paste", "Plain", "A && &B"]) == [
        "&Print",
        "P&aste",
        "P&lain",
        "A && &B",
    ]
    assert lettered(["ال&تالي", "ال&تحليل"]) == ["ال&تالي", "الت&حليل"]
    assert lettered(["&a", "&A"]) == ["&a", "A"]


def test_keys_in_a_menu_keep_their_order_in_arabic(window):
    window.set_language("ar")
    option = QStyleOptionMenuItem()
    window.menus["view"].initStyleOption(option, window.actions_by_name["larger"])
    assert option.text.split("\t")[1] == "\u2066Ctrl++\u2069"
