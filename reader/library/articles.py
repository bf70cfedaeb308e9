"""The articles of a library, where they came from, and what the user marked on them."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

from reader.core.codec import document_json, read_document
from reader.core.normalize import fold
from reader.core.types import Document
from reader.errors import ContractError, LibraryError
from reader.library import search
from reader.library.checking import title_key
from reader.library.clock import now
from reader.library.database import Database
from reader.library.digest import Ledger, digest
from reader.library.types import Group, Hit, Row, Saved, Snippet, Source

_LIST = """
SELECT a.id, a.hash, a.title, a.published, a.author, a.format, a.length, a.added, a.digest, a.day,
    s.source, s.site, s.added, s.body, s.digest,
    (SELECT count(*) FROM source WHERE article = a.id),
    r.unread, r.position, r.digest,
    coalesce((SELECT rows FROM notebook WHERE article = a.id), 0),
    EXISTS (SELECT 1 FROM analysis WHERE article = a.id)
FROM article a
LEFT JOIN source s ON s.id = (SELECT min(id) FROM source WHERE article = a.id)
LEFT JOIN reading r ON r.article = a.id
WHERE a.id IN (SELECT value FROM json_each(?))
"""
_OWNED = ("time", "event", "mention", "form", "entity", "term", "analysis")
_USERS = ("kept", "notebook", "tag", "reading", "source")  # tables with seals
_AT_ONCE = 100  # articles that are taken out
_LEAD = 100  # code points of what stands for a title
_HALF = re.compile("[\ud800-\udfff]")


def plain(text: str | None) -> str:
    """Return text that SQLite takes: halves of characters become U+FFFD."""
    return _HALF.sub("\ufffd", text or "")


def shown_day(text: object) -> date | None:
    """Return a stored day; None where there is none."""
    try:
        return date.fromisoformat(str(text)) if text else None
    except ValueError:
        return None


class Articles:
    """Saves, lists and opens articles. May be used from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- saving ------------------------------------------------------------------------------

    def save(self, document: Document) -> Saved:
        """Save one article; it is on the disk when this returns.

        Raises:
            LibraryError: it was not saved.
        """
        (saved,) = self.save_all([document])
        return saved

    def save_all(self, documents: Sequence[Document]) -> tuple[Saved, ...]:
        """Save articles, all or none, in their order.

        A hundred at once are saved much faster than one by one; more keep others waiting.

        Raises:
            LibraryError: none was saved.
        """
        with self._database.writing() as connection:
            return save_in(connection, documents)

    def remove(self, ids: Iterable[int]) -> int:
        """Take articles and all that is kept of them out of the library; return how many.

        Many are taken out some at a time, so that others can write between.
        """
        removed = 0
        left = list(ids)
        for at in range(0, len(left), _AT_ONCE):
            with self._database.writing() as connection:
                ledger = Ledger()
                for article in left[at : at + _AT_ONCE]:
                    removed += self._remove(connection, article, ledger)
                ledger.settle(connection)
        return removed

    def _remove(self, connection: sqlite3.Connection, article: int, ledger: Ledger) -> int:
        row = connection.execute(
            "SELECT title, digest FROM article WHERE id = ?", (article,)
        ).fetchone()
        if row is None:
            return 0
        search.drop(connection, article, row[0], self._text(connection, article))
        for table in _OWNED:
            connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608 - constants
        connection.execute("DELETE FROM journal WHERE article = ?", (article,))
        for table in _USERS:
            gone = connection.execute(
                f"SELECT digest FROM {table} WHERE article = ?",  # noqa: S608 - constants
                (article,),
            )
            for (old,) in gone.fetchall():
                ledger.drop(table, old)
            connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608 - constants
        connection.execute("DELETE FROM content WHERE article = ?", (article,))
        connection.execute("DELETE FROM article WHERE id = ?", (article,))
        ledger.drop("article", row[1])
        return 1

    # -- opening -----------------------------------------------------------------------------

    def find(self, hash_: str) -> int | None:
        """Return the article of a document's id, None where the library has none."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT id FROM article WHERE hash = ?", (hash_,)).fetchone()
        return row[0] if row else None

    def document(self, article: int) -> Document:
        """Return an article as it was loaded from its first source.

        Raises:
            LibraryError: there is none of that number, or it is damaged; nothing else of the
                library is, for that.
        """
        with self._database.reading() as connection:
            return self.document_in(connection, article)

    def document_in(self, connection: sqlite3.Connection, article: int) -> Document:
        """Return an article, in a transaction that is open."""
        row = connection.execute(
            "SELECT a.hash, s.source, s.site, s.added, s.body, s.digest FROM article a"
            " LEFT JOIN source s ON s.article = a.id WHERE a.id = ? ORDER BY s.id LIMIT 1",
            (article,),
        ).fetchone()
        if row is None:
            raise LibraryError(self._database.path, "missing", f"it has no article {article}")
        hash_, source, site, added, body, stored = row
        text = self._text(connection, article)
        if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != hash_:
            raise self._damaged(article, "its text is not what was saved")
        if digest(hash_, source, site, added, body) != stored:
            raise self._damaged(article, "where it came from is not what was saved")
        try:
            told = json.loads(zlib.decompress(body))
            return read_document({**told, "id": hash_, "text": text})
        except (ContractError, ValueError, zlib.error) as error:
            raise self._damaged(article, str(error)) from error

    def _text(self, connection: sqlite3.Connection, article: int) -> str:
        row = connection.execute(
            "SELECT body FROM content WHERE article = ?", (article,)
        ).fetchone()
        try:
            return zlib.decompress(row[0]).decode("utf-8", "surrogatepass")
        except (TypeError, ValueError, zlib.error) as error:
            raise self._damaged(article, "its text cannot be read") from error

    def _damaged(self, article: int, reason: str) -> LibraryError:
        words = f"article {article} is damaged ({reason}); restore a backup or save it again"
        return LibraryError(self._database.path, "damaged", words)

    def sources(self, article: int) -> tuple[Source, ...]:
        """Return where an article was found, the first first.

        Raises:
            LibraryError: one of them is damaged.
        """
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT a.hash, s.source, s.site, s.added, s.body, s.digest FROM source s"
                " JOIN article a ON a.id = s.article WHERE s.article = ? ORDER BY s.id",
                (article,),
            ).fetchall()
        if any(digest(*values) != stored for *values, stored in rows):
            raise self._damaged(article, "where it came from is not what was saved")
        return tuple(_source(*row[1:5]) for row in rows)

    # -- listing -----------------------------------------------------------------------------

    def rows(self, ids: Sequence[int]) -> tuple[Row, ...]:
        """Return articles as a list shows them, in the order of `ids`; those that are gone not.

        A screenful takes about a millisecond.
        """
        asked = json.dumps(list(ids))
        with self._database.reading() as connection:
            found = {row[0]: row for row in connection.execute(_LIST, (asked,))}
            tags = _tags(connection, asked)
        return tuple(_row(found[i], tags.get(i, ())) for i in ids if i in found)

    def hits(self, question: str, ids: Sequence[int]) -> tuple[Hit, ...]:
        """Return found articles with the places that a question is about (see `Search.best`)."""
        made = []
        for row in self.rows(ids):
            title = Snippet(row.title, search.hits(question, row.title, title=True))
            with self._database.reading() as connection:
                try:
                    text = self._text(connection, row.id)
                except LibraryError:
                    made.append(Hit(replace(row, damaged=True), title, Snippet("", ())))
                    continue
            made.append(Hit(row, title, search.snippet(question, text)))
        return tuple(made)

    def sites(self) -> tuple[Group, ...]:
        """Return the sources that articles came from, the most frequent first."""
        return self._groups(
            "SELECT min(site), count(DISTINCT article), site_key FROM source GROUP BY site_key"
            " ORDER BY 2 DESC, 1",
            "source",
        )

    def tags(self) -> tuple[Group, ...]:
        """Return the user's tags by name."""
        return self._groups(
            "SELECT min(name), count(*), key FROM tag GROUP BY key ORDER BY 3", "tag"
        )

    def names(self, types: Sequence[str], limit: int = 100) -> tuple[Group, ...]:
        """Return the names of these types that the most articles mention."""
        field = "person" if tuple(types) == ("PER",) else "place"
        if not {"GPE", "LOC", "FAC", "PER"}.issuperset(types):
            field = "entity"
        with self._database.reading() as connection:
            found = connection.execute(
                "SELECT min(name), count(DISTINCT article), key FROM entity"
                " WHERE type IN (SELECT value FROM json_each(?)) GROUP BY key"
                " ORDER BY 2 DESC, 1 LIMIT ?",
                (json.dumps(list(types)), limit),
            ).fetchall()
        return tuple(_group(name, count, name, field) for name, count, _ in found)

    def events(self) -> tuple[Group, ...]:
        """Return the types of events that are told, the most frequent first."""
        return self._groups(
            "SELECT type, count(DISTINCT article), type FROM event GROUP BY type ORDER BY 2 DESC",
            "event",
        )

    def _groups(self, statement: str, field: str) -> tuple[Group, ...]:
        with self._database.reading() as connection:
            found = connection.execute(statement).fetchall()
        return tuple(_group(name, count, key, field) for name, count, key in found)

    # -- what the user marks -----------------------------------------------------------------

    def tag(self, ids: Iterable[int], name: str) -> None:
        """Give articles a tag; two that differ in spelling alone are one."""
        name = " ".join(plain(name).replace('"', " ").split())
        key = " ".join(fold(name).split())
        if not key:
            return
        with self._database.writing() as connection:
            ledger = Ledger()
            for article, hash_ in _known(connection, ids):
                made = digest(hash_, key, name)
                new = connection.execute(
                    "INSERT OR IGNORE INTO tag (article, key, name, digest) VALUES (?, ?, ?, ?)",
                    (article, key, name, made),
                ).rowcount
                if new:
                    ledger.put("tag", made)
            ledger.settle(connection)

    def untag(self, ids: Iterable[int], name: str) -> None:
        """Take a tag from articles."""
        key = " ".join(fold(name).split())
        with self._database.writing() as connection:
            ledger = Ledger()
            for article, _ in _known(connection, ids):
                gone = connection.execute(
                    "DELETE FROM tag WHERE article = ? AND key = ? RETURNING digest",
                    (article, key),
                ).fetchall()
                for (old,) in gone:
                    ledger.drop("tag", old)
            ledger.settle(connection)

    def mark(self, ids: Iterable[int], *, read: bool) -> None:
        """Mark articles as read or unread."""
        with self._database.writing() as connection:
            ledger = Ledger()
            for article, hash_ in _known(connection, ids):
                _set_reading(connection, ledger, article, hash_, unread=not read, position=None)
            ledger.settle(connection)

    def leave_at(self, article: int, position: int) -> None:
        """Keep where the user left an article, as the offset of the first letter in sight."""
        with self._database.writing() as connection:
            ledger = Ledger()
            for known, hash_ in _known(connection, [article]):
                _set_reading(connection, ledger, known, hash_, unread=None, position=position)
            ledger.settle(connection)


