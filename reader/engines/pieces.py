"""Words as the pieces that the encoder reads: SentencePiece's unigram model, word by word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import product

from reader.core.normalize import TATWEEL

START, PAD, END, UNKNOWN = range(4)
_SPACE = "▁"
_LONGEST = 40  # letters of a word that are read; no word of the language has more
_MOST = 12  # pieces of a word that the encoder sees
_REMEMBERED = 100_000
_BEGUN = -1  # letters that begin a piece and are none
_UNKNOWN_COST = 10.0  # below the worst piece, as SentencePiece has it
_LETTERS = {"ی": "ي", "ک": "ك", "ھ": "ه", "ہ": "ه"}
# What may stand before a hamza that the writer left off: «وبالامس», «لان».
_BEFORE_ALEF = frozenset(
    conjunction + preposition + article
    for conjunction, preposition, article in product(
        ("", "و", "ف"), ("", "ب", "ل", "ك"), ("", "ال")
    )
) | {"لل", "ولل", "فلل"}
_HAMZAS = "أإا"


class _Spelling(dict[int, str]):
    """A translation table that learns each character at its first meeting.

    Unlike the comparison key it keeps hamzas and ة ى: the encoder knows them.
    """

    def __missing__(self, code: int) -> str:
        self[code] = spelled = _spelled(chr(code))
        return spelled


def _spelled(char: str) -> str:
    category = unicodedata.category(char)
    if char == TATWEEL or category in {"Mn", "Me", "Cf", "Cs"}:
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    if "\ufb50" <= char <= "\ufeff":
        return "".join(c for c in unicodedata.normalize("NFKC", char) if c != " ")
    return _LETTERS.get(char, char)


_SPELLING = _Spelling()


class Pieces:
    """Cuts words into pieces.

    Attributes:
        pieces: texts by number, the special ones first.
        scores: their log probabilities.
    """

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        own = {piece: n for n, piece in enumerate(pieces) if n > UNKNOWN}
        begun = {piece[:end] for piece in own for end in range(1, len(piece))}
        self._numbers = dict.fromkeys(begun, _BEGUN) | own
        self._scores = scores
        self._unknown = min(scores) - _UNKNOWN_COST
        self._known: dict[tuple[str, bool], tuple[int, ...]] = {}

    def of(self, word: str, *, restore: bool = False) -> tuple[int, ...]:
        """Return the pieces of one word, at least one.

        With `restore` a word of a text without hamzas is read as it is likely spelled with
        them: «اعلن» as «أعلن».
        """
        key = (word if len(word) <= _LONGEST else word[:_LONGEST], restore)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            spelled = key[0].translate(_SPELLING)[:_LONGEST]
            forms = _spellings(spelled) if restore else (spelled,)
            _, found = max((self._cut(_SPACE + form) for form in forms), key=lambda cut: cut[0])
            self._known[key] = found = found[:_MOST]
        return found

    def _cut(self, text: str) -> tuple[float, tuple[int, ...]]:
        """Return the likeliest cut and its score."""
        size = len(text)
        best = [float("-inf")] * (size + 1)
        best[0] = 0.0
        back = [(0, UNKNOWN)] * (size + 1)
        numbers, scores = self._numbers, self._scores
        for start in range(size):
            so_far = best[start]
            for end in range(start + 1, size + 1):
                number = numbers.get(text[start:end])
                if number is None:
                    break
                if number != _BEGUN and so_far + scores[number] > best[end]:
                    best[end] = so_far + scores[number]
                    back[end] = (start, number)
            if so_far + self._unknown > best[start + 1]:
                best[start + 1] = so_far + self._unknown
                back[start + 1] = (start, UNKNOWN)
        pieces: list[int] = []
        at = size
        while at:
            at, number = back[at]
            pieces.append(number)
        return best[size], tuple(reversed(pieces))


def _spellings(word: str) -> Iterator[str]:
    """Yield the word as written, and with the hamza that may have been left off an alef."""
    yield word
    for at, letter in enumerate(word[:5]):
        if letter == "ا" and word[:at] in _BEFORE_ALEF and len(word) - at > 1:
            for hamza in _HAMZAS[:2]:
                yield word[:at] + hamza + word[at + 1 :]


def lacks_hamzas(words: Sequence[str]) -> bool:
    """Tell whether a text is written without hamzas on its alefs, as some agencies do."""
    bare = sum(word in _OFTEN for word in words)
    return bare > 4 * sum("أ" in word or "إ" in word for word in words)


_OFTEN = frozenset(("ان", "الى", "او", "اي", "اكد", "اعلن", "انه", "اذا", "لان", "بان"))
