"""What a brief is made of, before it is written in any form."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.lexicon.brief import Language
from reader.core.types import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line.

    Attributes:
        own: the article's own words or a name, to be isolated from what is around.
        strong: what a reader who skims should see.
        quoted: a quotation.
    """

    words: str
    own: bool = False
    strong: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One statement.

    Attributes:
        sentences: numbers of the sentences that tell it, from 1.
        span: where the first of them tells it; None where no one place does.
    """

    pieces: tuple[Piece, ...]
    sentences: tuple[int, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines."""

    kind: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """One page on an article.

    Attributes:
        title: the article's own, or its first sentence.
        facts: where, when, from whom.
        note: what a reader must know of how it was made.
    """

    language: Language
    title: Line
    facts: tuple[Line, ...]
    sections: tuple[Section, ...]
    note: str
