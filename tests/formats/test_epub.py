"""E-books: articles by their table of contents, structure, what is left out, and damage."""

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
from reader.formats.epub import read
from reader.formats.kinds import EPUB, format_of

CONTAINER = '<container><rootfiles><rootfile full-path="OPS/b.opf"/></rootfiles></container>'
METADATA = (
    '<d:title xmlns:d="d">نشرة</d:title><d:creator xmlns:d="d">ليلى</d:creator>'
    '<d:date xmlns:d="d">2024-03-15</d:date>'
)


def book(chapters: dict[str, str], nav: str = "", guide: str = "") -> bytes:
    """Return a book of chapters: the names of their files and their bodies."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(chapters)))
    listed = '<item id="n" href="nav.xhtml" properties="nav"/>' if nav else ""
    opf = (
        f'<package xmlns="o"><metadata>{METADATA}</metadata><manifest>{listed}{items}</manifest>'
        f'<spine><itemref idref="n"/>{spine}</spine><guide>{guide}</guide></package>'
    )
    pages = {
        name: f'<html xmlns="h" xmlns:e="e"><head><title>t</title></head><body>{body}</body></html>'
        for name, body in {
            **chapters,
            "nav.xhtml": f'<nav e:type="toc"><ol>{nav}</ol></nav>',
        }.items()
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in (
            ("META-INF/container.xml", CONTAINER),
            ("OPS/b.opf", opf),
            *((f"OPS/{name}", page) for name, page in pages.items()),
        ):
            zipped.writestr(name, content)
    return file.getvalue()


def opened(data: bytes) -> list[Document]:
    items = list(read(data, Reading("a.epub")))
    assert all(isinstance(item, Document) for item in items)
    return [item for item in items if isinstance(item, Document)]


def test_entries_of_the_contents_are_articles() -> None:
    nav = '<li><a href="1.xhtml">الأول</a><ol/></li><li><a href="2.xhtml#x">الثاني</a></li>'
    chapters = {"1.xhtml": "<h1>ا</h1><p>نص</p>", "1b.xhtml": "<p>تتمة</p>", "2.xhtml": "<p>ب</p>"}
    first, second = opened(book(chapters, nav))
    assert (first.source, first.title, first.text) == ("a.epub#OPS/1.xhtml", "الأول", "ا\nنص\nتتمة")
    assert [b.part for b in first.blocks] == ["OPS/1.xhtml", "OPS/1.xhtml", "OPS/1b.xhtml"]
    assert (second.source, second.title, second.text) == ("a.epub#OPS/2.xhtml", "الثاني", "ب")
    assert (first.author, first.published) == ("ليلى", date(2024, 3, 15))


def test_a_book_of_one_article_is_named_by_itself() -> None:
    (document,) = opened(book({"1.xhtml": "<p>نص</p>"}))
    assert (document.source, document.title) == ("a.epub", "نشرة")


def test_pages_about_the_book_are_left_out_and_told() -> None:
    chapters = {
        "c.xhtml": "<p>غلاف</p>",
        "t.xhtml": '<section e:type="titlepage"><p>نشرة</p></section>',
        "1.xhtml": "<p>نص</p>",
    }
    (document,) = opened(book(chapters, guide='<reference type="cover" href="c.xhtml"/>'))
    assert document.text == "نص"
    assert [(n.code, "OPS/c.xhtml, OPS/t.xhtml" in n.words) for n in document.notices] == [
        ("front-matter", True)
    ]


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("<h2>فصل</h2>ا<p>ب\n ج</p>د", [("heading", "فصل"), ("paragraph", "ا"), ("paragraph", "ب ج"), ("paragraph", "د")]),  # noqa: E501 - a chapter
        ("<ul><li><p>ا</p></li><li>ب</li></ul>", [("list_item", "ا"), ("list_item", "ب")]),
        ("<table><tr><td>ا</td><th>ب</th></tr></table>", [("cell", "ا"), ("cell", "ب")]),
        ("<blockquote><p>قول</p></blockquote>", [("quote", "قول")]),
        ("<figure><img alt='x'/><figcaption>صورة</figcaption></figure>", [("caption", "صورة")]),
        ("<p>ا<br/>ب<b>ج</b></p>", [("paragraph", "ا"), ("paragraph", "بج")]),
        ('<p>ا<a e:type="noteref"><sup>1</sup></a>ب<a href="#n2">[2]</a></p>', [("paragraph", "اب")]),  # noqa: E501 - a chapter
        ('<aside e:type="footnote"><p>حاشية</p></aside>', [("note", "حاشية")]),
        ("<p>ا<ruby>ب<rt>ج</rt></ruby></p><script>x</script>", [("paragraph", "اب")]),
    ],
)  # fmt: skip
def test_structure(body: str, blocks: list[tuple[str, str]]) -> None:
    (document,) = opened(book({"1.xhtml": body}))
    assert [(b.kind, b.span.of(document.text)) for b in document.blocks] == blocks


def test_a_chapter_that_is_not_well_formed_is_mended_and_told() -> None:
    (document,) = opened(book({"1.xhtml": "<p>نص&nbsp;طويل<p>آخر"}))
    assert document.text == "نص\u00a0طويل\nآخر"
    assert [n.code for n in document.notices] == ["mended"]


def test_entities_of_its_document_type_are_characters() -> None:
    data = book({"1.xhtml": "<p>نص</p>"})
    page = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x.dtd"><html><body><p>ا&nbsp;ب&x;</p></body></html>'  # noqa: E501 - a page
    file = BytesIO(data)
    rewritten = BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(rewritten, "w") as new:
        for name in old.namelist():
            new.writestr(name, page if name.endswith("1.xhtml") else old.read(name))
    (document,) = opened(rewritten.getvalue())
    assert document.text == "ا\u00a0ب"


def test_copy_protection_is_named_and_encrypted_fonts_are_not() -> None:
    encrypted = (
        '<encryption><EncryptedData><EncryptionMethod Algorithm="{}"/><CipherData>'
        '<CipherReference URI="OPS/1.xhtml"/></CipherData></EncryptedData></encryption>'
    )
    chapters = {"1.xhtml": "<p>نص</p>"}
    fonts = encrypted.format("http://www.idpf.org/2008/embedding")
    data = _with(book(chapters), "META-INF/encryption.xml", fonts)
    assert opened(data)[0].text == "نص"
    data = _with(book(chapters), "META-INF/encryption.xml", encrypted.format("aes"))
    with pytest.raises(InputError, match="DRM"):
        opened(data)


def _with(data: bytes, name: str, content: str) -> bytes:
    file = BytesIO(data)
    with zipfile.ZipFile(file, "a") as zipped:
        zipped.writestr(name, content)
    return file.getvalue()


def test_damage_is_named() -> None:
    with pytest.raises(InputError, match="container"):
        opened(_with(b"", "mimetype", ""))
    with pytest.raises(InputError, match="no text"):
        opened(book({"1.xhtml": ""}))


def test_its_bytes_tell_the_format() -> None:
    assert format_of("a.zip", book({"1.xhtml": ""})[:4096]) is EPUB


GOOD = book({"1.xhtml": "<h1>ا</h1><p>نص</p>"}, '<li><a href="1.xhtml">الأول</a></li>')


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=6))
def test_any_damage_is_refused_by_name(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    with suppress(InputError):
        opened(bytes(data))


@given(st.text("<>/pahbrdivlt&;= \"'انص", max_size=60))
def test_any_chapter_is_read(body: str) -> None:
    with suppress(InputError):
        opened(book({"1.xhtml": body}))
