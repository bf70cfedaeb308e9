"""What a learned tagger of names gives to the search for mentions.

The taggers themselves read models and live outside the core, in `reader.engines`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reader.core.types import EntityType


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name that a tagger sees: words `first` to `end` (exclusive) of one sentence.

    Attributes:
        proclitics: letters of the first word, as written, that are no part of the name.
        confidence: how likely it is right, 0 to 1.
    """

    first: int
    end: int
    type: EntityType
    proclitics: int
    confidence: float


class Tagger(Protocol):
    """Reads sentences and tells where names are."""

    @property
    def name(self) -> str:
        """Return what the user calls it, such as "fast" or "best"."""
        ...

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """Return for each sentence (its tokens as written) its names in text order.

        Names of one sentence may nest, but never cut into each other.
        """
        ...
