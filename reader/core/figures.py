"""Numbers that an article gives for what happened, and where they disagree."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TypeVar

from reader.core.amounts import amount_of
from reader.core.clitics import readings
from reader.core.lexicon.figures import FigureWords
from reader.core.lexicon.numbers import NumberLexicon
from reader.core.lookup import Lookup
from reader.core.normalize import fold
from reader.core.types import (
    Analysis,
    Bound,
    Cluster,
    Discrepancy,
    Event,
    Figure,
    FigureKind,
    Mention,
    Span,
)

_AMOUNTS: Mapping[str, FigureKind] = {"COUNT": "count", "MONEY": "money", "PERCENT": "percent"}
_LEMMA = re.compile(r"\(\w+ (.+?) [A-Z]+[,)]")
_WORD = re.compile(r"\w+")
_ROUND = 0.1  # «نحو 20» is no other number than 21 or 22
_BEFORE = 25  # code points before a number that say how exact it is
_SCOPE = 20  # times as many are those of a whole war, not of the same day
_COMPARED = 24  # different values of one thing
_ENDINGS = ("ين", "ون", "ات", "ا", "ه")  # of case and number, which the counted noun has as it must
_HERE, _LIKELY = 0.85, 0.6
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NEXT = 400  # code points between two tellings of one toll
_NEAR = 600  # code points between an event's word and its numbers
_HARMS = frozenset({"ASSAULT", "INCIDENT", "COERCE", "PROTEST"})
_TOLLS = frozenset({"dead", "injured"})
AnyFigure = TypeVar("AnyFigure", bound=Figure)


def lemma_of(event: Event) -> str:
    """Return the folded word of the dictionary that an event was found by; "" without one."""
    found = _LEMMA.search(event.rule)
    return fold(found[1]) if found else ""


@dataclass(frozen=True, slots=True)
class _Amount:
    mention: Mention
    value: float
    noun: str
    bound: Bound


class Figures:
    """Reads the numbers of the events of one analysis."""

    def __init__(self, lookup: Lookup, numbers: NumberLexicon, words: FigureWords) -> None:
        self.lookup = lookup
        self._numbers = numbers
        self._words = words
        self._told: dict[str, list[Mention]] = {}
        self._read: dict[str, _Amount | None] = {}

    def of(self, events: Iterable[Event]) -> tuple[Figure, ...]:
        """Return the numbers that go with some events, each once, in text order."""
        found: dict[tuple[object, ...], Figure] = {}
        told = list(events)
        tolls = [toll for event in told for toll in self._tolls(event)]
        spans = {toll.span for toll in tolls}
        others = (other for event in told for other in self._others(event))
        for figure in (*tolls, *(other for other in others if other.span not in spans)):
            key = figure.kind, figure.of, figure.value, figure.speaker, figure.span
            found.setdefault(key, figure)
        return tuple(sorted(found.values(), key=lambda f: (f.span, f.kind, f.of)))

    def is_another(self, figure: Figure) -> bool:
        """Tell whether the words before a figure say that it is of another event: «غارة أخرى»."""
        start = self.sentence(figure).start
        before = self.lookup.text[start : figure.span.start]
        return not self._words.others.isdisjoint(_WORD.findall(fold(before)))

    def sentence(self, figure: Figure) -> Span:
        """Return the sentence that gives a figure; its own words where that is not known."""
        known = self.lookup.sentences.get(figure.sentence)
        return known.span if known else figure.span

    def _tolls(self, event: Event) -> Iterator[Figure]:
        """Yield the counts of dead and injured."""
        amounts = list(self._amounts(self._near(event))) if event.casualties else []
        for count in event.casualties:
            fit = [a for a in amounts if a.value == count.count and a.mention.type == "COUNT"]
            near = min(fit, key=lambda a: _gap(a.mention.span, event.trigger), default=None)
            yield Figure(
                count.kind,
                near.noun if near else "",
                float(count.count),
                near.bound if near else "exact",
                self.lookup.name(count.speaker) or self._speaker(event),
                near.mention.span if near else event.trigger,
                event.sentence,
                event.id,
            )

    def _others(self, event: Event) -> Iterator[Figure]:
        """Yield the numbers that take part in what an event tells: «اعتقلت 5 متظاهرين»."""
        spans = [part.span for part in event.participants]
        near = self._near(event) if spans else ()
        taking_part = (m for m in near if any(span.overlaps(m.span) for span in spans))
        for amount in self._amounts(taking_part):
            yield Figure(
                _AMOUNTS[amount.mention.type],
                f"{lemma_of(event)} {amount.noun}".strip(),
                amount.value,
                amount.bound,
                self._speaker(event),
                amount.mention.span,
                event.sentence,
                event.id,
            )

    def _speaker(self, event: Event) -> str | None:
        if event.attribution is None or not event.attribution.speakers:
            return None
        speaker = event.attribution.speakers[0]
        written = " ".join(speaker.span.of(self.lookup.text).split())
        return self.lookup.name(speaker.entity) or written

    def _near(self, event: Event) -> Sequence[Mention]:
        """Return the numbers of an event's sentence that stand near its word."""
        if event.sentence not in self._told:
            mentions = self.lookup.mentions_in.get(event.sentence, ())
            self._told[event.sentence] = [m for m in mentions if m.type in _AMOUNTS]
        told = self._told[event.sentence]
        first = bisect_left(told, event.trigger.start - _NEAR, key=_start_of)
        last = bisect_left(told, event.trigger.end + _NEAR, key=_start_of)
        return told[first:last]

    def _amounts(self, mentions: Iterable[Mention]) -> Iterator[_Amount]:
        for mention in mentions:
            if mention.id not in self._read:
                self._read[mention.id] = self._amount(mention)
            amount = self._read[mention.id]
            if amount is not None:
                yield amount

    def _amount(self, mention: Mention) -> _Amount | None:
        amount = amount_of(mention.span.of(self.lookup.text), self._numbers)
        if amount is None:
            return None
        value, words = amount
        return _Amount(mention, value, self._noun(words), self._bound(mention))

    def _noun(self, words: Sequence[str]) -> str:
        """Return what is counted; "" for people of whom no more is said."""
        known = self._words.people | self._words.others
        nouns = [word.removeprefix("ال") for word in words]
        return " ".join(_stem(word) for word in nouns[:2] if word not in known)

    def _bound(self, mention: Mention) -> Bound:
        text, span = self.lookup.text, mention.span
        before = text[max(0, span.start - _BEFORE) : span.start]
        for word in reversed(_WORD.findall(fold(before))[-3:]):
            forms = {reading.stem for reading in readings(word)}
            kinds: tuple[tuple[Bound, frozenset[str]], ...] = (
                ("about", self._words.about),
                ("least", self._words.least),
                ("most", self._words.most),
            )
            for kind, known in kinds:
                if forms & known:
                    return kind
        after = text[span.end : span.end + _BEFORE]
        first = _WORD.findall(fold(after))[:2]
        return "least" if self._words.least_after & set(first) else "exact"


