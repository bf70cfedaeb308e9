"""PDF: what is refused by name, what is told, and how lines become paragraphs."""

import pytest

from reader.core.types import Document
from reader.errors import InputError
from reader.formats.base import Reading
from reader.formats.kinds import PDF, format_of
from reader.formats.pdf import read

LINE = "BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET"


def pdf(*pages: str, info: str = "", extra: str = "") -> bytes:
    """Return a PDF of pages with these contents, in Helvetica, 400 by 600 points."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for n, content in enumerate(pages):
        objects += [
            (
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Resources<</Font<</F1 3 0 R>>>>"
                f"/Contents {5 + 2 * n} 0 R {extra}>>"
            ),
            f"<</Length {len(content)}>>stream\n{content}\nendstream",
        ]
    objects.append(f"<<{info}>>")
    out, places = "%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{item}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R"
        f"/Info {size - 1} 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    ).encode()


def page(*lines: tuple[int, int, str], size: int = 12) -> str:
    return "\n".join(LINE.format(x=x, y=y, words=words, size=size) for x, y, words in lines)


def opened(data: bytes) -> Document:
    (document,) = read(data, Reading("a.pdf"))
    assert isinstance(document, Document)
    return document


def texts(document: Document) -> list[tuple[str, int | None, str]]:
    return [(b.kind, b.page, b.span.of(document.text)) for b in document.blocks]


FULL = "These words fill the whole line of the page to its end now"


def test_a_long_paper_tells_how_far_it_is_read() -> None:
    told: list[float] = []
    pages = [page((40, 560, f"Page {n} of it")) for n in ("one", "two", "three", "four")]
    list(read(pdf(*pages), Reading("a.pdf", progress=told.append)))
    assert told == [0, 0.25, 0.5, 0.75]


def test_lines_join_and_a_space_parts_paragraphs() -> None:
    content = page(
        (40, 560, FULL), (40, 545, FULL), (40, 530, "short."), (40, 500, FULL), (40, 485, "end.")
    )
    assert texts(opened(pdf(content))) == [
        ("paragraph", 1, f"{FULL} {FULL} short."),
        ("paragraph", 1, f"{FULL} end."),
    ]


def test_a_paragraph_goes_on_over_a_page() -> None:
    first = page((40, 560, FULL), (40, 545, FULL))
    other = FULL.replace("These", "Other")
    second = page((40, 560, other), (40, 545, "end."), (40, 515, FULL))
    assert texts(opened(pdf(first, second))) == [
        ("paragraph", 1, f"{FULL} {FULL} {other} end."),
        ("paragraph", 2, FULL),
    ]


def test_a_broken_word_becomes_whole_and_a_compound_stays() -> None:
    content = page(
        (40, 560, f"{FULL[:-7]}negoti-"), (40, 545, "ations and the well-"), (40, 530, "known end")
    )
    text = opened(pdf(content)).text.replace("\n", " ")
    assert "negotiations and" in text
    assert "well-known" in text.replace("- ", "-")


def test_sizes_make_headings() -> None:
    content = "\n".join(
        [
            page((40, 560, "A title"), size=24),
            page((40, 520, FULL), (40, 505, "end.")),
            page((40, 470, "A heading"), size=16),
            page((40, 440, FULL), (40, 425, "end.")),
        ]
    )
    document = opened(pdf(content))
    assert [(b.kind, b.level) for b in document.blocks] == [
        ("title", 0),
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
    ]
    assert document.title == "A title"


def test_what_repeats_on_pages_is_left_out_and_told() -> None:
    pages = [
        page(
            (40, 585, "The Daily"), (40, 540, f"Page {w} has its own words."), (190, 20, f"{n} / 3")
        )
        for n, w in ((1, "one"), (2, "two"), (3, "three"))
    ]
    document = opened(pdf(*pages))
    assert "Daily" not in document.text
    assert document.text.count("own words") == 3
    assert [(n.code, n.words.partition(": ")[2]) for n in document.notices] == [
        ("running-text", "The Daily; 1 / 3")
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [(40, 560 - 15 * n, f"left words number {n} go here") for n in range(8)]
    right = [(220, 560 - 15 * n, f"right words number {n} go on") for n in range(8)]
    text = opened(pdf(page(*left, *right))).text
    assert text.index("left words number 7") < text.index("right words number 0")


def test_cells_of_a_table_are_read_by_rows() -> None:
    rows = [(x, 560 - 20 * n, f"{c}{n}") for n in range(3) for x, c in ((40, "a"), (200, "b"))]
    document = opened(pdf(page(*rows)))
    assert document.text.split("\n") == ["a0", "b0", "a1", "b1", "a2", "b2"]
    assert {b.kind for b in document.blocks} == {"cell"}


def test_metadata() -> None:
    info = "/Title(News)/Author(Layla)/CreationDate(D:20240315083000Z)/Creator(Writer)"
    document = opened(pdf(page((40, 560, FULL)), info=info))
    assert (document.title, document.author, str(document.published)) == (
        "News",
        "Layla",
        "2024-03-15",
    )
    for maker in ("Chromium", "ocrmypdf 14"):
        printed = opened(pdf(page((40, 560, FULL)), info=info.replace("Writer", maker)))
        assert printed.published is None
    junk = opened(pdf(page((40, 560, FULL)), info="/Title(Microsoft Word - a.doc)"))
    assert junk.title is None


def test_a_page_of_pictures_is_named_as_needing_ocr() -> None:
    document = opened(pdf(page((40, 560, FULL)), "0 0 100 100 re f"))
    assert [(n.code, n.page) for n in document.notices] == [("needs-ocr", 2)]
    with pytest.raises(InputError, match="ocrmypdf"):
        opened(pdf("0 0 100 100 re f"))


def test_what_stands_across_a_page_is_told() -> None:
    stamp = "BT /F1 40 Tf .7 .7 -.7 .7 100 200 Tm (DRAFT) Tj ET"
    document = opened(pdf(f"{page((40, 560, FULL))}\n{stamp}"))
    assert document.text == FULL
    assert [n.code for n in document.notices] == ["turned-text"]


def test_a_page_that_lies_on_its_side_is_read() -> None:
    lines = "\n".join(
        f"BT /F1 12 Tf 0 1 -1 0 {x} 40 Tm ({w}) Tj ET" for x, w in ((40, FULL), (55, "end."))
    )
    assert opened(pdf(lines, extra="/Rotate 90")).text == f"{FULL} end."


def test_damaged_and_encrypted_files_are_named() -> None:
    for data in (b"%PDF-1.4", b"", pdf("")[:60]):
        with pytest.raises(InputError):
            opened(data)


def test_its_bytes_tell_the_format() -> None:
    assert format_of("a.txt", b"\n%PDF-1.7") is PDF
