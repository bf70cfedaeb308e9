"""Which sentence holds a place, and what name stands there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reader.core.types import Sentence, Span

_LAM = "ل"


class SentenceFinder:
    """Sentences, searched by the place that they hold."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sorted(sentences, key=lambda s: s.span)
        self._starts = [s.span.start for s in self._sentences]

    def at(self, span: Span) -> str:
        """Return the id of the sentence that `span` begins in, "" where there is none."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or self._sentences[at].span.end <= span.start:
            return ""
        return self._sentences[at].id


def shown(text: str, span: Span) -> str:
    """Return a mention's words as a name by itself: ال restored after «لل»."""
    words = span.of(text)
    if words.startswith(_LAM) and text[: span.start].endswith(_LAM):
        return "ا" + _LAM + words[1:]
    return words
