"""The events of an analysis as rows, and the choice and order of what is shown."""

from __future__ import annotations

from collections import Counter
from datetime import date
from enum import IntEnum
from typing import Literal

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QSortFilterProxyModel,
    Qt,
)

from reader.core.types import EventType
from reader.gui.models import wording
from reader.gui.models.cards import EventCard, event_cards, event_summary
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.rows_model import AnyIndex, RowsModel
from reader.gui.models.search import FoldedQuery

Order = Literal["text", "date", "type"]


class Role(IntEnum):
    """What `data` gives besides Qt's own roles."""

    CARD = Qt.ItemDataRole.UserRole + 1
    HEADING = Qt.ItemDataRole.UserRole + 2


class EventsModel(RowsModel[EventCard]):
    """One row per event cluster, in text order, by date (undated ones last) or by type."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order: Order = "text"

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show the events of an analysis, or none."""
        cards = event_cards(index) if index else ()
        self.set_rows(cards if self._order == "text" else sorted(cards, key=self._key))

    def set_order(self, order: Order) -> None:
        """Sort by the place in the text, by the first day, or by the type."""
        self._order = order
        self.sort_rows(self._key)

    def _key(self, card: EventCard) -> tuple[date, int, int]:
        day = card.first_day if self._order == "date" else date.min
        kind = wording.event_types().index(card.type) if self._order == "type" else 0
        return day or date.max, kind, card.offset

    @property
    def cards(self) -> tuple[EventCard, ...]:
        """Every card, in the order of the rows."""
        return self.rows

    def told(self, row: EventCard, role: int) -> object:
        """Return the card, its label or its one-sentence summary."""
        if role == Role.CARD:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.marked(row.label)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return event_summary(row)
        return None


class EventsFilter(QSortFilterProxyModel):
    """The events that meet the filters.

    By date and by type they are grouped: the first of each group has a heading.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._types: frozenset[str] | None = None
        self._statuses: frozenset[str] | None = None
        self._actor: str | None = None
        self._only: frozenset[str] | None = None
        self._query = FoldedQuery()
        self._order: Order = "text"

    def set_types(self, types: frozenset[str] | None) -> None:
        """Keep only events of these types; None keeps all."""
        self.beginFilterChange()
        self._types = types
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def set_statuses(self, statuses: frozenset[str] | None) -> None:
        """Keep only events of these statuses; None keeps all."""
        self.beginFilterChange()
        self._statuses = statuses
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def set_actor(self, actor: str | None) -> None:
        """Keep only events in which this name takes part; None keeps all."""
        if actor == self._actor:
            return
        self.beginFilterChange()
        self._actor = actor
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def set_only(self, cards: frozenset[str] | None) -> None:
        """Keep only the events of these ids; None keeps all."""
        self.beginFilterChange()
        self._only = cards
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def set_text(self, text: str) -> None:
        """Keep only events that tell of these words, folded, in any order."""
        self.beginFilterChange()
        self._query = FoldedQuery(text)
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def set_order(self, order: Order) -> None:
        """Group by date or by type, as the source is sorted; not in text order."""
        self._order = order

    @property
    def filters(self) -> bool:
        """Tell whether any filter is set."""
        return bool(self._query) or any(
            kept is not None for kept in (self._types, self._statuses, self._actor, self._only)
        )

    def card(self, row: int) -> EventCard:
        """Return the card of a visible row."""
        card = self.index(row, 0).data(Role.CARD)
        assert isinstance(card, EventCard)  # noqa: S101 - the source model holds nothing else
        return card

    def filterAcceptsRow(self, source_row: int, source_parent: AnyIndex) -> bool:
        """Tell whether the event meets every filter."""
        if not self.filters:
            return True
        card = self.sourceModel().index(source_row, 0, source_parent).data(Role.CARD)
        return (
            (self._types is None or card.type in self._types)
            and (self._only is None or card.id in self._only)
            and (self._statuses is None or card.status in self._statuses)
            and (self._actor is None or self._actor in card.people)
            and self._query.matches(card.folded)
        )

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the source gives; the heading of a group with the first of it."""
        if role == Role.HEADING:
            return self._heading(index)
        words = super().data(index, role)
        heading = self._heading(index) if role == Qt.ItemDataRole.AccessibleTextRole else ""
        return f"{heading}. {words}" if heading else words

    def _heading(self, index: AnyIndex) -> str:
        """Return the name of a card's group where the row above is in another, "" elsewhere."""
        if self._order == "text" or not index.isValid():
            return ""
        name = self._group(self.card(index.row()))
        above = self._group(self.card(index.row() - 1)) if index.row() else ""
        return "" if name == above else name

    def _group(self, card: EventCard) -> str:
        if self._order == "type":
            return wording.event_type_name(card.type)
        day = card.first_day
        if day is None:
            return QCoreApplication.translate("Wording", "without a date")
        pattern = QCoreApplication.translate("Wording", "{month} {year}")
        return pattern.format(month=wording.month_name(day.month), year=day.year)


def type_counts(cards: tuple[EventCard, ...]) -> dict[EventType, int]:
    """Return how many events there are of each type that occurs, in the types' own order."""
    counts = {kind: sum(card.type == kind for card in cards) for kind in wording.event_types()}
    return {kind: count for kind, count in counts.items() if count}


def status_counts(cards: tuple[EventCard, ...]) -> dict[wording.Status, int]:
    """Return how many events there are of each status that occurs, the surest first."""
    counts = {status: sum(c.status == status for c in cards) for status in wording.statuses()}
    return {status: count for status, count in counts.items() if count}


def actor_counts(cards: tuple[EventCard, ...]) -> dict[str, int]:
    """Return in how many events each name takes part, the busiest first."""
    return dict(Counter(name for card in cards for name in card.people).most_common())
