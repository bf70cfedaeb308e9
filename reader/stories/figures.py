"""Numbers that articles give for what happened, and where they disagree."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from reader.core.clitics import readings
from reader.core.lexicon.numbers import NumberLexicon
from reader.core.lexicon.stories import StoryWords
from reader.core.normalize import fold
from reader.core.types import Event, Mention, Span
from reader.stories.articles import Article
from reader.stories.numbers import amount_of
from reader.stories.values import Bound, Discord, Discrepancy, Figure, FigureKind

_AMOUNTS: Mapping[str, FigureKind] = {"COUNT": "count", "MONEY": "money", "PERCENT": "percent"}
_LEMMA = re.compile(r"\(\w+ (.+?) [A-Z]+[,)]")
_WORD = re.compile(r"\w+")
_ROUND = 0.1  # «نحو 20» is no other number than 21 or 22
_BEFORE = 25  # code points before a number that say how exact it is
_SCOPE = 20  # times as many are those of a whole war, not of the same day
_COMPARED = 24  # different values of one thing
_ENDINGS = ("ين", "ون", "ات", "ا", "ه")  # of case and number, which the counted noun has as it must
_GROWING = frozenset({"dead", "injured", "count"})
_HERE, _LIKELY = 0.85, 0.6
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NEXT = 400  # code points between two tellings of one toll
_NEAR = 600  # code points between an event's word and its numbers
_HARMS = frozenset({"ASSAULT", "INCIDENT", "COERCE", "PROTEST"})


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
    """Reads the numbers of events."""

    def __init__(self, numbers: NumberLexicon, words: StoryWords) -> None:
        self._numbers = numbers
        self._words = words
        self._read: dict[str, tuple[float, tuple[str, ...]] | None] = {}
        self._found: dict[tuple[str, str], list[_Amount]] = {}

    def _amount(self, words: str) -> tuple[float, tuple[str, ...]] | None:
        """Return what `amount_of` reads, each wording once."""
        if words not in self._read:
            self._read[words] = amount_of(words, self._numbers)
        return self._read[words]

    def of(self, article: Article, events: Iterable[Event]) -> tuple[Figure, ...]:
        """Return the numbers that go with some events of an article, each once."""
        found: dict[tuple[object, ...], Figure] = {}
        told = list(events)
        tolls = [toll for event in told for toll in self._tolls(article, event)]
        spans = {toll.citation.span for toll in tolls}
        others = (other for event in told for other in self._others(article, event))
        for figure in (*tolls, *(other for other in others if other.citation.span not in spans)):
            key = figure.kind, figure.of, figure.value, figure.speaker, figure.citation
            found.setdefault(key, figure)
        return tuple(sorted(found.values(), key=lambda f: (f.citation, f.kind, f.of)))

    def is_another(self, article: Article, figure: Figure) -> bool:
        """Tell whether the words before a figure say that it is of another event: «غارة أخرى»."""
        citation = figure.citation
        before = article.text[citation.sentence.start : citation.span.start]
        return not self._words.others.isdisjoint(_WORD.findall(fold(before)))

    def _tolls(self, article: Article, event: Event) -> Iterator[Figure]:
        """Yield the counts of dead and injured."""
        amounts = self._amounts(article, event) if event.casualties else []
        for count in event.casualties:
            fit = [a for a in amounts if a.value == count.count and a.mention.type == "COUNT"]
            near = min(fit, key=lambda a: _gap(a.mention.span, event.trigger), default=None)
            yield Figure(
                count.kind,
                near.noun if near else "",
                float(count.count),
                near.bound if near else "exact",
                article.name(count.speaker) or _speaker(article, event),
                article.day,
                article.cite(near.mention.span if near else event.trigger),
            )

    def _others(self, article: Article, event: Event) -> Iterator[Figure]:
        """Yield the numbers that take part in what an event tells: «اعتقلت 5 متظاهرين»."""
        if not event.participants:
            return
        for amount in self._amounts(article, event):
            span = amount.mention.span
            if any(part.span.overlaps(span) for part in event.participants):
                yield Figure(
                    _AMOUNTS[amount.mention.type],
                    f"{lemma_of(event)} {amount.noun}".strip(),
                    amount.value,
                    amount.bound,
                    _speaker(article, event),
                    article.day,
                    article.cite(span),
                )

    def _amounts(self, article: Article, event: Event) -> list[_Amount]:
        """Return the numbers of an event's sentence that stand near its word."""
        key = article.id, event.sentence
        if key not in self._found:
            told = self._amounts_in(article, event.sentence)
            self._found[key] = sorted(told, key=_start_of)
        amounts = self._found[key]
        first = bisect_left(amounts, event.trigger.start - _NEAR, key=_start_of)
        last = bisect_left(amounts, event.trigger.end + _NEAR, key=_start_of)
        return amounts[first:last]

    def _amounts_in(self, article: Article, sentence: str) -> list[_Amount]:
        found = []
        for mention in article.mentions_in.get(sentence, ()):
            if mention.type not in _AMOUNTS:
                continue
            amount = self._amount(mention.span.of(article.text))
            if amount is not None:
                value, words = amount
                found.append(
                    _Amount(mention, value, self._noun(words), self._bound(article, mention))
                )
        return found

    def _noun(self, words: Sequence[str]) -> str:
        """Return what is counted; "" for people of whom no more is said."""
        known = self._words.people | self._words.others
        nouns = [word.removeprefix("ال") for word in words]
        return " ".join(_stem(word) for word in nouns[:2] if word not in known)

    def _bound(self, article: Article, mention: Mention) -> Bound:
        before = article.text[max(0, mention.span.start - _BEFORE) : mention.span.start]
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
        after = article.text[mention.span.end : mention.span.end + _BEFORE]
        first = _WORD.findall(fold(after))[:2]
        return "least" if self._words.least_after & set(first) else "exact"


