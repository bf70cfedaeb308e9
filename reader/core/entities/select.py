"""Which of the candidates stay, where several claim the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reader.core.entities.words import Candidate
from reader.core.types import EntityType

# What may stand inside what: a name of a kind holds names of these kinds.
_HOLDS: dict[EntityType, frozenset[EntityType]] = {
    "TITLE": frozenset({"ORG", "GPE", "LOC", "NORP", "FAC"}),
    "ORG": frozenset({"GPE", "LOC", "NORP", "PER"}),
    "FAC": frozenset({"GPE", "LOC", "ORG", "NORP", "PER"}),
    "EVENT": frozenset({"GPE", "LOC", "NORP", "ORG"}),
    "COUNT": frozenset({"NORP"}),
}


def select(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates that stay, in text order, outer ones before those inside.

    Two that cut into each other cannot both stay: the one of higher priority does,
    then the longer one. One inside another stays where names of its kind may.
    """
    kept: list[Candidate] = []
    ranked = sorted(
        candidates, key=lambda c: (-c.priority, -(c.span.end - c.span.start), c.span.start)
    )
    over: defaultdict[int, list[Candidate]] = defaultdict(list)  # by token
    for candidate in ranked:
        tokens = range(candidate.first, candidate.end)
        if all(_together(candidate, other) for at in tokens for other in over[at]):
            kept.append(candidate)
            for at in tokens:
                over[at].append(candidate)
    return sorted(kept, key=lambda c: (c.span.start, -c.span.end))


def _together(a: Candidate, b: Candidate) -> bool:
    if not a.span.overlaps(b.span):
        return True
    if a.span == b.span:
        return False
    outer, inner = (a, b) if a.span.contains(b.span) else (b, a)
    if not outer.span.contains(inner.span):
        return False
    if outer.name is not None and outer.type == "ORG":
        return inner.type == "NORP" and inner.rule.endswith("of a state")
    return inner.type in _HOLDS.get(outer.type, frozenset())
