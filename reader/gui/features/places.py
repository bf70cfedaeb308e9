"""Where the reader was in each article, kept by the article's own text."""

from __future__ import annotations

from reader.core.types import Document
from reader.gui.features import Feature


class Places(Feature):
    """Goes back to where an article was left, and keeps where it is left now."""

    def leave_document(self, document: Document) -> None:
        """Keep the first letter in sight."""
        offset = self.window.article.first_visible_offset()
        settings = self.window.settings
        kept = settings.left_at(document.id, offset)
        if kept.places != settings.places:
            self.window.keep(kept)

    def show_document(self, document: Document) -> None:
        """Go to where the article was left."""
        offset = self.window.settings.places.get(document.id, 0)
        if 0 < offset < len(document.text):
            self.window.article.show_at_top(offset)

    def close(self) -> None:
        """Keep the place before the window goes."""
        if self.window.document is not None:
            self.leave_document(self.window.document)
