"""The sentence that is read: where the reader went last, else by the scrolling."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF

from reader.core.types import Sentence
from reader.gui.views.article.column import Column
from reader.gui.views.article.marks import SPAN, SpanIndex


class ReadSentence:
    """Follows the reader through the sentences of one article.

    Attributes:
        sentences: all of the article, by place.
        current: the sentence, None where none is known.
    """

    def __init__(self, column: Column) -> None:
        self._column = column
        self.sentences: SpanIndex[Sentence] = SpanIndex((), SPAN)
        self._gone_to: int | None = None  # where the reader went last, while in sight
        self.current: Sentence | None = None

    def set_sentences(self, sentences: Sequence[Sentence]) -> None:
        """Follow through other sentences."""
        self.sentences = SpanIndex(sentences, SPAN)

    def go_to(self, offset: int | None) -> None:
        """Take note of where the reader went; None for nowhere yet."""
        self._gone_to = offset

    def find(self) -> bool:
        """Find the sentence that is read now, and tell whether it is another one."""
        before, self.current = self.current, self._find()
        return self.current != before

    def _find(self) -> Sentence | None:
        if not self.sentences.items:
            return None
        seen = self._column.seen()
        if self._gone_to is not None and not seen.start <= self._gone_to <= seen.end:
            self._gone_to = None
        offset = self._gone_to if self._gone_to is not None else self._read_offset()
        number = self.sentences.first(offset + 1) - 1
        return self.sentences.items[max(number, 0)]

    def _read_offset(self) -> int:
        """Return the letter that is read: from the top at the start to the bottom at the end."""
        column = self._column
        share = column.y / column.bottom if column.bottom else 0.0
        line = column.setting.line
        y = line + min(1.0, share) * max(0.0, column.view - 2 * line)
        return column.nearest(QPointF(column.left + column.setting.width, y))
