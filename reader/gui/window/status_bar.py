"""The status bar: what was counted in the article, and how far the work on it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from reader.core.types import Analysis
from reader.gui.models.wording import isolate


class StatusBar(QStatusBar):
    """Counts at the end; while something runs, its stage and a button that stops it."""

    def __init__(self, cancel: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._counts, self._stage = QLabel(), QLabel()
        for label in (self._counts, self._stage):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._progress = QProgressBar()
        self._progress.setRange(0, 5)
        self._progress.setFixedSize(120, 10)
        self._progress.setTextVisible(False)
        button = QToolButton()
        button.setDefaultAction(cancel)
        button.setAutoRaise(True)
        self._work: tuple[QWidget, ...] = (self._stage, self._progress, button)
        self.addPermanentWidget(self._counts)
        for widget in self._work:
            self.addPermanentWidget(widget)
            widget.hide()

    def show_busy(self, *, busy: bool) -> None:
        """Show whether something runs, of which nothing is known yet."""
        self._progress.setValue(0)
        self._stage.setText("")
        for widget in self._work:
            widget.setVisible(busy)

    def show_reading(self, done: float) -> None:
        """Show how much of a file is read, 0 to 1."""
        self._stage.setText(self.tr("Reading"))
        self._progress.setValue(round(5 * done))

    def show_stage(self, stage: str) -> None:
        """Show the stage that an analysis has come to, by its name in the core."""
        names = {
            "reading": self.tr("Preparing"),
            "repeats": self.tr("Folding repeats"),
            "times": self.tr("Reading dates"),
            "entities": self.tr("Finding names"),
            "events": self.tr("Finding events"),
        }
        self._stage.setText(names.get(stage, stage))
        self._progress.setValue(1 + list(names).index(stage) if stage in names else 0)

    def show_counts(self, shown: Analysis | None) -> None:
        """Show how much there is of what is shown, nothing for None."""
        if shown is None:
            self._counts.setText("")
            return
        counts = (
            (self.tr("Events"), len(shown.clusters)),
            (self.tr("Dates"), len(shown.times)),
            (self.tr("Repeats"), len(shown.repetitions)),
        )
        parts = [f"{name} {isolate(str(count))}" for name, count in counts]
        self._counts.setText("  ·  ".join(parts))
