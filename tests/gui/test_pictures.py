"""The pictures that the documents show are of the window as it is."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from reader.gui.main_window import MainWindow
from reader.resources import seed
from reader.settings import Settings

PICTURES = Path(__file__).parents[2] / "resources" / "screenshots"
SMALL = QSize(120, 75)  # letters are gone, panels, cards and colors are there
NEAR = 2.0  # of 255, on average over the picture; other fonts are less, a missing panel is more


def small(image):
    mode = Qt.TransformationMode.SmoothTransformation
    shrunk = image.scaled(SMALL, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
    return bytes(shrunk.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


def apart(one, other):
    return sum(abs(a - b) for a, b in zip(small(one), small(other), strict=True)) / (
        SMALL.width() * SMALL.height()
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.usefixtures("arabic_interface")
def test_the_readmes_picture_is_of_this_window(qtbot, theme):
    shown = QImage(str(PICTURES / f"seed-{theme}.png"))
    window = MainWindow(Settings(language="ar", theme=theme), keeps=False)
    qtbot.addWidget(window)
    window.resize(shown.size())
    window.show()
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.open_path(seed(), date(2017, 10, 31))
    qtbot.wait(50)
    assert apart(shown, window.grab().toImage()) < NEAR
    window.actions_by_name["show_events"].trigger()
    assert apart(shown, window.grab().toImage()) > NEAR
