import pytest
from panel_article import ANALYSIS, type_in
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reader.core.types import Analysis, Document
from reader.gui.models.entities_model import (
    EntitiesFilter,
    EntitiesModel,
    Role,
    notes_text,
    variants_text,
)
from reader.gui.models.index import AnalysisIndex
from reader.gui.views.entities_panel import EntitiesPanel


@pytest.fixture
def panel(qtbot):
    widget = EntitiesPanel()
    qtbot.addWidget(widget)
    widget.resize(340, 900)
    widget.show_index(AnalysisIndex(ANALYSIS))
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def groups(panel):
    proxy = panel.filter
    return {
        proxy.index(g, 0).data(Role.GROUP): [
            proxy.index(r, 0, proxy.index(g, 0)).data(Role.ROW).name
            for r in range(proxy.rowCount(proxy.index(g, 0)))
        ]
        for g in range(proxy.rowCount())
    }


def place(panel, entity):
    return panel.filter.mapFromSource(panel.model.find(entity))


def click(qtbot, panel, index):
    panel.view.scrollTo(index)
    at = panel.view.visualRect(index).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.usefixtures("qapp")
def test_model_and_filter_keep_qts_rules():
    model = EntitiesModel()
    proxy = EntitiesFilter(model)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(m, fatal) for m in (model, proxy)]
    model.show_index(AnalysisIndex(ANALYSIS))
    proxy.set_text("استونيا")
    proxy.set_text("")
    model.set_order("text")
    model.show_index(None)
    assert len(testers) == 2
    assert model.rowCount() == 0


def test_names_stand_under_their_types_by_count(panel):
    assert groups(panel) == {
        "ORG": ["المنظمة المغربية"],
        "GPE": ["إستونيا", "أوروغواي", "طرطوس"],
        "TITLE": ["الوزير"],
        "COUNT": ["14 قتيلًا"],
    }


def test_sort_by_first_appearance(qtbot, panel):
    panel.order.setFocus()
    qtbot.keyClick(panel.order, Qt.Key.Key_Down)
    assert groups(panel)["GPE"] == ["أوروغواي", "إستونيا", "طرطوس"]


def test_what_is_current_stays_so_in_another_order(qtbot, panel):
    panel.select_entity(next(e.id for e in ANALYSIS.entities if e.name == "إستونيا"))
    panel.order.setFocus()
    qtbot.keyClick(panel.order, Qt.Key.Key_Down)
    assert panel.view.currentIndex().data() == "إستونيا"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("استونيا", {"GPE": ["إستونيا"]}),
        ("اُورُوغواي", {"GPE": ["أوروغواي"]}),
        ("مغربيه", {"ORG": ["المنظمة المغربية"]}),
        ("الطرطوس", {"GPE": ["طرطوس"]}),
        ("بوركينا", {}),
    ],
)
def test_filter_forgives_hamza_marks_and_article(panel, words, found):
    type_in(panel.search, words)
    assert groups(panel) == found


def test_clicking_every_name_goes_to_its_first_mention(qtbot, panel):
    sent = []
    panel.entity_selected.connect(sent.append)
    panel.mention_activated.connect(sent.append)
    for entity in ANALYSIS.entities:
        first = next(m for m in ANALYSIS.mentions if m.entity == entity.id)
        click(qtbot, panel, place(panel, entity.id))
        assert sent[-2:] == [entity.id, first.id]


def test_clicking_again_goes_through_the_mentions_in_turn(qtbot, panel):
    gone = []
    panel.mention_activated.connect(gone.append)
    for _ in range(4):
        click(qtbot, panel, place(panel, "e2"))
    assert gone == ["m2", "m4", "m8", "m2"]
    assert "1 / 3" in panel.stepper.counter.text()


def test_buttons_and_methods_step_both_ways(qtbot, panel):
    click(qtbot, panel, place(panel, "e2"))
    gone = []
    panel.mention_activated.connect(gone.append)
    qtbot.mouseClick(panel.stepper.next_button, Qt.MouseButton.LeftButton)
    panel.next_mention()
    panel.previous_mention()
    qtbot.mouseClick(panel.stepper.previous_button, Qt.MouseButton.LeftButton)
    panel.previous_mention()
    assert gone == ["m4", "m8", "m4", "m2", "m8"]


