"""The pool of processes, and what ends them."""

from __future__ import annotations

import pytest
from small_jobs import Sums

from reader.batch.plan import Shard
from reader.batch.pool import Limits, run
from reader.errors import BatchError

SHARDS = [Shard(number, "files", ("a", "b", "c"), 3) for number in range(3)]
WHOLE = [(0, 3, 0), (1, 3, 0), (2, 3, 0)]


def outcomes(work, **limits):
    given = Limits(**{"workers": 2, **limits})
    return sorted((o.shard, o.articles, o.refused) for o in run(work, SHARDS, given))


def test_a_process_that_is_killed_costs_nothing_but_time(tmp_path):
    assert outcomes(Sums("killed", (1, 2), tmp_path / "once")) == WHOLE


def test_an_article_that_ends_processes_is_left_out():
    assert outcomes(Sums("exits", (1, 2))) == [(0, 3, 0), (1, 2, 1), (2, 3, 0)]


def test_an_article_that_takes_for_ever_is_left_out():
    found = outcomes(Sums("hangs", (2, 0)), silence=0.2, deaths=1)
    assert found == [(0, 3, 0), (1, 3, 0), (2, 2, 1)]


def test_what_no_process_can_do_is_said():
    with pytest.raises(BatchError, match="the disk is full"):
        outcomes(Sums("complains", (0, 1)))


def test_closing_early_ends_the_processes():
    run_of = run(Sums("hangs", (1, 1)), SHARDS, Limits(workers=2, silence=60))
    assert next(run_of).articles == 3
    run_of.close()
