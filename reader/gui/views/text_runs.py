"""Where characters stand on a line, from the edges of each.

`cursorToX` of a range's two ends is wrong where the direction changes inside it. The
leading and trailing edge of each character, merged into runs, are right but for the
first character of a left-to-right run in a right-to-left line (a number, a Latin
name): both its edges are given as the end of the word before. Such characters are
never joined, so the advances of their glyphs tell where they stand. `xToCursor` is
wrong in right-to-left lines that end in a space: it is off by the space's width. What
is under a point follows from the same edges.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLayout, QTextLine

_GAP = 0.75  # pixels between two characters of one run
_LEFT_TO_RIGHT = frozenset({"L", "EN", "AN"})  # Unicode bidirectional classes


@dataclass(frozen=True, slots=True)
class Letter:
    """A character on its line: its UTF-16 position, its edges, and its direction."""

    position: int
    left: float
    right: float
    to_left: bool


def line_letters(
    line: QTextLine, text: str, start: int = 0, end: int = sys.maxsize
) -> list[Letter]:
    """Return the characters of a line that have a width, in logical order.

    Those of a UTF-16 range of the paragraph only, if it is given.
    """
    first = max(start, line.textStart())
    stop = min(end, line.textStart() + line.textLength())
    letters = [_letter(line, text, position) for position in range(first, stop)]
    return [letter for letter in letters if letter.right > letter.left]


def merged(line: QTextLine, letters: Iterable[Letter]) -> list[QRectF]:
    """Return the visual runs of some characters of a line, left to right."""
    runs: list[list[float]] = []
    for left, right in sorted((letter.left, letter.right) for letter in letters):
        if runs and left <= runs[-1][1] + _GAP:
            runs[-1][1] = max(runs[-1][1], right)
        else:
            runs.append([left, right])
    return [QRectF(left, line.y(), right - left, line.height()) for left, right in runs]


def layout_runs(layout: QTextLayout, text: str, start: int, end: int) -> list[QRectF]:
    """Return the visual runs of a UTF-16 range of a paragraph, line by line, left to right.

    `text` is the paragraph's: the layout of a document's block does not know it.
    """
    return [
        run
        for line in map(layout.lineAt, range(layout.lineCount()))
        for run in merged(line, line_letters(line, text, start, end))
    ]


def _letter(line: QTextLine, text: str, position: int) -> Letter:
    # Where a text has astral characters its UTF-16 positions run ahead of its code
    # points; then a neighbor's class is read, and the glyphs still tell the place.
    char = text[position] if position < len(text) else ""
    if char and unicodedata.bidirectional(char) in _LEFT_TO_RIGHT:
        edges = _glyph_edges(line, position)
        if edges is not None:
            return Letter(position, *edges, to_left=False)
    leading = _x(line, position, QTextLine.Edge.Leading)
    trailing = _x(line, position, QTextLine.Edge.Trailing)
    left, right = min(leading, trailing), max(leading, trailing)
    return Letter(position, left, right, to_left=leading > trailing)


def _glyph_edges(line: QTextLine, position: int) -> tuple[float, float] | None:
    """Return the extent of the glyphs of one character, None where it has none."""
    extents = [
        (place.x(), place.x() + advance.x())
        for run in line.glyphRuns(position, 1)
        for place, advance in zip(
            run.positions(),
            run.rawFont().advancesForGlyphIndexes(run.glyphIndexes()),
            strict=True,
        )
        if advance.x() > 0
    ]
    if not extents:
        return None
    return min(left for left, _ in extents), max(right for _, right in extents)


def _x(line: QTextLine, position: int, edge: QTextLine.Edge) -> float:
    # PySide returns the x and the position that it was asked for; the stub says object.
    x: Any = line.cursorToX(position, edge)
    return float(x[0] if isinstance(x, tuple) else x)