def save_in(connection: sqlite3.Connection, documents: Iterable[Document]) -> tuple[Saved, ...]:
    """Save articles in a transaction that is open."""
    ledger = Ledger()
    saved = tuple(_save(connection, ledger, document) for document in documents)
    ledger.settle(connection)
    return saved


def _save(connection: sqlite3.Connection, ledger: Ledger, document: Document) -> Saved:
    known = connection.execute("SELECT id FROM article WHERE hash = ?", (document.id,)).fetchone()
    article = known[0] if known else _insert(connection, ledger, document)
    _add_source(connection, ledger, article, document)
    return Saved(article, known is None)


def _insert(connection: sqlite3.Connection, ledger: Ledger, document: Document) -> int:
    title = plain(document.title) or _lead(document.text)
    published = document.published.isoformat() if document.published else None
    shown = (
        document.id,
        title,
        published,
        plain(document.author),
        document.format or "",
        len(document.text),
        now(),
    )
    made = digest(*shown)
    article = connection.execute(
        "INSERT INTO article (hash, title, published, author, format, length, added, digest,"
        " day, sort_title) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*shown, made, published or "", title_key(title)),
    ).lastrowid
    assert article is not None  # noqa: S101 - an INSERT gives a number
    ledger.put("article", made)
    body = zlib.compress(document.text.encode("utf-8", "surrogatepass"), 1)
    connection.execute("INSERT INTO content (article, body) VALUES (?, ?)", (article, body))
    search.put(connection, article, title, document.text)
    return article


