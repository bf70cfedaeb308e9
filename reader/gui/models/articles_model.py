"""The articles of a library as rows, each fetched when it comes in sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QObject, Qt, QTimer, Signal

from reader.errors import ReaderError
from reader.gui.models.library_words import row_facts, row_spoken
from reader.gui.models.phrases import isolate, plain_tip
from reader.gui.models.rows_model import AnyIndex

if TYPE_CHECKING:
    from reader.libraries import Hit, Row

_PAGE = 50  # rows that are fetched at once
_PAGES = 40  # that are held
_SNIPPETS = 40  # that are asked for at once, the last in sight
Fetch = Callable[[Sequence[int]], Sequence["Row"]]


class Role(IntEnum):
    """What `data` gives besides Qt's own roles."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of the list, and where it has what was asked; None until that is known."""

    row: Row
    hit: Hit | None


class ArticlesModel(QAbstractListModel):
    """A row for each number of an article.

    Signals:
        hits_wanted: the numbers of articles in sight whose words are not known yet.
        failed: the ReaderError of rows that cannot be read; they are empty.
    """

    hits_wanted = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[int, ...] = ()
        self._fetch: Fetch = lambda _ids: ()
        self._pages: OrderedDict[int, dict[int, Row]] = OrderedDict()
        self._hits: OrderedDict[int, Hit] = OrderedDict()
        self._wanted: dict[int, None] = {}
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)

    @property
    def ids(self) -> tuple[int, ...]:
        """The numbers of the articles, in the order of the rows."""
        return self._ids

    def show_ids(self, ids: Sequence[int], fetch: Fetch) -> None:
        """Show these articles; `fetch` gives the rows of those in sight."""
        self.beginResetModel()
        self._ids, self._fetch = tuple(ids), fetch
        self._pages.clear()
        self._hits.clear()
        self._wanted.clear()
        self.endResetModel()

    def refresh(self) -> None:
        """Fetch the rows anew: what is marked on them may have changed."""
        known = list(self._pages)
        self._pages.clear()
        for page in known:
            rows = self._rows_of(page)
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))

    def retranslate(self) -> None:
        """Tell the views that every wording may have changed."""
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def take_hits(self, hits: Iterable[Hit]) -> None:
        """Show where articles have what was asked."""
        found = {hit.row.id: hit for hit in hits}
        self._hits.update(found)
        while len(self._hits) > _PAGE * _PAGES:
            self._hits.popitem(last=False)
        rows = [row for page in self._pages for row in self._rows_of(page)]
        shown = [row for row in rows if self._ids[row] in found]
        if shown:
            self.dataChanged.emit(self.index(min(shown)), self.index(max(shown)))

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of articles."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row tells in a role; None where the article is gone."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role not in _ROLES:
            return None
        row = self._row(index.row())
        if row is None:
            return None
        if role == Role.ENTRY:
            return Entry(row, self._hit(row.id))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{isolate(row.title)}\n{row_facts(row)}")
        return row_spoken(row) if role == Qt.ItemDataRole.AccessibleTextRole else row.title

    def _row(self, at: int) -> Row | None:
        page = at // _PAGE
        if page not in self._pages:
            self._pages[page] = self._fetched(page)
            if len(self._pages) > _PAGES:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page].get(self._ids[at])

    def _rows_of(self, page: int) -> range:
        return range(page * _PAGE, min((page + 1) * _PAGE, len(self._ids)))

    def _fetched(self, page: int) -> dict[int, Row]:
        ids = [self._ids[row] for row in self._rows_of(page)]
        try:
            return {row.id: row for row in self._fetch(ids)}
        except ReaderError as error:
            self.failed.emit(error)
            return {}

    def _hit(self, article: int) -> Hit | None:
        if article in self._hits:
            return self._hits[article]
        self._wanted[article] = None
        if not self._asking.isActive():
            self._asking.start()
        return None

    def _ask(self) -> None:
        wanted = [article for article in self._wanted if article not in self._hits]
        self._wanted.clear()
        if wanted:
            self.hits_wanted.emit(wanted[-_SNIPPETS:])


_ROLES = frozenset(
    {
        Role.ENTRY,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)
