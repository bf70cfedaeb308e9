"""Which articles share their words.

Runs of words that two articles have in common propose pairs: every fourth run, by its hash,
is filed. All runs of a proposed pair are compared then. A run that many articles have (an
agency's formula) proposes only the last of them in the order of their days, which keeps the
work in step with the number of articles and still links a wire story that hundreds print.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from reader.stories.articles import Article

RUN = 4  # words
_KEPT = 4  # one run in so many is filed
_RECENT = 24  # articles that a run proposes
_COMPARED = 32  # pairs that are compared for an article
_PROMISING = 0.25  # of the filed runs of the shorter one, to be compared
SHARED = 0.5  # of the runs of the shorter one, to be called a copy
_LEAST = 12  # runs: shorter texts share theirs by chance
_WORD = re.compile(r"\w+")
_PRIME, _MASK = 1_000_003, (1 << 61) - 1


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles (by their place in the order) that share words; the first is no later.

    Attributes:
        shared: share of the shorter one's runs that the other has.
        overlap: share of all runs that both have.
        first_runs, second_runs: how many runs each has.
    """

    first: int
    second: int
    shared: float
    overlap: float
    first_runs: int
    second_runs: int


def find_copies(articles: Sequence[Article]) -> Iterator[Copy]:
    """Yield the pairs of articles of which one holds at least half of the other."""
    all_runs = [_runs(article.folded) for article in articles]
    filed: defaultdict[int, list[int]] = defaultdict(list)
    for number, runs in enumerate(all_runs):
        sample = [run for run in runs if not run % _KEPT]
        common = Counter(other for run in sample for other in filed.get(run, ())[-_RECENT:])
        proposed = sorted(common.items(), key=lambda item: (-item[1], item[0]))
        for other, count in proposed[:_COMPARED]:
            if count < _PROMISING * min(len(runs), len(all_runs[other])) / _KEPT:
                continue
            copy = _compare(other, number, all_runs)
            if copy is not None:
                yield copy
        if len(runs) >= _LEAST:
            for run in sample:
                filed[run].append(number)


def _compare(first: int, second: int, runs: Sequence[frozenset[int]]) -> Copy | None:
    one, other = runs[first], runs[second]
    common = len(one & other)
    least = min(len(one), len(other))
    if least < _LEAST or common < SHARED * least:
        return None
    overlap = common / (len(one) + len(other) - common)
    return Copy(first, second, common / least, overlap, len(one), len(other))


def _runs(folded: str) -> frozenset[int]:
    words = [_code(word) for word in _WORD.findall(folded)]
    found = set()
    rolled = 0
    power = pow(_PRIME, RUN, _MASK)
    for at, word in enumerate(words):
        rolled = (rolled * _PRIME + word) % _MASK
        if at >= RUN:
            rolled = (rolled - words[at - RUN] * power) % _MASK
        if at >= RUN - 1:
            found.add(rolled)
    return frozenset(found)


@lru_cache(maxsize=65536)
def _code(word: str) -> int:
    return crc32(word.encode("utf-8", "replace")) + 1
