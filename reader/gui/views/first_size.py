"""How large a dialog is at first."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from reader.gui.fonts import interface_scale

_FRAME = QSize(16, 48)  # what a window manager and its bars take


def set_first_size(dialog: QWidget, size: QSize) -> None:
    """Make it as large as its words need, larger with theirs, and never larger than the screen."""
    room = dialog.screen().availableSize() - _FRAME
    dialog.resize((size * max(1.0, interface_scale())).boundedTo(room))
