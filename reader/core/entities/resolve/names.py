"""A mention's words as names are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.core.clitics import ARTICLE
from reader.core.entities.words import Candidate, Words
from reader.core.normalize import fold

_WORD = re.compile(r"\w+")
_SERVANT = "عبد"
_FOLDED_FATHER = frozenset({"ابو", "ابي", "ابا"})


def name_words(text: str) -> list[str]:
    """Return the folded words of a name, without quotation marks and hyphens."""
    return _WORD.findall(fold(text))


def shown(words: Words, candidate: Candidate) -> str:
    """Return the words as a name by itself: ال restored after «لل»."""
    text = candidate.span.of(words.text)
    folded = fold(text)
    if folded.startswith("ل") and words.folded(candidate.first).endswith("ل" + folded.split()[0]):
        return "ال" + text[1:]
    return text


def bare(word: str) -> str:
    """Return a folded word without the article."""
    return word[2:] if word.startswith(ARTICLE) and len(word) > 3 else word


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's name, its titles left out.

    «عبد الرحمن» is one part, spaced or not; so are «فون دير لايين», «أبو زيد» and «بن لادن».

    Attributes:
        tail: the last word, where that alone may stand for the last part: «لايين», «زيد»,
            but neither «سلمان» of «بن سلمان» nor «الرحمن»; otherwise the last part.
    """

    parts: tuple[str, ...]
    tail: str

    @property
    def key(self) -> str:
        """Return the parts as one string."""
        return " ".join(self.parts)


def person_name(words: Words, name: list[str]) -> PersonName:
    """Read a name's words as the parts of a person's name."""
    parts: list[str] = []
    tail = ""
    at = _after_titles(words, name)
    while at < len(name):
        father = name[at] in _FOLDED_FATHER and at + 1 < len(name)
        part, end = "ابو" if father else name[at], at + 1
        while end < len(name) and _joins(words, name, end - 1, inside=bool(parts)):
            part += (" " if _is_patronymic(words, name[end - 1]) else "") + name[end]
            end += 1
        parts.append(part)
        tail = part if _is_whole(words, name[at], name[end - 1]) else name[end - 1]
        at = end
    return PersonName(tuple(parts), tail)


def _is_whole(words: Words, first: str, last: str) -> bool:
    """Tell whether the last word does not stand for the part: it is a name of its own."""
    of_father = _is_patronymic(words, first) and last in words.lexicon.known_parts
    return of_father or first == _SERVANT


def _is_patronymic(words: Words, word: str) -> bool:
    return word in words.lexicon.words["patronymic"]


def _joins(words: Words, name: list[str], at: int, *, inside: bool) -> bool:
    """Tell whether the word makes one part with the next.

    The particle of a foreign surname does after a first name, or where only that
    surname is left; it may also be the first name itself («دو سونغ كيم»).
    """
    kinds = words.lexicon.words
    word = name[at]
    if word in kinds["joined_part"] or word in kinds["patronymic"]:
        return True
    if inside and word in kinds["inner_patronymic"]:
        return True
    alone = all(before in kinds["foreign_particle"] for before in name[:-1])
    return word in kinds["foreign_particle"] and (inside or alone)


def _after_titles(words: Words, name: list[str]) -> int:
    """Return where the name begins: after «الرئيس», «نظيره», or a verb such as «كان»."""
    at = 0
    while at < len(name) - 1 and _is_before_name(words, name[at]):
        at += 1
    return at


def _is_before_name(words: Words, word: str) -> bool:
    kinds = words.lexicon.words
    title = word.startswith(ARTICLE) and word[2:] in words.lexicon.titles
    verb = word.removeprefix("و") in kinds["saying"] or word in kinds["inner_patronymic"]
    return title or verb or word in kinds["function"]


def place_name(words: Words, name: list[str]) -> list[str]:
    """Return a place's name without «مدينة» and its like."""
    heads = words.lexicon.words["place_head"]
    return name[1:] if len(name) > 1 and name[0] in heads else name
