"""Names that begin with a head noun: institutions, facilities, named events, titles.

An Arabic name of this kind is a construct chain: a head, perhaps more nouns without
article, a definite noun or a name that closes the chain, then adjectives that agree
(«وزارة الخارجية الروسية», «المعهد الوطني للجيوفيزياء»).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reader.core.clitics import Reading
from reader.core.entities.words import Candidate, Words
from reader.core.types import EntityType

_MAX_WORDS = 8
_NISBA = ("ي", "يه", "يين", "يون", "يات", "ا")
_LOOSE = 0.45  # too little where no tagger sees a name, see join.py
_PRIORITY: dict[EntityType, int] = {"TITLE": 4, "ORG": 6, "FAC": 6, "EVENT": 6}


@dataclass(slots=True)
class _Chain:
    """How far a name has been read."""

    end: int
    definite: bool
    closed: bool = False  # a definite noun or a name closed the chain
    place: bool = False
    nation: bool = False
    nouns: int = 0


class PhraseFinder:
    """Finds names that begin with a head noun.

    `known` gives the gazetteer's candidates by the token that they start at.
    """

    def __init__(self, words: Words, known: Mapping[int, Candidate]) -> None:
        self._words = words
        self._known = known

    def find(self) -> Iterator[Candidate]:
        """Yield the candidates, in text order; those of one head once."""
        for index in range(len(self._words)):
            if index in self._words.blocked:
                continue
            head = self._head(index)
            if head is not None:
                candidate = self._phrase(index, *head)
                if candidate is not None:
                    yield candidate
            yield from self._numbered(index)

    def _head(self, index: int) -> tuple[Reading, EntityType] | None:
        if self._words.is_suffixed(index):
            return None
        heads = self._words.lexicon.heads
        for reading in self._words.readings(index):
            if reading.stem in heads:
                return reading, heads[reading.stem]
            if reading.form in heads:
                return reading, heads[reading.form]
        return None

    def _phrase(self, index: int, reading: Reading, kind: EntityType) -> Candidate | None:
        chain = _Chain(index + 1, definite=reading.definite)
        while chain.end - index < _MAX_WORDS and self._extend(index, chain, kind):
            pass
        if not self._is_name(index, reading, kind, chain):
            return self._alone(index)
        span = self._words.span(index, chain.end, reading.offset)
        if kind in {"ORG", "FAC"} and self._is_loose(reading, chain):
            rule = f"loose {kind} head: {reading.stem}"
            return Candidate(index, chain.end, span, kind, rule, _LOOSE, _PRIORITY[kind])
        confidence = 0.85 if chain.place or chain.nation or chain.closed else 0.7
        rule = f"{kind} head: {reading.stem}"
        return Candidate(index, chain.end, span, kind, rule, confidence, _PRIORITY[kind])

    def _alone(self, index: int) -> Candidate | None:
        alone = self._words.lexicon.alone
        for reading in self._words.readings(index):
            if reading.definite and reading.stem in alone:
                span = self._words.span(index, index + 1, reading.offset)
                kind = alone[reading.stem]
                return Candidate(index, index + 1, span, kind, "state body", 0.6, 3)
        return None

    def _is_name(self, index: int, reading: Reading, kind: EntityType, chain: _Chain) -> bool:
        if chain.end == index + 1:
            return False
        if kind == "EVENT":
            opened = reading.stem in self._words.lexicon.words["event_open"]
            return chain.place or chain.nation or (opened and chain.closed and not reading.definite)
        if kind == "FAC":
            return chain.place or (chain.closed and not reading.definite and chain.nouns > 0)
        return chain.closed or chain.place or chain.nation

    def _is_loose(self, reading: Reading, chain: _Chain) -> bool:
        """Tell whether the head may as well say what is done: «حركة المرور», «طريق الخطأ»."""
        named = chain.place or (chain.nation and reading.definite)
        return not named and reading.stem in self._words.lexicon.words["loose_head"]

    def _extend(self, head: int, chain: _Chain, kind: EntityType) -> bool:
        """Read one more word into the chain; tell whether it belongs."""
        index, words = chain.end, self._words
        if not words.same_sentence(head, index) or index in words.blocked:
            return False
        known = self._known.get(index)
        if known is not None and self._joins(known, chain, kind):
            chain.end, chain.closed, chain.place = known.end, True, True
            return True
        if kind == "TITLE" and self._linked(head, chain):
            return True
        if not words.readings(index) or words.has(index, "function") or self._led(index):
            return False
        if kind == "EVENT" and (chain.place or self._people_event(chain)):
            return False
        return (
            self._adjective(chain)
            or self._for(chain)
            or self._noun(chain)
            or self._joined(head, chain)
        )

    def _led(self, index: int) -> bool:
        """Tell whether a preposition leads the word out of the chain: «فندق بوسط العاصمة»."""
        lexicon, found = self._words.lexicon, self._words.readings(index)
        led = [r.stem for r in found if r.proclitics[-1:] in {"ب", "ك"}]
        if any(stem in lexicon.words["side_of"] for stem in led):
            return True
        whole = any(r.form in lexicon.common for r in found if not r.proclitics)
        return not whole and any(stem in lexicon.common for stem in led)

    def _people_event(self, chain: _Chain) -> bool:
        """Read «حوار وطني سوري» after «مؤتمر»: words without article up to a nationality.

        Returns False, so that reading goes on, where there is nothing of the kind.
        """
        words = self._words
        if chain.definite or chain.closed:
            return False
        for end in range(chain.end, chain.end + 4):
            if not words.same_sentence(chain.end - 1, end) or not words.readings(end):
                return False
            if words.definite(end) or words.has(end, "function") or end in words.blocked:
                return False
            if self._nation(end) and end > chain.end:
                chain.end, chain.closed, chain.nation = end + 1, True, True
                return True
        return False

    def _joins(self, known: Candidate, chain: _Chain, kind: EntityType) -> bool:
        at_word = known.span.start == self._words.tokens[known.first].span.start
        if not at_word:
            return False
        if kind == "EVENT":
            return not chain.definite and not chain.closed
        whole = chain.definite and chain.nouns == 0  # «الوزير أنقرة»: no genitive follows
        return not chain.closed and not (whole and kind in {"ORG", "TITLE"})

    def _adjective(self, chain: _Chain) -> bool:
        """An adjective that agrees: definite after a definite noun or a name."""
        index, words = chain.end, self._words
        nation = self._nation(index)
        if not chain.definite and not chain.closed:
            if nation and not words.definite(index) and chain.nouns >= 0:
                chain.end, chain.nation, chain.closed = index + 1, True, True
                return True
            return False
        if chain.place and not words.definite(index):
            return False
        if not words.definite(index):
            return False
        folded = words.folded(index)
        if not (nation or folded.endswith(_NISBA) or words.has(index, "adjective")):
            return False
        chain.end, chain.closed = index + 1, True
        chain.nation = chain.nation or nation
        return True

    def _nation(self, index: int) -> bool:
        nations = self._words.lexicon.nations
        return any(not r.proclitics and r.stem in nations for r in self._words.readings(index))

    def _for(self, chain: _Chain) -> bool:
        """«للشغل», or a whole «للاتحاد الوطني للشغل», after a definite head, once."""
        index, folded = chain.end, self._words.folded(chain.end)
        if not (folded.startswith("لل") and len(folded) > 4 and (chain.definite or chain.closed)):
            return False
        if chain.nouns or chain.place:
            return False
        head = self._head(index)
        inner = self._phrase(index, *head) if head and head[1] == "ORG" else None
        chain.end, chain.closed = (inner.end if inner else index + 1), True
        chain.nouns += 1
        return True

    def _noun(self, chain: _Chain) -> bool:
        """A noun of the construct chain: with the article it closes the chain."""
        index, words = chain.end, self._words
        if chain.closed or chain.definite or words.folded(index).startswith("لل"):
            return False
        if words.definite(index):
            chain.end, chain.closed, chain.nouns = index + 1, True, chain.nouns + 1
            return True
        if self._proper(chain):
            return True
        follows = self._known.get(index + 1)
        goes_on = words.definite(index + 1) or follows is not None or self._unknown(index + 1)
        if chain.nouns >= 2 or not goes_on or words.folded(index).startswith("و"):
            return False
        chain.end, chain.nouns = index + 1, chain.nouns + 1
        return True

    def _proper(self, chain: _Chain) -> bool:
        """A name that no list holds, after a noun of the chain («رئيس جماعة تالوين»)."""
        if not chain.nouns or not self._unknown(chain.end):
            return False
        chain.end, chain.closed = chain.end + 1, True
        return True

    def _unknown(self, index: int) -> bool:
        words = self._words
        if len(words.folded(index)) < 4 or not words.readings(index) or words.definite(index):
            return False
        if words.is_suffixed(index) or words.has_tanwin(index):
            return False
        parts = words.lexicon.person_parts
        return not any(
            r.form in words.lexicon.common
            or r.form in parts
            or r.stem in words.lexicon.nations
            or r.form in words.lexicon.words["saying"]
            for r in words.readings(index)
        )

    def _joined(self, head: int, chain: _Chain) -> bool:
        """«والمغتربين» in «وزارة الخارجية والمغتربين»."""
        index, words = chain.end, self._words
        if not (chain.closed and words.folded(index).startswith("وال")):
            return False
        if not words.reads_as(head, "joined_head") or self._head(index) or self._known.get(index):
            return False
        stem = words.folded(index)[1:]
        if stem[2:] in words.lexicon.alone or chain.place or chain.nation:
            return False
        if words.has(index + 1, "saying") or words.reads_as(index, "opaque"):
            return False
        chain.end = index + 1
        return True

    def _linked(self, head: int, chain: _Chain) -> bool:
        """«باسم الوزارة» and «إلى اليمن» after a title that is for something."""
        index, words = chain.end, self._words
        if not (words.has(index, "title_link") and words.reads_as(head, "title_linked")):
            return False
        if words.folded(index) == "في" and words.reads_as(head, "title_afar"):
            return False  # «المبعوث الأممي في إسطنبول» is only there
        known = self._known.get(index + 1)
        if known is not None:
            chain.end, chain.closed, chain.place = known.end, True, True
            return True
        if not words.definite(index + 1) and not self._head(index + 1):
            return False
        body = self._head(index + 1)
        inner = self._phrase(index + 1, *body) if body else None
        chain.end = inner.end if inner else index + 2
        chain.closed = chain.place = True
        return True

    def _numbered(self, index: int) -> Iterator[Candidate]:
        """Yield «أستانا-7»: a place, a hyphen and a number, unspaced."""
        known, words = self._known.get(index), self._words
        if known is None or known.type not in {"GPE", "LOC"}:
            return
        hyphen, number = known.end, known.end + 1
        if words.folded(hyphen) not in {"-", "–"} or not words.adjacent(known.end - 1):
            return
        if words.adjacent(hyphen) and words.tokens[number].kind == "number":
            span = words.span(number, number + 1)
            whole = type(span)(known.span.start, span.end)
            yield Candidate(index, number + 1, whole, "EVENT", "numbered round", 0.9, 7)
