"""The articles of the library: a search, a list, and what is taken in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.types import Span
from reader.gui.models import wording
from reader.gui.models.articles_model import ArticlesModel, Role, details
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.offsets import Offsets
from reader.gui.theme import Theme, load_theme
from reader.gui.views.blocks import Direction, Frame, dim, sized
from reader.gui.views.entity_delegate import draw_ground
from reader.gui.views.panel_parts import EmptyStack, apply_theme, is_enter, title_label

if TYPE_CHECKING:
    from reader.libraries import Snippet

_PADDING, _GAP = 8.0, 2.0
_BEFORE = 24  # letters of context before the first hit
_WAIT = 150  # milliseconds after the last letter of a question


class ArticleList(QListView):
    """A list of articles, all rows of one height.

    Signals:
        enter_pressed: Enter or Return on the current row.
        removed: Delete on it.
    """

    enter_pressed = Signal()
    delete_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)

    def keyPressEvent(self, event: QEvent) -> None:
        """Report Enter and Delete; leave the rest to Qt."""
        if is_enter(event):
            self.enter_pressed.emit()
        elif event.key() == Qt.Key.Key_Delete:  # type: ignore[attr-defined]
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]


class LibraryPanel(QWidget):
    """Lists articles; Enter or a double click opens one.

    Signals:
        asked: the question that was typed or chosen, and the order ("day", "added", "title").
        article_activated: the number of the article to open.
        delete_wanted: the numbers (tuple) of the articles to be removed.
        menu_wanted: the context menu before it is shown, and the numbers (tuple) of its articles.
        filters_wanted: the menu of filters before it is shown.
        cancel_wanted: what is taken in shall stop.
    """

    asked = Signal(str, str)
    article_activated = Signal(int)
    delete_wanted = Signal(object)
    menu_wanted = Signal(QMenu, object)
    filters_wanted = Signal(QMenu)
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ArticlesModel(self)
        self.view = ArticleList()
        self.view.setModel(self.model)
        self.delegate = _ArticleDelegate(self)
        self.view.setItemDelegate(self.delegate)
        self.stack, self.title = EmptyStack(self.view), title_label()
        self.search, self.order, self.filters = QLineEdit(), QComboBox(), QToolButton()
        self.search.setClearButtonEnabled(True)
        self.order.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.filter_menu = QMenu(self)
        self.filters.setMenu(self.filter_menu)
        self.filters.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.actions_button = QToolButton()
        self.actions_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.notice, self.working = QLabel(), QLabel()
        for label in (self.notice, self.working):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.hide()
        self.bar, self.cancel_button = QProgressBar(), QToolButton()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(10)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._lay_out()
        self._connect()
        self.show_work("", 0, 0)
        self._retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.filters)
        head.addWidget(self.actions_button)
        choice = QHBoxLayout()
        choice.addWidget(self.search, 1)
        choice.addWidget(self.order)
        work = QHBoxLayout()
        work.addWidget(self.bar, 1)
        work.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 0)
        column.setSpacing(4)
        for row in (head, choice):
            column.addLayout(row)
        column.addWidget(self.notice)
        column.addWidget(self.stack, 1)
        column.addWidget(self.working)
        column.addLayout(work)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._timer.start)
        self.search.returnPressed.connect(self.ask)
        self._timer.timeout.connect(self.ask)
        self.order.currentIndexChanged.connect(self.ask)
        self.view.doubleClicked.connect(lambda _i: self._activate())
        self.view.enter_pressed.connect(self._activate)
        self.view.delete_pressed.connect(lambda: self.delete_wanted.emit(self.selected()))
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.stack.button.clicked.connect(self.search.clear)
        self.filter_menu.aboutToShow.connect(lambda: self.filters_wanted.emit(self.filter_menu))
        self.cancel_button.clicked.connect(self.cancel_wanted)

    def ask(self) -> None:
        """Ask the question that is in the field."""
        self._timer.stop()
        self.asked.emit(self.search.text(), self.order.currentData() or "day")

    def ask_for(self, words: str) -> None:
        """Put a question into the field and ask it at once."""
        self.search.setText(words)
        self.ask()

    def selected(self) -> tuple[int, ...]:
        """Return the numbers of the articles that are chosen in the list, in its order."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        return tuple(self.model.ids[row] for row in rows)

    def show_count(self, empty: str) -> None:
        """Show how many articles are listed, or `empty` where none is."""
        count = self.model.rowCount()
        title = self.tr("Library")
        self.title.setText(f"{title} {wording.isolate(str(count))}" if count else title)
        asked = bool(self.search.text().strip())
        self.stack.show_words(
            "" if count else empty, self.tr("Show all") if asked and not count else ""
        )

    def show_notice(self, words: str) -> None:
        """Show what the user must know of the library, "" for nothing."""
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def show_work(self, words: str, done: int, whole: int) -> None:
        """Show what is done in the background, "" for nothing."""
        self.working.setText(words)
        self.bar.setRange(0, whole)
        self.bar.setValue(done)
        for widget in (self.working, self.bar, self.cancel_button):
            widget.setVisible(bool(words))

    def set_theme(self, theme: Theme) -> None:
        """Show the panel in the colors of `theme`."""
        apply_theme(self, theme)
        self.delegate.theme = theme
        self.view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _activate(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self.article_activated.emit(self.model.ids[index.row()])

    def _open_menu(self, at: QPoint) -> None:
        chosen = self.selected()
        if chosen:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.menu_wanted.emit(menu, chosen)
            menu.popup(self.view.viewport().mapToGlobal(at))

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search the library"))
        self.search.setAccessibleName(self.tr("Search the library"))
        self.search.setToolTip(wording.plain_tip(self.tr(SYNTAX)))
        self.view.setAccessibleName(self.tr("Articles of the library"))
        self.order.setAccessibleName(self.tr("Order of articles"))
        self.order.setToolTip(self.tr("Order of articles"))
        self.filters.setText(self.tr("Show"))
        self.filters.setToolTip(self.tr("Show only some articles"))
        self.actions_button.setText(self.tr("Actions"))
        self.actions_button.setToolTip(self.tr("Take articles in, back up, and more"))
        self.cancel_button.setText(self.tr("Stop"))
        self.bar.setAccessibleName(self.tr("Progress"))
        kept = max(0, self.order.currentIndex())
        self.order.blockSignals(True)
        self.order.clear()
        for words, sort in (
            (self.tr("Newest first"), "day"),
            (self.tr("Last kept first"), "added"),
            (self.tr("By title"), "title"),
        ):
            self.order.addItem(words, sort)
        self.order.setCurrentIndex(kept)
        self.order.blockSignals(False)
        self.model.retranslate()


SYNTAX = QT_TRANSLATE_NOOP(
    "LibraryPanel",
    'All words must be there, in any spelling. "Words in quotes" follow one another; begin* is'
    " the beginning of a word; one OR other; -word must not be there. title: entity: event:"
    " place: source: tag: look only there; unread:yes; from:2017-10 to:2017-11-05.",
)


class _ArticleDelegate(QStyledItemDelegate):
    """Draws an article: its title, when and where it is from, and what answers the search."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = load_theme("light")

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt gives it
    ) -> QSize:
        """Return one height for all rows, with room for three lines."""
        font = option.font
        heights = (QFontMetricsF(f).height() for f in (font, *_small(font)))
        return QSize(10, round(sum(heights) + 2 * _PADDING + 2 * _GAP))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the lines of an article."""
        row, snippet = index.data(Role.ROW), index.data(Role.SNIPPET)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, option)
        if row is not None:
            frame = Frame(QRectF(option.rect), option.direction)
            ink, faint = option.palette.text().color(), dim(option.palette)
            width, y = frame.rect.width() - 2 * _PADDING, _PADDING
            title = sized(option.font, 1.0, bold=row.unread)
            none: tuple[Span, ...] = ()
            lines = [(wording.marked(row.title), title, ink, none)]
            small = sized(option.font, 0.86)
            lines.append((details(row), small, faint, none))
            if snippet is not None:
                words, hits = _around(snippet)
                lines.append((words, small, ink, hits))
            for words, font, color, hits in lines:
                painter.setPen(color)
                place = frame.place(_PADDING, y, width)
                y += _draw_line(
                    painter, place, words, font, option.direction, self._marks(words, hits)
                )
                y += _GAP
        painter.restore()

    def _marks(self, words: str, hits: Sequence[Span]) -> list[QTextLayout.FormatRange]:
        """Return how the hits in a line are painted."""
        offsets = Offsets(words)
        marks = []
        for hit in hits:
            mark = QTextLayout.FormatRange()
            mark.start = offsets.to_utf16(hit.start)
            mark.length = offsets.to_utf16(hit.end) - mark.start
            mark.format = QTextCharFormat()
            mark.format.setFontUnderline(True)
            mark.format.setBackground(self.theme.color("found"))
            marks.append(mark)
        return marks


