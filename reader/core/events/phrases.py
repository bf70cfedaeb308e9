"""Noun phrases: the words of a participant, from its first word on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reader.core.events.inflect import without_pronoun
from reader.core.events.sentence import SentenceWords
from reader.core.events.triggers import Trigger
from reader.core.events.verbs import Verb, find_verbs
from reader.core.types import Mention, Span

_LONGEST = 7  # words of one phrase
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NO_HEADS = frozenset({"NORP", "TITLE"})
_SUMS = frozenset({"COUNT", "MONEY", "PERCENT"})
_FUNCTION = frozenset({"preposition", "opener", "relative", "adverb", "breaker", "pronoun"})
_SITES = frozenset({"site", "area"})
_CLAUSE_OPENERS = frozenset({"complement", "be", "breaker"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: half-open word indices, its words, and the mention at its core.

    Attributes:
        rule: why it takes part in an event, once that is known.
    """

    first: int
    end: int
    span: Span
    mention: Mention | None
    feminine: bool | None
    rule: str = field(default="", compare=False)

    @property
    def is_place(self) -> bool:
        """Whether its core is a place."""
        return self.mention is not None and self.mention.type in _PLACES

    @property
    def is_facility(self) -> bool:
        """Whether its core is a building or grounds."""
        return self.mention is not None and self.mention.type == "FAC"


def ruled(group: Sequence[Phrase] | None, rule: str) -> list[Phrase]:
    """Return a phrase and those joined to it with the reason why they were chosen."""
    joined = f"{rule}, joined by «و»"
    return [replace(p, rule=joined if i else rule) for i, p in enumerate(group or ())]


def each_ruled(phrases: Iterable[Phrase], rule: str) -> list[Phrase]:
    """Return phrases, each with the reason why it was chosen."""
    return [replace(p, rule=rule) for p in phrases]


def agrees(verb: Verb, subject: Phrase) -> bool:
    """Tell whether a verb may have a phrase before it as its subject."""
    kind = subject.mention.type if subject.mention else None
    if verb.plural and kind == "PER":
        return False
    if kind == "PER" or subject.feminine is None:
        return True
    return verb.feminine is None or bool(verb.plural) or verb.feminine or not subject.feminine


