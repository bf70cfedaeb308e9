"""Make resources/confidence/findings.tsv: how often each kind of finding is right.

usage: PYTHONPATH=. python resources/build/confidence.py [--held-out]

Findings are counted on the seed and the project's own development articles, with the day
of writing and without; on real articles, where they were judged by eye
(tests/quality/findings_review.tsv); and on NewsFANE: names that rules find on its training
part, names that a tagger finds on its development part, of which the taggers have seen
nothing. A kind of finding (what found it, how sure it was of itself, its type)
is taken to be as often right as it was there, drawn toward the share of the wider kind
that it belongs to: a few right ones prove little. With --held-out the figures are those
of each article by a table made without it, and no file is written.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from reader import engines
from reader.core.codec import to_json
from reader.core.confidence import ConfidenceTable, Key, calibrate, keys
from reader.core.pipeline import analyze
from reader.core.types import Analysis, Document, Mention
from reader.errors import EngineError
from reader.formats import text as text_format
from reader.resources import everything

TOP = Path(__file__).resolve().parents[2]
QUALITY = TOP / "tests" / "quality"
sys.path.insert(0, str(QUALITY))

import calibration  # noqa: E402 - it lies with the tests
import named_sets  # noqa: E402 - the same
import quality  # noqa: E402 - the same
from gold import gold  # noqa: E402 - the same

OUT = TOP / "resources" / "confidence" / "findings.tsv"
DRAWN = 18.0  # findings that the wider kind counts for
DOUBT = 0.7  # share that a stage is drawn toward
OWN = 0.5  # what a finding of our own articles counts for: rules were tuned on them
LEAST = 8  # findings of a kind that get a row of their own
# What a finding of NewsFANE counts for: it is much, and its names are not quite ours.
NEWS = {"train": 0.015, "dev": 0.3}
HEAD = """\
# How often findings of a kind are right; made by resources/build/confidence.py.
# finding: the stage, what found it, how sure the rule was of itself (from there to 0.05 above),
# the type; times: whether the day of writing was known; events: how many participants, places and
# times are told of one. n, right: on annotated articles.
# confidence: their share, drawn toward that of the wider kind. Counts only, of no corpus a word.
finding\tn\tright\tconfidence
"""


@dataclass
class Counts:
    """How many findings of each key, and of each of its prefixes, there are and are right."""

    n: defaultdict[Key, float] = field(default_factory=lambda: defaultdict(float))
    right: defaultdict[Key, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, key: Key, *, right: bool, weight: float = 1.0) -> None:
        """Count one finding."""
        for length in range(1, len(key) + 1):
            self.n[key[:length]] += weight
            self.right[key[:length]] += weight * right

    def plus(self, other: Counts, sign: int = 1) -> Counts:
        """Return the counts with those of `other`, or without them."""
        whole = Counts()
        for part, by in ((self, 1), (other, sign)):
            for key, count in part.n.items():
                whole.n[key] += by * count
                whole.right[key] += by * part.right[key]
        return whole

    def shares(self) -> dict[Key, float]:
        """Return the share of right findings of each key that there are enough of.

        A key is drawn toward the rest of the wider kind, not toward the kind with itself in
        it: that would count the same findings twice.
        """
        enough = [k for k in self.n if len(k) == 1 or self.n[k] >= LEAST]
        return {k: _drawn(self.n[k], self.right[k], self._prior(k)) for k in enough}

    def _prior(self, key: Key) -> float:
        if len(key) == 1:
            return DOUBT
        wider = key[:-1]
        rest, right = self.n[wider] - self.n[key], self.right[wider] - self.right[key]
        return _drawn(rest, right, self._prior(wider))


def _drawn(n: float, right: float, prior: float) -> float:
    return (right + DRAWN * prior) / (n + DRAWN)


@dataclass(frozen=True)
class Read:
    """An annotated article as one engine read it, confidences as the rules give them."""

    name: str
    answers: dict[str, object]
    analysis: Analysis
    dated: bool


def names() -> list[str]:
    """Return the engines that run here."""
    found = []
    for name in engines.NAMES:
        try:
            engines.load(name)
        except EngineError as error:
            print(f"left out: {error}")
        else:
            found.append(name)
    return found


def raw(article: Document, engine: str, day: date | None = None) -> Analysis:
    """Analyze an article with what the rules say of themselves."""
    lexicon = replace(everything.load(), confidence=ConfidenceTable())
    return analyze(article, lexicon, day, tagger=engines.load(engine))


def articles(engine: str) -> Iterator[Read]:
    """Yield the seed and the own development articles, with the day of writing and without."""
    known = [(p.with_suffix(".txt"), gold(p)) for p in sorted((QUALITY / "gold").glob("*.toml"))]
    known.append((quality.SEED, json.loads(quality.SEED_GOLD.read_text(encoding="utf-8"))))
    for path, answers in known:
        day = date.fromisoformat(answers["reference_date"]["value"])
        for given in (day, None):
            analysis = raw(text_format.load(path), engine, given)
            yield Read(path.stem, answers, analysis, given is not None)


def counted(read: Read, weight: float) -> Counts:
    """Count the findings of one reading; without the day only times are read anew."""
    counts = Counts()
    key_of = {finding.id: key for finding, key in keys(read.analysis)}
    pair = (read.answers, to_json(read.analysis))
    for stage, finding, right in calibration.judged(pair, dated=read.dated):
        if read.dated or stage == "time":
            counts.add(key_of[finding["id"]], right=right, weight=weight)
    return counts


def reviewed() -> Counts:
    """Return what was judged by eye on real articles."""
    counts = Counts()
    lines = (QUALITY / "findings_review.tsv").read_text(encoding="utf-8").splitlines()
    for line in [x for x in lines if not x.startswith("#")][1:]:
        finding, n, right = line.split("\t")
        key = tuple(finding.split(" / "))
        counts.add(key, right=True, weight=int(right))
        counts.add(key, right=False, weight=int(n) - int(right))
    return counts


def news(engine: str, part: str) -> Counts:
    """Count the names of a part of NewsFANE: a tagger's on what it has not learned from."""
    counts = Counts()
    named = replace(named_sets.SETS[0], path=f"newsfane/{part}.conll")
    for answer in named_sets.articles(named):
        analysis = raw(text_format.from_text(answer.text), engine)
        key_of = {
            (found.span.start, found.span.end, found.type): key
            for found, key in keys(analysis)
            if isinstance(found, Mention)
        }
        wanted = named.view(answer.names)
        for found in named_sets.outermost(analysis, named.kinds):
            key = key_of[found]
            if key[1].startswith("tagger") == (part == "dev"):
                right = named.view({found}) <= wanted
                counts.add(key, right=right, weight=NEWS[part])
    return counts


