"""Passages that are told twice: exact, near and embedded repeats.

No single similarity score is safe: a negation inserted into a paragraph leaves it
99 % alike, while a true copy cut to 60 % is only 76 % alike. So texts are compared
as sequences of folded words (the standard's §1 key). Equal keys are repeats. For
the rest, word shingles that two passages share propose pairs, an alignment of the
words decides, and every word that was changed on the way is looked at.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel, Opcodes

from reader.core.clitics import readings
from reader.core.lexicon.dedupe import DedupeLexicon
from reader.core.numbers import Number
from reader.core.types import (
    Conflict,
    Repetition,
    RepetitionKind,
    Segmentation,
    Span,
    Token,
)

SIMILAR = 0.85  # the standard's guide for "about the same content"
CONTAINED = 0.95  # share of the copy's words found in order in the first copy
MIN_NEAR_WORDS = 8  # shorter passages differ in a word and mean another thing
MIN_CONTAINED_WORDS = 12  # a shorter part of a longer passage is a title or a formula
MIN_SENTENCE_WORDS = 5  # shorter sentences recur by chance
REFERRING_WORDS = 3  # so far into a passage stands a subject that refers back,
MIN_PLAIN_WORDS = 9  # and anywhere in a shorter one a word that does
MAX_ITEM_WORDS = 20  # an item of a list that says more stands by itself
MAX_NEW_SHARE = 0.15  # of the copy's words that the first copy lacks
MAX_CONFLICT_SHARE = 0.08  # more changed words than this is another statement
MIN_CONFLICT_WORDS = 2  # but so many may always change
SPELLING = 0.75  # two words this alike are one word written two ways
SHINGLE = 3  # words
COMMON_SHINGLE = 64  # a shingle in more passages than this proposes none
CANDIDATES = 8  # pairs that are aligned for each passage

Change = tuple[int, int, int, int]
"""Words i to j of the first copy stand as words k to m in the copy: (i, j, k, m)."""

_ITEM = re.compile(r"[-–—*•·▪●]|\(?\d{1,3}\s?[-–.)]")  # how an item of a list begins


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Passage:
    """A paragraph or sentence as the words that it is compared by; `key` their texts."""

    span: Span
    words: tuple[_Word, ...]
    key: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", tuple([word.text for word in self.words]))


def find_repetitions(
    text: str,
    segmentation: Segmentation,
    numbers: Sequence[Number],
    lexicon: DedupeLexicon,
) -> tuple[Repetition, ...]:
    """Return the passages to fold away, in text order.

    Paragraphs are compared first, then the sentences of those that stay. What a
    repetition is a copy of stays, but for sentences of it that were told before.
    A paragraph that says little by itself (a label, an item of a list, one whose
    subject was named before it) is a repeat only beside a paragraph that is one too.
    `numbers` are those of all tokens.
    """
    words = _words(segmentation.tokens, numbers)
    by_sentence = _group(words, segmentation)
    paragraphs = _paragraph_passages(segmentation, by_sentence)
    finder = _Finder(text, lexicon)
    repeats = [finder.paragraph(p) for p in paragraphs]
    settled = {p.span.start for p, r in zip(paragraphs, repeats, strict=True) if r is not None}
    folded = _Context(text, paragraphs, repeats, lexicon).told()
    sentences = _Finder(text, lexicon)
    for index, sentence in enumerate(segmentation.sentences):
        paragraph = segmentation.paragraphs[sentence.paragraph].span
        if paragraph.start in settled:
            continue
        passage = _Passage(sentence.span, tuple(by_sentence[index]))
        repetition = sentences.sentence(passage, whole=sentence.span == paragraph)
        if repetition is not None:
            folded.append(repetition)
    return tuple(sorted(folded, key=lambda r: r.span))


def _words(tokens: Sequence[Token], numbers: Sequence[Number]) -> list[tuple[int, _Word]]:
    """Return (sentence, word) pairs: number words as digits, punctuation dropped."""
    cardinal = {n.first: n for n in numbers if not n.ordinal}
    found, index = [], 0
    while index < len(tokens):
        token, number = tokens[index], cardinal.get(index)
        if number is not None:
            span = Span(token.span.start, number.span.end)
            found.append((token.sentence, _Word(str(number.value), span)))
            index = number.end
            continue
        if token.kind != "punctuation":
            found.append((token.sentence, _Word(token.folded, token.span)))
        index += 1
    return found


def _group(words: Iterable[tuple[int, _Word]], segmentation: Segmentation) -> list[list[_Word]]:
    groups: list[list[_Word]] = [[] for _ in segmentation.sentences]
    for sentence, word in words:
        groups[sentence].append(word)
    return groups


def _paragraph_passages(
    segmentation: Segmentation, by_sentence: list[list[_Word]]
) -> list[_Passage]:
    words: defaultdict[int, list[_Word]] = defaultdict(list)
    for sentence, group in zip(segmentation.sentences, by_sentence, strict=True):
        words[sentence.paragraph].extend(group)
    return [_Passage(p.span, tuple(words[i])) for i, p in enumerate(segmentation.paragraphs)]


class _Context:
    """Tells which repeated paragraphs are told again, and which only look alike."""

    def __init__(
        self,
        text: str,
        passages: Sequence[_Passage],
        repeats: Sequence[Repetition | None],
        lexicon: DedupeLexicon,
    ) -> None:
        self._text = text
        self._passages = passages
        self._repeats = repeats
        self._lexicon = lexicon
        self._number = {p.span.start: index for index, p in enumerate(passages)}

    def told(self) -> list[Repetition]:
        """Return the repetitions that say again what their first copies say."""
        return [
            repeat
            for index, repeat in enumerate(self._repeats)
            if repeat is not None and self._holds(index, repeat)
        ]

    def _holds(self, index: int, repeat: Repetition) -> bool:
        words = self._passages[index].span.of(self._text).strip()
        if words.endswith(":"):
            return self._beside(index, repeat, 1)
        item = _ITEM.match(words) and len(self._passages[index].words) <= MAX_ITEM_WORDS
        if item or (repeat.kind != "exact" and _refers_back(self._passages[index], self._lexicon)):
            return self._beside(index, repeat, 1) or self._beside(index, repeat, -1)
        return True

    def _beside(self, index: int, repeat: Repetition, step: int) -> bool:
        """Tell whether the neighboring paragraph repeats the first copy's neighbor."""
        at = index + step
        neighbor = self._repeats[at] if 0 <= at < len(self._repeats) else None
        return neighbor is not None and (
            self._number[neighbor.of.start] - self._number[repeat.of.start] == step
        )


