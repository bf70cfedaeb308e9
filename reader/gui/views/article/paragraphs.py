"""Where the paragraphs of an article begin, and how high they stand."""

from __future__ import annotations

import operator
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from reader.core.types import Span

LONG = 6_000  # code points: a longer line is drawn in pieces, so that none takes long
_LINE_END = re.compile("\n")
_BLOCK = 256  # paragraphs whose heights are added up beforehand


class Paragraphs:
    """The lines of a text, by number; a very long line is several."""

    def __init__(self, text: str) -> None:
        self.text = text
        starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
        ends = [*starts[1:], len(text)]
        if max(map(operator.sub, ends, starts)) > LONG:
            starts = [
                cut
                for start, end in zip(starts, ends, strict=True)
                for cut in ([start] if end - start <= LONG else _cuts(text, start, end))
            ]
        self._starts = array("q", starts)

    def __len__(self) -> int:
        return len(self._starts)

    def at(self, offset: int) -> int:
        """Return the number of the paragraph that holds an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def start(self, number: int) -> int:
        """Return the offset of a paragraph's first character; of the text's end past the last."""
        return self._starts[number] if number < len(self._starts) else len(self.text)

    def span(self, number: int) -> Span:
        """Return a paragraph, without its newline."""
        start, end = self.start(number), self.start(number + 1)
        ends_line = end > start and self.text[end - 1] == "\n"
        return Span(start, end - 1 if ends_line else end)

    def lengths(self) -> Iterable[int]:
        """Return how many characters each paragraph has, its newline with it."""
        return map(operator.sub, [*self._starts[1:], len(self.text)], self._starts)


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Return where the pieces of a long line begin: after a space where there is one."""
    cuts = [start]
    while end - cuts[-1] > LONG:
        space = text.rfind(" ", cuts[-1] + LONG // 2, cuts[-1] + LONG)
        cuts.append(space + 1 if space >= 0 else cuts[-1] + LONG)
    return cuts


class Heights:
    """Heights of things one below another, in pixels; finding and mending one is cheap."""

    def __init__(self, heights: Iterable[float]) -> None:
        self._each = array("d", heights)
        self._blocks = [
            sum(self._each[at : at + _BLOCK]) for at in range(0, len(self._each), _BLOCK)
        ]

    def __len__(self) -> int:
        return len(self._each)

    def __getitem__(self, number: int) -> float:
        return self._each[number]

    def __setitem__(self, number: int, height: float) -> None:
        self._each[number] = height
        block = number // _BLOCK
        # Added up anew: a difference would leave a trace of rounding behind.
        self._blocks[block] = sum(self._each[block * _BLOCK : (block + 1) * _BLOCK])

    @property
    def total(self) -> float:
        """The height of all together."""
        return sum(self._blocks)

    def top(self, number: int) -> float:
        """Return the height of all that stands above one."""
        block = number // _BLOCK
        return sum(self._blocks[:block]) + sum(self._each[block * _BLOCK : number])

    def at(self, y: float) -> int:
        """Return the number of the one that `y` falls in; above all the first, below the last."""
        ends = list(accumulate(self._blocks))
        block = min(bisect_right(ends, y), len(ends) - 1)
        first = block * _BLOCK
        above = ends[block - 1] if block else 0.0
        inside = list(accumulate(self._each[first : first + _BLOCK]))
        return min(first + bisect_right(inside, y - above), len(self._each) - 1)

    def places(self, heights: Iterable[float]) -> list[tuple[int, float]]:
        """Return for each height the one it falls in and how far it is from its top."""
        ends = list(accumulate(self._each))
        last = len(ends) - 1
        numbers = [(min(bisect_right(ends, y), last), y) for y in heights]
        return [(n, y - (ends[n - 1] if n else 0.0)) for n, y in numbers]
