"""The finite verbs of a sentence: those that tell events, those of saying, and all others.

Where a verb stands a clause stands; a noun phrase never runs over one.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.events.sentence import SentenceWords
from reader.core.events.triggers import BEFORE_JUSSIVE, Trigger
from reader.core.lexicon.events import Control

# Particles that only a verb can follow.
_BEFORE_VERBS = frozenset({"لم", "لن", "سوف", "قد"})
_OPENERS = frozenset({"opener", "relative", "complement", "breaker", "be"})
_NO_VERB_KINDS = frozenset({"preposition", "opener", "relative", "adverb", "pronoun", "breaker"})
# Nouns and particles that begin as imperfects do.
_NO_VERBS = ("يوم", "يهود", "يمن", "يمين", "يسار", "يناير", "يوليو", "يونيو", "يورو")
_NO_FUTURES = ("سيا", "سيد", "سيط", "سيو", "سين", "سير", "سيف", "ستين", "سته", "ستار")


@dataclass(frozen=True, slots=True)
class Verb:
    """A finite verb.

    Attributes:
        at: its index in the sentence.
        feminine, plural: as the form tells; None where it tells nothing.
        pronoun: whether it bears a suffix pronoun, its object.
        control: whose act is what depends on it.
        says: whether it is a verb of saying.
        trigger: the event that it tells.
    """

    at: int
    feminine: bool | None = None
    plural: bool | None = None
    passive: bool = False
    pronoun: bool = False
    control: Control = "none"
    says: bool = False
    trigger: Trigger | None = None


def find_verbs(words: SentenceWords, triggers: list[Trigger]) -> list[Verb]:
    """Return the finite verbs of a sentence in text order."""
    telling = {t.first: t for t in triggers if t.verbal}
    taken = {t.end for t in triggers if t.verbal}
    nouns = {i for t in triggers if not t.verbal for i in range(t.first, t.end)}
    found: list[Verb] = []
    for at in range(len(words)):
        trigger = telling.get(at)
        verb = None
        if trigger is not None:
            verb = _telling(trigger)
        elif at not in nouns and (at not in taken or words.joined(at)):
            verb = _other(words, at)  # no verb follows a verb: «تراجعت أسهم»
        if verb is not None:
            found.append(verb)
    return found


def _telling(trigger: Trigger) -> Verb:
    kind = trigger.lemma.type
    control: Control = "object" if kind in {"REQUEST", "ACCUSE"} else "subject"
    return Verb(
        trigger.first,
        trigger.feminine,
        trigger.plural,
        trigger.passive,
        trigger.pronoun,
        control,
        trigger=trigger,
    )


def _other(words: SentenceWords, at: int) -> Verb | None:
    if not words.is_word(at) or words.words[at].time is not None or _is_ruled_out(words, at):
        return None
    mention = words.mention(at)
    if mention is not None and (mention.type != "EVENT" or mention.span.start < words.start(at)):
        return None
    return _known(words, at) or _unknown(words, at)


def _is_ruled_out(words: SentenceWords, at: int) -> bool:
    if words.is_any(at, _NO_VERB_KINDS) or words.bare(at) in words.lexicon.sources:
        return True
    return words.is_a(at - 1, "preposition") and words.bare(at - 1) not in {"حتي", "منذ"}


def _known(words: SentenceWords, at: int) -> Verb | None:
    for form, proclitics, pronoun, says, noun_too in words.words[at].known.finite:
        if noun_too and not _opens(words, at, proclitics):
            continue
        told = form.told
        if told.jussive and words.bare(at - 1) != BEFORE_JUSSIVE:
            continue  # «يقل» without «لم» carries, it does not say
        return Verb(at, told.feminine, told.plural, told.passive, pronoun, form.control, says=says)
    return None


def _opens(words: SentenceWords, at: int, proclitics: str) -> bool:
    """Tell whether the word stands where a clause begins."""
    before = at - 1
    if before < 0 or not words.is_word(before):
        return True
    if words.is_any(before, _OPENERS):
        return True
    mention = words.mention(before)
    return not proclitics and mention is not None and mention.type in {"PER", "ORG", "GPE"}


def _unknown(words: SentenceWords, at: int) -> Verb | None:
    """Return a verb that no table holds, by its shape and place."""
    if words.definite(at) or words.mention(at) is not None:
        return None
    if words.bare(at - 1) in _BEFORE_VERBS and words.bare(at) not in words.lexicon.operators:
        return _shaped(words, at)
    letters = words.folded(at)
    rest = letters[1:] if letters[:1] in {"و", "ف"} else letters
    if any(word in words.lexicon.common for word in (letters, rest)) and rest[:1] != "س":
        return None
    if len(rest) >= 4 and rest.startswith("ي") and not rest.startswith(_NO_VERBS):
        return _shaped(words, at)
    if len(rest) >= 5 and rest.startswith(("سي", "ست")) and not rest.startswith(_NO_FUTURES):
        return _shaped(words, at) if not rest.endswith("ه") else None
    written = words.words[at].token.span.of(words.text)
    if written[1:2] == "\u064f" and len(rest) >= 3:
        return Verb(at, feminine=rest.endswith("ت"), plural=False, passive=True)
    past = len(rest) >= 4 and rest.endswith("ت") and not rest.endswith(("ات", "يت", "وت"))
    return _shaped(words, at) if past and rest[0] != "م" else None


def _shaped(words: SentenceWords, at: int) -> Verb:
    """Return a verb whose subject is told by its first and last letters."""
    letters = words.bare(at)
    if letters[:1] in {"و", "ف"} and len(letters) > 4:
        letters = letters[1:]
    rest = letters.removeprefix("س")
    plural = rest.endswith(("ون", "وا")) or (rest[:1] in "يت" and rest.endswith("ان"))
    feminine = rest.startswith("ت") or (letters[:1] not in "يس" and rest.endswith("ت"))
    return Verb(at, feminine, plural)
