"""The user's notebooks, with every change to them, so that each can be undone at any time.

A notebook is kept in rows, one for each correction, highlight and bookmark, each with the digest
of its values. A row that is not what was written is never shown and never written over: it is
told, and set aside when the notebook is written next.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reader.core.notebook import Notebook, merged, notebook_from_json, notebook_to_json
from reader.errors import ContractError, LibraryError
from reader.library import journal
from reader.library.articles import plain
from reader.library.database import Database
from reader.library.digest import SIZE, Ledger, added, digest
from reader.library.types import Change, Damage, Kept, Step

_PARTS = (("correction", "corrections"), ("highlight", "highlights"), ("bookmark", "bookmarks"))


@dataclass(frozen=True, slots=True)
class _Stored:
    """A row of a notebook as it lies in the file, whatever it is."""

    id: int
    kind: Any
    place: Any
    body: Any
    digest: Any

    def is_sound(self, hash_: str) -> bool:
        return bool(digest(hash_, self.kind, self.place, self.body) == self.digest)

    @property
    def value(self) -> tuple[str, int, bytes]:
        return self.kind, self.place, self.body


class Notes:
    """Keeps the notebooks of one library. May be used from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, article: int) -> Kept:
        """Return an article's notebook, empty where the user keeps nothing of it.

        Raises:
            LibraryError: there is no such article, or the file cannot be read.
        """
        with self._database.reading() as connection:
            return self._load(connection, article)[0]

    def keep(
        self, article: int, notebook: Notebook, *, base: Notebook, words: str = ""
    ) -> Notebook:
        """Keep what was changed from `base` to `notebook`; return the notebook as it is now.

        What another window has changed meanwhile stays. `words` name the step that can be
        undone. It is on the disk when this returns.

        Raises:
            LibraryError: it was not kept; the caller still has the notebook.
        """
        with self._database.writing() as connection:
            return self._keep(connection, article, notebook, base, words)

    def take_in(self, connection: sqlite3.Connection, article: int, notebook: Notebook) -> None:
        """Add what was kept of an article elsewhere, in a transaction that is open."""
        self._keep(connection, article, notebook, Notebook(notebook.document), "")

    def _keep(
        self,
        connection: sqlite3.Connection,
        article: int,
        notebook: Notebook,
        base: Notebook,
        words: str,
    ) -> Notebook:
        before = self._load(connection, article)[0].notebook
        after = self._store(connection, article, merged(base, notebook, before))
        if after != before:
            told = notebook_to_json(before), notebook_to_json(after)
            journal.log(connection, article, plain(words), *told)
        return after

    def undo(self, article: int) -> Notebook | None:
        """Take the last change back; return the notebook as it is now, None without a change.

        Raises:
            LibraryError: the change is damaged, and was set aside, or nothing can be written.
        """
        return self._turn(article, back=True)

    def redo(self, article: int) -> Notebook | None:
        """Make the change again that was undone last; as `undo`."""
        return self._turn(article, back=False)

    def steps(self, article: int) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
        """Return the changes that can be undone and those that can be redone, the next first."""
        with self._database.reading() as connection:
            return journal.steps(connection, article)

    def history(self, article: int) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
        """Return the reader's changes that can be undone and redone, in the order of their making.

        What came with an import, and what is damaged, cannot be taken back step by step.
        """
        with self._database.reading() as connection:
            done, undone = journal.history(connection, article)
        return tuple(map(_change, done)), tuple(map(_change, undone))

    def aside(self) -> tuple[Damage, ...]:
        """Return the damaged rows that were set aside, the last first."""
        with self._database.reading() as connection:
            found = connection.execute(
                "SELECT origin, row, article, body, reason FROM aside ORDER BY id DESC"
            ).fetchall()
        return tuple(
            Damage(table, row, article, journal.legible(body), reason)
            for table, row, article, body, reason in found
        )

    # -- in a transaction that is open -------------------------------------------------------

    def _load(
        self, connection: sqlite3.Connection, article: int
    ) -> tuple[Kept, str, list[_Stored]]:
        """Return the notebook, the article's hash and all rows as they are."""
        known = connection.execute("SELECT hash FROM article WHERE id = ?", (article,)).fetchone()
        if known is None:
            raise LibraryError(self._database.path, "missing", f"it has no article {article}")
        (hash_,) = known
        rows = [
            _Stored(*row)
            for row in connection.execute(
                "SELECT id, kind, place, body, digest FROM kept WHERE article = ?"
                " ORDER BY kind, place, id",
                (article,),
            )
        ]
        kept = _read(hash_, article, rows)
        head = connection.execute(
            "SELECT revision, rows, digest FROM notebook WHERE article = ?", (article,)
        ).fetchone()
        if not _tallies(hash_, rows, head):
            reason = "a correction or note is missing or was changed"
            damage = Damage("notebook", article, article, "", reason)
            kept = Kept(kept.notebook, (*kept.damaged, damage))
        return kept, hash_, rows

    def _store(self, connection: sqlite3.Connection, article: int, notebook: Notebook) -> Notebook:
        """Write a notebook; rows that are damaged are set aside."""
        kept, hash_, rows = self._load(connection, article)
        for damage in kept.damaged:
            if damage.table == "notebook":
                journal.set_aside(connection, "notebook", article, article, b"", damage.reason)
        ledger = Ledger()
        wanted = dict.fromkeys(_values(notebook))
        for row in rows:
            sound = row.is_sound(hash_)
            if sound and row.value in wanted:
                del wanted[row.value]
                continue
            if not sound:
                journal.set_aside(connection, "kept", row.id, article, row.body)
            connection.execute("DELETE FROM kept WHERE id = ?", (row.id,))
            ledger.drop("kept", row.digest)
        for kind, place, body in wanted:
            made = digest(hash_, kind, place, body)
            connection.execute(
                "INSERT INTO kept (article, kind, place, body, digest) VALUES (?, ?, ?, ?, ?)",
                (article, kind, place, body, made),
            )
            ledger.put("kept", made)
        _tally(connection, article, hash_, ledger)
        ledger.settle(connection)
        return self._load(connection, article)[0].notebook

    def _turn(self, article: int, *, back: bool) -> Notebook | None:
        with self._database.writing() as connection:
            step = journal.next_step(connection, article, back=back)
            if step is None:
                return None
            if step.is_sound:
                ends = notebook_from_json(step.before), notebook_from_json(step.after)
                to, base = ends if back else ends[::-1]
                current = self._load(connection, article)[0].notebook
                done = self._store(connection, article, merged(base, to, current))
                journal.turn(connection, step.id, back=back)
                return done
            journal.set_aside(connection, "journal", step.id, article, step.raw)
            journal.forget(connection, step.id)
        reason = "the record of this change is damaged; it was set aside"
        raise LibraryError(self._database.path, "damaged", reason)


