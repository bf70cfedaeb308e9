import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from panel_article import type_in
from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QUrl,
)
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from reader import settings as stored
from reader.core.types import Span
from reader.gui.actions import COMMANDS
from reader.gui.main_window import MainWindow
from reader.gui.menus import MENU_OF
from reader.gui.models.wording import reference_status_name
from reader.gui.tasks import Task
from reader.gui.theme import load_theme
from reader.resources import seed
from reader.settings import THEMES


def click_at(window, point):
    QTest.mouseClick(window.article.viewport(), Qt.MouseButton.LeftButton, pos=point)


def own_point(window, mention):
    """A point of the mention's drawn rectangle that lies in no mention inside it."""
    inner = [
        m.span
        for m in window.analysis.mentions
        if mention.span.contains(m.span) and m.span != mention.span
    ]
    for at in range(mention.span.start, mention.span.end):
        letter = Span(at, at + 1)
        if not letter.of(window.document.text).isspace() and not any(
            s.contains(letter) for s in inner
        ):
            return window.article.rectangles(letter)[0].center()
    return None


def is_in_sight(window, span):
    rects = window.article.rectangles(span)
    return bool(rects) and window.article.viewport().rect().intersects(rects[0])


def click_row(view, index):
    view.scrollTo(index)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center()
    )


def test_a_click_on_every_drawn_mention_hits_it(seed_window):
    hits = []
    seed_window.article.mention_clicked.connect(hits.append)
    expected = []
    for mention in seed_window.analysis.mentions:
        seed_window.article.reveal(mention.span, flash=False)
        point = own_point(seed_window, mention)
        if point is not None:
            expected.append(mention.id)
            click_at(seed_window, point)
    assert len(expected) >= 35
    assert hits == expected


def test_a_click_on_a_name_selects_it_lists_its_sentences_and_marks_its_mentions(seed_window):
    name = next(m for m in seed_window.analysis.mentions if m.type == "GPE" and m.entity)
    same = [m for m in seed_window.analysis.mentions if m.entity == name.entity]
    seed_window.article.reveal(name.span, flash=False)
    click_at(seed_window, own_point(seed_window, name))
    assert set(seed_window.entities.selected_mentions()) == {m.id for m in same}
    sentences = {m.sentence for m in same}
    assert seed_window.sentences.model.rowCount() == len(sentences)


def test_each_event_card_goes_to_the_sentence_that_tells_it(seed_window):
    view, cards = seed_window.events.view, seed_window.events.filter
    sentences = {s.id: s.span for s in seed_window.analysis.sentences}
    events = {e.id: e for e in seed_window.analysis.events}
    assert cards.rowCount() == len(seed_window.analysis.clusters)
    for row in range(cards.rowCount()):
        click_row(view, cards.index(row, 0))
        first = events[cards.card(row).events[0]]
        assert is_in_sight(seed_window, sentences[first.sentence])


def test_an_event_clicked_again_goes_to_its_next_mention(seed_window):
    gone = []
    seed_window.events.event_activated.connect(gone.append)
    cards = seed_window.events.filter
    row = next(r for r in range(cards.rowCount()) if len(cards.card(r).events) > 1)
    for _ in range(2):
        click_row(seed_window.events.view, cards.index(row, 0))
    assert gone == list(cards.card(row).events[:2])


def test_a_click_on_an_event_word_selects_its_card(seed_window):
    names = [m.span for m in seed_window.analysis.mentions]
    event = next(
        e for e in seed_window.analysis.events if not any(s.overlaps(e.trigger) for s in names)
    )
    seed_window.article.reveal(event.trigger, flash=False)
    click_at(seed_window, seed_window.article.rectangles(event.trigger)[0].center())
    index = seed_window.events.view.currentIndex()
    assert event.id in seed_window.events.filter.card(index.row()).events


