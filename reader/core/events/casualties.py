"""Counts of the dead and the injured."""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.events.sentence import SentenceWords
from reader.core.lexicon.events import Casualty
from reader.core.numbers import Number
from reader.core.types import Span

_REACH = 7  # words between a count and what befell them


def find_casualties(
    words: SentenceWords, numbers: Sequence[Number]
) -> list[tuple[Casualty, int, Span]]:
    """Return (kind, count, span of the word that tells it) in text order.

    Each number is taken by the nearest such word; «10 آخرون» with no word of its own
    goes to the one before it.
    """
    told = [(at, kind) for at in range(len(words)) if (kind := _kind(words, at))]
    found: list[tuple[Casualty, int, Span]] = []
    for number in numbers:
        at = words.index_at(number.span.start)
        if number.ordinal or not float(number.value).is_integer() or at >= len(words):
            continue
        if not _counts_people(words, at):
            continue
        near = [(abs(i - at), -i, kind) for i, kind in told if abs(i - at) <= _REACH]
        near = [n for n in near if _same_clause(words, at, -n[1])]
        if near:
            _, index, kind = min(near)
            found.append((kind, int(number.value), words.span_of(-index)))
    return found


def _kind(words: SentenceWords, at: int) -> Casualty | None:
    kind = words.words[at].known.casualty
    return None if words.words[at].time is not None else kind


def _counts_people(words: SentenceWords, at: int) -> bool:
    mention = words.mention(at)
    if words.words[at].time is not None or not words.is_word(at + 1):
        return False
    return mention is None or mention.type == "COUNT"


def _same_clause(words: SentenceWords, a: int, b: int) -> bool:
    first, last = min(a, b), max(a, b)
    return not any(words.is_stop(i) or words.is_a(i, "breaker") for i in range(first + 1, last))
