"""Lines of a page as rows."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from reader.gui.models.across_lines import Line, line_text
from reader.gui.models.rows_model import RowsModel


class Role(IntEnum):
    """What `data` gives besides Qt's own roles."""

    LINE = Qt.ItemDataRole.UserRole + 1


class LinesModel(RowsModel[Line]):
    """One row per line; a heading cannot be chosen."""

    def told(self, row: Line, role: int) -> object:
        """Return the line, or its words."""
        if role == Role.LINE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line_text(row)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let the keyboard pass over headings."""
        line = index.data(Role.LINE) if index.isValid() else None
        if line is not None and line.kind == "heading":
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)
