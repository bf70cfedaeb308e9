"""Where the words of a picture stand, so that none lies on another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

CELL = 64.0  # pixels of the grid that tells which boxes may meet


class Box(NamedTuple):
    """A rectangle of the picture."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Tell whether the two have more than an edge in common."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def within(self, other: Box) -> bool:
        """Tell whether this box lies wholly in the other."""
        return (
            other.x <= self.x
            and other.y <= self.y
            and self.x + self.width <= other.x + other.width
            and self.y + self.height <= other.y + other.height
        )

    def has(self, x: float, y: float) -> bool:
        """Tell whether a point lies in the box."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height

    def grown(self, by: float) -> Box:
        """Return the box with so much more on each side."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


class Occupied:
    """The boxes that are taken; asking about one looks at its neighbors only."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._cells: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            self.take(box)

    def take(self, box: Box) -> None:
        """Take the place of a box."""
        for cell in _cells(box):
            self._cells[cell].append(box)

    def is_free(self, box: Box) -> bool:
        """Tell whether a box meets none that is taken."""
        return not any(box.meets(other) for cell in _cells(box) for other in self._cells[cell])


def _cells(box: Box) -> list[tuple[int, int]]:
    columns = range(int(box.x // CELL), int((box.x + box.width) // CELL) + 1)
    lines = range(int(box.y // CELL), int((box.y + box.height) // CELL) + 1)
    return [(column, line) for column in columns for line in lines]


@dataclass(frozen=True, slots=True)
class Label:
    """Words that want a place beside a dot.

    Attributes:
        x, y: the middle of the dot.
        radius: of the dot; less than 0 where the words stand on the place itself.
        width, height: of the words.
    """

    x: float
    y: float
    radius: float
    width: float
    height: float


def place_labels(
    labels: Sequence[Label], taken: Occupied, bounds: Box, *, right_to_left: bool
) -> list[Box | None]:
    """Return a box for each label, None where there is no room; the first choose first.

    Words begin at the dot on the side that reading goes to, if there is room. `taken` has the
    boxes afterwards.
    """
    placed: list[Box | None] = []
    for label in labels:
        tried = _around(label, right_to_left=right_to_left)
        box = next((b for b in tried if b.within(bounds) and taken.is_free(b)), None)
        if box is not None:
            taken.take(box)
        placed.append(box)
    return placed


def _around(label: Label, *, right_to_left: bool) -> list[Box]:
    x, y, width, height = label.x, label.y, label.width, label.height
    if label.radius < 0:
        moves = (0.0, -0.6, 0.6, -1.2, 1.2)
        return [Box(x - width / 2, y - height / 2 + m * height, width, height) for m in moves]
    away, slant = label.radius + 3, label.radius * 0.7 + 2
    right, left = x + away, x - away - width
    near, far = (left, right) if right_to_left else (right, left)
    slant_near = x - slant - width if right_to_left else x + slant
    slant_far = x + slant if right_to_left else x - slant - width
    above, below, middle = y - away - height, y + away, y - height / 2
    corners = [
        (near, middle), (far, middle), (x - width / 2, above), (x - width / 2, below),
        (slant_near, y - slant - height), (slant_near, y + slant),
        (slant_far, y - slant - height), (slant_far, y + slant),
    ]  # fmt: skip
    return [Box(left, top, width, height) for left, top in corners]
