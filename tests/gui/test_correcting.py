"""Correcting in the real window: menus and dialogs are clicked, undone and done again."""

import random
from datetime import date
from pathlib import Path

import pytest
from panel_article import type_in
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu, QUndoView

from reader import notebooks
from reader.core.corrections.types import (
    USER,
    AddMention,
    Anchor,
    RenameEntity,
    SetEvent,
    SetReferenceDate,
    SetTime,
)
from reader.core.notebook import Notebook
from reader.core.types import Span
from reader.formats.text import load
from reader.gui.features.corrections import CorrectionsFeature
from reader.gui.features.export import ExportFeature
from reader.gui.fonts import apply_interface_size
from reader.gui.main_window import MainWindow
from reader.gui.models.corrections_model import CorrectionsModel
from reader.gui.models.entities_model import Role, variant_text
from reader.gui.views.correction_dialogs import (
    EntityDialog,
    EventDialog,
    NameDialog,
    SameEventDialog,
    TimeDialog,
)
from reader.gui.views.corrections_list import CorrectionsList
from reader.resources import seed

ARTICLE = (
    "التقى أنطونيو غوتيريش وزير الخارجية التونسي في تونس أمس.\n"
    "وقال أنطونيو غوتيريس إن الغائب لن يشارك في الاجتماع المقبل في 12 نيسان 2031."
)


