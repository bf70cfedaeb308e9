"""The user's choices while the program runs: one value that every window follows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from reader import settings as stored
from reader.errors import SettingsError
from reader.gui.fonts import FAMILY, apply_interface_size
from reader.gui.language import apply_language
from reader.gui.reading_style import ReadingStyle
from reader.settings import Settings

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


class Choices(QObject):
    """Holds the settings, tells of every change, and writes them down.

    Where `keeps` is false the user's file is left as it is.

    Signals:
        changed: the settings before and after.
        unkept: the SettingsError, once: what keeps one choice from the file keeps the next too.
    """

    changed = Signal(object, object)
    unkept = Signal(object)

    def __init__(
        self, settings: Settings, parent: QObject | None = None, *, keeps: bool = True
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self._keeps = keeps
        self._has_told = False

    def show(self, settings: Settings) -> None:
        """Let every window follow `settings`, without writing them down yet."""
        before, self.settings = self.settings, settings
        if before == settings:
            return
        if before.language != settings.language:
            apply_language(settings.language)
        if before.interface_size != settings.interface_size:
            apply_interface_size(settings.interface_size)
        if before.reduced_motion != settings.reduced_motion:
            apply_motion(reduced=settings.reduced_motion)
        self.changed.emit(before, settings)

    def keep(self, settings: Settings) -> None:
        """Let every window follow `settings`, and write them down."""
        self.show(settings)
        if not self._keeps:
            return
        try:
            stored.save(settings)
        except SettingsError as error:
            if not self._has_told:
                self._has_told = True
                self.unkept.emit(error)


def apply_motion(*, reduced: bool) -> None:
    """Let menus, boxes and tool tips glide and fade, or not."""
    for effect in _EFFECTS:
        QApplication.setEffectEnabled(effect, not reduced)


def style_of(settings: Settings) -> ReadingStyle:
    """Return how the article is set by the user's choices."""
    return ReadingStyle(
        family=settings.font_family or FAMILY,
        points=settings.font_size,
        line_height=settings.line_height,
        column=settings.column,
        diacritics=settings.diacritics,
        numbers=settings.numbers,
        highlights=settings.highlights,
    )
