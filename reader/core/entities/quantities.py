"""Sums of money, percentages and counted things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.core.entities.words import Candidate, Words
from reader.core.numbers import Number
from reader.core.types import Span


def find_quantities(words: Words, numbers: Sequence[Number]) -> Iterator[Candidate]:
    """Yield MONEY, PERCENT and COUNT; durations, dates and ordinals are none."""
    for number in numbers:
        if number.ordinal or words.blocked & set(range(number.first, number.end)):
            continue
        candidate = _percent(words, number) or _money(words, number) or _count(words, number)
        if candidate is not None:
            yield candidate


def _candidate(words: Words, number: Number, end: int, kind: str) -> Candidate:
    span = Span(number.span.start, words.tokens[end - 1].span.end)
    types = {"MONEY": 0.95, "PERCENT": 0.97, "COUNT": 0.85}
    return Candidate(number.first, end, span, kind, kind.lower(), types[kind], 8)  # type: ignore[arg-type]


def _percent(words: Words, number: Number) -> Candidate | None:
    end = number.end
    if words.folded(end) in {"%", "٪"} or words.has(end, "percent"):
        return _candidate(words, number, end + 1, "PERCENT")
    if words.folded(end) in {"في", "ب"} and words.has(end + 1, "percent"):
        return _candidate(words, number, end + 2, "PERCENT")
    return None


def _money(words: Words, number: Number) -> Candidate | None:
    end = number.end
    if words.folded(end) in {"$", "€", "£"}:
        return _candidate(words, number, end + 1, "MONEY")
    if words.folded(end) not in words.lexicon.currencies:
        return None
    end += 1
    if end < len(words) and any(r.stem in words.lexicon.nations for r in words.readings(end)):
        end += 1
    return _candidate(words, number, end, "MONEY")


def _count(words: Words, number: Number) -> Candidate | None:
    """A number and the noun that it counts, which follows it at once."""
    end = number.end
    if not words.same_sentence(number.first, end) or end in words.blocked:
        return None
    if not words.readings(end) or words.has(end, "function") or words.has(end, "unit"):
        return None
    if words.definite(end) or words.has(end, "saying") or words.folded(end).startswith("ال"):
        return None
    if _is_preposed(words, end):
        return None
    if number.value == 1 or (not number.words and _is_year(number)):
        return None
    return _candidate(words, number, end + 1, "COUNT")


def _is_preposed(words: Words, index: int) -> bool:
    """Tell whether the word is «بجروح»: a preposition and a word, not a noun in ب."""
    if not words.folded(index).startswith("ب") or words.is_common(index):
        return False
    return any(
        r.proclitics == "ب" and r.form in words.lexicon.common for r in words.readings(index)
    )


def _is_year(number: Number) -> bool:
    return isinstance(number.value, int) and 1900 <= number.value <= 2100
