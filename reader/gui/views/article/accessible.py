"""The article as screen readers ask for it, and what they are told without asking.

`interface_cast` must return an object that Python knows, or a null `VoidPtr`: a number or None
would reach Qt as a pointer to a Python object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleObject,
    QAccessibleTextCursorEvent,
    QAccessibleTextSelectionEvent,
    QColor,
    QWindow,
)
from shiboken6 import VoidPtr

from reader.gui.models import wording
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, isolate, say
from reader.gui.views.article.told import ToldText
from reader.gui.views.roles import announce

if TYPE_CHECKING:
    from reader.gui.views.article_view import ArticleView

_NULL = VoidPtr(0)
_KEYS = QT_TRANSLATE_NOOP("Wording", "F7 for a caret that the arrow keys move through the text")
_INSTALLED: list[bool] = []


class ArticleInterface(QAccessibleObject):
    """The reading view: a document that is only read, with its text."""

    def __init__(self, view: ArticleView) -> None:
        super().__init__(view)
        self._view = view

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
            return "" if self._view.caret.is_browsing else say(_KEYS)
        return told_text(self._view).toPlainText() if t == QAccessible.Text.Value else ""

    def rect(self) -> QRect:
        """Return where the view is on the screen."""
        return QRect(self._view.mapToGlobal(QPoint()), self._view.size())

    def parent(self) -> QAccessibleInterface:
        """Return what the view is in."""
        return _interface(self._view.parentWidget())

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
        """Return the text, as it is now: Qt asks anew for each question."""
        if arg__1 != QAccessible.InterfaceType.TextInterface:
            return _NULL
        return _interface(told_text(self._view)).textInterface()


def install(view_class: type[ArticleView]) -> None:
    """Give every reading view its interface; needs a QApplication."""
    if _INSTALLED:
        return

    def make(_key: str, thing: QObject) -> ArticleInterface | None:
        return ArticleInterface(thing) if isinstance(thing, view_class) else None

    QAccessible.installFactory(make)
    _INSTALLED.append(True)


def told_text(view: ArticleView) -> ToldText:
    """Return what a screen reader is told of the text now."""
    text = _kept(view)
    text.follow()
    return text


def _kept(view: ArticleView) -> ToldText:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return view.viewport().findChild(ToldText, options=direct) or ToldText(view)


def _interface(thing: Any) -> QAccessibleInterface:  # noqa: ANN401 - the stub knows no None
    return QAccessible.queryAccessibleInterface(thing)


def tell_selection(view: ArticleView) -> None:
    """Tell whoever reads the screen where the caret and the selection are now."""
    if not QAccessible.isActive():
        return
    had = _kept(view).textCursor().hasSelection()
    text = told_text(view)
    cursor = text.textCursor()
    if had or cursor.hasSelection():
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        QAccessible.updateAccessibility(QAccessibleTextSelectionEvent(view, start, end))
    QAccessible.updateAccessibility(QAccessibleTextCursorEvent(view, cursor.position()))
    marker, name = text.passed(), text.entered()
    if marker:
        announce(view, marker)
    if name is not None:
        words = isolate(name.span.of(view.document_text()))
        announce(view, f"{words}. {wording.entity_type_of_one(name.type)}")
