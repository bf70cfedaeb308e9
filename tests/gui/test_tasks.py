"""Long work on another thread, and windows that go while it lasts."""

import gc
import subprocess
import sys
import threading

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QThreadPool
from PySide6.QtWidgets import QDialog

from reader.errors import ReaderError
from reader.gui.garbage import collect
from reader.gui.tasks import Task

QUIT = """
import threading
from PySide6.QtCore import QCoreApplication, QTimer
from reader.gui.tasks import Task

application, begun = QCoreApplication([]), threading.Event()

def work(report):
    while True:
        report("more")
        begun.set()

Task(work).start()
begun.wait()
QTimer.singleShot(0, application.quit)
application.exec()
"""


def end_all():
    """Wait for the other threads, and hear what they said."""
    assert QThreadPool.globalInstance().waitForDone(10_000)
    QCoreApplication.processEvents()


def test_the_result_comes_back(qtbot):
    task = Task(lambda report: report("half") or 3)
    with qtbot.waitSignals([task.progressed, task.finished]):
        task.start()


def test_what_the_world_is_to_blame_for_comes_back(qtbot):
    def work(_report):
        raise ReaderError("no")

    task = Task(work)
    with qtbot.waitSignal(task.failed) as heard:
        task.start()
    assert str(heard.args[0]) == "no"


def test_a_fault_comes_back_with_its_place(qtbot):
    task = Task(lambda _report: 1 / 0)
    with qtbot.waitSignal(task.crashed) as heard:
        task.start()
    assert "ZeroDivisionError" in heard.args[0]
    assert __file__ in heard.args[0]


def test_work_whose_window_is_gone_ends_in_silence(qtbot):
    begun, go_on = threading.Event(), threading.Event()
    heard, owner = [], QObject()

    def work(report):
        begun.set()
        go_on.wait(10)
        report("too late")

    task = Task(work, owner)
    for signal in (task.progressed, task.finished, task.failed, task.crashed):
        signal.connect(heard.append)
    task.start()
    assert begun.wait(10)
    shiboken6.delete(owner)
    with qtbot.captureExceptions() as faults:
        go_on.set()
        end_all()
    assert (heard, faults) == ([], [])


def test_work_ends_in_silence_with_the_program():
    done = subprocess.run(
        [sys.executable, "-c", QUIT], check=False, capture_output=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_work_that_nobody_holds_is_done_all_the_same(qtbot):
    heard = []

    def start():
        task = Task(lambda _report: "done")
        task.finished.connect(heard.append)
        task.start()

    start()
    qtbot.waitUntil(lambda: heard == ["done"])


def test_what_work_knew_of_the_window_ends_on_the_thread_of_the_window(qtbot):
    ended = []

    class Held(QObject):
        def __del__(self):
            ended.append(threading.current_thread())

    def start():
        held = Held()
        task = Task(lambda _report: str(held))
        task.finished.connect(lambda _words: None)
        task.start()

    for _ in range(500):
        start()
        QCoreApplication.processEvents()
    end_all()
    qtbot.waitUntil(lambda: len(ended) == 500)
    assert set(ended) == {threading.main_thread()}


def test_a_closed_dialog_is_collected_on_the_thread_of_the_window(qtbot):
    ended = []

    class Held(QDialog):
        def __del__(self):
            ended.append(threading.current_thread())

    def busy(_report):
        """Make so many objects that Python would collect."""
        kept = [[n] for n in range(500_000)]
        return len(kept)

    held = Held()
    held.itself = held
    del held
    task = Task(busy)
    with qtbot.waitSignal(task.finished):
        task.start()
    kept = [[n] for n in range(gc.get_threshold()[0] + 1)]
    collect()
    assert kept
    assert ended == [threading.main_thread()]
