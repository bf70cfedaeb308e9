"""What the finding of names reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import ahocorasick_rs

from reader.core.types import EntityType


@dataclass(frozen=True, slots=True)
class Place:
    """A place or state that a name may mean.

    Attributes:
        iso: ISO 3166 code of its state.
        geonames: GeoNames id, or empty.
        population: people, 0 where unknown.
        capital: whether it is the capital of its state.
    """

    iso: str
    geonames: str
    latitude: float | None
    longitude: float | None
    population: int
    capital: bool
    state: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A row of the gazetteer.

    Attributes:
        folded: the name as it is compared.
        key: names of one thing share it.
        certain: whether the word is a name wherever it stands; otherwise a word
            before it must say so.
        places: what it may mean, the most populous first.
    """

    folded: str
    type: EntityType
    key: str
    certain: bool
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Nation:
    """A nationality, people or creed: its stem form and the state it belongs to."""

    stem: str
    state: str


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
        capitals: state's name by a capital's folded name.
        states: ISO code -> canonical name of the state.
        words: cue word sets by kind.
        common: words that are mostly no names.
    """

    matcher: ahocorasick_rs.AhoCorasick
    patterns: tuple[tuple[Name, bool], ...]
    nations: Mapping[str, Nation]
    heads: Mapping[str, EntityType]
    alone: Mapping[str, EntityType]
    titles: frozenset[str]
    person_parts: Mapping[str, float]
    capitals: Mapping[str, str]
    states: Mapping[str, str]
    currencies: frozenset[str]
    words: Mapping[str, frozenset[str]]
    common: frozenset[str]
