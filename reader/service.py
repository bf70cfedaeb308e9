"""The verbs of the application, for the command line and the window alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from reader import notebooks
from reader.core.corrections.types import Corrections
from reader.core.notebook import Headings, Notebook
from reader.core.types import Analysis, Document
from reader.errors import EngineError, InputError, UnreadableError
from reader.export import format_named
from reader.export.encoding import utf8
from reader.export.notes import notes_markdown
from reader.files import replace_file
from reader.formats import kinds, text
from reader.formats.base import redisplayed
from reader.notebooks import Kept
from reader.resources import seed

SUFFIXES = frozenset({".txt", ".text"})


def _silent(_stage: str) -> None:
    """Report nothing."""


class Workspace:
    """Opens and analyzes articles. It holds no state and may be used from any thread."""

    def open(self, path: Path) -> Document:
        """Read the article at `path`; InputError says what is wrong with it."""
        return text.load(path)

    def open_bytes(self, data: bytes, source: str) -> Document:
        """Read an article that came as bytes; `source` names it in errors."""
        return text.decode(data, source)

    def open_text(self, words: str) -> Document:
        """Take text that was pasted or dropped; InputError where there is none."""
        if not words.strip():
            raise InputError("clipboard", "there is no text in it; copy an article first")
        return text.from_text(words)

    def formats(self) -> tuple[kinds.Format, ...]:
        """Return the formats that are read, in the order in which a file is asked for its own."""
        return kinds.FORMATS

    def seed(self) -> Path:
        """Return the article that the program opens first."""
        return seed()

    def articles(self, path: Path) -> Iterator[Path]:
        """Yield `path`, or the text files below it where it is a folder, by name.

        Raises:
            InputError: the folder holds no text file.
        """
        if not path.is_dir():
            yield path
            return
        found = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
        if not found:
            raise InputError(str(path), "there is no .txt file in this folder")
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