def _refers_back(passage: _Passage, lexicon: DedupeLexicon) -> bool:
    words = passage.words
    if len(words) >= MIN_PLAIN_WORDS:
        words = words[:REFERRING_WORDS]
    return any(word.text in lexicon.referring for word in words)


class _Finder:
    """Remembers the passages that stay and finds the first copy of each next one."""

    def __init__(self, text: str, lexicon: DedupeLexicon) -> None:
        self._text = text
        self._lexicon = lexicon
        self._compare = Comparison(lexicon)
        self._by_key: dict[tuple[str, ...], _Passage] = {}
        self._kept: list[_Passage] = []
        self._postings: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)

    def paragraph(self, passage: _Passage) -> Repetition | None:
        """Return the repetition that this paragraph is, or keep it as a first copy."""
        if not passage.words:
            return None
        return self._repeat(passage, "near")

    def sentence(self, passage: _Passage, *, whole: bool) -> Repetition | None:
        """Return the repetition that this sentence is, or keep it as a first copy.

        `whole` says that it is all of its paragraph: then it is no embedded repeat.
        """
        if len(passage.words) < MIN_SENTENCE_WORDS or _refers_back(passage, self._lexicon):
            return None
        return self._repeat(passage, "near" if whole else "embedded")

    def _repeat(self, passage: _Passage, kind: RepetitionKind) -> Repetition | None:
        exact = self._exact(passage, kind)
        if exact is not None:
            return exact
        shingles = _shingles(passage.key)
        near = self._near(passage, kind, shingles)
        if near is None:
            self._keep(passage, shingles)
        return near

    def _keep(self, passage: _Passage, shingles: set[tuple[str, ...]]) -> None:
        index = len(self._kept)
        self._kept.append(passage)
        self._by_key.setdefault(passage.key, passage)
        for shingle in shingles:
            self._postings[shingle].append(index)

    def _exact(self, passage: _Passage, kind: RepetitionKind) -> Repetition | None:
        first = self._by_key.get(passage.key)
        if first is None:
            return None
        if kind != "embedded" and passage.span.of(self._text) == first.span.of(self._text):
            kind = "exact"
        return Repetition(passage.span, kind, first.span, 1.0)

    def _near(
        self, passage: _Passage, kind: RepetitionKind, shingles: set[tuple[str, ...]]
    ) -> Repetition | None:
        if len(passage.words) < MIN_NEAR_WORDS:
            return None
        shared: Counter[int] = Counter()
        for shingle in shingles:
            postings = self._postings.get(shingle, ())
            if len(postings) <= COMMON_SHINGLE:
                shared.update(postings)
        for index, _ in shared.most_common(CANDIDATES):
            first = self._kept[index]
            found = self._compare.copy_of(first.key, passage.key)
            if found is not None:
                similarity, changes = found
                conflicts = tuple(_conflict(first, passage, change) for change in changes)
                return Repetition(passage.span, kind, first.span, similarity, conflicts)
        return None


