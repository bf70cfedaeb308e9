"""From an analysis to a brief: what is told, chosen and in order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

from reader.brief.clause import clause
from reader.brief.dates import days_text, reference_text, time_text
from reader.brief.values import Brief, Line, Piece, Section
from reader.core.confidence import DOUBTFUL
from reader.core.lexicon.brief import BriefWords
from reader.core.normalize import fold
from reader.core.types import Analysis, Casualties, Cluster, Event, Figure, Span, TimeExpression

_MOST = {  # lines of a section, so that a brief is a page
    "happened": 10,
    "claimed": 8,
    "planned": 6,
    "called_for": 5,
    "hypothetical": 4,
    "denied": 5,
}
_ACTORS, _PLACES, _NAMES, _SHOWN = 8, 6, 3, 5
_VERBAL = frozenset({"SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_RECENT = timedelta(days=120)  # what happened longer before the last event is background
_LEAD = 3  # sentences
_TITLE, _LONGEST = 40, 1000  # words, letters


@dataclass(slots=True)
class _Told:
    """One event of the article, from all its tellings in text order."""

    cluster: Cluster
    events: list[Event]
    best: Event
    number: int
    quoted: Span
    status: str
    actors: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)

    @property
    def confidence(self) -> float:
        return max(event.confidence for event in self.events)

    def weight(self) -> float:
        """Return how much a reader would miss it."""
        return (
            self.confidence
            + 0.4 * min(len(self.events) - 1, 3)
            + 0.3 * bool(self.actors or self.targets)
            + 0.2 * bool(self.places or any(event.time for event in self.events))
            + 0.4 * (self.number <= _LEAD)
            - 0.3 * (self.cluster.type == "OTHER")
        )


def brief(analysis: Analysis, words: BriefWords) -> Brief:
    """Return one page on the article, made of its own words and those of `words`."""
    return _Gatherer(analysis, words).brief()


class _Gatherer:
    """Looks up what a brief needs of one analysis."""

    def __init__(self, analysis: Analysis, words: BriefWords) -> None:
        self._analysis = analysis
        self._words = words
        self._text = analysis.document.text
        self._entities = {entity.id: entity for entity in analysis.entities}
        self._times = {time.id: time for time in analysis.times}
        self._events = {event.id: event for event in analysis.events}
        self._sentences = {sentence.id: sentence for sentence in analysis.sentences}
        ordered = sorted(analysis.sentences, key=lambda s: s.span)
        self._numbers = {sentence.id: number for number, sentence in enumerate(ordered, 1)}
        self._quoted: list[Span] = []

    def brief(self) -> Brief:
        told = self._told
        statuses = [self._section(status, told) for status in _MOST]
        sections = (
            self._actors(),
            *statuses,
            self._casualties(),
            self._conflicts(),
            self._repeats(),
        )
        note = [] if told else [self._words.say("nothing")]
        return Brief(
            language=self._words.language,
            title=self._title(),
            facts=tuple(self._facts()),
            sections=tuple(section for section in sections if section.lines),
            note=" ".join([*note, self._words.say("made")]),
        )

    # -- the head ----------------------------------------------------------------------------

    def _title(self) -> Line:
        """Return the article's title, else its first sentence."""
        document = self._analysis.document
        first = min(self._analysis.sentences, key=lambda s: s.span, default=None)
        if document.title:
            return Line((Piece(document.title, own=True),), (), Span(0, len(document.title)))
        if first is None:
            return Line((Piece(_headline(self._text), own=True),))
        return Line((Piece(_headline(first.span.of(self._text)), own=True),), (1,), first.span)

    def _facts(self) -> Iterator[Line]:
        document, words = self._analysis.document, self._words
        if document.source:
            name = document.source.replace("\\", "/").rpartition("/")[2]
            yield self._fact("source", [Piece(name, own=True)])
        yield self._fact("written", [Piece(reference_text(self._analysis.reference_date, words))])
        places = self._main_places()
        if places:
            yield self._fact("places", self._listed(places))
        for key, statuses in (("span", {"happened", "claimed"}), ("ahead", {"planned"})):
            days = self._days(statuses)
            if days:
                yield self._fact(key, [Piece(days)])

    def _fact(self, key: str, pieces: list[Piece]) -> Line:
        before, _, after = self._words.say(key, of="\0").partition("\0")
        made = (Piece(before), *pieces, Piece(after))
        return Line(tuple(piece for piece in made if piece.words))

    def _listed(self, names: Sequence[str], *, strong: bool = False) -> list[Piece]:
        """Return names with commas between them."""
        found: list[Piece] = []
        for name in names:
            if found:
                found.append(Piece(self._words.say("comma"), strong=strong))
            found.append(Piece(name, own=True, strong=strong))
        return found

    def _main_places(self) -> list[str]:
        """Return where the events are, the most told first; else the places that are named."""
        known = {entity.name for entity in self._analysis.entities}
        counts = Counter(p for told in self._told for p in told.places if p in known)
        if not counts:
            kinds = {"GPE", "LOC", "FAC"}
            named = (m for m in self._analysis.mentions if m.type in kinds)
            counts = Counter(self._name(m.entity, m.span) for m in named)
        return [name for name, _count in counts.most_common(_PLACES)]

    def _days(self, statuses: set[str]) -> str:
        """Return from when to when the events are, what is long before them left off."""
        times = [
            time
            for told in self._told
            if told.status in statuses
            for time in self._known_times(told.events)
            if time.first_day and time.last_day and time.last_day - time.first_day < _RECENT
        ]
        if not times:
            return ""
        last = max(time.last_day for time in times if time.last_day)
        first = min(t.first_day for t in times if t.first_day and t.first_day >= last - _RECENT)
        return days_text(first, last, self._words)

    # -- events ------------------------------------------------------------------------------

    @cached_property
    def _told(self) -> list[_Told]:
        events = {event.id: event for event in self._analysis.events}
        found = []
        for cluster in self._analysis.clusters:
            tellings = [events[name] for name in cluster.events if name in events]
            tellings = [e for e in tellings if e.sentence in self._sentences]
            if tellings:
                found.append(self._tell(cluster, sorted(tellings, key=lambda e: e.trigger)))
        return sorted(found, key=lambda told: told.events[0].trigger)

    def _tell(self, cluster: Cluster, events: list[Event]) -> _Told:
        status = _status(events)
        best = next((e for e in events if _status([e]) == status), events[0])
        said = [e.attribution for e in events if e.attribution]
        told = _Told(
            cluster=cluster,
            events=events,
            best=best,
            number=self._numbers[best.sentence],
            quoted=self._clause(best),
            status=status,
            actors=self._parts(events, "actor"),
            targets=self._parts(events, "target"),
            places=self._names((p.entity, p.span) for e in events for p in e.places),
            speakers=self._names(((s.entity, s.span) for a in said for s in a.speakers), lone=True),
        )
        if told.status == "claimed" and _is_own_word(told):
            told.status = "happened"
        return told

    def _clause(self, event: Event) -> Span:
        sentence = self._sentences[event.sentence].span
        return clause(self._text, sentence, event.trigger, self._words.joiners)

    def _parts(self, events: list[Event], role: str) -> list[str]:
        return self._names(
            (p.entity, p.span) for e in events for p in e.participants if p.role == role
        )

    def _names(
        self, fillers: Iterable[tuple[str | None, Span]], *, lone: bool = False
    ) -> list[str]:
        """Return each name once; a lone word that names no one known says too little.

        With `lone` it is kept: «البيان» says enough of who speaks.
        """
        names: dict[str, str] = {}
        for entity, span in fillers:
            name = self._name(entity, span)
            if lone or entity in self._entities or " " in name:
                names.setdefault(fold(name), name)
        return list(names.values())

    def _name(self, entity: str | None, span: Span) -> str:
        known = self._entities.get(entity or "")
        if known:
            return known.name
        words = _flat(span.of(self._text))
        # A span begins after the ل of «للشعب», which has swallowed the alif of the article.
        joined = self._text[max(0, span.start - 1) : span.start + 1] == "لل"
        return f"ا{words}" if joined and not words.startswith("لل") else words

    def _section(self, status: str, told: list[_Told]) -> Section:
        """Return the events of a status, those of one clause on one line."""
        groups: defaultdict[Span, list[_Told]] = defaultdict(list)
        for each in told:
            if each.status == status:
                groups[each.quoted].append(each)
        most = _MOST[status]
        ranked = sorted(groups.values(), key=lambda g: -max(each.weight() for each in g))
        kept = sorted(ranked[:most], key=lambda group: group[0].events[0].trigger)
        lines = [self._event(group) for group in kept]
        left = len(ranked) - len(kept)
        if left:
            lines.append(Line((Piece(self._words.count("more", left)),)))
        return Section(status, self._words.say(status), tuple(lines))

    def _event(self, group: list[_Told]) -> Line:
        """Write: who — what kind, when, where: «the clause» (by whom, how sure)."""
        first = group[0]
        pieces = self._who(group)
        types = list(dict.fromkeys(self._words.say(f"type.{t.cluster.type}") for t in group))
        if pieces:
            pieces.append(Piece(" — ", strong=True))
        pieces.append(Piece(self._words.join(types), strong=True))
        for part in self._when_and_where(group):
            pieces += [Piece(self._words.say("comma")), *part]
        quoted = _flat(self._quotation(first).of(self._text))
        pieces += [Piece(": "), Piece(quoted, own=True, quoted=True)]
        notes = self._notes(group)
        for number, note in enumerate(notes):
            pieces.append(Piece(" (" if not number else self._words.say("semicolon")))
            pieces += note
        if notes:
            pieces.append(Piece(")"))
        numbers = sorted({self._numbers[e.sentence] for told in group for e in told.events})
        return Line(tuple(pieces), tuple(numbers[:_SHOWN]), first.quoted)

    def _quotation(self, told: _Told) -> Span:
        """Return the clause; where words of it are quoted above, from the event's own on."""
        if not any(quoted.overlaps(told.quoted) for quoted in self._quoted):
            self._quoted.append(told.quoted)
            return told.quoted
        start = told.best.trigger.start
        while start > told.quoted.start and self._text[start - 1].isalpha():
            start -= 1  # «للتوقيع» begins before its trigger
        rest = Span(start, max(told.quoted.end, told.best.trigger.end))
        return rest if len(rest.of(self._text).split()) > 2 else told.quoted

    def _who(self, group: list[_Told]) -> list[Piece]:
        actors = _merged(told.actors for told in group)
        targets = [t for t in _merged(told.targets for told in group) if t not in actors]
        who, whom = (self._listed(names[:_NAMES], strong=True) for names in (actors, targets))
        if not (who and whom):
            return who or whom
        arrow = self._words.say("to", actors="\0", targets="\0").split("\0")[1]
        return [*who, Piece(arrow, strong=True), *whom]

    def _when_and_where(self, group: list[_Told]) -> Iterator[list[Piece]]:
        written = (self._when(told) for told in group)
        for words in list(filter(None, written))[:1]:
            yield [Piece(words)]
        quoted = fold(group[0].quoted.of(self._text))
        places = [p for p in _merged(told.places for told in group) if fold(p) not in quoted]
        if places:
            yield self._listed(places[:_NAMES])

    def _when(self, told: _Told) -> str:
        """Write when an event is: what is stated before what is implied, the last telling wins."""
        known = [e.time for e in told.events if e.time and e.time.id in self._times]
        dated = [link for link in known if self._times[link.id].first_day]
        stated = [link for link in dated if not link.implicit] or dated
        return time_text(self._times[stated[-1].id], self._words) if stated else ""

    def _known_times(self, events: list[Event]) -> list[TimeExpression]:
        return [self._times[e.time.id] for e in events if e.time and e.time.id in self._times]

    def _notes(self, group: list[_Told]) -> list[list[Piece]]:
        words = self._words
        notes: list[list[Piece]] = []
        speakers = _merged(told.speakers for told in group)
        if speakers and not all(_is_own_word(told) for told in group):
            key = "called_by" if group[0].status == "called_for" else "according"
            notes.append(list(self._fact(key, self._listed(speakers[:_NAMES])).pieces))
        said = [told.best.attribution for told in group if told.best.attribution]
        if any(saying.direct for saying in said):
            notes.append([Piece(words.say("quote"))])
        if all(told.best.modality == "ongoing" for told in group):
            notes.append([Piece(words.say("ongoing"))])
        if max(told.confidence for told in group) < DOUBTFUL:
            notes.append([Piece(words.say("doubtful"))])
        return notes

    # -- who ---------------------------------------------------------------------------------

    def _actors(self) -> Section:
        """Return who takes part in most events or speaks most."""
        acts: Counter[str] = Counter()
        says: Counter[str] = Counter()
        names: dict[str, str] = {}
        for told in self._told:
            for counts, people in ((acts, told.actors + told.targets), (says, told.speakers)):
                for name in dict.fromkeys(people):
                    names.setdefault(fold(name), name)
                    counts[fold(name)] += 1
        known = {fold(e.name): e.id for e in self._analysis.entities}
        ranked = sorted(names, key=lambda key: -(2 * acts[key] + says[key] + 2 * (key in known)))
        chosen = [key for key in ranked if key in known and acts[key] + says[key] > 1]
        fewer = [key for key in ranked if key in known][:_NAMES]
        chosen = chosen[:_ACTORS] or fewer or ranked[:_NAMES]
        lines = tuple(
            self._actor(names[key], known.get(key), acts[key], says[key]) for key in chosen
        )
        return Section("actors", self._words.say("actors"), lines)

    def _actor(self, name: str, entity: str | None, acts: int, says: int) -> Line:
        words = self._words
        pieces = [Piece(name, own=True, strong=True)]
        for role in self._roles.get(entity or "", [])[:2]:
            pieces += [Piece(words.say("comma")), Piece(role, own=True)]
        if entity in self._stands_for:
            other = Piece(self._stands_for[entity], own=True)
            pieces += [Piece(" ("), *self._fact("for", [other]).pieces, Piece(")")]
        counts = [words.count(key, n) for key, n in (("events", acts), ("said", says)) if n]
        pieces.append(Piece(f": {words.join(counts)}"))
        mentions = self._mentions.get(entity or "", [])
        numbers = sorted({self._numbers[s] for s, _span in mentions if s in self._numbers})
        span = mentions[0][1] if mentions else None
        return Line(tuple(pieces), tuple(numbers[:_SHOWN]), span)

    @cached_property
    def _mentions(self) -> dict[str, list[tuple[str, Span]]]:
        grouped: defaultdict[str, list[tuple[str, Span]]] = defaultdict(list)
        for mention in sorted(self._analysis.mentions, key=lambda m: m.span):
            if mention.entity:
                grouped[mention.entity].append((mention.sentence, mention.span))
        return dict(grouped)

    @cached_property
    def _roles(self) -> dict[str, list[str]]:
        """The titles that each person bears, the fullest first."""
        grouped: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for mention in self._analysis.mentions:
            if mention.holder:
                title = _flat(mention.span.of(self._text))
                grouped[mention.holder].setdefault(fold(title), title)
        return {
            holder: _fullest(sorted(titles.values(), key=lambda title: -len(title)))
            for holder, titles in grouped.items()
        }

    @cached_property
    def _stands_for(self) -> dict[str, str]:
        found = {}
        for mention in self._analysis.mentions:
            if mention.entity and mention.stands_for:
                state = self._entities.get(mention.stands_for)
                found[mention.entity] = state.name if state else mention.stands_for
        return found

    # -- figures, conflicts, repeats ---------------------------------------------------------

    def _casualties(self) -> Section:
        lines = []
        for told in self._told:
            counts = self._counts(told.events)
            if counts:
                pieces = self._tolls(counts, self._words.say("comma"))
                lines.append(self._quoting(pieces, [e for e in told.events if e.casualties]))
        return Section("casualties", self._words.say("casualties"), tuple(lines))

    def _tolls(self, counts: list[Casualties], between: str) -> list[Piece]:
        pieces: list[Piece] = []
        for count in counts:
            pieces += [Piece(between, strong=True)] if pieces else []
            pieces += self._toll(count)
        return pieces

    def _quoting(self, pieces: list[Piece], events: list[Event]) -> Line:
        """Return counts with the clause that gives the first of them."""
        quoted = self._clause(events[0])
        words = Piece(_flat(quoted.of(self._text)), own=True, quoted=True)
        numbers = sorted({self._numbers[event.sentence] for event in events})
        return Line((*pieces, Piece(": "), words), tuple(numbers), quoted)

    def _counts(self, events: list[Event]) -> list[Casualties]:
        return list(dict.fromkeys(count for event in events for count in event.casualties))

    def _toll(self, count: Casualties) -> list[Piece]:
        number = Piece(self._words.count(count.kind, count.count), strong=True)
        known = self._entities.get(count.speaker or "")
        return [number, *self._given(known.name if known else count.speaker)]

    def _given(self, speaker: str | None) -> Iterator[Piece]:
        """Yield who gives a figure, if anyone."""
        if speaker:
            by = self._fact("according", [Piece(speaker, own=True)])
            yield from (Piece(" ("), *by.pieces, Piece(")"))

    def _conflicts(self) -> Section:
        lines = [*self._discrepancies(), *self._differing_copies(), *self._wrong_dates()]
        return Section("conflicts", self._words.say("conflicts"), tuple(lines))

    def _discrepancies(self) -> Iterator[Line]:
        """Yield figures of one thing that differ, with the clause that gives the first."""
        between = self._words.say("versus", a="\0", b="\0").split("\0")[1]
        for found in self._analysis.discrepancies:
            given: dict[tuple[object, ...], Figure] = {}
            for figure in found.figures:
                given.setdefault((figure.value, figure.bound, figure.speaker), figure)
            pieces: list[Piece] = []
            for figure in given.values():
                pieces += [Piece(between, strong=True)] if pieces else []
                pieces += self._figure(figure)
            yield self._quoting(pieces, [self._events[f.event] for f in found.figures])

    def _figure(self, figure: Figure) -> Iterator[Piece]:
        """Yield a figure in its own words, and who gives it."""
        if figure.kind in {"dead", "injured"}:
            number = Piece(self._words.count(figure.kind, int(figure.value)), strong=True)
        else:
            number = Piece(_flat(figure.span.of(self._text)), own=True, strong=True)
        exact = figure.bound == "exact"
        yield from [number] if exact else self._filled(figure.bound, {"count": number})
        yield from self._given(figure.speaker)

    def _differing_copies(self) -> Iterator[Line]:
        for repetition in self._analysis.repetitions:
            for conflict in repetition.conflicts:
                words = {
                    "copy": Piece(_flat(conflict.span.of(self._text)), own=True),
                    "first": Piece(_flat(conflict.of.of(self._text)), own=True),
                }
                yield Line(tuple(self._filled("copy_differs", words)), (), conflict.span)

    def _wrong_dates(self) -> Iterator[Line]:
        for time in self._analysis.times:
            if time.conflict and time.sentence in self._numbers:
                words = {
                    "words": Piece(_flat(time.span.of(self._text)), own=True),
                    "conflict": Piece(time.conflict, own=True),
                }
                pieces = tuple(self._filled("time_differs", words))
                yield Line(pieces, (self._numbers[time.sentence],), time.span)

    def _filled(self, key: str, pieces: dict[str, Piece]) -> Iterator[Piece]:
        """Yield a pattern's own words and the pieces that are put in, in its order."""
        marked = self._words.say(key, **{name: f"\0{name}\0" for name in pieces})
        for number, part in enumerate(marked.split("\0")):
            if part:
                yield pieces[part] if number % 2 else Piece(part)

    def _repeats(self) -> Section:
        repetitions = self._analysis.repetitions
        title = self._words.say("repeats")
        if not repetitions:
            return Section("repeats", title, ())
        differing = sum(bool(repetition.conflicts) for repetition in repetitions)
        told = [self._words.count("folded", len(repetitions))]
        told += [self._words.count("differing", differing)] if differing else []
        first = min(repetitions, key=lambda repetition: repetition.span)
        return Section("repeats", title, (Line((Piece(self._words.join(told)),), (), first.span),))


