from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from panel_article import ANALYSIS, EVENTS, TIMES
from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from reader.core.types import Event, EventTime, ReferenceDate
from reader.gui.models import timeline_layout as layout
from reader.gui.models.cards import event_cards, event_lines, event_summary
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.time_scale import Tick, TimeScale, hijri_ticks, step_of
from reader.gui.models.timeline_words import names_above, tick_names
from reader.gui.origin import Origin
from reader.gui.theme import load_theme
from reader.gui.views.timeline_geometry import Frame, TimelineGeometry, Told
from reader.gui.views.timeline_panel import TimelinePanel
from reader.settings import load

REFERENCE = ReferenceDate(
    "given", "2031-03-03", date(2031, 3, 3), date(2031, 3, 3), (date(2031, 3, 3),), "user"
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot):
    made = TimelinePanel()
    qtbot.addWidget(made)
    made.resize(900, 420)
    made.set_theme(load_theme("light"))
    made.show()
    qtbot.waitExposed(made)
    made.timeline.show_index(AnalysisIndex(replace(ANALYSIS, reference_date=REFERENCE)))
    return made


@pytest.fixture
def view(panel):
    return panel.timeline


def with_status(**values):
    """The article, with its dated meeting told in another way."""
    events = tuple(replace(e, **values) if e.cluster == "c1" else e for e in EVENTS)
    return AnalysisIndex(replace(ANALYSIS, events=events, reference_date=REFERENCE))


def picture(view):
    return view.viewport().grab().toImage()


def center(view, name):
    return view.item_rect(name).center().toPoint()


def drag(view, first, last, modifier=Qt.KeyboardModifier.NoModifier):
    port = view.viewport()
    QTest.mousePress(port, LEFT, modifier, first)
    QTest.mouseMove(port, (first + last) / 2)
    QTest.mouseMove(port, last)
    QTest.mouseRelease(port, LEFT, modifier, last)


def test_every_event_is_on_the_axis_or_on_the_shelf(view):
    seen = view.viewport().rect()
    for cluster in ANALYSIS.clusters:
        assert seen.contains(center(view, cluster.id)), cluster.id
        assert view.item_at(center(view, cluster.id)) == cluster.id
    dated = max(view.item_rect(name).bottom() for name in ("c1", "c2"))
    assert all(view.item_rect(name).top() >= dated for name in ("c3", "c4"))


DAYS = st.dates(date(1, 1, 1), date(9980, 1, 1))
VALUES = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: day.isoformat()[:7]),
    st.sampled_from(["196", "19", "XXXX-08", "PRESENT_REF", "P3D", "2031-SU", "1948-05-15TEV"]),
)


@given(
    st.lists(
        st.tuples(
            VALUES,
            st.none() | st.tuples(DAYS, st.integers(0, 4000)),
            st.sampled_from([None, "START", "MID", "END", "APPROX", "BEFORE"]),
            st.sampled_from(["AT", "BEFORE", "AFTER", "WITHIN"]),
        ),
        min_size=1,
        max_size=12,
    )
)
@pytest.mark.usefixtures("qapp")
def test_whatever_the_times_every_event_is_on_the_axis_or_on_the_shelf(times):
    events, clusters, expressions = [], [], []
    for n, (value, bounds, mod, relation) in enumerate(times):
        first = bounds[0] if bounds else None
        last = first + timedelta(bounds[1]) if bounds and first else None
        expressions.append(
            replace(TIMES[0], id=f"t{n}", value=value, mod=mod, first_day=first, last_day=last)
        )
        link = EventTime(f"t{n}", relation)
        events.append(replace(EVENTS[0], id=f"x{n}", cluster=f"k{n}", time=link))
        clusters.append(replace(ANALYSIS.clusters[0], id=f"k{n}", events=(f"x{n}",)))
    told = Told(
        AnalysisIndex(
            replace(
                ANALYSIS, times=tuple(expressions), events=tuple(events), clusters=tuple(clusters)
            )
        )
    )
    assert sorted(told.order) == sorted(cluster.id for cluster in clusters)
    scale = TimeScale.showing(*layout.whole(told.all_days), 900) if told.extents else None
    frame = Frame(QSizeF(900, 400))
    places = TimelineGeometry(told, QFont(), frame, scale or TimeScale(1, 30, 900))
    seen = QRectF(-50, 0, 1000, 1e6)
    for name in told.order:
        rect = places.item(name)
        assert seen.intersects(rect)
        assert rect.width() >= layout.GLYPH


def test_what_is_later_is_further_the_way_that_time_runs(view):
    view.set_leftward(False)
    assert view.item_rect("c2").left() < view.item_rect("c1").left()
    view.set_leftward(True)
    assert view.item_rect("c2").right() > view.item_rect("c1").right()


