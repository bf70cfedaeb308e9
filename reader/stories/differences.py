"""What one version of a story says that another does not, and what it says otherwise."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from rapidfuzz.distance import Indel

from reader.core.amounts import values_in
from reader.core.clitics import readings
from reader.core.dedupe import SPELLING, changes
from reader.core.normalize import fold
from reader.core.pipeline import Lexicon
from reader.core.types import Span, TimeExpression
from reader.stories.articles import Article
from reader.stories.values import (
    CHANGE_KINDS,
    Change,
    ChangeKind,
    Citation,
    Difference,
    Row,
    RowKind,
)

_WORD = re.compile(r"\d[\d.,٫٬]*\d|\w[\w\u064b-\u0652\u0670\u0640]*")
_ALIKE = 0.5  # of the words of two sentences, to be two tellings of one
_HELD = 0.8  # of the shorter one's words, if it has so many:
_LEAST = 6
_COMMON = 16  # sentences that have two words in common propose none
_TRIED = 6  # sentences that one is compared with
_AMOUNTS = frozenset({"COUNT", "MONEY", "PERCENT"})
_NAMES = frozenset({"PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT"})

Identity = Callable[[Article, str], str]
"""What an entity of an article is across articles."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    words: tuple[_Word, ...]
    key: tuple[str, ...]


def compare(before: Article, after: Article, lexicon: Lexicon, identity: Identity) -> Difference:
    """Return where two versions differ; the second is told as what became of the first."""
    old, new = _sentences(before), _sentences(after)
    matched = _matched(old, new)
    in_place = _in_place(matched)
    judge = _Judge(before, after, lexicon, identity)
    rows = tuple(
        _row(old, new, i, j, judge, moved=j is not None and i is not None and j not in in_place)
        for i, j in _side_by_side(len(old), len(new), matched, in_place)
    )
    told = [change for row in rows for change in row.changes]
    told.sort(key=lambda change: CHANGE_KINDS.index(change.kind))
    return Difference(before.id, after.id, rows, tuple(told))


def _sentences(article: Article) -> list[_Sentence]:
    found = []
    for sentence in sorted(article.analysis.sentences, key=lambda s: s.span):
        spans = _WORD.finditer(article.text, sentence.span.start, sentence.span.end)
        words = tuple(_Word(fold(m[0]), Span(m.start(), m.end())) for m in spans)
        if words:
            found.append(_Sentence(sentence.span, words, tuple(word.text for word in words)))
    return found


# -- which sentences belong together -----------------------------------------------------------


def _matched(old: Sequence[_Sentence], new: Sequence[_Sentence]) -> dict[int, int]:
    """Return which sentence of the second each one of the first stands beside."""
    found: dict[int, int] = {}
    free: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in reversed(range(len(new))):
        free[new[j].key].append(j)
    for i, sentence in enumerate(old):
        if free.get(sentence.key):
            found[i] = free[sentence.key].pop()
    taken = set(found.values())
    for _likeness, i, j in sorted(_alike(old, new, found, taken)):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _alike(
    old: Sequence[_Sentence], new: Sequence[_Sentence], found: dict[int, int], taken: set[int]
) -> Iterator[tuple[float, int, int]]:
    """Yield pairs of sentences that tell the same, each with how unlike they are."""
    having: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for j, sentence in enumerate(new):
        if j not in taken:
            for pair in set(pairwise(sentence.key)):
                having[pair].append(j)
    for i, sentence in enumerate(old):
        if i in found:
            continue
        common: Counter[int] = Counter()
        for pair in set(pairwise(sentence.key)):
            if len(having.get(pair, ())) <= _COMMON:
                common.update(having.get(pair, ()))
        for j, _count in sorted(common.items(), key=lambda c: (-c[1], c[0]))[:_TRIED]:
            likeness = _likeness(sentence.key, new[j].key)
            if likeness:
                yield -likeness, i, j


def _likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """Return the share of common words, 0 where two sentences are not alike."""
    same = Indel.similarity(old, new) / 2
    share = 2 * same / (len(old) + len(new))
    least = min(len(old), len(new))
    return share if share >= _ALIKE or (least >= _LEAST and same >= _HELD * least) else 0.0


