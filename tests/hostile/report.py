"""What every part of the suite tells: a line of figures, and what missed its goal."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
MOST_SECONDS = 2.0  # that a mutated file may take
MOST_BYTES = 512 << 20  # of memory of the process that reads it
SHOWN = 8  # misses of a part that are printed


@dataclass(slots=True)
class Part:
    """The figures of a part and its misses."""

    figures: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def tell(self, words: str, misses: Iterable[str] = ()) -> None:
        """Keep a line of figures, and what is wrong with it."""
        found = list(misses)
        self.figures.append(f"{words}; {len(found)} misses")
        self.misses += found

    def show(self, name: str) -> int:
        """Print the part; return the exit status."""
        for line in self.figures:
            print(f"{name}: {line}", flush=True)
        for miss in self.misses[:SHOWN]:
            print(f"    MISS {name}: {miss}", flush=True)
        return int(bool(self.misses))


def peak(pid: int) -> int:
    """Return the most memory that a process has held, in bytes; 0 where no one can tell."""
    try:
        told = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    line = next((x for x in told.splitlines() if x.startswith("VmHWM")), "VmHWM: 0 kB")
    return int(line.split()[1]) << 10


def forget_peak(pid: int) -> None:
    """Begin to count a process's memory anew."""
    try:
        Path(f"/proc/{pid}/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return  # then the peak is of all its files together


def plain_environment(folder: Path) -> dict[str, str]:
    """Return variables for a child: no display, the user's own data elsewhere."""
    return {
        **os.environ,
        "PYTHONPATH": str(TOP),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "default.warning=false;qt.text.font.db.warning=false",
        "QARI_DATA": str(folder / "data"),
        "QARI_CONFIG": str(folder / "settings.toml"),
    }
