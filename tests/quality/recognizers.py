"""Hold numbers and times against the Recognizers-Text cases that the standard covers.

usage: python tests/quality/recognizers.py [--failed]

The cases lie in shared/corpora/recognizers_time, outside the project. A case that the standard
does not cover is named in recognizers_skipped.tsv, alone or by a pattern, with the reason. With
--failed, every covered case that is wrong is shown with what was found.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from reader.core.numbers import find_numbers
from reader.core.segment import segment
from reader.core.times import find_times
from reader.resources import numbers, times

HERE = Path(__file__).parent
CASES = HERE.parents[2] / "shared" / "corpora" / "recognizers_time"
SKIPPED = HERE / "recognizers_skipped.tsv"
FILES = {
    "DateExtractor": "time",
    "DatePeriodExtractor": "time",
    "DurationExtractor": "time",
    "NumberModel": "number",
    "OrdinalModel": "ordinal",
}
# What their spans hold and the standard's leave out.
_LEADING = re.compile(
    r"^(?:و?(?:إلى|من|في|بين|ما بين|منذ|قبل|بعد|طوال|خلال|لمدة|عند|يوم(?= الـ?\d))\s+|[لب](?=ل|ا))+"
)


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence and what is to be found in it: span texts, and values of numbers."""

    file: str
    text: str
    wanted: tuple[tuple[str, float | None], ...]


@dataclass(frozen=True, slots=True)
class Skip:
    """Cases of a file that the standard does not cover: those whose text the pattern finds."""

    file: str
    pattern: re.Pattern[str]
    reason: str


def _value(result: Mapping[str, Any]) -> float | None:
    try:
        return float(result.get("Resolution", {}).get("value"))
    except (TypeError, ValueError):
        return None


def cases() -> Iterator[Case]:
    """Yield every case of the five files."""
    for name in FILES:
        for raw in json.loads((CASES / f"{name}.json").read_text(encoding="utf-8-sig")):
            wanted = tuple((r["Text"], _value(r)) for r in raw.get("Results", []))
            yield Case(name, raw["Input"], wanted)


@lru_cache(maxsize=1)
def skips() -> tuple[Skip, ...]:
    """Return the table of cases that are not covered."""
    with SKIPPED.open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(
            (line for line in table if not line.startswith("#")),
            delimiter="\t",
            quoting=csv.QUOTE_NONE,
        )
        return tuple(Skip(r["file"], re.compile(r["pattern"]), r["reason"]) for r in rows)


def skipped(case: Case) -> str | None:
    """Return why the standard does not cover the case, or None where it does."""
    for skip in skips():
        if skip.file in {case.file, "*"} and skip.pattern.search(case.text):
            return skip.reason
    return None


def _plain(words: str) -> str:
    bare = _LEADING.sub("", words.strip()).removeprefix("يوم ")
    return " ".join(bare.removeprefix("ال").split())


def found_in(case: Case) -> list[tuple[str, float | None]]:
    """Return what the program finds in the case's text."""
    read = segment(case.text)
    counted = find_numbers(read.tokens, numbers.load())
    if FILES[case.file] == "time":
        expressions = find_times(case.text, read, times.load(), counted, None, None)[1]
        return [(t.span.of(case.text), None) for t in expressions]
    # «العشرون» is one word for the cardinal and the ordinal: the value alone is held.
    return [(n.span.of(case.text), float(n.value)) for n in counted]


def passes(case: Case) -> bool:
    """Tell whether all that is wanted is found, and in a time or number case nothing else."""
    have = [(_plain(words), value) for words, value in found_in(case)]
    for words, value in case.wanted:
        hits: list[float | None] = [v for text, v in have if text == _plain(words)]
        if not hits or (value is not None and not any(_close(value, v) for v in hits)):
            return False
    return FILES[case.file] == "ordinal" or len(have) == len(case.wanted)


def _close(one: float, other: float | None) -> bool:
    return other is not None and abs(one - other) <= 1e-3 * max(1.0, abs(one))


def figures() -> dict[str, Any] | None:
    """Return passed and total of the covered cases by file; None where the cases are not there."""
    if not CASES.exists():
        return None
    passed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for case in cases():
        reason = skipped(case)
        if reason:
            left[reason] += 1
            continue
        total[case.file] += 1
        passed[case.file] += passes(case)
    share = passed.total() / total.total() if total else 1.0
    files = {name: {"passed": passed[name], "total": total[name]} for name in FILES}
    return {
        "passed": passed.total(),
        "total": total.total(),
        "share": share,
        "files": files,
        "not covered": dict(left.most_common()),
    }


def main() -> None:
    """Print the figures, and the failed cases if asked."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--failed", action="store_true", help="show each failed case")
    arguments = options.parse_args()
    found = figures()
    if found is None:
        print("recognizers: not measured, the cases are not beside this checkout")
        return
    print(f"covered cases passed: {found['passed']} of {found['total']} ({found['share']:.3f})")
    for name, counts in found["files"].items():
        print(f"  {name:22} {counts['passed']} of {counts['total']}")
    print(f"not covered: {sum(found['not covered'].values())}")
    for reason, count in found["not covered"].items():
        print(f"  {count:4}  {reason}")
    if arguments.failed:
        for case in cases():
            if not skipped(case) and not passes(case):
                print(case.file, case.text, case.wanted, found_in(case), sep=" | ")


if __name__ == "__main__":
    main()
