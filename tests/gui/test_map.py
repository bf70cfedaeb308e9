"""The map of an article's places, and the small map of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from reader.core.types import (
    Analysis,
    Document,
    Entity,
    Mention,
    PossiblePlace,
    Span,
    Variant,
)
from reader.gui.features.map import MapFeature
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.labels import Box, Label, Occupied, place_labels
from reader.gui.models.mercator import Camera, Point
from reader.gui.models.places import grouped, nowhere, places, spots
from reader.gui.theme import load_theme
from reader.gui.views.map_view import MapView
from reader.gui.views.mini_map import MiniMap


@pytest.mark.parametrize("theme", ["light", "sepia", "dark", "contrast"])
def test_the_small_map_shows_land_sea_and_the_place(qtbot, theme):
    small = MiniMap(36.2, 36.16)  # Antioch, near the sea
    qtbot.addWidget(small)
    small.set_theme(load_theme(theme))
    small.resize(240, 120)
    image = small.grab().toImage()
    names = ("sea", "land", "place")
    seen = {image.pixelColor(x, y).name() for x in range(240) for y in range(120)}
    assert {load_theme(theme).color(name).name() for name in names} <= seen
    assert image.pixelColor(QPoint(120, 60)) == QColor(load_theme(theme).color("place"))
    assert "36.20" in small.accessibleDescription()


def article(*entities):
    """Return an analysis that mentions each entity once, by its name."""
    text = " ".join(entity.name for entity in entities)
    mentions, at = [], 0
    for number, entity in enumerate(entities):
        span = Span(at, at + len(entity.name))
        mentions.append(Mention(f"m{number}", span, entity.type, "s1", entity.id))
        at = span.end + 1
    document = Document("x", None, None, text)
    return AnalysisIndex(Analysis(document, entities=entities, mentions=tuple(mentions)))


def place(name, at=None, **more):
    latitude, longitude = at or (None, None)
    variants = (Variant(name, "spelling", 1),)
    more = {"latitude": latitude, "longitude": longitude} | more
    return Entity(name, more.pop("type", "GPE"), name, variants, **more)


TRIPOLIS = (
    PossiblePlace("1", "LY", 32.88, 13.19),
    PossiblePlace("2", "LB", 34.43, 35.84),
    PossiblePlace("3", "XX"),
)


@pytest.fixture
def map_view(qtbot):
    view = MapView()
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def seed_map(seed_window):
    seed_window.actions_by_name["map"].trigger()
    feature = next(f for f in seed_window.features if isinstance(f, MapFeature))
    return feature.panel


def click(qtbot, view, point):
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_every_place_of_the_article_is_on_the_map_or_beside_it(seed_map, seed_window):
    named = {e.id for e in seed_window.index.analysis.entities if e.type in {"GPE", "LOC", "FAC"}}
    count = seed_map.lost.count()
    beside = {seed_map.lost.item(i).data(Qt.ItemDataRole.UserRole) for i in range(count)}
    drawn = {p.id for p in seed_map.map.places if seed_map.map.pixel_of(p.id)}
    assert drawn | beside == named
    assert not drawn & beside


def test_a_click_on_each_place_chooses_it_and_goes_to_its_words(qtbot, seed_map, seed_window):
    for found in seed_map.map.places:
        seed_map.map.viewport().grab()  # the names have their places
        point = seed_map.map.pixel_of(found.id)
        if point is None:
            continue
        click(qtbot, seed_map.map, point)
        assert seed_window.entities.selected_mentions() == found.mentions
        seed_map.map.fit()


def test_a_place_beside_the_map_is_chosen_from_the_list(seed_map, seed_window):
    item = seed_map.lost.item(0)
    seed_map.lost.itemClicked.emit(item)
    chosen = seed_window.index.mentions[seed_window.entities.selected_mentions()[0]]
    assert chosen.entity == item.data(Qt.ItemDataRole.UserRole)


def test_states_are_shaded_and_towns_are_dots(map_view):
    egypt = place("مصر", (26.0, 29.4), links=(("iso3166", "EG"), ("wikidata", "Q79")))
    map_view.show_index(article(egypt, place("إربد", (32.55, 35.85))))
    image = map_view.viewport().grab().toImage()
    town = map_view.pixel_of("إربد")
    assert image.pixelColor(town) == map_view.theme.color("place")
    state = map_view.pixel_of("مصر") + QPoint(0, 30)
    assert image.pixelColor(state) == map_view.theme.highlight("GPE")


def test_a_place_that_may_be_one_of_several_has_a_ring_at_each(map_view):
    map_view.show_index(article(place("طرابلس", candidates=TRIPOLIS)))
    dots = spots(map_view.places)
    assert [dot.doubtful for dot in dots] == [True, True]
    image = map_view.viewport().grab().toImage()
    for dot in dots:
        at = map_view.camera().to_pixel(dot.at)
        assert image.pixelColor(round(at.x), round(at.y)) == map_view.theme.color("land")
    words = map_view.tip_at(map_view.pixel_of("طرابلس"))
    assert "LY" in words
    assert "LB" in words


def test_near_places_are_one_dot_that_comes_apart(qtbot, map_view):
    near = [place("حمص", (34.72, 36.73)), place("الرستن", (34.92, 36.73))]
    map_view.show_index(article(*near, place("لندن", (51.5, -0.1))))
    assert map_view.pixel_of("حمص") == map_view.pixel_of("الرستن")
    click(qtbot, map_view, map_view.pixel_of("حمص"))
    assert map_view.pixel_of("حمص") != map_view.pixel_of("الرستن")


def test_places_at_one_point_can_still_be_chosen(qtbot, map_view):
    map_view.show_index(article(place("أ", (10.0, 10.0)), place("ب", (10.0, 10.0))))
    with qtbot.waitSignal(map_view.place_chosen):
        click(qtbot, map_view, map_view.pixel_of("أ"))


def test_the_keys_walk_over_the_places_and_choose(qtbot, map_view):
    map_view.show_index(
        article(place("غرب", (30.0, 10.0)), place("شرق", (30.0, 40.0)), place("لا", None))
    )
    qtbot.keyClick(map_view, Qt.Key.Key_Right)
    assert "غرب" in map_view.accessibleDescription()
    qtbot.keyClick(map_view, Qt.Key.Key_Right)
    assert "شرق" in map_view.accessibleDescription()
    with qtbot.waitSignal(map_view.place_chosen) as chosen:
        qtbot.keyClick(map_view, Qt.Key.Key_Return)
    assert chosen.args == ["شرق"]
    before = map_view.camera()
    qtbot.keyClick(map_view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert map_view.camera().center != before.center


def test_the_menu_is_about_what_is_under_the_pointer(map_view):
    egypt = place("مصر", (26.0, 29.4), links=(("iso3166", "EG"), ("wikidata", "Q79")))
    map_view.show_index(article(egypt, place("إربد", (32.55, 35.85))))
    map_view.viewport().grab()
    for name in ("مصر", "إربد"):
        assert map_view.item_for_menu(map_view.pixel_of(name)) == name
    assert map_view.item_for_menu(QPoint(2, 2)) == ""


def test_the_map_is_dragged_and_brought_closer_and_back(qtbot, map_view):
    map_view.show_index(article(place("حمص", (34.72, 36.73))))
    start = map_view.pixel_of("حمص")
    qtbot.mousePress(map_view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(map_view.viewport(), QPoint(150, 120))
    qtbot.mouseRelease(map_view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(150, 120))
    assert map_view.pixel_of("حمص") == start + QPoint(50, 20)
    scale = map_view.camera().scale
    qtbot.keyClick(map_view, Qt.Key.Key_Plus)
    assert map_view.camera().scale > scale
    qtbot.keyClick(map_view, Qt.Key.Key_0)
    assert map_view.pixel_of("حمص") == start


def test_the_map_is_told_in_words_and_saved(seed_map, tmp_path):
    words = seed_map.map.description()
    for found in seed_map.map.places:
        assert found.name in words
    for name in ("map.svg", "map.png"):
        seed_map.save(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 10_000


def test_an_article_without_places_shows_the_world(map_view):
    map_view.show_index(article(place("أحمد", type="PER")))
    assert map_view.places == ()
    assert map_view.description()
    assert not map_view.viewport().grab().isNull()
    map_view.show_index(None)
    assert map_view.description() == ""


coordinates = st.tuples(st.floats(-55, 75), st.floats(-180, 180))


@given(st.lists(coordinates, max_size=25), st.floats(800, 100_000))
def test_every_dot_is_in_one_group_and_groups_stand_apart(found, scale):
    index = article(*(place(f"م{n}", at) for n, at in enumerate(found)))
    known = places(index, ())
    camera = Camera(Point(0.6, 0.4), scale, 900, 500)
    groups = grouped(spots(known), camera)
    assert sorted(name for g in groups for name in g.ids) == sorted(p.id for p in known)
    assert nowhere(known) == ()
    middles = [(g.x, g.y) for g in groups]
    assert len(set(middles)) == len(middles)


labels = st.builds(
    Label,
    st.floats(0, 900),
    st.floats(0, 500),
    st.sampled_from([-1.0, 4.0, 12.0]),
    st.floats(10, 160),
    st.floats(10, 24),
)


@given(st.lists(labels, max_size=40), st.booleans())
def test_no_label_lies_on_another_or_outside(wanted, right_to_left):
    bounds = Box(0, 0, 900, 500)
    placed = place_labels(wanted, Occupied(), bounds, right_to_left=right_to_left)
    boxes = [box for box in placed if box]
    assert all(box.within(bounds) for box in boxes)
    for number, box in enumerate(boxes):
        assert not any(box.meets(other) for other in boxes[number + 1 :])
    if wanted and 200 < wanted[0].x < 700 and 50 < wanted[0].y < 450:
        assert placed[0] is not None