def _start_of(mention: Mention) -> int:
    return mention.span.start


def _stem(word: str) -> str:
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) > len(e) + 2), "")
    return word.removesuffix(ending)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


# -- where they disagree -----------------------------------------------------------------------


def disagreeing(
    figures: Iterable[AnyFigure], place: Callable[[AnyFigure], Hashable]
) -> Iterator[list[AnyFigure]]:
    """Yield the figures of one event that disagree, by what they count.

    Several numbers of one kind in one place by one speaker are parts of a whole: they are
    compared with nothing.

    Args:
        figures: of one event.
        place: the sentence that gives a figure.
    """
    of: defaultdict[tuple[FigureKind, str], list[AnyFigure]] = defaultdict(list)
    for figure in _whole(figures, place):
        of[figure.kind, figure.of].append(figure)
    for _what, group in sorted(of.items()):
        if _disagree(group):
            yield group


def _whole(
    figures: Iterable[AnyFigure], place: Callable[[AnyFigure], Hashable]
) -> Iterator[AnyFigure]:
    told: defaultdict[tuple[object, ...], list[AnyFigure]] = defaultdict(list)
    for figure in figures:
        told[place(figure), figure.kind, figure.of, figure.speaker].append(figure)
    for group in told.values():
        if len({figure.value for figure in group}) == 1:
            yield from group


