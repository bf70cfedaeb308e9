"""The first steps, shown once, and again on request."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from reader.gui.actions import Command
from reader.gui.features import Feature
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.phrases import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from reader.gui.views.tour_card import Step, TourCard


class Tour(Feature):
    """Four cards that point at the real window; none of them takes the keyboard."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "tour",
            QT_TRANSLATE_NOOP("Actions", "&First steps"),
            QT_TRANSLATE_NOOP("Actions", "Show the parts of the window one by one"),
            "Ctrl+F1",
        ),
    )
    card: TourCard | None = None
    _is_wanted = False

    def calls(self) -> Mapping[str, Callable[[], object]]:
        """Return what each of its commands does, by name."""
        return {"tour": self.start}

    def start_when_known(self) -> None:
        """Show the steps once the first article is analyzed, unless they were shown before."""
        self._is_wanted = not self.window.settings.toured

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Begin where the steps are wanted."""
        if index is not None and self._is_wanted:
            self.start()

    def start(self) -> None:
        """Show the first step."""
        self._is_wanted = False
        if self.card is None:
            from reader.gui.views.tour_card import TourCard  # noqa: PLC0415 - at its first use

            self.card = TourCard(self.window, self._steps())
            self.card.ended.connect(self._on_ended)
        self.card.show_step(0)

    def retranslate(self) -> None:
        """Show the step in the language of the interface."""
        if self.card is not None:
            self.card.retranslate()

    def _steps(self) -> list[Step]:
        from reader.gui.views.tour_card import Step  # noqa: PLC0415 - see above

        window = self.window
        return [
            Step(
                window.article,
                lambda: self.tr("The article"),
                lambda: self.tr(
                    "Names are painted by their kind, dates and event words are underlined."
                    " Click one to see all its places; repeated paragraphs are folded away."
                ),
            ),
            Step(
                window.side.names,
                lambda: self.tr("Who and where"),
                lambda: self.tr(
                    "Every name once, however it is spelled, with the sentences that name it."
                    " F3 goes to its next mention."
                ),
            ),
            Step(
                window.events,
                lambda: self.tr("What happened"),
                lambda: self.tr(
                    "Every event once: who, where, when, by whose word, and whether it happened"
                    " or is only planned. Click one to go to its sentence."
                ),
            ),
            Step(
                window.menuBar(),
                lambda: self.tr("All the rest"),
                lambda: self.tr(
                    "Ctrl+K finds anything by typing, Ctrl+, changes font and colors, F1 lists"
                    " the keys and Shift+F1 is the help. Your own article: Ctrl+O or"
                    " Ctrl+Shift+V."
                ),
            ),
        ]

    def _on_ended(self) -> None:
        window = self.window
        if not window.settings.toured:
            window.keep(replace(window.settings, toured=True))
        window.article.setFocus()
