"""The feeds that a library follows; they are asked when the user says so, never by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.types import Document
from reader.library.articles import plain, save_in
from reader.library.clock import now
from reader.library.database import Database
from reader.library.digest import Ledger, digest


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed.

    Attributes:
        etag, modified: what its server said of the last answer, to ask only for newer ones.
        checked: when it was asked last, in ISO 8601; "" where it never was.
    """

    address: str
    etag: str | None = None
    modified: str | None = None
    checked: str = ""


class Feeds:
    """Keeps the feeds of one library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> tuple[Feed, ...]:
        """Return the feeds by address."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT address, etag, modified, checked FROM feed ORDER BY address"
            ).fetchall()
        return tuple(Feed(*row) for row in rows)

    def add(self, address: str) -> Feed:
        """Follow a feed; return it as it is known."""
        address = plain(address)
        with self._database.writing() as connection:
            ledger = Ledger()
            new = connection.execute(
                "INSERT OR IGNORE INTO feed (address, checked, digest) VALUES (?, '', ?)",
                (address, digest(address)),
            ).rowcount
            if new:
                ledger.put("feed", digest(address))
            ledger.settle(connection)
            row = connection.execute(
                "SELECT address, etag, modified, checked FROM feed WHERE address = ?", (address,)
            ).fetchone()
        return Feed(*row)

    def remove(self, address: str) -> None:
        """Follow a feed no more; its articles stay."""
        with self._database.writing() as connection:
            ledger = Ledger()
            gone = connection.execute(
                "DELETE FROM feed WHERE address = ? RETURNING digest", (plain(address),)
            ).fetchall()
            for (old,) in gone:
                ledger.drop("feed", old)
            ledger.settle(connection)

    def keep(
        self,
        address: str,
        documents: Sequence[Document],
        *,
        etag: str | None,
        modified: str | None,
    ) -> int:
        """Save what a feed gave, and what its server said of it; return how many are new."""
        with self._database.writing() as connection:
            saved = save_in(connection, documents)
            connection.execute(
                "UPDATE feed SET etag = ?, modified = ?, checked = ? WHERE address = ?",
                (etag and plain(etag), modified and plain(modified), now(), plain(address)),
            )
        return sum(one.new for one in saved)

    def unchanged(self, address: str) -> None:
        """Note that a feed was asked and had nothing newer."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE feed SET checked = ? WHERE address = ?", (now(), plain(address))
            )
