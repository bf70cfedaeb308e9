"""The window's frame, painted before the views are imported.

The views use a hundred of Qt's classes, and Python takes longer to load those than Qt to
show a window; the frame stands meanwhile, in the right place and colors.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

from reader.gui.theme import Theme, load_theme
from reader.settings import Settings, ThemeChoice, ThemeName

FIRST_SIZE = QSize(1360, 860)


def chosen_theme(choice: ThemeChoice) -> Theme:
    """Return the theme that a choice means now."""
    if choice == "system":
        return load_theme(system_theme())
    return load_theme(choice)


def system_theme() -> ThemeName:
    """Return the theme that comes nearest to what the system asks of every program."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


class Shell(QMainWindow):
    """The top-level window; `fill` puts the program into it.

    Signals:
        painted: once, when the empty window has been shown.
    """

    painted = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._is_painted = False
        QApplication.setPalette(chosen_theme(settings.theme).palette())
        self.resize(FIRST_SIZE)
        if settings.geometry:
            self.restoreGeometry(settings.geometry_bytes())
        self.setWindowTitle("قارئ")
        title = QLabel("قارئ")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCentralWidget(title)

    def fill(self, content: QWidget) -> None:
        """Show `content`, whose title and end are the window's own."""
        content.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(content.windowTitle())
        self.setCentralWidget(content)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time, after Qt has brought it to the screen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the content keep what it must."""
        content = self.centralWidget()
        if content is not None:
            content.close()
        super().closeEvent(event)
