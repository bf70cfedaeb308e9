"""The fonts that the program brings, and those of the system that can write Arabic."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from reader.errors import ResourceError
from reader.resources import resource, rows

FAMILY = "Noto Naskh Arabic"


@lru_cache(maxsize=1)
def _shipped() -> dict[str, tuple[str, str]]:
    """Return the files of each family that the program brings."""
    return {row["family"]: (row["regular"], row["bold"]) for row in rows("fonts", "fonts.tsv")}


def register_fonts(family: str = FAMILY) -> None:
    """Make a family that the program brings known to Qt; any other is the system's own.

    Needs a QApplication. ResourceError where a file is damaged.
    """
    if family not in _shipped() or family in QFontDatabase.families():
        return
    for name in _shipped()[family]:
        path = resource("fonts", name)
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise ResourceError(f"{path}: not a font; install the program again")


def reading_families() -> tuple[str, ...]:
    """Return the families that an article can be set in: the program's, then the system's."""
    for family in _shipped():
        register_fonts(family)
    arabic = QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)
    others = (f for f in arabic if f not in _shipped() and not QFontDatabase.isPrivateFamily(f))
    return (*_shipped(), *others)


def reading_font(points: int, family: str = FAMILY) -> QFont:
    """Return the font of the article at a size in points; the program's where it is not there."""
    register_fonts(family)
    font = QFont([family, FAMILY], points)
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


def interface_scale() -> float:
    """Return how many times as large as the system's the words of the interface are."""
    return QApplication.font().pointSizeF() / _first[0].pointSizeF() if _first else 1.0
