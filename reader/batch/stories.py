"""Near copies among the articles of a run, and the stories that they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from reader import near
from reader.batch.shard import part, write_table
from reader.batch.tables import ARTICLES_IN_SHARD, PAIRS, STORIES
from reader.near.signatures import Signatures
from reader.resources import dedupe

PAIRS_FILE = "pairs.parquet"
STORIES_FILE = "stories.parquet"


def signatures(out: Path, shards: Iterable[int]) -> tuple[NDArray[np.int64], Signatures]:
    """Return the numbers of all articles, ascending, and their signatures."""
    numbers, rows = [np.zeros(0, np.int64)], [np.zeros((0, near.WIDTH), np.uint32)]
    for shard in shards:
        told = pq.read_table(part(out, "signatures", shard))
        numbers.append(told["article"].to_numpy())
        rows.append(signature_rows(told["signature"]))
    return np.concatenate(numbers), np.concatenate(rows)


def numbers(out: Path, shards: Iterable[int]) -> NDArray[np.int64]:
    """Return the numbers of all articles, ascending."""
    found = [np.zeros(0, np.int64)]
    for shard in shards:
        told = pq.read_table(part(out, "articles", shard), columns=["article"])
        found.append(told["article"].to_numpy())
    return np.concatenate(found)


def signature_rows(column: pa.ChunkedArray) -> Signatures:
    """Return a column of signatures as rows of numbers."""
    joined = b"".join(column.to_pylist())
    return np.frombuffer(joined, np.uint32).reshape(-1, near.WIDTH)


def texts(out: Path, articles: Iterable[int]) -> dict[int, str]:
    """Return the texts of articles by their numbers."""
    wanted: dict[int, list[int]] = {}
    for article in articles:
        wanted.setdefault(article // ARTICLES_IN_SHARD, []).append(article)
    found: dict[int, str] = {}
    for shard, numbers in wanted.items():
        told = pq.read_table(part(out, "articles", shard), columns=["article", "text"])
        told = told.filter(pc.is_in(told["article"], pa.array(numbers, pa.int64())))
        found.update(zip(told["article"].to_pylist(), told["text"].to_pylist(), strict=True))
    return found


def verified(told: Mapping[int, str], pairs: Sequence[tuple[int, int]]) -> Iterator[near.Match]:
    """Yield those pairs of articles that are copies."""
    yield from near.verify(told, pairs, dedupe.load())


def find(out: Path, shards: int) -> tuple[int, int]:
    """Find near copies among all articles and write them; return how many pairs and stories.

    Raises:
        BatchError: the files cannot be written.
    """
    numbers, rows = signatures(out, range(shards))
    candidates: list[tuple[int, int]] = numbers[near.pairs(rows)].tolist()
    told = texts(out, sorted({number for pair in candidates for number in pair}))
    return write(out, numbers, list(verified(told, candidates)))


def write(out: Path, numbers: NDArray[np.int64], matches: Sequence[near.Match]) -> tuple[int, int]:
    """Write pairs and stories; return how many there are of both.

    Raises:
        BatchError: the files cannot be written.
    """
    columns = (
        [match.first for match in matches],
        [match.second for match in matches],
        [match.similarity for match in matches],
        [match.conflicts for match in matches],
    )
    write_table(pa.table(dict(zip(PAIRS.names, columns, strict=True)), PAIRS), out / PAIRS_FILE)
    places = np.searchsorted(numbers, np.array(columns[:2], np.int64).T)
    labels = np.array(near.components(len(numbers), places.tolist()), np.int64)
    sizes = np.bincount(labels, minlength=len(labels))
    told = np.flatnonzero(sizes[labels] > 1)
    order = told[np.lexsort((told, labels[told]))]
    members = {"story": numbers[labels[order]], "article": numbers[order]}
    write_table(pa.table(members, STORIES), out / STORIES_FILE)
    return len(matches), int((sizes > 1).sum())
