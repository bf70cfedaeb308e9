import pytest
from panel_arabic import Arabic
from panel_article import ANALYSIS, type_in
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from reader.core.types import Analysis, Document
from reader.gui.models.events_model import EventsFilter, EventsModel, Role
from reader.gui.models.index import AnalysisIndex
from reader.gui.views.events_sidebar import EventsSidebar


@pytest.fixture
def arabic(qapp):
    translator = Arabic(qapp)
    yield translator
    qapp.removeTranslator(translator)


@pytest.fixture
def sidebar(qtbot):
    widget = EventsSidebar()
    qtbot.addWidget(widget)
    widget.resize(340, 900)
    widget.show_index(AnalysisIndex(ANALYSIS))
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def shown(sidebar):
    return [sidebar.filter.card(row).id for row in range(sidebar.filter.rowCount())]


def click(qtbot, sidebar, card):
    index = sidebar.filter.index(shown(sidebar).index(card), 0)
    sidebar.view.scrollTo(index)
    at = sidebar.view.visualRect(index).center()
    qtbot.mouseClick(sidebar.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.usefixtures("qapp")
def test_model_and_filter_keep_qts_rules():
    model, proxy = EventsModel(), EventsFilter()
    proxy.setSourceModel(model)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(m, fatal) for m in (model, proxy)]
    model.show_index(AnalysisIndex(ANALYSIS))
    proxy.set_text("زلزال")
    proxy.set_text("")
    proxy.set_order("date")
    proxy.set_order("type")
    model.show_index(None)
    assert len(testers) == 2
    assert model.rowCount() == 0


def test_one_card_per_cluster_in_text_order(sidebar):
    assert shown(sidebar) == [cluster.id for cluster in ANALYSIS.clusters]


def test_cards_tell_who_where_when_and_how_sure(sidebar):
    meeting, quake, aid, agreement = sidebar.model.cards
    assert meeting.actors == ("أوروغواي", "إستونيا")
    assert meeting.places == ("طرطوس",)
    assert meeting.time_words == "12 نيسان 2031"
    assert (aid.actors, aid.targets) == (("أوروغواي",), ("طرطوس",))
    assert (quake.speakers, quake.direct) == (("الوزير",), True)
    assert [c.status for c in (meeting, quake, aid, agreement)] == [
        "planned",
        "happened",
        "called_for",
        "denied",
    ]


def test_every_click_goes_to_the_first_mention_of_its_card(qtbot, sidebar):
    for cluster in ANALYSIS.clusters:
        with qtbot.waitSignal(sidebar.event_activated) as signal:
            click(qtbot, sidebar, cluster.id)
        assert signal.args == [cluster.events[0]]


def test_clicking_again_goes_through_the_mentions_in_turn(qtbot, sidebar):
    gone = []
    sidebar.event_activated.connect(gone.append)
    for _ in range(3):
        click(qtbot, sidebar, "c1")
    assert gone == ["v1", "v5", "v1"]
    assert "1 / 2" in sidebar.stepper.counter.text()


def test_stepper_buttons_go_forth_and_back(qtbot, sidebar):
    click(qtbot, sidebar, "c1")
    gone = []
    sidebar.event_activated.connect(gone.append)
    qtbot.mouseClick(sidebar.stepper.next_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sidebar.stepper.previous_button, Qt.MouseButton.LeftButton)
    assert gone == ["v5", "v1"]


def test_keyboard_moves_and_enter_goes(qtbot, sidebar):
    gone = []
    sidebar.event_activated.connect(gone.append)
    sidebar.view.setCurrentIndex(sidebar.filter.index(0, 0))
    qtbot.keyClick(sidebar.view, Qt.Key.Key_Down)
    qtbot.keyClick(sidebar.view, Qt.Key.Key_Return)
    assert gone == ["v2"]


def test_sort_by_date_puts_undated_events_last(qtbot, sidebar):
    sidebar.order.setFocus()
    qtbot.keyClick(sidebar.order, Qt.Key.Key_Down)
    assert sidebar.order.currentData() == "date"
    assert shown(sidebar) == ["c2", "c1", "c3", "c4"]


def headings(sidebar):
    rows = range(sidebar.filter.rowCount())
    return [sidebar.filter.index(row, 0).data(Role.HEADING) for row in rows]


def test_events_are_grouped_by_type_with_a_heading_for_each(sidebar):
    sidebar.order.setCurrentIndex(sidebar.order.findData("type"))
    kinds = [sidebar.filter.card(row).type for row in range(sidebar.filter.rowCount())]
    assert kinds == ["AGREE", "CONSULT", "AID", "INCIDENT"]
    assert headings(sidebar) == ["Agreement", "Talks and meetings", "Aid", "Accident or disaster"]


def test_events_are_grouped_by_month(sidebar):
    sidebar.order.setCurrentIndex(sidebar.order.findData("date"))
    assert headings(sidebar) == ["March 2031", "April 2031", "without a date", ""]
    sidebar.order.setCurrentIndex(sidebar.order.findData("text"))
    assert headings(sidebar) == [""] * 4


