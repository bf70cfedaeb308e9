"""What the lexicon says of a word by its letters alone, looked up once for each word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import NamedTuple

from reader.core.clitics import Reading, readings
from reader.core.events.inflect import without_pronoun
from reader.core.lexicon.events import (
    Casualty,
    EventLexicon,
    Finite,
    Form,
    Inflection,
    Lemma,
    LightVerb,
    Tense,
)
from reader.core.normalize import letter_start
from reader.core.types import Token

VERBAL = frozenset({"past", "imperfect", "future"})
_PLURALS = frozenset({"ون", "ين", "ات"})
_CONJUNCTIONS = frozenset("وف")
_PREPOSITIONS = frozenset("بكل")
_OF_PEOPLE = ("هم", "ه", "ها")  # pronouns after a word of the dead and injured
_NOUN = Inflection("noun")
_KEPT = 16_384  # words


class Analysis(NamedTuple):
    """One way to read a word as what tells an event.

    Attributes:
        pronoun: whether it bears a suffix pronoun.
    """

    reading: Reading
    form: Form
    tense: Tense
    pronoun: bool


class FiniteReading(NamedTuple):
    """One way to read a word as a verb that tells no event here.

    Attributes:
        pronoun: whether it bears a suffix pronoun, its object.
        says: whether it is a verb of saying.
        noun_too: whether its letters are those of a noun too, «عرض», «هدف».
    """

    form: Finite
    proclitics: str
    pronoun: bool
    says: bool
    noun_too: bool


def is_preposed(reading: Reading) -> bool:
    """Tell whether a preposition is the last of a reading's proclitics."""
    return reading.proclitics[-1:] in _PREPOSITIONS


