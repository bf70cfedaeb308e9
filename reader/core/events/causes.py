"""The dead and injured and what befell them: who shares victims, place and time with whom."""

from __future__ import annotations

from collections.abc import Iterator

from reader.core.events.frames import Frame, shared
from reader.core.events.phrases import Phrase, PhraseReader, each_ruled
from reader.core.events.sentence import SentenceWords
from reader.core.events.triggers import Trigger
from reader.core.normalize import fold

CAUSES = frozenset({"ASSAULT", "INCIDENT"})


def is_casualty(words: SentenceWords, trigger: Trigger) -> bool:
    """Tell whether a trigger tells of the dead or the injured of another event."""
    known = words.lexicon.casualties
    return any(r.stem in known for r in words.words[trigger.first].readings) or (
        fold(trigger.lemma.word) in known
    )


def join_causes(words: SentenceWords, frames: list[Frame]) -> None:
    """Give each cause its victims, and both the place and time that one of them tells.

    «قتل ثلاثة وأصيب عشرة في انفجار»: the cause follows its victims, after «في» or «إثر»;
    «انفجار أسفر عن مقتل ثلاثة»: it stands before them.
    """
    victims: list[Frame] = []
    cause: Frame | None = None
    told = {id(f.same_as) for f in frames if f.trigger.verbal and f.same_as is not None}
    for frame in frames:
        trigger = frame.trigger
        if victims and _breaks(words, victims[-1].trigger.end, trigger.first):
            _spread(victims)
            victims, cause = [], None
        elif cause is not None and _breaks(words, cause.trigger.end, trigger.first):
            cause = None
        if is_casualty(words, trigger):
            victims.append(frame)
            if cause is not None:
                _join(cause, frame)
        elif trigger.lemma.type in CAUSES and _may_cause(words, trigger):
            sites = frame.places
            if _has_clause(frame, told):
                sites = [p for p in sites if _is_town(words, p)]
            cause = _caused(words, victims, frame, sites)
    _spread(victims)


def take_tolls(words: SentenceWords, frames: list[Frame], reader: PhraseReader) -> None:
    """Give what hurt people those people: «الزلزال الذي خلف 2900 قتيل», «أوقعت الغارة …»."""
    harms = [f for f in frames if f.trigger.lemma.type in CAUSES]
    harms = [f for f in harms if not is_casualty(words, f.trigger)]
    for frame in harms:
        counted = each_ruled(_counted_before(words, frame.trigger), "people counted before it")
        frame.participants += [(p, "target") for p in counted]
    tolls = [i for i, word in enumerate(words.words) if word.known.toll] if harms else []
    for at in tolls:
        end = words.clause_end(at, commas=False)
        end = next((v.at for v in reader.verbs if at < v.at < end), end)
        told = [f for f in harms if f.trigger.first < end]
        before = [f for f in told if f.trigger.first <= at]
        cause = before[-1] if before else next(iter(told), None)
        if cause is not None and not _breaks(words, cause.trigger.end, at):
            known = {phrase.span for phrase, _ in cause.participants}
            found = each_ruled(_victims(words, at + 1, end, reader), "people that its toll counts")
            cause.participants += [(p, "target") for p in found if p.span not in known]


def _counted_before(words: SentenceWords, trigger: Trigger) -> Iterator[Phrase]:
    """Yield the people of «300 جريح في مواجهات»."""
    at = _before(words, trigger) - 1
    mention = words.mention(at)
    if mention is None or mention.type != "COUNT" or not words.words[at].known.victim:
        return
    if words.is_a(at + 1, "cause"):
        yield Phrase(at, at + 1, mention.span, mention, None)


def _victims(words: SentenceWords, first: int, end: int, reader: PhraseReader) -> Iterator[Phrase]:
    """Yield the people that a toll counts, «30 قتيلا», «عشرات الجرحى»."""
    for at in range(first, end):
        if not words.words[at].known.victim:
            continue
        mention = words.mention(at)
        if mention is None:
            phrase = reader.read(at - 1) if reader.starts(at - 1, joined=True) else None
            if phrase is not None and phrase.first < at < phrase.end:
                yield phrase
        elif mention.type == "COUNT":
            yield Phrase(at, at + 1, mention.span, mention, None)


