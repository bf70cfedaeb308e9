"""Files that programs other than ours wrote: every word, in order, in the right paragraphs.

docs/formats.md has the table; make_files.py made the files.
"""

import re
from pathlib import Path
from unicodedata import normalize

import pytest

from reader.core.types import Document
from reader.formats.base import Reading
from reader.formats.kinds import format_of, load

FILES = Path(__file__).parent / "files" / "papers"
TABLE = [
    row.split("\t") for row in (FILES / "files.tsv").read_text("utf-8").splitlines()[1:] if row
]


def opened(name: str) -> list[Document]:
    data = (FILES / name).read_bytes()
    known = format_of(name, data[:4096])
    assert name.endswith(f".{known.name}")
    items = list(load(known)(data, Reading(name)))
    assert all(isinstance(item, Document) for item in items)
    return [item for item in items if isinstance(item, Document)]


@pytest.mark.parametrize(("name", "expected"), [(row[0], row[2]) for row in TABLE])
def test_all_words_in_order_in_their_paragraphs(name: str, expected: str) -> None:
    text = (FILES / "expected" / f"{expected}.txt").read_text("utf-8")
    paragraphs = [normalize("NFC", " ".join(line.split())) for line in text.splitlines()]
    found = [
        normalize("NFC", " ".join(block.span.of(document.text).split()))
        for document in opened(name)
        for block in document.blocks
    ]
    assert " ".join(found).split() == " ".join(paragraphs).split()
    assert found == paragraphs


def test_words_that_ocrmypdf_has_put_under_a_picture() -> None:
    (document,) = opened("ocrmypdf-wire.pdf")
    read = (FILES / "expected" / "ocr.txt").read_text("utf-8")
    assert _letters(document.text) == _letters(read)


def _letters(text: str) -> list[str]:
    """Return the words of two letters and more, without the marks, which the layer leaves out."""
    return re.findall(r"[^\W\d_]{2,}", re.sub("[\u064b-\u0655]", "", text))


def test_there_are_ten_files_of_each_format() -> None:
    names = [row[0] for row in TABLE]
    files = {path.name for path in FILES.iterdir() if path.suffix not in {".tsv", ""}}
    assert files == {*names, "ocrmypdf-wire.pdf"}
    for suffix in ("pdf", "docx", "odt", "rtf", "epub"):
        assert sum(name.endswith(suffix) for name in names) >= 10


def test_dates_and_authors_of_the_programs_that_wrote_them() -> None:
    (document,) = opened("pandoc-md-notes.docx")
    assert (document.author, str(document.published)) == ("ليلى حداد", "2024-03-15")
    (document,) = opened("lo-fodt-office.odt")
    assert (document.author, str(document.published)) == ("سامر نجار", "2024-03-15")
