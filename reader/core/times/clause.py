"""Whether the clause around an expression tells of the past or of the future."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.core.lexicon.times import Tense
from reader.core.times.resolve import Lean
from reader.core.types import Token

_CLAUSE_ENDS = frozenset({"؛", ".", "؟", "!"})
_COMMAS = _CLAUSE_ENDS | {
    "،",
    ",",
    ":",
    "ان",
    "انه",
    "انها",
    "انهم",
    "بان",
}  # أنّ tells what is said
_FORWARD = 8
_BACK = 60  # tokens: no clause of news is longer, and a hostile sentence may be endless
_FUTURE_PREFIXES = ("سي", "ست", "سن")
_PAST_AUXILIARIES = frozenset({"كان", "كانت", "كانوا", "لم"})


def _is_future_verb(word: str, tense: Tense) -> bool:
    if not word.startswith(_FUTURE_PREFIXES) or word.startswith(tense.not_future):
        return False
    return word[1:] in tense.imperfect or len(word) > 4


def _word_lean(word: str, before: str, earlier: str, tense: Tense, *, certain: bool) -> Lean:
    was = bool({before.lstrip("و"), earlier.lstrip("و")} & _PAST_AUXILIARIES)
    for bare in (word, word[1:]) if word[:1] in {"و", "ف"} else (word,):
        if bare in tense.planned or f"{before} {bare}" in tense.planned:
            return "past" if was else "future"
        if _is_future_verb(bare, tense):
            return "future"
        if bare in tense.past:
            return "past"
        if not certain and bare in tense.imperfect and before not in tense.relative:
            return "past" if was else "future"
    return None


def _first_lean(
    tokens: Sequence[Token],
    order: Iterable[int],
    ends: frozenset[str],
    tense: Tense,
    *,
    certain: bool = False,
) -> Lean:
    """Return what the first telling word says; an imperfect says nothing `certain`."""
    for at in order:
        token = tokens[at]
        if token.folded in ends:
            return None
        before = tokens[at - 1].folded if at else ""
        earlier = tokens[at - 2].folded if at > 1 else ""
        lean = _word_lean(token.folded, before, earlier, tense, certain=certain)
        if lean:
            return lean
    return None


def lean_of(tokens: Sequence[Token], first: int, end: int, tense: Tense) -> Lean:
    """Return the time of the nearest telling verb before, else after, tokens first to end.

    What follows must be near: a verb beyond a comma tells of something else, and an
    imperfect that follows hardly ever plans what was dated before it.
    """
    sentence = tokens[first].sentence
    start = first
    furthest = max(0, first - _BACK)
    while start > furthest and tokens[start - 1].sentence == sentence:
        start -= 1
    stop, last = end, min(len(tokens), end + _FORWARD)
    while stop < last and tokens[stop].sentence == sentence:
        stop += 1
    back = _first_lean(tokens, range(first - 1, start - 1, -1), _CLAUSE_ENDS, tense)
    if back:
        return back
    return _first_lean(tokens, range(end, stop), _COMMAS, tense, certain=True)
