"""The brief as rows, each of which leads to where the article tells it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from PySide6.QtCore import Qt

from reader.brief import Brief, Line, Piece, line_text
from reader.gui.models.rows_model import AnyIndex, RowsModel

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


class BriefModel(RowsModel[BriefRow]):
    """One row per line of the brief."""

    def show_brief(self, brief: Brief | None) -> None:
        """Show a brief, or nothing."""
        self.set_rows(brief_rows(brief) if brief else ())

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let headings be passed over by the keyboard."""
        if index.isValid() and self.rows[index.row()].kind == "heading":
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def told(self, row: BriefRow, role: int) -> object:
        """Return the row, or its words."""
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line_text(row.line)
        return None