def test_repeats_stand_folded_and_a_click_on_their_marker_shows_them(seed_window):
    copy = seed_window.analysis.repetitions[0].span
    assert not seed_window.article.rectangles(copy) or not is_in_sight(seed_window, copy)
    words = seed_window.article.folding.marker_text(0)
    bar = seed_window.article.verticalScrollBar()
    bar.setValue(bar.maximum())
    click_at(seed_window, seed_window.article.folding.marker(0).center())
    assert seed_window.article.folding.is_open(0)
    seed_window.article.reveal(copy, flash=False)
    assert is_in_sight(seed_window, copy)
    assert any(digit in words for digit in "7٧")
    assert seed_window.article.document_text() == seed_window.document.text


def test_all_repeats_open_and_close_by_one_action(seed_window):
    unfold = seed_window.actions_by_name["unfold"]
    for is_open in (True, False):
        unfold.trigger()
        folds = range(len(seed_window.article.folding.folds))
        assert all(seed_window.article.folding.is_open(f) is is_open for f in folds)


def test_the_language_switches_without_opening_anew(qtbot, seed_window):
    analysis = seed_window.analysis
    arabic = seed_window.menus["file"].title()
    seed_window.set_language("en")
    assert seed_window.menus["file"].title() == "&File" != arabic
    assert seed_window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    qtbot.waitUntil(lambda: seed_window.side.names.mapTo(seed_window, QPoint()).x() < 100)
    seed_window.set_language("ar")
    assert seed_window.menus["file"].title() == arabic
    qtbot.waitUntil(lambda: seed_window.side.names.mapTo(seed_window, QPoint()).x() > 700)
    assert seed_window.analysis is analysis


@pytest.mark.parametrize("name", THEMES)
def test_the_theme_colors_what_is_painted(seed_window, name):
    seed_window.set_theme(name)
    theme = load_theme(name)
    image = seed_window.article.viewport().grab().toImage()
    assert image.pixelColor(3, 3) == theme.color("base")
    mention = next(m for m in seed_window.analysis.mentions if m.type == "PER")
    seed_window.article.reveal(mention.span, flash=False)
    rect = seed_window.article.rectangles(mention.span)[0]
    shown = seed_window.article.viewport().grab(rect.adjusted(0, 2, 0, -2)).toImage()
    colors = {
        shown.pixelColor(x, y).name() for x in range(shown.width()) for y in range(shown.height())
    }
    assert theme.highlight("PER").name() in colors


def test_a_date_that_is_set_resolves_every_date_again(qtbot, seed_window):
    assert seed_window.analysis.reference_date.status == "ambiguous"
    assert reference_status_name("ambiguous") in seed_window.date_button.why.text()
    calendar = seed_window.date_button.calendar
    with qtbot.waitSignal(seed_window.analysis_ready, timeout=30_000):
        calendar.clicked.emit(QDate(2017, 10, 31))
    assert seed_window.analysis.reference_date.status == "given"
    assert seed_window.analysis.times[0].value == "2017-10-31"
    assert "2017" in seed_window.date_button.text()
    with qtbot.waitSignal(seed_window.analysis_ready, timeout=30_000):
        seed_window.date_button.clear_button.click()
    assert seed_window.analysis.reference_date.status == "ambiguous"


def test_find_ignores_hamza_and_counts(seed_window):
    seed_window.actions_by_name["find"].trigger()
    type_in(seed_window.find_bar.field, "استانا")
    text = seed_window.document.text
    total = sum(text.count(word) for word in ("استانا", "أستانا", "آستانا"))
    assert f"/ {total}" in seed_window.find_bar.count.text()
    QTest.keyClick(seed_window.find_bar.field, Qt.Key.Key_Return)
    assert "2 /" in seed_window.find_bar.count.text()
    QTest.keyClick(seed_window.find_bar.field, Qt.Key.Key_Escape)
    assert not seed_window.find_bar.isVisible()


