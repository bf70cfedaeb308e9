"""Finding articles by what they say.

The index is FTS5 without content (see `schema.SEARCH`), so that the file holds each text once;
it is fed with the keys of words (`reader.library.words`), which no tokenizer of SQLite's gives.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from reader.core.types import Span
from reader.library.database import Database
from reader.library.plan import Plan, plan, spellings
from reader.library.query import Query, Term, parse
from reader.library.types import Results, Snippet, Sort
from reader.library.words import indexed, located

RANKED = 500  # articles; where more match, the newest are told, and not ranked
_WEIGHTS = "8.0, 1.0, 3.0, 2.0"  # of title, text, entities, events
_DATED = 150  # of the best whose days are heard
_RECENT = 0.25  # what the newest article gains over a very old one
_HALF_LIFE = 365.0  # days
_AROUND = 90  # code points of a snippet before and after its hit
_ORDERS = {
    "day": "a.day {0}, a.id {0}",
    "added": "a.id {0}",
    "title": "a.sort_title {0}, a.id {0}",
}


def put(connection: sqlite3.Connection, article: int, title: str, text: str) -> None:
    """Take an article into the index, with what `term` has of it."""
    _feed(connection, article, title, text, "")


def drop(connection: sqlite3.Connection, article: int, title: str, text: str) -> None:
    """Take an article out of the index, as it was taken in."""
    _feed(connection, article, title, text, "delete")


def _feed(
    connection: sqlite3.Connection, article: int, title: str, text: str, command: str
) -> None:
    terms = connection.execute(
        "SELECT entities, events FROM term WHERE article = ?", (article,)
    ).fetchone()
    values = (article, indexed(title), indexed(text), *(terms or ("", "")))
    if command:
        connection.execute(
            "INSERT INTO search (search, rowid, title, text, entities, events)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (command, *values),
        )
    else:
        connection.execute(
            "INSERT INTO search (rowid, title, text, entities, events) VALUES (?, ?, ?, ?, ?)",
            values,
        )


class Search:
    """Asks a library; any question has an answer (see `reader.library.query`)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ids(self, question: str = "", sort: Sort = "day", *, ascending: bool = False) -> Results:
        """Return all articles that a question is about, in the order of a list.

        100,000 ids take some tens of milliseconds; what the list shows of them is asked of
        `Articles.rows` as it comes in sight.
        """
        query = parse(question)
        made = plan(query)
        order = _ORDERS[sort].format("ASC" if ascending else "DESC")
        statement = f"SELECT a.id FROM article a{made.where()} ORDER BY {order}"  # noqa: S608 - from constants
        with self._database.reading() as connection:
            found = connection.execute(statement, made.all_parameters()).fetchall()
        return Results(tuple([id_ for (id_,) in found]), unknown=query.unknown)

    def count(self, question: str = "") -> int:
        """Return how many articles a question is about."""
        made = plan(parse(question))
        statement = f"SELECT count(*) FROM article a{made.where()}"  # noqa: S608 - from constants
        with self._database.reading() as connection:
            (count,) = connection.execute(statement, made.all_parameters()).fetchone()
        return int(count)

    def best(self, question: str, limit: int = 50) -> Results:
        """Return the articles that answer a question best.

        By how often and where its words stand (BM25; the title weighs most) and by day, the
        newer first among equals. Where more than `RANKED` match, and for a question without
        words, the newest come first.
        """
        query = parse(question)
        made = plan(query)
        if not made.match:
            return self._newest(made, limit, query.unknown)
        with self._database.reading() as connection:
            statement = f"SELECT s.rowid FROM search s{_joined(made)} ORDER BY s.rowid DESC LIMIT ?"  # noqa: S608 - from constants
            found = connection.execute(
                statement, (made.match, *made.parameters, RANKED + 1)
            ).fetchall()
            if len(found) > RANKED:
                return Results(tuple(i for (i,) in found[:limit]), more=True, unknown=query.unknown)
            statement = f"SELECT s.rowid, bm25(search, {_WEIGHTS}) FROM search s{_joined(made)}"  # noqa: S608 - from constants
            scored = connection.execute(statement, (made.match, *made.parameters)).fetchall()
            scored.sort(key=lambda one: (one[1] or 0.0, -one[0]))
            first = scored[: max(limit, _DATED)]
            days = dict(
                connection.execute(
                    "SELECT id, day FROM article WHERE id IN (SELECT value FROM json_each(?))",
                    (json.dumps([article for article, _ in first]),),
                )
            )
        ranked = _ranked([(article, score, days.get(article, "")) for article, score in first])
        return Results(tuple(ranked[:limit]), len(scored) > limit, query.unknown)

    def _newest(self, made: Plan, limit: int, unknown: tuple[str, ...]) -> Results:
        statement = (
            f"SELECT a.id FROM article a{made.where()} ORDER BY a.day DESC, a.id DESC LIMIT ?"  # noqa: S608 - from constants
        )
        with self._database.reading() as connection:
            found = connection.execute(statement, (*made.all_parameters(), limit + 1)).fetchall()
        return Results(tuple(i for (i,) in found[:limit]), len(found) > limit, unknown)


