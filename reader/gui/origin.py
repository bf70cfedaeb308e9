"""Where an article comes from, how it is read from there, and what was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.types import Analysis, Document
from reader.gui.models.contents_model import ContentsModel

if TYPE_CHECKING:
    from reader.libraries import Rule


@dataclass(frozen=True, slots=True)
class Shelved:
    """What the library has of an article.

    Attributes:
        article: its number there.
        rules, revision: of the library, and how many changes they have seen.
        position: offset of the first letter in sight when it was left.
    """

    article: int
    rules: tuple[Rule, ...] = ()
    revision: int = 0
    position: int = 0


@dataclass(frozen=True, slots=True)
class Origin:
    """Enough to read an article again.

    Attributes:
        day: that the user gave for it.
        path: of its file; None where it is from elsewhere.
        words: that were pasted or dropped.
        html: the same, where there was no plain text beside it.
        address: on the web.
        private: whether an address may be of the user's own network.
        encoding: that the user chose; None where it is guessed.
        whole: of a web page, all text and not only its article.
        ocr: whether a program makes text of the pages of a PDF that are pictures.
        member: the source of one of several articles in the file, "" for none chosen.
        document: that was read, or mended, already; it is shown as it is.
        original: what a mended document was made of.
        analysis: of the document, where it is known already; it is shown as it is, once.
        loaded: what was read with it from the same file.
        shelved: what the library has of it, where it is opened from there.
    """

    day: date | None = None
    path: Path | None = None
    words: str | None = None
    html: str | None = None
    address: str | None = None
    private: bool = False
    encoding: str | None = None
    whole: bool = False
    ocr: bool = False
    member: str = ""
    document: Document | None = None
    original: Document | None = None
    analysis: Analysis | None = None
    loaded: Loaded | None = None
    shelved: Shelved | None = None

    @property
    def name(self) -> str:
        """What the user calls it; "" for words from the clipboard."""
        if self.path is not None:
            return self.path.name
        return self.address or ""

    @property
    def title(self) -> str:
        """What a tab of it is called: the article's title where it is read already."""
        title = self.document.title if self.document is not None else None
        return title or self.name

    @property
    def is_readable(self) -> bool:
        """Tell whether it can be read again."""
        return any(x is not None for x in (self.path, self.words, self.html, self.address))

    @property
    def has_bytes(self) -> bool:
        """Tell whether it comes as bytes, which may be read in several ways."""
        return any(x is not None for x in (self.path, self.html, self.address))


@dataclass(eq=False, slots=True)
class Loaded:
    """What a file gives, as far as it is read.

    Attributes:
        is_whole: whether it was read to its end.
    """

    origin: Origin
    contents: ContentsModel = field(default_factory=ContentsModel)
    is_whole: bool = False

    @property
    def is_several(self) -> bool:
        """Tell whether it has more than one article."""
        return len(self.contents.documents) > 1
