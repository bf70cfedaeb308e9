"""What a reader keeps of an article: corrections, highlights with notes, and bookmarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeVar

from reader.core.corrections.codec import (
    corrections_from_json,
    corrections_to_json,
    value_from_json,
    value_to_json,
)
from reader.core.corrections.types import Corrections
from reader.core.types import Span
from reader.errors import ContractError

T = TypeVar("T")
FORMAT, VERSION = "qari-notebook", 1
Color = Literal["yellow", "green", "blue", "pink"]
COLORS: tuple[Color, ...] = ("yellow", "green", "blue", "pink")


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words that the reader marked in a color.

    Attributes:
        words: what the text had at `span`; where it has others now, the place is gone.
        note: what the reader wrote to them, empty for a color alone.
        written: when, in ISO 8601.
    """

    span: Span
    words: str
    color: Color
    note: str
    written: str


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A sentence to come back to; `words` and `written` as of a Highlight."""

    span: Span
    words: str
    written: str


@dataclass(frozen=True, slots=True)
class Notebook:
    """All that a reader keeps of one article; highlights and bookmarks in text order.

    Attributes:
        document: the id of the document, by its content.
    """

    document: str
    corrections: Corrections = ()
    highlights: tuple[Highlight, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is kept."""
        return not (self.corrections or self.highlights or self.bookmarks)

    def with_highlight(self, highlight: Highlight) -> Notebook:
        """Return it with a highlight in the place of any other of the same words."""
        rest = [h for h in self.highlights if h.span != highlight.span]
        return replace(self, highlights=tuple(sorted([*rest, highlight], key=_place)))

    def without_highlight(self, span: Span) -> Notebook:
        """Return it without the highlight of these words."""
        return replace(self, highlights=tuple(h for h in self.highlights if h.span != span))

    def with_bookmark(self, bookmark: Bookmark) -> Notebook:
        """Return it with a bookmark in the place of any other there."""
        rest = [b for b in self.bookmarks if b.span != bookmark.span]
        return replace(self, bookmarks=tuple(sorted([*rest, bookmark], key=_place)))

    def without_bookmark(self, span: Span) -> Notebook:
        """Return it without the bookmark there."""
        return replace(self, bookmarks=tuple(b for b in self.bookmarks if b.span != span))


@dataclass(frozen=True, slots=True)
class Headings:
    """The words of an export of notes itself, in the language of who reads it.

    Attributes:
        colors: the name of each color of highlights.
    """

    note: str
    highlight: str
    bookmark: str
    colors: Mapping[Color, str]


def merged(base: Notebook, ours: Notebook, theirs: Notebook) -> Notebook:
    """Return `theirs` with what was changed from `base` to `ours`: two may keep one article."""
    if theirs == base:
        return ours
    return Notebook(
        document=ours.document,
        corrections=_merged(base.corrections, ours.corrections, theirs.corrections),
        highlights=tuple(
            sorted(_merged(base.highlights, ours.highlights, theirs.highlights), key=_place)
        ),
        bookmarks=tuple(
            sorted(_merged(base.bookmarks, ours.bookmarks, theirs.bookmarks), key=_place)
        ),
    )


def _merged(base: tuple[T, ...], ours: tuple[T, ...], theirs: tuple[T, ...]) -> tuple[T, ...]:
    gone = set(base) - set(ours)
    new = [item for item in ours if item not in base and item not in theirs]
    return tuple([item for item in theirs if item not in gone] + new)


def _place(mark: Highlight | Bookmark) -> Span:
    return mark.span


def notebook_to_json(notebook: Notebook) -> dict[str, Any]:
    """Return a notebook as JSON values."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "document": notebook.document,
        "corrections": corrections_to_json(notebook.corrections),
        "highlights": value_to_json(notebook.highlights),
        "bookmarks": value_to_json(notebook.bookmarks),
    }


def notebook_from_json(data: object) -> Notebook:
    """Read a notebook; ContractError says what is wrong with it."""
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise ContractError(f"not {FORMAT}")
    if data.get("version") != VERSION:
        raise ContractError(f"{FORMAT} of version {data.get('version')!r}, not {VERSION}")
    try:
        return Notebook(
            document=value_from_json(str, data["document"]),
            corrections=corrections_from_json(data["corrections"]),
            highlights=value_from_json(tuple[Highlight, ...], data["highlights"]),
            bookmarks=value_from_json(tuple[Bookmark, ...], data["bookmarks"]),
        )
    except KeyError as error:
        raise ContractError(f"{FORMAT}: {error} is missing") from error
    except ValueError as error:
        raise ContractError(f"{FORMAT}: {error}") from error
