"""One page on the article, on the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.theme import Theme

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.views.brief_view import BriefView

_NAME = "brief"


class BriefFeature(Feature):
    """Makes the brief of what is sure enough, in the language of the interface."""

    COMMANDS = (
        Command(
            _NAME,
            QT_TRANSLATE_NOOP("Actions", "&Brief"),
            QT_TRANSLATE_NOOP("Actions", "Show one page on the article, to be pasted elsewhere"),
            "Ctrl+Alt+B",
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._index: AnalysisIndex | None = None
        self._is_shown = False
        self.view: BriefView | None = None
        window.desk.add(_NAME, lambda: self.tr("Brief"), self._make)
        window.desk.view_opened.connect(self._on_opened)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {_NAME: self.open_view}

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Make another brief, once it is in sight."""
        self._index = index
        self._is_shown = False
        self.window.actions_by_name[_NAME].setEnabled(index is not None)
        if self.window.desk.current() == _NAME:
            self._show()

    def set_theme(self, theme: Theme) -> None:
        """Show it in other colors."""
        if self.view is not None:
            self.view.set_theme(theme)

    def retranslate(self) -> None:
        """Make it in the language of the interface."""
        self._is_shown = False
        if self.view is not None:
            self.view.retranslate()
            self._show()

    def open_view(self) -> None:
        """Bring the brief into sight, with the keyboard on it."""
        self.window.desk.show_view(_NAME)
        if self.view is not None:
            self.view.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_opened(self, name: str) -> None:
        if name == _NAME and not self._is_shown:
            self._show()

    def _show(self) -> None:
        if self.view is None:
            return
        from reader.brief import brief  # noqa: PLC0415 - at first sight
        from reader.resources import brief as brief_words  # noqa: PLC0415 - the same

        rtl = self.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = brief_words.load("ar" if rtl else "en")
        self.view.show_brief(brief(self._index.analysis, words) if self._index else None)
        self._is_shown = True

    def _make(self) -> QWidget:
        from reader.gui.views.brief_view import BriefView  # noqa: PLC0415 - at first sight

        view = BriefView()
        view.set_theme(self.window.theme())
        view.place_wanted.connect(self.window.jumps.to)
        view.copied.connect(lambda text: QGuiApplication.clipboard().setText(text))
        self.view = view
        return view
