"""Every format of the registry, on articles that a reader meets and on hostile ones."""

import csv
import io
import json
import re
import unicodedata
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader
from reader.core.codec import from_json
from reader.core.corrections.apply import apply
from reader.core.corrections.types import AddMention, Anchor, SetEvent
from reader.core.types import Analysis, Conflict, EntityType, EventType, Modality, Repetition, Span
from reader.export import FORMATS, format_named
from reader.export.cells import RISK, table
from reader.formats.text import from_text, load
from reader.resources import seed
from reader.resources.export import terms

SEED = reader.analyze(load(seed()), date(2017, 10, 31))
HOSTILE = (
    "<script>alert(1)</script> زار وزير الخارجية الروسي سيرغي لافروف تونس أمس.\n\n"
    '=HYPERLINK("x") & \'a\' "b" --> ]]> \u202egnp.exe\u202c \x00 \x1b[31m \ud83d \udfff'
    " *عريض* | `x`\n"
    "+1 -2 @SUM(1+1)\t\u200f=cmd\u2028\uff1d1\n"
    "وأعلن الرئيس الفرنسي عقد قمة في باريس يوم 5 نوفمبر 2017.\n"
)
ODD = reader.analyze(from_text(HOSTILE), date(2017, 10, 31))


def test_names_and_endings_are_of_one_format_each():
    assert len({f.name for f in FORMATS}) == len({f.ending for f in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
@pytest.mark.parametrize("analysis", [SEED, ODD, reader.analyze(from_text("."))])
def test_every_format_takes_every_article(form, analysis):
    data = form.write(analysis)
    assert form.write(analysis) == data
    if form.is_text:
        data.decode()


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_is_read_back_whole(name):
    for analysis in (SEED, ODD):
        data = format_named(name).write(analysis)
        assert from_json(json.loads(data)) == analysis
        assert name == "json" or data.count(b"\n") == 1


# -- tables ----------------------------------------------------------------------------------

RISKY = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\0=1",
    " =1",
    "\u200f=1",
    "\uff1d1",
)


@given(st.lists(st.tuples(st.sampled_from(("", "'", "''", *RISKY)), st.text(max_size=5))))
def test_no_cell_is_a_formula_and_all_are_read_back(cells):
    words = ["".join(cell) for cell in cells]
    data = table(["a"], [[word] for word in words])
    found = [row[0] for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))][1:]
    for cell, word in zip(found, words, strict=True):
        seen = unicodedata.normalize("NFKC", cell).lstrip(" \u200f")
        assert not seen.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\0"))
        assert cell == (f"'{word}" if RISK.match(word) else word)
        assert (cell[1:] if cell[:1] == "'" and RISK.match(cell[1:]) else cell) == word


@pytest.mark.parametrize("word", RISKY)
def test_a_number_stays_a_number(word):
    data = table(["name", "latitude"], [[word, -33.9]]).decode("utf-8-sig")
    ((_, *row),) = [[None, *r] for r in csv.reader(io.StringIO(data, newline=""))][1:]
    assert row == [f"'{word}", "-33.9"]


def test_tables_hold_every_finding():
    for kind in ("entities", "events", "times"):
        data = format_named(f"csv-{kind}").write(SEED).decode("utf-8-sig")
        found = list(csv.DictReader(io.StringIO(data, newline="")))
        assert [row["id"] for row in found] == [item.id for item in getattr(SEED, kind)]


# -- pages -----------------------------------------------------------------------------------

TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "article"),
    *("h1", "p", "ul", "li", "mark", "bdi", "span"),
}
ATTRIBUTES = {"class", "title", "data-sign"}


class Page(HTMLParser):
    """Reads a page: the text of its article, what has which class, and all its tags."""

    def __init__(self, data):
        super().__init__()
        self.text, self.marked, self.tags, self.attributes = "", [], set(), set()
        self._in_article, self._classes, self._sign = False, (), None
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self._in_article |= tag == "article"
        found = dict(attrs)
        self.attributes |= found.keys() if self._in_article else set()
        self._classes = found.get("class", "").split() if tag == "mark" else ()
        self._sign = found.get("data-sign")

    def handle_endtag(self, tag):
        self._in_article &= tag != "article"
        self._classes, self._sign = (), None

    def handle_data(self, data):
        if self._in_article:
            self.text += data
            self.marked.append((data, set(self._classes), self._sign))


