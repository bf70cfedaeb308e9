"""What a shard holds, one unit after the other: files, JSON lines, rows of Parquet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from reader.batch.options import Options
from reader.batch.plan import Shard
from reader.errors import InputError, UnreadableError
from reader.formats.base import Item, Reading
from reader.formats.json_text import parse
from reader.formats.kinds import JSON_LINES
from reader.formats.records import item_of
from reader.service import Choices, Workspace

LINE = 64 << 20  # bytes of the longest line that is read

PARQUET = "parquet"

Unit = tuple[str, Callable[[], Iterator[Item]]]
"""What errors call a file, line or row, and what yields its articles."""


def units(shard: Shard, options: Options) -> Iterator[Unit]:
    """Yield the units of a shard in their order.

    Raises:
        UnreadableError: the file of lines or rows cannot be read any more.
    """
    if shard.kind == "files":
        yield from _file_units(shard, options)
    elif shard.kind == "lines":
        yield from _line_units(shard, options)
    else:
        yield from _row_units(shard, options)


def _file_units(shard: Shard, options: Options) -> Iterator[Unit]:
    workspace = Workspace()
    choices = Choices(encoding=options.encoding, fields=options.fields)
    for path in shard.paths:
        yield path, partial(workspace.open_all, Path(path), choices)


def _line_units(shard: Shard, options: Options) -> Iterator[Unit]:
    (path,) = shard.paths
    try:
        with Path(path).open("rb") as file:
            file.seek(shard.start)
            for number in range(shard.first, shard.first + shard.count):
                line = _read_line(file)
                source = f"{path}#{number}"
                yield source, partial(_line, line, source, options)
    except OSError as error:
        raise UnreadableError(path, error.strerror or str(error)) from error


def _read_line(file: Any) -> bytes:  # noqa: ANN401 - a binary file
    line: bytes = file.readline(LINE + 1)
    rest = line
    while len(rest) > LINE and not rest.endswith(b"\n"):
        rest = file.readline(LINE + 1)
    return line


def _line(line: bytes, source: str, options: Options) -> Iterator[Item]:
    if not line.strip():
        return
    if len(line) > LINE:
        raise InputError(source, f"the line is longer than {LINE >> 20} MB")
    encoding = options.encoding or "utf-8"
    try:
        words = line.decode(encoding, "surrogatepass" if encoding == "utf-8" else "strict")
    except UnicodeDecodeError as error:
        raise InputError(source, f"this line is not in {encoding}") from error
    yield item_of(
        parse(words.removeprefix("\ufeff"), source), _reading(source, options), JSON_LINES.name
    )


def _row_units(shard: Shard, options: Options) -> Iterator[Unit]:
    (path,) = shard.paths
    try:
        with pq.ParquetFile(path) as file:
            names = _columns(file.schema_arrow)
            place = 0
            for batch in file.iter_batches(shard.count, row_groups=[shard.group], columns=names):
                skip = max(0, shard.start - place)
                place += len(batch)
                end = place - shard.start - shard.count  # rows beyond the shard
                rows = batch.slice(skip, len(batch) - skip - max(0, end)).to_pylist()
                begin = place - len(batch) + skip - shard.start
                for at, row in enumerate(rows, shard.first + begin):
                    source = f"{path}#{at}"
                    yield source, partial(_row, row, source, options)
                if end >= 0:
                    return
    except (OSError, pa.ArrowException) as error:
        raise UnreadableError(path, f"cannot be read: {error}") from error


def _row(row: dict[str, Any], source: str, options: Options) -> Iterator[Item]:
    told = {
        name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()
    }
    yield item_of(told, _reading(source, options), PARQUET)


def _reading(source: str, options: Options) -> Reading:
    return Reading(source, fields=options.fields)


def _columns(schema: pa.Schema) -> list[str]:
    """Return the columns that may say something of an article, of all that the file has."""
    return [field.name for field in schema if not pa.types.is_binary(field.type)]