def _in_place(matched: dict[int, int]) -> set[int]:
    """Return the sentences of the second that follow one another as in the first.

    The longest ascending row of them; the others were moved.
    """
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for i in sorted(matched):
        j = matched[i]
        at = bisect_left(tails, j)
        before[j] = tails[at - 1] if at else None
        tails[at : at + 1] = [j]
    found: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found


def _side_by_side(
    old: int, new: int, matched: dict[int, int], in_place: set[int]
) -> Iterator[tuple[int | None, int | None]]:
    """Yield the rows in the order of the second; what was dropped stands where it was."""
    of = {j: i for i, j in matched.items()}
    at = 0
    for j in range(new):
        if j in in_place:
            yield from ((i, None) for i in range(at, of[j]) if i not in matched)
            at = of[j] + 1
        yield of.get(j), j
    yield from ((i, None) for i in range(at, old) if i not in matched)


# -- what differs ------------------------------------------------------------------------------


def _row(
    old: Sequence[_Sentence],
    new: Sequence[_Sentence],
    i: int | None,
    j: int | None,
    judge: _Judge,
    *,
    moved: bool,
) -> Row:
    before, after = (None if i is None else old[i]), (None if j is None else new[j])
    if before is None or after is None:
        alone = before or after
        assert alone is not None  # noqa: S101 - a row has one side at least
        found = judge.only(alone, added=before is None)
    else:
        found = judge.changed(before, after)
    return Row(
        kind=_kind(before, after, found),
        moved=moved,
        before=before.span if before else None,
        after=after.span if after else None,
        changes=tuple(found),
    )


def _kind(before: _Sentence | None, after: _Sentence | None, found: Iterable[Change]) -> RowKind:
    if before is None:
        return "added"
    if after is None:
        return "dropped"
    if before.key == after.key:
        return "exact"
    return "near" if all(change.kind == "spelling" for change in found) else "changed"


class _Judge:
    """Tells what kind of change words make."""

    def __init__(
        self, before: Article, after: Article, lexicon: Lexicon, identity: Identity
    ) -> None:
        self._sides = (_Side(before, identity), _Side(after, identity))
        self._lexicon = lexicon

    def changed(self, old: _Sentence, new: _Sentence) -> list[Change]:
        """Return what differs between two tellings of one sentence."""
        found = []
        for i, j, k, m in changes(Indel.opcodes(old.key, new.key)):
            gone, come = old.words[i:j], new.words[k:m]
            kind = self._kind(gone, come)
            found.append(Change(kind, self._cite(0, gone), self._cite(1, come)))
        return found

    def _cite(self, number: int, words: Sequence[_Word]) -> Citation | None:
        if not words:
            return None
        return self._sides[number].article.cite(Span(words[0].span.start, words[-1].span.end))

    def only(self, sentence: _Sentence, *, added: bool) -> list[Change]:
        """Return the numbers and names of a sentence that the other version never has."""
        side, other = self._sides[added], self._sides[not added]
        found = []
        for mark, words in side.amounts.over(sentence.span):
            if words not in other.folded:
                found.append(side.alone("number", mark, added=added))
        for mark, name in side.names.over(sentence.span):
            if name not in other.identities:
                found.append(side.alone("name", mark, added=added))
        return found

    def _kind(self, gone: Sequence[_Word], come: Sequence[_Word]) -> ChangeKind:
        before, after = self._marks(0, gone), self._marks(1, come)
        if before.numbers != after.numbers:
            return "number"
        if before.speakers != after.speakers or before.says != after.says:
            return "attribution"
        if before.names != after.names and (
            (before.names and after.names) or self._is_new(before, after)
        ):
            return "name"
        if before.days != after.days:
            return "date"
        if before.negative != after.negative:
            return "negation"
        same = _same(gone, come) or bool(before.numbers) or bool(before.days)
        if before.titled or after.titled:
            return "spelling" if same else "title"
        return "spelling" if same else "words"

    def _is_new(self, before: _Marks, after: _Marks) -> bool:
        """Tell whether one of the two has a name that the other version never has."""
        old, new = self._sides
        return not before.names <= new.identities or not after.names <= old.identities

    def _marks(self, number: int, words: Sequence[_Word]) -> _Marks:
        """Return what the words hold of all that changes what is said."""
        side = self._sides[number]
        if not words:
            return _Marks()
        cover = Span(words[0].span.start, words[-1].span.end)
        times, said = side.times.over(cover), side.said.over(cover)
        return _Marks(
            numbers=values_in(side.without(cover, times), self._lexicon.numbers),
            speakers=frozenset(speaker for _span, speaker in said if speaker),
            says=any(not speaker for _span, speaker in said),
            names=frozenset(name for _span, name in side.names.over(cover)),
            days=frozenset(f"{time.value} {time.mod or ''}" for _span, time in times),
            negative=self._negative(words),
            titled=bool(side.titles.over(cover)),
        )

    def _negative(self, words: Sequence[_Word]) -> bool:
        negations = self._lexicon.dedupe.negations
        return any(r.form in negations for word in words for r in readings(word.text))


