"""The types of highlights as switches, each with its color and count."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QWidget,
)

from reader.core.types import Analysis
from reader.gui.models import wording
from reader.gui.models.entities_model import TYPES
from reader.gui.theme import blend
from reader.gui.views.blocks import Frame, dim
from reader.gui.views.flow import FlowLayout
from reader.gui.views.number_field import NumberField
from reader.gui.views.panel_parts import apply_theme

if TYPE_CHECKING:
    from reader.gui.theme import Theme

_GAP = 4  # pixels between switches and around them
KEYS: tuple[str, ...] = (*TYPES, "TIME", "TRIGGER")


class TypeSwitch(QAbstractButton):
    """A switch for one type: its color, its name and how many there are."""

    PADDING, SWATCH, GAP = 8, 12, 6

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.color = QColor()
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return the size of the name with its swatch."""
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text()) + 2 * self.PADDING + self.SWATCH + self.GAP
        return QSize(width + 2, metrics.height() + 8)

    def changeEvent(self, event: QEvent) -> None:
        """Ask for another size with other letters."""
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a name is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the switch; off, its swatch is hollow and its name is struck out."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, box = self.palette(), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        text, base = palette.text().color(), palette.base().color()
        on = self.isChecked()
        ground = blend(palette.highlight().color(), base, 0.08) if self.underMouse() else base
        painter.setPen(QPen(blend(text, base, 0.3 if on else 0.16), 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._draw_swatch(painter, on=on)
        self._draw_name(painter, on=on)
        if self.hasFocus():
            painter.setPen(QPen(palette.highlight().color(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), box.height() / 2, box.height() / 2)

    def _frame(self) -> Frame:
        return Frame(QRectF(self.rect()), self.layoutDirection())

    def _draw_swatch(self, painter: QPainter, *, on: bool) -> None:
        palette = self.palette()
        edge = blend(palette.text().color(), palette.base().color(), 0.5)
        top = (self.height() - self.SWATCH) / 2
        painter.setPen(QPen(edge, 1))
        painter.setBrush(self.color if on else Qt.BrushStyle.NoBrush)
        place = self._frame().place(self.PADDING, top, self.SWATCH, self.SWATCH)
        painter.drawRoundedRect(place, 3, 3)

    def _draw_name(self, painter: QPainter, *, on: bool) -> None:
        font = self.font()
        font.setStrikeOut(not on)
        painter.setFont(font)
        painter.setPen(self.palette().text().color() if on else dim(self.palette()))
        inset = self.PADDING + self.SWATCH + self.GAP
        width = self.width() - inset - self.PADDING + 2
        place = self._frame().place(inset, 0, width, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.text())


class ThresholdBox(QWidget):
    """Chooses how sure a finding must be to be shown, in percent; 0 shows all.

    Signals:
        percent_changed: the percent, when the user has chosen it.
    """

    percent_changed = Signal(int)
    STEP = 5

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label, self.field = QLabel(), NumberField()
        self.field.setRange(0, 100 - self.STEP)
        self.field.setSingleStep(self.STEP)
        self.field.setKeyboardTracking(False)
        self.label.setBuddy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.label)
        row.addWidget(self.field)
        self.field.valueChanged.connect(self.percent_changed)
        self._retranslate()

    def set_percent(self, percent: int) -> None:
        """Show a percent, without a signal."""
        self.field.blockSignals(True)
        self.field.setValue(percent)
        self.field.blockSignals(False)

    def take_keyboard(self) -> None:
        """Let the user type a percent in the place of this one."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.label.setText(self.tr("Confidence"))
        self.field.setSpecialValueText(self.tr("any"))
        self.field.setPrefix("\u2265\u00a0")
        self.field.setSuffix("%")
        tip = self.tr("Show only what is right at least this often; the rest is hidden everywhere")
        for widget in (self.label, self.field):
            widget.setToolTip(tip)
        self.field.setAccessibleName(self.tr("Least confidence that is shown"))
        self.field.setAccessibleDescription(tip)


class Legend(QWidget):
    """Switches highlights on and off by type, and by how sure they are.

    Signals:
        types_changed: frozenset of the types that are on, with TIME and TRIGGER.
    """

    types_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Counter[str] = Counter()
        flow = FlowLayout(self, gap=_GAP, lines=_GAP)
        flow.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self.switches = {key: TypeSwitch(key, self) for key in KEYS}
        for switch in self.switches.values():
            switch.clicked.connect(self._on_clicked)
            flow.addWidget(switch)
        self.all_button, self.none_button = QToolButton(self), QToolButton(self)
        for button, keys in (
            (self.all_button, frozenset(KEYS)),
            (self.none_button, frozenset[str]()),
        ):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _checked=False, keys=keys: self._choose(keys))
            flow.addWidget(button)
        self.threshold = ThresholdBox(self)
        flow.addWidget(self.threshold)
        self._retranslate()

    def set_analysis(self, analysis: Analysis | None) -> None:
        """Count the highlights of each type; a type without any is not offered."""
        self._counts = Counter()
        if analysis:
            self._counts.update(mention.type for mention in analysis.mentions)
            self._counts["TIME"] = len(analysis.times)
            self._counts["TRIGGER"] = len(analysis.events)
        self._retranslate()

    def visible_types(self) -> frozenset[str]:
        """Return the types that are on, offered or not."""
        return frozenset(key for key, switch in self.switches.items() if switch.isChecked())

    def set_visible_types(self, types: frozenset[str]) -> None:
        """Switch exactly these types on, without a signal."""
        for key, switch in self.switches.items():
            switch.setChecked(key in types)

    def set_theme(self, theme: Theme) -> None:
        """Show the switches in the colors of `theme`."""
        apply_theme(self, theme)
        for key, switch in self.switches.items():
            switch.color = theme.highlight(key)
            switch.update()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _choose(self, types: frozenset[str]) -> None:
        self.set_visible_types(types)
        self._on_clicked()

    def _on_clicked(self) -> None:
        self.types_changed.emit(self.visible_types())

    def _retranslate(self) -> None:
        for key, switch in self.switches.items():
            count = self._counts[key]
            name = wording.entity_type_name(key)
            switch.setText(f"{name} {wording.isolate(str(count))}" if count else name)
            switch.setAccessibleName(f"{name} ({count})")
            switch.setToolTip(self.tr("Show or hide: {name}").format(name=name))
            switch.setVisible(bool(count) or not self._counts)
            switch.updateGeometry()
        self.all_button.setText(self.tr("All"))
        self.all_button.setToolTip(self.tr("Show every highlight"))
        self.none_button.setText(self.tr("None"))
        self.none_button.setToolTip(self.tr("Hide every highlight"))
