"""What a library tells: values for the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from reader.core.notebook import Notebook
from reader.core.types import Span

Sort = Literal["day", "added", "title"]
SORTS: tuple[Sort, ...] = ("day", "added", "title")


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an article that was saved.

    Attributes:
        id: of the article in this library.
        new: whether the library had no article of this text; else it has one source more, or
            knew this source too.
    """

    id: int
    new: bool


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article of this text was found.

    Attributes:
        source: file name or address, "" for pasted text.
        site: the web site, or the folder of the file, for grouping.
        added: when it was saved, in ISO 8601 with its offset from UTC.
    """

    source: str
    site: str
    title: str
    published: date | None
    author: str
    address: str
    added: str


@dataclass(frozen=True, slots=True)
class Row:
    """An article as a list shows it.

    Attributes:
        hash: the document's id, by its content.
        title: the first words of the text where the article has none.
        published: by the source's metadata; day: the same, or else as the analysis works it out.
        added: when it was saved, in ISO 8601 with its offset from UTC.
        source, site: of its first source; sources: how many there are.
        length: of its text, in code points.
        position: offset of the first letter in sight when it was left.
        kept: how many corrections, highlights and bookmarks the user keeps of it.
        damaged: what is stored of it is not what was written; its other fields may be wrong.
    """

    id: int
    hash: str
    title: str
    published: date | None
    day: date | None
    added: str
    source: str
    site: str
    author: str
    format: str
    length: int
    sources: int
    unread: bool
    position: int
    tags: tuple[str, ...]
    kept: int
    analyzed: bool
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article's text around what was found; spans are offsets into `words`.

    Attributes:
        start: of the piece, in the text.
        cut_before, cut_after: the text goes on before or after it.
    """

    words: str
    hits: tuple[Span, ...]
    start: int = 0
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found, the best first.

    Attributes:
        title: with its hits.
        snippet: the first place in the text; its first words where only other parts matched.
    """

    row: Row
    title: Snippet
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found.

    Attributes:
        ids: the articles, the best first.
        more: there are more than these; they are the newest then, not the best.
        unknown: the parts of the question that mean nothing (an unknown field, no date), which
            were looked for as words.
    """

    ids: tuple[int, ...]
    more: bool = False
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A value that articles may be filtered by, and how many have it.

    Attributes:
        query: what finds them.
    """

    name: str
    count: int
    query: str


@dataclass(frozen=True, slots=True)
class Damage:
    """Something that is stored and is not what was written.

    Attributes:
        table: the kind of row.
        row: its number there, None where the whole table is meant.
        article: the article it belongs to, None where it is unknown or none.
        words: what is left of it, as far as it can be read.
        reason: how it shows.
    """

    table: str
    row: int | None
    article: int | None
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The user's notebook of an article, and what of it is damaged.

    Attributes:
        damaged: rows that are not what was written; they are not in the notebook, and are kept
            aside when it is written next.
    """

    notebook: Notebook
    damaged: tuple[Damage, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One change that can be undone, or done again.

    Attributes:
        words: what it was, for the menu.
        made: when, in ISO 8601 with its offset from UTC.
    """

    id: int
    words: str
    made: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a notebook, with what there was before and after it."""

    words: str
    before: Notebook
    after: Notebook


@dataclass(frozen=True, slots=True)
class Check:
    """What a check of the whole library found; sound where nothing is damaged.

    Attributes:
        problems: what SQLite says of the file.
        index: the index or an analysis is damaged, which `repair` makes anew.
    """

    articles: int
    damaged: tuple[Damage, ...] = ()
    problems: tuple[str, ...] = ()
    index: bool = False

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing is damaged."""
        return not (self.damaged or self.problems or self.index)


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a library.

    Attributes:
        made: when, in ISO 8601 with its offset from UTC.
        verified: it was opened and its digests were right when it was made.
    """

    path: Path
    made: str
    size: int
    verified: bool
