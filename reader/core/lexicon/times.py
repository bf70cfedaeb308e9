"""The frozen shape of what resources/times holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

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
        starts: the categories of the words that it can begin with.
    """

    name: str
    role: str = ""
    link: str = ""
    optional: bool = False
    part: bool = False
    starts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A pattern; `kind` is empty for a rule that only other rules use.

    Attributes:
        starts: the categories of the words that it can begin with.
        pattern: the row as the table writes it, for the user who asks why.
        order: its place among the rules of its name.
    """

    name: str
    kind: str
    pattern: str
    elements: tuple[Element, ...]
    features: Features
    starts: frozenset[str]
    order: int


class Step(NamedTuple):
    """What may stand at a place of the grammar, and the place after it."""

    element: Element
    after: Node


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A place within the rules of one name; those that begin alike are one up to there.

    Attributes:
        ends: the rules that are complete here.
        onward: what may follow; no element is optional here.
    """

    ends: tuple[Rule, ...]
    onward: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Tense:
    """Folded words that date a clause before or after the day of writing.

    Attributes:
        relative: words after which an imperfect plans nothing: «الذي يترأسه».
        not_future: beginnings of words that only look like a verb with سـ.
    """

    past: frozenset[str]
    planned: frozenset[str]
    imperfect: frozenset[str]
    relative: frozenset[str]
    not_future: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """The words and the grammar of time expressions, all folded.

    Attributes:
        entries: word sequences to their meanings.
        longest: the number of words of the longest sequence that starts with a word.
        rules: by name, then by the category of the word that they begin with, the ways to
            begin.
        openers: the names of the whole expressions that can begin with a word of a category.
        lone: of these, the names of those that need no other word of the grammar after it.
        cues: words before an expression, by kind: in, strict, headed, since, ago, after.
    """

    entries: Mapping[tuple[str, ...], tuple[Entry, ...]]
    longest: Mapping[str, int]
    rules: Mapping[str, Mapping[str, tuple[Step, ...]]]
    openers: Mapping[str, tuple[str, ...]]
    lone: Mapping[str, tuple[str, ...]]
    name_heads: frozenset[str]
    cues: Mapping[str, frozenset[str]]
    tense: Tense
