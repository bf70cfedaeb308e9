"""Line icons from resources/icons/, in the theme's color, mirrored where they point."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from reader.gui.theme import Theme
from reader.resources import resource

_POINTING = frozenset({"back", "forward"})
_SIZE = 48  # pixels; drawn once at twice the size that tool bars show


def icon(name: str, theme: Theme, direction: Qt.LayoutDirection) -> QIcon:
    """Return an icon by its name; back and forward point the way that reading goes."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    found = QIcon()
    for mode, color in ((QIcon.Mode.Normal, "text"), (QIcon.Mode.Disabled, "border")):
        pixmap = _pixmap(drawing.replace("COLOR", theme.color(color).name()))
        if name in _POINTING and direction == Qt.LayoutDirection.RightToLeft:
            pixmap = pixmap.transformed(QTransform(-1, 0, 0, 1, 0, 0))
        found.addPixmap(pixmap, mode)
    return found


def _pixmap(drawing: str) -> QPixmap:
    pixmap = QPixmap(_SIZE, _SIZE)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, _SIZE, _SIZE))
    return pixmap
