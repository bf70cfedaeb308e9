"""Near copies among many texts: paragraphs of a library, articles of a run.

    rows = signatures(texts)
    matches = list(verify(texts, pairs(rows), lexicon))
    story = components(len(texts), ((m.first, m.second) for m in matches))

Plain values in and out; the work grows with the texts. `reader.core.dedupe` does the same
inside one article, where every paragraph can be looked at.
"""

from reader.near.candidates import bucket_pairs, likeness, likest, pairs, tidy
from reader.near.components import components
from reader.near.signatures import BANDS, PERMUTATIONS, WIDTH, band_keys, digests, signatures
from reader.near.verify import Match, verify

__all__ = [
    "BANDS",
    "PERMUTATIONS",
    "WIDTH",
    "Match",
    "band_keys",
    "bucket_pairs",
    "components",
    "digests",
    "likeness",
    "likest",
    "pairs",
    "signatures",
    "tidy",
    "verify",
]
