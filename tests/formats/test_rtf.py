"""RTF: encodings, structure, what is left out and told, and damage."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.types import Document
from reader.errors import InputError
from reader.formats.base import Reading
from reader.formats.kinds import RTF, format_of
from reader.formats.rtf import read

HEAD = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset178 B;}}"
    r"{\stylesheet{\s0 Normal;}{\s1 heading 2;}{\s2 Title;}{\s3 Quotations;}}"
    r"{\info{\title \u1582?\u1576?\u1585?}{\author Layla}{\creatim\yr2024\mo3\dy15}}"
)


def rtf(body: str) -> bytes:
    return f"{HEAD}{body}}}".encode("latin-1")


def opened(data: bytes) -> Document:
    (document,) = read(data, Reading("a.rtf"))
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\f1 \'d3\'e1\'c7\'e3 \f0 caf\'e9\par", "سلام café"),
        (r"\ansicpg1256 \'d3\'e1\'c7\'e3\par", "سلام"),
        (r"\u1587?\u1604?\u1575?\u1605?\par", "سلام"),
        (r"\uc2\u1587\'d3\'d3\u1604ab\par", "سل"),
        (r"\uc0\u1587\u1604\par", "سل"),
        (r"\u-10179?\u-8704?\par", "😀"),
        (r"a{\b b}c\line d\tab e\par", "abc\nd\te"),
        (r"a\~b\_c\-d\{\\\}\par", "a\u00a0b\u2011cd{\\}"),
        (r"a{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}b\par", "alinkb"),
        (r"a{\*\unknown b}{\pict 0102}c\par", "ac"),
        (r"a{\*\shppict x}{\shp{\*\shpinst{\sp{\sn n}{\sv v}}{\shptxt box\par}}}\par", "abox"),
        (r"a\bin3 }}}b\par", "ab"),
        (r"{\deleted a}{\revised b}\par", "b"),
        ("a\\\nb\\par", "a\nb"),
    ],
)
def test_what_a_paragraph_says(body: str, text: str) -> None:
    assert opened(rtf(body)).text == text


def test_structure() -> None:
    body = (
        r"\pard\s2 T\par\pard\s1 H\par\pard\outlinelevel0 O\par\pard\s3 Q\par"
        r"\pard\ls1 {\listtext 1.}L\par\pard \bullet \tab B\par"
        r"\trowd\intbl a\cell b\cell\row\pard p{\super\chftn{\footnote\pard n\par}}q\par"
    )
    document = opened(rtf(body))
    assert [(b.kind, b.level, b.span.of(document.text)) for b in document.blocks] == [
        ("title", 0, "T"),
        ("heading", 2, "H"),
        ("heading", 1, "O"),
        ("quote", 0, "Q"),
        ("list_item", 0, "L"),
        ("list_item", 0, "B"),
        ("cell", 0, "a"),
        ("cell", 0, "b"),
        ("paragraph", 0, "pq"),
        ("note", 0, "n"),
    ]


def test_metadata_and_what_is_left_out() -> None:
    document = opened(rtf(r"{\header The Daily\par}text{\v secret}\par"))
    assert (document.title, document.author, str(document.published)) == (
        "خبر",
        "Layla",
        "2024-03-15",
    )
    assert document.text == "text"
    assert [n.code for n in document.notices] == ["running-text", "hidden-text"]


def test_what_is_no_rtf_is_refused() -> None:
    for data in (b"", b"{\\r", rtf("")):
        with pytest.raises(InputError):
            opened(data)


def test_a_code_page_that_nobody_knows_is_no_matter() -> None:
    (document,) = read(b"{\\rtf1\\ansi\\ansicpg1 caf\xe9 \\'e9t\\'e9}", Reading("a.rtf"))
    assert document.text == "café été"


def test_deep_nesting_and_unended_groups_are_read() -> None:
    assert opened(rtf("{" * 100_000 + "a")).text == "a"
    assert opened(rtf("}" * 1000 + r"a\par")).text == "a"


def test_its_bytes_tell_the_format() -> None:
    assert format_of("a.doc", rtf("")) is RTF


@given(st.text("\\{}'*uparcelbinfotbvs0123-; \n", max_size=80))
def test_any_bytes_are_read_or_refused(body: str) -> None:
    with suppress(InputError):
        opened(rtf(body))


@given(st.binary(max_size=60))
def test_any_tail_is_read_or_refused(tail: bytes) -> None:
    with suppress(InputError):
        opened(HEAD.encode() + tail)
