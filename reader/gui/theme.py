"""Colors, from resources/themes/, and the palette that Qt is given."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QPalette

from reader.errors import ResourceError
from reader.resources import resource
from reader.settings import ThemeName

_ROLES = {
    "window": (QPalette.ColorRole.Window,),
    "base": (QPalette.ColorRole.Base,),
    "alternate": (QPalette.ColorRole.AlternateBase, QPalette.ColorRole.ToolTipBase),
    "text": (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.ToolTipText,
    ),
    "button": (QPalette.ColorRole.Button,),
    "highlight": (QPalette.ColorRole.Highlight, QPalette.ColorRole.Accent),
    "highlighted_text": (QPalette.ColorRole.HighlightedText,),
    "link": (QPalette.ColorRole.Link, QPalette.ColorRole.LinkVisited),
    "placeholder": (QPalette.ColorRole.PlaceholderText,),
    "border": (QPalette.ColorRole.Mid,),
}


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colors.

    Attributes:
        base, text, border, link: of the palette, for what is painted by hand.
        reading: marked, found, found_current, flash, copy, marker, marker_text, conflict, and
            user_yellow and so on, of the reader's own highlights.
        highlights: by entity type; TIME and TRIGGER are the colors of underlines.
        views: of what is painted beside the article; the names of `Quad` are those of events.
    """

    name: str
    dark: bool
    colors: Mapping[str, str]
    reading: Mapping[str, str]
    highlights: Mapping[str, str]
    views: Mapping[str, str]

    def palette(self) -> QPalette:
        """Return the palette; disabled words are dimmer."""
        palette = QPalette(QColor(self.colors["button"]), QColor(self.colors["window"]))
        for name, roles in _ROLES.items():
            for role in roles:
                palette.setColor(role, QColor(self.colors[name]))
        dim = QColor(self.colors["placeholder"])
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, dim)
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, dim)
        return palette

    def highlight(self, kind: str) -> QColor:
        """Return the color of an entity type, TIME or TRIGGER."""
        return QColor(self.highlights[kind])

    def color(self, name: str) -> QColor:
        """Return a color of the palette, the reading view or the painted views by its name."""
        group = next((g for g in (self.reading, self.views) if name in g), self.colors)
        return QColor(group[name])


def theme_name(name: ThemeName) -> str:
    """Return the name of a theme in the language of the interface."""
    names: dict[ThemeName, str] = {
        "light": QCoreApplication.translate("Theme", "Light"),
        "sepia": QCoreApplication.translate("Theme", "Sepia"),
        "dark": QCoreApplication.translate("Theme", "Dark"),
        "contrast": QCoreApplication.translate("Theme", "High contrast"),
    }
    return names[name]


@lru_cache(maxsize=4)
def load_theme(name: str) -> Theme:
    """Return the theme of resources/themes/NAME.toml; ResourceError where it is damaged."""
    path = resource("themes", f"{name}.toml")
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        parts = (data[part] for part in ("palette", "reading", "highlights", "views"))
        return Theme(name, data["dark"], *parts)
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise ResourceError(f"{path}: {error}; install the program again") from error


def blend(over: QColor, under: QColor, share: float) -> QColor:
    """Return `under` with `share` (0 to 1) of `over` mixed in."""
    a, b = over, under
    return QColor.fromRgbF(
        share * a.redF() + (1 - share) * b.redF(),
        share * a.greenF() + (1 - share) * b.greenF(),
        share * a.blueF() + (1 - share) * b.blueF(),
    )


def is_dark(palette: QPalette) -> bool:
    """Tell whether the palette puts light words on a dark ground."""
    return palette.base().color().lightnessF() < 0.5
