"""A card over the article that tells of one name, time or event, with what can be done next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.told import Section
from reader.gui.icons import icon
from reader.gui.models.peek_parts import Peek, Row, Target
from reader.gui.models.reason_words import caption_text, line_text, reasons_text, section_text
from reader.gui.models.wording import isolate
from reader.gui.theme import Theme, load_theme
from reader.gui.views.blocks import dim, sized
from reader.gui.views.flow import FlowLayout
from reader.gui.views.link_label import Words
from reader.gui.views.mini_map import MiniMap
from reader.gui.views.roles import announce

WIDTH = 400  # pixels, where the window is as wide
GAP = 6  # pixels between the words and the card
_LINES = 24  # lines' heights that it is wide, and its facts are high, with larger letters
_LEAST = 190  # a lower card stands beside the words, not above or below
_EDGE = 8  # pixels to the edge of the window


class PeekCard(QFrame):
    """Tells of one finding; it lies in the window, beside the words and never on them.

    Attributes:
        peek: what it tells now, None while it is closed.
        pinned: whether it stays where the pointer leaves it.

    Signals:
        closed: it has gone; whether it had the focus.
        link_activated: the finding that a name in it stands for.
        stepped: 1 for the next mention of the same, -1 for the one before.
        list_wanted, copy_wanted, correct_wanted, lookup_wanted: an action of the card.
        page_turned: between what it tells and why; it needs another height.
        entered, left: the pointer came in, went out.
    """

    closed = Signal(bool)
    link_activated = Signal(str, str)
    stepped = Signal(int)
    list_wanted = Signal()
    copy_wanted = Signal()
    correct_wanted = Signal()
    lookup_wanted = Signal()
    page_turned = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.peek: Peek | None = None
        self._theme = load_theme("light")
        self._make()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.hide()

    @property
    def pinned(self) -> bool:
        """Tell whether it stays where the pointer leaves it."""
        return self.pin_button.isChecked()

    def _make(self) -> None:
        self.title, self.subtitle = Words(""), Words("")
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.pages = QStackedWidget()
        self.facts, self.reasons = QScrollArea(), QScrollArea()
        for page in (self.facts, self.reasons):
            page.setWidgetResizable(True)
            page.setFrameShape(QFrame.Shape.NoFrame)
            page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            page.viewport().setAutoFillBackground(False)
            self.pages.addWidget(page)
        self.pin_button, self.close_button = QToolButton(), QToolButton()
        self.previous_button, self.next_button = QToolButton(), QToolButton()
        self.list_button, self.copy_button = QToolButton(), QToolButton()
        self.why_button, self.correct_button = QToolButton(), QToolButton()
        self.lookup_button = QToolButton()
        self.pin_button.setCheckable(True)
        self.why_button.setCheckable(True)
        self.buttons = (
            self.previous_button,
            self.next_button,
            self.list_button,
            self.why_button,
            self.copy_button,
            self.correct_button,
            self.lookup_button,
        )
        for button in (*self.buttons, self.pin_button, self.close_button):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setIconSize(QSize(16, 16))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        for button in (self.pin_button, self.close_button):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._actions = QWidget()
        flow = FlowLayout(self._actions, gap=2)
        for button in self.buttons:
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.subtitle)
        column.addWidget(self.pages, 1)
        column.addWidget(self._actions)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close_card)
        self.previous_button.clicked.connect(lambda: self.stepped.emit(-1))
        self.next_button.clicked.connect(lambda: self.stepped.emit(1))
        self.list_button.clicked.connect(self.list_wanted)
        self.copy_button.clicked.connect(self.copy_wanted)
        self.correct_button.clicked.connect(self.correct_wanted)
        self.lookup_button.clicked.connect(self.lookup_wanted)
        self.why_button.toggled.connect(self._turn)

    # -- what it shows -----------------------------------------------------------------------

    def show_peek(self, peek: Peek) -> None:
        """Tell of a finding; the page and the pin stay as they are."""
        self.peek = peek
        self.title.setFont(sized(self.font(), 1.25, bold=True))
        self.title.show_words(isolate(peek.title))
        self.subtitle.show_words(peek.subtitle)
        self.setAccessibleName(peek.text())
        self.facts.setWidget(self._facts(peek))
        self.facts.setAccessibleName(isolate(peek.title))
        self.reasons.setWidget(self._reasons(peek.why))
        several = len(peek.same) > 1
        for button in (self.previous_button, self.next_button):
            button.setVisible(several)
        self.list_button.setVisible(peek.target[0] != "time")
        self.lookup_button.setVisible(bool(peek.lookup[0]))

    def _facts(self, peek: Peek) -> QWidget:
        page, grid = _page()
        for row, told in enumerate(peek.rows):
            grid.addWidget(self._caption(told.caption), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._parts(told), row, 1)
        if peek.place is not None:
            where = MiniMap(*peek.place)
            where.set_theme(self._theme)
            grid.addWidget(where, len(peek.rows), 0, 1, 2)
        grid.setRowStretch(len(peek.rows) + 1, 1)
        return page

    def _parts(self, row: Row) -> QWidget:
        holder = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        flow = FlowLayout(holder, gap=10)
        for part in row.parts:
            words = Words(part.text, link=part.target is not None)
            if part.target is not None:
                words.setAccessibleName(f"{row.caption}: {part.text}")
                words.activated.connect(lambda target=part.target: self._follow(target))
            flow.addWidget(words)
        return holder

    def _follow(self, target: Target) -> None:
        self.link_activated.emit(*target)

    def _reasons(self, sections: Sequence[Section]) -> QWidget:
        page, grid = _page()
        row = 0
        for section in sections:
            title = Words(section_text(section))
            title.setFont(sized(title.font(), 1.0, bold=True))
            grid.addWidget(title, row, 0, 1, 2)
            for caption, words in section.lines:
                row += 1
                name = self._caption(caption_text(caption))
                grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(Words(line_text(caption, words)), row, 1)
            row += 1
        grid.setRowStretch(row, 1)
        return page

    def _caption(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        palette = label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, dim(self.palette()))
        label.setPalette(palette)
        return label

    def _turn(self, to_reasons: bool) -> None:  # noqa: FBT001 - a slot
        self.pages.setCurrentIndex(int(to_reasons))
        if self.peek is not None:
            words = reasons_text(self.peek.why) if to_reasons else self.peek.text()
            announce(self, words)
        self.page_turned.emit()

    def close_card(self) -> None:
        """Go, and say whether the focus was here."""
        if self.peek is None:
            return
        focused = self.isAncestorOf(self.focusWidget() or self) and self._has_focus()
        self.peek = None
        self.pin_button.setChecked(False)
        self.why_button.setChecked(False)
        self.hide()
        self.closed.emit(focused)

    def _has_focus(self) -> bool:
        widget = self.window().focusWidget()
        return widget is not None and self.isAncestorOf(widget)

    # -- where it is -------------------------------------------------------------------------

    def place_beside(self, words: Sequence[QRect], bounds: QRect) -> None:
        """Stand below or above `words`, else beside them, inside `bounds`; both as parent sees."""
        inside = bounds.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        around = QRect(words[0])
        for rect in words:
            around |= rect
        width = min(max(WIDTH, _LINES * self.fontMetrics().height()), inside.width())
        height = self._height(width)
        below = inside.bottom() - around.bottom() - GAP
        above = around.top() - inside.top() - GAP
        if max(below, above) < min(_LEAST, height):
            self._stand_aside(around, inside, width, height)
            return
        goes_below = height <= below or below >= above
        height = min(height, below if goes_below else above)
        top = around.bottom() + GAP + 1 if goes_below else around.top() - GAP - height
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        first = words[0] if goes_below else words[-1]
        left = first.right() - width + 1 if rtl else first.left()
        left = max(inside.left(), min(left, inside.right() - width + 1))
        self.setGeometry(left, top, width, height)

    def _stand_aside(self, around: QRect, inside: QRect, width: int, height: int) -> None:
        right, left = inside.right() - around.right() - GAP, around.left() - inside.left() - GAP
        width = min(width, max(right, left, 120))
        height = min(self._height(width), inside.height())
        x = around.right() + GAP + 1 if right >= left else around.left() - GAP - width
        y = max(inside.top(), min(around.top(), inside.bottom() - height + 1))
        self.setGeometry(x, y, width, height)

    def _height(self, width: int) -> int:
        """Return the height that all of the card needs in a width."""
        layout = self.layout()
        if layout is None:
            return 0
        margins = layout.contentsMargins()
        inner = width - margins.left() - margins.right()
        buttons = self.pin_button.sizeHint().width() + self.close_button.sizeHint().width() + 12
        bar = self.facts.verticalScrollBar().sizeHint().width()
        body = _needed(self._page().widget(), inner - bar)
        head = max(
            self.title.heightForWidth(inner - buttons), self.close_button.sizeHint().height()
        )
        actions = self._actions.layout()
        foot = actions.heightForWidth(inner) if actions is not None else 0
        chrome = head + self.subtitle.heightForWidth(inner) + foot
        return (
            chrome
            + min(body, _LINES * self.fontMetrics().height())
            + margins.top()
            + margins.bottom()
            + 3 * layout.spacing()
            + 2
        )

    # -- events ------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Give the keyboard to the card's first action."""
        shown = [button for button in self.buttons if not button.isHidden()]
        shown[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        page = self._page()
        links = [w for w in page.findChildren(Words) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        scrolled = [page] if page.verticalScrollBar().maximum() > 0 and not links else []
        shown = [button for button in self.buttons if not button.isHidden()]
        return [*shown, self.pin_button, self.close_button, *scrolled, *links]

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - as Qt calls it
        """Keep Tab inside the card."""
        stops = self.stops()
        now = self.window().focusWidget()
        at = stops.index(now) if now in stops else -1
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        to = stops[(at + (1 if next else -1)) % len(stops)]
        to.setFocus(reason)
        page = self._page()
        if page.isAncestorOf(to) and to is not page:
            page.ensureWidgetVisible(to)
        return True

    def _page(self) -> QScrollArea:
        return self.reasons if self.why_button.isChecked() else self.facts

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window while the card has the keyboard."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc; scroll with the arrows and the keys of pages."""
        bar = self._page().verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        elif event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stay after a click."""
        self.pin_button.setChecked(True)
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say that the pointer is here."""
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Say that the pointer is gone."""
        super().leaveEvent(event)
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground with round corners and an edge that both themes show."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("placeholder"), 1))
            painter.setBrush(self._theme.color("base"))
            rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(rect, 9, 9)
            self._paint_strip(painter)
            painter.setPen(QPen(self._theme.color("border"), 1))
            top = QPointF(self._actions.geometry().topLeft() - QPoint(0, 3))
            painter.drawLine(top, QPointF(self.width() - top.x(), top.y()))

    def _paint_strip(self, painter: QPainter) -> None:
        """Draw the highlight's color at the leading edge."""
        if self.peek is None:
            return
        strip = QRectF(5, 12, 4, self.height() - 24)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            strip.moveRight(self.width() - 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.highlight(self.peek.type))
        painter.drawRoundedRect(strip, 2, 2)

    # -- words and colors --------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Show the card in other colors."""
        self._theme = theme
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.color("base"))
        self.setPalette(palette)
        drawings = ("previous", "next", "list", "why", "copy", "edit", "globe", "pin", "cancel")
        buttons = (*self.buttons, self.pin_button, self.close_button)
        for button, drawing in zip(buttons, drawings, strict=True):
            button.setIcon(icon(drawing, theme, self.layoutDirection()))
        self._refresh()

    def retranslate(self) -> None:
        """Name the actions in the language of the interface."""
        names = (
            (self.previous_button, "", self.tr("Previous mention")),
            (self.next_button, "", self.tr("Next mention")),
            (self.list_button, self.tr("Sentences"), self.tr("List all sentences")),
            (self.why_button, self.tr("Why?"), self.tr("Show why the program says so")),
            (self.copy_button, "", self.tr("Copy the card as text")),
            (self.correct_button, self.tr("Correct…"), self.tr("Correct this finding")),
            (self.lookup_button, "", self.tr("Look up in a web encyclopedia…")),
            (self.pin_button, "", self.tr("Keep the card open")),
            (self.close_button, "", self.tr("Close the card (Esc)")),
        )
        self.reasons.setAccessibleName(self.tr("Why?"))
        for button, text, name in names:
            button.setText(text)
            button.setToolTip(name)
            button.setAccessibleName(name)
            style = Qt.ToolButtonStyle
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if text else style.ToolButtonIconOnly
            )

    def _refresh(self) -> None:
        if self.peek is not None:
            self.show_peek(self.peek)


def _page() -> tuple[QWidget, QGridLayout]:
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 2, 4, 2)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    return page, grid


def _needed(page: QWidget | None, width: int) -> int:
    layout = page.layout() if page is not None else None
    return layout.heightForWidth(width) if layout is not None else 0