def test_f3_goes_through_the_mentions_of_the_chosen_name(seed_window):
    gone = []
    seed_window.entities.mention_activated.connect(gone.append)
    name = next(m for m in seed_window.analysis.mentions if m.type == "GPE" and m.entity)
    same = [m.id for m in seed_window.analysis.mentions if m.entity == name.entity]
    seed_window.article.reveal(name.span, flash=False)
    click_at(seed_window, own_point(seed_window, name))
    seed_window.article.setFocus()
    QTest.keyClick(seed_window.article, Qt.Key.Key_F3)
    QTest.keyClick(seed_window.article, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    at = same.index(name.id)
    assert gone == [same[(at + 1) % len(same)], name.id]


def test_back_and_forward_go_through_the_jumps(seed_window):
    cards = seed_window.events.filter
    rows = (0, cards.rowCount() - 1)
    for row in rows:
        click_row(seed_window.events.view, cards.index(row, 0))
    events = {e.id: e for e in seed_window.analysis.events}
    first, last = (events[cards.card(row).events[0]].trigger for row in rows)
    seed_window.resize(1100, 420)
    seed_window.actions_by_name["back"].trigger()
    assert is_in_sight(seed_window, first)
    seed_window.actions_by_name["forward"].trigger()
    assert is_in_sight(seed_window, last)
    assert not seed_window.actions_by_name["forward"].isEnabled()


def drop(window, data):
    event = QDropEvent(
        QPointF(400, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_a_file_that_is_dropped_is_opened(qtbot, window):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(seed()))])
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        drop(window, data)
    assert window.document.source == str(seed())


def test_text_on_the_clipboard_is_opened(qtbot, window):
    QGuiApplication.clipboard().setText("زار وزير الخارجية المصري بيروت أمس.")
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.actions_by_name["paste"].trigger()
    assert window.article.document_text().startswith("زار")
    assert window.analysis.mentions


def test_a_file_that_cannot_be_read_is_named_with_what_to_do(qtbot, window, tmp_path):
    missing = tmp_path / "missing.txt"
    with qtbot.waitSignal(window.failed, timeout=30_000):
        window.open_path(missing)
    assert window.error_page.isVisible()
    assert "missing.txt" in window.error_page.body.text()
    missing.write_text("وصل الرئيس إلى تونس.", encoding="utf-8")
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.error_page.again_button.click()
    assert not window.error_page.isVisible()


@pytest.mark.parametrize("data", [None, b"", bytes(range(256)) * 9, b"\xff\xfe\x00"])
def test_what_is_wrong_with_a_file_is_told_in_arabic(qtbot, window, tmp_path, data):
    path = tmp_path / "a.txt"
    if data is not None:
        path.write_bytes(data)
    with qtbot.waitSignal(window.failed, timeout=30_000):
        window.open_path(path)
    source, reason = window.error_page.body.text().split("\n")
    assert "a.txt" in source
    assert any("\u0600" <= c <= "\u06ff" for c in reason), reason


def test_an_empty_window_says_what_to_do(window):
    assert window.empty_page.isVisible()
    assert window.empty_page.open_button.isVisible()
    assert not window.actions_by_name["find"].isEnabled()


def test_the_analysis_can_be_stopped_and_the_text_stays(qtbot, window):
    window.open_path(seed())
    qtbot.waitUntil(lambda: window.document is not None, timeout=30_000)
    window.actions_by_name["cancel"].trigger()
    assert window.analysis is None
    assert window.article.document_text() == window.document.text
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.actions_by_name["reload"].trigger()
    assert window.entities.model.rowCount()


def test_words_are_copied_with_and_without_markup(seed_window):
    seed_window.article.selectAll()
    seed_window.actions_by_name["copy"].trigger()
    plain = QGuiApplication.clipboard().text()
    seed_window.actions_by_name["copy_marked"].trigger()
    marked = QGuiApplication.clipboard().text()
    assert "](" not in plain
    assert "](GPE)" in marked


