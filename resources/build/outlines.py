"""Make resources/map/: the outlines of the states, for the map of an article's places.

usage: python resources/build/outlines.py

The outlines of Natural Earth at 1:10 million are cut into the arcs that neighbors share, so
that a border stays one line, and simplified: little where most articles play (from Morocco to
Pakistan), more elsewhere. `arcs.bin` has the number of arcs, then the length and the first
point of each, in 32 bits, then all other points as steps from the one before, in 16 bits, the
lowest byte first. `states.tsv` names the arcs of each ring of a state, the largest ring first;
~n is arc n backwards.
"""

from __future__ import annotations

import math
import struct
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from pathlib import Path

import checksums
import natural_earth
from natural_earth import Point

from reader.resources import rows

OUT = Path(__file__).parent.parent / "map"
STEP = 0.002  # degrees of a unit of the file
NEAR = (-18.0, 10.0, 64.0, 43.0)  # west, south, east, north of where detail is kept
NEAR_TOLERANCE, FAR_TOLERANCE = 0.006, 0.03  # degrees that a line may move
NEAR_ISLAND, FAR_ISLAND = 0.0006, 0.01  # square degrees of the least island that is kept
# Land that the source gives to no state: a place in it, and whose it is for the United Nations.
GAPS = {(33.1, 35.76): "SY"}  # the Golan, by Security Council resolution 497
Unit = tuple[int, int]
Arc = tuple[Unit, ...]


def quantized(ring: Iterable[Point]) -> list[Unit]:
    """Return a ring in units of the file, without its last point, which is the first."""
    points = [(round(x / STEP), round(y / STEP)) for x, y in ring]
    return [p for p, before in zip(points, points[-1:] + points, strict=False) if p != before]


def area(ring: Sequence[Unit]) -> float:
    """Return the area of a ring in square degrees."""
    following = [*ring[1:], ring[0]]
    twice = sum(b[0] * a[1] - a[0] * b[1] for a, b in zip(ring, following, strict=True))
    return abs(twice) / 2 * STEP * STEP


def is_near(point: Unit) -> bool:
    """Tell whether a point lies where detail is kept."""
    west, south, east, north = NEAR
    return west <= point[0] * STEP <= east and south <= point[1] * STEP <= north


def kept_rings(rings: Iterable[Sequence[Point]]) -> list[list[Unit]]:
    """Return the rings that are large enough to be seen; a state keeps its largest."""
    known = [ring for ring in map(quantized, rings) if len(ring) > 2]
    known.sort(key=area, reverse=True)
    least = {True: NEAR_ISLAND, False: FAR_ISLAND}
    return known[:1] + [r for r in known[1:] if area(r) >= least[is_near(r[0])]]


def junctions(rings: Iterable[Sequence[Unit]]) -> set[Unit]:
    """Return the points where arcs end: borders meet, or the date line is met."""
    beside: defaultdict[Unit, set[frozenset[Unit]]] = defaultdict(set)
    for ring in rings:
        around = zip((ring[-1], *ring), ring, (*ring[1:], ring[0]), strict=False)
        for before, point, after in around:
            beside[point].add(frozenset((before, after)))
    edge = round(180 / STEP)
    return {point for point, pairs in beside.items() if len(pairs) > 1 or abs(point[0]) == edge}


def cut(ring: Sequence[Unit], ends: set[Unit]) -> list[Arc]:
    """Cut a ring at its junctions; one without is an arc that comes back to its start."""
    first = next((i for i, point in enumerate(ring) if point in ends), None)
    if first is None:
        first = min(range(len(ring)), key=lambda i: ring[i])
    turned = [*ring[first:], *ring[: first + 1]]
    places = [i for i, point in enumerate(turned) if point in ends or i in (0, len(turned) - 1)]
    return [tuple(turned[a : b + 1]) for a, b in pairwise(places)]


def simplified(arc: Arc) -> Arc:
    """Drop the points that a line moves little without (Douglas and Peucker).

    A small island stays as it is rather than become a line.
    """
    keep = {0, len(arc) - 1}
    open_parts = [(0, len(arc) - 1)]
    while open_parts:
        start, stop = open_parts.pop()
        if stop - start < 2:
            continue
        worst, at = max((excess(arc[i], arc[start], arc[stop]), i) for i in range(start + 1, stop))
        if worst > 1:
            keep.add(at)
            open_parts += [(start, at), (at, stop)]
    closed = arc[0] == arc[-1]
    return arc if closed and len(keep) < 4 else tuple(arc[i] for i in sorted(keep))


def excess(point: Unit, start: Unit, stop: Unit) -> float:
    """Return how far a point is from a line, in what is allowed there."""
    shrink = math.cos(math.radians(point[1] * STEP))
    x, y = (point[0] - start[0]) * shrink, point[1] - start[1]
    to_x, to_y = (stop[0] - start[0]) * shrink, stop[1] - start[1]
    length = math.hypot(to_x, to_y)
    along = min(1.0, max(0.0, (x * to_x + y * to_y) / length**2)) if length else 0.0
    away = math.hypot(x - along * to_x, y - along * to_y) * STEP
    return away / (NEAR_TOLERANCE if is_near(point) else FAR_TOLERANCE)


