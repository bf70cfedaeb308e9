"""One shard, from its units to its files: what every process of a run does."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from reader import near
from reader.batch.options import Options
from reader.batch.plan import Shard
from reader.batch.records import units
from reader.batch.tables import ARTICLES_IN_SHARD, SCHEMAS, Row, analysis_rows, table, whole
from reader.core.codec import to_json
from reader.core.types import Document
from reader.errors import BatchError, InputError
from reader.files import replace_file
from reader.formats.base import Item
from reader.service import Workspace

Place = tuple[int, int]
"""A unit of the shard, counted from 0, and an article of it, counted from 1; 0 is its opening.

The unit after the last stands for the writing of the files.
"""

Skip = Mapping[Place, str]
"""Places that are left out, and why."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a shard."""

    shard: int
    units: int
    articles: int
    refused: int


def run_shard(
    shard: Shard,
    options: Options,
    out: Path,
    skip: Skip | None = None,
    started: Callable[[Place], None] = lambda _place: None,
) -> Outcome:
    """Analyze the articles of a shard into its files.

    `started` is told of each place before work on it begins: where the process ends without
    another word, it is what ended it.

    Raises:
        InputError: a file of lines or rows cannot be read any more.
        BatchError: the files cannot be written.
    """
    rows = _Rows(shard, options)
    for source, item in _items(shard, options, skip or {}, started):
        if isinstance(item, InputError):
            rows.refuse(item.source, item.reason)
        else:
            rows.analyze(source, item)
    started((shard.count, 0))
    rows.write(out)
    return Outcome(shard.number, shard.count, rows.articles, rows.refused)


def _items(
    shard: Shard, options: Options, skip: Skip, started: Callable[[Place], None]
) -> Iterator[tuple[str, Item]]:
    for number, (source, opened) in enumerate(units(shard, options)):
        started((number, 0))
        if (number, 0) in skip:
            yield source, InputError(source, skip[number, 0])
            continue
        for article, item in enumerate(_opened(source, opened), 1):
            started((number, article))
            left_out = skip.get((number, article))
            name = item.source or source
            yield name, item if left_out is None else InputError(name, left_out)


def _opened(source: str, opened: Callable[[], Iterator[Item]]) -> Iterator[Item]:
    """Yield the articles of a unit; whatever is wrong with it is one more refusal."""
    try:
        yield from opened()
    except InputError as error:
        yield error
    except MemoryError:
        yield InputError(source, "it needs more memory than a process may have")
    except Exception as error:  # noqa: BLE001 - one file must not cost the others
        yield InputError(source, f"reading it failed: {type(error).__name__}: {error}")


class _Rows:
    """The rows of a shard, as they come.

    Attributes:
        articles, refused: how many of both.
    """

    def __init__(self, shard: Shard, options: Options) -> None:
        self._shard = shard
        self._options = options
        self._workspace = Workspace()
        self._tables: dict[str, list[Row]] = {name: [] for name in SCHEMAS}

    @property
    def articles(self) -> int:
        return len(self._tables["articles"])

    @property
    def refused(self) -> int:
        return len(self._tables["refused"])

    def refuse(self, source: str, reason: str) -> None:
        row = {"shard": self._shard.number, "source": source, "reason": reason}
        self._tables["refused"].append(whole(row))

    def analyze(self, source: str, document: Document) -> None:
        """Add the rows of an article, or why there are none."""
        try:
            self._add(document)
        except MemoryError:
            self.refuse(source, "it needs more memory than a process may have")
        except Exception as error:  # noqa: BLE001 - one article must not cost the others
            self.refuse(source, f"analyzing it failed: {type(error).__name__}: {error}")

    def _add(self, document: Document) -> None:
        analysis = self._workspace.analyze(
            document, self._options.reference_date, engine=self._options.engine
        )
        number = self._shard.number * ARTICLES_IN_SHARD + self.articles
        found = analysis_rows(number, analysis)
        if self._options.analyses:
            told = json.dumps(whole(to_json(analysis)), ensure_ascii=False)
            found["analyses"] = [{"article": number, "analysis": told}]
        for name, rows in found.items():
            self._tables[name] += rows

    def write(self, out: Path) -> None:
        """Write the files; the articles come last, and say that the shard is done."""
        texts = [row["text"] for row in self._tables["articles"]]
        self._tables["signatures"] = [
            {"article": row["article"], "signature": signature.tobytes()}
            for row, signature in zip(self._tables["articles"], near.signatures(texts), strict=True)
        ]
        for name in sorted(SCHEMAS, key=lambda name: name == "articles"):
            if name != "analyses" or self._options.analyses:
                write_table(table(name, self._tables[name]), part(out, name, self._shard.number))


def part(out: Path, name: str, shard: int) -> Path:
    """Return the file of a shard's rows of one table."""
    return out / name / f"part-{shard:06}.parquet"


def is_done(out: Path, shard: int) -> bool:
    """Tell whether a shard's files are all there."""
    needed = (name for name in SCHEMAS if name != "analyses")
    return all(part(out, name, shard).exists() for name in needed)


def write_table(rows: pa.Table, path: Path) -> None:
    """Write a Parquet file, whole or not at all.

    Raises:
        BatchError: it cannot be written.
    """
    sink = pa.BufferOutputStream()
    pq.write_table(rows, sink, compression="zstd")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, sink.getvalue())
    except OSError as error:
        raise BatchError(f"{path}: cannot be written: {error.strerror}") from error
