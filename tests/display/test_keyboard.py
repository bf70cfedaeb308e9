"""What real keys do, on a Latin keyboard and on Arabic ones."""

from __future__ import annotations

import sys

import pytest
from hands import LIMIT
from places import feature, mention, middle
from PySide6.QtCore import QProcess
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from reader.core.types import Span

# Another program, from which words were copied: an X server asks it for them when they are wanted.
COPIED = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
application.clipboard().dataChanged.connect(lambda: print("copied", flush=True))
application.clipboard().setText(sys.argv[1])
application.exec()
"""


@pytest.fixture(params=["ara,us", "ara"])
def arabic_hands(request, hands):
    """Hands at an Arabic keyboard, which has Latin letters too or none."""
    hands.lay(request.param)
    return hands


def focus_name():
    """Return the name of what has the keyboard, as a screen reader has it."""
    interface = QAccessible.queryAccessibleInterface(QApplication.focusWidget())
    return interface.text(QAccessible.Text.Name)


def count(window):
    return window.find_bar.count.text().strip("\u2066\u2069")


def test_figures_are_found_and_enter_goes_on(hands, window):
    hands.press("ctrl+f")
    hands.see(window.find_bar.field.hasFocus)
    hands.type("2017")
    hands.see(lambda: count(window) == "1 / 2")
    hands.press("Return")
    hands.see(lambda: count(window) == "2 / 2")
    last = window.document.text.rindex("2017")
    assert window.article.rectangles(Span(last, last + 4))
    hands.press("shift+Return")
    hands.see(lambda: count(window) == "1 / 2")
    hands.press("Escape")
    hands.see(window.article.hasFocus)
    assert not window.find_bar.isVisible()


def test_words_are_found_from_an_arabic_keyboard(arabic_hands, window):
    arabic_hands.press("ctrl+ب")
    arabic_hands.see(window.find_bar.field.hasFocus)
    arabic_hands.type("استانا")
    total = window.document.text.count("ستانا")
    arabic_hands.see(lambda: count(window) == f"1 / {total}")
    arabic_hands.press("ctrl+ل")
    arabic_hands.see(lambda: count(window) == f"2 / {total}")


def test_a_field_and_a_command_with_shift_obey_an_arabic_keyboard(arabic_hands, window):
    arabic_hands.press("ctrl+shift+ب")
    arabic_hands.see(lambda: window.article.reading_style().focus)
    arabic_hands.press("ctrl+ث")
    arabic_hands.see(window.entities.search.hasFocus)
    arabic_hands.type("استانا")
    arabic_hands.press("ctrl+ش", "ctrl+ء")
    arabic_hands.see(lambda: window.entities.search.text() == "")
    assert QApplication.clipboard().text() == "استانا"


def test_the_palette_does_what_is_typed(arabic_hands, window):
    size = window.article.font_size()
    arabic_hands.press("ctrl+ن")
    arabic_hands.see(lambda: focus_name() == "اكتب إجراءً أو اسمًا أو حدثًا أو كلمات من فقرة")
    arabic_hands.type("تكبير")
    palette = feature(window, "PaletteFeature").palette
    arabic_hands.see(lambda: palette.model.entry(0).key == "larger")
    arabic_hands.press("Return")
    arabic_hands.see(lambda: window.article.font_size() == size + 1)
    assert not palette.isVisible()


def test_letters_on_a_name_click_it(arabic_hands, window):
    name = mention(window, "سوتشي")
    viewport, place = window.article.viewport(), middle(window.article, name.span)
    arabic_hands.press("ctrl+ت")
    arabic_hands.see(lambda: feature(window, "Hints").layer is not None)
    layer = feature(window, "Hints").layer
    found = ((c, t) for c, t in layer.hints.items() if t.widget is viewport)
    arabic_hands.type(next(code for code, target in found if target.rect.contains(place)))
    arabic_hands.see(lambda: name.id in window.entities.selected_mentions())


def test_a_menu_opens_by_its_letter_and_its_lines_by_theirs(arabic_hands, window):
    arabic_hands.press("alt+ض")
    arabic_hands.see(window.menus["desk"].isVisible)
    arabic_hands.press("Left")
    arabic_hands.see(window.menus["library"].isVisible)
    arabic_hands.press("Right")
    arabic_hands.see(window.menus["desk"].isVisible)
    arabic_hands.press("خ")
    arabic_hands.see(lambda: window.desk.current() == "map")
    assert QApplication.activePopupWidget() is None


def test_space_opens_the_card_at_the_caret_and_escape_goes_back(hands, window):
    card = feature(window, "PeekFeature").card
    name = mention(window, "روسيا")
    hands.click(window.article.viewport(), middle(window.article, name.span))
    hands.see(lambda: name.id in window.entities.selected_mentions())
    hands.move_away()
    hands.see(lambda: not card.isVisible())
    hands.press("space")
    hands.see(card.isVisible)
    assert card.peek.target == ("mention", name.id)
    assert card.isAncestorOf(QApplication.focusWidget())
    hands.press("Escape")
    hands.see(lambda: not card.isVisible())
    assert window.article.hasFocus()


def test_tab_goes_round_the_window_and_shift_tab_back(hands, window):
    start = QApplication.focusWidget()
    for key in ("Tab", "shift+Tab"):
        seen = []
        while not seen or seen[-1] is not start:
            before = QApplication.focusWidget()
            hands.press(key)
            hands.see(lambda before=before: QApplication.focusWidget() is not before)
            seen.append(QApplication.focusWidget())
            assert focus_name()
            assert seen.count(seen[-1]) == 1
        parts = {window.entities.search, window.entities.view, window.legend.switches["PER"]}
        assert parts | {window.events.search, window.events.view} <= set(seen)


def test_the_arrows_move_a_caret_leftward_through_the_words(hands, window):
    hands.press("F7")
    hands.see(lambda: window.article.caret.is_browsing)
    hands.press("Left", "Left", "Left", "Right")
    hands.see(lambda: window.article.caret_offset() == 2)
    hands.press("shift+Left", "shift+Left", "shift+Left")
    hands.see(lambda: window.article.selected_span() == Span(2, 5))


def test_an_article_that_another_program_copied_is_read(qtbot, hands, tabs):
    words = "وصل الوفد إلى بغداد أمس.\nوغادر القاهرة."
    other = QProcess()
    with qtbot.waitSignal(other.readyReadStandardOutput, timeout=LIMIT):
        other.start(sys.executable, ["-c", COPIED, words])
    hands.press("ctrl+shift+v")
    hands.see(lambda: tabs.current().document.text == words)
    hands.see(lambda: tabs.current().analysis is not None)
    with qtbot.waitSignal(other.finished, timeout=LIMIT):
        other.kill()
