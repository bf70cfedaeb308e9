"""Load resources/numbers/ into a NumberLexicon."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from reader.core.lexicon.numbers import NumberLexicon
from reader.core.normalize import fold
from reader.resources import rows


@lru_cache(maxsize=1)
def load() -> NumberLexicon:
    """Return the number words; read once."""
    words: defaultdict[str, dict[str, int]] = defaultdict(dict)
    shares: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for row in rows("numbers", "words.tsv"):
        for form in map(fold, row["forms"].split()):
            if row["kind"] in {"fraction", "shares"}:
                shares[row["kind"]][form] = float(row["value"])
            else:
                words[row["kind"]][form] = int(row["value"])
    return NumberLexicon(
        units=words["unit"],
        teens=words["teen"],
        tens=words["ten"],
        hundreds=words["hundred"],
        scales=words["scale"],
        duals=words["dual"],
        ordinals=words["ordinal"],
        fractions=shares["fraction"],
        shares=shares["shares"],
    )
