"""Mentions in the text, and the entities that they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reader.core.entities.gazetteer import find_names
from reader.core.entities.join import join, untagged
from reader.core.entities.people import PeopleFinder, find_surnames
from reader.core.entities.phrases import PhraseFinder
from reader.core.entities.quantities import find_quantities
from reader.core.entities.resolve import resolve
from reader.core.entities.select import select
from reader.core.entities.tagger import Tagger
from reader.core.entities.toponyms import find_joined, find_toponyms
from reader.core.entities.words import Candidate, Words, is_word_here, spans_by_token
from reader.core.lexicon.entities import EntityLexicon
from reader.core.normalize import fold
from reader.core.numbers import Number
from reader.core.types import Entity, EntityType, Mention, Segmentation, Span, TimeExpression

_TOWN = 20_000  # people


def find_entities(
    text: str,
    segmentation: Segmentation,
    lexicon: EntityLexicon,
    numbers: Sequence[Number],
    times: Sequence[TimeExpression],
    tagger: Tagger | None = None,
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Find the mentions in the sentences that are read, and what they name.

    `numbers` are those of `segmentation.tokens`; `times` keep their words from being
    taken for names; `tagger` adds the names that it sees. Mentions come in text order,
    outer ones before those inside.
    """
    blocked = spans_by_token(segmentation.tokens, [t.span for t in times])
    words = Words(text, segmentation.tokens, lexicon, blocked)
    found = find_candidates(words, numbers)
    if tagger is None:
        found = untagged(found)
    else:
        found = join(words, list(find_tagged(words, segmentation, tagger)), found)
    found += find_joined(words, found)
    return resolve(words, segmentation, select(found))


def find_tagged(words: Words, segmentation: Segmentation, tagger: Tagger) -> Iterator[Candidate]:
    """Yield the names that the tagger sees, in text order."""
    ranges = segmentation.sentence_tokens
    sentences = [[t.span.of(words.text) for t in words.tokens[a:b]] for a, b in ranges]
    for (begin, _), names in zip(ranges, tagger.tag(sentences), strict=True):
        for name in names:
            first, end = begin + name.first, _whole(words, name.type, begin + name.end)
            span = words.span(first, end, name.proclitics)
            free = words.blocked.isdisjoint(range(first, end))
            if free and not _is_no_name(words, span, first, end):
                rule = f"tagger: {tagger.name}, {name.confidence:.0%} by its weights"
                yield Candidate(first, end, span, name.type, rule, name.confidence, 5)


def _is_no_name(words: Words, span: Span, first: int, end: int) -> bool:
    """Tell whether a tagger saw a name in function words, or in a word that is none here."""
    if all(words.has(index, "function") for index in range(first, end)):
        return True
    if end - first == 1 and is_word_here(words, fold(span.of(words.text)), first):
        return True
    return end - first <= 2 and words.has(first, "quality") and _is_plain(words, first + 1)


def _is_plain(words: Words, index: int) -> bool:
    """Tell whether the word is a definite common noun that nobody is called: «حسن الجوار»."""
    part = words.lexicon.person_parts
    return words.definite(index) and words.is_common(index) and words.folded(index) not in part


def _whole(words: Words, kind: EntityType, end: int) -> int:
    """Return where a name ends that was cut after a particle: «فون», «عبد»."""
    while (
        kind == "PER"
        and words.has(end - 1, "particle")
        and words.same_sentence(end - 1, end)
        and words.readings(end)
    ):
        end += 1
    return end


def find_candidates(words: Words, numbers: Sequence[Number]) -> list[Candidate]:
    """Return what lists and rules take for mentions; some claim the same words."""
    names = find_names(words)
    known = {name.first: name for name in names}
    spans = {name.span for name in names}
    phrases = [p for p in PhraseFinder(words, known).find() if p.span not in spans]
    titles = {c.end: c for c in phrases if c.type == "TITLE"}
    people = list(PeopleFinder(words, titles, known).find())
    named = [c for c in people if c.type == "PER"]
    found = [*names, *phrases, *people, *find_surnames(words, named)]
    found += [*_nations(words, known), *_regions(words), *find_quantities(words, numbers)]
    found += find_toponyms(words)
    return found


def _regions(words: Words) -> Iterator[Candidate]:
    """Yield «الغوطة الشرقية»: a name with an article and a direction."""
    for index in range(len(words) - 1):
        if not (words.has(index + 1, "direction") and words.same_sentence(index, index + 1)):
            continue
        for reading in words.readings(index):
            if reading.definite and not words.is_common(index) and _is_unknown(words, reading.form):
                span = words.span(index, index + 2, reading.offset)
                yield Candidate(index, index + 2, span, "LOC", "name and direction", 0.7, 6)
                break


def _is_unknown(words: Words, form: str) -> bool:
    return form not in words.lexicon.common and form[2:] not in words.lexicon.common


def _nations(words: Words, known: Mapping[int, Candidate]) -> Iterator[Candidate]:
    """Yield nationalities, peoples and creeds, in all their inflections."""
    for index in range(len(words)):
        if index in words.blocked or _is_single_name(known.get(index)):
            continue
        for reading in words.readings(index):
            nation = words.lexicon.nations.get(reading.stem)
            if nation is not None and _is_nation(words, index, reading.stem, reading.offset):
                span = words.span(index, index + 1, reading.offset)
                rule = "nationality of a state" if nation.state else "people or creed"
                yield Candidate(index, index + 1, span, "NORP", rule, 0.9, 3)
                break


def _is_single_name(name: Candidate | None) -> bool:
    """Tell whether the word is a place by itself: «سوريا» is no «سوري» in the accusative.

    A village with the name of a nationality, «السويدية», is seldom meant.
    """
    if name is None or name.end != name.first + 1:
        return False
    places = name.name.places if name.name is not None else ()
    return not places or any(p.state or p.capital or p.population >= _TOWN for p in places)


def _is_nation(words: Words, index: int, stem: str, offset: int) -> bool:
    """Tell whether the word is a nationality here: short plurals are often other words."""
    if offset and words.folded(index) in words.lexicon.common:
        return False
    if stem in words.lexicon.words["not_nation"]:
        return False
    regular = stem.endswith(("ي", "يه", "يين", "يون", "يات", "يان", "يا"))
    return regular or (len(stem) > 3 and words.definite(index))
