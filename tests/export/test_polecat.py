"""Rows by PLOVER."""

import csv
import io

import pytest
from articles import SEED, hostile

from reader.export.polecat import write


def rows(analysis) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write(analysis).decode(), newline=""), delimiter="\t"))


@pytest.mark.parametrize("analysis", [SEED, hostile()], ids=["seed", "hostile"])
def test_each_event_is_a_row_without_gaps(analysis):
    found = rows(analysis)
    assert [r["Qari Type"] for r in found] == [e.type for e in analysis.events]
    assert all(value for row in found for value in row.values())
    assert all(len(row) == 26 and None not in row for row in found)


@pytest.mark.parametrize(
    ("changes", "kind", "quad"),
    [
        ({"type": "ASSAULT"}, "ASSAULT", "MATERIAL CONFLICT"),
        ({"type": "CONSULT", "modality": "ongoing"}, "CONSULT", "VERBAL COOPERATION"),
        ({"type": "AID", "modality": "planned"}, "AGREE", "VERBAL COOPERATION"),
        ({"type": "ASSAULT", "modality": "planned"}, "None", "None"),
        ({"type": "ASSAULT", "modality": "called_for"}, "None", "None"),
        ({"type": "ASSAULT", "polarity": "NEG"}, "None", "None"),
        ({"type": "INCIDENT"}, "None", "None"),
    ],
)
def test_types_become_those_of_plover(changes, kind, quad):
    (row,) = rows(hostile(**changes))
    assert (row["Event Type"], row["Quad Code"], row["Qari Type"]) == (kind, quad, changes["type"])


def test_a_row_tells_who_whom_where_and_when():
    (row,) = rows(hostile())
    words = "'=1+1\ufffd\"a',b;c\\d نص\ufffd\u202e<&> و😀"
    for column in ("Actor Name", "Recipient Name", "Placename", "Raw Placename"):
        assert row[column] == words
    assert (row["Event Date"], row["Last Date"]) == ("2024-02-28", "2024-02-29")
    assert (row["Latitude"], row["Longitude"]) == ("1.5", "2.5")
    assert row["Sentence"] == f"{words} قمة"