def _around(snippet: Snippet) -> tuple[str, tuple[Span, ...]]:
    """Return the words from a little before the first hit on, and the hits in them."""
    words = snippet.words.replace("\n", " ")
    first = snippet.hits[0].start if snippet.hits else 0
    cut = words.find(" ", first - _BEFORE) + 1 if first > _BEFORE else 0
    lead = "…" if cut or snippet.cut_before else ""
    moved = len(lead) - cut
    return lead + words[cut:], tuple(
        Span(hit.start + moved, hit.end + moved) for hit in snippet.hits if hit.start >= cut
    )


def _small(font: QFont) -> tuple[QFont, QFont]:
    return sized(font, 0.86), sized(font, 0.86)


def _draw_line(
    painter: QPainter,
    place: QRectF,
    words: str,
    font: QFont,
    direction: Direction,
    marks: list[QTextLayout.FormatRange],
) -> float:
    """Draw one line, cut at the end of its place; return its height."""
    layout = _line(words, font, direction, place.width())
    fits = layout.lineAt(0).textLength()
    if fits < Offsets(words).to_utf16(len(words)):
        words = layout.text()[:fits].rstrip() + "…"
        layout = _line(words, font, direction, place.width())
    layout.draw(
        painter, place.topLeft(), [mark for mark in marks if mark.start + mark.length <= fits]
    )
    return float(layout.lineAt(0).height())


def _line(words: str, font: QFont, direction: Direction, width: float) -> QTextLayout:
    """Lay out what of the words fits into one line; they run as their own letters do."""
    rtl = direction == Direction.RightToLeft
    option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    option.setAlignment(option.alignment() | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(words, font)
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine().setLineWidth(width)
    layout.endLayout()
    return layout