def test_a_type_switched_off_is_no_longer_painted(seed_window):
    mention = next(m for m in seed_window.analysis.mentions if m.type == "PER")
    seed_window.article.reveal(mention.span, flash=False)
    rect = seed_window.article.rectangles(mention.span)[0]
    before = seed_window.article.viewport().grab(rect).toImage()
    seed_window.legend.switches["PER"].click()
    after = seed_window.article.viewport().grab(rect).toImage()
    assert before != after
    assert "PER" in stored.load().hidden_types


def test_choices_are_kept_for_the_next_start(qtbot, seed_window):
    seed_window.actions_by_name["larger"].trigger()
    seed_window.set_theme("dark")
    seed_window.close()
    kept = stored.load()
    again = MainWindow(kept)
    qtbot.addWidget(again)
    assert again.article.font_size() == seed_window.article.font_size()
    assert again.theme().name == "dark"
    assert kept.recent[0] == str(seed())


def test_panels_hide_and_come_back(seed_window):
    for name, panel in (
        ("show_entities", seed_window.side.names),
        ("show_events", seed_window.events),
    ):
        seed_window.actions_by_name[name].trigger()
        assert not panel.isVisible()
        seed_window.actions_by_name[name].trigger()
        assert panel.isVisible()


def test_every_action_has_words_in_arabic_and_a_tip(window):
    for action in window.actions_by_name.values():
        assert any("\u0600" <= c <= "\u06ff" for c in action.text()), action.objectName()
        assert any("\u0600" <= c <= "\u06ff" for c in action.statusTip()), action.objectName()


def test_no_two_actions_share_their_keys(window):
    actions = window.actions_by_name.values()
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    keys = [k for k in keys if k]
    assert len(keys) == len(set(keys))


def test_the_reference_date_given_at_the_start_is_used(qtbot, window):
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.open_path(seed(), date(2017, 10, 31))
    assert window.analysis.reference_date.status == "given"


def test_the_keys_that_the_readme_lists_are_those_of_the_window(window):
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    rows = {f"| `{c.keys}` | {c.tip} |" for c in window.commands if c.keys}
    listed = {row for row in readme.splitlines() if row.startswith("| `") and row in rows}
    for command in COMMANDS:
        if command.keys and MENU_OF[command.name].name in {"file", "edit", "go"}:
            assert f"| `{command.keys}` | {command.tip} |" in listed
    lines = [
        row for row in readme.splitlines() if re.match(r"\| `(Ctrl\+|Alt\+|F\d)[^`]*` \|", row)
    ]
    assert set(lines) <= rows


def test_the_desk_makes_a_view_when_it_is_first_seen(seed_window):
    made = []

    def make():
        made.append(QLabel("a view"))
        return made[-1]

    seed_window.desk.add("first", lambda: "First", lambda: QLabel("first"))
    seed_window.desk.add("second", lambda: "Second", make)
    assert not made
    seed_window.desk.show_view("second")
    assert made[0].isVisible()
    assert seed_window.desk.current() == "second"
    assert seed_window.actions_by_name["show_desk"].isChecked()
    QTest.keyClick(seed_window, Qt.Key.Key_F8)
    assert not made[0].isVisible()


def test_choices_of_panels_are_kept_and_a_damaged_state_is_passed_over(qtbot, seed_window):
    seed_window.actions_by_name["show_events"].trigger()
    seed_window.close()
    kept = stored.load()
    again = MainWindow(kept)
    qtbot.addWidget(again)
    again.show()
    assert again.side.names.isVisible()
    assert not again.events.isVisible()
    again.actions_by_name["show_events"].trigger()
    assert again.events.isVisible()
    damaged = MainWindow(replace(kept, state="abc,x"))
    qtbot.addWidget(damaged)
    assert damaged.actions_by_name["show_events"].isChecked()


