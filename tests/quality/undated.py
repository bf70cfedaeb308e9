"""Hold the times of real articles, read without the day that each bears, against those with it.

usage: python tests/quality/undated.py [--wrong]

Without the day a value may leave fields open, and must agree with the other in the rest. A
paper of the morning tells of the day before: what agrees seen from there is counted apart.
With --wrong, every value that disagrees is shown.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from reference_dates import ARTICLES

from reader.core.confidence import BY_INFERENCE
from reader.core.numbers import find_numbers
from reader.core.segment import segment
from reader.core.times import find_times
from reader.core.types import TimeExpression
from reader.resources import numbers, times

_OPEN_MONTH = "XXXX-XX"
_FIELDS = re.compile(r"[-T/]|[^-T/]+")
_WEEKDAY = re.compile(r"(\d{4}|XXXX)-WXX-(\d)(T.*)?")


def _field_agrees(undated: str, dated: str) -> bool:
    same_length = len(undated) == len(dated)
    return same_length and all(a in {b, "X"} for a, b in zip(undated, dated, strict=True))


def agrees(undated: str, dated: str) -> bool:
    """Tell whether a value with open fields holds the other.

    >>> agrees("XXXX-WXX-2", "2017-10-31"), agrees("2016-XX-31", "2017-10-31")
    (True, False)
    """
    if undated == _OPEN_MONTH and "/" in dated:
        return True  # a Hijri month, from day to day where its year is known
    if "/" in undated:
        ends = undated.split("/"), dated.split("/")
        same = len(ends[0]) == len(ends[1])
        return same and all(agrees(a, b) for a, b in zip(*ends, strict=True))
    weekday = _WEEKDAY.fullmatch(undated)
    if weekday and re.match(r"\d{4}-\d\d-\d\d", dated):
        day = date.fromisoformat(dated[:10])
        right = day.isoweekday() == int(weekday[2]) and (weekday[3] or "") == dated[10:]
        return right and _field_agrees(weekday[1], dated[:4])
    fields, others = _FIELDS.findall(undated), _FIELDS.findall(dated)
    return len(fields) == len(others) and all(map(_field_agrees, fields, others))


def pairs() -> Iterator[tuple[str, TimeExpression, TimeExpression, TimeExpression]]:
    """Yield each time's words, it without the day, with it and seen from the day before."""
    counted, lexicon = numbers.load(), times.load()
    with ARTICLES.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            text, true = article["text"], date.fromisoformat(article["date_extracted"][:10])
            read = segment(text)
            told = find_numbers(read.tokens, counted)
            views = (None, true, true - timedelta(days=1))
            found = (find_times(text, read, lexicon, told, None, day)[1] for day in views)
            for undated, dated, before in zip(*found, strict=True):
                yield undated.span.of(text), undated, dated, before


def figures() -> dict[str, Any] | None:
    """Return how many values agree; None where the articles are not there."""
    if not ARTICLES.exists():
        return None
    counts: Counter[str] = Counter()
    for _, undated, dated, before in pairs():
        right = agrees(undated.value, dated.value)
        late = not right and agrees(undated.value, before.value)
        counts.update(times=1, agree=right, late=late)
        if BY_INFERENCE in undated.basis:
            counts.update(inferred=1, inferred_agree=right, inferred_late=late)
    return {
        "times": counts["times"],
        "share agreeing": counts["agree"] / counts["times"],
        "agreeing from the day before": counts["late"],
        "decided by what is inferred": counts["inferred"],
        "of these agreeing": counts["inferred_agree"],
        "of these from the day before": counts["inferred_late"],
    }


def main() -> None:
    """Print the figures, and each value that disagrees if asked."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--wrong", action="store_true", help="show each value that disagrees")
    arguments = options.parse_args()
    found = figures()
    if found is None:
        print("undated times: not measured, the articles are not beside this checkout")
        return
    print("\n".join(f"{name:32} {value}" for name, value in found.items()))
    if arguments.wrong:
        for words, undated, dated, _ in pairs():
            if not agrees(undated.value, dated.value):
                print(undated.value, dated.value, words, sep=" | ")


if __name__ == "__main__":
    main()
