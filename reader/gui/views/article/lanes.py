"""What the overview shows, each kind in a lane of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.core.types import Analysis, Span
from reader.gui.theme import Theme
from reader.gui.views.article.marks import SpanIndex, spans_index
from reader.gui.views.article.overview import Lane, OverviewStrip


class Lanes(QObject):
    """Fills an overview with what is chosen, what was found, and what was searched for."""

    def __init__(self, strip: OverviewStrip) -> None:
        super().__init__(strip)
        self._strip = strip
        self._triggers = self._copies = spans_index(())

    def set_analysis(self, analysis: Analysis | None) -> None:
        """Know the events and repeats of an analysis, from the next time that they are shown."""
        self._triggers = spans_index([e.trigger for e in analysis.events] if analysis else ())
        self._copies = spans_index([r.span for r in analysis.repetitions] if analysis else ())

    def show(self, marked: SpanIndex[Span], found: SpanIndex[Span], theme: Theme) -> None:
        """Show all, with what is chosen and what was searched for."""
        self._strip.set_lanes(
            (
                Lane(marked, theme.color("marked"), self._marked_words),
                Lane(self._triggers, theme.highlight("TRIGGER"), self._event_words),
                Lane(self._copies, theme.color("copy"), self._copy_words),
                Lane(found, theme.color("found_current"), self._found_words),
            )
        )

    def _marked_words(self, count: int) -> str:
        return self.tr("%n mention(s) of what is chosen", "", count)

    def _event_words(self, count: int) -> str:
        return self.tr("%n event word(s)", "", count)

    def _copy_words(self, count: int) -> str:
        return self.tr("%n repeated passage(s)", "", count)

    def _found_words(self, count: int) -> str:
        return self.tr("%n search hit(s)", "", count)
