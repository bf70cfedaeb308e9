"""Words that tell events: which reading they have here, and whether they tell one here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.core.clitics import Reading
from reader.core.events.known import VERBAL, is_preposed
from reader.core.events.sentence import SentenceWords
from reader.core.lexicon.events import Form, Guard, Lemma, LightVerb, Tense
from reader.core.normalize import fold
from reader.core.types import Mention, Phase, Span

_NEEDED_WITHIN = 7  # words
_UNLESS_WITHIN = 3.0  # words, less where what the sense needs is nearer
_UNGUARDED = 50.0  # in place of a distance, for a sense that needs nothing
_FAR = 100.0
BEFORE_JUSSIVE = "لم"
# How often each kind of analysis was right on real articles.
_SURE = {
    "phrase": 0.92,
    "verb": 0.85,
    "guarded verb": 0.75,
    "ambiguous verb": 0.8,
    "noun": 0.7,
    "guarded noun": 0.75,
    "ambiguous noun": 0.65,
    "participle": 0.8,
    "guarded participle": 0.75,
    "ambiguous participle": 0.7,
}
_NO_HEADS = frozenset({"preposition", "opener", "relative", "holding", "adverb", "breaker"})
_NO_NOUNS = _NO_HEADS | {"be", "pronoun"}
_DESCRIBED_WITHIN = 3  # words between a noun and the relative clause that describes it
_LIGHT_REACH = 12  # words between a light verb and the noun that it serves
# Verbal nouns of these types often say what a body or a thing is for.
_PURPOSES = frozenset({"AID", "COOPERATE", "CONSULT", "SUPPORT", "ECON", "CONCEDE"})
# Nouns of these types also name a process that is only referred to, or a body.
_NAMED = frozenset({"CONSULT", "AGREE", "VOTE", "RETREAT"})
# «تفريق مظاهرة»: who stops a deed does something else than it.
_STOPS_DEEDS = frozenset({"COERCE", "REJECT"})
_STOPPED = frozenset({"PROTEST", "ASSAULT", "CONSULT"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or set phrase that tells an event.

    Attributes:
        first, end: half-open range of word indices in the sentence.
        span: without proclitics.
        tense: as the form tells; "future" with سـ.
        light: index of the light or aspect verb that the noun depends on.
        light_verb: that verb.
        confidence: how often what this kind of row finds is right.
        pronoun: whether it bears a suffix pronoun.
    """

    first: int
    end: int
    span: Span
    lemma: Lemma
    tense: Tense
    rule: str
    confidence: float = 1.0
    feminine: bool | None = None
    plural: bool | None = None
    passive: bool = False
    pronoun: bool = False
    light: int | None = None
    light_verb: LightVerb | None = None
    phase: Phase | None = None

    @property
    def verbal(self) -> bool:
        """Whether it is a finite verb."""
        return self.tense in VERBAL


@dataclass(frozen=True, slots=True)
class _Option:
    """One analysis of a word; `distance` is how far off lies what the sense needs."""

    reading: Reading
    form: Form
    tense: Tense
    pronoun: bool
    distance: float


def find_triggers(words: SentenceWords) -> list[Trigger]:
    """Return the triggers of a sentence in text order, light verbs tied to their nouns."""
    found: list[Trigger] = []
    at = 0
    while at < len(words):
        end, trigger = _phrase(words, at)
        if end == at:
            end, trigger = at + 1, _single(words, at, found)
        if trigger is not None:
            found.append(trigger)
        at = end
    tied = _tie_light_verbs(words, found)
    return [t for i, t in enumerate(tied) if not _only_names(words, tied, i)]


# -- one word -----------------------------------------------------------------------------
def _phrase(words: SentenceWords, at: int) -> tuple[int, Trigger | None]:
    """Return where the set phrase at a word ends, and what it tells; `at` where none is."""
    phrases = words.words[at].known.phrases
    if not phrases or words.in_name(at):
        return at, None
    for offset, rest, lemma in phrases:
        end = at + 1 + len(rest)
        if end > len(words) or not all(map(words.has_stem, range(at + 1, end), rest)):
            continue
        if lemma is None:
            return end, None
        span = Span(words.span_of(at, offset).start, words.span_of(end - 1).end)
        rule = f"set phrase ({lemma.row})"
        return end, Trigger(at, end, span, lemma, "noun", rule, confidence=_SURE["phrase"])
    return at, None


