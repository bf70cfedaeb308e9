"""The engine "fast": a small network of convolutions over words, run by numpy.

It reads what the engine "best" reads and learned from it; see resources/models/fast.md.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.engines import windows
from reader.engines.chain import Array, Name, Scores, names
from reader.engines.hints import KINDS

_BATCH = 32  # windows
_REMEMBERED = 100_000
_EPSILON = 1e-5


def load() -> windows.WindowTagger:
    """Return the engine; EngineError where its model is not installed."""
    return windows.load("fast", _network)


def _network(card: windows.Card, checked: windows.Checked) -> windows.Names:
    with np.load(io.BytesIO(checked("fast.npz")), allow_pickle=False) as model:
        return Convolution(dict(model), card)


def _gelu(x: Array) -> Array:
    """Return GELU by its approximation with tanh, which training uses too."""
    inner = x * x
    inner *= 0.044715 * 0.7978845608
    inner += 0.7978845608
    inner *= x
    np.tanh(inner, out=inner)
    inner += 1
    inner *= x
    inner *= 0.5
    return inner


def _normed(x: Array, weight: Array, bias: Array) -> Array:
    centered: Array = x - x.mean(axis=-1, keepdims=True)
    spread = np.einsum("...i,...i->...", centered, centered)[..., None] / x.shape[-1]
    centered /= np.sqrt(spread + _EPSILON)
    centered *= weight
    centered += bias
    return centered


class Convolution:
    """The network: a word from its pieces and hints, then words beside words.

    The model's arrays: `pieces` in 8 bits with a `scales` for each; `mix` from a word's first
    and last piece and their mean; `hints`; per layer `convN` [3 * width, width] for the words
    before, at and after; `labels`, `letters` and `moves`.
    """

    def __init__(self, model: Mapping[str, NDArray[Any]], card: windows.Card) -> None:
        exact = {name: value.astype(np.float32) for name, value in model.items()}
        self._pieces = exact.pop("pieces") * exact.pop("scales")[:, None]
        self._model = exact
        self._steps = [int(step) for step in model["steps"]]
        self._card = card
        self._words: dict[tuple[tuple[int, ...], int], Array] = {}

    def names(self, windows_: Sequence[windows.Window]) -> list[list[Name]]:
        """Return the names in each window, in text order."""
        found: list[list[Name]] = [[] for _ in windows_]
        order = sorted(range(len(windows_)), key=lambda at: len(windows_[at].firsts))
        for begin in range(0, len(order), _BATCH):
            numbers = order[begin : begin + _BATCH]
            scores = self._run([windows_[number] for number in numbers])
            rows = names(scores, self._card.labels, self._card.temperature)
            for number, row in zip(numbers, rows, strict=True):
                found[number] = row
        return found

    def _run(self, batch: Sequence[windows.Window]) -> Scores:
        model = self._model
        counts = [len(window.firsts) for window in batch]
        x = np.zeros((len(batch), max(counts), model["mix_bias"].size), np.float32)
        for row, window in enumerate(batch):
            x[row, : counts[row]] = self._seen(window)
        valid = (np.arange(x.shape[1]) < np.array(counts)[:, None])[..., None]
        for layer, step in enumerate(self._steps):
            beside = np.zeros((*x.shape[:2], 3, x.shape[2]), np.float32)
            beside[:, :, 1] = x
            beside[:, step:, 0] = x[:, :-step]
            beside[:, :-step, 2] = x[:, step:]
            wide = beside.reshape(*x.shape[:2], -1)
            new = _gelu(wide @ model[f"conv{layer}"] + model[f"conv{layer}_bias"])
            x = _normed(x + new, model[f"norm{layer}"], model[f"norm{layer}_bias"]) * valid
        labels = x @ model["labels"] + model["labels_bias"]
        letters = x @ model["letters"] + model["letters_bias"]
        return Scores(labels, letters, model["moves"], counts)

    def _seen(self, window: windows.Window) -> Array:
        """Return what each word is by itself, [word][width]."""
        ends = (*window.firsts[1:], len(window.pieces) - 1)
        cuts = [window.pieces[a:b] for a, b in zip(window.firsts, ends, strict=True)]
        keys = list(zip(cuts, window.hints, strict=True))
        new = list({key: None for key in keys if key not in self._words})
        if new:
            if len(self._words) > _REMEMBERED:
                self._words.clear()
                new = list(dict.fromkeys(keys))
            self._words.update(zip(new, self._read(new), strict=True))
        return np.stack([self._words[key] for key in keys])

    def _read(self, keys: Sequence[tuple[tuple[int, ...], int]]) -> Array:
        model = self._model
        flat = self._pieces[[piece for cut, _ in keys for piece in cut]]
        sizes = np.array([len(cut) for cut, _ in keys])
        firsts = np.cumsum(sizes) - sizes
        means = np.add.reduceat(flat, firsts) / sizes[:, None].astype(np.float32)
        both = np.concatenate([flat[firsts], flat[firsts + sizes - 1], means], axis=1)
        bits = np.array([hints for _, hints in keys])[:, None] >> np.arange(len(KINDS)) & 1
        told = bits.astype(np.float32)
        x = _gelu(both @ model["mix"] + model["mix_bias"] + told @ model["hints"])
        return _normed(x, model["norm"], model["norm_bias"])
