"""What the features that show a painted view on the desk share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from PySide6.QtCore import Qt

from reader.gui.features import Feature
from reader.gui.theme import Theme

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.views.painted import PaintedPanel

Panel = TypeVar("Panel", bound="PaintedPanel")


class PaintedFeature(Feature, Generic[Panel]):
    """A view in a tab of the desk, made when it is first seen.

    Attributes:
        NAME: of its tab, its command and its icon.
        panel: what is in the tab; None before it was seen.
    """

    NAME: ClassVar[str]

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.panel: Panel | None = None
        window.desk.add(self.NAME, self.title, self._make)

    def title(self) -> str:
        """Return the words of its tab."""
        raise NotImplementedError

    def make_panel(self) -> Panel:
        """Return the view, connected to the window and not yet told of the article."""
        raise NotImplementedError

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what its command does."""
        return {self.NAME: self._open}

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colors."""
        if self.panel is not None:
            self.panel.set_theme(theme)

    def _open(self) -> None:
        self.window.desk.show_view(self.NAME)
        if self.panel is not None:
            self.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make(self) -> Panel:
        panel = self.make_panel()
        self.panel = panel
        panel.set_theme(self.window.theme())
        panel.failed.connect(self.window.warnings.tell)
        panel.told.connect(self.window.statusBar().showMessage)
        self.show_index(self.window.index)
        self.retranslate()
        return panel
