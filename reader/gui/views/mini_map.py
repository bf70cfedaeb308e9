"""A small map that shows where one place lies."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.gui.models import wording
from reader.gui.models.mercator import Camera, Point, project
from reader.gui.models.peek_words import degrees
from reader.gui.theme import Theme, load_theme

_SHOWN = 0.075  # share of the way round the world: 27 degrees
_DOT = 5.0


class MiniMap(QWidget):
    """Shows the region around a place, with the place as a dot.

    It takes no focus and no clicks; its accessible description tells the coordinates.
    """

    def __init__(self, latitude: float, longitude: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = load_theme("light")
        self._place = project(latitude, longitude)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Where it lies"))
        self.setAccessibleDescription(wording.isolate(degrees(latitude, longitude)))

    def set_place(self, latitude: float, longitude: float) -> None:
        """Show another place."""
        self._place = project(latitude, longitude)
        self.setAccessibleDescription(wording.isolate(degrees(latitude, longitude)))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colors."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that fits into a card."""
        return QSize(240, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the region, the dot and a frame."""
        camera = Camera(Point(0.5, 0.5), 1.0, self.width(), self.height())
        camera = camera.fitted([self._place], 0.0, _SHOWN)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(self.rect())
            from reader.gui.views.world import load_world  # noqa: PLC0415 - numpy comes with it

            load_world().paint(painter, camera, self._theme, {})
            at = QPointF(*camera.to_pixel(self._place))
            painter.setPen(QPen(self._theme.color("land"), 2))
            painter.setBrush(self._theme.color("place"))
            painter.drawEllipse(at, _DOT, _DOT)
            painter.setPen(QPen(self._theme.color("coast"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