def test_a_heading_makes_room_and_follows_the_filter(sidebar):
    sidebar.order.setCurrentIndex(sidebar.order.findData("date"))
    type_in(sidebar.search, "مساعدة")
    assert headings(sidebar) == ["without a date"]
    sidebar.search.clear()
    sidebar.view.doItemsLayout()
    heights = [
        sidebar.view.visualRect(sidebar.filter.index(r, 0)).height()
        for r in range(sidebar.filter.rowCount())
    ]
    hints = [
        sidebar.view.sizeHintForIndex(sidebar.filter.index(r, 0)).height()
        for r in range(sidebar.filter.rowCount())
    ]
    assert heights == hints
    sidebar.grab()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("استونيا", ["c1", "c2", "c4"]),
        ("الاستونيا", ["c1", "c2", "c4"]),
        ("زلزال", ["c2"]),
        ("اجتماع الزراعه", ["c1"]),
        ("إِتِّفَاق", ["c4"]),
        ("بوركينا", []),
    ],
)
def test_text_filter_forgives_hamza_marks_and_article(sidebar, words, found):
    type_in(sidebar.search, words)
    assert shown(sidebar) == found


def test_type_and_status_filters_keep_several_at_once(sidebar):
    by_key = {a.data(): a for a in sidebar.types.menu().actions()}
    by_key["AID"].trigger()
    by_key["AGREE"].trigger()
    assert shown(sidebar) == ["c3", "c4"]
    next(a for a in sidebar.statuses.menu().actions() if a.data() == "denied").trigger()
    assert shown(sidebar) == ["c4"]
    sidebar.clear_filters()
    assert len(shown(sidebar)) == 4


@pytest.mark.qt_log_ignore("raise", "grabbing the keyboard", extend=True)
def test_the_menu_of_types_stays_open_while_choosing(sidebar):
    menu = sidebar.types.menu()
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(menu.actions()[0])
    QApplication.sendEvent(
        menu, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    )
    assert menu.isVisible()
    assert menu.actions()[0].isChecked()
    menu.close()


def test_actor_filter_keeps_events_in_which_the_name_takes_part(sidebar):
    sidebar.actors.setCurrentIndex(sidebar.actors.findData("أوروغواي"))
    assert shown(sidebar) == ["c1", "c3"]


def test_a_click_in_the_text_shows_the_card_even_if_filtered_out(sidebar):
    gone = []
    sidebar.event_activated.connect(gone.append)
    type_in(sidebar.search, "زلزال")
    sidebar.select_event("v5")
    assert sidebar.filter.card(sidebar.view.currentIndex().row()).id == "c1"
    assert "2 / 2" in sidebar.stepper.counter.text()
    assert gone == []


def test_a_new_article_forgets_where_the_old_one_was(qtbot, sidebar):
    click(qtbot, sidebar, "c1")
    sidebar.show_index(AnalysisIndex(ANALYSIS))
    assert sidebar.stepper.counter.text() == ""


def test_screen_readers_get_one_sentence(sidebar):
    index = sidebar.filter.index(1, 0)
    words = index.data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("زلزال في إستونيا", "2 March 2031", "أمس", "14 dead", "الوزير", "direct quote"):
        assert part in words
    assert "\n" not in words


def test_empty_states_tell_what_to_do(qtbot, sidebar):
    assert sidebar.stack.words() == ""
    type_in(sidebar.search, "بوركينا")
    assert "No event meets" in sidebar.stack.words()
    qtbot.mouseClick(sidebar.stack.button, Qt.MouseButton.LeftButton)
    assert sidebar.stack.words() == ""
    sidebar.show_index(AnalysisIndex(Analysis(Document("id", None, None, ""))))
    assert "No events" in sidebar.stack.words()
    sidebar.show_index(None)
    assert "Open an article" in sidebar.stack.words()


@pytest.mark.parametrize("width", [260, 340, 420])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_narrower_cards_are_taller_and_fill_the_width(qtbot, sidebar, width, direction):
    sidebar.setLayoutDirection(direction)
    sidebar.resize(width, 700)
    qtbot.waitUntil(lambda: sidebar.view.visualRect(sidebar.filter.index(0, 0)).isValid())
    sidebar.view.doItemsLayout()
    rect = sidebar.view.visualRect(sidebar.filter.index(0, 0))
    assert rect.width() == sidebar.view.viewport().width()
    height = sidebar.view.sizeHintForIndex(sidebar.filter.index(0, 0)).height()
    assert rect.height() == height > 60
    sidebar.grab()


def test_the_language_changes_while_the_panel_is_shown(sidebar, arabic):
    QApplication.instance().installTranslator(arabic)
    QApplication.sendPostedEvents()
    assert "الأحداث" in sidebar.title.text()
    words = sidebar.filter.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "2 آذار/مارس 2031" in words
    assert "14 قتيلًا" in words
    assert sidebar.order.itemText(0) == "ترتيب النص"


@pytest.mark.parametrize("count", [2_147_483_648, 99_999_999_999_999_999_999])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_more_dead_than_qt_counts_to_are_told(qtbot, window, tmp_path, count, language):
    path = tmp_path / "a.txt"
    path.write_text(f"قال الوزير أمس في بغداد إن {count} شخصا قتلوا في قصف على البصرة.", "utf-8")
    window.set_language(language)
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.open_path(path)
    window.grab()
    events = window.events.filter
    spoken = [
        events.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(events.rowCount())
    ]
    assert any(str(count) in words for words in spoken)
