"""Score names on the labelled corpora, the words joined again as people write them.

usage: python tests/quality/named_sets.py [--engine NAME] [--misses N]

Spans are code points of the joined text; a name counts when its span and type are both
right. NewsFANE tells proclitics from names, so they must be left out there; the others
label whole words, so names count from the start of their first word. Only outermost
mentions of the corpora's types are held against them, since NewsFANE and AQMAR do not
nest. Where the view is coarse, LOC stands for GPE, LOC and FAC.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.core.types import Analysis
from reader.formats import text as text_format
from reader.service import Workspace
from resources.build import corpora

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
PLACES = ("GPE", "LOC", "FAC")
COARSE = {"PER": "PER", "ORG": "ORG"} | dict.fromkeys(PLACES, "LOC")

Found = tuple[int, int, str]  # first and last offset (exclusive) and type


@dataclass(frozen=True, slots=True)
class Labelled:
    """One sentence as text, and its names by the corpus; `whole_words` as said above."""

    text: str
    names: frozenset[Found]
    whole_words: bool


def labelled(sentences: Sequence[corpora.Sentence]) -> Labelled:
    """Return the sentences' text, words parted by one space, and its names."""
    names: set[Found] = set()
    at = 0
    for sentence in sentences:
        starts: list[int] = []
        for word in sentence.words:
            starts.append(at)
            at += len(word) + 1
        labels = [corpora.LABELS[allowed[0]] for allowed in sentence.allowed]
        names.update(
            (
                starts[first] + (sentence.proclitics[first] or 0),
                starts[end - 1] + len(sentence.words[end - 1]),
                kind,
            )
            for first, end, kind in corpora.spans(labels)
        )
    text = "\n".join(" ".join(sentence.words) for sentence in sentences)
    return Labelled(text, frozenset(names), any(None in s.proclitics for s in sentences))


def articles(named: NamedSet) -> Iterator[Labelled]:
    """Yield the set's texts: runs of sentences where they follow each other, else single ones."""
    sentences = list(named.read(CORPORA / named.path))
    for at in range(0, len(sentences), named.run):
        yield labelled(sentences[at : at + named.run])


def outermost(analysis: Analysis, kinds: Iterable[str]) -> frozenset[Found]:
    """Return the mentions of some kinds that lie in no other mention of these kinds."""
    mentions = [m for m in analysis.mentions if m.type in kinds]
    return frozenset(
        (m.span.start, m.span.end, m.type)
        for m in mentions
        if not any(o is not m and o.span != m.span and o.span.contains(m.span) for o in mentions)
    )


def widened(names: Iterable[Found], text: str) -> frozenset[Found]:
    """Return the names from the start of their first word."""
    return frozenset(
        (max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1, end, kind)
        for start, end, kind in names
    )


def coarse(names: Iterable[Found]) -> frozenset[Found]:
    """Return the names with GPE, LOC and FAC as LOC and other types left out."""
    return frozenset((s, e, COARSE[kind]) for s, e, kind in names if kind in COARSE)


def same(names: Iterable[Found]) -> frozenset[Found]:
    """Return the names as they are."""
    return frozenset(names)


@dataclass(frozen=True, slots=True)
class NamedSet:
    """A labelled set: how it is read, and which types are held against it.

    Attributes:
        run: sentences read as one article, a paragraph each; 1 where the set is shuffled.
    """

    title: str
    path: str
    read: Callable[[Path], Iterator[corpora.Sentence]]
    kinds: tuple[str, ...]
    view: Callable[[Iterable[Found]], frozenset[Found]]
    run: int = 1


SETS = (
    NamedSet(
        "NewsFANE dev",
        "newsfane/dev.conll",
        corpora.newsfane,
        ("PER", "ORG", *PLACES),
        coarse,
        run=12,
    ),
    NamedSet("AQMAR dev", "aqmar/dev.txt", corpora.aqmar, ("PER", "ORG", *PLACES), coarse),
    NamedSet(
        "Wojood val",
        "wojood_sample/val.txt",
        corpora.wojood,
        ("PER", "ORG", *PLACES, "NORP"),
        same,
    ),
)


def figures(gold: Counter[str], found: Counter[str], right: Counter[str]) -> dict[str, object]:
    """Return precision, recall and F1 in all and per type, in the scorer's form."""
    rows: dict[str, object] = {}
    for kind in ("", *sorted(gold)):
        g, f, r = (
            sum(count.values()) if not kind else count[kind] for count in (gold, found, right)
        )
        precision, recall = (r / f if f else float(g == 0)), (r / g if g else 1.0)
        both = precision + recall
        rows[f"entity exact {kind}".strip()] = {
            "precision": precision,
            "recall": recall,
            "f1": 2 * precision * recall / both if both else 0.0,
            "gold": g,
            "found": f,
        }
    return rows


def measure(
    named: NamedSet, analyze: Callable[[str], Analysis], misses: dict[str, list[str]] | None = None
) -> dict[str, object]:
    """Score one set; `misses` is filled with words in context where it is given."""
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for answer in articles(named):
        wanted = named.view(answer.names)
        names = outermost(analyze(answer.text), named.kinds)
        got = named.view(widened(names, answer.text) if answer.whole_words else names)
        gold.update(kind for *_, kind in wanted)
        found.update(kind for *_, kind in got)
        right.update(kind for *_, kind in wanted & got)
        if misses is not None:
            _note(answer.text, wanted - got, "missed", misses)
            _note(answer.text, got - wanted, "wrong", misses)
    return figures(gold, found, right)


def _note(text: str, names: Iterable[Found], what: str, misses: dict[str, list[str]]) -> None:
    for start, end, kind in sorted(names):
        around = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}"
        misses[f"{what} {kind}"].append(around)


def analyzer(engine: str | None = None) -> Callable[[str], Analysis]:
    """Return the program's own analysis of a text by an engine, its repeats kept."""
    workspace = Workspace()
    return lambda text: workspace.analyze(
        text_format.from_text(text), engine=engine, keep_repeats=True
    )


def main() -> int:
    """Print the figures of each set and, on request, what was missed."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--misses", type=int, default=0, metavar="N", help="show N of each kind")
    options.add_argument("--set", choices=[s.title for s in SETS], help="only this one")
    arguments = options.parse_args()
    for named in SETS:
        if arguments.set in (None, named.title):
            misses: dict[str, list[str]] = defaultdict(list)
            print(f"\n{named.title}")
            for name, row in measure(named, analyzer(), misses).items():
                print(f"  {name:20} {row}")
            for what, lines in misses.items():
                for line in lines[: arguments.misses]:
                    print(f"  {what}: {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
