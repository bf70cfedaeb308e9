"""The names of the article, grouped by type, with a filter and a way through their mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from reader.gui.models import wording
from reader.gui.models.entities_model import (
    TYPES,
    EntitiesFilter,
    EntitiesModel,
    EntityRow,
    Role,
)
from reader.gui.models.index import AnalysisIndex
from reader.gui.views.entity_delegate import EntityDelegate
from reader.gui.views.panel_parts import (
    EmptyStack,
    Stepper,
    apply_theme,
    is_enter,
    offer,
    title_label,
)

if TYPE_CHECKING:
    from reader.gui.theme import Theme


class NameTree(QTreeView):
    """A tree of one column whose rows are as tall as their words need.

    Attributes:
        pressed_at: where the pointer last went down, in the viewport.

    Signals:
        enter_pressed: Enter or Return on the current row.
    """

    enter_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pressed_at = QPoint()
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # A bar that comes with the rows would have them all measured twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep where the pointer went down, for rows that have several targets."""
        self.pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def option_of(self, index: QModelIndex) -> QStyleOptionViewItem:
        """Return how a row is drawn now."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return option

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows again for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Report Enter; leave the rest to Qt."""
        if is_enter(event):
            self.enter_pressed.emit()
            return
        super().keyPressEvent(event)


