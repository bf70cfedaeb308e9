"""The article as screen readers ask for it: QAccessibleTextInterface in Python.

PySide6 6.11 lets Python subclass it. `interface_cast` must return the Python object itself,
or a null `VoidPtr`: a number or None would reach Qt as a pointer to a Python object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleObject,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
    QColor,
    QWindow,
)
from shiboken6 import VoidPtr

from reader.core.types import Span
from reader.gui.offsets import Offsets

if TYPE_CHECKING:
    from reader.gui.views.article_view import ArticleView

_NULL = VoidPtr(0)
_INSTALLED: list[bool] = []


class ArticleText(QAccessibleTextInterface):
    """The words, the caret and the selection, counted in UTF-16 as Qt counts."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__()
        self._view = view
        self._counted: tuple[str, Offsets] = ("", Offsets(""))

    def _units(self) -> Offsets:
        text = self._view.document_text()
        if self._counted[0] is not text:
            self._counted = (text, Offsets(text))
        return self._counted[1]

    def _span(self, start: int, end: int) -> Span:
        units = self._units()
        return Span(units.to_code_point(start), units.to_code_point(end))

    def text(self, startOffset: int, endOffset: int) -> str:  # noqa: N803 - Qt's names
        """Return the words of a range."""
        return self._span(startOffset, endOffset).of(self._view.document_text())

    def characterCount(self) -> int:
        """Return how long the article is."""
        return self._units().to_utf16(len(self._view.document_text()))

    def cursorPosition(self) -> int:
        """Return where the caret is."""
        return self._units().to_utf16(self._view.caret_offset())

    def setCursorPosition(self, position: int) -> None:
        """Put the caret elsewhere."""
        offset = self._units().to_code_point(position)
        self._view.select(Span(offset, offset))

    def selectionCount(self) -> int:
        """Return 1 where something is selected."""
        return int(len(self._view.selected_span()) > 0)

    def addSelection(self, startOffset: int, endOffset: int) -> None:  # noqa: N803
        """Select a range."""
        self._view.select(self._span(startOffset, endOffset))

    def setSelection(self, selectionIndex: int, startOffset: int, endOffset: int) -> None:  # noqa: N803, ARG002
        """Select another range."""
        self._view.select(self._span(startOffset, endOffset))

    def removeSelection(self, selectionIndex: int) -> None:  # noqa: N803, ARG002
        """Select nothing."""
        offset = self._view.caret_offset()
        self._view.select(Span(offset, offset))

    def characterRect(self, offset: int) -> QRect:
        """Return where a character is on the screen."""
        rects = self._view.rectangles(self._span(offset, offset + 1))
        viewport = self._view.viewport()
        return (
            QRect(viewport.mapToGlobal(rects[0].topLeft()), rects[0].size()) if rects else QRect()
        )

    def offsetAtPoint(self, point: QPoint) -> int:
        """Return the character at a point of the screen, -1 for none."""
        offset = self._view.offset_at(self._view.viewport().mapFromGlobal(point))
        return -1 if offset is None else self._units().to_utf16(offset)

    def scrollToSubstring(self, startIndex: int, endIndex: int) -> None:  # noqa: N803
        """Bring a range in sight."""
        self._view.reveal(self._span(startIndex, endIndex), flash=False)


class ArticleInterface(QAccessibleObject):
    """The reading view: a document that is only read, with its text."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view
        self._text = ArticleText(view)

    def role(self) -> QAccessible.Role:
        """Return that it is a text of more than one line."""
        return QAccessible.Role.EditableText

    def state(self) -> QAccessible.State:
        """Return that it is read, selected and scrolled."""
        state = QAccessible.State()
        self._fill(state)
        return state

    def _fill(self, state: Any) -> None:  # noqa: ANN401 - the stub knows no fields
        state.readOnly = state.multiLine = state.selectableText = state.focusable = True
        state.focused = self._view.hasFocus()
        state.invisible = not self._view.isVisible()

    def text(self, t: QAccessible.Text) -> str:
        """Return the name of the view, or what it shows."""
        if t == QAccessible.Text.Name:
            return self._view.accessibleName()
        if t == QAccessible.Text.Description:
            return self._view.accessibleDescription()
        return self._view.document_text() if t == QAccessible.Text.Value else ""

    def rect(self) -> QRect:
        """Return where the view is on the screen."""
        return QRect(self._view.mapToGlobal(QPoint()), self._view.size())

    def parent(self) -> QAccessibleInterface:
        """Return what the view is in."""
        above: Any = self._view.parentWidget()
        return QAccessible.queryAccessibleInterface(above)

    def window(self) -> QWindow:
        """Return the window that the view is in."""
        return self._view.window().windowHandle()

    def childCount(self) -> int:
        """Return 0: the text is one."""
        return 0

    def child(self, index: int) -> Any:  # noqa: ARG002, ANN401 - Qt takes None, the stub does not
        """Return None."""
        return None

    def childAt(self, x: int, y: int) -> Any:  # noqa: ARG002, ANN401
        """Return None."""
        return None

    def indexOfChild(self, arg__1: QAccessibleInterface) -> int:  # noqa: ARG002
        """Return -1: there are none."""
        return -1

    def foregroundColor(self) -> QColor:
        """Return the color of the words."""
        return self._view.palette().text().color()

    def backgroundColor(self) -> QColor:
        """Return the color under them."""
        return self._view.palette().base().color()

    def interface_cast(self, arg__1: QAccessible.InterfaceType) -> Any:  # noqa: ANN401 - see the top
        """Return the text."""
        return self._text if arg__1 == QAccessible.InterfaceType.TextInterface else _NULL


def install(view_class: type[ArticleView]) -> None:
    """Give every reading view its interface; needs a QApplication."""
    if _INSTALLED:
        return

    def make(_key: str, thing: QObject) -> ArticleInterface | None:
        return ArticleInterface(thing) if isinstance(thing, view_class) else None

    QAccessible.installFactory(make)
    _INSTALLED.append(True)


def tell_selection(view: ArticleView, span: Span, caret: int) -> None:
    """Tell whoever reads the screen where the caret and the selection are now."""
    if not QAccessible.isActive():
        return
    units = Offsets(view.document_text())
    if len(span):
        start, end = units.range(span)
        QAccessible.updateAccessibility(QAccessibleTextSelectionEvent(view, start, end))
    else:
        position = units.to_utf16(caret)
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(view, position))
