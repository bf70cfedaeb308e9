"""The document for word processors, read back as the XML that it is."""

import io
from dataclasses import replace
from zipfile import ZipFile

import pytest
from articles import SEED, hostile
from lxml import etree

import reader
from reader.core.corrections.apply import apply
from reader.core.corrections.types import AddMention, Anchor, SetEvent
from reader.core.types import Analysis, Block, Conflict, Notice, Repetition, Span
from reader.export import format_named
from reader.export.encoding import xml_words
from reader.formats.text import from_text
from reader.resources.export import colors

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The order of the schema (ECMA-376, CT_RPr and CT_PPr), of what is written here.
RUN = [
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "strike",
    "color",
    "sz",
    "szCs",
    "u",
    "shd",
    "vertAlign",
    "rtl",
]
PARAGRAPH = ["pStyle", "bidi", "spacing", "ind"]
TABLE = ["tblStyle", "bidiVisual", "tblW"]
MARKS = {"QariSign", "QariNote"}


class Written:
    """A written file: its paragraphs with their styles, and its runs with their looks."""

    def __init__(self, analysis):
        with ZipFile(io.BytesIO(format_named("docx").write(analysis))) as members:
            self.members = {name: members.read(name) for name in members.namelist()}
        self.body = etree.fromstring(self.members["word/document.xml"])[0]
        self.paragraphs = [(style(p), words(p)) for p in self.body.findall(f"{W}p")]

    def looks(self, found):
        """Return the properties of each run that has these words."""
        runs = [r for r in self.body.iter(f"{W}r") if r.findtext(f"{W}t") == found]
        return [{p.tag.removeprefix(W): p for p in r.find(f"{W}rPr")} for r in runs]


def style(paragraph):
    return paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")


def words(paragraph):
    """Return the words of a paragraph but for the marks of notes and signs."""
    runs = paragraph.findall(f"{W}r")
    marked = [r.find(f"{W}rPr/{W}rStyle") for r in runs]
    return "".join(
        r.findtext(f"{W}t")
        for r, mark in zip(runs, marked, strict=True)
        if mark is None or mark.get(f"{W}val") not in MARKS
    )


def corrected(text, *corrections):
    return apply(reader.analyze(from_text(text)), corrections).analysis


def anchor(text, found, kind):
    return Anchor(Span(text.index(found), text.index(found) + len(found)), found, kind)


@pytest.mark.parametrize("analysis", [SEED, hostile(), reader.analyze(from_text("سطر\nآخر"))])
def test_the_words_of_the_article_are_there_in_order(analysis):
    found = [words for _, words in Written(analysis).paragraphs]
    lines = [p.span.of(analysis.document.text) for p in analysis.paragraphs]
    expected = [xml_words(line).replace("\t", " ") for line in lines]
    left = iter(found)
    assert all(line in left for line in expected)
    assert [found.count(line) for line in expected] == [expected.count(line) for line in expected]


@pytest.mark.parametrize("analysis", [SEED, hostile()])
def test_everything_goes_right_to_left_in_the_order_of_the_schema(analysis):
    body = Written(analysis).body
    assert body[-1].tag == f"{W}sectPr"
    for tag, order, needed in (
        ("rPr", RUN, "rtl"),
        ("pPr", PARAGRAPH, "bidi"),
        ("tblPr", TABLE, "bidiVisual"),
    ):
        for properties in body.iter(f"{W}{tag}"):
            names = [p.tag.removeprefix(W) for p in properties]
            assert names == sorted(names, key=order.index)
            assert needed in names


def test_highlights_have_the_colors_of_the_theme_and_a_key():
    text = "قال لأوباما."
    file = Written(corrected(text, AddMention(anchor(text, "أوباما", "PER"))))
    fill = colors()["PER"].removeprefix("#").upper()
    (look,) = file.looks("لأوباما")  # lam and alef are one sign
    assert look["shd"].get(f"{W}fill") == fill
    (key,) = file.looks("شخص")
    assert key["shd"].get(f"{W}fill") == fill


def test_the_status_of_an_event_is_a_line_and_a_sign():
    text = "ثم غادر الوفد."
    trigger = anchor(text, "غادر", "RETREAT")
    file = Written(corrected(text, SetEvent(trigger, modality="planned")))
    assert file.looks("غادر")[0]["u"].get(f"{W}val") == "dash"
    assert all(look["rStyle"].get(f"{W}val") == "QariSign" for look in file.looks("◷"))
    table = file.body.find(f"{W}tbl")
    assert [
        words(row.findall(f"{W}tc")[n].find(f"{W}p"))
        for row in table.findall(f"{W}tr")[1:]
        for n in (0, 2)
    ] == ["غادر", "◷ مقرر"]


def test_structure_is_kept_and_notes_are_listed():
    lines = ("عنوان", "قسم", "وصل الوفد يوم 5 نوفمبر.", "وصل الوفد يوم 6 نوفمبر.")
    text = "\n".join(lines)
    kinds = ("title", "heading", "list_item", "quote")
    spans = [Span(text.index(line), text.index(line) + len(line)) for line in lines]
    blocks = [Block(s, k, 2 if k == "heading" else 0) for s, k in zip(spans, kinds, strict=True)]
    five, six = text.index("5"), text.index("6")
    copy = Repetition(
        spans[3], "near", spans[2], 0.9, (Conflict(Span(six, six + 1), Span(five, five + 1)),)
    )
    document = replace(
        from_text(text), blocks=tuple(blocks), notices=(Notice("ocr", "page 3 needs OCR", 3),)
    )
    found = reader.analyze(document)
    file = Written(replace(found, document=document, repetitions=(copy,)))
    styles = {words: style for style, words in file.paragraphs}
    assert [styles[line] for line in lines] == ["Title", "Heading2", "ListBullet", "Quote"]
    assert list(styles)[-2:] == ["[1] تعارض: 6 / 5", "[2] page 3 needs OCR"]
    (mark,) = file.looks("[1]")
    assert mark["rStyle"].get(f"{W}val") == "QariNote"


def test_no_part_of_the_package_points_elsewhere():
    for name, data in Written(hostile()).members.items():
        if name.endswith(".rels"):
            assert b'TargetMode="External"' not in data


def test_an_article_without_findings_has_no_tables():
    assert Written(Analysis(from_text("نص"))).body.find(f"{W}tbl") is None
