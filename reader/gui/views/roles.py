"""What a screen reader calls the widgets that Qt has no word for."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
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
