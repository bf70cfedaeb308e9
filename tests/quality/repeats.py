"""Hold the folds of the real articles, and the pairs just below the line, against a review.

usage: python tests/quality/repeats.py [--show]

Every fold, and every pair of sentences that is alike but not folded, was read by a person;
repeats_review.tsv holds the verdicts: the article's number, the offsets at which copy and
first copy start, and "repeat" or "other". The articles' words are not the project's to
show, so the table has none of them. What the table does not know counts as unread.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Indel

from reader.core.dedupe import find_repetitions
from reader.core.numbers import find_numbers
from reader.core.segment import segment
from reader.core.types import Document, Repetition, Segmentation, Span
from reader.formats.text import from_text
from reader.resources import dedupe, numbers

HERE = Path(__file__).parent
ARTICLES = HERE.parents[2] / "shared" / "corpora" / "articles" / "dev_300.jsonl"
REVIEW = HERE / "repeats_review.tsv"
ALIKE = 0.62  # share of words in common from which a pair is just below the line
WITHIN = 0.85  # the same of the shorter sentence's words, where it has so many:
LONG = 10
SHORT = 5  # words: shorter sentences recur by chance

Key = tuple[str, int, int]  # article, start of the copy, start of the first copy


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages that are alike; `folded` says whether the program folds the second."""

    key: Key
    folded: bool
    first: str
    copy: str


def articles() -> Iterator[tuple[str, Document]]:
    """Yield each real article's number and text."""
    for line in ARTICLES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield str(row["id"]), from_text(row["text"])


def pairs() -> Iterator[Pair]:
    """Yield every fold and every pair just below the line."""
    for article, document in articles():
        text = document.text
        whole = segment(text)
        found = find_repetitions(
            text, whole, find_numbers(whole.tokens, numbers.load()), dedupe.load()
        )
        for repeat in found:
            key = (article, repeat.span.start, repeat.of.start)
            yield Pair(key, folded=True, first=repeat.of.of(text), copy=repeat.span.of(text))
        for first, copy in below(whole, found):
            key = (article, copy.start, first.start)
            yield Pair(key, folded=False, first=first.of(text), copy=copy.of(text))


def below(whole: Segmentation, found: tuple[Repetition, ...]) -> Iterator[tuple[Span, Span]]:
    """Yield the pairs of sentences that are alike, of which neither is folded."""
    kept: list[tuple[Span, list[str]]] = []
    for sentence, (start, end) in zip(whole.sentences, whole.sentence_tokens, strict=True):
        words = [t.folded for t in whole.tokens[start:end] if t.kind != "punctuation"]
        if len(words) < SHORT or any(r.span.overlaps(sentence.span) for r in found):
            continue
        for span, other in kept:
            alike = Indel.normalized_similarity(other, words)
            shorter = min(len(other), len(words))
            inside = alike * (len(other) + len(words)) / 2 / shorter
            if alike >= ALIKE or (shorter >= LONG and inside >= WITHIN):
                yield span, sentence.span
        kept.append((sentence.span, words))


def review() -> dict[Key, str]:
    """Return the verdicts of the person who read the pairs."""
    with REVIEW.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader((r for r in file if not r.startswith("#")), delimiter="\t")
        return {(r["article"], int(r["copy"]), int(r["first"])): r["verdict"] for r in rows}


def figures() -> dict[str, Any]:
    """Return how many folds are right and wrong, and how many repeats stay unfolded."""
    verdicts = review()
    count: Counter[tuple[bool, str]] = Counter(
        (pair.folded, verdicts.get(pair.key, "unread")) for pair in pairs()
    )
    return {
        "folds": sum(n for (folded, _), n in count.items() if folded),
        "folds that are wrong": count[True, "other"],
        "folds not read": count[True, "unread"],
        "pairs just below the line": sum(n for (folded, _), n in count.items() if not folded),
        "pairs that are repeats": count[False, "repeat"],
        "pairs not read": count[False, "unread"],
    }


def main() -> int:
    """Print the figures, or each pair with its verdict."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--show", action="store_true", help="print every pair")
    if options.parse_args().show:
        verdicts = review()
        for pair in pairs():
            print(*pair.key, "fold" if pair.folded else "below", verdicts.get(pair.key), sep="\t")
            print(f"  first: {pair.first}\n  copy:  {pair.copy}")
        return 0
    for name, value in figures().items():
        print(f"{name:28} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