def test_a_file_that_fails_leaves_the_article_before_within_reach(qtbot, seed_window, tmp_path):
    analysis = seed_window.analysis
    with qtbot.waitSignal(seed_window.failed, timeout=30_000):
        seed_window.open_path(tmp_path / "missing.txt")
    assert not seed_window.article.isVisible()
    assert not seed_window.date_button.isEnabled()
    seed_window.error_page.article_button.click()
    assert seed_window.article.isVisible()
    assert seed_window.analysis is analysis
    assert stored.load().recent == (str(seed()),)
    with qtbot.waitSignal(seed_window.analysis_ready, timeout=30_000):
        seed_window.actions_by_name["reload"].trigger()
    assert seed_window.document.source == str(seed())


def test_an_event_that_is_chosen_beside_an_error_brings_its_article_back(
    qtbot, seed_window, tmp_path
):
    with qtbot.waitSignal(seed_window.failed, timeout=30_000):
        seed_window.open_path(tmp_path / "missing.txt")
    click_row(seed_window.events.view, seed_window.events.filter.index(0, 0))
    assert seed_window.article.isVisible()


def test_the_first_file_that_fails_offers_no_article(qtbot, window, tmp_path):
    with qtbot.waitSignal(window.failed, timeout=30_000):
        window.open_path(tmp_path / "missing.txt")
    assert window.error_page.again_button.isVisible()
    assert not window.error_page.article_button.isVisible()


def test_a_date_that_is_set_stays_when_the_article_is_read_again(qtbot, seed_window):
    with qtbot.waitSignal(seed_window.analysis_ready, timeout=30_000):
        seed_window.set_reference_date(date(2017, 10, 31))
    with qtbot.waitSignal(seed_window.analysis_ready, timeout=30_000):
        seed_window.actions_by_name["reload"].trigger()
    assert seed_window.analysis.reference_date.status == "given"


def test_a_date_that_is_set_while_an_article_is_read_is_used_for_it(qtbot, seed_window, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("وصل الرئيس إلى تونس أمس.", encoding="utf-8")
    seed_window.open_path(other)
    with qtbot.waitSignal(seed_window.analysis_ready, timeout=30_000):
        seed_window.date_button.date_chosen.emit(date(2017, 10, 31))
    assert seed_window.document.source == str(other)
    assert seed_window.analysis.times[0].value == "2017-10-30"


def test_reading_that_is_stopped_leaves_the_article_before(seed_window, tmp_path):
    analysis = seed_window.analysis
    seed_window.open_path(tmp_path / "other.txt")
    assert seed_window.loading_page.isVisible()
    seed_window.loading_page.cancel_button.click()
    assert seed_window.article.isVisible()
    assert seed_window.analysis is analysis


def test_an_empty_clipboard_changes_nothing(seed_window):
    QGuiApplication.clipboard().clear()
    seed_window.actions_by_name["paste"].trigger()
    assert seed_window.article.isVisible()
    assert "الحافظة" in seed_window.statusBar().currentMessage()


@pytest.fixture
def clipboard():
    """Return the clipboard, emptied afterwards: it outlives the data that Python makes."""
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()


def test_a_file_on_the_clipboard_is_opened(qtbot, window, clipboard):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(seed()))])
    clipboard.setMimeData(data)
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.actions_by_name["paste"].trigger()
    assert window.document.source == str(seed())


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Equal])
def test_the_text_grows_with_and_without_shift(seed_window, key):
    before = seed_window.article.font_size()
    QTest.keyClick(seed_window.article, key, Qt.KeyboardModifier.ControlModifier)
    assert seed_window.article.font_size() == before + 1


def test_work_that_is_done_is_let_go(qtbot, seed_window):
    for _ in range(3):
        with qtbot.waitSignal(seed_window.analysis_ready, timeout=30_000):
            seed_window.opening.reload()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(seed_window.findChildren(Task)) <= 1


def boxes():
    return [
        w for w in QApplication.topLevelWidgets() if w.inherits("QMessageBox") and w.isVisible()
    ]


