"""Word documents: structure, metadata, what is left out and told, and damage."""

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
from reader.formats.docx import read
from reader.formats.kinds import DOCX, TEXT, format_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
STYLES = """<w:style w:styleId="a1"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="a2"><w:name w:val="مخصص"/><w:basedOn w:val="a1"/></w:style>
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="L"><w:name w:val="List Bullet"/></w:style>
<w:style w:styleId="C"><w:name w:val="caption"/></w:style>
<w:style w:styleId="o"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:styleId="loop"><w:name w:val="y"/><w:basedOn w:val="loop"/></w:style>"""


def word(body: str, **parts: str) -> bytes:
    """Return a Word document of that body; parts are the insides of other files."""
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{R}/{kind}" Target="{kind}.xml"/>'
        for n, kind in enumerate(["styles", *parts])
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    roots = {"styles": "styles", "footnotes": "footnotes", "header": "hdr"}
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/><Relationship Id="c" '
        'Type="http://x/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{relations}'
        "</Relationships>",
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{body}</w:body>'
        "</w:document>",
        "docProps/core.xml": parts.pop("core", "<core/>"),
    }
    for name, inside in {"styles": STYLES, **parts}.items():
        files[f"word/{name}.xml"] = f'<w:{roots[name]} xmlns:w="{W}">{inside}</w:{roots[name]}>'
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in files.items():
            zipped.writestr(name, content)
    return file.getvalue()


def p(words: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:t>{words}</w:t></w:r></w:p>"


def opened(data: bytes) -> Document:
    (document,) = read(data, Reading("a.docx"))
    assert isinstance(document, Document)
    return document


def kinds(document: Document) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, b.span.of(document.text)) for b in document.blocks]


def test_styles_say_what_paragraphs_are() -> None:
    numbered = '<w:numPr><w:numId w:val="3"/></w:numPr>'
    body = (
        p("عنوان", "T")
        + p("فصل", "a2")
        + p("باب", "o")
        + p("بند", "L")
        + p("صورة", "C")
        + p("نص", "loop")
        + f"<w:p><w:pPr>{numbered}</w:pPr><w:r><w:t>رقم</w:t></w:r></w:p>"
    )
    document = opened(word(body))
    assert document.title == "عنوان"
    assert kinds(document) == [
        ("title", 0, "عنوان"),
        ("heading", 2, "فصل"),
        ("heading", 1, "باب"),
        ("list_item", 0, "بند"),
        ("caption", 0, "صورة"),
        ("paragraph", 0, "نص"),
        ("list_item", 0, "رقم"),
    ]


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<w:r><w:t>ا</w:t></w:r><w:r><w:t>ب</w:t></w:r>", "اب"),
        ("<w:r><w:t>ا</w:t><w:tab/><w:t>ب</w:t></w:r>", "ا\tب"),
        ("<w:r><w:t>ا</w:t><w:br/><w:t>ب</w:t></w:r>", "ا\nب"),
        ('<w:r><w:t>ا</w:t><w:br w:type="page"/><w:t>ب</w:t></w:r>', "ا ب"),
        ("<w:del><w:r><w:delText>ا</w:delText></w:r></w:del><w:ins><w:r><w:t>ب</w:t></w:r></w:ins>", "ب"),  # noqa: E501 - one paragraph
        ("<w:moveFrom><w:r><w:t>ا</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>ب</w:t></w:r></w:moveTo>", "ب"),  # noqa: E501 - one paragraph
        ("<w:hyperlink><w:r><w:t>رابط</w:t></w:r></w:hyperlink>", "رابط"),
        ("<w:smartTag><w:smartTag><w:r><w:t>حلب</w:t></w:r></w:smartTag></w:smartTag>", "حلب"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>حقل</w:t></w:r></w:sdtContent></w:sdt>", "حقل"),
        ("<w:r><w:fldChar/><w:instrText>PAGE</w:instrText><w:t>5</w:t></w:r>", "5"),
        ("<w:ruby><w:rt><w:r><w:t>ا</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>ب</w:t></w:r></w:rubyBase></w:ruby>", "ب"),  # noqa: E501 - one paragraph
        ("<mc:AlternateContent><mc:Choice><w:r><w:t>ا</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>ا</w:t></w:r></mc:Fallback></mc:AlternateContent>", "ا"),  # noqa: E501 - one paragraph
    ],
)  # fmt: skip
def test_what_a_paragraph_says(inside: str, words: str) -> None:
    assert opened(word(f"<w:p>{inside}</w:p>")).text == words


