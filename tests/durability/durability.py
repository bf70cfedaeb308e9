"""What is kept stays kept: kills, torn logs, flipped bits, failed writes, two writers at once.

usage: python tests/durability/durability.py [--quick] [--seed N]

Prints figures; whatever was lost, or changed without a word, makes the exit status 1. The quick
set takes under a minute.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import damage
import faults
import kills
import sample

from reader.library.store import Library


@dataclass(frozen=True, slots=True)
class Size:
    """How many cases of each kind are run."""

    kills: int = 1000
    logs: int = 1000
    bits: int = 1000
    calls: int | None = None  # of each kind; None for every one that there is
    limits: int = 120
    drills: int = 50
    saves: int = 1000  # of each of two processes
    questions: int = 10_000
    sequences: int = 1000


QUICK = Size(60, 100, 100, 2, 12, 5, 60, 1000, 40)


@dataclass(slots=True)
class Report:
    """What is printed, and whether anything was lost."""

    misses: list[str] = field(default_factory=list)
    _since: float = field(default_factory=time.monotonic)

    def tell(self, words: str, misses: list[str]) -> None:
        """Print the figures of one part."""
        seconds = time.monotonic() - self._since
        self._since = time.monotonic()
        print(f"{words}; {len(misses)} misses  ({seconds:.0f} s)", flush=True)
        for miss in misses[:5]:
            print(f"    {miss}", flush=True)
        self.misses += misses


def run(folder: Path, size: Size, seed: int) -> list[str]:
    """Run all parts; return what was lost."""
    report = Report()
    told, misses = kills.kills(folder, size.kills, seed)
    heard = ", ".join(f"{name} {number}" for name, number in told.items())
    report.tell(f"{size.kills} SIGKILLs (with something acknowledged: {heard})", misses)
    logs = damage.torn_logs(folder, size.logs, seed)
    report.tell(
        f"{size.logs} torn logs: {logs.same} a state that was, {logs.told} told", logs.misses
    )
    bits, index = damage.bit_flips(folder, size.bits, seed)
    words = f"{size.bits} flipped bits: {bits.same} changed nothing, {bits.told} told"
    report.tell(f"{words}, {index} changed an answer of the index alone", bits.misses)
    program = faults.strace()
    if program is None:
        print("no strace here: calls are not failed one by one", flush=True)
    else:
        failed, misses = faults.at_calls(folder, program, size.calls)
        words = ", ".join(f"{kind} {number}" for kind, number in failed.items())
        report.tell(f"failed calls, by strace: {words}", misses)
    refused, misses = faults.at_limits(folder, size.limits)
    words = f"{size.limits} limits on the size of files (RLIMIT_FSIZE): {refused} refused something"
    report.tell(words, misses)
    report.tell(f"{size.drills} restore drills", damage.restores(folder, size.drills, seed))
    report.tell(f"2 processes x {size.saves} saves", kills.two(folder, size.saves))
    slowest, misses = questions(folder, size.questions, seed)
    report.tell(f"{size.questions} questions, the slowest {slowest * 1000:.0f} ms", misses)
    report.tell(
        f"{size.sequences} sequences of edits, undone and redone",
        sequences(folder, size.sequences, seed),
    )
    return report.misses


ODD = ['"', "'", "*", "^", "(", ")", ":", "-", "+", "{", "}", "OR", "AND", "NOT", "NEAR", "أو", " "]
ODD += [
    "\0",
    "\ud800",
    "\u202e",
    "\u0640",
    "\u064e",
    "ال",
    "و",
    "لل",
    ";",
    "--",
    "\\",
    "%",
    "_",
    "\n",
]
ODD += [
    "title:",
    "from:",
    "to:",
    "tag:",
    "unread:",
    "place:",
    "من:",
    "2017-10-31",
    "9999-99-99",
    "٢٠١٧",
]


def questions(folder: Path, count: int, seed: int) -> tuple[float, list[str]]:
    """Ask anything; return the longest that an answer took, in seconds, and what had none."""
    chosen = random.Random(seed)
    path = folder / "questions.qari"
    sample.fill(path, 50)
    slowest, misses = 0.0, []
    with Library.open(path) as library:
        for _ in range(count):
            question = _question(chosen)
            start = time.monotonic()
            try:
                library.articles.hits(question, library.search.best(question, 5).ids)
                library.search.ids(question)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is a miss
                misses.append(f"{question!r}: {error!r}")
            slowest = max(slowest, time.monotonic() - start)
    return slowest, misses


def _question(chosen: random.Random) -> str:
    kind = chosen.randrange(10)
    if kind == 0:
        return "".join(chr(chosen.randrange(0x110000)) for _ in range(chosen.randrange(60)))
    if kind == 1 and chosen.random() < 0.05:
        return chosen.choice(ODD + sample.WORDS) * chosen.randrange(20_000)
    parts = chosen.choices(ODD + sample.WORDS, k=chosen.randrange(12))
    return chosen.choice(["", " "]).join(parts)


def sequences(folder: Path, count: int, seed: int) -> list[str]:
    """Edit, undo and redo at random; return where the notebook was not what it should be."""
    chosen = random.Random(seed)
    misses = []
    with Library.open(folder / "undo.qari") as library:
        for sequence in range(count):
            number = library.articles.save(sample.document(sequence, 10)).id
            states, at = [library.notes.load(number).notebook], 0
            for step in range(chosen.randrange(2, 12)):
                move = chosen.choice(["edit", "edit", "undo", "redo"])
                if move == "edit":
                    made = sample.noted(states[at], chosen.randrange(1000))
                    library.notes.keep(number, made, base=states[at])
                    if made != states[at]:
                        states[at + 1 :] = [made]
                        at += 1
                elif move == "undo":
                    library.notes.undo(number)
                    at = max(0, at - 1)
                else:
                    library.notes.redo(number)
                    at = min(len(states) - 1, at + 1)
                if library.notes.load(number).notebook != states[at]:
                    misses.append(f"sequence {sequence}, step {step} ({move})")
    return misses


def main() -> int:
    """Run what was asked for; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["QARI_DATA"] = str(Path(folder) / "data")
        misses = run(Path(folder), QUICK if arguments.quick else Size(), arguments.seed)
    print("nothing was lost" if not misses else f"{len(misses)} misses", flush=True)
    return int(bool(misses))


if __name__ == "__main__":
    sys.exit(main())
