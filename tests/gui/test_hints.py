"""Letters on everything that can be clicked, and addresses of places."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from reader.address import parse
from reader.gui.features.addresses import Addresses
from reader.gui.features.hints import Hints
from reader.gui.views.hints_layer import ARABIC, LATIN, codes
from reader.resources import seed


@pytest.fixture
def layer(seed_window):
    QTest.keyClick(seed_window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    return next(f for f in seed_window.features if isinstance(f, Hints)).layer


def type_code(layer, code):
    """Type the keys of a code; QTest knows the Latin ones."""
    for letter in code.translate(str.maketrans(ARABIC, LATIN)):
        QTest.keyClicks(layer, letter)


def code_of(layer, is_wanted):
    return next(code for code, target in layer.hints.items() if is_wanted(target))


def test_every_word_in_sight_and_every_button_has_letters(seed_window, layer):
    viewport = seed_window.article.viewport()
    words = [t for t in layer.hints.values() if t.widget is viewport]
    assert len(words) >= len(seed_window.article.hit_targets()) > 20
    buttons = {t.widget for t in layer.hints.values() if isinstance(t.widget, QAbstractButton)}
    assert seed_window.legend.switches["PER"] in buttons
    assert set("".join(layer.hints)) <= set(ARABIC)


def test_typing_a_words_letters_clicks_it(seed_window, layer):
    hits = []
    seed_window.article.mention_clicked.connect(hits.append)
    hit, rect = next(t for t in seed_window.article.hit_targets() if t[0].kind == "mention")
    viewport = seed_window.article.viewport()
    type_code(layer, code_of(layer, lambda t: t.widget is viewport and t.rect == rect))
    assert hits == [hit.id]
    assert not layer.isVisible()


def test_typing_a_buttons_letters_presses_it(seed_window, layer):
    switch = seed_window.legend.switches["PER"]
    type_code(layer, code_of(layer, lambda t: t.widget is switch))
    assert not switch.isChecked()


def test_a_field_takes_the_keyboard(seed_window, layer):
    field = seed_window.entities.search
    type_code(layer, code_of(layer, lambda t: t.widget is field))
    assert QApplication.focusWidget() is field


# A menu asks the platform for what the offscreen one has not.
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_repeat_and_a_menu_have_letters_too(qtbot, seed_window):
    article = seed_window.article
    article.reveal(seed_window.analysis.repetitions[0].of, flash=False)
    seed_window.resize(1500, 1900)
    qtbot.waitUntil(lambda: article.viewport().rect().contains(article.folding.marker(0)))
    hints = next(f for f in seed_window.features if isinstance(f, Hints))
    hints.show_hints()
    marker = article.folding.marker(0)
    type_code(hints.layer, code_of(hints.layer, lambda t: t.rect == marker))
    assert article.folding.is_open(0)
    hints.show_hints()
    bar = seed_window.menuBar()
    type_code(hints.layer, code_of(hints.layer, lambda t: t.widget is bar))
    assert seed_window.menus["file"].isVisible()
    seed_window.menus["file"].close()


def test_escape_gives_up_and_gives_the_keyboard_back(seed_window):
    seed_window.article.setFocus()
    QTest.keyClick(seed_window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    layer = next(f for f in seed_window.features if isinstance(f, Hints)).layer
    QTest.keyClick(layer, Qt.Key.Key_Escape)
    assert not layer.isVisible()
    assert QApplication.focusWidget() is seed_window.article


@pytest.mark.parametrize("count", [0, 1, 9, 10, 81, 82])
def test_no_code_begins_another(count):
    found = codes(count, LATIN)
    assert len(set(found)) == count
    assert len({len(code) for code in found}) <= 1


def test_an_address_is_copied_and_leads_back(seed_window):
    index = seed_window.index
    sentence = sorted(index.analysis.sentences, key=lambda s: s.span)[6]
    seed_window.findings.go_to(sentence.id)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(seed_window, Qt.Key.Key_L, both)
    copied = QGuiApplication.clipboard().text()
    address = parse(copied)
    assert address.article == str(seed().resolve())
    assert address.sentence == index.sentence_numbers[sentence.id]
    seed_window.article.show_at_top(0)
    feature = next(f for f in seed_window.features if isinstance(f, Addresses))
    seed_window.actions_by_name["go_address"].trigger()
    feature.dialog.setTextValue(f"s{address.sentence}")
    feature.dialog.accept()
    assert seed_window.article.current_sentence().id == sentence.id


def test_an_address_opens_its_article_there(qtbot, window):
    feature = next(f for f in window.features if isinstance(f, Addresses))
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        feature.go_to_text(f"qari://{seed().resolve()}#s7")
    assert window.index.sentence_numbers[window.article.current_sentence().id] == 7
    of_text = f"qari://{window.document.id[:16]}#c100"
    feature.go_to_text(of_text)
    assert window.article.current_sentence().span.start <= 100
    feature.go_to_text("qari://0123456789abcdef#s1")
    assert window.statusBar().currentMessage()
    feature.go_to_text("#c999999")
    assert window.statusBar().currentMessage()
    feature.go_to_text("what?")
    assert "what?" in window.statusBar().currentMessage()
