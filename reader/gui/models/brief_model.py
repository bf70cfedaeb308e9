"""The brief as rows, each of which leads to where the article tells it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.brief import Brief, Line, Piece, line_text

AnyIndex = QModelIndex | QPersistentModelIndex
RowKind = Literal["title", "fact", "heading", "line", "note"]


@dataclass(frozen=True, slots=True)
class BriefRow:
    """A row; a heading and the note lead nowhere."""

    kind: RowKind
    line: Line


class Role(IntEnum):
    """What `data` gives besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


def brief_rows(brief: Brief) -> tuple[BriefRow, ...]:
    """Return the rows of a brief from top to bottom."""
    rows = [BriefRow("title", brief.title), *(BriefRow("fact", line) for line in brief.facts)]
    for section in brief.sections:
        rows.append(BriefRow("heading", Line((Piece(section.title),))))
        rows += [BriefRow("line", line) for line in section.lines]
    return (*rows, BriefRow("note", Line((Piece(brief.note),))))


class BriefModel(QAbstractListModel):
    """One row per line of the brief."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[BriefRow, ...] = ()

    def show_brief(self, brief: Brief | None) -> None:
        """Show a brief, or nothing."""
        self.beginResetModel()
        self._rows = brief_rows(brief) if brief else ()
        self.endResetModel()

    @property
    def rows(self) -> tuple[BriefRow, ...]:
        """Every row."""
        return self._rows

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let headings be passed over by the keyboard."""
        if index.isValid() and self._rows[index.row()].kind == "heading":
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, or its words."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line_text(row.line)
        return None
