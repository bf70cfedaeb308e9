"""Long work on another thread, and windows that go while it lasts."""

import threading

import shiboken6
from PySide6.QtCore import QObject, QThreadPool

from reader.gui.tasks import Task


def test_the_result_comes_back(qtbot):
    task = Task(lambda report: report("half") or 3)
    with qtbot.waitSignals([task.progressed, task.finished]):
        task.start()
    qtbot.waitUntil(lambda: task.has_ended)


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
        assert QThreadPool.globalInstance().waitForDone(10_000)
        qtbot.waitUntil(lambda: task.has_ended)
    assert (heard, faults) == ([], [])


def test_work_that_nobody_holds_is_done_all_the_same(qtbot):
    heard = []

    def start():
        task = Task(lambda _report: "done")
        task.finished.connect(heard.append)
        task.start()

    start()
    qtbot.waitUntil(lambda: heard == ["done"])
