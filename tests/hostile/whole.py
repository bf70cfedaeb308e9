"""Mutated files of every format through the whole program: the window, and the command."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from pathlib import Path

from mutation import mutated
from report import MOST_SECONDS, Part, plain_environment

from reader.formats.kinds import FORMATS
from seeds import SEEDS

CHILD = Path(__file__).with_name("whole_child.py")


def run(count: int, seed: int) -> Part:
    """Open `count` mutated files of each format in the window and with the command."""
    part = Part()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = folder / "files"
        files.mkdir()
        chosen = random.Random(seed)
        for known in FORMATS:
            called, make = SEEDS[known.name]
            originals = make()
            for number in range(count):
                data = mutated(chosen.choice(originals), chosen)
                (files / f"{known.name}-{number:04}{Path(called).suffix}").write_bytes(data)
        for where in ("window", "command"):
            done = subprocess.run(
                [sys.executable, str(CHILD), where, str(files), str(MOST_SECONDS)],
                env={**plain_environment(folder), "QT_LOGGING_RULES": ""},
                capture_output=True,
                check=False,
            )
            told = done.stdout.decode("utf-8", "replace").splitlines()
            misses = [line.removeprefix("MISS ") for line in told if line.startswith("MISS ")]
            words = next((line for line in told if line.startswith(f"{where}: ")), where)
            if done.returncode:
                last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
                misses.append(f"{where}: it ended with {done.returncode}: {' '.join(last)}"[:300])
            part.tell(words, misses)
    return part
