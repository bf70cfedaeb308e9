"""The events of the article, a card each, with filters and an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.models import wording
from reader.gui.models.cards import EventCard
from reader.gui.models.events_model import (
    EventsFilter,
    EventsModel,
    Order,
    actor_counts,
    status_counts,
    type_counts,
)
from reader.gui.models.index import AnalysisIndex
from reader.gui.views.card_delegate import CardDelegate
from reader.gui.views.choice_button import ChoiceButton
from reader.gui.views.flow import PairLayout
from reader.gui.views.panel_parts import (
    EmptyStack,
    RowList,
    Stepper,
    apply_theme,
    offer,
    title_label,
)

if TYPE_CHECKING:
    from reader.gui.theme import Theme


class EventsSidebar(QWidget):
    """Shows each event once, however often the article tells it.

    A click or Enter goes to the first mention, the same again to the next.

    Signals:
        event_activated: id of the Event (the mention) to go to.
        widened: events are no longer narrowed to some; nothing has yet changed.
        menu_wanted: the context menu of a card before it is shown, and the ids (tuple) of its
            events: for others to add entries.
    """

    event_activated = Signal(str)
    widened = Signal()
    menu_wanted = Signal(QMenu, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaded = False
        self._current: tuple[str, int] | None = None
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._retranslate()

    def _make_widgets(self) -> None:
        self.model = EventsModel(self)
        self.filter = EventsFilter(self)
        self.filter.setSourceModel(self.model)
        self.view = RowList()
        self.view.setModel(self.filter)
        self.delegate = CardDelegate(self)
        self.view.setItemDelegate(self.delegate)
        self.stack = EmptyStack(self.view)
        self.title, self.stepper = title_label(), Stepper()
        self.search, self.narrowed = QLineEdit(), QPushButton()
        self.narrowed.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.narrowed.hide()
        self.search.setClearButtonEnabled(True)
        self.types, self.statuses = ChoiceButton(), ChoiceButton()
        self.actors, self.order = QComboBox(), QComboBox()
        for box in (self.actors, self.order):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(8)  # the longest choice that is no name

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.stepper)
        choices = PairLayout(gap=4, lines=4)
        for choice in (self.types, self.statuses, self.actors, self.order):
            choices.addWidget(choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.narrowed)
        column.addLayout(choices)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.view.clicked.connect(self._activate)
        self.view.enter_pressed.connect(lambda: self._activate(self.view.currentIndex()))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.stepper.stepped.connect(self._step)
        self.stack.button.clicked.connect(self.clear_filters)
        self.search.textChanged.connect(self.filter.set_text)
        self.narrowed.clicked.connect(self.widen)
        self.types.chosen.connect(self.filter.set_types)
        self.statuses.chosen.connect(self.filter.set_statuses)
        self.actors.currentIndexChanged.connect(
            lambda: self.filter.set_actor(self.actors.currentData())
        )
        self.order.currentIndexChanged.connect(self._on_order)
        for changed in (self.filter.rowsInserted, self.filter.rowsRemoved, self.filter.modelReset):
            changed.connect(self._show_counts)

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show the events of an analysis; None while there is no article."""
        self._loaded = index is not None
        self.delegate.forget()
        self._set_current(None)
        self.widen()
        self.model.show_index(index)
        self._offer_choices()
        self._show_counts()

    def set_theme(self, theme: Theme) -> None:
        """Show the panel in the colors of `theme`."""
        apply_theme(self, theme)
        self.delegate.forget()
        self.view.scheduleDelayedItemsLayout()

    def select_event(self, event_id: str) -> None:
        """Show the card and mention that the event is, without going to it again.

        Filters that hide the card are cleared; an unknown id changes nothing.
        """
        card = next((card for card in self.model.cards if event_id in card.events), None)
        if card is None:
            return
        if self._row_of(card) is None:
            self.clear_filters()
        self._set_current(card, card.events.index(event_id))
        index = self.filter.index(self._row_of(card) or 0, 0)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def current_event(self) -> tuple[str, ...]:
        """Return the id of the event that was gone to last, if any."""
        if self._current is None:
            return ()
        name, position = self._current
        return next(
            (card.events[position : position + 1] for card in self.model.cards if card.id == name),
            (),
        )

    def keep_event(self, event_id: str) -> None:
        """Show that an event is the current one, where its card is; nothing moves."""
        card = next((card for card in self.model.cards if event_id in card.events), None)
        row = self._row_of(card) if card else None
        if card is not None and row is not None:
            self._set_current(card, card.events.index(event_id))
            self.view.setCurrentIndex(self.filter.index(row, 0))

    def narrow(self, cards: frozenset[str], words: str) -> None:
        """Keep only the events of these ids; `words` say on a button that clears it which."""
        self.filter.set_only(cards)
        self.narrowed.setText(f"{words}  ✕")
        self.narrowed.setAccessibleName(
            self.tr("Show all events again, not only: {which}").format(which=words)
        )
        self.narrowed.setToolTip(wording.plain_tip(self.narrowed.accessibleName()))
        self.narrowed.show()

    def widen(self) -> None:
        """Show the other events too."""
        if self.narrowed.isHidden():
            return
        self.narrowed.hide()
        self.filter.set_only(None)
        self.widened.emit()

    def clear_filters(self) -> None:
        """Show every event again."""
        self.widen()
        self.search.clear()
        self.types.clear()
        self.statuses.clear()
        self.actors.setCurrentIndex(0)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language or the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self.delegate.forget()
            self.view.scheduleDelayedItemsLayout()

    def _row_of(self, card: EventCard) -> int | None:
        rows = range(self.filter.rowCount())
        return next((row for row in rows if self.filter.card(row).id == card.id), None)

    def _activate(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        card = self.filter.card(index.row())
        again = self._current is not None and self._current[0] == card.id
        self._go_to(card, self._current[1] + 1 if again and self._current else 0)

    def _open_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        if index.isValid():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.menu_wanted.emit(menu, self.filter.card(index.row()).events)
            if not menu.isEmpty():
                menu.popup(self.view.viewport().mapToGlobal(at))

    def _step(self, by: int) -> None:
        index = self.view.currentIndex()
        if not index.isValid():
            index = self.filter.index(0, 0)
            self.view.setCurrentIndex(index)
        card = self.filter.card(index.row())
        at = self._current[1] if self._current and self._current[0] == card.id else -1
        self._go_to(card, max(at, 0) + by if at >= 0 else 0)

    def _go_to(self, card: EventCard, position: int) -> None:
        position %= len(card.events)
        self._set_current(card, position)
        self.event_activated.emit(card.events[position])

    def _on_order(self) -> None:
        order: Order = self.order.currentData() or "text"
        self.filter.set_order(order)
        self.model.set_order(order)
        self.view.scheduleDelayedItemsLayout()  # a group's first card has a heading

    def _set_current(self, card: EventCard | None, position: int = 0) -> None:
        self._current = (card.id, position) if card else None
        self.delegate.set_position(card.id if card else None, position)
        self.stepper.show_position(
            position if card else None, len(card.events) if card else self.filter.rowCount()
        )
        self.view.viewport().update()

    def _offer_choices(self) -> None:
        cards = self.model.cards
        types, statuses = type_counts(cards), status_counts(cards)
        self.types.set_choices(
            self.tr("Type"),
            {kind: f"{wording.event_type_name(kind)} ({n})" for kind, n in types.items()},
        )
        self.statuses.set_choices(
            self.tr("Status"),
            {status: f"{wording.status_name(status)} ({n})" for status, n in statuses.items()},
        )
        self._offer_actors()

    def _offer_actors(self) -> None:
        kept = self.actors.currentData()
        self.actors.blockSignals(True)
        self.actors.clear()
        self.actors.addItem(self.tr("Everyone"), None)
        for name, count in actor_counts(self.model.cards).items():
            self.actors.addItem(f"{wording.isolate(name)} ({count})", name)
        self.actors.setCurrentIndex(max(0, self.actors.findData(kept)) if kept else 0)
        self.actors.blockSignals(False)
        self.filter.set_actor(self.actors.currentData())

    def _show_counts(self) -> None:
        shown, known = self.filter.rowCount(), self.model.rowCount()
        count = f"{shown} / {known}" if shown != known else str(known)
        title = self.tr("Events")
        self.title.setText(f"{title} {wording.isolate(count)}" if known else title)
        hidden = known and not shown
        self.stack.show_words(
            "" if shown else self._empty_words(), self.tr("Clear filters") if hidden else ""
        )
        if self._current is None:
            self.stepper.show_position(None, shown)

    def _empty_words(self) -> str:
        if not self._loaded:
            return self.tr("Open an article to see what happened in it.")
        if self.model.rowCount():
            return self.tr("No event meets the filters.")
        return self.tr("No events were found in this article. Its names are in the entities panel.")

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Filter events by words"))
        self.search.setAccessibleName(self.tr("Filter events by words"))
        self.view.setAccessibleName(self.tr("Events of the article"))
        self.actors.setAccessibleName(self.tr("Who takes part"))
        self.actors.setToolTip(self.tr("Who takes part"))
        self.order.setAccessibleName(self.tr("Order of events"))
        self.order.setToolTip(self.tr("Order of events"))
        self.stepper.set_names(self.tr("Previous mention"), self.tr("Next mention"))
        self._offer_orders()
        self._offer_choices()
        self._show_counts()
        self.delegate.forget()
        self.model.retranslate()

    def _offer_orders(self) -> None:
        choices = (
            (self.tr("Text order"), "text"),
            (self.tr("By date"), "date"),
            (self.tr("By type"), "type"),
        )
        offer(self.order, choices)
