"""All that the palette can do or go to, found by a few letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reader.core.normalize import fold
from reader.gui.models.cards import event_cards
from reader.gui.models.entities_model import entity_rows
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate

_KINDS = {
    "action": QT_TRANSLATE_NOOP("PaletteModel", "action"),
    "entity": QT_TRANSLATE_NOOP("PaletteModel", "name"),
    "event": QT_TRANSLATE_NOOP("PaletteModel", "event"),
    "paragraph": QT_TRANSLATE_NOOP("PaletteModel", "paragraph"),
    "file": QT_TRANSLATE_NOOP("PaletteModel", "file"),
}
_MOST = 200  # rows; who sees more types another letter
_WORDS = 90  # characters of a paragraph
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that the palette offers.

    Attributes:
        kind: action, entity, event, paragraph or file.
        key: the action's name, the id of an entity or an event, an offset, a path.
        words: what it is called.
        detail: keys, a type, a number.
        folded: what is searched, by the comparison key.
    """

    kind: str
    key: str
    words: str
    detail: str
    folded: str

    @property
    def name(self) -> str:
        """What it is kept by among the recent ones."""
        return f"{self.kind}:{self.words if self.kind == 'entity' else self.key}"


def entry(kind: str, key: str, words: str, detail: str = "", more: str = "") -> Entry:
    """Return an entry that is found by its words and by `more`."""
    return Entry(kind, key, words, detail, fold(f"{words} {more}"))


def index_entries(index: AnalysisIndex) -> list[Entry]:
    """Return the names and the events of an analysis, in text order."""
    names = [
        Entry("entity", row.mentions[0], row.name, f"×{len(row.mentions)}", row.folded)
        for row in entity_rows(index)
        if row.entity is not None
    ]
    events = [
        Entry("event", card.events[0], card.label, "", card.folded) for card in event_cards(index)
    ]
    return names + events


def paragraph_entries(text: str) -> list[Entry]:
    """Return the paragraphs of a text by their first words, each with its number."""
    found, offset, number = [], 0, 0
    for line in text.split("\n"):
        words = line[:_WORDS].strip()
        if words:
            number += 1
            found.append(entry("paragraph", str(offset), words, f"¶{number}"))
        offset += len(line) + 1
    return found


class PaletteModel(QAbstractListModel):
    """The entries that hold every word of the query, the recent ones first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._shown: list[Entry] = []
        self._recent: dict[str, int] = {}

    def set_entries(self, entries: Iterable[Entry], recent: Sequence[str]) -> None:
        """Offer these; `recent` names those that were chosen last, the newest first."""
        self._entries = list(entries)
        self._recent = {name: place for place, name in enumerate(recent)}
        self.set_query("")

    def set_query(self, query: str) -> None:
        """Show what holds every word of `query`, best first."""
        wanted = fold(query).split()
        found = [e for e in self._entries if all(word in e.folded for word in wanted)]
        found.sort(key=lambda e: self._rank(e, wanted))
        self.beginResetModel()
        self._shown = found[:_MOST]
        self.endResetModel()

    def _rank(self, entry: Entry, wanted: Sequence[str]) -> tuple[int, int, int]:
        """Return less for what was chosen before, then for what begins with the query."""
        recent = self._recent.get(entry.name, len(self._recent))
        if not wanted:
            return recent, 0, 0
        first = wanted[0]
        words = entry.folded.split()
        starts = 0 if entry.folded.startswith(first) else 1
        inside = 0 if any(w.removeprefix("ال").startswith(first) for w in words) else 1
        named = 0 if first in fold(entry.words) else 2
        return recent, named + starts + inside, len(entry.words)

    def entry(self, row: int) -> Entry:
        """Return the entry of a row."""
        return self._shown[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of entries shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of an entry, or its kind and detail as its tool tip."""
        if not index.isValid():
            return None
        entry = self._shown[index.row()]
        kind = QCoreApplication.translate("PaletteModel", _KINDS[entry.kind])
        if role == Qt.ItemDataRole.DisplayRole:
            return isolate(entry.words)
        if role == Qt.ItemDataRole.UserRole:
            return f"{kind}  {isolate(entry.detail)}" if entry.detail else kind
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{isolate(entry.words)}. {kind}. {isolate(entry.detail)}"
        return None
