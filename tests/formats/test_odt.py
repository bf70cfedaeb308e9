"""OpenDocument texts: structure, what is left out and told, and damage."""

import zipfile
from contextlib import suppress
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.types import Document
from reader.errors import InputError
from reader.formats.base import Reading
from reader.formats.kinds import ODT, format_of
from reader.formats.odt import read

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("o", "office"), ("office", "office"), ("t", "text"), ("s", "style"), ("b", "table"),
        ("d", "drawing"), ("m", "meta"),
    )
)  # fmt: skip
STYLES = (
    '<s:style s:name="P1" s:parent-style-name="Title"/><s:style s:name="Q" '
    's:parent-style-name="Quotations"/><s:style s:name="H" s:default-outline-level="3"/>'
    '<s:style s:name="loop" s:parent-style-name="loop"/>'
    '<s:style s:name="no"><s:text-properties t:display="none"/></s:style>'
)
META = (
    '<o:meta xmlns:c="x"><c:title>خبر</c:title><m:initial-creator>ليلى</m:initial-creator>'
    "<m:creation-date>2024-03-15T08:00:00</m:creation-date></o:meta>"
)


def flat(body: str, masters: str = "") -> bytes:
    return (
        f"<?xml version='1.0'?><office:document {SPACES}>{META}<o:automatic-styles>{STYLES}"
        f"</o:automatic-styles><o:master-styles>{masters}</o:master-styles>"
        f"<o:body><o:text>{body}</o:text></o:body></office:document>"
    ).encode()


def packed(manifest: str = "") -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        zipped.writestr("content.xml", flat("<t:h>عنوان</t:h><t:p>نص</t:p>"))
        zipped.writestr("META-INF/manifest.xml", manifest)
    return file.getvalue()


def opened(data: bytes) -> Document:
    (document,) = read(data, Reading("a.odt"))
    assert isinstance(document, Document)
    return document


def kinds(document: Document) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, b.span.of(document.text)) for b in document.blocks]


def test_structure_and_metadata() -> None:
    body = (
        '<t:p t:style-name="P1">عنوان</t:p><t:h t:outline-level="2">فصل</t:h>'
        '<t:p t:style-name="H">باب</t:p><t:p t:style-name="Q">قول</t:p>'
        "<t:list><t:list-item><t:p>بند</t:p><t:list><t:list-item><t:p>فرع</t:p></t:list-item>"
        "</t:list></t:list-item></t:list><b:table><b:table-row><b:table-cell><t:p>ا</t:p>"
        "</b:table-cell><b:table-cell><t:p>ب</t:p></b:table-cell></b:table-row></b:table>"
        '<t:section><t:p t:style-name="loop">نص</t:p></t:section>'
    )
    document = opened(flat(body))
    assert (document.title, document.author) == ("عنوان", "ليلى")
    assert document.published == date(2024, 3, 15)
    assert kinds(document) == [
        ("title", 0, "عنوان"),
        ("heading", 2, "فصل"),
        ("heading", 3, "باب"),
        ("quote", 0, "قول"),
        ("list_item", 0, "بند"),
        ("list_item", 0, "فرع"),
        ("cell", 0, "ا"),
        ("cell", 0, "ب"),
        ("paragraph", 0, "نص"),
    ]


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("ا\n  ب", "ا ب"),
        ('ا<t:s t:c="2"/>ب', "ا  ب"),
        ("ا<t:tab/>ب<t:line-break/>ج", "ا\tب\nج"),
        ("<t:span>ا<t:a>ب</t:a></t:span>ج", "ابج"),
        ('ا<o:annotation><t:p>تعليق</t:p></o:annotation>ب<t:bookmark t:name="x"/>', "اب"),
        ("ا<t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>ح</t:p></t:note-body></t:note>ب", "اب\nح"),  # noqa: E501 - one paragraph
        ("<d:frame><d:text-box><t:p>إطار</t:p></d:text-box></d:frame>ب", "ب\nإطار"),
        ("<d:custom-shape><t:p>شكل</t:p></d:custom-shape>ب", "ب\nشكل"),
    ],
)  # fmt: skip
def test_what_a_paragraph_says(inside: str, words: str) -> None:
    assert opened(flat(f"<t:p>{inside}</t:p>")).text == words


def test_what_is_left_out_is_told() -> None:
    masters = "<s:master-page><s:header><t:p>الجريدة</t:p></s:header></s:master-page>"
    document = opened(flat('<t:p>نص<t:span t:style-name="no">سر</t:span></t:p>', masters))
    assert document.text == "نص"
    assert [n.code for n in document.notices] == ["hidden-text", "running-text"]


def test_files_that_are_no_text_are_named() -> None:
    with pytest.raises(InputError, match="encrypted"):
        opened(packed("<encryption-data/>"))
    with pytest.raises(InputError, match="but no text"):
        opened(flat("").replace(b"o:text>", b"o:spreadsheet>"))
    with pytest.raises(InputError, match="there is no text"):
        opened(flat(""))


def test_its_bytes_tell_the_format() -> None:
    assert opened(packed()).text == "عنوان\nنص"
    assert format_of("a.zip", packed()[:4096]) is ODT
    assert format_of("a.xml", flat("")[:4096]) is ODT


GOOD = packed()


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=6))
def test_damage_is_refused_by_name(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    with suppress(InputError):
        opened(bytes(data))


def test_nesting_beyond_reason_is_refused() -> None:
    with pytest.raises(InputError, match="XML"):
        opened(flat("<t:section>" * 5000 + "</t:section>" * 5000))
    cell = "<b:table><b:table-row><b:table-cell>"
    end = "</b:table-cell></b:table-row></b:table>"
    assert opened(flat(cell * 80 + "<t:p>نص</t:p>" + end * 80)).text == "نص"
    span = opened(flat("<t:p>" + "<t:span>" * 240 + "نص" + "</t:span>" * 240 + "</t:p>"))
    assert span.text == "نص"
