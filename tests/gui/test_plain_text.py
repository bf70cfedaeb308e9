"""Words of an article are shown as they are: no tag is read, no name orders the line around it."""

import pytest
from hostile_article import BROKEN, CANARY, FORCED, NAMES, TAG, make
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QApplication
from sinks import is_bare, rich_places, unmarked_places

from reader.core.types import Span
from reader.gui.features.peek import PeekFeature
from reader.gui.models.phrases import isolate, marked, plain_tip


@pytest.fixture
def hostile_window(qtbot, window, tmp_path):
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.open_path(make(tmp_path))
    for name in window.desk.names():
        window.desk.show_view(name)
        QApplication.processEvents()
    return window


def test_the_article_has_all_that_its_reader_said(hostile_window):
    analysis = hostile_window.analysis
    named = {m.span.of(analysis.document.text) for m in analysis.mentions}
    assert set(NAMES) <= named
    assert sum(TAG in entity.name for entity in analysis.entities) >= 5
    assert any(event.participants for event in analysis.events)


def test_nothing_is_read_as_rich_text(hostile_window):
    opened = _open_everything(hostile_window)
    assert opened
    assert list(rich_places()) == []


def test_no_name_orders_the_line_around_it(hostile_window):
    _open_everything(hostile_window)
    assert list(unmarked_places(CANARY)) == []


def _open_everything(window):
    """Open the cards and dialogs that show words of the article."""
    peek = next(f for f in window.features if isinstance(f, PeekFeature))
    opened = []
    for mention in window.analysis.mentions[:6]:
        peek.open_card(("mention", mention.id))
        QApplication.processEvents()
        opened.append(peek.card.peek)
    window.warnings.tell(f"{isolate(TAG)}\n{isolate(FORCED)}")
    window.legend.threshold.set_percent(0)
    window.find_bar.field.setText("<b>")
    window.select_span(Span(0, 30)) if hasattr(window, "select_span") else None
    for name in ("palette", "export", "find"):
        action = window.actions_by_name.get(name)
        if action is not None and action.isEnabled():
            action.trigger()
            QApplication.processEvents()
    return opened


@pytest.mark.parametrize("words", [*NAMES, "a &lt;b", "<?xml version='1.0'?>", "<!doctype html>"])
def test_a_tool_tip_shows_tags_as_they_are(words):
    told = plain_tip(words)
    assert not GuiQt.mightBeRichText(told)
    assert told.replace("\u2060", "") == words


def test_overrides_are_shown_and_isolates_end_where_they_began():
    assert isolate(FORCED) == "\u2068[U+202E]gnp.[U+202C]\u2069"
    assert isolate(BROKEN) == "\u2068[U+2069][U+2067]x[U+2066]\u2069"
    assert marked(isolate("اسم")) == isolate("اسم")
    assert not is_bare(" y ".join(map(isolate, ("x\u2069", "needle"))), "needle")
