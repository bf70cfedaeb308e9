"""What the numbers in words come to."""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.lexicon.numbers import NumberLexicon
from reader.core.numbers import find_numbers
from reader.core.segment import segment
from reader.core.types import Token


def values_in(words: str, lexicon: NumberLexicon) -> tuple[float, ...]:
    """Return the numbers that the words say, in digits or in letters, in order."""
    return tuple(float(number.value) for number in find_numbers(segment(words).tokens, lexicon))


def amount_of(words: str, lexicon: NumberLexicon) -> tuple[float, tuple[str, ...]] | None:
    """Return the first amount in the words and the folded words beside it; None without one.

    >>> # «12 جنديا» gives (12.0, ("جنديا",))
    """
    tokens = segment(words).tokens
    found = next((n for n in find_numbers(tokens, lexicon) if not n.ordinal), None)
    if found is None:
        return None
    rest = [*tokens[: found.first], *tokens[found.end :]]
    return float(found.value), _words(rest)


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.folded for token in tokens if token.kind == "word")
