"""Load resources/stories/ into StoryWords."""

from __future__ import annotations

from functools import lru_cache

from reader.core.lexicon.stories import StoryWords
from reader.core.normalize import fold
from reader.resources import rows


@lru_cache(maxsize=1)
def load() -> StoryWords:
    """Return the words that articles are compared by; read once."""
    words = {row["kind"]: row["words"].split() for row in rows("stories", "words.tsv")}
    folded = {kind: frozenset(map(fold, row)) for kind, row in words.items()}
    return StoryWords(
        postponing=folded["postponing"],
        cancelling=folded["cancelling"],
        local_heads=folded["local_heads"],
        reciprocal=frozenset(words["reciprocal"]),
    )
