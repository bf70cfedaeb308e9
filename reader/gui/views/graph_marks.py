"""How parties and links are drawn: a shape and a sign for each type, lines by status."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from reader.core.types import EntityType
from reader.gui.models import wording
from reader.gui.models.links import Link, Party, link_label
from reader.gui.models.web_layout import Route
from reader.gui.theme import Theme
from reader.gui.views.blocks import sized
from reader.gui.views.event_marks import draw_sign

SIGN, PADDING = 15.0, 9.0  # pixels
_MOST_WIDTH = 230.0  # of a name; a longer one is cut with an ellipsis
_ARROW = 9.0
_PLACES = ("GPE", "LOC", "FAC")


def party_font(font: QFont, party: Party) -> QFont:
    """Return the font of a name: larger the more often the article has it."""
    return sized(font, min(1.5, 0.94 + 0.11 * math.sqrt(party.mentions - 1)), bold=True)


def party_words(party: Party, font: QFont) -> str:
    """Return the name as it is drawn, isolated, and cut where it is too long."""
    metrics = QFontMetricsF(party_font(font, party))
    return wording.isolate(metrics.elidedText(party.name, Qt.TextElideMode.ElideRight, _MOST_WIDTH))


def party_size(party: Party, font: QFont) -> tuple[float, float]:
    """Return the size of a party's box."""
    metrics = QFontMetricsF(party_font(font, party))
    sign = SIGN + 5 if _has_sign(party.type) else 0.0
    width = metrics.horizontalAdvance(party_words(party, font)) + sign + 2 * PADDING
    slant = metrics.height() * 0.3 if party.type in _PLACES else 0.0
    return width + 2 * slant + 4, metrics.height() + 9


def link_size(link: Link, font: QFont) -> tuple[float, float]:
    """Return the size of the words of a link, with the sign of its class."""
    metrics = QFontMetricsF(sized(font, 0.84))
    return metrics.horizontalAdvance(link_label(link)) + 30, metrics.height() + 5


def _has_sign(kind: EntityType | None) -> bool:
    return kind in {"PER", "ORG", "NORP", *_PLACES}


def party_outline(kind: EntityType | None, box: QRectF) -> QPainterPath:
    """Return the shape of a party: round for people, square for bodies, pointed for places."""
    path = QPainterPath()
    if kind in _PLACES:
        slant = box.height() * 0.3
        left, right, middle = box.left(), box.right(), box.center().y()
        top, bottom = box.top(), box.bottom()
        corners = [
            QPointF(left + slant, top), QPointF(right - slant, top), QPointF(right, middle),
            QPointF(right - slant, bottom), QPointF(left + slant, bottom), QPointF(left, middle),
        ]  # fmt: skip
        path.addPolygon(QPolygonF([*corners, corners[0]]))
        return path
    radius = {"ORG": 3.0, "PER": box.height() / 2, "NORP": box.height() / 2}.get(kind or "", 9.0)
    path.addRoundedRect(box, radius, radius)
    return path


def draw_party(
    painter: QPainter, party: Party, box: QRectF, font: QFont, theme: Theme, *, rtl: bool
) -> None:
    """Draw a party in its box; one that is no entity has a dashed rim."""
    fill = theme.highlight(party.type) if party.type else theme.color("base")
    line = Qt.PenStyle.SolidLine if party.type else Qt.PenStyle.DashLine
    painter.setPen(QPen(theme.color("axis"), 1.2, line))
    painter.setBrush(fill)
    painter.drawPath(party_outline(party.type, box))
    inner = box.adjusted(PADDING, 0, -PADDING, 0)
    if party.type in _PLACES:
        inner.adjust(box.height() * 0.3 - 2, 0, 2 - box.height() * 0.3, 0)
    ink = theme.color("text")
    if _has_sign(party.type):
        left = inner.right() - SIGN if rtl else inner.left()
        sign = QRectF(left, box.center().y() - SIGN / 2, SIGN, SIGN)
        _draw_kind(painter, party.type, sign, ink)
        inner.adjust(*((0, 0, -SIGN - 4, 0) if rtl else (SIGN + 4, 0, 0, 0)))
    painter.setPen(ink)
    painter.setFont(party_font(font, party))
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, party_words(party, font))


