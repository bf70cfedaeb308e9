"""Timings beside a named peer in the same run.

usage: python tests/bench/bench.py

Runs of the program and of its peer take turns, and the middle one of each counts, so
that a busy machine slows both.
"""

from __future__ import annotations

import difflib
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from reader.core.dedupe import find_repetitions
from reader.core.numbers import find_numbers
from reader.core.segment import segment
from reader.core.types import Document
from reader.formats.text import load
from reader.resources import everything, seed
from reader.service import Workspace

RUNS = 9
FIRST_PAINT = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

class Watch(QObject):
    def eventFilter(self, thing, event):
        if event.type() == QEvent.Type.Paint and thing.isWidgetType() and thing.isVisible():
            print("painted", flush=True)
            import os
            os._exit(0)
        return False
"""
BARE = (
    FIRST_PAINT
    + """
app = QApplication([])
watch = Watch()
app.installEventFilter(watch)
window = QMainWindow()
window.resize(1360, 860)
window.show()
app.exec()
"""
)
OURS = (
    FIRST_PAINT
    + """
from pathlib import Path
from reader.gui.app import main, make_application
app = make_application()
watch = Watch()
app.installEventFilter(watch)
main(Path(sys.argv[1]))
"""
)


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def turns(ours: Callable[[], object], peer: Callable[[], object]) -> tuple[float, float]:
    """Return the median seconds of both, run in turn."""
    times = [(seconds(ours), seconds(peer)) for _ in range(RUNS)]
    return statistics.median(t for t, _ in times), statistics.median(t for _, t in times)


def row(name: str, ours: float, peer: float, peer_name: str) -> None:
    """Print one comparison in milliseconds."""
    ratio = ours / peer
    print(f"{name:34} {ours * 1000:8.1f} ms   {ratio:6.2f} x {peer_name} ({peer * 1000:.1f} ms)")


def child(code: str) -> Callable[[], object]:
    """Return a call that runs Python code in a process of its own until it ends."""
    command = [sys.executable, "-c", code, str(seed())]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return lambda: subprocess.run(command, check=True, env=environment, capture_output=True)


def all_pairs(document: Document) -> list[float]:
    """Find repeats the way of the standard library: every pair of paragraphs by difflib."""
    lines = [line for line in document.text.split("\n") if line.strip()]
    return [
        difflib.SequenceMatcher(None, a, b, autojunk=False).quick_ratio()
        for i, a in enumerate(lines)
        for b in lines[:i]
    ]


def main() -> None:
    """Print every figure."""
    document, workspace = load(seed()), Workspace()
    for name, work in (
        ("data loaded in", everything.load),
        ("first analysis of the seed", lambda: workspace.analyze(document)),
    ):
        print(f"{name:34} {seconds(work) * 1000:8.1f} ms")

    lexicon = everything.load()
    cut = segment(document.text)
    numbers = find_numbers(cut.tokens, lexicon.numbers)

    def repeats() -> object:
        return find_repetitions(document.text, cut, numbers, lexicon.dedupe)

    def pairs() -> object:
        return all_pairs(document)

    def analyze() -> object:
        return workspace.analyze(document)

    row("seed analyzed, warm (bar: 100 ms)", *turns(analyze, pairs), "difflib, repeats alone")
    row("repeats of the seed", *turns(repeats, pairs), "difflib on all pairs")
    first, bare = turns(child(OURS), child(BARE))
    row("start to first paint (bar: 2 x)", first, bare, "a bare PySide6 window")


if __name__ == "__main__":
    main()
