"""The places that the reader jumped to, with a way back and forward."""

from __future__ import annotations

from reader.core.types import Span

_MOST = 200  # places; the oldest are forgotten


class History:
    """Places in one article; a new jump forgets what lay ahead."""

    def __init__(self) -> None:
        self._places: list[Span] = []
        self._at = -1

    def clear(self) -> None:
        """Forget every place."""
        self._places, self._at = [], -1

    def visit(self, place: Span) -> None:
        """Add a place after the current one; the same again adds nothing."""
        if self._at >= 0 and self._places[self._at] == place:
            return
        self._places = [*self._places[: self._at + 1], place][-_MOST:]
        self._at = len(self._places) - 1

    @property
    def has_back(self) -> bool:
        """Whether there is a place before the current one."""
        return self._at > 0

    @property
    def has_forward(self) -> bool:
        """Whether there is a place after the current one."""
        return self._at + 1 < len(self._places)

    def back(self) -> Span | None:
        """Go to the place before and return it; None where there is none."""
        if not self.has_back:
            return None
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> Span | None:
        """Go to the place after and return it; None where there is none."""
        if not self.has_forward:
            return None
        self._at += 1
        return self._places[self._at]
