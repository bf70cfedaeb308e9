"""Who takes part in an event, where and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.core.events.phrases import Phrase, PhraseReader
from reader.core.events.sentence import SentenceWords
from reader.core.events.triggers import Trigger
from reader.core.types import Argument, EventTime, Filler, Role, TimeExpression, TimeRelation

# Types of noun whose genitive place is where it happens, not who does it.
_HAPPEN_AT = frozenset({"CONSULT", "VOTE", "INCIDENT", "PROTEST", "ASSAULT", "RETREAT"})
_RECIPROCAL = frozenset({"AGREE", "CONSULT"})
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
_ACTS = frozenset({"PER", "ORG", "GPE", "NORP", "TITLE", "COUNT"})


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
                phrase.span, role, phrase.mention.entity if phrase.mention else None
            )
            for phrase, role in reversed(self.participants)
        }
        return tuple(found[span] for span in sorted(found))

    def fillers(self) -> tuple[Filler, ...]:
        """Return the places in text order, each once."""
        found = {
            p.span: Filler(p.span, p.mention.entity if p.mention else None) for p in self.places
        }
        return tuple(found[span] for span in sorted(found))


class ArgumentFinder:
    """Finds the arguments of a sentence's triggers."""

    def __init__(self, words: SentenceWords, triggers: list[Trigger]) -> None:
        self.words = words
        self.triggers = triggers
        self.reader = PhraseReader(words, triggers)
        self.frames = [Frame(t) for t in triggers]

    def find(self) -> list[Frame]:
        """Return a frame for each trigger, in text order."""
        for index, frame in enumerate(self.frames):
            self._govern(index)
            if frame.trigger.verbal:
                self._verb(index)
            else:
                self._noun(index)
            self._prepositions(index)
        for frame in self.frames:
            frame.places += self._named_places(frame.trigger)
        self._places()
        self._times()
        for frame in self.frames:
            if frame.same_as is not None:
                _share(frame, frame.same_as)
        return self.frames

    # -- subjects and objects -------------------------------------------------------------
    def _verb(self, index: int) -> None:
        frame = self.frames[index]
        after = self._after(frame.trigger.end, index)
        before = self._before(index) or self._shared(index, after)
        if before:
            frame.subjects = before
            self._cast(frame, after[:1])
            return
        frame.subjects = self.reader.coordinated(after[0]) if after else []
        rest = self._after(frame.subjects[-1].end, index) if after else []
        self._cast(frame, rest[:1])

    def _shared(self, index: int, after: list[Phrase]) -> list[Phrase] | None:
        """Return the subject that a verb takes from what stands before its clause.

        A verb with room for a subject among the phrases after it needs none.
        """
        frame = self.frames[index]
        if len(after) >= (2 if frame.trigger.lemma.frame.pattern == "so" else 1):
            return None
        if self._shares_subject(index):
            return self.frames[index - 1].subjects or None
        return self._antecedent(frame) or self._reporter(frame.trigger)

    def _antecedent(self, frame: Frame) -> list[Phrase] | None:
        """Return the indefinite noun that the verb's clause describes: «غارة استهدفت سوقا»."""
        words, first = self.words, frame.trigger.first
        if words.joined(first) or not words.is_word(first - 1) or words.is_a(first - 1, "opener"):
            return None
        found = self._ending_at(first)
        if not found or words.definite(first - 1):
            return None
        told = next((f for f in self.frames if f.trigger.first == found[0].first), None)
        if told is not None:
            frame.same_as = told
            return None
        return found

    def _reporter(self, trigger: Trigger) -> list[Phrase] | None:
        """Return who says, denies or decides to do it: «نفت الجماعة أن تكون قد قصفت»."""
        words = self.words
        start = words.clause_start(trigger.first)
        opened = next(
            (i for i in range(trigger.first - 1, start - 1, -1) if words.is_a(i, "complement")),
            None,
        )
        if opened is None or not all(
            self._is_auxiliary(i) for i in range(opened + 1, trigger.first)
        ):
            return None
        found = self._told_by(opened, start)
        return None if found and _is_too_few(trigger, found) else found

    def _is_auxiliary(self, at: int) -> bool:
        words = self.words
        return any(words.is_a(at, kind) for kind in ("be", "opener", "complement", "adverb"))

    def _told_by(self, end: int, start: int) -> list[Phrase] | None:
        """Return the subject of the last verb of saying or deciding between two words."""
        words = self.words
        known = (words.lexicon.saying, words.lexicon.verb_operators)
        for at in range(end - 1, start - 1, -1):
            if not words.is_word(at) or words.in_name(at):
                continue
            if any(
                not r.definite and r.stem in forms
                for r in words.words[at].readings
                for forms in known
            ):
                begin = at + 1
                while begin < end and (words.words[begin].time or words.is_a(begin, "adverb")):
                    begin += 1
                phrase = (
                    self.reader.read(begin) if begin < end and self.reader.starts(begin) else None
                )
                return self.reader.coordinated(phrase) if phrase else None
        return None

    def _cast(self, frame: Frame, objects: list[Phrase]) -> None:
        """Give subjects and objects their roles by the verb's pattern and voice."""
        pattern = frame.trigger.lemma.frame.pattern
        passive = frame.trigger.passive or self._must_be_passive(frame, objects)
        undergone: Role = "target" if passive or pattern == "u" else "actor"
        if frame.same_as is None:
            frame.participants += [(phrase, undergone) for phrase in frame.subjects]
        if pattern == "so" and not passive:
            found = [p for first in objects for p in self.reader.coordinated(first)]
            struck = frame.trigger.lemma.type == "INCIDENT"
            frame.places += [phrase for phrase in found if struck and phrase.is_place]
            role = self._object_role(frame)
            frame.participants += [(p, role) for p in found if not (struck and p.is_place)]
        elif pattern == "r":
            frame.participants += [(phrase, "actor") for phrase in objects if phrase.mention]

    def _must_be_passive(self, frame: Frame, objects: list[Phrase]) -> bool:
        """Tell whether a verb of killing or taking has the one that it happens to as its subject.

        Such verbs have an object in the active voice; with none, and people counted as
        the subject, it is «قُتل» without its vowel.
        """
        if frame.trigger.lemma.frame.pattern != "so" or frame.trigger.pronoun or objects:
            return False
        if frame.trigger.lemma.type not in {"ASSAULT", "COERCE"} or not frame.subjects:
            return False
        mention = frame.subjects[0].mention
        return mention is None or mention.type in {"COUNT", "PER", "TITLE"}

    def _after(self, at: int, index: int) -> list[Phrase]:
        """Return the bare phrases after a verb, subject and object, over times and adverbs."""
        words = self.words
        end = self._reach(index)
        found: list[Phrase] = []
        while at < end and len(found) < 2:
            if words.words[at].time is not None or words.is_a(at, "adverb") or words.is_quote(at):
                at += 1
                continue
            if (skipped := self._past_estimate(at)) > at:
                at = skipped
                continue
            if not self.reader.starts(at) or self._is_adverbial(at):
                break
            phrase = self.reader.read(at)
            if phrase is None:
                break
            found.append(phrase)
            at = self.reader.coordinated(phrase)[-1].end
        return found

    def _past_estimate(self, at: int) -> int:
        """Return the index after «أكثر من» and «نحو» before a number."""
        words = self.words
        for length in (1, 2):
            mention = words.mention(at + length)
            plain = words.is_a(at + length - 1, "preposition")
            if plain and mention is not None and mention.type in {"COUNT", "MONEY"}:
                return at + length
        return at

    def _is_adverbial(self, at: int) -> bool:
        words = self.words
        if any(t.first == at and t.tense == "participle" for t in self.triggers):
            return True
        after = at + 1
        loose = words.is_a(after, "preposition") and any(t.first == at for t in self.triggers)
        return self._is_accusative(at) and (loose or words.folded(after) in {"له", "لها", "لهم"})

    def _reach(self, index: int) -> int:
        """Return where the next verb or the clause ends a trigger's ground."""
        words, trigger = self.words, self.frames[index].trigger
        end = words.clause_end(trigger.end - 1)
        later = [
            t.light if t.light is not None else t.first
            for t in self.triggers[index + 1 :]
            if t.verbal
        ]
        return min([end, *(at for at in later if at > trigger.first)])

    def _before(self, index: int) -> list[Phrase] | None:
        """Return the subject that stands before its verb, or what a relative clause describes."""
        words, trigger = self.words, self.frames[index].trigger
        at = trigger.first - 1
        if words.is_a(at, "relative"):
            return self._ending_at(at)
        if words.joined(trigger.first) or not words.is_word(at):
            return None
        start = words.clause_start(trigger.first)
        opens = ("complement", "be")
        opened = start == 0 or any(words.is_a(start - 1, kind) for kind in opens)
        heads = (i for i in range(at, start - 1, -1) if any(words.is_a(i, k) for k in opens))
        begin = next(heads, start - 1) + 1
        if not (opened or begin > start) or begin > at or not self.reader.starts(begin):
            return None
        phrase = self.reader.read(begin)
        if phrase is None:
            return None
        told = next((f for f in self.frames if f.trigger.first == begin), None)
        if told is not None and not told.trigger.verbal:
            self.frames[index].same_as = told
        group = self.reader.coordinated(phrase)
        between = range(group[-1].end, trigger.first)
        verbs = {t.first for t in self.triggers if t.verbal}
        clear = not any(words.is_stop(i) or i in verbs for i in between)
        return group if group[-1].end <= trigger.first and len(between) <= 6 and clear else None

    def _ending_at(self, at: int) -> list[Phrase] | None:
        """Return the phrase that ends just before a word."""
        for first in range(at - 1, max(-1, at - 7), -1):
            if self.reader.starts(first, joined=True):
                phrase = self.reader.read(first)
                if phrase is not None and phrase.end == at and not self.reader.starts(first - 1):
                    return [phrase]
        return None

    def _shares_subject(self, index: int) -> bool:
        """Tell whether «وحذرت» goes on with the subject of the verb before it."""
        trigger = self.frames[index].trigger
        if index == 0 or not self.words.joined(trigger.first) or trigger.first == 0:
            return False
        previous = self.frames[index - 1]
        earlier = next((f for f in reversed(self.frames[:index]) if f.trigger.verbal), None)
        if earlier is None or not earlier.subjects or previous.trigger.passive:
            return False
        previous.subjects = previous.subjects or earlier.subjects
        if _is_too_few(trigger, earlier.subjects):
            return False
        return trigger.feminine == earlier.trigger.feminine

    def _noun(self, index: int) -> None:
        """A noun's genitive, and the subject of the light verb that carries it."""
        frame = self.frames[index]
        trigger = frame.trigger
        if trigger.tense == "participle":
            self._participle(index)
            return
        if trigger.light is not None and trigger.light < trigger.first:
            subject = self._after(trigger.light + 1, index)[:1]
            if subject and subject[0].end <= trigger.first:
                frame.subjects = self.reader.coordinated(subject[0])
                frame.participants += [(p, self._done_by(frame)) for p in frame.subjects]
        elif trigger.lemma.frame.pattern != "n" and not self._is_located(trigger):
            self._take_actor(frame)
        if not trigger.pronoun:
            self._genitive(frame)

    def _done_by(self, frame: Frame) -> Role:
        return "target" if frame.trigger.lemma.frame.pattern == "u" else "actor"

    def _is_located(self, trigger: Trigger) -> bool:
        """Tell whether «في» or «بعد» before the noun makes it no act of the verb's subject."""
        at = trigger.first - 1
        while self.words.is_a(at, "holding"):
            at -= 1
        return self.words.is_a(at, "locating")

    def _take_actor(self, frame: Frame) -> None:
        if frame.governor is not None:
            self._inherit(frame, frame.governor)
            return
        first = frame.trigger.first
        words = self.words
        clitic = words.span_of(first).start < frame.trigger.span.start
        if not clitic and not words.is_a(first - 1, "preposition") and words.joined(first):
            return
        frame.subjects = self._told_by(first, words.clause_start(first)) or []
        alone = frame.trigger.lemma.type in _RECIPROCAL and len(frame.subjects) < 2
        if alone or frame.trigger.lemma.type in {"ASSAULT", "INCIDENT"}:
            frame.subjects = []
        frame.participants += [(phrase, self._done_by(frame)) for phrase in frame.subjects]

    def _inherit(self, frame: Frame, governor: Frame) -> None:
        """Take the actor from the verb that the noun depends on.

        Who is asked to act does it; else who agrees, vows or threatens.
        """
        asked = [p for p, role in governor.participants if role == "target"]
        acting = asked if governor.trigger.lemma.type == "REQUEST" and asked else governor.subjects
        frame.subjects = acting
        frame.participants += [(phrase, self._done_by(frame)) for phrase in acting]

    def _participle(self, index: int) -> None:
        """«داعيا»: its subject is that of the verb before it."""
        frame = self.frames[index]
        earlier = next((f for f in reversed(self.frames[:index]) if f.subjects), None)
        frame.subjects = earlier.subjects if earlier else []
        self._cast(frame, self._after(frame.trigger.end, index)[:1])

    def _genitive(self, frame: Frame) -> None:
        at = frame.trigger.end
        if not self.reader.starts(at) or self._is_accusative(at):
            return
        phrase = self.reader.read(at)
        if phrase is None or self._describes(at):
            return
        lemma = frame.trigger.lemma
        if (
            phrase.is_place
            and lemma.type in _HAPPEN_AT
            and lemma.frame.pattern in {"n", "r", "s", "u"}
        ):
            frame.places += self.reader.coordinated(phrase)
            return
        moved = lemma.type == "ECON" and bool(frame.subjects)
        role: Role = self._object_role(frame) if moved or lemma.frame.pattern in "so u" else "actor"
        if role == "actor" and not self._may_act(phrase):
            return
        frame.participants += [(p, role) for p in self.reader.coordinated(phrase)]

    def _is_accusative(self, at: int) -> bool:
        """Tell whether the word ends in the ا of an indefinite accusative, and is no name."""
        words = self.words
        plain = words.mention(at) is None and not words.definite(at)
        return plain and words.folded(at).endswith("ا")

    def _object_role(self, frame: Frame) -> Role:
        """Return what the frame makes of an object: what is sent or given is no target."""
        return frame.trigger.lemma.frame.roles.get("object", "target")

    def _may_act(self, phrase: Phrase) -> bool:
        if phrase.mention is None:
            return self.words.definite(phrase.end - 1)
        return phrase.mention.type in _ACTS

    def _describes(self, at: int) -> bool:
        """Tell whether the word after a noun is its adjective and no genitive."""
        words = self.words
        mention = words.mention(at)
        if mention is not None:
            return mention.type == "NORP"
        if words.definite(at - 1):
            return True
        parts = words.is_a(at + 1, "preposition") and words.bare(at + 1) == "من"
        return not words.definite(at) and words.folded(at).endswith("ه") and not parts

    # -- prepositions ---------------------------------------------------------------------
    def _prepositions(self, index: int) -> None:
        """Take what the frame's prepositions bring, up to the next trigger."""
        frame = self.frames[index]
        roles = frame.trigger.lemma.frame.roles
        for at, preposition, phrase in self._preposed(frame.trigger.end, self._ground(index)):
            role = roles.get(preposition)
            if preposition in {"من", "علي"} and self.words.is_a(at + 1, "by"):
                role = "actor"
            if self._is_host(frame, at, phrase):
                frame.participants.append((_core(phrase), "other"))
                continue
            if role is None or any(t.first == phrase.first for t in self.triggers):
                continue
            if phrase.is_place and preposition in {"الي", "ل", "من"} and role != "target":
                continue
            frame.participants += [(p, role) for p in self._group(phrase, preposition)]

    def _is_host(self, frame: Frame, at: int, phrase: Phrase) -> bool:
        """Tell whether «برعاية» or «تحت إشراف» brings who stands over a meeting."""
        over = self.words.is_a(at, "auspices") or self.words.is_a(phrase.first, "auspices")
        return over and phrase.mention is not None and frame.trigger.lemma.type == "CONSULT"

    def _group(self, phrase: Phrase, preposition: str) -> list[Phrase]:
        """Return the phrases that one preposition brings; «بين» brings those joined by و."""
        found = self.reader.coordinated(phrase)
        again = found[-1].end
        if preposition == "بين" and self.words.bare(again) == "بين":
            return [*found, *[p for _, _, p in self._preposed(again, again + 2)]]
        return found

    def _ground(self, index: int) -> int:
        """Return where a trigger's prepositions end: at the next trigger or the clause's end."""
        trigger = self.frames[index].trigger
        later = [t.first for t in self.triggers[index + 1 :]]
        return min([self.words.clause_end(trigger.end - 1), *later])

    def _preposed(self, first: int, end: int) -> Iterator[tuple[int, str, Phrase]]:
        """Yield (index, preposition, phrase) between two words."""
        words = self.words
        at = first
        while at < min(end, len(words)):
            step = at + 1
            if words.is_a(at, "preposition") and self.reader.starts(at + 1):
                skip = at + 2 if words.is_a(at + 1, "by") else at + 1
                phrase = self.reader.read(skip) if self.reader.starts(skip) else None
                if phrase is not None:
                    yield at, words.bare(at), phrase
                    step = phrase.end
            else:
                found = self._clitic_phrase(at)
                if found is not None:
                    yield at, *found
                    step = found[1].end
            at = step

    def _clitic_phrase(self, at: int) -> tuple[str, Phrase] | None:
        words = self.words
        if not words.is_word(at) or words.words[at].time is not None:
            return None
        mention = words.mention(at)
        for reading in words.words[at].readings:
            clitic = reading.proclitics[-1:]
            if clitic not in {"ب", "ل"}:
                continue
            start = words.span_of(at, reading.offset).start
            if mention is not None and mention.span.start != start:
                continue
            if mention is None and not reading.definite:
                continue
            phrase = self.reader.read(at, letters=reading.offset)
            return (clitic, phrase) if phrase else None
        return None

    # -- dependence -----------------------------------------------------------------------
    def _govern(self, index: int) -> None:
        """Find the trigger that this one depends on: «اتفقت على بحث», «طالبت بوقف»."""
        trigger = self.frames[index].trigger
        if index == 0:
            return
        words = self.words
        head = self.frames[index - 1]
        if words.clause_end(head.trigger.end - 1) <= trigger.first:
            return
        if self._told_by(trigger.first, head.trigger.end) is not None:
            return
        link = (
            trigger.light
            if trigger.light is not None and trigger.light < trigger.first
            else trigger.first
        )
        clitic = any(r.proclitics[-1:] in {"ب", "ل"} for r in words.words[link].readings)
        linked = clitic or words.is_a(link - 1, "preposition") or words.is_a(link - 1, "complement")
        direct = link == head.trigger.end and not words.joined(link)
        holding = link - 1 == head.trigger.end and words.is_a(link - 1, "holding")
        if linked or direct or holding:
            self.frames[index].governor = head
            self.frames[index].link = link - 1 if not clitic else link

    # -- places and times -----------------------------------------------------------------
    def _places(self) -> None:
        words = self.words
        at = 0
        while at < len(words):
            found = self._place_at(at)
            if found is None:
                at += 1
                continue
            for frame in self._holders(at):
                frame.places += found
            at = found[-1].end

    def _named_places(self, trigger: Trigger) -> list[Phrase]:
        """Return the places in the name of the event, «محادثات جنيف», or of what it is part of."""
        words = self.words
        if trigger.verbal or trigger.lemma.type not in _HAPPEN_AT:
            return []
        for at in range(trigger.first, min(len(words), trigger.end + 4)):
            mention = words.mention(at)
            if not words.is_word(at):
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
            (clitic := self._clitic_phrase(at)) is not None
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
        if words.bare(at) in {"علي", "الي"} and phrase.mention.type == "GPE":
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
        if not before:
            return after[:1]
        nearest = before[-1]
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
        only = all(not f.trigger.verbal for f in before)
        return [nearest, *main[:1]] if led and only else [nearest]

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


def _is_too_few(trigger: Trigger, subjects: list[Phrase]) -> bool:
    """Tell whether a verb in the plural has one person for its subject."""
    mention = subjects[0].mention
    return (
        bool(trigger.plural)
        and len(subjects) == 1
        and mention is not None
        and mention.type == "PER"
    )


def _core(phrase: Phrase) -> Phrase:
    """Return the phrase as the name at its core alone."""
    if phrase.mention is None:
        return phrase
    return Phrase(phrase.first, phrase.end, phrase.mention.span, phrase.mention, None)


def _share(verb: Frame, noun: Frame) -> None:
    """Give «غارة» what its own verb tells of it: «استهدفت سوقا في تعز السبت»."""
    noun.places = noun.places or verb.places
    noun.time = noun.time or verb.time
    told = {phrase.span for phrase, _ in noun.participants}
    noun.participants += [(p, role) for p, role in verb.participants if p.span not in told]
