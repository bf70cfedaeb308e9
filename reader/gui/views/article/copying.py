"""The selected words as they are copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from reader.core.types import Mention, Span
from reader.gui.views.article.caret import Caret
from reader.gui.views.article.column import Column
from reader.gui.views.article.folding import Folding


class Copying:
    """Gives what is selected in one article to the clipboard."""

    def __init__(self, column: Column, folding: Folding, caret: Caret) -> None:
        self._column, self._folding, self._caret = column, folding, caret

    def words(self) -> str:
        """Return the selected words as the author wrote them, folded copies left out."""
        span, hidden = self._caret.selection.span, self._folding.hidden()
        return _plain_text(self._column.paragraphs.text, span, hidden)

    def copy(self) -> None:
        """Copy them, if there are any."""
        if len(self._caret.selection.span):
            QGuiApplication.clipboard().setText(self.words())

    def copy_marked_up(self, mentions: Sequence[Mention]) -> None:
        """Copy them with each outermost of these names as [words](TYPE)."""
        text, span = self._column.paragraphs.text, self._caret.selection.span
        words = _marked_up_text(text, span, mentions)
        if words:
            QGuiApplication.clipboard().setText(words)

    def offer(self) -> None:
        """Let other programs take them, where the system has a place for what is selected."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and len(self._caret.selection.span):
            clipboard.setText(self.words(), clipboard.Mode.Selection)


def _plain_text(text: str, selected: Span, hidden: Sequence[Span]) -> str:
    """Return the words as the author wrote them, without the lines that are folded away.

    `hidden` are whole lines in text order; the newline after them goes with them.
    """
    at, parts = selected.start, []
    for lines in hidden:
        if lines.start >= selected.end:
            break
        if lines.end + 1 > at:
            parts.append(text[at : max(at, lines.start)])
            at = min(lines.end + 1, selected.end)
    return "".join([*parts, text[at : selected.end]])


def _marked_up_text(text: str, selected: Span, mentions: Sequence[Mention]) -> str:
    """Return the words with each outermost name as [words](TYPE)."""
    at, parts = selected.start, []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if mention.span.start < at or not selected.contains(mention.span):
            continue
        parts += [text[at : mention.span.start], f"[{mention.span.of(text)}]({mention.type})"]
        at = mention.span.end
    return "".join([*parts, text[at : selected.end]])