@pytest.fixture
def article(qtbot, window, tmp_path):
    """The window with an article of two spellings and a name that no list has, in English."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    window.set_language("en")
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.open_path(path)
    return window


def at(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = ARTICLE.index(words, start + 1)
    return Span(start, start + len(words))


TUNIS = at("تونس", 1)  # not in «التونسي»


def menu_at(window, span, selection=None):
    menu = QMenu(window)
    window.article.menu_wanted.emit(menu, None, selection or Span(0, 0), span.start)
    return menu


def labels(menu):
    return [a.text().strip("\u2068\u2069") for a in menu.actions() if not a.isSeparator()]


def choose(menu, *path):
    """Choose an entry by the words that it begins with, submenus before it."""
    for words in path:
        action = next(
            a for a in menu.actions() if a.isVisible() and words in a.text() and a.isEnabled()
        )
        menu = action.menu() or menu
    action.trigger()


def mention(window, span):
    (found,) = [m for m in window.analysis.mentions if m.span == span]
    return found


def entity_at(window, span):
    return next(e for e in window.analysis.entities if e.id == mention(window, span).entity)


def kept(window):
    return notebooks.load(window.document).corrections


@pytest.fixture
def dialog(article):
    def asked(kind):
        feature = next(f for f in article.features if isinstance(f, CorrectionsFeature))
        found = feature.menu.dialog
        assert isinstance(found, kind)
        assert found.isVisible()
        return found

    return asked


def accept(qtbot, dialog):
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_name_is_added_from_a_selection_undone_and_done_again(qtbot, article):
    span = at("الغائب")
    choose(menu_at(article, span, span), "Add a name", "person")
    assert (mention(article, span).type, mention(article, span).rule) == ("PER", USER)
    assert article.entities.model.find(mention(article, span).entity).isValid()
    assert kept(article) == (AddMention(Anchor(span, "الغائب", "PER")),)
    undo, redo = article.actions_by_name["undo"], article.actions_by_name["redo"]
    qtbot.waitUntil(lambda: "الغائب" in undo.text())
    QTest.keyClick(article, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert span not in {m.span for m in article.analysis.mentions}
    assert kept(article) == ()
    qtbot.waitUntil(lambda: "الغائب" in redo.text() and not undo.isEnabled())
    redo.trigger()
    assert mention(article, span).type == "PER"
    assert len(kept(article)) == 1


def test_a_type_is_changed_everywhere_and_only_here(article):
    first, second = TUNIS, at("التونسي")
    assert mention(article, first).type == "GPE"
    choose(menu_at(article, first), "Change the type", "region")
    assert mention(article, first).type == "LOC"
    choose(menu_at(article, second), "Change the type", "organization")
    assert mention(article, second).type == "ORG"
    article.actions_by_name["undo"].trigger()
    assert mention(article, second).type == "NORP"


def test_a_mention_is_removed(article):
    choose(menu_at(article, TUNIS), "Remove this mention")
    assert TUNIS not in {m.span for m in article.analysis.mentions}


def test_an_entity_is_renamed_in_a_dialog(qtbot, article, dialog):
    choose(menu_at(article, TUNIS), "Rename")
    asked = dialog(NameDialog)
    assert asked.field.text() == "تونس"
    asked.field.clear()
    assert not asked.ok.isEnabled()
    type_in(asked.field, "الخضراء")
    accept(qtbot, asked)
    assert entity_at(article, TUNIS).name == "الخضراء"
    row = article.entities.model.find(mention(article, TUNIS).entity)
    assert row.data(Role.ROW).by_user
    assert "corrected by you" in row.data(Qt.ItemDataRole.AccessibleTextRole)


def test_an_entity_is_merged_into_one_that_is_searched_for(qtbot, article, dialog):
    span, full = at("الغائب"), at("أنطونيو غوتيريش")
    choose(menu_at(article, span, span), "Add a name", "person")
    choose(menu_at(article, span), "Merge")
    asked = dialog(EntityDialog)
    type_in(asked.search, "لا أحد")
    assert not asked.ok.isEnabled()
    asked.search.clear()
    type_in(asked.search, "انطونيو")
    accept(qtbot, asked)
    assert entity_at(article, span) == entity_at(article, full)
    choose(menu_at(article, span), "Split off", "only this")
    assert entity_at(article, span) != entity_at(article, full)


def test_a_form_is_split_off_by_its_button_in_the_names_panel(qtbot, article):
    one, other = at("أنطونيو غوتيريش"), at("أنطونيو غوتيريس")
    entity = entity_at(article, one)
    assert entity_at(article, other) is entity
    panel = article.entities
    index = panel.filter.mapFromSource(panel.model.find(entity.id))
    panel.view.scrollTo(index)
    option = panel.view.option_of(index)
    rect = panel.view.visualRect(index)
    spots = [QPoint(x, y) for y in range(rect.top(), rect.bottom(), 4)
             for x in range(rect.left(), rect.right(), 4)]  # fmt: skip
    spot = next(p for p in spots if panel.delegate.form_at(option, index, p))
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert entity_at(article, one) != entity_at(article, other)
    article.actions_by_name["undo"].trigger()
    assert entity_at(article, one) == entity_at(article, other)


def test_the_panel_tells_why_forms_are_one(article):
    row = article.entities.model.find(entity_at(article, at("أنطونيو غوتيريش")).id).data(Role.ROW)
    assert ["transliteration" in variant_text(v) for v in row.variants] == [True]
    assert ["spelling of" in variant_text(v) for v in row.variants] == [True]


def test_transliterations_are_joined_on_request_only(qtbot, article):
    one, other = at("أنطونيو غوتيريش"), at("أنطونيو غوتيريس")
    with qtbot.waitSignal(article.analysis_ready, timeout=30_000):
        article.actions_by_name["transliterate"].trigger()
    assert entity_at(article, one) != entity_at(article, other)
    assert not article.settings.transliterate
    with qtbot.waitSignal(article.analysis_ready, timeout=30_000):
        article.actions_by_name["transliterate"].trigger()
    assert entity_at(article, one) == entity_at(article, other)


def test_edges_are_given_by_a_selection_and_by_dragging(article):
    span = at("أنطونيو غوتيريش")
    short = Span(span.start, span.start + len("أنطونيو"))
    identity = mention(article, span).entity
    choose(menu_at(article, short, short), "these edges")
    assert mention(article, short).entity == identity
    wide = Span(span.start, span.end + 1)
    article.article.edges_dragged.emit(mention(article, short).id, wide)
    assert mention(article, span).entity == identity


def test_a_date_is_changed_and_what_is_no_date_cannot_be(qtbot, article, dialog):
    span = at("12 نيسان 2031")
    choose(menu_at(article, span), "Change the date")
    asked = dialog(TimeDialog)
    asked.field.setText("2031-13-01")
    assert not asked.ok.isEnabled()
    asked.field.setText("2031-05")
    asked.mods.setCurrentIndex(asked.mods.findData("END"))
    assert "31" in asked.meaning.text()
    accept(qtbot, asked)
    (time,) = [t for t in article.analysis.times if t.span == span]
    assert (time.value, time.mod, time.last_day) == ("2031-05", "END", date(2031, 5, 31))
    choose(menu_at(article, span), "Remove the date")
    assert span not in {t.span for t in article.analysis.times}


def test_a_date_is_added_from_a_selection(qtbot, article, dialog):
    span = at("المقبل")
    choose(menu_at(article, span, span), "Add a date")
    asked = dialog(TimeDialog)
    assert not asked.ok.isEnabled()
    asked.field.setText("2031-04-12")
    accept(qtbot, asked)
    assert kept(article) == (SetTime(Anchor(span, "المقبل", "DATE"), "DATE", "2031-04-12"),)


def test_an_events_roles_and_status_are_edited_in_a_dialog(qtbot, article, dialog):
    event = next(e for e in article.analysis.events if e.participants)
    choose(menu_at(article, event.trigger), "Edit the event")
    asked = dialog(EventDialog)
    told = [asked.table.item(row, 0).text() for row in range(asked.table.rowCount())]
    assert len(told) == len(set(told)) > 1
    asked.modalities.setCurrentIndex(asked.modalities.findData("hypothetical"))
    asked.negated.click()
    for box in asked.roles:
        box.setCurrentIndex(box.findData(""))
    asked.roles[0].setCurrentIndex(asked.roles[0].findData("place"))
    asked.roles[1].setCurrentIndex(asked.roles[1].findData("target"))
    asked.times.setCurrentIndex(0)
    accept(qtbot, asked)
    (edited,) = [e for e in article.analysis.events if e.trigger == event.trigger]
    assert (edited.modality, edited.rule, edited.time) == ("hypothetical", USER, None)
    assert edited.polarity != event.polarity
    assert [p.role for p in edited.participants] == ["target"]
    assert len(edited.places) == 1
    (card,) = [c for c in article.events.model.cards if edited.id in c.events]
    assert card.by_user


def test_the_roles_of_an_event_are_not_cut_in_large_letters(article, dialog):
    apply_interface_size(200)
    try:
        event = next(e for e in article.analysis.events if e.participants)
        choose(menu_at(article, event.trigger), "Edit the event")
        roles = dialog(EventDialog).roles
        assert all(box.size().expandedTo(box.sizeHint()) == box.size() for box in roles)
    finally:
        apply_interface_size(100)


def test_a_dialog_that_changes_nothing_corrects_nothing_but_says_whose_it_is(
    qtbot, article, dialog
):
    event = article.analysis.events[0]
    choose(menu_at(article, event.trigger), "Edit the event")
    accept(qtbot, dialog(EventDialog))
    words = event.trigger.of(ARTICLE)
    assert kept(article) == (SetEvent(Anchor(event.trigger, words, event.type)),)


def test_an_event_is_added_retyped_and_removed(article):
    span = at("الاجتماع")
    before = {e.trigger for e in article.analysis.events}
    target = span if span not in before else at("الغائب")
    choose(menu_at(article, target, target), "Add an event", "Economy")
    assert [e.type for e in article.analysis.events if e.trigger == target] == ["ECON"]
    choose(menu_at(article, target), "Change the event's type", "Vote")
    assert [e.type for e in article.analysis.events if e.trigger == target] == ["VOTE"]
    choose(menu_at(article, target), "Remove the event")
    assert target not in {e.trigger for e in article.analysis.events}


def test_where_an_event_was_is_found_anew_in_the_background(qtbot, window, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("زار الوفد زعبوطة أمس.", encoding="utf-8")
    window.set_language("en")
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.open_path(path)
    start = window.document.text.index("زعبوطة")
    name = Span(start, start + len("زعبوطة"))

    def is_there():
        return [p.span for e in window.analysis.events for p in e.places] == [name]

    choose(menu_at(window, name, name), "Add a name", "country")
    assert not is_there()
    qtbot.waitUntil(is_there, timeout=10_000)
    window.actions_by_name["undo"].trigger()
    assert not is_there()
    assert name not in {m.span for m in window.analysis.mentions}
    window.actions_by_name["redo"].trigger()
    qtbot.waitUntil(is_there, timeout=10_000)


def test_nothing_moves_when_events_are_found_anew(qtbot, window, tmp_path):
    text = "\n".join(
        f"زار الرئيس الفرنسي إيمانويل ماكرون مدينة تونس في {n} آذار {1990 + n}."
        for n in range(1, 25)
    )
    path = tmp_path / "article.txt"
    path.write_text(f"{text}\nزار زعبوطة مدينة دمشق أمس.", encoding="utf-8")
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.open_path(path)
    text = window.document.text
    chosen = window.analysis.events[-3]
    window.events.event_activated.emit(chosen.id)
    window.events.select_event(chosen.id)
    window.article.select(Span(10, 20))
    places = [
        (bar, bar.value())
        for view in (window.article, window.events.view, window.sentences.view)
        for bar in (view.verticalScrollBar(),)
    ]
    assert any(value for _bar, value in places[1:])
    start = text.index("زعبوطة")
    added = AddMention(Anchor(Span(start, start + 6), "زعبوطة", "PER"))
    (feature,) = (f for f in window.features if isinstance(f, CorrectionsFeature))
    with qtbot.waitSignal(feature.renewal.renewed, timeout=10_000):
        window.keeper.correct("", added)
    assert [(bar, bar.value()) for bar, _value in places] == places
    assert window.article.selected_span() == Span(10, 20)
    (current,) = window.events.current_event()
    assert window.index.events[current].trigger == chosen.trigger


def card_menu(window, cluster):
    """The context menu of an event's card, as a right click opens it."""
    card = next(c for c in window.events.model.cards if c.id == cluster)
    menu = QMenu(window)
    window.events.menu_wanted.emit(menu, card.events)
    return menu


