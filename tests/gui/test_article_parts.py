"""Heights, offsets and look-ups under the reading view."""

from hypothesis import given
from hypothesis import strategies as st

from reader.core.types import Span
from reader.gui.views.article.marks import SpanIndex, without
from reader.gui.views.article.paragraphs import LONG, Heights, Paragraphs
from reader.gui.views.article.shown import TASHKIL, ShownText

words = st.text(alphabet="ابلأم َُِّْ\u0670\u0654aZ7٧😀\t", max_size=60)
texts = st.text(alphabet="اب َ😀\n", max_size=80)
heights = st.lists(st.integers(0, 90), min_size=1, max_size=900)
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60),
                  st.integers(1, 12))  # fmt: skip


@given(words, st.booleans())
def test_each_letter_that_is_drawn_is_found_again_in_the_source(source, tashkil):
    shown = ShownText(source, tashkil=tashkil)
    for offset, char in enumerate(source):
        if tashkil or not TASHKIL.match(char):
            position = shown.position(offset)
            assert shown.offset(position) == offset
            drawn = shown.text.encode("utf-16-le")[position * 2 :].decode("utf-16-le")
            assert drawn.startswith(char.replace("\t", " "))
    assert shown.offset(shown.units) == len(source)


@given(words)
def test_hidden_signs_belong_to_the_letter_before(source):
    shown = ShownText(source, tashkil=False)
    assert shown.text == TASHKIL.sub("", source).replace("\t", " ")
    cuts = [shown.offset(p) for p in range(shown.units + 1)]
    assert cuts == sorted(cuts)
    assert shown.position(len(source)) == shown.units


@given(texts)
def test_paragraphs_are_the_lines(text):
    paragraphs = Paragraphs(text)
    parts = [paragraphs.span(n).of(text) for n in range(len(paragraphs))]
    assert parts == text.split("\n")
    for offset in range(len(text) + 1):
        span = paragraphs.span(paragraphs.at(offset))
        assert span.start <= offset <= span.end


def test_a_line_of_any_length_is_drawn_in_short_pieces():
    for text in ("كلمة " * 9_000, "ب" * 40_000):
        paragraphs = Paragraphs(text)
        pieces = [paragraphs.span(n) for n in range(len(paragraphs))]
        assert "".join(piece.of(text) for piece in pieces) == text
        assert max(map(len, pieces)) <= LONG


@given(heights, st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 90)), max_size=9))
def test_heights_add_up_and_are_found_by_place(values, mends):
    mended = Heights(values)
    for number, height in mends:
        mended[number % len(values)] = values[number % len(values)] = height
    assert mended.total == sum(values)
    assert [mended.top(n) for n in range(len(values))] == [
        sum(values[:n]) for n in range(len(values))
    ]
    places = [0, 1, sum(values) / 2, sum(values) - 1]
    for y in (y for y in places if 0 <= y < sum(values)):
        number = mended.at(y)
        assert mended.top(number) <= y < mended.top(number) + values[number]
        assert mended.places([y]) == [(number, y - mended.top(number))]


@given(st.lists(spans, max_size=30), spans)
def test_what_touches_a_part_is_found(found, part):
    index = SpanIndex(found, lambda span: span)
    touching = [s for s in found if s.overlaps(part)]
    assert index.touching(part) == sorted(touching, key=lambda s: (s.start, -s.end))


@given(spans, st.lists(spans, max_size=5))
def test_what_lies_in_no_other_span_is_left(span, others):
    left = {n for part in without(span, others) for n in range(part.start, part.end)}
    covered = {n for other in others for n in range(other.start, other.end)}
    assert left == set(range(span.start, span.end)) - covered
