"""A question as SQL: what the full-text index answers, and what the tables do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

from reader.library.query import Query, Term
from reader.library.words import written

_COLUMNS = {"": "", "title": "title : ", "text": "text : ", "entity": "entities : "}
_COLUMNS["event"] = "events : "
_MAX_SPELLINGS = 64  # of one phrase
_PLACES, _PEOPLE = "('GPE', 'LOC', 'FAC')", "('PER')"
_IN_INDEX = "a.id IN (SELECT rowid FROM search WHERE search MATCH ?)"
_READ = "EXISTS (SELECT 1 FROM reading r WHERE r.article = a.id AND r.unread = 0)"


@dataclass(slots=True)
class Plan:
    """How a question is answered.

    Attributes:
        match: for the full-text index, "" where it is not asked.
        conditions: on a row `a` of `article`, all of which hold; parameters: theirs, in order.
    """

    match: str = ""
    conditions: list[str] = field(default_factory=list)
    parameters: list[str] = field(default_factory=list)

    def where(self) -> str:
        """Return the conditions, and the index's among them, as a clause of SQL."""
        conditions = [*([_IN_INDEX] if self.match else []), *self.conditions]
        return f" WHERE {' AND '.join(conditions)}" if conditions else ""

    def all_parameters(self) -> list[str]:
        """Return the parameters of `where`."""
        return [*([self.match] if self.match else []), *self.parameters]


def plan(query: Query) -> Plan:
    """Return how a question is answered."""
    made = Plan()
    wanted: list[str] = []
    unwanted: list[str] = []
    for group in query.groups:
        if all(t.field in _COLUMNS and not t.negated for t in group):
            wanted.append(" OR ".join(map(_match, group)))
        elif len(group) == 1 and group[0].field in _COLUMNS:
            unwanted.append(_match(group[0]))
        else:
            _add(made, [_condition(term) for term in group])
    if wanted:
        made.match = " AND ".join(f"({one})" for one in wanted)
        if unwanted:
            made.match = f"({made.match}) NOT ({' OR '.join(unwanted)})"
    elif unwanted:
        _add(made, [(f"NOT {_IN_INDEX}", [" OR ".join(unwanted)])])
    return made


def _add(made: Plan, alternatives: Sequence[tuple[str, list[str]]]) -> None:
    made.conditions.append(f"({' OR '.join(condition for condition, _ in alternatives)})")
    for _, parameters in alternatives:
        made.parameters += parameters


def spellings(term: Term) -> tuple[tuple[str, ...], ...]:
    """Return for each word of a term the keys that it may have in the text."""
    first, *rest = term.words
    head = written(first)
    full = [written(word) for word in rest]
    if _size(head, full) <= _MAX_SPELLINGS:
        return head, *full
    for others in (("", "و", "ب", "ل"), ("", "و")):
        short = [tuple(before + word for before in others) for word in rest]
        if _size(head, short) <= _MAX_SPELLINGS:
            return head, *short
    return head, *((word,) for word in rest)


def _size(head: Sequence[str], rest: Sequence[Sequence[str]]) -> int:
    size = len(head)
    for words in rest:
        size *= len(words)
    return size


def _match(term: Term) -> str:
    """Return a term for the index; its words are letters and digits only, and quoted."""
    star = " *" if term.prefix else ""
    phrases = [f'"{" ".join(words)}"{star}' for words in product(*spellings(term))]
    return f"{_COLUMNS[term.field]}({' OR '.join(phrases)})"


def _condition(term: Term) -> tuple[str, list[str]]:
    condition, parameters = _plain_condition(term)
    return (f"NOT ({condition})" if term.negated else condition), parameters


def _plain_condition(term: Term) -> tuple[str, list[str]]:
    value = " ".join(term.words)
    match term.field:
        case "place":
            return _form(value, _PLACES, prefix=term.prefix)
        case "person":
            return _form(value, _PEOPLE, prefix=term.prefix)
        case "source":
            return "a.id IN (SELECT article FROM source WHERE instr(site_key, ?))", [value]
        case "tag":
            return "a.id IN (SELECT article FROM tag WHERE key = ?)", [value]
        case "unread":
            return f"NOT {_READ}", []
        case "days":
            first = term.first.isoformat() if term.first else "0"
            last = term.last.isoformat() if term.last else "9999-12-31"
            return "a.day BETWEEN ? AND ?", [first, last]
    return _IN_INDEX, [_match(term)]


def _form(value: str, types: str, *, prefix: bool) -> tuple[str, list[str]]:
    """Ask for names that are these words, or begin with them."""
    rest = "" if prefix else " "
    condition = (
        f"a.id IN (SELECT article FROM form WHERE type IN {types}"  # noqa: S608 - constants
        " AND (key = ? OR (key > ? AND key < ?)))"
    )
    return condition, [value, value + rest, value + rest + "\U0010ffff"]