def _single(words: SentenceWords, at: int, before: list[Trigger]) -> Trigger | None:
    if not words.words[at].known.analyses or words.in_name(at) or words.is_a(at, "preposition"):
        return None
    if _is_inside_event_name(words, at) or _heads_place(words, at) or _is_particle(words, at):
        return None
    options = [o for o in _options(words, at) if _is_possible(words, at, o)]
    if not options:
        return None
    options.sort(key=lambda option: option.distance)
    verbs = [o for o in options if o.tense in VERBAL]
    nouns = [o for o in options if o.tense not in VERBAL]
    chosen = _choose(words, at, verbs, nouns, before)
    return _trigger(words, at, chosen, sure=len(options) == 1) if chosen else None


def _is_particle(words: SentenceWords, at: int) -> bool:
    """Tell whether the word is «قد» behind ف, before its verb: «فقد أودى المرض بحياة …»."""
    particle = any(r.proclitics == "ف" and r.stem == "قد" for r in words.words[at].readings)
    return particle and words.is_word(at + 1) and bool(words.words[at + 1].known.finite)


def _heads_place(words: SentenceWords, at: int) -> bool:
    """Tell whether the word is a noun of place: «في مقاطعة كاساي», «سبع مقاطعات»."""
    named = words.mention(at + 1)
    if not words.has_a(at, "area"):
        return False
    if words.is_a(at - 1, "few"):
        return True
    if named is None or named.type not in {"GPE", "LOC"}:
        return False
    within = words.is_a(at - 1, "place_preposition") or words.is_a(at - 1, "from")
    return within or words.span_of(at).start < words.start(at)


def _is_inside_event_name(words: SentenceWords, at: int) -> bool:
    """Tell whether the word is in a named event, past its head."""
    mention = words.mention(at)
    if mention is None or mention.type not in {"EVENT", "NORP"}:
        return False
    return mention.type == "NORP" or words.span_of(at).start > mention.span.start


def _options(words: SentenceWords, at: int) -> Iterator[_Option]:
    """Yield what event the word may tell, and how far off lies what each sense needs."""
    for analysis in words.words[at].known.analyses:
        needs = analysis.form.lemma.needs
        distance = _UNGUARDED if needs is None else _distance(words, at, needs)
        yield _Option(*analysis, distance)


def _distance(words: SentenceWords, at: int, guard: Guard) -> float:
    """Return how near a word of the guard stands, what follows first; `_FAR` for none."""
    if _is_next(words, at + 1, guard):
        return 0
    for step in range(1, _NEEDED_WITHIN + 1):
        if _is_near(words, at + step, guard):
            return step
        if _is_near(words, at - step, guard):
            return step + 0.5
    return _FAR


def _is_next(words: SentenceWords, at: int, guard: Guard) -> bool:
    if not words.is_word(at):
        return False
    if any(words.has_stem(at, stem) for stem in guard.following):
        return True
    if _is_of(words, at, guard.following_types):
        return True
    clitics = guard.letters
    return any(r.proclitics in clitics and len(r.stem) > 2 for r in words.words[at].readings)


def _is_near(words: SentenceWords, at: int, guard: Guard) -> bool:
    if not words.is_word(at):
        return False
    if not guard.words.isdisjoint(words.words[at].known.stems):
        return True
    return bool(guard.types) and _is_of(words, at, guard.types)


def _is_of(words: SentenceWords, at: int, types: frozenset[str]) -> bool:
    if not types:
        return False
    mention = words.mention(at)
    if mention is not None and mention.type in types:
        return True
    return "TIMEX" in types and words.words[at].time is not None


def _is_possible(words: SentenceWords, at: int, option: _Option) -> bool:
    """Tell whether what the lemma needs is near, and the word is no mere participle."""
    told, lemma = option.form.told, option.form.lemma
    if option.tense == "participle" and option.reading.definite:
        return False
    if told.jussive and words.bare(at - 1) != BEFORE_JUSSIVE:
        return False
    written = words.span_of(at).of(words.text)
    if option.tense in VERBAL and "\u064b" in written:
        return False  # «صوتاً» bears a noun's ending
    if option.distance == _FAR:
        return False
    unless = lemma.unless
    if unless is None:
        return True
    return _distance(words, at, unless) >= min(option.distance, _UNLESS_WITHIN)


