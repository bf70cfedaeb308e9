"""Words that articles are compared by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoryWords:
    """Folded words, without proclitics and article.

    Attributes:
        people: nouns that count people and say no more of them: «شخصا», «قتيلا».
        others: words for those who were not counted yet: «آخرون».
        about, least, most: words before a number that is not exact: «نحو», «أكثر من».
        least_after: words after one that is the least: «على الأقل».
        postponing, cancelling: lemmas of events that put another off, or call it off.
        local_heads: kinds of bodies of which every state has its own.
        reciprocal: types of events whose sides are told in any order.
    """

    people: frozenset[str]
    others: frozenset[str]
    about: frozenset[str]
    least: frozenset[str]
    most: frozenset[str]
    least_after: frozenset[str]
    postponing: frozenset[str]
    cancelling: frozenset[str]
    local_heads: frozenset[str]
    reciprocal: frozenset[str]
