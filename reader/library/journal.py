"""What the user changed, step by step, so that each step can be taken back after any time.

Steps are of one article's notebook, or of the library's rules (article None). They are in the
order of their numbers, whatever the clock said.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from dataclasses import dataclass
from typing import Any

from reader.library.clock import now
from reader.library.digest import digest
from reader.library.types import Step

STEPS = 200  # of an article, or of the rules, that can be undone


@dataclass(frozen=True, slots=True)
class Entry:
    """A step as it was written; `is_sound` tells whether it still is that.

    Attributes:
        before, after: JSON values, None where the step is damaged.
    """

    id: int
    before: Any
    after: Any
    is_sound: bool
    raw: object


def log(
    connection: sqlite3.Connection, article: int | None, words: str, before: object, after: object
) -> None:
    """Write a step; what was undone before it cannot be redone, and the oldest is forgotten."""
    connection.execute("DELETE FROM journal WHERE article IS ? AND undone = 1", (article,))
    values = words, now(), _packed(before), _packed(after)
    connection.execute(
        "INSERT INTO journal (article, words, made, undone, before, after, digest)"
        " VALUES (?, ?, ?, 0, ?, ?, ?)",
        (article, *values, digest(article, *values)),
    )
    connection.execute(
        "DELETE FROM journal WHERE article IS ? AND id <= (SELECT id FROM journal"
        " WHERE article IS ? ORDER BY id DESC LIMIT 1 OFFSET ?)",
        (article, article, STEPS),
    )


def next_step(connection: sqlite3.Connection, article: int | None, *, back: bool) -> Entry | None:
    """Return the step that is undone next, or redone."""
    which = "undone = 0 ORDER BY id DESC" if back else "undone = 1 ORDER BY id"
    row = connection.execute(
        "SELECT id, words, made, before, after, digest FROM journal"  # noqa: S608 - constants
        f" WHERE article IS ? AND {which} LIMIT 1",
        (article,),
    ).fetchone()
    if row is None:
        return None
    step, words, made, before, after, stored = row
    if digest(article, words, made, before, after) != stored:
        return Entry(step, None, None, is_sound=False, raw=before)
    return Entry(step, _unpacked(before), _unpacked(after), is_sound=True, raw=before)


def history(
    connection: sqlite3.Connection, article: int | None
) -> tuple[list[tuple[str, Entry]], list[tuple[str, Entry]]]:
    """Return what can be undone and redone in the order in which it was done, with its words.

    What cannot be read, or has no words because no reader did it, ends what can be undone.
    """
    found: tuple[list[tuple[str, Entry]], list[tuple[str, Entry]]] = [], []
    rows = connection.execute(
        "SELECT id, words, made, before, after, digest, undone FROM journal"
        " WHERE article IS ? ORDER BY id",
        (article,),
    )
    for step, words, made, before, after, stored, undone in rows:
        if not words or digest(article, words, made, before, after) != stored:
            found[undone].clear()
            if undone:
                break
            continue
        entry = Entry(step, _unpacked(before), _unpacked(after), is_sound=True, raw=before)
        found[undone].append((words, entry))
    return found


def turn(connection: sqlite3.Connection, step: int, *, back: bool) -> None:
    """Write that a step was undone, or redone."""
    connection.execute("UPDATE journal SET undone = ? WHERE id = ?", (int(back), step))


def forget(connection: sqlite3.Connection, step: int) -> None:
    """Take a step out."""
    connection.execute("DELETE FROM journal WHERE id = ?", (step,))


def steps(
    connection: sqlite3.Connection, article: int | None
) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """Return the steps that can be undone and those that can be redone, the next first."""
    statement = "SELECT id, words, made FROM journal WHERE article IS ? AND undone = ? ORDER BY id"
    done = connection.execute(f"{statement} DESC", (article, 0)).fetchall()
    undone = connection.execute(statement, (article, 1)).fetchall()
    return tuple(Step(*row) for row in done), tuple(Step(*row) for row in undone)


def set_aside(
    connection: sqlite3.Connection,
    table: str,
    row: int | None,
    article: int | None,
    body: object,
    reason: str = "it is not what was written",
) -> None:
    """Keep what is left of a damaged row."""
    stored = body if isinstance(body, bytes) else repr(body).encode("utf-8", "replace")
    connection.execute(
        "INSERT INTO aside (origin, row, article, found, reason, body) VALUES (?, ?, ?, ?, ?, ?)",
        (table, row, article, now(), reason, stored),
    )


def legible(body: object) -> str:
    """Return what can be read of a stored value."""
    return body.decode("utf-8", "replace") if isinstance(body, bytes) else str(body)


def _packed(value: object) -> bytes:
    return zlib.compress(json.dumps(value).encode())


def _unpacked(body: bytes) -> Any:  # noqa: ANN401 - JSON is whatever it is
    return json.loads(zlib.decompress(body))
