"""Timings of the reading view beside QTextBrowser, on the same text in the same run.

usage: python tests/bench/bench_gui.py

Each case runs in a process of its own, so that memory is its own. The text is made of the
sentences of the article in seeds/, in an order drawn from a fixed seed; highlights lie on
words at even distances. QTextBrowser is measured with highlights as character formats, and as
extra selections (of which it takes no more than a thousand at 20 MB in bearable time). Times
are of the processor, so that what else the machine does is not counted; a view draws on the
one thread, which waits for nothing.
"""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from news import news
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QApplication, QTextBrowser, QTextEdit

from reader.core.types import Analysis, Document, Mention, Span
from reader.gui.analyzing import made_ready
from reader.gui.app import make_application
from reader.gui.features.finding import Finding
from reader.gui.fonts import reading_font, register_fonts
from reader.gui.main_window import MainWindow
from reader.gui.views.article_view import ArticleView
from reader.resources import seed
from reader.service import Workspace
from reader.settings import Settings

SIZES = {"5 KB": (5_000, 55), "1 MB": (1_000_000, 10_000), "20 MB": (20_000_000, 100_000)}
VIEWS = ("reading view", "QTextBrowser, formats", "QTextBrowser, selections")
MOST_SELECTIONS = 1_000  # at 20 MB
STEPS, JUMPS = 300, 150
BARS = {"first": 50.0, "scroll": 8.0, "scroll_p99": 33.0, "jump": 8.0, "jump_p99": 33.0,
        "longest": 50.0, "memory": 250.0}  # fmt: skip
FOUND = ("typed", "first_hit", "all", "hits", "frame", "frame_max")
PANELS = ("shown", "after", "later")
QUERIES = ("استانا", "موسكو حذرت", "ا", "لا يوجد")


def text_of(size: int) -> str:
    """Return paragraphs of the seed's sentences, of so many bytes of UTF-8."""

    sentences = [s.strip() for s in seed().read_text(encoding="utf-8").split(".") if s.strip()]
    draw = random.Random(7)  # noqa: S311 - a fixed order, no secret
    paragraphs, left = [], size
    while left > 0:
        words = ". ".join(draw.choice(sentences) for _ in range(draw.randint(1, 4)))
        paragraphs.append(" ".join(words.split()) + ".")
        left -= len(paragraphs[-1].encode()) + 1
    return "\n".join(paragraphs)


def spans_of(text: str, count: int) -> list[tuple[int, int]]:
    """Return words at even distances."""
    found = []
    for number in range(count):
        start = text.find(" ", number * (len(text) - 200) // count) + 1
        found.append((start, min(text.find(" ", start), start + 20)))
    return [(a, b) for a, b in found if a < b]


def memory() -> float:
    """Return the memory of this process, megabytes."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def measure(view_name: str, size_name: str) -> dict[str, float]:
    """Return the milliseconds of one view at one size."""
    size, count = SIZES[size_name]
    application = QApplication([])
    register_fonts()
    text = text_of(size)
    spans = spans_of(text, count)
    view, show, highlight = MAKERS[view_name](text, spans, size)
    view.resize(900, 700)
    view.show()
    application.processEvents()
    longest = [0.0]

    def timed(work: Callable[[], object]) -> float:
        start = time.process_time()
        work()
        view.viewport().repaint()
        took = (time.process_time() - start) * 1000
        longest[0] = max(longest[0], took)
        return took

    first, painted = timed(show), timed(highlight)
    bar = view.verticalScrollBar()
    to_end = timed(lambda: go_to_end(view))
    bar.setValue(0)
    scrolls = [timed(lambda: bar.setValue(bar.value() + 60)) for _ in range(STEPS)]
    draw = random.Random(3)  # noqa: S311
    jumps = [timed(lambda: bar.setValue(draw.randint(0, bar.maximum()))) for _ in range(JUMPS)]
    resize = timed(lambda: (view.resize(760, 700), application.processEvents()))
    return {
        "first": first, "highlight": painted, "to_end": to_end,
        "scroll": statistics.median(scrolls), "scroll_p99": p99(scrolls),
        "jump": statistics.median(jumps), "jump_p99": p99(jumps),
        "resize": resize, "longest": longest[0], "memory": memory(),
    }  # fmt: skip


def go_to_end(view: ArticleView | QTextBrowser) -> None:
    """Show the last line: QTextBrowser's scroll bar ends where it has laid the text out to."""
    if isinstance(view, QTextBrowser):
        view.moveCursor(QTextCursor.MoveOperation.End)
        view.ensureCursorVisible()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())


def p99(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


def our_view(text: str, spans: list[tuple[int, int]], _size: int):

    document = Document(id="bench", source=None, title=None, text=text)
    mentions = tuple(
        Mention(f"m{n}", Span(a, b), ("PER", "GPE", "ORG")[n % 3], "s1")
        for n, (a, b) in enumerate(spans)
    )
    analysis = Analysis(document=document, mentions=mentions)
    view = ArticleView()
    return view, lambda: view.set_document(document), lambda: view.set_analysis(analysis)


def browser(text: str):
    view = QTextBrowser()
    view.setFont(reading_font(16))
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    view.document().setDefaultTextOption(option)
    return view, lambda: view.setPlainText(text)


def with_formats(text: str, spans: list[tuple[int, int]], _size: int):

    view, show = browser(text)

    def highlight() -> None:
        look = QTextCharFormat()
        look.setBackground(QColor("#cdebd3"))
        cursor = QTextCursor(view.document())
        cursor.beginEditBlock()
        for start, end in spans:
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)
        cursor.endEditBlock()

    return view, show, highlight


