"""Names that the gazetteer knows, at word boundaries and behind clitics."""

from __future__ import annotations

from collections.abc import Iterator

from reader.core.clitics import Reading
from reader.core.entities.words import Candidate, Words, is_word_here
from reader.core.lexicon.entities import Name
from reader.core.normalize import fold_with_map

_WELL_KNOWN = 200_000  # people


def find_names(words: Words) -> list[Candidate]:
    """Return the longest gazetteer names, in text order, none overlapping another."""
    starts, ends = _boundaries(words)
    folded = fold_with_map(words.text)
    matches = []
    for pattern, begin, finish in words.lexicon.matcher.find_matches_as_indexes(
        folded.text, overlapping=True
    ):
        name, after_lam = words.lexicon.patterns[pattern]
        start = starts.get(folded.origin[begin])
        end = ends.get(folded.origin[finish]) or ends.get(_last(folded.origin, finish))
        if start is None or end is None:
            continue
        first, reading = start
        if _accepted(words, name, first, end, reading, after_lam=after_lam):
            matches.append((first, end, reading, name))
    return list(_longest(words, matches))


def _last(origin: tuple[int, ...] | range, finish: int) -> int:
    return origin[finish - 1] + 1


def _boundaries(words: Words) -> tuple[dict[int, tuple[int, Reading]], dict[int, int]]:
    """Return token and reading by the offset where a name may start, and by its end."""
    starts: dict[int, tuple[int, Reading]] = {}
    ends: dict[int, int] = {}
    for index, token in enumerate(words.tokens):
        ends[token.span.end] = index
        # A mark or tatweel after the last letter belongs to the word.
        for reading in words.readings(index):
            starts.setdefault(words.offset(index, reading.offset), (index, reading))
    return starts, ends


def _accepted(
    words: Words, name: Name, first: int, last: int, reading: Reading, *, after_lam: bool
) -> bool:
    if not words.same_sentence(first, last) or not words.blocked.isdisjoint(range(first, last + 1)):
        return False
    if after_lam != (reading.proclitics.endswith("ل") and reading.definite):
        return False
    single = first == last
    if single and words.has(last + 1, "after_no_place"):
        return False
    if reading.offset and single and _is_word(words, first) and len(name.folded) < 5:
        return False
    if single and (_is_possessed(words, name) or _is_rarely_place(words, name, first)):
        return False
    if single and is_word_here(words, name.folded, first):
        return False
    if name.certain:
        return True
    if reading.offset and name.folded in words.lexicon.common:
        return False
    return single and _cued(words, first, reading) and not _is_word(words, first)


def _is_possessed(words: Words, name: Name) -> bool:
    """Tell whether a little-known place is also a common word with a pronoun: «بيانه»."""
    if not name.folded.endswith("ه") or name.folded[:-1] not in words.lexicon.common:
        return False
    return all(place.population < _WELL_KNOWN and not place.capital for place in name.places)


def _is_rarely_place(words: Words, name: Name, index: int) -> bool:
    """Tell whether the word is known as no place, and none is announced before it."""
    known = words.lexicon.words["rarely_place"]
    return name.folded in known and not words.reads_as(index - 1, "place_cue")


def _is_word(words: Words, index: int) -> bool:
    return words.folded(index) in words.lexicon.common


def _cued(words: Words, index: int, reading: Reading) -> bool:
    """Tell whether the word before says that a place follows."""
    if reading.proclitics.endswith("ب"):
        return True
    heads = words.lexicon.heads
    if any(heads.get(r.stem) == "FAC" for r in words.readings(index - 1)):
        return True
    return words.reads_as(index - 1, "place_cue") or words.has(index - 1, "place_preposition")


def _longest(words: Words, matches: list[tuple[int, int, Reading, Name]]) -> Iterator[Candidate]:
    matches.sort(key=lambda m: (m[0], -m[1], m[2].offset))
    reached = 0
    for first, last, reading, name in matches:
        if first < reached:
            continue
        reached = last + 1
        span = words.span(first, last + 1, reading.offset)
        confidence = 0.95 if name.certain else 0.7
        rule = f"gazetteer: {name.table} {name.key}"
        yield Candidate(first, last + 1, span, name.type, rule, confidence, 5, name)
