"""The map of an article's places, and the small map of one."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from reader.gui.theme import load_theme
from reader.gui.views.mini_map import MiniMap


@pytest.mark.parametrize("theme", ["light", "sepia", "dark", "contrast"])
def test_the_small_map_shows_land_sea_and_the_place(qtbot, theme):
    small = MiniMap(36.2, 36.16)  # Antioch, near the sea
    qtbot.addWidget(small)
    small.set_theme(load_theme(theme))
    small.resize(240, 120)
    image = small.grab().toImage()
    names = ("sea", "land", "place")
    seen = {image.pixelColor(x, y).name() for x in range(240) for y in range(120)}
    assert {load_theme(theme).color(name).name() for name in names} <= seen
    assert image.pixelColor(QPoint(120, 60)) == QColor(load_theme(theme).color("place"))
    assert "36.20" in small.accessibleDescription()
