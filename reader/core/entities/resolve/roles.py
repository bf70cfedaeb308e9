"""Who holds a title, what belongs to what, and which names act for a state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.core.entities.resolve.bodies import ROUND
from reader.core.entities.resolve.groups import Group
from reader.core.entities.resolve.names import name_words
from reader.core.entities.words import Candidate, Words
from reader.core.types import Entity, Mention


def relate(entities: Sequence[Entity], groups: Sequence[Group]) -> tuple[Entity, ...]:
    """Tie demonyms to their states and rounds to their talks, by id where both are named."""
    both = list(zip(entities, groups, strict=True))
    states = {g.place.iso: e.id for e, g in both if g.place is not None and g.place.state}
    talks: dict[str, str] = {}
    for entity, group in both:
        if entity.type == "EVENT" and group.members[0].rule != ROUND and group.parts:
            talks.setdefault(group.parts[-1], entity.id)
    found = []
    for entity, group in both:
        if entity.type == "NORP" and group.iso:
            found.append(replace(entity, related=states.get(group.iso, entity.related)))
        elif group.members[0].rule == ROUND:
            place = name_words(entity.name)[-2]
            found.append(replace(entity, part_of=talks.get(place)))
        else:
            found.append(entity)
    return tuple(found)


def hold_titles(
    mentions: Sequence[Mention], candidates: Sequence[Candidate]
) -> tuple[Mention, ...]:
    """Tie each title to the person that is named right after it."""
    both = list(zip(candidates, mentions, strict=True))
    people = {c.first: m.entity for c, m in both if c.type == "PER"}
    return tuple(
        replace(m, holder=people.get(c.end) or people.get(c.end + 1)) if m.type == "TITLE" else m
        for c, m in both
    )


def stand_in(
    words: Words,
    candidates: Sequence[Candidate],
    mentions: Sequence[Mention],
    group_of: Mapping[int, Group],
    entities: Mapping[str, Entity],
) -> tuple[Mention, ...]:
    """Mark capitals and demonyms that act for their state; `group_of` is by mention's number."""
    states = {
        group.place.iso: mentions[number].entity
        for number, group in group_of.items()
        if group.place is not None and group.place.state
    }
    acting = _Acting(words, candidates)
    found = []
    for number, (candidate, mention) in enumerate(zip(candidates, mentions, strict=True)):
        place = group_of[number].place if number in group_of else None
        if mention.type == "GPE" and place is not None and place.capital and acting.acts(number):
            state = states.get(place.iso) or words.lexicon.states.get(place.iso)
            found.append(replace(mention, stands_for=state))
        elif mention.type == "NORP" and words.reads_as(candidate.first - 1, "side"):
            related = entities[mention.entity].related if mention.entity else None
            found.append(replace(mention, stands_for=related))
        else:
            found.append(mention)
    return tuple(found)


class _Acting:
    """Tells whether a place's name is the subject of a political verb, or is spoken to."""

    def __init__(self, words: Words, candidates: Sequence[Candidate]) -> None:
        self._words = words
        self._candidates = candidates
        self._by_end = {c.end: number for number, c in enumerate(candidates)}
        self._known: dict[int, bool] = {}

    def acts(self, number: int) -> bool:
        """Tell it of a candidate, by its number; candidates are asked in text order."""
        answer = self._acts(self._candidates[number])
        self._known[number] = answer
        return answer

    def _acts(self, candidate: Candidate) -> bool:
        words, first = self._words, candidate.first
        proclitics = words.folded(first)[: self._offset(candidate)]
        if proclitics in {"و", "ف"}:
            return self._joined(candidate) or self._goes_on(candidate.end)
        if proclitics:
            return False
        before = first - 1
        if words.has(before, "from_preposition"):
            return words.reads_as(before - 1, "from_addressed")
        if words.has(before, "place_preposition"):
            return False
        return self._says(before) or self._spoken_to(first) or self._goes_on(candidate.end)

    def _offset(self, candidate: Candidate) -> int:
        return candidate.span.start - self._words.tokens[candidate.first].span.start

    def _says(self, index: int) -> bool:
        """Tell whether the word is a verb of politics or speech, feminine as cities are."""
        verbs = self._words.lexicon.words
        for reading in self._words.readings(index):
            word = reading.form
            if word[0] == "س" and word[1] in "يت":
                word = word[1:]
            if not (word.endswith("ت") or word[0] == "ت"):
                continue
            male = word[:-1] if word.endswith("ت") else "ي" + word[1:]
            if {word, male} & (verbs["political"] | verbs["saying"]):
                return True
        return False

    def _goes_on(self, end: int) -> bool:
        """Tell whether such a verb follows, perhaps denied: «واشنطن لا تدعم»."""
        words = self._words
        verb = end + 1 if words.has(end, "verb_particle") else end
        return words.same_sentence(end - 1, verb) and self._says(verb)

    def _joined(self, candidate: Candidate) -> bool:
        """Tell whether it is joined by و to a name that acts: «دعت موسكو وأنقرة»."""
        before = self._by_end.get(candidate.first)
        return before is not None and self._known.get(before, False)

    def _spoken_to(self, first: int) -> bool:
        """Tell whether it is the object after verb and subject: «حذرت طهران واشنطن»."""
        subject = self._by_end.get(first)
        if subject is None:
            return False
        start = self._candidates[subject].first
        return self._words.reads_as(start - 1, "addressed")
