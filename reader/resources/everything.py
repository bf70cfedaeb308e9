"""All the data that the stages read, in one value."""

from __future__ import annotations

from functools import lru_cache

from reader.core.pipeline import Lexicon
from reader.resources import confidence, dedupe, entities, events, numbers, times


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """Return all lexicons; read once."""
    return Lexicon(
        numbers=numbers.load(),
        dedupe=dedupe.load(),
        times=times.load(),
        entities=entities.load(),
        events=events.load(),
        confidence=confidence.load(),
    )
