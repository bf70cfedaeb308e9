"""Near copies, the pool and the cluster, each beside a named peer or another way, in one run.

usage: python tests/bench/bench_batch.py [--paragraphs N] [--articles N] [near] [pool] [rows]

Texts are made by articles.py; a fifth of them are variants of others, and what was changed is
known. Memory is what a process takes at its peak beyond the texts themselves.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import multiprocessing
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
from articles import CHANGES, COPIES, Articles

from reader.batch import pool
from reader.batch.options import Options
from reader.batch.plan import Shard, plan
from reader.batch.run import Work
from reader.batch.shard import Outcome

SENTENCES = 3  # of a paragraph, and of an article
SHARD = 200
WORKERS = 2
TABLES = ("articles", "mentions", "times", "events", "refused", "signatures")


def paragraphs(count: int, path: Path) -> None:
    """Write paragraphs with what was planted."""
    made = islice(Articles(7, SENTENCES, titled=False), count)
    rows = [(a.text, a.of, a.kind) for a in made]
    names = ("text", "of", "kind")
    columns = dict(zip(names, zip(*rows, strict=True), strict=True))
    pq.write_table(pa.table({name: list(column) for name, column in columns.items()}), path)


def memory(line: str) -> float:
    """Return what the system says of this process's memory, in MB."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(rf"{line}:\s+(\d+)", status)[1]) / 1024


def start_of_peak() -> float:
    """Begin to look for the peak of memory; return what is taken now."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")
    return memory("VmRSS")


def peak() -> float:
    """Return the peak of memory since then."""
    return memory("VmHWM")


def texts_of(path: Path) -> list[str]:
    """Return the texts."""
    return [text for part in pq.ParquetFile(path).iter_batches(columns=["text"])
            for text in part["text"].to_pylist()]  # fmt: skip


def ours(path: Path, answer: Any) -> None:
    """Find near copies our way."""
    from reader import near  # noqa: PLC0415 - not in the peer's memory
    from reader.resources import dedupe  # noqa: PLC0415 - see above

    texts = texts_of(path)
    lexicon = dedupe.load()
    near.signatures(texts[:100])
    before = start_of_peak()
    begun = time.process_time()
    pairs = near.pairs(near.signatures(texts))
    matches = list(near.verify(texts, pairs.tolist(), lexicon))
    same = [(m.first, m.second) for m in matches if not m.conflicts]
    label = near.components(len(texts), same)
    seconds = time.process_time() - begun
    answer.send((seconds, peak() - before, *judged(path, same, label)))


def judged(path: Path, same: list[tuple[int, int]], label: list[int]) -> tuple[float, float]:
    """Return recall and precision on what was planted.

    A pair of a copy that was cut and a version that was changed is judged neither way: what was
    changed may be in the part that was cut.
    """
    told = pq.read_table(path, columns=["of", "kind"]).to_pylist()
    planted = [(n, row["of"]) for n, row in enumerate(told) if row["kind"] in COPIES]
    found = sum(label[number] == label[of] for number, of in planted)
    right = wrong = 0
    for pair in same:
        kinds = {told[number]["kind"] for number in pair}
        group = {told[number]["of"] if told[number]["kind"] else number for number in pair}
        changed = bool(kinds & set(CHANGES))
        if len(group) == 1 and changed and "cut" in kinds:
            continue
        if len(group) == 1 and not changed:
            right += 1
        else:
            wrong += 1
    return found / len(planted), right / (right + wrong)


def datasketch(path: Path, answer: Any) -> None:
    """Find near copies by datasketch's MinHashLSH of 128 permutations, unverified.

    The words are folded and shingled as ours are, before the clock starts.
    """
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - not in our memory

    from reader.near.shingles import folded  # noqa: PLC0415 - see above

    texts = folded(texts_of(path))
    before = start_of_peak()
    seconds = 0.0
    index = MinHashLSH(threshold=0.6, num_perm=128)
    for number, text in enumerate(texts):
        words = text.split()
        shingles = [f"{a} {b}".encode() for a, b in pairwise(words)]
        begun = time.process_time()
        sketch = MinHash(128)
        sketch.update_batch(shingles)
        index.query(sketch)
        index.insert(number, sketch)
        seconds += time.process_time() - begun
    answer.send((seconds, peak() - before))


def rensa(path: Path, answer: Any) -> None:
    """Make rensa's signatures of 64 permutations, and no more, of words that are folded."""
    from rensa import RMinHash  # noqa: PLC0415 - not in our memory

    from reader.near.shingles import folded  # noqa: PLC0415 - see above

    words = [text.split() for text in folded(texts_of(path))]
    shingles = [[f"{a} {b}" for a, b in pairwise(told)] for told in words]
    before = start_of_peak()
    begun = time.process_time()
    for start in range(0, len(shingles), 4096):
        RMinHash.digest_matrix_from_token_sets(shingles[start : start + 4096], 64, 42).to_rows()
    answer.send((time.process_time() - begun, peak() - before))


