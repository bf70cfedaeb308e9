"""Which texts hang together by pairs."""

from __future__ import annotations

from collections.abc import Iterable


def components(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Return for each of `count` texts the smallest number that pairs lead to from it.

    A text without a pair has its own number.
    """
    parent = list(range(count))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    for one, other in pairs:
        smaller, larger = sorted((root(one), root(other)))
        parent[larger] = smaller
    return [root(number) for number in range(count)]
