"""A scroll area over a column of text: scroll bar, wheel, and the strip beside them."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Qt, QVariantAnimation
from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QWidget

from reader.core.types import Span
from reader.gui.views.article.column import Column
from reader.gui.views.article.overview import OverviewStrip

_GLIDE = 110  # milliseconds that a step of the wheel takes
_WHEEL_LINES = 2  # lines that a step of the wheel scrolls


class ScrolledColumn(QAbstractScrollArea):
    """Keeps the scroll bar where the column is, and the column where the reader goes.

    The scroll bar counts pixels of estimated heights; the column keeps what is read in its
    place while they are mended, and the scroll bar follows it.

    Attributes:
        column: the text as it is set.
        strip: the overview, between the text and the scroll bar.
        has_motion: a step of the wheel glides.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = Column()
        self.strip = OverviewStrip(self)
        self._syncing = False
        self._glide = QVariantAnimation(self)
        self._glided = 0.0
        self.has_motion = True
        self._glide.setDuration(_GLIDE)
        self._glide.valueChanged.connect(self._on_glide)
        self.strip.offsets = self.column.offsets
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(20)

    def settled(self) -> None:
        """Take note that another part may be in sight; for the view that knows the text."""

    def set_lines(self) -> None:
        """Set the text anew in the width that there is; for the view that knows how."""

    def _sync(self) -> None:
        """Put the scroll bar where the column is, and tell what is read now."""
        bar, view = self.verticalScrollBar(), self.viewport().height()
        before = bar.maximum()
        self._syncing = True
        bar.setRange(0, round(self.column.bottom))
        bar.setPageStep(max(1, view))
        bar.setValue(round(self.column.y))
        self._syncing = False
        if bar.maximum() != before:
            self.strip.lay_out_later()
        self.settled()
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - Qt's signature
        """Follow the scroll bar: near places keep what is in sight in its place."""
        if self._syncing:
            return
        bar = self.verticalScrollBar()
        wanted = bar.value() - self.column.y
        if bar.value() == bar.maximum():
            self.column.go_to(math.inf)
        elif abs(wanted) < 3 * self.column.view:
            self.column.scroll_by(wanted)
        else:
            self.column.go_to(float(bar.value()))
        self._sync()

    def show_span(self, span: Span, *, margin: float, fraction: float) -> None:
        """Bring a span in sight: left alone where it is, else `fraction` down the view."""
        self.column.show(span, margin=margin, fraction=fraction)
        self._sync()

    def scroll_by(self, pixels: float) -> None:
        """Scroll by as many pixels as the reader will see."""
        self.column.scroll_by(pixels)
        self._sync()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, by pixels where the device tells them."""
        event.accept()
        if not event.pixelDelta().isNull():
            self.scroll_by(-event.pixelDelta().y())
        else:
            lines = -event.angleDelta().y() / 120 * _WHEEL_LINES
            self._glide_by(lines * self.column.setting.line)

    def _glide_by(self, pixels: float) -> None:
        """Scroll in small steps, or at once where the system wants no animation."""
        left = self._glide_left()
        self._glide.stop()
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        if not self.has_motion or self.style().styleHint(hint, None, self) <= 0:
            self.scroll_by(pixels + left)
            return
        self._glided = 0.0
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(pixels + left)
        self._glide.start()

    def _glide_left(self) -> float:
        if self._glide.state() != QVariantAnimation.State.Running:
            return 0.0
        return float(self._glide.endValue()) - self._glided

    def _on_glide(self, value: float) -> None:
        step, self._glided = value - self._glided, value
        if step:
            self.scroll_by(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the text in the new width; the strip stands between text and scroll bar."""
        super().resizeEvent(event)
        self._place_strip()
        self.set_lines()

    def showEvent(self, event: QShowEvent) -> None:
        """Set the text in the width that there is now."""
        super().showEvent(event)
        self._place_strip()
        self.set_lines()

    def _place_strip(self) -> None:
        width = self.strip.sizeHint().width()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setViewportMargins(width if rtl else 0, 0, 0 if rtl else width, 0)
        seen = self.viewport().geometry()
        left = seen.left() - width if rtl else seen.right() + 1
        self.strip.setGeometry(left, seen.top(), width, seen.height())

    def changeEvent(self, event: QEvent) -> None:
        """Move the strip to the other side where the interface turns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._place_strip()