def test_two_cards_are_made_one_undone_and_parted_again(qtbot, article, dialog):
    before = article.analysis.clusters
    one, other = before[:2]
    choose(card_menu(article, other.id), "The same event as")
    asked = dialog(SameEventDialog)
    rows = [asked.filter.index(row, 0).data() for row in range(asked.filter.rowCount())]
    assert len(rows) == len(before) - 1
    type_in(asked.search, one.label)
    accept(qtbot, asked)
    (card,) = [c for c in article.events.model.cards if set(other.events) & set(c.events)]
    assert set(card.events) == {*one.events, *other.events}
    assert [c.id for c in article.events.model.cards if c.by_user] == [card.id]
    assert len(article.events.model.cards) == len(before) - 1
    assert article.analysis.clusters == notebooks_analysis(qtbot, article).clusters
    article.actions_by_name["undo"].trigger()
    assert article.analysis.clusters == before
    article.actions_by_name["redo"].trigger()
    told = next(e for e in article.analysis.events if e.id == other.events[0])
    choose(card_menu(article, card.id), told.trigger.of(ARTICLE), "Another event")
    assert {c.events for c in article.analysis.clusters} == {c.events for c in before}
    model = corrections_list(article).model
    parted, merged = (model.index(row, 0).data() for row in range(model.rowCount()))
    assert "for one event" in merged
    assert "for another event than" in parted


