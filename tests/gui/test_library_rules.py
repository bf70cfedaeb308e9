"""Corrections that travel through a library, made by menus and listed."""

import pytest
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu

from reader.core.types import Document, Span
from reader.formats.base import digest
from reader.gui.features.library import LibraryFeature
from reader.gui.features.rules import RulesFeature
from reader.gui.views.article.marks import Hit
from reader.gui.views.rules_dialog import RulesDialog
from reader.libraries import IsOfType, Library, NameMeans, NoEvent, analyze_stale, default_path

TEXT = "وصل الرئيس محمود عباس إلى القاهرة أمس.\nوالتقى عباس وزير الخارجية في القاهرة."


@pytest.fixture(autouse=True)
def own_data(monkeypatch, tmp_path):
    monkeypatch.setenv("QARI_DATA", str(tmp_path / "data"))


@pytest.fixture
def shown(qtbot, window):
    """The window with an article of the user's own library; it has another one of those names."""
    with Library.open(default_path()) as library:
        for number in range(2):
            text = f"{TEXT}\nخبر رقم {number}."
            library.articles.save(Document(digest(text), f"{number}.txt", f"{number}", text, None))
        analyze_stale(library)
    window.set_language("en")
    feature(window, LibraryFeature).toggle()
    panel = feature(window, LibraryFeature).panel
    qtbot.waitUntil(lambda: len(panel.model.ids) == 2)
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        feature(window, LibraryFeature).open_article(panel.model.ids[0])
    return window


def feature(window, kind):
    return next(f for f in window.features if isinstance(f, kind))


def rules(window):
    return feature(window, RulesFeature).shelf.library.rules.load()


def choose(window, hit, *path):
    """Choose from the menu of a place: each entry by words in it, the last by how it ends."""
    menu = QMenu(window)
    window.article.menu_wanted.emit(menu, hit, Span(0, 0), 0)
    for words in path:
        fits = [a for a in menu.actions() if words in a.text()]
        action = next((a for a in fits if a.text().endswith(words)), fits[0])
        menu = action.menu() or menu
    action.trigger()


def city(window):
    return next(m for m in window.analysis.mentions if m.span.of(TEXT) == "القاهرة")


def in_sight(window):
    return cities(window.analysis)


def cities(analysis):
    text = analysis.document.text
    return [m for m in analysis.mentions if m.span.of(text) == "القاهرة"]


def settled(qtbot, window):
    shelf = feature(window, RulesFeature).shelf
    qtbot.waitUntil(lambda: shelf.progress is None and not window.is_busy(), timeout=30_000)


def test_a_type_is_said_once_and_heard_in_all_articles(qtbot, shown):
    mention = city(shown)
    hit = Hit("mention", mention.id)
    with qtbot.waitSignal(shown.analysis_ready, timeout=30_000):
        choose(shown, hit, "In the whole library", "Is always", "organization")
    assert {m.type for m in in_sight(shown)} == {"ORG"}
    settled(qtbot, shown)
    library = feature(shown, RulesFeature).shelf.library
    for _number, analysis in library.analyses.each(library.search.ids().ids):
        assert {m.type for m in cities(analysis)} == {"ORG"}


def test_rules_are_listed_removed_undone_and_redone(qtbot, shown):
    mention = city(shown)
    with qtbot.waitSignal(shown.analysis_ready, timeout=30_000):
        choose(shown, Hit("mention", mention.id), "In the whole library", "Is no name")
    assert not in_sight(shown)
    settled(qtbot, shown)
    shown.actions_by_name["library_rules"].trigger()
    dialog = feature(shown, RulesFeature).dialog
    assert isinstance(dialog, RulesDialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    assert "is no name" in dialog.list.item(0).text()
    dialog.list.setCurrentRow(0)
    dialog.remove_button.click()
    qtbot.waitUntil(lambda: rules(shown) == () and dialog.list.count() == 0)
    qtbot.waitUntil(lambda: bool(in_sight(shown)), timeout=30_000)
    settled(qtbot, shown)
    dialog.undo_button.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    settled(qtbot, shown)
    dialog.redo_button.click()
    qtbot.waitUntil(lambda: rules(shown) == () and dialog.list.count() == 0)
    settled(qtbot, shown)


def test_a_name_means_another_and_words_tell_no_event(qtbot, shown):
    choose(shown, Hit("mention", city(shown).id), "In the whole library", "Means another")
    dialog = shown.findChild(QInputDialog)
    dialog.setTextValue("العاصمة المصرية")
    with qtbot.waitSignal(shown.analysis_ready, timeout=30_000):
        dialog.accept()
    assert "العاصمة المصرية" in {entity.name for entity in shown.analysis.entities}
    event = shown.analysis.events[0]
    with qtbot.waitSignal(shown.analysis_ready, timeout=30_000):
        choose(shown, Hit("event", event.id), "In the whole library", "no event of this kind")
    kinds = [type(rule) for rule in rules(shown)]
    assert kinds == [NameMeans, NoEvent]
    assert rules(shown)[1].type == event.type
    settled(qtbot, shown)


def test_words_tell_no_event_of_any_kind(qtbot, shown):
    event = shown.analysis.events[0]
    with qtbot.waitSignal(shown.analysis_ready, timeout=30_000):
        choose(shown, Hit("event", event.id), "In the whole library", "tells no event")
    assert rules(shown) == (NoEvent(shown.index.words(event.trigger)),)
    settled(qtbot, shown)


def test_rules_are_exported_and_taken_in(qtbot, shown, tmp_path, monkeypatch):
    path = tmp_path / "rules.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    library = feature(shown, RulesFeature).shelf.library
    library.rules.add(IsOfType("القاهرة", "ORG"))
    shown.actions_by_name["library_rules"].trigger()
    dialog = feature(shown, RulesFeature).dialog
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    dialog.export_button.click()
    qtbot.waitUntil(path.exists)
    library.rules.undo()
    assert rules(shown) == ()
    dialog.import_button.click()
    qtbot.waitUntil(lambda: rules(shown) == (IsOfType("القاهرة", "ORG"),))
    settled(qtbot, shown)
    path.write_text("{", encoding="utf-8")
    dialog.import_button.click()
    qtbot.waitUntil(lambda: shown.warnings.box is not None)
    assert "rules.json" in shown.warnings.box.text()
