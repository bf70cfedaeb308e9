"""MinHash signatures: texts that share many shingles have many numbers of theirs in common."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from reader.near.shingles import shingles

PERMUTATIONS = 64  # numbers in a signature
BANDS = 16  # of PERMUTATIONS / BANDS numbers: texts that share a band are compared
EMPTY = 0xFFFFFFFF  # each number of a text without a word

Signatures = NDArray[np.uint32]
Keys = NDArray[np.uint64]

_SEED = 42
_BATCH = 8_192  # texts whose shingles are held at a time
_FOLD = np.uint64(0x9E3779B97F4A7C15)


def signatures(texts: Sequence[str]) -> Signatures:
    """Return the signature of each text, a row of PERMUTATIONS numbers."""
    found = np.empty((len(texts), PERMUTATIONS), np.uint32)
    for start in range(0, len(texts), _BATCH):
        hashes, offsets = shingles(texts[start : start + _BATCH])
        matrix = RMinHash.digest_matrix_from_flat_token_hashes(hashes, offsets, PERMUTATIONS, _SEED)
        found[start : start + _BATCH] = matrix.to_rows()
    return found


def band_keys(rows: Signatures) -> Keys:
    """Return for each text the BANDS keys that it shares with texts like it.

    Keys of two bands are never equal by the same numbers.
    """
    numbers = np.ascontiguousarray(rows).view(np.uint64).reshape(len(rows), BANDS, -1)
    keys = np.tile(np.arange(BANDS, dtype=np.uint64), (len(rows), 1))
    for at in range(numbers.shape[2]):  # two of the signature's numbers at a time
        keys = (keys ^ numbers[:, :, at]) * _FOLD
        keys ^= keys >> np.uint64(31)
    return keys
