"""Telling damage: SQLite's own checks, every row's digest, and the sums over whole tables."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator

from reader.core.normalize import fold
from reader.library import journal
from reader.library.database import ERRORS
from reader.library.digest import SIZE, added, digest
from reader.library.types import Check, Damage

_OWN = ("kept", "notebook", "tag", "rule", "feed")
SORTED = 120  # letters of a title
_SEALED = ("article", "source", "reading", *_OWN)
_CHANGED = "it is not what was written"
_Found = Iterator[Damage]


def own_damage(connection: sqlite3.Connection) -> tuple[Damage, ...]:
    """Return what is damaged of the user's notes, tags and rules: quick, for every opening."""
    found = [d for table in _OWN for d in _CHECKS[table](connection)]
    return (*found, *_sums(connection, _OWN))


def check(connection: sqlite3.Connection, *, whole: bool = True) -> Check:
    """Return what is damaged of a library; `whole` asks SQLite for all that it can tell."""
    damaged: list[Damage] = []
    problems = list(_problems(connection, whole=whole))
    there = _tables(connection)
    for table, examine in _CHECKS.items():
        if table not in there:
            continue
        try:
            damaged += examine(connection)
        except ERRORS as error:
            problems.append(str(error))
    try:
        damaged += _sums(connection, tuple(t for t in _SEALED if t in there))
        (articles,) = connection.execute("SELECT count(*) FROM article").fetchone()
    except ERRORS as error:
        problems.append(str(error))
        articles = 0
    lasting = tuple(d for d in damaged if d.table != "analysis")
    index = len(lasting) < len(damaged) or _is_index_damaged(connection)
    return Check(articles, lasting, tuple(dict.fromkeys(problems)), index)


def _is_index_damaged(connection: sqlite3.Connection) -> bool:
    """Ask the full-text index to look at itself, where that is allowed."""
    try:
        connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY
    except ERRORS:
        return True
    return False


