"""Words one after the other on as many lines as they need, from the leading edge."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """Lays widgets out as words are; one that is wider than the line has lines of its own.

    `gap` is between neighbors and `lines` between lines, in pixels; hidden widgets take no room.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, lines: int = 2) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._lines = gap, lines
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than the words need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Need more lines where the width is less."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines in a width."""
        return self._arrange(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put the items in their places."""
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    def sizeHint(self) -> QSize:
        """Return the size of all in one line."""
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(width, height).grownBy(self._margins())

    def minimumSize(self) -> QSize:
        """Return the size of the largest item that cannot be broken."""
        height = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(0, height).grownBy(self._margins())

    def _margins(self) -> QMargins:
        return self.contentsMargins()

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        """Return the height in the width of `rect`; with `moves`, put the items there."""
        inner = rect.marginsRemoved(self._margins())
        x = y = line = 0
        for item in (item for item in self._items if not item.isEmpty()):
            width = min(item.sizeHint().width(), inner.width())
            if x and x + width > inner.width():
                x, y, line = 0, y + line + self._lines, 0
            height = item.sizeHint().height()
            if item.hasHeightForWidth():
                height = item.heightForWidth(width)
            if moves:
                at = QRect(inner.topLeft() + QPoint(x, y), QSize(width, height))
                item.setGeometry(QStyle.visualRect(self._direction(), inner, at))
            x, line = x + width + self._gap, max(line, height)
        margins = self._margins()
        return y + line + margins.top() + margins.bottom()

    def _direction(self) -> Qt.LayoutDirection:
        widget = self.parentWidget()
        return widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight


class PairLayout(FlowLayout):
    """Lays widgets out two by two, all of one width; one by one where two are too narrow."""

    def minimumSize(self) -> QSize:
        """Return the size of the widest."""
        return QSize(self._widest(), super().minimumSize().height())

    def _widest(self) -> int:
        # Not the least size: QComboBox keeps that of the font it had before.
        widgets = [item.widget() for item in self._items]
        return max((w.sizeHint().width() for w in widgets if w is not None), default=0)

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        inner = rect.marginsRemoved(self._margins())
        half = (inner.width() - self._gap) // 2
        columns, width = (2, half) if half >= self._widest() else (1, inner.width())
        height = max((item.sizeHint().height() for item in self._items), default=0)
        for number, item in enumerate(self._items):
            if moves:
                row, column = divmod(number, columns)
                corner = QPoint(column * (width + self._gap), row * (height + self._lines))
                at = QRect(inner.topLeft() + corner, QSize(width, height))
                item.setGeometry(QStyle.visualRect(self._direction(), inner, at))
        rows = -(-len(self._items) // columns)
        margins = self._margins()
        return rows * (height + self._lines) - self._lines + margins.top() + margins.bottom()