def _lead(text: str) -> str:
    """Return the first words of a text, to know an article without a title by."""
    line = next(filter(str.strip, text.split("\n", 5)), "").strip()
    if len(line) <= _LEAD:
        return plain(line)
    return plain(line[:_LEAD].rsplit(" ", 1)[0]) + "…"


def _add_source(
    connection: sqlite3.Connection, ledger: Ledger, article: int, document: Document
) -> None:
    told = document_json(document)
    del told["id"], told["text"]
    body = zlib.compress(json.dumps(told).encode(), 1)
    source, site, added = plain(document.source), plain(_site(document)), now()
    made = digest(document.id, source, site, added, body)
    new = connection.execute(
        "INSERT OR IGNORE INTO source (article, source, site, site_key, added, body, digest)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (article, source, site, " ".join(fold(site).split()), added, body, made),
    ).rowcount
    if new:
        ledger.put("source", made)


def _site(document: Document) -> str:
    """Return the web site of an article, or the folder of its file."""
    for place in (document.address or "", document.source or ""):
        try:
            host = urlsplit(place).hostname if "://" in place else None
        except ValueError:
            continue
        if host:
            return host.removeprefix("www.")
    return PurePath((document.source or "").partition("#")[0]).parent.name


def _source(source: str, site: str, added: str, body: bytes) -> Source:
    try:
        told: dict[str, Any] = json.loads(zlib.decompress(body))
    except (TypeError, ValueError, zlib.error):
        told = {}
    return Source(
        source,
        site,
        str(told.get("title") or ""),
        shown_day(told.get("published")),
        str(told.get("author") or ""),
        str(told.get("address") or ""),
        added,
    )


