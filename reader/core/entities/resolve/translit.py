"""How far apart two Arabic spellings of a foreign name are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA

LEAST_LETTERS = 4  # shorter names that differ in a letter are two names
LIMIT = 0.7
_MOST_EDITS = 3
_NONE = "-"
_OTHER = 1.0
_VOWELS = frozenset("اويهعء")
# Letters of one class are one in the skeleton; what the table gives no cost stays apart.
_CLASS = {
    **dict.fromkeys("سشزصثظذچ", "س"),
    **dict.fromkeys("جغكقخگ", "ك"),
    **dict.fromkeys("بپفڤ", "ب"),
    **dict.fromkeys("تطدض", "ت"),
}
_DIGRAPHS = (("تش", "س"), ("تس", "س"), ("دج", "ك"))


@lru_cache(maxsize=4096)
def skeleton(name: str) -> str:
    """Return the consonants of a name by class; equal for spellings of one name.

    Letters doubled, vowels and ه are left out. Names with equal skeletons may be one:
    `distance` tells. Names of fewer than three consonants have none: "".
    """
    for pair, letter in _DIGRAPHS:
        name = name.replace(pair, letter)
    kept: list[str] = []
    for char in name:
        if char in _VOWELS or char in " ح":
            continue
        letter = _CLASS.get(char, char)
        if not kept or kept[-1] != letter:
            kept.append(letter)
    return "".join(kept) if len(kept) > 2 else ""


def distance(a: str, b: str, costs: Mapping[tuple[str, str], float], limit: float = LIMIT) -> float:
    """Return the least sum of costs that makes one name the other; above `limit`, any such sum.

    A doubled letter costs as much as a vowel.
    """
    if OSA.distance(a, b, score_cutoff=_MOST_EDITS) > _MOST_EDITS:
        return limit + 1
    rows = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if i or j:
                rows[i][j] = _cheapest(a, b, i, j, rows, costs)
        if min(rows[i]) > limit and (not i or min(rows[i - 1]) > limit):
            return limit + 1
    return rows[-1][-1]


def _cheapest(
    a: str,
    b: str,
    i: int,
    j: int,
    rows: list[list[float]],
    costs: Mapping[tuple[str, str], float],
) -> float:
    best = _OTHER * 99
    if i and j:
        same = a[i - 1] == b[j - 1]
        best = rows[i - 1][j - 1] + (0.0 if same else costs.get((a[i - 1], b[j - 1]), _OTHER))
    if i:
        best = min(best, rows[i - 1][j] + _dropped(a, i, costs))
    if j:
        best = min(best, rows[i][j - 1] + _dropped(b, j, costs))
    if i > 1 and j:
        pair = costs.get((a[i - 2 : i], b[j - 1]))
        best = best if pair is None else min(best, rows[i - 2][j - 1] + pair)
    if j > 1 and i:
        pair = costs.get((b[j - 2 : j], a[i - 1]))
        best = best if pair is None else min(best, rows[i - 1][j - 2] + pair)
    return best


def _dropped(word: str, end: int, costs: Mapping[tuple[str, str], float]) -> float:
    letter = word[end - 1]
    if end > 1 and word[end - 2] == letter:
        return costs.get(("ا", _NONE), _OTHER)
    if end == 1:
        return _OTHER  # a name's first letter is seldom left out
    return costs.get((letter, _NONE), _OTHER)
