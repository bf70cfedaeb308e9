"""How the reader likes an article to be set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.gui.fonts import FAMILY

Diacritics = Literal["shown", "dimmed", "hidden"]
Numbers = Literal["none", "paragraphs", "sentences"]
DEFAULT_POINTS, MIN_POINTS, MAX_POINTS = 16, 8, 48


@dataclass(frozen=True, slots=True)
class ReadingStyle:
    """The look of the article; nothing of it changes the text, its offsets or what is copied.

    Attributes:
        family: of the font.
        points: size of the font.
        line_height: percent of the font's own.
        column: widest column, in widths of the letter م; 0 for all the width there is.
        diacritics: what becomes of tashkil.
        numbers: what is counted in the margin.
        focus: all but the current sentence is dimmed.
        highlights: what was found is painted.
    """

    family: str = FAMILY
    points: int = DEFAULT_POINTS
    line_height: float = 125.0
    column: float = 72.0
    diacritics: Diacritics = "shown"
    numbers: Numbers = "none"
    focus: bool = False
    highlights: bool = True
