"""Nothing hostile gets through: files made to crash, hang, spy, spoof or flood.

usage: python tests/hostile/hostile.py [--quick] [--seed N] [PART...]

Prints a line of figures for each goal; whatever misses one makes the exit status 1. The parts
run two at a time, each in a process of its own. SECURITY.md tells what each goal stands for.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

from report import Part, plain_environment

# The longest first: module, and its sizes (quick, full).
PARTS: Mapping[str, tuple[int, int]] = {
    "mutants": (1000, 10_000),
    "whole": (20, 500),
    "pages": (1000, 1000),
    "lines": (10, 1),
    "mocks": (100, 100),
    "regexes": (1, 1),
    "names": (200, 400),
    "bombs": (1, 1),
    "writes": (4, 20),
    "fuzz": (0, 10_000),
}


def run_part(name: str, *, quick: bool, seed: int) -> int:
    """Run a part in this process and print it; return the exit status."""
    run: Callable[[int, int], Part] = import_module(name).run
    return run(PARTS[name][0 if quick else 1], seed).show(name)


def run_apart(name: str, options: list[str]) -> tuple[str, int, str, float]:
    """Run a part in a process of its own; return its name, status, words and seconds."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, __file__, *options, name],
            env=plain_environment(Path(folder)),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    told = done.stdout.decode("utf-8", "replace").splitlines()
    words = "\n".join(line for line in told if not line.startswith("qt.text.font.db:"))
    return name, done.returncode, words, time.monotonic() - begun


def main() -> int:
    """Run what was asked for; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART")
    arguments = parser.parse_args()
    if len(arguments.parts) == 1:
        return run_part(arguments.parts[0], quick=arguments.quick, seed=arguments.seed)
    options = [*(["--quick"] if arguments.quick else []), "--seed", str(arguments.seed)]
    begun, failed = time.monotonic(), []
    with ThreadPoolExecutor(max(1, min(2, os.cpu_count() or 1))) as pool:
        names = arguments.parts or list(PARTS)
        for name, status, words, seconds in pool.map(lambda n: run_apart(n, options), names):
            print(f"{words.rstrip()}\n{name}: {seconds:.0f} s", flush=True)
            failed += [name] if status else []
    print(f"{time.monotonic() - begun:.0f} s; " + (f"missed: {failed}" if failed else "all held"))
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
