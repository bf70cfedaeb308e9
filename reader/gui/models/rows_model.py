"""A list of values as rows: what the models of the panels share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.gui.models.phrases import plain_tip

AnyIndex = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


class RowsModel(QAbstractListModel, Generic[Row]):
    """A row for each value; `told` says what is shown of one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every value, in the order of the rows."""
        return self._rows

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show these values in the place of those before."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def sort_rows(self, key: Callable[[Row], Any]) -> None:
        """Show the same values in another order; what is current in a view stays so."""
        self.layoutAboutToBeChanged.emit()
        order = sorted(range(len(self._rows)), key=lambda at: key(self._rows[at]))
        now_at = {before: now for now, before in enumerate(order)}
        kept = self.persistentIndexList()
        self._rows = tuple(self._rows[at] for at in order)
        self.changePersistentIndexList(kept, [self.index(now_at[i.row()]) for i in kept])
        self.layoutChanged.emit()

    def retranslate(self) -> None:
        """Tell the views that every wording may have changed."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of values."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row tells in a role, None where there is no such row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        told = self.told(self._rows[index.row()], role)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(told, str):
            return plain_tip(told)
        return told

    def told(self, row: Row, role: int) -> object:
        """Return what is told of one value in a role."""
        raise NotImplementedError
