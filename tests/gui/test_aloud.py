"""Reading aloud: the voice, what is marked in the article, and what stops it."""

import re
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ssip import Dispatcher

from reader import settings as stored
from reader.core.types import Span
from reader.gui.article_tabs import ArticleTabs
from reader.gui.choices import Choices
from reader.gui.origin import Origin
from reader.gui.speech.voice import make_voice
from reader.gui.speech.words import joined, word_at, words_of
from reader.settings import Settings

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
TWO = "وصل الوزير إلى عمان. وعاد الرئيس إلى القاهرة."
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """Where the dispatcher would listen; the system's own is never met, nor started."""
    path = tmp_path / "speechd.sock"
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{path}")
    monkeypatch.setenv("PATH", str(tmp_path))
    return path


@pytest.fixture
def dispatcher(qapp, place):  # noqa: ARG001 - sockets want an application
    made = Dispatcher(place)
    yield made
    made.server.close()


def press(window):
    QTest.keyClick(window.article, Qt.Key.Key_R, CONTROL_SHIFT)


def said(text):
    return joined(words_of(text))


def shown(window):
    """Return what is marked as read aloud."""
    span = window.article._ink.spoken
    return None if span is None else said(span.of(window.document.text))


def start(qtbot, window, dispatcher):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(dispatcher.spoken):
        press(window)
    assert window.actions_by_name["read_aloud"].isChecked()


def write_starter(place):
    """Write a starter of a dispatcher that is not done before one listens."""
    asked, starter = place.with_name("asked"), place.with_name("speech-dispatcher")
    starter.write_text(
        f'#!/bin/sh\necho "$*" >"{asked}"\nwhile [ ! -S "{place}" ]; do /bin/sleep 0.02; done\n'
    )
    starter.chmod(0o755)
    return asked


def sentences(window):
    ordered = sorted(window.index.analysis.sentences, key=lambda s: s.span)
    return [s.span for s in ordered]


def folded(window):
    return window.article.folding.hidden()


def test_the_article_is_read_sentence_by_sentence_to_its_end(qtbot, seed_window, dispatcher):
    window = seed_window
    start(qtbot, window, dispatcher)
    while window.actions_by_name["read_aloud"].isChecked():
        assert shown(window) == dispatcher.said[-1]
        heard = len(dispatcher.said)
        dispatcher.end()
        qtbot.waitUntil(
            lambda n=heard: (
                len(dispatcher.said) > n or not window.actions_by_name["read_aloud"].isChecked()
            )
        )
    text, hidden = window.document.text, folded(window)
    assert hidden
    in_sight = [s for s in sentences(window) if not any(map(s.overlaps, hidden))]
    assert dispatcher.said == [said(s.of(text)) for s in in_sight]
    assert shown(window) is None


def test_copies_that_are_shown_are_read_too(qtbot, seed_window, dispatcher):
    window = seed_window
    window.actions_by_name["unfold"].trigger()
    start(qtbot, window, dispatcher)
    for number in range(1, len(sentences(window))):
        dispatcher.end()
        qtbot.waitUntil(lambda n=number: len(dispatcher.said) > n)
    text = window.document.text
    assert dispatcher.said == [said(s.of(text)) for s in sentences(window)]


@pytest.mark.parametrize("stop", ["again", "escape"])
def test_it_stops_and_goes_on_with_the_same_sentence(qtbot, seed_window, dispatcher, stop):
    window = seed_window
    start(qtbot, window, dispatcher)
    with qtbot.waitSignal(dispatcher.spoken):
        dispatcher.end()
    if stop == "again":
        press(window)
    else:
        QTest.keyClick(window.article, Qt.Key.Key_Escape)
    assert not window.actions_by_name["read_aloud"].isChecked()
    assert shown(window) is None
    qtbot.waitUntil(lambda: dispatcher.cancelled == 1)
    start(qtbot, window, dispatcher)
    first, second, third = dispatcher.said
    assert first != second == third


def test_escape_stops_the_voice_before_it_closes_the_search(qtbot, seed_window, dispatcher):
    window = seed_window
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    window.article.setFocus()
    start(qtbot, window, dispatcher)
    QTest.keyClick(window.article, Qt.Key.Key_Escape)
    assert shown(window) is None
    assert window.find_bar.isVisible()
    QTest.keyClick(window.article, Qt.Key.Key_Escape)
    assert not window.find_bar.isVisible()


