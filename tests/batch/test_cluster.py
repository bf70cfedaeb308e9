"""The stages of the cluster, without one: `make bench-batch` runs them on Ray."""

from __future__ import annotations

import json
from functools import partial

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from reader import near
from reader.batch import cluster, stories
from reader.batch.options import Options
from reader.batch.plan import plan, shard_json
from reader.batch.shard import part, write_table
from reader.batch.tables import table

STORY = "ضرب زلزال بقوة 6 درجات مدينة أغادير المغربية فجر أمس وأدى إلى مقتل 12 شخصاً وإصابة العشرات"


def by_part(rows, work):
    """Do the work for each part of the rows, as Ray does."""
    parts = sorted(set(rows["part"].to_pylist()))
    return pa.concat_tables(work(rows.filter(pc.equal(rows["part"], one))) for one in parts)


@pytest.fixture
def run_of_two(tmp_path):
    """Signatures of two shards with copies across them."""
    texts = [f"{STORY} في حي رقم {n % 40} {'؟' * (n // 40)}" for n in range(100)] + ["", "نعم"]
    rows = near.signatures(texts)
    numbers = np.array([*range(60), *range(10**9, 10**9 + 42)], np.int64)
    for shard, told in enumerate((slice(0, 60), slice(60, 102))):
        signed = zip(numbers[told].tolist(), rows[told], strict=True)
        written = [{"article": n, "signature": row.tobytes()} for n, row in signed]
        write_table(table("signatures", written), part(tmp_path, "signatures", shard))
    return tmp_path, numbers, rows


def test_bands_that_are_exchanged_give_the_pairs_of_one_machine(run_of_two):
    out, numbers, rows = run_of_two
    batches = [cluster.bands({"id": np.array([shard])}, str(out), 3) for shard in (0, 1)]
    met = by_part(pa.concat_tables(batches), partial(cluster.bucket_pairs, parts=3))
    found = by_part(met, cluster.likest)
    pairs = near.tidy(np.stack([found["first"], found["second"]], axis=1))
    assert pairs.tolist() == numbers[near.pairs(rows)].tolist()
    assert len(pairs) >= 60
    assert stories.signatures(out, [0, 1])[1].tolist() == rows.tolist()


def test_a_shard_is_not_tried_for_ever(tmp_path):
    source = tmp_path / "news.jsonl"
    source.write_text(json.dumps({"text": STORY}), encoding="utf-8")
    (shard,) = plan([str(source)], 10, ())
    row = {"shard": json.dumps(shard_json(shard))}
    work = partial(cluster.run_row, row, Options(engine="rules"), str(tmp_path / "out"), 60)
    for _ in range(3):
        cluster.tried(tmp_path / "out", shard.number)
    assert work()["units"] == 0
    cluster.forget_tries(tmp_path / "out")
    assert work() == {"shard": 0, "units": 1, "articles": 1, "refused": 0}
    assert work() == {"shard": 0, "units": 1, "articles": 0, "refused": 0}
