"""A run from its input to its report."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

import pyarrow.parquet as pq

from reader.batch import manifest, pool, stories
from reader.batch.options import Options
from reader.batch.plan import Plan, Shard
from reader.batch.report import SHOWN, Progress, Report
from reader.batch.shard import Outcome, Place, is_done, part, run_shard

Analyze = Callable[[Iterable[Shard]], Iterator[Outcome]]
"""What analyzes shards: processes of this machine, or of many."""

Pair = Callable[[Path, int], tuple[int, int]]
"""What finds near copies in the files of so many shards; see `stories.find`."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a process does with a shard; goes to it by name and value."""

    options: Options
    out: Path

    def __call__(
        self, shard: Shard, skip: dict[Place, str], started: Callable[[Place], None]
    ) -> Outcome:
        """Analyze a shard; see `run_shard`."""
        return run_shard(shard, self.options, self.out, skip, started)


def on_this_machine(options: Options, out: Path, limits: pool.Limits) -> Analyze:
    """Return what analyzes shards by processes of this machine."""
    return partial(_pooled, Work(options, out), limits)


def _pooled(work: Work, limits: pool.Limits, shards: Iterable[Shard]) -> Iterator[Outcome]:
    return pool.run(work, shards, limits)


def run(
    plan: Plan,
    options: Options,
    out: Path,
    analyze: Analyze,
    *,
    pair: Pair = stories.find,
    progress: Progress = lambda _units, _articles: None,
) -> Report:
    """Analyze what is not analyzed yet, then find near copies.

    Raises:
        BatchError: the folder holds another run, or cannot be written.
        ReaderError: the input cannot be read any more.
    """
    manifest.begin(out, manifest.manifest_of(plan, options))
    for left in out.glob("*/*.new"):  # of a process that was killed while it wrote
        left.unlink(missing_ok=True)
    progress(sum(shard.count for shard in plan if is_done(out, shard.number)), 0)
    begun = time.perf_counter()
    analyzed = 0
    for outcome in analyze(_undone(plan, out)):
        analyzed += outcome.articles
        progress(outcome.units, outcome.articles)
    seconds = time.perf_counter() - begun
    pairs, told = pair(out, plan.shards)
    counts = [_count(part(out, "refused", shard)) for shard in range(plan.shards)]
    return Report(
        articles=sum(_count(part(out, "articles", shard)) for shard in range(plan.shards)),
        refused=sum(counts),
        pairs=pairs,
        stories=told,
        analyzed=analyzed,
        seconds=seconds,
        named=tuple(islice(_refused(out, (s for s, n in enumerate(counts) if n)), SHOWN)),
    )


def _undone(plan: Plan, out: Path) -> Iterator[Shard]:
    return (shard for shard in plan if not is_done(out, shard.number))


def _count(path: Path) -> int:
    return int(pq.read_metadata(path).num_rows)


def _refused(out: Path, shards: Iterable[int]) -> Iterator[tuple[str, str]]:
    for shard in shards:
        told = pq.read_table(part(out, "refused", shard), columns=["source", "reason"])
        yield from zip(told["source"].to_pylist(), told["reason"].to_pylist(), strict=True)
