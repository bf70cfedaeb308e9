"""One sentence as the finders of events see it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.core.clitics import Reading, readings
from reader.core.events.inflect import without_pronoun
from reader.core.lexicon.events import EventLexicon
from reader.core.normalize import letter_start
from reader.core.types import Mention, Sentence, Span, TimeExpression, Token

# What a trigger may not lie in: the words of these name someone or something.
_NAMES = frozenset({"PER", "ORG", "GPE", "LOC", "FAC", "TITLE", "MONEY", "PERCENT"})
_STOPS = frozenset("؛.؟!…:")
_COMMAS = frozenset("،,;-–—()[]")
_PLURALS = frozenset({"ون", "ين", "ات"})
_QUOTES = frozenset("\"'«»“”‘’")


@dataclass(frozen=True, slots=True)
class Word:
    """A token and what is known of it.

    Attributes:
        bare: the folded word without a leading و or ف that is a conjunction; which
            it is can only be known for function words, so `bare` serves those.
        mention: the widest mention that holds it.
        time: the time expression that holds it.
    """

    token: Token
    bare: str
    readings: tuple[Reading, ...]
    mention: Mention | None
    time: TimeExpression | None


@lru_cache(maxsize=16384)
def _stems(folded: str) -> frozenset[str]:
    found: set[str] = set()
    for reading in readings(folded):
        found |= {reading.stem, reading.form}
        if not reading.definite:
            found.update(without_pronoun(reading.stem))
        if len(reading.stem) > 4:
            ending = reading.stem[-2:]
            found.add(reading.stem[:-2] if ending in _PLURALS else reading.stem.removesuffix("ا"))
    return frozenset(found)


class SentenceWords:
    """The words of one sentence; indices count from its first token."""

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        tokens: Sequence[Token],
        lexicon: EventLexicon,
        mentions: Sequence[Mention],
        times: Sequence[TimeExpression],
    ) -> None:
        self.text = text
        self.sentence = sentence
        self.lexicon = lexicon
        self.mentions = mentions
        self.times = times
        self.words = [self._word(token) for token in tokens]
        self._size = len(self.words)

    def __len__(self) -> int:
        return self._size

    def _word(self, token: Token) -> Word:
        found = readings(token.folded) if token.kind == "word" else ()
        holding = [m for m in self.mentions if m.span.overlaps(token.span)]
        widest = max(holding, key=lambda m: len(m.span), default=None)
        time = next((t for t in self.times if t.span.overlaps(token.span)), None)
        return Word(token, self._without_conjunction(token.folded), found, widest, time)

    def _without_conjunction(self, folded: str) -> str:
        if folded[:1] not in {"و", "ف"}:
            return folded
        rest = folded[1:]
        known = any(rest in words for words in self.lexicon.grammar.values())
        known = known or rest in self.lexicon.operators or rest in self.lexicon.sources
        return rest if known else folded

    # -- one word -------------------------------------------------------------------------
    def folded(self, at: int) -> str:
        """Return the folded word, or an empty string past either end."""
        return self.words[at].token.folded if 0 <= at < self._size else ""

    def bare(self, at: int) -> str:
        """Return the folded word without و and ف, or an empty string past either end."""
        return self.words[at].bare if 0 <= at < self._size else ""

    def start(self, at: int) -> int:
        """Return the offset at which the word starts in the text."""
        return self.words[at].token.span.start

    def is_a(self, at: int, kind: str) -> bool:
        """Tell whether the word is one of the function words of `kind`."""
        return 0 <= at < self._size and self.words[at].bare in self.lexicon.grammar[kind]

    def has_a(self, at: int, kind: str) -> bool:
        """Tell whether the word less its clitics may be one of the words of `kind`."""
        known = self.lexicon.grammar[kind]
        return self.is_word(at) and any(r.stem in known for r in self.words[at].readings)

    def is_word(self, at: int) -> bool:
        """Tell whether there is a word or number at the index."""
        return 0 <= at < self._size and self.words[at].token.kind != "punctuation"

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
        word = self.folded(at)
        if word[:1] not in {"و", "ف"} or len(word) <= 3:
            return False
        whole = self.lexicon.grammar["unjoined"]
        bare = any(stem in whole for stem in without_pronoun(word))
        return word not in whole and not bare and not self._owns(word)

    def _owns(self, word: str) -> bool:
        """Tell whether the first letter is the word's own, «وقعت»: without it none is known."""
        tables = (self.lexicon.finite, self.lexicon.forms, self.lexicon.nouns)
        known = any(word in table for table in tables)
        return known and not any(word[1:] in table for table in tables)

    def stems(self, at: int) -> frozenset[str]:
        """Return what the word may be less its clitics, its article and its endings."""
        return _stems(self.folded(at))

    def has_stem(self, at: int, stem: str) -> bool:
        """Tell whether `stem`, with an article or without, is what the word may be."""
        return stem.removeprefix("ال") in self.stems(at)

    def definite(self, at: int) -> bool:
        """Tell whether some reading of the word bears the article."""
        return any(r.definite for r in self.words[at].readings) if self.is_word(at) else False

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

    def index_at(self, offset: int) -> int:
        """Return the index of the first token that ends after `offset`."""
        return bisect_right(self.words, offset, key=lambda word: word.token.span.end)

    # -- clauses --------------------------------------------------------------------------
    def clause_end(self, at: int, *, commas: bool = True) -> int:
        """Return where the clause that holds word `at` ends, exclusive.

        A pair of commas around a source or an apposition is stepped over only where
        `commas` is false.
        """
        index = at + 1
        while index < len(self):
            if self.is_stop(index) or self.breaks(index):
                return index
            if commas and self.is_comma(index):
                aside = self._aside_end(index)
                if aside is None:
                    return index
                index = aside
            index += 1
        return index

    def _aside_end(self, comma: int) -> int | None:
        """Return the comma that ends «، بحسب الوثيقة،», or None where none is opened."""
        if self.bare(comma + 1) not in self.lexicon.sources:
            return None
        ahead = range(comma + 2, min(len(self), comma + 10))
        return next((i for i in ahead if self.is_comma(i)), None)

    def clause_start(self, at: int, *, commas: bool = True) -> int:
        """Return the index of the first word of the clause that holds word `at`."""
        index = at
        while index > 0:
            if self.is_stop(index - 1) or (commas and self.is_comma(index - 1)):
                return index
            if self.breaks(index):
                return index
            index -= 1
        return index