def _draw_kind(painter: QPainter, kind: EntityType | None, box: QRectF, ink: QColor) -> None:
    """Draw a person, several, a house or a pin."""
    painter.setPen(QPen(ink, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y, side = box.center().x(), box.top(), box.width()
    if kind in {"PER", "NORP"}:
        heads = [x] if kind == "PER" else [x - side * 0.24, x + side * 0.24]
        for head in heads:
            radius = side * (0.2 if kind == "PER" else 0.15)
            painter.drawEllipse(QPointF(head, y + side * 0.3), radius, radius)
            wide = side * (0.34 if kind == "PER" else 0.22)
            body = QRectF(head - wide, y + side * 0.58, 2 * wide, side * 0.6)
            painter.drawArc(body, 0, 180 * 16)
    elif kind == "ORG":
        roof = [QPointF(x, y + 1), QPointF(box.right(), y + side * 0.38)]
        painter.drawPolygon(QPolygonF([*roof, QPointF(box.left(), y + side * 0.38)]))
        for share in (0.18, 0.5, 0.82):
            at = box.left() + side * share
            painter.drawLine(QPointF(at, y + side * 0.48), QPointF(at, y + side * 0.82))
        foot = y + side * 0.92
        painter.drawLine(QPointF(box.left(), foot), QPointF(box.right(), foot))
    else:
        pin = QPainterPath(QPointF(x, box.bottom()))
        pin.quadTo(box.left() + 1, y + side * 0.55, box.left() + side * 0.2, y + side * 0.3)
        pin.arcTo(QRectF(x - side * 0.3, y, side * 0.6, side * 0.6), 180, -180)
        pin.quadTo(box.right() - 1, y + side * 0.55, x, box.bottom())
        painter.drawPath(pin)
        painter.drawEllipse(QPointF(x, y + side * 0.32), side * 0.1, side * 0.1)


def link_color(link: Link, theme: Theme) -> QColor:
    """Return the color of a link's class; who only tells of it is told apart by the axis' color."""
    return theme.color("axis" if link.kind == "says" else wording.quad_of(link.types[0][0]))


def draw_line(painter: QPainter, link: Link, route: Route, theme: Theme, width: float) -> None:
    """Draw the line of a link: dashed and with an open head where nothing has happened yet."""
    color = link_color(link, theme)
    real = link.status in {"happened", "ongoing", "denied"}
    style = Qt.PenStyle.SolidLine if real else Qt.PenStyle.DashLine
    if link.kind == "says":
        style = Qt.PenStyle.DotLine
    path = QPainterPath(QPointF(*route.start))
    path.quadTo(QPointF(*route.bend), QPointF(*route.end))
    painter.setPen(QPen(color, width, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    if link.kind != "with":
        _draw_head(painter, route, color, width, is_open=not real)
    if link.status == "denied":
        _draw_cross(painter, route, color)


def _draw_head(
    painter: QPainter, route: Route, color: QColor, width: float, *, is_open: bool
) -> None:
    before, tip = route.at(0.94), route.end
    angle = math.atan2(tip.y - before.y, tip.x - before.x)
    size = _ARROW + width
    back = [
        QPointF(tip.x - size * math.cos(angle + turn), tip.y - size * math.sin(angle + turn))
        for turn in (0.42, -0.42)
    ]
    painter.setPen(QPen(color, max(1.2, width * 0.8)))
    painter.setBrush(Qt.BrushStyle.NoBrush if is_open else color)
    if is_open:
        painter.drawPolyline(QPolygonF([back[0], QPointF(*tip), back[1]]))
    else:
        painter.drawPolygon(QPolygonF([QPointF(*tip), *back]))


def _draw_cross(painter: QPainter, route: Route, color: QColor) -> None:
    at = route.at(0.8)
    painter.setPen(QPen(color, 2.2))
    for x in (6, -6):
        painter.drawLine(QPointF(at.x - x, at.y - 6), QPointF(at.x + x, at.y + 6))


def draw_link_words(
    painter: QPainter, link: Link, box: QRectF, font: QFont, theme: Theme, *, rtl: bool
) -> None:
    """Draw what a link stands for, on the ground of the picture, with the sign of its class."""
    color, ground = link_color(link, theme), QColor(theme.color("base"))
    ground.setAlphaF(0.93)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    inner = box.adjusted(5, 0, -5, 0)
    if link.kind != "says":
        x = inner.right() - 6 if rtl else inner.left() + 6
        quad = wording.quad_of(link.types[0][0])
        draw_sign(painter, QPointF(x, box.center().y()), 5, quad, link.status, color)
    inner.adjust(*((0, 0, -15, 0) if rtl else (15, 0, 0, 0)))
    painter.setPen(color)
    painter.setFont(sized(font, 0.84))
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, link_label(link))
