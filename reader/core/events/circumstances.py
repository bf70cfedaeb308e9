"""Where and when an event happens."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.events.causes import join_causes
from reader.core.events.frames import HAPPEN_AT, Frame, share
from reader.core.events.phrases import Phrase, PhraseReader
from reader.core.events.sentence import SentenceWords
from reader.core.events.triggers import Trigger
from reader.core.types import EventTime, Span, TimeExpression, TimeRelation

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


# Types whose «على» and whose «إلى» bring no place.
_UPON = frozenset({"COERCE", "ASSAULT", "SANCTION", "AGREE", "SUPPORT"})
_TOWARD = frozenset({"REQUEST", "ACCUSE", "THREATEN", "ECON", "SUPPORT", "AGREE", "ASSAULT"})


@dataclass(frozen=True, slots=True)
class _Site:
    """A place; `is_site` where one can stand on it: a square, not a country."""

    phrase: Phrase
    is_site: bool


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
        self._from_relatives()
        join_causes(self.words, self.frames)

    def _from_relatives(self) -> None:
        """Take the place that the clause of a participant tells: «على محتجين تجمعوا أمام …»."""
        told = {f.trigger.first: f for f in self.frames if f.trigger.verbal and f.places}
        for frame in self.frames:
            ends = [p.end for p, _ in frame.participants if p.end in told]
            if ends and not frame.places and ends[0] > frame.trigger.first:
                frame.places = list(told[ends[0]].places)

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
                    frame.places += [site.phrase for site in found]
            at = max(at + 1, found[-1].phrase.end)

    def _is_object(self, frame: Frame, at: int) -> bool:
        """Tell whether the preposition brings a participant: «سيطر على الميناء»."""
        preposition, lemma = self.words.bare(at), frame.trigger.lemma
        if preposition == "علي":
            return lemma.type in _UPON
        aimed = lemma.frame.roles.get("الي") == "target" or lemma.type in _TOWARD
        return preposition == "الي" and aimed

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

    def _place_at(self, at: int) -> list[_Site] | None:
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
            return [_Site(p, is_site=True) for p in self.reader.coordinated(clitic[1])]
        else:
            return None
        found = self._site(at, skip)
        if found is None or (words.bare(at) == "علي" and not found[0].is_site):
            return None
        return found

    def _site(self, at: int, skip: int) -> list[_Site] | None:
        """Return the places at a word: named, or told by a noun of place."""
        words = self.words
        first = skip
        while words.is_a(skip, "side") or words.is_a(skip, "area") or self._is_nation(skip):
            skip += 1
        if skip < len(words) and words.is_quote(skip):
            skip += 1
        site = any(words.is_a(i, "site") or words.is_a(i, "area") for i in range(first, skip + 1))
        phrase = self.reader.read(skip) if skip < len(words) and self.reader.starts(skip) else None
        if phrase is not None and phrase.is_place and phrase.mention is not None:
            if phrase.mention.stands_for:
                return None
            core = Phrase(phrase.first, phrase.end, phrase.mention.span, phrase.mention, None)
            more = [p for p in self.reader.coordinated(core)[1:] if p.is_place]
            return [_Site(p, is_site=site or p.is_facility) for p in [core, *more]]
        if not site or words.bare(at) == "علي":
            return None
        end = phrase.end if phrase is not None else skip
        if end <= first or any(words.words[i].time for i in range(first, end)):
            return None
        span = Span(words.start(first), words.span_of(end - 1).end)
        mention = phrase.mention if phrase is not None else None
        return [_Site(Phrase(first, end, span, mention, None), is_site=True)]

    def _is_nation(self, at: int) -> bool:
        mention = self.words.mention(at)
        return mention is not None and mention.type == "NORP"

    def _holders(self, at: int, *, timed: bool = False) -> list[Frame]:
        """Return the events that a place or time at a word belongs to.

        The nearest trigger before it in the clause; at the head of a clause, the first
        verb after it.
        """
        words = self.words
        start = words.clause_start(at, commas=False)
        before = [f for f in self.frames if start <= self._position(f.trigger) < at]
        end = words.clause_end(at, commas=False)
        after = [f for f in self.frames if at < f.trigger.first < end]
        led = [v for v in self.reader.verbs if start <= v.at < at]
        led_by_verb = bool(led)
        if not before:
            leads = not led or (timed and led[-1].control == "subject" and not led[-1].says)
            return after[:1] if leads else []
        nearest = before[-1]
        if self._is_anothers(nearest.trigger, at):
            return []
        if (
            nearest.trigger.verbal
            or nearest.trigger.light is not None
            or nearest.governor is not None
        ):
            return [nearest]
        fronted = words.is_a(start, "preposition") or words.is_a(
            nearest.trigger.first - 1, "preposition"
        )
        main = [f for f in after if f.trigger.verbal or f.trigger.light is not None or fronted]
        only = not led_by_verb
        return [nearest, *main[:1]] if fronted and only else [nearest]

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
            for frame in self._holders(at, timed=True):
                if frame.time is None and not self._is_sentence(frame, time, at):
                    frame.time = EventTime(time.id, self._relation(at, time))

    def _is_sentence(self, frame: Frame, time: TimeExpression, at: int) -> bool:
        """Tell whether a duration is how long somebody is locked up or banned."""
        lasting = time.type == "DURATION" and not self.words.is_a(at - 1, "preposition")
        return lasting and frame.trigger.lemma.type in {"COERCE", "SANCTION"}

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
