"""What is written on a map: names where there is room, and how far things are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from reader.gui.models.labels import Box, Label, Occupied, place_labels
from reader.gui.models.mercator import Camera, Point, scale_bar
from reader.gui.models.phrases import isolate
from reader.gui.theme import Theme


class Name(NamedTuple):
    """A name to be written beside a dot, or over a place where `radius` is negative."""

    words: str
    font: QFont
    at: Point
    radius: float


class MapLabels:
    """Writes on one map; nothing is written over what is taken."""

    def __init__(
        self, painter: QPainter, camera: Camera, theme: Theme, direction: Qt.LayoutDirection
    ) -> None:
        self._painter, self._camera, self._theme = painter, camera, theme
        self._rtl = direction == Qt.LayoutDirection.RightToLeft
        self._taken = Occupied()

    def keep_free(self, box: Box) -> None:
        """Write nothing over this."""
        self._taken.take(box)

    def write(self, names: Sequence[Name], ink: str) -> list[Box | None]:
        """Write names in a color, the first first; return the room of each, None for none."""
        labels = []
        for name in names:
            metrics = QFontMetricsF(name.font)
            size = metrics.horizontalAdvance(name.words) + 4, metrics.height() * 0.86
            labels.append(Label(name.at.x, name.at.y, name.radius, *size))
        bounds = Box(0, 0, self._camera.width, self._camera.height)
        boxes = place_labels(labels, self._taken, bounds, right_to_left=self._rtl)
        for name, box in zip(names, boxes, strict=True):
            if box is not None:
                self._paint_name(name, box, self._theme.color(ink))
        return boxes

    def _paint_name(self, name: Name, box: Box, ink: QColor) -> None:
        """Paint words with a rim of the land's color, so that borders do not cut them."""
        height = QFontMetricsF(name.font).capHeight()
        path = QPainterPath()
        path.addText(box.x + 2, box.y + box.height / 2 + height / 2, name.font, name.words)
        rim = QColor(self._theme.color("land"))
        rim.setAlphaF(0.85)
        self._painter.strokePath(path, QPen(rim, 3.2, j=Qt.PenJoinStyle.RoundJoin))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.fillPath(path, ink)

    def paint_scale(self, font: QFont, pattern: str) -> None:
        """Paint a line that tells how far things are, with its kilometers in `pattern`."""
        camera, painter = self._camera, self._painter
        bar = scale_bar(camera, min(140.0, camera.width / 3))
        words = pattern.format(number=isolate(f"{bar.kilometers:,}"))
        left = camera.width - bar.pixels - 14 if self._rtl else 14.0
        bottom = camera.height - 12
        box = Box(left - 4, bottom - QFontMetricsF(font).height() - 6, bar.pixels + 8, 40)
        ground = QColor(self._theme.color("base"))
        ground.setAlphaF(0.8)
        painter.fillRect(QRectF(*box), ground)
        painter.setPen(QPen(self._theme.color("map_text"), 1.6))
        ends = QPointF(left, bottom), QPointF(left + bar.pixels, bottom)
        painter.drawLine(*ends)
        for end in ends:
            painter.drawLine(end + QPointF(0, -4), end)
        painter.setFont(font)
        above = QRectF(box.x, box.y, box.width, bottom - 2 - box.y)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, words)
        self.keep_free(box)
