"""Draw the pictures that the README shows: resources/screenshots/seed-{light,dark}.png.

usage: QT_QPA_PLATFORM=offscreen python resources/build/screenshots.py
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QSize

from reader.gui.screenshot import render
from reader.resources import seed

OUT = Path(__file__).parent.parent / "screenshots"
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main() -> None:
    """Draw the seed in both themes."""
    OUT.mkdir(exist_ok=True)
    for theme in THEMES:
        out = OUT / f"seed-{theme}.png"
        day = date(2017, 10, 31)
        render(seed(), out, reference_date=day, size=QSize(1440, 900), theme=theme)
        print(out.name)


if __name__ == "__main__":
    main()
