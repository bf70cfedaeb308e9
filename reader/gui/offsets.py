"""Code points to the UTF-16 units that Qt counts in, and back.

The only place where UTF-16 exists.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from reader.core.types import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """The two ways to count one text; free of cost where no character is astral.

    A lone surrogate is one unit, as Qt would count it.
    """

    def __init__(self, text: str) -> None:
        self._astral = [found.start() for found in _ASTRAL.finditer(text)]
        # Units before each astral character: its index and the astral ones before it.
        self._units = [i + n for n, i in enumerate(self._astral)]

    def to_utf16(self, offset: int) -> int:
        """Return the UTF-16 position of a code-point offset."""
        return offset + bisect_left(self._astral, offset)

    def to_code_point(self, position: int) -> int:
        """Return the code-point offset of a UTF-16 position.

        The middle of a surrogate pair belongs to its character.
        """
        before = bisect_left(self._units, position)
        inside = before and self._units[before - 1] == position - 1
        return position - before if not inside else self._astral[before - 1]

    def range(self, span: Span) -> tuple[int, int]:
        """Return a span's start and end in UTF-16 positions."""
        return self.to_utf16(span.start), self.to_utf16(span.end)
