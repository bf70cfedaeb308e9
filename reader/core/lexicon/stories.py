"""Words that articles are compared by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoryWords:
    """Folded words, without proclitics and article.

    Attributes:
        postponing, cancelling: lemmas of events that put another off, or call it off.
        local_heads: kinds of bodies of which every state has its own.
        reciprocal: types of events whose sides are told in any order.
    """

    postponing: frozenset[str]
    cancelling: frozenset[str]
    local_heads: frozenset[str]
    reciprocal: frozenset[str]
