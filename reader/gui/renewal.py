"""A new analysis in the background, once what was corrected has come to rest.

Corrections are shown at once, but what is found from them (who does what in an event that
now has another name in it) takes a new analysis. It changes what is shown only while the
reader is in the midst of nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from reader.core.corrections.types import Corrections
from reader.core.types import Analysis
from reader.gui.tasks import Report, Task

_REST = 700  # milliseconds after the last correction


class Renewal(QObject):
    """Analyzes again, for the last of the corrections that it was asked to hear.

    Signals:
        renewed: the Analysis and the corrections that it heard.
    """

    renewed = Signal(object, object)

    def __init__(
        self, work: Callable[[Corrections], Callable[[Report], Analysis]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._heard: Corrections = ()
        self._found: Analysis | None = None
        self._task: Task | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._go_on)

    def want(self, corrections: Corrections) -> None:
        """Have these corrections heard, in the place of what was asked for before."""
        self.stop()
        self._heard = corrections
        self._rest.start()

    def stop(self) -> None:
        """Want no new analysis."""
        self._rest.stop()
        self._found = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _go_on(self) -> None:
        """Begin, or give out what was found."""
        if self._found is None:
            task = self._task = Task(self._work(self._heard), self)
            task.finished.connect(lambda found: self._on_found(task, found))
            task.start()
        elif _is_busy():
            self._rest.start()
        else:
            found, self._found = self._found, None
            self.renewed.emit(found, self._heard)

    def _on_found(self, task: Task, found: Analysis) -> None:
        if task is not self._task:
            return
        self._task = None
        self._found = found
        self._go_on()


def _is_busy() -> bool:
    """Tell whether the reader is in the midst of something: a menu, a dialog, a drag."""
    return (
        QApplication.activePopupWidget() is not None
        or QApplication.activeModalWidget() is not None
        or QApplication.mouseButtons() != Qt.MouseButton.NoButton
    )