def with_selections(text: str, spans: list[tuple[int, int]], size: int):

    view, show = browser(text)

    def highlight() -> None:
        look = QTextCharFormat()
        look.setBackground(QColor("#cdebd3"))
        found = []
        for start, end in spans[: MOST_SELECTIONS if size > 10_000_000 else None]:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(view.document())
            selection.cursor.setPosition(start)
            selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.format = look
            found.append(selection)
        view.setExtraSelections(found)

    return view, show, highlight


MAKERS = dict(zip(VIEWS, (our_view, with_formats, with_selections), strict=True))


def find(query: str) -> dict[str, float]:
    """Return the milliseconds of finding words in 20 MB while the window goes on drawing.

    A frame is what the window does when nothing else is asked of it: it takes its events and
    draws the article. The clock is the wall's: what counts is how long the user waits.
    """
    application = make_application()
    register_fonts()
    window = MainWindow(Settings(), keeps=False)
    window.resize(1200, 800)
    window.show()
    window.article.set_document(Document("bench", None, None, text_of(SIZES["20 MB"][0])))
    window.show_page(window.reading)
    window.find_bar.open_bar()
    application.processEvents()
    (finding,) = (f for f in window.features if isinstance(f, Finding))
    frames: list[float] = []
    start = time.perf_counter()

    def since(moment: float) -> float:
        return (time.perf_counter() - moment) * 1000

    window.find_bar.field.setText(query)
    typed, first = since(start), 0.0
    while finding.is_running:
        began = time.perf_counter()
        application.processEvents()
        window.article.viewport().repaint()
        frames.append(since(began))
        first = first or (since(start) if len(finding.hits) else 0.0)
        time.sleep(0.01)
    return {
        "typed": typed, "first_hit": first, "all": since(start), "hits": len(finding.hits),
        "frame": statistics.median(frames), "frame_max": max(frames),
    }  # fmt: skip


def panels(size: int) -> dict[str, float]:
    """Return how long the window is stopped by an analysis that is ready to be shown.

    shown: the call that fills the view and the panels; after: all that Qt does at once then;
    later: the longest turn of the event loop after that.
    """
    application = make_application()
    register_fonts()
    document = news(size)
    analysis = Workspace().analyze(document, engine="fast", keep_repeats=True)
    window = MainWindow(Settings(language="ar", theme="light"))
    window.resize(1500, 1000)
    window.show()
    runs = []
    for _ in range(5):
        window.show_document(document)
        turns(application)
        ready = made_ready(analysis, window.settings.threshold)
        start = time.process_time()
        window.analyzer.found.emit(ready)
        shown = time.process_time()
        application.processEvents()
        after = time.process_time()
        runs.append((shown - start, after - shown, max(turns(application))))
    middle = (1000 * statistics.median(times) for times in zip(*runs, strict=True))
    return dict(zip(PANELS, middle, strict=True))


def turns(application: QApplication) -> list[float]:
    """Let the event loop turn for a while; return the seconds of each turn."""
    times = []
    for _ in range(30):
        start = time.process_time()
        application.processEvents()
        times.append(time.process_time() - start)
    return times


def main() -> int:
    """Print the figures of every view at every size; 1 where ours misses a bar."""
    if len(sys.argv) == 3 and sys.argv[1] == "find":
        print(json.dumps(find(sys.argv[2])))
        return 0
    if len(sys.argv) == 3 and sys.argv[1] == "panels":
        print(json.dumps(panels(int(sys.argv[2]))))
        return 0
    if len(sys.argv) == 3:
        print(json.dumps(measure(sys.argv[1], sys.argv[2])))
        return 0
    columns = ("first", "highlight", "to_end", "scroll", "scroll_p99", "jump", "jump_p99", "resize",
               "longest", "memory")  # fmt: skip
    print("milliseconds; memory in MB. first: the text is there -> painted")
    missed = []
    for size in SIZES:
        print(f"\n{size}, {SIZES[size][1]:,} highlights")
        print(f"{'':26}" + "".join(f"{name:>11}" for name in columns))
        for view in VIEWS:
            done = subprocess.run(
                [sys.executable, __file__, view, size],
                check=True, capture_output=True, text=True,
            )  # fmt: skip
            figures = json.loads(done.stdout)
            print(f"{view:26}" + "".join(f"{figures[name]:11.1f}" for name in columns))
            if view == VIEWS[0]:
                missed += [
                    f"{size}: {name} {figures[name]:.1f} over {bar:.0f}"
                    for name, bar in BARS.items()
                    if figures[name] > bar
                ]
    print(f"\nfinding words in 20 MB; milliseconds\n{'':26}" + "".join(f"{n:>11}" for n in FOUND))
    for query in QUERIES:
        done = subprocess.run(
            [sys.executable, __file__, "find", query], check=True, capture_output=True, text=True
        )
        figures = json.loads(done.stdout)
        print(f"{query:26}" + "".join(f"{figures[name]:11.1f}" for name in FOUND))
        if figures["frame_max"] > BARS["longest"]:
            missed.append(f"finding {query}: a frame of {figures['frame_max']:.1f}")
    print(f"\nan analysis shown; milliseconds\n{'':26}" + "".join(f"{n:>11}" for n in PANELS))
    for size in (100_000, 1_000_000):
        done = subprocess.run(
            [sys.executable, __file__, "panels", str(size)],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        figures = json.loads(done.stdout)
        print(f"{size:<26,}" + "".join(f"{figures[name]:11.1f}" for name in PANELS))
        longest = max(figures.values())
        if longest > BARS["longest"]:
            missed.append(f"panels of {size:,} bytes: {longest:.1f}")
    print("\nbars: " + ("all met" if not missed else "; ".join(missed)))
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
