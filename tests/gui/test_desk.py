import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.gui.main_window import MainWindow
from reader.gui.origin import Origin
from reader.resources import seed
from reader.settings import load

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(seed_window):
    seed_window.actions_by_name["timeline"].trigger()
    return seed_window.desk


def test_a_button_gives_the_desk_all_the_height_and_takes_it_back(qtbot, seed_window, desk):
    height, article = desk.height(), seed_window.article.height()
    QTest.mouseClick(desk.whole_button, LEFT)
    assert not seed_window.article.isVisible()
    qtbot.waitUntil(lambda: desk.height() >= height + article)
    assert seed_window.actions_by_name["desk_whole"].isChecked()
    QTest.mouseClick(desk.whole_button, LEFT)
    assert seed_window.article.isVisible()
    qtbot.waitUntil(lambda: desk.height() == height)


def test_the_key_gives_it_all_the_height_and_opens_it(seed_window):
    action = seed_window.actions_by_name["desk_whole"]
    assert not seed_window.desk.isVisible()
    action.trigger()
    assert seed_window.desk.isVisible()
    assert not seed_window.article.isVisible()
    seed_window.actions_by_name["show_desk"].trigger()
    assert seed_window.article.isVisible()
    assert not seed_window.desk.isVisible()


def test_who_goes_to_a_place_in_the_article_sees_it_again(seed_window, desk):
    seed_window.actions_by_name["desk_whole"].trigger()
    seed_window.jumps.to(seed_window.analysis.sentences[0].span)
    assert seed_window.article.isVisible()
    seed_window.actions_by_name["desk_whole"].trigger()
    seed_window.actions_by_name["go_article"].trigger()
    assert seed_window.article.isVisible()
    assert desk.isVisible()


def test_in_full_height_a_click_selects_and_enter_goes(seed_window, desk):
    feature = next(f for f in seed_window.features if type(f).__name__ == "TimelineFeature")
    view = feature.panel.timeline
    seed_window.actions_by_name["desk_whole"].trigger()
    name = view.order()[0]
    view.reveal(name)
    QTest.mouseClick(view.viewport(), LEFT, pos=view.item_rect(name).center().toPoint())
    assert not seed_window.article.isVisible()
    card = seed_window.events.filter.card(seed_window.events.view.currentIndex().row())
    assert card.id == name
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert seed_window.article.isVisible()
    assert desk.isVisible()


def test_the_keyboard_goes_to_the_view_and_back(seed_window, desk, qtbot):
    feature = next(f for f in seed_window.features if type(f).__name__ == "TimelineFeature")
    seed_window.activateWindow()
    seed_window.actions_by_name["go_article"].trigger()
    qtbot.waitUntil(seed_window.article.hasFocus)
    seed_window.actions_by_name["go_desk"].trigger()
    qtbot.waitUntil(feature.panel.timeline.hasFocus)
    assert desk.current() == "timeline"


def test_the_desk_is_closed_by_its_button(seed_window, desk):
    QTest.mouseClick(desk.close_button, LEFT)
    assert not desk.isVisible()
    assert not seed_window.actions_by_name["show_desk"].isChecked()


def test_the_next_window_opens_the_desk_as_it_was_left(qtbot, seed_window, desk):
    seed_window.reading.setSizes([300, 500])
    height = desk.height()
    seed_window.close()
    assert load().desk.startswith("timeline,")
    again = MainWindow(load())
    qtbot.addWidget(again)
    again.resize(seed_window.size())
    again.show()
    with qtbot.waitSignal(again.analysis_ready, timeout=30_000):
        again.open_path(seed())
    assert again.desk.current() == "timeline"
    assert abs(again.desk.height() - height) <= 8
    assert again.actions_by_name["show_desk"].isChecked()


def test_a_view_out_of_sight_is_as_new_as_the_one_in_sight_once_it_is_seen(
    qtbot, seed_window, desk
):
    feature = next(f for f in seed_window.features if type(f).__name__ == "TimelineFeature")
    timeline = feature.panel.timeline
    seed_window.actions_by_name["matrix"].trigger()
    with qtbot.waitSignal(seed_window.analysis_ready, timeout=30_000):
        seed_window.opening.open(Origin(words="زار وزير خارجية أوروغواي طرطوس في 12 نيسان 2031."))
    clusters = seed_window.index.clusters
    assert set(timeline.order()) != set(clusters)
    seed_window.findings.mark([clusters["c1"].events[0]])
    desk.show_view("timeline")
    assert set(timeline.order()) == set(clusters)
    assert timeline.current() == "c1"


@pytest.mark.usefixtures("desk")
def test_another_article_is_seen_the_same_read_again_leaves_the_desk_as_it_is(qtbot, seed_window):
    seed_window.actions_by_name["desk_whole"].trigger()
    with qtbot.waitSignal(seed_window.analysis_ready, timeout=30_000):
        seed_window.opening.reload()
    assert not seed_window.article.isVisible()
    with qtbot.waitSignal(seed_window.analysis_ready, timeout=30_000):
        seed_window.opening.open(Origin(words="زار وزير خارجية أوروغواي طرطوس في 12 نيسان 2031."))
    assert seed_window.article.isVisible()


def test_the_first_view_that_is_asked_for_is_the_only_one_that_is_made(seed_window):
    opened = []
    seed_window.desk.view_opened.connect(opened.append)
    seed_window.actions_by_name["map"].trigger()
    assert set(opened) == {"map"}