def test_a_click_on_each_event_chooses_it(view):
    chosen = []
    view.event_chosen.connect(chosen.append)
    for cluster in ANALYSIS.clusters:
        QTest.mouseClick(view.viewport(), LEFT, pos=center(view, cluster.id))
    assert chosen == [cluster.id for cluster in ANALYSIS.clusters]


def test_arrows_go_from_event_to_event_in_time_and_enter_opens(view):
    opened, told = [], []
    view.event_opened.connect(opened.append)
    view.set_leftward(True)
    view.setFocus()
    for _ in view.order():
        QTest.keyClick(view, Qt.Key.Key_Left)
        told.append(view.accessibleDescription())
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened == list(view.order()) == ["c2", "c1", "c3", "c4"]
    cards = {card.id: card for card in event_cards(AnalysisIndex(ANALYSIS))}
    assert all(event_summary(cards[n]) in words for n, words in zip(opened, told, strict=True))
    assert "1 of 4" in told[0]
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current() == "c2"


def test_the_event_that_the_keyboard_is_on_has_a_ring(qtbot, view):
    without = picture(view)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(view, Qt.Key.Key_Home)
    edge = view.item_rect("c2").toRect()
    ring = picture(view).pixelColor(edge.center().x(), edge.top())
    assert ring == view.theme.color("focus")
    assert without.pixelColor(edge.center().x(), edge.top()) != ring


def sign_colors(view, name):
    """The colors in and around the sign of an event."""
    rect = view.item_rect(name).toRect()
    image = picture(view)
    middle = QPoint(rect.left() + 7, rect.center().y())
    return image, middle


def test_what_happened_is_full_and_what_is_planned_hollow(view):
    view.set_leftward(False)
    color = view.theme.color("verbal_cooperation")
    for modality, full in (("happened", True), ("planned", False), ("called_for", False)):
        view.show_index(with_status(modality=modality))
        view.set_leftward(False)
        image, middle = sign_colors(view, "c1")
        assert (image.pixelColor(middle) == color) is full, modality


def test_each_status_is_drawn_in_its_own_way(view):
    pictures = []
    kinds = [{"modality": m} for m in ("happened", "ongoing", "planned", "called_for")]
    kinds += [{"modality": "hypothetical"}, {"polarity": "NEG"}]
    for values in kinds:
        view.show_index(with_status(**values))
        pictures.append(view.viewport().grab(view.item_rect("c1").toRect()).toImage())
    assert all(a != b for n, a in enumerate(pictures) for b in pictures[:n])


def test_the_reference_date_is_a_line_with_its_name(view):
    color = view.theme.color("reference")
    image = picture(view)
    rows = [
        sum(image.pixelColor(x, y) == color for x in range(image.width()))
        for y in range(image.height())
    ]
    assert sum(count > 0 for count in rows) > 20
    view.show_index(AnalysisIndex(ANALYSIS))
    image = picture(view)
    assert not any(
        image.pixelColor(x, y) == color for x in range(image.width()) for y in range(0, 200, 3)
    )


def test_zooming_in_spreads_events_and_fit_brings_them_back(view):
    def apart():
        return abs(view.item_rect("c1").left() - view.item_rect("c2").left())

    before = apart()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert apart() > before * 1.2
    QTest.keyClick(view, Qt.Key.Key_0)
    assert apart() == pytest.approx(before, abs=2)


def test_a_drag_moves_the_axis_with_the_pointer(view):
    before = view.item_rect("c1").center()
    middle = view.viewport().rect().center()
    drag(view, QPoint(middle.x(), 100), QPoint(middle.x() + 80, 100))
    assert view.item_rect("c1").center().x() == pytest.approx(before.x() + 80, abs=1)


def test_a_drag_with_shift_chooses_a_stretch_and_escape_gives_it_up(view):
    chosen = []
    view.range_chosen.connect(lambda ids, words: chosen.append((ids, words)))
    rect = view.item_rect("c1").toRect()
    y = rect.bottom() + 4
    drag(
        view,
        QPoint(rect.left() - 20, y),
        QPoint(rect.right() + 20, y),
        Qt.KeyboardModifier.ShiftModifier,
    )
    assert chosen[-1][0] == frozenset({"c1"})
    assert "2031" in chosen[-1][1]
    assert picture(view).pixelColor(rect.right() - 9, y) == view.theme.color("brush")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert chosen[-1] == (None, "")


def test_shift_with_arrows_chooses_a_stretch_from_event_to_event(view):
    chosen = []
    view.range_chosen.connect(lambda ids, _words: chosen.append(ids))
    view.set_leftward(False)
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert chosen == [frozenset({"c1", "c2"})]
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert chosen[-1] == frozenset({"c2"})


