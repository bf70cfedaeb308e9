"""Reliability by confidence, and the shipped table of confidences."""

from itertools import pairwise

import pytest
from calibration import EDGES, Reliability, lines

from reader.resources import confidence, rows


def test_findings_fall_into_their_bins_and_the_sure_ones_are_counted_apart():
    table = Reliability()
    for sure, right in ((0.3, False), (0.5, True), (0.89, False), (0.9, True), (1.0, False)):
        table.add(sure, right=right)
    told = {edge: tuple(cell) for edge, cell in zip(EDGES, table.bins, strict=True) if cell[0]}
    assert told == {0.0: (1, 0), 0.5: (1, 1), 0.8: (1, 0), 0.9: (1, 1), 0.95: (1, 0)}
    assert table.precision == pytest.approx(0.5)


def test_nothing_sure_is_said_so():
    table = Reliability()
    table.add(0.6, right=True)
    assert table.precision is None
    assert next(iter(lines({"event": table}))).endswith("none right (n 0)")


def test_the_bins_ascend_from_nothing():
    assert EDGES[0] == 0.0
    assert all(low < high for low, high in pairwise(EDGES))


def test_every_kind_in_the_table_has_a_share_and_its_wider_kind_too():
    shares = confidence.load().shares
    assert {key[0] for key in shares} == {"mention", "time", "event"}
    for key, share in shares.items():
        assert 0 <= share <= 1
        assert len(key) == 1 or key[:-1] in shares
    for row in rows("confidence", "findings.tsv"):
        assert 0 <= float(row["right"]) <= float(row["n"])