class PhraseReader:
    """Reads noun phrases of one sentence."""

    def __init__(self, words: SentenceWords, triggers: list[Trigger]) -> None:
        self.words = words
        grammar = words.lexicon.grammar
        self._places = grammar["site"] | grammar["area"]
        self.verbs: list[Verb] = find_verbs(words, triggers)
        self._verbs = {verb.at for verb in self.verbs}
        self._verbs |= {t.light for t in triggers if t.light is not None}
        self._nouns = {t.first for t in triggers if not t.verbal}

    def starts(self, at: int, *, joined: bool = False) -> bool:
        """Tell whether a noun phrase can start at a word; `joined` allows a leading و."""
        words = self.words
        if not words.is_word(at) or words.words[at].time is not None or at in self._verbs:
            return False
        if words.mention(at) is not None:
            return joined or not self._has_conjunction(at)
        if words.is_any(at, _FUNCTION) or self._is_saying(at):
            return False
        if words.bare(at) in words.lexicon.operators:
            return False
        if self._looks_like_verb(at):
            return False
        known = words.folded(at) in self._places  # «بحر» is no «حر» with a preposition
        clitics = not known and any(r.proclitics for r in words.words[at].readings)
        if clitics and self._is_preposed(at):
            return False
        return joined or not words.joined(at) or not self._has_conjunction(at)

    def _looks_like_verb(self, at: int) -> bool:
        """Tell whether a word has the ending of «بلغت», which longer bare nouns hardly have."""
        folded = self.words.folded(at)
        bare = not self.words.definite(at) and at not in self._nouns
        return (
            bare and len(folded) >= 4 and folded.endswith("ت") and not folded.endswith(("ات", "يت"))
        )

    def _is_saying(self, at: int) -> bool:
        saying = self.words.lexicon.saying
        return any(not r.definite and r.stem in saying for r in self.words.words[at].readings)

    def _is_preposed(self, at: int) -> bool:
        """Tell whether the word bears a preposition: one that leaves an article or a name."""
        joined = self.words.joined(at)
        for reading in self.words.words[at].readings:
            if reading.proclitics[:1] in {"و", "ف"} and not joined:
                continue
            if reading.proclitics[-1:] in {"ب", "ل", "ك"}:
                mention = self.words.mention(at)
                start = self.words.span_of(at, reading.offset).start
                if reading.definite or (mention is not None and mention.span.start == start):
                    return True
                if at in self._nouns or self._is_common(at, reading.form):
                    return True
                if reading.stem in self._places:
                    return True  # «بمدينة»
        return False

    def _is_common(self, at: int, form: str) -> bool:
        """Tell whether the word is «بفتح»: not known by itself, known without its ب."""
        common = self.words.lexicon.common
        return form in common and self.words.folded(at) not in common

    def _has_conjunction(self, at: int) -> bool:
        mention = self.words.mention(at)
        if mention is not None:
            return mention.span.start > self.words.span_of(at).start
        return self.words.joined(at)

    def read(self, at: int, *, letters: int = 0) -> Phrase | None:
        """Return the phrase that starts at a word, less that word's first letters."""
        words = self.words
        if not letters and words.is_a(at, "each") and words.folded(at + 1) == "من":
            at += 2  # «كل من مصر والأردن»
        if at >= len(words):
            return None
        start = words.span_of(at, letters).start
        mention = words.mention(at)
        if (
            mention is not None
            and mention.type not in _NO_HEADS
            and mention.span.start <= start + 1
        ):
            return self._named(at, mention, max(mention.span.start, start))
        if mention is not None and mention.type == "TITLE":
            return self._titled(at, mention)
        return self._plain(at, start)

    def _past(self, at: int, mention: Mention) -> int:
        while at < len(self.words) and self.words.mention(at) is mention:
            at += 1
        return at

    def _named(self, at: int, mention: Mention, start: int) -> Phrase:
        end = self._past(at, mention)
        span = Span(start, mention.span.end)
        if mention.type == "COUNT" and end < len(self.words) and self._counts_more(end):
            end, span = end + 1, Span(start, self.words.span_of(end).end)
        return Phrase(at, end, span, mention, None)

    def _counts_more(self, at: int) -> bool:
        """Tell whether «العمال» after «آلاف» says what is counted."""
        return self.words.definite(at) and self.words.mention(at) is None and self.starts(at)

    def _titled(self, at: int, title: Mention) -> Phrase:
        """Return the person that bears the title, where one follows, else the title."""
        end = self._past(at, title)
        after = end + 1 if self.words.is_comma(end) else end
        person = self.words.mention(after)
        if after == end and self._is_rank(after, person):
            after = self._past(after, person) if person is not None else after + 1
            named = self.words.mention(after)
            person = named if named is not None and named.type == "PER" else person
        elif person is not None and person.entity != title.holder:
            person = None
        if self.words.is_a(after, "counterpart"):
            person = None  # «الوزير السعودي نظيره الإيراني»: two people
        if person is not None and person.type == "PER":
            return Phrase(at, self._past(after, person), person.span, person, None)
        return Phrase(at, end, title.span, title, None)

    def _is_rank(self, at: int, mention: Mention | None) -> bool:
        """Tell whether a second title stands between a title and its bearer: «العميد»."""
        if mention is not None:
            return mention.type == "TITLE"
        named = self.words.mention(at + 1)
        ranked = named is not None and named.type == "PER"
        return ranked and self.words.definite(at) and self.starts(at)

    def _plain(self, at: int, start: int) -> Phrase | None:
        words = self.words
        end, core = at + 1, None
        feminine = self._is_feminine(at)
        while end < min(len(words), at + _LONGEST) and self._goes_on(
            end - 1, end, feminine=feminine
        ):
            mention = words.mention(end)
            if mention is not None and mention.type in _SUMS:
                break
            if mention is not None and mention.type not in _NO_HEADS:
                core, end = core or mention, self._past(end, mention)
                break
            end += 1
        end = self._close_quote(at, end)
        named = words.mention(end)
        body = not words.stems(at).isdisjoint(words.lexicon.grammar["body"])
        bears = words.definite(at) and not body
        if core is None and named is not None and named.type == "PER" and bears:
            return Phrase(at, self._past(end, named), named.span, named, None)
        return Phrase(at, end, Span(start, words.span_of(end - 1).end), core, feminine)

    def _close_quote(self, at: int, end: int) -> int:
        """Take in a quoted name, «كتلة «الرافدين»»."""
        words = self.words
        if not words.is_quote(end):
            return end
        close = next(
            (i for i in range(end + 1, min(len(words), end + 5)) if words.is_quote(i)), None
        )
        return close + 1 if close is not None and end == at + 1 else end

    def _is_feminine(self, at: int) -> bool:
        return self.words.folded(at).endswith(("ه", "ات"))

    def _goes_on(self, last: int, at: int, *, feminine: bool) -> bool:
        """Tell whether word `at` belongs to the phrase whose last word is `last`."""
        words = self.words
        if not self.starts(at) or words.span_of(at).start > words.span_of(last).end + 1:
            return False
        if self._bears_pronoun(last):
            return False
        mention = words.mention(at)
        # before a genitive the plural loses its ن
        plural = words.folded(last).endswith("ون") and not words.is_a(last, "whole")
        if mention is not None:
            if mention.type == "NORP":
                return True
            if mention.type == "GPE" and self._is_capital(last):
                return True  # «العاصمة الأفغانية كابل»
            return not (words.definite(last) or plural or self._is_described(last))
        if not words.definite(last):
            if plural:
                return not words.definite(at) and words.folded(at).endswith("ون")
            return words.definite(at) or not words.folded(at).endswith("ا")
        return words.definite(at) and self._is_adjective(at, feminine=feminine)

    def _is_capital(self, last: int) -> bool:
        """Tell whether a word ends «العاصمة» or «العاصمة الأفغانية»."""
        words = self.words
        named = words.mention(last)
        head = last - 1 if named is not None and named.type == "NORP" else last
        return words.is_a(head, "capital")

    def _is_described(self, last: int) -> bool:
        """Tell whether a word is the adjective of an indefinite noun, «عاصفة استوائية»."""
        nisba = self.words.folded(last).endswith("يه") and self.words.folded(last - 1).endswith("ه")
        return nisba and not self.words.definite(last - 1) and self.words.mention(last) is None

    def _bears_pronoun(self, at: int) -> bool:
        stems = [r.stem for r in self.words.words[at].readings]
        known = self.words.lexicon.nouns
        return any(bare in known for stem in stems for bare in without_pronoun(stem))

    def _is_adjective(self, at: int, *, feminine: bool) -> bool:
        """Tell whether a definite word agrees with its noun, as an adjective would."""
        word = self.words.folded(at)
        if self.words.is_any(at, _SITES) or word[2:] in self._places:
            return False
        return word.endswith("ه") == feminine and (word.endswith(("ي", "يه", "ين")) or feminine)

    def is_site(self, phrase: Phrase) -> bool:
        """Tell whether a phrase names a place or is headed by a noun of place."""
        head = self.words.folded(phrase.first)
        known = head in self._places or head[1:] in self._places
        return phrase.is_place or (known and phrase.mention is None)

    def coordinated(self, phrase: Phrase) -> list[Phrase]:
        """Return the phrase and those joined to it by و, and by commas before a و."""
        found = [phrase]
        at = phrase.end
        shared = self._heads_several(phrase)
        while (after := self._joined_phrase(at)) is not None:
            at = after.end
            shared = shared and not self.words.folded(after.first).endswith("ون")
            if shared:
                span = Span(phrase.span.start, after.span.end)
                found = [Phrase(phrase.first, at, span, phrase.mention, phrase.feminine)]
            else:
                found.append(after)
        return found

    def _heads_several(self, phrase: Phrase) -> bool:
        """Tell whether the phrase is «وزراء خارجية مصر», to which «وقطر» is one more genitive."""
        named = phrase.mention is not None and phrase.mention.type == "PER"
        return not named and self.words.is_a(phrase.first, "officials")

    def _joined_phrase(self, at: int) -> Phrase | None:
        words = self.words
        if not words.is_word(at) or not self._has_conjunction(at):
            return None
        if not words.folded(at).startswith("و"):
            return None
        if at in self._verbs or not self.starts(at, joined=True):
            return None
        if (counted := self.past_estimate(at)) > at:
            return self.read(counted)  # «وأكثر من 100 جريح»
        mention = words.mention(at)
        word = words.folded(at)[1:]
        if mention is None and word in words.lexicon.forms and word not in self._places:
            return None
        if mention is not None and mention.span.start <= words.span_of(at).start:
            return None
        return self.read(at, letters=1)

    def past_estimate(self, at: int) -> int:
        """Return the index after «أكثر من», «ما لا يقل عن» and «نحو» before a number."""
        words = self.words
        end = at
        while words.is_a(end, "estimate") and end < at + 5:
            end += 1
        mention = words.mention(end)
        counted = mention is not None and mention.type in {"COUNT", "MONEY"}
        number = end < len(words) and words.words[end].token.kind == "number"
        return end if counted or number else at

    def named(self, at: int) -> Phrase | None:
        """Return the person whose name starts at a word."""
        mention = self.words.mention(at)
        if mention is None or mention.type != "PER" or self.words.mention(at - 1) is mention:
            return None
        return self.read(at)

    def topic(self, verb: Verb) -> list[Phrase]:
        """Return the phrase that opens a verb's clause and agrees with it, if any."""
        words, at = self.words, verb.at
        if words.joined(at) and not verb.pronoun:
            return []
        begin = self._clause_opening(at)
        if begin >= at or not self.starts(begin):
            return []
        phrase = self.read(begin)
        if phrase is None or phrase.end > at or not agrees(verb, phrase):
            return []
        between = range(phrase.end, at)
        if any(words.is_stop(i) or i in self._verbs for i in between):
            return []
        return self.coordinated(phrase)

    def _clause_opening(self, at: int) -> int:
        """Return where the clause of a verb that follows its subject begins."""
        words = self.words
        index = at
        while index > 0:
            before = index - 1
            if words.is_stop(before) or words.is_any(before, _CLAUSE_OPENERS):
                break
            if before in self._verbs:
                return at
            index -= 1
        return index

    def preposed(self, first: int, end: int) -> Iterator[tuple[int, str, Phrase]]:
        """Yield (index, preposition, phrase) between two words."""
        words = self.words
        at = first
        while at < min(end, len(words)):
            step = at + 1
            if words.is_a(at, "preposition") and self.starts(at + 1):
                skip = at + 2 if words.is_a(at + 1, "by") else at + 1
                phrase = self.read(skip) if self.starts(skip) else None
                if phrase is not None:
                    yield at, words.bare(at), phrase
                    step = phrase.end
            else:
                found = self.clitic_phrase(at)
                if found is not None:
                    yield at, *found
                    step = found[1].end
            at = step

    def clitic_phrase(self, at: int) -> tuple[str, Phrase] | None:
        """Return the preposition written onto a word and the phrase that it brings."""
        words = self.words
        borne = words.words[at].known.borne if at < len(words) else ()
        if not borne or words.words[at].time is not None:
            return None
        mention = words.mention(at)
        for reading in borne:
            start = words.span_of(at, reading.offset).start
            if mention is not None and mention.span.start != start:
                continue
            if mention is None and not reading.definite and reading.stem not in self._places:
                continue
            phrase = self.read(at, letters=reading.offset)
            return (reading.proclitics[-1:], phrase) if phrase else None
        return None
