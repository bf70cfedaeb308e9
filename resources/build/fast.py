"""Train the small tagger of names into resources/models/fast.npz.

usage: python resources/build/fast.py --corpora FOLDER [--rounds N] [--holdout K/N]

Learns with python-crfsuite from the sets that corpora.py reads, each with its own
notion of a name: what only the others say of an attribute goes to copies that the
program never looks at. The seed of every draw is fixed.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pycrfsuite

sys.path.insert(0, str(Path(__file__).parent))
import corpora

from reader.core.clitics import readings
from reader.core.normalize import fold
from reader.engines import crf, features

OFTEN = 3  # times in the training sets
OUT = Path(__file__).parent.parent / "models" / "fast.npz"
Example = tuple[list[list[str]], list[str]]


def gold(sentence: corpora.Sentence) -> list[str]:
    """Return the labels of a sentence, «C-» where letters stand before the name."""
    labels = [corpora.LABELS[allowed[0]] for allowed in sentence.allowed]
    for first, _, kind in corpora.spans(labels):
        labels[first] = ("C-" if sentence.proclitics[first] else "B-") + kind
    return labels


def chosen(sentence: corpora.Sentence, tagger: crf.Crf) -> list[str]:
    """Return the labels of a sentence of which the corpus tells only part."""
    scores = tagger.marginals(sentence.words)
    labels = []
    for allowed, row in zip(sentence.allowed, scores, strict=True):
        names = [corpora.LABELS[index] for index in allowed]
        if len(names) == len(corpora.LABELS):
            names = ["O"]
        options = names + ["C-" + n[2:] for n in names if n[0] == "B"]
        labels.append(max(options, key=lambda n: row[crf.LABELS.index(n)]))
    return labels


def examples(
    sentences: Iterable[corpora.Sentence], lists: features.Lists, teacher: crf.Crf | None
) -> Iterator[Example]:
    """Yield attributes and labels."""
    cache: dict[str, features.Seen] = {}
    for sentence in sentences:
        for word in sentence.words:
            if word not in cache:
                cache[word] = features.see(word, lists)
        seen = [cache[word] for word in sentence.words]
        attributes = features.attributes(seen, lists)
        own = sentence.corpus == "newsfane"
        labels = gold(sentence) if own or teacher is None else chosen(sentence, teacher)
        if not own:
            attributes = [row + [f"other|{each}" for each in row] for row in attributes]
        yield attributes, labels


def vocabulary(sentences: Iterable[corpora.Sentence]) -> list[str]:
    """Return the bare forms that the sets hold often enough to learn from."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        for word in sentence.words:
            counts.update({reading.form for reading in readings(fold(word))})
    return sorted(form for form, count in counts.items() if count >= OFTEN)


def learn(data: Iterable[Example], rounds: int, c1: float, c2: float) -> tuple[dict, dict]:
    """Return the weights by (attribute, label) and by (label, label)."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": rounds, "feature.minfreq": 1})
    for attributes, labels in data:
        trainer.append(attributes, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        return dict(info.state_features), dict(info.transitions)


def lines(names: Iterable[str]) -> np.ndarray:
    """Return texts as bytes, a line each."""
    return np.frombuffer("\n".join(names).encode(), np.uint8)


def pack(state: dict, transitions: dict, least: float = 0.02) -> dict[str, np.ndarray]:
    """Return the arrays of a model."""
    number = {label: at for at, label in enumerate(crf.LABELS)}
    kept = sorted(
        (name, number[label], weight)
        for (name, label), weight in state.items()
        if abs(weight) >= least and not name.startswith("other|")
    )
    names = sorted({name for name, _, _ in kept})
    row = {name: at for at, name in enumerate(names)}
    moves = np.zeros((len(number), len(number)), np.float32)
    for (a, b), weight in transitions.items():
        moves[number[a], number[b]] = weight
    return {
        "attributes": lines(names),
        "rows": np.array([row[name] for name, _, _ in kept], np.int32),
        "labels": np.array([label for _, label, _ in kept], np.uint8),
        "weights": np.array([weight for _, _, weight in kept], np.float16),
        "transitions": moves,
    }


def train(
    sentences: Sequence[corpora.Sentence],
    rounds: int,
    *,
    c1: float = 0.1,
    c2: float = 0.3,
) -> dict[str, np.ndarray]:
    """Return the arrays of a model that learned from these sentences."""
    own = [s for s in sentences if s.corpus == "newsfane"]
    words = vocabulary(sentences)
    lists = crf.lists(words)
    first = pack(*learn(examples(own, lists, None), rounds, c1, c2)) | {"vocabulary": lines(words)}
    if len(own) == len(sentences):
        return first
    teacher = crf.Crf(first)
    order = list(sentences)
    random.Random(7).shuffle(order)  # noqa: S311 - no secret
    return first | pack(*learn(examples(order, lists, teacher), rounds, c1, c2))


def main() -> None:
    """Write the model and print its checksum."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--corpora", type=Path, required=True)
    options.add_argument("--rounds", type=int, default=80)
    options.add_argument("--out", type=Path, default=OUT)
    arguments = options.parse_args()
    model = train(corpora.training_set(arguments.corpora), arguments.rounds)
    arguments.out.parent.mkdir(exist_ok=True)
    with arguments.out.open("wb") as file:
        np.savez_compressed(file, **model)
    digest = hashlib.sha256(arguments.out.read_bytes()).hexdigest()
    print(f"{arguments.out.name}: {arguments.out.stat().st_size} bytes, sha256 {digest}")


if __name__ == "__main__":
    main()
