"""Numbers that articles give for what happened, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from reader.core.figures import Figures, disagreeing
from reader.core.lexicon.figures import FigureWords
from reader.core.lexicon.numbers import NumberLexicon
from reader.core.types import Event, FigureKind
from reader.stories.articles import Article
from reader.stories.values import CitedFigure, DatedDiscrepancy, Discord

_GROWING = frozenset({"dead", "injured", "count"})


class CitedFigures:
    """Reads the numbers of events; each article once."""

    def __init__(self, numbers: NumberLexicon, words: FigureWords) -> None:
        self._numbers = numbers
        self._words = words
        self._read: dict[str, Figures] = {}

    def of(self, article: Article, events: Iterable[Event]) -> tuple[CitedFigure, ...]:
        """Return the numbers that go with some events of an article, each once."""
        if article.id not in self._read:
            self._read[article.id] = Figures(article, self._numbers, self._words)
        return tuple(
            CitedFigure(
                figure.kind,
                figure.of,
                figure.value,
                figure.bound,
                figure.speaker,
                figure.span,
                figure.sentence,
                figure.event,
                article.day,
                article.cite(figure.span),
            )
            for figure in self._read[article.id].of(events)
        )


def discrepancies(
    figures: Iterable[CitedFigure], confidence: float
) -> tuple[DatedDiscrepancy, ...]:
    """Return the figures of one event that disagree, by what they count."""
    found = []
    for group in disagreeing(figures, _place):
        kind, what = group[0].kind, group[0].of
        group.sort(key=lambda f: (f.day or date.max, f.citation))
        found.append(DatedDiscrepancy(kind, what, _nature(kind, group), tuple(group), confidence))
    return tuple(found)


def _place(figure: CitedFigure) -> tuple[object, ...]:
    return figure.citation.article, figure.citation.sentence


def _nature(kind: FigureKind, figures: Sequence[CitedFigure]) -> Discord:
    """Tell whether the figures, by day, only grow: «ارتفع عدد القتلى»."""
    for before, after in pairwise(figures):
        if before.value == after.value:
            continue
        dated = before.day is not None and after.day is not None and before.day < after.day
        if not dated or after.value < before.value:
            return "conflict"
    return "update" if kind in _GROWING else "conflict"
