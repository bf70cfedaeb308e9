"""Whether two texts are copies, and whether a copy tells it differently.

Words are aligned and every change is looked at by the rules of `reader.core.dedupe`: another
number, name or negation is a conflict. A pair with conflicts is one text in two versions, of
which neither may be left out for the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.core.clitics import readings
from reader.core.dedupe import CONTAINED, SIMILAR, Comparison
from reader.core.lexicon.dedupe import DedupeLexicon
from reader.near.shingles import folded

LONG = 16_000_000  # words of one text times words of the other: more are counted, not aligned

_BATCH = 4_096  # pairs whose folded texts are held at a time


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """Two texts of which one is a copy of the other.

    Attributes:
        first, second: their numbers, the smaller first.
        similarity: share of words, of both, that stand in both in one order; 0 to 1.
        conflicts: changes on the way that change what is told; 0 where the two say the same.
    """

    first: int
    second: int
    similarity: float
    conflicts: int


def verify(
    texts: Mapping[int, str] | Sequence[str],
    pairs: Sequence[tuple[int, int]],
    lexicon: DedupeLexicon,
) -> Iterator[Match]:
    """Yield those pairs of texts that are copies, in the order given."""
    compare = Comparison(lexicon)
    for start in range(0, len(pairs), _BATCH):
        batch = pairs[start : start + _BATCH]
        numbers = sorted({number for pair in batch for number in pair})
        told = dict(zip(numbers, folded([texts[number] for number in numbers]), strict=True))
        for first, second in batch:
            found = _compare(compare, told[first], told[second], lexicon)
            if found is not None:
                yield Match(first, second, *found)


def _compare(
    compare: Comparison, one: str, other: str, lexicon: DedupeLexicon
) -> tuple[float, int] | None:
    """Return similarity and conflicts of two copies, or None; the shorter may be a part."""
    if one == other:
        return 1.0, 0
    first, second = one.split(), other.split()
    if len(first) < len(second):
        first, second = second, first
    if len(first) * len(second) > LONG:
        return _counted(first, second, lexicon)
    found = compare.copy_of(first, second)
    return None if found is None else (found[0], len(found[1]))


def _counted(
    first: list[str], second: list[str], lexicon: DedupeLexicon
) -> tuple[float, int] | None:
    """Return the same of texts that are too long to be aligned, by how often words occur."""
    ours, theirs = Counter(first), Counter(second)
    same = (ours & theirs).total()
    similarity = 2 * same / (ours.total() + theirs.total())
    if similarity < SIMILAR and same < CONTAINED * theirs.total():
        return None
    new = theirs - ours
    conflicts = sum(
        count for word, count in new.items() if word[0].isdecimal() or _negates(word, lexicon)
    )
    return round(similarity, 4), conflicts


def _negates(word: str, lexicon: DedupeLexicon) -> bool:
    return any(r.form in lexicon.negations for r in readings(word))
