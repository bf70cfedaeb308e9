"""Places that no list holds, told by the words around them.

Villages and districts are named after a noun that says what they are («بلدة عندان»), begin
with a noun of the land («وادي درعة», «كفر شوبا»), or are joined to a place that is known («في
صلالة وطاقة ومرباط»).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from reader.core.clitics import Reading
from reader.core.entities.words import Candidate, Words
from reader.core.types import EntityType

_PLACES: frozenset[EntityType] = frozenset({"GPE", "LOC"})
# Endings of adjectives and of nouns and verbs with their plurals and pronouns, folded.
_INFLECTED = ("يه", "ات", "ين", "ون", "وا", "ها", "هم", "هما", "نا")
_SHORTEST = 3
_NO_NAMES = ("saying", "function", "place_cue", "settlement_cue", "land", "village", "no_place")


def find_toponyms(words: Words) -> Iterator[Candidate]:
    """Yield the places that a noun before them or in them tells, in text order."""
    for index in range(len(words)):
        if index in words.blocked:
            continue
        found = _after_cue(words, index) or _of_land(words, index)
        if found is not None:
            yield found


def find_joined(words: Words, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the names joined by و to places among the candidates, in text order."""
    places = {c.first: c for c in found if c.type in _PLACES}
    held = {at for c in found for at in range(c.first, c.end)}
    for end in sorted({c.end for c in places.values()}):
        if end not in held:
            yield from _list_after(words, end, places, held)


def _list_after(
    words: Words, end: int, places: Mapping[int, Candidate], held: AbstractSet[int]
) -> Iterator[Candidate]:
    """Yield the names of a list from the word after its first place on.

    A list that a known place ends too holds nothing but places, whatever its words mean
    elsewhere («صلالة وطاقة ومرباط وثمريت»).
    """
    named: list[Candidate] = []
    at = end
    while at not in held and (joined := _joined(words, at)) is not None:
        named.append(joined)
        at = joined.end
    if not (at in places and words.folded(at).startswith("و")):
        named = list(takewhile(lambda item: _is_named(words, item), named))
        while named and not _may_end(words, named[-1], alone=len(named) == 1):
            named.pop()
    yield from named


def _after_cue(words: Words, index: int) -> Candidate | None:
    """Return the place named after «بلدة» or «قرى», or that «زلزال الحوز» is named after."""
    told = words.reads_as(index - 1, "settlement_cue")
    struck = words.reads_as(index - 1, "disaster") and words.definite(index)
    if not (told or struck) or words.definite(index - 1):
        return None
    if not words.same_sentence(index - 1, index):
        return None
    reading = next(iter(words.readings(index)), None)
    if reading is None or reading.offset or not _is_unknown(words, index, reading):
        return None
    if reading.form.startswith("و") or any(r.definite and r.offset for r in words.readings(index)):
        return None  # «المدن والقبائل», «مدينة كالعاشق»
    span = words.span(index, index + 1)
    return Candidate(index, index + 1, span, "GPE", "place after cue", 0.7, 5)


def _of_land(words: Words, index: int) -> Candidate | None:
    """Return «وادي درعة» or «تل الشعار», and where a place is told, «بئر عجم»."""
    land, village = words.lexicon.words["land"], words.lexicon.words["village"]
    found = [r for r in words.readings(index) if r.form in land or r.form in village]
    after = next(iter(words.readings(index + 1)), None) if found else None
    if after is None or after.offset or not words.same_sentence(index, index + 1):
        return None
    told = words.reads_as(index - 1, "place_cue") or words.has(index - 1, "place_preposition")
    unknown = _is_unknown(words, index + 1, after)
    for reading in found:
        natural = reading.form in land
        if (natural or told) and (unknown or (natural and told and after.definite)):
            span = words.span(index, index + 2, reading.offset)
            kind: EntityType = "LOC" if natural else "GPE"
            return Candidate(index, index + 2, span, kind, "noun of the land", 0.7, 5)
    return None


def _joined(words: Words, index: int) -> Candidate | None:
    """Return what و joins at a word, if it can be a name: a word, or two of the land."""
    if index in words.blocked or not words.same_sentence(index - 1, index):
        return None
    for reading in words.readings(index):
        if reading.proclitics != "و":
            continue
        if reading.definite and reading.stem in words.lexicon.common:
            return None
        landed = any(reading.form in words.lexicon.words[kind] for kind in ("land", "village"))
        end = index + 2 if landed and words.same_sentence(index, index + 1) else index + 1
        span = words.span(index, end, reading.offset)
        return Candidate(index, end, span, "GPE", "joined to a place", 0.6, 4.8)
    return None


def _is_named(words: Words, name: Candidate) -> bool:
    """Tell whether what و joins is a name: two words of the land, or one that texts do not use."""
    if name.end - name.first > 1:
        return True
    readings = (r for r in words.readings(name.first) if r.proclitics == "و")
    return any(_is_unknown(words, name.first, r) for r in readings)


def _may_end(words: Words, name: Candidate, *, alone: bool) -> bool:
    """Tell whether a list can end with a name, and no clause begins with it.

    «في حلب ونزح السكان» joins a verb and its subject; a list of one is more often that.
    """
    after = name.end
    if not words.same_sentence(name.first, after) or after in words.blocked:
        return True
    if not words.readings(after):
        return words.tokens[after].kind != "number"
    if alone:
        return words.has(after, "side_of")
    return words.folded(after).startswith(("و", "ب", "ل")) or words.has(after, "function")


def _is_unknown(words: Words, index: int, reading: Reading) -> bool:
    """Tell whether a word is none that texts use: it may be a name."""
    lexicon = words.lexicon
    form = reading.form
    inflected = form.endswith(_INFLECTED) and not reading.definite
    if len(form) < _SHORTEST or inflected or words.is_common(index) or words.has_tanwin(index):
        return False
    if any(form in lexicon.words[kind] for kind in _NO_NAMES):
        return False
    known = (form, reading.stem, form.removesuffix("ه"))  # «شعبه» is «شعب» with a pronoun
    return not any(w in lexicon.common or w in lexicon.nations or w in lexicon.heads for w in known)
