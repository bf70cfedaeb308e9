"""Parsers that crash, leave, hang and eat: each is told, and the next file begins at once."""

from __future__ import annotations

import statistics
import time
from dataclasses import replace

from report import TOP, Part

from reader.errors import InputError, RefusedError
from reader.formats.base import Reading
from reader.formats.isolate import Isolate, Limits

DEEDS = {
    "crash": {"crashed"},
    "leave 3": {"crashed"},
    "sleep": {"timeout"},
    "eat": {"memory", "crashed"},
    "flood": {"too-large"},
}
# What hangs is waited for in vain, so briefly; the others may take what a busy machine takes.
SILENCE = {"sleep": 0.5}
LIMITS = Limits(cpu=2, silence=10.0, memory=160 << 20, document=1 << 24, output=1 << 26)
NEXT = 1.0  # seconds until the next file is read


def run(count: int, _seed: int) -> Part:
    """Let each deed be done `count` times."""
    part = Part()
    folders = [TOP / "tests" / "formats" / "parsers"]
    for deed, codes in DEEDS.items():
        limits = replace(LIMITS, silence=SILENCE.get(deed, LIMITS.silence))
        with Isolate(limits, folders=folders) as isolate:
            misses, waits = [], []
            for number in range(count):
                told = list(isolate.read("mock_parser", deed.encode(), Reading("f")))
                last = told[-1] if told else None
                if not isinstance(last, RefusedError) or last.code not in codes:
                    misses.append(f"{deed} {number}: {last!r}")
                begun = time.monotonic()
                after = list(isolate.read("mock_parser", "خبر".encode(), Reading("g")))
                waits.append(time.monotonic() - begun)
                if len(after) != 1 or isinstance(after[0], InputError) or after[0].text != "خبر":
                    misses.append(f"{deed} {number}: the next file gave {after!r}")
                if waits[-1] > NEXT:
                    misses.append(f"{deed} {number}: the next file took {waits[-1]:.2f} s")
            middle, most = statistics.median(waits), max(waits)
            words = f"{deed.split()[0]} x {count}: all told, the next file after"
            part.tell(f"{words} {middle:.3f} s at the median, {most:.3f} s at most", misses)
    return part