def _choose(
    words: SentenceWords,
    at: int,
    verbs: list[_Option],
    nouns: list[_Option],
    before: list[Trigger],
) -> _Option | None:
    as_noun = _stands_as_noun(words, at, (verbs or nouns)[0].reading, before)
    if verbs and nouns and verbs[0].pronoun and verbs[0].form.lemma.frame.pattern != "so":
        as_noun = True  # «استقالته»: who resigns has no object
    if nouns and (as_noun or not verbs):
        return _noun(words, at, nouns, as_noun=as_noun)
    if not verbs or (as_noun and _after_preposition(words, at)):
        return None
    if before and before[-1].verbal and before[-1].end == at and not verbs[0].reading.proclitics:
        return None  # «فاز تحالف»: no verb follows a verb
    plain = verbs[0].reading.form
    says = plain in words.lexicon.saying and not words.lexicon.verb_operators.get(plain)
    if says and verbs[0].distance >= _UNGUARDED:
        return None
    return verbs[0]


def _noun(words: SentenceWords, at: int, nouns: list[_Option], *, as_noun: bool) -> _Option | None:
    """Return the noun's analysis; a participle is one only where it describes an act."""
    participle = next((o for o in nouns if o.tense == "participle"), None)
    if participle is not None and _is_adverbial(words, at, participle, as_noun=as_noun):
        return participle
    noun = next((o for o in nouns if o.tense == "noun"), None)
    return None if noun is None or _is_attribute(words, at, noun) else noun


def _is_attribute(words: SentenceWords, at: int, option: _Option) -> bool:
    """Tell whether a word in ال after another is a participle: «القوات المشاركة في»."""
    if not option.reading.definite or option.reading.proclitics:
        return False
    forms = words.lexicon.forms.get(option.reading.stem, ())
    if not any(form.told.tense == "participle" for form in forms):
        return False
    return words.is_word(at - 1) and (words.definite(at - 1) or words.mention(at - 1) is not None)


def _is_adverbial(words: SentenceWords, at: int, option: _Option, *, as_noun: bool) -> bool:
    """Tell whether a participle says what someone does meanwhile: «، داعية إلى الهدوء»."""
    if is_preposed(option.reading) or not _governs(words, at, option):
        return False
    folded, told = words.folded(at), option.form.told
    if folded.endswith("ا") and not option.pronoun:
        return not as_noun
    tanwin = "\u064b" in words.span_of(at).of(words.text)
    opened = tanwin or words.is_comma(at - 1)
    known = words.mention(at - 1) is not None or words.definite(at - 1)
    plural = bool(told.plural) and (opened or known)
    return plural or (opened and folded.endswith("ه") and not option.pronoun)


def _governs(words: SentenceWords, at: int, option: _Option) -> bool:
    """Tell whether what the verb brings follows: a preposition of its own, أن, an object."""
    after = at + 1
    if option.pronoun:
        return True
    if not words.is_word(after):
        return False
    lemma = option.form.lemma
    own = {*lemma.frame.roles, "الي", "من", "على", "علي", "عن"}
    if words.bare(after) in own or words.is_a(after, "complement"):
        return True
    clitics = {r.proclitics for r in words.words[after].readings}
    if words.mention(after) is not None or words.definite(after):
        return True
    if lemma.frame.pattern == "so" and words.folded(at).endswith("ا"):
        return True
    return not clitics.isdisjoint({"ب", "ل"})


def _after_preposition(words: SentenceWords, at: int) -> bool:
    return words.is_a(at - 1, "preposition") and words.bare(at - 1) != "من"


def _stands_as_noun(words: SentenceWords, at: int, reading: Reading, before: list[Trigger]) -> bool:
    """Tell whether a word that may be verb or noun stands where a noun stands."""
    if reading.definite or is_preposed(reading):
        return True
    if reading.proclitics:
        last = before[-1] if before else None
        return last is not None and not last.verbal and last.end == at
    previous = at - 1
    if at == 0 or not words.is_word(previous):
        return False
    if words.is_a(previous, "opener") or words.is_a(previous, "relative"):
        return False
    if words.is_a(previous, "preposition") or words.bare(previous) in words.lexicon.operators:
        return words.bare(previous) not in {"قد", "لا", "لم", "لن", "سوف", "اذا", "لو", "ان"}
    if before and before[-1].verbal and before[-1].end >= at - 1:
        return True
    if words.mention(previous) is not None or words.words[previous].time is not None:
        return _is_announced(words, at)
    last = before[-1] if before else None
    if last is not None and last.end == at and last.lemma.frame.pattern == "n":
        return False  # «زلزال ضرب»: an event's noun has a clause after it, not a genitive
    return not words.definite(previous) or _is_announced(words, at)


