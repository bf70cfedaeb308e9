"""Sentences as rows of pieces, in batches; names swapped for others as the rows are made."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import corpora
import torch
from torch import Tensor

from reader.engines.hints import KINDS, Hints
from reader.engines.pieces import END, PAD, START, UNKNOWN, Pieces
from reader.resources import rows

PROCLITICS = 4  # 0 to 3 letters
_MOST_PIECES = 250
_MOST_WORDS = 160


@dataclass(frozen=True, slots=True)
class Row:
    """One row: pieces, and per word its first piece, hints, allowed labels, proclitics."""

    corpus: int
    pieces: tuple[int, ...]
    firsts: tuple[int, ...]
    hints: tuple[int, ...]
    allowed: tuple[tuple[int, ...], ...]
    proclitics: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows as tensors."""

    pieces: Tensor
    lengths: Tensor
    hints: Tensor
    firsts: Tensor
    corpus: Tensor
    allowed: Tensor
    counts: Tensor
    proclitics: Tensor


def joined(sentences: Sequence[corpora.Sentence], words: int) -> Iterator[corpora.Sentence]:
    """Yield runs of sentences that follow each other, of about so many words each."""
    run: list[corpora.Sentence] = []
    size = 0
    for sentence in (part for whole in sentences for part in _parts(whole)):
        if run and size + len(sentence.words) > words:
            yield _join(run)
            run, size = [], 0
        run.append(sentence)
        size += len(sentence.words)
    if run:
        yield _join(run)


def _parts(sentence: corpora.Sentence) -> Iterator[corpora.Sentence]:
    for at in range(0, len(sentence.words), _MOST_WORDS):
        part = slice(at, at + _MOST_WORDS)
        yield replace(
            sentence,
            words=sentence.words[part],
            allowed=sentence.allowed[part],
            proclitics=sentence.proclitics[part],
        )


def _join(run: Sequence[corpora.Sentence]) -> corpora.Sentence:
    return corpora.Sentence(
        run[0].corpus,
        tuple(word for s in run for word in s.words),
        tuple(one for s in run for one in s.allowed),
        tuple(one for s in run for one in s.proclitics),
    )


class Rows:
    """Makes rows of sentences."""

    def __init__(self, pieces: Pieces, hints: Hints) -> None:
        self._pieces, self._hints = pieces, hints

    def of(self, sentence: corpora.Sentence, *, restore: bool, chance: random.Random | None) -> Row:
        """Return one row; with `chance` some words and hints are hidden, for training."""
        numbers = [START]
        firsts: list[int] = []
        bits = self._hints.of(sentence.words)
        for word in sentence.words:
            cut = self._pieces.of(word, restore=restore)
            if chance and chance.random() < 0.03:
                cut = (UNKNOWN,)
            if len(numbers) + len(cut) > _MOST_PIECES * 2 - 2:
                break
            firsts.append(len(numbers))
            numbers.extend(cut)
        numbers.append(END)
        if chance:
            bits = [0 if chance.random() < 0.15 else bit for bit in bits]
        count = len(firsts)
        return Row(
            corpora.CORPORA.index(sentence.corpus),
            tuple(numbers),
            tuple(firsts),
            tuple(bits[:count]),
            sentence.allowed[:count],
            tuple(
                min(p, PROCLITICS - 1) if p is not None and _begins(a) else -1
                for p, a in zip(sentence.proclitics[:count], sentence.allowed[:count], strict=True)
            ),
        )


def _begins(allowed: tuple[int, ...]) -> bool:
    return len(allowed) == 1 and corpora.LABELS[allowed[0]].startswith("B")


