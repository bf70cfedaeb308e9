"""The ways to read a written word as proclitics and a bare word.

Arabic writes و ف ب ل ك س and ال onto the next word. Which letters are clitics is
known only to who knows the word, so a reading is an offer: the stage that
has a dictionary takes the one that it knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to split a folded word.

    Attributes:
        proclitics: the letters taken off, in order: "", "و", "ول".
        offset: where the bare word starts in the folded word. For «للأمم» it is 1:
            the standard keeps the second ل, which holds the article.
        form: the bare word with its article restored: «الامم».
        stem: the bare word without its article: «امم».
        definite: whether `form` starts with the article.
    """

    proclitics: str
    offset: int
    form: str
    stem: str
    definite: bool


def _bare(proclitics: str, offset: int, form: str) -> Reading:
    definite = form.startswith(ARTICLE) and len(form) > 3
    return Reading(proclitics, offset, form, form[2:] if definite else form, definite)


@lru_cache(maxsize=16384)
def readings(folded: str) -> tuple[Reading, ...]:
    """Return the readings of a folded word, the fewest proclitics first.

    At least two letters stay in every bare word.

    >>> [(r.proclitics, r.form) for r in readings("وللجنه")]
    [('', 'وللجنه'), ('و', 'للجنه'), ('ول', 'الجنه'), ('ول', 'لجنه'), ('ول', 'اللجنه')]
    """
    return tuple(_read(folded))


def _read(folded: str) -> Iterator[Reading]:
    yield _bare("", 0, folded)
    starts = [("", 0)]
    if len(folded) > 2 and folded[0] in _CONJUNCTIONS:
        yield _bare(folded[0], 1, folded[1:])
        starts.append((folded[0], 1))
    for proclitics, at in starts:
        if len(folded) - at < 3 or folded[at] not in _PREPOSITIONS:
            continue
        rest = folded[at + 1 :]
        if folded[at] == "ل" and rest.startswith("ل") and len(rest) > 2:
            yield from _after_lam(proclitics + "ل", at + 1, rest)
        else:
            yield _bare(proclitics + folded[at], at + 1, rest)


def _after_lam(proclitics: str, offset: int, rest: str) -> Iterator[Reading]:
    """Yield what «لل» may be: «للأمم» has the article, «للبنان» a name in ل, «للجنة» both."""
    yield _bare(proclitics, offset, ARTICLE + rest[1:])
    yield Reading(proclitics, offset, rest, rest, definite=False)
    yield _bare(proclitics, offset, ARTICLE + rest)
