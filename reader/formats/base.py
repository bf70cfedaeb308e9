"""What every format is made of: how a file shall be read, and the text that comes of it."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from reader.core.display import repaired
from reader.core.types import Block, BlockKind, Document, Notice, Span
from reader.errors import InputError

_BREAK = re.compile(r"\r\n?|[\n\v\f\u2028\u2029]")
_TITLE_LENGTH = 120  # code points; wire headlines are shorter
_SENTENCE_MARKS = '.؟!؛:…»"'

FIELDS = ("text", "title", "published", "author", "address")
"""What the fields of a record may hold; see `Reading.fields`."""

Item = Document | InputError
"""What a file gives: an article, or why a part of it was refused."""


Progress = Callable[[float], None]
"""Takes how much of a file is done, 0 to 1."""


def silent(_done: float) -> None:
    """Report nothing."""


class Budget:
    """What the files in a file may come to, all together, however deep they lie."""

    def __init__(self, bytes_left: int = 200_000_000, members_left: int = 10_000) -> None:
        self._bytes = bytes_left
        self._members = members_left

    def spend(self, *, unpacked: int = 0, members: int = 0) -> bool:
        """Count what came out; tell whether that was still within bounds."""
        self._bytes -= unpacked
        self._members -= members
        return self._bytes >= 0 and self._members >= 0


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file shall be read.

    Attributes:
        source: its name or address, for errors and for the documents.
        encoding: that the user chose; None where it shall be guessed.
        whole: of a web page, all text and not only its article.
        fields: of records (JSON, JSONL, CSV), pairs of one of FIELDS and the name of the field
            that holds it; one that is not named is guessed.
        depth: how many files this one lies in.
        progress: takes how much of the file is done, 0 to 1; what works long on one article
            says so now and then, for the reader to see and to be known from what hangs.
        budget: shared by all files in the one that was opened.
    """

    source: str
    encoding: str | None = None
    whole: bool = False
    fields: tuple[tuple[str, str], ...] = ()
    depth: int = 0
    progress: Progress = field(default=silent, compare=False, repr=False)
    budget: Budget = field(default_factory=Budget, compare=False, repr=False)

    def inside(self, member: str) -> Reading:
        """Return how a member of this file is read; it is named SOURCE#MEMBER."""
        return replace(
            self, source=f"{self.source}#{member}", depth=self.depth + 1, progress=silent
        )


class Composer:
    """Puts a document's text together from the blocks of a file, one line each."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []
        self.notices: list[Notice] = []

    def add(
        self,
        words: str,
        kind: BlockKind = "paragraph",
        *,
        level: int = 0,
        page: int | None = None,
        part: str | None = None,
    ) -> None:
        """Add a block; line breaks in it part it into lines of one kind, blank ones are left out.

        White space around a line is left out, all else stays as it is.
        """
        for line in _BREAK.split(words):
            stripped = line.strip()
            if stripped:
                span = Span(self._length, self._length + len(stripped))
                self.blocks.append(Block(span, kind, level, page, part))
                self._lines.append(stripped)
                self._length = span.end + 1

    @property
    def text(self) -> str:
        """Return what was added so far."""
        return "\n".join(self._lines)

    def notice(self, code: str, words: str, page: int | None = None) -> None:
        """Tell of something that could not be read."""
        self.notices.append(Notice(code, words, page))

    def document(
        self,
        reading: Reading,
        format_name: str,
        *,
        title: str | None = None,
        published: date | None = None,
        author: str | None = None,
        address: str | None = None,
        encoding: str | None = None,
    ) -> Document:
        """Return what was added as a document.

        Without a title its first title block is it, or else a first line that reads as one.

        Raises:
            InputError: nothing was added.
        """
        text = self.text
        if not text:
            raise InputError(reading.source, "there is no text in it")
        named = next((b.span.of(text) for b in self.blocks if b.kind == "title"), None)
        return Document(
            id=digest(text),
            source=reading.source,
            title=(title or "").strip() or named or headline(text),
            text=text,
            published=published,
            encoding=encoding,
            format=format_name,
            author=(author or "").strip() or None,
            address=address,
            blocks=tuple(self.blocks),
            notices=tuple(self.notices),
        )


def digest(text: str) -> str:
    """Return the id of a document of that text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def headline(text: str) -> str | None:
    """Return the first line where it reads as a headline over more text."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 2 or len(lines[0]) > _TITLE_LENGTH or lines[0][-1] in _SENTENCE_MARKS:
        return None
    return lines[0]


def redisplayed(document: Document) -> Document:
    """Return a document whose text is in reading order and in letters (`core.display`).

    Its blocks lie on the same lines as before; its id is that of the new text.
    """
    text, _, title = repaired(f"{document.text}\n{document.title or ''}").rpartition("\n")
    old, new = _line_starts(document.text), _line_starts(text)
    blocks = []
    for block in document.blocks:
        line = bisect_right(old, block.span.start) - 1
        last = bisect_right(old, block.span.end) - 1
        end = new[last + 1] - 1 if last + 1 < len(new) else len(text)
        blocks.append(replace(block, span=Span(new[line], end)))
    return replace(document, id=digest(text), text=text, title=title or None, blocks=tuple(blocks))


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]
