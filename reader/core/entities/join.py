"""How the names of a learned tagger and those of lists and rules become one.

How far lists and rules are to be believed was measured: `EntityLexicon.trust` holds, for a
kind of finding and for how it stands to the tagger's, how often it is a name. A tagger is
taken at its own word, which says the same of its findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.core.entities.words import Candidate, Words
from reader.core.types import EntityType

PLACES: frozenset[EntityType] = frozenset({"GPE", "LOC", "FAC"})
MEASURED: frozenset[EntityType] = frozenset({"PER", "ORG", "GPE", "LOC", "FAC"})
_LEAST = 0.4  # a finding that is seldomer right is dropped
_LEAST_ALONE = 0.49  # the same for one that the tagger saw and passed over
_BACKED = ("same", "type", "hinted")
# The sets leave ministries, courts and the like unmarked where the standard does not.
_STANDARD = ("ORG head", "FAC head", "state body")
# Told by the words around them alone: a tagger that reads a longer name knows better.
_SURMISED = ("place after cue", "noun of the land")
_CITY = 200_000  # people
_SURE = 0.5  # of a tagger that is not in two minds


def join(words: Words, tagged: Sequence[Candidate], ruled: Sequence[Candidate]) -> list[Candidate]:
    """Return the findings of both sides that are believed, each as far as it was right."""
    found = list(_believed(words, ruled, tagged))
    spans = {(c.first, c.end, _wide(c.type)) for c in found}
    more = _believed(words, tagged, ruled)
    return found + [c for c in more if (c.first, c.end, _wide(c.type)) not in spans]


def untagged(ruled: Iterable[Candidate]) -> list[Candidate]:
    """Return the findings of lists and rules that are believed where there is no tagger."""
    return [c for c in ruled if c.confidence >= _LEAST_ALONE]


def _believed(
    words: Words, candidates: Iterable[Candidate], others: Iterable[Candidate]
) -> Iterator[Candidate]:
    by_token = by_tokens(others)
    for candidate in candidates:
        if candidate.type not in MEASURED:
            yield candidate
            continue
        relation = standing(candidate, by_token)
        if relation == "inside" and candidate.rule in _SURMISED:
            continue
        trust = candidate.confidence
        if not _is_tagged(candidate):
            trust = words.lexicon.trust.get((source(candidate), relation), trust)
        if relation == "nested" or (relation == "alone" and candidate.rule.startswith(_STANDARD)):
            yield candidate
        elif trust >= (_LEAST if relation in _BACKED or _is_tagged(candidate) else _LEAST_ALONE):
            yield replace(candidate, confidence=round(trust, 2), priority=8 * trust)


def _is_tagged(candidate: Candidate) -> bool:
    return candidate.rule.startswith("tagger")


def _is_doubted(candidate: Candidate) -> bool:
    """Tell whether a tagger itself is in two minds."""
    return _is_tagged(candidate) and candidate.confidence < _SURE


def by_tokens(candidates: Iterable[Candidate]) -> dict[int, list[Candidate]]:
    """Return the measured candidates by each of their tokens."""
    found: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.type in MEASURED:
            for at in range(candidate.first, candidate.end):
                found.setdefault(at, []).append(candidate)
    return found


def source(candidate: Candidate) -> str:
    """Return what kind of finding of lists and rules a candidate is."""
    rule = candidate.rule.partition(":")[0]
    if candidate.name is not None:
        longer = "long" if candidate.end - candidate.first > 1 else "short"
        return f"{rule} {candidate.type} {longer}{_known(candidate)}"
    return rule


def _known(candidate: Candidate) -> str:
    """Return how well a listed place is known: its name may be a word too."""
    places = candidate.name.places if candidate.name is not None else ()
    if not places:
        return ""
    best = places[0]
    if best.state:
        return " state"
    return " city" if best.capital or best.population >= _CITY else " town"


def standing(candidate: Candidate, others: dict[int, list[Candidate]]) -> str:
    """Return how a candidate stands to the other side's.

    Its words are the same, of another type, nested (a place in a body's name), inside or
    around the other's, cut by it, hinted at by a tagger in two minds, or claimed alone.
    """
    over = {
        id(o): o for at in range(candidate.first, candidate.end) for o in others.get(at, ())
    }.values()
    near = [o for o in over if not _is_doubted(o)]
    ranges = [o for o in near if (o.first, o.end) == (candidate.first, candidate.end)]
    if any(_wide(o.type) == _wide(candidate.type) for o in ranges):
        return "same"
    if ranges:
        return "type"
    if not near:
        return "hinted" if any(_wide(o.type) == _wide(candidate.type) for o in over) else "alone"
    outer = [o for o in near if o.first <= candidate.first and candidate.end <= o.end]
    if candidate.type in PLACES and any(o.type in {"ORG", "FAC"} for o in outer):
        return "nested"
    if outer:
        return "inside"
    inside = all(candidate.first <= o.first and o.end <= candidate.end for o in near)
    return "around" if inside else "cut"


def _wide(kind: EntityType) -> EntityType:
    return "LOC" if kind in PLACES else kind
