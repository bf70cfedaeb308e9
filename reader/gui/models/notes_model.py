"""The reader's notes, highlights and bookmarks as rows, in text order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QCoreApplication,
    Qt,
)

from reader.core.normalize import fold
from reader.core.notebook import Bookmark, Highlight, Notebook
from reader.core.types import Sentence
from reader.gui.models import wording
from reader.gui.models.note_words import color_name, mark_name
from reader.gui.models.phrases import ltr
from reader.gui.models.rows_model import RowsModel

Mark = Highlight | Bookmark


class Role(IntEnum):
    """What `data` gives besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    FOLDED = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One mark of the reader's.

    Attributes:
        sentence: the number of its sentence from 1, 0 where it is not known.
        lost: whether the text no longer has its words there.
        folded: all that a search looks in.
    """

    mark: Mark
    sentence: int
    lost: bool
    folded: str

    @property
    def note(self) -> str:
        """What the reader wrote, empty for a mark alone."""
        return self.mark.note if isinstance(self.mark, Highlight) else ""


def note_rows(notebook: Notebook, text: str, sentences: Sequence[Sentence]) -> tuple[NoteRow, ...]:
    """Return a row for each mark in text order."""
    marks: list[Mark] = [*notebook.highlights, *notebook.bookmarks]
    marks.sort(key=lambda m: (m.span, isinstance(m, Bookmark)))
    starts = sorted(s.span.start for s in sentences)
    return tuple(_row(mark, text, starts) for mark in marks)


def _row(mark: Mark, text: str, starts: Sequence[int]) -> NoteRow:
    note = mark.note if isinstance(mark, Highlight) else ""
    return NoteRow(
        mark,
        bisect_right(starts, mark.span.start),
        mark.span.of(text) != mark.words,
        fold(f"{mark.words}\n{note}"),
    )


def row_lines(row: NoteRow) -> tuple[str, ...]:
    """Return a row's words: those of the article, the note, and what is known of the mark."""
    lines = [wording.quoted(" ".join(row.mark.words.split()))]
    if row.note:
        lines.append(wording.isolate(" ".join(row.note.split())))
    lines.append(_facts(row))
    return tuple(lines)


def _facts(row: NoteRow) -> str:
    facts = [mark_name(row.mark)]
    if isinstance(row.mark, Highlight):
        facts.append(color_name(row.mark.color))
    if row.sentence:
        pattern = QCoreApplication.translate("Notes", "sentence {number}")
        facts.append(pattern.format(number=wording.isolate(str(row.sentence))))
    facts.append(ltr(row.mark.written[:10]))
    if row.lost:
        gone = QCoreApplication.translate("Notes", "the text no longer has these words here")
        facts.append(f"⚠ {gone}")
    return " · ".join(fact for fact in facts if fact)


class NotesModel(RowsModel[NoteRow]):
    """A row for each mark."""

    def told(self, row: NoteRow, role: int) -> object:
        """Return the row, or its words."""
        if role == Role.ROW:
            return row
        if role == Role.FOLDED:
            return row.folded
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(row_lines(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return wording.join(row_lines(row))
        return None
