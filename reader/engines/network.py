"""Run the encoder's network in onnxruntime."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnxruntime  # type: ignore[import-untyped]

from reader.engines.chain import Name, Scores, names
from reader.engines.hints import KINDS
from reader.engines.pieces import PAD
from reader.engines.windows import Card, Window

_BATCH = 8  # windows; more need more memory and are no faster


class Network:
    """The network in onnxruntime, on one thread."""

    def __init__(self, model: bytes, card: Card) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # gives back what a long text needed
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )
        self._card = card

    def names(self, windows: Sequence[Window]) -> list[list[Name]]:
        """Return the names in each window, in text order."""
        found: list[list[Name]] = [[] for _ in windows]
        order = sorted(range(len(windows)), key=lambda at: len(windows[at].pieces))
        for begin in range(0, len(order), _BATCH):
            numbers = order[begin : begin + _BATCH]
            scores = self._run([windows[number] for number in numbers])
            rows = names(scores, self._card.labels, self._card.temperature)
            for number, row in zip(numbers, rows, strict=True):
                found[number] = row
        return found

    def _run(self, batch: Sequence[Window]) -> Scores:
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
        counts = [len(window.firsts) for window in batch]
        return Scores(scores[rows, firsts], letters[rows, firsts], moves, counts)
