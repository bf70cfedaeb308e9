"""The analysis of the article in the window, with the user's choices and corrections."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.core.corrections.types import Corrections, is_dated
from reader.core.types import Analysis, Document
from reader.gui.analyzing import analyzed, found_ready, made_ready
from reader.gui.choices import Choices
from reader.gui.origin import Origin
from reader.gui.tasks import Report, Task


class Analyzer(QObject):
    """Analyzes one article at a time: what begins takes the place of what runs.

    Attributes:
        heard: the corrections that the last analysis was made with.

    Signals:
        changed: an analysis began or ended.
        progressed: the stage that it has come to, by its name in the core.
        found: a Ready.
        failed: the ReaderError that it ended with.
        crashed: a traceback, for a fault of ours.
    """

    changed = Signal()
    progressed = Signal(object)
    found = Signal(object)
    failed = Signal(object)
    crashed = Signal(str)

    def __init__(self, choices: Choices, parent: QObject) -> None:
        super().__init__(parent)
        self._choices = choices
        self.heard: Corrections = ()
        self._task: Task | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether an analysis runs."""
        return self._task is not None

    def analyze(self, document: Document, origin: Origin, corrections: Corrections) -> None:
        """Find what is in an article; what is known of it already is not found anew."""
        self.heard = corrections
        threshold = self._choices.settings.threshold
        if origin.analysis is not None:
            self.found.emit(made_ready(origin.analysis, threshold))
            return
        self.stop()
        work = self.work(document, origin, corrections)
        task = self._task = Task(partial(found_ready, work, threshold), self)
        task.progressed.connect(self.progressed)
        for end, signal in (
            (task.finished, self.found),
            (task.failed, self.failed),
            (task.crashed, self.crashed),
        ):
            end.connect(lambda result, signal=signal: self._end(task, signal.emit, result))
        self.changed.emit()
        task.start()

    def work(
        self, document: Document, origin: Origin, corrections: Corrections
    ) -> Callable[[Report], Analysis]:
        """Return the work of analyzing an article by the user's choices of now."""
        return partial(
            analyzed,
            document,
            None if is_dated(corrections) else origin.day,
            corrections,
            transliterate=self._choices.settings.transliterate,
            rules=origin.shelved.rules if origin.shelved else (),
        )

    def stop(self) -> None:
        """Stop what runs; nothing more comes of it."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.changed.emit()

    def _end(self, task: Task, tell: Callable[[object], object], result: object) -> None:
        if task is self._task:
            self._task = None
            self.changed.emit()
            tell(result)
