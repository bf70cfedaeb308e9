"""How an event is drawn: its shape by its class, its lines by its status.

Color says the class too, but nothing is told by color alone: cooperation is round or square,
conflict is pointed, and what did not (yet) happen is hollow.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from reader.gui.models.timeline_layout import TAIL, Extent
from reader.gui.models.wording import Quad, Status

_LINES: dict[Status, Qt.PenStyle] = {
    "happened": Qt.PenStyle.SolidLine,
    "ongoing": Qt.PenStyle.SolidLine,
    "planned": Qt.PenStyle.SolidLine,
    "called_for": Qt.PenStyle.DashLine,
    "hypothetical": Qt.PenStyle.DotLine,
    "denied": Qt.PenStyle.SolidLine,
}
# The corners of each class's sign, in degrees from the top; none for a circle.
_CORNERS: dict[Quad, tuple[int, ...]] = {
    "verbal_cooperation": (),
    "material_cooperation": (45, 135, 225, 315),
    "verbal_conflict": (0, 120, 240),
    "material_conflict": (0, 90, 180, 270),
    "others": (30, 90, 150, 210, 270, 330),
}
_SOFT = 0.42  # of a bar's length, the most that fades
_SOFT_PIXELS = 90.0
_TINT = 0.26  # of the class's color in the bar of what happened


def _pen(color: QBrush | QColor, status: Status, width: float) -> QPen:
    pen = QPen(QBrush(color), width, _LINES[status])
    if _LINES[status] == Qt.PenStyle.DashLine:
        pen.setDashPattern([3.0, 2.0])
    elif _LINES[status] == Qt.PenStyle.DotLine:
        pen.setDashPattern([1.0, 1.6])
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _outline(quad: Quad, center: QPointF, radius: float) -> QPainterPath:
    path = QPainterPath()
    corners = _CORNERS[quad]
    if not corners:
        path.addEllipse(center, radius, radius)
        return path
    wide = radius * (1.15 if len(corners) <= 4 else 1.05)
    path.addPolygon(
        QPolygonF(
            [
                center + QPointF(wide * math.sin(a), -wide * math.cos(a))
                for a in (math.radians(corner) for corner in corners)
            ]
        )
    )
    path.closeSubpath()
    return path


def draw_sign(
    painter: QPainter, center: QPointF, radius: float, quad: Quad, status: Status, color: QColor
) -> None:
    """Draw an event's sign: full, with a core, hollow, dashed, dotted or crossed."""
    outline = _outline(quad, center, radius)
    painter.setPen(_pen(color, status, 1.6))
    painter.setBrush(color if status == "happened" else Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
    if status == "ongoing":
        painter.setBrush(color)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPath(_outline(quad, center, radius * 0.45))
    if status == "denied":
        reach = radius * 1.15
        painter.setPen(QPen(color, 1.8))
        for way in (1, -1):
            painter.drawLine(
                center + QPointF(-reach, -reach * way), center + QPointF(reach, reach * way)
            )


def _fading(color: QColor, x0: float, x1: float, extent: Extent, share: float) -> QBrush:
    """Return a brush that is `color` between two pixels, and nothing at the soft ones."""
    shade, gone = QColor(color), QColor(color)
    shade.setAlphaF(share)
    gone.setAlphaF(0)
    gradient = QLinearGradient(QPointF(x0, 0), QPointF(x1, 0))
    soft = min(_SOFT, _SOFT_PIXELS / max(1.0, abs(x1 - x0)))
    gradient.setColorAt(0, gone if extent.soft_start else shade)
    gradient.setColorAt(soft, shade)
    gradient.setColorAt(1 - soft, shade)
    gradient.setColorAt(1, gone if extent.soft_end else shade)
    return QBrush(gradient)


def draw_bar(
    painter: QPainter,
    bar: QRectF,
    extent: Extent,
    status: Status,
    color: QColor,
    *,
    leftward: bool,
) -> None:
    """Draw how long an event takes; soft edges fade. Time runs to the left if `leftward`."""
    x0, x1 = (bar.right(), bar.left()) if leftward else (bar.left(), bar.right())
    filled = status in ("happened", "ongoing")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_fading(color, x0, x1, extent, _TINT if filled else 0.07))
    painter.drawRoundedRect(bar, 5, 5)
    painter.setPen(_pen(_fading(color, x0, x1, extent, 0.9), status, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(bar, 5, 5)
    if status == "ongoing":
        _draw_arrow(painter, QPointF(x1, bar.center().y()), bar.height(), color, leftward)


def _draw_arrow(
    painter: QPainter,
    tip: QPointF,
    height: float,
    color: QColor,
    leftward: bool,  # noqa: FBT001 - one of two ways
) -> None:
    back = height * 0.3 * (1 if leftward else -1)
    painter.setPen(QPen(color, 1.6))
    for way in (1, -1):
        painter.drawLine(tip, tip + QPointF(back, way * height * 0.3))


def draw_tail(
    painter: QPainter,
    at: QPointF,
    color: QColor,
    *,
    to_left: bool,
) -> None:
    """Draw a line that fades: it lies somewhere on that side, and how far is not known."""
    far = at + QPointF(-TAIL if to_left else TAIL, 0)
    gone = QColor(color)
    gone.setAlphaF(0)
    gradient = QLinearGradient(at, far)
    gradient.setColorAt(0, color)
    gradient.setColorAt(1, gone)
    painter.setPen(QPen(QBrush(gradient), 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(at, far)
    near = at + (far - at) * 0.42
    back = 4.0 if to_left else -4.0
    painter.setPen(QPen(color, 1.6))
    for way in (1, -1):
        painter.drawLine(near, near + QPointF(back, way * 4.0))