def _shingles(key: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {key[i : i + SHINGLE] for i in range(len(key) - SHINGLE + 1)}


class Comparison:
    """Decides whether one passage is a copy of another, and where they disagree.

    A passage is its words, folded and without punctuation, numbers in digits.
    """

    def __init__(self, lexicon: DedupeLexicon) -> None:
        self._lexicon = lexicon

    def copy_of(
        self, first: Sequence[str], copy: Sequence[str]
    ) -> tuple[float, list[Change]] | None:
        """Return (similarity, conflicts) where `copy` repeats `first`, or None."""
        blocks = Indel.opcodes(first, copy)
        same = sum(b.src_end - b.src_start for b in blocks if b.tag == "equal")
        similarity = 2 * same / (len(first) + len(copy))
        if similarity < SIMILAR and (
            same < CONTAINED * len(copy) or len(copy) < MIN_CONTAINED_WORDS
        ):
            return None
        conflicts, changed, new = self._judge(first, copy, changes(blocks))
        if changed > max(MIN_CONFLICT_WORDS, MAX_CONFLICT_SHARE * len(copy)):
            return None
        if new > max(3, MAX_NEW_SHARE * len(copy)):
            return None
        return round(similarity, 4), conflicts

    def _judge(
        self, first: Sequence[str], copy: Sequence[str], changes: list[Change]
    ) -> tuple[list[Change], int, int]:
        """Return the conflicts, the words in them, and content words that only the copy has."""
        conflicts: list[Change] = []
        changed = new = 0
        for i, j, k, m in changes:
            old, now = first[i:j], copy[k:m]
            if self._disagree(old, now):
                conflicts.append((i, j, k, m))
                changed += max(len(old), len(now))
            else:
                new += sum(self._content(w) for w in now[len(old) :])
        return conflicts, changed, new

    def _content(self, word: str) -> bool:
        return not any(
            r.form in self._lexicon.function or r.form in self._lexicon.reporting
            for r in readings(word)
        )

    def _negative(self, words: Sequence[str]) -> bool:
        negations = self._lexicon.negations
        return any(r.form in negations for word in words for r in readings(word))

    def _disagree(self, old: Sequence[str], now: Sequence[str]) -> bool:
        """Tell whether the changed words change what is said."""
        if self._negative(old) != self._negative(now):
            return True
        old, now = [w for w in old if self._content(w)], [w for w in now if self._content(w)]
        if not old or not now:
            return False
        if [w for w in old if _is_number(w)] != [w for w in now if _is_number(w)]:
            return True
        return not _alike(" ".join(old), " ".join(now))


def _is_number(word: str) -> bool:
    return word[0].isdecimal()


def _alike(a: str, b: str) -> bool:
    return Indel.normalized_similarity(a, b) >= SPELLING


def changes(blocks: Opcodes) -> list[Change]:
    """Merge neighboring deletions and insertions into changes."""
    merged: list[Change] = []
    for block in blocks:
        if block.tag == "equal":
            continue
        i, j, k, m = block.src_start, block.src_end, block.dest_start, block.dest_end
        if merged and merged[-1][1] == i and merged[-1][3] == k:
            merged[-1] = (merged[-1][0], j, merged[-1][2], m)
        else:
            merged.append((i, j, k, m))
    return merged


def _conflict(first: _Passage, copy: _Passage, change: Change) -> Conflict:
    i, j, k, m = change
    return Conflict(_cover(copy, (k, m)), _cover(first, (i, j)))


def _cover(passage: _Passage, words: tuple[int, int]) -> Span:
    """Return the span of the words; of none, that of the word they stand before."""
    start, end = words
    if start == end:
        start = min(start, len(passage.words) - 1)
        end = start + 1
    return Span(passage.words[start].span.start, passage.words[end - 1].span.end)
