"""Tables in text (CSV, TSV): a row is an article, a column holds its text."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from reader.errors import InputError, RefusedError
from reader.formats.base import Item, Reading
from reader.formats.charset import read_as
from reader.formats.kinds import TABLE
from reader.formats.records import item_of

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 1 << 25  # characters
_LONGEST_NAME = 80  # characters of a column's name; what is longer is a text


def read(data: bytes, reading: Reading) -> Iterator[Item]:
    """Yield the article of each row, named by its number in the table, and each that has none.

    Raises:
        InputError: there is no row in it.
    """
    text = read_as(data, reading.source, chosen=reading.encoding)
    lines = text.text.count("\n") + 1
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(StringIO(text.text, newline=""), delimiter=_delimiter(text.text))
    names: list[str] = []
    found = False
    for number, row in enumerate(_rows(rows, reading), start=1):
        inside = reading.inside(str(number))
        if isinstance(row, RefusedError):
            yield row
        elif not names and all(len(cell) <= _LONGEST_NAME for cell in row):
            names = row
        elif any(cell.strip() for cell in row):
            found = True
            reading.progress(min(rows.line_num / lines, 1.0))
            names = names or [str(column) for column in range(1, len(row) + 1)]
            record = dict(zip(names, row, strict=False))
            yield item_of(record, inside, TABLE.name, text.encoding)
    if not found:
        raise InputError(reading.source, "there is no row in this table below the columns' names")


def _rows(rows: Iterator[list[str]], reading: Reading) -> Iterator[list[str] | RefusedError]:
    """Yield the rows; one that cannot be read is refused, and those after it are read."""
    number = 0
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            source = reading.inside(str(number)).source
            yield RefusedError(source, "damaged", f"row {number} cannot be read: {error}")
        else:
            yield row


def _delimiter(text: str) -> str:
    """Return what parts the columns: what the names of the columns are parted by most."""
    names = text[: 1 << 16].partition("\n")[0]
    return max(_DELIMITERS, key=names.count)
