"""Inflected forms of verbs and verbal nouns, made from their citation forms.

A verb comes as the third person masculine singular of its past, and of its imperfect
where that does not follow from the past. A shadda on the second or the last root letter
tells the form («عيّن»، «احتلّ»). Weak roots show in the letters: a past in ا or ى is
defective (دعا: دعت، دعوا), one with ا before its last letter hollow (استقال: لم يستقل).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from reader.core.lexicon.events import Inflection
from reader.core.normalize import fold

_SHADDA = "\u0651"
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا")

Forms = Iterator[tuple[str, Inflection]]

_NOUN = Inflection("noun", plural=False)
_NOUNS = Inflection("noun", plural=True)
_HE = Inflection("past", feminine=False, plural=False)
_SHE = Inflection("past", feminine=True, plural=False)
_THEY = Inflection("past", feminine=False, plural=True)
_BOTH = Inflection("past", feminine=True, plural=True)
_WE = Inflection("past", plural=True)
_DOES = {
    "ي": Inflection("imperfect", feminine=False, plural=False),
    "ت": Inflection("imperfect", feminine=True, plural=False),
    "ن": Inflection("imperfect", plural=False),
    "ا": Inflection("imperfect", plural=False),
}
_DID_NOT = {person: replace(told, jussive=True) for person, told in _DOES.items()}
_DO = {
    "ي": Inflection("imperfect", feminine=False, plural=True),
    "ت": Inflection("imperfect", feminine=True, plural=True),
}
_WAS = {
    "": Inflection("past", feminine=False, plural=False, passive=True),
    "ت": Inflection("past", feminine=True, plural=False, passive=True),
    "وا": Inflection("past", feminine=False, plural=True, passive=True),
}
_IS = {
    "ي": Inflection("imperfect", feminine=False, plural=False, passive=True),
    "ت": Inflection("imperfect", feminine=True, plural=False, passive=True),
}
_DOING = Inflection("participle", feminine=False, plural=False)
_DOING_SHE = Inflection("participle", feminine=True, plural=False)
_DOING_THEY = Inflection("participle", feminine=False, plural=True)


def verb_forms(past: str, imperfect: str = "") -> Forms:
    """Yield (folded form, what it tells), both voices; an imperfect of "-" is not made.

    The feminine plural and the second person are left out: news hardly has them, and
    they look like other words.

    >>> sorted({form for form, told in verb_forms("دعا", "يدعو") if told.tense == "past"})
    ['دعا', 'دعت', 'دعتا', 'دعوا', 'دعونا', 'دعي', 'دعيت']
    """
    rest = "" if imperfect == "-" else (imperfect or imperfect_of(past))[1:]
    bare = past.replace(_SHADDA, "")
    yield from _past(past, bare, rest)
    if rest:
        yield from _imperfect(bare, rest.replace(_SHADDA, ""))
    yield from _passive(past, bare, rest.replace(_SHADDA, ""))


# -- citation forms -----------------------------------------------------------------------
def _is_hollow(bare: str) -> bool:
    return len(bare) > 2 and bare[-2] == "ا" and bare[-1] not in "اى"


def _is_doubled_fourth(past: str) -> bool:
    """Tell «أعدّ», of form IV, from «أيّد» of form II: the shadda is on the last letter."""
    return past[0] == "أ" and len(past) == 4 and past[3] == _SHADDA


def imperfect_of(past: str) -> str:
    """Return the imperfect of a derived form, whose vowels are fixed.

    >>> [imperfect_of(past) for past in ("عيّن", "أدان", "استقال", "تولّى", "ألغى", "أوقف")]
    ['يعين', 'يدين', 'يستقيل', 'يتولى', 'يلغي', 'يوقف']
    """
    bare = past.replace(_SHADDA, "")
    long = len(bare) > 3 or _is_doubled_fourth(past)
    if bare.startswith("آ") and long:
        rest = "ؤ" + bare[1:]
    elif long and bare[0] in "أا":
        rest = bare[1:]
    else:
        rest = bare.replace("أ", "ؤ", 1) if bare[0] == "أ" else bare
    if bare[0] == "ت" and long:
        return "ي" + rest
    if _is_hollow(bare) and (bare[0] == "أ" or bare.startswith("است")):
        rest = rest[:-2] + "ي" + rest[-1]
    if rest[-1] == "أ":
        rest = rest[:-1] + "ئ"
    return "ي" + (rest[:-1] + "ي" if rest[-1] in "ىا" else rest)


def masdar_of(past: str) -> str:
    """Return the verbal noun of a derived form.

    >>> [masdar_of(past) for past in ("عيّن", "أدان", "استقال", "احتلّ", "ألغى", "أوقف")]
    ['تعيين', 'إدانة', 'استقالة', 'احتلال', 'إلغاء', 'إيقاف']
    """
    bare = past.replace(_SHADDA, "")
    if bare[0] == "ت" and len(bare) > 3:
        return bare[:-1] + "ي" if bare[-1] == "ى" else bare
    if len(bare) == 3 and not _is_doubled_fourth(past):
        return _of_second_form(bare)
    if bare[1] == "ا":
        return "م" + (bare[:-1] + "اة" if bare[-1] == "ى" else bare + "ة")
    return _with_alif(past, bare)


def _of_second_form(bare: str) -> str:
    if bare[-1] == "ى":
        return "ت" + bare[:-1] + "ية"
    if bare[-1] == "أ":
        return "ت" + bare[:-1] + "ئة"
    return "ت" + bare[:2] + "ي" + bare[2]


def _with_alif(past: str, bare: str) -> str:
    """Put the ا of إفعال and افتعال before the last letter."""
    fourth = bare[0] == "أ"
    head = "إ" + bare[1:] if fourth else bare
    if fourth and bare[1] == "و":
        head = "إي" + bare[2:]
    elif bare.startswith("استو"):
        head = "استي" + bare[4:]
    if bare[-1] in "ىأ":
        return head[:-1] + "اء"
    if _is_hollow(bare):
        if fourth or bare.startswith("است"):
            return head + "ة"
        return head[:-2] + "يا" + head[-1]
    doubled = past.endswith(_SHADDA)
    return head + "ا" + head[-1] if doubled else head[:-1] + "ا" + head[-1]


# -- finite forms -------------------------------------------------------------------------
def _past(past: str, bare: str, rest: str) -> Forms:
    folded = fold(bare)
    defective = bare[-1] in "اى" and len(bare) > 2
    in_ya = bare[-1] == "ي" and len(bare) > 2
    stem = folded[:-1] if defective else folded
    yield folded, _HE
    yield stem + "ت", _SHE
    yield stem + "تا", _BOTH
    yield (folded[:-1] if in_ya else stem) + "وا", _THEY
    if bare[-1] == "أ":
        yield folded[:-1] + "ووا", _THEY
        yield folded[:-1] + "ءوا", _THEY
    if not defective:
        yield folded + "ا", _THEY
    short = _short(past, folded, defective=defective, rest=rest)
    yield short + "نا", _WE


def _short(past: str, folded: str, *, defective: bool, rest: str) -> str:
    """Return the stem before an ending that starts with a consonant."""
    if defective:
        return folded[:-1] + ("و" if rest.endswith("و") else "ي")
    if _is_hollow(folded):
        return folded[:-2] + folded[-1]
    doubled = past.endswith(_SHADDA) or len(folded) == 2
    return folded + folded[-1] if doubled else folded


def _imperfect(bare: str, rest: str) -> Forms:
    folded = fold(rest)
    defective = rest[-1] in "ويى" and len(folded) > 1
    stem = folded[:-1] if defective else folded
    shorter = folded[:-1] if defective else folded[:-2] + folded[-1] if _is_weak(bare) else ""
    for person, told in _DOES.items():
        if person != "ا" or len(folded) > 3:  # «أرفع» is mostly no verb
            yield person + folded, told
        if shorter:
            yield person + shorter, _DID_NOT[person]
    for person, told in _DO.items():
        yield person + stem + "ون", told
        yield person + stem + "وا", told
        yield person + folded + "ان", told
        yield person + folded + "ا", told
        if rest[-1] in "أئ":
            yield person + folded[:-1] + "وون", told
            yield person + folded[:-1] + "ووا", told


def _is_weak(bare: str) -> bool:
    return _is_hollow(fold(bare))


def _passive(past: str, bare: str, rest: str) -> Forms:
    """Yield the passives whose letters differ from the active's.

    The past of hollow verbs of form I is left out: «زير» of زار is hardly written, and
    «وزير» would be one.
    """
    for stem in _passive_past(past, bare):
        for ending, told in _WAS.items():
            cut = stem[:-1] if ending == "وا" and stem[-1] == "ي" else stem
            yield fold(cut) + ending, told
    if not rest:
        return
    for person, told in _IS.items():
        for passive in _passive_rest(bare, rest):
            yield person + fold(passive), told


def _passive_past(past: str, bare: str) -> Iterator[str]:
    if _is_hollow(bare) and len(bare) > 3:
        yield bare[:-2] + "ي" + bare[-1]
    elif bare[-1] in "اى" and len(bare) > 2:
        yield bare[:-1] + "ي"
    elif bare[-1] == "أ":
        yield bare[:-1] + "ئ"
    elif len(bare) == 4 and bare[1] == "ا" and past[2:3] != _SHADDA:
        yield bare[0] + "و" + bare[2:]
    elif len(bare) == 5 and bare[0] == "ت" and bare[2] == "ا":
        yield bare[:2] + "و" + bare[3:]


def _passive_rest(bare: str, rest: str) -> Iterator[str]:
    if _is_hollow(bare) and len(rest) > 2 and rest[-2] in "وي":
        yield rest[:-2] + "ا" + rest[-1]
    elif len(bare) == 3 and bare[0] == "و" and rest == bare[1:]:
        yield bare
    elif rest[0] == "أ" and len(rest) == 3:
        yield "ؤ" + rest[1:]


# -- nouns --------------------------------------------------------------------------------
def noun_forms(noun: str) -> Forms:
    """Yield a verbal or event noun bare, in the accusative, and in the regular plurals."""
    folded = fold(noun)
    yield folded, _NOUN
    if noun.endswith("ة"):
        for ending in ("ات", "تين", "تان", "تا", "تي"):
            yield folded[:-1] + ending, _NOUNS
        return
    if folded.endswith("ات"):
        return
    if not noun.endswith(("اء", "ى", "ا")):
        yield folded + "ا", _NOUN
    for ending in ("ين", "ان"):
        yield folded + ending, _NOUNS
    if len(folded) > 4 and not noun.endswith(("ى", "ا")):
        yield folded + "ات", _NOUNS


def participle_forms(past: str, imperfect: str = "") -> Forms:
    """Yield the active participle in the accusative, «داعيا» and «مطالبين».

    Form I has the past's letters with ا after the first; the other forms have م for
    the imperfect's prefix.
    """
    if imperfect == "-":
        return
    base = _participle(past, imperfect)
    if not base:
        return
    yield base + "ا", _DOING
    yield base + "ه", _DOING_SHE
    yield base.removesuffix("ي") + "ين", _DOING_THEY


def _participle(past: str, imperfect: str) -> str:
    bare = past.replace(_SHADDA, "")
    folded = fold(bare)
    rest = fold(imperfect or imperfect_of(past))[1:]
    if not imperfect or len(folded) > 3 or past[2:3] == _SHADDA:
        return "م" + rest
    if len(folded) < 3 or rest[0] != folded[0] or folded[1] in "واي":
        return ""
    last = "ي" if bare[2] in "اىي" else folded[2]
    return folded[0] + "ا" + folded[1] + last


@lru_cache(maxsize=16384)
def without_pronoun(form: str) -> tuple[str, ...]:
    """Return a word less each suffix pronoun that it may bear, with the letters that it hid.

    >>> without_pronoun("بعثتها")
    ('بعثت', 'بعثه')
    >>> without_pronoun("الغايها")
    ('الغاي', 'الغاء')
    """
    found: list[str] = []
    for pronoun in _PRONOUNS:
        if not form.endswith(pronoun) or len(form) - len(pronoun) < 3:
            continue
        bare = form[: -len(pronoun)]
        found.append(bare)
        if bare.endswith("ت"):
            found.append(bare[:-1] + "ه")
        elif bare.endswith(("او", "اي")):
            found.append(bare[:-1] + "ء")
        elif bare.endswith("ا"):
            found.append(bare[:-1] + "ي")
        elif bare.endswith("و"):
            found.append(bare + "ا")
    return tuple(found)
