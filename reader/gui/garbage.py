"""Garbage is collected on the thread of the window alone.

Python collects cycles on whichever thread happens to make many objects, and would there end
the widgets of a closed dialog, which Qt crashes on.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # milliseconds


class Collector(QObject):
    """Collects every now and then, as much as Python would have by then.

    Automatic collection is off as long as this lives.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect)
        self._timer.start(_EVERY)
        self.destroyed.connect(gc.enable)


def collect() -> None:
    """Collect the oldest generation that is due."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [n for n in range(len(counts)) if counts[n] > thresholds[n]]
    if due:
        gc.collect(max(due))
