"""Where and when an event happens."""

from __future__ import annotations

from reader.core.events.causes import join_causes
from reader.core.events.frames import HAPPEN_AT, Frame, share
from reader.core.events.phrases import Phrase, PhraseReader
from reader.core.events.sentence import SentenceWords
from reader.core.events.triggers import Trigger
from reader.core.types import EventTime, TimeExpression, TimeRelation

_RELATIONS: dict[str, TimeRelation] = {
    "قبل": "BEFORE",
    "حتي": "BEFORE",
    "قبيل": "BEFORE",
    "بعد": "AFTER",
    "منذ": "AFTER",
    "بعيد": "AFTER",
    "خلال": "WITHIN",
    "غضون": "WITHIN",
}


class CircumstanceFinder:
    """Finds the places and times of a sentence's events."""

    def __init__(self, words: SentenceWords, frames: list[Frame], reader: PhraseReader) -> None:
        self.words = words
        self.frames = frames
        self.reader = reader

    def find(self) -> None:
        """Fill in the places and times of the frames."""
        for frame in self.frames:
            frame.places += self._named_places(frame.trigger)
        self._places()
        self._times()
        for frame in self.frames:
            noun = frame.same_as
            if noun is not None and noun.trigger.lemma.type == frame.trigger.lemma.type:
                share(frame, noun)
        join_causes(self.words, self.frames)

    def _places(self) -> None:
        words = self.words
        at = 0
        while at < len(words):
            found = self._place_at(at)
            if found is None:
                at += 1
                continue
            for frame in self._holders(at):
                if not self._is_object(frame, at):
                    frame.places += found
            at = found[-1].end

    def _is_object(self, frame: Frame, at: int) -> bool:
        """Tell whether the preposition brings a participant: «سيطر على الميناء»."""
        preposition = self.words.bare(at)
        return preposition in {"علي", "الي"} and preposition in frame.trigger.lemma.frame.roles

    def _named_places(self, trigger: Trigger) -> list[Phrase]:
        """Return the places in the name of the event, «محادثات جنيف», or of what it is part of."""
        words = self.words
        if trigger.verbal or trigger.lemma.type not in HAPPEN_AT:
            return []
        for at in range(trigger.first, min(len(words), trigger.end + 4)):
            mention = words.mention(at)
            if not words.is_word(at) or (words.is_a(at, "preposition") and words.bare(at) != "من"):
                return []
            if mention is not None:
                inside = (m for m in words.mentions if mention.span.contains(m.span))
                found = [m for m in inside if m.type in {"GPE", "LOC"}]
                named = mention.type == "EVENT"
                return [Phrase(at, at + 1, m.span, m, None) for m in found if named]
        return []

    def _place_at(self, at: int) -> list[Phrase] | None:
        """Return the places that a preposition of place brings."""
        words = self.words
        if not words.is_word(at):
            return None
        if words.is_a(at, "place_preposition"):
            skip = at + 1
        elif (
            (clitic := self.reader.clitic_phrase(at)) is not None
            and clitic[0] == "ب"
            and clitic[1].is_place
        ):
            return self.reader.coordinated(clitic[1])
        else:
            return None
        housed = False
        while words.is_a(skip, "side") or words.is_a(skip, "area") or self._is_nation(skip):
            housed = housed or words.is_a(skip, "building")
            skip += 1
        if skip >= len(words) or words.is_quote(skip):
            skip += 1
        phrase = self.reader.read(skip) if skip < len(words) and self.reader.starts(skip) else None
        if phrase is None or phrase.mention is None or not (phrase.is_place or housed):
            return None
        if words.bare(at) in {"علي", "الي"} and phrase.mention.type != "FAC":
            return None
        if phrase.mention.stands_for:
            return None
        core = Phrase(phrase.first, phrase.end, phrase.mention.span, phrase.mention, None)
        return [core, *[p for p in self.reader.coordinated(core)[1:] if p.is_place]]

    def _is_nation(self, at: int) -> bool:
        mention = self.words.mention(at)
        return mention is not None and mention.type == "NORP"

    def _holders(self, at: int) -> list[Frame]:
        """Return the events that a place or time at a word belongs to.

        The nearest trigger before it in the clause; at the head of a clause, the first
        verb after it.
        """
        words = self.words
        start = words.clause_start(at, commas=False)
        before = [f for f in self.frames if start <= self._position(f.trigger) < at]
        end = words.clause_end(at, commas=False)
        after = [f for f in self.frames if at < f.trigger.first < end]
        led_by_verb = any(start <= v.at < at for v in self.reader.verbs)
        if not before:
            return [] if led_by_verb else after[:1]
        nearest = before[-1]
        if self._is_anothers(nearest.trigger, at):
            return []
        if (
            nearest.trigger.verbal
            or nearest.trigger.light is not None
            or nearest.governor is not None
        ):
            return [nearest]
        led = words.is_a(start, "preposition") or words.is_a(
            nearest.trigger.first - 1, "preposition"
        )
        main = [f for f in after if f.trigger.verbal or f.trigger.light is not None or led]
        only = not led_by_verb
        return [nearest, *main[:1]] if led and only else [nearest]

    def _is_anothers(self, trigger: Trigger, at: int) -> bool:
        """Tell whether a verb that tells no event stands between a trigger and a word."""
        light = {f.trigger.light for f in self.frames}
        between = (v for v in self.reader.verbs if trigger.end <= v.at < at)
        return any(
            v.trigger is None and v.at not in light and (v.says or self.words.joined(v.at))
            for v in between
        )

    def _position(self, trigger: Trigger) -> int:
        light = trigger.light if trigger.light is not None else trigger.first
        return min(light, trigger.first)

    def _times(self) -> None:
        for time in self.words.times:
            at = self.words.index_at(time.span.start)
            if at >= len(self.words) or not self._bounds(time) or self._is_dateline(at):
                continue
            for frame in self._holders(at):
                if frame.time is None:
                    frame.time = EventTime(time.id, self._relation(at, time))

    def _is_dateline(self, at: int) -> bool:
        """Tell whether a time stands in «تونس - 5 فيفري 2024 -» and dates the article itself."""
        words = self.words
        if words.sentence.paragraph > 1 or not self.frames:
            return False
        before = self._position(self.frames[0].trigger)
        dashes = (i for i in range(at, min(before, at + 12)) if words.folded(i) in {"-", "–", "—"})
        return at < before and next(dashes, None) is not None

    def _bounds(self, time: TimeExpression) -> bool:
        return time.type != "SET"

    def _relation(self, at: int, time: TimeExpression) -> TimeRelation:
        known = _RELATIONS.get(self.words.bare(at - 1))
        if known:
            return known
        return "WITHIN" if time.type == "DURATION" else "AT"
