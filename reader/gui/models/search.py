"""The folded search of the panels: no hamza, no marks, no article."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSortFilterProxyModel

from reader.core.clitics import ARTICLE
from reader.core.normalize import fold
from reader.gui.models.rows_model import AnyIndex


class FoldedQuery:
    """Words that must all be somewhere in a folded text, whatever their order.

    Only the query loses its article: what is left of it lies in the text with
    or without one, so «المغرب» finds «مغرب», «المغرب» and «للمغرب».
    """

    def __init__(self, text: str = "") -> None:
        self._words = tuple(_bare(word) for word in fold(text).split())

    def __bool__(self) -> bool:
        return bool(self._words)

    def matches(self, folded: str) -> bool:
        """Tell whether every word is in `folded`; an empty query is in everything."""
        return all(word in folded for word in self._words)


class FoldedFilter(QSortFilterProxyModel):
    """The rows that have the words of a search in what they give, folded, for a role."""

    def __init__(self, role: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._query = FoldedQuery()

    def set_text(self, words: str) -> None:
        """Keep only what has these words."""
        self.beginFilterChange()
        self._query = FoldedQuery(words)
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: AnyIndex) -> bool:
        """Tell whether a row has the words."""
        folded = self.sourceModel().index(source_row, 0, source_parent).data(self._role)
        return isinstance(folded, str) and self._query.matches(folded)


def _bare(word: str) -> str:
    rest = word.removeprefix(ARTICLE)
    return rest if len(rest) > 1 else word