def test_cells_notes_and_text_boxes_follow_in_order() -> None:
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    box = f"<w:r><w:pict><w:txbxContent>{p('إطار')}</w:txbxContent></w:pict></w:r>"
    note = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    body = (
        f"<w:p><w:r><w:t>قبل</w:t></w:r>{note}{box}</w:p>"
        f"<w:tbl>{row.format(p('ا'), p('ب'))}{row.format(p('ج'), p('د'))}</w:tbl>"
        f"<w:tbl><w:tr><w:tc>{p('مؤطر')}</w:tc></w:tr></w:tbl>"
        f"<w:sdt><w:sdtContent>{p('بعد')}</w:sdtContent></w:sdt>"
    )
    document = opened(word(body, footnotes=f'<w:footnote w:id="7">{p("حاشية")}</w:footnote>'))
    assert [(kind, text) for kind, _, text in kinds(document)] == [
        ("paragraph", "قبل"),
        ("note", "حاشية"),
        ("paragraph", "إطار"),
        ("cell", "ا"),
        ("cell", "ب"),
        ("cell", "ج"),
        ("cell", "د"),
        ("paragraph", "مؤطر"),
        ("paragraph", "بعد"),
    ]


def test_properties_name_author_and_day() -> None:
    core = (
        '<c xmlns:d="http://purl.org/dc/terms/"><title>خبر</title><creator>ليلى</creator>'
        "<d:created>2024-03-15T08:00:00Z</d:created></c>"
    )
    document = opened(word(p("نص"), core=core))
    assert (document.title, document.author) == ("خبر", "ليلى")
    assert document.published == date(2024, 3, 15)
    old = opened(word(p("جرى ذلك في عام 1998."), core=core))
    assert old.published is None
    assert [n.code for n in old.notices] == ["file-day"]


def test_what_is_left_out_is_told() -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>سر</w:t></w:r><w:r><w:t>نص</w:t></w:r></w:p>"
    document = opened(word(hidden, header=p("الجريدة")))
    assert document.text == "نص"
    assert [(n.code, "الجريدة" in n.words) for n in document.notices] == [
        ("hidden-text", False),
        ("running-text", True),
    ]


def test_other_files_of_office_are_named() -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    with pytest.raises(InputError, match=r"Word 97"):
        opened(old)
    with pytest.raises(InputError, match="encrypted"):
        opened(old + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(InputError, match="damaged"):
        opened(b"PK\x03\x04")
    with pytest.raises(InputError, match="no text"):
        opened(word(""))


def test_its_bytes_tell_the_format() -> None:
    assert format_of("a.txt", word(p("نص"))[:4096]) is DOCX
    assert format_of("a.txt", b"PK") is TEXT


GOOD = word(p("عنوان", "T") + p("نص طويل"), footnotes="")


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=6))
def test_damage_is_refused_by_name(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    with suppress(InputError):
        opened(bytes(data))


@given(st.text('<>/wprtbl:=" اsdtCongm', max_size=40))
def test_any_body_is_read_or_refused(body: str) -> None:
    with suppress(InputError):
        opened(word(f"{p('نص')}{body}"))


def test_nesting_beyond_reason_is_refused() -> None:
    with pytest.raises(InputError, match="XML"):
        opened(word("<w:sdt>" * 5000 + p("نص") + "</w:sdt>" * 5000))
    deep = "<w:tbl><w:tr><w:tc>" * 80 + p("نص") + "</w:tc></w:tr></w:tbl>" * 80
    assert opened(word(deep)).text == "نص"
