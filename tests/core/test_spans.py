from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.spans import SpanIndex, covering
from reader.core.types import Span

SPANS = [Span(0, 3), Span(3, 5), Span(8, 10)]


@st.composite
def disjoint(draw):
    edges = sorted(draw(st.sets(st.integers(0, 60), max_size=20)))
    return [Span(a, b) for a, b in pairwise(edges)][::2]


def test_the_covering_span_holds_all():
    assert covering([Span(4, 9), Span(1, 3), Span(5, 6)]) == Span(1, 9)


def test_nothing_is_covered_by_nothing():
    with pytest.raises(ValueError, match="empty"):
        covering([])


@pytest.mark.parametrize(
    ("offset", "index"), [(0, 0), (2, 0), (3, 1), (4, 1), (5, None), (7, None), (9, 2), (10, None)]
)
def test_an_offset_leads_to_the_span_that_holds_it(offset, index):
    assert SpanIndex(SPANS).at(offset) == index


@pytest.mark.parametrize(
    ("span", "indices"),
    [
        (Span(0, 1), [0]),
        (Span(2, 4), [0, 1]),
        (Span(3, 5), [1]),
        (Span(5, 8), []),
        (Span(4, 9), [1, 2]),
        (Span(0, 20), [0, 1, 2]),
    ],
)
def test_spans_that_share_a_character_touch(span, indices):
    assert list(SpanIndex(SPANS).touching(span)) == indices


@given(disjoint(), st.integers(0, 60), st.integers(1, 30))
def test_the_index_finds_what_a_look_at_every_span_finds(spans, start, length):
    index, wanted = SpanIndex(spans), Span(start, start + length)
    assert list(index.touching(wanted)) == [i for i, s in enumerate(spans) if s.overlaps(wanted)]
    holding = [i for i, s in enumerate(spans) if s.contains(Span(start, start + 1))]
    assert index.at(start) == (holding[0] if holding else None)
