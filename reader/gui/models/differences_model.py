"""The differences between two copies as rows, those that change what is said first."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reader.gui.models import wording
from reader.gui.models.compare import Comparison, Difference, Kind
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say

AnyIndex = QModelIndex | QPersistentModelIndex
_KINDS: dict[Kind, str] = {
    "number": QT_TRANSLATE_NOOP("Compare", "number"),
    "name": QT_TRANSLATE_NOOP("Compare", "name"),
    "negation": QT_TRANSLATE_NOOP("Compare", "negation"),
    "words": QT_TRANSLATE_NOOP("Compare", "words"),
    "spelling": QT_TRANSLATE_NOOP("Compare", "spelling"),
    "signs": QT_TRANSLATE_NOOP("Compare", "punctuation"),
}


class Role(IntEnum):
    """What `data` gives besides Qt's own roles."""

    DIFFERENCE = Qt.ItemDataRole.UserRole + 1


class DifferencesModel(QAbstractListModel):
    """One row per difference."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._rows: tuple[Difference, ...] = ()

    def show_comparison(self, text: str, comparison: Comparison | None) -> None:
        """Show the differences of a comparison in `text`."""
        self.beginResetModel()
        self._text, self._rows = text, comparison.by_weight if comparison else ()
        self.endResetModel()

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Every difference, in the order of the rows."""
        return self._rows

    def retranslate(self) -> None:
        """Tell the views that every wording may have changed."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of differences."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the difference, or its words."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Role.DIFFERENCE:
            return row
        shown = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        )
        return difference_text(row, self._text) if role in shown else None


def difference_text(difference: Difference, text: str) -> str:
    """Write a difference: «number: 40 → 45»."""
    old, now = (" ".join(s.of(text).split()) for s in (difference.first, difference.copy))
    kind = say(_KINDS[difference.kind], "Compare")
    if old and now:
        pattern = QCoreApplication.translate("Compare", "{kind}: {old} → {new}")
    elif old:
        pattern = QCoreApplication.translate("Compare", "{kind}: − {old}")
    else:
        pattern = QCoreApplication.translate("Compare", "{kind}: + {new}")
    return pattern.format(kind=kind, old=wording.isolate(old), new=wording.isolate(now))
