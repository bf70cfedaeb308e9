"""What is read, cut into shards.

The same input gives the same shards in the same order, in one pass that holds no more than a
folder's names; nothing is opened but JSON Lines, for where its lines begin, and the footers of
Parquet.
"""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from reader.errors import InputError, UnreadableError
from reader.notebooks import SUFFIX as NOTEBOOK

LINES = frozenset({".jsonl", ".ndjson"})
ROWS = frozenset({".parquet"})
SLICES = 64  # of a Parquet row group at most: each reads the group up to its own end

_PIECE = 1 << 20  # bytes of a line that are read at a time


@dataclass(frozen=True, slots=True)
class Shard:
    """Some units of the input: files, or the lines or rows of one file.

    Attributes:
        number: counted from 0.
        paths: the files; of lines and rows, the one that holds them.
        first: the number of the first line or row in its file, from 1.
        count: how many units there are.
        start: of lines, the offset of the first in bytes.
        group: of rows, the row group, and `start` the first row's place in it.
    """

    number: int
    kind: Literal["files", "lines", "rows"]
    paths: tuple[str, ...]
    count: int
    first: int = 1
    start: int = 0
    group: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run reads.

    Attributes:
        fingerprint: of the names, sizes and times of change of all files.
    """

    inputs: tuple[str, ...]
    shard: int
    suffixes: frozenset[str]
    fingerprint: str
    shards: int
    units: int

    def __iter__(self) -> Iterator[Shard]:
        return _shards(self.inputs, self.shard, self.suffixes)


def plan(inputs: Sequence[str], shard: int, suffixes: Iterable[str]) -> Plan:
    """Look at the input once.

    Args:
        inputs: files, folders and patterns (`news/**/*.html`).
        shard: units in a shard.
        suffixes: of the files that are taken from folders.

    Raises:
        InputError: one of the inputs is not there, or holds nothing to read.
    """
    known = frozenset(suffixes) | LINES | ROWS
    sums = hashlib.sha256()
    for path in _files(inputs, known):
        seen = _stat(path)
        sums.update(
            f"{path}\0{seen.st_size}\0{seen.st_mtime_ns}\n".encode("utf-8", "surrogatepass")
        )
    shards = units = 0
    for part in _shards(inputs, shard, known):
        shards += 1
        units += part.count
    return Plan(tuple(inputs), shard, known, sums.hexdigest(), shards, units)


def shard_json(shard: Shard) -> dict[str, Any]:
    """Return a shard as JSON values."""
    return asdict(shard)


def read_shard(told: Mapping[str, Any]) -> Shard:
    """Return the shard that `shard_json` told."""
    return Shard(**{**told, "paths": tuple(told["paths"])})


def _files(inputs: Iterable[str], suffixes: frozenset[str]) -> Iterator[str]:
    for given in inputs:
        found = False
        for path in _named(given, suffixes):
            found = True
            yield path
        if not found:
            raise InputError(given, "there is no file in it that can be read; check the name")


def _named(given: str, suffixes: frozenset[str]) -> Iterator[str]:
    """Yield the files that one input names."""
    if os.path.isdir(given):  # noqa: PTH112 - names stay as they were given
        yield from _below(given, suffixes)
    elif os.path.exists(given):  # noqa: PTH110 - see above
        yield given
    else:
        for path in sorted(glob.iglob(given, recursive=True)):  # noqa: PTH207 - see above
            if Path(path).is_file():
                yield path


def _below(folder: str, suffixes: frozenset[str]) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise UnreadableError(folder, error.strerror or str(error)) from error
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, suffixes)
        elif _is_read(entry.name, suffixes) and entry.is_file():
            yield entry.path


def _is_read(name: str, suffixes: frozenset[str]) -> bool:
    return _suffix(name) in suffixes and not name.endswith(NOTEBOOK)


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - of a bare name


def _stat(path: str) -> os.stat_result:
    try:
        return Path(path).stat()
    except OSError as error:
        raise UnreadableError(path, error.strerror or str(error)) from error


def _shards(inputs: Sequence[str], size: int, suffixes: frozenset[str]) -> Iterator[Shard]:
    for number, part in enumerate(_parts(inputs, size, suffixes)):
        yield Shard(number, *part)


def _parts(inputs: Sequence[str], size: int, suffixes: frozenset[str]) -> Iterator[tuple[Any, ...]]:
    """Yield what makes up a shard but its number."""
    files: list[str] = []
    for path in _files(inputs, suffixes):
        records = _suffix(path) in LINES or _suffix(path) in ROWS
        if files and (records or len(files) == size):
            yield "files", tuple(files), len(files)
            files = []
        if not records:
            files.append(path)
        elif _suffix(path) in LINES:
            yield from _lines(path, size)
        else:
            yield from _rows(path, size)
    if files:
        yield "files", tuple(files), len(files)


def _lines(path: str, size: int) -> Iterator[tuple[Any, ...]]:
    """Cut a file after every so many lines."""
    try:
        with Path(path).open("rb") as file:
            first, start, count = 1, 0, 0
            while _skip_line(file):
                count += 1
                if count == size:
                    yield "lines", (path,), count, first, start
                    first, start, count = first + count, file.tell(), 0
            if count:
                yield "lines", (path,), count, first, start
    except OSError as error:
        raise UnreadableError(path, error.strerror or str(error)) from error


def _skip_line(file: Any) -> bool:  # noqa: ANN401 - a binary file
    """Read to the end of a line; tell whether there was one."""
    piece = file.readline(_PIECE)
    found = bool(piece)
    while piece and not piece.endswith(b"\n"):
        piece = file.readline(_PIECE)
    return found


def _rows(path: str, size: int) -> Iterator[tuple[Any, ...]]:
    """Cut each row group of a Parquet file into slices."""
    import pyarrow as pa  # noqa: PLC0415 - only Parquet needs it
    import pyarrow.parquet as pq  # noqa: PLC0415 - see above

    try:
        with pq.ParquetFile(path) as file:
            groups = [file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)]
    except (OSError, pa.ArrowException) as error:
        raise UnreadableError(path, f"this is no Parquet file: {error}") from error
    first = 1
    for group, rows in enumerate(groups):
        step = max(size, -(-rows // SLICES))
        for start in range(0, rows, step):
            yield "rows", (path,), min(step, rows - start), first + start, start, group
        first += rows
