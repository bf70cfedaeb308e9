"""The words of a passage as a voice is given them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from reader.core.types import Span
from reader.gui.offsets import Offsets

_WORD = re.compile(r"\S+")
# Tatweel, which makes espeak-ng shorten the vowel beside it, and what has no sound at all:
# control characters, soft hyphens, marks of direction.
_SILENT = re.compile(
    "[\u0640\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its place in the passage, and its letters that sound."""

    span: Span
    sound: str


def words_of(passage: str) -> tuple[Word, ...]:
    """Return the words that sound, in order; none where there is nothing to pronounce."""
    found = (Word(Span(*m.span()), _SILENT.sub("", m[0])) for m in _WORD.finditer(passage))
    words = tuple(word for word in found if word.sound)
    return words if any(map(str.isalnum, joined(words))) else ()


def joined(words: Sequence[Word]) -> str:
    """Return what the voice is given, a blank between two words."""
    return " ".join(word.sound for word in words)


def word_at(words: Sequence[Word], position: int) -> Word:
    """Return the word at a UTF-16 position of what `joined` returns; the last one after it."""
    offset = Offsets(joined(words)).to_code_point(position)
    starts = list(accumulate(len(word.sound) + 1 for word in words[:-1]))
    return words[bisect_right(starts, offset)]
