"""The parts of the window that bring their own commands and views.

MainWindow knows the article, its two panels and how to go places; what else the window can
do is a Feature, listed in `registry`. A feature is told what there is to show and asks the
window for the rest, so that none knows of another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject

from reader.core.types import Document
from reader.gui.actions import Command
from reader.gui.models.index import AnalysisIndex
from reader.gui.theme import Theme
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow


class Feature(QObject):
    """A part of the window; every method here may be left as it is.

    Attributes:
        COMMANDS: its actions, which are in the menus, the tool bar and the list of keys as the
            window's own are.
        window: the window that it belongs to.
    """

    COMMANDS: ClassVar[tuple[Command, ...]] = ()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {}

    def leave_document(self, document: Document) -> None:
        """Keep what must be kept of the article in sight, before another one is shown."""

    def show_document(self, document: Document) -> None:
        """Show another article, of which nothing is known yet."""

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show what is known of the article and sure enough; None where nothing is."""

    def show_chosen(self, ids: Sequence[str]) -> None:
        """Show which mentions or events are chosen in the window."""

    def set_theme(self, theme: Theme) -> None:
        """Show itself in other colors."""

    def follow(self, before: Settings, after: Settings) -> None:
        """Show itself by other choices of the user."""

    def retranslate(self) -> None:
        """Show its words in the language of the interface."""

    def close(self) -> None:
        """Keep what must be kept before the window goes."""