def test_the_tip_tells_what_the_card_tells(view):
    card = event_cards(AnalysisIndex(ANALYSIS))[0]
    lines = view.tip_at(center(view, card.id)).splitlines()
    assert lines == event_lines(card).splitlines()
    assert lines[1] == "Talks and meetings · Planned"
    assert lines[2].startswith("who: ")
    assert view.tip_at(QPoint(2, 2)) == ""


def test_its_words_tell_every_event_and_what_has_no_date(view):
    told = view.description()
    for cluster in ANALYSIS.clusters:
        assert cluster.label in told
    assert told.index("زلزال") < told.index("اجتماع وزراء")
    assert "2 events without a known date" in told
    assert "written: Monday 3 March 2031" in told


def test_events_chosen_elsewhere_are_shown_and_brought_into_sight(view):
    view.pan(100_000)
    assert not view.viewport().rect().intersects(view.item_rect("c1").toRect())
    plain = view.viewport().grab(view.item_rect("c1").toRect()).toImage()
    view.show_chosen(["v5"])
    rect = view.item_rect("c1").toRect()
    assert view.viewport().rect().intersects(rect)
    assert view.viewport().grab(rect).toImage() != plain


def test_a_thousand_events_of_one_day_are_all_there(view):
    one = EVENTS[0]
    events = [replace(one, id=f"x{n}", cluster=f"k{n}") for n in range(1000)]
    clusters = [replace(ANALYSIS.clusters[0], id=e.cluster, events=(e.id,)) for e in events]
    many = replace(ANALYSIS, events=tuple(events), clusters=tuple(clusters))
    view.show_index(AnalysisIndex(many))
    tops = {view.item_rect(name).top() for name in view.order()}
    assert len(tops) == 1000
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.viewport().rect().contains(center(view, view.current()))


def test_the_whole_picture_is_saved_with_lanes_that_are_out_of_sight(panel, view, tmp_path):
    panel.resize(900, 150)
    panel.save(tmp_path / "a.png")
    assert view.picture_size().height() > view.viewport().height()
    panel.save(tmp_path / "a.svg")
    assert "زلزال" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_the_saved_drawing_looks_like_the_picture(panel, view, tmp_path):
    view.show_index(with_status(modality="planned"))
    panel.save(tmp_path / "a.svg")
    wanted = view.image()
    drawn = QImage(wanted.size(), QImage.Format.Format_RGB32)
    drawn.fill(0)
    with QPainter(drawn) as painter:
        QSvgRenderer(str(tmp_path / "a.svg")).render(painter)
    points = [(x, y) for x in range(0, wanted.width(), 5) for y in range(0, wanted.height(), 5)]
    far = sum(
        abs(drawn.pixelColor(*at).lightness() - wanted.pixelColor(*at).lightness()) > 60
        for at in points
    )
    assert far < len(points) * 0.01


def test_each_stretch_of_the_axis_has_its_fullest_name_that_has_room():
    day = Tick(date(2031, 3, 4).toordinal(), "day")
    assert names_above(day) == ("Tuesday 4 March 2031", "4 March 2031", "4")
    month = Tick(date(2031, 3, 1).toordinal(), "month")
    assert names_above(month)[0] == "March 2031"
    assert tick_names(month) == ("March", "March", "Mar")
    assert tick_names(Tick(date(2031, 3, 1).toordinal() + 0.25, "hour")) == ("06:00",)


def test_larger_words_have_fewer_ticks_and_keep_apart(view):
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    before = view.geometry_now()
    view.setFont(font)
    after = view.geometry_now()
    assert after.lane > before.lane * 1.4
    scale = TimeScale(date(2031, 3, 1).toordinal(), 30, 900)
    assert step_of(scale, before.size).unit == "day"
    assert step_of(scale, after.size).unit == "week"
    rects = [view.item_rect(name) for name in view.order()]
    assert not any(a.intersects(b) for a, b in combinations(rects, 2))


def test_hijri_months_stand_below_the_others(panel, view):
    view.zoom(1.6)
    before = view.item_rect("c1").top()
    plain = picture(view)
    panel.show_hijri(True)
    assert view.item_rect("c1").top() > before
    assert picture(view) != plain
    marks = hijri_ticks(TimeScale(date(2031, 3, 20).toordinal(), 60, 900))
    assert [m.value for m in marks] == ["1452-11", "1452-12", "1453-01"]
    assert hijri_ticks(TimeScale(date(1800, 3, 20).toordinal(), 60, 900)) == ()
    assert hijri_ticks(TimeScale(date(1800, 3, 20).toordinal(), 100_000, 900)) == ()


# -- in the window -------------------------------------------------------------------------------


