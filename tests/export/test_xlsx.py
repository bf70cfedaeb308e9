"""The workbook, read back with another library."""

import io
import re
from dataclasses import replace

import pytest
from articles import HOSTILE, SEED, hostile
from openpyxl import load_workbook

from reader.core.types import Analysis, Block, Paragraph, Span
from reader.export import format_named, xlsx
from reader.export.cells import RISK
from reader.formats.text import from_text


def read_back(analysis):
    return load_workbook(io.BytesIO(format_named("xlsx").write(analysis)))


def rows(sheet):
    head, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in found]


def long_text(*paragraphs):
    text = "\n".join(paragraphs)
    spans, start = [], 0
    for words in paragraphs:
        spans.append(Paragraph(Span(start, start + len(words))))
        start += len(words) + 1
    return Analysis(from_text(text), paragraphs=tuple(spans))


def test_each_finding_is_a_row_of_its_sheet():
    book = read_back(SEED)
    assert book.sheetnames == ["Entities", "Events", "Times", "Repeats", "Article"]
    for name, items in (
        ("Entities", SEED.entities),
        ("Events", SEED.events),
        ("Times", SEED.times),
    ):
        assert [row["id"] for row in rows(book[name])] == [item.id for item in items]
    text = SEED.document.text
    for row, repetition in zip(rows(book["Repeats"]), SEED.repetitions, strict=True):
        assert (row["start"], row["of_end"]) == (repetition.span.start, repetition.of.end)
    for row in rows(book["Article"]):
        assert row["text"] == text[row["start"] : row["end"]]


def test_sheets_read_right_to_left_under_their_heads():
    for sheet in read_back(SEED):
        assert sheet.sheet_view.rightToLeft
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")


def test_words_are_never_formulas_or_links():
    book = read_back(hostile())
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
                if isinstance(cell.value, str) and RISK.match(cell.value):
                    assert cell.quotePrefix
    expected = re.sub("[\0\ud800]", "\ufffd", HOSTILE[:-4])
    assert rows(book["Entities"])[0]["name"] == expected


def test_a_cell_holds_no_more_than_a_spreadsheet_takes_and_says_so():
    sheet = read_back(long_text("\U0001f600" * 20_000, "نص"))["Article"]
    cell = sheet.cell(2, 6)
    assert cell.value == "\U0001f600" * 16_383
    assert "left out" in cell.comment.text
    assert sheet.cell(3, 6).comment is None


def test_a_sheet_ends_where_a_spreadsheet_does(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    sheet = read_back(long_text("أ", "ب", "ت"))["Article"]
    assert sheet.max_row == 3
    assert "left out" in sheet.cell(3, 1).comment.text


@pytest.mark.parametrize("kind", ["heading", "cell"])
def test_the_article_tells_what_its_file_said_of_each_paragraph(kind):
    found = long_text("عنوان", "نص")
    block = Block(Span(0, 5), kind, page=3)
    found = replace(found, document=replace(found.document, blocks=(block,)))
    first, second = rows(read_back(found)["Article"])
    assert (first["kind"], first["page"]) == (kind, 3)
    assert (second["kind"], second["page"]) == ("paragraph", None)
