"""The sentences of chosen mentions or events, each once, with where its words lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QCoreApplication,
    Qt,
)

from reader.core.types import Analysis, Span
from reader.gui.models import wording
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.rows_model import RowsModel


class Role(IntEnum):
    """What `data` gives besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """A sentence and the chosen words in it.

    Attributes:
        number: of the sentence in the text, from 1.
        text: the sentence as written.
        found: (id, span in `text`) of each mention or trigger, in text order.
        repeats: how many copies of the sentence are folded away.
    """

    id: str
    number: int
    text: str
    found: tuple[tuple[str, Span], ...]
    repeats: int


def sentence_rows(index: AnalysisIndex, ids: Sequence[str]) -> tuple[SentenceRow, ...]:
    """Return the sentences of mentions and events in text order; unknown ids are skipped."""
    places: dict[str, list[tuple[str, Span]]] = {}
    for identifier in dict.fromkeys(ids):
        if identifier in index.mentions:
            mention = index.mentions[identifier]
            places.setdefault(mention.sentence, []).append((identifier, mention.span))
        elif identifier in index.events:
            event = index.events[identifier]
            places.setdefault(event.sentence, []).append((identifier, event.trigger))
    rows = [_row(index, s, found) for s, found in places.items() if s in index.sentences]
    return tuple(sorted(rows, key=lambda row: row.number))


def _row(index: AnalysisIndex, sentence: str, found: list[tuple[str, Span]]) -> SentenceRow:
    span = index.sentences[sentence].span
    inside = [(i, Span(s.start - span.start, s.end - span.start)) for i, s in found]
    return SentenceRow(
        id=sentence,
        number=index.sentence_numbers[sentence],
        text=index.words(span),
        found=tuple(sorted(inside, key=lambda pair: pair[1])),
        repeats=index.repeats.get(sentence, 0),
    )


class SentencesModel(RowsModel[SentenceRow]):
    """One row per sentence, in text order."""

    def show_ids(self, analysis: Analysis | None, ids: Sequence[str]) -> None:
        """Show the sentences of these mention or event ids."""
        self.set_rows(sentence_rows(AnalysisIndex(analysis), ids) if analysis else ())

    def told(self, row: SentenceRow, role: int) -> object:
        """Return the row, its text, or its number and text for a screen reader."""
        if role == Role.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{sentence_caption(row)}: {wording.isolate(row.text)}"
        return None


def sentence_caption(row: SentenceRow) -> str:
    """Write a sentence's number and whether it is repeated."""
    pattern = QCoreApplication.translate("Wording", "sentence {number}")
    caption = pattern.format(number=row.number)
    if not row.repeats:
        return caption
    return wording.join((caption, wording.repeat_count(row.repeats)))
