from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.address import Address, address_of, parse


@given(
    st.text(min_size=1).filter(lambda s: not any(0xD800 <= ord(c) < 0xE000 for c in s)),
    st.integers(1, 10**8),
)
def test_an_address_is_read_as_it_was_written(article, number):
    for address in (Address(article, sentence=number), Address(article, offset=number)):
        assert parse(str(address)) == address


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("s12", Address("", sentence=12)),
        ("#s12", Address("", sentence=12)),
        (" #c0 ", Address("", offset=0)),
        ("qari://#s3", Address("", sentence=3)),
        ("s0", None),
        ("12", None),
        ("http://example.org/#s12", None),
        ("qari://file#s12345678901", None),
        ("", None),
    ],
)
def test_what_is_and_what_is_not_an_address(text, expected):
    assert parse(text) == expected


def test_a_file_is_named_by_its_path_and_a_pasted_text_by_its_id():
    here = address_of(Path("/أخبار/خبر 1.txt"), "ab" * 32, sentence=4)
    assert str(here).startswith("qari:///%D8")
    assert " " not in str(here)
    pasted = address_of(None, "ab" * 32, offset=9)
    assert str(pasted) == "qari://abababababababab#c9"
    assert pasted.is_id
    assert not here.is_id
