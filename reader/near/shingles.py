"""Texts as sets of hashed shingles, many texts at a time.

A shingle is SHINGLE folded words that stand side by side; of a shorter text, all its words.
The words are those of `reader.core.normalize.fold` without punctuation. All of it is arithmetic
over whole arrays of letters: no word becomes a Python string. The hashes are the same on every
machine and in every process.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reader.core.normalize import fold

SHINGLE = 2  # words

Hashes = NDArray[np.uint64]
Offsets = NDArray[np.int64]

_BATCH = 65_536  # code points folded at a time: their arrays stay in the processor's cache
_BREAK = "\x1e"  # stands between texts; in a text it is white space
_GAP = 0x20  # what parts words
_DROPPED = 0  # folded away
_WIDE = 1  # folds into several letters: such texts are folded one letter at a time
_SEED = 20_171_031
_MULTIPLIER = 0x9E3779B97F4A7C15
_FINAL = np.uint64(0xFF51AFD7ED558CCD)


def shingles(texts: Sequence[str]) -> tuple[Hashes, Offsets]:
    """Return the shingles of all texts in one row, and where each text's begin.

    Those of text i are `hashes[offsets[i] : offsets[i + 1]]`; a text without a word has none.
    """
    hashes: list[Hashes] = []
    counts: list[NDArray[np.int64]] = []
    for batch in _batches(texts):
        batch_hashes, batch_counts = _batch_shingles(batch)
        hashes.append(batch_hashes)
        counts.append(batch_counts)
    offsets = np.zeros(len(texts) + 1, np.int64)
    if texts:
        np.cumsum(np.concatenate(counts), out=offsets[1:])
    return np.concatenate(hashes) if hashes else np.zeros(0, np.uint64), offsets


def folded(texts: Sequence[str]) -> list[str]:
    """Return the texts folded, with white space for all that is no letter and no digit."""
    found: list[str] = []
    for batch in _batches(texts):
        found += (
            _letters(batch)
            .astype("<u2")
            .tobytes()
            .decode("utf-16-le", "surrogatepass")
            .split(_BREAK)
        )
    return found


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    start, length = 0, 0
    for at, text in enumerate(texts):
        length += len(text) + 1
        if length > _BATCH:
            yield texts[start : at + 1]
            start, length = at + 1, 0
    if start < len(texts):
        yield texts[start:]


def _batch_shingles(texts: Sequence[str]) -> tuple[Hashes, NDArray[np.int64]]:
    """Return the shingles of a batch and how many each text has."""
    letters = _letters(texts)
    breaks = np.flatnonzero(letters == ord(_BREAK))
    inside = letters > _GAP
    edges = np.flatnonzero(np.diff(inside, prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    words = _word_hashes(letters, starts, ends)
    first = np.concatenate(([0], np.searchsorted(starts, breaks), [len(starts)]))
    counts = np.diff(first)  # words of each text
    text_of = np.repeat(np.arange(len(texts)), counts)
    width = np.minimum(SHINGLE, counts)[text_of]
    place = np.arange(len(words)) - first[:-1][text_of]
    whole = place + width <= counts[text_of]
    found = words.copy()
    for step in range(1, SHINGLE):
        longer = np.flatnonzero(whole & (width > step))
        found[longer] = _mixed(found[longer] * np.uint64(_MULTIPLIER) + words[longer + step])
    return found[whole], np.bincount(text_of[whole], minlength=len(texts))


def _letters(texts: Sequence[str]) -> NDArray[np.uint16]:
    """Return the folded letters of the texts, with a break between two texts."""
    joined = _BREAK.join(texts)
    if joined.count(_BREAK) >= len(texts):
        joined = _BREAK.join([text.replace(_BREAK, " ") for text in texts])
    table = _table()
    letters = table[_units(joined)]
    if (letters == _WIDE).any():
        letters = table[_units(fold(joined))]
    kept: NDArray[np.uint16] = letters[letters > _WIDE]
    return kept


def _units(text: str) -> NDArray[np.uint16]:
    """Return UTF-16 units; a character beyond them is two surrogates, which fold to gaps."""
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")


def _word_hashes(
    letters: NDArray[np.uint16], starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> Hashes:
    """Return a hash of the letters of each word, by sums of their powers over the batch.

    What stands before a word only moves its sum by a power, which its inverse takes back.
    """
    powers, inverses = _powers(1 << max(1, len(letters)).bit_length())
    sums = np.zeros(len(letters) + 1, np.uint64)
    np.cumsum(_values()[letters] * powers[: len(letters)], out=sums[1:])
    return _mixed((sums[ends] - sums[starts]) * inverses[starts])


def _mixed(values: Hashes) -> Hashes:
    values = (values ^ (values >> np.uint64(32))) * _FINAL
    return values ^ (values >> np.uint64(29))


@lru_cache(maxsize=4)
def _powers(size: int) -> tuple[Hashes, Hashes]:
    """Return powers of the multiplier and of its inverse, modulo 2^64."""
    inverse = pow(_MULTIPLIER, -1, 1 << 64)
    return _geometric(_MULTIPLIER, size), _geometric(inverse, size)


def _geometric(base: int, size: int) -> Hashes:
    factors = np.full(size, base, np.uint64)
    factors[0] = 1
    return np.cumprod(factors)


def random_numbers(count: int, seed: int) -> Hashes:
    """Return numbers by SplitMix64: the same ones with every version of every library."""
    numbers = np.arange(1, count + 1, dtype=np.uint64) * np.uint64(_MULTIPLIER) + np.uint64(seed)
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


@lru_cache(maxsize=1)
def _values() -> Hashes:
    """Return a random number for each letter."""
    return random_numbers(65_536, _SEED)


@lru_cache(maxsize=1)
def _table() -> NDArray[np.uint16]:
    """Return what each UTF-16 unit folds to: a letter, _GAP, _DROPPED or _WIDE."""
    return np.array([_folded(chr(unit)) for unit in range(65_536)], np.uint16)


def _folded(char: str) -> int:
    if char == _BREAK:
        return ord(_BREAK)
    folded = fold(char)
    if len(folded) > 1:
        return _WIDE
    if not folded:
        return _DROPPED
    return ord(folded) if unicodedata.category(folded)[0] in "LN" else _GAP
