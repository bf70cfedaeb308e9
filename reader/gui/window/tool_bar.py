"""The tool bar, made from the actions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from reader.gui.actions import TOOL_BAR


def make_tool_bar(
    actions: Mapping[str, QAction], date_button: QWidget, parent: QWidget
) -> QToolBar:
    """Return the tool bar: what is done with the article, then its day and the panels."""
    bar = QToolBar(parent)
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setIconSize(QSize(20, 20))
    for name in TOOL_BAR:
        if name:
            bar.addAction(actions[name])
        else:
            bar.addSeparator()
    space = QWidget()
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(space)
    bar.addWidget(date_button)
    bar.addSeparator()
    for name in ("show_entities", "show_desk", "show_events"):
        bar.addAction(actions[name])
    return bar
