"""Events that several articles tell.

Two tellings are one event where nothing keeps them apart (days, towns, who does it to whom)
and enough is common to both. The more articles there are, the more meetings of the same people
there are: so what many events share counts for less than a town or a sentence in the same words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reader.core.lexicon.stories import StoryWords
from reader.stories.figures import CitedFigures, discrepancies
from reader.stories.grouping import Groups
from reader.stories.units import Unit
from reader.stories.values import Chain, Telling

_WINDOW = 12  # tellings under one key that a telling is held against
_ENOUGH, _UNDATED, _NO_DAY = 2.5, 3.0, 3.5
_NEAR = 2  # days between articles of which one does not date its event
_SENTENCE = 3.0
_SHARED_DAYS = 4  # longer times are filed by no day of theirs
_MOST, _LEAST = 0.95, 0.35


@dataclass(frozen=True, slots=True)
class Chained:
    """The chains, by their first telling, and the tellings of each."""

    chains: tuple[Chain, ...]
    units: dict[str, tuple[Unit, ...]]


class _Joining:
    """Holds tellings against one another."""

    def __init__(self, units: Sequence[Unit], words: StoryWords) -> None:
        self._units = units
        self._words = words
        self._groups = Groups(range(len(units)))
        self._articles = {n: {unit.article.id} for n, unit in enumerate(units)}
        self._days = {n: unit.days for n, unit in enumerate(units)}
        self._towns = {n: unit.towns for n, unit in enumerate(units)}
        self.sure = dict.fromkeys(range(len(units)), 1.0)

    def run(self) -> list[list[int]]:
        """Return the tellings of each event, the likest put together first."""
        scored = sorted(self._scored(), key=lambda s: (-s[0], s[1], s[2]))
        for score, a, b in scored:
            self._join(a, b, score)
        return self._groups.groups(lambda number: (number,))

    def confidence(self, number: int) -> float:
        """Return how surely the group of a telling is one event."""
        return self.sure[self._groups.root(number)]

    def _scored(self) -> Iterator[tuple[float, int, int]]:
        filed: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
        for number, unit in enumerate(self._units):
            near: set[int] = set()
            for key in _keys(unit):
                near.update(filed[key][-_WINDOW:])
                filed[key].append(number)
            for other in sorted(near):
                score = self._score(self._units[other], unit)
                if score:
                    yield score, other, number

    def _score(self, one: Unit, other: Unit) -> float:
        """Return how much two tellings have in common; 0 where it is not enough."""
        if one.article is other.article or self._apart(one, other):
            return 0.0
        score = 1.5 * bool(one.towns & other.towns)
        score += min(2.0, len(one.people & other.people)) + 0.5 * min(
            2, len(one.states & other.states)
        )
        if one.sentences & other.sentences:
            score += _SENTENCE
        if not score:
            return 0.0
        same_word = bool(one.lemmas & other.lemmas)
        score += same_word
        if one.days and other.days:
            length = max(one.days[1] - one.days[0], other.days[1] - other.days[0])
            score += 1.0 if not length else 0.5
            return score if score >= _ENOUGH else 0.0
        if not same_word:
            return 0.0
        if one.told is None or other.told is None:
            return score if score >= _NO_DAY else 0.0
        near = abs(one.told - other.told) <= _NEAR
        return score if near and score >= _UNDATED else 0.0

    def _apart(self, one: Unit, other: Unit) -> bool:
        """Tell whether something keeps two tellings apart."""
        if one.family != other.family or _clash(one.towns, other.towns):
            return True
        if one.days and other.days and not _meet(one.days, other.days):
            return True
        if one.family in self._words.reciprocal:
            return _clash(one.people, other.people)
        return _clash(one.actors, other.actors) or _clash(
            one.targets - one.states, other.targets - other.states
        )

    def _join(self, a: int, b: int, score: float) -> None:
        one, other = self._groups.root(a), self._groups.root(b)
        if one == other or self._articles[one] & self._articles[other]:
            return
        days = self._days[one], self._days[other]
        both = _common(*days)
        if days[0] and days[1] and both is None:
            return
        if _clash(self._towns[one], self._towns[other]):
            return
        joined = self._groups.join(one, other)
        assert joined is not None  # noqa: S101 - they were two
        root = joined[0]
        self._articles[root] = self._articles[one] | self._articles[other]
        self._days[root] = both or days[0] or days[1]
        self._towns[root] = self._towns[one] | self._towns[other]
        self.sure[root] = min(self.sure[one], self.sure[other], _sure(score))


def _sure(score: float) -> float:
    return round(min(_MOST, _LEAST + 0.15 * score), 2)


def _clash(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and a.isdisjoint(b)


def _meet(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _common(a: tuple[int, int] | None, b: tuple[int, int] | None) -> tuple[int, int] | None:
    if a is None or b is None or not _meet(a, b):
        return None
    return max(a[0], b[0]), min(a[1], b[1])


def _keys(unit: Unit) -> Iterator[tuple[object, ...]]:
    """Yield what a telling shares one of with the others of its event."""
    yield from (("sentence", *sentence) for sentence in unit.sentences)
    if unit.days and unit.days[1] - unit.days[0] < _SHARED_DAYS:
        days = list(range(unit.days[0], unit.days[1] + 1))
    elif unit.told is not None:
        days = list(range(unit.told - _NEAR, unit.told + 1))
    else:
        days = [0]
    for day in days:
        yield from ((unit.family, thing, day) for thing in unit.towns | unit.people)
        for lemma in unit.lemmas:
            yield from ((lemma, state, day) for state in unit.states)


def chain(units: Iterable[Unit], figures: CitedFigures, words: StoryWords) -> Chained:
    """Return all events of all articles, each once; the order of the units does not matter."""
    ordered = sorted(units, key=lambda unit: unit.key)
    joining = _Joining(ordered, words)
    told: dict[str, tuple[Unit, ...]] = {}
    chains = []
    for group in joining.run():
        members = tuple(ordered[number] for number in group)
        found = _chain(members, joining.confidence(group[0]), figures)
        chains.append(found)
        told[found.id] = members
    return Chained(tuple(chains), told)


def _chain(units: Sequence[Unit], confidence: float, figures: CitedFigures) -> Chain:
    best = max(units, key=lambda u: (u.confidence, len(u.cluster.label)))
    days: tuple[int, int] | None = None
    for unit in units:
        days = _common(days, unit.days) or days or unit.days
    numbers = tuple(f for unit in units for f in figures.of(unit.article, unit.events))
    first = units[0]
    return Chain(
        id=f"event:{first.article.id[:16]}:{first.cluster.id}",
        type=best.cluster.type,
        label=best.cluster.label,
        first_day=date.fromordinal(days[0]) if days else None,
        last_day=date.fromordinal(days[1]) if days else None,
        participants=tuple(dict.fromkeys(p for u in units for p in sorted(u.actors | u.targets))),
        places=tuple(dict.fromkeys(p for u in units for p in sorted(u.towns | _state_places(u)))),
        tellings=tuple(telling(unit) for unit in units),
        figures=numbers,
        discrepancies=discrepancies(numbers, confidence),
        disputed=len({unit.polarity for unit in units}) > 1,
        confidence=confidence,
    )


def _state_places(unit: Unit) -> frozenset[str]:
    return unit.states - unit.actors - unit.targets


def telling(unit: Unit) -> Telling:
    """Return what an article says of an event, with every place that says it."""
    article = unit.article
    said = [e.attribution for e in unit.events if e.attribution]
    speakers = (
        article.name(s.entity) or " ".join(s.span.of(article.text).split())
        for attribution in said
        for s in attribution.speakers
    )
    return Telling(
        article=article.id,
        cluster=unit.cluster.id,
        day=article.day,
        polarity=unit.polarity,
        modality=unit.modality,
        speakers=tuple(dict.fromkeys(speakers)),
        citations=tuple(sorted(article.cite(event.trigger) for event in unit.events)),
    )
