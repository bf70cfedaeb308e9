"""Making anew what can be made again, and setting aside what is damaged of the rest."""

from __future__ import annotations

import sqlite3
import zlib

from reader.library import journal, schema, search
from reader.library.checking import check, seal, title_key, told_day
from reader.library.digest import digest
from reader.library.notes import tally_anew
from reader.library.types import Damage
from reader.library.words import fingerprint

_WORDS = "words"
_BY_ROW = {"kept": "id", "rule": "id", "journal": "id", "reading": "article"}


def is_index_known(connection: sqlite3.Connection) -> bool:
    """Tell whether the index is of the keys that words have now; a new library's is."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (_WORDS,)).fetchone()
    return row is not None and row[0] == fingerprint()


def index_anew(connection: sqlite3.Connection) -> None:
    """Make the full-text index anew, in a transaction that is open."""
    connection.execute("DROP TABLE IF EXISTS search")
    connection.execute(schema.SEARCH)
    rows = connection.execute(
        "SELECT a.id, a.title, c.body FROM article a JOIN content c ON c.article = a.id"
    )
    for article, title, body in rows:
        try:
            text = zlib.decompress(body).decode("utf-8", "replace")
        except (TypeError, zlib.error):
            text = ""  # `check` tells of it
        search.put(connection, article, title, text)
    connection.execute(
        "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (_WORDS, fingerprint())
    )


def repair(connection: sqlite3.Connection) -> None:
    """Repair a library, in a transaction that is open."""
    connection.execute("REINDEX")
    found = check(connection)
    for damage in found.damaged:
        _set_aside(connection, damage)
    _forget_analyses(connection)
    _sort_anew(connection)
    _set_tags_aside(connection)
    for address, stored in connection.execute("SELECT address, digest FROM feed").fetchall():
        if digest(address) != stored:
            connection.execute("DELETE FROM feed WHERE address = ?", (address,))
    tally_anew(connection)
    seal(connection)
    index_anew(connection)


def _set_aside(connection: sqlite3.Connection, damage: Damage) -> None:
    """Keep what is left of a damaged row that can be done without, and take it out."""
    words = damage.words.encode("utf-8", "replace")
    journal.set_aside(connection, damage.table, damage.row, damage.article, words, damage.reason)
    column = _BY_ROW.get(damage.table)
    if column and damage.row is not None:
        connection.execute(
            f"DELETE FROM {damage.table} WHERE {column} = ?",  # noqa: S608 - constants
            (damage.row,),
        )


def _forget_analyses(connection: sqlite3.Connection) -> None:
    """Take damaged analyses out: their articles are analyzed anew."""
    rows = connection.execute(
        "SELECT n.article, n.body, n.digest, a.hash FROM analysis n"
        " LEFT JOIN article a ON a.id = n.article"
    )
    bad = [article for article, body, stored, hash_ in rows if digest(hash_, body) != stored]
    connection.executemany("DELETE FROM analysis WHERE article = ?", [(one,) for one in bad])


def _sort_anew(connection: sqlite3.Connection) -> None:
    """Write anew what articles are sorted by."""
    rows = connection.execute(
        "SELECT a.id, a.title, a.published, a.day, a.sort_title, n.body FROM article a"
        " LEFT JOIN analysis n ON n.article = a.id"
    )
    changed = []
    for article, title, published, *sorted_by, body in rows:
        right = [published or (told_day(body) if body else ""), title_key(title)]
        if right != sorted_by:
            changed.append((*right, article))
    connection.executemany("UPDATE article SET day = ?, sort_title = ? WHERE id = ?", changed)


def _set_tags_aside(connection: sqlite3.Connection) -> None:
    """Take damaged tags out: their words are set aside already."""
    for article, key, name, stored, hash_ in connection.execute(
        "SELECT t.article, t.key, t.name, t.digest, a.hash FROM tag t"
        " LEFT JOIN article a ON a.id = t.article"
    ).fetchall():
        if digest(hash_, key, name) != stored:
            connection.execute("DELETE FROM tag WHERE article = ? AND key = ?", (article, key))
