"""Measure how often the findings of lists and rules are names: entities/trust.tsv.

Run: PYTHONPATH=.:resources/build python resources/build/encoder/trust.py --corpora FOLDER

The tagger is trained anew on parts of NewsFANE train and read on the part that it has
not seen, a run of fifty sentences at a time. A row says how often a finding of its kind
is a name of the set, exactly, where that is decided at all: a place inside a name of
another kind is not held against it.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import batches
import corpora
import small
import torch
import weights

from reader.core.entities.find import find_candidates, find_tagged
from reader.core.entities.join import MEASURED, PLACES, by_tokens, source, standing
from reader.core.entities.tagger import Tagger
from reader.core.entities.words import Candidate, Words
from reader.core.numbers import find_numbers
from reader.core.segment import segment
from reader.engines.convolution import Convolution
from reader.engines.hints import Hints
from reader.engines.pieces import Pieces
from reader.engines.windows import WindowTagger
from reader.resources import everything

OUT = Path(__file__).parents[2] / "entities" / "trust.tsv"
PARTS, RUN = 4, 50
SETS, EPOCHS = 6, 18
PRIOR = 3.0  # findings that a row is thought to have had, right as often as its kind
HEAD = """\
# How often a finding of lists and rules is a name, by what found it and how it stands to
# the findings of the tagger; made by resources/build/encoder/trust.py from NewsFANE train.
finding\tstanding\tright\tall
"""


def taught(sentences: list[corpora.Sentence]) -> Iterator[tuple[corpora.Sentence, Tagger]]:
    """Yield each sentence with a tagger that has not seen it."""
    encoder = weights.load()
    rows = batches.Rows(Pieces(encoder.pieces, encoder.scores), Hints())
    for part in range(PARTS):
        rest = [s for n, s in enumerate(sentences) if (n // RUN) % PARTS != part]
        tagger = learned(rest, rows, encoder)
        yield from ((s, tagger) for n, s in enumerate(sentences) if (n // RUN) % PARTS == part)


def learned(rest: list[corpora.Sentence], rows: batches.Rows, encoder: weights.Encoder) -> Tagger:
    """Return the small tagger as it learns from these sentences, with no teacher."""
    torch.manual_seed(1)
    chance = random.Random(1)  # noqa: S311 - the same each time
    endless = small.lessons(rest, [], None, chance, rows)
    net = small.Small(encoder)
    small.learn(net, [next(endless) for _ in range(SETS)], EPOCHS, chance)
    return WindowTagger("fast", lambda card, _checked: Convolution(small.arrays(net), card))


def wide(kind: str) -> str:
    """Return the type as the set is scored."""
    return "LOC" if kind in PLACES else kind


def judged(sentence: corpora.Sentence, tagger: Tagger) -> Iterator[tuple[str, str, bool]]:
    """Yield the kind of each finding, how it stands, and whether it is right."""
    lexicon, text = everything.load(), " ".join(sentence.words)
    cut = segment(text)
    words = Words(text, cut.tokens, lexicon.entities, frozenset())
    ruled = find_candidates(words, find_numbers(cut.tokens, lexicon.numbers))
    tagged = list(find_tagged(words, cut, tagger))
    names = gold(sentence)
    by_token = by_tokens(tagged)
    for each in ruled:
        if each.type in MEASURED and not _undecided(each, names):
            right = (each.span.start, each.span.end, wide(each.type)) in names
            yield source(each), standing(each, by_token), right


def _undecided(each: Candidate, names: set[tuple[int, int, str]]) -> bool:
    """Tell whether a place stands in a longer name of another kind, which is no error."""
    return each.type in PLACES and any(
        start <= each.span.start and each.span.end <= end and kind == "ORG"
        for start, end, kind in names
        if (start, end) != (each.span.start, each.span.end)
    )


def gold(sentence: corpora.Sentence) -> set[tuple[int, int, str]]:
    """Return the set's names by offsets in the sentence's text."""
    starts, at = [], 0
    for word in sentence.words:
        starts.append(at)
        at += len(word) + 1
    labels = [corpora.LABELS[allowed[0]] for allowed in sentence.allowed]
    return {
        (
            starts[first] + (sentence.proclitics[first] or 0),
            starts[end - 1] + len(sentence.words[end - 1]),
            wide(kind),
        )
        for first, end, kind in corpora.spans(labels)
    }


def main() -> None:
    """Write the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--corpora", type=Path, required=True)
    path = options.parse_args().corpora / "newsfane" / "train.conll"
    seen: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    kinds: Counter[str] = Counter()
    good: Counter[str] = Counter()
    for sentence, tagger in taught(list(corpora.newsfane(path))):
        for finding, stands, is_right in judged(sentence, tagger):
            seen[finding, stands] += 1
            right[finding, stands] += is_right
            kinds[finding] += 1
            good[finding] += is_right
    lines = []
    for (finding, stands), count in sorted(seen.items()):
        share = good[finding] / kinds[finding]
        value = (right[finding, stands] + PRIOR * share) / (count + PRIOR)
        lines.append(f"{finding}\t{stands}\t{value:.3f}\t{count}\n")
    OUT.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"trust.tsv: {len(lines)} rows")


if __name__ == "__main__":
    main()
