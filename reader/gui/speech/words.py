"""The words of a passage as a voice is given them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.types import Span

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