def test_settings_that_cannot_be_kept_are_told_of_once(seed_window, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("QARI_CONFIG", str(tmp_path / "file" / "settings.toml"))
    seed_window.actions_by_name["larger"].trigger()
    seed_window.actions_by_name["larger"].trigger()
    (box,) = boxes()
    assert "settings.toml" in box.text()
    assert any("\u0600" <= c <= "\u06ff" for c in box.text())
    box.close()


def test_settings_that_cannot_be_kept_at_the_end_are_still_told_of(window, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("QARI_CONFIG", str(tmp_path / "file" / "settings.toml"))
    window.close()
    (box,) = boxes()
    assert "settings.toml" in box.text()
    box.close()


START_AND_CLOSE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QMessageBox
from reader.gui import app, shell

fill = shell.Shell.fill

def end(self):
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox):
            print(box.text())
            box.close()
    self.close()

def filled(self, content):
    fill(self, content)
    content.current_changed.connect(
        lambda window: window.analysis_ready.connect(lambda analysis: end(self))
    )

shell.Shell.fill = filled
sys.exit(app.main(Path(sys.argv[1])))
"""


def test_a_settings_file_that_cannot_be_read_is_told_of_and_left_alone():
    path = stored.settings_path()
    path.write_text('theme = "purple"\n', encoding="utf-8")
    command = [sys.executable, "-X", "utf8", "-c", START_AND_CLOSE, str(seed())]
    done = subprocess.run(command, check=True, capture_output=True, timeout=60)
    assert "theme = 'purple' is not possible" in done.stdout.decode()
    assert path.read_text(encoding="utf-8") == 'theme = "purple"\n'


def test_the_threshold_hides_what_is_less_sure_everywhere_and_is_kept(qtbot, seed_window):
    found = seed_window.analysis
    sure = [f.confidence for f in (*found.mentions, *found.times, *found.events)]
    percent = round(100 * sorted(sure)[len(sure) // 2])
    seed_window.actions_by_name["go_threshold"].trigger()
    field = seed_window.legend.threshold.field
    assert field.hasFocus()
    qtbot.keyClicks(field, str(percent))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    low = [m for m in found.mentions if m.confidence < percent / 100]
    high = [m for m in found.mentions if m.confidence >= percent / 100]
    assert low
    assert high
    hidden = next(m for m in low if not any(h.span.overlaps(m.span) for h in high))
    seed_window.article.reveal(hidden.span, flash=False)
    hit = seed_window.article.hit_at(own_point(seed_window, hidden))
    assert hit is None or hit.kind != "mention"
    names = seed_window.entities
    assert {m.entity for m in high if m.entity} == {
        e.id for e in found.entities if names.model.find(e.id).isValid()
    }
    cards = {v for card in seed_window.events.model.cards for v in card.events}
    assert cards == {v.id for v in found.events if v.confidence >= percent / 100}
    assert stored.load().threshold == percent
    seed_window.legend.threshold.field.setValue(0)
    assert seed_window.events.filter.rowCount() == len(found.clusters)


def test_the_sentences_of_a_name_follow_the_threshold(seed_window):
    found = seed_window.analysis
    name = next(m for m in found.mentions if m.entity and m.type == "GPE")
    seed_window.findings.show_mention(name.id)
    before = seed_window.sentences.model.rowCount()
    seed_window.legend.threshold.field.setValue(95)
    kept = {m.sentence for m in found.mentions if m.entity == name.entity and m.confidence >= 0.95}
    assert seed_window.sentences.model.rowCount() == len(kept)
    seed_window.legend.threshold.field.setValue(0)
    assert seed_window.sentences.model.rowCount() in {before, 0}


def test_a_kept_threshold_is_there_at_the_start(qtbot, window):
    kept = MainWindow(replace(window.settings, threshold=70), keeps=False)
    qtbot.addWidget(kept)
    assert kept.legend.threshold.field.value() == 70
