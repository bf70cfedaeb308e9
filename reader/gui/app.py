"""The application around the window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from reader import settings as stored
from reader.address import Address
from reader.errors import SettingsError
from reader.gui.garbage import Collector
from reader.gui.shell import Shell
from reader.gui.style import Style
from reader.gui.views.roles import tell_roles
from reader.resources import seed
from reader.settings import Settings

_TURN = 0.0005  # seconds that work in the background keeps the window from drawing


def make_application() -> QApplication:
    """Return the one QApplication, with the name and the style of the program."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Qari")
    application.setDesktopFileName("qari")
    application.setStyle(Style())
    tell_roles()
    sys.setswitchinterval(_TURN)
    if application.findChild(Collector) is None:
        Collector(application)
    return application


def main(
    path: Path | None = None, reference_date: date | None = None, place: Address | None = None
) -> int:
    """Open the window on an article and return the exit status when it is closed.

    Without a path the files of the last time are opened again, or else the program's own
    article. The window's frame is painted first, then the views are loaded, then the article
    is read, and the analyzer comes last.
    """
    application = make_application()
    problem, settings = "", Settings()
    try:
        settings = stored.load()
    except SettingsError as error:
        problem = str(error)
    shell = Shell(settings)
    ends: list[Callable[[], None]] = []
    shell.painted.connect(
        lambda: ends.append(_fill(shell, settings, path, reference_date, problem, place))
    )
    shell.show()
    status = application.exec()
    for end in ends:
        end()
    return status


def _fill(
    shell: Shell,
    settings: Settings,
    path: Path | None,
    reference_date: date | None,
    problem: str,
    place: Address | None,
) -> Callable[[], None]:
    """Put the program into the window; return what must be done when it has ended."""
    # All of these only now: the frame is painted before they are loaded.
    from reader.gui.article_tabs import ArticleTabs  # noqa: PLC0415
    from reader.gui.choices import Choices, apply_motion  # noqa: PLC0415
    from reader.gui.crash import CrashReporter  # noqa: PLC0415
    from reader.gui.features.addresses import Addresses  # noqa: PLC0415
    from reader.gui.features.tour import Tour  # noqa: PLC0415
    from reader.gui.fonts import apply_interface_size, register_fonts  # noqa: PLC0415
    from reader.gui.language import apply_language  # noqa: PLC0415

    register_fonts()
    apply_interface_size(settings.interface_size)
    apply_language(settings.language)
    if settings.reduced_motion:
        apply_motion(reduced=True)
    # A file that could not be read is for the user to mend, so nothing is written over it.
    tabs = ArticleTabs(Choices(settings, shell, keeps=not problem))
    shell.fill(tabs)
    again = [Path(name) for name in settings.session] if settings.restore_session else []
    again = [name for name in again if name.is_file()]
    if again:
        tabs.restore(again, settings.session_at)
    if path is not None or not again:
        tabs.open(path or seed(), reference_date)
    content = tabs.current()
    if content is not None:
        next(f for f in content.features if isinstance(f, Tour)).start_when_known()
    if place is not None and content is not None:
        next(f for f in content.features if isinstance(f, Addresses)).go_when_known(place)
    if problem and content is not None:
        content.warnings.tell_unread(problem)
    reporter = CrashReporter(shell)
    reporter.install()
    return reporter.uninstall
