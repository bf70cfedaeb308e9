"""Run the encoder's network, and read names off its scores of labels.

The scores of the labels form a chain: each label has a score at each word and each pair of
neighbors has one. The best chain gives the names, and the share of all chains that hold a
name gives its confidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from numpy.typing import NDArray

from reader.core.types import EntityType
from reader.engines.hints import KINDS
from reader.engines.pieces import PAD

Array = NDArray[np.float32]

_BATCH = 8  # windows; more need more memory and are no faster
_TYPES: dict[str, EntityType] = {t: t for t in ("PER", "ORG", "GPE", "LOC", "FAC", "NORP")}


class Read(Protocol):
    """What the network needs of a window."""

    @property
    def pieces(self) -> tuple[int, ...]: ...  # noqa: D102
    @property
    def firsts(self) -> tuple[int, ...]: ...  # noqa: D102
    @property
    def hints(self) -> tuple[int, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a window: words `first` to `end` (exclusive), as in Tagged."""

    first: int
    end: int
    type: EntityType
    proclitics: int
    confidence: float


class Network:
    """The network in onnxruntime, on one thread.

    Attributes:
        labels: "O", then B and I of each type.
    """

    def __init__(self, model: bytes, labels: tuple[str, ...], temperature: float) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # gives back what a long text needed
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )
        self.labels = labels
        self._temperature = temperature

    def names(self, windows: Sequence[Read]) -> list[list[Name]]:
        """Return the names in each window, in text order."""
        found: list[list[Name]] = [[] for _ in windows]
        order = sorted(range(len(windows)), key=lambda at: len(windows[at].pieces))
        for begin in range(0, len(order), _BATCH):
            numbers = order[begin : begin + _BATCH]
            batch = [windows[number] for number in numbers]
            scores, letters, moves = self._run(batch)
            counts = [len(window.firsts) for window in batch]
            chains = Chains(scores / self._temperature, moves / self._temperature, counts)
            paths = best_labels(scores, moves, counts)
            for row, number in enumerate(numbers):
                spans = _spans([self.labels[label] for label in paths[row]])
                found[number] = [
                    Name(
                        first,
                        end,
                        _TYPES[kind],
                        int(letters[row, first].argmax()),
                        chains.share(row, first, end, self.labels.index(f"B-{kind}")),
                    )
                    for first, end, kind in spans
                ]
        return found

    def _run(self, batch: Sequence[Read]) -> tuple[Array, Array, Array]:
        """Return scores of labels and of proclitics per row and word, and of label pairs."""
        longest = max(len(window.pieces) for window in batch)
        words = max(len(window.firsts) for window in batch)
        pieces = np.full((len(batch), longest), PAD, dtype=np.int64)
        mask = np.zeros((len(batch), longest), dtype=np.int32)
        hints = np.zeros((len(batch), longest, len(KINDS)), dtype=np.float32)
        firsts = np.zeros((len(batch), words), dtype=np.int64)
        bits = np.arange(len(KINDS))
        for row, window in enumerate(batch):
            pieces[row, : len(window.pieces)] = window.pieces
            mask[row, : len(window.pieces)] = 1
            firsts[row, : len(window.firsts)] = window.firsts
            hints[row, list(window.firsts)] = np.array(window.hints)[:, None] >> bits & 1
        feeds = {"pieces": pieces, "mask": mask, "hints": hints}
        scores, letters, moves = self._session.run(None, feeds)
        rows = np.arange(len(batch))[:, None]
        return scores[rows, firsts], letters[rows, firsts], moves


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
