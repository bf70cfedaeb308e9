"""Where things are in the window, and which of its features is which."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from reader.core.types import Mention, Span
from reader.gui.main_window import MainWindow
from reader.gui.views.article_view import ArticleView


def feature(window: MainWindow, name: str):
    """Return a feature of the window by the name of its class."""
    return next(f for f in window.features if type(f).__name__ == name)


def mention(window: MainWindow, words: str) -> Mention:
    """Return the first mention of these words."""
    text = window.document.text
    return next(m for m in window.index.analysis.mentions if m.span.of(text) == words)


def middle(view: ArticleView, span: Span) -> QPoint:
    """Return the middle of the first letter of a span, in the viewport."""
    return view.rectangles(Span(span.start, span.start + 1))[0].center()


def before(view: ArticleView, offset: int) -> QPoint:
    """Return a place in the viewport that is nearest to the gap before an Arabic letter."""
    letter = view.rectangles(Span(offset, offset + 1))[0]
    return QPoint(letter.right() - 1, letter.center().y())


def is_in_sight(view: ArticleView, span: Span) -> bool:
    """Tell whether all of a span is in the viewport."""
    rects = view.rectangles(span)
    return bool(rects) and all(view.viewport().rect().contains(r) for r in rects)
