"""The corrections of an article as rows, the last one first."""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from reader.core.corrections.types import Correction, Corrections
from reader.gui.models.correction_words import correction_text

AnyIndex = QModelIndex | QPersistentModelIndex
_LOST = "⚠ "


class Role(IntEnum):
    """What `data` gives besides Qt's own roles."""

    CORRECTION = Qt.ItemDataRole.UserRole + 1
    LOST = Qt.ItemDataRole.UserRole + 2


class CorrectionsModel(QAbstractListModel):
    """A row for each correction; those whose place is gone say so."""

    def __init__(self) -> None:
        super().__init__()
        self._corrections: Corrections = ()
        self._lost: frozenset[int] = frozenset()

    def show(self, corrections: Corrections, lost: Collection[Correction]) -> None:
        """Show these corrections; `lost` are those of them that found no place."""
        gone = {id(c) for c in lost}
        self.beginResetModel()
        self._corrections = tuple(reversed(corrections))
        self._lost = frozenset(n for n, c in enumerate(self._corrections) if id(c) in gone)
        self.endResetModel()

    def retranslate(self) -> None:
        """Tell the views that every wording may have changed."""
        if self._corrections:
            self.dataChanged.emit(self.index(0), self.index(len(self._corrections) - 1))

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of corrections."""
        return 0 if parent is not None and parent.isValid() else len(self._corrections)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the correction, or what it says."""
        if not index.isValid() or index.row() >= len(self._corrections):
            return None
        correction = self._corrections[index.row()]
        lost = index.row() in self._lost
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