def notebooks_analysis(qtbot, window):
    """The analysis of another window, which hears what was kept."""
    again = MainWindow(window.settings, keeps=False)
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.analysis_ready, timeout=30_000):
        again.open_path(Path(window.document.source))
    return again.analysis


def test_the_day_of_writing_is_set_undone_and_comes_back(qtbot, article):
    with qtbot.waitSignal(article.analysis_ready, timeout=30_000):
        article.date_button.date_chosen.emit(date(2030, 6, 2))
    yesterday = [t.value for t in article.analysis.times if t.span == at("أمس")]
    assert yesterday == ["2030-06-01"]
    assert kept(article) == (SetReferenceDate(date(2030, 6, 2)),)
    with qtbot.waitSignal(article.analysis_ready, timeout=30_000):
        article.actions_by_name["undo"].trigger()
    assert article.analysis.reference_date.basis != "user"


def test_what_was_corrected_is_there_when_the_article_is_opened_again(qtbot, article):
    span = at("الغائب")
    choose(menu_at(article, span, span), "Add a name", "person")
    again = MainWindow(article.settings, keeps=False)
    qtbot.addWidget(again)
    again.show()
    with qtbot.waitSignal(again.analysis_ready, timeout=30_000):
        again.open_path(Path(article.document.source))
    assert mention(again, span).rule == USER
    assert not again.actions_by_name["undo"].isEnabled()