class Arcs:
    """The arcs of the file, each once; a ring names one that runs backwards by ~number."""

    def __init__(self) -> None:
        self.all: list[Arc] = []
        self._numbers: dict[Arc, int] = {}

    def number(self, arc: Arc) -> int:
        """Return the number of an arc, which is new or was met from the other side."""
        for met, number in ((arc, lambda n: n), (arc[::-1], lambda n: ~n)):
            if met in self._numbers:
                return number(self._numbers[met])
        self._numbers[arc] = len(self.all)
        self.all.append(arc)
        return self._numbers[arc]


def gap(rings: Iterable[Iterable[int]], arcs: Sequence[Arc], at: Unit) -> list[int]:
    """Return the least ring around a place that arcs with one side only make."""
    used = Counter(positive(arc) for ring in rings for arc in ring)
    loose = {arc for arc, times in used.items() if times == 1}
    from_end: defaultdict[Unit, list[int]] = defaultdict(list)
    for arc in sorted(loose):
        from_end[arcs[arc][0]].append(arc)
        from_end[arcs[arc][-1]].append(~arc)
    found = []
    while loose:
        ring = [loose.pop()]
        while following := [a for a in from_end[last(ring, arcs)] if positive(a) in loose]:
            ring.append(following[0])
            loose.discard(positive(following[0]))
        found.append(ring)
    around = [ring for ring in found if is_inside(at, line(ring, arcs))]
    return min(around, key=lambda ring: area(line(ring, arcs)))


def positive(arc: int) -> int:
    """Return the number of an arc as it lies in the file."""
    return arc if arc >= 0 else ~arc


def last(ring: Sequence[int], arcs: Sequence[Arc]) -> Unit:
    """Return where the last arc of a ring ends."""
    return arcs[ring[-1]][-1] if ring[-1] >= 0 else arcs[~ring[-1]][0]


def line(ring: Iterable[int], arcs: Sequence[Arc]) -> list[Unit]:
    """Return the points of a ring."""
    return [p for arc in ring for p in (arcs[arc][:-1] if arc >= 0 else arcs[~arc][:0:-1])]


def is_inside(at: Unit, ring: Sequence[Unit]) -> bool:
    """Tell whether a ray to the east crosses a ring an odd number of times."""
    x, y = at
    crossed = False
    for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
        crosses = (y1 > y) != (y2 > y)
        crossed ^= crosses and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
    return crossed


def packed(arcs: Sequence[Arc]) -> bytes:
    """Return the arcs as the file has them."""
    heads = chain.from_iterable((len(arc), *arc[0]) for arc in arcs)
    steps = chain.from_iterable((c - a, d - b) for arc in arcs for (a, b), (c, d) in pairwise(arc))
    numbers = list(steps)
    return struct.pack(f"<{1 + 3 * len(arcs)}i{len(numbers)}h", len(arcs), *heads, *numbers)


def state_row(row: dict[str, str], rings: Iterable[Iterable[int]]) -> str:
    """Return a state's row: what the map tells of it, and the arcs of its rings."""
    at = (f"{float(row[name]):.2f}" for name in ("LABEL_Y", "LABEL_X"))
    names = row["NAME_AR"], row["NAME_EN"], row["LABELRANK"]
    arcs = " ".join(",".join(f"~{~n}" if n < 0 else str(n) for n in ring) for ring in rings)
    return "\t".join((row["ISO_A2_EH"].removeprefix("-99"), row["WIKIDATAID"], *names, *at, arcs))


def named_alike(row: dict[str, str], known: dict[str, str]) -> dict[str, str]:
    """Return a row with the Wikidata id that the gazetteer has, unless it is a state's far part."""
    iso = row["ISO_A2_EH"]
    far = row["NE_ID"] != natural_earth.states()[iso]["NE_ID"]
    return row if far or iso not in known else row | {"WIKIDATAID": known[iso]}


def main() -> None:
    """Write the files."""
    places = rows("gazetteer", "places.tsv")
    known = {p["iso"]: p["wikidata"] for p in places if p["kind"] == "state" and p["wikidata"]}
    table = [named_alike(row, known) for row in natural_earth.table()]
    pairs = zip(table, natural_earth.outlines(), strict=True)
    # The ice of Antarctica is no state's.
    states = [(row, kept_rings(rings)) for row, rings in pairs if row["ISO_A2_EH"] != "AQ"]
    ends = junctions(ring for _, rings in states for ring in rings)
    arcs = Arcs()
    numbered = [
        (row, [[arcs.number(arc) for arc in cut(ring, ends)] for ring in rings])
        for row, rings in states
    ]
    every = [ring for _, rings in numbered for ring in rings]
    for (latitude, longitude), iso in GAPS.items():
        at = round(longitude / STEP), round(latitude / STEP)
        owner = next(rings for row, rings in numbered if row["ISO_A2_EH"] == iso)
        owner.append(gap(every, arcs.all, at))
    written = sorted(state_row(row, rings) for row, rings in numbered)
    kept = [simplified(arc) for arc in arcs.all]
    OUT.mkdir(exist_ok=True)
    (OUT / "arcs.bin").write_bytes(packed(kept))
    head = "# Made by resources/build/outlines.py from Natural Earth; see SOURCES.md.\n"
    columns = "iso\twikidata\tarabic\tenglish\trank\tlatitude\tlongitude\trings\n"
    lines = "\n".join(written)
    (OUT / "states.tsv").write_text(f"{head}{columns}{lines}\n", encoding="utf-8")
    checksums.main()
    size = sum(path.stat().st_size for path in OUT.iterdir()) // 1000
    print(f"{len(written)} states, {len(kept)} arcs, {sum(map(len, kept))} points, {size} KB")


if __name__ == "__main__":
    main()
