"""The bar over the article, the properties of its file, and the repair of its display."""

import pytest
from documents import composed
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from reader.core.types import Notice
from reader.gui.features.notices import Notices
from reader.gui.features.properties import Properties
from reader.gui.models.notice_words import notice_text
from reader.gui.origin import Origin

REVERSED = (
    ("ةديدج ةنجل", "title", 0, 1),
    ("مالس ىلإ ةنجللا يعدت", "paragraph", 0, 1),
    ("ةيماظنلا ةموكحلا ىلإ ةدعاسملا", "paragraph", 0, 1),
)
EVIL = '<img src="file:///etc/passwd"><b>x</b>\u202egnp'


def feature(window, kind):
    return next(f for f in window.features if isinstance(f, kind))


@pytest.fixture
def show(qtbot, window):
    def opened(document):
        with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
            window.opening.open(Origin(document=document))
        return window

    return opened


def test_one_notice_is_told_in_the_bar_and_can_be_closed(show, qtbot):
    window = show(composed(("needs-ocr", "page 3 has no text", 3)))
    bar = feature(window, Notices).bar
    assert bar.isVisible()
    assert "3" in bar.label.text()
    assert not bar.details_button.isVisible()
    qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_several_are_counted_and_listed(show, qtbot):
    notices = [("hidden-text", "x", None), ("refused", "a.zip#b: it is damaged", None)]
    window = show(composed(*notices))
    bar = feature(window, Notices).bar
    assert bar.label.text() == "أمران يُعلمان عن هذا المقال"
    qtbot.mouseClick(bar.details_button, Qt.MouseButton.LeftButton)
    assert bar.list.isVisible()
    assert [bar.list.item(row).text() for row in range(bar.list.count())] == [
        notice_text(Notice(*notice)) for notice in notices
    ]
    assert "a.zip#b" in bar.list.item(1).text()


def test_what_nobody_misses_shows_no_bar(show):
    window = show(composed(("running-text", "left out what stands on every page: x", None)))
    assert not feature(window, Notices).bar.isVisible()


def test_the_bar_goes_with_its_article(show):
    window = show(composed(("hidden-text", "x", None)))
    show(composed())
    assert not feature(window, Notices).bar.isVisible()


def test_the_bar_speaks_the_language_of_the_interface(show, window):
    show(composed(("hidden-text", "x", None)))
    bar = feature(window, Notices).bar
    assert any("\u0600" <= letter <= "\u06ff" for letter in bar.label.text())
    window.set_language("en")
    assert bar.label.text() == "Text that its writer has hidden is left out"


def test_reversed_text_is_repaired_after_a_preview_and_the_original_is_a_click_away(show, qtbot):
    document = composed(blocks=REVERSED)
    window = show(document)
    notices = feature(window, Notices)
    qtbot.waitUntil(notices.bar.isVisible)
    qtbot.mouseClick(notices.bar.buttons[0], Qt.MouseButton.LeftButton)
    ok = notices.dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    qtbot.waitUntil(ok.isEnabled)
    assert "ةنجللا" in notices.dialog.before.toPlainText()
    assert "اللجنة" in notices.dialog.after.toPlainText()
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        ok.click()
    assert "تدعي اللجنة إلى سلام" in window.document.text
    assert window.article.document_text() == window.document.text
    assert window.document.notices[-1].code == "repaired"
    window.article.selectAll()
    window.actions_by_name["copy"].trigger()
    assert "اللجنة" in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        qtbot.mouseClick(notices.bar.buttons[0], Qt.MouseButton.LeftButton)
    assert window.document == document


def test_a_repair_that_is_not_wanted_changes_nothing(show, qtbot):
    document = composed(blocks=REVERSED)
    window = show(document)
    notices = feature(window, Notices)
    qtbot.waitUntil(notices.bar.isVisible)
    window.actions_by_name["repair"].trigger()
    notices.dialog.reject()
    assert window.document is document
    window.opening.open(Origin(document=composed()))
    qtbot.waitUntil(lambda: not window.actions_by_name["repair"].isEnabled())


def test_properties_are_words_that_can_be_selected_and_nothing_else(show):
    document = composed((EVIL, EVIL, None), source=EVIL, known="html")
    window = show(document)
    window.actions_by_name["properties"].trigger()
    dialog = feature(window, Properties).dialog
    labels = dialog.findChildren(QLabel)
    assert {label.textFormat() for label in dialog.values.values()} == {Qt.TextFormat.PlainText}
    assert "source" in dialog.values
    assert "\u202e" not in "".join(label.text() for label in labels)
    assert dialog.values["format"].text() == "صفحة ويب"
    assert dialog.notices.count() == 1
    dialog.reject()
