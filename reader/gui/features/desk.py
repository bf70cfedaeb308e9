"""The desk below the article: its size, what is in sight on it, and its keys."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QWidget

from reader.core.types import Document
from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.theme import Theme

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow


class DeskFeature(Feature):
    """Keeps how the user left the desk, and gives it all the height on request."""

    COMMANDS = (
        Command(
            "desk_whole",
            QT_TRANSLATE_NOOP("Actions", "Desk at full &height"),
            QT_TRANSLATE_NOOP("Actions", "Give the desk all the height, or the article its own"),
            "Shift+F8",
            "expand",
            checkable=True,
        ),
        Command(
            "go_desk",
            QT_TRANSLATE_NOOP("Actions", "To the &desk"),
            QT_TRANSLATE_NOOP("Actions", "Give the keyboard to the view below the article"),
            "F6",
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._is_restored = False
        self._article = ""
        actions, desk = window.actions_by_name, window.desk
        actions["desk_whole"].toggled.connect(self._on_whole)
        desk.whole_changed.connect(actions["desk_whole"].setChecked)
        desk.closed.connect(lambda: actions["show_desk"].setChecked(False))
        actions["show_desk"].toggled.connect(self._on_shown)
        actions["go_article"].triggered.connect(self._to_article)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what its commands do."""
        return {"desk_whole": lambda: None, "go_desk": self._to_desk}

    def show_document(self, document: Document) -> None:
        """Open the desk with the first article as it was left; show another article's text."""
        if not self._is_restored:
            self._is_restored = True
            self._restore()
        if document.id != self._article:
            self._article = document.id
            self.window.desk.set_whole(False)

    def set_theme(self, theme: Theme) -> None:
        """Draw the desk's buttons in other colors."""
        self.window.desk.set_theme(theme)

    def close(self) -> None:
        """Keep what is open, and how high."""
        if not self._is_restored:
            return
        desk = self.window.desk
        state = self.window.reading.saveState().data()
        written = base64.b64encode(bytes(state)).decode("ascii")
        kept = f"{desk.current()},{written}"
        self.window.keep(replace(self.window.settings, desk=kept))

    def _restore(self) -> None:
        name, _comma, written = self.window.settings.desk.partition(",")
        try:
            state = base64.b64decode(written, validate=True)
        except ValueError:
            return
        self.window.reading.restoreState(QByteArray(state))
        if name in self.window.desk.names():
            self.window.desk.show_view(name)

    def _on_shown(self, is_shown: bool) -> None:  # noqa: FBT001 - a slot
        if not is_shown:
            self.window.desk.set_whole(False)
            self.window.article.setFocus()

    def _on_whole(self, is_whole: bool) -> None:  # noqa: FBT001 - a slot
        if is_whole:
            self.window.actions_by_name["show_desk"].setChecked(True)
        self.window.desk.set_whole(is_whole)

    def _to_desk(self) -> None:
        desk = self.window.desk
        self.window.actions_by_name["show_desk"].setChecked(True)
        page = desk.tabs.currentWidget()
        layout = page.layout() if page is not None else None
        item = layout.itemAt(0) if layout is not None else None
        view = item.widget() if item is not None else None
        if view is not None:
            stop = _first_stop(view) or desk.tabs.tabBar()
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_article(self) -> None:
        self.window.desk.set_whole(False)
        self.window.article.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _first_stop(view: QWidget) -> QWidget | None:
    """Return what has the keyboard first in a view, which may not take it itself."""
    stop: QWidget | None = view
    while stop is not None and (stop is view or view.isAncestorOf(stop)):
        takes = stop.focusPolicy() & Qt.FocusPolicy.TabFocus or stop.focusProxy() is not None
        if takes and stop.isVisibleTo(view) and stop.isEnabled():
            return stop
        stop = stop.nextInFocusChain()
    return None
