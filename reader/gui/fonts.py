"""The font that the program brings."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

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


_first: list[QFont] = []


def apply_interface_size(percent: int) -> None:
    """Show all words but the article's in a size, in percent of the system's."""
    if not _first:
        _first.append(QApplication.font())
    font = QFont(_first[0])
    font.setPointSizeF(font.pointSizeF() * percent / 100)
    if font != QApplication.font():
        QApplication.setFont(font)
