"""Load resources/dedupe/ into a DedupeLexicon."""

from __future__ import annotations

from functools import lru_cache

from reader.core.lexicon.dedupe import DedupeLexicon
from reader.core.normalize import fold
from reader.resources import rows


@lru_cache(maxsize=1)
def load() -> DedupeLexicon:
    """Return the words that near copies are judged by; read once."""
    words = {
        row["kind"]: frozenset(fold(row["words"]).split()) for row in rows("dedupe", "words.tsv")
    }
    return DedupeLexicon(
        negations=words["negation"],
        reporting=words["reporting"],
        function=words["function"],
        referring=words["referring"],
    )
