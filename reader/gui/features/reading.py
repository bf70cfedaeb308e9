"""How the article in sight is read: size, full screen, focus, diacritics, numbers, highlights."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication

from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.reading_style import DEFAULT_POINTS
from reader.settings import DIACRITICS, NUMBERS, Settings

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow

_TOLD = {
    "shown": QT_TRANSLATE_NOOP("Reading", "Diacritics are shown."),
    "dimmed": QT_TRANSLATE_NOOP("Reading", "Diacritics are dimmed."),
    "hidden": QT_TRANSLATE_NOOP("Reading", "Diacritics are hidden; the text is as it was."),
    "none": QT_TRANSLATE_NOOP("Reading", "Nothing is numbered."),
    "paragraphs": QT_TRANSLATE_NOOP("Reading", "Paragraphs are numbered."),
    "sentences": QT_TRANSLATE_NOOP("Reading", "Sentences are numbered."),
}
_MESSAGE = 4000  # milliseconds


class Reading(Feature):
    """Changes how the article is set, and gives it the whole screen."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "highlights",
            QT_TRANSLATE_NOOP("Actions", "&Highlights"),
            QT_TRANSLATE_NOOP("Actions", "Paint what was found in the article, or the bare text"),
            "Ctrl+Shift+H",
            checkable=True,
        ),
        Command(
            "diacritics",
            QT_TRANSLATE_NOOP("Actions", "&Diacritics"),
            QT_TRANSLATE_NOOP("Actions", "Show the diacritics, dim them, or hide them"),
            "Ctrl+Shift+D",
        ),
        Command(
            "numbers",
            QT_TRANSLATE_NOOP("Actions", "N&umbers in the margin"),
            QT_TRANSLATE_NOOP("Actions", "Number the paragraphs, the sentences, or nothing"),
            "Ctrl+Shift+N",
        ),
        Command(
            "focus",
            QT_TRANSLATE_NOOP("Actions", "F&ocus"),
            QT_TRANSLATE_NOOP("Actions", "Dim all but the sentence that is read"),
            "Ctrl+Shift+F",
            checkable=True,
        ),
        Command(
            "full_screen",
            QT_TRANSLATE_NOOP("Actions", "F&ull screen"),
            QT_TRANSLATE_NOOP("Actions", "Give the window the whole screen, or take it back"),
            "F11",
            checkable=True,
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        actions = window.actions_by_name
        actions["highlights"].setChecked(window.settings.highlights)
        actions["focus"].toggled.connect(self._set_focus)
        actions["unfold"].toggled.connect(window.article.folding.set_all_open)
        window.menus["view"].aboutToShow.connect(self._check_full_screen)

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        article = self.window.article
        return {
            "larger": lambda: article.set_font_size(article.font_size() + 1),
            "smaller": lambda: article.set_font_size(article.font_size() - 1),
            "normal_size": lambda: article.set_font_size(DEFAULT_POINTS),
            "highlights": self._switch_highlights,
            "diacritics": self._next_diacritics,
            "numbers": self._next_numbers,
            "full_screen": self._switch_full_screen,
        }

    def follow(self, before: Settings, after: Settings) -> None:
        """Check what is on."""
        if before.highlights != after.highlights:
            self.window.actions_by_name["highlights"].setChecked(after.highlights)

    def _switch_highlights(self) -> None:
        on = self.window.actions_by_name["highlights"].isChecked()
        self.window.keep(replace(self.window.settings, highlights=on))

    def _next_diacritics(self) -> None:
        settings = self.window.settings
        value = DIACRITICS[(DIACRITICS.index(settings.diacritics) + 1) % len(DIACRITICS)]
        self.window.keep(replace(settings, diacritics=value))
        self._tell(value)

    def _next_numbers(self) -> None:
        settings = self.window.settings
        value = NUMBERS[(NUMBERS.index(settings.numbers) + 1) % len(NUMBERS)]
        self.window.keep(replace(settings, numbers=value))
        self._tell(value)

    def _tell(self, value: str) -> None:
        words = QCoreApplication.translate("Reading", _TOLD[value])
        self.window.statusBar().showMessage(words, _MESSAGE)

    def _set_focus(self, is_on: bool) -> None:  # noqa: FBT001 - a slot
        article = self.window.article
        article.set_style(replace(article.reading_style(), focus=is_on))

    def _switch_full_screen(self) -> None:
        top = self.window.window()
        if top.isFullScreen():
            top.showNormal()
        else:
            top.showFullScreen()
        self._check_full_screen()

    def _check_full_screen(self) -> None:
        """Check whether it is on; another tab or the system may have changed it."""
        is_full = self.window.window().isFullScreen()
        self.window.actions_by_name["full_screen"].setChecked(is_full)
