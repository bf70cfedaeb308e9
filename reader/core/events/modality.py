"""Whether an event happened, goes on, is planned, wanted or only possible, or did not happen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reader.core.events.frames import Frame
from reader.core.events.sentence import SentenceWords
from reader.core.lexicon.events import Effect
from reader.core.normalize import fold
from reader.core.types import Modality, Polarity, Span, TimeExpression

_BEFORE_VERB = 2  # words between an operator and its verb
_BEFORE_NOUN = 2
_AFTER_NOUN = 4
# Acts of speech happen by being told, whatever condition their content has.
_SPEECH = frozenset({"REQUEST", "THREATEN", "ACCUSE", "AGREE", "SUPPORT"})
_LASTING = frozenset({"ASSAULT", "INCIDENT"})
_SHORT = 3  # letters of a verb that are those of its noun too: «شن», «عقد»
_BOUND_NOUNS = frozenset({"دون", "بدون", "عدم", "غير"})
_BOUND_VERBS = frozenset({"لم", "لن", "لا", "ليس", "ليست"})


@dataclass(frozen=True, slots=True)
class Status:
    """What is claimed of an event.

    Attributes:
        condition: the words after «إذا».
        why: the words or the tense that say so, for who asks; empty where nothing is
            out of the ordinary.
    """

    polarity: Polarity
    modality: Modality
    condition: Span | None
    why: tuple[str, ...] = ()


class StatusReader:
    """Reads polarity and modality in one sentence.

    Args:
        headline: whether the sentence is the article's first line, whose present
            tense tells what happened.
        today: the day that the article was written, where it is known.
    """

    def __init__(self, words: SentenceWords, *, headline: bool, today: date | None) -> None:
        self.words = words
        self.headline = headline
        self.today = today
        self._days = {t.id: t for t in words.times}
        self.warned: tuple[int, int] | None = None
        self.discussing: frozenset[int] = frozenset()
        self.meeting: frozenset[int] = frozenset()
        self._conditions = [at for at in range(len(words)) if self._opens_condition(at)]

    def prepare(self, frames: list[Frame]) -> None:
        """Note which words the sentence's warnings and meetings are about."""
        words = self.words
        warning = next(
            (f.trigger for f in frames if f.trigger.lemma.type == "THREATEN" and f.trigger.verbal),
            None,
        )
        if warning is not None and self.words.bare(warning.first - 1) not in _BOUND_VERBS:
            self.warned = (warning.end, words.clause_end(warning.first, commas=False))
        meetings = [f.trigger for f in frames if f.trigger.lemma.type in {"CONSULT", "REQUEST"}]
        self.meeting = frozenset(t.first for t in meetings if not t.verbal)
        topics = set()
        for trigger in meetings:
            for at in range(trigger.end, words.clause_end(trigger.first, commas=False)):
                if words.is_a(at, "topic"):
                    topics.add(at)
                    break
        self.discussing = frozenset(topics)

    def read(self, frame: Frame) -> Status:
        """Return what is claimed of the event of `frame`."""
        effects = self._effects(frame)
        governed = self._governed(frame)
        denier = effects.get("NEG", governed[1] if governed and governed[0] == "NEG" else None)
        modality, reason = self._modality(frame, effects, governed)
        condition = self._condition(frame)
        told = frame.trigger.tense == "past" and frame.trigger.lemma.type in _SPEECH
        if condition is not None and modality in {"happened", "ongoing"} and not told:
            modality, reason = "hypothetical", "on a condition"
        why = [f"negated by {self._word(denier)}"] if denier is not None else []
        why += [f"{modality}: {reason}"] if reason else []
        polarity: Polarity = "POS" if denier is None else "NEG"
        return Status(polarity, modality, condition, tuple(why))

    def _word(self, at: int) -> str:
        return f"«{self.words.span_of(at).of(self.words.text)}»"

    # -- words around -----------------------------------------------------------------------
    def _effects(self, frame: Frame) -> dict[Effect, int]:
        """Return the effects of the words just before and, for a noun, just after.

        Each comes with the index of the word that has it.
        """
        trigger = frame.trigger
        verb = trigger.light if trigger.light is not None else None
        before = _BEFORE_VERB if trigger.verbal else _BEFORE_NOUN
        found = self._just_before(
            trigger.first, before, verbal=trigger.verbal, open_=trigger.tense == "imperfect"
        )
        if verb is not None:
            tense = trigger.light_verb.tense if trigger.light_verb else None
            found += self._just_before(verb, _BEFORE_VERB, verbal=True, open_=tense == "imperfect")
        if not trigger.verbal:
            found += self._just_after(trigger.end)
        return dict(reversed(found))

    def _just_before(
        self, first: int, reach: int, *, verbal: bool, open_: bool
    ) -> list[tuple[Effect, int]]:
        """Return the effects of the words before; `open_` where «قد» is before an imperfect."""
        words = self.words
        found: list[tuple[Effect, int]] = []
        for at in range(first - 1, max(-1, first - 1 - reach), -1):
            if not words.is_word(at) and not words.is_quote(at):
                break
            near = at == first - 1
            word = words.bare(at)
            if word in _BOUND_VERBS and not (verbal and near):
                continue
            if word in _BOUND_NOUNS and verbal and not words.is_a(first - 1, "complement"):
                continue  # «هدف دون رد سجله»
            if word == "قد" and not open_:
                continue
            found += ((effect, at) for effect in words.lexicon.operators.get(word, ()))
        return [(e, at) for e, at in found if e not in {"past", "ongoing"}]

    def _just_after(self, end: int) -> list[tuple[Effect, int]]:
        """Return the effects of the adjectives that follow a noun: «المقبلة», «السابقة»."""
        words = self.words
        found: list[tuple[Effect, int]] = []
        for at in range(end, min(len(words), end + _AFTER_NOUN)):
            if not words.is_word(at) or words.words[at].time is not None:
                break
            if words.is_a(at, "opener") or words.is_a(at, "relative"):
                break
            if words.folded(at).startswith("ال"):
                known = words.lexicon.operators.get(words.folded(at), ())
                found += ((effect, at) for effect in known)
        return found

    def _governed(self, frame: Frame) -> tuple[Effect, int] | None:
        """Return what the verb that the event depends on makes of it, and where that is."""
        words = self.words
        if frame.governor is not None and not frame.governor.trigger.verbal:
            first = frame.governor.trigger.first
            effect = words.lexicon.verb_operators.get(fold(frame.governor.trigger.lemma.word))
            if effect is None:
                return self._governed(frame.governor)  # «إلى الضغط عليها للانسحاب»
            return (effect, first) if self._depends(first, frame) else None
        start = words.clause_start(frame.trigger.first, commas=False)
        position = frame.trigger.light if frame.trigger.light is not None else frame.trigger.first
        for at in range(min(position, frame.trigger.first) - 1, start - 1, -1):
            if words.is_comma(at) and (words.joined(at + 1) or self._says(at + 1)):
                return None
            effect = self._verb_effect(at)
            if words.is_a(at, "managing") and words.bare(at - 1) in _BOUND_VERBS:
                effect = "NEG"  # «لم يتمكن من لقاء»
            if effect is None:
                continue
            return (effect, at) if self._depends(at, frame) else None
        return None

    def _says(self, at: int) -> bool:
        words = self.words
        known = words.lexicon.saying
        readings = words.words[at].readings if words.is_word(at) else ()
        return any(r.stem in known and not r.definite for r in readings)

    def _verb_effect(self, at: int) -> Effect | None:
        words = self.words
        if not words.is_word(at) or words.in_name(at):
            return None
        known = words.lexicon.verb_operators
        found = (known.get(r.stem) for r in words.words[at].readings if not r.definite)
        return next((effect for effect in found if effect), None)

    def _depends(self, verb: int, frame: Frame) -> bool:
        """Tell whether a preposition, أن or nothing at all leads from the verb to the event."""
        words = self.words
        first = (
            frame.trigger.first if frame.link is None else min(frame.link + 1, frame.trigger.first)
        )
        if frame.trigger.verbal and not words.bare(first - 1).startswith(("ا", "با")):
            between = range(verb + 1, first)
            return any(words.is_a(i, "complement") for i in between)
        if words.folded(first).endswith("ا") and words.is_a(frame.trigger.end, "preposition"):
            return False  # «احتجاجا على»: why it is done
        head = first - 1
        while words.is_a(head, "reference") or words.is_a(head, "holding"):
            head -= 1
        if words.is_a(head, "locating"):
            return False
        breaks = any(words.is_a(i, "relative") for i in range(verb + 1, first))
        return not breaks

    # -- decision -----------------------------------------------------------------------------
    def _modality(
        self, frame: Frame, effects: Mapping[Effect, int], governed: tuple[Effect, int] | None
    ) -> tuple[Modality, str]:
        """Return the modality and what gives it; nothing where it is what the tense says."""
        for effect in ("hypothetical", "called_for", "planned"):
            if effect in effects and not (
                effect == "planned"
                and effects[effect] < frame.trigger.first
                and self._is_known(frame)
            ):
                return effect, self._word(effects[effect])
        past = self._is_past(frame, effects) or self._is_told_act(frame)
        past = past or self._is_known(frame)
        if governed and not past:
            effect, at = governed
            if effect in {"called_for", "planned", "hypothetical"}:
                return effect, self._word(at)
        if self._is_warned_of(frame, effects):
            return "hypothetical", "what a warning is about"
        if self._is_discussed(frame) and not self._is_known(frame):
            return "planned", "what is talked about"
        tense = self._tense(frame)
        if tense == "future":
            return "planned", "future tense"
        dated = self._by_date(frame)
        if dated and tense != "past":
            return dated, "its day is ahead"
        if "ongoing" in effects:
            return "ongoing", self._word(effects["ongoing"])
        if self._goes_on(frame):
            return "ongoing", self._word(frame.trigger.first - 1)
        if tense == "imperfect":
            return ("happened" if "NEG" in effects else self._present(frame)), ""
        return ("planned", "what it is for") if self._is_purpose(frame) else ("happened", "")

    def _is_told_act(self, frame: Frame) -> bool:
        """Tell whether a noun of asking or charging says who does it: «مقترحات روسيا»."""
        trigger = frame.trigger
        told = trigger.tense == "noun" and trigger.lemma.type in {"REQUEST", "ACCUSE"}
        return told and any(role == "actor" for _, role in frame.participants)

    def _is_warned_of(self, frame: Frame, effects: Mapping[Effect, int]) -> bool:
        """Tell whether the event is what a warning or threat in the sentence is about."""
        warned = self.warned
        if warned is None or not warned[0] <= frame.trigger.first < warned[1]:
            return False
        return not self._is_past(frame, effects) and frame.trigger.tense != "future"

    def _is_discussed(self, frame: Frame) -> bool:
        """Tell whether a meeting or proposal is about a deed: «مشاورات حول تبادل الأسرى»."""
        trigger, words = frame.trigger, self.words
        if trigger.tense != "noun" or trigger.light is not None or trigger.phase is not None:
            return False
        head = trigger.first - 1
        while words.is_a(head, "holding"):
            head -= 1
        if words.is_a(head, "topic"):
            return head in self.discussing
        return head < trigger.first - 1 and head in self.meeting

    def _goes_on(self, frame: Frame) -> bool:
        """Tell whether the word before a noun says that it lasts: «حدة المعارك»."""
        return not frame.trigger.verbal and self.words.is_a(frame.trigger.first - 1, "going")

    def _is_past(self, frame: Frame, effects: Mapping[Effect, int]) -> bool:
        light = frame.trigger.light_verb
        told = light is not None and light.tense == "past" and not self._is_carried(frame)
        return "past" in effects or told or (frame.trigger.tense == "past")

    def _is_carried(self, frame: Frame) -> bool:
        """Tell whether a light verb is the noun of one: «يعتزم شن هجوم», «قرر عقد قمة»."""
        at = frame.trigger.light or 0
        start = self.words.clause_start(at)
        short = len(self.words.folded(at)) <= _SHORT and not self.words.joined(at)
        return short and any(self._verb_effect(i) for i in range(start, at))

    def _is_known(self, frame: Frame) -> bool:
        """Tell whether a war or disaster is one that everybody knows: «إنهاء الحرب»."""
        trigger = frame.trigger
        noun = trigger.tense == "noun" and trigger.light is None and not trigger.pronoun
        named = noun and trigger.lemma.frame.pattern == "n" and trigger.lemma.type in _LASTING
        return named and self.words.definite(trigger.first)

    def _tense(self, frame: Frame) -> str:
        trigger = frame.trigger
        if trigger.light_verb is None:
            return self._negated_tense(trigger.first) or trigger.tense
        verb = trigger.light_verb
        if verb.tense == "imperfect" and verb.future and not self._after_was(trigger.light):
            return "future"
        return self._negated_tense(trigger.light or 0) or verb.tense

    def _negated_tense(self, at: int) -> str | None:
        """Return the tense that the particle before an imperfect gives it."""
        word = self.words.bare(at - 1)
        if word == "لم" or self._after_was(at):
            return "past"
        return "future" if word in {"لن", "سوف"} else None

    def _after_was(self, at: int | None) -> bool:
        return at is not None and self.words.bare(at - 1) in {"كان", "كانت", "كانوا"}

    def _present(self, frame: Frame) -> Modality:
        first = frame.trigger.first
        negated = self.words.bare(first - 1) == "لا"
        if self.words.bare(first - 1) == "ان" and self.words.bare(first - 2) in {"قبل", "بعد"}:
            return "happened"  # «قبل أن تفرقهم الشرطة»
        act = frame.trigger.lemma.type in _SPEECH
        return "happened" if self.headline or negated or act else "ongoing"

    def _by_date(self, frame: Frame) -> Modality | None:
        """Return planned where the event's own date lies after the article's."""
        if frame.time is None or self.today is None:
            return None
        time: TimeExpression = self._days[frame.time.id]
        if time.first_day is not None and time.first_day > self.today:
            return "planned"
        return None

    def _is_purpose(self, frame: Frame) -> bool:
        """Tell whether the noun is what something was done for: «لإجلاء الجرحى»."""
        trigger = frame.trigger
        if trigger.verbal or trigger.tense == "participle" or trigger.light is not None:
            return False
        words = self.words
        held = words.has_a(trigger.first - 1, "holding")
        if held and words.folded(trigger.first - 1).startswith("ل"):
            return frame.governor is not None  # «لإجراء محادثات»
        own = trigger.span.start - words.span_of(trigger.first).start
        clitic = words.folded(trigger.first)[:own][-1:]
        return clitic == "ل" and not words.definite(trigger.first) and frame.governor is not None

    def _opens_condition(self, at: int) -> bool:
        words, word = self.words, self.words.bare(at)
        if "condition" not in words.lexicon.operators.get(word, ()):
            return False
        return word != "حال" or words.bare(at - 1) == "في"

    def _condition(self, frame: Frame) -> Span | None:
        """Return the words of a condition in the event's sentence that the event is not in."""
        words = self.words
        for at in self._conditions:
            end = words.clause_end(at)
            head = words.clause_start(at)
            same = head <= frame.trigger.first < at or (head == at and frame.trigger.first >= end)
            if same and at + 1 < end:
                return Span(words.span_of(at).start, words.span_of(end - 1).end)
        return None