def test_it_begins_where_the_reader_put_the_caret(qtbot, seed_window, dispatcher):
    window = seed_window
    wanted = sentences(window)[3]
    window.article.select(Span(wanted.start + 2, wanted.start + 2))
    start(qtbot, window, dispatcher)
    assert dispatcher.said == [said(wanted.of(window.document.text))]


def test_what_is_selected_stays_selected(qtbot, seed_window, dispatcher):
    window = seed_window
    window.article.select(Span(0, 4))
    start(qtbot, window, dispatcher)
    with qtbot.waitSignal(dispatcher.spoken):
        dispatcher.end()
    assert window.article.selected_span() == Span(0, 4)
    assert window.article.caret_offset() == 4


def test_the_sentence_and_the_word_under_the_voice_are_painted(qtbot, seed_window, dispatcher):
    window = seed_window
    article = window.article
    before = article.viewport().grab().toImage()
    start(qtbot, window, dispatcher)
    first = sentences(window)[0]
    at_sentence = article.viewport().grab().toImage()
    rect = article.rectangles(first)[0]
    corner = (rect.left() + 1, rect.center().y())
    assert at_sentence.pixelColor(*corner) != before.pixelColor(*corner)
    dispatcher.reach(1)
    word = words_of(first.of(window.document.text))[1].span
    wanted = Span(first.start + word.start, first.start + word.end)
    qtbot.waitUntil(lambda: article._ink.spoken_word == wanted)
    spot = article.rectangles(wanted)[0]
    at_word = article.viewport().grab().toImage()
    assert at_word.copy(spot) != at_sentence.copy(spot)
    press(window)
    assert article.viewport().grab().toImage().copy(spot) == before.copy(spot)


def test_the_focus_lies_on_the_sentence_that_is_read_aloud(qtbot, seed_window, dispatcher):
    window = seed_window
    window.actions_by_name["focus"].trigger()
    start(qtbot, window, dispatcher)
    with qtbot.waitSignal(dispatcher.spoken):
        dispatcher.end()
    assert window.article._ink.focus == window.article._ink.spoken == sentences(window)[1]


def test_the_view_moves_only_where_the_sentence_leaves_it(qtbot, seed_window, dispatcher):
    window = seed_window
    window.resize(1500, 700)
    article = window.article
    bar = article.verticalScrollBar()
    start(qtbot, window, dispatcher)
    moved = set()
    for _ in range(len(sentences(window)) - 1):
        place = bar.value()
        heard = len(dispatcher.said)
        dispatcher.end()
        qtbot.waitUntil(
            lambda n=heard: (
                len(dispatcher.said) > n or not window.actions_by_name["read_aloud"].isChecked()
            )
        )
        if article._ink.spoken is None:
            break
        moved.add(bar.value() != place)
        rects = article.rectangles(article._ink.spoken)
        assert rects[0].top() >= 0
        assert rects[0].bottom() <= article.viewport().height()
    assert moved == {True, False}


