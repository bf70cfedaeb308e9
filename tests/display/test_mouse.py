"""What a real mouse does: the pointer, three buttons and the wheel."""

import sys

import pytest
from places import before, feature, is_in_sight, mention, middle
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from reader.core.types import Span
from reader.gui.models.entities_model import Role

# Another program, which asks the X server for what was copied.
CLIPBOARD = """
import sys
from PySide6.QtGui import QClipboard, QGuiApplication
application = QGuiApplication(sys.argv)
words = application.clipboard().text(QClipboard.Mode[sys.argv[1]])
sys.stdout.buffer.write(words.encode())
"""


@pytest.fixture
def low_window(hands, window):
    """The window so low that the article is not all in sight."""
    shell = window.window()
    shell.resize(1360, 480)
    hands.see(lambda: window.article.verticalScrollBar().maximum() > 200)
    return window


def test_a_click_on_a_name_chooses_it_in_the_panel(hands, window):
    name = mention(window, "روسيا")
    hands.click(window.article.viewport(), middle(window.article, name.span))
    hands.see(lambda: name.id in window.entities.selected_mentions())
    assert window.entities.view.currentIndex().data(Role.ROW).id == name.entity


def test_a_click_on_an_event_goes_to_its_sentence(hands, low_window):
    events, article = low_window.events, low_window.article
    bar = events.view.verticalScrollBar()
    hands.turn(events.view.viewport(), "down", 60)
    hands.see(lambda: bar.value() == bar.maximum() > 0)
    last = events.filter.index(events.filter.rowCount() - 1, 0)
    card = events.filter.card(last.row())
    sentence = low_window.index.sentences[low_window.index.events[card.events[0]].sentence]
    assert not is_in_sight(article, sentence.span)
    hands.click(events.view.viewport(), events.view.visualRect(last).center())
    hands.see(lambda: article.current_sentence() == sentence)
    assert is_in_sight(article, sentence.span)
    assert events.current_event() == card.events[:1]


def test_the_wheel_scrolls_the_article(hands, low_window):
    article, bar = low_window.article, low_window.article.verticalScrollBar()
    hands.turn(article.viewport(), "down", 2)
    hands.see(lambda: 0 < bar.value() < bar.maximum())
    hands.turn(article.viewport(), "down", 60)
    hands.see(lambda: bar.value() == bar.maximum())
    hands.turn(article.viewport(), "up", 60)
    hands.see(lambda: bar.value() == 0)


def test_the_wheel_with_ctrl_makes_the_letters_larger(hands, window):
    points = window.article.font_size()
    hands.turn(window.article.viewport(), "up", 3, held="ctrl")
    hands.see(lambda: window.article.font_size() == points + 3)
    assert window.settings.font_size == points + 3


def test_words_dragged_over_paragraphs_are_copied_for_other_programs(hands, window):
    article, text = window.article, window.document.text
    start, end = text.index("محادثات"), text.index("موسكو")
    wanted = text[start:end]
    assert wanted.count("\n") == 2
    hands.drag(article.viewport(), before(article, start), before(article, end))
    hands.see(lambda: article.selected_span() == Span(start, end))
    selected = hands.run(sys.executable, "-c", CLIPBOARD, "Selection")
    assert selected == wanted
    hands.press("ctrl+c")
    hands.see(lambda: QApplication.clipboard().text() == wanted)
    assert hands.run(sys.executable, "-c", CLIPBOARD, "Clipboard") == wanted


def test_a_drag_below_the_article_scrolls_on(hands, low_window):
    article, bar = low_window.article, low_window.article.verticalScrollBar()
    viewport = article.viewport()
    below = QPoint(viewport.width() // 2, viewport.height() + 20)
    hands.hold(viewport, before(article, 0), below)
    hands.see(lambda: bar.value() == bar.maximum())
    hands.see(lambda: article.selected_span().end > len(article.document_text()) // 3)
    hands.let_go()


def test_two_clicks_select_a_word_and_three_its_paragraph(hands, window):
    article, text = window.article, window.document.text
    start = text.index("سوتشي")
    hands.click(article.viewport(), middle(article, Span(start, start + 5)), times=2)
    hands.see(lambda: article.selected_span() == Span(start, start + 5))
    other = text.index("الوثيقة")
    hands.click(article.viewport(), middle(article, Span(other, other + 7)), times=3)
    hands.see(lambda: article.selected_text() in text.splitlines())


def test_a_resting_pointer_opens_a_card_that_it_can_go_into(hands, window):
    peek = feature(window, "PeekFeature")
    card, name = peek.card, mention(window, "تركيا")
    hands.move(window.article.viewport(), middle(window.article, name.span))
    hands.see(card.isVisible)
    assert card.peek.target == ("mention", name.id)
    hands.move(card.subtitle)
    hands.see(lambda: card.underMouse() and not peek.leave.isActive())
    assert card.isVisible()
    hands.click(card.why_button)
    hands.see(lambda: card.pages.currentWidget() is card.reasons)
    hands.click(card.pin_button)
    hands.see(lambda: card.pinned)
    hands.click(card.close_button)
    hands.see(lambda: not card.isVisible())


def test_escape_closes_the_card_under_the_pointer(hands, window):
    card = feature(window, "PeekFeature").card
    hands.move(window.article.viewport(), middle(window.article, mention(window, "تركيا").span))
    hands.see(card.isVisible)
    assert window.article.hasFocus()
    hands.press("Escape")
    hands.see(lambda: not card.isVisible())


def test_a_card_goes_when_the_pointer_leaves(hands, window):
    card = feature(window, "PeekFeature").card
    hands.move(window.article.viewport(), middle(window.article, mention(window, "تركيا").span))
    hands.see(card.isVisible)
    hands.move(window.events.title)
    hands.see(lambda: not card.isVisible())


def test_the_right_button_opens_a_menu_that_the_arrows_choose_from(hands, window):
    card = feature(window, "PeekFeature").card
    name = mention(window, "سوريا")
    hands.click(window.article.viewport(), middle(window.article, name.span), button=3)
    hands.see(QApplication.activePopupWidget)
    menu = QApplication.activePopupWidget()
    for _ in menu.actions():
        chosen = menu.activeAction()
        if chosen is not None and chosen.text() == "أظهر البطاقة":
            break
        hands.press("Down")
        hands.see(lambda chosen=chosen: menu.activeAction() is not chosen)
    hands.press("Return")
    hands.see(card.isVisible)
    assert card.peek.target == ("mention", name.id)
    assert card.isAncestorOf(QApplication.focusWidget())


def test_the_edge_between_two_panels_is_dragged(hands, window):
    side, edge = window.side.width(), window.panes.handle(1)
    start = edge.rect().center()
    hands.drag(edge, start, start - QPoint(90, 0))
    hands.see(lambda: abs(window.side.width() - side - 90) <= edge.width())


def test_the_edge_of_a_name_is_dragged_to_correct_it(hands, window):
    article, text = window.article, window.document.text
    name = mention(window, "سوتشي")
    hands.click(article.viewport(), middle(article, name.span))
    hands.see(article.edges.places)
    end = text.index(" ", name.span.end + 1)
    edge = article.edges.places()[0][3].center().toPoint()
    hands.drag(article.viewport(), edge, before(article, end))
    hands.see(lambda: Span(name.span.start, end) in {m.span for m in window.analysis.mentions})
