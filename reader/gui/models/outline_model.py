"""The headings of an article, to go to."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from reader.core.types import Block, Document
from reader.gui.models.phrases import isolate
from reader.gui.models.rows_model import RowsModel

_INDENT = "\u2003"  # a blank as wide as the font is high
_MOST = 160  # code points of a heading that are shown


class Role(IntEnum):
    """What `data` gives besides Qt's own roles."""

    SPAN = Qt.ItemDataRole.UserRole + 1


class OutlineModel(RowsModel[Block]):
    """A row for each heading, set in by its level."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""

    def show_document(self, document: Document) -> None:
        """Show the headings of another article."""
        self._text = document.text
        self.set_rows(b for b in document.blocks if b.kind in {"title", "heading"})

    def told(self, row: Block, role: int) -> object:
        """Return a heading's words or its place."""
        if role == Role.SPAN:
            return row.span
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            words = " ".join(row.span.of(self._text)[: 2 * _MOST].split())
            shown = words if len(words) <= _MOST else f"{words[:_MOST]}…"
            blank = _INDENT * row.level if role == Qt.ItemDataRole.DisplayRole else ""
            return f"{blank}{isolate(shown)}"
        return None
