"""What the finding of events reads: words that tell events, and words that steer them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from reader.core.types import EventType, Phase, Role

Tense = Literal["past", "imperfect", "future", "noun", "participle"]
Pattern = Literal["so", "s", "r", "u", "n"]
Casualty = Literal["dead", "injured"]
Control = Literal["subject", "object", "none"]
Effect = Literal["NEG", "hypothetical", "planned", "called_for", "past", "ongoing", "condition"]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where an event's participants stand.

    Attributes:
        pattern: so = the subject acts on the object; s = the subject acts; r = the
            subjects do it to each other; u = the subject undergoes it; n = a noun,
            whose genitive takes part.
        roles: what a preposition brings, by the preposition.
        places: prepositions, or "object", whose place is where it happens: «انسحب من».
    """

    pattern: Pattern
    roles: Mapping[str, Role]
    places: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Guard:
    """What stands near a word in one of its senses.

    Attributes:
        words: stems, a few words before or after.
        following: stems of the very next word.
        letters: proclitics of the very next word.
        types: types of the mentions near, "TIMEX" for a time.
        following_types: those of the very next word.
    """

    words: frozenset[str]
    following: frozenset[str]
    letters: frozenset[str]
    types: frozenset[str]
    following_types: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lemma:
    """A verb or noun that tells an event of a type, in one of its senses.

    Attributes:
        needs: of what it needs something must stand near, or the word tells something
            else: «نشر» is an event with forces, not with a photograph. None: nothing.
        unless: where some of this stands near, this sense is not meant. None: nothing.
        alike: lemmas that share it may tell of one event.
        row: the table and the row's words, for who asks why.
    """

    word: str
    type: EventType
    frame: Frame
    needs: Guard | None = None
    unless: Guard | None = None
    alike: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class Inflection:
    """What a form tells.

    Attributes:
        feminine, plural: as the form tells; None where it tells nothing.
        passive: whether the letters tell that it is («أصيب»); most do not.
        jussive: whether it is only written after لم and its like («لم يدع»).
    """

    tense: Tense
    feminine: bool | None = None
    plural: bool | None = None
    passive: bool = False
    jussive: bool = False


class Form(NamedTuple):
    """One inflected form of a lemma."""

    lemma: Lemma
    told: Inflection


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that only says that its noun begins, goes on or ends."""

    phase: Phase | None
    future: bool
    tense: Tense


@dataclass(frozen=True, slots=True)
class Finite:
    """One inflected form of a verb that tells no event.

    Attributes:
        control: whose act is what depends on it: «تمكن من السيطرة» is its subject's,
            «أمر الجيش بالانسحاب» its object's.
    """

    told: Inflection
    control: Control = "none"


@dataclass(frozen=True, slots=True, eq=False)
class EventLexicon:
    """Words by folded form, without proclitics and article.

    Attributes:
        forms: of verbs and verbal nouns; several where the letters are the same.
        nouns: event nouns, in each of their senses.
        phrases: by its first word, the other words of a set phrase and what it tells,
            the longest first; None where a phrase tells no event («صندوق الاقتراع»).
        light: light and aspect verbs.
        saying: forms of verbs of saying; `denying` those that deny.
        finite: forms of other verbs, of those of saying, and of light and steering ones.
        sources: words such as «بحسب», before a source.
        manner: nouns of saying after «على حد».
        links: words between a verb of saying and what is said.
        operators: effects of words on what follows in their clause.
        verb_operators: effects of verbs' forms on what depends on them.
        grammar: function words by what they do in a clause.
        casualties: words that tell of the dead and the injured.
        tolls: verbs whose subject is what hurt people; `victims` are words for those people.
        not_definite, not_events: words that name a body or a thing, with the article
            or in any form; `not_written` as they are written, proclitics apart.
        heads: nouns after which a verbal noun only says what they are for («لجنة تحقيق»).
        persons: words in ي that name a person and are no adjectives, «جندي».
        common: words, as written, that are mostly no names.
    """

    forms: Mapping[str, tuple[Form, ...]]
    nouns: Mapping[str, tuple[Lemma, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Lemma | None], ...]]
    light: Mapping[str, LightVerb]
    saying: Mapping[str, Tense]
    denying: frozenset[str]
    finite: Mapping[str, Finite]
    sources: frozenset[str]
    manner: frozenset[str]
    links: frozenset[str]
    operators: Mapping[str, frozenset[Effect]]
    verb_operators: Mapping[str, Effect]
    grammar: Mapping[str, frozenset[str]]
    casualties: Mapping[str, Casualty]
    tolls: frozenset[str]
    victims: frozenset[str]
    not_definite: frozenset[str]
    not_events: frozenset[str]
    not_written: frozenset[str]
    heads: frozenset[str]
    persons: frozenset[str]
    common: frozenset[str]
