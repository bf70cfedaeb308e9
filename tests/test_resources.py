"""Every file of data is named with its source and licence, and holds what its column says."""

import csv
from pathlib import Path
from typing import get_args

import pytest

from reader.core.lexicon.events import Effect
from reader.core.types import EventType
from reader.resources import rows, seed

TOP = Path(__file__).parent.parent
DATA = TOP / "resources"


def data_files():
    files = (p.relative_to(DATA) for p in DATA.rglob("*") if p.is_file())
    return [f for f in files if f.parts[0] != "build" and f.name != "SOURCES.md"]


def test_every_file_has_its_source_and_licence():
    told = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    missing = [str(f) for f in data_files() if f.name not in told]
    assert missing == []
    assert len(list(data_files())) > 50


def test_tables_are_whole():
    for table in DATA.rglob("*.tsv"):
        lines = [x for x in table.read_text("utf-8").splitlines() if not x.startswith("#")]
        width = len(lines[0].split("\t"))
        for row in csv.reader(lines[1:], delimiter="\t", quoting=csv.QUOTE_NONE):
            assert len(row) <= width, (table.name, row)


@pytest.mark.parametrize("table", ["verbs.tsv", "nouns.tsv", "phrases.tsv"])
def test_events_have_types_of_the_standard(table):
    assert {row["type"] for row in rows("events", table)} <= set(get_args(EventType))


def test_operators_have_known_effects():
    assert {row["effect"] for row in rows("events", "operators.tsv")} <= set(get_args(Effect))


def test_the_seed_is_there():
    assert seed().read_text(encoding="utf-8").startswith("انتهت")
