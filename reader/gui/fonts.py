"""The font that the program brings."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from reader.errors import ResourceError
from reader.resources import resource

FAMILY = "Noto Naskh Arabic"
_FILES = ("NotoNaskhArabic_400Regular.ttf", "NotoNaskhArabic_700Bold.ttf")


def register_fonts() -> None:
    """Make the font known to Qt; ResourceError where a file is damaged. Needs a QApplication."""
    if FAMILY in QFontDatabase.families():
        return
    for name in _FILES:
        path = resource("fonts", name)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise ResourceError(f"{path}: not a font; install the program again")


def reading_font(points: int, family: str = FAMILY) -> QFont:
    """Return the font of the article at a size in points."""
    font = QFont(family, points)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font
