"""The light on what was gone to, which fades."""

from __future__ import annotations

from PySide6.QtCore import QVariantAnimation
from PySide6.QtWidgets import QAbstractScrollArea

from reader.core.types import Span
from reader.gui.views.article.painting import Ink

FLASH = 1100  # milliseconds


class Flash(QVariantAnimation):
    """Lights up one span of a view at a time."""

    def __init__(self, ink: Ink, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._ink, self._area = ink, area
        self.setDuration(FLASH)
        self.setStartValue(1.0)
        self.setEndValue(0.0)
        self.valueChanged.connect(self._fade)
        self.finished.connect(self.put_out)

    def light(self, span: Span) -> None:
        """Light a span up, in the place of what is lit."""
        self._ink.flashed = span
        self.stop()
        self.start()

    def put_out(self) -> None:
        """Light nothing."""
        self.stop()
        self._ink.flashed = None
        self._area.viewport().update()

    def set_motion(self, *, on: bool) -> None:
        """Let the light fade, or stand still until it goes out."""
        self.setEndValue(0.0 if on else 1.0)

    def _fade(self, value: float) -> None:
        self._ink.flash = value
        self._area.viewport().update()
