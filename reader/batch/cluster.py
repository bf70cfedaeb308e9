"""The same run on a Ray cluster: the stages of this machine as stages of Ray Data.

Shards are analyzed by tasks into the same files, in a folder that all machines see. Bands are
exchanged by the hash of their keys, so that all articles of a bucket meet in one task; the pairs
of buckets are exchanged by their second article, and what is left of them is verified where the
texts are read. Ray makes again what a lost process or machine had; what fails at every try is
left to processes of this machine, which name the article that it is.
"""

from __future__ import annotations

import faulthandler
import json
import logging
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import ray
import ray.data

from reader import near
from reader.batch import pool, stories
from reader.batch.options import Options
from reader.batch.plan import Shard, read_shard, shard_json
from reader.batch.run import Analyze, Work
from reader.batch.shard import Outcome, Place, is_done, run_shard
from reader.near.signatures import EMPTY

_PARTS_PER_PROCESSOR = 2  # into which buckets and pairs are exchanged
_TRIES = 3  # of a shard, before it is left to this machine
_TRIED = "tries"  # the folder of what tells of them
_TEXTS = 4_096  # pairs that a task verifies
_SIGNED = 64  # shards whose signatures a task reads


@contextmanager
def connected(address: str | None, workers: int) -> Iterator[None]:
    """Use the cluster at an address, or start one of so many processors on this machine."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # it would tell its makers of its use
    os.environ.update(pool.ONE_THREAD)  # for the processes of a cluster of our own
    quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
    if address is None:
        ray.init(num_cpus=workers, include_dashboard=False, **quiet)
    else:
        ray.init(address, runtime_env={"env_vars": pool.ONE_THREAD}, **quiet)
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    ray.data.DataContext.get_current().enable_progress_bars = False
    try:
        yield
    finally:
        ray.shutdown()


def analyze(options: Options, out: Path, limits: pool.Limits) -> Analyze:
    """Return what analyzes shards by tasks of the cluster."""
    return partial(_analyzed, options, out.absolute(), limits)


def _analyzed(
    options: Options, out: Path, limits: pool.Limits, shards: Iterable[Shard]
) -> Iterator[Outcome]:
    asked = list(shards)
    if not asked:
        return
    _bear_errors(blocks=-1)  # what fails at every try is done by the pool
    rows = [{"shard": json.dumps(shard_json(shard))} for shard in asked]
    data = ray.data.from_items(rows, override_num_blocks=len(rows))
    done = data.map(
        partial(run_row, options=options, out=str(out), silence=limits.silence),
        num_cpus=1,
        memory=_memory(limits.memory),  # tasks wait where a machine has no more of it
    )
    forget_tries(out)
    for row in done.iter_rows():
        yield Outcome(**row)
    forget_tries(out)
    left = [shard for shard in asked if not is_done(out, shard.number)]
    yield from pool.run(Work(options, out), left, limits)


def run_row(row: dict[str, Any], options: Options, out: str, silence: float) -> dict[str, int]:
    """Analyze the shard that a row names; a task of the cluster."""
    shard = read_shard(json.loads(row["shard"]))
    if is_done(Path(out), shard.number):  # a process was lost after it, not its files
        return asdict(Outcome(shard.number, shard.count, 0, 0))
    if tried(Path(out), shard.number) > _TRIES:
        return asdict(Outcome(shard.number, 0, 0, 0))
    try:
        return asdict(run_shard(shard, options, Path(out), started=partial(_watch, silence)))
    finally:
        faulthandler.cancel_dump_traceback_later()


def _memory(asked: int | None) -> float:
    """Return what a task is counted with: what was asked, or a processor's share where it is less.

    A task that no machine has the memory for would wait for ever.
    """
    total = _resources()
    share = total.get("memory", 0.0) / max(1.0, total.get("CPU", 1.0))
    return min(float(asked or share), share)


def _resources() -> dict[str, float]:
    found: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
    return found


def _bear_errors(blocks: int) -> None:
    """Let a stage go on without so many blocks that failed; -1 for any number."""
    ray.data.DataContext.get_current().max_errored_blocks = blocks


def tried(out: Path, shard: int) -> int:
    """Return how often a shard was begun, this time too; Ray itself would try for ever."""
    folder = out / _TRIED / str(shard)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / secrets.token_hex(8)).touch()
    return len(list(folder.iterdir()))


def forget_tries(out: Path) -> None:
    """Let every shard be tried anew."""
    shutil.rmtree(out / _TRIED, ignore_errors=True)


def _watch(silence: float, _place: Place) -> None:
    """End this process where an article takes longer; Ray starts another."""
    faulthandler.dump_traceback_later(silence, exit=True)


def pair(out: Path, shards: int) -> tuple[int, int]:
    """Find near copies by tasks of the cluster; see `stories.find`."""
    out = out.absolute()
    _bear_errors(blocks=0)
    parts = max(1, _PARTS_PER_PROCESSOR * int(_resources().get("CPU", 1)))
    banded = ray.data.range(shards).map_batches(
        partial(bands, out=str(out), parts=parts), batch_size=_SIGNED, batch_format="numpy"
    )
    met = _by_part(banded, partial(bucket_pairs, parts=parts))
    found = _by_part(met, likest)
    candidates = near.tidy(_pairs(found.to_arrow_refs()))
    matches = _verified(out, candidates)
    return stories.write(out, stories.numbers(out, range(shards)), matches)


def _by_part(data: ray.data.Dataset, work: Callable[[pa.Table], pa.Table]) -> ray.data.Dataset:
    """Bring rows of one part together and do the work for each part."""
    return data.groupby("part").map_groups(work, batch_format="pyarrow")


def bands(batch: dict[str, Any], out: str, parts: int) -> pa.Table:
    """Return a row for each band of each article of some shards, by the part of its bucket."""
    numbers, rows = stories.signatures(Path(out), batch["id"].tolist())
    told = rows[:, 0] != EMPTY
    numbers, rows = numbers[told], rows[told]
    keys = near.band_keys(rows)
    signature = [row.tobytes() for row in rows]
    return pa.table(
        {
            "part": (keys % np.uint64(parts)).astype(np.int64).ravel(),
            "key": keys.ravel(),
            "number": np.repeat(numbers, near.BANDS),
            "signature": pa.array(
                [one for one in signature for _ in range(near.BANDS)], pa.binary()
            ),
        }
    )


def bucket_pairs(band: pa.Table, parts: int) -> pa.Table:
    """Return the pairs of the buckets of one part, by the part of their second article."""
    band = band.sort_by("number")
    numbers = band["number"].to_numpy()
    rows = stories.signature_rows(band["signature"])
    keys = band["key"].to_numpy()
    found = near.tidy(near.bucket_pairs(keys, numbers, rows, near.digests(rows)))
    places = np.searchsorted(numbers, found)
    return pa.table(
        {
            "part": found[:, 1] % parts,
            "first": found[:, 0],
            "second": found[:, 1],
            "likeness": near.likeness(rows, places),
        }
    )


def likest(met: pa.Table) -> pa.Table:
    """Return the pairs of one part that are worth comparing."""
    both = np.stack([met["first"].to_numpy(), met["second"].to_numpy()], axis=1)
    both, place = np.unique(both, axis=0, return_index=True)
    kept = near.likest(both, met["likeness"].to_numpy()[place])
    return pa.table({"first": kept[:, 0], "second": kept[:, 1]})


def _pairs(blocks: list[Any]) -> Any:  # noqa: ANN401 - an array
    tables = [table for table in ray.get(blocks) if table.num_rows]
    columns = [
        np.concatenate([np.zeros(0, np.int64), *(table[name].to_numpy() for table in tables)])
        for name in ("first", "second")
    ]
    return np.stack(columns, axis=1)


def _verified(out: Path, candidates: Any) -> list[near.Match]:  # noqa: ANN401 - an array
    if not len(candidates):
        return []
    told = pa.table({"first": candidates[:, 0], "second": candidates[:, 1]})
    data = ray.data.from_arrow(
        [told.slice(start, _TEXTS) for start in range(0, len(candidates), _TEXTS)]
    )
    work = partial(_verify, out=str(out))
    checked = data.map_batches(work, batch_size=None, batch_format="pyarrow")
    return sorted(near.Match(**row) for row in checked.iter_rows())


def _verify(batch: pa.Table, out: str) -> pa.Table:
    both = [(row["first"], row["second"]) for row in batch.to_pylist()]
    told = stories.texts(Path(out), sorted({number for numbers in both for number in numbers}))
    matches = list(stories.verified(told, both))
    return pa.table(
        {
            "first": pa.array([match.first for match in matches], pa.int64()),
            "second": pa.array([match.second for match in matches], pa.int64()),
            "similarity": pa.array([match.similarity for match in matches], pa.float64()),
            "conflicts": pa.array([match.conflicts for match in matches], pa.int64()),
        }
    )
