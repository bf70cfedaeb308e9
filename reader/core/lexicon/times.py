"""The frozen shape of what resources/times holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Feature = int | float | str
Features = Mapping[str, Feature]


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a word or of a sequence of words.

    Attributes:
        category: the name that the grammar's patterns use.
        features: what the words say, as the resolver reads it.
    """

    category: str
    features: Features


@dataclass(frozen=True, slots=True)
class Element:
    """One place in a pattern.

    Attributes:
        name: a category, the name of other rules, or `number`.
        role: for a number, the feature that takes its value.
        link: "" for no proclitic, "و", or "?" for none, ل or ب.
        part: whether the match is kept apart instead of merged into the features.
    """

    name: str
    role: str = ""
    link: str = ""
    optional: bool = False
    part: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern; `kind` is empty for a rule that only other rules use.

    Attributes:
        starts: the categories of the words that it can begin with.
    """

    name: str
    kind: str
    elements: tuple[Element, ...]
    features: Features
    starts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tense:
    """Folded words that date a clause before or after the day of writing."""

    past: frozenset[str]
    planned: frozenset[str]
    imperfect: frozenset[str]


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """The words and the grammar of time expressions, all folded.

    Attributes:
        entries: word sequences to their meanings.
        longest: the number of words of the longest sequence that starts with a word.
        rules: by name, in the order of the table.
        cues: prepositions by kind: in, since, ago, after.
    """

    entries: Mapping[tuple[str, ...], tuple[Entry, ...]]
    longest: Mapping[str, int]
    rules: Mapping[str, tuple[Rule, ...]]
    name_heads: frozenset[str]
    cues: Mapping[str, frozenset[str]]
    tense: Tense
