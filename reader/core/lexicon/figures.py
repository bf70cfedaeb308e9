"""Words that the figures of events are read by."""

from __future__ import annotations

from dataclasses import dataclass

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Folded words, without proclitics and article.

    Attributes:
        people: nouns that count people and say no more of them: «شخصا», «قتيلا».
        others: words for those who were not counted yet: «آخرون».
        about, least, most: words before a number that is not exact: «نحو», «أكثر من».
        least_after: words after one that is the least: «على الأقل».
    """

    people: frozenset[str] = _NONE
    others: frozenset[str] = _NONE
    about: frozenset[str] = _NONE
    least: frozenset[str] = _NONE
    most: frozenset[str] = _NONE
    least_after: frozenset[str] = _NONE