def test_a_new_analysis_keeps_corrections_and_their_undoing(qtbot, article):
    span = at("الغائب")
    choose(menu_at(article, span, span), "Add a name", "person")
    with qtbot.waitSignal(article.analysis_ready, timeout=30_000):
        article.actions_by_name["reload"].trigger()
    assert mention(article, span).rule == USER
    with qtbot.waitSignal(article.analysis_ready, timeout=30_000):
        article.actions_by_name["undo"].trigger()
    assert span not in {m.span for m in article.analysis.mentions}


def corrections_list(window):
    window.actions_by_name["show_corrections"].trigger()
    return window.desk.findChild(CorrectionsList)


def test_corrections_are_listed_gone_to_and_reverted(qtbot, article):
    shown = corrections_list(article)
    qtbot.waitUntil(lambda: shown.revert_button.height() > 0)
    assert shown.stack.words()
    assert not shown.revert_button.isEnabled()
    for words, kind in (("الغائب", "person"), ("الاجتماع", "named event")):
        choose(menu_at(article, at(words), at(words)), "Add a name", kind)
    assert shown.model.rowCount() == 2
    shown.view.setCurrentIndex(shown.model.index(1, 0))
    qtbot.mouseClick(shown.go_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(shown.revert_button, Qt.MouseButton.LeftButton)
    assert [c.at.words for c in kept(article)] == ["الاجتماع"]
    assert at("الغائب") not in {m.span for m in article.analysis.mentions}
    article.actions_by_name["undo"].trigger()
    assert [c.at.words for c in kept(article)] == ["الغائب", "الاجتماع"]


def test_the_undo_history_goes_back_to_any_step(article):
    article.actions_by_name["show_changes"].trigger()
    view = article.desk.findChild(QUndoView)
    for words in ("الغائب", "الاجتماع"):
        choose(menu_at(article, at(words), at(words)), "Add a name", "person")
    assert view.model().rowCount() == 3
    view.setCurrentIndex(view.model().index(0, 0))
    assert kept(article) == ()


def test_a_correction_whose_place_is_gone_is_shown_as_such(qtbot, window, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    document = load(path)
    lost = RenameEntity((Anchor(Span(0, 5), "كلمات", "PER"),), "اسم")
    notebooks.save(document, Notebook(document.id, (lost,)))
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.open_path(path)
    shown = corrections_list(window)
    assert shown.model.index(0, 0).data().startswith("⚠")
    assert shown.lost.text()


def boxes():
    return [
        w for w in QApplication.topLevelWidgets() if w.inherits("QMessageBox") and w.isVisible()
    ]


def test_a_damaged_notebook_is_told_of_and_kept_aside(qtbot, window, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "article.txt.qari.json").write_text("{")
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.open_path(path)
    (box,) = boxes()
    assert "article.txt.damaged.qari.json" in box.text()
    box.close()
    assert (tmp_path / "article.txt.damaged.qari.json").read_text() == "{"


def test_a_folder_that_cannot_be_written_is_told_of_once(article):
    place = Path(article.document.source + ".qari.json")
    place.mkdir()
    for words in ("الغائب", "الاجتماع"):
        choose(menu_at(article, at(words), at(words)), "Add a name", "person")
    (box,) = boxes()
    assert str(notebooks.own_folder()) in box.text()
    box.close()
    assert len(kept(article)) == 2


def test_the_corrected_analysis_is_exported(qtbot, article):
    span = at("الغائب")
    choose(menu_at(article, span, span), "Add a name", "person")
    article.actions_by_name["export"].trigger()
    dialog = next(f for f in article.features if isinstance(f, ExportFeature)).dialog
    dialog.choose("conll")
    qtbot.waitUntil(lambda: "الغائب\tB-PER" in dialog.text.toPlainText())
    dialog.close()


# What the offscreen platform says of every menu that opens.
popups = pytest.mark.qt_log_ignore(
    "does not support raise", "does not support grabbing", extend=True
)


@popups
def test_the_key_opens_the_menu_for_the_selection(qtbot, article):
    article.article.select(at("الغائب"))
    article.actions_by_name["correct"].trigger()
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    assert any("Add a name" in words for words in labels(menu))
    qtbot.keyClick(menu, Qt.Key.Key_Escape)


def open_menus():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]


@popups
def test_the_article_and_the_panels_have_context_menus(article):
    index = article.entities.filter.mapFromSource(
        article.entities.model.find(mention(article, TUNIS).entity)
    )
    article.entities.view.scrollTo(index)
    spot = article.entities.view.visualRect(index).center()
    article.entities.view.customContextMenuRequested.emit(spot)
    (menu,) = open_menus()
    assert any("Rename" in words for words in labels(menu))
    menu.close()
    card = article.events.view.visualRect(article.events.filter.index(0, 0)).center()
    article.events.view.customContextMenuRequested.emit(card)
    (menu,) = open_menus()
    assert any("event" in words for words in labels(menu))
    menu.close()
    spot = article.article.rectangles(TUNIS)[0].center()
    place = article.article.viewport().mapToGlobal(spot)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, place)
    QApplication.sendEvent(article.article.viewport(), event)
    (menu,) = open_menus()
    assert any("Change the type" in words for words in labels(menu))
    menu.close()


