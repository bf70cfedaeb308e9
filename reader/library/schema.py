"""The shape of a library's file, by version, and the way from each version to the next.

A version is never changed once it is in use: what is new is a further step. The file's header
says that it is a library (application_id) and of which version (user_version).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from reader.errors import LibraryError

APPLICATION = 0x51617269  # "Qari"
_MAGIC = b"SQLite format 3\0"
_HEADER = 100  # bytes

_FIRST = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE seal (name TEXT PRIMARY KEY, rows INTEGER NOT NULL, sum BLOB NOT NULL) STRICT;

CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    published TEXT,
    author TEXT NOT NULL,
    format TEXT NOT NULL,
    length INTEGER NOT NULL,
    added TEXT NOT NULL,
    digest BLOB NOT NULL,
    day TEXT NOT NULL,
    sort_title TEXT NOT NULL
) STRICT;
CREATE INDEX article_day ON article (day, id);
CREATE INDEX article_title ON article (sort_title, id);
CREATE TABLE content (article INTEGER PRIMARY KEY REFERENCES article, body BLOB NOT NULL) STRICT;
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article,
    source TEXT NOT NULL,
    site TEXT NOT NULL,
    site_key TEXT NOT NULL,
    added TEXT NOT NULL,
    body BLOB NOT NULL,
    digest BLOB NOT NULL,
    UNIQUE (article, source)
) STRICT;
CREATE INDEX source_site ON source (site_key, article);

CREATE TABLE analysis (
    article INTEGER PRIMARY KEY REFERENCES article,
    contract INTEGER NOT NULL,
    engine TEXT NOT NULL,
    program TEXT NOT NULL,
    rules INTEGER NOT NULL,
    made TEXT NOT NULL,
    body BLOB NOT NULL,
    digest BLOB NOT NULL
) STRICT;
CREATE TABLE entity (
    article INTEGER NOT NULL REFERENCES article,
    ref TEXT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    wikidata TEXT,
    geonames TEXT,
    latitude REAL,
    longitude REAL,
    PRIMARY KEY (article, ref)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_key ON entity (key, type, article);
CREATE TABLE form (
    article INTEGER NOT NULL REFERENCES article,
    ref TEXT NOT NULL,
    type TEXT NOT NULL,
    text TEXT NOT NULL,
    key TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (article, ref, text)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_key ON form (key, type, article);
CREATE TABLE mention (
    article INTEGER NOT NULL REFERENCES article,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    type TEXT NOT NULL,
    ref TEXT,
    PRIMARY KEY (article, start, end, type)
) STRICT, WITHOUT ROWID;
CREATE TABLE event (
    article INTEGER NOT NULL REFERENCES article,
    ref TEXT NOT NULL,
    type TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    cluster TEXT NOT NULL,
    modality TEXT NOT NULL,
    polarity TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    PRIMARY KEY (article, ref)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_type ON event (type, article);
CREATE INDEX event_day ON event (first_day, article) WHERE first_day IS NOT NULL;
CREATE TABLE time (
    article INTEGER NOT NULL REFERENCES article,
    ref TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    first_day TEXT,
    last_day TEXT,
    PRIMARY KEY (article, ref)
) STRICT, WITHOUT ROWID;
CREATE TABLE term (
    article INTEGER PRIMARY KEY REFERENCES article,
    entities TEXT NOT NULL,
    events TEXT NOT NULL
) STRICT;

CREATE TABLE notebook (
    article INTEGER PRIMARY KEY REFERENCES article,
    revision INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    digest BLOB NOT NULL
) STRICT;
CREATE TABLE kept (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article,
    kind TEXT NOT NULL,
    place INTEGER NOT NULL,
    body BLOB NOT NULL,
    digest BLOB NOT NULL
) STRICT;
CREATE INDEX kept_article ON kept (article, kind, place);
CREATE TABLE aside (
    id INTEGER PRIMARY KEY,
    origin TEXT NOT NULL,
    row INTEGER,
    article INTEGER,
    found TEXT NOT NULL,
    reason TEXT NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER REFERENCES article,
    words TEXT NOT NULL,
    made TEXT NOT NULL,
    undone INTEGER NOT NULL,
    before BLOB NOT NULL,
    after BLOB NOT NULL,
    digest BLOB NOT NULL
) STRICT;
CREATE INDEX journal_article ON journal (article, undone, id);
CREATE TABLE tag (
    article INTEGER NOT NULL REFERENCES article,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (article, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_key ON tag (key, article, name);
CREATE TABLE reading (
    article INTEGER PRIMARY KEY REFERENCES article,
    unread INTEGER NOT NULL,
    position INTEGER NOT NULL,
    digest BLOB NOT NULL
) STRICT;
CREATE INDEX reading_read ON reading (article) WHERE unread = 0;
"""

