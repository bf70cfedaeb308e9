"""Where characters stand on a line, from the edges of each.

`cursorToX` of a range's two ends is wrong where the direction changes inside it;
the leading and trailing edge of each character, merged into runs, are right.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextLayout, QTextLine

_GAP = 0.75  # pixels between two characters of one run


def line_runs(line: QTextLine, start: int, end: int) -> list[QRectF]:
    """Return the visual runs of a UTF-16 range on one line, left to right."""
    first = max(start, line.textStart())
    stop = min(end, line.textStart() + line.textLength())
    edges = sorted(_edges(line, position) for position in range(first, stop))
    runs: list[list[float]] = []
    for left, right in edges:
        if runs and left <= runs[-1][1] + _GAP:
            runs[-1][1] = max(runs[-1][1], right)
        elif right > left:
            runs.append([left, right])
    return [QRectF(left, line.y(), right - left, line.height()) for left, right in runs]


def layout_runs(layout: QTextLayout, start: int, end: int) -> list[QRectF]:
    """Return the visual runs of a UTF-16 range of a paragraph, line by line."""
    lines = (layout.lineAt(i) for i in range(layout.lineCount()))
    return [run for line in lines for run in line_runs(line, start, end)]


def _edges(line: QTextLine, position: int) -> tuple[float, float]:
    leading = _x(line, position, QTextLine.Edge.Leading)
    trailing = _x(line, position, QTextLine.Edge.Trailing)
    return min(leading, trailing), max(leading, trailing)


def _x(line: QTextLine, position: int, edge: QTextLine.Edge) -> float:
    # PySide returns the x and the position that it was asked for; the stub says object.
    x: Any = line.cursorToX(position, edge)
    return float(x[0] if isinstance(x, tuple) else x)
