"""All the data that the stages read, in one value."""

from __future__ import annotations

import gc
from functools import lru_cache

from reader.core.pipeline import Lexicon
from reader.resources import confidence, dedupe, entities, events, figures, numbers, times

# An analysis makes many small values and hardly a cycle: it is seldom worth looking for any.
_COLLECT_AFTER = (200_000, 20, 100)


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """Return all lexicons; read once.

    They stay as long as the process: the garbage collector is told not to walk them.
    """
    lexicon = Lexicon(
        numbers=numbers.load(),
        dedupe=dedupe.load(),
        times=times.load(),
        entities=entities.load(),
        events=events.load(),
        confidence=confidence.load(),
        figures=figures.load(),
    )
    gc.freeze()
    gc.set_threshold(*_COLLECT_AFTER)
    return lexicon