def in_child(work: Callable[[Path, Any], None], path: Path) -> tuple[float, ...]:
    """Do the work in a process of its own."""
    context = multiprocessing.get_context("spawn")
    told, answer = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(path, answer))
    process.start()
    found: tuple[float, ...] = told.recv()
    process.join()
    return found


def near_copies(count: int, folder: Path) -> None:
    """Compare ours with datasketch, and with ours on ten times as many paragraphs."""
    path = folder / "paragraphs.parquet"
    paragraphs(count, path)
    seconds, taken, recall, precision = in_child(ours, path)
    peer, peer_taken = in_child(datasketch, path)
    signed, _ = in_child(rensa, path)
    seconds = statistics.median([seconds, *(in_child(ours, path)[0] for _ in range(2))])
    print(f"{count:,} paragraphs, of which a fifth are variants; by seconds of the processor")
    print(f"  ours        {count / seconds:9,.0f}/s  {taken:7.0f} MB")
    print(f"  datasketch  {count / peer:9,.0f}/s  {peer_taken:7.0f} MB  (of shingles, unverified)")
    print(f"  rensa       {count / signed:9,.0f}/s  (of shingles, signatures alone)")
    print(f"  ours: {peer / seconds:.1f} x datasketch, {taken / peer_taken:.2f} of its memory")
    print(f"  recall {recall:.4f}  precision {precision:.4f}")
    paragraphs(10 * count, path)
    more, taken, recall, precision = in_child(ours, path)
    print(f"{10 * count:,} paragraphs: {more:.1f} s, {more / seconds:.1f} x  {taken:.0f} MB")
    print(f"  recall {recall:.4f}  precision {precision:.4f}")
    path.unlink()


def articles_file(count: int, folder: Path) -> Path:
    """Write articles as Parquet."""
    path = folder / f"articles-{count}.parquet"
    command = [sys.executable, "tests/bench/articles.py", str(count), str(path)]
    subprocess.run([*command, "--sentences", str(SENTENCES)], check=True, stdout=subprocess.DEVNULL)
    return path


class Bare:
    """The same shards by multiprocessing.Pool."""

    def __init__(self, options: Options, out: Path) -> None:
        self.work = Work(options, out)

    def __call__(self, shard: Shard) -> Outcome:
        return self.work(shard, {}, lambda _place: None)


def pools(count: int, folder: Path) -> None:
    """Compare our pool with a bare one, by turns."""
    planned = plan([str(articles_file(count, folder))], SHARD, ())
    times: dict[str, list[float]] = {"ours": [], "bare": []}
    for turn in range(3):
        options = Options(shard=SHARD)
        begun = time.perf_counter()
        done = sum(o.articles for o in pool.run(
            Work(options, folder / f"ours-{turn}"), planned, pool.Limits(WORKERS)))  # fmt: skip
        times["ours"].append(time.perf_counter() - begun)
        begun = time.perf_counter()
        context = multiprocessing.get_context("spawn")
        with pool.environment(pool.ONE_THREAD), context.Pool(WORKERS) as bare:
            peer = sum(o.articles for o in bare.imap_unordered(
                Bare(options, folder / f"bare-{turn}"), planned))  # fmt: skip
        times["bare"].append(time.perf_counter() - begun)
        if not done == peer == count:
            sys.exit(f"{done} and {peer} of {count} articles are done")
    ours_best, bare_best = min(times["ours"]), min(times["bare"])
    print(f"{count:,} articles by {WORKERS} processes: ours {count / ours_best:.1f}/s,", end=" ")
    print(f"multiprocessing.Pool {count / bare_best:.1f}/s: {ours_best / bare_best:.3f} x its time")
    for name, turns in times.items():
        print(f"  {name}: {', '.join(f'{seconds:.1f}' for seconds in turns)} s")


