"""*fast*: a linear-chain CRF whose weights are one table; see resources/models/fast.md.

The weights were learned by python-crfsuite. They are run here on numpy, because what a
word says about itself and its neighbours can then be summed up once for each word and
all sentences of an article decoded together.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from reader.core.clitics import readings
from reader.core.entities.tagger import Tagged
from reader.core.normalize import fold
from reader.core.types import EntityType
from reader.engines.features import REACH, Lists, Seen, around, see
from reader.errors import EngineError, ResourceError
from reader.resources import entities, resource, rows

MODEL = ("models", "fast.npz")
SHA256 = "39406ad2b47a826a5e661b2c6e253c5bacbbb87092af48449a6aea562ec3eaa2"
KINDS: tuple[EntityType, ...] = ("PER", "ORG", "GPE", "LOC", "FAC", "NORP")
# C: begins a name, with letters before it that are no part of the name.
LABELS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BCI"))
_NEVER = -1e4
_AT_ONCE = 1_000  # words
_KEPT_WORDS = 60_000  # whose sums are kept

Floats = npt.NDArray[np.float32]


def lists(vocabulary: Iterable[str]) -> Lists:
    """Return the lists that the attributes look words up in."""
    return Lists(entities.load(), rows("gazetteer", "people.tsv"), frozenset(vocabulary))


def load() -> Crf:
    """Return the tagger; EngineError where its model is missing or not the one we made."""
    try:
        data = resource(*MODEL)
    except ResourceError as error:
        raise EngineError("fast", str(error)) from error
    if hashlib.sha256(data.read_bytes()).hexdigest() != SHA256:
        raise EngineError("fast", f"{data}: damaged; install the program again")
    with np.load(data, allow_pickle=False) as model:
        return Crf(dict(model))


def _allowed() -> Floats:
    """Return 0 where one label may follow another, a great loss where not."""
    moves = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for a, before in enumerate(LABELS):
        for b, label in enumerate(LABELS):
            if label[0] == "I" and before[2:] != label[2:]:
                moves[a, b] = _NEVER
    return moves


def _lines(packed: npt.NDArray[Any]) -> list[str]:
    return packed.tobytes().decode().split("\n")


class Crf:
    """A tagger by a table of weights. It may be used from any thread."""

    name = "fast"

    def __init__(self, model: Mapping[str, npt.NDArray[Any]]) -> None:
        self._lists = lists(_lines(model["vocabulary"]))
        names = _lines(model["attributes"])
        self._row = {name: at for at, name in enumerate(names)}
        self._weights = np.zeros((len(names) + 1, len(LABELS)), np.float32)
        self._weights[model["rows"], model["labels"]] = model["weights"]
        self._moves = model["transitions"].astype(np.float32) + _allowed()
        start = np.zeros(len(LABELS), np.float32)
        start[[at for at, label in enumerate(LABELS) if label[0] == "I"]] = _NEVER
        self._start = start
        self._words: dict[str, tuple[Seen, Floats]] = {}
        self._lock = threading.Lock()

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tagged]]:
        """Return the names of each sentence, none inside another."""
        with self._lock:
            emissions = list(self._all_emissions(sentences))
        found: list[list[Tagged]] = []
        for words, (labels, sure) in zip(sentences, self._decode(emissions), strict=True):
            found.append(_names(words, labels, sure))
        return found

    def marginals(self, words: Sequence[str]) -> Floats:
        """Return for each word of a sentence how likely each label is."""
        with self._lock:
            (emission,) = self._emissions([words])
        sizes = np.array([len(words)])
        likely: Floats = _marginals(emission[None], sizes, self._moves, self._start)[0]
        return likely

    def _seen(self, word: str) -> tuple[Seen, Floats]:
        """Return what is seen of a word, and what that is worth at each distance from it."""
        kept = self._words.get(word)
        if kept is not None:
            return kept
        seen = see(word, self._lists)
        row = self._row
        worth = np.zeros((2 * REACH + 1, len(LABELS)), np.float32)
        ids: list[int] = []
        firsts: dict[int, int] = {}
        for distance in range(-REACH, REACH + 1):
            near = seen.near[abs(distance)]
            known = [row[key] for a in near if (key := f"{distance}|{a}") in row]
            if known:
                firsts[distance + REACH] = len(ids)
                ids += known
        if ids:
            sums = np.add.reduceat(self._weights[ids], list(firsts.values()))
            worth[list(firsts)] = sums
        if len(self._words) >= _KEPT_WORDS:
            self._words.clear()
        self._words[word] = seen, worth
        return seen, worth

    def _all_emissions(self, sentences: Sequence[Sequence[str]]) -> Iterator[Floats]:
        batch: list[Sequence[str]] = []
        size = 0
        for words in sentences:
            batch.append(words)
            size += len(words)
            if size >= _AT_ONCE:
                yield from self._emissions(batch)
                batch, size = [], 0
        yield from self._emissions(batch)

    def _emissions(self, sentences: Sequence[Sequence[str]]) -> list[Floats]:
        """Return what each label of each word is worth, the sentences kept apart by zeros."""
        begins: list[int] = []
        length = 0
        for words in sentences:
            begins.append(length)
            length += len(words) + REACH
        worth = np.zeros((length + REACH, 2 * REACH + 1, len(LABELS)), np.float32)
        row = self._row
        at: list[int] = []
        ids: list[int] = []
        for begin, words in zip(begins, sentences, strict=True):
            if not words:
                continue
            both = [self._seen(word) for word in words]
            worth[begin : begin + len(words)] = [w for _, w in both]
            for index, found in enumerate(around([seen for seen, _ in both], self._lists), begin):
                known = [n for a in found if (n := row.get(a)) is not None]
                at += [index] * len(known)
                ids += known
        total: Floats = worth[:, REACH].copy()
        for distance in range(1, REACH + 1):
            total[:-distance] += worth[distance:, REACH + distance]
            total[distance:] += worth[:-distance, REACH - distance]
        np.add.at(total, at, self._weights[ids])
        spans = zip(begins, sentences, strict=True)
        return [total[begin : begin + len(words)] for begin, words in spans]

    def _decode(self, emissions: Sequence[Floats]) -> list[tuple[list[int], list[float]]]:
        """Return for each sentence the best labels and how likely each of them is."""
        order = sorted(range(len(emissions)), key=lambda at: len(emissions[at]))
        found: list[tuple[list[int], list[float]]] = [([], [])] * len(emissions)
        for begin in range(0, len(order), 64):
            batch = [at for at in order[begin : begin + 64] if len(emissions[at])]
            if not batch:
                continue
            sizes = np.array([len(emissions[at]) for at in batch])
            padded = np.zeros((len(batch), sizes.max(), len(LABELS)), np.float32)
            for number, at in enumerate(batch):
                padded[number, : len(emissions[at])] = emissions[at]
            likely = _marginals(padded, sizes, self._moves, self._start)
            best = _viterbi(padded, sizes, self._moves, self._start)
            for number, at in enumerate(batch):
                labels = best[number, : sizes[number]]
                sure = likely[number, np.arange(sizes[number]), labels]
                found[at] = labels.tolist(), sure.tolist()
        return found


def _viterbi(
    emissions: Floats, sizes: npt.NDArray[Any], moves: Floats, start: Floats
) -> npt.NDArray[np.int64]:
    count, longest, _ = emissions.shape
    back = np.zeros(emissions.shape, np.int64)
    score = emissions[:, 0] + start
    last = np.zeros(count, np.int64)
    for at in range(1, longest):
        ended = sizes == at
        last[ended] = score[ended].argmax(axis=1)
        paths = score[:, :, None] + moves
        back[:, at] = paths.argmax(axis=1)
        score = paths.max(axis=1) + emissions[:, at]
    ended = sizes == longest
    last[ended] = score[ended].argmax(axis=1)
    best = np.zeros((count, longest), np.int64)
    each = np.arange(count)
    now = last.copy()
    for at in range(longest - 1, -1, -1):
        now = np.where(at < sizes - 1, back[each, min(at + 1, longest - 1), now], now)
        now = np.where(at == sizes - 1, last, now)
        best[:, at] = now
    return best


def _marginals(emissions: Floats, sizes: npt.NDArray[Any], moves: Floats, start: Floats) -> Floats:
    """Return how likely each label is, by the forward-backward algorithm."""
    count, longest, labels = emissions.shape
    steps = np.exp(moves.clip(-30))
    emitted = np.exp(emissions - emissions.max(axis=2, keepdims=True))
    forward = np.zeros(emissions.shape, np.float32)
    forward[:, 0] = _unit(emitted[:, 0] * np.exp(start.clip(-30)))
    for at in range(1, longest):
        forward[:, at] = _unit((forward[:, at - 1] @ steps) * emitted[:, at])
    backward = np.ones((count, labels), np.float32)
    for at in range(longest - 1, -1, -1):
        if at + 1 < longest:
            onward = _unit((backward * emitted[:, at + 1]) @ steps.T)
            backward = np.where((at < sizes - 1)[:, None], onward, 1.0)
        forward[:, at] = _unit(forward[:, at] * backward)
    return forward


def _unit(values: Floats) -> Floats:
    total: Floats = values / values.sum(axis=1, keepdims=True)
    return total


def _names(words: Sequence[str], labels: Sequence[int], sure: Sequence[float]) -> list[Tagged]:
    found: list[Tagged] = []
    at = 0
    while at < len(labels):
        place, _, kind = LABELS[labels[at]].partition("-")
        end = at + 1
        if place in ("B", "C"):
            while end < len(labels) and LABELS[labels[end]] == f"I-{kind}":
                end += 1
            letters = _proclitics(words[at]) if place == "C" else 0
            confidence = round(min(sure[at:end]), 3)
            found.append(Tagged(at, end, kind, letters, confidence))  # type: ignore[arg-type]
        at = end
    return found


def _proclitics(word: str) -> int:
    """Return how many letters of a word stand before the name that begins in it."""
    offsets = [r.offset for r in readings(fold(word)) if r.offset]
    conjoined = [r for r in readings(fold(word)) if r.offset == 2]
    if conjoined and word[:1] in "وف" and any(r.definite for r in conjoined):
        return 2
    return min(offsets, default=0)
