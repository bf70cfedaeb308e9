"""An analysis as training data: a word a line, with what it begins or goes on with (BIO).

The columns are the word, the outermost name, the name inside that one, the time expression and
the event word. A word is cut where an annotation begins or ends in it, so that «وروسيا» is two
words, «و» and «روسيا». Copies are left out, since nothing is annotated in them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from reader.core.segment import first_copies, segment
from reader.core.types import Analysis, Span
from reader.export.encoding import utf8

Labelled = tuple[Span, str]
OUT = "O"


def write(analysis: Analysis) -> bytes:
    """Return the whole file."""
    return utf8(conll(analysis))


def conll(analysis: Analysis) -> str:
    """Return the sentences of the article with their labels, a blank line after each."""
    text = analysis.document.text
    read = first_copies(segment(text), tuple(r.span for r in analysis.repetitions))
    outer, inner = _levels([(m.span, m.type) for m in analysis.mentions])
    times = [(t.span, t.type) for t in analysis.times]
    triggers = [(e.trigger, e.type) for e in analysis.events]
    columns = [_Column(spans) for spans in (outer, inner, times, triggers)]
    edges = sorted({edge for column in columns for edge in column.edges()})
    blocks = []
    for number, (first, end) in enumerate(read.sentence_tokens, start=1):
        tokens = read.tokens[first:end]
        words = [word for t in tokens for word in _cut(t.span, edges)]
        if not words:
            continue  # it has signs that are not seen, and nothing else
        rows = [(w.of(text), *(c.label(w) for c in columns)) for w in words]
        whole = " ".join(Span(words[0].start, words[-1].end).of(text).split())
        head = f"# sent_id = {number}\n# text = {whole}\n"
        blocks.append(head + "".join("\t".join(row) + "\n" for row in rows))
    return "\n".join(blocks)


def _levels(spans: Iterable[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    """Return the outermost names, and the outermost of those inside them."""
    levels: tuple[list[Labelled], list[Labelled]] = ([], [])
    for span, kind in sorted(spans, key=lambda s: (s[0].start, -s[0].end)):
        level = next((found for found in levels if _is_free(found, span)), None)
        if level is not None:
            level.append((span, kind))
    return levels


def _is_free(found: Sequence[Labelled], span: Span) -> bool:
    return not found or found[-1][0].end <= span.start


def _cut(word: Span, edges: Sequence[int]) -> Iterator[Span]:
    start = word.start
    first = bisect_left(edges, word.start + 1)
    for edge in edges[first : bisect_left(edges, word.end)]:
        yield Span(start, edge)
        start = edge
    yield Span(start, word.end)


class _Column:
    """Labels of one kind, none of which overlap."""

    def __init__(self, spans: Iterable[Labelled]) -> None:
        self._spans: list[Labelled] = []
        for span, kind in sorted(spans, key=lambda s: s[0]):
            if _is_free(self._spans, span):
                self._spans.append((span, kind))
        self._ends = [span.end for span, _ in self._spans]

    def edges(self) -> Iterator[int]:
        """Yield where labels begin and end."""
        for span, _ in self._spans:
            yield span.start
            yield span.end

    def label(self, word: Span) -> str:
        """Return B-, I- with the type, or O."""
        at = bisect_left(self._ends, word.end)
        if at == len(self._spans) or not self._spans[at][0].contains(word):
            return OUT
        span, kind = self._spans[at]
        return f"{'B' if span.start == word.start else 'I'}-{kind}"
