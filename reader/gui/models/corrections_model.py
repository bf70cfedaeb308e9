"""The corrections of an article as rows, the last one first."""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum

from PySide6.QtCore import (
    QCoreApplication,
    Qt,
)

from reader.core.corrections.types import Correction, Corrections
from reader.gui.models.correction_words import correction_text
from reader.gui.models.rows_model import RowsModel

_LOST = "⚠ "


class Role(IntEnum):
    """What `data` gives besides Qt's own roles."""

    CORRECTION = Qt.ItemDataRole.UserRole + 1
    LOST = Qt.ItemDataRole.UserRole + 2


class CorrectionsModel(RowsModel[tuple[Correction, bool]]):
    """A row for each correction, and whether its place is gone, which it says then."""

    def show(self, corrections: Corrections, lost: Collection[Correction]) -> None:
        """Show these corrections; `lost` are those of them that found no place."""
        gone = {id(c) for c in lost}
        self.set_rows((c, id(c) in gone) for c in reversed(corrections))

    def told(self, row: tuple[Correction, bool], role: int) -> object:
        """Return the correction, or what it says."""
        correction, lost = row
        if role == Role.CORRECTION:
            return correction
        if role == Role.LOST:
            return lost
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{_LOST if lost else ''}{correction_text(correction)}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            told = correction_text(correction)
            gone = QCoreApplication.translate("Corrections", "the text no longer has this place")
            return f"{told} ({gone})" if lost else told
        return None
