import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

import reader
from reader.core.codec import from_json, to_json
from reader.core.types import Analysis, Document
from reader.errors import ContractError
from reader.formats.text import from_text, load
from reader.resources import seed

SCHEMA = json.loads((Path(__file__).parent.parent / "data" / "analysis.schema.json").read_text())
ARTICLES = sorted((Path(__file__).parent.parent / "quality" / "gold").glob("*.txt"))


@pytest.mark.parametrize("path", [seed(), *ARTICLES], ids=lambda path: path.stem)
@pytest.mark.parametrize("day", [None, date(2025, 4, 18)])
def test_json_meets_the_contract_and_comes_back_whole(path, day):
    analysis = reader.analyze(load(path), day)
    written = json.loads(json.dumps(to_json(analysis)))
    jsonschema.validate(written, SCHEMA, format_checker=jsonschema.FormatChecker())
    assert from_json(written) == analysis


@pytest.mark.parametrize("text", ["قال\udcff الوزير إن القمة تعقد غدا في تونس.", "\x00", "😀"])
def test_odd_text_comes_back_too(text):
    analysis = reader.analyze(from_text(text))
    assert from_json(json.loads(json.dumps(to_json(analysis)))) == analysis


def test_every_span_is_the_words_at_its_offsets():
    written = to_json(reader.analyze(load(seed())))
    text = written["document"]["text"]
    for item in (*written["mentions"], *written["times"]):
        assert text[item["start"] : item["end"]] == item["text"]
    for event in written["events"]:
        trigger = event["trigger"]
        assert text[trigger["start"] : trigger["end"]] == trigger["text"]


@pytest.mark.parametrize(
    "change",
    [{"format": "other"}, {"version": 2}, {"mentions": [{"id": "m1"}]}, {"document": None}],
)
def test_json_that_is_no_analysis_is_refused_by_name(change):
    empty = Document(id="0" * 64, source=None, title=None, text="نص")
    written = {**to_json(Analysis(document=empty)), **change}
    with pytest.raises(ContractError):
        from_json(written)
