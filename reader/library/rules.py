"""Corrections that travel: what the user said once and every article of the library hears.

A rule names words, not places. For each article it is turned into the core's own corrections
(`reader.core.corrections`), which come before the corrections of the article itself, so that the
user can still say otherwise there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any, get_args

from reader.core.corrections.apply import Corrected, apply
from reader.core.corrections.codec import value_from_json, value_to_json
from reader.core.corrections.types import (
    AddMention,
    Anchor,
    ChangeType,
    Correction,
    Corrections,
    MergeEntities,
    RemoveEvent,
    RemoveMention,
    RenameEntity,
)
from reader.core.normalize import find_folded
from reader.core.types import Analysis, EntityType, EventType, Mention, Span
from reader.errors import ContractError
from reader.library.words import keys

FORMAT, VERSION = "qari-rules", 1


@dataclass(frozen=True, slots=True)
class SameEntity:
    """All entities of this type that have one of these names are one, which has this name."""

    type: EntityType
    names: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class IsOfType:
    """These words name something of this type, wherever they stand."""

    words: str
    type: EntityType


@dataclass(frozen=True, slots=True)
class NameMeans:
    """What these words name has this name."""

    words: str
    name: str


@dataclass(frozen=True, slots=True)
class NoName:
    """These words are no name."""

    words: str


@dataclass(frozen=True, slots=True)
class NoEvent:
    """These words tell no event, or none of this type."""

    words: str
    type: EventType | None = None


Rule = SameEntity | IsOfType | NameMeans | NoName | NoEvent
_KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in get_args(Rule)}


def rule_to_json(rule: Rule) -> dict[str, Any]:
    """Return a rule as JSON values, with its `kind`."""
    told = {f.name: value_to_json(getattr(rule, f.name)) for f in fields(rule)}
    return {"kind": type(rule).__name__, **told}


def rules_to_json(rules: Iterable[Rule]) -> dict[str, Any]:
    """Return rules as JSON values, for a file of their own."""
    return {"format": FORMAT, "version": VERSION, "rules": [rule_to_json(r) for r in rules]}


def rule_from_json(told: object) -> Rule:
    """Read a rule; ContractError says what is wrong with it."""
    kind = _KINDS.get(str(told.get("kind"))) if isinstance(told, dict) else None
    if kind is None:
        raise ContractError(f"{told!r} is no rule")
    try:
        made: Rule = value_from_json(kind, told)
    except (TypeError, ValueError) as error:
        raise ContractError(f"{FORMAT}: {error}") from error
    return made


def rules_from_json(told: object) -> tuple[Rule, ...]:
    """Read what `rules_to_json` gave; ContractError says what is wrong with it."""
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise ContractError(f"not {FORMAT}")
    if told.get("version") != VERSION or not isinstance(told.get("rules"), list):
        raise ContractError(f"not {FORMAT} of version {VERSION}")
    return tuple(rule_from_json(one) for one in told["rules"])


def corrected(analysis: Analysis, rules: Sequence[Rule], own: Corrections = ()) -> Corrected:
    """Correct an analysis by rules, and then as its reader corrected the article itself.

    `lost` of the result has the reader's corrections only: a rule need not be about an article.
    """
    by_rule = apply(analysis, corrections(analysis, rules)).analysis
    return apply(by_rule, own)


def corrections(analysis: Analysis, rules: Sequence[Rule]) -> Corrections:
    """Return what rules say of one article, in their order."""
    if not rules:
        return ()
    article = _Article(analysis)
    return tuple(c for rule in rules for c in article.said(rule))


class _Article:
    """An analysis by the words of its names and events."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.document.text
        self._analysis = analysis
        self._mentions: defaultdict[tuple[str, ...], list[Mention]] = defaultdict(list)
        for mention in analysis.mentions:
            self._mentions[_key(mention.span.of(self._text))].append(mention)

    def said(self, rule: Rule) -> Iterator[Correction]:
        match rule:
            case SameEntity():
                yield from self._same(rule)
            case IsOfType(words=words, type=kind):
                yield from self._typed(words, kind)
            case NameMeans(words=words, name=name):
                mentions = [m for m in self._mentions[_key(words)] if m.entity]
                if mentions:
                    yield RenameEntity(self._anchors(mentions), name)
            case NoName(words=words):
                for mention in self._mentions[_key(words)]:
                    yield RemoveMention(self._anchor(mention.span, mention.type))
            case NoEvent(words=words, type=kind):
                yield from self._untold(words, kind)

    def _same(self, rule: SameEntity) -> Iterator[Correction]:
        names = {_key(name) for name in (*rule.names, rule.name)}
        meant = [
            e.id
            for e in self._analysis.entities
            if e.type == rule.type and names & {_key(e.name), *(_key(v.text) for v in e.variants)}
        ]
        mentions = [[m for m in self._analysis.mentions if m.entity == entity] for entity in meant]
        told = sorted(filter(None, mentions), key=len, reverse=True)
        if len(told) > 1:
            others = tuple(a for rest in told[1:] for a in self._anchors(rest))
            yield MergeEntities(self._anchors(told[0]), others, rule.name)
        elif told:
            yield RenameEntity(self._anchors(told[0]), rule.name)

    def _typed(self, words: str, kind: EntityType) -> Iterator[Correction]:
        found = self._mentions[_key(words)]
        wrong = [m for m in found if m.type != kind]
        if wrong:
            yield ChangeType(self._anchors(wrong), kind)
        taken = [m.span for m in self._analysis.mentions]
        for span in find_folded(self._text, words):
            if self._is_whole(span) and not any(t.overlaps(span) for t in taken):
                yield AddMention(self._anchor(span, kind))

    def _untold(self, words: str, kind: EventType | None) -> Iterator[Correction]:
        wanted = _key(words)
        for event in self._analysis.events:
            same = _key(event.trigger.of(self._text)) == wanted
            if same and kind in {None, event.type}:
                yield RemoveEvent(self._anchor(event.trigger, event.type))

    def _is_whole(self, span: Span) -> bool:
        """Tell whether words are not a part of longer ones."""
        around = (
            self._text[max(0, span.start - 1) : span.start],
            self._text[span.end : span.end + 1],
        )
        return not any(char.isalnum() for char in around)

    def _anchors(self, mentions: Iterable[Mention]) -> tuple[Anchor, ...]:
        return tuple(self._anchor(m.span, m.type) for m in mentions)

    def _anchor(self, span: Span, kind: str) -> Anchor:
        return Anchor(span, span.of(self._text), kind)


def _key(words: str) -> tuple[str, ...]:
    return tuple(keys(words))
