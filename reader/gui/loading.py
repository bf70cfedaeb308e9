"""Reading on another thread, with progress, and stopped within a moment."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.core.types import Document
from reader.errors import InputError, ReaderError
from reader.gui.origin import Loaded, Origin
from reader.gui.tasks import Report, Task

_PART = 0.1  # seconds between two looks of the window at what was read

Item = Document | InputError


class Loader(QObject):
    """Reads one thing at a time.

    Signals:
        came: the Loaded that has more now.
        progressed: how much is read, 0 to 1 (0 where that is not known), and how many articles.
        ended: the Loaded that is whole.
        stopped: what was read stays as it is.
        crashed: a traceback, for a fault of ours.
    """

    came = Signal(object)
    progressed = Signal(float, int)
    ended = Signal(object)
    stopped = Signal()
    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loaded: Loaded | None = None
        self._task: Task | None = None
        self._cancelled = threading.Event()

    @property
    def is_running(self) -> bool:
        """Tell whether something is read."""
        return self._task is not None

    def start(self, origin: Origin) -> Loaded:
        """Read what an origin gives; return what will hold it."""
        self.stop()
        self._loaded = loaded = Loaded(origin)
        self._cancelled = cancelled = threading.Event()
        task = Task(partial(_read, origin, cancelled), self)
        task.progressed.connect(lambda part: self._add(loaded, *part))
        task.finished.connect(lambda _nothing: self._end(loaded))
        task.failed.connect(self._fail)
        task.crashed.connect(self._crash)
        self._task = task
        task.start()
        return loaded

    def stop(self) -> bool:
        """Leave off reading; tell whether something was read."""
        self._cancelled.set()
        if self._task is None:
            return False
        self._task.cancel()
        self._task = None
        self.stopped.emit()
        return True

    def _add(self, loaded: Loaded, items: Sequence[Item], done: float) -> None:
        if loaded is not self._loaded or self._task is None:
            return
        loaded.contents.add(items)
        self.progressed.emit(done, len(loaded.contents.documents))
        if items:
            self.came.emit(loaded)

    def _end(self, loaded: Loaded) -> None:
        self._task = None
        loaded.is_whole = True
        self.ended.emit(loaded)

    def _fail(self, error: ReaderError) -> None:
        loaded = self._loaded
        if loaded is None:
            return
        source = loaded.origin.name
        refused = error if isinstance(error, InputError) else InputError(source, str(error))
        loaded.contents.add([refused])
        self._end(loaded)

    def _crash(self, trace: str) -> None:
        self._task = None
        self.crashed.emit(trace)


def _read(origin: Origin, cancelled: threading.Event, report: Report) -> None:
    """Read, on another thread; report what there is every now and then, and how much is done."""
    found: list[Item] = []
    done, told = 0.0, time.monotonic()

    def hand_over(part: float | None = None) -> None:
        nonlocal found, told, done
        done = done if part is None else part
        now = time.monotonic()
        if now - told >= _PART:
            report((found, done))
            found, told = [], now

    for item in _items(origin, cancelled, hand_over):
        found.append(item)
        hand_over()
    report((found, done))


def _items(
    origin: Origin, cancelled: threading.Event, progress: Callable[[float], None]
) -> Iterator[Item]:
    """Yield what the service reads of an origin."""
    from reader.service import Choices, Workspace  # noqa: PLC0415 - the window is up before

    workspace, choices = Workspace(), Choices(origin.encoding, origin.whole, ocr=origin.ocr)
    if origin.path is not None:
        yield from workspace.open_all(origin.path, choices, progress=progress, cancelled=cancelled)
    elif origin.address is not None:
        yield from workspace.fetch(
            origin.address,
            choices,
            allow_private=origin.private,
            progress=progress,
            cancelled=cancelled,
        )
    elif origin.html is not None:
        whole = replace(choices, whole=True, format="html", encoding="utf-8")
        data = origin.html.encode("utf-8", "replace")
        pasted = workspace.open_all_bytes(
            data, "clipboard", whole, progress=progress, cancelled=cancelled
        )
        for item in pasted:
            yield replace(item, source=None) if isinstance(item, Document) else item
    else:
        yield workspace.open_text(origin.words or "")
