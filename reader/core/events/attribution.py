"""Who says so: verbs of saying, «بحسب», quotations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.core.events.frames import Frame, subject_before
from reader.core.events.phrases import Phrase, PhraseReader, each_ruled, ruled
from reader.core.events.sentence import SentenceWords
from reader.core.types import Attribution, Filler, Span

_ACTS = frozenset({"REQUEST", "THREATEN", "ACCUSE"})
_NAME_WORDS = 4
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
        quoting: whose quotation the sentence before left open.

    Attributes:
        quoting: whose quotation the sentence leaves open, once `find` has read it.
    """

    def __init__(
        self,
        words: SentenceWords,
        frames: list[Frame],
        reader: PhraseReader,
        last: tuple[Filler, ...],
        quoting: Attribution | None = None,
    ) -> None:
        self.quoting = quoting
        self._closes = False
        self._spoken = False
        self.words = words
        self.last = last
        self.frames = frames
        self.reader = reader

    def find(self) -> list[Said]:
        """Return the attributions of the sentence, the widest scope first."""
        found = [
            *self._quotation(),
            *self._headline(),
            *self._sayings(),
            *self._sources(),
            *self._acts(),
        ]
        self._leave_open(found)
        return sorted(found, key=lambda said: -len(said.scope))

    def _quotation(self) -> Iterator[Said]:
        """Yield the rest of a quotation that an earlier sentence opened."""
        words = self.words
        if self.quoting is None or not len(words):
            return
        first = 1 if words.is_quote(0) and len(words) > 1 else 0
        close = next((i for i in range(first, len(words)) if words.is_quote(i)), len(words))
        scope = Span(words.start(first), words.span_of(max(first, close - 1)).end)
        yield Said(replace(self.quoting, content=scope), scope, denied=False)
        if close < len(words):
            self.quoting, self._closes = None, True

    def _leave_open(self, found: list[Said]) -> None:
        """Note a quotation that the sentence opens and does not close."""
        words = self.words
        marks = sum(words.is_quote(i) for i in range(len(words)))
        quoted = [s.attribution for s in found if s.attribution.direct]
        if self.quoting is None and not self._closes and marks % 2 and quoted:
            self.quoting = quoted[-1]

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
        form = words.words[at].known.saying if at < len(words) else None
        if form is None or words.in_name(at) or words.is_a(at - 1, "preposition"):
            return None
        if words.is_a(at, "preposition") or words.bare(at) in words.lexicon.sources:
            return None
        if words.bare(at - 1) == "لا" and words.bare(at + 1) in {"عن", "علي"}:
            return None  # «ما لا يقل عن»
        return form

    def _said(self, at: int, *, denied: bool) -> Said | None:
        words = self.words
        cue_end = at + 2 if words.bare(at + 1) == "في" and self._is_coming(at) else at + 1
        verb = next((v for v in self.reader.verbs if v.at == at), None)
        after = [] if verb is not None and verb.plural else self._subject(cue_end)
        before = [] if after else ruled(self._subject_before(at), "subject before its verb")
        speakers = ruled(after, "subject after its verb") or before
        quoted_before = self._quoted_before(at)
        end = after[-1].end if after else cue_end
        end, apposed = self._apposition(end)
        content = self._content(end) or quoted_before
        if content is None and not speakers:
            return None
        cue = Span(self._cue_start(at), words.span_of(cue_end - 1).end)
        span, direct = content or (None, False)
        span = self._until_next_verb(span) if denied and span and not direct else span
        clause = words.span_of(words.clause_end(cue_end - 1) - 1).end
        scope = span or Span(cue.start, clause)
        fillers = _fillers([*speakers, *each_ruled(apposed, "name beside the speaker")])
        if not fillers and content is not None:
            fillers = (self._main_actor(at) if verb is None else ()) or self._still_speaking()
        self.last, self._spoken = fillers or self.last, True
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
                if words.is_comma(i)
                and ((i + 1 in verbs and words.joined(i + 1)) or self._saying_form(i + 1))
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
        if self._is_act(at):
            return []
        phrase = self.reader.read(at)
        return self.reader.coordinated(phrase) if phrase else []

    def _subject_before(self, at: int) -> list[Phrase]:
        """Return the subject of a verb that ends a sentence or stands after its subject."""
        verb = next((v for v in self.reader.verbs if v.at == at), None)
        if verb is None:
            return []
        found = self.reader.topic(verb)
        if not found:
            return subject_before(self.words, self.frames, verb)
        people = (self.reader.named(i) for i in range(found[-1].end, at))
        return [*found, *(p for p in people if p is not None)]

    def _main_actor(self, at: int) -> tuple[Filler, ...]:
        """Return who «مؤكدة» is told of where nobody spoke before it in the sentence."""
        frames = [f for f in self.frames if f.trigger.first < at and f.subjects]
        if self._spoken or not frames or not frames[0].trigger.verbal:
            return ()
        return _fillers(ruled(frames[0].subjects, "subject of the main verb"))

    def _still_speaking(self) -> tuple[Filler, ...]:
        return tuple(replace(f, rule="who spoke last") for f in self.last)

    def _quoted_before(self, at: int) -> tuple[Span, bool] | None:
        """Return the quotation that «، قال الوزير» follows."""
        words = self.words
        close = at - 1
        while words.is_comma(close) or words.folded(close) in {".", "!", "؟"}:
            close -= 1
        if close < 1 or not words.is_quote(close):
            return None
        opening = next((i for i in range(close - 1, -1, -1) if words.is_quote(i)), None)
        if opening is None or opening + 1 >= close:
            return None
        return Span(words.start(opening + 1), words.span_of(close - 1).end), True

    def _apposition(self, at: int) -> tuple[int, list[Phrase]]:
        """Step over «، title، name» and «الذي تلاه X» between a speaker and the words."""
        words = self.words
        end, found = at, []
        while end < len(words) and not self._opens_content(end):
            if words.is_quote(end):
                end = self._close_of(end) + 1
                continue
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
            or (words.is_quote(at) and not self._is_quoted_name(at))
            or words.is_stop(at)
        )

    def _is_quoted_name(self, at: int) -> bool:
        """Tell whether the quoted words are a paper's name, «لصحيفة «الأرز» إن»."""
        words, close = self.words, self._close_of(at)
        opens = words.is_a(close + 1, "complement") or words.folded(close + 1) == ":"
        return close - at <= _NAME_WORDS and opens

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
        end = self._closed(first, end)
        return Span(words.span_of(first).start, words.span_of(end - 1).end), False

    def _closed(self, first: int, end: int) -> int:
        """Return the end of what is said, past the quotation that it breaks off in."""
        words = self.words
        if sum(words.is_quote(i) for i in range(first, end)) % 2 == 0:
            return end
        return next((i + 1 for i in range(end, len(words)) if words.is_quote(i)), end)

    def _quoted(self, opening: int) -> Span:
        words = self.words
        last = self._close_of(opening)
        first = min(opening + 1, len(words) - 1)
        return Span(words.span_of(first).start, words.span_of(max(first, last - 1)).end)

    def _close_of(self, opening: int) -> int:
        """Return the index of the mark that ends a quotation, or the sentence's length."""
        words = self.words
        mark = words.folded(opening)
        close = {"«": "»", "“": "”", "‘": "’"}.get(mark, mark)
        depth = 0
        for at in range(opening, len(words)):
            if words.folded(at) == mark and mark != close:
                depth += 1
            elif words.folded(at) == close and at > opening:
                depth -= 1
                if depth <= 0:
                    return at
        return len(words)

    # -- sources ------------------------------------------------------------------------------
    def _sources(self) -> Iterator[Said]:
        """Yield «بحسب الوثيقة»: it covers the clauses before it, or the sentence it opens."""
        words = self.words
        for at in range(len(words)):
            if words.bare(at) not in words.lexicon.sources or words.in_name(at):
                continue
            first = at + 1
            while first < len(words) and self._is_between(first):
                first += 1
            speakers = self._source_at(first)
            if not speakers:
                continue
            start = self._covered_from(at)
            end = words.clause_end(at, commas=False)
            scope = Span(words.span_of(start).start, words.span_of(end - 1).end)
            cue = Span(self._without_conjunction(at), words.span_of(at).end)
            yield Said(Attribution(cue, speakers, direct=False, content=scope), scope, denied=False)

    def _source_at(self, at: int) -> tuple[Filler, ...]:
        """Return the source at a word, and who told it: «نتائج أعلنتها المفوضية»."""
        words = self.words
        if at >= len(words):
            return ()
        if words.is_a(at, "bound") or words.folded(at).removesuffix("ه") in words.lexicon.manner:
            return self._still_speaking()
        phrase = self.reader.read(at) if self.reader.starts(at) else None
        if phrase is None:
            return ()
        found = self.reader.coordinated(phrase)
        end = found[-1].end
        while end < len(words) and words.is_a(end, "adjective"):
            end += 1
        verb = next((v for v in self.reader.verbs if v.at == end and v.says and v.pronoun), None)
        told = self._subject(end + 1) if verb is not None else []
        _, apposed = self._apposition(end) if verb is None and words.is_comma(end) else (end, [])
        named = each_ruled(apposed[:1], "name beside the speaker")
        told = ruled(told, "subject after its verb")
        return _fillers([*ruled(found, "source that is named"), *told, *named])

    def _is_between(self, at: int) -> bool:
        """Tell whether a word only leads to the source: «بحسب ما أعلنت», «وفقا ل»."""
        words = self.words
        tool = words.bare(at) in _TOOLS or words.is_a(at, "preposition")
        tool = tool or words.bare(at) in words.lexicon.manner
        return tool or self._saying_form(at) is not None

    def _without_conjunction(self, at: int) -> int:
        words = self.words
        return words.span_of(at, len(words.folded(at)) - len(words.bare(at))).start

    def _covered_from(self, at: int) -> int:
        """Return where the statement begins that a source after it covers."""
        words = self.words
        start = at
        while start > 0 and not words.is_stop(start - 1):
            if words.is_a(start, "contrast") and start < at:
                return start + 1
            start -= 1
        return start

    # -- acts of speech that are events ---------------------------------------------------------
    def _acts(self) -> Iterator[Said]:
        """Yield what is asked for, charged, threatened: its speaker is the act's own actor."""
        words = self.words
        for frame in self.frames:
            trigger = frame.trigger
            if trigger.lemma.type not in _ACTS or not frame.subjects:
                continue
            if not trigger.verbal and trigger.tense != "participle":
                continue
            if words.is_a(trigger.end, "bound"):
                continue  # «إضراب دعا إليه»: what is asked for stands before
            first, end = self._asked_from(frame), words.clause_end(trigger.end - 1, commas=False)
            if first is None or first >= end:
                continue
            content = Span(words.span_of(first).start, words.span_of(end - 1).end)
            speakers = _fillers(ruled(frame.subjects, "actor of what is said"))
            said = Attribution(trigger.span, speakers, direct=False, content=content)
            yield Said(said, content, denied=False)

    def _asked_from(self, frame: Frame) -> int | None:
        """Return where what is asked for begins: after a preposition, أن, or the object."""
        words, end = self.words, frame.trigger.end
        stop = words.clause_end(end - 1, commas=False)
        if frame.trigger.lemma.type == "THREATEN":
            return end
        for at in range(end, stop):
            if words.is_a(at, "complement") or words.bare(at) in {"الي", "علي", "من"}:
                return at + 1
            if self._bears(at, "ب") or (at == end and self._is_act(at)):
                return at
        return None

    def _bears(self, at: int, preposition: str) -> bool:
        """Tell whether a preposition written onto a word brings an event or أن."""
        readings = self.words.words[at].readings if self.words.is_word(at) else ()
        borne = any(r.proclitics[-1:] == preposition for r in readings)
        return borne and (self._is_act(at) or self.words.bare(at).startswith("بان"))

    def _is_act(self, at: int) -> bool:
        return any(at in {f.trigger.first, f.trigger.light} for f in self.frames)

    # -- headlines ------------------------------------------------------------------------------
    def _headline(self) -> Iterator[Said]:
        """Yield «غوتيريش: الهدنة صامدة»: a name and a colon open the sentence.

        A city and a colon open an article's first paragraph, where nobody speaks.
        """
        words = self.words
        if len(words) < 3 or not self.reader.starts(0):
            return
        phrase = self.reader.read(0)
        if phrase is None or words.folded(phrase.end) != ":" or phrase.end + 1 >= len(words):
            return
        kind = phrase.mention.type if phrase.mention else None
        speaks = {"PER", "ORG", "TITLE"} | ({"GPE"} if words.sentence.paragraph == 0 else set())
        if kind not in speaks:
            return
        scope = Span(words.start(phrase.end + 1), words.span_of(len(words) - 1).end)
        direct = words.is_quote(phrase.end + 1)
        cue = words.span_of(phrase.end)
        speakers = _fillers(ruled([phrase], "heading"))
        yield Said(Attribution(cue, speakers, direct, scope), scope, denied=False)


def _fillers(phrases: list[Phrase]) -> tuple[Filler, ...]:
    return tuple(Filler(p.span, p.mention.entity if p.mention else None, p.rule) for p in phrases)


def attribution_of(said: list[Said], span: Span) -> Said | None:
    """Return the narrowest attribution whose words hold `span`, but not in its own cue."""
    found = None
    for each in said:
        if each.scope.contains(span) and not each.attribution.cue.overlaps(span):
            found = each
    return found
