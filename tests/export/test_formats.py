"""Every format of the registry, on articles that a reader meets and on hostile ones."""

import csv
import io
import json
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader
from reader.core.codec import from_json
from reader.export import FORMATS, format_named
from reader.export.cells import RISK, table
from reader.formats.text import from_text, load
from reader.resources import seed

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