class Known:
    """A word and what is known of it wherever it stands.

    Attributes:
        bare: the folded word without a leading و or ف that is a conjunction; which it
            is can only be known for function words, so `bare` serves those.
        kinds: what function words `bare` is one of.
    """

    def __init__(self, token: Token, written: str, lexicon: EventLexicon) -> None:
        self._written = written
        self._lexicon = lexicon
        self.folded = token.folded
        self.readings = readings(token.folded) if token.kind == "word" else ()
        self.bare = self._without_conjunction()
        grammar = lexicon.grammar.items()
        self.kinds = frozenset(kind for kind, words in grammar if self.bare in words)

    def _without_conjunction(self) -> str:
        rest, lexicon = self.folded[1:], self._lexicon
        if self.folded[:1] not in _CONJUNCTIONS:
            return self.folded
        known = any(rest in words for words in lexicon.grammar.values())
        known = known or rest in lexicon.operators or rest in lexicon.sources
        return rest if known else self.folded

    @cached_property
    def definite(self) -> bool:
        """Whether some reading bears the article."""
        return any(reading.definite for reading in self.readings)

    @cached_property
    def stems(self) -> frozenset[str]:
        """What it may be less its clitics, its article and its endings."""
        found: set[str] = set()
        for reading in readings(self.folded):
            found |= {reading.stem, reading.form}
            if not reading.definite:
                found.update(without_pronoun(reading.stem))
            if len(reading.stem) > 4 and reading.stem[-2:] in _PLURALS:
                found |= {reading.stem[:-2], f"{reading.stem[:-2]}ه"}
            elif len(reading.stem) > 3:
                found.add(reading.stem.removesuffix("ا"))
        return frozenset(found)

    @cached_property
    def joined(self) -> bool:
        """Whether it begins with a letter that is its conjunction و or ف, maybe."""
        word = self.folded
        if word[:1] not in _CONJUNCTIONS or len(word) <= 3:
            return False
        whole = self._lexicon.grammar["unjoined"]
        bare = any(stem in whole for stem in without_pronoun(word))
        return word not in whole and not bare and not self._owns_first()

    def _owns_first(self) -> bool:
        """Tell whether the first letter is the word's own, «وقعت»: without it none is known."""
        lexicon, word = self._lexicon, self.folded
        tables = (lexicon.finite, lexicon.forms, lexicon.nouns)
        known = any(word in table for table in tables)
        return known and not any(word[1:] in table for table in tables)

    @cached_property
    def analyses(self) -> tuple[Analysis, ...]:
        """What event it may tell, by the reading with the fewest proclitics that tells any."""
        each = (tuple(self._analyses(reading)) for reading in self.readings)
        return next((found for found in each if found), ())

    def _analyses(self, reading: Reading) -> Iterator[Analysis]:
        lexicon, stem = self._lexicon, reading.stem
        written = self._written
        if reading.offset:
            written = written[letter_start(written, reading.offset) :]
        if written in lexicon.not_written or stem in lexicon.not_events:
            return
        if reading.definite and stem in lexicon.not_definite:
            told = self._told(reading, stem, pronoun=False)
            yield from (a for a in told if a.form.lemma.needs is not None)  # «البحث عن ناجين»
            return
        yield from self._told(reading, stem, pronoun=False)
        if reading.definite and not reading.proclitics.endswith("ل"):
            # «التقى», «إلغاء»: ال may be the word's own letters.
            stem = reading.form
            reading = Reading(reading.proclitics, reading.offset, stem, stem, definite=False)
            yield from self._told(reading, stem, pronoun=False)
        if reading.definite:
            return
        if stem.startswith("س") and len(stem) > 3:
            for form in lexicon.forms.get(stem[1:], ()):
                if form.told.tense == "imperfect" and not form.told.jussive:
                    yield Analysis(reading, form, "future", pronoun=False)
        if written.endswith("ة"):
            return  # no pronoun: «إصابة» is no «أصابه»
        for bare in without_pronoun(stem):
            yield from self._told(reading, bare, pronoun=True)

    def _told(self, reading: Reading, stem: str, *, pronoun: bool) -> Iterator[Analysis]:
        for form in self._lexicon.forms.get(stem, ()):
            if form.told.tense in VERBAL and (reading.definite or is_preposed(reading)):
                continue
            yield Analysis(reading, form, form.told.tense, pronoun)
        for lemma in self._lexicon.nouns.get(stem, ()):
            yield Analysis(reading, Form(lemma, _NOUN), "noun", pronoun)

    @cached_property
    def phrases(self) -> tuple[tuple[int, tuple[str, ...], Lemma | None], ...]:
        """The set phrases that it may begin: letters before it, the other words, what they tell."""
        known = self._lexicon.phrases
        return tuple(
            (reading.offset, rest, lemma)
            for reading in self.readings
            for rest, lemma in known.get(reading.stem, ())
        )

    @cached_property
    def borne(self) -> tuple[Reading, ...]:
        """The readings with a preposition written onto the word, ب or ل."""
        return tuple(r for r in self.readings if r.proclitics[-1:] in {"ب", "ل"})

    @cached_property
    def light(self) -> LightVerb | None:
        """The light or aspect verb that it may be."""
        known = self._lexicon.light
        for reading in self.readings:
            if reading.definite or is_preposed(reading):
                continue
            for stem in (reading.stem, *without_pronoun(reading.stem)):
                if (verb := known.get(stem)) is not None:
                    return verb
                verb = known.get(stem[1:]) if stem.startswith("س") else None
                if verb is not None and verb.tense == "imperfect":
                    return replace(verb, tense="future")
        return None

    @cached_property
    def saying(self) -> str | None:
        """The form of a verb of saying that it is."""
        for reading in self.readings:
            if reading.stem in self._lexicon.saying and not reading.definite:
                return None if reading.proclitics[-1:] in {"ب", "ك"} else reading.stem
        return None

    @cached_property
    def casualty(self) -> Casualty | None:
        """Whether it tells of the dead or of the injured."""
        known = self._lexicon.casualties
        for reading in self.readings:
            stems = (reading.stem, *(reading.stem.removesuffix(p) for p in _OF_PEOPLE))
            kind = next((known[stem] for stem in stems if stem in known), None)
            if kind is not None:
                return kind
        return None

    @cached_property
    def toll(self) -> bool:
        """Whether it may be a verb such as «خلّف», whose subject hurt people."""
        tolls = self._lexicon.tolls
        return any(not r.definite and r.stem in tolls for r in self.readings)

    @cached_property
    def victim(self) -> bool:
        """Whether it is a word for people who were hurt, «قتلى»."""
        return any(reading.stem in self._lexicon.victims for reading in self.readings)

    @cached_property
    def finite(self) -> tuple[FiniteReading, ...]:
        """What verbs it may be that tell no event here."""
        return tuple(self._finite())

    def _finite(self) -> Iterator[FiniteReading]:
        saying = self._lexicon.saying
        for reading in self.readings:
            if reading.definite or is_preposed(reading):
                continue
            for stem in (reading.stem, *without_pronoun(reading.stem)):
                form = self._finite_form(stem)
                if form is None:
                    continue
                plain, own = stem.removeprefix("س"), reading.stem
                pronoun = own not in {stem, plain}
                noun_too = form.told.tense == "past" and len(stem) <= 3
                noun_too = noun_too and form.told.feminine is False
                says = plain in saying or stem in saying
                yield FiniteReading(form, reading.proclitics, pronoun, says, noun_too)

    def _finite_form(self, stem: str) -> Finite | None:
        """Return a verb that tells no event, or one of an event in another sense of its own."""
        lexicon = self._lexicon
        if (form := lexicon.finite.get(stem)) is not None:
            return form
        form = lexicon.finite.get(stem[1:]) if stem.startswith("س") else None
        if form is not None and form.told.tense == "imperfect":
            return form
        forms = lexicon.forms.get(stem, ())
        told = next((f.told for f in forms if f.told.tense in {"past", "imperfect"}), None)
        return Finite(told) if told is not None else None


class Vocabulary:
    """The words, as written, that have been looked up lately."""

    def __init__(self, lexicon: EventLexicon) -> None:
        self.lexicon = lexicon
        self._known: dict[str, Known] = {}

    def of(self, token: Token, text: str) -> Known:
        """Return what is known of a token of `text`."""
        written = text[token.span.start : token.span.end]
        known = self._known.get(written)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known = {}
            known = self._known[written] = Known(token, written, self.lexicon)
        return known


@lru_cache(maxsize=1)
def vocabulary(lexicon: EventLexicon) -> Vocabulary:
    """Return the one vocabulary of a lexicon, which texts share."""
    return Vocabulary(lexicon)