def _tags(connection: sqlite3.Connection, asked: str) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for article, name in connection.execute(
        "SELECT article, name FROM tag WHERE article IN (SELECT value FROM json_each(?))"
        " ORDER BY article, key",
        (asked,),
    ):
        found[article] = (*found.get(article, ()), name)
    return found


def _row(row: Sequence[Any], tags: tuple[str, ...]) -> Row:
    (id_, hash_, title, published, author, format_, length, added, stored, day) = row[:10]
    (source, site, since, body, came, sources, unread, position, state, kept, analyzed) = row[10:]
    sound = (
        digest(hash_, title, published, author, format_, length, added) == stored
        and digest(hash_, source, site, since, body) == came
        and (state is None or digest(hash_, unread, position) == state)
    )
    return Row(
        id=id_,
        hash=str(hash_),
        title=str(title),
        published=shown_day(published),
        day=shown_day(day),
        added=str(added),
        source=str(source or ""),
        site=str(site or ""),
        author=str(author),
        format=str(format_),
        length=length,
        sources=sources,
        unread=unread != 0,  # None where it was never marked
        position=position or 0,
        tags=tags,
        kept=kept,
        analyzed=bool(analyzed),
        damaged=not sound,
    )


def _group(name: str, count: int, key: str, field: str) -> Group:
    return Group(name, count, f'{field}:"{key}"')


def _known(connection: sqlite3.Connection, ids: Iterable[int]) -> list[tuple[int, str]]:
    """Return those of the articles that there are, with their hashes."""
    return connection.execute(
        "SELECT id, hash FROM article WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    ).fetchall()


def _set_reading(
    connection: sqlite3.Connection,
    ledger: Ledger,
    article: int,
    hash_: str,
    *,
    unread: bool | None,
    position: int | None,
) -> None:
    """Change what is known of the reading of an article; None leaves it as it is."""
    old = connection.execute(
        "SELECT unread, position, digest FROM reading WHERE article = ?", (article,)
    ).fetchone()
    was_unread, was_at, stored = old or (1, 0, None)
    values = (
        was_unread if unread is None else int(unread),
        was_at if position is None else position,
    )
    made = digest(hash_, *values)
    if old:
        ledger.drop("reading", stored)
    connection.execute(
        "INSERT OR REPLACE INTO reading (article, unread, position, digest) VALUES (?, ?, ?, ?)",
        (article, *values, made),
    )
    ledger.put("reading", made)
