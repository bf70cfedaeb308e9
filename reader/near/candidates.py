"""Pairs of texts that are worth comparing: those that share a band.

Work and result grow with the texts, not with their pairs: of texts with one digest each is
paired with the first of them, a bucket of more than CROWD others is sorted and each paired with
its neighbors, and no text is compared with more than PARTNERS, the likest. What a bucket gives
depends on its own rows alone, so that buckets can be looked at on many machines.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.near.signatures import (
    BANDS,
    EMPTY,
    PERMUTATIONS,
    Keys,
    Signatures,
    band_keys,
    digests,
)

CROWD = 24  # texts of a bucket that are all paired with each other
NEIGHBORS = 8  # of a text in the sorted bucket, on each side
PARTNERS = 8  # earlier texts that a text is compared with
_BATCH = 65_536  # pairs whose signatures are held at a time
_SMALL = 1 << 31  # numbers that fit twice into 62 bits
_CHUNK = 4_096  # texts whose keys are made at a time
LIKE = 0.4  # share of equal numbers in two signatures below which no copies are looked for

Pairs = NDArray[np.int64]
"""Rows of two numbers of texts, the smaller first, in ascending order."""


def pairs(rows: Signatures) -> Pairs:
    """Return the candidate pairs of texts with these signatures."""
    numbers = np.flatnonzero(rows[:, 0] != EMPTY)
    told = rows if len(numbers) == len(rows) else rows[numbers]
    bands = np.empty((BANDS, len(told)), np.uint64)
    for start in range(0, len(told), _CHUNK):
        bands[:, start : start + _CHUNK] = band_keys(told[start : start + _CHUNK]).T
    digest = digests(told)
    found = [bucket_pairs(band, numbers, told, digest) for band in bands]
    alike = tidy(np.concatenate(found))
    return likest(alike, likeness(rows, alike))


def bucket_pairs(keys: Keys, numbers: NDArray[np.int64], rows: Signatures, digest: Keys) -> Pairs:
    """Return the pairs of texts that share a key, in no order.

    Args:
        keys: one for each text; texts of one key are one bucket.
        numbers: of the texts, ascending.
        rows: their signatures.
        digest: of these, by `digests`.
    """
    members = _sharing(keys)
    begin, size = _runs(keys[members])
    two = begin[size == 2]
    couples = np.stack([members[two], members[two + 1]], axis=1)
    members = members[np.repeat(size > 2, size)]
    if not len(members):
        return np.asarray(numbers[couples])
    members = members[np.lexsort((digest[members], keys[members]))]
    bucket, digest = keys[members], digest[members]
    again = (bucket[1:] == bucket[:-1]) & (digest[1:] == digest[:-1])
    first = np.concatenate(([True], ~again))
    leader = members[first][np.cumsum(first) - 1]
    star = np.stack([leader[~first], members[~first]], axis=1)
    linked = _linked(bucket[first], members[first], rows)
    return np.asarray(numbers[np.concatenate([couples, star, linked])])


def likest(found: Pairs, shares: NDArray[np.float64]) -> Pairs:
    """Return those of the pairs that are alike, for each second text PARTNERS at most.

    Args:
        found: each pair once.
        shares: of each, by `likeness`.
    """
    alike = shares >= LIKE
    found, shares = found[alike], shares[alike]
    order = np.lexsort((found[:, 0], -shares, found[:, 1]))
    place = np.arange(len(order)) - np.repeat(*_runs(found[order, 1]))
    return tidy(found[order[place < PARTNERS]])


def likeness(rows: Signatures, places: Pairs) -> NDArray[np.float64]:
    """Return for each pair of rows the share of numbers that are the same in both."""
    least = rows[:, :PERMUTATIONS]
    parts = np.array_split(places, len(places) // _BATCH + 1)
    same = [(least[part[:, 0]] == least[part[:, 1]]).sum(axis=1) for part in parts]
    return np.concatenate(same) / PERMUTATIONS


def _sharing(keys: Keys) -> NDArray[np.int64]:
    """Return the places of the keys that occur more than once, by key and place.

    A place is sorted in the last bits of its key, which is much faster than sorting places;
    the few keys that differ in those bits alone are put right after.
    """
    bits = np.uint64(len(keys).bit_length())
    packed = (keys >> bits << bits) | np.arange(len(keys), dtype=np.uint64)
    packed.sort()
    again = packed[1:] >> bits == packed[:-1] >> bits
    shared = np.zeros(len(keys), bool)
    shared[1:] |= again
    shared[:-1] |= again
    places = (packed[shared] & ~(~np.uint64(0) << bits)).astype(np.int64)
    return places[np.argsort(keys[places], kind="stable")]


def _runs(ordered: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where each run of equal values begins, and how long it is."""
    changes = np.ones(len(ordered), bool)
    changes[1:] = ordered[1:] != ordered[:-1]
    begin = np.flatnonzero(changes)
    return begin, np.diff(np.append(begin, len(ordered)))


def _linked(bucket: Keys, members: NDArray[np.int64], rows: Signatures) -> Pairs:
    """Return pairs of members of each bucket; of a crowded one, neighbors by signature."""
    _, size = _runs(bucket)
    crowded = np.repeat(size > CROWD, size)
    order = np.arange(len(bucket))
    order[crowded] = order[crowded][np.lexsort((*rows[members[crowded]].T, bucket[crowded]))]
    members = members[order]
    found = []
    for step in range(1, CROWD):
        near = bucket[step:] == bucket[:-step]
        if step > NEIGHBORS:
            near &= ~crowded[step:]
        at = np.flatnonzero(near)
        if not len(at):
            break
        found.append(np.stack([members[at], members[at + step]], axis=1))
    return np.concatenate(found) if found else np.zeros((0, 2), np.int64)


def tidy(found: Pairs) -> Pairs:
    """Return each pair once, the smaller number first, in ascending order."""
    if not len(found):
        return found
    smaller = np.minimum(found[:, 0], found[:, 1])
    larger = np.maximum(found[:, 0], found[:, 1])
    if larger.max() < _SMALL:  # one number is sorted faster than two
        packed = np.sort(smaller << 31 | larger)
        packed = packed[_runs(packed)[0]]
        return np.stack([packed >> 31, packed & (_SMALL - 1)], axis=1)
    order = np.lexsort((larger, smaller))
    ordered = np.stack([smaller[order], larger[order]], axis=1)
    new = np.concatenate(([True], (ordered[1:] != ordered[:-1]).any(axis=1)))
    return ordered[new]
