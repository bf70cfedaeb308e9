"""What was found in the articles: kept whole, and taken apart for filters.

All of it can be made again from the articles, the user's corrections and rules.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader import __version__
from reader.core.codec import VERSION, from_json, to_json
from reader.core.normalize import fold
from reader.core.types import Analysis, Event, TimeExpression
from reader.errors import ContractError
from reader.library import search
from reader.library.articles import Articles, plain
from reader.library.clock import now
from reader.library.database import Database
from reader.library.digest import digest
from reader.library.words import indexed, keys

_TABLES = ("entity", "form", "mention", "event", "time", "term")


@dataclass(frozen=True, slots=True)
class Made:
    """How an analysis was made.

    Attributes:
        contract: version of its contract; program: that made it; rules: how many changes the
            library's rules had seen.
    """

    contract: int
    engine: str
    program: str
    rules: int
    made: str


class Analyses:
    """Keeps analyses of the articles of one library."""

    def __init__(self, database: Database, articles: Articles) -> None:
        self._database = database
        self._articles = articles

    def keep(self, article: int, analysis: Analysis, *, rules: int = 0) -> None:
        """Keep an article's analysis in the place of the one before.

        `rules` is the revision of the library's rules that it heard (`Rules.revision`).

        Raises:
            LibraryError: it was not kept, or there is no such article.
        """
        self.keep_all([(article, analysis)], rules=rules)

    def keep_all(self, analyses: Sequence[tuple[int, Analysis]], *, rules: int = 0) -> None:
        """Keep analyses, all or none."""
        with self._database.writing() as connection:
            for article, analysis in analyses:
                self._keep(connection, article, analysis, rules)

    def _keep(
        self, connection: sqlite3.Connection, article: int, analysis: Analysis, rules: int
    ) -> None:
        document = self._articles.document_in(connection, article)
        (title,) = connection.execute(
            "SELECT title FROM article WHERE id = ?", (article,)
        ).fetchone()
        search.drop(connection, article, title, document.text)
        for table in _TABLES:
            connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608 - constants
        body = _packed(analysis)
        connection.execute(
            "INSERT OR REPLACE INTO analysis"
            " (article, contract, engine, program, rules, made, body, digest)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                article,
                VERSION,
                analysis.engine,
                __version__,
                rules,
                now(),
                body,
                digest(document.id, body),
            ),
        )
        take_apart(connection, article, analysis)
        search.put(connection, article, title, document.text)
        reference = analysis.reference_date
        day = document.published or (
            reference.first_day if reference.first_day == reference.last_day else None
        )
        connection.execute(
            "UPDATE article SET day = ? WHERE id = ? AND day IS NOT ?",
            (day.isoformat() if day else "", article, day.isoformat() if day else ""),
        )

    def load(self, article: int) -> Analysis | None:
        """Return an article's analysis; None where there is none, or it is damaged.

        One that is damaged is forgotten when another is kept.

        Raises:
            LibraryError: the article is damaged, or there is none of that number.
        """
        with self._database.reading() as connection:
            document = self._articles.document_in(connection, article)
            row = connection.execute(
                "SELECT body, digest FROM analysis WHERE article = ?", (article,)
            ).fetchone()
        if row is None or digest(document.id, row[0]) != row[1]:
            return None
        try:
            told = json.loads(zlib.decompress(row[0]))
            told["document"] |= {"text": document.text}
            return from_json(told)
        except (ContractError, ValueError, zlib.error):
            return None

    def made(self, article: int) -> Made | None:
        """Return how an article's analysis was made; None where there is none."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT contract, engine, program, rules, made FROM analysis WHERE article = ?",
                (article,),
            ).fetchone()
        return Made(*row) if row else None

    def stale(self, *, rules: int, engine: str | None = None, limit: int = 1000) -> tuple[int, ...]:
        """Return articles without an analysis that knows the rules and this program's version.

        The newest first. With `engine` also those that another engine read.
        """
        with self._database.reading() as connection:
            found = connection.execute(
                "SELECT a.id FROM article a LEFT JOIN analysis n ON n.article = a.id"
                " WHERE n.article IS NULL OR n.rules < ? OR n.program != ? OR n.contract != ?"
                " OR (? IS NOT NULL AND n.engine != ?) ORDER BY a.id DESC LIMIT ?",
                (rules, __version__, VERSION, engine, engine, limit),
            ).fetchall()
        return tuple(i for (i,) in found)

    def each(self, ids: Sequence[int]) -> Iterator[tuple[int, Analysis]]:
        """Yield the analyses of articles, in their order; those that have none are left out."""
        for article in ids:
            analysis = self.load(article)
            if analysis is not None:
                yield article, analysis


