"""The library beside the article: its articles, a search over them, filters and their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.models.articles_model import ArticlesModel, Entry, Role
from reader.gui.models.library_words import fault_text, sort_names, syntax_text, work_text
from reader.gui.models.phrases import (
    QT_TRANSLATE_NOOP,
    isolate,
    ltr,
    plain_tip,
    say_count,
)
from reader.gui.shelf import Shelf
from reader.gui.shelf_work import Progress
from reader.gui.theme import Theme
from reader.gui.views.articles_delegate import ArticlesDelegate
from reader.gui.views.articles_list import ArticlesList
from reader.gui.views.library_filters import LibraryFilters, groups_of
from reader.gui.views.panel_parts import EmptyStack, offer

if TYPE_CHECKING:
    from reader.libraries import Hit, Library, Results, Sort

_PAUSE = 250  # milliseconds after a letter until it is looked for
_MOST = 40  # sources, tags or types in a menu


class LibraryPanel(QWidget):
    """Lists what a library has, and asks for what the user wants of it.

    Attributes:
        filters: the menu of what articles can be filtered by.

    Signals:
        open_wanted, tab_wanted: the number of an article.
        read_wanted: numbers, and whether they are read.
        tag_wanted, remove_wanted: numbers.
        untag_wanted: numbers, and the tag to be taken from them.
        menu_wanted: the menu of articles before it is shown, and their numbers.
        failed: the ReaderError of what cannot be read.
        dropped: paths of files and folders that were dropped on it.
    """

    dropped = Signal(object)
    open_wanted = Signal(int)
    tab_wanted = Signal(int)
    read_wanted = Signal(object, bool)
    tag_wanted = Signal(object)
    remove_wanted = Signal(object)
    untag_wanted = Signal(object, str)
    menu_wanted = Signal(QMenu, object)
    failed = Signal(object)

    def __init__(self, shelf: Shelf, actions: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self.setAcceptDrops(True)
        self._asked = 0
        self._question = ""
        self._results: Results | None = None
        self.model = ArticlesModel(self)
        self._make(actions)
        self._lay_out()
        self._connect()
        self._retranslate()
        self._on_opened()

    # -- making ------------------------------------------------------------------------------

    def _make(self, actions: QMenu) -> None:
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.order = QComboBox()
        self.order.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.order.setMinimumContentsLength(6)
        self.filter_button, self.menu_button = QToolButton(), QToolButton()
        for button in (self.filter_button, self.menu_button):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.filters = LibraryFilters(lambda: bool(self.question()), self.filter_button)
        self.filter_button.setMenu(self.filters)
        self.menu_button.setMenu(actions)
        self.menu_button.setText("⋯")
        self.view = ArticlesList()
        self.view.setModel(self.model)
        self.delegate = ArticlesDelegate(self)
        self.view.setItemDelegate(self.delegate)
        self.stack = EmptyStack(self.view)
        self.notice, self.count, self.work = _label(), _label(), _label()
        self.notice.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(8)
        self.stop_button = QToolButton()
        self.stop_button.setAutoRaise(True)
        self.stop_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.go_on_button = QPushButton()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.addWidget(self.order, 1)
        tools.addWidget(self.filter_button)
        tools.addWidget(self.menu_button)
        self.busy = QWidget()
        busy = QHBoxLayout(self.busy)
        busy.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.addWidget(self.work)
        words.addWidget(self.progress)
        busy.addLayout(words, 1)
        busy.addWidget(self.stop_button)
        self.busy.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 4)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addLayout(tools)
        column.addWidget(self.notice)
        column.addWidget(self.go_on_button)
        column.addWidget(self.stack, 1)
        column.addWidget(self.busy)
        column.addWidget(self.count)

    def _connect(self) -> None:
        shelf, view = self._shelf, self.view
        shelf.opened.connect(self._on_opened)
        shelf.changed.connect(self._on_changed)
        shelf.marked.connect(self.model.refresh)
        shelf.progressed.connect(self._show_progress)
        self.stop_button.clicked.connect(shelf.cancel)
        self.go_on_button.clicked.connect(self._go_on)
        self.search.textChanged.connect(lambda _words: self._pause.start())
        self.search.returnPressed.connect(self._on_enter)
        self._pause.timeout.connect(self.look)
        self.order.currentIndexChanged.connect(lambda _index: self.look())
        self.filters.changed.connect(self.look)
        self.filters.clear_wanted.connect(self.clear)
        self.stack.button.clicked.connect(self.clear)
        self.model.hits_wanted.connect(self._ask_hits)
        self.model.failed.connect(self.failed, Qt.ConnectionType.QueuedConnection)
        view.clicked.connect(self._on_clicked)
        view.enter_pressed.connect(lambda: self._open(view.currentIndex()))
        view.tab_wanted.connect(self._open_in_tab)
        view.delete_pressed.connect(lambda: self.remove_wanted.emit(self.chosen()))
        view.customContextMenuRequested.connect(self._show_menu)

    def _go_on(self) -> None:
        """Go on with what was cut short, or with the analysis that waits."""
        if self._shelf.unfinished:
            self._shelf.take_in(())
        else:
            self._shelf.analyze()

    # -- what is dropped ---------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders of this machine where the library can be written."""
        library = self._shelf.library
        if _paths(event.mimeData()) and (library is None or not library.read_only):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for what was dropped to be taken in."""
        event.acceptProposedAction()
        self.dropped.emit(_paths(event.mimeData()))

    # -- what is shown -----------------------------------------------------------------------

    def _on_opened(self) -> None:
        self.filters.forget()
        self.filters.groups = {}
        self._results = None
        self.model.show_ids((), lambda _ids: ())
        self._show_words()
        self.look()

    def _on_changed(self) -> None:
        self.filters.groups = {}
        self.look()

    def question(self) -> str:
        """Return what is asked for: the filters, and the words in the field."""
        return f"{self.filters.question()} {self.search.text().strip()}".strip()

    def look(self) -> None:
        """Ask the library anew."""
        self._pause.stop()
        question, sort = self.question(), self._sort()
        self._asked += 1
        asked = self._asked

        def work(library: Library) -> Results:
            return library.search.ids(question, sort, ascending=sort == "title")

        def done(found: Results) -> None:
            if asked == self._asked:
                self._show_found(question, found)

        self._shelf.read(work, done, self.failed.emit)

    def _show_found(self, question: str, found: Results) -> None:
        library = self._shelf.library
        if library is None:
            return
        before = self.current()
        self._question, self._results = question, found
        self.model.show_ids(found.ids, library.articles.rows)
        if not self.filters.groups:  # they take seconds over many analyses: the list is there first
            self._shelf.read(groups_of, self.filters.take_groups, self.failed.emit)
        if before in found.ids:
            self.select(before)
        elif found.ids:
            self.view.setCurrentIndex(self.model.index(0))
        self._show_words()

    def _show_words(self) -> None:
        shelf = self._shelf
        self._show_notice()
        self._show_count()
        is_open = shelf.library is not None
        if shelf.error is not None:
            self.stack.show_words(fault_text(shelf.error))
        elif not is_open:
            self.stack.show_words("" if shelf.is_opening else self._first_words())
        elif self._results is None or self._results.ids:
            self.stack.show_words("")
        elif self._question:
            self.stack.show_words(self.tr("No article answers this."), self.tr("Show all articles"))
        else:
            self.stack.show_words(self._first_words())

    def _first_words(self) -> str:
        return self.tr(
            "Nothing is kept yet. Keep the article that you read with Ctrl+Alt+K, or take in"
            " files and folders by the menu ⋯."
        )

    def _show_notice(self) -> None:
        library = self._shelf.library
        lines = []
        if library is not None and library.read_only:
            lines.append(self.tr("This library can only be read; nothing is kept in it."))
        if library is not None and library.damaged:
            lines.append(self.tr("Some of what you kept is damaged. A backup may still have it."))
        unknown = self._results.unknown if self._results else ()
        if unknown:
            words = self.tr("Looked for as words: {parts}")
            lines.append(words.format(parts=isolate(" ".join(unknown))))
        self.go_on_button.setText(
            self.tr("Go on taking files in")
            if self._shelf.unfinished
            else self.tr("Go on with the analysis")
        )
        waits = bool(self._shelf.unfinished) or self._shelf.is_paused
        can_go_on = waits and self._shelf.progress is None
        self.go_on_button.setVisible(can_go_on and library is not None and not library.read_only)
        self.notice.setText("\n".join(lines))
        self.notice.setToolTip(plain_tip(library.notice if library is not None else ""))
        self.notice.setVisible(bool(lines))

    def _show_count(self) -> None:
        found = len(self._results.ids) if self._results else 0
        self.count.setText(say_count(QT_TRANSLATE_NOOP("Wording", "%n article(s)"), found))
        self.count.setVisible(self._shelf.library is not None and self._results is not None)
        chosen = self.filters.count
        words = self.tr("Filter")
        self.filter_button.setText(f"{words} {ltr(f'({chosen})')}" if chosen else words)

    def _show_progress(self, progress: Progress | None) -> None:
        self.busy.setVisible(progress is not None)
        self._show_notice()
        if progress is not None:
            self.work.setText(work_text(progress))
            self.progress.setRange(0, progress.of)
            self.progress.setValue(progress.done)
            self.stop_button.setVisible(progress.kind in {"import", "analyze", "feeds"})
            pauses = progress.kind == "analyze"
            self.stop_button.setText(self.tr("Pause") if pauses else self.tr("Stop"))

    def _ask_hits(self, ids: Sequence[int]) -> None:
        question, asked = self._question, self._asked

        def done(hits: Sequence[Hit]) -> None:
            if asked == self._asked:
                self.model.take_hits(hits)

        self._shelf.read(lambda library: library.articles.hits(question, ids), done, _nothing)

    # -- what is chosen ----------------------------------------------------------------------

    def current(self) -> int | None:
        """Return the number of the article that is current in the list."""
        row = self.view.currentIndex().row()
        return self.model.ids[row] if 0 <= row < len(self.model.ids) else None

    def chosen(self) -> tuple[int, ...]:
        """Return the numbers of the articles that are chosen, in their order."""
        rows = sorted(index.row() for index in self.view.selectedIndexes())
        return tuple(self.model.ids[row] for row in rows if row < len(self.model.ids))

    def select(self, article: int | None) -> None:
        """Make an article the current one, where it is in the list."""
        if article in self.model.ids:
            index = self.model.index(self.model.ids.index(article))
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def _on_enter(self) -> None:
        """Look at once, and go to the list."""
        self.look()
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_clicked(self, index: QModelIndex) -> None:
        if len(self.view.selectedIndexes()) == 1:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.open_wanted.emit(self.model.ids[index.row()])

    def _open_in_tab(self, index: QModelIndex) -> None:
        if index.isValid():
            self.tab_wanted.emit(self.model.ids[index.row()])

    def _show_menu(self, at: QPoint) -> None:
        ids = self.chosen()
        if not ids:
            return
        menu = QMenu(self.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu, ids)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def fill_menu(self, menu: QMenu, ids: Sequence[int]) -> None:
        """Offer what can be done with articles."""
        library = self._shelf.library
        can_write = library is not None and not library.read_only
        entry = self.view.currentIndex().data(Role.ENTRY)
        unread = isinstance(entry, Entry) and entry.row.unread
        read = self.tr("Mark as read") if unread else self.tr("Mark as unread")
        choices: tuple[tuple[str, Callable[[], object], bool], ...] = (
            (self.tr("Open"), lambda: self.open_wanted.emit(ids[0]), True),
            (self.tr("Open in a new tab"), lambda: self.tab_wanted.emit(ids[0]), True),
            (read, lambda: self.read_wanted.emit(ids, unread), can_write),
            (self.tr("Tag…"), lambda: self.tag_wanted.emit(ids), can_write),
            (
                self.tr("Take out of the library…"),
                lambda: self.remove_wanted.emit(ids),
                can_write,
            ),
        )
        for words, call, enabled in choices:
            action = menu.addAction(words)
            action.setEnabled(enabled)
            action.triggered.connect(lambda _checked=False, call=call: call())
        for tag in entry.row.tags if isinstance(entry, Entry) and can_write else ():
            words = self.tr("Take the tag {tag} off").format(tag=isolate(f"#{tag}"))
            off = menu.addAction(words.replace("&", "&&"))
            off.triggered.connect(partial(self._untag, ids, tag))
        menu.addSeparator()
        self.menu_wanted.emit(menu, tuple(ids))

    def _untag(self, ids: Sequence[int], tag: str, *_: object) -> None:
        self.untag_wanted.emit(ids, tag)

    # -- filters -----------------------------------------------------------------------------

    def _sort(self) -> Sort:
        sort: Sort = self.order.currentData() or "day"
        return sort

    def clear(self) -> None:
        """Show all articles again."""
        self.filters.forget()
        self.search.clear()
        self.look()

    # -- the window --------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Show the colors of another theme."""
        self.delegate.theme = theme
        self.view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search the library"))
        self.search.setAccessibleName(self.tr("Search the library"))
        self.search.setToolTip(plain_tip(syntax_text()))
        self.view.setAccessibleName(self.tr("Articles of the library"))
        self.order.setAccessibleName(self.tr("Order"))
        self.menu_button.setToolTip(self.tr("More of the library"))
        self.menu_button.setAccessibleName(self.tr("More of the library"))
        self._show_progress(self._shelf.progress)
        offer(self.order, ((name, sort) for sort, name in sort_names().items()))
        self.model.retranslate()
        self._show_words()


def _paths(data: QMimeData) -> tuple[Path, ...]:
    """Return the files and folders of this machine that are dragged."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def _nothing(_error: object) -> None:
    """Leave rows without words where those cannot be read; opening one tells why."""