def run_batch(source: Path, out: Path, *words: str) -> subprocess.Popen[str]:
    """Start `qari batch`."""
    command = [sys.executable, "-m", "reader", "batch", str(source), "--out", str(out)]
    options = ["--shard", str(SHARD), "--workers", str(WORKERS), *words]
    return subprocess.Popen([*command, *options], text=True, stdout=subprocess.PIPE)


def finished(process: subprocess.Popen[str], name: str, begun: float) -> None:
    """Wait for a run and print what it says."""
    told, _ = process.communicate()
    print(f"{name}: {time.perf_counter() - begun:.1f} s in all")
    print("".join(f"  {line}\n" for line in told.splitlines()), end="")
    if process.returncode:
        sys.exit(f"{name} ended with status {process.returncode}")


def below(root: int) -> Iterator[tuple[int, str]]:
    """Yield the processes that a process started, and those that these did, with their names."""
    parents: dict[int, int] = {}
    names: dict[int, str] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                status = (entry / "status").read_text()
                parents[int(entry.name)] = int(re.search(r"PPid:\s+(\d+)", status)[1])
                names[int(entry.name)] = (entry / "cmdline").read_bytes().decode(errors="replace")
    for pid in parents:
        above = pid
        while above in parents and above != root:
            above = parents[above]
        if above == root and pid != root:
            yield pid, names[pid]


def kill_one(process: subprocess.Popen[str], out: Path, after: int) -> None:
    """Kill a Ray process that analyzes, once so many shards are done."""
    while process.poll() is None and len(list(out.glob("articles/*.parquet"))) < after:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.2)
    victim = next(
        pid for pid, name in below(process.pid) if name.startswith("ray::") and "run_row" in name
    )
    os.kill(victim, signal.SIGKILL)
    print(f"  killed a Ray process after {len(list(out.glob('articles/*.parquet')))} shards")


def rows_of(out: Path) -> dict[str, pa.Table]:
    """Return all rows of a run."""
    found = {name: ds.dataset(out / name).to_table() for name in TABLES}
    return found | {name: pq.read_table(out / f"{name}.parquet") for name in ("pairs", "stories")}


def same_rows(count: int, folder: Path) -> None:
    """Make the same rows by the pool, by Ray, and by Ray with a process killed."""
    source = articles_file(count, folder)
    outs = [folder / name for name in ("pool", "ray", "ray-killed")]
    begun = time.perf_counter()
    finished(run_batch(source, outs[0]), "pool", begun)
    begun = time.perf_counter()
    finished(run_batch(source, outs[1], "--on", "ray"), "Ray", begun)
    begun = time.perf_counter()
    process = run_batch(source, outs[2], "--on", "ray")
    kill_one(process, outs[2], count // SHARD // 3)
    finished(process, "Ray, a process killed", begun)
    expected = rows_of(outs[0])
    print("rows:", ", ".join(f"{table.num_rows:,} {name}" for name, table in expected.items()))
    for out in outs[1:]:
        found = rows_of(out)
        different = [name for name, table in expected.items() if not table.equals(found[name])]
        done = found["articles"].num_rows
        print(f"  {out.name}: {done:,} of {count:,} articles, {different or 'all rows the same'}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("parts", nargs="*", default=["near", "pool", "rows"])
    parser.add_argument("--paragraphs", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=20_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="qari-bench-") as folder:
        if "near" in given.parts:
            near_copies(given.paragraphs, Path(folder))
        if "pool" in given.parts:
            pools(max(SHARD, given.articles // 10), Path(folder))
        if "rows" in given.parts:
            same_rows(given.articles, Path(folder))


if __name__ == "__main__":
    main()
