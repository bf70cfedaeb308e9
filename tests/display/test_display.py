"""The window under real keys and a real mouse, on an X display."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from reader.core.types import Span
from reader.gui.features.finding import Finding
from reader.gui.features.hints import Hints
from reader.gui.features.palette import PaletteFeature
from reader.gui.features.peek import PeekFeature


def feature(window, kind):
    return next(f for f in window.features if isinstance(f, kind))


def mention(window, words):
    return next(
        m for m in window.index.analysis.mentions if m.span.of(window.document.text) == words
    )


def place_of(window, span, *, end=False):
    """Return the middle of a span's first letter, or of its last."""
    letter = Span(span.end - 1, span.end) if end else Span(span.start, span.start + 1)
    return window.article.rectangles(letter)[0].center()


def in_sight(window, words):
    """Bring the first mention of these words into sight; return it."""
    found = mention(window, words)
    window.article.reveal(found.span, flash=False)
    return found


def focus():
    """Return the kind and the name, as a screen reader has it, of what has the keyboard."""
    widget = QApplication.focusWidget()
    interface = QAccessible.queryAccessibleInterface(widget)
    return type(widget).__name__, interface.text(QAccessible.Text.Name)


def test_a_click_on_a_name_chooses_it_in_the_panel(hands, window):
    name = in_sight(window, "تركيا")
    hands.click(window.article.viewport(), place_of(window, name.span))
    hands.see(lambda: name.id in window.entities.selected_mentions())


def test_a_click_on_an_event_goes_to_its_sentence(hands, window):
    view = window.events.view
    last = view.model().index(view.model().rowCount() - 1, 0)
    view.scrollTo(last)
    hands.click(view.viewport(), view.visualRect(last).center())
    hands.see(window.events.current_event)
    event = window.index.events[window.events.current_event()[0]]
    hands.see(lambda: window.article.rectangles(event.trigger))
    viewport = window.article.viewport().rect()
    hands.see(lambda: viewport.contains(place_of(window, event.trigger)))


def test_the_wheel_scrolls_down_and_up_again(hands, window):
    bar = window.article.verticalScrollBar()
    hands.turn(window.article.viewport(), "down", 5)
    hands.see(lambda: bar.value() > 0)
    hands.turn(window.article.viewport(), "up", 30)
    hands.see(lambda: bar.value() == 0)


def test_what_a_drag_selects_is_copied_letter_by_letter(hands, window):
    text = window.document.text
    start, end = text.index("\n") - 12, text.index("\n") + 30
    window.article.reveal(Span(start, end), flash=False)
    viewport = window.article.viewport()
    first = window.article.rectangles(Span(start, start + 1))[0]
    last = window.article.rectangles(Span(end - 1, end))[0]
    right, left = QPoint(first.right(), first.center().y()), QPoint(last.left(), last.center().y())
    hands.drag(viewport, right, left)
    hands.press("ctrl+c")
    hands.see(lambda: QGuiApplication.clipboard().text() == text[start:end])


def test_two_clicks_select_the_word(hands, window):
    name = in_sight(window, "تركيا")
    hands.click(window.article.viewport(), place_of(window, name.span), times=2)
    hands.press("ctrl+c")
    hands.see(lambda: QGuiApplication.clipboard().text() in {"تركيا", "وتركيا"})


def test_words_are_typed_on_an_arabic_keyboard_and_found(hands, window):
    hands.press("ctrl+f")
    hands.see(window.find_bar.field.hasFocus)
    hands.type_arabic("روسيا")
    hands.see(lambda: window.find_bar.field.text() == "روسيا")
    finding = feature(window, Finding)
    hands.see(lambda: len(finding.hits) > 2)
    before = window.find_bar.count.text()
    hands.press("Return", "Return")
    hands.see(lambda: window.find_bar.count.text() != before)
    hands.press("Escape")
    hands.see(lambda: not window.find_bar.isVisible())


