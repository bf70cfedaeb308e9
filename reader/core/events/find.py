"""Events of an article and the clusters that tell of one event."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Generic, TypeVar

from reader.core.events.arguments import ArgumentFinder
from reader.core.events.attribution import Said, SpeechReader, attribution_of
from reader.core.events.casualties import find_casualties
from reader.core.events.causes import is_casualty
from reader.core.events.circumstances import CircumstanceFinder
from reader.core.events.clusters import Told, cluster
from reader.core.events.frames import Frame
from reader.core.events.known import vocabulary
from reader.core.events.modality import StatusReader
from reader.core.events.sentence import SentenceWords
from reader.core.events.triggers import Trigger, find_triggers, puts_off
from reader.core.lexicon.events import Casualty, EventLexicon
from reader.core.normalize import fold
from reader.core.numbers import Number
from reader.core.types import (
    Argument,
    Attribution,
    Casualties,
    Cluster,
    Event,
    EventType,
    Filler,
    Mention,
    Segmentation,
    Span,
    TimeExpression,
)

# Tokens; what is longer is no sentence but a list or a text without full stops, and is
# read in parts, so that the work grows with the text and no faster.
MAX_WORDS = 300


def find_events(
    text: str,
    segmentation: Segmentation,
    lexicon: EventLexicon,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    numbers: Sequence[Number],
    today: date | None,
) -> tuple[tuple[Event, ...], tuple[Cluster, ...]]:
    """Find the events in the sentences that are read.

    `numbers` are those of `segmentation.tokens`; `today` is the day that the article was
    written, where it is known. Events come in text order, clusters in that of their
    first events.
    """
    told: list[Told] = []
    days = {t.id: t for t in times}
    last: tuple[Filler, ...] = ()
    quoting: Attribution | None = None
    named, timed = _Within(mentions), _Within(times)
    counted = [n.first for n in numbers]
    for index, sentence in enumerate(segmentation.sentences):
        for first, end in _windows(*segmentation.sentence_tokens[index]):
            tokens = segmentation.tokens[first:end]
            span = Span(tokens[0].span.start, tokens[-1].span.end)
            words = SentenceWords(
                text, sentence, tokens, vocabulary(lexicon), named.of(span), timed.of(span)
            )
            found = numbers[bisect_left(counted, first) : bisect_left(counted, end)]
            headline = sentence.paragraph == 0
            reader = _SentenceReader(words, found, last, headline=headline, today=today)
            reader.quoting = quoting
            told += reader.read(len(told), days)
            last, quoting = reader.last, reader.quoting
    events, clusters = cluster(told, text)
    return tuple(events), tuple(clusters)


def _windows(first: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence's tokens whole, or a monstrous one's in parts, as half-open ranges."""
    for start in range(first, end, MAX_WORDS):
        yield start, min(start + MAX_WORDS, end)


_Spanned = TypeVar("_Spanned", Mention, TimeExpression)


class _Within(Generic[_Spanned]):
    """Annotations, searched by the span that they lie in."""

    def __init__(self, items: Sequence[_Spanned]) -> None:
        self._items: list[_Spanned] = sorted(items, key=lambda item: item.span)
        self._starts: list[int] = [item.span.start for item in self._items]

    def of(self, span: Span) -> list[_Spanned]:
        """Return the annotations inside `span`, in text order."""
        first = bisect_left(self._starts, span.start)
        end = bisect_left(self._starts, span.end)
        return [item for item in self._items[first:end] if span.contains(item.span)]


