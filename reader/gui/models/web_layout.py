"""Where the parties of a web stand, and how the links run between them.

The distances wanted are those of the web itself, each link as long as its words need. Classical
scaling gives the first places, and majorization of the stress (Gansner, Koren and North, 2004)
betters them in a fixed number of steps; then boxes that lie on one another are pushed apart, and
the parts of the web that hang together are packed into lines. What is done runs from left to
right as far as it can. The same web gives the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reader.gui.models.labels import Box, Occupied
from reader.gui.models.mercator import Point

_STEPS = 80
_PUSHES = 120
_GAP = 18.0  # pixels between two boxes
_APART = 46.0  # pixels between the parts of a web
_BENDS = (0.0, 0.16, -0.16, 0.3, -0.3, 0.45, -0.45)  # of a link's length
_PLACES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)  # of a link, for its words
_SAMPLES = np.linspace(0.08, 0.92, 15)
Numbers = NDArray[np.float64]
Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tie:
    """A link between two parties by their numbers; `size` is of its words."""

    source: int
    target: int
    size: Size


@dataclass(frozen=True, slots=True)
class Route:
    """How a link runs: a curve with one bend, and where its words are, if there is room."""

    start: Point
    bend: Point
    end: Point
    words: Box | None

    def at(self, share: float) -> Point:
        """Return the point after a share of the way."""
        a, b, c = (1 - share) ** 2, 2 * share * (1 - share), share**2
        return Point(
            a * self.start.x + b * self.bend.x + c * self.end.x,
            a * self.start.y + b * self.bend.y + c * self.end.y,
        )


def arranged(sizes: Sequence[Size], ties: Sequence[Tie], aspect: float) -> list[Point]:
    """Return the middle of each box; none lies on another. `aspect` is width over height."""
    parts = _parts(len(sizes), ties)
    blocks = [_arranged_part(part, sizes, ties, aspect) for part in parts]
    return _packed(parts, blocks, sizes, aspect)


def _parts(count: int, ties: Iterable[Tie]) -> list[list[int]]:
    """Return the numbers of what hangs together, the largest part first."""
    beside: list[list[int]] = [[] for _ in range(count)]
    for tie in ties:
        beside[tie.source].append(tie.target)
        beside[tie.target].append(tie.source)
    seen: set[int] = set()
    parts = []
    for first in range(count):
        if first in seen:
            continue
        part, at = [first], 0
        seen.add(first)
        while at < len(part):
            new = [n for n in dict.fromkeys(beside[part[at]]) if n not in seen]
            seen.update(new)
            part += new
            at += 1
        parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _arranged_part(
    part: Sequence[int], sizes: Sequence[Size], ties: Sequence[Tie], aspect: float
) -> Numbers:
    if len(part) == 1:
        return np.zeros((1, 2))
    wanted = _distances(part, sizes, ties)
    places = _majorized(_scaled(wanted), wanted)
    box = np.array([sizes[n] for n in part]) + _GAP
    return _pushed_apart(_flowing(_turned(places, aspect), part, ties), box)


def _flowing(places: Numbers, part: Sequence[int], ties: Iterable[Tie]) -> Numbers:
    """Mirror the places so that on the whole links run from left to right, as reading does."""
    number = {name: at for at, name in enumerate(part)}
    inside = (tie for tie in ties if tie.source in number)
    flow = sum(places[number[t.target], 0] - places[number[t.source], 0] for t in inside)
    return places * np.array([-1.0, 1.0]) if flow < 0 else places


def _distances(part: Sequence[int], sizes: Sequence[Size], ties: Iterable[Tie]) -> Numbers:
    """Return the shortest ways between all members of a part (Floyd and Warshall)."""
    number = {name: at for at, name in enumerate(part)}
    ways = np.full((len(part), len(part)), np.inf)
    np.fill_diagonal(ways, 0.0)
    for tie in ties:
        if tie.source in number:
            a, b = number[tie.source], number[tie.target]
            boxes = (sizes[tie.source][0] + sizes[tie.target][0]) / 2
            long = 0.95 * boxes + tie.size[0] + 36
            ways[a, b] = ways[b, a] = min(ways[a, b], long)
    for middle in range(len(part)):
        np.minimum(ways, ways[:, middle, None] + ways[None, middle, :], out=ways)
    return ways


def _scaled(wanted: Numbers) -> Numbers:
    """Return the first places: classical scaling, its signs fixed."""
    squares = wanted**2
    middle = squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean()
    values, vectors = np.linalg.eigh(-middle / 2)
    vectors, values = vectors[:, -2:][:, ::-1], values[-2:][::-1]
    heads = np.argmax(np.abs(vectors), axis=0)
    signs = np.sign(vectors[heads, range(vectors.shape[1])])
    places: Numbers = vectors * signs * np.sqrt(np.maximum(values, 0.0))
    # Members of a star are alike, and would lie on one point.
    turn = np.arange(len(wanted)) * 2.399963
    places += np.column_stack((np.cos(turn), np.sin(turn))) * (0.05 * wanted.mean() + 1)
    return places


def _majorized(places: Numbers, wanted: Numbers) -> Numbers:
    weights = 1 / np.maximum(wanted, 1.0) ** 2
    np.fill_diagonal(weights, 0.0)
    sums = weights.sum(axis=1)
    for _ in range(_STEPS):
        apart = places[:, None, :] - places[None, :, :]
        lengths = np.maximum(np.hypot(apart[..., 0], apart[..., 1]), 1e-9)
        pulls = (weights * wanted / lengths)[..., None] * apart
        mean = (weights[..., None] * places[None, :, :]).sum(axis=1)
        places = (mean + pulls.sum(axis=1)) / sums[:, None]
    return places


def _turned(places: Numbers, aspect: float) -> Numbers:
    """Turn the places so that the longest way lies along the longer side of the view."""
    places = places - places.mean(axis=0)
    _, _, axes = np.linalg.svd(places, full_matrices=False)
    if axes.shape[0] < 2:
        axes = np.array([axes[0], [-axes[0][1], axes[0][0]]])
    turned: Numbers = places @ axes.T
    heads = np.argmax(np.abs(turned), axis=0)
    turned *= np.where(turned[heads, [0, 1]] < 0, -1.0, 1.0)
    return turned if aspect >= 1 else turned[:, ::-1]


def _pushed_apart(places: Numbers, boxes: Numbers) -> Numbers:
    """Push boxes that lie on one another apart, the shorter way."""
    half = (boxes[:, None, :] + boxes[None, :, :]) / 2
    for _ in range(_PUSHES):
        apart = places[:, None, :] - places[None, :, :]
        over = half - np.abs(apart)
        meet = (over > 0.01).all(axis=2)
        meet &= ~np.eye(len(places), dtype=np.bool_)
        if not meet.any():
            return places
        sideways = over[..., 0] < over[..., 1]
        side = np.where(
            apart == 0, np.triu(np.ones(meet.shape), 1)[..., None] * 2 - 1, np.sign(apart)
        )
        moves = np.zeros_like(apart)
        moves[..., 0] = np.where(meet & sideways, side[..., 0] * over[..., 0], 0.0)
        moves[..., 1] = np.where(meet & ~sideways, side[..., 1] * over[..., 1], 0.0)
        shares = np.maximum(1, meet.sum(axis=1))[:, None]
        places = places + 0.55 * moves.sum(axis=1) / np.minimum(shares, 2)
    return _in_lines(places, boxes)


def _in_lines(places: Numbers, boxes: Numbers) -> Numbers:
    """Return places that surely do not meet, for what pushing has not sorted out."""
    order = np.lexsort((places[:, 0], places[:, 1]))
    wide = math.sqrt(float((boxes[:, 0] * boxes[:, 1]).sum())) * 1.6
    found, x, y, high = np.zeros_like(places), 0.0, 0.0, 0.0
    for number in order:
        width, height = boxes[number]
        if x and x + width > wide:
            x, y, high = 0.0, y + high, 0.0
        found[number] = x + width / 2, y + height / 2
        x, high = x + width, max(high, float(height))
    return found


def _packed(
    parts: Sequence[Sequence[int]],
    blocks: Sequence[Numbers],
    sizes: Sequence[Size],
    aspect: float,
) -> list[Point]:
    """Put the parts into lines, as wide together as the view would have them."""
    frames = []
    for part, block in zip(parts, blocks, strict=True):
        half = np.array([sizes[n] for n in part]) / 2
        frames.append(((block - half).min(axis=0), (block + half).max(axis=0)))
    areas = sum(float(np.prod(high - low + _APART)) for low, high in frames)
    widest = max((float(high[0] - low[0]) for low, high in frames), default=0.0)
    room = max(widest, math.sqrt(areas * aspect))
    found = [Point(0.0, 0.0)] * len(sizes)
    x = y = tall = 0.0
    for part, block, (low, high) in zip(parts, blocks, frames, strict=True):
        width, height = (float(v) for v in high - low)
        if x and x + width > room:
            x, y, tall = 0.0, y + tall + _APART, 0.0
        for number, place in zip(part, block, strict=True):
            found[number] = Point(float(place[0] - low[0]) + x, float(place[1] - low[1]) + y)
        x, tall = x + width + _APART, max(tall, height)
    return found


def routed(places: Sequence[Point], sizes: Sequence[Size], ties: Sequence[Tie]) -> list[Route]:
    """Return how each link runs: around boxes if it can, its words on no box and no words."""
    boxes = [Box(p.x - w / 2, p.y - h / 2, w, h) for p, (w, h) in zip(places, sizes, strict=True)]
    taken = Occupied(boxes)
    edges = np.array([(b.x, b.y, b.x + b.width, b.y + b.height) for b in boxes]).reshape(-1, 4)
    used: dict[tuple[int, int], int] = {}
    routes = []
    for tie in ties:
        pair = min(tie.source, tie.target), max(tie.source, tie.target)
        before = used.get(pair, 0)
        used[pair] = before + 1
        routes.append(_route(tie, places, boxes, edges, before, taken))
    return routes


def _route(
    tie: Tie,
    places: Sequence[Point],
    boxes: Sequence[Box],
    edges: Numbers,
    before: int,
    taken: Occupied,
) -> Route:
    start, end = places[tie.source], places[tie.target]
    side = 1 if tie.source < tie.target else -1
    # A second link of the same two runs beside the first.
    bends = [side * bend for bend in _BENDS[min(before, 3) :]]
    others = np.delete(edges, [tie.source, tie.target], axis=0)
    curves = [(_bent(start, end, bend), bend) for bend in bends]
    best = min(curves, key=lambda c: (_crossed(start, c[0], end, others), abs(c[1])))[0]
    clear = Route(
        _leaving(boxes[tie.source], start, best), best, _leaving(boxes[tie.target], end, best), None
    )
    width, height = tie.size
    middles = (clear.at(share) for share in _PLACES)
    tried = (Box(m.x - width / 2, m.y - height / 2, width, height) for m in middles)
    words = next((box for box in tried if taken.is_free(box)), None)
    if words is not None:
        taken.take(words)
    return Route(clear.start, clear.bend, clear.end, words)


def _bent(start: Point, end: Point, bend: float) -> Point:
    """Return the point that pulls the curve aside, by a share of its length."""
    across = -(end.y - start.y) * bend * 2, (end.x - start.x) * bend * 2
    return Point((start.x + end.x) / 2 + across[0] / 2, (start.y + end.y) / 2 + across[1] / 2)


def _crossed(start: Point, bend: Point, end: Point, edges: Numbers) -> int:
    """Return how many boxes a curve goes through."""
    t = _SAMPLES[:, None]
    curve = (1 - t) ** 2 * np.array(start) + 2 * t * (1 - t) * np.array(bend) + t**2 * np.array(end)
    x, y = curve[:, 0, None], curve[:, 1, None]
    inside = (edges[:, 0] < x) & (x < edges[:, 2]) & (edges[:, 1] < y) & (y < edges[:, 3])
    return int(inside.any(axis=0).sum())


def _leaving(box: Box, middle: Point, toward: Point) -> Point:
    """Return where the way from the middle of a box leaves it, with a little air."""
    x, y = toward.x - middle.x, toward.y - middle.y
    if not x and not y:
        return middle
    half_width, half_height = box.width / 2 + 3, box.height / 2 + 3
    share = min(
        half_width / abs(x) if x else math.inf,
        half_height / abs(y) if y else math.inf,
    )
    return Point(middle.x + x * min(1.0, share), middle.y + y * min(1.0, share))
