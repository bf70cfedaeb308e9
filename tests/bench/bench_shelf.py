"""The window on a large library, run by bench_library.py in a process of its own.

usage: python tests/bench/bench_shelf.py LIBRARY WORD

Prints how long the list takes to be there from the window's beginning, the longest time that the
window did not answer meanwhile, what frames of scrolling take, and a search.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from reader.gui.app import make_application
from reader.gui.features.library import LibraryFeature
from reader.gui.fonts import register_fonts
from reader.gui.main_window import MainWindow
from reader.settings import Settings

OPEN, FRAME = 1000, 50  # milliseconds
STEPS = 300


class Beat(QObject):
    """Knows the longest time between two turns of the event loop."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = perf_counter()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now

    def begin(self) -> None:
        """Forget what was."""
        self.longest, self._last = 0.0, perf_counter()


class Painted(QObject):
    """Counts what a widget paints."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Count a frame."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def until(true: Callable[[], bool]) -> float:
    """Let the window work until something is true; return the milliseconds."""
    start = perf_counter()
    loop = QEventLoop()
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: loop.quit() if true() else None)
    timer.start()
    loop.exec()
    return (perf_counter() - start) * 1000


def main(path: str, word: str) -> int:
    """Open, scroll and search; return the exit status."""
    make_application()
    register_fonts()
    start = perf_counter()
    window = MainWindow(Settings(language="ar", theme="light", library=path), keeps=False)
    window.resize(1400, 900)
    window.show()
    beat = Beat()
    shelf = next(f for f in window.features if isinstance(f, LibraryFeature))
    shelf.toggle()
    panel = shelf.panel
    assert panel is not None
    painted = Painted(panel.view.viewport())
    until(lambda: bool(panel.model.ids))
    before = painted.count
    until(lambda: painted.count > before)
    opened = (perf_counter() - start) * 1000
    count = len(panel.model.ids)
    print(f"{'window, list of ' + format(count, ','):34} {opened:8.0f} ms   (limit {OPEN} ms)")
    print(f"{'  longest time without an answer':34} {beat.longest:8.1f} ms")
    frames = scroll(panel.view)
    high = quantiles(frames, n=100)[-1]
    print(
        f"{'  scrolling, a frame':34} median {median(frames):.1f} ms   p99 {high:.1f} ms   "
        f"most {max(frames):.1f} ms   (limit {FRAME} ms)"
    )
    beat.begin()
    panel.search.setText(word)
    found = until(lambda: len(panel.model.ids) != count)
    print(f"{'  a word typed until its rows':34} {found:8.0f} ms   (250 of them waiting for more)")
    print(f"{'  longest time without an answer':34} {beat.longest:8.1f} ms", flush=True)
    window.close()
    return int(opened > OPEN or max(frames) > FRAME)


def scroll(view: object) -> list[float]:
    """Scroll by wheel steps, pages and jumps; return the milliseconds of each frame."""
    chosen = random.Random(4)  # noqa: S311 - a sample
    bar = view.verticalScrollBar()  # type: ignore[attr-defined]
    frames: list[float] = []
    for step in range(STEPS):
        jump = chosen.randrange(bar.maximum()) if step % 10 == 9 else bar.value() + bar.singleStep()
        start = perf_counter()
        bar.setValue(jump)
        view.viewport().repaint()  # type: ignore[attr-defined]
        QApplication.processEvents()
        frames.append((perf_counter() - start) * 1000)
    return frames


if __name__ == "__main__":
    sys.exit(main(str(Path(sys.argv[1])), sys.argv[2]))
