"""What a shard holds, one unit after the other: files, JSON lines, rows of Parquet."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from reader.batch.options import Options
from reader.batch.plan import Shard
from reader.core.types import Document
from reader.errors import InputError, UnreadableError
from reader.formats.base import Item
from reader.formats.text import from_text
from reader.service import Choices, Workspace

LINE = 64 << 20  # bytes of the longest line that is read
GUESSES = {
    "text": ("text", "body", "content", "article", "نص", "النص"),
    "title": ("title", "headline", "عنوان", "العنوان"),
    "published": ("published", "date", "published_at", "publish_date", "تاريخ", "التاريخ"),
    "author": ("author", "byline", "كاتب", "الكاتب"),
    "address": ("url", "address", "link", "رابط", "الرابط"),
}

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
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(source, f"this line is no JSON: {error}") from error
    if not isinstance(record, dict):
        raise InputError(source, "this line is no object with fields")
    yield document_of(record, source, options, "jsonl")


def _row_units(shard: Shard, options: Options) -> Iterator[Unit]:
    import pyarrow as pa  # noqa: PLC0415 - only Parquet needs it
    import pyarrow.parquet as pq  # noqa: PLC0415 - see above

    (path,) = shard.paths
    try:
        with pq.ParquetFile(path) as file:
            names = _columns(file.schema_arrow.names, options)
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
    yield document_of(row, source, options, "parquet")


def _columns(names: list[str], options: Options) -> list[str]:
    """Return the columns that are read, of all that the file has."""
    wanted = {name for guesses in GUESSES.values() for name in guesses}
    wanted |= {name for _, name in options.fields}
    return [name for name in names if name in wanted]


def document_of(
    record: Mapping[str, Any], source: str, options: Options, format_name: str
) -> Document:
    """Return the article that a record holds.

    Raises:
        InputError: it has no text, or none in the field that was named.
    """
    named = dict(options.fields)
    told = {
        what: _field(record, [named[what]] if what in named else guesses)
        for what, guesses in GUESSES.items()
    }
    text = told["text"]
    if not isinstance(text, str) or not text.strip():
        field = named.get("text", "text")
        raise InputError(source, f"there is no text in its field {field!r}; name it by --field")
    return replace(
        from_text(text, source=source, title=_words(told["title"])),
        published=_day(told["published"]),
        author=_words(told["author"]),
        address=_words(told["address"]),
        format=format_name,
    )


def _field(record: Mapping[str, Any], names: tuple[str, ...] | list[str]) -> object:
    return next((record[name] for name in names if record.get(name) is not None), None)


def _words(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
