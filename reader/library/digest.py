"""Digests by which damage shows that SQLite's own checks let pass.

SQLite's integrity check says nothing of what a row holds. So each row of what cannot be made
again has a digest of its values, and the file holds, for each table of such rows, how many there
are and the sum (exclusive or) of their digests, so that a row that is gone shows too.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict

SIZE = 16  # bytes
Value = int | str | bytes | float | None


def digest(*values: Value) -> bytes:
    """Return the digest of a row's values, in their order."""
    return hashlib.blake2b(b"".join(map(_written, values)), digest_size=SIZE).digest()


def _written(value: Value) -> bytes:
    """Return a value as bytes that no other value has, in any Python."""
    if isinstance(value, bytes):
        return b"b%d:%b" % (len(value), value)
    if isinstance(value, str):
        encoded = value.encode("utf-8", "surrogatepass")
        return b"s%d:%b" % (len(encoded), encoded)
    return f"{value!r};".encode()


def added(one: bytes, other: bytes) -> bytes:
    """Return the sum of two digests; each is its own inverse."""
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).to_bytes(SIZE, "big")


class Ledger:
    """What one transaction adds to the sums, written once at its end by `settle`."""

    def __init__(self) -> None:
        self._counts: defaultdict[str, int] = defaultdict(int)
        self._sums: defaultdict[str, bytes] = defaultdict(lambda: bytes(SIZE))

    def put(self, table: str, new: bytes) -> None:
        """Count a row in."""
        self._count(table, new, 1)

    def drop(self, table: str, old: object) -> None:
        """Count a row out, by the digest that is stored with it."""
        self._count(table, old if isinstance(old, bytes) and len(old) == SIZE else bytes(SIZE), -1)

    def _count(self, table: str, one: bytes, by: int) -> None:
        self._counts[table] += by
        self._sums[table] = added(self._sums[table], one)

    def settle(self, connection: sqlite3.Connection) -> None:
        """Write the new sums."""
        for table, count in self._counts.items():
            known = connection.execute(
                "SELECT rows, sum FROM seal WHERE name = ?", (table,)
            ).fetchone()
            rows, total = known or (0, bytes(SIZE))
            connection.execute(
                "INSERT OR REPLACE INTO seal (name, rows, sum) VALUES (?, ?, ?)",
                (table, rows + count, added(total, self._sums[table])),
            )
