"""A button with a menu of things to keep, several at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from reader.gui.models.phrases import plain_tip


class ChoiceButton(QPushButton):
    """Lets the user keep some of several named things; none checked means all.

    Signals:
        chosen: frozenset of the keys that are checked, or None for all.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self.setMenu(QMenu(self))
        self.menu().installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_choices(self, title: str, choices: dict[str, str]) -> None:
        """Offer `choices` (key to name) under `title`; keys that stay keep their check."""
        kept = self.keys() or frozenset()
        self._title = title
        self.menu().clear()
        for key, name in choices.items():
            action = QAction(name, self.menu())
            action.setCheckable(True)
            action.setChecked(key in kept)
            action.setData(key)
            action.toggled.connect(self._on_toggled)
            self.menu().addAction(action)
        self.setEnabled(bool(choices))
        self._show_title()

    def keys(self) -> frozenset[str] | None:
        """Return the keys that are checked, or None where that is none."""
        return frozenset(a.data() for a in self.menu().actions() if a.isChecked()) or None

    def clear(self) -> None:
        """Keep all again."""
        for action in self.menu().actions():
            action.setChecked(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the menu open while its choices are checked one after the other."""
        action = self.menu().activeAction() if watched is self.menu() else None
        toggles = event.type() == QEvent.Type.MouseButtonRelease or (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Space
        )
        if action is not None and toggles:
            action.trigger()
            return True
        return super().eventFilter(watched, event)

    def _on_toggled(self) -> None:
        self._show_title()
        self.chosen.emit(self.keys())

    def _show_title(self) -> None:
        names = [a.text() for a in self.menu().actions() if a.isChecked()]
        self.setText(f"{self._title}: {names[0]}" if len(names) == 1 else self._title)
        if len(names) > 1:
            self.setText(f"{self._title} ({len(names)})")
        self.setToolTip(plain_tip("\n".join(names)))
        self.setAccessibleName(f"{self._title}: {', '.join(names)}" if names else self._title)
