"""Who says so: verbs of saying, «بحسب», quotations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.core.events.frames import Frame
from reader.core.events.phrases import Phrase, PhraseReader
from reader.core.events.sentence import SentenceWords
from reader.core.types import Attribution, Filler, Span

_SPEECH_ACTS = frozenset({"REQUEST", "THREATEN", "ACCUSE", "REJECT"})
_TOOLS = frozenset({"ما"})


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution and the words that it covers; `denied` where the cue denies them."""

    attribution: Attribution
    scope: Span
    denied: bool


class SpeechReader:
    """Reads the attributions of one sentence.

    Args:
        last: who spoke last before it, who «وأضاف» with no subject goes on with.
    """

    def __init__(
        self,
        words: SentenceWords,
        frames: list[Frame],
        reader: PhraseReader,
        last: tuple[Filler, ...],
    ) -> None:
        self.words = words
        self.last = last
        self.frames = frames
        self.reader = reader

    def find(self) -> list[Said]:
        """Return the attributions of the sentence, the widest scope first."""
        found = [*self._sayings(), *self._sources(), *self._acts()]
        return sorted(found, key=lambda said: -len(said.scope))

    # -- verbs of saying ----------------------------------------------------------------------
    def _sayings(self) -> Iterator[Said]:
        words = self.words
        triggers = {f.trigger.first for f in self.frames}
        for at in range(len(words)):
            form = self._saying_form(at)
            if form is None or (at in triggers and form not in words.lexicon.denying):
                continue
            said = self._said(at, denied=form in words.lexicon.denying)
            if said is not None:
                yield said

    def _saying_form(self, at: int) -> str | None:
        words = self.words
        if not words.is_word(at) or words.in_name(at) or words.is_a(at - 1, "preposition"):
            return None
        if words.is_a(at, "preposition"):
            return None
        for reading in words.words[at].readings:
            if reading.stem in words.lexicon.saying and not reading.definite:
                return None if reading.proclitics[-1:] in {"ب", "ك"} else reading.stem
        return None

    def _said(self, at: int, *, denied: bool) -> Said | None:
        words = self.words
        cue_end = at + 2 if words.bare(at + 1) == "في" and self._is_coming(at) else at + 1
        speakers = self._subject(cue_end) or self._subject_before(at)
        after = speakers[-1].end if speakers and speakers[0].first > at else cue_end
        after, apposed = self._apposition(after)
        content = self._content(after)
        if content is None and not speakers:
            return None
        cue = Span(self._cue_start(at), words.span_of(cue_end - 1).end)
        span, direct = content or (None, False)
        span = self._until_next_verb(span) if denied and span and not direct else span
        clause = words.span_of(words.clause_end(cue_end - 1, commas=False) - 1).end
        scope = span or Span(cue.start, clause)
        fillers = tuple(_filler(p) for p in [*speakers, *apposed])
        if not fillers and content is not None:
            fillers = self.last
        return Said(Attribution(cue, fillers, direct, span), scope, denied)

    def _until_next_verb(self, span: Span) -> Span:
        """Cut what is denied before «، واتهمت»: the next verb is no longer denied."""
        words = self.words
        verbs = {f.trigger.first for f in self.frames if f.trigger.verbal}
        first, end = words.index_at(span.start), words.index_at(span.end - 1)
        cut = next(
            (
                i
                for i in range(first + 1, end)
                if words.is_comma(i) and i + 1 in verbs and words.joined(i + 1)
            ),
            None,
        )
        return span if cut is None else Span(span.start, words.span_of(cut - 1).end)

    def _is_coming(self, at: int) -> bool:
        """Tell whether the verb is «جاء في» or «ورد في», whose speaker is a document."""
        return any(
            r.stem in {"جاء", "ورد", "جاءت", "وردت", "يرد"} for r in self.words.words[at].readings
        )

    def _cue_start(self, at: int) -> int:
        words = self.words
        offset = next(
            (r.offset for r in words.words[at].readings if r.stem in words.lexicon.saying), 0
        )
        return words.span_of(at, offset).start

    def _subject(self, at: int) -> list[Phrase]:
        words = self.words
        while at < len(words) and (words.words[at].time is not None or words.is_a(at, "adverb")):
            at += 1
        if at >= len(words) or not self.reader.starts(at):
            return []
        phrase = self.reader.read(at)
        return self.reader.coordinated(phrase) if phrase else []

    def _subject_before(self, at: int) -> list[Phrase]:
        """Return the subject of a verb that ends a sentence or stands after its subject."""
        words = self.words
        if words.joined(at) or at == 0:
            return []
        start = words.clause_start(at)
        if start == at or not self.reader.starts(start):
            return []
        phrase = self.reader.read(start)
        return [phrase] if phrase is not None and phrase.end <= at else []

    def _apposition(self, at: int) -> tuple[int, list[Phrase]]:
        """Step over «، title، name» and «الذي تلاه X» between a speaker and the words."""
        words = self.words
        end, found = at, []
        while end < len(words) and not self._opens_content(end):
            mention = words.mention(end)
            read = (
                self.reader.read(end)
                if mention is not None and mention.type in {"PER", "TITLE"}
                else None
            )
            if read is not None and read.mention is not None and read.mention.type == "PER":
                found.append(read)
            end = read.end if read is not None else end + 1
        return (end, found) if end < len(words) else (at, [])

    def _opens_content(self, at: int) -> bool:
        words = self.words
        return (
            words.is_a(at, "complement")
            or words.bare(at) in words.lexicon.links
            or words.folded(at) == ":"
            or words.is_quote(at)
            or words.is_stop(at)
        )

    def _content(self, at: int) -> tuple[Span, bool] | None:
        """Return what is said and whether it is quoted."""
        words = self.words
        if at >= len(words) or (words.is_stop(at) and words.folded(at) != ":"):
            return None
        linked = words.is_a(at, "complement") or words.bare(at) in words.lexicon.links
        first = at + 1 if linked or words.folded(at) == ":" else at
        if words.is_quote(first):
            return self._quoted(first), True
        if not (linked or words.folded(at) == ":") or first >= len(words):
            return None
        end = words.clause_end(first, commas=False)
        while end < len(words) and not words.is_stop(end) and not self._saying_form(end + 1):
            end = words.clause_end(end, commas=False)
        return Span(words.span_of(first).start, words.span_of(end - 1).end), False

    def _quoted(self, opening: int) -> Span:
        words = self.words
        last = next(
            (i for i in range(len(words) - 1, opening, -1) if words.is_quote(i)), len(words)
        )
        if self._quotes(opening) > 2:
            last = next((i for i in range(opening + 1, len(words)) if words.is_quote(i)), last)
        first = min(opening + 1, len(words) - 1)
        return Span(words.span_of(first).start, words.span_of(max(first, last - 1)).end)

    def _quotes(self, first: int) -> int:
        return sum(self.words.is_quote(i) for i in range(first, len(self.words)))

    # -- sources ------------------------------------------------------------------------------
    def _sources(self) -> Iterator[Said]:
        """Yield «بحسب الوثيقة»: it covers the clauses before it, or the sentence it opens."""
        words = self.words
        for at in range(len(words)):
            if words.bare(at) not in words.lexicon.sources:
                continue
            first = at + 1
            while first < len(words) and self._is_between(first):
                first += 1
            phrase = (
                self.reader.read(first)
                if first < len(words) and self.reader.starts(first)
                else None
            )
            if phrase is None:
                continue
            start = self._covered_from(at)
            end = words.clause_end(at, commas=False)
            scope = Span(words.span_of(start).start, words.span_of(end - 1).end)
            speakers = tuple(_filler(p) for p in self.reader.coordinated(phrase))
            cue = Span(self._without_conjunction(at), words.span_of(at).end)
            yield Said(Attribution(cue, speakers, direct=False, content=scope), scope, denied=False)

    def _is_between(self, at: int) -> bool:
        """Tell whether a word only leads to the source: «بحسب ما أعلنت», «وفقا ل»."""
        words = self.words
        tool = words.bare(at) in _TOOLS or words.is_a(at, "preposition")
        return tool or self._saying_form(at) is not None

    def _without_conjunction(self, at: int) -> int:
        words = self.words
        return words.span_of(at, len(words.folded(at)) - len(words.bare(at))).start

    def _covered_from(self, at: int) -> int:
        words = self.words
        start = words.clause_start(at, commas=False)
        return start + 1 if words.is_a(start, "breaker") and start + 1 < len(words) else start

    # -- acts of speech that are events ---------------------------------------------------------
    def _acts(self) -> Iterator[Said]:
        """Yield what is asked for, threatened: its speaker is the act's own actor."""
        words = self.words
        for frame in self.frames:
            trigger = frame.trigger
            if trigger.lemma.type not in {"REQUEST", "THREATEN"} or not frame.subjects:
                continue
            if not trigger.verbal and trigger.tense != "participle":
                continue
            end = words.clause_end(trigger.end - 1)
            if end <= trigger.end:
                continue
            content = Span(words.span_of(trigger.end).start, words.span_of(end - 1).end)
            speakers = tuple(_filler(p) for p in frame.subjects)
            said = Attribution(trigger.span, speakers, direct=False, content=content)
            yield Said(said, content, denied=False)


def _filler(phrase: Phrase) -> Filler:
    return Filler(phrase.span, phrase.mention.entity if phrase.mention else None)


def attribution_of(said: list[Said], span: Span) -> Said | None:
    """Return the narrowest attribution whose words hold `span`, but not in its own cue."""
    found = None
    for each in said:
        if each.scope.contains(span) and not each.attribution.cue.overlaps(span):
            found = each
    return found