def _may_cause(words: SentenceWords, trigger: Trigger) -> bool:
    """Tell whether a trigger is a noun, or a verb that «حين» or «ما أدى إلى» makes a cause."""
    if not trigger.verbal or words.is_a(trigger.first - 1, "when"):
        return True
    for at in range(trigger.end, len(words)):
        if words.is_stop(at) or words.is_a(at, "contrast"):
            return False
        if words.words[at].known.toll:
            return words.bare(at - 1) in {"ما", "مما"}
    return False


def _has_clause(frame: Frame, told: set[int]) -> bool:
    """Tell whether a clause of its own says where it was: «في حريق اندلع في محطة»."""
    light = frame.trigger.light
    return id(frame) in told or (light is not None and light > frame.trigger.first)


def _is_town(words: SentenceWords, place: Phrase) -> bool:
    """Tell whether «في» or «بـ» brings a town or a country, and no site in it."""
    named = place.mention is not None and place.mention.type == "GPE"
    clitic = words.span_of(place.first).start < place.span.start
    within = any(words.bare(i) == "في" for i in (place.first - 1, place.first - 2))
    return named and (clitic or within)


def _caused(
    words: SentenceWords, victims: list[Frame], frame: Frame, sites: list[Phrase]
) -> Frame | None:
    """Join what follows its victims; return the event that may have more of them."""
    when = frame.trigger.verbal and words.is_a(frame.trigger.first - 1, "when")
    manner = bool(victims) and _is_manner(words, victims[-1].trigger, frame.trigger)
    near = when or manner or _brings(words, frame.trigger)
    if victims and near:
        for victim in victims:
            _join(frame, victim)
            victim.places = victim.places or each_ruled(sites, "place of what caused it")
    return frame if near or not victims else None


def _brings(words: SentenceWords, cause: Trigger) -> bool:
    """Tell whether a preposition of cause stands before it or is written onto it: «بقصف»."""
    onto = cause.span.start > words.start(cause.first)
    by = onto and not cause.verbal and words.folded(cause.first).startswith("ب")
    return by or words.is_a(_before(words, cause), "cause")


def _is_manner(words: SentenceWords, victim: Trigger, cause: Trigger) -> bool:
    """Tell whether an accusative says how they died: «لقوا مصرعهم اختناقا», «غرقا»."""
    adjacent = cause.first == victim.end and not cause.verbal
    return adjacent and words.folded(cause.first).endswith("ا") and not words.definite(cause.first)


def _before(words: SentenceWords, trigger: Trigger) -> int:
    at = trigger.first - 1
    return at - 1 if words.is_word(at) and not words.is_a(at, "cause") else at


def _breaks(words: SentenceWords, first: int, end: int) -> bool:
    return any(words.is_stop(i) or words.is_a(i, "contrast") for i in range(first, end))


def _join(cause: Frame, victim: Frame) -> None:
    """Give the cause its victims, and both the place or time that one of them tells."""
    told = {phrase.span for phrase, _ in cause.participants}
    hurt = [p for p, role in victim.participants if role == "target" and p.span not in told]
    cause.participants += [(p, "target") for p in each_ruled(hurt, "victims that it caused")]
    cause.places = cause.places or each_ruled(victim.places, "place of its victims")
    cause.time = cause.time or shared(victim.time, "time of its victims")
    victim.time = victim.time or shared(cause.time, "time of what caused it")


def _spread(victims: list[Frame]) -> None:
    """Give «قتل خمسة وأصيب عشرة أمس» one place and one time."""
    time = next((v.time for v in victims if v.time is not None), None)
    for victim in victims:
        victim.time = victim.time or shared(time, "time of the victims told with it")