def random_step(window, chance):
    """Do, undo or redo something; return whether anything was there to do."""
    kind = chance.randrange(8)
    name = {5: "undo", 6: "redo", 7: "undo"}.get(kind)
    if name:
        window.actions_by_name[name].trigger()
        return
    mentions = window.analysis.mentions
    if kind == 0 or not mentions:
        start = chance.randrange(len(window.document.text) - 8)
        span = Span(start, start + chance.randrange(1, 8))
        menu = menu_at(window, span, span)
        submenu = next((a.menu() for a in menu.actions() if "Add a name" in a.text()), None)
        actions = submenu.actions() if submenu else []
    else:
        menu = menu_at(window, chance.choice(mentions).span)
        actions = [a for a in menu.actions() if "Remove" in a.text() or "type" in a.text()]
        actions = [b for a in actions for b in (a.menu().actions() if a.menu() else [a])]
    ready = [a for a in actions if a.isEnabled()]
    if ready:
        chance.choice(ready).trigger()
    menu.deleteLater()


@pytest.mark.parametrize("number", range(3))
def test_all_that_is_done_can_be_undone_and_done_again(article, number):
    chance = random.Random(number)  # noqa: S311 - no secret
    first = article.analysis
    for _ in range(40):
        random_step(article, chance)
    stack = article.keeper.stack
    last = stack.count()
    stack.setIndex(last)
    done, notebook = article.analysis, article.keeper.notebook
    stack.setIndex(0)
    assert article.analysis == first
    stack.setIndex(last)
    assert article.analysis == done
    assert article.keeper.notebook == notebook
    assert notebooks.load(article.document) == notebook


