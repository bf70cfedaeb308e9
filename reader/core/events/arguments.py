"""Who takes part in an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.core.events.frames import HAPPEN_AT, Frame, subject_before
from reader.core.events.inflect import without_pronoun
from reader.core.events.phrases import Phrase, PhraseReader, agrees, ruled
from reader.core.events.sentence import SentenceWords
from reader.core.events.triggers import Trigger
from reader.core.events.verbs import Verb
from reader.core.lexicon.events import Lemma
from reader.core.types import EventType, Role

# Types of noun whose genitive is who does it, named or not.
_DONE = frozenset({"REQUEST", "AID", "ACCUSE", "THREATEN", "REJECT", "SUPPORT"})
_DOERS = _DONE | {"PERSONNEL", "RETREAT", "PROTEST", "VOTE"}
_RECIPROCAL = frozenset({"AGREE", "CONSULT"})
# Types of verbal noun whose pronoun undergoes it, «اعتقاله», or does it, «اجتماعها».
_SUFFERED = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_OWNED = frozenset({"CONSULT", "OTHER", "VOTE", "PROTEST", "RETREAT"})
# Types of what hurts people and of what they suffer by it.
_HARMS = frozenset({"ASSAULT", "INCIDENT"})
# Types of deeds that are done by being announced.
_DECLARED = frozenset({"COERCE", "RETREAT", "CONCEDE", "SANCTION", "REJECT", "SUPPORT", "AID"})
# Types of what is said for or against a deed.
_JUDGES = frozenset({"SUPPORT", "ACCUSE", "REJECT"})
_ACTS = frozenset({"PER", "ORG", "GPE", "NORP", "TITLE", "COUNT"})


class ArgumentFinder:
    """Finds the arguments of a sentence's triggers."""

    def __init__(self, words: SentenceWords, triggers: list[Trigger]) -> None:
        self.words = words
        self.triggers = triggers
        self.reader = PhraseReader(words, triggers)
        self.frames = [Frame(t) for t in triggers]
        self._groups = words.lexicon.grammar["body"]

    def find(self) -> list[Frame]:
        """Return a frame for each trigger, in text order."""
        for index, frame in enumerate(self.frames):
            self._govern(index)
            if frame.trigger.verbal:
                self._verb(index)
            else:
                self._noun(index)
            self._prepositions(index)
        return self.frames

    # -- subjects and objects -------------------------------------------------------------
    def _verb(self, index: int) -> None:
        frame = self.frames[index]
        after = self._after(frame.trigger.end, index)
        if frame.trigger.pronoun and after and not frame.trigger.passive:
            self._with_pronoun(frame, after[0])
            return
        before = (
            ruled(self._by_pronoun(index), "whom the pronoun before it stands for")
            or self._before(index)
            or self._shared(index, after)
        )
        if before:
            frame.subjects = before
            self._cast(frame, after[:1])
            return
        if frame.same_as is not None or _has_no_noun_subject(frame.trigger):
            frame.subjects = [] if frame.same_as else self._goes_on_from(frame.trigger)
            self._cast(frame, after[:1])
            return
        told = next((f for f in self.frames if after and f.trigger.first == after[0].first), None)
        if told is not None and not told.trigger.verbal:
            frame.same_as = told
        frame.subjects = self._after_verb(after[0]) if after else []
        self._cast(frame, after[1:])

    def _after_verb(self, subject: Phrase) -> list[Phrase]:
        return ruled(self.reader.coordinated(subject), "subject after its verb")

    def _with_pronoun(self, frame: Frame, subject: Phrase) -> None:
        """«خطوة انتقدتها الجمعية»: what follows acts, on what the pronoun stands for."""
        frame.subjects = self._after_verb(subject)
        frame.participants += [(phrase, "actor") for phrase in frame.subjects]
        first = frame.trigger.first
        relative = self.words.is_a(first - 1, "relative")
        noun = self._ending_at(first - 1 if relative else first)
        noun = ruled(noun, "whom the verb's pronoun stands for")
        if noun and not self.words.joined(first):
            frame.participants += [(phrase, self._object_role(frame)) for phrase in noun]

    def _shared(self, index: int, after: list[Phrase]) -> list[Phrase] | None:
        """Return the subject that a verb takes from what stands before its clause.

        A verb with room for a subject among the phrases after it needs none.
        """
        frame = self.frames[index]
        noun = ruled(self._antecedent(frame), "noun that the clause describes")
        if noun or frame.same_as is not None:
            return noun
        transitive = frame.trigger.lemma.frame.pattern == "so" and not frame.trigger.passive
        if _has_no_noun_subject(frame.trigger):
            after = []
        if len(after) >= (2 if transitive else 1):
            return None
        return (
            ruled(self._subject_before(index), "subject of the verb before")
            or ruled(self._reporter(frame.trigger), "who says or decides it")
            or self._goes_on_from(frame.trigger)
        )

    def _goes_on_from(self, trigger: Trigger) -> list[Phrase]:
        """Return the subject of the verb before «وأحرقوا», where that tells no event."""
        words = self.words
        verbs = [v for v in self.reader.verbs if v.at <= trigger.first]
        if len(verbs) < 2 or not words.joined(trigger.first) or verbs[-2].trigger is not None:
            return []
        between = range(verbs[-2].at, trigger.first)
        if any(words.is_stop(i) for i in between):
            return []
        found = ruled(self._subject_of(verbs[-2], trigger.first), "subject of the verb before")
        return found if found and agrees(verbs[-1], found[0]) else []

    def _antecedent(self, frame: Frame) -> list[Phrase] | None:
        """Return the indefinite noun that the verb's clause describes: «غارة استهدفت سوقا»."""
        words, first = self.words, frame.trigger.first
        if words.joined(first) or not words.is_word(first - 1) or words.is_a(first - 1, "opener"):
            return None
        if words.is_a(frame.trigger.end, "bound"):
            return None  # «إضراب دعا إليه»: the noun is the object
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

    def _by_pronoun(self, index: int) -> list[Phrase] | None:
        """Return whom «بأنها» stands for: who is charged, or who says so."""
        words, trigger = self.words, self.frames[index].trigger
        at = (trigger.first if trigger.light is None else min(trigger.light, trigger.first)) - 1
        while at > 0 and not words.is_a(at, "complement") and self._is_auxiliary(at):
            at -= 1
        if not words.is_a(at, "complement") or not words.bare(at).endswith(("ه", "ها", "هم")):
            return None
        head = next((f for f in reversed(self.frames[:index]) if f.trigger.verbal), None)
        verb = next((v for v in reversed(self.reader.verbs) if v.at < at), None)
        if verb is None:
            return None
        if head is not None and verb.trigger is head.trigger:
            charged = [p for p, role in head.participants if role == "target"]
            asked = head.trigger.lemma.type in {"ACCUSE", "REQUEST", "THREATEN"}
            return (charged if asked else head.subjects) or None
        return self._subject_of(verb, at)

    def _is_auxiliary(self, at: int) -> bool:
        words = self.words
        return words.is_quote(at) or any(
            words.is_a(at, kind) for kind in ("be", "opener", "complement", "adverb")
        )

    def _told_by(self, end: int, start: int) -> list[Phrase] | None:
        """Return the subject of the last verb between two words that has what follows done."""
        words = self.words
        verb = next((v for v in reversed(self.reader.verbs) if start <= v.at < end), None)
        if verb is None or verb.control == "none" or verb.trigger is not None:
            return None
        if any(words.is_a(i, "complement") for i in range(verb.at + 1, end)):
            return None
        return self._subject_of(verb, end)

    def _subject_of(self, verb: Verb, end: int) -> list[Phrase] | None:
        """Return the subject of a verb that tells no event, before or after it."""
        words = self.words
        begin = verb.at + 1
        while begin < end and (words.words[begin].time or words.is_a(begin, "adverb")):
            begin += 1
        after = self.reader.read(begin) if begin < end and self.reader.starts(begin) else None
        if after is not None and after.end <= end and not self.is_event(after.first):
            return self.reader.coordinated(after)
        return self.reader.topic(verb) or subject_before(self.words, self.frames, verb) or None

    def is_event(self, at: int) -> bool:
        """Tell whether a noun that tells an event stands at the index."""
        return any(t.first == at and not t.verbal for t in self.triggers)

    def _cast(self, frame: Frame, objects: list[Phrase]) -> None:
        """Give subjects and objects their roles by the verb's pattern and voice."""
        pattern = frame.trigger.lemma.frame.pattern
        passive = frame.trigger.passive or self._must_be_passive(frame, objects)
        undergone: Role = "target" if passive or pattern == "u" else "actor"
        if frame.same_as is None:
            struck = undergone == "target" and frame.trigger.lemma.type == "INCIDENT"
            frame.participants += [
                (replace(phrase, rule=f"{phrase.rule}, passive") if passive else phrase, undergone)
                for phrase in (self._not_where(frame, frame.subjects) if struck else frame.subjects)
                if not (self._is_no_party(phrase) or self._is_cause(frame, phrase))
            ]
        if pattern == "so" and not passive:
            groups = (ruled(self.reader.coordinated(first), "object") for first in objects)
            found = [p for group in groups for p in group]
            found = [p for p in found if not self._is_no_party(p)]
            role = self._object_role(frame)
            frame.participants += [(p, role) for p in self._not_where(frame, found)]
        elif pattern == "r":
            met = [p for first in objects for p in self.reader.coordinated(first)]
            met = self._not_where(frame, ruled(met, "object"))
            frame.participants += [(phrase, "actor") for phrase in met if phrase.mention]

    def _not_where(self, frame: Frame, objects: list[Phrase]) -> list[Phrase]:
        """Take the objects that say where it happens; return those that take part.

        «ضرب الزلزال أزمير», «غادر دمشق»: only where; a town that is shelled is both.
        """
        lemma = frame.trigger.lemma
        sites = [p for p in objects if self.reader.is_site(p) or _is_swept(lemma, p)]
        if lemma.type == "INCIDENT" or "object" in lemma.frame.places:
            frame.places += sites
            return [p for p in objects if p not in sites]
        if lemma.type == "ASSAULT":
            frame.places += [p for p in sites if _is_settlement(p)]
        return objects

    def _is_no_party(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names no party: «عقد لقاء», «أطلق النار»."""
        return self.words.is_a(phrase.first, "holding") or self.words.is_a(phrase.first, "tool")

    def _is_cause(self, frame: Frame, phrase: Phrase) -> bool:
        """Tell whether the subject is what befell them: «زلزال يضرب المدينة ويقتل المئات»."""
        told = next((f for f in self.frames if f.trigger.first == phrase.first), None)
        harm = told is not None and told.trigger.lemma.type in _HARMS
        return harm and frame.trigger.lemma.type in _HARMS

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
            if words.is_comma(at):
                at += 1  # of «، أمس الأربعاء،»: others end the clause
                continue
            if (skipped := self.reader.past_estimate(at)) > at:
                at = skipped
                continue
            if words.is_a(at, "each") and words.is_a(at + 1, "from"):
                at += 2  # «زار كلاً من باكو وتبليسي»
                continue
            if found and words.is_a(at, "side"):
                break
            if found and (past := self._past_place(at)) > at:
                at = past
                continue
            if not self.reader.starts(at) or self._is_adverbial(at):
                break
            phrase = self.reader.read(at)
            if phrase is None:
                break
            found.append(phrase)
            at = self.reader.coordinated(phrase)[-1].end
        return found

    def _past_place(self, at: int) -> int:
        """Return where a place after the subject ends, if a party follows: «في جدة وزير …»."""
        words = self.words
        if not words.is_a(at, "place_preposition") or not self.reader.starts(at + 1):
            return at
        place = self.reader.read(at + 1)
        if place is not None and place.is_place and words.is_comma(place.end):
            return place.end
        if place is None or not place.is_place or not self.reader.starts(place.end):
            return at
        after = words.mention(place.end)
        return place.end if after is not None and after.type in {"PER", "TITLE", "COUNT"} else at

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
        while words.is_quote(at):
            at -= 1
        if words.is_a(at, "relative"):
            described = self._ending_at(at)
            self.frames[index].same_as = self._described_event(index, at, described)
            described = ruled(described, "noun that the relative clause describes")
            return described if self.frames[index].same_as is None else None
        if words.joined(trigger.first) or not words.is_word(at):
            return None
        start = words.clause_start(trigger.first)
        opens = ("complement", "be")
        opened = start == 0 or any(words.is_a(start - 1, kind) for kind in opens)
        heads = (i for i in range(at, start - 1, -1) if any(words.is_a(i, k) for k in opens))
        begin = self.reader.past_estimate(next(heads, start - 1) + 1)
        if not (opened or begin > start) or begin > at or not self.reader.starts(begin):
            return None
        phrase = self.reader.read(begin)
        if phrase is None:
            return None
        told = next((f for f in self.frames if f.trigger.first == begin), None)
        if told is not None and not told.trigger.verbal:
            self.frames[index].same_as = told
        group = ruled(self.reader.coordinated(phrase), "subject before its verb")
        between = range(group[-1].end, trigger.first)
        verbs = {t.first for t in self.triggers if t.verbal}
        clear = not any(words.is_stop(i) or i in verbs for i in between)
        return group if group[-1].end <= trigger.first and len(between) <= 6 and clear else None

    def _described_event(self, index: int, at: int, described: list[Phrase] | None) -> Frame | None:
        """Return the event that a relative clause tells more of: «الزلزال الذي ضرب المدينة»."""
        heads = {at - 1, *(p.first for p in described or ())}
        kind = self.frames[index].trigger.lemma.type
        nouns = (f for f in reversed(self.frames[:index]) if f.trigger.first in heads)
        noun = next((f for f in nouns if not f.trigger.verbal), None)
        if noun is None or noun.trigger.lemma.type not in _HARMS or kind not in _HARMS:
            return None
        return noun

    def _ending_at(self, at: int) -> list[Phrase] | None:
        """Return the longest phrase that ends just before a word."""
        found = None
        for first in range(at - 1, max(-1, at - 7), -1):
            if self.reader.starts(first, joined=True):
                phrase = self.reader.read(first)
                if phrase is not None and phrase.end == at:
                    found = [phrase]
        return found

    def _subject_before(self, index: int) -> list[Phrase] | None:
        """Return the subject that «وحذرت» goes on with, of the verb before it, if it does."""
        trigger = self.frames[index].trigger
        if index == 0 or not self.words.joined(trigger.first) or trigger.first == 0:
            return None
        main = (f for f in reversed(self.frames[:index]) if f.trigger.verbal)
        earlier = next((f for f in main if not self._describes_noun(f)), None)
        if earlier is None or not earlier.subjects:
            return None
        if earlier.trigger.passive and not trigger.passive:
            return None
        between = range(earlier.trigger.end, trigger.first)
        if any(self.words.is_stop(i) for i in between) or _is_too_few(trigger, earlier.subjects):
            return None
        alone = trigger.tense == "past" and trigger.plural is False and trigger.feminine is False
        lead = earlier.subjects[0].mention
        many = lead is not None and lead.type == "COUNT"
        agreeing = trigger.feminine == earlier.trigger.feminine and not (alone and many)
        return earlier.subjects if agreeing else None

    def _describes_noun(self, frame: Frame) -> bool:
        """Tell whether a verb's clause only describes a noun: «هدف سجله», «الذي قتل»."""
        words, first = self.words, frame.trigger.first
        bound = frame.trigger.pronoun and not words.joined(first) and words.is_word(first - 1)
        return words.is_a(first - 1, "relative") or bound

    def _noun(self, index: int) -> None:
        """A noun's genitive, and the subject of the light verb that carries it."""
        frame = self.frames[index]
        trigger = frame.trigger
        if trigger.tense == "participle":
            self._participle(index)
            return
        if trigger.light is not None and trigger.light < trigger.first:
            subject = self._after(trigger.light + 1, index)[:1]
            if not subject or subject[0].end > trigger.first:
                subject = self._by_pronoun(index) or self._topic(trigger.light)
            if subject and subject[0].end <= trigger.first:
                frame.subjects = self._of_light_verb(subject[0])
                if self.words.is_a(trigger.light, "witness") and self.reader.is_site(subject[0]):
                    frame.places += frame.subjects  # «شهدت المدينة مظاهرات»
                    return
                suffered = trigger.pronoun and trigger.lemma.type in _SUFFERED
                role: Role = "target" if suffered else self._done_by(frame)
                head = self.words.stems(frame.subjects[0].first)
                body = not (_is_person(frame.subjects[0]) and head.isdisjoint(self._groups))
                befell = role == "target" or trigger.lemma.type == "INCIDENT"
                counted = befell and body  # «سجلت الوزارة وفيات»
                frame.participants += [(p, role) for p in frame.subjects if not counted]
        elif trigger.light is not None and self._carry(frame):
            pass
        elif trigger.pronoun and trigger.lemma.type in _SUFFERED:
            self._stood_for(index, "target")
        elif trigger.pronoun and (trigger.lemma.type in _OWNED or self._quits(trigger)):
            self._stood_for(index, "actor")
        elif self._may_inherit(frame) and not self._is_located(trigger):
            self._take_actor(frame)
        elif trigger.end > trigger.first + 1:
            said = self._announcer(frame, self.words.clause_start(trigger.first))
            frame.subjects = ruled(said, "who announces it")
            frame.participants += [(p, self._done_by(frame)) for p in frame.subjects]
        self._hosted(frame)
        if not trigger.pronoun:
            self._genitive(frame)

    def _of_light_verb(self, subject: Phrase) -> list[Phrase]:
        return ruled(self.reader.coordinated(subject), "subject of the verb that carries it")

    def _quits(self, trigger: Trigger) -> bool:
        """Tell whether who leaves or runs for office does so himself: «استقالته»."""
        return trigger.lemma.type == "PERSONNEL" and trigger.lemma.frame.pattern in {"s", "n"}

    def _topic(self, at: int) -> list[Phrase]:
        """Return the subject that opens the clause of the verb at a word."""
        verb = next((v for v in self.reader.verbs if v.at == at), None)
        return self.reader.topic(verb) if verb is not None else []

    def _carry(self, frame: Frame) -> bool:
        """Take the subject of the light verb in a noun's clause: «غارات شنتها طائرات»."""
        light = frame.trigger.light
        verb = next((v for v in self.reader.verbs if v.at == light), None)
        if verb is None or not verb.pronoun or verb.at < frame.trigger.first:
            return False
        after = self._subject_after(verb.at + 1)
        frame.subjects = self._of_light_verb(after) if after is not None else []
        if self.words.is_a(verb.at, "witness"):
            frame.places += [p for p in frame.subjects if self.reader.is_site(p)]
        else:
            frame.participants += [(p, self._done_by(frame)) for p in frame.subjects]
        return bool(frame.subjects)

    def _subject_after(self, at: int) -> Phrase | None:
        """Return the phrase that starts at a word, unless it is a time or tells an event."""
        if at >= len(self.words) or not self.reader.starts(at) or self.is_event(at):
            return None
        return self.reader.read(at)

    def _hosted(self, frame: Frame) -> None:
        """Take the place that sees the event: «تستضيف جدة الشهر المقبل جولة»."""
        first = frame.trigger.first
        if frame.places or frame.trigger.lemma.type not in HAPPEN_AT:
            return
        verb = next((v for v in reversed(self.reader.verbs) if v.at < first), None)
        sees: list[Phrase] = []
        if verb is not None and self.words.is_a(verb.at, "witness"):
            inside = first < self.words.clause_end(verb.at)
            sees = (self._subject_of(verb, first) or []) if inside else []
        sees = sees or self._host_after(frame)
        frame.places += [p for p in ruled(sees, "place that sees or hosts it") if p.is_place]

    def _host_after(self, frame: Frame) -> list[Phrase]:
        """Return what hosts the event by the clause on it: «المحادثات التي تستضيفها الدوحة»."""
        words, end = self.words, frame.trigger.end
        verb = next((v for v in self.reader.verbs if v.at >= end), None)
        if verb is None or any(words.is_stop(i) for i in range(end, verb.at)):
            return []
        stems = without_pronoun(words.folded(verb.at))
        if words.lexicon.grammar["witness"].isdisjoint(stems):
            return []
        host = self._subject_after(verb.at + 1)
        return self.reader.coordinated(host) if host is not None else []

    def _may_inherit(self, frame: Frame) -> bool:
        """Tell whether who decides or agrees on it does it, «اتفقا على هدنة»."""
        told = frame.trigger.lemma.frame
        if told.pattern != "n" or self._carrier(frame) is not None:
            return True
        governor = frame.governor
        mutual = told.roles.get("بين") == "actor" and governor is not None
        return mutual and governor is not None and governor.trigger.lemma.frame.pattern == "r"

    def _carrier(self, frame: Frame) -> Frame | None:
        """Return the verb of the noun's own type that has it as its object: «فرض عقوبات»."""
        kind, first = frame.trigger.lemma.type, frame.trigger.first
        before = next((f for f in reversed(self.frames) if f.trigger.first < first), None)
        if before is None or not before.trigger.verbal or before.trigger.lemma.type != kind:
            return None
        ends = {p.end for p in before.subjects}
        return before if first in ends or first == before.trigger.end else None

    def _stood_for(self, index: int, role: Role) -> None:
        """Take whom the pronoun of a verbal noun stands for: «اجتماعها», «اعتقاله».

        It is the subject of the clause's verb; where something is done to it, the one that
        the verb before is about, if there is any.
        """
        frame = self.frames[index]
        trigger = frame.trigger
        start = self.words.clause_start(trigger.first, commas=False)
        led = [v for v in self.reader.verbs if start <= v.at < trigger.first]
        if not led:
            return
        told = next((f for f in self.frames if f.trigger.first == led[-1].at), None)
        if told is None:
            found = self._subject_of(led[-1], trigger.first) or []
        elif role == "target":
            found = [p for p, other in told.participants if other == "target"]
        else:
            found = told.subjects
        bears = self.words.folded(trigger.first)
        found = ruled(found, "whom the noun's pronoun stands for")
        fits = [p for p in found if _may_stand_for(bears, p) and not self.is_event(p.first)]
        frame.subjects = fits if role == "actor" else []
        frame.participants += [(p, role) for p in fits]

    def _done_by(self, frame: Frame) -> Role:
        return "target" if frame.trigger.lemma.frame.pattern == "u" else "actor"

    def _is_located(self, trigger: Trigger) -> bool:
        """Tell whether «في» or «بعد» before the noun makes it no act of the verb's subject."""
        at = trigger.first - 1
        while self.words.is_a(at, "holding"):
            at -= 1
        return self.words.is_a(at, "locating")

    def _take_actor(self, frame: Frame) -> None:
        carrier = self._carrier(frame)
        if carrier is not None:
            self._inherit(frame, carrier)
            return
        if frame.governor is not None:
            if frame.trigger.lemma.type != "ECON" or frame.governor.trigger.verbal:
                self._inherit(frame, frame.governor)
            return
        first = frame.trigger.first
        words = self.words
        clitic = words.span_of(first).start < frame.trigger.span.start
        if not clitic and not words.is_a(first - 1, "preposition") and words.joined(first):
            return
        start = words.clause_start(first, commas=False)
        frame.subjects = ruled(self._told_by(first, start), "who has it done") or ruled(
            self._announcer(frame, start), "who announces it"
        )
        alone = frame.trigger.lemma.type in _RECIPROCAL and len(frame.subjects) < 2
        if alone or frame.trigger.lemma.type in {"ASSAULT", "INCIDENT"}:
            frame.subjects = []
        frame.participants += [(phrase, self._done_by(frame)) for phrase in frame.subjects]

    def _announcer(self, frame: Frame, start: int) -> list[Phrase]:
        """Return who announces a deed of his own: «أعلنت الحكومة حالة الطوارئ»."""
        first, kind = frame.trigger.first, frame.trigger.lemma.type
        verb = next((v for v in reversed(self.reader.verbs) if start <= v.at < first), None)
        if verb is None or not verb.says or kind not in _DECLARED:
            return []
        found = self._subject_of(verb, first) or []
        named = [p for p in found if p.mention is not None and p.mention.type in _ACTS]
        direct = bool(named) and first in {named[-1].end, verb.at + 1}
        return named if direct else []

    def _inherit(self, frame: Frame, governor: Frame) -> None:
        """Take the actor from the verb that the noun depends on.

        Who is asked to act does it, if anyone is named; else who agrees, vows or threatens.
        """
        asked = [p for p, role in governor.participants if role == "target"]
        kind = governor.trigger.lemma.type
        acting = (
            ruled(asked, "who is asked or accused")
            if kind in {"REQUEST", "ACCUSE"}
            else ruled(governor.subjects, "actor of what it depends on")
        )
        frame.subjects = acting
        frame.participants += [(phrase, self._done_by(frame)) for phrase in acting]

    def _participle(self, index: int) -> None:
        """«داعيا»: its subject is that of its sentence's main verb."""
        frame = self.frames[index]
        frame.subjects = ruled(self._main_subject(frame), "subject of the main verb")
        self._cast(frame, self._after(frame.trigger.end, index)[:1])

    def _main_subject(self, frame: Frame) -> list[Phrase]:
        """Return the first subject of the sentence so far that a participle agrees with."""
        trigger = frame.trigger
        told = {f.trigger.first: f.subjects for f in self.frames}
        for verb in self.reader.verbs:
            if verb.at >= trigger.first:
                break
            found = told.get(verb.at) or self._subject_of(verb, trigger.first)
            lead = found[0] if found else None
            if lead is None or not _may_do(trigger, lead):
                continue
            return found or []
        return []

    def _genitive(self, frame: Frame) -> None:
        at = frame.trigger.end
        if not self.reader.starts(at) or self._is_accusative(at):
            return
        phrase = self.reader.read(at)
        if phrase is None or self._describes(at):
            return
        lemma = frame.trigger.lemma
        parties = ruled(self.reader.coordinated(phrase), "genitive of the noun")
        if phrase.is_place and lemma.type in HAPPEN_AT:
            plural = self.words.folded(frame.trigger.first).endswith("ات")
            only = lemma.frame.pattern != "so" or lemma.type == "VOTE" or plural
            if only or (lemma.type == "ASSAULT" and _is_settlement(phrase)):
                frame.places += parties
            if only:
                return
        if "object" in lemma.frame.places and self.reader.is_site(phrase):
            frame.places += parties
            return
        if self.words.has_a(frame.trigger.first, "charge"):
            return  # «تهمة القتل»
        undergone = self._object_after(phrase) if lemma.frame.pattern == "so" else []
        if undergone and (lemma.type != "COERCE" or not self.reader.is_site(undergone[0])):
            frame.participants += [(p, "actor") for p in parties]
            frame.participants += [(p, self._object_role(frame)) for p in undergone]
            return
        moved = lemma.type == "ECON" and bool(frame.subjects)
        role: Role = (
            self._object_role(frame) if moved or lemma.frame.pattern in {"so", "u"} else "actor"
        )
        if role == "actor" and (lemma.type == "VOTE" or not self._may_act(phrase, lemma.type)):
            return
        frame.participants += [(p, role) for p in parties if not self._is_no_party(p)]

    def _object_after(self, doer: Phrase) -> list[Phrase]:
        """Return the object after a masdar's genitive: «قصف الجيش البلدة»."""
        words, at = self.words, doer.end
        if not self.reader.starts(at) or not (doer.mention or words.definite(at - 1)):
            return []
        if doer.mention is not None and doer.mention.type not in _ACTS:
            return []
        mention = words.mention(at)
        nisba = words.folded(at).endswith(("يه", "ي"))  # «تعليق التجارب النووية»
        definite = words.definite(at) and not nisba if mention is None else mention.type != "NORP"
        after = self.reader.read(at) if definite else None
        return ruled(self.reader.coordinated(after), "object of the noun") if after else []

    def _is_masdar(self, at: int) -> bool:
        """Tell whether the word is a trigger that is a verb's own noun, in the singular."""
        frame = next((f for f in self.frames if f.trigger.first == at), None)
        return frame is not None and frame.trigger.lemma.frame.pattern != "n"

    def _is_accusative(self, at: int) -> bool:
        """Tell whether the word ends in the ا of an indefinite accusative, and is no name."""
        words = self.words
        plain = words.mention(at) is None and not words.definite(at)
        written = words.span_of(at).of(words.text)
        bound = words.folded(at).endswith(("ها", "هما", "نا"))
        return plain and words.folded(at).endswith("ا") and not (bound or written.endswith("أ"))

    def _object_role(self, frame: Frame) -> Role:
        """Return what the frame makes of an object: what is sent or given is no target."""
        return frame.trigger.lemma.frame.roles.get("object", "target")

    def _may_act(self, phrase: Phrase, kind: EventType) -> bool:
        """Tell whether a genitive does it: «مقترحات النقابة», but not «محادثات السلام»."""
        if phrase.mention is None:
            group = not self.words.stems(phrase.first).isdisjoint(self._groups)
            if group and kind == "CONSULT":
                return True  # «زيارة وفد»
            doers = kind in _DOERS or (kind == "ASSAULT" and group)
            return doers and self.words.definite(phrase.end - 1)
        return phrase.mention.type in _ACTS

    def _describes(self, at: int) -> bool:
        """Tell whether the word after a noun is its adjective and no genitive."""
        words = self.words
        mention = words.mention(at)
        if mention is not None:
            article = words.folded(at - 1).startswith("ال") and words.definite(at - 1)
            return mention.type == "NORP" or (article and mention.type == "COUNT")
        if words.definite(at - 1):
            return True
        if words.is_a(at, "adjective"):
            return True
        parts = words.is_a(at + 1, "preposition") and words.bare(at + 1) == "من"
        masculine = not words.folded(at - 1).endswith(("ه", "ات"))
        masculine = masculine and not words.is_a(at, "going")
        if masculine and self._is_masdar(at - 1) and words.folded(at).endswith("ه"):
            return False  # «جنوح سفينة»
        nisba = words.folded(at).endswith("ي") and words.folded(at) not in words.lexicon.persons
        if nisba and not words.definite(at):
            return True
        return not words.definite(at) and words.folded(at).endswith("ه") and not parts

    # -- prepositions ---------------------------------------------------------------------
    def _prepositions(self, index: int) -> None:
        """Take what the frame's prepositions bring, up to the next trigger."""
        frame = self.frames[index]
        roles = frame.trigger.lemma.frame.roles
        for at, preposition, phrase in self._preposed(index):
            asking = self._asked_by(frame.trigger, preposition, phrase)
            role = asking or roles.get(preposition)
            if preposition in {"من", "علي"} and self.words.is_a(at + 1, "by"):
                role = "actor"
            if self._is_host(frame, at, phrase):
                host = replace(_core(phrase), rule="who stands over it")
                frame.participants.append((host, "other"))
                continue
            role = "actor" if self._acts_with(frame, at) else role
            if role is None or self._is_told_apart(frame, phrase):
                continue
            if self._is_where(frame, preposition, phrase, role) and not asking:
                continue
            group = ruled(self._group(phrase, preposition), self._brought_by(at, preposition))
            frame.participants += [(p, role) for p in group]

    def _brought_by(self, at: int, preposition: str) -> str:
        """Name a preposition as it is written, if it is a word of its own."""
        words = self.words
        apart = words.is_a(at, "preposition")
        return f"preposition «{words.unjoined(at) if apart else preposition}»"

    def _acts_with(self, frame: Frame, at: int) -> bool:
        """Tell whether «بمشاركة» brings who meets too, «برصاص» who shoots."""
        joins = self.words.is_a(at, "joining") and frame.trigger.lemma.type != "ASSAULT"
        return joins or (self.words.is_a(at, "fire") and frame.trigger.lemma.type in _HARMS)

    def _is_told_apart(self, frame: Frame, phrase: Phrase) -> bool:
        """Tell whether a phrase is an event of its own and nothing that is praised or blamed."""
        event = any(t.first == phrase.first for t in self.triggers)
        judged = frame.trigger.lemma.type in _JUDGES and self.words.definite(phrase.first)
        return event and not judged

    def _is_where(self, frame: Frame, preposition: str, phrase: Phrase, role: Role) -> bool:
        """Tell whether what a preposition brings is where it happens and takes no part."""
        lemma = frame.trigger.lemma
        if preposition in lemma.frame.places and self.reader.is_site(phrase):
            return lemma.type != "ASSAULT"
        won = preposition == "علي" and lemma.type == "OTHER"  # «فازت على ملعب الثمامة»
        if role == "other" or (won and not _is_settlement(phrase)):
            return self.reader.is_site(phrase)
        return phrase.is_place and preposition in {"الي", "ل", "من", "في"} and role != "target"

    def _preposed(self, index: int) -> Iterator[tuple[int, str, Phrase]]:
        """Yield what prepositions bring after a trigger, or between it and its light verb."""
        trigger = self.frames[index].trigger
        if trigger.light is not None and trigger.light < trigger.first:
            yield from self.reader.preposed(trigger.light + 1, trigger.first)
        yield from self.reader.preposed(trigger.end, self._ground(index))

    def _asked_by(self, trigger: Trigger, preposition: str, phrase: Phrase) -> Role | None:
        """Return the role of who asks or gives in «بطلب من» and «بدعم من»."""
        taken = "من" in trigger.lemma.frame.places
        gives = not trigger.verbal and preposition == "من" and trigger.lemma.type in _DONE
        gives = gives and not (taken and phrase.is_place)
        known = phrase.mention is not None and phrase.mention.type in _ACTS
        return "actor" if gives and known else None

    def _is_host(self, frame: Frame, at: int, phrase: Phrase) -> bool:
        """Tell whether «برعاية» or «تحت إشراف» brings who stands over a meeting."""
        over = self.words.is_a(at, "auspices") or self.words.is_a(phrase.first, "auspices")
        return over and phrase.mention is not None and frame.trigger.lemma.type == "CONSULT"

    def _group(self, phrase: Phrase, preposition: str) -> list[Phrase]:
        """Return the phrases that one preposition brings; «بين» brings those joined by و."""
        found = self.reader.coordinated(phrase)
        again = found[-1].end
        if preposition == "بين" and self.words.bare(again) == "بين":
            return [*found, *[p for _, _, p in self.reader.preposed(again, again + 2)]]
        return found

    def _ground(self, index: int) -> int:
        """Return where a trigger's prepositions end: at the next trigger or the clause's end."""
        trigger = self.frames[index].trigger
        later = [t.first for t in self.triggers[index + 1 :]]
        return min([self.words.clause_end(trigger.end - 1), *later])

    def _held(self, at: int) -> int:
        """Return the index of «لإجراء» or «بعقد» just before a noun, else of the noun."""
        held = self.words.has_a(at - 1, "holding") and not self.words.is_a(at - 1, "holding")
        return at - 1 if held else at

    # -- dependence -----------------------------------------------------------------------
    def _govern(self, index: int) -> None:
        """Find the trigger that this one depends on: «اتفقت على بحث», «طالبت بوقف»."""
        trigger = self.frames[index].trigger
        if index == 0:
            return
        words = self.words
        head = self.frames[index - 1]
        if words.clause_end(head.trigger.end - 1, commas=False) <= trigger.first:
            return
        commas = sum(words.is_comma(i) for i in range(head.trigger.end, trigger.first))
        if commas % 2:
            return
        if self._told_by(trigger.first, head.trigger.end) is not None:
            return
        link = (
            trigger.light
            if trigger.light is not None and trigger.light < trigger.first
            else self._held(trigger.first)
        )
        clitic = any(r.proclitics[-1:] in {"ب", "ل"} for r in words.words[link].readings)
        linked = clitic or words.is_a(link - 1, "preposition") or words.is_a(link - 1, "complement")
        direct = link == head.trigger.end and not words.joined(link)
        holding = link - 1 == head.trigger.end and words.is_a(link - 1, "holding")
        if linked or direct or holding:
            self.frames[index].governor = head
            self.frames[index].link = link - 1 if not clitic else link


def _is_person(phrase: Phrase) -> bool:
    """Tell whether a phrase counts or names people: in «سجلت الوزارة وفيات» none died of it."""
    mention = phrase.mention
    return mention is None or mention.type in {"PER", "COUNT", "TITLE"}


def _is_settlement(phrase: Phrase) -> bool:
    """Tell whether a phrase names a town, a province or a country."""
    return phrase.mention is not None and phrase.mention.type == "GPE"


def _may_stand_for(bears: str, phrase: Phrase) -> bool:
    """Tell whether the pronoun that a word ends in agrees with a phrase."""
    if bears.endswith(("هم", "هما")):
        return True
    if phrase.feminine is None:
        return bears.endswith(("ه", "ها"))
    return bears.endswith("ها") if phrase.feminine else bears.endswith("ه")


def _may_do(trigger: Trigger, subject: Phrase) -> bool:
    """Tell whether a participle agrees with a subject."""
    return bool(trigger.plural) or subject.feminine in {None, trigger.feminine}


def _has_no_noun_subject(trigger: Trigger) -> bool:
    """Tell whether the verb is plural, «قصفوا»: what follows it is no subject."""
    return (
        trigger.verbal and bool(trigger.plural) and not trigger.passive and trigger.tense == "past"
    )


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


def _is_swept(lemma: Lemma, phrase: Phrase) -> bool:
    """Tell whether what a force of nature sweeps over is a place, though named like a person.

    Villages bear people's names; floods and storms hit no single person.
    """
    swept = lemma.type == "INCIDENT" and "object" in lemma.frame.places
    return swept and phrase.mention is not None and phrase.mention.type == "PER"
