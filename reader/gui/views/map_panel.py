"""The map under its buttons, with the places beside it that nobody knows the way to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.gui.models import wording
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say_count
from reader.gui.models.places import nowhere
from reader.gui.views.map_view import MapView
from reader.gui.views.painted import PaintedPanel

_ID = Qt.ItemDataRole.UserRole


class MapPanel(PaintedPanel):
    """The map, a button for its events, and the list of places that are not on it.

    Signals:
        place_chosen: id of the Entity that was clicked on the map or in the list.
    """

    place_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.map = MapView()
        self.lost = QListWidget()
        self.lost_title = QLabel()
        super().__init__(self.map, "places", parent)
        self.events_button = self.add_button("events")
        self.events_button.setCheckable(True)
        self.events_button.setChecked(True)
        self.events_button.toggled.connect(self.map.set_shows_events)
        self.lost_title.setTextFormat(Qt.TextFormat.PlainText)
        self.lost_title.setWordWrap(True)
        self.lost.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lost.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.lost.setFrameShape(QListWidget.Shape.NoFrame)
        self._beside = QWidget()
        column = QVBoxLayout(self._beside)
        column.setContentsMargins(4, 2, 4, 0)
        column.addWidget(self.lost_title)
        column.addWidget(self.lost, 1)
        self.sides.insertWidget(1, self._beside)
        self.sides.setStretchFactor(0, 5)
        self.sides.setSizes([500, 120, 200])
        self._beside.setMinimumWidth(96)
        self._beside.hide()
        self.map.place_chosen.connect(self.place_chosen)
        self.lost.itemClicked.connect(self._on_item)
        self.lost.itemActivated.connect(self._on_item)
        self._name_parts()

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show the places of another analysis, once the map is seen."""
        self.map.when_seen("index", lambda: self._show_index(index))

    def _show_index(self, index: AnalysisIndex | None) -> None:
        self.map.show_index(index)
        self.lost.clear()
        for place in nowhere(self.map.places):
            count = wording.isolate(f"×{len(place.mentions)}")
            item = QListWidgetItem(f"{wording.isolate(place.name)}  {count}")
            item.setData(_ID, place.id)
            self.lost.addItem(item)
        self._beside.setVisible(self.lost.count() > 0)
        self._name_lost()

    def _on_item(self, item: QListWidgetItem) -> None:
        self.place_chosen.emit(item.data(_ID))

    def _name_lost(self) -> None:
        words = say_count(
            QT_TRANSLATE_NOOP("Wording", "%n place(s) not on the map"), self.lost.count()
        )
        self.lost_title.setText(words)
        self.lost.setAccessibleName(words)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_parts()
            self.map.viewport().update()

    def _name_parts(self) -> None:
        self.map.setAccessibleName(self.tr("Map of the places"))
        keys = self.tr(
            "Arrows: from place to place. Shift and arrows: move the map. Enter: go there."
        )
        self.map.setAccessibleDescription(keys)
        self.map.viewport().setStatusTip(keys)
        name = self.tr("How many events happen at each place")
        self.events_button.setToolTip(name)
        self.events_button.setAccessibleName(name)
        self._name_lost()
