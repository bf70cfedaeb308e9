"""The graph under its buttons: which events, how often named, and who tells of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from reader.gui.models import wording
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.links import types_of
from reader.gui.views.choice_button import ChoiceButton
from reader.gui.views.graph_view import GraphView
from reader.gui.views.number_field import NumberField
from reader.gui.views.painted import PaintedPanel

_TYPES_WIDTH = 130  # pixels


class GraphPanel(PaintedPanel):
    """The graph with its filters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.graph = GraphView()
        super().__init__(self.graph, "graph", parent)
        self.types, self.least = ChoiceButton(), NumberField()
        self.names, self.says = QToolButton(), QToolButton()
        self.types.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.types.setFixedWidth(_TYPES_WIDTH)
        self.least.setRange(1, 99)
        self.least.setPrefix("\u2265 ")
        for button in (self.names, self.says):
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.toggled.connect(lambda _checked: self._choose())
        for widget in (self.types, self.least, self.names, self.says):
            self.add_widget(widget)
        self.types.chosen.connect(lambda _types: self._choose())
        self.least.valueChanged.connect(lambda _value: self._choose())
        self.graph.gathered.connect(self._offer_types)
        self._name_parts()

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show who deals with whom in another analysis."""
        self.graph.show_index(index)

    def _choose(self) -> None:
        self.graph.set_choice(
            replace(
                self.graph.choice,
                types=self.types.keys(),
                mentions=self.least.value(),
                says=self.says.isChecked(),
                words=not self.names.isChecked(),
            )
        )

    def _offer_types(self) -> None:
        names = {str(kind): wording.event_type_name(kind) for kind in types_of(self.graph.all)}
        self.types.set_choices(self.tr("Events"), names)
        self._choose()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_parts()

    def _name_parts(self) -> None:
        self.graph.setAccessibleName(self.tr("Who deals with whom"))
        keys = self.tr(
            "Arrows: from party to party. Page Up and Page Down: their links. Enter: go there."
        )
        self.graph.setAccessibleDescription(keys)
        self.graph.viewport().setStatusTip(keys)
        self.least.setAccessibleName(self.tr("How often a party is named at least"))
        self.least.setToolTip(self.tr("How often a party is named at least"))
        self.names.setText(self.tr("Names"))
        self.names.setToolTip(self.tr("Show names only, not other words"))
        self.says.setText(self.tr("Sources"))
        self.says.setToolTip(self.tr("Show who tells of it too"))
        self._offer_types()
