"""Tell whether a confidence means how often a finding is right.

usage: python tests/quality/calibration.py

A mention is right where span and type are, a time where span and value are, an event
where its words overlap those of the answer and the type is right, all by the shared
scorer's own pairing. What an annotator called optional, and copies, are left out.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

SCORER = Path(__file__).resolve().parents[3] / "shared" / "score" / "score.py"
SURE = 0.9
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)  # where bins begin

Stage = Literal["mention", "time", "event"]
Pair = tuple[dict[str, Any], dict[str, Any]]  # an answer and an analysis, both as JSON
STAGES: tuple[Stage, ...] = ("mention", "time", "event")


def _scorer() -> Any:
    specification = importlib.util.spec_from_file_location("score", SCORER)
    if specification is None or specification.loader is None:
        raise FileNotFoundError(SCORER)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def judged(pair: Pair, *, dated: bool = True) -> Iterator[tuple[Stage, dict[str, Any], bool]]:
    """Yield each finding of an analysis and whether it is right, stage by stage."""
    gold, analysis = pair
    score = _scorer()
    cut = score.removed(gold)

    def same(a: dict[str, Any], b: dict[str, Any]) -> bool:
        return a["start"] == b["start"] and a["end"] == b["end"]

    def valued(a: dict[str, Any], b: dict[str, Any]) -> bool:
        value = a["value"] if dated else a.get("value_no_dct", a["value"])
        return same(a, b) and b["value"] in {value, *a.get("alt_values", [])}

    def told(a: dict[str, Any], b: dict[str, Any]) -> int:
        return score.overlap(a["trigger"], b["trigger"]) if b["type"] in score.types_of(a) else 0

    mentions = score.outside(analysis["mentions"], cut)
    times = score.outside(analysis["times"], cut)
    events = score.outside(analysis["events"], cut, key=lambda e: e["trigger"])
    typed = lambda a, b: same(a, b) and b["type"] in score.types_of(a)  # noqa: E731 - one of three
    for stage, answers, found, fits, weight in (
        ("mention", gold["mentions"], mentions, typed, lambda _a, _b: 1),
        ("time", gold["timex"], times, valued, lambda _a, _b: 1),
        ("event", gold["events"], events, told, told),
    ):
        answer_of = {j: i for i, j in score.align(answers, found, fits, weight)}
        for at, finding in enumerate(found):
            if at not in answer_of or not answers[answer_of[at]].get("optional"):
                yield stage, finding, at in answer_of


@dataclass(slots=True)
class Reliability:
    """How often the findings of one stage are right, by their confidence.

    Attributes:
        bins: per bin of EDGES how many findings it holds, and how many are right.
        sure: the same of all findings at or above SURE.
    """

    bins: list[list[int]] = field(default_factory=lambda: [[0, 0] for _ in EDGES])
    sure: list[int] = field(default_factory=lambda: [0, 0])

    def add(self, confidence: float, *, right: bool) -> None:
        """Count one finding."""
        at = max(i for i, edge in enumerate(EDGES) if confidence >= edge)
        for cell in (self.bins[at], *([self.sure] if confidence >= SURE else [])):
            cell[0] += 1
            cell[1] += right

    @property
    def precision(self) -> float | None:
        """The share of right ones among the sure; None where none is sure."""
        return self.sure[1] / self.sure[0] if self.sure[0] else None


def reliability(pairs: Iterable[Pair], *, dated: bool = True) -> dict[Stage, Reliability]:
    """Return the reliability of each stage over (answer, analysis) pairs."""
    tables: dict[Stage, Reliability] = {stage: Reliability() for stage in STAGES}
    for pair in pairs:
        for stage, finding, right in judged(pair, dated=dated):
            tables[stage].add(finding["confidence"], right=right)
    return tables


def lines(tables: dict[Stage, Reliability]) -> Iterator[str]:
    """Yield the tables as text, a line for each bin that holds something."""
    for stage, table in tables.items():
        share = "none" if table.precision is None else f"{table.precision:.3f}"
        yield f"{stage:8} at or above {SURE}: {share} right (n {table.sure[0]})"
        for edge, (count, right) in zip(EDGES, table.bins, strict=True):
            if count:
                yield f"           from {edge:.2f}: {right / count:.3f} right (n {count})"


def main() -> int:
    """Print the tables of the seed and the project's own articles."""
    from quality import own_pairs, seed_pair  # noqa: PLC0415 - it may ask for us

    if not SCORER.exists():
        print("calibration: not measured, the shared scorer is not beside this checkout")
        return 0
    for dated in (True, False):
        print(f"\nseed and own articles, {'date given' if dated else 'no date'}")
        pairs = [seed_pair(dated=dated), *own_pairs(dated=dated)]
        print("\n".join(lines(reliability(pairs, dated=dated))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
