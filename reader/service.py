"""The verbs of the application, for the command line and the window alike."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader import notebooks
from reader.core.corrections.types import Corrections
from reader.core.notebook import Headings, Notebook
from reader.core.types import Analysis, Document, Notice
from reader.errors import EngineError, FetchError, InputError, UnreadableError
from reader.export import format_named
from reader.export.encoding import utf8
from reader.export.notes import notes_markdown
from reader.files import replace_file
from reader.formats import charset as charsets
from reader.formats import kinds, ocr, opening, text
from reader.formats.base import Item, Progress, Reading, redisplayed, silent
from reader.notebooks import SUFFIX as NOTEBOOK
from reader.notebooks import Kept
from reader.resources import seed

if TYPE_CHECKING:
    from reader.fetch import Fetched

_MEMBER = "#"  # FILE#3 is the third article of a file, mail.zip#a/b.eml the one of that name


@dataclass(frozen=True, slots=True)
class Choices:
    """How a file shall be read, where the user knows better than the program guesses.

    Attributes:
        encoding: of its bytes.
        whole: of a web page, all text and not only its article.
        fields: of records, pairs of "text", "title", "published", "author" or "address" and
            the name of the field that holds it.
        format: the name of its format.
        ocr: ocrmypdf reads the pages of a PDF that are pictures.
    """

    encoding: str | None = None
    whole: bool = False
    fields: tuple[tuple[str, str], ...] = ()
    format: str | None = None
    ocr: bool = False

    def reading(self, source: str) -> Reading:
        """Return how a file of that name is read."""
        return Reading(source, self.encoding, self.whole, self.fields)

    @property
    def known(self) -> kinds.Format | None:
        """The format; KeyError where none has the name."""
        return kinds.format_named(self.format) if self.format else None


GUESS = Choices()
"""Nothing is chosen."""


def _silent(_stage: str) -> None:
    """Report nothing."""


class Workspace:
    """Opens and analyzes articles. It holds no state and may be used from any thread."""

    def open(
        self,
        path: Path,
        choices: Choices = GUESS,
        *,
        progress: Progress = silent,
        cancelled: threading.Event | None = None,
    ) -> Document:
        """Read the one article in the file at `path`, or one of several as FILE#3.

        What of the file was refused beside it is among the document's notices.

        Raises:
            InputError: it cannot be read, or holds several; the reason says how to name one.
            CancelledError: see `open_all`.
        """
        items = self.open_all(path, choices, progress=progress, cancelled=cancelled)
        return _only(items, str(path))

    def open_all(
        self,
        path: Path,
        choices: Choices = GUESS,
        *,
        progress: Progress = silent,
        cancelled: threading.Event | None = None,
    ) -> Iterator[Item]:
        """Yield the articles in a file and the InputErrors of what was refused, in file order.

        `progress` is called now and then with how much is done, 0 to 1; what it raises ends
        the reading, and so does closing the iterator.

        Raises:
            CancelledError: `cancelled` was set; half a second later at most.
        """
        file, member = _named(path)
        items = opening.open_path(
            file,
            choices.reading(str(file)),
            known=choices.known,
            ocr=choices.ocr,
            progress=progress,
            cancelled=cancelled,
        )
        yield from items if member is None else _member(items, str(file), member)

    def open_bytes(self, data: bytes, source: str, choices: Choices = GUESS) -> Document:
        """Read the one article that came as bytes; `source` names them. See `open`."""
        return _only(self.open_all_bytes(data, source, choices), source)

    def open_all_bytes(
        self,
        data: bytes,
        source: str,
        choices: Choices = GUESS,
        *,
        progress: Progress = silent,
        cancelled: threading.Event | None = None,
    ) -> Iterator[Item]:
        """Yield the articles in a file that came as bytes; see `open_all`."""
        yield from opening.open_bytes(
            data,
            choices.reading(source),
            known=choices.known,
            ocr=choices.ocr,
            progress=progress,
            cancelled=cancelled,
        )

    def fetch(
        self,
        address: str,
        choices: Choices = GUESS,
        *,
        allow_private: bool = False,
        progress: Progress = silent,
        cancelled: threading.Event | None = None,
    ) -> Iterator[Item]:
        """Yield the articles at a web address, which the user asked for; see `reader.fetch.fetch`.

        What could not be fetched or read comes as InputErrors.

        Raises:
            CancelledError: see `open_all`.
        """
        from reader.fetch import NotModified, fetch  # noqa: PLC0415 - no file needs it

        try:
            fetched = fetch(
                address, allow_private=allow_private, progress=progress, cancelled=cancelled
            )
        except FetchError as error:
            yield error
            return
        if not isinstance(fetched, NotModified):  # nothing was said that it could be
            yield from self.open_fetched(fetched, choices, progress=progress, cancelled=cancelled)

    def open_fetched(
        self,
        fetched: Fetched,
        choices: Choices = GUESS,
        *,
        progress: Progress = silent,
        cancelled: threading.Event | None = None,
    ) -> Iterator[Item]:
        """Yield the articles in what an address gave; see `open_all`."""
        data, place = fetched.data, fetched.address
        known = choices.known or kinds.format_of(
            urlsplit(place).path, data[: kinds.HEAD], fetched.media_type
        )
        reading = choices.reading(place)
        charset = choices.encoding or charsets.agreeing(fetched.charset, data)
        for item in opening.open_bytes(
            data,
            replace(reading, encoding=charset),
            known=known,
            progress=progress,
            cancelled=cancelled,
        ):
            if isinstance(item, Document) and item.address is None and not known.many:
                yield replace(item, address=place)
            else:
                yield item

    def open_address(
        self, address: str, choices: Choices = GUESS, *, allow_private: bool = False
    ) -> Document:
        """Read the one article at a web address; see `open` and `fetch`."""
        return _only(self.fetch(address, choices, allow_private=allow_private), address)

    def open_text(self, words: str) -> Document:
        """Take text that was pasted or dropped; InputError where there is none."""
        if not words.strip():
            raise InputError("clipboard", "there is no text in it; copy an article first")
        return text.from_text(words)

    def formats(self) -> tuple[kinds.Format, ...]:
        """Return the formats that are read, in the order in which a file is asked for its own."""
        return kinds.FORMATS

    def can_ocr(self) -> bool:
        """Tell whether the program is there that reads the pictures in a PDF."""
        return ocr.available()

    def seed(self) -> Path:
        """Return the article that the program opens first."""
        return seed()

    def articles(self, path: Path) -> Iterator[Path]:
        """Yield `path`, or the files below it that we read where it is a folder, by name.

        Raises:
            InputError: the folder holds no such file.
        """
        if not _holds(path.is_dir):
            yield path
            return
        suffixes = {suffix for known in kinds.FORMATS for suffix in known.suffixes}
        found = sorted(
            p
            for p in path.rglob("*")
            if p.suffix.lower() in suffixes and not p.name.endswith(NOTEBOOK) and p.is_file()
        )
        if not found:
            raise InputError(str(path), "there is no file in this folder that we read")
        yield from found

    def engine(self, name: str | None = None) -> tuple[str, tuple[EngineError, ...]]:
        """Return the engine that `name` stands for, and why better ones do not run.

        Raises:
            EngineError: the engine of that name cannot run.
        """
        from reader import engines  # noqa: PLC0415 - the window shows the article before

        if name is None:
            return engines.default()
        engines.load(name)
        return name, ()

    def analyze(
        self,
        document: Document,
        reference_date: date | None = None,
        *,
        engine: str | None = None,
        keep_repeats: bool = False,
        corrections: Corrections = (),
        transliterate: bool = True,
        progress: Callable[[str], None] = _silent,
    ) -> Analysis:
        """Analyze an article; see `reader.core.pipeline.analyze`.

        The analyzer and its data are loaded at the first call, so that the window can
        show the article before. `engine` names the tagger of names; without it the
        best one that is installed runs, and `Analysis.engine` says which. Where
        `transliterate` is false, spellings that differ in letters are names of two.

        Raises:
            EngineError: the engine that was asked for cannot run.
        """
        from reader import engines  # noqa: PLC0415 - see above
        from reader.core import pipeline  # noqa: PLC0415 - see above
        from reader.resources import everything  # noqa: PLC0415 - see above

        lexicon = everything.load()
        if not transliterate:
            lexicon = replace(lexicon, entities=replace(lexicon.entities, transliterations={}))
        return pipeline.analyze(
            document,
            lexicon,
            reference_date,
            tagger=engines.load(engine or engines.default()[0]),
            keep_repeats=keep_repeats,
            corrections=corrections,
            progress=progress,
        )

    def notebook(self, document: Document) -> Notebook:
        """Return what the reader keeps of an article; see `reader.notebooks.load`.

        Raises:
            NotebookError: it is damaged or cannot be read.
        """
        return notebooks.load(document)

    def keep_notebook(self, document: Document, notebook: Notebook) -> Kept:
        """Write what the reader keeps of an article; see `reader.notebooks.save`.

        Raises:
            NotebookError: it cannot be written.
        """
        return notebooks.save(document, notebook)

    def redisplay(self, document: Document) -> Document:
        """Return an article as it is read, where its letters stand as they were drawn."""
        return redisplayed(document)

    def export(self, analysis: Analysis, name: str) -> bytes:
        """Return the analysis in the form of that name; see `reader.export.FORMATS`."""
        return format_named(name).write(analysis)

    def write(self, path: Path, data: bytes) -> None:
        """Write what was exported into a file, whole or not at all.

        Raises:
            UnreadableError: the file cannot be written.
        """
        try:
            replace_file(path, data)
        except OSError as error:
            raise UnreadableError(str(path), f"cannot be written: {error.strerror}") from error

    def export_notes(self, analysis: Analysis, notebook: Notebook, headings: Headings) -> bytes:
        """Return the reader's notes as Markdown, under headings in the reader's language."""
        return utf8(notes_markdown(analysis.document, analysis.sentences, notebook, headings))


def _named(path: Path) -> tuple[Path, str | None]:
    """Part FILE#MEMBER where that is not itself the name of a file."""
    name = str(path)
    at = name.find(_MEMBER)
    while at > 0 and not _holds(path.exists):
        if _holds(Path(name[:at]).is_file):
            return Path(name[:at]), name[at + 1 :]
        at = name.find(_MEMBER, at + 1)
    return path, None


def _holds(asked: Callable[[], bool]) -> bool:
    """Ask something of a path; no where the system cannot even look (the name is too long)."""
    try:
        return asked()
    except OSError:
        return False


def _member(items: Iterator[Item], source: str, member: str) -> Iterator[Item]:
    """Yield the item of that name, or else of that number."""
    numbered: Item | None = None
    count = 0
    for item in items:
        count += 1
        if item.source == f"{source}{_MEMBER}{member}":
            yield item
            return
        if member == str(count):
            numbered = item
    yield numbered or InputError(source, f"there is no {_MEMBER}{member} in it, but {count} parts")


def _only(items: Iterator[Item], source: str) -> Document:
    """Return the one article of a file; see `Workspace.open`."""
    first: Document | None = None
    count = 0
    refused: list[InputError] = []
    for item in items:
        if isinstance(item, InputError):
            refused.append(item)
        else:
            first = first or item
            count += 1
    if count > 1:
        reason = f"it holds {count} articles; name one, as in {source}{_MEMBER}1"
        raise InputError(source, reason)
    if first is None:
        raise refused[0] if refused else InputError(source, "there is no article in it")
    notices = tuple(Notice("refused", str(error)) for error in refused)
    return replace(first, notices=first.notices + notices) if notices else first