def tensors(rows_: Sequence[Row]) -> Batch:
    """Return rows as one padded batch."""
    size, longest = len(rows_), max(len(row.pieces) for row in rows_)
    words = max(len(row.firsts) for row in rows_)
    pieces = torch.full((size, longest), PAD)
    hints = torch.zeros(size, longest, len(KINDS))
    firsts = torch.zeros(size, words, dtype=torch.long)
    allowed = torch.full((size, words, len(corpora.LABELS)), -1e4)
    proclitics = torch.full((size, words), -1)
    for at, row in enumerate(rows_):
        pieces[at, : len(row.pieces)] = torch.tensor(row.pieces)
        firsts[at, : len(row.firsts)] = torch.tensor(row.firsts)
        proclitics[at, : len(row.firsts)] = torch.tensor(row.proclitics)
        bits = torch.tensor(row.hints)[:, None] >> torch.arange(len(KINDS)) & 1
        hints[at, list(row.firsts)] = bits.float()
        word = [n for n, labels in enumerate(row.allowed) for _ in labels]
        allowed[at, word, [label for labels in row.allowed for label in labels]] = 0.0
    return Batch(
        pieces,
        torch.tensor([len(row.pieces) for row in rows_]),
        hints,
        firsts,
        torch.tensor([row.corpus for row in rows_]),
        allowed,
        torch.tensor([len(row.firsts) for row in rows_]),
        proclitics,
    )


def batched(rows_: Sequence[Row], pieces: int, chance: random.Random | None) -> Iterator[Batch]:
    """Yield batches of about so many pieces, of rows of like length, in any order."""
    ordered = sorted(
        rows_, key=lambda row: len(row.pieces) + (chance.random() * 8 if chance else 0)
    )
    groups: list[list[Row]] = [[]]
    for row in ordered:
        if groups[-1] and (len(groups[-1]) + 1) * len(row.pieces) > pieces:
            groups.append([])
        groups[-1].append(row)
    if chance:
        chance.shuffle(groups)
    for group in groups:
        yield tensors(group)


class Swapper:
    """Puts other names of the same type and length in the place of some names."""

    def __init__(self, sentences: Sequence[corpora.Sentence], chance: random.Random) -> None:
        self._chance = chance
        self._pools: dict[tuple[str, int], list[tuple[str, ...]]] = defaultdict(list)
        for sentence in sentences:
            for first, end, kind in named(sentence):
                head = sentence.words[first][sentence.proclitics[first] or 0 :]
                if len(head) > 1:
                    name = (head, *sentence.words[first + 1 : end])
                    self._pools[kind, len(name)].append(name)
        self._add_lists()

    def _add_lists(self) -> None:
        given: list[str] = []
        surnames: list[str] = []
        for row in rows("gazetteer", "people.tsv"):
            if row["role"] == "full":
                name = tuple(row["name"].split())
                self._pools["PER", len(name)].append(name)
            elif int(row["count"] or 0) >= 10:
                (given if row["role"] == "given" else surnames).append(row["name"])
        chance = self._chance
        for _ in range(4000):
            self._pools["PER", 2].append((chance.choice(given), chance.choice(surnames)))
            pair = (chance.choice(given), chance.choice(given), chance.choice(surnames))
            self._pools["PER", 3].append(pair)
        self._pools["PER", 1].extend((name,) for name in surnames)
        for row in rows("gazetteer", "places.tsv"):
            name = tuple(row["name"].split())
            state = not row["latitude"] and row["iso"]
            self._pools["GPE", len(name)].extend([name] * (4 if state else 1))

    def swap(self, sentence: corpora.Sentence, share: float) -> corpora.Sentence:
        """Return the sentence with about that share of its distinct names swapped."""
        words = list(sentence.words)
        chosen: dict[str, str] = {}
        names = sorted(named(sentence), key=lambda name: name[0] - name[1])
        for first, end, kind in names:
            skip = sentence.proclitics[first] or 0
            old = (words[first][skip:], *words[first + 1 : end])
            if old[0] not in chosen:
                pool = self._pools.get((kind, end - first), ())
                new = old
                if pool and self._chance.random() < share:
                    new = self._chance.choice(pool)
                if kind in {"GPE", "PER"} or end - first > 1:
                    chosen.update(zip(old, new, strict=True))
                else:
                    chosen[old[0]] = old[0]
            letters = words[first][:skip]
            fresh = [chosen.get(word, word) for word in old]
            if letters.endswith("ل") and fresh[0].startswith("ال"):
                fresh[0] = fresh[0][1:]
            words[first:end] = [letters + fresh[0], *fresh[1:]]
        return replace(sentence, words=tuple(words))


def named(sentence: corpora.Sentence) -> list[tuple[int, int, str]]:
    """Return the names whose type the corpus tells, in order."""
    labels = [corpora.LABELS[a[0]] if len(a) == 1 else "O" for a in sentence.allowed]
    return sorted(corpora.spans(labels))