def test_words_without_an_entity_are_shown_and_lead_to_their_mentions(qtbot, panel):
    gone, chosen, selected = [], [], []
    panel.mention_activated.connect(gone.append)
    panel.entity_selected.connect(chosen.append)
    panel.mentions_selected.connect(selected.append)
    click(qtbot, panel, place(panel, "TITLE:الوزير"))
    assert (gone, chosen, selected) == (["m10"], [], [("m10",)])


def test_a_click_in_the_text_selects_without_going(panel):
    gone = []
    panel.mention_activated.connect(gone.append)
    type_in(panel.search, "طرطوس")
    panel.select_entity("e2", "m4")
    assert gone == []
    assert panel.view.currentIndex() == place(panel, "e2")
    assert "2 / 3" in panel.stepper.counter.text()
    assert panel.selected_mentions() == ("m2", "m4", "m8")
    panel.next_mention()
    assert gone == ["m8"]


def test_without_a_mention_the_next_one_is_the_first(panel):
    gone = []
    panel.mention_activated.connect(gone.append)
    panel.select_entity("e1")
    panel.next_mention()
    assert gone == ["m1"]


def test_a_heading_folds_its_names(qtbot, panel):
    group = panel.filter.index(1, 0)
    assert panel.view.isExpanded(group)
    click(qtbot, panel, group)
    assert not panel.view.isExpanded(group)
    panel.select_entity("e2")
    assert panel.view.isExpanded(group)


def test_a_closed_heading_stays_closed_until_a_filter_looks_in_it(qtbot, panel):
    click(qtbot, panel, panel.filter.index(1, 0))
    panel.show_index(AnalysisIndex(ANALYSIS))
    assert [panel.view.isExpanded(panel.filter.index(row, 0)) for row in range(3)] == [
        True,
        False,
        True,
    ]
    panel.search.setText("ا")
    assert panel.view.isExpanded(panel.filter.index(1, 0))
    panel.search.clear()
    assert not panel.view.isExpanded(panel.filter.index(1, 0))


def test_keyboard_moves_and_enter_goes(qtbot, panel):
    gone = []
    panel.mention_activated.connect(gone.append)
    panel.view.setCurrentIndex(panel.filter.index(1, 0))
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert gone == ["m2"]


def test_rows_tell_variants_links_and_ties(panel):
    row = panel.model.find("e2").data(Role.ROW)
    assert "استونيا" in variants_text(row)
    assert "spelling" in variants_text(row)
    notes = notes_text(row)
    assert "EE" in notes
    assert "453733" in notes
    assert "سوريا" in notes_text(panel.model.find("e3").data(Role.ROW))


def test_screen_readers_get_all_of_a_name(panel):
    words = place(panel, "e2").data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("إستونيا", "country or city", "mentions: 3", "استونيا"):
        assert part in words


def test_empty_states_tell_what_to_do(qtbot, panel):
    assert panel.stack.words() == ""
    type_in(panel.search, "بوركينا")
    assert "No name matches" in panel.stack.words()
    qtbot.mouseClick(panel.stack.button, Qt.MouseButton.LeftButton)
    assert panel.stack.words() == ""
    panel.show_index(AnalysisIndex(Analysis(Document("id", None, None, ""))))
    assert "No names" in panel.stack.words()
    panel.show_index(None)
    assert "Open an article" in panel.stack.words()


@pytest.mark.parametrize("width", [260, 420])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_rows_are_as_tall_as_their_words(panel, width, direction):
    panel.setLayoutDirection(direction)
    panel.resize(width, 900)
    panel.view.doItemsLayout()
    plain, full = place(panel, "e1"), place(panel, "e2")
    assert panel.view.visualRect(full).height() > panel.view.visualRect(plain).height()
    assert panel.view.visualRect(full).height() == panel.view.sizeHintForIndex(full).height()
    panel.grab()
