"""A sentence's words as the finders of names see them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.clitics import ARTICLE, Reading, readings
from reader.core.lexicon.entities import EntityLexicon, Name
from reader.core.normalize import fold, letter_start
from reader.core.types import EntityType, Span, Token

_BESIDE = 4  # words
_TANWIN = frozenset("\u064b\u064c\u064d")
_LONG_PRONOUNS = ("ها", "هم", "هما", "هن")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be a mention; token indices count in the whole segmentation.

    Attributes:
        key: mentions with one key name one thing; None where only the words tell.
        name: the gazetteer's row, if that is what found it.
        priority: where two candidates cut into each other, the higher one stays.
    """

    first: int
    end: int
    span: Span
    type: EntityType
    rule: str
    confidence: float
    priority: float
    name: Name | None = None


class Words:
    """All tokens that are read, with their readings, and the gazetteer's matches.

    Attributes:
        text: the document's text.
        tokens: of all sentences that are read.
        blocked: token indices that a time expression holds.
    """

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        lexicon: EntityLexicon,
        blocked: frozenset[int],
    ) -> None:
        self.text = text
        self._has_ta_marbuta = "ة" in text
        self.tokens = tokens
        self.lexicon = lexicon
        self.blocked = blocked
        self._kinds: defaultdict[str, dict[str, bool]] = defaultdict(dict)
        self._readings = [readings(t.folded) if t.kind == "word" else () for t in tokens]

    def __len__(self) -> int:
        return len(self.tokens)

    def readings(self, index: int) -> tuple[Reading, ...]:
        """Return the readings of token `index`; none past the end or of no word."""
        return self._readings[index] if 0 <= index < len(self.tokens) else ()

    def folded(self, index: int) -> str:
        """Return the folded token, or an empty string past either end."""
        return self.tokens[index].folded if 0 <= index < len(self.tokens) else ""

    def same_sentence(self, a: int, b: int) -> bool:
        """Tell whether both indices are tokens of one sentence."""
        inside = 0 <= a < len(self.tokens) and 0 <= b < len(self.tokens)
        return inside and self.tokens[a].sentence == self.tokens[b].sentence

    def has(self, index: int, kind: str) -> bool:
        """Tell whether the token, as written, is one of the cue words of `kind`."""
        return self.folded(index) in self.lexicon.words[kind]

    def reads_as(self, index: int, kind: str) -> bool:
        """Tell whether some reading of the token is one of the cue words of `kind`."""
        word = self.folded(index)
        known = self._kinds[kind].get(word)
        if known is None:
            wanted = self.lexicon.words[kind]
            known = any(r.form in wanted or r.stem in wanted for r in self.readings(index))
            self._kinds[kind][word] = known
        return known

    def is_common(self, index: int) -> bool:
        """Tell whether the token, as written, is mostly no name, or a function word."""
        folded = self.folded(index)
        return folded in self.lexicon.common or folded in self.lexicon.words["function"]

    def definite(self, index: int) -> bool:
        """Tell whether the token, as written, bears the article."""
        return self.folded(index).startswith(ARTICLE) and len(self.folded(index)) > 3

    def has_tanwin(self, index: int) -> bool:
        """Tell whether the token is written with tanwin, as names of places are not: «حزامًا»."""
        return not _TANWIN.isdisjoint(self.tokens[index].span.of(self.text))

    def is_suffixed(self, index: int) -> bool:
        """Tell whether the token seems to end in a pronoun: «معها», «دوره» for «دورة».

        Where the text has no ة at all, an ه may stand for one.
        """
        word = self.tokens[index].span.of(self.text)
        if word.endswith(_LONG_PRONOUNS):
            return True
        if not word.endswith("ه") or not self._has_ta_marbuta:
            return False
        return word.endswith("ته") or self.folded(index)[:-1] in self.lexicon.common

    def offset(self, index: int, letters: int) -> int:
        """Return the offset in the text of the folded letter `letters` of a token."""
        span = self.tokens[index].span
        if not letters:
            return span.start
        return span.start + letter_start(span.of(self.text), letters)

    def span(self, first: int, end: int, letters: int = 0) -> Span:
        """Return the span of tokens first to end (exclusive), less leading letters."""
        return Span(self.offset(first, letters), self.tokens[end - 1].span.end)

    def adjacent(self, index: int) -> bool:
        """Tell whether nothing stands between token `index` and the next one."""
        tokens = self.tokens
        return index + 1 < len(tokens) and tokens[index].span.end == tokens[index + 1].span.start


def is_word_here(words: Words, name: str, index: int) -> bool:
    """Tell whether a place's name is a common word at `index`, by those beside: «سيول جارفة»."""
    others = words.lexicon.homographs.get(name)
    if others is None:
        return False
    near = [at for at in range(index - _BESIDE, index + _BESIDE + 1) if at != index]
    if words.reads_as(index - 1, "place_cue") or words.has(index - 1, "within"):
        near = [index + 1]  # «في سيول جارفة»
    return any(
        words.same_sentence(index, at)
        and any(r.stem in others or r.form in others for r in words.readings(at))
        for at in near
    )


def spans_by_token(tokens: Sequence[Token], spans: Sequence[Span]) -> frozenset[int]:
    """Return the indices of the tokens that lie in one of the spans (in text order)."""
    inside: set[int] = set()
    at = 0
    for index, token in enumerate(tokens):
        while at < len(spans) and spans[at].end <= token.span.start:
            at += 1
        if at < len(spans) and spans[at].overlaps(token.span):
            inside.add(index)
    return frozenset(inside)


def name_key(text: str) -> str:
    """Return the key that spellings of one name share."""
    return " ".join(fold(text).split())
