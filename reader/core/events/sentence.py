"""One sentence as the finders of events see it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from reader.core.clitics import Reading
from reader.core.events.known import Known, Vocabulary
from reader.core.normalize import letter_start
from reader.core.types import Mention, Sentence, Span, TimeExpression, Token

# What a trigger may not lie in: the words of these name someone or something.
_NAMES = frozenset({"PER", "ORG", "GPE", "LOC", "FAC", "TITLE", "MONEY", "PERCENT"})
_STOPS = frozenset("؛.؟!…:")
_COMMAS = frozenset("،,;-–—()[]")
_QUOTES = frozenset("\"'«»“”‘’")


_NOTHING: frozenset[str] = frozenset()
_Spanned = TypeVar("_Spanned", Mention, TimeExpression)


class Word(NamedTuple):
    """A token and what is known of it.

    Attributes:
        known: what its letters alone say.
        mention: the widest mention that holds it.
        time: the time expression that holds it.
    """

    token: Token
    known: Known
    mention: Mention | None
    time: TimeExpression | None

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The ways to read it; none of what is no word."""
        return self.known.readings


class SentenceWords:
    """The words of one sentence; indices count from its first token."""

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        tokens: Sequence[Token],
        vocabulary: Vocabulary,
        mentions: Sequence[Mention],
        times: Sequence[TimeExpression],
    ) -> None:
        self.text = text
        self.sentence = sentence
        self.lexicon = vocabulary.lexicon
        self.mentions = mentions
        self.times = times
        self._size = len(tokens)
        self._ends = [token.span.end for token in tokens]
        self._folded = [token.folded for token in tokens]
        self._are_words = [token.kind != "punctuation" for token in tokens]
        known = [vocabulary.of(token, text) for token in tokens]
        held = self._by_word(sorted(mentions, key=lambda m: -len(m.span)), tokens)
        timed = self._by_word(times, tokens)
        self.words = list(map(Word, tokens, known, held, timed))
        self._kinds = [word.kinds for word in known]
        self._clause_ends: dict[bool, list[int]] = {}
        self._clause_starts: dict[bool, list[int]] = {}

    def __len__(self) -> int:
        return self._size

    def _by_word(self, items: Iterable[_Spanned], tokens: Sequence[Token]) -> list[_Spanned | None]:
        """Return for each word the first of `items` that holds some of it."""
        found: list[_Spanned | None] = [None] * self._size
        for item in items:
            at = self.index_at(item.span.start)
            while at < self._size and tokens[at].span.start < item.span.end:
                found[at] = found[at] or item
                at += 1
        return found

    # -- one word -------------------------------------------------------------------------
    def folded(self, at: int) -> str:
        """Return the folded word, or an empty string past either end."""
        return self._folded[at] if 0 <= at < self._size else ""

    def bare(self, at: int) -> str:
        """Return the folded word without و and ف, or an empty string past either end."""
        return self.words[at].known.bare if 0 <= at < self._size else ""

    def start(self, at: int) -> int:
        """Return the offset at which the word starts in the text."""
        return self.words[at].token.span.start

    def is_a(self, at: int, kind: str) -> bool:
        """Tell whether the word is one of the function words of `kind`."""
        return 0 <= at < self._size and kind in self._kinds[at]

    def is_any(self, at: int, kinds: frozenset[str]) -> bool:
        """Tell whether the word is one of the function words of any of `kinds`."""
        return 0 <= at < self._size and not kinds.isdisjoint(self._kinds[at])

    def has_a(self, at: int, kind: str) -> bool:
        """Tell whether the word less its clitics may be one of the words of `kind`."""
        known = self.lexicon.grammar[kind]
        return self.is_word(at) and any(r.stem in known for r in self.words[at].readings)

    def is_word(self, at: int) -> bool:
        """Tell whether there is a word or number at the index."""
        return 0 <= at < self._size and self._are_words[at]

    def is_stop(self, at: int) -> bool:
        """Tell whether the token ends a clause for good: a full stop, a colon."""
        return self.folded(at) in _STOPS

    def is_comma(self, at: int) -> bool:
        """Tell whether the token is a comma, a dash or a bracket."""
        return self.folded(at) in _COMMAS

    def breaks(self, at: int) -> bool:
        """Tell whether the word opens another clause: «بينما», «غير أن» but not «غير مباشر»."""
        if not self.is_a(at, "breaker"):
            return False
        return not self.is_a(at, "adjective") or self.is_a(at + 1, "complement")

    def is_quote(self, at: int) -> bool:
        """Tell whether the token is a quotation mark."""
        return self.folded(at) in _QUOTES

    def joined(self, at: int) -> bool:
        """Tell whether the word begins with a letter that is its conjunction و or ف, maybe."""
        return 0 <= at < self._size and self.words[at].known.joined

    def stems(self, at: int) -> frozenset[str]:
        """Return what the word may be less its clitics, its article and its endings."""
        return self.words[at].known.stems if 0 <= at < self._size else _NOTHING

    def has_stem(self, at: int, stem: str) -> bool:
        """Tell whether `stem`, with an article or without, is what the word may be."""
        return stem.removeprefix("ال") in self.stems(at)

    def definite(self, at: int) -> bool:
        """Tell whether some reading of the word bears the article."""
        return 0 <= at < self._size and self.words[at].known.definite

    def mention(self, at: int) -> Mention | None:
        """Return the widest mention that holds the word."""
        return self.words[at].mention if 0 <= at < self._size else None

    def in_name(self, at: int) -> bool:
        """Tell whether the word is part of a name, a role, a time or a sum."""
        word = self.words[at]
        mention = word.mention
        return word.time is not None or (mention is not None and mention.type in _NAMES)

    def span_of(self, at: int, letters: int = 0) -> Span:
        """Return the span of a word less its first folded letters."""
        span = self.words[at].token.span
        if not letters:
            return span
        return Span(span.start + letter_start(span.of(self.text), letters), span.end)

    def unjoined(self, at: int) -> str:
        """Return a word as it is written, without و and ف."""
        return self.span_of(at, len(self.folded(at)) - len(self.bare(at))).of(self.text)

    def index_at(self, offset: int) -> int:
        """Return the index of the first token that ends after `offset`."""
        return bisect_right(self._ends, offset)

    # -- clauses --------------------------------------------------------------------------
    def clause_end(self, at: int, *, commas: bool = True) -> int:
        """Return where the clause that holds word `at` ends, exclusive.

        A pair of commas around a source or an apposition is stepped over only where
        `commas` is false.
        """
        if commas not in self._clause_ends:
            self._clause_ends[commas] = self._find_ends(commas=commas)
        return self._clause_ends[commas][at + 1]

    def _find_ends(self, *, commas: bool) -> list[int]:
        """Return for each index where a clause ends that goes on to it."""
        ends = [self._size] * (self._size + 1)
        for index in range(self._size - 1, -1, -1):
            aside: int | None = index
            if self._closes(index):
                aside = None
            elif commas and self._folded[index] in _COMMAS:
                aside = self._aside_end(index)
            ends[index] = index if aside is None else ends[aside + 1]
        return ends

    def _closes(self, at: int) -> bool:
        """Tell whether no clause goes on to the word: a stop or what opens another clause."""
        return self._folded[at] in _STOPS or ("breaker" in self._kinds[at] and self.breaks(at))

    def _aside_end(self, comma: int) -> int | None:
        """Return the comma that ends «، بحسب الوثيقة،» or «، أمس الأربعاء،», if any."""
        if self.bare(comma + 1) not in self.lexicon.sources:
            end = comma + 1
            while end < len(self) and self.words[end].time is not None:
                end += 1
            return end if end > comma + 1 and self.is_comma(end) else None
        ahead = range(comma + 2, min(len(self), comma + 10))
        return next((i for i in ahead if self.is_comma(i)), None)

    def clause_start(self, at: int, *, commas: bool = True) -> int:
        """Return the index of the first word of the clause that holds word `at`."""
        if commas not in self._clause_starts:
            self._clause_starts[commas] = self._find_starts(commas=commas)
        return self._clause_starts[commas][at]

    def _find_starts(self, *, commas: bool) -> list[int]:
        """Return for each index where the clause that holds it starts."""
        starts = [0] * (self._size + 1)
        marks = _STOPS | _COMMAS if commas else _STOPS
        for index in range(1, self._size + 1):
            opens = self._folded[index - 1] in marks or self.breaks(index)
            starts[index] = index if opens else starts[index - 1]
        return starts
