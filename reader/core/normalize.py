"""Text as it is compared: folded, with a map back to the original offsets.

The key is the annotation standard's §1: diacritics and tatweel dropped;
أ إ آ ٱ → ا, ى → ي, ة → ه, ؤ → و, ئ → ي; Arabic digits → ASCII. Presentation
forms fold to the letters that they present; invisible format characters
(bidi controls, joiners, the byte order mark) are dropped. Nothing that is
shown to the user is folded text.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from reader.core.types import Span

# Farsi yeh and keheh stand for ي and ك in text typed on other keyboards.
_LETTERS = str.maketrans("أإآٱىةؤئیکھہ", "اااايهوييكهه")
TATWEEL = "\u0640"


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    category = unicodedata.category(char)
    if char == TATWEEL or category in {"Mn", "Me", "Cf"}:
        return ""
    if category == "Cs":
        return "\ufffd"  # half a character, which no library takes
    if category == "Nd":
        return str(unicodedata.digit(char))
    presented = unicodedata.normalize("NFKC", char) if "\ufb50" <= char <= "\ufeff" else char
    lower = presented.lower()
    kept = "".join(c for c in lower if unicodedata.category(c) != "Mn" and c != TATWEEL)
    return kept.translate(_LETTERS)


class _FoldTable(dict[int, str]):
    """A translation table that learns each character at its first meeting."""

    def __missing__(self, code: int) -> str:
        folded = _fold_char(chr(code))
        self[code] = folded
        return folded


_TABLE = _FoldTable()


def fold(text: str) -> str:
    """Fold `text` for comparison; the length may change."""
    return text.translate(_TABLE)


@lru_cache(maxsize=1 << 14)
def fold_word(word: str) -> str:
    """Fold one word of running text, where the same words come again and again."""
    return fold(word)


@dataclass(frozen=True, slots=True)
class FoldedText:
    """Folded text and where each of its characters came from.

    `origin[i]` is the offset in the original of folded character i, and
    `origin[len(text)]` is the length of the original.
    """

    text: str
    origin: tuple[int, ...] | range

    def start_of(self, index: int) -> int:
        """Return the original offset of the folded character at `index`."""
        return self.origin[index]

    def end_of(self, index: int) -> int:
        """Return the original end offset of a folded range that ends at `index`.

        Marks that follow the last character belong to it: the range runs up to
        the next character that was kept. So does the rest of a ligature.
        """
        if not index:
            return 0
        while index < len(self.origin) - 1 and self.origin[index] == self.origin[index - 1]:
            index += 1
        return self.origin[index]


def fold_with_map(text: str) -> FoldedText:
    """Fold `text` and keep the way back to its offsets."""
    folded = fold(text)
    odd = "".join(char for char in set(text) if len(_TABLE[ord(char)]) != 1)
    if not odd:
        return FoldedText(folded, range(len(text) + 1))
    origin: list[int] = []
    done = 0
    for found in re.finditer(f"[{re.escape(odd)}]", text):
        at = found.start()
        origin.extend(range(done, at))
        origin.extend([at] * len(_TABLE[ord(text[at])]))
        done = at + 1
    origin.extend(range(done, len(text) + 1))
    return FoldedText(sys.intern(folded) if len(folded) < 64 else folded, tuple(origin))


@lru_cache(maxsize=16384)
def letter_start(word: str, letters: int) -> int:
    """Return the offset in `word` of what follows its first folded letters."""
    return fold_with_map(word).start_of(letters)


def find_folded(text: str, query: str, *, ignore_article: bool = False) -> tuple[Span, ...]:
    """Return where `text` has the words of `query` by the comparison key, in order.

    Hits do not overlap, and marks on their last letter belong to them. Any white space
    matches any other. With `ignore_article` the words of both may have ال or not. A blank
    query has no hits.
    """
    words = fold(query).split()
    if ignore_article:
        words = [w[2:] if w.startswith("ال") and len(w) > 3 else w for w in words]
    if not words:
        return ()
    gap = r"\s+(?:ال)?" if ignore_article else r"\s+"
    folded = fold_with_map(text)
    found: list[Span] = []
    for hit in re.finditer(gap.join(re.escape(word) for word in words), folded.text):
        span = Span(folded.start_of(hit.start()), folded.end_of(hit.end()))
        if not found or found[-1].end <= span.start:  # two hits may share a ligature
            found.append(span)
    return tuple(found)
