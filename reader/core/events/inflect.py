"""Inflected forms of verbs and verbal nouns, made from their citation forms.

A verb comes as the third person masculine singular of its past and imperfect. Weak
roots show in those: a past in ا or ى is defective (دعا: دعت، دعوا), an imperfect of
four letters with و ي ا in the third place is hollow (يقول: لم يقل).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.core.lexicon.events import Tense
from reader.core.normalize import fold

# The first person singular is left out: news hardly has it, and it looks like «أصيب».
_PERSONS = "يتن"
_WEAK = frozenset("ويا")
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا")


@dataclass(frozen=True, slots=True)
class Inflected:
    """A folded form and what it tells of its subject."""

    text: str
    tense: Tense
    feminine: bool | None = None
    plural: bool | None = None
    passive: bool = False


def verb_forms(past: str, imperfect: str) -> Iterator[Inflected]:
    """Yield the third person forms of both tenses, active and passive alike.

    >>> sorted({f.text for f in verb_forms("دعا", "يدعو") if f.tense == "past"})
    ['دعا', 'دعت', 'دعتا', 'دعوا']
    """
    if past:
        yield from _past(past)
    if imperfect:
        yield from _imperfect(imperfect)
    if past and imperfect:
        yield from _hollow_passive(fold(past), fold(imperfect))


def _hollow_passive(past: str, imperfect: str) -> Iterator[Inflected]:
    """Yield «أصيب» and «يصاب»: the passives whose letters differ, of hollow roots.

    Form I is left out: «زير» of زار is hardly written, and «وزير» would be one.
    """
    if len(past) < 4 or past[-2] != "ا" or imperfect[-2] not in _WEAK:
        return
    stem = past[:-2] + "ي" + past[-1]
    for ending, feminine, plural in (("", False, False), ("ت", True, False), ("وا", False, True)):
        yield Inflected(stem + ending, "past", feminine, plural, passive=True)
    for person, feminine in (("ي", False), ("ت", True)):
        rest = imperfect[1:-2] + "ا" + imperfect[-1]
        yield Inflected(person + rest, "imperfect", feminine, plural=False, passive=True)


def _past(past: str) -> Iterator[Inflected]:
    folded = fold(past)
    defective = past[-1] in "اى" and len(folded) > 2
    stem = folded[:-1] if defective else folded
    yield Inflected(folded, "past", feminine=False, plural=False)
    yield Inflected(stem + "ت", "past", feminine=True, plural=False)
    yield Inflected(stem + "وا", "past", feminine=False, plural=True)
    yield Inflected(stem + "تا", "past", feminine=True, plural=True)
    if not defective:
        yield Inflected(folded + "ا", "past", feminine=False, plural=True)


def _imperfect(imperfect: str) -> Iterator[Inflected]:
    rest = fold(imperfect)[1:]
    defective = rest[-1] in _WEAK and len(rest) > 2
    stem = rest[:-1] if defective else rest
    for person in _PERSONS:
        feminine = {"ي": False, "ت": True}.get(person)
        yield Inflected(person + rest, "imperfect", feminine, plural=False)
        jussive = _jussive(rest, defective=defective)
        if jussive != rest:
            yield Inflected(person + jussive, "imperfect", feminine, plural=False)
    for ending in ("ون", "وا", "ان", "ا"):
        yield Inflected("ي" + stem + ending, "imperfect", feminine=False, plural=True)
    for ending in ("ان", "ا"):
        yield Inflected("ت" + rest + ending, "imperfect", feminine=True, plural=True)


def _jussive(rest: str, *, defective: bool) -> str:
    if defective:
        return rest[:-1]
    if len(rest) == 3 and rest[1] in _WEAK:
        return rest[0] + rest[2]
    return rest


def noun_forms(noun: str) -> Iterator[Inflected]:
    """Yield a verbal or event noun bare, in the accusative, and in the regular plural."""
    folded = fold(noun)
    yield Inflected(folded, "noun", plural=False)
    if noun.endswith("ة"):
        yield Inflected(folded[:-1] + "ات", "noun", plural=True)
        yield Inflected(folded[:-1] + "تين", "noun", plural=True)
    elif not folded.endswith("ات"):
        yield Inflected(folded + "ا", "noun", plural=False)
        yield Inflected(folded + "ين", "noun", plural=True)


def participle_forms(past: str, imperfect: str) -> Iterator[Inflected]:
    """Yield the active participle in the accusative, «داعيا» and «مطالبين».

    Form I has the past's letters with ا after the first; the other forms have م for
    the imperfect's prefix.
    """
    folded = fold(past)
    if not imperfect:
        return
    rest = fold(imperfect)[1:]
    if len(folded) == 3 and rest[0] != folded[0]:
        return
    if len(folded) == 3 and len(rest) == 3:
        if folded[1] in _WEAK:
            return
        last = "ي" if folded[2] in _WEAK else folded[2]
        base = folded[0] + "ا" + folded[1] + last
    else:
        base = "م" + rest
    yield Inflected(base + "ا", "participle", feminine=False, plural=False)
    yield Inflected(base + "ه", "participle", feminine=True, plural=False)
    yield Inflected(base.removesuffix("ي") + "ين", "participle", feminine=False, plural=True)


def without_pronoun(form: str) -> Iterator[str]:
    """Yield a word less each suffix pronoun that it may bear, the ة that it hid restored.

    >>> list(without_pronoun("بعثتها"))
    ['بعثت', 'بعثه']
    """
    for pronoun in _PRONOUNS:
        if form.endswith(pronoun) and len(form) - len(pronoun) >= 3:
            bare = form[: -len(pronoun)]
            yield bare
            if bare.endswith("ت"):
                yield bare[:-1] + "ه"
            elif bare.endswith("ا"):
                yield bare[:-1] + "ي"
