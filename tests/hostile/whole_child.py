"""Run apart: every file of a folder through the window or the command; tells what went wrong."""

from __future__ import annotations

import contextlib
import io
import sys
import time
import traceback
from collections import Counter
from pathlib import Path


def main() -> int:
    """Open every file; print the figures and a line of each miss."""
    where, folder, most = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])
    files = sorted(folder.iterdir())
    open_one = _window() if where == "window" else _command
    ends: Counter[str] = Counter()
    slowest = 0.0
    open_one(files[0])  # what is loaded once is not counted
    for path in files:
        begun = time.monotonic()
        end, faults = open_one(path)
        seconds = time.monotonic() - begun
        slowest = max(slowest, seconds)
        ends[end] += 1
        faults += [f"{seconds:.1f} s"] if seconds > most and end != "refused" else []
        for fault in faults:
            print("MISS", path.name, fault.replace("\n", " ")[:300])
    told = ", ".join(f"{name} {n}" for name, n in ends.most_common())
    print(f"{where}: {len(files)} files ({told}), slowest {slowest:.2f} s")
    return 0


def _command(path: Path) -> tuple[str, list[str]]:
    """Analyze a file as the command line does."""
    from reader.launch import main

    said, wrong = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(wrong):
            status = main(["analyze", str(path)])
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else 1
    except Exception:
        return "crashed", [traceback.format_exc()[-300:]]
    if status == 0:
        return "analyzed", [] if said.getvalue() else ["no answer"]
    return "refused", [] if wrong.getvalue() else [f"status {status} without words"]


def _window():
    """Return what opens a file in one window and waits until it is analyzed or refused."""
    from PySide6.QtCore import QEventLoop, QtMsgType, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from reader.gui.app import make_application
    from reader.gui.fonts import register_fonts
    from reader.gui.language import apply_language
    from reader.gui.main_window import MainWindow
    from reader.settings import Settings

    faults: list[str] = []
    grave = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}
    sys.excepthook = lambda _kind, error, _where: faults.append(repr(error))
    make_application()
    register_fonts()
    apply_language("ar")
    window = MainWindow(Settings(language="ar", theme="light"))
    window.resize(1300, 900)
    window.show()

    def hear(kind: QtMsgType, _context: object, words: str) -> None:
        if kind in grave and "propagateSizeHints" not in words:  # what no display cannot do
            faults.append(words)

    qInstallMessageHandler(hear)
    loop, ends = QEventLoop(), []

    def end(word: str) -> None:
        ends.append(word)
        loop.quit()

    window.analysis_ready.connect(lambda _analysis: end("analyzed"))
    window.failed.connect(lambda _reason: end("refused"))
    window.opening.several.connect(lambda loaded: end("several") if not ends else loaded)
    window.opening.loader.crashed.connect(lambda words: (faults.append(words), end("crashed")))

    def open_one(path: Path) -> tuple[str, list[str]]:
        ends.clear()
        faults.clear()
        window.open_path(path)
        if not ends:
            loop.exec()
        QApplication.processEvents()
        window.grab()
        return ends[0], list(faults)

    return open_one


if __name__ == "__main__":
    sys.exit(main())