def _joined(made: Plan) -> str:
    """Return the rest of a statement that the index leads: rows of `article` only if asked of."""
    if not made.conditions:
        return " WHERE search MATCH ?"
    conditions = " AND ".join(("search MATCH ?", *made.conditions))
    return f" JOIN article a ON a.id = s.rowid WHERE {conditions}"


def _ranked(scored: Sequence[tuple[int, float | None, str]]) -> list[int]:
    days = {article: _ordinal(day) for article, _, day in scored}
    newest = max(days.values(), default=0)

    def weight(one: tuple[int, float | None, str]) -> tuple[float, int]:
        article, score, _ = one  # the better, the more negative; None of a damaged index
        age = newest - days[article]
        return (score or 0.0) * (1 + _RECENT * 0.5 ** (age / _HALF_LIFE)), -article

    return [article for article, _, _ in sorted(scored, key=weight)]


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(str(day)).toordinal()
    except ValueError:
        return 1  # no day is the oldest


def hits(question: str, text: str, *, title: bool = False) -> tuple[Span, ...]:
    """Return where a text has the words of a question, in order; none overlap.

    With `title` the text is a title: words that are asked of the text alone are not looked for.
    """
    return _hits(parse(question), text, title=title)


def _hits(query: Query, text: str, *, title: bool) -> tuple[Span, ...]:
    other = "text" if title else "title"
    skipped = {other, "source", "tag", "unread", "days"}
    terms = [
        (t, [frozenset(words) for words in spellings(t)])
        for group in query.groups
        for t in group
        if not t.negated and t.field not in skipped
    ]
    if not terms:
        return ()
    words = list(located(text))
    found: list[Span] = []
    for at in range(len(words)):
        ends = [_end(words, at, term, allowed) for term, allowed in terms]
        end = max(ends)
        if end > at and (not found or words[at][1].start >= found[-1].end):
            found.append(Span(words[at][1].start, words[end - 1][1].end))
    return tuple(found)


def _end(
    words: Sequence[tuple[str, Span]], at: int, term: Term, allowed: Sequence[frozenset[str]]
) -> int:
    """Return the index after a term's last word where it stands at `at`, or 0."""
    last = at + len(allowed)
    if last > len(words):
        return 0
    for index, keys in enumerate(allowed):
        word = words[at + index][0]
        if word in keys:
            continue
        is_last = index == len(allowed) - 1
        if not (term.prefix and is_last and any(word.startswith(key) for key in keys)):
            return 0
    return last


def snippet(question: str, text: str) -> Snippet:
    """Return the first place in a text that a question is about, with its hits."""
    found = hits(question, text)
    if not found:
        return _piece(text, (), Span(0, min(len(text), 2 * _AROUND)))
    first = found[0]
    return _piece(text, found, Span(max(0, first.start - _AROUND), first.end + _AROUND))


def _piece(text: str, found: Sequence[Span], window: Span) -> Snippet:
    """Cut a window out of a text at white space, where there is some near."""
    start, end = window.start, min(len(text), window.end)
    if start:
        gap = text.find(" ", start, start + 20)
        start = start if gap < 0 else gap + 1
    if end < len(text):
        gap = text.rfind(" ", end - 20, end)
        end = end if gap < 0 else gap
    starts = [span.start for span in found]
    inside = found[bisect_left(starts, start) : bisect_left(starts, end)]
    spans = tuple(Span(s.start - start, min(s.end, end) - start) for s in inside)
    return Snippet(text[start:end], spans, start, start > 0, end < len(text))