@pytest.fixture
def desk(seed_window, qtbot):
    """The window with the timeline of the seed in sight."""
    seed_window.actions_by_name["timeline"].trigger()
    feature = next(f for f in seed_window.features if type(f).__name__ == "TimelineFeature")
    qtbot.waitUntil(lambda: feature.panel.timeline.viewport().height() > 100)
    return seed_window, feature.panel.timeline


def test_time_runs_as_the_language_until_the_user_turns_it_and_that_is_kept(desk):
    window, view = desk
    assert view.is_leftward
    panel = next(f for f in window.features if type(f).__name__ == "TimelineFeature").panel
    QTest.mouseClick(panel.direction_button, LEFT)
    assert not view.is_leftward
    assert load().timeline == "left_to_right"
    window.set_language("en")
    assert not view.is_leftward
    window.set_language("ar")


def test_a_click_on_each_event_of_the_seed_selects_its_card_and_goes_there(desk):
    window, view = desk
    events = {e.id: e for e in window.index.events.values()}
    sentences = window.index.sentences
    for name in view.order():
        view.reveal(name)
        QTest.mouseClick(view.viewport(), LEFT, pos=center(view, name))
        card = window.events.filter.card(window.events.view.currentIndex().row())
        assert card.id == name
        first: Event = events[card.events[0]]
        rects = window.article.rectangles(sentences[first.sentence].span)
        assert any(window.article.viewport().rect().intersects(r) for r in rects)


def test_an_event_clicked_again_goes_to_its_next_mention(desk):
    window, view = desk
    gone = []
    cards = {card.id: card for card in event_cards(window.index)}
    name = next(n for n in view.order() if len(cards[n].events) > 1)
    view.reveal(name)
    for _ in range(2):
        QTest.mouseClick(view.viewport(), LEFT, pos=center(view, name))
        gone.append(window.events.stepper.counter.text())
    count = len(cards[name].events)
    assert [text.strip("\u2068\u2069") for text in gone] == [f"1 / {count}", f"2 / {count}"]


@pytest.mark.qt_log_ignore("raise", "grabbing the keyboard", extend=True)
def test_the_menu_of_an_event_goes_there_and_saves(desk):
    window, view = desk
    QTest.keyClick(view, Qt.Key.Key_End)
    name = view.order()[-1]
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    view.contextMenuEvent(event)
    menu = next(m for m in view.findChildren(QMenu) if m.isVisible())
    assert [a.text() for a in menu.actions() if a.text()] == [
        "الانتقال إلى الحدث",
        "نسخ الصورة",
        "نسخ كنص",
        "كرسم (SVG)…",
        "كصورة (PNG)…",
    ]
    menu.actions()[0].trigger()
    menu.close()
    first = window.index.events[window.index.clusters[name].events[0]]
    rects = window.article.rectangles(window.index.sentences[first.sentence].span)
    assert any(window.article.viewport().rect().intersects(r) for r in rects)


def test_the_choice_of_hijri_months_is_kept(desk):
    window, _view = desk
    panel = next(f for f in window.features if type(f).__name__ == "TimelineFeature").panel
    QTest.mouseClick(panel.hijri_button, LEFT)
    assert load().timeline_hijri


def test_a_stretch_of_time_narrows_the_sidebar_until_its_chip_is_clicked(desk):
    window, view = desk
    sidebar = window.events
    every = sidebar.filter.rowCount()
    name = view.order()[0]
    rect = view.item_rect(name).toRect()
    y = view.item_rect(view.order()[0]).toRect().center().y()
    drag(
        view,
        QPoint(rect.left() - 3, y),
        QPoint(rect.right() + 3, y),
        Qt.KeyboardModifier.ShiftModifier,
    )
    assert 0 < sidebar.filter.rowCount() < every
    assert sidebar.narrowed.isVisible()
    assert "2017" in sidebar.narrowed.text()
    QTest.mouseClick(sidebar.narrowed, LEFT)
    assert sidebar.filter.rowCount() == every
    assert view.brush() is None
    assert not sidebar.narrowed.isVisible()


def test_a_word_of_an_event_clicked_in_the_article_is_chosen_on_the_axis(desk):
    window, view = desk
    name = next(iter(window.index.clusters))
    event = window.index.clusters[name].events[0]
    window.article.event_clicked.emit(event)
    assert view.current() == name


def test_the_timeline_speaks_the_language_of_the_window(desk):
    window, view = desk
    assert "حدثًا دون تاريخ معروف" in view.description()
    window.set_language("en")
    assert "events without a known date" in view.description()
    assert "Timeline" in [window.desk.tabs.tabText(n) for n in range(window.desk.tabs.count())]
    window.set_language("ar")


def test_a_new_article_leaves_nothing_of_the_old_one(qtbot, desk):
    window, view = desk
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.opening.open(Origin(words="زار وزير خارجية أوروغواي طرطوس في 12 نيسان 2031."))
    assert len(view.order()) == len(window.index.clusters)
