"""Mutated files of every format: each is read within its limits, or refused by name."""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from mutation import mutated
from report import MOST_BYTES, MOST_SECONDS, TOP, Part, forget_peak, peak

from reader.core.types import Document
from reader.errors import InputError
from reader.formats.base import Reading
from reader.formats.isolate import Isolate
from reader.formats.kinds import FORMATS, Format, load, module_of
from seeds import SEEDS

sys.path.insert(0, str(TOP / "tests" / "formats"))
from mangled import assert_blocks_right, mangled


@dataclass(slots=True)
class Tally:
    """How the files of a format ended."""

    ends: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    memory: int = 0
    misses: list[str] = field(default_factory=list)


def run(count: int, seed: int) -> Part:
    """Read `count` mutated files of each format."""
    part = Part()
    with Isolate() as isolate:
        for known in FORMATS:
            if known.name not in SEEDS:
                part.tell(f"{known.name}: no seed", [f"{known.name}: no seed"])
                continue
            begun = time.monotonic()
            tally = _format(known, isolate, count, seed)
            ends = ", ".join(f"{name} {n}" for name, n in tally.ends.most_common())
            part.tell(
                f"{known.name}: {sum(tally.ends.values())} files in"
                f" {time.monotonic() - begun:.1f} s ({ends}), slowest {tally.slowest:.2f} s,"
                f" most memory {tally.memory >> 20} MiB",
                tally.misses,
            )
    return part


def _format(known: Format, isolate: Isolate, count: int, seed: int) -> Tally:
    name, make = SEEDS[known.name]
    originals, tally = make(), Tally()
    for number, original in enumerate(originals):
        items = list(_read(known, isolate, original, name))
        if known.name != "opml" and not any(isinstance(item, Document) for item in items):
            tally.misses.append(f"{known.name}: seed {number} gives {items[:1]}")
    for number, data in enumerate(_files(originals, count, seed)):
        try:
            _one(known, isolate, data, name, tally)
        except Exception as error:
            tally.misses.append(f"{known.name} {number}: {type(error).__name__}: {error}"[:300])
    return tally


def _files(originals: list[bytes], count: int, seed: int) -> Iterator[bytes]:
    """Yield mutated files; one in ten is made by hypothesis."""
    chosen = random.Random(seed)
    for _ in range(count - count // 10):
        yield mutated(chosen.choice(originals), chosen)
    yield from _drawn(originals, count // 10)


def _drawn(originals: list[bytes], count: int) -> list[bytes]:
    from hypothesis import HealthCheck, Phase, given, settings

    drawn: list[bytes] = []

    @settings(
        max_examples=count,
        database=None,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(mangled(originals))
    def draw(data: bytes) -> None:
        drawn.append(data)

    draw()
    return drawn


def _one(known: Format, isolate: Isolate, data: bytes, name: str, tally: Tally) -> None:
    pid = isolate._idle[0]._process.pid if isolate._idle else 0
    begun = time.monotonic()
    items = list(_read(known, isolate, data, name))
    seconds = time.monotonic() - begun
    refused = [item for item in items if isinstance(item, InputError)]
    codes = {str(getattr(item, "code", "refused")) for item in refused}
    articles = [item for item in items if isinstance(item, Document)]
    tally.ends["read" if articles else min(codes or {"nothing"})] += 1
    for article in articles:
        if known.name not in {"mail", "mbox", "zip", "json_record", "json_lines", "table"}:
            assert_blocks_right(article)
        article.text.encode("utf-8", "surrogatepass")
    tally.slowest = max(tally.slowest, seconds)
    if seconds > MOST_SECONDS and not refused:
        tally.misses.append(f"{known.name}: {seconds:.1f} s for {len(data)} bytes, not refused")
    for item in refused:
        if not item.reason or not item.reason.isprintable():
            tally.misses.append(f"{known.name}: a refusal without words: {item!r}"[:200])
    held = peak(pid)
    tally.memory = max(tally.memory, held)
    if held > MOST_BYTES:
        tally.misses.append(f"{known.name}: {held >> 20} MiB")
        forget_peak(pid)


def _read(
    known: Format, isolate: Isolate, data: bytes, name: str
) -> Iterator[Document | InputError]:
    reading = Reading(name)
    if not known.trusted:
        yield from isolate.read(module_of(known), data, reading)
        return
    try:
        yield from load(known)(data, reading)
    except InputError as error:
        yield error