def _is_own_word(told: _Told) -> bool:
    """Tell whether the event is an act of speech by those who speak: who warns says so himself."""
    verbal = told.cluster.type in _VERBAL
    return verbal and bool(told.actors) and set(told.actors) <= set(told.speakers)


def _status(events: list[Event]) -> str:
    """Return the section of an event: what happened outweighs a plan, no one's word a claim."""
    told = {_status_of(event) for event in events}
    return next(s for s in ("happened", "claimed", *_MOST) if s in told)


def _status_of(event: Event) -> str:
    if event.polarity == "NEG":
        return "denied"
    if event.modality not in {"happened", "ongoing"}:
        return event.modality
    said = event.attribution
    by_others = said is not None and said.speakers and not said.cue.overlaps(event.trigger)
    return "claimed" if by_others else "happened"


def _merged(names: Iterable[list[str]]) -> list[str]:
    return list(dict.fromkeys(name for each in names for name in each))


def _fullest(titles: list[str]) -> list[str]:
    """Return the titles that are no part of a longer one before them."""
    kept: list[str] = []
    for title in titles:
        if not any(fold(title) in fold(longer) for longer in kept):
            kept.append(title)
    return kept


def _headline(words: str) -> str:
    """Return the first words, with an ellipsis where they are too many for a title."""
    parts = words[:_LONGEST].split()
    shown = " ".join(parts[:_TITLE])
    return shown if len(parts) <= _TITLE and len(words) <= _LONGEST else f"{shown}…"


def _flat(words: str) -> str:
    return " ".join(words.split())
