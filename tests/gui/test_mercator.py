"""The plane of the map: places come back where they were, and nothing breaks at the date line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.gui.models.mercator import (
    BOTTOM,
    EQUATOR,
    TOP,
    Camera,
    Point,
    project,
    scale_bar,
    unproject,
)
from reader.gui.models.outlines import LEVELS, load_outlines

latitudes = st.floats(-55, 80)
longitudes = st.floats(-179.9, 179.9)
places = st.lists(st.tuples(latitudes, longitudes), min_size=1, max_size=12)
sizes = st.tuples(st.integers(120, 2000), st.integers(80, 1200))


def camera(width=900, height=500):
    return Camera(Point(0.5, 0.5), 1000.0, width, height).resized(width, height)


@given(latitudes, longitudes)
def test_a_place_comes_back_from_the_plane(latitude, longitude):
    back = unproject(project(latitude, longitude))
    assert back == pytest.approx((latitude, longitude), abs=1e-6)


@given(places, sizes)
def test_all_places_are_in_sight_where_they_can_be(found, size):
    width, height = size
    points = [project(*place) for place in found]
    fitted = camera(width, height).fitted(points, 20, 0.02)
    for point in points:
        x, y = fitted.to_pixel(point)
        assert -1 <= x <= width + 1
        assert -1 <= y <= height + 1


def test_places_on_both_sides_of_the_date_line_are_shown_together():
    fiji, samoa = project(-17.7, 178.0), project(-13.8, -171.8)
    fitted = camera().fitted([fiji, samoa], 40, 0.02)
    assert fitted.to_pixel(fiji).x < fitted.to_pixel(samoa).x
    assert fitted.scale > 10_000


@given(latitudes, longitudes, st.floats(0.2, 5), st.floats(0, 900), st.floats(150, 350))
def test_what_is_under_the_pointer_stays_there(latitude, longitude, factor, x, y):
    start = camera().fitted([project(latitude, longitude)], 20, 0.05)
    before = start.to_place(Point(x, y))
    zoomed = start.zoomed(factor, Point(x, y))
    at = zoomed.to_pixel(before)
    assert at.x == pytest.approx(x, abs=0.5)
    if TOP + 250 / zoomed.scale < zoomed.center.y < BOTTOM - 250 / zoomed.scale:
        assert at.y == pytest.approx(y, abs=0.5)


@given(st.floats(-3000, 3000), st.floats(-3000, 3000))
def test_the_world_cannot_be_pushed_out_of_sight(by_x, by_y):
    moved = camera().moved(by_x, by_y)
    assert TOP - 1e-9 <= moved.center.y <= BOTTOM + 1e-9
    assert 0 <= moved.center.x < 1


def test_the_scale_bar_is_round_and_true_where_it_is_read():
    equator = camera().fitted([project(0, 20)], 20, 0.1)
    bar = scale_bar(equator, 120)
    assert bar.kilometers in {1000, 500, 2000}
    assert bar.pixels <= 120
    assert bar.kilometers / bar.pixels == pytest.approx(EQUATOR / equator.scale)
    north = camera().fitted([project(60, 20)], 20, 0.1)
    true = scale_bar(north, 120)
    assert true.kilometers / true.pixels == pytest.approx(EQUATOR / 2 / north.scale, rel=0.01)


def test_every_state_is_drawn_and_its_outlines_are_closed():
    outlines = load_outlines()
    arcs = outlines.arcs
    assert len(outlines.states) > 240
    assert {"SY", "EG", "SA", "PS", "US", "RU"} <= {s.iso for s in outlines.states}
    for state in outlines.states:
        for ring in state.rings:
            for level in range(len(LEVELS)):
                lines = [
                    arcs.line(a, level) if a >= 0 else arcs.line(~a, level)[::-1] for a in ring
                ]
                ends = zip(lines, [*lines[1:], lines[0]], strict=True)
                assert all((one[-1] == two[0]).all() for one, two in ends), state.english


def test_the_date_line_is_no_border():
    outlines = load_outlines()
    cut = {s.iso for s in outlines.states if set(s.arcs) & outlines.arcs.seams}
    assert cut == {"FJ", "RU"}