def _is_announced(words: SentenceWords, at: int) -> bool:
    """Tell whether a verb of saying or deciding before the word has it as its object."""
    known = (words.lexicon.saying, words.lexicon.verb_operators)
    for index in range(at - 1, words.clause_start(at) - 1, -1):
        if words.is_a(index, "complement") or words.is_a(index, "relative"):
            return False
        if not words.is_word(index) or words.in_name(index):
            continue
        stems = [r.stem for r in words.words[index].readings if not r.definite]
        if any(stem in forms for stem in stems for forms in known):
            return True
    return False


def _trigger(words: SentenceWords, at: int, option: _Option, *, sure: bool) -> Trigger:
    lemma, told = option.form
    kind = {"noun": "noun", "participle": "participle"}.get(option.tense, "verb")
    guarded = option.distance < _UNGUARDED
    level = "guarded" if guarded else "" if sure else "ambiguous"
    return Trigger(
        first=at,
        end=at + 1,
        span=words.span_of(at, option.reading.offset),
        lemma=lemma,
        tense=option.tense,
        rule=f"{kind} of {lemma.word} ({lemma.row}{', by a word near it' if guarded else ''})",
        confidence=_SURE[f"{level} {kind}".strip()],
        feminine=told.feminine,
        plural=told.plural,
        passive=told.passive or _is_vocalized_passive(words, at, option),
        pronoun=option.pronoun,
    )


def _is_vocalized_passive(words: SentenceWords, at: int, option: _Option) -> bool:
    """Tell whether the author wrote the damma of the passive: «قُتل»."""
    if option.tense not in VERBAL:
        return False
    written = words.span_of(at, option.reading.offset).of(words.text)
    if option.tense == "future":
        return written[2:3] == "\u064f"  # «سيُغلق»
    return written[1:2] == "\u064f" and (option.tense == "past" or written[:1] in "يت")


# -- light verbs --------------------------------------------------------------------------
def _light_verb(words: SentenceWords, at: int) -> LightVerb | None:
    verb = words.words[at].known.light
    if verb is None or words.in_name(at) or words.is_a(at, "complement"):
        return None
    return verb


def _tie_light_verbs(words: SentenceWords, found: list[Trigger]) -> list[Trigger]:
    """Tie each light verb to its noun; the verb itself is then no trigger."""
    tied = list(found)
    dropped: set[int] = set()
    for at in range(len(words)):
        verb = _light_verb(words, at)
        if verb is None or words.is_a(at - 1, "preposition"):
            continue
        if words.is_a(at, "holding") and any(t.end == at for t in tied):
            continue
        noun = _noun_of(words, tied, at)
        own = next((t for t in tied if t.first == at), None)
        if noun is None or (own is not None and _is_act(own)):
            continue
        tied[noun] = replace(
            tied[noun],
            light=at,
            light_verb=verb,
            phase=verb.phase,
            rule=f"{tied[noun].rule}, light verb",
        )
        dropped.update(i for i, t in enumerate(tied) if t.first == at)
    return [_with_bound(words, t) for i, t in enumerate(tied) if i not in dropped]


def _is_act(verb: Trigger) -> bool:
    """Tell whether the verb is the act itself in the sense that its words tell: «وقع اتفاقا»."""
    return verb.lemma.needs is not None and verb.lemma.type != "INCIDENT"


def _noun_of(words: SentenceWords, found: list[Trigger], at: int) -> int | None:
    """Return the trigger that a light verb serves: after it, else the subject before it."""
    described = _described(words, found, at)
    if described is not None:
        return described
    end = words.clause_end(at)
    for index, trigger in enumerate(found):
        if trigger.first <= at or trigger.verbal or trigger.light is not None:
            continue
        if trigger.first >= min(end, at + _LIGHT_REACH):
            break
        if not _crosses_preposition(words, at, trigger.first):
            return index
    start = words.clause_start(at)
    before = [i for i, t in enumerate(found) if start <= t.first < at and not t.verbal]
    if not before or words.joined(at):
        return None
    head = before[0] if not words.is_a(at - 1, "relative") else before[-1]
    return head if found[head].light is None else None


def _described(words: SentenceWords, found: list[Trigger], at: int) -> int | None:
    """Return the event that a relative clause says was held: «اللقاء الذي عقد في القاهرة»."""
    if not words.is_a(at - 1, "relative") or words.is_a(at, "witness"):
        return None
    if words.is_a(at + 1, "during"):
        return None  # «الزيارة التي أجرى خلالها محادثات»
    near = range(at - 1 - _DESCRIBED_WITHIN, at)
    heads = (i for i, t in enumerate(found) if t.end in near and not t.verbal)
    return next((i for i in heads if found[i].light is None), None)


