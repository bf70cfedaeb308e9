"""The part of a long text that is in sight, wherever the reader goes in it."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.types import Span
from reader.gui.fonts import reading_font
from reader.gui.views.article.column import ABOVE, BELOW, Column
from reader.gui.views.article.folds import Fold
from reader.gui.views.article.layouts import Setting

LINES = [f"{n} " + "كلمات قليلة في سطر " * (n * 7 % 23) for n in range(1_500)]
TEXT = "\n".join(LINES)
STARTS = [sum(len(line) + 1 for line in LINES[:n]) for n in range(0, len(LINES), 50)]
offsets = st.integers(0, len(TEXT) - 1)
moves = st.one_of(
    st.tuples(st.just("scroll_by"), st.floats(-2_000, 2_000)),
    st.tuples(st.just("go_to"), st.floats(0, 200_000)),
    st.tuples(st.just("show"), offsets),
    st.tuples(st.just("width"), st.integers(200, 900)),
    st.tuples(st.just("open"), st.frozensets(st.integers(0, 9))),
)


@pytest.fixture(scope="module")
def folds(qapp):  # noqa: ARG001 - fonts need it
    def fold(number):
        first, last = STARTS[number * 3], STARTS[number * 3 + 1 + number % 2]
        blocks = TEXT.count("\n", 0, first), TEXT.count("\n", 0, last)
        return Fold((number,), blocks, Span(first, last - 1))

    return [fold(number) for number in range(10)]


def move(column, kind, value, folds):
    if kind == "show":
        column.show(Span(value, value + 1), margin=10, fraction=0.3)
    elif kind == "width":
        column.set_setting(Setting(reading_font(16), float(value), 150.0))
    elif kind == "open":
        column.set_folds(folds, value)
    else:
        getattr(column, kind)(value)


@settings(max_examples=60, deadline=None)
@given(st.lists(moves, max_size=12))
def test_what_is_in_sight_fills_the_view_and_hangs_together(folds, steps):
    column = Column()
    column.view = 600.0
    column.set_text(TEXT, 0)
    column.set_folds(folds, frozenset())
    for kind, value in steps:
        move(column, kind, value, folds)
        assert -0.01 <= column.y <= column.bottom + 0.01
        placed = list(column.placed())
        assert placed
        assert not any(column.is_hidden(one.span.start) for one in placed)
        assert placed[0].at.y() <= ABOVE + 60
        last = placed[-1]
        assert last.at.y() + last.layout.height >= column.view - BELOW - 60
        for above, below in pairwise(placed):
            gap = below.at.y() - above.at.y() - above.layout.height
            fold = column.fold_of(below.number)
            begins = fold is not None and folds[fold].blocks[0] == below.number
            jumped = below.number > above.number + 1
            assert gap > 20 if begins or jumped else abs(gap) <= 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(-900, 900), max_size=20), st.floats(10_000, 150_000))
def test_what_is_read_moves_by_what_is_scrolled(steps, start):
    column = Column()
    column.view = 600.0
    column.set_text(TEXT, 0)
    column.go_to(start)
    for step in steps:
        before = {one.number: one.at.y() for one in column.placed()}
        column.scroll_by(step)
        for one in column.placed():
            if one.number in before:
                assert abs(before[one.number] - step - one.at.y()) <= 1.01
