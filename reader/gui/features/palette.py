"""The palette over all actions, names, events, paragraphs and files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QKeySequence

from reader.core.types import Span
from reader.gui.actions import Command, plain_words
from reader.gui.features import Feature
from reader.gui.menus import MENU_OF
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from reader.gui.main_window import MainWindow
    from reader.gui.models.palette_model import Entry
    from reader.gui.views.palette import Palette

_RECENT = 12


class PaletteFeature(Feature):
    """Opens the palette and does what is chosen in it."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "palette",
            QT_TRANSLATE_NOOP("Actions", "Go to an&ything…"),
            QT_TRANSLATE_NOOP(
                "Actions", "Find an action, a name, an event or a paragraph by typing"
            ),
            "Ctrl+K",
            "find",
        ),
    )

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.palette: Palette | None = None
        self._of_index: tuple[AnalysisIndex, list[Entry]] | None = None
        self._of_text: tuple[str, list[Entry]] | None = None

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {"palette": self.open}

    def open(self) -> None:
        """Offer all that can be done or gone to now."""
        if self.palette is None:
            from reader.gui.views.palette import Palette  # noqa: PLC0415 - at its first use

            self.palette = Palette(self.window)
            self.palette.chosen.connect(self._do)
        entries = [*self._actions(), *self._findings(), *self._paragraphs(), *self._files()]
        self.palette.model.set_entries(entries, self.window.settings.palette)
        self.palette.open()

    def _actions(self) -> list[Entry]:
        from reader.gui.models.palette_model import entry  # noqa: PLC0415 - see above

        found = []
        for command in self.window.commands:
            action = self.window.actions_by_name[command.name]
            if action.isEnabled() and command.name != "palette":
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                more = f"{plain_words(MENU_OF[command.name].text)} {plain_words(command.tip)}"
                words = plain_words(command.text)
                found.append(entry("action", command.name, words, keys, more))
        return found

    def _findings(self) -> list[Entry]:
        from reader.gui.models.palette_model import index_entries  # noqa: PLC0415 - see above

        index = self.window.index
        if index is None:
            return []
        if self._of_index is None or self._of_index[0] is not index:
            self._of_index = index, index_entries(index)
        return self._of_index[1]

    def _paragraphs(self) -> list[Entry]:
        from reader.gui.models.palette_model import paragraph_entries  # noqa: PLC0415 - see above

        text = self.window.document.text if self.window.document else ""
        if self._of_text is None or self._of_text[0] is not text:
            self._of_text = text, paragraph_entries(text)
        return self._of_text[1]

    def _files(self) -> list[Entry]:
        from reader.gui.models.palette_model import entry  # noqa: PLC0415 - see above

        recent = self.window.settings.recent
        return [entry("file", path, Path(path).name, "", str(Path(path).parent)) for path in recent]

    def _do(self, entry: Entry) -> None:
        window = self.window
        rest = [name for name in window.settings.palette if name != entry.name]
        window.keep(replace(window.settings, palette=(entry.name, *rest)[:_RECENT]))
        window.article.setFocus()
        if entry.kind == "action":
            window.actions_by_name[entry.key].trigger()
        elif entry.kind == "entity":
            window.findings.show_mention(entry.key)
            window.findings.go_to(entry.key)
        elif entry.kind == "event":
            window.events.select_event(entry.key)
            window.findings.go_to(entry.key)
        elif entry.kind == "paragraph":
            start = int(entry.key)
            window.jumps.to(Span(start, start + max(1, len(entry.words))))
        else:
            window.open_path(Path(entry.key))
