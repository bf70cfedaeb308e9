"""Tables for spreadsheets, in which words of an article are never taken for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from reader.export.encoding import utf8

Cell = str | int | float | None
MOST = 1000  # characters of a cell; a sentence of a hostile article may be all of it
_BYTE_ORDER = "\ufeff"  # tells spreadsheets that it is UTF-8
# What begins a formula, or lets one begin, after characters that cannot be seen; quotes before
# it are counted in, so that taking one quote off gives back every cell as it was.
RISK = re.compile(
    "'*[\\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"
    "[=+\\-@|%\\t\\r\\n\\0\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b]"
)


def table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a table in CSV (RFC 4180) with every cell quoted."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(columns)
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    return utf8(_BYTE_ORDER + out.getvalue())


def joined(words: Iterable[str]) -> str:
    """Return the different words of several as one cell."""
    return cut("; ".join(dict.fromkeys(words)))


def cut(words: str) -> str:
    """Return words, of which the end is left out where they are very long."""
    return words if len(words) <= MOST else words[: MOST - 1] + "…"


def _inert(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet runs: an apostrophe makes words of it."""
    return f"'{cell}" if isinstance(cell, str) and RISK.match(cell) else cell
