"""Load resources/numbers/figures.tsv into FigureWords."""

from __future__ import annotations

from reader.core.lexicon.figures import FigureWords
from reader.core.normalize import fold
from reader.resources import rows


def load() -> FigureWords:
    """Return the words that the figures of events are read by."""
    return FigureWords(
        **{
            row["kind"]: frozenset(map(fold, row["words"].split()))
            for row in rows("numbers", "figures.tsv")
        }
    )