def _start_of(amount: _Amount) -> int:
    return amount.mention.span.start


def _stem(word: str) -> str:
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) > len(e) + 2), "")
    return word.removesuffix(ending)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _speaker(article: Article, event: Event) -> str | None:
    if event.attribution is None or not event.attribution.speakers:
        return None
    speaker = event.attribution.speakers[0]
    return article.name(speaker.entity) or " ".join(speaker.span.of(article.text).split())


# -- where they disagree -----------------------------------------------------------------------


def discrepancies(figures: Iterable[Figure], confidence: float) -> tuple[Discrepancy, ...]:
    """Return the figures of one event that disagree, by what they count.

    Several numbers of one kind in one sentence by one speaker are parts of a whole: they
    are compared with nothing.
    """
    of: defaultdict[tuple[FigureKind, str], list[Figure]] = defaultdict(list)
    for figure in _whole(figures):
        of[figure.kind, figure.of].append(figure)
    found = []
    for (kind, what), group in sorted(of.items()):
        if _disagree(group):
            group.sort(key=lambda f: (f.day or date.max, f.citation))
            found.append(Discrepancy(kind, what, _nature(kind, group), tuple(group), confidence))
    return tuple(found)


def _whole(figures: Iterable[Figure]) -> Iterator[Figure]:
    told: defaultdict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        citation = figure.citation
        told[citation.article, citation.sentence, figure.kind, figure.of, figure.speaker].append(
            figure
        )
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


def _nature(kind: FigureKind, figures: Sequence[Figure]) -> Discord:
    """Tell whether the figures, by day, only grow: «ارتفع عدد القتلى»."""
    for before, after in pairwise(figures):
        if before.value == after.value:
            continue
        dated = before.day is not None and after.day is not None and before.day < after.day
        if not dated or after.value < before.value:
            return "conflict"
    return "update" if kind in _GROWING else "conflict"


def conflicts_in(article: Article, figures: Figures) -> tuple[Discrepancy, ...]:
    """Return where one article gives different numbers for one thing.

    Those of one event of it come first. Two events of it are held to be one, less surely,
    where they do the same harm, nothing tells them apart and two speakers tell of them.
    """
    found: list[Discrepancy] = []
    tolls: list[tuple[frozenset[str], frozenset[object], Figure]] = []
    for cluster in article.analysis.clusters:
        events = [article.events[name] for name in cluster.events if name in article.events]
        own = figures.of(article, events)
        found += discrepancies(own, _HERE)
        if cluster.type in _HARMS:
            places = _places(article, events)
            days = frozenset(_day(article, event) for event in events) - {None}
            tolls += [
                (places, days, f)
                for f in own
                if f.kind in {"dead", "injured"} and not figures.is_another(article, f)
            ]
    told = {f.citation for d in found for f in d.figures}
    found += _between_speakers([toll for toll in tolls if toll[2].citation not in told])
    return tuple(found)


def _places(article: Article, events: Iterable[Event]) -> frozenset[str]:
    """Return the places that the sentences of some events name."""
    sentences = {event.sentence for event in events}
    mentions = (m for s in sentences for m in article.mentions_in.get(s, ()))
    return frozenset(m.entity for m in mentions if m.type in _PLACES and m.entity)


def _day(article: Article, event: Event) -> object | None:
    time = article.times.get(event.time.id) if event.time else None
    return (time.first_day, time.last_day) if time is not None and time.first_day else None


def _between_speakers(
    tolls: Sequence[tuple[frozenset[str], frozenset[object], Figure]],
) -> Iterator[Discrepancy]:
    """Yield the tolls of neighboring tellings by two speakers, which nothing else tells apart."""
    by_kind: defaultdict[tuple[FigureKind, str], list[int]] = defaultdict(list)
    for number, (_places, _days, figure) in enumerate(tolls):
        by_kind[figure.kind, figure.of].append(number)
    for numbers in by_kind.values():
        for a, b in pairwise(sorted(numbers, key=lambda n: tolls[n][2].citation)):
            one, other = tolls[a], tolls[b]
            apart = any(
                x and y and x.isdisjoint(y) for x, y in ((one[0], other[0]), (one[1], other[1]))
            )
            speakers = {one[2].speaker, other[2].speaker}
            far = other[2].citation.sentence.start - one[2].citation.sentence.end > _NEXT
            if not (apart or far) and len(speakers - {None}) == 2:
                yield from discrepancies((one[2], other[2]), _LIKELY)
