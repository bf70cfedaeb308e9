"""Announced events that are still ahead of a day, with every word on them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from reader.stories.chains import Chained, telling
from reader.stories.grouping import Groups
from reader.stories.units import Unit
from reader.stories.values import Ahead, Announcement, Chain, Standing

_WINDOW = 12  # announcements under one key that one that moves is held against
_SINCE = 60  # days from an announcement to the news that it is put off
_ENOUGH = 1.5


def ahead(chained: Chained, day: date) -> tuple[Ahead, ...]:
    """Return the announced events whose last day is not before `day`, the next first.

    An event that a later article puts off or calls off is told once, with both words on it.
    The last word counts: its day, and whether it stands.
    """
    planned = [
        chain for chain in chained.chains if any(u.is_ahead for u in chained.units[chain.id])
    ]
    found = []
    for chains in _moved(planned, chained):
        entry = _entry(chains, chained)
        if entry is not None and entry.last_day >= day:
            found.append(entry)
    return tuple(sorted(found, key=lambda e: (e.first_day, e.last_day, e.id)))


def _moved(planned: Sequence[Chain], chained: Chained) -> Iterator[list[Chain]]:
    """Yield the events, those together of which one is told to be the other put off."""
    groups = Groups(range(len(planned)))
    filed: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    units = [chained.units[chain.id] for chain in planned]
    for number, members in enumerate(units):
        for key in _keys(members):
            filed[key].append(number)
    for number, members in enumerate(units):
        if not any(unit.standing for unit in members):
            continue
        near = {n for key in _keys(members) for n in _around(filed[key], number)}
        fit = [n for n in near if n != number and _is_same(units[n], members)]
        best = max(fit, key=lambda n: (_common(units[n], members), -abs(n - number)), default=None)
        if best is not None:
            groups.join(best, number)
    for group in groups.groups(lambda n: (n,)):
        yield [planned[n] for n in group]


def _around(numbers: Sequence[int], number: int) -> Sequence[int]:
    at = bisect_left(numbers, number)
    return numbers[max(0, at - _WINDOW) : at + _WINDOW]


def _keys(units: Iterable[Unit]) -> set[tuple[str, str]]:
    return {
        (unit.family, thing) for unit in units for thing in unit.towns | unit.people | unit.states
    }


def _is_same(units: Sequence[Unit], moved: Sequence[Unit]) -> bool:
    """Tell whether what is put off may be what was announced."""
    one, other = units[0], moved[0]
    if not one.lemmas & other.lemmas or _common(units, moved) < _ENOUGH:
        return False
    if one.towns and other.towns and one.towns.isdisjoint(other.towns):
        return False
    return one.told is None or other.told is None or abs(one.told - other.told) <= _SINCE


def _common(units: Sequence[Unit], moved: Sequence[Unit]) -> float:
    return max(
        1.5 * bool(a.towns & b.towns) + len(a.people & b.people) + 0.75 * len(a.states & b.states)
        for a in units[:_WINDOW]
        for b in moved[:_WINDOW]
    )


def _entry(chains: Sequence[Chain], chained: Chained) -> Ahead | None:
    told = sorted((u for chain in chains for u in chained.units[chain.id]), key=lambda u: u.key)
    words = [_announcement(unit) for unit in told if unit.is_ahead]
    dated = [word for word in words if word.first_day is not None and word.last_day is not None]
    if not dated:
        return None
    last = _last_word(words)
    window = next((w for w in reversed(dated) if w.told == last.told), dated[-1])
    assert window.first_day is not None  # noqa: S101 - it is one of the dated
    assert window.last_day is not None  # noqa: S101 - the same
    announced = [unit for unit in told if unit.is_ahead]
    best = max(announced, key=lambda u: (u.standing is None, u.confidence))
    return Ahead(
        id=chains[0].id,
        type=best.cluster.type,
        label=best.cluster.label,
        first_day=window.first_day,
        last_day=window.last_day,
        standing=last.standing,
        moved=_excludes(dated),
        confidence=round(max(unit.confidence for unit in announced), 2),
        announcements=tuple(words),
    )


def _last_word(words: Sequence[Announcement]) -> Announcement:
    """Return what stands at the end: of one article, that it is put off or called off."""
    last = [word for word in words if word.told == words[-1].told]
    return next((w for w in last if w.standing in {"postponed", "cancelled"}), last[-1])


def _excludes(dated: Sequence[Announcement]) -> bool:
    first = max(word.first_day for word in dated if word.first_day)
    last = min(word.last_day for word in dated if word.last_day)
    return last < first


def _announcement(unit: Unit) -> Announcement:
    said = telling(unit)
    first, last = unit.window or (None, None)
    return Announcement(
        told=said.day,
        first_day=date.fromordinal(first) if first else None,
        last_day=date.fromordinal(last) if last else None,
        standing=_standing(unit),
        speakers=said.speakers,
        citation=said.citations[0],
    )


def _standing(unit: Unit) -> Standing:
    if unit.standing is not None:
        return unit.standing
    if unit.polarity == "NEG":
        return "denied"
    return "planned" if any(e.modality == "planned" for e in unit.events) else "called_for"
