"""The lines of a concordance as rows of a table."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QObject,
    Qt,
)

from reader.core.normalize import fold
from reader.gui.models import wording
from reader.gui.models.concordance import Concordance, Line
from reader.gui.models.rows_model import AnyIndex


class Column(IntEnum):
    """The columns in the order of reading."""

    NUMBER = 0
    BEFORE = 1
    WORD = 2
    AFTER = 3
    REPEATS = 4


class Role(IntEnum):
    """What `data` gives besides Qt's own roles."""

    LINE = Qt.ItemDataRole.UserRole + 1


class ConcordanceModel(QAbstractTableModel):
    """One row per place; sorting by a column of context goes by the words next to the keyword."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._concordance: Concordance | None = None
        self._lines: list[Line] = []

    def show_lines(self, concordance: Concordance | None, lines: tuple[Line, ...]) -> None:
        """Show these lines, in their own order."""
        self.beginResetModel()
        self._concordance, self._lines = concordance, list(lines)
        self.endResetModel()

    @property
    def lines(self) -> list[Line]:
        """Every line, in the order that is shown."""
        return self._lines

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of places."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line, or the words of one column."""
        if not index.isValid() or self._concordance is None or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Role.LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(line, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line, Column(index.column()))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return head()[section] if 0 <= section < len(Column) else None

    def retranslate(self) -> None:
        """Tell the views that every wording may have changed."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; places that it does not tell apart keep the order of the text."""
        if self._concordance is None or not 0 <= column < len(Column):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self._lines[index.row()] for index in before]
        self._lines.sort(key=lambda line: line.found)
        key = self._key(self._concordance, Column(column))
        self._lines.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)
        row_of = {line.found: row for row, line in enumerate(self._lines)}
        after = [
            self.index(row_of[line.found], index.column())
            for index, line in zip(before, kept, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _key(self, concordance: Concordance, column: Column) -> Callable[[Line], Any]:
        keys: dict[Column, Callable[[Line], Any]] = {
            Column.NUMBER: lambda line: line.found,
            Column.BEFORE: concordance.preceding,
            Column.WORD: lambda line: fold(line.word.of(concordance.text)),
            Column.AFTER: concordance.following,
            Column.REPEATS: lambda line: line.repeats,
        }
        return keys[column]

    def _words(self, line: Line, column: Column) -> str:
        concordance = self._concordance
        if concordance is None:
            return ""
        if column == Column.NUMBER:
            return str(line.number or "")
        if column == Column.REPEATS:
            return f"+{line.repeats}" if line.repeats else ""
        if column == Column.WORD:
            return line.word.of(concordance.text)
        return concordance.before(line) if column == Column.BEFORE else concordance.after(line)

    def _spoken(self, line: Line, column: Column) -> str:
        """Return a column's words for who hears them, the whole line in the first."""
        if column == Column.REPEATS:
            return wording.repeat_count(line.repeats)
        if column != Column.NUMBER:
            return self._words(line, column)
        pattern = QCoreApplication.translate("Wording", "sentence {number}")
        parts = (Column.BEFORE, Column.WORD, Column.AFTER)
        words = "".join(self._words(line, part) for part in parts)
        return f"{pattern.format(number=line.number)}: {wording.isolate(words)}"


def head() -> tuple[str, ...]:
    """Return the names of the columns."""
    return (
        QCoreApplication.translate("Concordance", "Sentence"),
        QCoreApplication.translate("Concordance", "Before"),
        QCoreApplication.translate("Concordance", "Words"),
        QCoreApplication.translate("Concordance", "After"),
        QCoreApplication.translate("Concordance", "Copies"),
    )
