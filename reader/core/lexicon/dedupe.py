"""Words that decide whether two near copies disagree."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DedupeLexicon:
    """Folded words, without proclitics.

    Attributes:
        negations: words that turn a statement around.
        reporting: verbs of saying, of which one is as good as another.
        function: words that carry no content of their own.
        referring: subjects that stand for someone named before, such as «سموه».
    """

    negations: frozenset[str]
    reporting: frozenset[str]
    function: frozenset[str]
    referring: frozenset[str]
