"""A reader's notes as Markdown: each with its sentence, address and day."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.core.corrections.places import SentenceFinder
from reader.core.notebook import Bookmark, Headings, Highlight, Notebook
from reader.core.types import Document, Sentence
from reader.export.markup import line


def address(document: Document, sentence: str) -> str:
    """Return the address of a sentence of an article."""
    return f"qari://{document.id}#{sentence}"


def notes_markdown(
    document: Document, sentences: Sequence[Sentence], notebook: Notebook, headings: Headings
) -> str:
    """Return the notes, highlights and bookmarks in text order.

    Words of the article and of the reader are escaped and isolated, so that neither their
    characters nor their direction disturb what is around them.
    """
    writer = _Writer(document, sentences, headings)
    marks: list[Highlight | Bookmark] = [*notebook.highlights, *notebook.bookmarks]
    marks.sort(key=lambda m: m.span)
    name = document.title or Path(document.source or "").name or document.text.strip()
    return "\n".join([f"# {line(name)}\n", *(writer.entry(mark) for mark in marks)])


class _Writer:
    def __init__(
        self, document: Document, sentences: Sequence[Sentence], headings: Headings
    ) -> None:
        self._document = document
        self._headings = headings
        self._sentences = {s.id: s.span for s in sentences}
        self._finder = SentenceFinder(sentences)

    def entry(self, mark: Highlight | Bookmark) -> str:
        """Return one note with its heading, sentence, words, text and address."""
        sentence = self._finder.at(mark.span)
        whole = self._sentences.get(sentence, mark.span)
        parts = [f"## {self._title(mark)} · {mark.written[:10]}"]
        parts.append(f"> {line(whole.of(self._document.text))}")
        if mark.span != whole:
            parts.append(f"**{line(mark.words)}**")
        if isinstance(mark, Highlight) and mark.note:
            parts.append(_block(mark.note))
        if sentence:
            parts.append(f"<{address(self._document, sentence)}>")
        return "\n\n".join(parts) + "\n"

    def _title(self, mark: Highlight | Bookmark) -> str:
        words = self._headings
        if isinstance(mark, Bookmark):
            return words.bookmark
        kind = words.note if mark.note else words.highlight
        return f"{kind} ({words.colors[mark.color]})"


def _block(words: str) -> str:
    """Return words of several lines, each by itself."""
    lines = words.strip().splitlines()
    return "  \n".join(map(line, lines))