def _disagree(figures: Sequence[Figure]) -> bool:
    different = {(f.value, f.bound): f for f in figures}
    few = [different[key] for key in sorted(different)][:_COMPARED]
    return any(not _agree(a, b) for a, b in combinations(few, 2))


def _agree(a: Figure, b: Figure) -> bool:
    """Tell whether both may be true."""
    for one, other in ((a, b), (b, a)):
        if one.bound == "least" and (other.value >= one.value or other.bound == "most"):
            return other.value >= one.value
        if one.bound == "most" and other.value <= one.value:
            return True
    if max(a.value, b.value) > _SCOPE * min(a.value, b.value):
        return True
    near = abs(a.value - b.value) <= _ROUND * max(a.value, b.value)
    return a.value == b.value or (near and "about" in {a.bound, b.bound})


def find_discrepancies(
    analysis: Analysis, numbers: NumberLexicon, words: FigureWords
) -> tuple[Discrepancy, ...]:
    """Return where an article gives different numbers for one thing, those of one event first.

    Two events of it are held to be one, less surely, where they do the same harm, nothing
    tells them apart and two speakers tell of them.
    """
    figures = Figures(Lookup(analysis), numbers, words)
    found: list[Discrepancy] = []
    tolls: list[_Toll] = []
    for cluster in analysis.clusters:
        own = figures.of(_events(figures.lookup, cluster))
        found += _discrepancies(own, _HERE)
        if cluster.type in _HARMS:
            tolls += _tolls_of(cluster, own, figures)
    told = {figure.span for each in found for figure in each.figures}
    found += _between_speakers([toll for toll in tolls if toll.figure.span not in told], figures)
    return tuple(found)


def _discrepancies(figures: Iterable[Figure], confidence: float) -> Iterator[Discrepancy]:
    for group in disagreeing(figures, lambda figure: figure.sentence):
        group.sort(key=lambda figure: figure.span)
        yield Discrepancy(group[0].kind, group[0].of, tuple(group), confidence)


@dataclass(frozen=True, slots=True)
class _Toll:
    """A figure of dead or injured, with what tells its event from others."""

    places: frozenset[str]
    days: frozenset[object]
    figure: Figure

    def is_apart(self, other: _Toll) -> bool:
        """Tell whether both say where, or when, and differ in it."""
        pairs = (self.places, other.places), (self.days, other.days)
        return any(a and b and a.isdisjoint(b) for a, b in pairs)


def _tolls_of(cluster: Cluster, figures: Iterable[Figure], read: Figures) -> Iterator[_Toll]:
    events = _events(read.lookup, cluster)
    places = _places(read.lookup, events)
    days = frozenset(_day(read.lookup, event) for event in events) - {None}
    for figure in figures:
        if figure.kind in _TOLLS and not read.is_another(figure):
            yield _Toll(places, days, figure)


def _events(lookup: Lookup, cluster: Cluster) -> list[Event]:
    return [lookup.events[name] for name in cluster.events if name in lookup.events]


def _places(lookup: Lookup, events: Iterable[Event]) -> frozenset[str]:
    """Return the places that the sentences of some events name."""
    sentences = {event.sentence for event in events}
    mentions = (m for s in sentences for m in lookup.mentions_in.get(s, ()))
    return frozenset(m.entity for m in mentions if m.type in _PLACES and m.entity)


def _day(lookup: Lookup, event: Event) -> object | None:
    time = lookup.times.get(event.time.id) if event.time else None
    return (time.first_day, time.last_day) if time is not None and time.first_day else None


def _between_speakers(tolls: Iterable[_Toll], read: Figures) -> Iterator[Discrepancy]:
    """Yield the tolls of neighboring tellings by two speakers, which nothing else tells apart."""
    by_kind: defaultdict[tuple[FigureKind, str], list[_Toll]] = defaultdict(list)
    for toll in tolls:
        by_kind[toll.figure.kind, toll.figure.of].append(toll)
    for group in by_kind.values():
        for one, other in pairwise(sorted(group, key=lambda toll: toll.figure.span)):
            speakers = {one.figure.speaker, other.figure.speaker} - {None}
            gap = read.sentence(other.figure).start - read.sentence(one.figure).end
            if not one.is_apart(other) and gap <= _NEXT and len(speakers) == 2:
                yield from _discrepancies((one.figure, other.figure), _LIKELY)