class _SentenceReader:
    """Puts together what is found in one sentence; `last` is who spoke last, then and after."""

    def __init__(
        self,
        words: SentenceWords,
        numbers: Sequence[Number],
        last: tuple[Filler, ...],
        *,
        headline: bool,
        today: date | None,
    ) -> None:
        self.words = words
        self.numbers = numbers
        self.last = last
        self.quoting: Attribution | None = None
        self.status = StatusReader(words, headline=headline, today=today)

    def read(self, before: int, days: dict[str, TimeExpression]) -> list[Told]:
        """Return the events of the sentence; ids count on from `before`."""
        words = self.words
        finder = ArgumentFinder(words, find_triggers(words))
        found = finder.find()
        CircumstanceFinder(words, found, finder.reader).find()
        self.status.prepare(found)
        frames = [f for f in found if not self._is_warning_only(f)]
        speech = SpeechReader(words, frames, finder.reader, self.last, self.quoting)
        said = speech.find()
        self.quoting = speech.quoting
        spoken = [s.attribution for s in said if s.attribution.speakers]
        self.last = max(spoken, key=lambda a: a.cue).speakers if spoken else self.last
        counts = find_casualties(words, self.numbers)
        incident = any(f.trigger.lemma.type == "INCIDENT" for f in frames)
        told = []
        for number, frame in enumerate(frames, start=before + 1):
            event = self._event(f"e{number}", frame, said, counts, incident=incident)
            told.append(self._told(event, frame, days))
        ids = {id(f): t.event.id for f, t in zip(frames, told, strict=True)}
        starts = {f.trigger.first: f for f in frames if not f.trigger.verbal}
        return [self._tied(t, f, starts, ids) for f, t in zip(frames, told, strict=True)]

    def _tied(self, told: Told, frame: Frame, nouns: dict[int, Frame], ids: dict[int, str]) -> Told:
        """Return a mention with the id of the one that it tells of once more, if any."""
        same = frame.same_as or (told.moves and self._put_off(frame, nouns))
        return replace(told, same_as=ids.get(id(same))) if same else told

    def _put_off(self, frame: Frame, nouns: dict[int, Frame]) -> Frame | None:
        """Return the event that «تأجيل» or «أرجأ» has as its object."""
        known = [nouns.get(p.first) for p, _ in frame.participants]
        found = next((f for f in known if f is not None and f is not frame), None)
        return found or nouns.get(frame.trigger.end)

    def _is_warning_only(self, frame: Frame) -> bool:
        """Tell whether «حذر» warns of something and threatens nobody."""
        trigger = frame.trigger
        if trigger.lemma.type != "THREATEN" or trigger.lemma.frame.pattern != "so":
            return False
        aimed = any(role == "target" for _, role in frame.participants)
        return not aimed and self.words.bare(trigger.end) in {"من", ""}

    def _event(
        self,
        name: str,
        frame: Frame,
        said: list[Said],
        counts: list[tuple[Casualty, int, Span]],
        *,
        incident: bool,
    ) -> Event:
        trigger = frame.trigger
        status = self.status.read(frame)
        source = attribution_of(said, trigger.span)
        denied = source is not None and source.denied
        attribution = source.attribution if source and source.attribution.speakers else None
        speaker = (
            next((s.entity for s in attribution.speakers if s.entity), None)
            if attribution
            else None
        )
        own = tuple(
            Casualties(kind, count, speaker)
            for kind, count, span in counts
            if span.overlaps(trigger.span)
        )
        told: EventType = trigger.lemma.type
        if incident and is_casualty(self.words, trigger):
            told = "INCIDENT"
        return Event(
            id=name,
            type=told,
            trigger=trigger.span,
            sentence=self.words.sentence.id,
            cluster="",
            phase=trigger.phase,
            participants=frame.arguments(),
            places=frame.fillers(),
            time=frame.time,
            polarity="NEG" if denied else status.polarity,
            modality=status.modality,
            condition=status.condition,
            attribution=attribution,
            casualties=own,
            confidence=trigger.confidence,
            rule="; ".join((trigger.rule, *status.why, *(["its source denies it"] * denied))),
        )

    # -- what tells it from others --------------------------------------------------------------
    def _told(self, event: Event, frame: Frame, days: dict[str, TimeExpression]) -> Told:
        trigger = frame.trigger
        time = days.get(event.time.id) if event.time else None
        bounded = time is not None and time.first_day is not None and time.last_day is not None
        return Told(
            event=event,
            key=trigger.lemma.alike,
            which=self._which(trigger),
            days=(time.first_day.toordinal(), time.last_day.toordinal())  # type: ignore[union-attr]  # bounded says so
            if bounded
            else None,
            actors=self._names(a for a in event.participants if a.role == "actor"),
            targets=self._names(a for a in event.participants if a.role == "target"),
            places=self._names(event.places),
            name=self._name(trigger),
            bare=not trigger.verbal and trigger.lemma.frame.pattern == "n" and self._is_bare(event),
            label=self._label(frame),
            prefix=self._prefix(frame),
            casualty=is_casualty(self.words, trigger),
            moves=puts_off(self.words, trigger),
        )

    def _names(self, fillers: Iterable[Argument | Filler]) -> frozenset[str]:
        return frozenset(f.entity or fold(f.span.of(self.words.text)) for f in fillers)

    def _is_bare(self, event: Event) -> bool:
        return not (event.participants or event.places or event.time)

    def _name(self, trigger: Trigger) -> str | None:
        """Return the entity of the named event that the noun heads, or is a round of."""
        words = self.words
        for at in range(trigger.first, min(len(words), trigger.end + 4)):
            if not words.is_word(at):
                return None
            mention = words.mention(at)
            if mention is not None:
                return mention.entity if mention.type == "EVENT" else None
        return None

    def _which(self, trigger: Trigger) -> frozenset[str]:
        """Return the ordinals and «السابقة» after a noun, which keep events apart."""
        if trigger.verbal:
            return frozenset()
        words = self.words
        ordinals = {words.index_at(n.span.start): str(n.value) for n in self.numbers if n.ordinal}
        found = set()
        for at in range(trigger.end, min(len(words), trigger.end + 3)):
            if not words.is_word(at) or words.words[at].time is not None:
                break
            if at in ordinals:
                found.add(ordinals[at])
            elif words.is_a(at, "which") or self._points(at):
                found.add(words.folded(at))
        return frozenset(found)

    def _points(self, at: int) -> bool:
        """Tell whether the word is «السابقة» or «المقبلة»."""
        words = self.words
        return bool(words.lexicon.operators.get(words.folded(at))) and words.definite(at)

    def _label(self, frame: Frame) -> Span:
        """Return the words from the trigger to the end of what belongs to it."""
        words, trigger = self.words, frame.trigger
        ends = [p.end for p, _ in frame.participants] + [p.end for p in frame.places]
        clause = words.clause_end(trigger.end - 1)
        reach = [e for e in ends if trigger.end <= e <= clause]
        last = max([trigger.end, *reach])
        mention = words.mention(trigger.first)
        while last < clause and mention is not None and words.mention(last) is mention:
            last += 1
        if not reach:
            last = self._described(last, clause)
        return Span(trigger.span.start, words.span_of(last - 1).end)

    def _described(self, at: int, end: int) -> int:
        """Return where the adjectives and the genitive after a trigger end."""
        words = self.words
        last = at
        while last < min(end, at + 4) and words.is_word(last):
            stop = words.is_a(last, "preposition") or words.is_a(last, "opener")
            if stop or words.words[last].time is not None or words.joined(last):
                break
            last += 1
        return last

    def _prefix(self, frame: Frame) -> Span | None:
        """Return the subject of a verb whose subject stands before it."""
        if not frame.trigger.verbal or not frame.subjects:
            return None
        first, last = frame.subjects[0], frame.subjects[-1]
        if first.first > frame.trigger.first:
            return None
        return Span(first.span.start, last.span.end)
