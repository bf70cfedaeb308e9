"""The window as `qari` opens it, on a display, and the hands that use it."""

import pytest
from hands import LIMIT, Hands

from reader import settings as stored
from reader.gui.app import make_application
from reader.gui.article_tabs import ArticleTabs
from reader.gui.choices import Choices
from reader.gui.fonts import register_fonts
from reader.gui.language import apply_language
from reader.gui.shell import Shell
from reader.resources import seed
from reader.settings import Settings


@pytest.fixture(autouse=True)
def own_settings(tmp_path, monkeypatch):
    """Keep the user's settings out of the tests; the first steps were seen."""
    monkeypatch.setenv("QARI_CONFIG", str(tmp_path / "settings.toml"))
    stored.save(Settings(language="ar", theme="light", toured=True))


@pytest.fixture
def hands(qtbot):
    """Hands at a Latin keyboard, with the pointer out of the way."""
    made = Hands(qtbot)
    made.lay("us")
    made.move_away()
    return made


@pytest.fixture
def arabic_program(qapp):
    """Set the application up as the program does, in Arabic; in English again afterwards."""
    make_application()
    register_fonts()
    apply_language("ar")
    yield qapp
    apply_language("en")


@pytest.fixture
def tabs(qtbot, hands, arabic_program):  # noqa: ARG001 - asked for its effect
    """The tabs in the program's window, which has the keyboard; the seed article is analyzed."""
    settings = stored.load()
    shell = Shell(settings)
    qtbot.addWidget(shell)
    made = ArticleTabs(Choices(settings, shell))
    shell.fill(made)
    shell.show()
    qtbot.waitExposed(shell)
    hands.focus(shell)
    made.open(seed())
    with qtbot.waitSignal(made.current().analysis_ready, timeout=3 * LIMIT):
        pass
    yield made
    shell.close()


@pytest.fixture
def window(tabs):
    """The window's content: the article with its panels."""
    return tabs.current()
