"""Keys for who has an Arabic keyboard alone: a command's are those at the same places.

Where a keyboard has Latin letters beside others, Qt finds them by itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

# The keys of a Latin keyboard, by the code that X and Wayland have for the first of a row.
_ROWS = {24: "QWERTYUIOP", 38: "ASDFGHJKL", 52: "ZXCVBNM,"}
_KEYS = {code: key for first, row in _ROWS.items() for code, key in enumerate(row, first)}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def latin_keys(event: QKeyEvent) -> QKeyCombination | None:
    """Return what keys a Latin keyboard has where these are, None where they are Latin."""
    key = _KEYS.get(event.nativeScanCode())
    is_linux = QGuiApplication.platformName() in {"xcb", "wayland"}
    if key is None or not is_linux or not event.modifiers() & _HELD or _is_latin(event):
        return None
    return QKeyCombination(event.modifiers(), Qt.Key(ord(key)))


def _is_latin(event: QKeyEvent) -> bool:
    """Tell whether a key has a Latin letter; an Arabic one may have a sign with Shift."""
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return event.key() <= 0xFF and not (shifted and not chr(event.key()).isalpha())


def press_latin(event: QKeyEvent, actions: Iterable[QAction]) -> bool:
    """Do what the keys mean on a Latin keyboard; tell whether that is anything.

    What has the keyboard is asked first, as a field is that copies and pastes by itself.
    """
    keys = latin_keys(event)
    if keys is None:
        return False
    typed = QKeyEvent(QEvent.Type.KeyPress, keys.key(), keys.keyboardModifiers())
    focused = QApplication.focusWidget()
    if focused is not None and focused.event(typed) and typed.isAccepted():
        return True
    wanted = QKeySequence(keys)
    meant = next((a for a in actions if a.isEnabled() and wanted in a.shortcuts()), None)
    if meant is not None:
        meant.trigger()
    return meant is not None