class EntitiesPanel(QWidget):
    """Shows what the article names; a click goes to the first mention, again to the next.

    Signals:
        entity_selected: id of the Entity that the user chose; not sent for words
            that name no entity (most positions and counts).
        mention_activated: id of the Mention to go to.
        mentions_selected: ids (tuple) of all mentions of the chosen row, sent for
            every row, before the other two.
        menu_wanted: the context menu of a row before it is shown, and the ids (tuple) of its
            mentions: for others to add entries.
        split_wanted: id of an Entity and the form of its name that is to be another's.
    """

    entity_selected = Signal(str)
    mention_activated = Signal(str)
    mentions_selected = Signal(object)
    menu_wanted = Signal(QMenu, object)
    split_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaded = False
        self._current: tuple[EntityRow, int | None] | None = None
        self._closed: set[str] = set()  # types whose names the reader put away
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._retranslate()

    def _make_widgets(self) -> None:
        self.model = EntitiesModel(self)
        self.filter = EntitiesFilter(self.model, self)
        self.view = NameTree()
        self.view.setModel(self.filter)
        self.delegate = EntityDelegate(self)
        self.view.setItemDelegate(self.delegate)
        self.stack = EmptyStack(self.view)
        self.title, self.stepper = title_label(), Stepper()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.order = QComboBox()
        self.order.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.stepper)
        choice = QHBoxLayout()
        choice.addWidget(self.search, 1)
        choice.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(choice)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.view.clicked.connect(self._on_clicked)
        self.view.expanded.connect(self._on_toggled)
        self.view.collapsed.connect(self._on_toggled)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.enter_pressed.connect(lambda: self._activate(self.view.currentIndex()))
        self.stepper.stepped.connect(self._step)
        self.stack.button.clicked.connect(self.search.clear)
        self.search.textChanged.connect(self._on_filtered)
        self.order.currentIndexChanged.connect(
            lambda: self.model.set_order(self.order.currentData() or "count")
        )

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show the names of an analysis; None while there is no article."""
        self._loaded = index is not None
        self.delegate.forget()
        self._set_current(None)
        self.model.show_index(index)
        self._show_counts()  # before the rows are measured: the view has its width when it shows
        self._open_groups()

    def set_theme(self, theme: Theme) -> None:
        """Show the panel in the colors of `theme`."""
        apply_theme(self, theme)
        self.delegate.colors = {kind: theme.highlight(kind) for kind in TYPES}
        self.view.viewport().update()

    def select_entity(self, entity_id: str, mention_id: str | None = None) -> None:
        """Show the row of an entity and count from `mention_id`, without going anywhere.

        A filter that hides the row is cleared; an unknown id changes nothing.
        """
        source = self.model.find(entity_id)
        if not source.isValid():
            return
        if not self.filter.mapFromSource(source).isValid():
            self.search.clear()
        row: EntityRow = source.data(Role.ROW)
        known = mention_id in row.mentions
        self._set_current(row, row.mentions.index(str(mention_id)) if known else None)
        index = self.filter.mapFromSource(source)
        self.view.expand(index.parent())
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def selected_mentions(self) -> tuple[str, ...]:
        """Return the ids of all mentions of the current row, in text order."""
        return self._current[0].mentions if self._current else ()

    def next_mention(self) -> None:
        """Go to the next mention of the current row, after the last to the first."""
        self._step(1)

    def previous_mention(self) -> None:
        """Go to the mention before, before the first to the last."""
        self._step(-1)

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language or the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self.delegate.forget()
            self.view.scheduleDelayedItemsLayout()

    def _on_clicked(self, index: QModelIndex) -> None:
        """Split a form off where its button was pressed; else go to the row."""
        option = self.view.option_of(index)
        form = self.delegate.form_at(option, index, self.view.pressed_at)
        if form:
            self.split_wanted.emit(index.data(Role.ROW).id, form)
        else:
            self._activate(index)

    def _open_menu(self, at: QPoint) -> None:
        row = self.view.indexAt(at).data(Role.ROW)
        if isinstance(row, EntityRow):
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.menu_wanted.emit(menu, row.mentions)
            if not menu.isEmpty():
                menu.popup(self.view.viewport().mapToGlobal(at))

    def _activate(self, index: QModelIndex) -> None:
        row = index.data(Role.ROW) if index.isValid() else None
        if not isinstance(row, EntityRow):
            self.view.setExpanded(index, not self.view.isExpanded(index))
            return
        if self._current and self._current[0].id == row.id:
            self._step(1)
            return
        self._set_current(row, 0)
        self.mentions_selected.emit(row.mentions)
        if row.entity:
            self.entity_selected.emit(row.id)
        self.mention_activated.emit(row.mentions[0])

    def _step(self, by: int) -> None:
        if self._current is None:
            self._activate(self.view.currentIndex())
            return
        row, at = self._current
        first = 0 if by > 0 else -1
        position = (first if at is None else at + by) % len(row.mentions)
        self._set_current(row, position)
        self.mention_activated.emit(row.mentions[position])

    def _set_current(self, row: EntityRow | None, position: int | None = None) -> None:
        self._current = (row, position) if row else None
        self.delegate.set_position(row.id if row else None, position)
        self.stepper.show_position(position, len(row.mentions) if row else 0)
        self.view.viewport().update()

    def _open_groups(self) -> None:
        """Open the types that the reader has not closed; all while a filter is looking in them."""
        closed = set(self._closed)  # opening all is told as if the reader did it
        self.view.expandAll()
        self._closed = closed
        if self.search.text().strip():
            return
        for row in range(self.filter.rowCount()):
            group = self.filter.index(row, 0)
            if group.data(Role.GROUP) in closed:
                self.view.collapse(group)

    def _on_toggled(self, group: QModelIndex) -> None:
        """Remember what is closed by hand, over other articles too."""
        if self.search.text().strip():
            return
        change = self._closed.discard if self.view.isExpanded(group) else self._closed.add
        change(group.data(Role.GROUP))

    def _on_filtered(self, text: str) -> None:
        self.filter.set_text(text)
        self._open_groups()
        self._show_counts()

    def _show_counts(self) -> None:
        groups = [self.filter.index(row, 0) for row in range(self.filter.rowCount())]
        shown = sum(self.filter.rowCount(group) for group in groups)
        title = self.tr("Names")
        self.title.setText(f"{title} {wording.isolate(str(shown))}" if shown else title)
        hidden = self.model.rowCount() and not shown
        self.stack.show_words(
            "" if shown else self._empty_words(), self.tr("Clear the filter") if hidden else ""
        )

    def _empty_words(self) -> str:
        if not self._loaded:
            return self.tr("Open an article to see whom and what it names.")
        if self.model.rowCount():
            return self.tr("No name matches the filter.")
        return self.tr("No names were found in this article.")

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Filter names"))
        self.search.setAccessibleName(self.tr("Filter names"))
        self.view.setAccessibleName(self.tr("Names in the article"))
        self.order.setAccessibleName(self.tr("Order of names"))
        self.order.setToolTip(self.tr("Order of names"))
        self.stepper.set_names(self.tr("Previous mention (Shift+F3)"), self.tr("Next mention (F3)"))
        self._offer_orders()
        self._show_counts()
        self.delegate.forget()
        self.model.retranslate()

    def _offer_orders(self) -> None:
        choices = ((self.tr("By count"), "count"), (self.tr("In text order"), "text"))
        offer(self.order, choices)
