"""Reliability by confidence, and the shipped table of confidences."""

from itertools import pairwise

import pytest
from calibration import EDGES, Reliability, lines

from reader.resources import confidence, rows
from resources.build.confidence import DOUBT, LEAST, Counts


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
    assert {key[0] for key in shares} == {"mention", "time", "time by an inferred day", "event"}
    for key, share in shares.items():
        assert 0 <= share <= 1
        assert len(key) == 1 or key[:-1] in shares
    for row in rows("confidence", "findings.tsv"):
        assert 0 <= float(row["right"]) <= float(row["n"])


def counts(kinds):
    made = Counts()
    for kind, (n, right) in kinds.items():
        for number in range(n):
            made.add(("event", kind), right=number < right)
    return made


def test_few_right_findings_prove_less_than_many():
    few, many = (counts({"a": (n, n), "b": (40, 20)}).shares() for n in (LEAST, 200))
    assert few["event", "a"] < 0.8
    assert many["event", "a"] > 0.95


def test_a_kind_is_drawn_toward_the_others_and_not_toward_itself():
    alone = counts({"a": (20, 20)}).shares()
    assert alone["event", "a"] == pytest.approx(alone["event",])
    assert alone["event",] < 1
    worse = counts({"a": (20, 20), "b": (60, 6)}).shares()
    assert worse["event", "a"] < alone["event", "a"]


def test_a_kind_seen_too_seldom_has_no_share_of_its_own():
    assert ("event", "a") not in counts({"a": (LEAST - 1, LEAST - 1)}).shares()


def test_held_out_findings_are_as_if_never_counted():
    own, rest = counts({"a": (30, 3)}), counts({"a": (20, 18)})
    left = rest.plus(own).plus(own, -1).shares()
    assert left == pytest.approx(rest.shares())
    assert DOUBT < left["event", "a"] < 0.9
