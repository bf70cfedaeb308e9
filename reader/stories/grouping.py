"""Things put together, whatever the order that pairs of them come in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Groups(Generic[Item]):
    """Disjoint sets (union by size)."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._parent = {item: item for item in items}
        self._size = dict.fromkeys(self._parent, 1)

    def root(self, item: Item) -> Item:
        """Return the item that stands for the group of another."""
        parent = self._parent
        top = item
        while parent[top] != top:
            top = parent[top]
        while parent[item] != top:
            parent[item], item = top, parent[item]
        return top

    def join(self, one: Item, other: Item) -> tuple[Item, Item] | None:
        """Put two groups together; return (the root that stays, the one that was), if two."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return None
        if self._size[a] < self._size[b]:
            a, b = b, a
        self._parent[b] = a
        self._size[a] += self._size.pop(b)
        return a, b

    def groups(self, key: Callable[[Item], tuple[object, ...]]) -> list[list[Item]]:
        """Return the groups, each in the order of `key`."""
        found: defaultdict[Item, list[Item]] = defaultdict(list)
        for item in sorted(self._parent, key=key):
            found[self.root(item)].append(item)
        return list(found.values())
