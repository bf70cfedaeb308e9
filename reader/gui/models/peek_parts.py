"""What cards are made of: rows of words, of which some lead elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.told import Section
from reader.core.types import (
    Span,
)
from reader.gui.models import wording

Target = tuple[str, str]  # mention, time, event or sentence, and its id


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a row, and where a click on them goes, if anywhere."""

    text: str
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a card."""

    caption: str
    parts: tuple[Part, ...]

    def text(self) -> str:
        """Return the line as plain words."""
        return f"{self.caption}: {wording.join(part.text for part in self.parts)}"


@dataclass(frozen=True, slots=True)
class Peek:
    """A card.

    Attributes:
        target: what it is about.
        span: the words that it is about.
        subtitle: what kind of thing it is, in words.
        type: entity type, TIME or TRIGGER, which its highlight has its color by.
        place: latitude and longitude, for the map.
        why: the explanation.
        same: the other places of the same name or event in the text, itself among them.
        lookup: the name to look up elsewhere, and its Wikidata id; empty where there is none.
    """

    target: Target
    span: Span
    title: str
    subtitle: str
    type: str
    rows: tuple[Row, ...]
    place: tuple[float, float] | None = None
    why: tuple[Section, ...] = ()
    same: tuple[Target, ...] = ()
    lookup: tuple[str, str] = ("", "")

    def text(self) -> str:
        """Return the card as plain lines, words of the article isolated, to be pasted."""
        head = f"{wording.isolate(self.title)} — {self.subtitle}"
        return "\n".join((head, *(row.text() for row in self.rows)))
