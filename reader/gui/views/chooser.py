"""The articles of a file that holds several, to choose from while it is still read."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QProgressBar,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.gui.models.contents_model import Role, count_words
from reader.gui.models.phrases import isolate
from reader.gui.models.search import FoldedFilter
from reader.gui.origin import Loaded
from reader.gui.theme import Theme
from reader.gui.views.blocks import Frame, TextBlock, dim, sized
from reader.gui.views.grounds import draw_ground
from reader.gui.views.panel_parts import EmptyStack, apply_theme, is_enter

_PADDING, _GAP = 12.0, 2.0
_WIDEST = 980  # pixels of the list in a wide window
_REFUSED_ROWS = 5


class ContentsList(QListView):
    """A list of rows of one height, however many there are.

    Signals:
        opened: Enter on rows, or a double click on one.
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Report Enter; leave the rest to Qt."""
        if is_enter(event):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class ContentsPage(QWidget):
    """Stands in the article's place until one is chosen.

    Signals:
        chosen: the rows of the model to open.
        article_wanted: back to the article that was in sight.
        cancel_wanted: leave off reading.
    """

    chosen = Signal(object)
    article_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loaded: Loaded | None = None
        self.title, self.count = QLabel(), QLabel()
        self.refused_title = QLabel()
        for label in (self.title, self.count, self.refused_title):
            label.setTextFormat(Qt.TextFormat.PlainText)
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        self.title.setFont(font)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.filter = FoldedFilter(Role.FOLDED, self)
        self.view = ContentsList()
        self.view.setModel(self.filter)
        self.view.setItemDelegate(_Delegate(self))
        self.stack = EmptyStack(self.view)
        self.refused = QListView()
        self.refused.setUniformItemSizes(True)
        self.refused.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.refused.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.refused.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.bar = QProgressBar()
        self.bar.setFixedSize(140, 10)
        self.bar.setTextVisible(False)
        self.open_button, self.article_button = QPushButton(), QPushButton()
        self.cancel_button = QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(self.bar)
        head.addWidget(self.cancel_button)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.article_button)
        foot.addWidget(self.open_button)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.stack, 1)
        column.addWidget(self.refused_title)
        column.addWidget(self.refused)
        column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._to_list)
        self.view.opened.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self.article_button.clicked.connect(self.article_wanted)
        self.cancel_button.clicked.connect(self.cancel_wanted)
        self.stack.button.clicked.connect(self.search.clear)
        self.view.selectionModel().selectionChanged.connect(lambda _new, _old: self._enable())

    # -- what it shows -----------------------------------------------------------------------

    def show_loaded(self, loaded: Loaded, *, has_article: bool) -> None:
        """Show what a file gives."""
        if loaded is not self.loaded:
            self.loaded = loaded
            self.search.clear()
            self.filter.setSourceModel(loaded.contents)
            self.refused.setModel(loaded.contents.refused)
            self.view.setCurrentIndex(self.filter.index(0, 0))
        self.article_button.setVisible(has_article)
        self.refresh()

    def select(self, row: int) -> None:
        """Choose the article of that row of the model."""
        if self.loaded is not None:
            self.view.setCurrentIndex(self.filter.mapFromSource(self.loaded.contents.index(row)))

    def refresh(self) -> None:
        """Tell how much was read, and what was not."""
        loaded = self.loaded
        if loaded is None:
            return
        name = self.tr("Articles in {name}")
        self.title.setText(name.format(name=isolate(loaded.origin.name)))
        self.count.setText(count_words(loaded.contents))
        errors = len(loaded.contents.refused.errors)
        for widget in (self.refused_title, self.refused):
            widget.setVisible(errors > 0)
        rows = min(errors, _REFUSED_ROWS)
        self.refused.setFixedHeight(max(1, rows) * max(18, self.refused.sizeHintForRow(0)) + 6)
        self._show_words()
        self._enable()

    def show_progress(self, done: float, *, is_running: bool) -> None:
        """Show how much is read, 0 to 1; 0 where that is not known."""
        for widget in (self.bar, self.cancel_button):
            widget.setVisible(is_running)
        self.bar.setRange(0, 100 if done else 0)
        self.bar.setValue(round(100 * done))

    def rows(self) -> list[int]:
        """Return the chosen rows of the model, in their order."""
        indexes = self.view.selectionModel().selectedIndexes()
        return sorted(self.filter.mapToSource(index).row() for index in indexes)

    def _open(self) -> None:
        rows = self.rows()
        if rows:
            self.chosen.emit(rows)

    def _to_list(self) -> None:
        """Go from the search to what it found."""
        self.view.setFocus()
        if not self.rows():
            self.view.setCurrentIndex(self.filter.index(0, 0))

    def _on_search(self, words: str) -> None:
        self.filter.set_text(words)
        self._show_words()
        self._enable()

    def _show_words(self) -> None:
        if self.filter.rowCount():
            self.stack.show_words("")
        elif self.search.text():
            self.stack.show_words(self.tr("No article has these words."), self.tr("Show all"))
        else:
            self.stack.show_words(self.tr("No article could be read."))

    def _enable(self) -> None:
        count = len(self.rows())
        self.open_button.setEnabled(count > 0)
        several = self.tr("Open %n in tabs", "", count)
        self.open_button.setText(several if count > 1 else self.tr("Open"))

    # -- words and colors --------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Show itself in other colors."""
        apply_theme(self, theme)
        self.view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Write everything in the language of the interface."""
        self.search.setPlaceholderText(self.tr("Words of a title, an author or a part's name"))
        self.search.setAccessibleName(self.tr("Words to look for"))
        self.view.setAccessibleName(self.tr("Articles of the file"))
        self.refused_title.setText(self.tr("Could not be read:"))
        self.refused.setAccessibleName(self.tr("Parts that could not be read"))
        self.article_button.setText(self.tr("Back to the article"))
        self.cancel_button.setText(self.tr("Stop"))
        self.refresh()
        self._enable()


class _Delegate(QStyledItemDelegate):
    """Draws an article: its title, and below it what is known of it."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - all are as high
    ) -> QSize:
        """Return the height of two lines."""
        title = QFontMetricsF(sized(option.font, 1.1)).height()
        facts = QFontMetricsF(sized(option.font, 0.88)).height()
        return QSize(200, round(title + facts + _GAP + _PADDING))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, option)
        frame = Frame(QRectF(option.rect), option.direction)
        width = option.rect.width() - 2 * _PADDING
        text, faint = option.palette.text().color(), dim(option.palette)
        y = _PADDING / 2
        for role, size, color in (
            (Qt.ItemDataRole.DisplayRole, 1.1, text),
            (Role.FACTS, 0.88, faint),
        ):
            font = sized(option.font, size)
            words = QFontMetricsF(font).elidedText(
                str(index.data(role)), Qt.TextElideMode.ElideRight, width
            )
            block = TextBlock(words, font, width, option.direction, lines=1)
            corner: QPointF = frame.place(_PADDING, y, width).topLeft()
            block.draw(painter, corner, color)
            y += QFontMetricsF(font).height() + _GAP
        painter.restore()
