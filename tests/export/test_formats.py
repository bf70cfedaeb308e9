"""Every format of the registry, on articles that a reader meets and on hostile ones."""

import json
from datetime import date

import pytest

import reader
from reader.core.codec import from_json
from reader.export import FORMATS, format_named
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
