"""What every test of the window needs: the program's font, settings of its own."""

import pytest

from reader.gui.app import make_application
from reader.gui.fonts import register_fonts
from reader.gui.language import apply_language
from reader.gui.main_window import MainWindow
from reader.resources import seed
from reader.settings import Settings


@pytest.fixture(autouse=True)
def own_settings(tmp_path, monkeypatch):
    """Keep the user's settings out of the tests."""
    monkeypatch.setenv("QARI_CONFIG", str(tmp_path / "settings.toml"))


@pytest.fixture(autouse=True)
def program_application(qapp):  # noqa: ARG001 - asked for its effect
    """Set the application up as the program does; measure with the font that it ships."""
    make_application()
    register_fonts()


@pytest.fixture
def arabic_interface(qapp):
    """Show the interface in Arabic, and in English again afterwards."""
    apply_language("ar")
    yield qapp
    apply_language("en")


@pytest.fixture
def window(qtbot, arabic_interface):  # noqa: ARG001 - asked for its effect
    """The window, empty, in Arabic and light."""
    made = MainWindow(Settings(language="ar", theme="light"))
    qtbot.addWidget(made)
    made.resize(1500, 1000)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def seed_window(qtbot, window):
    """The window with the article in seeds/, analyzed."""
    with qtbot.waitSignal(window.analysis_ready, timeout=30_000):
        window.open_path(seed())
    return window