# Contentless: the index holds no text, since it is fed with keys of words and never shown. What
# a row was fed with is told again when it is taken out, from the article and from `term`.
SEARCH = """
CREATE VIRTUAL TABLE search USING fts5 (
    title, text, entities, events, content = '', prefix = '2 3', tokenize = 'ascii'
);
"""

_RULES_AND_JOBS = """
CREATE TABLE rule (id INTEGER PRIMARY KEY, body BLOB NOT NULL, digest BLOB NOT NULL) STRICT;
CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    words TEXT NOT NULL,
    started TEXT NOT NULL,
    state TEXT NOT NULL
) STRICT;
CREATE TABLE job_item (
    job INTEGER NOT NULL REFERENCES job,
    place INTEGER NOT NULL,
    source TEXT NOT NULL,
    state TEXT NOT NULL,
    done INTEGER NOT NULL,
    new INTEGER NOT NULL,
    PRIMARY KEY (job, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE refusal (
    id INTEGER PRIMARY KEY,
    job INTEGER NOT NULL REFERENCES job,
    source TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX refusal_job ON refusal (job, id);
"""

_FEEDS = """
CREATE TABLE feed (
    address TEXT PRIMARY KEY,
    etag TEXT,
    modified TEXT,
    checked TEXT NOT NULL,
    digest BLOB NOT NULL
) STRICT;
"""

STEPS: tuple[str, ...] = (_FIRST + SEARCH, _RULES_AND_JOBS, _FEEDS)
"""What makes each version of the one before it; the first makes it of nothing."""
VERSION = len(STEPS)


def header_version(path: Path) -> int | None:
    """Return the version that a file's header names; None where there is no file yet.

    The file is only read.

    Raises:
        LibraryError: it is no library, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = f"it cannot be read: {error.strerror}"
        raise LibraryError(path, "unreachable", reason) from error
    if not head:
        return None  # its making was cut short
    application = int.from_bytes(head[68:72], "big")
    if len(head) < _HEADER or not head.startswith(_MAGIC) or application != APPLICATION:
        raise LibraryError(path, "foreign", "it is no library of this program; choose another file")
    return int.from_bytes(head[60:64], "big")


def refuse_newer(path: Path, version: int) -> None:
    """Raise LibraryError where a version is one that this program does not know."""
    if version > VERSION:
        reason = (
            f"a later version of the program made it (library version {version}, this program"
            f" knows {VERSION}); use that one"
        )
        raise LibraryError(path, "newer", reason)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of an open file, 0 for an empty one."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def make(connection: sqlite3.Connection) -> None:
    """Make an empty file a library; nothing where another program just did.

    The header is written before the file turns to WAL, so that it tells in every state what
    the file is.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        if version_of(connection) == 0:
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            _step(connection, 0)
            for step in range(1, VERSION):
                _step(connection, step)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def migrate(connection: sqlite3.Connection, before: Callable[[], object]) -> None:
    """Bring a library to the present version, each step whole or not at all.

    `before` is called once, and only where there is something to do.
    """
    version = version_of(connection)
    if version < VERSION:
        before()
    while version < VERSION:
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = version_of(connection)  # another window may have done it
            if version < VERSION:
                _step(connection, version)
                version += 1
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _step(connection: sqlite3.Connection, version: int) -> None:
    """Take the step from `version` to the next, in the transaction that is open."""
    for statement in STEPS[version].split(";\n"):
        if statement.strip():
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {version + 1}")
