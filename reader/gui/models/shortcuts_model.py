"""Every action with its keys, as a table that can be searched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QKeySequence

from reader.core.normalize import fold
from reader.gui.actions import Command, keys_of, plain_words
from reader.gui.menus import MENU_OF
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate

_HEADS = (
    QT_TRANSLATE_NOOP("ShortcutsModel", "Action"),
    QT_TRANSLATE_NOOP("ShortcutsModel", "Keys"),
    QT_TRANSLATE_NOOP("ShortcutsModel", "Menu"),
)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def native(keys: str) -> str:
    """Return keys as the system writes them, in their own order inside any line."""
    written = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"\u2066{written}\u2069" if written else ""


class ShortcutsModel(QAbstractTableModel):
    """Rows are actions; columns what they are called, their keys and their menu."""

    def __init__(self, commands: Sequence[Command], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(commands)
        self._shown = self._all
        self._keys: Mapping[str, str] = {}
        self._query = ""

    def set_keys(self, chosen: Mapping[str, str]) -> None:
        """Show the keys that the user chose."""
        self._keys = chosen
        self._tell_changed()

    def set_query(self, query: str) -> None:
        """Show the actions whose words or keys hold every word of the query."""
        self.beginResetModel()
        self._query = query
        wanted = fold(query.lower()).split()
        self._shown = tuple(c for c in self._all if all(w in self._words(c) for w in wanted))
        self.endResetModel()

    def retranslate(self) -> None:
        """Show the words of the interface's language."""
        if self._query:
            self.set_query(self._query)
        self._tell_changed()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_HEADS) - 1)

    def _tell_changed(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, len(_HEADS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _words(self, command: Command) -> str:
        words = (plain_words(command.text), plain_words(command.tip), self.keys(command))
        return fold(" ".join(words).lower())

    def command(self, row: int) -> Command:
        """Return the action of a row."""
        return self._shown[row]

    def keys(self, command: Command) -> str:
        """Return the keys of an action now."""
        return keys_of(command, self._keys)

    def row_of(self, name: str) -> int:
        """Return the row of an action, or -1 where it is not shown."""
        return next((row for row, c in enumerate(self._shown) if c.name == name), -1)

    def other_with(self, keys: str, command: Command) -> Command | None:
        """Return another action that has these keys, or None."""
        wanted = QKeySequence(keys)
        if not keys:
            return None
        others = (c for c in self._all if c.name != command.name)
        return next((c for c in others if wanted in self._sequences(c)), None)

    def _sequences(self, command: Command) -> list[QKeySequence]:
        keys = self.keys(command)
        more = command.more_keys if keys == command.keys else ()
        return [QKeySequence(k) for k in (keys, *more) if k]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of actions shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, or what the action does as its tool tip."""
        if not index.isValid():
            return None
        command = self._shown[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_words(command.tip)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        cells = (
            isolate(plain_words(command.text)),
            native(self.keys(command)),
            plain_words(MENU_OF[command.name].text),
        )
        return cells[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("ShortcutsModel", _HEADS[section])
        return super().headerData(section, orientation, role)
