"""Words as the index knows them.

The key of a word is the word folded (`reader.core.normalize`) without its article and what is
written before that: «وبالمحادثات», «المُحادثات» and «محادثات» have one key. Letters before a word
without an article may be the word's own («وزير», «بلاد») and stay: a question asks for its words
with each of them as well (`written`), and with «لل», which hides an article or not.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache

from reader.core.clitics import readings
from reader.core.normalize import TATWEEL, fold
from reader.core.types import Span

# Marks and tatweel stand within words; what fold drops of them need not be known here.
_WORD = re.compile(
    rf"[^\W_](?:[^\W_]|[{TATWEEL}\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d])*"
)
_FOLDED_WORD = re.compile(r"[^\W_]+")
_BEFORE = ("", "و", "ب", "ل", "ك", "ف", "وب", "ول", "وك", "فب", "فل")
_BEFORE_ARTICLE = ("لل", "ولل", "فلل")  # which it loses its ا to
_LONGEST = 60  # letters of a key; a longer word is no word


@lru_cache(maxsize=65536)
def key(folded: str) -> str:
    """Return the key of a folded word.

    >>> key("وبالمحادثات"), key("ومحادثات"), key("والد"), key("الاب"), key("للجنه")
    ('محادثات', 'ومحادثات', 'والد', 'اب', 'للجنه')
    """
    word = folded[:_LONGEST]
    defined = [r for r in readings(word) if r.definite and not r.proclitics.endswith("ل")]
    return defined[-1].stem if defined else word


def keys(text: str) -> list[str]:
    """Return the keys of the words of a text, in order."""
    return [key(word) for word in _FOLDED_WORD.findall(fold(text))]


def indexed(text: str) -> str:
    """Return what the index is fed with for a text."""
    return " ".join(keys(text))


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Return what changes where words get other keys: an index of other keys is made anew."""
    letters = "".join(map(chr, (*range(0x30, 0x250), *range(0x600, 0x700), *range(0xFB50, 0xFF00))))
    sample = f"{' '.join(letters)} والكتاب وبالكتاب فللكتاب كالكتاب مُحادثـات"
    return hashlib.blake2b(indexed(sample).encode(), digest_size=8).hexdigest()


def located(text: str) -> Iterator[tuple[str, Span]]:
    """Yield each word's key and where it stands in the text."""
    for found in _WORD.finditer(text):
        for word in _FOLDED_WORD.findall(fold(found.group())):
            yield key(word), Span(found.start(), found.end())


@lru_cache(maxsize=1024)
def written(asked: str) -> tuple[str, ...]:
    """Return the keys that a word may have in a text, by the key that it was asked for with.

    >>> written("محادثات")[:5]
    ('محادثات', 'ومحادثات', 'بمحادثات', 'لمحادثات', 'كمحادثات')
    """
    bare = [asked]
    if asked.startswith("لل") and len(asked) > 3:
        bare = [asked[2:], asked[1:]]
    found = [before + word for before in _BEFORE for word in bare]
    found += [before + word for before in _BEFORE_ARTICLE for word in bare if word[0] != "ل"]
    if asked[0] == "و" and len(asked) > 3:
        found.append(asked[1:])
    return tuple(dict.fromkeys(found))
