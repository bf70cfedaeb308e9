"""Where characters stand on a line, from the edges of each.

`cursorToX` of a range's two ends is wrong where the direction changes inside it. The
leading and trailing edge of each character, merged into runs, are right but for the
first character of a left-to-right run in a right-to-left line (a number, a Latin
name): both its edges are given as the end of the word before. Such characters are
never joined, so the advances of their glyphs tell where they stand.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLayout, QTextLine

_GAP = 0.75  # pixels between two characters of one run
_LEFT_TO_RIGHT = frozenset({"L", "EN", "AN"})  # Unicode bidirectional classes


def layout_runs(layout: QTextLayout, text: str, start: int, end: int) -> list[QRectF]:
    """Return the visual runs of a UTF-16 range of a paragraph, line by line, left to right.

    `text` is the paragraph's: the layout of a document's block does not know it.
    """
    return [
        run
        for number in range(layout.lineCount())
        for run in _line_runs(layout.lineAt(number), text, start, end)
    ]


def _line_runs(line: QTextLine, text: str, start: int, end: int) -> list[QRectF]:
    first = max(start, line.textStart())
    stop = min(end, line.textStart() + line.textLength())
    edges = sorted(_edges(line, text, position) for position in range(first, stop))
    runs: list[list[float]] = []
    for left, right in edges:
        if runs and left <= runs[-1][1] + _GAP:
            runs[-1][1] = max(runs[-1][1], right)
        elif right > left:
            runs.append([left, right])
    return [QRectF(left, line.y(), right - left, line.height()) for left, right in runs]


def _edges(line: QTextLine, text: str, position: int) -> tuple[float, float]:
    # Where a text has astral characters its UTF-16 positions run ahead of its code
    # points; then a neighbor's class is read, and the glyphs still tell the place.
    char = text[position] if position < len(text) else ""
    if char and unicodedata.bidirectional(char) in _LEFT_TO_RIGHT:
        edges = _glyph_edges(line, position)
        if edges is not None:
            return edges
    leading = _x(line, position, QTextLine.Edge.Leading)
    trailing = _x(line, position, QTextLine.Edge.Trailing)
    return min(leading, trailing), max(leading, trailing)


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
