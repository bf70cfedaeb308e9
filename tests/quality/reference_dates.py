"""Hold the day of writing that the text alone gives against the day that each real article bears.

usage: python tests/quality/reference_dates.py [--wrong]

The articles lie in shared/corpora/articles, outside the project; only their text is read,
without the day that their source gives. With --wrong, every wrong day is shown with its reasons.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from reader.core.numbers import find_numbers
from reader.core.segment import segment
from reader.core.times import find_times
from reader.core.types import ReferenceDate
from reader.resources import numbers, times

ARTICLES = Path(__file__).parents[3] / "shared" / "corpora" / "articles" / "dev_300.jsonl"
NEAR = 1  # days: a paper of the morning tells of the day before


def reference_of(text: str) -> ReferenceDate:
    """Return the day of writing of an article of which only the text is known."""
    read = segment(text)
    counted = find_numbers(read.tokens, numbers.load())
    return find_times(text, read, times.load(), counted, None, None)[0]


def answers() -> Iterator[tuple[dict[str, Any], ReferenceDate, date]]:
    """Yield each article, the day that its text gives and the day that it bears."""
    with ARTICLES.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            true = date.fromisoformat(article["date_extracted"][:10])
            yield article, reference_of(article["text"]), true


def is_near(reference: ReferenceDate, true: date) -> bool:
    """Tell whether the one day that was found is the article's own."""
    day = reference.first_day
    return day is not None and abs((day - true).days) <= NEAR


def status_of(reference: ReferenceDate) -> str:
    """Return the status, with a dateline told from a day that someone gave."""
    return "dateline" if reference.basis == "dateline" else reference.status


def figures() -> dict[str, Any] | None:
    """Return the counts and the share of right days; None where the articles are not there."""
    if not ARTICLES.exists():
        return None
    counts: Counter[str] = Counter()
    right: Counter[str] = Counter()
    covered = 0
    for _, reference, true in answers():
        status = status_of(reference)
        counts[status] += 1
        right[status] += is_near(reference, true)
        if status == "ambiguous" and reference.first_day and reference.last_day:
            covered += reference.first_day <= true <= reference.last_day
    named = counts["inferred"] + counts["dateline"]
    return {
        "articles": counts.total(),
        **{name: counts[name] for name in ("inferred", "dateline", "ambiguous", "unknown")},
        "right": right["inferred"] + right["dateline"],
        "share right": (right["inferred"] + right["dateline"]) / named if named else 1.0,
        "ambiguous around the true day": covered,
    }


def main() -> None:
    """Print the figures, and each wrong day if asked."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--wrong", action="store_true", help="show each wrong day")
    arguments = options.parse_args()
    found = figures()
    if found is None:
        print("reference dates: not measured, the articles are not beside this checkout")
        return
    print("\n".join(f"{name:32} {value}" for name, value in found.items()))
    if arguments.wrong:
        for article, reference, true in answers():
            if status_of(reference) in {"inferred", "dateline"} and not is_near(reference, true):
                print(article["id"], true, status_of(reference), reference.value)
                print("   ", *reference.explanation, sep=" | ")


if __name__ == "__main__":
    main()
