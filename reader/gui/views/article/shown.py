"""A paragraph as it is drawn, and the way back to the author's text."""

from __future__ import annotations

import re
from bisect import bisect_left

from reader.gui.offsets import Offsets

# Vowel signs, tanwin, shadda, sukun, the dagger alef and the marks of recitation. Madda and
# hamza above or below are parts of a letter and stay.
TASHKIL = re.compile("[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
                     "\u06e7\u06e8\u06ea-\u06ed]")  # fmt: skip


class ShownText:
    """The words that Qt draws for a paragraph.

    A tab is drawn as a space, since Qt pushes right-to-left words out of the line after
    one. Hidden tashkil is left out; all else is the author's.

    Attributes:
        text: what is drawn; Qt counts it in UTF-16.
    """

    def __init__(self, source: str, *, tashkil: bool = True) -> None:
        self._length = len(source)
        self._kept: list[int] | None = None
        drawn = source.replace("\t", " ")
        if not tashkil and TASHKIL.search(drawn):
            self._kept = [i for i, char in enumerate(drawn) if not TASHKIL.match(char)]
            drawn = TASHKIL.sub("", drawn)
        self.text = drawn
        self._units = Offsets(drawn)
        self.units = self._units.to_utf16(len(drawn))

    def position(self, offset: int) -> int:
        """Return the UTF-16 position of a code point of the paragraph.

        A hidden sign stands where the next letter begins.
        """
        return self._units.to_utf16(
            offset if self._kept is None else bisect_left(self._kept, offset)
        )

    def offset(self, position: int) -> int:
        """Return the code point of the paragraph at a UTF-16 position.

        The signs hidden after a letter belong to it: its end is the next letter's start.
        """
        drawn = self._units.to_code_point(position)
        if self._kept is None:
            return drawn
        return self._kept[drawn] if drawn < len(self._kept) else self._length
