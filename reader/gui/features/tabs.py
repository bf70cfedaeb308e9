"""The commands of the tabs, where the window has any."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.origin import Origin

if TYPE_CHECKING:
    from reader.gui.article_tabs import ArticleTabs
    from reader.gui.main_window import MainWindow


class Tabs(Feature):
    """Asks the tabs that hold the window; without them its commands cannot be used."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "new_tab",
            QT_TRANSLATE_NOOP("Actions", "&New tab"),
            QT_TRANSLATE_NOOP("Actions", "Open an empty tab for another article"),
            "Ctrl+N",
        ),
        Command(
            "open_in_tab",
            QT_TRANSLATE_NOOP("Actions", "Open in a ne&w tab…"),
            QT_TRANSLATE_NOOP("Actions", "Open an article from a file in a tab of its own"),
            "Ctrl+Shift+O",
        ),
        Command(
            "close_tab",
            QT_TRANSLATE_NOOP("Actions", "C&lose the tab"),
            QT_TRANSLATE_NOOP("Actions", "Close the article in sight"),
            "Ctrl+W",
        ),
        Command(
            "reopen_tab",
            QT_TRANSLATE_NOOP("Actions", "Open the closed &tab again"),
            QT_TRANSLATE_NOOP("Actions", "Open the article that was closed last"),
            "Ctrl+Shift+T",
        ),
        Command(
            "next_tab",
            QT_TRANSLATE_NOOP("Actions", "Next &tab"),
            QT_TRANSLATE_NOOP("Actions", "Show the article in the next tab"),
            "Ctrl+Tab",
            more_keys=("Ctrl+PgDown",),
        ),
        Command(
            "previous_tab",
            QT_TRANSLATE_NOOP("Actions", "P&revious tab"),
            QT_TRANSLATE_NOOP("Actions", "Show the article in the tab before"),
            "Ctrl+Shift+Tab",
            more_keys=("Ctrl+PgUp",),
        ),
        Command(
            "move_tab_on",
            QT_TRANSLATE_NOOP("Actions", "&Move the tab on"),
            QT_TRANSLATE_NOOP("Actions", "Move the tab one place further"),
            "Ctrl+Shift+PgDown",
        ),
        Command(
            "move_tab_back",
            QT_TRANSLATE_NOOP("Actions", "Move the tab bac&k"),
            QT_TRANSLATE_NOOP("Actions", "Move the tab one place back"),
            "Ctrl+Shift+PgUp",
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._host: ArticleTabs | None = None
        for command in self.COMMANDS:
            window.actions_by_name[command.name].setEnabled(False)

    def set_host(self, host: ArticleTabs) -> None:
        """Ask these tabs from now on."""
        self._host = host
        self.window.more_wanted.connect(lambda origin: host.add(origin, show=False))
        for command in self.COMMANDS:
            self.window.actions_by_name[command.name].setEnabled(True)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {
            "new_tab": self._asking(lambda host: host.add()),
            "open_in_tab": self._asking(self._open),
            "close_tab": self._asking(lambda host: host.close_current()),
            "reopen_tab": self._asking(lambda host: host.reopen()),
            "next_tab": self._asking(lambda host: host.step(1)),
            "previous_tab": self._asking(lambda host: host.step(-1)),
            "move_tab_on": self._asking(lambda host: host.move_current(1)),
            "move_tab_back": self._asking(lambda host: host.move_current(-1)),
        }

    def _asking(self, ask: Callable[[ArticleTabs], object]) -> Callable[[], object]:
        def call() -> None:
            if self._host is not None:
                ask(self._host)

        return call

    def _open(self, host: ArticleTabs) -> None:
        for path in self.window.opening.ask_for_files():
            host.add(Origin(path=path))
