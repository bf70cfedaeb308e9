"""What a screen reader calls the widgets that Qt has no word for, and what it says unasked."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAccessibleWidget, QKeySequenceEdit, QWidget

_HOTKEY = QAccessible.Role.HotkeyField


@cache
def tell_roles() -> None:
    """Have widgets with an attribute `told_as` told as that role; needs a QApplication.

    Qt itself has none for fields that take keys.
    """
    QAccessible.installFactory(_make)


def _make(_key: str, thing: QObject) -> QAccessibleWidget | None:
    role = _HOTKEY if isinstance(thing, QKeySequenceEdit) else getattr(thing, "told_as", None)
    return QAccessibleWidget(thing, role) if isinstance(thing, QWidget) and role else None


def announce(widget: QWidget, words: str) -> None:
    """Have words said that no move of the keyboard would have said."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