@dataclass(frozen=True, slots=True)
class _Marks:
    """What some words hold of all that changes what is said.

    Attributes:
        speakers: who says it, where the words name him.
        says: whether a verb of saying is among them.
        days: the values of the times.
    """

    numbers: tuple[float, ...] = ()
    speakers: frozenset[str] = frozenset()
    says: bool = False
    names: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    negative: bool = False
    titled: bool = False


Kind = TypeVar("Kind")


class _Marked(Generic[Kind]):
    """Things by the words that they lie on."""

    def __init__(self, things: Iterable[tuple[Span, Kind]]) -> None:
        self._things = sorted(things, key=lambda thing: thing[0])
        self._starts = [span.start for span, _thing in self._things]
        self._longest = max((len(span) for span, _thing in self._things), default=0)

    def over(self, cover: Span) -> list[tuple[Span, Kind]]:
        """Return what shares words with a span, in text order."""
        first = bisect_left(self._starts, cover.start - self._longest)
        end = bisect_left(self._starts, cover.end)
        return [thing for thing in self._things[first:end] if thing[0].overlaps(cover)]


class _Side:
    """One version, with what its words hold."""

    def __init__(self, article: Article, identity: Identity) -> None:
        analysis, text = article.analysis, article.text
        self.article = article
        self.folded = fold(text)
        self.times = _Marked((t.span, t) for t in analysis.times)
        names = [
            (m.span, identity(article, m.entity))
            for m in analysis.mentions
            if m.type in _NAMES and m.entity is not None
        ]
        self.names = _Marked(names)
        self.identities = frozenset(name for _span, name in names)
        self.titles = _Marked((m.span, m) for m in analysis.mentions if m.type == "TITLE")
        amounts = (m.span for m in analysis.mentions if m.type in _AMOUNTS)
        self.amounts = _Marked((span, fold(span.of(text))) for span in amounts)
        self.said = _Marked(_said(article, identity))

    def without(self, cover: Span, times: Sequence[tuple[Span, TimeExpression]]) -> str:
        """Return the words of a span that are in no time expression."""
        parts, at = [], cover.start
        for span, _time in times:
            parts.append(self.article.text[at : max(at, span.start)])
            at = max(at, span.end)
        return " ".join([*parts, self.article.text[at : cover.end]])

    def alone(self, kind: ChangeKind, words: Span, *, added: bool) -> Change:
        """Return the change that words of this version make that the other has none like."""
        citation = self.article.cite(words)
        return Change(kind, None, citation) if added else Change(kind, citation, None)


def _said(article: Article, identity: Identity) -> Iterator[tuple[Span, str]]:
    """Yield who says something, and the verbs of saying with no name: each place once."""
    found: dict[Span, str] = {}
    for event in article.analysis.events:
        said = event.attribution
        if said is None:
            continue
        found[said.cue] = ""
        for speaker in said.speakers:
            named = speaker.entity and identity(article, speaker.entity)
            found[speaker.span] = named or fold(speaker.span.of(article.text))
    yield from found.items()


def _same(gone: Sequence[_Word], come: Sequence[_Word]) -> bool:
    """Tell whether the two may be one thing written in two ways."""
    before, after = (" ".join(word.text for word in words) for words in (gone, come))
    return Indel.normalized_similarity(before, after) >= SPELLING