def _crosses_preposition(words: SentenceWords, verb: int, noun: int) -> bool:
    """Tell whether a preposition before the noun makes it no argument of the light verb."""
    nouns = words.lexicon.nouns
    if any(r.proclitics[-1:] in {"ل", "ك"} and r.stem in nouns for r in words.words[noun].readings):
        return True
    between = range(verb + 1, noun)
    return words.is_a(noun - 1, "preposition") or any(words.is_a(i, "relative") for i in between)


def _with_bound(words: SentenceWords, trigger: Trigger) -> Trigger:
    """Give the noun the phase that «ختام» or «انطلاق» before it tells."""
    if trigger.verbal or trigger.phase:
        return trigger
    for word, phase in (("reference", "END"), ("opening", "START")):
        if words.is_a(trigger.first - 1, word) or words.has_a(trigger.first - 1, word):
            return replace(trigger, phase="END" if phase == "END" else "START")
    return trigger


# -- nouns that tell nothing of their own -------------------------------------------------
def _only_names(words: SentenceWords, found: list[Trigger], index: int) -> bool:
    """Tell whether a noun only refers: to the event of the noun before it, or in passing."""
    trigger = found[index]
    if trigger.verbal or trigger.light is not None or trigger.phase is not None:
        return False
    if index and _continues(words, found[index - 1], trigger):
        return True
    if any(_is_sense_of(words, trigger, head) for head in found[max(0, index - 2) : index]):
        return True
    if _is_purpose(words, trigger):
        return True
    if _modifies(words, trigger, found[:index]):
        return True
    if trigger.lemma.type == "COOPERATE" and _is_concept(words, trigger):
        return True
    own = any(r.stem in words.lexicon.nouns for r in words.words[trigger.first].readings)
    return own and trigger.lemma.type in _NAMED and _in_passing(words, found, index)


def _is_concept(words: SentenceWords, trigger: Trigger) -> bool:
    """Tell whether «التعاون» is spoken of and not done: «سبل التعاون», «بالتعاون مع»."""
    if trigger.tense != "noun" or not words.definite(trigger.first):
        return False
    preposed = words.span_of(trigger.first).start < trigger.span.start
    return preposed or words.bare(trigger.end) not in {"مع", "بين"}


def _is_sense_of(words: SentenceWords, trigger: Trigger, head: Trigger) -> bool:
    """Tell whether the noun only tells a sense of the word before it: «رفع العقوبات»."""
    needs = head.lemma.needs
    far = trigger.first - head.end
    if needs is None or far >= _NEEDED_WITHIN:
        return False
    preposed = words.span_of(trigger.first).start < trigger.span.start
    if far and not (head.verbal or preposed):
        return False
    if head.lemma.type == "INCIDENT" or puts_off(words, head) or _rules(words, head):
        return False
    if head.lemma.type in _STOPS_DEEDS and trigger.lemma.type in _STOPPED:
        return False  # «ضرب زلزال», «أُرجئ الاجتماع»: the noun tells it, whatever its verb
    if trigger.verbal or trigger.pronoun or words.joined(trigger.first):
        return False
    return not needs.words.isdisjoint(words.stems(trigger.first))


def _is_purpose(words: SentenceWords, trigger: Trigger) -> bool:
    """Tell whether the noun says what the body or thing before it is for: «لجنة تحقيق»."""
    at = trigger.first - 1
    if not words.is_word(at) or words.span_of(at + 1).start != trigger.span.start:
        return False
    return not words.definite(at) and any(
        r.stem in words.lexicon.heads for r in words.words[at].readings
    )


def _modifies(words: SentenceWords, trigger: Trigger, before: list[Trigger]) -> bool:
    """Tell whether a bare verbal noun says what a noun is for: «فرق إنقاذ»."""
    at = trigger.first - 1
    if trigger.lemma.type not in _PURPOSES or trigger.lemma.frame.pattern == "n" or at < 0:
        return False
    if trigger.tense != "noun" or trigger.pronoun or not words.is_word(at):
        return False
    if words.joined(trigger.first) or any(not r.noun_too for r in words.words[at].known.finite):
        return False
    if words.definite(trigger.first) or words.definite(at) or words.mention(at) is not None:
        return False
    if words.is_any(at, _NO_HEADS) or words.bare(at) in words.lexicon.operators:
        return False
    if _may_be_verb(words, at) or words.has_a(at, "undertaking"):
        return False
    own = words.span_of(trigger.first).start == trigger.span.start
    return own and not any(t.end > at for t in before) and _light_verb(words, at) is None