def total(parts: Iterable[Counts]) -> Counts:
    """Return the sum of counts."""
    whole = Counts()
    for part in parts:
        whole = whole.plus(part)
    return whole


def held_out(by_engine: dict[str, list[tuple[Read, Counts]]], whole: Counts) -> None:
    """Print the reliability of each article by the table of the others."""
    for engine, readings in by_engine.items():
        for dated in (True, False):
            tables = {stage: calibration.Reliability() for stage in calibration.STAGES}
            for name in dict.fromkeys(read.name for read, _ in readings):
                own = total(c for r in by_engine.values() for read, c in r if read.name == name)
                table = ConfidenceTable(whole.plus(own, -1).shares())
                for read, _ in readings:
                    if read.name == name and read.dated == dated:
                        pair = (read.answers, to_json(calibrate(read.analysis, table)))
                        for stage, finding, right in calibration.judged(pair, dated=dated):
                            tables[stage].add(finding["confidence"], right=right)
            print(f"\nheld out, {engine}, {'date given' if dated else 'no date'}")
            print("\n".join(calibration.lines(tables)))


def write(counts: Counts) -> None:
    """Write the table."""
    rows = [
        f"{' / '.join(key)}\t{counts.n[key]:g}\t{counts.right[key]:g}\t{share:.2f}\n"
        for key, share in sorted(counts.shares().items())
    ]
    OUT.write_text(HEAD + "".join(rows), encoding="utf-8")
    print(f"{len(rows)} rows in {OUT.relative_to(TOP)}")


def main() -> int:
    """Count, and write the table or tell how it does on articles that it has not seen."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--held-out", action="store_true", help="measure, write nothing")
    arguments = options.parse_args()
    by_engine: dict[str, list[tuple[Read, Counts]]] = defaultdict(list)
    parts = [reviewed()]
    found = names()
    for engine in found:
        read_by = [(read, counted(read, OWN / len(found))) for read in articles(engine)]
        by_engine[engine] = read_by
        parts += [counts for _, counts in read_by]
        parts.append(news(engine, "train" if engine == engines.RULES else "dev"))
    whole = total(parts)
    if arguments.held_out:
        held_out(by_engine, whole)
    else:
        write(whole)
    return 0


if __name__ == "__main__":
    sys.exit(main())
