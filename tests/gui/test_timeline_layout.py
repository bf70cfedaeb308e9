import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.types import ReferenceDate, Span, TimeExpression
from reader.gui.models.extents import FIRST_DAY, LAST_DAY, Extent, extent_of
from reader.gui.models.time_scale import LEAST_DAYS, STEPS, TimeScale, step_above, step_of, ticks
from reader.gui.models.timeline_layout import GLYPH, Item, flow, focus, pack, place

UNKNOWN = ReferenceDate("unknown")
GIVEN = ReferenceDate("given", "2031-03-04", date(2031, 3, 4), date(2031, 3, 4))
days = st.floats(FIRST_DAY, LAST_DAY - 1, allow_nan=False)
spans = st.floats(LEAST_DAYS, LAST_DAY - FIRST_DAY, allow_nan=False)
scales = st.builds(
    lambda start, length, width: TimeScale(start, length, width).bounded(),
    days,
    spans,
    st.floats(200, 4000),
)
extents = st.builds(
    lambda start, length, *flags: Extent(start, min(start + length, LAST_DAY), *flags),
    days,
    st.sampled_from([0.0, 1.0, 30.0, 365.0, 36500.0]),
    *[st.booleans()] * 4,
)


def time(value, first=None, last=None, mod=None):
    return TimeExpression(
        "t1", Span(0, 1), "DATE", value, "s1", mod=mod, first_day=first, last_day=last
    )


def day(*parts):
    return float(date(*parts).toordinal())


@given(scales, days, days)
def test_what_is_later_never_lies_before_what_is_earlier(scale, one, other):
    early, late = sorted((one, other))
    assert scale.pixel(early) <= scale.pixel(late)


@given(scales, st.floats(0, 1))
def test_a_pixel_and_its_day_go_back_and_forth(scale, part):
    pixel = part * scale.width
    assert scale.pixel(scale.day(pixel)) == pytest.approx(pixel, abs=0.5)


@given(scales, st.floats(0.01, 100), st.floats(0, 1), st.floats(-1e6, 1e6))
def test_zooming_and_panning_stay_in_the_calendar(scale, factor, part, pixels):
    for other in (scale.zoomed(factor, part * scale.width), scale.panned(pixels)):
        assert FIRST_DAY <= other.start <= other.end <= LAST_DAY + 1e-6
        assert other.days >= LEAST_DAYS * 0.999


@given(st.floats(day(1500, 1, 1), day(2500, 1, 1)), st.floats(1, 36500), st.floats(0, 900))
def test_zooming_keeps_the_day_under_the_pointer(start, length, pixel):
    scale = TimeScale(start, length, 900)
    assert scale.zoomed(2, pixel).pixel(scale.day(pixel)) == pytest.approx(pixel, abs=0.5)


@given(st.lists(st.tuples(extents, st.floats(10, 400)), max_size=60), scales)
def test_no_two_of_a_lane_overlap_and_every_item_has_its_lane(found, scale):
    items = [Item(str(n), extent, width) for n, (extent, width) in enumerate(found)]
    boxes = place(items, scale)
    assert sorted(box.item.id for box in boxes) == sorted(item.id for item in items)
    lanes = {}
    for box in boxes:
        assert box.left <= box.start <= box.end <= box.right
        lanes.setdefault(box.lane, []).append((box.left, box.right))
    for lane in lanes.values():
        ordered = sorted(lane)
        assert all(a[1] < b[0] for a, b in itertools.pairwise(ordered))


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(1, 40)), max_size=80))
def test_there_are_no_more_lanes_than_there_must_be(found):
    boxes = sorted((float(left), float(left + length)) for left, length in found)
    lanes = pack(boxes)
    deepest = max(
        (sum(a <= at < b for a, b in boxes) for at in {left for left, _ in boxes}), default=0
    )
    assert len(set(lanes)) == deepest


@given(st.lists(st.floats(5, 900), max_size=60), st.floats(120, 1600))
def test_the_shelf_holds_everything_side_by_side(widths, width):
    cells = flow(widths, width)
    assert len(cells) == len(widths)
    for cell, following in itertools.pairwise(cells):
        assert cell.left + cell.width <= width + 1e-6
        assert (cell.row, cell.left) < (following.row, following.left)


@given(extents, st.floats(0, 900))
def test_words_stay_within_what_their_item_has_been_given(extent, begin):
    box = place([Item("a", extent, 120)], TimeScale(day(2000, 1, 1), 400, 900))[0]
    assert box.left <= box.sign_at(begin) < box.words_at(begin)
    assert box.words_at(begin) + 120 - GLYPH <= box.right + 1e-6