def _may_be_verb(words: SentenceWords, at: int) -> bool:
    """Tell whether some reading of the word, with سـ or without, is a verb that we know."""
    lexicon = words.lexicon
    for reading in words.words[at].readings:
        for stem in (reading.stem, reading.stem.removeprefix("س")):
            known = stem in lexicon.saying or stem in lexicon.light
            if known or stem in lexicon.verb_operators:
                return True
    return False


def _continues(words: SentenceWords, head: Trigger, trigger: Trigger) -> bool:
    """Tell whether «محادثات» in «الجولة المقبلة من محادثات» is the event of «الجولة»."""
    if head.lemma.type != trigger.lemma.type:
        return False
    if head.verbal:
        whole = head.lemma.type != "INCIDENT"  # «ضرب الزلزال»
        return whole and head.end == trigger.first and words.definite(trigger.first)
    if trigger.pronoun and words.clause_end(head.end - 1) > trigger.first:
        return True
    between = range(head.end, trigger.first)
    if any(not words.is_word(i) or words.words[i].time for i in between) or len(between) > 3:
        return False
    if not between:
        return not words.joined(trigger.first)
    return words.is_a(trigger.first - 1, "preposition") and words.bare(trigger.first - 1) == "من"


def puts_off(words: SentenceWords, trigger: Trigger) -> bool:
    """Tell whether it says that another event is put off: «تأجلت القمة»."""
    return fold(trigger.lemma.word) in words.lexicon.grammar["postponing"]


def _rules(words: SentenceWords, trigger: Trigger) -> bool:
    """Tell whether it is a judge's verb, whose sentence is the event: «قضت بسجنه»."""
    return trigger.verbal and fold(trigger.lemma.word) in words.lexicon.grammar["ruling"]


def _in_passing(words: SentenceWords, found: list[Trigger], index: int) -> bool:
    """Tell whether a definite meeting, accord or vote is only mentioned by another event."""
    trigger = found[index]
    if index and found[index - 1].end == trigger.first and puts_off(words, found[index - 1]):
        return False
    if index and found[index - 1].lemma.type == "REQUEST" and found[index - 1].verbal:
        return False  # «دعا إلى الحوار»
    named = words.mention(trigger.first)
    definite = words.definite(trigger.first)
    is_name = named is not None and named.type == "EVENT" and _is_known(words, named)
    if not (definite or is_name) or _is_described(words, trigger):
        return False
    return is_name or index > 0 or _is_genitive(words, trigger.first)


def _is_genitive(words: SentenceWords, at: int) -> bool:
    """Tell whether a bare noun stands before the word: «مسار المحادثات»."""
    before = at - 1
    if not words.is_word(before) or words.definite(before) or words.mention(before) is not None:
        return False
    if not words.folded(at).startswith("ال"):
        return False
    if words.is_any(before, _NO_NOUNS):
        return False
    finite = any(r.stem in words.lexicon.finite for r in words.words[before].readings)
    return not finite and not _may_be_verb(words, before)


def _is_known(words: SentenceWords, named: Mention) -> bool:
    """Tell whether the name is definite, by an article or a name inside it."""
    inside = (m for m in words.mentions if m is not named and named.span.contains(m.span))
    held = range(words.index_at(named.span.start), words.index_at(named.span.end - 1) + 1)
    return any(m.type != "NORP" for m in inside) or any(words.definite(i) for i in held)


def _is_described(words: SentenceWords, trigger: Trigger) -> bool:
    """Tell whether the words around say which one it is: «عقد», «المقبلة», an ordinal, a time.

    Of a named event an adjective may be part of the name and tells nothing.
    """
    operators = words.lexicon.operators
    if words.is_a(trigger.first - 1, "holding") or words.has_a(trigger.first - 1, "holding"):
        return True
    mention = words.mention(trigger.first)
    end = trigger.end
    while end < len(words) and mention is not None and words.mention(end) is mention:
        end += 1
    following = range(end, min(len(words), end + 3))
    for at in following:
        if not words.is_word(at):
            break
        if operators.get(words.bare(at)):
            return True
        if words.words[at].time is not None:
            return at == end or (at == end + 1 and words.is_a(end, "locating"))
        if mention is None and words.folded(at).startswith("ال") and words.mention(at) is None:
            return True
    return False
