"""How an event is drawn: its shape by its class, its lines by its status.

Color says the class too, but nothing is told by color alone: cooperation is round or square,
conflict is pointed, and what did not (yet) happen is hollow.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import get_args

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPolygonF,
)

from reader.gui.models import wording
from reader.gui.models.extents import Extent
from reader.gui.models.timeline_layout import TAIL
from reader.gui.models.wording import Quad, Status
from reader.gui.theme import Theme

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


_DASHES: dict[Status, list[float]] = {"called_for": [2.8, 1.5], "hypothetical": [0.1, 1.9]}


def _cap(status: Status) -> Qt.PenCapStyle:
    """Return the ends of a status's dashes: round ones make dots."""
    return Qt.PenCapStyle.RoundCap if status == "hypothetical" else Qt.PenCapStyle.FlatCap


def _pen(color: QColor, status: Status, width: float) -> QPen:
    pen = QPen(color, width)
    if status in _DASHES:
        pen.setDashPattern(_DASHES[status])
        pen.setCapStyle(_cap(status))
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


# An SVG file has shapes that fade, but no pens that do: what fades is filled, not stroked.


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
    outline = QPainterPath()
    outline.addRoundedRect(bar, 5, 5)
    stroker = QPainterPathStroker()
    stroker.setWidth(1.4)
    if status in _DASHES:
        stroker.setDashPattern(_DASHES[status])
        stroker.setCapStyle(_cap(status))
    painter.fillPath(stroker.createStroke(outline), _fading(color, x0, x1, extent, 0.9))
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
    line = QRectF(min(at.x(), far.x()), at.y() - 1.1, abs(far.x() - at.x()), 2.2)
    painter.fillRect(line, QBrush(gradient))
    near = at + (far - at) * 0.42
    back = 4.0 if to_left else -4.0
    painter.setPen(QPen(color, 1.6))
    for way in (1, -1):
        painter.drawLine(near, near + QPointF(back, way * 4.0))


@dataclass(frozen=True, slots=True)
class KeySign:
    """A sign of the key: of a class, of a status, or of edges that are not known exactly."""

    name: str
    quad: Quad | None = None
    status: Status | None = None


def key_signs() -> tuple[KeySign, ...]:
    """Return every sign with its name in the language of the interface."""
    soft = QCoreApplication.translate("Wording", "soft edge: the day is not known exactly")
    return (
        *(KeySign(wording.quad_name(quad), quad=quad) for quad in get_args(Quad)),
        *(KeySign(wording.status_name(status), status=status) for status in wording.statuses()),
        KeySign(soft),
    )


def draw_key_sign(painter: QPainter, sign: KeySign, rect: QRectF, theme: Theme) -> None:
    """Draw a sign of the key in the middle of `rect`."""
    center, ink = rect.center(), theme.color("text")
    if sign.quad:
        draw_sign(painter, center, 5, sign.quad, "happened", theme.color(sign.quad))
    elif sign.status:
        draw_sign(painter, center, 5, "verbal_cooperation", sign.status, ink)
    else:
        soft = Extent(0, 1, soft_start=True, soft_end=True)
        bar = QRectF(rect.left() + 1, center.y() - 7, rect.width() - 2, 14)
        draw_bar(painter, bar, soft, "happened", ink, leftward=False)
