"""The rules of a library as they are kept, with every change to them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from reader.errors import LibraryError
from reader.library import journal
from reader.library.articles import plain
from reader.library.database import Database
from reader.library.digest import Ledger, digest
from reader.library.rules import Rule, rule_from_json, rule_to_json, rules_from_json, rules_to_json
from reader.library.types import Damage, Step

_REVISION = "rules"


class Rulebook:
    """Keeps the rules of one library. May be used from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> tuple[Rule, ...]:
        """Return the rules, in the order in which they are heard; damaged ones not."""
        with self._database.reading() as connection:
            return _load(connection)[0]

    def damaged(self) -> tuple[Damage, ...]:
        """Return the rules that are not what was written."""
        with self._database.reading() as connection:
            return _load(connection)[1]

    def revision(self) -> int:
        """Return how often the rules were changed: an analysis that heard fewer is stale."""
        with self._database.reading() as connection:
            return _revision(connection)

    def add(self, rule: Rule, words: str = "") -> None:
        """Have one more rule; `words` name the step that can be undone."""
        self._change(words, lambda rules: rules if rule in rules else (*rules, rule))

    def remove(self, rule: Rule, words: str = "") -> None:
        """Have a rule no more."""
        self._change(words, lambda rules: tuple(r for r in rules if r != rule))

    def take(self, told: object, words: str = "") -> int:
        """Take in rules that were exported, after those that there are; return how many are new.

        Raises:
            ContractError: they are no rules.
            LibraryError: they were not kept.
        """
        offered = rules_from_json(told)
        before = self.load()
        self._change(words, lambda rules: tuple(dict.fromkeys((*rules, *offered))))
        return len(set(offered) - set(before))

    def told(self) -> dict[str, Any]:
        """Return the rules as JSON values, for `take`."""
        return rules_to_json(self.load())

    def undo(self) -> bool:
        """Take the last change of the rules back; False where there is none."""
        return self._turn(back=True)

    def redo(self) -> bool:
        """Make the change again that was undone last; False where there is none."""
        return self._turn(back=False)

    def steps(self) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
        """Return the changes that can be undone and those that can be redone, the next first."""
        with self._database.reading() as connection:
            return journal.steps(connection, None)

    def _change(self, words: str, make: Any) -> None:  # noqa: ANN401 - rules to rules
        with self._database.writing() as connection:
            before = _load(connection)[0]
            after = make(before)
            if after == before:
                return
            _store(connection, after)
            told = [rule_to_json(r) for r in before], [rule_to_json(r) for r in after]
            journal.log(connection, None, plain(words), *told)

    def _turn(self, *, back: bool) -> bool:
        with self._database.writing() as connection:
            step = journal.next_step(connection, None, back=back)
            if step is None:
                return False
            if step.is_sound:
                told = step.before if back else step.after
                _store(connection, tuple(rule_from_json(one) for one in told))
                journal.turn(connection, step.id, back=back)
                return True
            journal.set_aside(connection, "journal", step.id, None, step.raw)
            journal.forget(connection, step.id)
        reason = "the record of this change is damaged; it was set aside"
        raise LibraryError(self._database.path, "damaged", reason)


def _load(connection: sqlite3.Connection) -> tuple[tuple[Rule, ...], tuple[Damage, ...]]:
    rules: list[Rule] = []
    damaged: list[Damage] = []
    for row, body, stored in connection.execute("SELECT id, body, digest FROM rule ORDER BY id"):
        if digest(row, body) == stored:
            rules.append(rule_from_json(json.loads(body)))
        else:
            reason = "it is not what was written"
            damaged.append(Damage("rule", row, None, journal.legible(body), reason))
    return tuple(rules), tuple(damaged)


def _store(connection: sqlite3.Connection, rules: Sequence[Rule]) -> None:
    """Write the rules; damaged ones are set aside."""
    ledger = Ledger()
    rows = connection.execute("SELECT id, body, digest FROM rule").fetchall()
    for row, body, stored in rows:
        if digest(row, body) != stored:
            journal.set_aside(connection, "rule", row, None, body)
        ledger.drop("rule", stored)
    connection.execute("DELETE FROM rule")
    for row, rule in enumerate(rules, 1):
        body = json.dumps(rule_to_json(rule)).encode()
        made = digest(row, body)
        connection.execute("INSERT INTO rule VALUES (?, ?, ?)", (row, body, made))
        ledger.put("rule", made)
    ledger.settle(connection)
    connection.execute(
        "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
        (_REVISION, str(_revision(connection) + 1)),
    )


def _revision(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (_REVISION,)).fetchone()
    return int(row[0]) if row and str(row[0]).isdecimal() else 0
