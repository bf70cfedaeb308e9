"""Lines of JSON, a record each; a line that is damaged is refused by its number."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from reader.errors import DecodingError, InputError, RefusedError
from reader.formats.base import Item, Reading
from reader.formats.charset import read_as
from reader.formats.json_text import parse
from reader.formats.kinds import JSON_LINES
from reader.formats.records import item_of

_CHUNK = 1 << 20


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Yield the article of each line, and each line that is none.

    Raises:
        InputError: there is no line in it.
    """
    data, encoding = _in_utf8(data, reading)
    found = False
    for number, (line, end) in enumerate(_lines(data), start=1):
        reading.progress(end / len(data))
        if line.strip():
            found = True
            yield _item(line, number, reading.inside(str(number)), encoding)
    if not found:
        raise InputError(reading.source, "the file is empty; choose one that holds an article")


def _in_utf8(data: bytes, reading: Reading) -> tuple[bytes, str]:
    """Return the file in UTF-8, and what it was in; as it is where only some lines are damaged."""
    if reading.encoding is None and _is_utf8(data):
        return data.removeprefix(codecs.BOM_UTF8), "utf-8"
    try:
        text = read_as(data, reading.source, chosen=reading.encoding)
    except DecodingError:
        return data, "utf-8"
    return text.text.encode("utf-8", "surrogatepass"), text.encoding


def _is_utf8(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")("surrogatepass")
    try:
        for start in range(0, len(data), _CHUNK):
            decoder.decode(data[start : start + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _lines(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield each line, and where it ends."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        yield data[start:end], end
        start = end + 1


def _item(line: bytes, number: int, reading: Reading, encoding: str) -> Item:
    try:
        value = parse(line.decode("utf-8", "surrogatepass"), reading.source)
    except UnicodeDecodeError:
        reason = f"line {number} is not in UTF-8, as the others are"
        return RefusedError(reading.source, "damaged", reason)
    except RefusedError as error:
        return RefusedError(reading.source, error.code, f"line {number}: {error.reason}")
    return item_of(value, reading, JSON_LINES.name, encoding)
