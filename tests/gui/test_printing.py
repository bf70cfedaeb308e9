"""The article on paper and as a PDF."""

from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QCheckBox, QFileDialog

from reader.gui.features.printing import Printing


def test_a_pdf_is_written_with_or_without_what_was_found(seed_window, tmp_path, monkeypatch):
    sizes = []
    for name in ("with.pdf", "without.pdf"):
        path = tmp_path / name
        chosen = (str(path), "")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, chosen=chosen: chosen)
        seed_window.actions_by_name["save_pdf"].trigger()
        assert path.read_bytes().startswith(b"%PDF")
        assert name in seed_window.statusBar().currentMessage()
        sizes.append(path.stat().st_size)
        seed_window.actions_by_name["highlights"].trigger()
    assert sizes[0] > sizes[1]


def test_the_preview_shows_pages_and_follows_its_box(qtbot, seed_window):
    seed_window.actions_by_name["print_preview"].trigger()
    feature = next(f for f in seed_window.features if isinstance(f, Printing))
    pages = feature.preview.findChild(QPrintPreviewWidget)
    qtbot.waitUntil(lambda: pages.pageCount() > 0)
    painted = picture(pages)
    feature.preview.findChild(QCheckBox, "highlights").click()
    assert picture(pages) != painted
    feature.preview.close()


def picture(pages):
    return pages.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
