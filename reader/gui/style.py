"""The style of the program's widgets: Qt's Fusion with edges that show on dark grounds too."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QStyleOptionComplex, QWidget

from reader.gui.theme import blend, is_dark

_RADIO = QStyle.PrimitiveElement.PE_IndicatorRadioButton
_FIELD = QStyle.PrimitiveElement.PE_FrameLineEdit
_EDGED = frozenset((_RADIO, _FIELD, QStyle.PrimitiveElement.PE_IndicatorCheckBox))
_SPIN = QStyle.ComplexControl.CC_SpinBox
_SHARE = 0.5  # of the words' color in an edge: 3:1 and more (WCAG 2.2, 1.4.11) in our dark themes


class Style(QProxyStyle):
    """Fusion draws every edge darker than its ground; on a dark one it is drawn lighter here."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw an element, and the edge of a box or a field on a dark ground."""
        super().drawPrimitive(element, option, painter, widget)
        if element in _EDGED:
            _draw_edge(option, painter, is_round=element == _RADIO, is_field=element == _FIELD)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a control, and the edge of a field for numbers on a dark ground."""
        super().drawComplexControl(control, option, painter, widget)
        if control == _SPIN:
            _draw_edge(option, painter, is_field=True)


def _draw_edge(
    option: QStyleOption, painter: QPainter, *, is_round: bool = False, is_field: bool = False
) -> None:
    if not is_dark(option.palette):
        return
    if is_field and option.state & QStyle.StateFlag.State_HasFocus:
        return  # Fusion's own edge tells the focus
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(edge(option.palette), 1))
    area = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    if is_round:
        painter.drawEllipse(area)
    else:
        painter.drawRoundedRect(area, 2, 2)
    painter.restore()


def edge(palette: QPalette) -> QColor:
    """Return the color of an edge on the ground of a palette."""
    return blend(palette.windowText().color(), palette.window().color(), _SHARE)
