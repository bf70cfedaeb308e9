"""The help, the list of keys, the first steps, and what happens when something fails."""

import sys

import pytest
from panel_article import type_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from reader import settings as stored
from reader.gui.actions import COMMANDS
from reader.gui.crash import CrashDialog, CrashReporter, report_of
from reader.gui.features.help import Help
from reader.gui.features.registry import FEATURES
from reader.gui.features.tour import Tour
from reader.gui.views.help_window import topics
from reader.resources import resource, seed


def feature(window, kind):
    return next(f for f in window.features if isinstance(f, kind))


def test_the_list_of_keys_is_searched(window):
    QTest.keyClick(window, Qt.Key.Key_F1)
    shown = feature(window, Help).shortcuts_window
    QAbstractItemModelTester(shown.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    every = [*COMMANDS, *(c for kind in FEATURES for c in kind.COMMANDS)]
    assert shown.model.rowCount() == len(every)
    shown.search.setText("ctrl+k")
    assert shown.model.command(0).name == "palette"
    assert "Ctrl+K" in shown.model.index(0, 1).data()
    shown.close()


def test_the_help_is_read_searched_and_changes_its_language(qtbot, window):
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    shown = feature(window, Help).help_window
    assert shown.list.count() == len(topics("ar")) == len(topics("en")) >= 5
    assert shown.page.toPlainText().startswith("المقال الأول")
    type_in(shown.search, "قارئ الهمزات")
    shown.search.clear()
    type_in(shown.search, "الهمزات")
    assert shown.list.count() == 1
    shown.search.clear()
    shown.list.setCurrentRow(4)
    assert "settings.toml" in shown.page.toPlainText()
    window.set_language("en")
    qtbot.waitUntil(lambda: shown.windowTitle() == "Help")
    assert shown.page.toPlainText().startswith("The first article")
    shown.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_picture_of_the_help_is_there(language):
    pictures = resource("help", "pictures")
    told = "".join(path.read_text(encoding="utf-8") for path in topics(language))
    names = {part.split(")")[0] for part in told.split("](")[1:]}
    assert names == {p.name for p in pictures.glob(f"*-{language}.png")}


def test_the_keys_in_the_help_are_the_programs_own():
    keys = {c.keys for c in (*COMMANDS, *(c for kind in FEATURES for c in kind.COMMANDS))}
    for key in ("Ctrl+K", "Ctrl+J", "Ctrl+Shift+F", "Ctrl+Shift+N", "Ctrl+Shift+D", "Ctrl+N"):
        assert key in keys


def test_the_first_steps_point_at_the_window_and_are_shown_once(qtbot, window):
    tour = feature(window, Tour)
    tour.start_when_known()
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.open_path(seed())
    card = tour.card
    assert card.isVisible()
    assert window.article.hasFocus()
    assert len(card.steps) == 4
    for step in card.steps:
        assert card.title.text() == step.title()
        assert window.rect().contains(card.geometry())
        assert card.ring.size() == step.target.size()
        QTest.mouseClick(card.next_button, Qt.MouseButton.LeftButton)
    assert not card.isVisible()
    assert stored.load().toured
    tour.start_when_known()
    assert not tour._is_wanted
    window.actions_by_name["tour"].trigger()
    assert card.isVisible()
    QTest.mouseClick(card.skip_button, Qt.MouseButton.LeftButton)
    assert not card.isVisible()


def fault(words):
    raise ValueError(words)


def test_a_report_holds_places_and_no_words_of_the_article():
    said = "كلمات من المقال"
    try:
        fault(said)
    except ValueError as error:
        report = report_of(type(error), error.__traceback__)
    assert "ValueError" in report
    assert "test_help.py" in report
    assert said not in report


def test_a_report_is_shown_and_written_only_on_consent(qtbot, arabic_interface):
    assert arabic_interface
    folder = stored.settings_path().parent / "reports"
    for is_wanted in (False, True):
        dialog = CrashDialog("qari 1\nValueError\n")
        qtbot.addWidget(dialog)
        dialog.show()
        assert "ValueError" in dialog.view.toPlainText()
        button = dialog.write_button if is_wanted else dialog.drop_button
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert folder.exists() == is_wanted
    [written] = folder.iterdir()
    assert written.read_text(encoding="utf-8") == "qari 1\nValueError\n"


def test_a_fault_anywhere_is_told(qtbot, arabic_interface, monkeypatch):
    assert arabic_interface
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    reporter = CrashReporter()
    reporter.install()
    try:
        with qtbot.waitSignal(reporter.failed):
            sys.excepthook(ValueError, ValueError("words"), None)
        qtbot.waitUntil(lambda: reporter.dialog is not None)
        assert "words" not in reporter.dialog.view.toPlainText()
        reporter.dialog.close()
        qtbot.waitUntil(lambda: reporter.dialog is None)
    finally:
        reporter.uninstall()
    assert not (stored.settings_path().parent / "fault.txt").exists()


def test_nothing_moves_where_that_is_the_choice(seed_window):
    seed_window.actions_by_name["preferences"].trigger()
    dialog = next(f for f in seed_window.features if type(f).__name__ == "Preferences").dialog
    dialog.fields["reduced_motion"].click()
    dialog.close()
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_FadeTooltip)
    seed_window.findings.go_to(seed_window.index.analysis.mentions[-1].id)
    assert seed_window.article._flash.endValue() == 1.0
    seed_window.actions_by_name["preferences"].trigger()
    dialog.fields["reduced_motion"].click()
    dialog.close()
    assert seed_window.article._flash.endValue() == 0.0
