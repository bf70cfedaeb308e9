"""Run under strace: hostile pages through the reader of pages, the window and every export."""

from __future__ import annotations

import sys
from pathlib import Path

from payloads import pages
from report import TOP

sys.path.insert(0, str(TOP / "tests" / "gui"))

from PySide6.QtCore import QEventLoop, QUrl
from PySide6.QtWidgets import QApplication
from traced import MARKER

STEP = 25  # pages between two looks at every place that shows words


def main() -> int:
    """Show every page; return how many places read something as rich text."""
    import hostile_article
    import sinks

    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    window = window_of()
    benign = folder / "benign.html"
    benign.write_bytes(
        "<html><body><p>قال الوزير محمد سعيد أمس في بغداد.</p></body></html>".encode()
    )
    _open(window, benign)
    _see(window)
    _export(window)
    _open(window, hostile_article.make(folder))
    _see(window)
    list(sinks.rich_places())
    Path(MARKER).exists()
    open_marker(MARKER)
    faults, shown, refused = [], 0, 0
    files = _write(folder, count)
    for number, path in enumerate([*files, hostile_article.make(folder)]):
        if _open(window, path):
            shown += 1
            _export(window)
        else:
            refused += 1
        if number % STEP == 0:
            _see(window)
            faults += [f"{path.name}: {place}" for place in sinks.rich_places()]
    for fault in faults[:10]:
        print("RICH", fault)
    print(f"{shown} shown and exported, {refused} refused, {len(faults)} read as rich text")
    return min(len(faults), 100)


def open_marker(path: str) -> None:
    """Ask for a file that is not there, so that strace shows where the pages begin."""
    try:
        Path(path).read_bytes()
    except OSError:
        return


def _write(folder: Path, count: int) -> list[Path]:
    """Write the pages; of fewer than all, those that stand far apart."""
    every = pages()
    chosen = every if count >= len(every) else every[:: max(1, len(every) // count)]
    made = []
    for number, data in enumerate(chosen):
        made.append(folder / f"page-{number:03}.html")
        made[-1].write_bytes(data)
    return made


def window_of():
    """Return the program's window, in sight."""
    from reader.gui.app import make_application
    from reader.gui.fonts import register_fonts
    from reader.gui.language import apply_language
    from reader.gui.main_window import MainWindow
    from reader.settings import Settings

    make_application()
    register_fonts()
    apply_language("ar")
    window = MainWindow(Settings(language="ar", theme="light"))
    window.resize(1500, 1000)
    window.show()
    return window


def _open(window, path: Path) -> bool:
    """Open a file and wait until it is analyzed or refused."""
    loop, ends = QEventLoop(), []
    window.analysis_ready.connect(lambda _a: (ends.append(True), loop.quit()))
    window.failed.connect(lambda _reason: (ends.append(False), loop.quit()))
    window.open_path(path)
    if not ends:
        loop.exec()
    window.analysis_ready.disconnect()
    window.failed.disconnect()
    QApplication.processEvents()
    return ends[0]


def _see(window) -> None:
    """Bring every view of the article into sight, and the boxes that tell of it."""
    from reader.gui.features.peek import PeekFeature
    from reader.gui.models.phrases import isolate
    from reader.gui.views.link_dialog import LinkDialog

    if window.analysis is None:
        return
    for name in window.desk.names():
        window.desk.show_view(name)
        QApplication.processEvents()
    peek = next(f for f in window.features if isinstance(f, PeekFeature))
    for mention in window.analysis.mentions[:4]:
        peek.open_card(("mention", mention.id))
        QApplication.processEvents()
    document = window.document
    window.warnings.tell(isolate(document.title or ""))
    dialog = LinkDialog(isolate(document.title or ""), QUrl(document.address or ""), window)
    dialog.open()
    QApplication.processEvents()
    dialog.reject()
    if window.warnings.box is not None:
        window.warnings.box.close()
    window.grab()


def _export(window) -> None:
    from reader.export import FORMATS
    from reader.gui.models.export_words import preview

    for form in FORMATS:
        preview(form, form.write(window.analysis))


if __name__ == "__main__":
    sys.exit(main())
