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

import spacy
from news import news

from reader import engines
from reader.core.dedupe import find_repetitions
from reader.core.numbers import find_numbers
from reader.core.segment import segment
from reader.core.types import Document
from reader.formats.text import load
from reader.resources import everything, seed
from reader.service import Workspace

RUNS = 9
MEGABYTE = 1_000_000  # bytes of UTF-8
ARTICLE = 4_000  # bytes: what the bar of the encoder is set for
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
    print(f"{name:44} {ours * 1000:8.1f} ms   {ratio:6.2f} x {peer_name} ({peer * 1000:.1f} ms)")


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


def first_analysis(engine: str) -> None:
    """Print the seconds and the peak memory of a first analysis in a process of its own."""
    code = (
        "import sys, time, resource; start = time.perf_counter()\n"
        "from pathlib import Path; from reader.service import Workspace\n"
        "w = Workspace(); w.analyze(w.open(Path(sys.argv[1])), engine=sys.argv[2])\n"
        "print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    command = [sys.executable, "-c", code, str(seed()), engine]
    runs = [
        subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        for _ in range(3)
    ]
    took = statistics.median(float(run[0]) for run in runs)
    print(f"{f'first analysis, {engine} (bar: 800 ms)':44} {took * 1000:8.1f} ms")
    print(f"{f'peak memory, {engine} (bar: 400 MB)':44} {int(runs[0][1]) / 1024:8.1f} MB")


def tagged_only(document: Document) -> Callable[[], object]:
    """Return a call that only cuts a text and runs the small tagger over it."""
    tagger = engines.load("fast")

    def run() -> object:
        cut = segment(document.text)
        words = [t.span.of(document.text) for t in cut.tokens]
        return tagger and tagger.tag([words[a:b] for a, b in cut.sentence_tokens])

    return run


def main() -> None:
    """Print every figure."""
    for engine in ("best", "fast"):
        first_analysis(engine)
    document, workspace = load(seed()), Workspace()
    lexicon = everything.load()
    blank = spacy.blank("ar")
    blank.add_pipe("sentencizer")
    blank.max_length = 10 * MEGABYTE
    cut = segment(document.text)
    numbers = find_numbers(cut.tokens, lexicon.numbers)

    def repeats() -> object:
        return find_repetitions(document.text, cut, numbers, lexicon.dedupe)

    def pairs() -> object:
        return all_pairs(document)

    def analyze(what: Document, engine: str) -> Callable[[], object]:
        # The megabyte says a few articles again and again: its repeats are read like news.
        return lambda: workspace.analyze(what, engine=engine, keep_repeats=what is megabyte)

    article, megabyte = news(ARTICLE), news(MEGABYTE)
    row("seed, fast (bar: 40 ms)", *turns(analyze(document, "fast"), pairs), "difflib, repeats")
    for name, what, engine in (
        ("seed, best", document, "best"),
        ("4 KB, best (bar: 150 ms)", article, "best"),
        ("4 KB, fast", article, "fast"),
    ):
        whole = analyze(what, engine)
        row(name, *turns(whole, lambda what=what: blank(what.text)), "spaCy's blank ar")
        row(name, *turns(whole, tagged_only(what)), "the small tagger alone")
    ours, peer = seconds(analyze(megabyte, "fast")), seconds(lambda: blank(megabyte.text))
    row("1 MB, fast (bar: 5000 ms)", ours, peer, "spaCy's blank ar")
    row("1 MB, fast (bar: 5000 ms)", ours, seconds(tagged_only(megabyte)), "the small tagger alone")
    row("repeats of the seed", *turns(repeats, pairs), "difflib on all pairs")
    first, bare = turns(child(OURS), child(BARE))
    row("start to first paint (bar: 2 x)", first, bare, "a bare PySide6 window")


if __name__ == "__main__":
    main()
