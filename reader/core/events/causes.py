"""The dead and injured and what befell them: who shares victims, place and time with whom."""

from __future__ import annotations

from reader.core.events.frames import Frame
from reader.core.events.sentence import SentenceWords
from reader.core.events.triggers import Trigger
from reader.core.normalize import fold

_CAUSES = frozenset({"ASSAULT", "INCIDENT"})


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
        elif trigger.lemma.type in _CAUSES and _may_cause(words, trigger):
            cause = _caused(words, victims, frame)
    _spread(victims)


def _may_cause(words: SentenceWords, trigger: Trigger) -> bool:
    """Tell whether a trigger is a noun, or a verb after «حين» and «بعدما»."""
    return not trigger.verbal or words.is_a(trigger.first - 1, "when")


def _caused(words: SentenceWords, victims: list[Frame], frame: Frame) -> Frame | None:
    """Join what follows its victims; return the event that may have more of them."""
    near = words.is_a(_before(words, frame.trigger), "cause") or frame.trigger.verbal
    if victims and near:
        for victim in victims:
            _join(frame, victim)
    return frame if near or not victims else None


def _before(words: SentenceWords, trigger: Trigger) -> int:
    at = trigger.first - 1
    return at - 1 if words.is_word(at) and not words.is_a(at, "cause") else at


def _breaks(words: SentenceWords, first: int, end: int) -> bool:
    return any(words.is_stop(i) or words.is_a(i, "contrast") for i in range(first, end))


def _join(cause: Frame, victim: Frame) -> None:
    told = {phrase.span for phrase, _ in cause.participants}
    cause.participants += [
        (p, role) for p, role in victim.participants if role == "target" and p.span not in told
    ]
    cause.places = cause.places or victim.places
    cause.time = cause.time or victim.time
    victim.places = victim.places or cause.places
    victim.time = victim.time or cause.time


def _spread(victims: list[Frame]) -> None:
    """Give «قتل خمسة وأصيب عشرة أمس» one place and one time."""
    time = next((v.time for v in victims if v.time is not None), None)
    for victim in victims:
        victim.time = victim.time or time
