"""How the arrow keys walk over what is painted."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt

from reader.gui.models.mercator import Point

ARROWS: dict[Qt.Key, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def nearest(known: Mapping[str, Point], start: Point, x: int, y: int) -> str:
    """Return the name of the nearest point in a direction, "" where there is none.

    What lies aside counts three times as far.
    """
    found = []
    for name, at in known.items():
        along = (at.x - start.x) * x + (at.y - start.y) * y
        aside = abs((at.x - start.x) * y) + abs((at.y - start.y) * x)
        if along > 1:
            found.append((along + 3 * aside, name))
    return min(found)[1] if found else ""
