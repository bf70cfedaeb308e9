"""Mentions gathered by what they name, and why."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reader.core.entities.resolve.translit import LEAST_LETTERS, LIMIT, distance, skeleton
from reader.core.entities.words import Candidate, Words
from reader.core.lexicon.entities import Place
from reader.core.types import EntityType

FIRST = "first mention"
# Names that share a key are compared with so many of the last of them, which keeps
# the work in step with the text where thousands of names look alike.
_WINDOW = 8


@dataclass(slots=True, eq=False)
class Group:
    """Mentions of one entity in the making.

    Attributes:
        parts: the name's words, or the parts of a person's name; of the first mention.
        backed: the gazetteer's key, if it knows the name.
        places: what a place's name may mean.
        place: what it means here.
        lasts: what alone may stand for a person: the last parts of his full names.
        gender: "f" or "m" where a title or a verb tells.
        reasons: why a form is this entity's, by the form's key.
        starts: where it is mentioned, ascending.
    """

    type: EntityType
    parts: tuple[str, ...]
    backed: str = ""
    places: tuple[Place, ...] = ()
    place: Place | None = None
    stem: str = ""
    state: str = ""
    iso: str = ""
    lasts: list[str] = field(default_factory=list)
    gender: str = ""
    members: list[Candidate] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)

    def add(self, candidate: Candidate, form: str, reason: str) -> None:
        """Take in a mention; `form` is its name's key, `reason` why it belongs here."""
        self.members.append(candidate)
        self.reasons.setdefault(form, reason)
        insort(self.starts, candidate.span.start)

    def last_before(self, start: int) -> int:
        """Return where it was last mentioned before `start`; -1 where it was not."""
        at = bisect_left(self.starts, start)
        return self.starts[at - 1] if at else -1


def nearest(groups: Iterable[Group], start: int) -> Group | None:
    """Return the only one, or that last mentioned before `start`; of several later ones none."""
    found = list(dict.fromkeys(groups))
    if len(found) == 1:
        return found[0]
    named = [group for group in found if group.last_before(start) >= 0]
    return max(named, key=lambda group: group.last_before(start), default=None)


class Index:
    """Groups by keys, the last few under each key."""

    def __init__(self) -> None:
        self._groups: defaultdict[object, list[Group]] = defaultdict(list)

    def put(self, key: object, group: Group) -> None:
        """File a group under a key."""
        groups = self._groups[key]
        if group not in groups[-_WINDOW:]:
            groups.append(group)

    def get(self, key: object) -> list[Group]:
        """Return the last groups under a key, in the order that they came in."""
        return self._groups[key][-_WINDOW:] if key in self._groups else []


class Spellings:
    """Tells which names may be one name, spelled by two people."""

    def __init__(self, words: Words) -> None:
        self._lexicon = words.lexicon

    def cost(self, a: str, b: str) -> float:
        """Return what it costs to take `a` for `b`; above LIMIT where they are two names."""
        if a == b:
            return 0.0
        if min(len(a), len(b)) < LEAST_LETTERS or self._apart(a, b):
            return LIMIT + 1
        return distance(a, b, self._lexicon.transliterations)

    def one(self, a: str, b: str) -> bool:
        """Tell whether the two may be one name."""
        return a == b or (bool(skeleton(a)) and skeleton(a) == skeleton(b) and self._near(a, b))

    def all_one(self, a: Sequence[str], b: Sequence[str]) -> bool:
        """Tell whether two names may be one, word by word."""
        return len(a) == len(b) and all(map(self.one, a, b))

    def _near(self, a: str, b: str) -> bool:
        return self.cost(a, b) <= LIMIT

    def _apart(self, a: str, b: str) -> bool:
        """Tell whether one is a common word, or both are known names."""
        known, common = self._lexicon.known_parts, self._lexicon.common
        return a in common or b in common or (a in known and b in known)


def in_text_order(groups: Iterable[Group]) -> Iterator[Group]:
    """Yield the groups by their first mention, their mentions in order."""
    named = [group for group in groups if group.members]
    for group in named:
        group.members.sort(key=lambda member: (member.span.start, -member.span.end))
    yield from sorted(named, key=lambda group: (group.starts[0], -group.members[0].span.end))
