"""Letters on everything that can be clicked: typing them clicks it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenuBar,
    QTabBar,
    QWidget,
)

from reader.gui.theme import Theme
from reader.gui.views.article_view import ArticleView

# The same keys on an Arabic and on a Latin keyboard; typing either goes.
ARABIC, LATIN = "شسيبلاتنمضصثقفغع", "asdfghjklqwertyu"
_AS_LATIN = str.maketrans(ARABIC, LATIN)


@dataclass(frozen=True, slots=True)
class Target:
    """What a hint clicks, and where, in its widget."""

    widget: QWidget
    rect: QRect

    def place(self, window: QWidget) -> QRect:
        """Return where it is in the window."""
        return QRect(self.widget.mapTo(window, self.rect.topLeft()), self.rect.size())

    def click(self) -> None:
        """Click it as a person does; a field takes the keyboard."""
        if isinstance(self.widget, QLineEdit):
            self.widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if isinstance(self.widget, QComboBox):
            self.widget.showPopup()
            return
        at = QPointF(self.rect.center())
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        for kind, held in zip(kinds, (left, none), strict=True):
            where = QPointF(self.widget.mapToGlobal(at))
            event = QMouseEvent(kind, at, where, left, held, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(self.widget, event)


def targets_in(window: QWidget, article: ArticleView) -> list[Target]:
    """Return what can be clicked in sight: words, repeats, buttons, fields, menus, tabs, rows."""
    viewport = article.viewport()
    found = []
    if article.isVisible():
        found = [Target(viewport, rect) for _hit, rect in article.hit_targets()]
        markers = (article.folding.marker(fold) for fold in range(len(article.folding.folds)))
        inner = viewport.rect()
        found += [Target(viewport, m) for m in markers if not m.isEmpty() and inner.contains(m)]
    for widget in window.findChildren(QWidget):
        if (
            not widget.isVisible()
            or not widget.isEnabled()
            or widget.window() is not window.window()
        ):
            continue
        if isinstance(widget, QAbstractButton | QComboBox | QLineEdit):
            found.append(Target(widget, widget.rect()))
        elif isinstance(widget, QTabBar):
            found += [Target(widget, widget.tabRect(index)) for index in range(widget.count())]
        elif isinstance(widget, QMenuBar):
            found += [Target(widget, widget.actionGeometry(a)) for a in widget.actions()]
        elif isinstance(widget, QAbstractItemView):
            found += _rows(widget)
    inside = window.rect()
    return [t for t in found if inside.contains(t.place(window).center())]


def _rows(view: QAbstractItemView) -> Iterator[Target]:
    viewport = view.viewport()
    middle, y = viewport.width() // 2, 2
    while y < viewport.height():
        index = view.indexAt(QPoint(middle, y))
        rect = view.visualRect(index) if index.isValid() else QRect()
        if rect.isValid():
            yield Target(viewport, rect.intersected(viewport.rect()))
        y = max(y, rect.bottom()) + 6


def codes(count: int, letters: str) -> list[str]:
    """Return as many codes of one length, none of which begins another."""
    length = 1
    while len(letters) ** length < count:
        length += 1
    found = ("".join(code) for code in product(letters, repeat=length))
    return [code for code, _ in zip(found, range(count), strict=False)]


class HintsLayer(QWidget):
    """Lies over the window and takes the keyboard until a code is typed or given up."""

    def __init__(self, window: QWidget, targets: Sequence[Target], theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._before = QApplication.focusWidget()
        rightward = window.layoutDirection() == Qt.LayoutDirection.LeftToRight
        letters = LATIN if rightward else ARABIC
        self.hints = dict(zip(codes(len(targets), letters), targets, strict=True))
        self.typed = ""
        self.setAccessibleName(self.tr("Letters on what can be clicked"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw each code that can still be meant beside what it clicks."""
        font = self.font()
        font.setBold(True)
        with QPainter(self) as painter:
            painter.setFont(font)
            metrics = painter.fontMetrics()
            for code, target in self.hints.items():
                if code.startswith(self.typed):
                    place = target.place(self._window)
                    shown = "\u200a\u200c".join(code)  # letters apart, as on the keys
                    box = QRect(0, 0, metrics.horizontalAdvance(shown) + 8, metrics.height() + 2)
                    box.moveTopLeft(place.topLeft() - QPoint(2, box.height() // 3))
                    box.moveLeft(max(0, min(box.left(), self.width() - box.width())))
                    box.moveTop(max(0, box.top()))
                    painter.setPen(self._theme.color("highlighted_text"))
                    painter.setBrush(self._theme.color("highlight"))
                    painter.drawRoundedRect(box, 4, 4)
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a letter of a code; go where it is whole; any other key gives up."""
        letter = event.text().lower()
        if event.key() == Qt.Key.Key_Backspace:
            self.typed = self.typed[:-1]
            self.update()
            return
        wanted = (self.typed + letter).translate(_AS_LATIN)
        fit = [code for code in self.hints if code.translate(_AS_LATIN).startswith(wanted)]
        if not letter or not fit:
            self.end()
            return
        self.typed = fit[0][: len(wanted)]
        if len(fit) == 1 and len(fit[0]) == len(wanted):
            target = self.hints[fit[0]]
            self.end()
            target.click()
            return
        self.update()

    def end(self) -> None:
        """Take the letters away and give the keyboard back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self.deleteLater()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give up where the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        if self.isVisible():
            self._before = None
            self.end()
