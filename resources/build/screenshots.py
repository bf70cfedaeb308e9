"""Draw the pictures that the README and the help show.

usage: QT_QPA_PLATFORM=offscreen python resources/build/screenshots.py

resources/screenshots/{seed-light,seed-dark,timeline,map,graph,brief}.png and
resources/help/pictures/*.png.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from reader.gui.main_window import MainWindow
from reader.gui.screenshot import render
from reader.resources import seed
from reader.settings import ThemeName

RESOURCES = Path(__file__).parent.parent
OUT, HELP = RESOURCES / "screenshots", RESOURCES / "help" / "pictures"
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
VIEWS: dict[str, ThemeName] = {
    "timeline": "light",
    "map": "sepia",
    "graph": "dark",
    "brief": "light",
}
LANGUAGES: tuple[Literal["ar", "en"], ...] = ("ar", "en")
DAY = date(2017, 10, 31)
HELP_SIZE = QSize(1000, 640)


def open_desk(name: str) -> Callable[[MainWindow], MainWindow]:
    """Return what opens a view on the desk, and returns the window that it lies in."""

    def opens(window: MainWindow) -> MainWindow:
        window.desk.show_view(name)
        return window

    return opens


def open_preferences(window: MainWindow) -> QDialog:
    """Open the preferences and return their window."""
    window.actions_by_name["preferences"].trigger()
    return next(d for d in window.findChildren(QDialog) if d.isVisible())


def open_palette(window: MainWindow) -> MainWindow:
    """Open the palette and return the window that it lies over."""
    window.actions_by_name["palette"].trigger()
    return window


def main() -> None:
    """Draw the seed in both themes, and the help's pictures in both languages."""
    OUT.mkdir(exist_ok=True)
    HELP.mkdir(exist_ok=True)
    for theme in THEMES:
        out = OUT / f"seed-{theme}.png"
        render(seed(), out, reference_date=DAY, size=QSize(1440, 900), theme=theme)
        print(out.name)
    for view, theme in VIEWS.items():
        out = OUT / f"{view}.png"
        size, opens = QSize(1440, 900), open_desk(view)
        render(seed(), out, reference_date=DAY, size=size, theme=theme, opens=opens)
        print(out.name)
    for language in LANGUAGES:
        for name, opens in (
            ("window", None),
            ("preferences", open_preferences),
            ("palette", open_palette),
        ):
            out = HELP / f"{name}-{language}.png"
            render(seed(), out, reference_date=DAY, size=HELP_SIZE, language=language, opens=opens)
            print(out.name)


if __name__ == "__main__":
    main()
