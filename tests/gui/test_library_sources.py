"""Where new articles come from: feeds, folders that are watched, files that are dropped."""

import json
import os
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from reader.gui.features.libraries import Libraries
from reader.gui.features.library import LibraryFeature
from reader.gui.features.sources import SourcesFeature
from reader.gui.main_window import MainWindow
from reader.libraries import Library, default_path
from reader.settings import Settings

LEFT = Qt.MouseButton.LeftButton
TEXT = "قال وزير الخارجية إن المحادثات تستأنف في بغداد يوم الأحد.\nوأضاف أن الوفد وصل أمس."


@pytest.fixture(autouse=True)
def own_data(monkeypatch, tmp_path):
    monkeypatch.setenv("QARI_DATA", str(tmp_path / "data"))


def feature(window, kind=LibraryFeature):
    return next(f for f in window.features if isinstance(f, kind))


def opened(qtbot, window):
    """Return the panel, with the user's own library in it."""
    window.set_language("en")
    Library.open(default_path(), create=True).close()
    feature(window).toggle()
    qtbot.waitUntil(lambda: feature(window).library is not None)
    return feature(window).panel


def write(folder, name, text=TEXT, *, age=5.0):
    """Write a file that has lain there for some seconds."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"{name}\n{text}", encoding="utf-8")
    os.utime(path, (time.time() - age,) * 2)
    return path


def sources(window):
    window.actions_by_name["library_sources"].trigger()
    return feature(window, SourcesFeature).dialog


def rows(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_what_comes_into_a_watched_folder_is_taken_in(qtbot, window, tmp_path, monkeypatch):
    panel = opened(qtbot, window)
    folder = tmp_path / "news"
    write(folder, "first.txt")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    dialog = sources(window)
    QTest.mouseClick(dialog.folder_button, LEFT)
    qtbot.waitUntil(lambda: len(panel.model.ids) == 1, timeout=20_000)
    qtbot.waitUntil(lambda: any(str(folder) in row for row in rows(dialog)))
    write(folder, "second.txt", age=0.0)  # as if it were being written
    (folder / "in").mkdir()
    qtbot.waitUntil(lambda: len(panel.model.ids) == 2, timeout=20_000)
    write(folder / "in", "third.txt")
    qtbot.waitUntil(lambda: len(panel.model.ids) == 3, timeout=20_000)
    dialog.list.setCurrentRow(0)
    QTest.mouseClick(dialog.leave_button, LEFT)
    qtbot.waitUntil(lambda: not rows(dialog))
    assert feature(window).library.folders.list() == ()
    dialog.reject()


def test_what_came_while_the_program_was_closed_is_taken_in_at_the_start(qtbot, window, tmp_path):
    folder = tmp_path / "news"
    write(folder, "old.txt")
    with Library.open(default_path(), create=True) as library:
        library.folders.add(str(folder))
        library.folders.looked(str(folder), time.time() - 60)
    panel = opened(qtbot, window)
    qtbot.waitUntil(lambda: len(panel.model.ids) == 1, timeout=20_000)


class _Feed(BaseHTTPRequestHandler):
    def do_GET(self):
        body = (
            '<?xml version="1.0"?><rss version="2.0"><channel><title>a</title><item>'
            f"<title>خبر</title><link>http://x.example/1</link><description>{TEXT}"
            "</description></item></channel></rss>"
        ).encode()
        self.send_response(200 if self.path == "/feed" else 404)
        self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
        self.end_headers()
        self.wfile.write(body if self.path == "/feed" else b"")

    def log_message(self, *_words):
        """Be quiet."""


@pytest.fixture
def server():
    made = HTTPServer(("127.0.0.1", 0), _Feed)
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    thread.join()
    made.server_close()


def test_a_feed_is_followed_asked_and_left(qtbot, window, server):
    panel = opened(qtbot, window)
    dialog = sources(window)
    QTest.keyClicks(dialog.address, f"{server}/feed")
    QTest.mouseClick(dialog.follow_button, LEFT)
    qtbot.waitUntil(lambda: len(panel.model.ids) == 1, timeout=20_000)
    qtbot.waitUntil(lambda: any(server in row for row in rows(dialog)))
    with qtbot.waitSignal(feature(window).shelf.imported, timeout=20_000) as heard:
        QTest.mouseClick(dialog.ask_button, LEFT)
    assert heard.args[0].new == 0
    dialog.list.setCurrentRow(0)
    QTest.mouseClick(dialog.leave_button, LEFT)
    qtbot.waitUntil(lambda: not rows(dialog))
    assert len(panel.model.ids) == 1
    dialog.reject()


def test_a_feed_that_is_not_there_is_told(qtbot, window, server):
    opened(qtbot, window)
    with qtbot.waitSignal(feature(window).shelf.imported, timeout=20_000) as heard:
        feature(window).shelf.ask_feeds([f"{server}/none"])
    (refused,) = heard.args[0].refused
    assert "404" in refused.reason
    qtbot.waitUntil(lambda: feature(window).box is not None)
    feature(window).box.reject()


def drop(panel, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, LEFT, none)
    panel.dragEnterEvent(enter)
    assert enter.isAccepted()
    panel.dropEvent(QDropEvent(QPointF(5, 5), copy, data, LEFT, none))


def test_files_and_folders_that_are_dropped_on_the_list_are_taken_in(qtbot, window, tmp_path):
    panel = opened(qtbot, window)
    write(tmp_path / "a", "one.txt")
    drop(panel, [tmp_path / "a", write(tmp_path, "two.txt")])
    qtbot.waitUntil(lambda: len(panel.model.ids) == 2, timeout=20_000)


def test_what_is_listed_is_exported_with_all_that_is_kept_of_it(
    qtbot, window, tmp_path, monkeypatch
):
    panel = opened(qtbot, window)
    paths = [write(tmp_path, f"{name}.txt") for name in ("alpha", "beta")]
    with qtbot.waitSignal(feature(window).shelf.imported, timeout=20_000):
        drop(panel, paths)
    panel.search.setText("alpha")
    qtbot.waitUntil(lambda: len(panel.model.ids) == 1)
    out = tmp_path / "out.jsonl"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    action = window.actions_by_name["export_library"]
    qtbot.waitUntil(action.isEnabled)
    with qtbot.waitSignal(feature(window).shelf.exported, timeout=20_000):
        action.trigger()
    head, article = map(json.loads, out.read_text("utf-8").splitlines())
    assert head["rules"]["rules"] == []
    assert article["document"]["title"] == "alpha.txt"
    assert "out.jsonl" in window.statusBar().currentMessage()


def test_an_analysis_is_paused_and_gone_on_with(qtbot, window, tmp_path):
    panel = opened(qtbot, window)
    shelf = feature(window).shelf
    paths = [write(tmp_path, f"{n}.txt", f"{TEXT}\nرقم {n}.") for n in range(30)]
    with qtbot.waitSignal(shelf.imported, timeout=20_000):
        drop(panel, paths)
    qtbot.waitUntil(lambda: panel.busy.isVisible() and panel.stop_button.text() == "Pause")
    QTest.mouseClick(panel.stop_button, LEFT)
    qtbot.waitUntil(panel.go_on_button.isVisible, timeout=20_000)
    assert panel.go_on_button.text() == "Go on with the analysis"
    assert shelf.library.analyses.stale(rules=0)
    QTest.mouseClick(panel.go_on_button, LEFT)
    qtbot.waitUntil(lambda: shelf.progress is None, timeout=30_000)
    assert not shelf.library.analyses.stale(rules=0)
    assert not panel.go_on_button.isVisible()


def test_the_library_that_was_used_is_used_again(qtbot, window, tmp_path):
    panel = opened(qtbot, window)
    other = tmp_path / "other.qari"
    with qtbot.waitSignal(feature(window).shelf.opened, timeout=20_000):
        feature(window, Libraries).open_library(str(other))
    qtbot.waitUntil(lambda: feature(window).library is not None)
    settings = window.choices.settings
    assert settings.library == str(other)
    assert panel is not None
    window.close()
    later = MainWindow(settings)
    qtbot.addWidget(later)
    later.show()
    feature(later).toggle()
    qtbot.waitUntil(lambda: feature(later).library is not None)
    assert feature(later).library.path == other
    later.close()


def test_where_that_library_is_gone_the_users_own_is_opened_and_it_is_told(qtbot, tmp_path):
    Library.open(default_path(), create=True).close()
    window = MainWindow(Settings(language="en", library=str(tmp_path / "gone.qari")))
    qtbot.addWidget(window)
    window.show()
    feature(window).toggle()
    qtbot.waitUntil(lambda: feature(window).library is not None)
    assert feature(window).library.path == default_path()
    assert "gone.qari" in window.warnings.box.text()
    window.warnings.box.close()
    window.close()