def corrected(text, *corrections):
    return apply(reader.analyze(from_text(text)), corrections).analysis


def anchor(text, words, kind):
    return Anchor(Span(text.index(words), text.index(words) + len(words)), words, kind)


@pytest.mark.parametrize("analysis", [SEED, ODD])
def test_the_page_holds_the_text_of_the_article_and_nothing_that_acts(analysis):
    page = Page(format_named("html").write(analysis))
    assert page.text == re.sub("[\ud800-\udfff\0]", "\ufffd", analysis.document.text)
    assert page.tags <= TAGS
    assert page.attributes <= ATTRIBUTES


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_any_text_is_in_its_page_as_it_is(text):
    document = replace(ODD.document, text=text, title="</title><script>", source=None)
    page = Page(format_named("html").write(Analysis(document)))
    assert page.text == text
    assert page.tags <= TAGS


def test_every_name_is_marked_with_its_type():
    marked = Page(format_named("html").write(SEED)).marked
    at = [classes for words, classes, _ in marked for _ in words]
    for mention in SEED.mentions:
        if not any(mention.span.overlaps(m.span) for m in SEED.mentions if m is not mention):
            assert all(
                mention.type in at[place] for place in range(mention.span.start, mention.span.end)
            )


def test_status_and_conflict_have_signs_that_are_no_letters_of_the_text():
    text = "ثم غادر الوفد."
    trigger = anchor(text, "غادر", "RETREAT")
    planned = corrected(text, SetEvent(trigger, modality="planned"))
    page = Page(format_named("html").write(planned))
    ((_, classes, sign),) = [m for m in page.marked if "TRIGGER" in m[1]]
    assert ("planned" in classes, sign, page.text) == (True, "◷", text)
    assert "*غادر*◷" in format_named("markdown").write(planned).decode()


def test_conflicts_have_signs():
    text = "وصل الوفد يوم 5 نوفمبر.\nوصل الوفد يوم 6 نوفمبر.\n"
    first, second = text.index("5"), text.index("6")
    conflict = Conflict(Span(second, second + 1), Span(first, first + 1))
    copy = Repetition(Span(24, 47), "near", Span(0, 23), 0.9, (conflict,))
    analysis = Analysis(from_text(text), repetitions=(copy,))
    page = Page(format_named("html").write(analysis))
    signed = [(words, sign) for words, classes, sign in page.marked if "conflict" in classes]
    assert signed == [("5", "⚠"), ("6", "⚠")]
    assert page.text == text


def test_no_highlight_tears_a_lam_from_its_alef():
    text = "قال لأوباما."
    named = corrected(text, AddMention(anchor(text, "أوباما", "PER")))
    page = Page(format_named("html").write(named))
    assert [m[0] for m in page.marked if "PER" in m[1]] == ["لأوباما"]


def test_markdown_holds_the_article_with_marks_and_all_tables():
    text = "قال # باراك أوباما # تونس.\n\n1. * [x](http://x.test) <b> www.x.test a@b.c `|`\n"
    named = corrected(text, AddMention(anchor(text, "باراك أوباما", "PER")))
    page = format_named("markdown").write(named).decode()
    assert "قال \\# **باراك أوباما** \\#" in page
    assert "1\\. \\* \\[x\\]\\(http\\://x.test\\) \\<b\\> www\\.x.test a\\@b.c \\`\\|\\`" in page
    assert "| \u2068باراك أوباما\u2069 |" in page
    seed_page = format_named("markdown").write(SEED).decode()
    assert seed_page.count("\n| ") == 6 + sum(map(len, (SEED.entities, SEED.events, SEED.times)))


def test_every_type_has_a_word():
    kinds = (*get_args(EntityType), *get_args(EventType), *get_args(Modality))
    assert set(kinds) <= terms().keys()