@pytest.mark.usefixtures("qapp")
def test_the_model_keeps_qts_rules():
    model = CorrectionsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    added = AddMention(Anchor(Span(0, 2), "نص", "PER"))
    model.show((added, SetReferenceDate(None)), (added,))
    model.retranslate()
    model.show((), ())
    assert tester.model() is model


def test_the_seed_is_corrected_in_the_users_own_folder(seed_window):
    name = next(m for m in seed_window.analysis.mentions if m.entity)
    seed_window.set_language("en")
    menu = menu_at(seed_window, name.span)
    choose(menu, "Remove this mention")
    assert not Path(str(seed()) + ".qari.json").exists()
    assert len(kept(seed_window)) == 1


def test_a_name_is_added_in_all_its_places_but_in_no_other_word(qtbot, window, tmp_path):
    path = tmp_path / "article.txt"
    text = "قال زعبوط إن الزعبوطي وزعبوط سيحضران. وغادر زعبوط أمس."
    path.write_text(text, encoding="utf-8")
    window.set_language("en")
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.open_path(path)
    span = Span(4, 9)
    choose(menu_at(window, span, span), "in all places", "person")
    spans = {m.span for m in window.analysis.mentions if m.rule == USER}
    whole = text.index("وزعبوط") + 1
    last = text.index("زعبوط أمس")
    assert spans == {span, Span(whole, whole + 5), Span(last, last + 5)}
    assert len({m.entity for m in window.analysis.mentions if m.rule == USER}) == 1
    window.actions_by_name["undo"].trigger()
    assert kept(window) == ()


@popups
@pytest.mark.parametrize("kind", ["mention", "entity", "time", "event"])
def test_a_finding_that_another_part_asks_for_is_corrected(article, kind):
    found = article.analysis
    name = {
        "mention": found.mentions[0],
        "entity": found.entities[0],
        "time": found.times[0],
        "event": found.events[0],
    }[kind].id
    article.asked.emit("correct", kind, name)
    (menu,) = open_menus()
    assert any("Remove" in words for words in labels(menu))
    menu.close()
    article.asked.emit("list", kind, name)
    article.asked.emit("correct", kind, "none")
    assert not open_menus()


def test_edges_are_dragged_with_the_mouse(qtbot, article):
    span = at("أنطونيو غوتيريش")
    view = article.article
    identity = mention(article, span).entity
    viewport, left = view.viewport(), Qt.MouseButton.LeftButton
    qtbot.mouseClick(
        viewport, left, pos=view.rectangles(Span(span.start, span.start + 1))[0].center()
    )
    (edges,) = view.edges.places()
    end = edges[3].center().toPoint()
    new_end = span.start + len("أنطونيو")
    to = view.rectangles(Span(new_end - 1, new_end))[0]
    goal = QPoint(to.left(), to.center().y())
    qtbot.mousePress(viewport, left, pos=end)
    qtbot.mouseMove(viewport, pos=QPoint((end.x() + goal.x()) // 2, goal.y()))
    qtbot.mouseMove(viewport, pos=goal)
    qtbot.mouseRelease(viewport, left, pos=goal)
    short = Span(span.start, new_end)
    assert mention(article, short).entity == identity
    assert mention(article, short).rule == USER


def test_what_the_reader_decided_has_a_sign_in_the_article(article):
    span = TUNIS
    rect = article.article.rectangles(span)[0].adjusted(0, 0, 0, 8)
    before = article.article.viewport().grab(rect).toImage()
    sure = mention(article, span)
    article.keeper.correct("sign", AddMention(Anchor(span, "تونس", sure.type)))
    assert mention(article, span).rule == USER
    assert article.article.viewport().grab(rect).toImage() != before
