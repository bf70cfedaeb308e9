"""The timeline with its buttons, and the key of its signs."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget, QWidgetAction

from reader.gui.models import wording
from reader.gui.models.timeline_layout import Extent
from reader.gui.theme import Theme, load_theme
from reader.gui.views.blocks import Frame
from reader.gui.views.event_marks import draw_bar, draw_sign
from reader.gui.views.painted import PaintedPanel
from reader.gui.views.timeline import TimelineView


class TimelineKey(QWidget):
    """Every class with its sign, every status with its lines, and what soft edges say."""

    _ROW, _SIGN = 24, 30

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = load_theme("light")

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colors."""
        self._theme = theme
        self.setPalette(theme.palette())
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleDescription(wording.join(self.lines()))
            self.updateGeometry()
            self.update()

    def lines(self) -> tuple[str, ...]:
        """Return the names beside the signs, from the top."""
        return (
            *(wording.quad_name(quad) for quad in get_args(wording.Quad)),
            *(wording.status_name(status) for status in wording.statuses()),
            self.tr("Soft edges: the day is not known exactly"),
        )

    def sizeHint(self) -> QSize:
        """Return the size of the longest line and of all lines."""
        metrics = QFontMetricsF(self.font())
        width = max(metrics.horizontalAdvance(line) for line in self.lines())
        return QSize(int(width) + self._SIGN + 28, self._ROW * len(self.lines()) + 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the signs and their names."""
        frame = Frame(QRectF(self.rect()), self.layoutDirection())
        leftward = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), self._theme.color("base"))
            for number, line in enumerate(self.lines()):
                top = 6.0 + number * self._ROW
                self._draw_sign(painter, number, frame.place(8, top, self._SIGN, self._ROW))
                painter.setPen(self._theme.color("text"))
                width = self.width() - self._SIGN - 20
                painter.drawText(frame.place(self._SIGN + 12, top, width, self._ROW), flags, line)

    def _draw_sign(self, painter: QPainter, number: int, rect: QRectF) -> None:
        quads: tuple[wording.Quad, ...] = get_args(wording.Quad)
        statuses = wording.statuses()
        center, ink = QPointF(rect.center()), self._theme.color("text")
        if number < len(quads):
            quad = quads[number]
            draw_sign(painter, center, 5, quad, "happened", self._theme.color(quad))
        elif number < len(quads) + len(statuses):
            status = statuses[number - len(quads)]
            draw_sign(painter, center, 5, "verbal_cooperation", status, ink)
        else:
            soft = Extent(0, 1, soft_start=True, soft_end=True)
            bar = rect.adjusted(0, 5, 0, -5)
            draw_bar(painter, bar, soft, "happened", ink, leftward=False)


class TimelinePanel(PaintedPanel):
    """The timeline, and what is done with it by buttons.

    Signals:
        leftward_chosen: whether time runs to the left from now on.
    """

    leftward_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.timeline = TimelineView()
        super().__init__(self.timeline, "timeline", parent)
        self.brush_button = self.add_button("brush")
        self.brush_button.setCheckable(True)
        self.direction_button = self.add_button("direction")
        self.key_button = self.add_button("key")
        self.key = TimelineKey()
        self._add_key()
        self.brush_button.toggled.connect(self._on_brushes)
        self.direction_button.clicked.connect(
            lambda: self.leftward_chosen.emit(not self.timeline.is_leftward)
        )
        self._name_buttons()

    def _add_key(self) -> None:
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self.key)
        menu.addAction(action)
        self.key_button.setMenu(menu)
        self.key_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _on_brushes(self, brushes: bool) -> None:  # noqa: FBT001 - a slot
        self.timeline.brushes = brushes
        if not brushes:
            self.timeline.set_brush(None)

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colors."""
        super().set_theme(theme)
        self.key.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "key"):
            self._name_buttons()
            self.timeline.retranslate()

    def _name_buttons(self) -> None:
        self.timeline.setAccessibleName(self.tr("Timeline of events"))
        names = {
            self.brush_button: self.tr("Choose a stretch of time (or drag with Shift)"),
            self.direction_button: self.tr("Let time run the other way"),
            self.key_button: self.tr("What the signs mean"),
        }
        for button, name in names.items():
            button.setToolTip(name)
            button.setAccessibleName(name)