def test_a_reader_who_scrolls_away_is_left_there(qtbot, seed_window, dispatcher):
    window = seed_window
    window.resize(1500, 420)
    start(qtbot, window, dispatcher)
    bar = window.article.verticalScrollBar()
    QTest.keyClick(window.article, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    with qtbot.waitSignal(dispatcher.spoken):
        dispatcher.end()
    assert bar.value() == bar.maximum()
    with qtbot.waitSignal(dispatcher.spoken):
        QTest.keyClick(window.article, Qt.Key.Key_Down, ALT)
    assert bar.value() < bar.maximum()


def test_the_next_and_the_one_before_are_said_once_the_reader_stays(qtbot, seed_window, dispatcher):
    window = seed_window
    start(qtbot, window, dispatcher)
    with qtbot.waitSignal(dispatcher.spoken):
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
            QTest.keyClick(window.article, key, ALT)
    hidden = folded(window)
    in_sight = [s for s in sentences(window) if not any(map(s.overlaps, hidden))]
    text = window.document.text
    assert dispatcher.said == [said(in_sight[n].of(text)) for n in (0, 2)]
    assert shown(window) == dispatcher.said[-1]
    with qtbot.waitSignal(dispatcher.spoken):
        dispatcher.end()
    assert dispatcher.said[-1] == said(in_sight[3].of(text))


def test_steps_are_for_while_it_reads(seed_window):
    for name in ("aloud_next", "aloud_previous"):
        assert not seed_window.actions_by_name[name].isEnabled()


def test_nothing_is_read_where_there_is_no_article(window):
    assert not window.actions_by_name["read_aloud"].isEnabled()


def test_another_article_ends_it(qtbot, seed_window, dispatcher):
    window = seed_window
    start(qtbot, window, dispatcher)
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.opening.open(Origin(words=TWO))
    assert not window.actions_by_name["read_aloud"].isChecked()
    assert shown(window) is None
    qtbot.waitUntil(lambda: dispatcher.cancelled == 1)


def test_it_goes_on_while_the_article_is_analyzed_anew(qtbot, seed_window, dispatcher):
    window = seed_window
    start(qtbot, window, dispatcher)
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.analyze_again()
    assert window.actions_by_name["read_aloud"].isChecked()
    assert shown(window) == dispatcher.said[0]
    with qtbot.waitSignal(dispatcher.spoken):
        dispatcher.end()
    assert dispatcher.cancelled == 0
    assert dispatcher.said[1] == said(sentences(window)[1].of(window.document.text))


def test_it_ends_where_its_tab_is_left(qtbot, arabic_interface, dispatcher):
    assert arabic_interface
    tabs = ArticleTabs(Choices(Settings(language="ar", theme="light")))
    qtbot.addWidget(tabs)
    tabs.show()
    tabs.add()
    window = tabs.current()
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.opening.open(Origin(words=TWO))
    start(qtbot, window, dispatcher)
    QTest.keyClick(window.article, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dispatcher.cancelled == 1)
    assert tabs.current() is not window
    assert not window.actions_by_name["read_aloud"].isChecked()


def test_a_voice_that_dies_is_told_of_and_found_again(qtbot, seed_window, dispatcher, place):
    window = seed_window
    action = window.actions_by_name["read_aloud"]
    start(qtbot, window, dispatcher)
    dispatcher.die()
    qtbot.waitUntil(lambda: not action.isChecked())
    assert "انقطع الصوت" in window.statusBar().currentMessage()
    another = Dispatcher(place)
    start(qtbot, window, another)
    assert another.said == dispatcher.said


def test_another_program_may_silence_it(qtbot, seed_window, dispatcher):
    window = seed_window
    start(qtbot, window, dispatcher)
    dispatcher.fall_silent()
    qtbot.waitUntil(lambda: not window.actions_by_name["read_aloud"].isChecked())
    assert shown(window) is None


def test_messages_that_end_before_they_have_a_number_are_ended(qtbot, seed_window, place):
    hasty = Dispatcher(place, hasty=True)
    action = seed_window.actions_by_name["read_aloud"]
    start(qtbot, seed_window, hasty)
    qtbot.waitUntil(lambda: not action.isChecked())
    hidden = folded(seed_window)
    in_sight = [s for s in sentences(seed_window) if not any(map(s.overlaps, hidden))]
    assert len(hasty.said) == len(in_sight)


def test_nothing_is_told_of_words_that_others_took_the_place_of(qtbot, dispatcher):
    voice, told = make_voice(), []
    for signal in (voice.ended, voice.cut):
        signal.connect(lambda: told.append(dispatcher.said[-1]))
    with qtbot.waitSignal(voice.ready):
        voice.open()
    for words in ("وصل", "وعاد", "ثم سافر"):
        voice.say(words_of(words))
    qtbot.waitUntil(lambda: len(dispatcher.said) == 3)
    assert told == []
    with qtbot.waitSignal(voice.ended):
        dispatcher.end()
    assert told == ["ثم سافر"]
    voice.close()


def test_a_dispatcher_that_does_not_run_is_started(qtbot, seed_window, place):
    asked = write_starter(place)
    press(seed_window)
    qtbot.waitUntil(asked.exists)
    late = Dispatcher(place)
    with qtbot.waitSignal(late.spoken):
        pass
    assert asked.read_text().split()[0] == "--spawn"
    assert seed_window.actions_by_name["read_aloud"].isChecked()


def test_a_window_that_closes_waits_for_no_dispatcher(qtbot, seed_window, place):
    asked = write_starter(place)
    press(seed_window)
    qtbot.waitUntil(asked.exists)
    seed_window.close()
    assert not seed_window.actions_by_name["read_aloud"].isChecked()


def test_other_systems_say_what_their_voices_need(seed_window, monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    press(seed_window)
    assert "pip install qari[speech]" in seed_window.statusBar().currentMessage()
    assert not seed_window.actions_by_name["read_aloud"].isChecked()


def test_a_system_without_a_voice_is_told_of(qtbot, seed_window):
    press(seed_window)
    qtbot.waitUntil(lambda: "espeak-ng" in seed_window.statusBar().currentMessage())
    assert not seed_window.actions_by_name["read_aloud"].isChecked()
    assert shown(seed_window) is None


def test_a_system_without_an_arabic_voice_is_told_of(qtbot, seed_window, place):
    english = Dispatcher(place, voices=("English (America)\ten-US\tnone",))
    press(seed_window)
    qtbot.waitUntil(lambda: "صوت عربي" in seed_window.statusBar().currentMessage())
    assert not seed_window.actions_by_name["read_aloud"].isChecked()
    assert english.said == []


def test_voice_and_speed_are_chosen_heard_at_once_and_kept(qtbot, seed_window, dispatcher):
    window = seed_window
    start(qtbot, window, dispatcher)
    assert (dispatcher.voice, dispatcher.rate) == ("Arabic", "0")
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    feature = next(f for f in window.features if type(f).__name__ == "Preferences")
    rate = feature.dialog.fields["voice_rate"]
    rate.setFocus()
    rate.selectAll()
    with qtbot.waitSignal(dispatcher.spoken):
        QTest.keyClicks(rate, "40")
        QTest.keyClick(rate, Qt.Key.Key_Return)
    assert dispatcher.rate == "40"
    assert dispatcher.said[0] == dispatcher.said[1]
    feature.dialog.close()
    assert stored.load().voice_rate == 40


def test_the_systems_arabic_voices_are_offered(qtbot, seed_window, dispatcher):
    QTest.keyClick(seed_window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    feature = next(f for f in seed_window.features if type(f).__name__ == "Preferences")
    field = feature.dialog.fields["voice"]
    assert [field.itemData(n) for n in range(field.count())] == [""]
    field.setFocus()
    qtbot.waitUntil(lambda: field.count() == 3)
    assert [field.itemData(n) for n in range(3)] == ["", "Arabic", "Arabic+Annie"]
    QTest.keyClick(field, Qt.Key.Key_End)
    feature.dialog.close()
    assert stored.load().voice == "Arabic+Annie"
    start(qtbot, seed_window, dispatcher)
    assert dispatcher.voice == "Arabic+Annie"


def test_a_window_that_closes_is_silent(qtbot, seed_window, dispatcher):
    start(qtbot, seed_window, dispatcher)
    seed_window.close()
    qtbot.waitUntil(lambda: dispatcher.cancelled == 1)


@pytest.mark.parametrize(
    ("passage", "heard"),
    [
        ("وصل الرئـــيس إلى القاهرة", "وصل الرئيس إلى القاهرة"),
        ("قالَ مُحَمَّدٌ: نعم", "قالَ مُحَمَّدٌ: نعم"),
        ("ماء\nالبحر  الأحمر", "ماء البحر الأحمر"),
        ("\u200fنعم\u200f \u202b \x07لا", "نعم لا"),
        ("* * *", ""),
        ("ـــ", ""),
        ("A & B < C", "A & B < C"),
    ],
)
def test_the_voice_is_given_what_sounds(passage, heard):
    words = words_of(passage)
    assert joined(words) == heard
    for word in words:
        assert re.fullmatch(r"\S+", word.span.of(passage))


@pytest.mark.parametrize(("position", "word"), [(0, "قال"), (3, "قال"), (6, "😀"), (7, "نعم")])
def test_a_word_is_found_by_its_place_in_what_is_heard(position, word):
    passage = "قـال\n😀 نعم"
    found = word_at(words_of(passage), position)
    assert found.sound == word
    assert found.span.of(passage).replace("ـ", "") == word


def test_signs_of_markup_are_said_as_they_are(qtbot, window, dispatcher):
    text = "قالت شركة A&B إن <mark> أقل من 5."
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.opening.open(Origin(words=text))
    start(qtbot, window, dispatcher)
    assert dispatcher.said == [text]
