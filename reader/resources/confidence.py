"""Load resources/confidence/ into a ConfidenceTable."""

from __future__ import annotations

from functools import lru_cache

from reader.core.confidence import ConfidenceTable
from reader.resources import rows


@lru_cache(maxsize=1)
def load() -> ConfidenceTable:
    """Return how often findings are right; read once."""
    found = rows("confidence", "findings.tsv")
    shares = {tuple(row["finding"].split(" / ")): float(row["confidence"]) for row in found}
    return ConfidenceTable(shares)
