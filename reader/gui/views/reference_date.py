"""The day that the article was written: what is known of it, and a way to set it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from reader.core.types import ReferenceDate
from reader.gui.models import wording
from reader.gui.models.dating import reason_text

_MOST_CANDIDATES = 12  # more are better picked from the calendar


class ReferenceDateButton(QToolButton):
    """Shows the reference date with its status; its menu sets it.

    Signals:
        date_chosen: a `datetime.date`, or None to work it out from the text again.
    """

    date_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reference = ReferenceDate("unknown")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.why = QLabel()
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setWordWrap(True)
        self.candidates = QListWidget()
        self.calendar = QCalendarWidget()
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.clear_button = QPushButton()
        self._fill_menu()
        self._set_locale()
        self.candidates.itemClicked.connect(self._pick_candidate)
        self.candidates.itemActivated.connect(self._pick_candidate)
        self.calendar.activated.connect(self._pick_day)
        self.calendar.clicked.connect(self._pick_day)
        self.clear_button.clicked.connect(lambda: self._choose(None))
        self.show_date(None)

    def _fill_menu(self) -> None:
        page = QWidget()
        layout = QVBoxLayout(page)
        for widget in (self.why, self.candidates, self.calendar, self.clear_button):
            layout.addWidget(widget)
        page.setMinimumWidth(320)
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(page)
        menu.addAction(action)
        self.setMenu(menu)

    def show_date(self, reference: ReferenceDate | None) -> None:
        """Show what is known; None while no article is analyzed."""
        self._reference = reference or ReferenceDate("unknown")
        self.setEnabled(reference is not None)
        self.setText(wording.reference_text(self._reference))
        self.setToolTip(self.tr("The day that the article was written. Click to set it."))
        status = wording.reference_status_name(self._reference.status)
        if self._reference.basis == "metadata":
            status = self.tr("from the article's own file or page")
        self.setAccessibleName(f"{self.text()} ({status})")
        self.candidates.setAccessibleName(self.tr("Days that it may be"))
        told = map(reason_text, self._reference.reasons)
        self.why.setText("\n".join((status, *told)))
        self._list_candidates()
        day = self._reference.first_day
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.clear_button.setText(self.tr("Work it out from the text"))
        self.clear_button.setEnabled(self._reference.basis == "user")

    def _set_locale(self) -> None:
        """Name months and days in the language of the interface; no day is a red one."""
        self.calendar.setLocale(QLocale())
        for day in (Qt.DayOfWeek.Friday, Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, QTextCharFormat())

    def _list_candidates(self) -> None:
        self.candidates.clear()
        days = self._reference.candidates
        for day in days[:_MOST_CANDIDATES]:
            item = QListWidgetItem(wording.day_text(day, weekday=True))
            item.setData(Qt.ItemDataRole.UserRole, day.isoformat())
            self.candidates.addItem(item)
        shown = 1 < len(days) <= _MOST_CANDIDATES
        self.candidates.setVisible(shown)
        if shown:
            row = self.candidates.sizeHintForRow(0)
            self.candidates.setFixedHeight(row * min(6, len(days)) + 6)

    def _pick_candidate(self, item: QListWidgetItem) -> None:
        self._choose(date.fromisoformat(item.data(Qt.ItemDataRole.UserRole)))

    def _pick_day(self, day: QDate) -> None:
        self._choose(date(day.year(), day.month(), day.day()))

    def _choose(self, day: date | None) -> None:
        menu = self.menu()
        if menu is not None:
            menu.close()
        self.date_chosen.emit(day)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_locale()
            self.show_date(self._reference if self.isEnabled() else None)
        super().changeEvent(event)