def _tables(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the tables that there are: a library of an earlier version has fewer."""
    try:
        found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    except ERRORS:
        return frozenset(_CHECKS)  # each says what is wrong
    return frozenset(name for (name,) in found)


def _problems(connection: sqlite3.Connection, *, whole: bool) -> Iterator[str]:
    statement = "PRAGMA integrity_check" if whole else "PRAGMA quick_check"
    try:
        said = [str(words) for (words,) in connection.execute(statement).fetchall()]
    except ERRORS as error:
        said = [str(error)]
    yield from (words for words in said if words != "ok")


def _articles(connection: sqlite3.Connection) -> _Found:
    """Examine the articles and their texts."""
    for row in connection.execute(
        "SELECT a.id, a.hash, a.title, a.published, a.author, a.format, a.length, a.added,"
        " a.digest, a.day, a.sort_title, c.body"
        " FROM article a LEFT JOIN content c ON c.article = a.id"
    ):
        article, hash_, *shown, stored, day, sort_title, body = row
        if digest(hash_, *shown) != stored:
            yield Damage("article", article, article, str(shown[0]), _CHANGED)
        if _hash(body) != hash_:
            yield Damage("content", article, article, str(shown[0]), "its text is damaged")
        if sort_title != title_key(shown[0]) or (shown[1] and day != shown[1]):
            yield Damage("analysis", article, article, str(shown[0]), "it is sorted wrongly")


def title_key(title: object) -> str:
    """Return what articles are sorted by for their titles."""
    return fold(str(title))[:SORTED]


def told_day(body: bytes) -> str:
    """Return the day of writing that a kept analysis worked out, "" where it is not one day."""
    told = json.loads(zlib.decompress(body))["reference_date"]
    return told["first_day"] or "" if told["first_day"] == told["last_day"] else ""


def _hash(body: object) -> str:
    try:
        return hashlib.sha256(zlib.decompress(body)).hexdigest()  # type: ignore[arg-type]  # or it is damaged
    except (TypeError, zlib.error):
        return ""


def _sources(connection: sqlite3.Connection) -> _Found:
    for row, article, *values, stored in connection.execute(
        "SELECT s.id, s.article, a.hash, s.source, s.site, s.added, s.body, s.digest"
        " FROM source s LEFT JOIN article a ON a.id = s.article"
    ):
        if digest(*values) != stored:
            yield Damage("source", row, article, str(values[1]), _CHANGED)


def _kept(connection: sqlite3.Connection) -> _Found:
    for row, article, *values, stored in connection.execute(
        "SELECT k.id, k.article, a.hash, k.kind, k.place, k.body, k.digest"
        " FROM kept k LEFT JOIN article a ON a.id = k.article"
    ):
        if digest(*values) != stored:
            yield Damage("kept", row, article, journal.legible(values[3]), _CHANGED)


def _notebooks(connection: sqlite3.Connection) -> _Found:
    sums: dict[int, tuple[int, bytes]] = {}
    for article, stored in connection.execute("SELECT article, digest FROM kept"):
        count, total = sums.get(article, (0, bytes(SIZE)))
        sums[article] = count + 1, added(total, _stored(stored))
    for article, hash_, rows, stored in connection.execute(
        "SELECT n.article, a.hash, n.rows, n.digest FROM notebook n"
        " LEFT JOIN article a ON a.id = n.article"
    ):
        count, total = sums.pop(article, (0, bytes(SIZE)))
        if count != rows or digest(hash_, rows, total) != stored:
            yield Damage("notebook", article, article, "", "a row is missing or was changed")
    for article in sums:
        yield Damage("notebook", article, article, "", "it is missing")


def _tags(connection: sqlite3.Connection) -> _Found:
    for article, *values, stored in connection.execute(
        "SELECT t.article, a.hash, t.key, t.name, t.digest"
        " FROM tag t LEFT JOIN article a ON a.id = t.article"
    ):
        if digest(*values) != stored:
            yield Damage("tag", None, article, str(values[2]), _CHANGED)


def _reading(connection: sqlite3.Connection) -> _Found:
    for article, *values, stored in connection.execute(
        "SELECT r.article, a.hash, r.unread, r.position, r.digest"
        " FROM reading r LEFT JOIN article a ON a.id = r.article"
    ):
        if digest(*values) != stored:
            yield Damage("reading", article, article, "", _CHANGED)


def _rules(connection: sqlite3.Connection) -> _Found:
    for row, body, stored in connection.execute("SELECT id, body, digest FROM rule"):
        if digest(row, body) != stored:
            yield Damage("rule", row, None, journal.legible(body), _CHANGED)


def _feeds(connection: sqlite3.Connection) -> _Found:
    for address, stored in connection.execute("SELECT address, digest FROM feed"):
        if digest(address) != stored:
            yield Damage("feed", None, None, str(address), _CHANGED)


def _journal(connection: sqlite3.Connection) -> _Found:
    for row, article, *values, stored in connection.execute(
        "SELECT id, article, words, made, before, after, digest FROM journal"
    ):
        if digest(article, *values) != stored:
            yield Damage("journal", row, article, str(values[0]), _CHANGED)


def _analyses(connection: sqlite3.Connection) -> _Found:
    for article, hash_, body, stored, published, day in connection.execute(
        "SELECT n.article, a.hash, n.body, n.digest, a.published, a.day FROM analysis n"
        " LEFT JOIN article a ON a.id = n.article"
    ):
        if digest(hash_, body) != stored:
            yield Damage("analysis", article, article, "", _CHANGED)
        elif published is None and day != told_day(body):
            yield Damage("analysis", article, article, "", "it is sorted wrongly")


_CHECKS: dict[str, Callable[[sqlite3.Connection], _Found]] = {
    "article": _articles,
    "source": _sources,
    "kept": _kept,
    "notebook": _notebooks,
    "tag": _tags,
    "reading": _reading,
    "rule": _rules,
    "feed": _feeds,
    "journal": _journal,
    "analysis": _analyses,
}


def _sums(connection: sqlite3.Connection, tables: tuple[str, ...]) -> _Found:
    """Compare the tables with the sums that were written with them."""
    written = {
        name: (rows, total)
        for name, rows, total in connection.execute("SELECT name, rows, sum FROM seal")
    }
    for table in tables:
        rows, total = 0, bytes(SIZE)
        for (stored,) in connection.execute(f"SELECT digest FROM {table}"):  # noqa: S608 - constants
            rows, total = rows + 1, added(total, _stored(stored))
        if written.get(table, (0, bytes(SIZE))) != (rows, total):
            reason = f"of {written.get(table, (0,))[0]} rows there are {rows}, or others"
            yield Damage(table, None, None, "", reason)


def _stored(value: object) -> bytes:
    return value if isinstance(value, bytes) and len(value) == SIZE else bytes(SIZE)


def seal(connection: sqlite3.Connection) -> None:
    """Write the sums anew, after what is damaged was told and set aside."""
    for table in _SEALED:
        rows, total = 0, bytes(SIZE)
        for (stored,) in connection.execute(f"SELECT digest FROM {table}"):  # noqa: S608 - constants
            rows, total = rows + 1, added(total, _stored(stored))
        connection.execute(
            "INSERT OR REPLACE INTO seal (name, rows, sum) VALUES (?, ?, ?)", (table, rows, total)
        )