@pytest.mark.parametrize(
    ("length", "width", "finest", "above"),
    [
        (0.5, 900, ("hour", 1), "day"),
        (3, 900, ("hour", 6), "day"),
        (20, 900, ("day", 1), "month"),
        (90, 900, ("week", 1), "month"),
        (365, 900, ("month", 1), "year"),
        (1200, 900, ("month", 3), "year"),
        (365 * 18, 900, ("year", 1), None),
        (36525, 900, ("year", 5), None),
        (365250, 900, ("year", 50), None),
    ],
)
def test_ticks_go_from_hours_to_centuries(length, width, finest, above):
    step = step_of(TimeScale(day(1600, 1, 1), length, width))
    assert (step.unit, step.count) == finest
    over = step_above(step)
    assert (over and over.unit) == above


@given(scales)
def test_ticks_have_room_and_cover_the_axis(scale):
    step = step_of(scale)
    marks = ticks(scale, step)
    assert len(marks) <= scale.width / step.least * 1.2 + 3
    assert [m.day for m in marks] == sorted({m.day for m in marks})
    shown = [m for m in marks if scale.start <= m.day <= scale.end]
    assert shown or scale.days < step.days * 1.1
    assert all(m.date for m in marks)


def test_ticks_lie_on_the_beginnings_of_their_unit():
    scale = TimeScale(day(2031, 3, 5), 14, 900)
    starts = {s.unit: ticks(scale, s) for s in STEPS if s.unit != "year"}
    assert {m.date.isoweekday() for m in starts["week"]} == {1}
    assert {m.date.day for m in starts["month"]} == {1}
    noon = ticks(TimeScale(day(2031, 3, 5), 1, 900), STEPS[2])
    assert [m.hour for m in noon] == [0, 6, 12, 18, 0]


@pytest.mark.parametrize(
    ("expression", "relation", "wanted"),
    [
        (
            time("2031-04-12", date(2031, 4, 12), date(2031, 4, 12)),
            "AT",
            Extent(day(2031, 4, 12), day(2031, 4, 13)),
        ),
        (
            time("2031-04-12/2031-04-15", date(2031, 4, 12), date(2031, 4, 15)),
            "AT",
            Extent(day(2031, 4, 12), day(2031, 4, 16)),
        ),
        (
            time("2031-04", date(2031, 4, 1), date(2031, 4, 30)),
            "AT",
            Extent(day(2031, 4, 1), day(2031, 5, 1), soft_start=True, soft_end=True),
        ),
        (
            time("2031-04", date(2031, 4, 21), date(2031, 4, 30), mod="END"),
            "AT",
            Extent(day(2031, 4, 21), day(2031, 5, 1), soft_start=True),
        ),
        (
            time("2031-04", date(2031, 4, 1), date(2031, 4, 10), mod="START"),
            "AT",
            Extent(day(2031, 4, 1), day(2031, 4, 11), soft_end=True),
        ),
        (
            time("2031-04-12T06:00", date(2031, 4, 12), date(2031, 4, 12)),
            "AT",
            Extent(day(2031, 4, 12) + 0.25, day(2031, 4, 12) + 0.25),
        ),
        (
            time("2031-04-12", date(2031, 4, 12), date(2031, 4, 12)),
            "BEFORE",
            Extent(day(2031, 4, 12), day(2031, 4, 12), open_start=True),
        ),
        (
            time("2031-04-12", date(2031, 4, 12), date(2031, 4, 12)),
            "AFTER",
            Extent(day(2031, 4, 13), day(2031, 4, 13), open_end=True),
        ),
        (
            time("PRESENT_REF"),
            "AT",
            Extent(day(2031, 3, 4), day(2031, 3, 5)),
        ),
        (time("XXXX-04-12"), "AT", None),
        (time("P3D"), "WITHIN", None),
    ],
)
def test_how_exactly_a_time_is_known_shows_in_its_edges(expression, relation, wanted):
    assert extent_of(expression, relation, GIVEN) == wanted


def test_a_decade_that_the_core_gives_no_days_for_still_has_its_place():
    late = extent_of(time("196", mod="END"), "AT", UNKNOWN)
    assert (late.soft_start, late.soft_end) == (True, False)
    assert day(1966, 1, 1) < late.start < late.end == day(1970, 1, 1)
    assert extent_of(time("PRESENT_REF"), "AT", UNKNOWN) is None
    assert extent_of(None, "AT", GIVEN) is None


@given(st.from_regex(r"[0-9X]{0,5}(-[0-9X]{2})?(T[0-9:]{2,5})?", fullmatch=True))
def test_no_value_is_too_strange_for_the_axis(value):
    for first in (None, date(2031, 3, 4)):
        extent = extent_of(time(value, first, first), "AT", UNKNOWN)
        assert extent is None or FIRST_DAY <= extent.start <= extent.end <= LAST_DAY


def test_the_first_sight_leaves_out_what_is_far_off():
    week = [Extent(day(2031, 3, n), day(2031, 3, n + 1)) for n in range(1, 8)]
    war = Extent(day(1948, 5, 15), day(1948, 5, 16))
    assert focus([war, *week]) == (day(2031, 3, 1), day(2031, 3, 8))
    assert focus([war, week[0]]) == (war.start, week[0].end)
    assert focus([]) is None
