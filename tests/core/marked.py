"""Texts whose mentions are marked by hand, for tests of what mentions name.

«قال [PER باراك أوباما]» marks two words as a person. A name that the gazetteer has is
backed by its row, as the finder of names would do; `[PER? …]` is never: that is what a
learned tagger sends.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cache

from reader.core.entities.resolve import resolve
from reader.core.entities.words import Candidate, Words
from reader.core.normalize import fold
from reader.core.segment import segment
from reader.core.types import Span
from reader.resources.entities import load

_MARK = re.compile(r"\[(PER|ORG|GPE|LOC|FAC|NORP|EVENT|TITLE)(\??) ([^]]+)\]")


@cache
def _gazetteer():
    return {(name.folded, name.type): name for name, _ in load().patterns}


class Resolved:
    """What was resolved, by the words of the text."""

    def __init__(self, marked):
        text, spans, at = "", [], 0
        for mark in _MARK.finditer(marked):
            text += marked[at : mark.start()]
            spans.append((mark[1], mark[2], Span(len(text), len(text) + len(mark[3]))))
            text += mark[3]
            at = mark.end()
        self.text = text + marked[at:]
        segmentation = segment(self.text)
        self.words = Words(self.text, segmentation.tokens, load(), frozenset())
        self._starts = [token.span.start for token in segmentation.tokens]
        self.candidates = [self._candidate(*span) for span in spans]
        self.entities, self.mentions = resolve(self.words, segmentation, self.candidates)

    def _candidate(self, kind, bare, span):
        first = bisect_right(self._starts, span.start) - 1
        end = bisect_left(self._starts, span.end)
        name = _gazetteer().get((fold(span.of(self.text)), kind)) if not bare else None
        return Candidate(first, end, span, kind, "marked", 0.9, 1, name)

    def forms(self):
        """Return the sets of words that name one thing."""
        return [
            {m.span.of(self.text) for m in self.mentions if m.entity == e.id} for e in self.entities
        ]

    def owners(self):
        """Return the canonical name that each mention with an entity has, in text order."""
        names = {e.id: e.name for e in self.entities}
        return [names[m.entity] for m in self.mentions if m.entity]

    def entity(self, name):
        return next(e for e in self.entities if e.name == name)
