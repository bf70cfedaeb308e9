"""Which place a name means, and which names mean one place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.core.entities.resolve.groups import FIRST, Group, Index, Spellings, nearest
from reader.core.entities.resolve.names import name_words, place_name, shown
from reader.core.entities.resolve.translit import distance, skeleton
from reader.core.entities.words import Candidate, Words
from reader.core.lexicon.entities import Place

_DOMINANT = 8  # times as populous as the next place of that name
_NAMESAKES = frozenset({"US", "CA", "AU", "NZ"})  # whose towns often bear an older one's name
_RIVAL = 200_000  # people of a town that may be meant where a capital has its name
_LIKE = 1.4  # cost of letters between two of a place's names


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the article plays.

    Attributes:
        states: ISO codes of the states that it names, by name or nationality.
        hints: those of the states whose towns it names.
    """

    states: frozenset[str]
    hints: frozenset[str]


def setting_of(words: Words, candidates: Iterable[Candidate]) -> Setting:
    """Read off the names that can mean one place only where the article plays."""
    states: set[str] = set()
    hints: set[str] = set()
    for candidate in candidates:
        if candidate.type == "NORP":
            states.add(_nation_iso(words, candidate))
        elif candidate.name is not None and candidate.name.places:
            places = candidate.name.places
            if places[0].state and not _is_shared(places):
                states.add(places[0].iso)
            elif not places[0].state and len(places) == 1:
                hints.add(places[0].iso)
    return Setting(frozenset(states - {""}), frozenset(hints - {""}))


def _nation_iso(words: Words, candidate: Candidate) -> str:
    for reading in words.readings(candidate.first):
        nation = words.lexicon.nations.get(reading.stem)
        if nation is not None:
            return nation.iso
    return ""


def _is_shared(places: Sequence[Place]) -> bool:
    """Tell whether a state has its name from no one else than another's capital: «عمان»."""
    return any(p.capital and p.iso != places[0].iso for p in places)


def locate(places: Sequence[Place], setting: Setting) -> Place | None:
    """Return the place that is meant, where the article or its size tells; or none.

    A state is meant before a town of its name. Of towns, that of a state which the
    article names is, unless another is so much greater that it needs no such help.
    """
    if not places:
        return None
    if len(places) == 1 or (places[0].state and not _is_shared(places)):
        return places[0]
    for isos in (setting.states, setting.hints):
        here = [place for place in places if place.iso in isos]
        if here:
            return _here(here, places)
    return None if places[0].state else _greatest(places)


def _here(here: Sequence[Place], places: Sequence[Place]) -> Place | None:
    """Return which of the places of the article's own states is meant, if one is.

    It is not where a far greater place has that name and it is no more than a namesake.
    """
    best, top = _greatest(here), places[0]
    if best is None or best is top or top.state:
        return best
    far = top.population >= _DOMINANT * max(best.population, 1)
    return top if far and (top.capital or best.iso in _NAMESAKES) else best


def _greatest(places: Sequence[Place]) -> Place | None:
    """Return the first, if it is alone, or so much greater than the next as to be meant.

    A capital is, before a town that few have heard of.
    """
    if len(places) == 1:
        return places[0]
    first, second = places[:2]
    known = first.capital and second.population < _RIVAL
    return first if known or first.population >= _DOMINANT * max(second.population, 1) else None


def gather_places(words: Words, candidates: Sequence[Candidate], setting: Setting) -> list[Group]:
    """Return the places of one type, a group each, in no order."""
    gathering = _Gathering(words, setting)
    for candidate in sorted(candidates, key=lambda c: c.name is None):
        gathering.place(candidate)
    return gathering.groups


class _Gathering:
    def __init__(self, words: Words, setting: Setting) -> None:
        self._words = words
        self._setting = setting
        self._spellings = Spellings(words)
        self._known: dict[str, Group] = {}
        self._spelled = Index()
        self._placed = Index()  # by GeoNames id
        self._realms = Index()
        self.groups: list[Group] = []

    def place(self, candidate: Candidate) -> None:
        """Put a name with the place that it means; the gazetteer's names come first."""
        name = place_name(self._words, name_words(shown(self._words, candidate)))
        key = " ".join(name)
        if candidate.name is not None:
            self._place_known(candidate, key)
            return
        group, reason = self._known.get(key), "same letters"
        if group is None and len(self._realms.get(key)) == 1:
            group, reason = self._realms.get(key)[0], "kind of the state"
        if group is None:
            near = [g for g in self._spelled.get(skeleton(key)) if skeleton(key)]
            near = [g for g in near if self._spellings.all_one(name, g.parts)]
            group, reason = nearest(near, candidate.span.start), "spelling of the name"
        if group is None:
            group, reason = self._new(candidate, key, key), FIRST
        self._take(group, candidate, key, reason)

    def _place_known(self, candidate: Candidate, key: str) -> None:
        assert candidate.name is not None  # noqa: S101 - the caller asked
        places = candidate.name.places
        place = _told(self._words, candidate, places) or locate(places, self._setting)
        state = place is not None and place.state
        # A row of the gazetteer is one place, but a state may have its capital's name.
        told = "" if place is None else f"state {place.iso}" if state else place.geonames
        identity = told if state else f"row {candidate.name.key} {told}"
        group, reason = self._known.get(identity), "one row of names"
        if group is None and place is not None and not state:
            group, reason = self._same_place(place, key), f"GeoNames {place.geonames}"
        if group is None:
            group, reason = self._new(candidate, identity, key), FIRST
            group.places, group.place, group.backed = places, place, candidate.name.key
            if place is not None and place.geonames:
                self._placed.put(place.geonames, group)
        self._known.setdefault(identity, group)
        self._take(group, candidate, key, reason)

    def _same_place(self, place: Place, key: str) -> Group | None:
        """Return the group of that place, if the name is like one of its own.

        Of old and poetic names that a gazetteer also lists, some are other towns' today.
        """
        costs = self._words.lexicon.transliterations
        for group in self._placed.get(place.geonames) if place.geonames else ():
            if distance(key, " ".join(group.parts), costs, _LIKE) <= _LIKE:
                return group
        return None

    def _take(self, group: Group, candidate: Candidate, key: str, reason: str) -> None:
        group.add(candidate, key, reason)
        self._known.setdefault(key, group)
        if skeleton(key):
            self._spelled.put(skeleton(key), group)
        if group.place is not None and group.place.state:
            for realm in self._words.lexicon.realms.get(group.place.iso, ()):
                self._realms.put(realm, group)

    def _new(self, candidate: Candidate, identity: str, key: str) -> Group:
        group = Group(candidate.type, tuple(key.split()))
        self._known[identity] = group
        self.groups.append(group)
        return group


def _told(words: Words, candidate: Candidate, places: Sequence[Place]) -> Place | None:
    """Return the place that the spelling or the words around the name tell.

    «عُمان» is a state and «عمّان» a capital; «تونس العاصمة» and the place where an
    article was written are towns.
    """
    iso = words.lexicon.marked.get(shown(words, candidate))
    if iso:
        return next((place for place in places if place.iso == iso), None)
    if places and places[0].state and _is_town(words, candidate):
        return next((p for p in places[1:] if p.iso == places[0].iso), None)
    return None


def _is_town(words: Words, candidate: Candidate) -> bool:
    first, end = candidate.first, candidate.end
    if words.reads_as(first - 1, "city_before") or words.has(end, "city_after"):
        return True
    opens = first == 0 or words.tokens[first - 1].sentence != words.tokens[first].sentence
    return opens and words.same_sentence(first, end) and words.has(end, "dateline")
