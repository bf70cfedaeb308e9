"""Going to places in the article, and back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.core.types import Span
from reader.gui.views.article_view import ArticleView
from reader.gui.window.history import History


class Jumps(QObject):
    """Goes to places in one article, and keeps the way back and forward.

    Attributes:
        history: the places that were gone to.

    Signals:
        going: before a place is gone to, which wants the article in sight.
        changed: there is another way back or forward.
    """

    going = Signal()
    changed = Signal()

    def __init__(self, article: ArticleView) -> None:
        super().__init__(article)
        self._article = article
        self.history = History()

    def to(self, span: Span) -> None:
        """Go to a span, which can be come back from."""
        if not self.history.has_back and not self.history.has_forward:
            self.history.visit(self._top())
        self.history.visit(span)
        self.going.emit()
        self._article.reveal(span)
        self.changed.emit()

    def _top(self) -> Span:
        """Return the first character in sight, to come back to."""
        offset = self._article.first_visible_offset()
        return Span(offset, offset + 1)

    def back(self) -> None:
        """Go to the place before the last jump."""
        self._return_to(self.history.back())

    def forward(self) -> None:
        """Go forward again."""
        self._return_to(self.history.forward())

    def _return_to(self, place: Span | None) -> None:
        if place is not None:
            self._article.reveal(place, flash=len(place) > 1)
        self.changed.emit()
