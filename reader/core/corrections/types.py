"""What a reader corrected, each named by the place that it is about.

A correction holds no id, since ids count anew with every analysis: it names words by their
span, what they read and what they were taken for, so that it is found again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reader.core.types import (
    EntityType,
    EventType,
    Modality,
    Polarity,
    Role,
    Span,
    TimeRelation,
    TimeType,
)

USER = "user"  # the rule or basis of what a reader decided


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of the article and what they are taken for.

    Attributes:
        words: what the text has at `span`; where it has others now, the place is gone.
        type: of the mention, time or event.
    """

    span: Span
    words: str
    type: str

    def is_in(self, text: str) -> bool:
        """Tell whether the text still has these words at this place."""
        return bool(self.words.strip()) and self.span.of(text) == self.words


Anchors = tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class AddMention:
    """These words are a mention of the anchor's type."""

    at: Anchor


@dataclass(frozen=True, slots=True)
class RemoveMention:
    """These words are no mention."""

    at: Anchor


@dataclass(frozen=True, slots=True)
class MoveMention:
    """The mention at `at` has the edges of `to`."""

    at: Anchor
    to: Anchor


@dataclass(frozen=True, slots=True)
class ChangeType:
    """These mentions are of another type."""

    mentions: Anchors
    type: EntityType


@dataclass(frozen=True, slots=True)
class MergeEntities:
    """All these mentions are of one entity, which has this name."""

    into: Anchors
    others: Anchors
    name: str


@dataclass(frozen=True, slots=True)
class SplitEntity:
    """The mentions `off` are of an entity of their own, and `rest` of another."""

    off: Anchors
    rest: Anchors


@dataclass(frozen=True, slots=True)
class RenameEntity:
    """The entity of these mentions has this name."""

    mentions: Anchors
    name: str


@dataclass(frozen=True, slots=True)
class SetTime:
    """These words are a time expression of this value.

    Attributes:
        at: its type is the type of the time expression as it was found, or as it is added.
    """

    at: Anchor
    type: TimeType
    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class RemoveTime:
    """These words are no time expression."""

    at: Anchor


@dataclass(frozen=True, slots=True)
class Participation:
    """Words that take part in an event."""

    role: Role
    at: Anchor


@dataclass(frozen=True, slots=True)
class When:
    """The time expression that an event is tied to; none where `at` is None."""

    at: Anchor | None
    relation: TimeRelation = "AT"


@dataclass(frozen=True, slots=True)
class SetEvent:
    """These words tell an event; what is None stays as it was found."""

    at: Anchor
    type: EventType | None = None
    polarity: Polarity | None = None
    modality: Modality | None = None
    participants: tuple[Participation, ...] | None = None
    places: Anchors | None = None
    time: When | None = None


@dataclass(frozen=True, slots=True)
class RemoveEvent:
    """These words tell no event."""

    at: Anchor


@dataclass(frozen=True, slots=True)
class MergeEvents:
    """All these words tell of one event."""

    into: Anchors
    others: Anchors


@dataclass(frozen=True, slots=True)
class SplitEvents:
    """The words `off` tell of one event, and `rest` of another."""

    off: Anchors
    rest: Anchors


@dataclass(frozen=True, slots=True)
class SetReferenceDate:
    """The article was written on this day; None: it is to be worked out from the text."""

    day: date | None


Correction = (
    AddMention
    | RemoveMention
    | MoveMention
    | ChangeType
    | MergeEntities
    | SplitEntity
    | RenameEntity
    | SetTime
    | RemoveTime
    | SetEvent
    | RemoveEvent
    | MergeEvents
    | SplitEvents
    | SetReferenceDate
)
Corrections = tuple[Correction, ...]


def reference_day(corrections: Corrections) -> date | None:
    """Return the day of writing that the reader set last; None where it is left to the text."""
    days = [c.day for c in corrections if isinstance(c, SetReferenceDate)]
    return days[-1] if days else None


def is_dated(corrections: Corrections) -> bool:
    """Tell whether the reader decided on the day of writing, be it to leave it to the text."""
    return any(isinstance(c, SetReferenceDate) for c in corrections)
