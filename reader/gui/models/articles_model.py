"""The articles of a library as rows: all their numbers at once, what is told of each when seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QObject, Qt

from reader.gui.models import wording
from reader.gui.models.rows_model import AnyIndex

if TYPE_CHECKING:
    from reader.libraries import Row, Snippet

_PAGE = 40  # rows that are asked of the library at once
_PAGES = 50  # that are kept

Told = tuple["Row", "Snippet | None"]
Tell = Callable[[Sequence[int]], Sequence[Told]]


class Role(IntEnum):
    """What `data` gives besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    SNIPPET = Qt.ItemDataRole.UserRole + 2


def nothing(_ids: Sequence[int]) -> Sequence[Told]:
    """Tell of no article."""
    return ()


class ArticlesModel(QAbstractListModel):
    """One row for each article of a list, however long it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[int, ...] = ()
        self._tell: Tell = nothing
        self._pages: dict[int, dict[int, Told]] = {}

    @property
    def ids(self) -> tuple[int, ...]:
        """The numbers of all articles, in the order of the rows."""
        return self._ids

    def show(self, ids: tuple[int, ...], tell: Tell) -> None:
        """Show these articles; `tell` gives what is to be told of some of them, in any order."""
        self.beginResetModel()
        self._ids, self._tell, self._pages = ids, tell, {}
        self.endResetModel()

    def refresh(self, ids: Iterable[int]) -> None:
        """Ask anew what is told of some articles."""
        changed = set(ids)
        for page, told in list(self._pages.items()):
            if not changed.isdisjoint(told):
                del self._pages[page]
                first, last = page * _PAGE, min(len(self._ids), (page + 1) * _PAGE) - 1
                self.dataChanged.emit(self.index(first), self.index(last))

    def retranslate(self) -> None:
        """Tell the views that every wording may have changed."""
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of articles."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the Row, what of the text answers the search, or words for them."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        told = self._told(index.row())
        if told is None:
            return None
        row, snippet = told
        if role == Role.ROW:
            return row
        if role == Role.SNIPPET:
            return snippet
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.marked(row.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return summary(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return wording.plain_tip(f"{wording.marked(row.title)}\n{details(row)}")
        return None

    def _told(self, at: int) -> Told | None:
        page, article = at // _PAGE, self._ids[at]
        if page not in self._pages:
            while len(self._pages) >= _PAGES:
                del self._pages[next(iter(self._pages))]
            ids = self._ids[page * _PAGE : (page + 1) * _PAGE]
            self._pages[page] = {told[0].id: told for told in self._tell(ids)}
        return self._pages[page].get(article)


def details(row: Row) -> str:
    """Write when an article is of, where it is from, and its tags."""
    day = wording.day_text(row.day) if row.day else ""
    site = wording.isolate(wording.marked(row.site or row.source))
    tags = " ".join(wording.isolate(f"#{wording.marked(tag)}") for tag in row.tags)
    return " · ".join(part for part in (day, site, tags) if part)


def summary(row: Row) -> str:
    """Tell of an article in one sentence, for screen readers."""
    unread = QCoreApplication.translate("Library", "not read yet") if row.unread else ""
    parts = (wording.isolate(wording.marked(row.title)), details(row).replace(" · ", "، "), unread)
    return wording.join(part for part in parts if part)
