"""What the finding of names reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

import ahocorasick_rs

from reader.core.types import EntityType

PlaceKind = Literal["state", "capital", "city", "province", ""]


class Place(NamedTuple):
    """A place or state that a name may mean.

    Attributes:
        iso: ISO 3166 code of its state.
        geonames: GeoNames id, or empty.
        population: people, 0 where unknown.
        kind: "state" also for a territory that has a code of its own; "capital" for the
            city that is named for the government; empty where the source does not tell.
        wikidata: Wikidata id, or empty.
    """

    iso: str
    geonames: str
    latitude: float | None
    longitude: float | None
    population: int
    kind: PlaceKind
    wikidata: str = ""

    @property
    def state(self) -> bool:
        """Tell whether it is a state."""
        return self.kind == "state"

    @property
    def capital(self) -> bool:
        """Tell whether its name stands for the government of its state."""
        return self.kind == "capital"


class Name(NamedTuple):
    """A row of the gazetteer.

    Attributes:
        folded: the name as it is compared.
        key: names of one thing share it.
        certain: whether the word is a name wherever it stands; otherwise a word
            before it must say so.
        places: what it may mean, the most populous first.
        table: the file that it is a row of, for who asks why.
    """

    folded: str
    type: EntityType
    key: str
    certain: bool
    places: tuple[Place, ...] = ()
    table: str = ""


@dataclass(frozen=True, slots=True)
class Nation:
    """A nationality, people or creed: its stem form, the state it belongs to, and its code."""

    stem: str
    state: str
    iso: str


@dataclass(frozen=True, slots=True)
class EntityLexicon:
    """Names, heads and cues, all folded.

    Attributes:
        names: what each pattern of `matcher` means, by pattern index.
        offsets: for each pattern, 1 where it stands for «لل» + name without ال.
        nations: every inflected form without article.
        heads: type by head noun; `alone` those that are names by themselves.
        titles: words before a person's name that are titles without complement.
        person_parts: words that occur in people's names, and how certainly.
        states: ISO code -> canonical name of the state.
        known_parts: parts of names that many people bear: each is a name of its own,
            however like another.
        known_people: whole names of well-known people.
        transliterations: what it costs to take some letters for others, both ways; "-"
            is no letter.
        realms: words that are said alone for a state («المملكة»), by ISO code.
        marked: ISO code of the state by a name written with the vowel marks that tell.
        wikidata: Wikidata id of a body by its key.
        words: cue word sets by kind.
        common: words that are mostly no names.
        homographs: for a place that is also a common word, words beside which it is mostly that.
        trust: how often a kind of finding, standing so to the other side's, is a name.
    """

    matcher: ahocorasick_rs.AhoCorasick
    patterns: tuple[tuple[Name, bool], ...]
    nations: Mapping[str, Nation]
    heads: Mapping[str, EntityType]
    alone: Mapping[str, EntityType]
    titles: frozenset[str]
    person_parts: Mapping[str, float]
    states: Mapping[str, str]
    currencies: frozenset[str]
    known_parts: frozenset[str]
    known_people: frozenset[str]
    transliterations: Mapping[tuple[str, str], float]
    realms: Mapping[str, frozenset[str]]
    marked: Mapping[str, str]
    wikidata: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    common: frozenset[str]
    homographs: Mapping[str, frozenset[str]]
    trust: Mapping[tuple[str, str], float]
