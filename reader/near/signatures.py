"""MinHash signatures: texts that share many shingles have many numbers of theirs in common.

Each of the first PERMUTATIONS numbers is the least of a text's shingles in one order; an order is
a multiplication by an odd number modulo 2^32. The last two are a sum of all shingles, which tells
texts that are the same but for their spelling from those that only look so.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reader.near.shingles import random_numbers, shingles

PERMUTATIONS = 64
WIDTH = PERMUTATIONS + 2  # numbers in a signature
BANDS = 16  # of PERMUTATIONS / BANDS numbers: texts that share a band are compared
EMPTY = 0xFFFFFFFF  # each number of a text without a word

Signatures = NDArray[np.uint32]
Keys = NDArray[np.uint64]

_SEED = 64
_BATCH = 512  # texts whose shingles are held at a time: few, so that they stay in the cache
_FOLD = np.uint64(0x9E3779B97F4A7C15)


def signatures(texts: Sequence[str]) -> Signatures:
    """Return the signature of each text, a row of WIDTH numbers."""
    found = np.full((len(texts), WIDTH), EMPTY, np.uint32)
    for start in range(0, len(texts), _BATCH):
        hashes, offsets = shingles(texts[start : start + _BATCH])
        told = np.flatnonzero(np.diff(offsets))
        if len(told):
            rows, starts = start + told, offsets[told]
            found[rows, :PERMUTATIONS] = _least((hashes >> np.uint64(32)).astype(np.uint32), starts)
            sums = np.add.reduceat(hashes, starts)
            found[rows, PERMUTATIONS:] = sums.view(np.uint32).reshape(-1, 2)
    return found


def digests(rows: Signatures) -> Keys:
    """Return for each signature a number; texts that differ in spelling alone have the same."""
    return np.ascontiguousarray(rows[:, PERMUTATIONS:]).view(np.uint64).ravel()


def _least(shingles: NDArray[np.uint32], starts: NDArray[np.int64]) -> Signatures:
    """Return the least of the shingles that begin at each start, in every order."""
    found = np.empty((PERMUTATIONS, len(starts)), np.uint32)
    for at, factor in enumerate(_factors()):
        np.minimum.reduceat(shingles * factor, starts, out=found[at])
    return found.T


@lru_cache(maxsize=1)
def _factors() -> NDArray[np.uint32]:
    return random_numbers(PERMUTATIONS, _SEED).astype(np.uint32) | np.uint32(1)


def band_keys(rows: Signatures) -> Keys:
    """Return for each text the BANDS keys that it shares with texts like it.

    Keys of two bands are never equal by the same numbers.
    """
    numbers = (
        np.ascontiguousarray(rows[:, :PERMUTATIONS]).view(np.uint64).reshape(len(rows), BANDS, -1)
    )
    keys = np.tile(np.arange(BANDS, dtype=np.uint64), (len(rows), 1))
    for at in range(numbers.shape[2]):  # two of the signature's numbers at a time
        keys = (keys ^ numbers[:, :, at]) * _FOLD
        keys ^= keys >> np.uint64(31)
    return keys
