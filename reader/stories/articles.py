"""Articles as they are compared: an analysis, its sources and its day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from zlib import crc32

from reader.core.lookup import Lookup
from reader.core.normalize import fold
from reader.core.spans import SpanIndex
from reader.core.types import Analysis, Span
from reader.stories.values import Citation, Order

_WORD = re.compile(r"\w+")
_SENTENCE = 6  # words: a shorter one is in many articles, «باريس – أ ف ب»
_CERTAIN = frozenset({"given", "inferred"})


@dataclass(frozen=True, eq=False)
class Article(Lookup):
    """One text, whoever published it.

    Attributes:
        sources: who published it, by name.
        first_day, last_day: when it was written; both None where that is not known.
        dated: what tells that.
    """

    sources: tuple[str, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    dated: Order = "unknown"

    @property
    def id(self) -> str:
        """The id of its Document."""
        return self.analysis.document.id

    @cached_property
    def sentence_keys(self) -> dict[str, int]:
        """The words of each sentence as one number, by its id; short sentences have none."""
        told = {event.sentence for event in self.analysis.events}
        found = {}
        for sentence in self.analysis.sentences:
            if sentence.id in told:
                words = _WORD.findall(fold(sentence.span.of(self.text)))
                if len(words) >= _SENTENCE:
                    found[sentence.id] = crc32(" ".join(words).encode("utf-8", "replace"))
        return found

    @property
    def day(self) -> date | None:
        """The one day that it was written on, if that is known."""
        return self.first_day if self.first_day == self.last_day else None

    @property
    def rank(self) -> tuple[date, str]:
        """What articles are ordered by: the day, undated ones last, then the id."""
        return self.last_day or date.max, self.id

    @cached_property
    def folded(self) -> str:
        """The text as it is compared."""
        return fold(self.text)

    @cached_property
    def _sentence_index(self) -> tuple[SpanIndex, list[Span]]:
        spans = sorted(sentence.span for sentence in self.analysis.sentences)
        return SpanIndex(spans), spans

    def cite(self, span: Span) -> Citation:
        """Return where words of it stand; their own span where they are in no sentence."""
        index, spans = self._sentence_index
        at = index.at(span.start)
        return Citation(self.id, spans[at] if at is not None else span, span)


def gather(analyses: Iterable[Analysis]) -> tuple[Article, ...]:
    """Return the articles, each text once, by day and id.

    A text that comes twice is one article with two sources; its day is the earliest that
    its sources give.
    """
    copies: defaultdict[str, list[Analysis]] = defaultdict(list)
    for analysis in analyses:
        copies[analysis.document.id].append(analysis)
    return tuple(sorted(map(_article, copies.values()), key=lambda a: a.rank))


def _article(copies: list[Analysis]) -> Article:
    documents = [analysis.document for analysis in copies]
    sources = tuple(sorted({d.source for d in documents if d.source}))
    chosen = min(copies, key=_earliest)
    published = chosen.document.published
    if published is not None:
        return Article(chosen, sources, published, published, "published")
    reference = chosen.reference_date
    if reference.first_day is None or reference.status not in _CERTAIN:
        return Article(chosen, sources)
    last = reference.last_day or reference.first_day
    return Article(chosen, sources, reference.first_day, last, "reference")


def _earliest(analysis: Analysis) -> tuple[date, str, str]:
    document = analysis.document
    return document.published or date.max, document.source or "", document.title or ""
