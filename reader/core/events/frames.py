"""What is known of one trigger's surroundings, filled in by one finder after the other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reader.core.events.phrases import Phrase, agrees
from reader.core.events.sentence import SentenceWords
from reader.core.events.triggers import Trigger
from reader.core.events.verbs import Verb
from reader.core.types import Argument, EventTime, Filler, Role

# Types of noun whose genitive place is where it happens, not who does it.
HAPPEN_AT = frozenset({"CONSULT", "VOTE", "INCIDENT", "PROTEST", "ASSAULT", "RETREAT"})


@dataclass(slots=True)
class Frame:
    """What has been found of one trigger's surroundings."""

    trigger: Trigger
    subjects: list[Phrase] = field(default_factory=list)
    participants: list[tuple[Phrase, Role]] = field(default_factory=list)
    places: list[Phrase] = field(default_factory=list)
    time: EventTime | None = None
    governor: Frame | None = None
    link: int | None = None
    same_as: Frame | None = None

    def arguments(self) -> tuple[Argument, ...]:
        """Return the participants in text order, each once."""
        found = {
            phrase.span: Argument(
                phrase.span,
                role,
                phrase.mention.entity if phrase.mention else None,
                phrase.rule,
            )
            for phrase, role in reversed(self.participants)
            if phrase.first != self.trigger.first
        }
        return tuple(found[span] for span in sorted(found))

    def fillers(self) -> tuple[Filler, ...]:
        """Return the places in text order, each once, none inside another."""
        spans = {place.span for place in self.places}
        found = {
            p.span: Filler(p.span, p.mention.entity if p.mention else None, p.rule)
            for p in self.places
            if not any(other.contains(p.span) and other != p.span for other in spans)
        }
        return tuple(found[span] for span in sorted(found))


def subject_before(words: SentenceWords, frames: list[Frame], verb: Verb) -> list[Phrase]:
    """Return the subject that «وأكد» goes on with: that of an event's verb before it."""
    earlier = [f for f in frames if f.trigger.verbal and f.trigger.first < verb.at]
    if not earlier or not words.joined(verb.at) or not earlier[-1].subjects:
        return []
    subjects = earlier[-1].subjects
    return subjects if agrees(verb, subjects[0]) else []


def shared(time: EventTime | None, rule: str) -> EventTime | None:
    """Return the time of another event with the reason why it is this one's too."""
    return time and replace(time, rule=rule)


def share(verb: Frame, noun: Frame) -> None:
    """Give «غارة» what its own verb tells of it: «استهدفت سوقا في تعز السبت»."""
    noun.places = verb.places = [*noun.places, *verb.places]
    noun.time = verb.time = noun.time or verb.time
    told = {phrase.span for phrase, _ in noun.participants}
    noun.participants += [(p, role) for p, role in verb.participants if p.span not in told]
