"""Names read off a network's scores of labels, which form a chain.

Each label has a score at each word and each pair of neighbors has one. The best chain gives
the names, and the share of all chains that hold a name gives its confidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reader.core.types import EntityType

Array = NDArray[np.float32]

_TYPES: dict[str, EntityType] = {t: t for t in ("PER", "ORG", "GPE", "LOC", "FAC", "NORP")}


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a row: words `first` to `end` (exclusive), as in Tagged."""

    first: int
    end: int
    type: EntityType
    proclitics: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Scores:
    """What a network says of rows of words.

    Attributes:
        labels: score by row, word and label.
        letters: score by row, word and number of proclitic letters.
        moves: score of one label after another, [before][after].
        counts: words of each row.
    """

    labels: Array
    letters: Array
    moves: Array
    counts: Sequence[int]


def names(scores: Scores, labels: Sequence[str], temperature: float) -> list[list[Name]]:
    """Return the names in each row, in text order; `labels` begin with "O"."""
    soft = Chains(scores.labels / temperature, scores.moves / temperature, scores.counts)
    found = []
    for row, path in enumerate(best_labels(scores.labels, scores.moves, scores.counts)):
        found.append(
            [
                Name(
                    first,
                    end,
                    _TYPES[kind],
                    int(scores.letters[row, first].argmax()),
                    soft.share(row, first, end, labels.index(f"B-{kind}")),
                )
                for first, end, kind in _spans([labels[label] for label in path])
            ]
        )
    return found


def best_labels(scores: Array, moves: Array, counts: Sequence[int]) -> list[list[int]]:
    """Return the best labels of each row."""
    rows, words, _ = scores.shape
    best = scores[:, 0] + moves[0]
    backs = np.zeros(scores.shape, dtype=np.int64)
    bests = [best]
    for at in range(1, words):
        ways = best[:, :, None] + moves
        backs[:, at] = ways.argmax(axis=1)
        best = ways.max(axis=1) + scores[:, at]
        bests.append(best)
    paths = []
    for row in range(rows):
        label = int(bests[counts[row] - 1][row].argmax())
        path = [label]
        for at in range(counts[row] - 1, 0, -1):
            label = int(backs[row, at, label])
            path.append(label)
        paths.append(path[::-1])
    return paths


class Chains:
    """All chains of labels with their shares, summed from the left and from the right."""

    def __init__(self, scores: Array, moves: Array, counts: Sequence[int]) -> None:
        rows, words, labels = scores.shape
        self._counts = counts
        self._at = np.exp(scores - scores.max(axis=2, keepdims=True))
        self._moves = np.exp(moves)
        self._left = np.zeros(scores.shape, dtype=np.float64)
        self._size = np.ones((rows, words), dtype=np.float64)
        self._right = np.ones((rows, words, labels), dtype=np.float64)
        left = np.broadcast_to(self._moves[0], (rows, labels)) * self._at[:, 0]
        for at in range(words):
            if at:
                left = (left @ self._moves) * self._at[:, at]
            self._size[:, at] = left.sum(axis=1)
            left = left / self._size[:, at, None]
            self._left[:, at] = left
        ends = np.array(counts)
        for at in range(words - 2, -1, -1):
            onward = (self._right[:, at + 1] * self._at[:, at + 1]) @ self._moves.T
            onward /= self._size[:, at + 1, None]
            self._right[:, at] = np.where((at < ends - 1)[:, None], onward, 1.0)

    def share(self, row: int, first: int, end: int, begin: int) -> float:
        """Return the share of chains with exactly this name; I comes after B among labels."""
        inside = begin + 1
        share = self._left[row, first, begin]
        before = begin
        for at in range(first + 1, end):
            share *= self._moves[before, inside] * self._at[row, at, inside] / self._size[row, at]
            before = inside
        if end < self._counts[row]:
            onward = self._moves[before] * self._at[row, end] * self._right[row, end]
            share *= (onward.sum() - onward[inside]) / self._size[row, end]
        return float(min(max(share, 0.0), 1.0))


def _spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the (first word, word after the last, type) of the names, in order."""
    at = 0
    while at < len(labels):
        if labels[at] == "O":
            at += 1
            continue
        kind = labels[at][2:]
        end = at + 1
        while end < len(labels) and labels[end] == f"I-{kind}":
            end += 1
        yield at, end, kind
        at = end
