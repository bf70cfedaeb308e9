"""JSON: one record, a list of them, or an object that holds such a list; analyses of ours too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reader.core.codec import FORMAT
from reader.errors import RefusedError
from reader.formats import json_lines
from reader.formats.base import Item, Reading
from reader.formats.charset import read_as
from reader.formats.json_text import parse
from reader.formats.kinds import JSON
from reader.formats.records import has_text, item_of

_SECOND_VALUE = re.compile(r"\}[ \t\r]*\n\s*\{")
_DEEPEST = 3  # objects in each other that a list of records is looked for in


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Yield the articles of a file, and each record that is none.

    Raises:
        InputError: it is not JSON, or there is no record in it.
    """
    text = read_as(data, reading.source, chosen=reading.encoding, declared="utf-8")
    try:
        value = parse(text.text, reading.source)
    except RefusedError:
        if not _SECOND_VALUE.search(text.text):
            raise
        yield from json_lines.read(data, reading)
        return
    if isinstance(value, dict) and (value.get("format") == FORMAT or has_text(value, reading)):
        yield item_of(value, reading, JSON.name, text.encoding)
        return
    records = value if isinstance(value, list) else _records(value, reading, _DEEPEST)
    if not records:
        yield item_of(value, reading, JSON.name, text.encoding)
        return
    for number, record in enumerate(records, start=1):
        reading.progress(number / len(records))
        yield item_of(record, reading.inside(str(number)), JSON.name, text.encoding)


def _records(value: Any, reading: Reading, depth: int) -> list[Any]:  # noqa: ANN401 - of JSON
    """Return the longest list of records in an object, or else the records that it names."""
    if not isinstance(value, dict) or not depth:
        return []
    lists = [v for v in value.values() if isinstance(v, list) and any(map(_is_record, v))]
    if lists:
        return max(lists, key=len)
    named = [v for v in value.values() if isinstance(v, dict) and has_text(v, reading)]
    return named or next(
        (found for v in value.values() if (found := _records(v, reading, depth - 1))), []
    )


def _is_record(value: object) -> bool:
    return isinstance(value, dict)