def _change(step: tuple[str, journal.Entry]) -> Change:
    words, entry = step
    return Change(words, notebook_from_json(entry.before), notebook_from_json(entry.after))


def _values(notebook: Notebook) -> list[tuple[str, int, bytes]]:
    """Return the rows of a notebook."""
    told = notebook_to_json(notebook)
    return [
        (kind, place, json.dumps(item).encode())
        for kind, part in _PARTS
        for place, item in enumerate(told[part])
    ]


def _read(hash_: str, article: int, rows: Sequence[_Stored]) -> Kept:
    """Return what sound rows say, and tell of the others."""
    parts: dict[str, list[tuple[int, Any]]] = {kind: [] for kind, _ in _PARTS}
    damaged = []
    for row in rows:
        if row.is_sound(hash_) and row.kind in parts:
            parts[row.kind].append((row.place, json.loads(row.body)))
        else:
            reason = "it is not what was written"
            damaged.append(Damage("kept", row.id, article, journal.legible(row.body), reason))
    told = {
        **notebook_to_json(Notebook(hash_)),
        **{
            part: [item for _, item in sorted(parts[kind], key=lambda one: one[0])]
            for kind, part in _PARTS
        },
    }
    try:
        return Kept(notebook_from_json(told), tuple(damaged))
    except ContractError as error:
        everything = (
            Damage("kept", row.id, article, journal.legible(row.body), str(error)) for row in rows
        )
        return Kept(Notebook(hash_), tuple(everything))


def _tallies(hash_: str, rows: Sequence[_Stored], head: Sequence[Any] | None) -> bool:
    """Tell whether the rows are those that were written, none more and none fewer."""
    if head is None:
        return not rows
    _, count, stored = head
    return bool(count == len(rows) and digest(hash_, count, _sum(rows)) == stored)


def _sum(rows: Sequence[_Stored]) -> bytes:
    total = bytes(SIZE)
    for row in rows:
        if isinstance(row.digest, bytes) and len(row.digest) == SIZE:
            total = added(total, row.digest)
    return total


def _tally(connection: sqlite3.Connection, article: int, hash_: str, ledger: Ledger) -> None:
    """Write how many rows a notebook has, and the sum of their digests."""
    rows = [
        _Stored(*row)
        for row in connection.execute(
            "SELECT id, kind, place, body, digest FROM kept WHERE article = ?", (article,)
        )
    ]
    old = connection.execute(
        "SELECT revision, digest FROM notebook WHERE article = ?", (article,)
    ).fetchone()
    if old:
        ledger.drop("notebook", old[1])
    made = digest(hash_, len(rows), _sum(rows))
    connection.execute(
        "INSERT OR REPLACE INTO notebook (article, revision, rows, digest) VALUES (?, ?, ?, ?)",
        (article, old[0] + 1 if old else 1, len(rows), made),
    )
    ledger.put("notebook", made)


def tally_anew(connection: sqlite3.Connection) -> None:
    """Take the notebooks as they are, after what is damaged was told and set aside."""
    articles = connection.execute(
        "SELECT id, hash FROM article WHERE id IN (SELECT article FROM kept UNION"
        " SELECT article FROM notebook)"
    ).fetchall()
    for article, hash_ in articles:
        _tally(connection, article, hash_, Ledger())
