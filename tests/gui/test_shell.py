"""The start: a frame first, the program into it, the user's choices kept at the end."""

import os
import subprocess
import sys

import pytest

from reader import settings as stored
from reader.gui.main_window import MainWindow
from reader.gui.shell import Shell
from reader.resources import seed
from reader.settings import Settings

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from reader.gui import app, shell

seen = []
paint = shell.Shell.paintEvent

def watch(self, event):
    paint(self, event)
    seen.append({"reader.gui.main_window", "reader.core.pipeline"} & set(sys.modules))

shell.Shell.paintEvent = watch
fill = shell.Shell.fill

def filled(self, content):
    fill(self, content)
    content.current_changed.connect(
        lambda window: window.analysis_ready.connect(lambda analysis: self.close())
    )

shell.Shell.fill = filled
status = app.main(Path(sys.argv[1]))
assert seen[0] == set(), seen
sys.exit(status)
"""


LATE = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from reader.gui.main_window import MainWindow
from reader.settings import Settings
window = MainWindow(Settings(), keeps=False)
window.show()
application.processEvents()
late = {"numpy", "onnxruntime", "PySide6.QtPrintSupport", "reader.core.pipeline",
        "reader.gui.views.preferences_dialog", "reader.gui.views.help_window",
        "socket", "reader.gui.speech.dispatcher", "PySide6.QtTextToSpeech"}
print(sorted(late & set(sys.modules)))
"""


ADDRESS = """
import sys
from pathlib import Path
from reader.address import parse
from reader.gui import app, shell

fill = shell.Shell.fill

def told(self, window):
    sentence = window.article.current_sentence()
    print(window.index.sentence_numbers[sentence.id])
    self.close()

def filled(self, content):
    fill(self, content)
    content.current_changed.connect(
        lambda window: window.analysis_ready.connect(lambda analysis: told(self, window))
    )

shell.Shell.fill = filled
sys.exit(app.main(Path(sys.argv[1]), place=parse("#s9")))
"""


COPY = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from reader.gui import app, shell

fill = shell.Shell.fill

def filled(self, content):
    fill(self, content)
    content.current_changed.connect(
        lambda made: made.analysis_ready.connect(lambda analysis: copy(self, made))
    )

def copy(window, content):
    content.article.selectAll()
    content.article.copy()
    print(len(QGuiApplication.clipboard().text()))
    window.close()

shell.Shell.fill = filled
sys.exit(app.main(Path(sys.argv[1])))
"""


@pytest.fixture
def run(tmp_path):
    """Return a function that runs a script on the seed in a process of its own."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QARI_CONFIG": str(tmp_path / "settings.toml"),
    }

    def run(script):
        command = [sys.executable, "-c", script, str(seed())]
        return subprocess.run(
            command, check=False, env=environment, capture_output=True, timeout=60
        )

    return run


def test_the_program_ends_well_after_words_were_copied(run):
    done = run(COPY)
    assert done.returncode == 0, done.stderr.decode()
    assert int(done.stdout) > 1000


def test_the_window_is_painted_before_the_views_and_the_analyzer_are_loaded(run, tmp_path):
    done = run(START)
    assert done.returncode == 0, done.stderr.decode()
    assert str(seed()) in (tmp_path / "settings.toml").read_text(encoding="utf-8")


def test_what_is_not_needed_yet_is_not_loaded_with_the_window(run):
    done = run(LATE)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().strip() == "[]"


def test_an_article_is_opened_at_an_address(run):
    done = run(ADDRESS)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.split() == [b"9"]


def test_the_frame_takes_the_title_of_what_is_in_it_and_keeps_its_place(qtbot):
    shell = Shell(Settings(language="en", theme="dark"))
    qtbot.addWidget(shell)
    with qtbot.waitSignal(shell.painted):
        shell.show()
    content = MainWindow(Settings(language="en", theme="dark"))
    shell.fill(content)
    with qtbot.waitSignal(content.analysis_ready, timeout=30_000):
        content.open_path(seed())
    assert seed().name in shell.windowTitle()
    shell.resize(780, 520)
    size = shell.size()
    shell.close()
    again = Shell(stored.load())
    qtbot.addWidget(again)
    assert again.size() == size


def test_a_settings_file_that_was_damaged_is_told_of(window):
    window.warnings.tell("settings.toml: mend the line")
    box = next(w for w in window.children() if w.inherits("QMessageBox"))
    assert "mend the line" in box.text()
    box.close()


def test_a_place_that_makes_no_sense_is_passed_over(qtbot):
    shell = Shell(Settings(geometry="not base64!"))
    qtbot.addWidget(shell)
    assert shell.width() > 1000
