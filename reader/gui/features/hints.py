"""Clicking without a pointer: letters on everything that can be clicked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.phrases import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from reader.gui.views.hints_layer import HintsLayer


class Hints(Feature):
    """Shows the letters until one thing is chosen."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "hints",
            QT_TRANSLATE_NOOP("Actions", "Click by &letters"),
            QT_TRANSLATE_NOOP(
                "Actions", "Show letters on all that can be clicked; typing them clicks"
            ),
            "Ctrl+J",
        ),
    )
    layer: HintsLayer | None = None

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {"hints": self.show_hints}

    def show_hints(self) -> None:
        """Put letters on all that can be clicked now."""
        from reader.gui.views.hints_layer import HintsLayer, targets_in  # noqa: PLC0415 - first use

        window = self.window
        self.layer = HintsLayer(window, targets_in(window, window.article), window.theme())
