"""The palette: found by a few letters, chosen by keyboard alone."""

import pytest
from panel_article import type_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from reader import settings as stored
from reader.core.types import Span


@pytest.fixture
def palette(seed_window):
    QTest.keyClick(seed_window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    feature = next(f for f in seed_window.features if type(f).__name__ == "PaletteFeature")
    made = feature.palette
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert made.isVisible()
    assert made.field.hasFocus()
    return made


def press(palette, key):
    QTest.keyClick(palette.field, key)


def shown(palette):
    return [palette.model.entry(row) for row in range(palette.model.rowCount())]


def test_an_action_is_found_by_its_words_and_done(seed_window, palette):
    type_in(palette.field, "اكبر")
    palette.field.clear()
    type_in(palette.field, "تكبير")
    assert shown(palette)[0].key == "larger"
    press(palette, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert seed_window.article.font_size() == 17


def test_a_name_is_found_however_its_hamza_is_written(seed_window, palette):
    type_in(palette.field, "استانا")
    names = [e for e in shown(palette) if e.kind == "entity"]
    assert names
    press(palette, Qt.Key.Key_Return)
    chosen = seed_window.entities.selected_mentions()
    assert len(chosen) > 1
    first = seed_window.index.mentions[chosen[0]].span
    assert seed_window.article.rectangles(first)


def test_an_event_and_a_paragraph_are_gone_to(seed_window, palette):
    card = seed_window.events.filter.card(4)
    type_in(palette.field, card.label)
    row = next(r for r, e in enumerate(shown(palette)) if e.kind == "event")
    for _ in range(row):
        press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Return)
    current = seed_window.events.view.currentIndex()
    assert seed_window.events.filter.card(current.row()).id == card.id
    last = seed_window.document.text.rstrip("\n").rsplit("\n", 1)[1]
    QTest.keyClick(seed_window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_in(palette.field, last[:40])
    assert "paragraph" in {e.kind for e in shown(palette)}
    row = next(r for r, e in enumerate(shown(palette)) if e.kind == "paragraph")
    for _ in range(row):
        press(palette, Qt.Key.Key_Down)
    start = int(palette.model.entry(row).key)
    press(palette, Qt.Key.Key_Return)
    assert seed_window.article.rectangles(Span(start, start + 5))


def test_what_was_chosen_last_comes_first(seed_window, palette):
    type_in(palette.field, "تكبير")
    press(palette, Qt.Key.Key_Return)
    assert stored.load().palette == ("action:larger",)
    QTest.keyClick(seed_window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert shown(palette)[0].key == "larger"


def test_escape_and_another_place_close_it(seed_window, palette):
    press(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    QTest.keyClick(seed_window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    seed_window.entities.search.setFocus()
    assert not palette.isVisible()


def test_what_is_not_there_is_said(palette):
    type_in(palette.field, "قشطزغ")
    assert palette.model.rowCount() == 0
    assert palette.empty.isVisible()
    press(palette, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_what_cannot_be_done_now_is_not_offered(window):
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    feature = next(f for f in window.features if type(f).__name__ == "PaletteFeature")
    keys = {e.key for e in shown(feature.palette)}
    assert "open" in keys
    assert "next_mention" not in keys


@pytest.mark.parametrize("panel", ["article", "search"])
def test_escape_gives_the_keyboard_back_to_what_had_it(qtbot, seed_window, panel):
    before = seed_window.article if panel == "article" else seed_window.entities.search
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    QTest.keyClick(seed_window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert before.hasFocus()