def _packed(analysis: Analysis) -> bytes:
    told = to_json(analysis)
    del told["document"]["text"]
    return zlib.compress(json.dumps(told, separators=(",", ":")).encode(), 3)


def take_apart(connection: sqlite3.Connection, article: int, analysis: Analysis) -> None:
    """Write the rows that filters ask, and what the index knows of an analysis."""
    insert = connection.executemany
    insert(
        "INSERT OR IGNORE INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        _entities(article, analysis),
    )
    insert("INSERT OR IGNORE INTO form VALUES (?, ?, ?, ?, ?, ?)", _forms(article, analysis))
    insert(
        "INSERT OR IGNORE INTO mention VALUES (?, ?, ?, ?, ?)",
        [(article, m.span.start, m.span.end, m.type, m.entity) for m in analysis.mentions],
    )
    insert(
        "INSERT OR IGNORE INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        _events(article, analysis),
    )
    insert(
        "INSERT OR IGNORE INTO time VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (article, t.id, t.type, t.value, t.span.start, t.span.end, *_days(t))
            for t in analysis.times
        ],
    )
    connection.execute(
        "INSERT OR REPLACE INTO term (article, entities, events) VALUES (?, ?, ?)",
        (article, _names(analysis), _told(analysis)),
    )


def _entities(article: int, analysis: Analysis) -> Iterator[tuple[object, ...]]:
    counts: dict[str, int] = {}
    for mention in analysis.mentions:
        if mention.entity:
            counts[mention.entity] = counts.get(mention.entity, 0) + 1
    for entity in analysis.entities:
        links = dict(entity.links)
        yield (
            article,
            entity.id,
            entity.type,
            plain(entity.name),
            " ".join(keys(entity.name)),
            counts.get(entity.id, 0),
            links.get("wikidata"),
            links.get("geonames"),
            entity.latitude,
            entity.longitude,
        )


def _forms(article: int, analysis: Analysis) -> Iterator[tuple[object, ...]]:
    for entity in analysis.entities:
        counts = {variant.text: variant.count for variant in entity.variants}
        for text, count in {entity.name: 0, **counts}.items():
            yield article, entity.id, entity.type, plain(text), " ".join(keys(text)), count


def _events(article: int, analysis: Analysis) -> Iterator[tuple[object, ...]]:
    times = {time.id: time for time in analysis.times}
    for event in analysis.events:
        time = times.get(event.time.id) if event.time else None
        yield (
            article,
            event.id,
            event.type,
            event.trigger.start,
            event.trigger.end,
            event.cluster,
            event.modality,
            event.polarity,
            *(_days(time) if time else (None, None)),
        )


def _days(time: TimeExpression) -> tuple[str | None, str | None]:
    first, last = time.first_day, time.last_day
    return first.isoformat() if first else None, last.isoformat() if last else None


def _names(analysis: Analysis) -> str:
    """Return the names of entities for the index; a word that names itself none beside it."""
    forms = {form for e in analysis.entities for form in (e.name, *(v.text for v in e.variants))}
    return " ".join(indexed(form) for form in sorted(forms))


def _told(analysis: Analysis) -> str:
    """Return the types of events and their words for the index."""
    words = {_word(event, analysis.document.text) for event in analysis.events}
    return " ".join(sorted(words))


def _word(event: Event, text: str) -> str:
    return f"{fold(event.type)} {indexed(event.trigger.of(text))}"
