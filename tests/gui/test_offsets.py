from hypothesis import given
from hypothesis import strategies as st

from reader.core.types import Span
from reader.gui.offsets import Offsets

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


@given(texts, st.data())
def test_positions_are_those_of_utf16(text, data):
    offset = data.draw(st.integers(0, len(text)))
    position = Offsets(text).to_utf16(offset)
    assert position == len(text[:offset].encode("utf-16-le")) // 2
    assert Offsets(text).to_code_point(position) == offset


def test_the_middle_of_a_pair_belongs_to_its_character():
    assert Offsets("أ😀ب").to_code_point(2) == 1
    assert Offsets("أ😀ب").range(Span(1, 3)) == (1, 4)
