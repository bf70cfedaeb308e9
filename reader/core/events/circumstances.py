"""Where and when an event happens."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from reader.core.events.causes import CAUSES, is_casualty, join_causes, take_tolls
from reader.core.events.frames import HAPPEN_AT, Frame, share
from reader.core.events.inflect import without_pronoun
from reader.core.events.phrases import Phrase, PhraseReader, each_ruled, ruled
from reader.core.events.sentence import SentenceWords
from reader.core.events.triggers import Trigger
from reader.core.types import EventTime, Span, TimeExpression, TimeRelation

_RELATIONS: dict[str, TimeRelation] = {
    "قبل": "BEFORE",
    "حتي": "BEFORE",
    "قبيل": "BEFORE",
    "بعد": "AFTER",
    "منذ": "AFTER",
    "بعيد": "AFTER",
    "خلال": "WITHIN",
    "غضون": "WITHIN",
}


# Types whose «على» and whose «إلى» bring no place, unless the verb's frame says so.
_UPON = frozenset({"COERCE", "ASSAULT", "SANCTION", "AGREE", "SUPPORT"})
_TOWARD = frozenset({"REQUEST", "ACCUSE", "THREATEN", "ECON", "SUPPORT", "AGREE", "ASSAULT"})


# Types of what is done from a site, or takes somebody out of it.
_TAKES = frozenset({"ASSAULT", "COERCE", "INCIDENT", "OTHER", "AID", "MOBILIZE"})
# Types of what crowds do, and of what moves them and happens nowhere in particular.
_CROWDS = frozenset({"PROTEST", "OTHER"})
_REASONS = frozenset({"OTHER", "ECON", "SUPPORT", "REJECT", "ACCUSE", "SANCTION", "PERSONNEL"})
# Types of what somebody goes to a place for.
_JOURNEYS = frozenset({"CONSULT", "AGREE"})
# Kinds of function word that may bring a place.
_BRING_PLACES = frozenset({"place_preposition", "site_preposition", "toward", "from"})


@dataclass(frozen=True, slots=True)
class _Site:
    """A place; `is_site` where one can stand on it: a square, not a country."""

    phrase: Phrase
    is_site: bool

    @property
    def is_named(self) -> bool:
        """Whether a name tells it, and not only a noun of place."""
        return self.phrase.is_place


class CircumstanceFinder:
    """Finds the places and times of a sentence's events."""

    def __init__(self, words: SentenceWords, frames: list[Frame], reader: PhraseReader) -> None:
        self.words = words
        self.frames = frames
        self.reader = reader
        self._told = {f.trigger.first for f in frames}
        self._arrived: dict[int, list[Phrase]] = {}

    def find(self) -> None:
        """Fill in the places and times of the frames."""
        for frame in self.frames:
            frame.places += self._named_places(frame.trigger) or self._struck(frame.trigger)
            frame.places += self._covered(frame.trigger)
        self._places()
        self._times()
        for frame in self.frames:
            noun = frame.same_as
            if noun is not None and noun.trigger.lemma.type == frame.trigger.lemma.type:
                share(frame, noun)
        self._from_relatives()
        self._from_circumstances()
        self._from_journeys()
        self._from_consequences()
        self._from_headings()
        take_tolls(self.words, self.frames, self.reader)
        join_causes(self.words, self.frames)

    def _from_relatives(self) -> None:
        """Take the place that the clause of a participant tells: «على محتجين تجمعوا أمام …»."""
        told = {f.trigger.first: f for f in self.frames if f.trigger.verbal and f.places}
        for frame in self.frames:
            ends = [p.end for p, _ in frame.participants if p.end in told]
            if ends and not frame.places and ends[0] > frame.trigger.first:
                frame.places = each_ruled(told[ends[0]].places, "from the clause of who takes part")

    def _from_journeys(self) -> None:
        """Give a meeting the place that somebody goes to for it: «وصل إلى جدة لبحث …»."""
        for frame in self.frames:
            if frame.places or frame.trigger.lemma.type not in _JOURNEYS:
                continue
            arrived = self._arrived.get(id(frame.governor), ()) if frame.governor else ()
            arrived = arrived or self._gone_to(frame.trigger)
            frame.places = each_ruled(arrived, "place that they go to for it")

    def _gone_to(self, trigger: Trigger) -> list[Phrase]:
        """Return the place right before what is done there: «توجه إلى بروكسل للاجتماع مع …»."""
        words, last = self.words, trigger.first - 1
        place = words.mention(last)
        purpose = any(r.proclitics[-1:] == "ل" for r in words.words[trigger.first].readings)
        if trigger.verbal or not purpose or place is None or place.type not in {"GPE", "LOC"}:
            return []
        first = words.index_at(place.span.start)
        led = words.is_a(first - 1, "toward") or words.bare(first - 1) == "الي"
        return [Phrase(first, last + 1, place.span, place, None)] if led else []

    def _from_circumstances(self) -> None:
        """Give what is done the place of what it is done in: «اعتقلت ستة في مداهمات ببروكسل»."""
        words = self.words
        for before, frame in reversed(list(pairwise(self.frames))):
            at = frame.trigger.first - 1
            if frame.trigger.verbal or before.places or not frame.places:
                continue
            if is_casualty(words, before.trigger) and frame.trigger.lemma.type in CAUSES:
                continue  # `join_causes` knows better
            within = words.is_a(at, "within") and words.clause_end(before.trigger.first) > at
            if within and frame.trigger.span.start == words.start(at + 1):
                before.places = each_ruled(frame.places, "place of what it is done in")

    def _from_consequences(self) -> None:
        """Give what did harm the place of the harm: «تضررت منازل في سنار جراء السيول»."""
        words = self.words
        for before, frame in pairwise(self.frames):
            caused = words.is_a(frame.trigger.first - 1, "because")
            harm = frame.trigger.lemma.type in CAUSES and before.trigger.lemma.type in CAUSES
            if caused and harm and not frame.places and not frame.trigger.verbal:
                frame.places = each_ruled(before.places, "place of the harm that it did")

    def _from_headings(self) -> None:
        """Give what a headline tells the place before it: «مقديشو: انفجار يهز …»."""
        words = self.words
        first = next(iter(self.frames), None)
        place = words.mention(0)
        if first is None or place is None or place.type not in {"GPE", "LOC"}:
            return
        begin = words.index_at(place.span.end - 1) + 1
        points = begin
        while points < len(words) and words.folded(points) in {":", ".", "..", "..."}:
            points += 1
        headed = begin < points == first.trigger.first and first.trigger.lemma.type in HAPPEN_AT
        if headed and not first.trigger.verbal and not any(_is_town(p) for p in first.places):
            first.places.insert(0, Phrase(0, begin, place.span, place, None, "heading"))

    def _places(self) -> None:
        words = self.words
        left: list[tuple[Frame, list[Phrase]]] = []
        fronted: list[tuple[Frame, list[Phrase]]] = []
        at = 0
        while at < len(words):
            found = self._place_at(at)
            if found is None:
                at += 1
                continue
            sites = ruled([site.phrase for site in found], f"place after «{self._written(at)}»")
            there = self._there(at, found[0])
            for frame in there:
                if words.is_a(at, "from"):
                    left.append((frame, sites))
                    continue
                frame.places += sites
                if words.is_a(at, "toward") or words.bare(at) == "الي":
                    self._arrived.setdefault(id(frame), []).extend(sites)
                if frame.trigger.first > at:
                    fronted.append((frame, sites))
            at = max(at + 1, sites[-1].end) if there else at + 1
        for frame, sites in left:  # who goes from a town to another is in the other
            frame.places += sites if id(frame) not in self._arrived else []
        for frame, sites in fronted:
            for other in self._goes_on(frame):
                goes_on = each_ruled(sites, "place of the verb that it is joined to")
                other.places += goes_on if not other.places else []

    def _written(self, at: int) -> str:
        """Return the preposition at a word as it is written."""
        words = self.words
        clitic = self.reader.clitic_phrase(at)
        if clitic is not None and not words.is_any(at, _BRING_PLACES):
            return clitic[0]
        return words.unjoined(at)

    def _there(self, at: int, site: _Site) -> list[Frame]:
        """Return the events that what the preposition at a word brings is a place of."""
        if self._is_reported(at):
            return []
        return [f for f in self._holders(at) if self._happens_there(f, at, site)]

    def _goes_on(self, frame: Frame) -> list[Frame]:
        """Return the verbs joined to a verb by و: «وفي حلب، قتل ثلاثة … وتضررت المنازل»."""
        words = self.words
        end = words.clause_end(frame.trigger.first, commas=False)
        after = (f for f in self.frames if frame.trigger.first < f.trigger.first < end)
        return [f for f in after if f.trigger.verbal and words.joined(f.trigger.first)]

    def _is_reported(self, at: int) -> bool:
        """Tell whether what a place stands before is only said there: «وفي جدة قال إن …»."""
        words = self.words
        start = words.clause_start(at, commas=False)
        if any(start <= self._position(f.trigger) < at for f in self.frames):
            return False
        event = next((f.trigger.first for f in self.frames if f.trigger.first > at), at)
        return any(v.says and at < v.at < event for v in self.reader.verbs)

    def _happens_there(self, frame: Frame, at: int, site: _Site) -> bool:
        """Tell whether what the preposition brings is a place of the event.

        «انسحب من المدينة» but not «طلب من المدينة»; in «سيطر على الميناء» it is a participant.
        """
        words, lemma = self.words, frame.trigger.lemma
        preposition, own = words.bare(at), lemma.frame.places
        if words.is_a(at, "toward"):
            return "الي" in own
        if preposition == "علي":
            upon = preposition in own or (site.is_site and lemma.type not in _UPON)
            return site.is_named and upon
        if preposition in own:
            return True
        if preposition == "الي":
            return lemma.frame.roles.get("الي") != "target" and lemma.type not in _TOWARD
        if preposition == "من":
            return self._sets_out(frame, at, site)
        if words.is_a(at, "place_preposition"):
            return True
        if words.is_a(at, "site_preposition"):
            return site.is_site
        clitic = self.reader.clitic_phrase(at)
        return clitic is None or clitic[0] == "ب" or clitic[0] in own

    def _sets_out(self, frame: Frame, at: int, site: _Site) -> bool:
        """Tell whether what is done starts or is taken from a site: «أطلق … من قاعدة».

        «شاب من قرية» says where he is from, «من سكان المدينة» which people they are.
        """
        words, lemma = self.words, frame.trigger.lemma
        grounds = site.is_site and not words.has_a(at + 1, "body")
        free = frame.trigger.verbal and "من" not in lemma.frame.roles and lemma.type in _TAKES
        settled = words.definite(at - 1) or words.mention(at - 1) is not None
        return grounds and free and (settled or at == frame.trigger.end)

    def _named_places(self, trigger: Trigger) -> list[Phrase]:
        """Return the places in the name of the event, «محادثات جنيف», or of what it is part of."""
        words = self.words
        if trigger.verbal or trigger.lemma.type not in HAPPEN_AT:
            return []
        for at in range(trigger.first, min(len(words), trigger.end + 4)):
            mention = words.mention(at)
            if not words.is_word(at) or (words.is_a(at, "preposition") and words.bare(at) != "من"):
                return []
            if mention is not None:
                inside = (m for m in words.mentions if mention.span.contains(m.span))
                found = [m for m in inside if m.type in {"GPE", "LOC"}]
                named = mention.type == "EVENT"
                return [Phrase(at, at + 1, m.span, m, None, "in its name") for m in found if named]
        return []

    def _struck(self, trigger: Trigger) -> list[Phrase]:
        """Return the place that a disaster strikes: «ضرب زلزال بقوة 6 درجات ولاية إزمير»."""
        words = self.words
        verbs = {v.at for v in self.reader.verbs}
        if trigger.verbal or trigger.lemma.type != "INCIDENT" or trigger.first - 1 not in verbs:
            return []
        for at in range(trigger.end, min(words.clause_end(trigger.first), trigger.end + 6)):
            if words.is_a(at, "preposition") or words.is_a(at, "side"):
                return []
            phrase = self.reader.read(at) if self.reader.starts(at) else None
            if phrase is not None and self.reader.is_site(phrase):
                return ruled(self.reader.coordinated(phrase), "place that the disaster strikes")
        return []

    def _covered(self, trigger: Trigger) -> list[Phrase]:
        """Return the places of a tour: «جولة خليجية تشمل الكويت والدوحة»."""
        words = self.words
        verb = next((v for v in self.reader.verbs if v.at >= trigger.end), None)
        if trigger.verbal or trigger.lemma.type != "CONSULT" or verb is None:
            return []
        parted = any(words.is_stop(i) for i in range(trigger.end, verb.at))
        if parted or not words.is_a(verb.at, "covering") or not self.reader.starts(verb.at + 1):
            return []
        first = self.reader.read(verb.at + 1)
        covered = self.reader.coordinated(first) if first is not None else []
        return ruled([p for p in covered if p.is_place], "place that the visit covers")

    def _place_at(self, at: int) -> list[_Site] | None:
        """Return the places that a preposition of place brings."""
        words = self.words
        if not words.is_word(at):
            return None
        if words.is_any(at, _BRING_PLACES):
            return self._site(at + 1)
        clitic = self.reader.clitic_phrase(at)
        if clitic is None or at in self._told or not self.reader.is_site(clitic[1]):
            return None
        named = self._capital(clitic[1])
        sites = (p for p in self.reader.coordinated(named) if self.reader.is_site(p))
        return [_Site(p, is_site=True) for p in sites]

    def _capital(self, phrase: Phrase) -> Phrase:
        """Return the name after «العاصمة البحرينية», or the phrase itself."""
        words = self.words
        mention = words.mention(phrase.end)
        known = words.lexicon.grammar["capital"]
        capital = any(r.form in known for r in words.words[phrase.first].readings)
        if not capital or mention is None or mention.type != "GPE":
            return phrase
        return self.reader.read(phrase.end) or phrase

    def _site(self, skip: int) -> list[_Site] | None:
        """Return the places at a word: named, or told by a noun of place."""
        words = self.words
        while words.is_a(skip, "quantifier"):
            skip += 1
        first = skip
        skip += self._counts_places(skip)
        while words.is_a(skip, "side") or words.is_a(skip, "area") or self._is_nation(skip):
            skip += 1
        if skip < len(words) and words.is_quote(skip):
            skip += 1
        heads = (i for i in range(first, skip + 1) if i not in self._told)
        site = any(self._is_noun_of_place(i) for i in heads)
        phrase = self.reader.read(skip) if skip < len(words) and self.reader.starts(skip) else None
        phrase = self._to_side(phrase) if phrase is not None else None
        if phrase is not None and phrase.is_place and phrase.mention is not None:
            if phrase.mention.stands_for:
                return None
            core = Phrase(phrase.first, phrase.end, phrase.mention.span, phrase.mention, None)
            more = [p for p in self.reader.coordinated(core)[1:] if self.reader.is_site(p)]
            return [_Site(p, is_site=site or p.is_facility) for p in [core, *more]]
        if not site:
            return None
        end = phrase.end if phrase is not None else skip
        if end <= first or any(words.words[i].time for i in range(first, end)):
            return None
        span = Span(words.start(first), words.span_of(end - 1).end)
        mention = phrase.mention if phrase is not None else None
        told = Phrase(first, end, span, mention, None)
        more = [p for p in self.reader.coordinated(told)[1:] if self.reader.is_site(p)]
        return [_Site(p, is_site=True) for p in (told, *more)]

    def _counts_places(self, at: int) -> bool:
        """Tell whether a word is the number of «سبع مقاطعات»."""
        words = self.words
        numbered = words.is_a(at, "few") or (
            words.is_word(at) and words.words[at].token.kind == "number"
        )
        return numbered and self._is_noun_of_place(at + 1)

    def _to_side(self, phrase: Phrase) -> Phrase:
        """Return what of a phrase stands before «غرب صنعاء»: «جبل عطان»."""
        words = self.words
        if phrase.mention is not None and words.mention(phrase.first) is phrase.mention:
            return phrase
        inside = range(phrase.first + 1, phrase.end)
        side = next((i for i in inside if words.is_a(i, "side")), None)
        if side is None or not self._is_noun_of_place(phrase.first):
            return phrase
        span = Span(phrase.span.start, words.span_of(side - 1).end)
        return Phrase(phrase.first, side, span, None, None)

    def _is_noun_of_place(self, at: int) -> bool:
        """Tell whether the word is «شارع» or «شوارعها»."""
        words = self.words
        if words.is_a(at, "site") or words.is_a(at, "area"):
            return True
        known = words.lexicon.grammar["site"]
        bound = words.folded(at).endswith(("ها", "هم", "ه"))
        return bound and any(stem in known for stem in without_pronoun(words.folded(at)))

    def _is_nation(self, at: int) -> bool:
        """Tell whether the word is «القطرية» of «العاصمة القطرية الدوحة»."""
        mention = self.words.mention(at)
        return mention is not None and mention.type == "NORP"

    def _holders(self, at: int, *, timed: bool = False) -> list[Frame]:
        """Return the events that a place or time at a word belongs to.

        The nearest trigger before it in the clause; at the head of a clause, the first
        verb after it.
        """
        words = self.words
        start = words.clause_start(at, commas=False)
        before = [f for f in self.frames if start <= self._position(f.trigger) < at]
        end = words.clause_end(at, commas=False)
        after = [f for f in self.frames if at < f.trigger.first < end]
        led = [v for v in self.reader.verbs if start <= v.at < at]
        led_by_verb = bool(led)
        if not before:
            leads = not led or (timed and led[-1].control == "subject" and not led[-1].says)
            return after[:1] if leads else []
        nearest = before[-1]
        if self._is_anothers(nearest.trigger, at):
            return []
        if not timed and len(before) > 1 and self._is_reason(nearest, before[-2]):
            nearest = before[-2]
        if (
            nearest.trigger.verbal
            or nearest.trigger.light is not None
            or nearest.governor is not None
        ):
            return [nearest]
        fronted = words.is_a(start, "preposition") or words.is_a(
            nearest.trigger.first - 1, "preposition"
        )
        main = [f for f in after if f.trigger.verbal or f.trigger.light is not None or fronted]
        only = not led_by_verb
        return [nearest, *main[:1]] if fronted and only else [nearest]

    def _is_reason(self, frame: Frame, deed: Frame) -> bool:
        """Tell whether a noun says why people march or cheer: «احتفلوا بالفوز في الرباط»."""
        crowd = deed.trigger.verbal and deed.trigger.lemma.type in _CROWDS
        noun = not frame.trigger.verbal and frame.trigger.light is None
        return crowd and noun and frame.trigger.lemma.type in _REASONS

    def _is_anothers(self, trigger: Trigger, at: int) -> bool:
        """Tell whether a verb that tells no event stands between a trigger and a word."""
        light = {f.trigger.light for f in self.frames}
        between = (v for v in self.reader.verbs if trigger.end <= v.at < at)
        return any(
            v.trigger is None and v.at not in light and (v.says or self.words.joined(v.at))
            for v in between
        )

    def _position(self, trigger: Trigger) -> int:
        light = trigger.light if trigger.light is not None else trigger.first
        return min(light, trigger.first)

    def _times(self) -> None:
        for time in self.words.times:
            at = self.words.index_at(time.span.start)
            if at >= len(self.words) or not self._bounds(time) or self._is_dateline(at):
                continue
            if self._is_measured_from(time, at) or self._is_extent(time, at):
                continue
            for frame in self._holders(at, timed=True):
                if frame.time is None:
                    why = self._clause_time(frame, at)
                    frame.time = EventTime(time.id, self._relation(at, time), rule=why)

    def _clause_time(self, frame: Frame, at: int) -> str:
        after = self._position(frame.trigger) < at
        return f"time {'after' if after else 'before'} it in its clause"

    def _is_measured_from(self, time: TimeExpression, at: int) -> bool:
        """Tell whether «يوم» is how long after another event: «بعد يوم من هجوم»."""
        words = self.words
        end = words.index_at(time.span.end - 1) + 1
        from_ = words.is_a(end, "from") and words.bare(at - 1) in {"بعد", "قبل"}
        return time.type == "DURATION" and from_

    def _is_extent(self, time: TimeExpression, at: int) -> bool:
        """Tell how long something is to last, «مدد الهدنة أسبوعا», from when it happened."""
        return time.type == "DURATION" and not self.words.is_a(at - 1, "preposition")

    def _is_dateline(self, at: int) -> bool:
        """Tell whether a time stands in «تونس - 5 فيفري 2024 -» and dates the article itself."""
        words = self.words
        if words.sentence.paragraph > 1 or not self.frames:
            return False
        before = self._position(self.frames[0].trigger)
        dashes = (i for i in range(at, min(before, at + 12)) if words.folded(i) in {"-", "–", "—"})
        return at < before and next(dashes, None) is not None

    def _bounds(self, time: TimeExpression) -> bool:
        return time.type != "SET"

    def _relation(self, at: int, time: TimeExpression) -> TimeRelation:
        known = _RELATIONS.get(self.words.bare(at - 1))
        if known:
            return known
        return "WITHIN" if time.type == "DURATION" else "AT"


def _is_town(place: Phrase) -> bool:
    return place.mention is not None and place.mention.type == "GPE"
