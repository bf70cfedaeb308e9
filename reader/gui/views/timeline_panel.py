"""The timeline with its buttons, and the key of its signs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget, QWidgetAction

from reader.gui.models import wording
from reader.gui.theme import Theme, load_theme
from reader.gui.views.blocks import Frame
from reader.gui.views.event_marks import draw_key_sign, key_signs
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
            self.setAccessibleDescription(wording.join(sign.name for sign in key_signs()))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the longest line and of all lines."""
        metrics, signs = QFontMetricsF(self.font()), key_signs()
        width = max(metrics.horizontalAdvance(sign.name) for sign in signs)
        return QSize(int(width) + self._SIGN + 28, self._ROW * len(signs) + 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the signs and their names."""
        frame = Frame(QRectF(self.rect()), self.layoutDirection())
        leftward = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), self._theme.color("base"))
            for number, sign in enumerate(key_signs()):
                top = 6.0 + number * self._ROW
                place = frame.place(8, top, self._SIGN, self._ROW)
                draw_key_sign(painter, sign, place, self._theme)
                painter.setPen(self._theme.color("text"))
                width = self.width() - self._SIGN - 20
                words = frame.place(self._SIGN + 12, top, width, self._ROW)
                painter.drawText(words, flags, sign.name)


class TimelinePanel(PaintedPanel):
    """The timeline, and what is done with it by buttons.

    Signals:
        leftward_chosen: whether time runs to the left from now on.
        hijri_chosen: whether the months of the Hijri calendar are shown too.
    """

    leftward_chosen = Signal(bool)
    hijri_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.timeline = TimelineView()
        super().__init__(self.timeline, "timeline", parent)
        self.brush_button = self.add_button("brush")
        self.brush_button.setCheckable(True)
        self.direction_button = self.add_button("direction")
        self.hijri_button = self.add_button("calendar")
        self.hijri_button.setCheckable(True)
        self.key_button = self.add_button("key")
        self.key = TimelineKey()
        self._add_key()
        self.brush_button.toggled.connect(self._on_brushes)
        self.direction_button.clicked.connect(
            lambda: self.leftward_chosen.emit(not self.timeline.is_leftward)
        )
        self.hijri_button.clicked.connect(self.hijri_chosen)
        self._name_buttons()

    def show_hijri(self, is_shown: bool) -> None:  # noqa: FBT001 - a switch
        """Show the months of the Hijri calendar too, or not."""
        self.hijri_button.setChecked(is_shown)
        self.timeline.set_hijri(is_shown)

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
            self.hijri_button: self.tr("Hijri months too"),
            self.key_button: self.tr("What the signs mean"),
        }
        for button, name in names.items():
            button.setToolTip(name)
            button.setAccessibleName(name)
