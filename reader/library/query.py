"""The question of a search, read from what the user typed. Nothing that is typed is an error.

- words: all must be there, in any of their spellings
- "words in quotes": one after the other
- begin*: words that begin so
- one OR other (also أو, ||): either; binds closer than the words around it
- -word, NOT word (also ليس): not there
- field:word, field:"more words": title, text, entity, event, place, person, source, tag, unread
  (yes or no), from, to, on, before, after (a day 2017-10-31, a month 2017-10, a year 2017); in
  Arabic عنوان، نص، كيان، حدث، مكان، شخص، مصدر، وسم، جديد، من، إلى، يوم، قبل، بعد

What is none of these is looked for as words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from reader.core.normalize import fold
from reader.library.words import keys

Field = Literal[
    "", "title", "text", "entity", "event", "place", "person", "source", "tag", "unread", "days"
]
_FIELDS: dict[str, Field] = {
    "title": "title", "عنوان": "title", "العنوان": "title",
    "text": "text", "نص": "text", "النص": "text",
    "entity": "entity", "كيان": "entity", "اسم": "entity",
    "event": "event", "حدث": "event",
    "place": "place", "مكان": "place",
    "person": "person", "شخص": "person",
    "source": "source", "مصدر": "source",
    "tag": "tag", "وسم": "tag",
    "unread": "unread", "جديد": "unread",
}  # fmt: skip
_DAYS = {
    "from": "from", "من": "from", "after": "after", "بعد": "after", "to": "to", "الي": "to",
    "حتي": "to", "before": "before", "قبل": "before", "on": "on", "يوم": "on", "date": "on",
    "تاريخ": "on",
}  # fmt: skip
_OR = frozenset({"OR", "أو", "||", "|"})
_NOT = frozenset({"NOT", "ليس"})
_NO = frozenset({"no", "false", "0", "لا"})
_MAX_TERMS = 64
_MAX_LENGTH = 4000  # code points; no one types more
_PIECE = re.compile(r'(-?)(?:(\w+):)?(?:"([^"]*)"?|([^\s"]+))')
_DAY = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that an article has, or has not.

    Attributes:
        words: keys of words, one after the other; of other fields, the folded value.
        prefix: the last word is a beginning.
        first, last: of days, inclusive; None where there is no bound.
    """

    field: Field
    words: tuple[str, ...] = ()
    negated: bool = False
    prefix: bool = False
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A question: of each group at least one term holds; without groups, of all articles.

    Attributes:
        unknown: parts that mean nothing as they stand, and were taken as words.
    """

    groups: tuple[tuple[Term, ...], ...]
    unknown: tuple[str, ...] = ()


def parse(text: str) -> Query:
    """Read a question."""
    groups: list[list[Term]] = []
    unknown: list[str] = []
    joined = negated = False
    for found in _PIECE.finditer(text[:_MAX_LENGTH]):
        if found.group() in _OR:
            joined = True
            continue
        if found.group() in _NOT:
            negated = True
            continue
        term = _term(found, negated=negated, unknown=unknown)
        negated = False
        if term is None:
            continue
        if joined and groups:
            groups[-1].append(term)
        else:
            groups.append([term])
        joined = False
        if sum(map(len, groups)) >= _MAX_TERMS:
            break
    return Query(tuple(map(tuple, groups)), tuple(unknown))


def _term(found: re.Match[str], *, negated: bool, unknown: list[str]) -> Term | None:
    minus, name, phrase, word = found.groups()
    value = word if phrase is None else phrase
    negated = negated or bool(minus)
    if name:
        term = _field(fold(name), value, negated=negated, quoted=phrase is not None)
        if term is not None:
            return term
        unknown.append(f"{name}:{value}")
        value = f"{name} {value}"
    return _words("", value, negated=negated, quoted=phrase is not None)


def _field(name: str, value: str, *, negated: bool, quoted: bool) -> Term | None:
    if name in _DAYS:
        return _days(_DAYS[name], value, negated=negated)
    field = _FIELDS.get(name)
    if field is None:
        return None
    if field in {"source", "tag"}:
        words = tuple(fold(value).split())
        return Term(field, words, negated) if words else None
    if field == "unread":
        return Term(field, negated=negated != (fold(value) in _NO))
    return _words(field, value, negated=negated, quoted=quoted)


def _words(field: Field, value: str, *, negated: bool, quoted: bool) -> Term | None:
    words = tuple(keys(value))
    if not words:
        return None
    prefix = not quoted and value.endswith("*")
    return Term(field, words, negated, prefix)


def _days(relation: str, value: str, *, negated: bool) -> Term | None:
    first, last = _range(fold(value))
    if first is None or last is None:
        return None
    day = timedelta(days=1)
    match relation:
        case "from":
            return Term("days", negated=negated, first=first)
        case "to":
            return Term("days", negated=negated, last=last)
        case "after" if last < date.max:
            return Term("days", negated=negated, first=last + day)
        case "before" if first > date.min:
            return Term("days", negated=negated, last=first - day)
    return Term("days", negated=negated, first=first, last=last)


def _range(value: str) -> tuple[date | None, date | None]:
    """Return the first and the last day of a day, month or year; None where it is none."""
    found = _DAY.fullmatch(value)
    if found is None:
        return None, None
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None:
        return None, None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None, None