def test_the_palette_does_what_is_typed(hands, window):
    size = window.article.font_size()
    hands.press("ctrl+k")
    palette = feature(window, PaletteFeature)
    hands.see(lambda: palette.palette and palette.palette.field.hasFocus())
    hands.type_arabic("تكبير")
    hands.see(palette.palette.model.rowCount)
    hands.press("Return")
    hands.see(lambda: window.article.font_size() == size + 1)


def test_letters_on_a_button_press_it(hands, window):
    hands.press("ctrl+j")
    hints = feature(window, Hints)
    hands.see(lambda: hints.layer and hints.layer.isVisible())
    switch = window.legend.switches["PER"]
    code = next(c for c, target in hints.layer.hints.items() if target.widget is switch)
    hands.type_arabic(code)
    hands.see(lambda: not switch.isChecked())


def test_a_resting_pointer_opens_a_card_and_escape_closes_it(hands, window):
    name = in_sight(window, "تركيا")
    hands.move(window.article.viewport(), place_of(window, name.span))
    card = feature(window, PeekFeature).card
    hands.see(card.isVisible)
    assert card.peek.title == "تركيا"
    hands.move_away()
    hands.see(lambda: not card.isVisible())


def test_space_opens_the_card_of_the_word_at_the_caret(hands, window):
    name = in_sight(window, "تركيا")
    hands.click(window.article.viewport(), place_of(window, name.span))
    hands.move_away()
    card = feature(window, PeekFeature).card
    hands.see(lambda: not card.isVisible())
    hands.press("space")
    hands.see(card.isVisible)
    hands.press("Escape")
    hands.see(lambda: not card.isVisible())


def test_the_right_button_opens_a_menu_that_the_keyboard_goes_through(hands, window):
    name = in_sight(window, "تركيا")
    hands.click(window.article.viewport(), place_of(window, name.span), button=3)
    hands.see(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    wanted = next(a for a in menu.actions() if a.text() == "اعرض كل مواضع هذا")
    for _ in menu.actions():
        if menu.activeAction() is wanted:
            break
        before = menu.activeAction()
        hands.press("Down")
        hands.see(lambda before=before: menu.activeAction() is not before)
    hands.press("Return")
    hands.see(lambda: window.desk.current() == "concordance")


def test_a_menu_opens_by_its_letter_and_closes_by_escape(hands, window):
    menu = window.menus["go"]
    letter = menu.title()[menu.title().index("&") + 1]
    hands.type_arabic(letter, holding="alt")
    hands.see(lambda: QApplication.activePopupWidget() is menu)
    hands.press("Escape", "Escape")
    hands.see(lambda: QApplication.activePopupWidget() is None)
    assert window.isVisible()


def test_tab_goes_round_the_window_and_comes_back(hands, window):
    window.article.setFocus()
    first, seen = focus(), []
    for _ in range(80):
        before = QApplication.focusWidget()
        hands.press("Tab")
        hands.see(lambda before=before: QApplication.focusWidget() is not before)
        if focus() == first:
            break
        seen.append(focus())
    assert focus() == first
    assert {"أحداث المقال", "الأسماء في المقال"} <= {name for _, name in seen}
    assert all(name for _, name in seen), [kind for kind, name in seen if not name]


def test_the_whole_screen_is_taken_and_given_back(hands, window):
    top = window.window()
    hands.press("F11")
    hands.see(top.isFullScreen)
    hands.press("F11")
    hands.see(lambda: not top.isFullScreen())


def test_a_tab_is_closed_by_its_keys_and_comes_back(hands, tabs, window):
    hands.press("ctrl+w")
    hands.see(lambda: window not in tabs.contents())
    hands.press("ctrl+shift+t")
    hands.see(lambda: tabs.current() is not None and tabs.current().document is not None)


def test_the_edge_between_panels_is_dragged(hands, window):
    splitter = window.splitter
    handle = splitter.handle(1)
    before = splitter.sizes()
    middle = handle.rect().center()
    hands.drag(handle, middle, middle + QPoint(60, 0))
    hands.see(lambda: splitter.sizes() != before)
